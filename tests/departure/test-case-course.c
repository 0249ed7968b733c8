#include "fw-test-case.h"

#include <string.h>

#include "store/fw-audit.h"

#define TODAY "2026-03-10"

/* What happens to a case beside its steps. */

static void
assert_not (gboolean done,
            GError **error,
            int code)
{
  g_assert_false (done);
  g_assert_error (*error, FW_WORKPLACE_ERROR, code);
  g_clear_error (error);
}

static const char *
newest_event (FwCase *its)
{
  g_autoptr (FwCaseItem) event = g_list_model_get_item (fw_case_get_events (its), 0);

  return fw_case_item_get_text (event, "what");
}

/* A paused case keeps its state and leads on nowhere until it is taken up; lists tell it; undo takes it back. */
static void
test_pause (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-10");
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (FwCaseItem) row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *look_again = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  assert_not (fw_case_pause (its, "  ", fw_date_new (2026, 5, 1), &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_pause (its, "等产假结束", fw_date_new (2026, 3, 10), &error), &error, FW_WORKPLACE_ERROR_INPUT);
  assert_not (fw_case_pause (its, "等产假结束", FW_DATE_UNKNOWN, &error), &error, FW_WORKPLACE_ERROR_INPUT);
  assert_not (fw_case_resume (its, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  g_assert_true (fw_case_pause (its, "等产假结束", fw_date_new (2026, 5, 1), &error));
  g_assert_true (fw_case_is_paused (its));
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DRAFT);
  g_object_get (its, "look-again", &look_again, NULL);
  g_assert_cmpstr (look_again, ==, "2026-05-01");
  g_assert_cmpstr (newest_event (its), ==, "case.pause");
  assert_not (fw_case_pause (its, "再等等", fw_date_new (2026, 5, 1), &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_submit (its, NULL, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_issue (its, "mutual-agreement", NULL, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_close (its, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  rows = fw_workplace_list_cases (company->workplace, NULL, TRUE, 5, NULL, NULL);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (fw_case_item_get_text (row, "pause-reason"), ==, "等产假结束");
  g_assert_cmpstr (fw_case_item_get_text (row, "look-again"), ==, "2026-05-01");
  g_assert_true (fw_case_resume (its, &error));
  g_assert_false (fw_case_is_paused (its));
  g_assert_true (fw_case_submit (its, NULL, &error));
  g_assert_true (fw_case_pause (its, "等产假结束", fw_date_new (2026, 5, 1), &error));
  assert_not (fw_case_approve (its, NULL, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  g_assert_true (fw_case_undo (its, &error));
  g_assert_false (fw_case_is_paused (its));
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_SUBMITTED);
  g_assert_true (fw_case_approve (its, NULL, &error));
  g_assert_no_error (error);
}

/* What somebody takes on is on record with its day, the open ones first. */
static void
test_tasks (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (FwCaseItem) first = NULL;
  g_autoptr (FwCaseItem) last = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  assert_not (fw_case_add_task (its, "adjust-post", "", NULL, fw_date_new (2026, 4, 1), &error), &error,
              FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_add_task (its, "adjust-post", "调到售后支持", NULL, fw_date_new (2026, 3, 9), &error), &error,
              FW_WORKPLACE_ERROR_INPUT);
  g_assert_true (fw_case_add_task (its, "adjust-post", "调到售后支持", "顾海涛", fw_date_new (2026, 4, 1), &error));
  g_assert_true (fw_case_add_task (its, NULL, "约体检", NULL, fw_date_new (2026, 3, 20), &error));
  g_assert_no_error (error);
  first = g_list_model_get_item (fw_case_get_tasks (its), 0);
  g_assert_cmpstr (fw_case_item_get_text (first, "title"), ==, "约体检");
  id = g_strdup (fw_case_item_get_id (first));
  assert_not (fw_case_finish_task (its, "no-such", &error), &error, FW_WORKPLACE_ERROR_NOT_FOUND);
  g_assert_true (fw_case_finish_task (its, id, &error));
  assert_not (fw_case_finish_task (its, id, &error), &error, FW_WORKPLACE_ERROR_REFUSED);
  last = g_list_model_get_item (fw_case_get_tasks (its), 1);
  g_assert_cmpstr (fw_case_item_get_id (last), ==, id);
  g_assert_cmpstr (fw_case_item_get_text (last, "done-on"), ==, TODAY);
  g_assert_cmpstr (newest_event (its), ==, "task.finish");
}

/* A try that failed is kept with its reason, and delivers nothing. */
static void
test_failed_delivery (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (FwCaseItem) row = NULL;
  g_autoptr (GError) error = NULL;
  FwDate day = fw_date_new (2026, 3, 10);

  assert_not (fw_case_note_failed_delivery (its, "union-letter", "hand", day, "没有人在", &error), &error,
              FW_WORKPLACE_ERROR_REFUSED);
  test_case_fill (its, "union-letter");
  fw_case_issue (its, "union-letter", NULL, &error);
  g_assert_no_error (error);
  assert_not (fw_case_note_failed_delivery (its, "union-letter", "hand", day, " ", &error), &error,
              FW_WORKPLACE_ERROR_REFUSED);
  assert_not (fw_case_note_failed_delivery (its, "union-letter", "pigeon", day, "没有人在", &error), &error,
              FW_WORKPLACE_ERROR_INPUT);
  g_assert_true (fw_case_note_failed_delivery (its, "union-letter", "hand", day, "没有人在", &error));
  g_assert_null (fw_case_get (its, "company/union/@notified"));
  g_assert_null (fw_case_item_get_text (test_case_row (fw_case_get_documents (its), "union-letter"), "delivered-on"));
  row = g_list_model_get_item (fw_case_get_deliveries (its), 0);
  g_assert_true (fw_case_item_get_truth (row, "failed"));
  g_assert_cmpstr (fw_case_item_get_text (row, "document"), ==, "union-letter");
  g_assert_cmpstr (fw_case_item_get_text (row, "why"), ==, "没有人在");
}

/* Events and deadlines are told in the order in which one reads them, by names and local times. */
static void
test_course (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GListModel *events = fw_case_get_events (its), *deadlines = fw_case_get_deadlines (its);
  g_autoptr (FwCaseItem) newest = NULL;
  g_autoptr (FwCaseItem) oldest = NULL;
  const char *before = "";

  test_case_attach (company, its, "job-standard");
  newest = g_list_model_get_item (events, 0);
  oldest = g_list_model_get_item (events, g_list_model_get_n_items (events) - 1);
  g_assert_cmpstr (fw_case_item_get_text (newest, "what"), ==, "case.attach");
  g_assert_cmpstr (fw_case_item_get_text (newest, "about"), !=, "job-standard");
  g_assert_nonnull (fw_case_item_get_text (newest, "about"));
  g_assert_cmpuint (strlen (fw_case_item_get_text (newest, "at")), ==, 5);
  g_assert_cmpstr (fw_case_item_get_text (oldest, "what"), ==, "case.open");
  g_assert_cmpuint (g_list_model_get_n_items (deadlines), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr (FwCaseItem) deadline = g_list_model_get_item (deadlines, i);
      const char *day = fw_case_item_get_text (deadline, "date");

      g_assert_true (day == NULL || (before != NULL && strcmp (before, day) <= 0));
      before = day;
    }
}

/* A way out that a check names comes with the pack's own words for it. */
static void
test_actions (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GListModel *findings = fw_case_get_findings (its);
  g_autoptr (GError) error = NULL;
  guint named = 0;

  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", TODAY, &error));
  g_assert_true (fw_case_save (its, &error));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      const char *const *actions = fw_case_item_get_texts (finding, "actions");
      const char *const *titles = fw_case_item_get_texts (finding, "action-titles");

      g_assert_cmpuint (g_strv_length ((GStrv) actions), ==, g_strv_length ((GStrv) titles));
      named += g_strv_contains (actions, "pause") && g_strv_contains (titles, "暂停，到期提醒我");
    }
  g_assert_cmpuint (named, >, 0);
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "pause", test_pause },
    { "tasks", test_tasks },
    { "failed-delivery", test_failed_delivery },
    { "course", test_course },
    { "actions", test_actions },
  };

  return test_company_run (argc, argv, "/case-course", TODAY, tests, G_N_ELEMENTS (tests));
}
