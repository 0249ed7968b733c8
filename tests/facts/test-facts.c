#include "core/fw-paths.h"
#include "facts/fw-facts.h"
#include "facts/fw-vocabulary.h"
#include "facts/fw-xpath.h"

#include <string.h>

static const char some[] =
    "<facts xmlns='urn:fairwell:facts:1' as-of='2026-03-31' jurisdiction='CN'>"
    "<company><union exists='true'/></company>"
    "<employee number='E1' name='张敏'><employment hired='2020-02-29' department=''/>"
    "<wage month='2026-02' gross='10000'/><wage month='2026-01' gross='9000.50'/>"
    "<attendance date='2026-01-05' kind='late' minutes='20'/><attendance date='2026-02-05' kind='late' minutes='30'/>"
    "<custom id='x' colour='red'/></employee>"
    "<local><day date='2026-04-06' kind='holiday'/><day date='2026-04-11' kind='workday'/></local>"
    "<departure ground='cn.40-2' last-day='2026-04-30'/><evidence kind='contract'/><evidence kind='wage-12m'/></facts>";

static FwFacts *
load (const char *text,
      FwSchema *schema,
      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return fw_facts_load_bytes (bytes, "some.xml", schema, error);
}

/* What libxml2 says of the same document: both must read facts.rng alike. */
static gboolean
valid_by_libxml2 (const char *text)
{
  g_autofree char *path = fw_paths_find_data ("facts.rng");
  g_autoptr (FwSchema) schema = fw_schema_load (path, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FwXml) xml = fw_xml_load_bytes (bytes, "some.xml", NULL);

  g_assert_nonnull (schema);
  return fw_schema_validate (schema, xml, NULL);
}

static void
assert_invalid (const char *text,
                const char *reason)
{
  g_autoptr (FwSchema) schema = fw_facts_load_schema (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, schema, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID);
  if (strstr (error->message, reason) == NULL)
    g_error ("‘%s’ does not name ‘%s’", error->message, reason);
  g_assert_false (valid_by_libxml2 (text));
}

#define IN_FACTS(inner) "<facts xmlns='urn:fairwell:facts:1'>" inner "</facts>"

static void
test_schema (void)
{
  assert_invalid ("<facts/>", "namespace");
  assert_invalid ("<f:facts xmlns:f='urn:fairwell:facts:1'><employee/></f:facts>", "namespace");
  assert_invalid ("<facts xmlns='urn:fairwell:facts:2'/>", "namespace");
  assert_invalid (IN_FACTS ("<employee hird='x'/>"), "hird");
  assert_invalid (IN_FACTS ("<employee><employment hired='2026-02-30'/></employee>"), "hired");
  assert_invalid (IN_FACTS ("<employee><employment hired='2026-02-03Z'/></employee>"), "hired");
  assert_invalid (IN_FACTS ("<employee><employment hired='03.02.2026'/></employee>"), "hired");
  assert_invalid (IN_FACTS ("<employee><wage month='2026-13' gross='1'/></employee>"), "month");
  assert_invalid (IN_FACTS ("<employee><wage month='2026-12' gross='-1'/></employee>"), "gross");
  assert_invalid (IN_FACTS ("<employee><wage month='2026-12' gross='1e5'/></employee>"), "gross");
  assert_invalid (IN_FACTS ("<employee><wage gross='1'/></employee>"), "wage");
  assert_invalid (IN_FACTS ("<departure stage='later'/>"), "stage");
  assert_invalid (IN_FACTS ("<departure/><departure/>"), "departure");
  assert_invalid (IN_FACTS ("<employee/><employee/>"), "employee");
  assert_invalid (IN_FACTS ("<employee><employment/><employment/></employee>"), "employment");
  assert_invalid (IN_FACTS ("<nonsense/>"), "nonsense");
  assert_invalid (IN_FACTS ("text"), "facts");
}

/* What is wrong is told by what would fit: what stands there may be somebody's. */
static void
test_no_value_in_message (void)
{
  g_autoptr (FwSchema) schema = fw_facts_load_schema (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (IN_FACTS ("<employee born='1990-13-77'/>"), schema, &error));
  g_assert_nonnull (strstr (error->message, "YYYY-MM-DD"));
  g_assert_null (strstr (error->message, "1990"));
  g_clear_error (&error);
  g_assert_null (load (IN_FACTS ("<employee sex='secret'/>"), schema, &error));
  g_assert_nonnull (strstr (error->message, "one of female"));
  g_assert_null (strstr (error->message, "secret"));
}

/* With a prefix, with several, or with a default that names something else: the same facts. */
static void
test_prefix (void)
{
  const char *texts[] = {
    "<f:facts xmlns:f='urn:fairwell:facts:1' as-of='2026-03-31'><f:employee name='张敏'><f:wage month='2026-02' gross='1'/></f:employee></f:facts>",
    "<f:facts xmlns:f='urn:fairwell:facts:1' xmlns='urn:other' as-of='2026-03-31'><f:employee xmlns='urn:else' name='张敏'>"
    "<g:wage xmlns:g='urn:fairwell:facts:1' month='2026-02' gross='1'/></f:employee></f:facts>",
    "<facts xmlns='urn:fairwell:facts:1' xmlns:f='urn:fairwell:facts:1' as-of='2026-03-31'><f:employee name='张敏'><wage month='2026-02' gross='1'/></f:employee></facts>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FwSchema) schema = fw_facts_load_schema (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwFacts) facts = load (texts[i], schema, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FwFacts) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (fw_facts_get (facts, "employee/wage/@gross"), ==, "1");
      g_assert_true (fw_facts_validate (facts, schema, &error));
      bytes = fw_facts_to_bytes (facts);
      again = fw_facts_load_bytes (bytes, "again", schema, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (fw_facts_get (again, "employee/@name"), ==, "张敏");
    }
}

static void
test_get (void)
{
  g_autoptr (FwSchema) schema = fw_facts_load_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = load (some, schema, &error);
  g_auto (GStrv) kinds = NULL;
  FwDate judged;

  g_assert_no_error (error);
  g_assert_true (valid_by_libxml2 (some));
  g_assert_cmpstr (fw_facts_get (facts, "employee/@name"), ==, "张敏");
  g_assert_cmpstr (fw_facts_get (facts, "employee/wage[2]/@gross"), ==, "9000.50");
  g_assert_null (fw_facts_get (facts, "employee/wage[3]/@gross"));
  g_assert_null (fw_facts_get (facts, "employee/@born"));
  g_assert_cmpstr (fw_facts_get (facts, "@jurisdiction"), ==, "CN");
  kinds = fw_facts_list (facts, "evidence/@kind");
  g_assert_cmpuint (g_strv_length (kinds), ==, 2);
  judged = fw_facts_judged_on (facts);
  g_assert_cmpint (fw_date_compare (judged, fw_date_new (2026, 4, 30)), ==, 0);
  fw_facts_set (facts, "departure/@notified", "2026-03-30", NULL);
  judged = fw_facts_judged_on (facts);
  g_assert_cmpint (fw_date_compare (judged, fw_date_new (2026, 3, 30)), ==, 0);
}

static void
test_build (void)
{
  g_autoptr (FwSchema) schema = fw_facts_load_schema (NULL);
  g_autoptr (FwFacts) facts = fw_facts_new ();
  g_autoptr (FwFacts) again = NULL;
  g_autoptr (FwFacts) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  g_autoptr (GError) error = NULL;
  FwXmlNode *wage;

  g_assert_true (fw_facts_set (facts, "employee/employment/@hired", "2020-01-01", &error));
  g_assert_true (fw_facts_set (facts, "employee/protection[2]/@kind", "nursing", &error));
  g_assert_true (fw_facts_set (facts, "employee/protection[1]/@kind", "pregnancy", &error));
  g_assert_true (fw_facts_set (facts, "@as-of", "2026-01-01", &error));
  wage = fw_facts_append (facts, "employee/wage", &error);
  fw_xml_node_set (wage, "month", "2026-01");
  g_assert_true (fw_facts_validate (facts, schema, &error));
  g_assert_no_error (error);
  bytes = fw_facts_to_bytes (facts);
  again = fw_facts_load_bytes (bytes, "again", schema, &error);
  g_assert_no_error (error);
  bytes_again = fw_facts_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  copy = fw_facts_copy (facts);
  fw_facts_set (copy, "employee/employment/@hired", NULL, NULL);
  g_assert_null (fw_facts_get (copy, "employee/employment/@hired"));
  g_assert_nonnull (fw_facts_get (facts, "employee/employment/@hired"));
  fw_facts_remove (copy, "employee/protection[1]");
  g_assert_cmpstr (fw_facts_get (copy, "employee/protection/@kind"), ==, "nursing");
  g_assert_true (fw_facts_validate (copy, schema, &error));
}

static void
test_bad_paths (void)
{
  const char *bad[] = { "", "employee//@x", "employee/wage[0]/@gross", "employee/wage[x]/@gross", "employee/@", "/employee/@name",
                        "employee/wage[1", "employee/*/@name", "employee/@name/@x " };
  g_autoptr (FwFacts) facts = fw_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fw_facts_set (facts, bad[i], "x", &error));
      g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION);
    }
}

static void
assert_value (FwFacts *facts,
              const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXPath) xpath = fw_xpath_new (text, &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  g_assert_true (fw_xpath_string (xpath, facts, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_functions (void)
{
  g_autoptr (FwFacts) facts = load (some, NULL, NULL);

  assert_value (facts, "employee/@name", "张敏");
  assert_value (facts, "employee/@born", NULL);
  assert_value (facts, "employee/employment/@department", NULL);
  assert_value (facts, "fw:judged-on()", "2026-04-30");
  assert_value (facts, "fw:as-of()", "2026-03-31");
  assert_value (facts, "fw:before('2026-01-01', '2026-01-02')", "true");
  assert_value (facts, "fw:before('2026-01-01', '2026-01-01')", "false");
  assert_value (facts, "fw:before(employee/@born, '2026-01-01')", "false");
  assert_value (facts, "fw:on-or-before('2026-01-01', '2026-01-01')", "true");
  assert_value (facts, "fw:after(employee/@born, '2026-01-01')", "false");
  assert_value (facts, "fw:on-or-after('2026-01-01', '2026-01-01')", "true");
  assert_value (facts, "fw:within('2026-01-01', '', '2026-01-01')", "true");
  assert_value (facts, "fw:within('2026-01-02', '', '2026-01-01')", "false");
  assert_value (facts, "fw:within('', '', '')", "false");
  assert_value (facts, "fw:add-days('2026-02-28', 1)", "2026-03-01");
  assert_value (facts, "fw:add-months('2026-01-31', 1)", "2026-02-28");
  assert_value (facts, "fw:add-years(employee/employment/@hired, 1)", "2021-02-28");
  assert_value (facts, "fw:add-days(employee/@born, 1)", NULL);
  assert_value (facts, "fw:add-days('2026-02-28', 'x')", NULL);
  assert_value (facts, "fw:add-working-days('2026-04-03', 1)", "2026-04-07");
  assert_value (facts, "fw:add-working-days('2026-04-10', 1)", "2026-04-11");
  assert_value (facts, "fw:working-days-between('2026-04-03', '2026-04-11')", "5");
  assert_value (facts, "fw:days-between('2026-01-01', '2026-03-01')", "59");
  assert_value (facts, "fw:days-between('2026-01-01', '')", "NaN");
  assert_value (facts, "fw:months-between('2026-01-31', '2026-02-28')", "1");
  assert_value (facts, "fw:years-between('2020-02-29', '2025-02-28')", "5");
  assert_value (facts, "fw:age('1990-05-02', '2026-05-01')", "35");
  assert_value (facts, "fw:service-months('2024-01-01', '2024-06-30')", "6");
  assert_value (facts, "fw:service-years('2024-01-01', '2025-12-31')", "2");
  assert_value (facts, "fw:service-half-years('2024-01-01', '2024-06-30')", "1");
  assert_value (facts, "fw:service-half-years('2024-01-01', '2024-06-29')", "0.5");
  assert_value (facts, "fw:service-half-years('2024-01-01', '2024-12-31')", "1");
  assert_value (facts, "fw:earlier('2026-01-02', '2026-01-01')", "2026-01-01");
  assert_value (facts, "fw:later('2026-01-02', '2026-01-01')", "2026-01-02");
  assert_value (facts, "fw:latest(employee/attendance/@date)", "2026-02-05");
  assert_value (facts, "fw:earliest(employee/attendance/@date)", "2026-01-05");
  assert_value (facts, "fw:latest(employee/training/@date)", NULL);
  assert_value (facts, "fw:month('2026-04-03')", "2026-04");
  assert_value (facts, "fw:month-end('2024-02-03')", "2024-02-29");
  assert_value (facts, "fw:weekday('2026-04-06')", "1");
  assert_value (facts, "fw:is-working-day('2026-04-06')", "false");
  assert_value (facts, "fw:is-date('2026-02-30')", "false");
  assert_value (facts, "fw:one-of('b', 'a b c')", "true");
  assert_value (facts, "fw:one-of('', 'a b c')", "false");
  assert_value (facts, "count(employee/wage[fw:in-last-months(@month, '2026-02-27', 1)])", "1");
  assert_value (facts, "employee/wage[fw:in-last-months(@month, '2026-02-27', 1)]/@month", "2026-01");
  assert_value (facts, "employee/wage[fw:in-last-months(@month, '2026-02-28', 1)]/@month", "2026-02");
  assert_value (facts, "count(fw:last-months(employee/wage, '2026-02-27', 1))", "1");
  assert_value (facts, "fw:last-months(employee/wage, '2026-02-27', 1)/@month", "2026-01");
  assert_value (facts, "count(fw:last-months(employee/wage, '2026-02-28', 2)[@gross='10000'])", "1");
  /* The facts are of the end of March: what is still to come is passed over, and March itself, which may not be paid yet. */
  assert_value (facts, "fw:last-months(employee/wage, departure/@last-day, 1)/@month", "2026-02");
  assert_value (facts, "count(fw:last-months(employee/wage, '2026-03-31', 1))", "0");
  assert_value (facts, "count(fw:last-months(employee/wage, '2027-12-31', 12))", "2");
  assert_value (facts, "count(fw:last-months(employee/wage, '', 12))", "0");
  assert_value (facts, "fw:recorded-months(employee/wage, '2026-03-31', 2)/@month", "2026-02");
  assert_value (facts, "count(fw:recorded-months(employee/wage, '2026-03-31', 2))", "2");
  assert_value (facts, "count(fw:recorded-months(employee/wage, '2026-03-31', 1))", "0");
  assert_value (facts, "count(fw:recorded-months(employee/wage, '2026-06-30', 2))", "0");
  assert_value (facts, "count(fw:recorded-months(employee/wage, '2026-01-31', 2))", "1");
  assert_value (facts, "count(fw:last-months(employee/wage/@month, '2026-02-28', 2))", "0");
  assert_value (facts, "fw:count-between(employee/attendance, '2026-01-05', '2026-02-04')", "1");
  assert_value (facts, "fw:sum-between(employee/attendance, 'minutes', '2026-01-05', '2026-02-05')", "50");
  assert_value (facts, "fw:sum-between(employee/attendance, 'minutes', '', '2026-02-05')", "NaN");
}

static void
test_bad_expressions (void)
{
  g_autoptr (FwFacts) facts = load (some, NULL, NULL);
  const char *slow = "count(//*[count(//*[count(//*[count(//*[count(//*) > 1]) > 1]) > 1]) > 1])";
  const char *wrong[] = { "fw:nothing()", "fw:before('2026-01-01')", "x:before('a', 'b')", "$name", "fw:earliest('a')" };
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_xpath_new ("employee/[", &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (FwXPath) xpath = fw_xpath_new (wrong[i], NULL);
      gboolean truth;

      g_clear_error (&error);
      g_assert_nonnull (xpath);
      g_assert_false (fw_xpath_truth (xpath, facts, &truth, &error));
      g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION);
    }
  for (int i = 0; i < 60; i++)
    fw_facts_append (facts, "reason", NULL);
  {
    g_autoptr (FwXPath) xpath = fw_xpath_new (slow, NULL);
    gboolean truth;

    g_clear_error (&error);
    g_assert_false (fw_xpath_truth (xpath, facts, &truth, &error));
    g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_LIMIT);
  }
}

static void
assert_name (FwVocabulary *vocabulary,
             const char *xpath,
             const char *missing)
{
  g_autoptr (GError) error = NULL;
  gboolean good = fw_vocabulary_check (vocabulary, xpath, FALSE, &error);

  if (missing == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (good);
      return;
    }
  g_assert_false (good);
  g_assert_nonnull (strstr (error->message, missing));
}

static void
test_names (void)
{
  g_autoptr (FwVocabulary) vocabulary = fw_vocabulary_load (NULL);

  assert_name (vocabulary, "employee/employment/@hired", NULL);
  assert_name (vocabulary, "employee/employment/@hird", "hird");
  assert_name (vocabulary, "employee/@hired", "hired");
  assert_name (vocabulary, "employment/@hired", "employment");
  assert_name (vocabulary, "employee/protection[@kind='pregnancy' and fw:before(@from, /facts/departure/@last-day)]", NULL);
  assert_name (vocabulary, "employee/protection[@knd='pregnancy']", "knd");
  assert_name (vocabulary, "employee/protection[departure/@last-day]", "departure");
  assert_name (vocabulary, "fw:add-months(departure/@last-day, 3)", NULL);
  assert_name (vocabulary, "fw:add-moons(departure/@last-day, 3)", "add-moons");
  assert_name (vocabulary, "cont(evidence)", "cont");
  assert_name (vocabulary, "not(company/union/@exists='false') or count(evidence[@kind='a' or @date]) > 1", NULL);
  assert_name (vocabulary, "(evidence | reason)[@kind]", NULL);
  assert_name (vocabulary, "evidence[not(@kind)] | departure/@nothing", "nothing");
  assert_name (vocabulary, "/fact/departure", "root");
  assert_name (vocabulary, "//wage/@gros", "gros");
  assert_name (vocabulary, "$name", "variables");
  assert_name (vocabulary, "f:employee", "prefix");
  assert_name (vocabulary, "employee/custom/@whatever", NULL);
  assert_name (vocabulary, "employee/wage[@month][1]/../employment/@hired", NULL);
  assert_name (vocabulary, "employee/wage[", "not understood");
  assert_name (vocabulary, "employee)", "not understood");
  assert_name (vocabulary, "case/document/@number and assessment/document/@id", NULL);
  assert_name (vocabulary, "assessment/document/@number", "number");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/schema", test_schema);
  g_test_add_func ("/facts/no-value-in-message", test_no_value_in_message);
  g_test_add_func ("/facts/prefix", test_prefix);
  g_test_add_func ("/facts/get", test_get);
  g_test_add_func ("/facts/build", test_build);
  g_test_add_func ("/facts/bad-paths", test_bad_paths);
  g_test_add_func ("/facts/functions", test_functions);
  g_test_add_func ("/facts/bad-expressions", test_bad_expressions);
  g_test_add_func ("/facts/names", test_names);
  return g_test_run ();
}
