#include "fw-test-case.h"

#include "departure/fw-sample.h"
#include "facts/fw-facts.h"

static FwFacts *
facts_of (TestCompany *company,
          const char *employee,
          const char *as_of)
{
  g_autoptr (GError) error = NULL;
  FwFacts *facts =
    fw_workplace_dup_employee_facts (company->workplace, employee, fw_date_from_string (as_of), &error);

  g_assert_no_error (error);
  return facts;
}

static void
put (FwStore *store,
     const char *kind,
     ...)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  FwRecord *record = fw_command_add (command, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  const char *field;
  va_list values;

  va_start (values, kind);
  while ((field = va_arg (values, const char *)) != NULL)
    fw_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
}

/* What was not yet known on a day is not in the facts of that day. */
static void
test_as_of (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwFacts) early = NULL;
  g_autoptr (FwFacts) late = NULL;
  g_auto (GStrv) wages = NULL;

  put (company->store, "training", "employee-id", company->employee, "title", "产品培训", "date", "2025-06-10", NULL);
  put (company->store, "employment", "employee-id", company->employee, "hired", "2027-01-01", NULL);
  early = facts_of (company, company->employee, "2025-05-31");
  late = facts_of (company, company->employee, "2026-03-10");
  wages = fw_facts_list (early, "employee/wage/@month");
  g_assert_cmpuint (g_strv_length (wages), ==, 3);
  g_assert_null (fw_facts_get (early, "employee/training/@date"));
  g_assert_cmpstr (fw_facts_get (late, "employee/training/@date"), ==, "2025-06-10");
  g_assert_cmpstr (fw_facts_get (late, "employee/employment/@hired"), ==, "2020-01-01");
  g_assert_cmpstr (fw_facts_get (late, "@jurisdiction"), ==, "CN");
  g_assert_cmpstr (fw_facts_get (late, "company/union/@exists"), ==, "true");
}

/* The figure in force on the day counts, and it is unconfirmed until a person says otherwise. */
static void
test_local_figures (TestCompany *company,
                    gconstpointer today)
{
  g_autoptr (FwFacts) before = NULL;
  g_autoptr (FwFacts) on = NULL;
  g_autoptr (FwFacts) after = NULL;

  put (company->store, "local-figure", "jurisdiction", "CN", "place", "Shanghai", "year", "2023", "name", "average-monthly-wage",
       "amount", "12307", "from", "2024-07-01", "until", "2025-06-30", "confirmed", "true", NULL);
  put (company->store, "local-figure", "jurisdiction", "CN", "place", "Shanghai", "year", "2024", "name", "average-monthly-wage",
       "amount", "12434", "from", "2025-07-01", "until", "2026-06-30", "confirmed", "false", NULL);
  put (company->store, "local-figure", "jurisdiction", "CN", "place", "Beijing", "year", "2024", "name", "average-monthly-wage",
       "amount", "15701.08", "from", "2024-06-01", NULL);
  before = facts_of (company, company->employee, "2025-06-30");
  on = facts_of (company, company->employee, "2025-07-01");
  after = facts_of (company, company->employee, "2026-07-01");
  g_assert_cmpstr (fw_facts_get (before, "local/@average-monthly-wage"), ==, "12307.00");
  g_assert_cmpstr (fw_facts_get (before, "local/@confirmed"), ==, "true");
  g_assert_cmpstr (fw_facts_get (on, "local/@average-monthly-wage"), ==, "12434.00");
  g_assert_cmpstr (fw_facts_get (on, "local/@confirmed"), ==, "false");
  g_assert_null (fw_facts_get (after, "local/@average-monthly-wage"));
}

/* Rules bind with the day on which this person acknowledged them; another employer's rules are none. */
static void
test_rules (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwRecord) rule = NULL;
  g_autoptr (FwFacts) hers = NULL;
  g_autoptr (FwFacts) his = NULL;

  put (company->store, "rule", "number", "SC-3-2", "title", "员工手册", "article", "第三十二条", "democratic", "true", "published",
       "2024-01-15", "text", "连续旷工三日的，属于严重违反规章制度。", NULL);
  rule = fw_store_find (company->store, "rule", "number", "SC-3-2", NULL);
  put (company->store, "acknowledgement", "rule-id", fw_record_get_id (rule), "employee-id", company->employee, "acknowledged",
       "2024-02-01", NULL);
  put (company->store, "violation", "employee-id", company->employee, "date", "2026-02-01", "what", "旷工三日", "rule-id",
       fw_record_get_id (rule), NULL);
  hers = facts_of (company, company->employee, "2026-03-10");
  g_assert_cmpstr (fw_facts_get (hers, "employee/violation/@rule"), ==, "SC-3-2");
  his = facts_of (company, company->second, "2026-03-10");
  g_assert_cmpstr (fw_facts_get (hers, "company/rule/@id"), ==, "SC-3-2");
  g_assert_cmpstr (fw_facts_get (hers, "company/rule/@acknowledged"), ==, "2024-02-01");
  g_assert_cmpstr (fw_facts_get (his, "company/rule/@id"), ==, "SC-3-2");
  g_assert_null (fw_facts_get (his, "company/rule/@acknowledged"));
}

/* The people of the sample company make facts that the schema knows, leaves of absence and all. Every sixtieth is asked: the
 * schema takes its time over three years of wages. */
static void
test_sample (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSchema) schema = fw_facts_load_schema (&error);
  g_autoptr (GPtrArray) people = NULL;

  fw_sample_fill (company->store, NULL, &error);
  g_assert_no_error (error);
  people = fw_store_list (company->store, "employee", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, >, 50);
  for (guint i = 0; i < people->len; i += 60)
    {
      g_autoptr (FwFacts) facts = facts_of (company, fw_record_get_id (people->pdata[i]), "2026-10-15");

      fw_facts_validate (facts, schema, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/employee-facts/as-of", TestCompany, "2026-03-10", test_company_set_up, test_as_of, test_company_tear_down);
  g_test_add ("/employee-facts/local-figures", TestCompany, "2026-03-10", test_company_set_up, test_local_figures,
              test_company_tear_down);
  g_test_add ("/employee-facts/rules", TestCompany, "2026-03-10", test_company_set_up, test_rules, test_company_tear_down);
  g_test_add ("/employee-facts/sample", TestCompany, "2026-03-10", test_company_set_up, test_sample, test_company_tear_down);
  return g_test_run ();
}
