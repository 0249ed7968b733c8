#include "fw-test-case.h"

#include "store/fw-audit.h"

#define TODAY "2026-03-10"

static void
add (TestCompany *company,
     const char *kind,
     const char *const *fields)
{
  g_autoptr (FwRecord) record = fw_record_new (kind);
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  fw_record_set (record, "employee-id", company->employee);
  for (guint i = 0; fields[i] != NULL; i += 2)
    fw_record_set (record, fields[i], fields[i + 1]);
  fw_command_put (command, record);
  event = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(kind, ...) add (company, kind, (const char *const[]){ __VA_ARGS__, NULL })

/* Two failed assessments with training between them, a good one before, and a training that has nothing to do with it. */
static FwCase *
open_incompetent (TestCompany *company)
{
  ADD ("review", "period", "2025-06", "measure", "回款", "score", "95", "grade", "良好", "date", "2025-07-03");
  ADD ("review", "period", "2025-09", "measure", "回款", "score", "54", "grade", "不合格", "date", "2025-10-08", "signed", "true");
  ADD ("review", "period", "2026-01", "measure", "回款", "score", "55", "grade", "不合格", "date", "2026-02-05", "signed", "true");
  ADD ("training", "title", "消防演练", "date", "2025-03-01");
  ADD ("training", "title", "客户开发", "date", "2025-11-03", "hours", "24");
  return test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
}

static FwCaseItem *
material (FwCase *its,
          const char *id)
{
  return test_case_row (fw_case_get_materials (its), id);
}

/* The only record found for a material, by one of its fields. */
static const char *
found_value (FwCase *its,
             const char *id,
             const char *field)
{
  GListModel *found = fw_case_item_get_list (material (its, id), "found");
  g_autoptr (FwCaseItem) item = NULL;

  g_assert_nonnull (found);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  item = g_list_model_get_item (found, 0);
  return fw_record_get (fw_case_item_get_object (item, "record"), field);
}

/* What the records hold is found: the right assessment of several, the training after it, not the one before. */
static void
test_found (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = open_incompetent (company);
  GListModel *wages = fw_case_item_get_list (material (its, "wage-12m"), "found");

  g_assert_cmpstr (found_value (its, "assess-1", "period"), ==, "2025-09");
  g_assert_cmpstr (found_value (its, "assess-2", "period"), ==, "2026-01");
  g_assert_cmpstr (found_value (its, "train-or-transfer", "title"), ==, "客户开发");
  g_assert_nonnull (fw_case_item_get_text (material (its, "assess-1"), "ask"));
  g_assert_null (fw_case_item_get_text (material (its, "wage-12m"), "ask"));
  /* Of the twelve months before the last day March is not paid yet. */
  g_assert_cmpuint (g_list_model_get_n_items (wages), ==, 11);
  g_assert_null (fw_case_item_get_list (material (its, "union-notice"), "found"));
  g_assert_cmpint (fw_case_item_get_choice (material (its, "assess-1"), "state"), ==, FW_MATERIAL_MISSING);
}

/* What a person said of the employee in the case itself is no record and proves nothing. */
static void
test_said (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GListModel *found;

  test_case_set (its, "employee/review[1]/@period", "2025-09");
  test_case_set (its, "employee/review[1]/@date", "2025-10-08");
  found = fw_case_item_get_list (material (its, "assess-1"), "found");
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 0);
}

/* Without a question they are taken in together, with one event; what needs a judgment is left to a person. */
static void
test_together (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = open_incompetent (company);
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_case_attach_found (its, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_item_get_choice (material (its, "wage-12m"), "state"), ==, FW_MATERIAL_PRESENT);
  g_assert_cmpstr (fw_case_item_get_text (material (its, "wage-12m"), "source-kind"), ==, "wage");
  g_assert_cmpstr (fw_case_item_get_text (material (its, "wage-12m"), "date"), ==, "2026-02-28");
  g_assert_cmpint (fw_case_item_get_choice (material (its, "assess-1"), "state"), ==, FW_MATERIAL_MISSING);
  g_assert_false (fw_case_attach_found (its, NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (fw_case_undo (its, &error));
  g_assert_cmpint (fw_case_item_get_choice (material (its, "wage-12m"), "state"), ==, FW_MATERIAL_MISSING);
}

/* That a person judged it is on record with the question. */
static void
test_judged (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = open_incompetent (company);
  g_autofree char *ask = g_strdup (fw_case_item_get_text (material (its, "assess-1"), "ask"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_assert_true (fw_case_attach_found (its, "assess-1", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_case_item_get_choice (material (its, "assess-1"), "state"), ==, FW_MATERIAL_PRESENT);
  g_assert_cmpstr (fw_case_item_get_text (material (its, "assess-1"), "date"), ==, "2025-10-08");
  events = fw_store_list_events (company->store, fw_case_get_id (its), 0, 0, NULL, &error);
  g_assert_cmpstr (fw_event_get_detail (events->pdata[events->len - 1], "judged"), ==, ask);
  g_assert_false (fw_case_attach_found (its, "union-notice", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "found", test_found },
    { "said", test_said },
    { "together", test_together },
    { "judged", test_judged },
  };

  return test_company_run (argc, argv, "/case/materials", TODAY, tests, G_N_ELEMENTS (tests));
}
