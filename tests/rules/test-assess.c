#include "rules/fw-packs.h"

#include <string.h>

typedef struct
{
  FwPacks *packs;
  FwPack *pack;
  FwFacts *facts;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "rules", "packs", "small", NULL);
  const char *folders[] = { folder, NULL };
  const char *facts[][2] = {
    { "@as-of", "2026-03-01" },
    { "@jurisdiction", "XX" },
    { "employee/employment/@hired", "2020-01-01" },
    { "employee/pay/@average", "10000" },
    { "employee/pay/@last-month", "11000" },
    { "local/@average-monthly-wage", "5000" },
    { "local/@confirmed", "true" },
    { "departure/@ground", "xx.1" },
    { "departure/@notified", "2026-03-01" },
    { "departure/@last-day", "2026-03-31" },
    { "evidence[1]/@kind", "contract" },
    { "evidence[2]/@kind", "letter" },
  };
  g_autoptr (GError) error = NULL;

  fixture->packs = fw_packs_new_for_folders (folders, &error);
  g_assert_no_error (error);
  fixture->pack = fw_packs_get (fixture->packs, "xx", &error);
  g_assert_no_error (error);
  fixture->facts = fw_facts_new ();
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    fw_facts_set (fixture->facts, facts[i][0], facts[i][1], NULL);
  g_assert_true (fw_facts_validate (fixture->facts, fw_packs_get_facts_schema (fixture->packs), NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  fw_facts_unref (fixture->facts);
  fw_packs_free (fixture->packs);
}

static FwAssessment *
assess (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FwAssessment *assessment = fw_pack_assess (fixture->pack, fixture->facts, NULL, &error);

  g_assert_no_error (error);
  return assessment;
}

static void
set (Fixture *fixture,
     const char *path,
     const char *value)
{
  g_assert_true (fw_facts_set (fixture->facts, path, value, NULL));
}

static void
assert_finding (FwAssessment *assessment,
                const char *id,
                int severity)
{
  const FwFinding *finding = fw_assessment_find (assessment, id);

  if (severity < 0)
    {
      g_assert_null (finding);
      return;
    }
  g_assert_nonnull (finding);
  g_assert_cmpint ((int) finding->severity, ==, severity);
}

static void
assert_number (FwNumber *number,
               const char *expected)
{
  g_autofree char *text = fw_number_to_short (number, 0, 6);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_clear (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (FwAssessment) assessment = assess (fixture);

  assert_finding (assessment, "xx.bar", FW_SEVERITY_INFO);
  assert_finding (assessment, "xx.long", -1);
  assert_finding (assessment, "missing.receipt", -1);
  g_assert_cmpint ((int) fw_assessment_get_verdict (assessment), ==, (int) FW_SEVERITY_INFO);
  assert_number (fw_assessment_get_severance (assessment)->months, "7");
  assert_number (fw_assessment_get_severance (assessment)->amount, "70000");
  g_assert_cmpint ((int) fw_assessment_get_severance (assessment)->capped, ==, (int) FW_ANSWER_NO);
  assert_number (fw_assessment_get_notice (assessment)->pay_in_lieu, "0");
  assert_number (fw_assessment_get_total (assessment), "70000");
  assert_number (fw_assessment_get_damages (assessment)->amount, "140000");
  assert_number (fw_assessment_get_tax (assessment)->amount, "13000");
  g_assert_cmpuint (fw_assessment_get_documents (assessment)->len, ==, 2);
}

/* A bar that holds on the last day blocks; one that held at notice only warns; and until is the last day it holds. */
static void
test_grades (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (FwAssessment) blocked = NULL;
  g_autoptr (FwAssessment) warned = NULL;
  g_autoptr (FwAssessment) clear = NULL;
  const FwFinding *finding;

  set (fixture, "employee/protection/@kind", "pregnancy");
  set (fixture, "employee/protection/@until", "2026-03-31");
  blocked = assess (fixture);
  assert_finding (blocked, "xx.bar", FW_SEVERITY_BLOCK);
  finding = fw_assessment_find (blocked, "xx.bar");
  g_assert_cmpint (fw_date_compare (finding->until, fw_date_new (2026, 3, 31)), ==, 0);
  g_assert_cmpstr (finding->message.zh, ==, "保护到2026年3月31日");
  g_assert_cmpstr (finding->message.en, ==, "Protected until 31 March 2026");
  g_assert_cmpstr (finding->article.zh, ==, "示例法第一条");
  g_assert_cmpstr (finding->actions[0], ==, "pause");
  set (fixture, "employee/protection/@until", "2026-03-30");
  warned = assess (fixture);
  assert_finding (warned, "xx.bar", FW_SEVERITY_WARN);
  g_assert_cmpstr (fw_assessment_find (warned, "xx.bar")->message.zh, ==, "通知时还在保护期");
  set (fixture, "employee/protection/@until", "2026-02-28");
  clear = assess (fixture);
  assert_finding (clear, "xx.bar", FW_SEVERITY_INFO);
}

static void
test_unknown (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (FwAssessment) assessment = NULL;
  const FwFinding *finding;

  set (fixture, "employee/employment/@hired", NULL);
  assessment = assess (fixture);
  assert_finding (assessment, "xx.long", FW_SEVERITY_WARN);
  finding = fw_assessment_find (assessment, "xx.long");
  g_assert_cmpstr (finding->unknown[0], ==, "employee/employment/@hired");
  g_assert_null (finding->unknown[1]);
  assert_finding (assessment, "severance.facts", FW_SEVERITY_WARN);
  g_assert_null (fw_assessment_find (assessment, "tax.facts"));
  g_assert_null (fw_assessment_get_severance (assessment)->amount);
  g_assert_null (fw_assessment_get_total (assessment));
  g_assert_null (fw_assessment_get_damages (assessment)->amount);
  g_assert_null (fw_assessment_get_tax (assessment)->amount);
  assert_number (fw_assessment_get_severance (assessment)->base, "10000");
}

/* What is unknown is named as facts are named, however the rule asks for it. */
static void
test_unknown_paths (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (FwAssessment) assessment = NULL;
  const FwFinding *finding;

  set (fixture, "departure/@notified", NULL);
  assessment = assess (fixture);
  assert_finding (assessment, "xx.proof", FW_SEVERITY_WARN);
  finding = fw_assessment_find (assessment, "xx.proof");
  g_assert_cmpuint (g_strv_length (finding->unknown), ==, 3);
  g_assert_cmpstr (finding->unknown[0], ==, "evidence[@kind='talk']/@date");
  g_assert_cmpstr (finding->unknown[1], ==, "employee/protection/@until");
  g_assert_cmpstr (finding->unknown[2], ==, "departure/@notified");
}

/* Without a confirmed average the cap is neither applied nor denied. */
static void
test_cap (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (FwAssessment) capped = NULL;
  g_autoptr (FwAssessment) unconfirmed = NULL;

  set (fixture, "employee/pay/@average", "20000");
  capped = assess (fixture);
  g_assert_cmpint ((int) fw_assessment_get_severance (capped)->capped, ==, (int) FW_ANSWER_YES);
  assert_number (fw_assessment_get_severance (capped)->amount, "105000");
  set (fixture, "local/@confirmed", "false");
  unconfirmed = assess (fixture);
  g_assert_cmpint ((int) fw_assessment_get_severance (unconfirmed)->capped, ==, (int) FW_ANSWER_UNKNOWN);
  assert_number (fw_assessment_get_severance (unconfirmed)->amount, "140000");
  assert_finding (unconfirmed, "xx.cap", FW_SEVERITY_WARN);
}

static void
test_wages (Fixture *fixture,
            gconstpointer data)
{
  const char *months[] = { "2026-03", "2026-01", "2026-02" };
  const char *pay[] = { "9000", "100", "6000" };
  g_autoptr (FwAssessment) assessment = NULL;

  set (fixture, "employee/pay/@average", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      FwXmlNode *wage = fw_facts_append (fixture->facts, "employee/wage", NULL);

      fw_xml_node_set (wage, "month", months[i]);
      fw_xml_node_set (wage, "gross", pay[i]);
    }
  assessment = assess (fixture);
  assert_number (fw_assessment_get_severance (assessment)->base, "7500");
}

static void
test_materials (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (FwAssessment) missing = NULL;
  g_autoptr (FwAssessment) closing = NULL;
  g_autoptr (FwAssessment) excepted = NULL;

  fw_facts_remove (fixture->facts, "evidence[2]");
  missing = assess (fixture);
  assert_finding (missing, "missing.letter", FW_SEVERITY_BLOCK);
  assert_finding (missing, "missing.receipt", -1);
  assert_finding (missing, "missing.talk", -1);
  g_assert_cmpuint (fw_assessment_get_materials (missing)->len, ==, 3);
  g_assert_cmpuint (fw_assessment_get_recommended (missing)->len, ==, 1);
  set (fixture, "departure/@stage", "left");
  closing = assess (fixture);
  assert_finding (closing, "missing.receipt", FW_SEVERITY_BLOCK);
  set (fixture, "employee/@number", "E9");
  excepted = assess (fixture);
  assert_finding (excepted, "missing.receipt", -1);
}

/* Only what the pack lets a lawyer set aside, and a missing material, can be set aside. */
static void
test_override (Fixture *fixture,
               gconstpointer data)
{
  const char *found[] = { "xx.long", "xx.bar", "missing.letter" };
  g_autoptr (FwAssessment) assessment = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      FwXmlNode *node = fw_facts_append (fixture->facts, "override", NULL);

      fw_xml_node_set (node, "finding", found[i]);
      fw_xml_node_set (node, "by", "律师");
      fw_xml_node_set (node, "on", "2026-03-01");
      fw_xml_node_set (node, "reason", "已核实");
    }
  fw_facts_remove (fixture->facts, "evidence[2]");
  set (fixture, "employee/employment/@hired", "1990-01-01");
  set (fixture, "employee/protection/@kind", "pregnancy");
  assessment = assess (fixture);
  assert_finding (assessment, "xx.long", FW_SEVERITY_WARN);
  g_assert_true (fw_assessment_find (assessment, "xx.long")->overridden);
  assert_finding (assessment, "missing.letter", FW_SEVERITY_WARN);
  assert_finding (assessment, "xx.bar", FW_SEVERITY_BLOCK);
  g_assert_cmpstr (fw_assessment_find (assessment, "xx.long")->message.zh, ==, "已满36年");
}

static void
test_settings (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (FwAssessment) shipped = assess (fixture);
  g_autoptr (FwAssessment) there = NULL;
  g_autoptr (FwAssessment) own = NULL;
  g_autoptr (FwAssessment) given = NULL;
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GPtrArray *alternatives = fw_assessment_get_alternatives (shipped);
  FwAlternative *first;

  g_assert_cmpuint (alternatives->len, ==, 2);
  first = g_ptr_array_index (alternatives, 0);
  g_assert_cmpstr (first->setting, ==, "rounding");
  g_assert_cmpstr (first->value, ==, "down");
  g_assert_cmpstr (first->of, ==, "severance");
  assert_number (first->amount, "60000");
  set (fixture, "@place", "There");
  there = assess (fixture);
  assert_number (fw_assessment_get_severance (there)->amount, "60000");
  set (fixture, "setting/@id", "rounding");
  set (fixture, "setting/@value", "up");
  own = assess (fixture);
  assert_number (fw_assessment_get_severance (own)->amount, "70000");
  g_hash_table_insert (settings, (gpointer) "rounding", (gpointer) "down");
  fw_facts_remove (fixture->facts, "setting");
  given = fw_pack_assess (fixture->pack, fixture->facts, settings, NULL);
  assert_number (fw_assessment_get_severance (given)->amount, "60000");
  set (fixture, "setting/@id", "rounding");
  set (fixture, "setting/@value", "sideways");
  g_assert_false (fw_pack_check_readings (fixture->pack, fixture->facts, &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT);
}

/* A reading that an earlier pack had does not keep a case from being judged: the place's default counts, and it is named. */
static void
test_lapsed_readings (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (FwAssessment) lapsed = NULL;

  set (fixture, "setting[1]/@id", "rounding");
  set (fixture, "setting[1]/@value", "sideways");
  set (fixture, "setting[2]/@id", "gone");
  set (fixture, "setting[2]/@value", "1");
  lapsed = assess (fixture);
  assert_number (fw_assessment_get_severance (lapsed)->amount, "70000");
  assert_finding (lapsed, "setting.rounding", FW_SEVERITY_WARN);
  assert_finding (lapsed, "setting.gone", FW_SEVERITY_WARN);
  g_assert_nonnull (strstr (fw_assessment_find (lapsed, "setting.gone")->message.zh, "gone：1"));
}

/* A figure of the place that is 0 is as good as none: nothing is capped by it. */
static void
test_bounds (Fixture *fixture,
             gconstpointer data)
{
  static const char *const figures[] = { "0", "1000000.01" };

  set (fixture, "local/@confirmed", "true");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (FwAssessment) assessment = NULL;

      set (fixture, "local/@average-monthly-wage", figures[i]);
      assessment = assess (fixture);
      g_assert_cmpint (fw_assessment_get_severance (assessment)->capped, ==, FW_ANSWER_UNKNOWN);
      assert_number (fw_assessment_get_severance (assessment)->amount, "70000");
    }
}

/* What many grounds would cost is reckoned without judging them: the amounts are the same, and nothing is found. */
static void
test_costs (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (FwAssessment) whole = assess (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwAssessment) costs = fw_pack_assess_costs (fixture->pack, fixture->facts, NULL, &error);
  g_autofree char *total = fw_number_to_short (fw_assessment_get_total (whole), 0, 6);
  g_autofree char *severance = fw_number_to_short (fw_assessment_get_severance (whole)->amount, 0, 6);

  g_assert_no_error (error);
  assert_number (fw_assessment_get_total (costs), total);
  assert_number (fw_assessment_get_severance (costs)->amount, severance);
  g_assert_cmpstr (fw_assessment_get_notice (costs)->by, ==, fw_assessment_get_notice (whole)->by);
  g_assert_cmpuint (fw_assessment_get_alternatives (costs)->len, ==, 0);
  g_assert_cmpuint (fw_assessment_get_materials (costs)->len, ==, 0);
}

static void
test_ground (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (FwAssessment) part_time = NULL;
  g_autoptr (FwAssessment) resigned = NULL;
  g_autoptr (FwAssessment) late = NULL;
  g_autoptr (FwAssessment) none = NULL;
  g_autoptr (GError) error = NULL;

  set (fixture, "employee/employment/@contract", "part-time");
  part_time = assess (fixture);
  assert_finding (part_time, "applies.xx.1", FW_SEVERITY_BLOCK);
  set (fixture, "departure/@ground", "xx.2");
  resigned = assess (fixture);
  assert_number (fw_assessment_get_severance (resigned)->amount, "0");
  g_assert_cmpint ((int) fw_assessment_get_severance (resigned)->due, ==, (int) FW_ANSWER_NO);
  g_assert_cmpuint (fw_assessment_get_severance (resigned)->working->len, ==, 1);
  g_assert_cmpstr (fw_assessment_get_notice (resigned)->by, ==, "none");
  set (fixture, "departure/@notified", "2026-07-01");
  late = assess (fixture);
  assert_finding (late, "in-force.xx.2", FW_SEVERITY_BLOCK);
  set (fixture, "departure/@ground", NULL);
  none = assess (fixture);
  assert_finding (none, "ground.facts", FW_SEVERITY_WARN);
  g_assert_null (fw_assessment_get_severance (none));
  set (fixture, "departure/@ground", "xx.9");
  g_assert_null (fw_pack_assess (fixture->pack, fixture->facts, NULL, &error));
  g_assert_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT);
}

static void
test_other (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (FwAssessment) assessment = NULL;
  FwAmount *travel;

  set (fixture, "departure/@employee-requests", "true");
  set (fixture, "departure/@notified", "2026-03-02");
  assessment = assess (fixture);
  g_assert_cmpuint (fw_assessment_get_other (assessment)->len, ==, 1);
  travel = g_ptr_array_index (fw_assessment_get_other (assessment), 0);
  assert_number (travel->amount, "100.01");
  assert_number (fw_assessment_get_notice (assessment)->pay_in_lieu, "11000");
  assert_number (fw_assessment_get_total (assessment), "81100.01");
}

static void
add_evidence (Fixture *fixture,
              const char *kind,
              const char *date)
{
  FwXmlNode *node = fw_facts_append (fixture->facts, "evidence", NULL);

  fw_xml_node_set (node, "kind", kind);
  fw_xml_node_set (node, "date", date);
}

static void
test_procedure (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (FwAssessment) invited = NULL;
  g_autoptr (FwAssessment) early = NULL;
  FwProcedureStep *heard;

  add_evidence (fixture, "invitation", "2026-03-06");
  invited = assess (fixture);
  heard = g_ptr_array_index (fw_assessment_get_procedure (invited), 1);
  g_assert_cmpint (fw_date_compare (heard->earliest, fw_date_new (2026, 3, 13)), ==, 0);
  assert_finding (invited, "procedure.heard", -1);
  add_evidence (fixture, "hearing", "2026-03-12");
  early = assess (fixture);
  assert_finding (early, "procedure.heard", FW_SEVERITY_BLOCK);
}

static void
test_grounds (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) usable = fw_pack_judge_grounds (fixture->pack, fixture->facts, NULL, NULL);
  g_autoptr (GPtrArray) other = NULL;
  FwGroundJudgment *first = g_ptr_array_index (usable, 0), *second;

  g_assert_cmpuint (usable->len, ==, 2);
  g_assert_cmpint ((int) first->state, ==, (int) FW_GROUND_STATE_USABLE);
  set (fixture, "employee/protection/@kind", "pregnancy");
  set (fixture, "departure/@notified", "2026-07-01");
  fw_facts_remove (fixture->facts, "evidence[1]");
  other = fw_pack_judge_grounds (fixture->pack, fixture->facts, NULL, NULL);
  first = g_ptr_array_index (other, 0);
  second = g_ptr_array_index (other, 1);
  g_assert_cmpint ((int) first->state, ==, (int) FW_GROUND_STATE_BARRED);
  g_assert_cmpstr (first->missing[0], ==, "contract");
  g_assert_cmpint ((int) second->state, ==, (int) FW_GROUND_STATE_NOT_APPLICABLE);
  g_assert_cmpstr (fw_facts_get (fixture->facts, "departure/@ground"), ==, "xx.1");
}

/* The names and types that scripts outside rely on. */
static void
test_json (Fixture *fixture,
           gconstpointer data)
{
  const char *members[] = { "pack", "ground", "verdict", "findings", "materials", "notice", "severance", "damages",
                            "other", "total", "tax", "alternatives", "documents", "deadlines" };
  g_autoptr (FwAssessment) assessment = assess (fixture);
  g_autoptr (JsonNode) node = fw_assessment_to_json (assessment);
  JsonObject *object = json_node_get_object (node), *severance, *notice, *materials, *tax;
  JsonArray *working;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "verdict"), ==, "clear");
  g_assert_cmpstr (json_object_get_string_member (object, "total"), ==, "70000.00");
  severance = json_object_get_object_member (object, "severance");
  g_assert_true (json_object_get_boolean_member (severance, "due"));
  g_assert_cmpstr (json_object_get_string_member (severance, "months"), ==, "7");
  g_assert_cmpstr (json_object_get_string_member (severance, "amount"), ==, "70000.00");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (severance, "segments")), ==, 1);
  working = json_object_get_array_member (severance, "working");
  g_assert_cmpuint (json_array_get_length (working), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (working, 1), "value"), ==, "7");
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (json_array_get_object_element (working, 1), "step"), "zh"),
                   ==, "6年3个月，计7个月（进一）");
  notice = json_object_get_object_member (object, "notice");
  g_assert_cmpint (json_object_get_int_member (notice, "days"), ==, 30);
  g_assert_cmpstr (json_object_get_string_member (notice, "earliest_last_day"), ==, "2026-03-31");
  materials = json_object_get_object_member (object, "materials");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (materials, "moments"), "receipt"), ==, "closing");
  tax = json_object_get_object_member (object, "tax");
  g_assert_cmpstr (json_object_get_string_member (tax, "rate"), ==, "0.20");
  g_assert_cmpstr (json_object_get_string_member (tax, "tax"), ==, "13000.00");
}

static void
test_to_facts (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (FwAssessment) assessment = assess (fixture);
  g_autoptr (GError) error = NULL;

  fw_assessment_to_facts (assessment, fixture->facts, fw_date_new (2026, 3, 1));
  fw_assessment_to_facts (assessment, fixture->facts, fw_date_new (2026, 3, 1));
  g_assert_true (fw_facts_validate (fixture->facts, fw_packs_get_facts_schema (fixture->packs), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fw_facts_get (fixture->facts, "assessment/severance/@amount"), ==, "70000.00");
  g_assert_cmpstr (fw_facts_get (fixture->facts, "assessment/@verdict"), ==, "clear");
  g_assert_null (fw_facts_get (fixture->facts, "assessment[2]/@verdict"));
  g_assert_cmpstr (fw_facts_get (fixture->facts, "assessment/deadline/@date"), ==, "2026-04-15");
}

#define ADD(path, test) g_test_add ("/assess/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("clear", test_clear);
  ADD ("grades", test_grades);
  ADD ("unknown", test_unknown);
  ADD ("unknown-paths", test_unknown_paths);
  ADD ("cap", test_cap);
  ADD ("wages", test_wages);
  ADD ("materials", test_materials);
  ADD ("override", test_override);
  ADD ("settings", test_settings);
  ADD ("lapsed-readings", test_lapsed_readings);
  ADD ("bounds", test_bounds);
  ADD ("costs", test_costs);
  ADD ("ground", test_ground);
  ADD ("other", test_other);
  ADD ("procedure", test_procedure);
  ADD ("grounds", test_grounds);
  ADD ("json", test_json);
  ADD ("to-facts", test_to_facts);
  return g_test_run ();
}
