#include "departure/fw-case.h"
#include "departure/fw-sample.h"
#include "departure/fw-workplace.h"
#include "rules/fw-assessment.h"

#include "fw-test-case.h"

/* What docs/import.md promises of the sample's people, judged by the pack. */

static FwCase *
open_case (TestSample *fixture,
           const char *number,
           const char *kind,
           const char *ground)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) person = fw_store_find (fixture->store, "employee", "number", number, &error);
  FwCase *its;

  g_assert_no_error (error);
  g_assert_nonnull (person);
  its = fw_case_open (fixture->workplace, fw_record_get_id (person), kind, ground, &error);
  g_assert_no_error (error);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-11-20", &error));
  g_assert_no_error (error);
  g_assert_true (fw_case_judge (its, &error));
  g_assert_no_error (error);
  return its;
}

static gboolean
blocks (FwCase *its,
        const char *finding)
{
  const FwFinding *found = fw_assessment_find (fw_case_get_assessment (its), finding);

  return found != NULL && found->severity == FW_SEVERITY_BLOCK;
}

static gboolean
has_material (FwCase *its,
              const char *id)
{
  GPtrArray *needs = fw_assessment_get_materials (fw_case_get_assessment (its));

  for (guint i = 0; i < needs->len; i++)
    {
      const FwMaterialNeed *need = g_ptr_array_index (needs, i);

      if (g_str_equal (need->id, id))
        return need->present;
    }
  return FALSE;
}

/* What still stands in the way, for the message of a test that fails. */
static void
tell (FwCase *its)
{
  GPtrArray *findings = fw_assessment_get_findings (fw_case_get_assessment (its));
  GPtrArray *needs = fw_assessment_get_materials (fw_case_get_assessment (its));

  for (guint i = 0; i < findings->len; i++)
    {
      const FwFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != FW_SEVERITY_INFO)
        g_test_message ("%s %s: %s", finding->severity == FW_SEVERITY_BLOCK ? "block" : "warn", finding->id, finding->message.zh);
    }
  for (guint i = 0; i < needs->len; i++)
    {
      const FwMaterialNeed *need = g_ptr_array_index (needs, i);

      if (!need->present)
        g_test_message ("missing %s (%s)", need->id, need->moment);
    }
}

static void
test_pregnant (TestSample *fixture,
               gconstpointer unused)
{
  g_autoptr (FwCase) its = open_case (fixture, "E0142", "dismissal", "cn.40-2");

  tell (its);
  g_assert_true (blocks (its, "cn.42-4"));
  g_assert_true (has_material (its, "assess-2"));
}

static void
test_incompetent (TestSample *fixture,
                  gconstpointer unused)
{
  g_autoptr (FwCase) its = open_case (fixture, "E0187", "dismissal", "cn.40-2");
  const char *papers[] = { "contract", "wage-12m", "job-standard", "assess-1", "train-or-transfer", "assess-2" };

  tell (its);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_true (has_material (its, papers[i]));
  g_assert_false (blocks (its, "cn.40-2.two-steps"));
  g_assert_false (blocks (its, "cn.42-4"));
}

static void
test_probation (TestSample *fixture,
                gconstpointer unused)
{
  g_autoptr (FwCase) its = open_case (fixture, "E0342", "dismissal", "cn.39-1");
  const char *papers[] = { "hiring-criteria-ack", "probation-assess", "assess-result-served" };

  tell (its);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_true (has_material (its, papers[i]));
  g_assert_false (blocks (its, "cn.39-1.in-probation"));
  g_assert_false (blocks (its, "cn.19"));
}

static void
test_breach (TestSample *fixture,
             gconstpointer unused)
{
  g_autoptr (FwCase) its = open_case (fixture, "E0098", "dismissal", "cn.39-2");
  g_autoptr (FwCase) unsigned_rules = open_case (fixture, "E0310", "dismissal", "cn.39-2");
  const char *papers[] = { "rule-text", "rule-democratic", "rule-ack", "facts", "employee-statement" };

  tell (its);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_true (has_material (its, papers[i]));
  g_assert_false (blocks (its, "cn.39-2.rule-proven"));
  g_assert_false (blocks (its, "cn.39-2.rule-known"));
  g_assert_false (has_material (unsigned_rules, "rule-ack"));
}

static void
test_protected (TestSample *fixture,
                gconstpointer unused)
{
  g_autoptr (FwCase) sick = open_case (fixture, "E0198", "dismissal", "cn.40-2");
  g_autoptr (FwCase) injured = open_case (fixture, "E0205", "dismissal", "cn.40-2");

  tell (sick);
  tell (injured);
  g_assert_true (blocks (sick, "cn.42-3"));
  g_assert_true (blocks (injured, "cn.42-2"));
}

/* Years before 2008, and pay over three times the average. */
static void
test_money (TestSample *fixture,
            gconstpointer unused)
{
  g_autoptr (FwCase) old = open_case (fixture, "E0006", "mutual", "cn.36-er");
  g_autoptr (FwCase) rich = open_case (fixture, "E0015", "mutual", "cn.36-er");
  FwAmount *of_old = fw_assessment_get_severance (fw_case_get_assessment (old));
  FwAmount *of_rich = fw_assessment_get_severance (fw_case_get_assessment (rich));

  tell (old);
  tell (rich);
  g_assert_cmpuint (of_old->segments->len, >, 1);
  g_assert_nonnull (of_rich->amount);
}

int
main (int argc,
      char *argv[])
{
  static const TestSampleCase cases[] = {
    { "pregnant", test_pregnant },
    { "incompetent", test_incompetent },
    { "probation", test_probation },
    { "breach", test_breach },
    { "protected", test_protected },
    { "money", test_money },
  };

  return test_sample_run (argc, argv, "/sample-cases", cases, G_N_ELEMENTS (cases));
}
