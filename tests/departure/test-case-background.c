#include "fw-test-case.h"

#include "departure/fw-case-register.h"
#include "facts/fw-facts.h"

#define TODAY "2026-03-10"

static void
quit_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
settle (FwCase *its)
{
  gboolean judging = TRUE;

  for (g_object_get (its, "judging", &judging, NULL); judging; g_object_get (its, "judging", &judging, NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* In the window: an answer is a draft at once, saved and judged in the background, and steps that said otherwise when they
 * were left are to be seen again. */
static void
test_background (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (FwCase) again = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *saved = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  test_case_set (its, "case/agreement/@amount", "140000.00");
  fw_case_leave_step (its, FW_CASE_STEP_MONEY);
  while ((seen = fw_store_dup_draft (company->store, fw_case_get_id (its), "seen/4", NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_MONEY), !=, FW_VERDICT_SEEN_AGAIN);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-08-31", &error));
  settle (its);
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_MONEY), ==, FW_VERDICT_SEEN_AGAIN);
  while ((draft = fw_store_dup_draft (company->store, fw_case_get_id (its), "answers", NULL)) == NULL)
    g_main_context_iteration (NULL, FALSE);
  for (g_object_get (its, "saved-at", &saved, NULL); saved == NULL; g_object_get (its, "saved-at", &saved, NULL))
    g_main_context_iteration (NULL, FALSE);
  again = fw_case_load (company->workplace, fw_case_get_number (its), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (again, "departure/@last-day"), ==, "2026-08-31");
  g_assert_cmpint (fw_case_get_step_verdict (again, FW_CASE_STEP_MONEY), ==, FW_VERDICT_SEEN_AGAIN);

  /* The newest judging wins; the older one's caller is told that it is over. */
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-04-30", &error));
  fw_case_judge_async (its, NULL, quit_cb, &first);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-12-31", &error));
  fw_case_judge_async (its, NULL, quit_cb, &second);
  g_assert_true (fw_case_judge_finish (its, wait_for (&second), &error));
  g_assert_true (fw_case_judge_finish (its, wait_for (&first), &error));
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_prices (its), "n"), "months"), ==, "7");
  settle (its);
}

static char *
as_of (FwCase *its)
{
  g_autoptr (FwFacts) facts = fw_case_dup_facts (its, NULL);

  return g_strdup (fw_facts_get (facts, "@as-of"));
}

/* A case that stays open is judged by the new day after midnight, in the language that was chosen meanwhile, and by records
 * that somebody changed beside it; its own acts judge it once. */
static void
test_follows (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  FwRecord *protection;

  settle (its);
  fw_workplace_set_today (company->workplace, fw_date_new (2026, 3, 11));
  settle (its);
  day = as_of (its);
  g_assert_cmpstr (day, ==, "2026-03-11");
  fw_workplace_set_language (company->workplace, "en");
  settle (its);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_grounds (its), "cn.37"), "title"), ==, "Resignation");
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_findings (its), "cn.42-4"), "verdict"), !=,
                   FW_VERDICT_BLOCKED);
  protection = fw_command_add (command, "protection");
  fw_record_set (protection, "employee-id", company->employee);
  fw_record_set (protection, "kind", "pregnancy");
  fw_record_set (protection, "from", "2026-02-01");
  event = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  settle (its);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_findings (its), "cn.42-4"), "verdict"), ==,
                   FW_VERDICT_BLOCKED);
}

static void
read_through (FwCaseRegister *cases)
{
  gboolean loading = TRUE;

  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  for (g_object_get (cases, "loading", &loading, NULL); loading; g_object_get (cases, "loading", &loading, NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_register (FwCaseRegister *cases,
                 const char *search,
                 FwCaseShow show,
                 guint rows,
                 gboolean more)
{
  gboolean has_more;

  fw_case_register_ask (cases, search, show);
  read_through (cases);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cases)), ==, rows);
  g_object_get (cases, "has-more", &has_more, NULL);
  g_assert_true (has_more == more);
}

/* Closed cases of an import, numbered as it does. */
static void
add_closed (TestCompany *company,
            guint count)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < count; i++)
    {
      FwRecord *row = fw_command_add (command, "case");
      g_autofree char *number = g_strdup_printf ("OLD-%03u", i);

      fw_record_set (row, "number", number);
      fw_record_set (row, "employee-id", company->second);
      fw_record_set (row, "kind", "resignation");
      fw_record_set (row, "state", "closed");
      fw_record_set (row, "opened", "2020-01-01");
    }
  event = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
}

/* The list of cases reads page by page, searches by person and number, and follows what happens to a case. */
static void
test_register (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (FwCaseRegister) cases = fw_case_register_new (company->workplace);
  g_autoptr (FwCaseItem) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 open_count;

  assert_register (cases, NULL, FW_CASE_SHOW_OPEN, 1, FALSE);
  assert_register (cases, NULL, FW_CASE_SHOW_PAUSED, 0, FALSE);
  g_assert_true (fw_case_pause (its, "等产假结束", fw_date_new (2026, 5, 1), &error));
  read_through (cases);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cases)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (cases), 0);
  g_assert_cmpstr (fw_case_item_get_text (row, "look-again"), ==, "2026-05-01");
  add_closed (company, 95);
  assert_register (cases, NULL, FW_CASE_SHOW_ENDED, 40, TRUE);
  fw_case_register_load_more (cases);
  read_through (cases);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cases)), ==, 80);
  fw_case_register_load_more (cases);
  read_through (cases);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cases)), ==, 95);
  fw_case_register_load_more (cases);
  fw_case_register_reload (cases);
  read_through (cases);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cases)), ==, 95);
  assert_register (cases, "zhangmin", FW_CASE_SHOW_ALL, 1, FALSE);
  assert_register (cases, "OLD-00", FW_CASE_SHOW_ALL, 10, FALSE);
  assert_register (cases, "没有这个人", FW_CASE_SHOW_ALL, 0, FALSE);
  assert_register (cases, NULL, FW_CASE_SHOW_ALL, 40, TRUE);
  g_object_get (cases, "open-count", &open_count, NULL);
  g_assert_cmpint (open_count, ==, 1);
  settle (its);
}

static void
act_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  GError **outcome = user_data;

  if (!fw_case_act_finish (FW_CASE (source), result, outcome))
    return;
  /* Done: any error that is no refusal serves as the mark. */
  g_set_error_literal (outcome, G_IO_ERROR, G_IO_ERROR_EXISTS, "done");
}

static void
assert_outcome (GError **outcome,
                GQuark domain,
                int code)
{
  while (*outcome == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (*outcome, domain, code);
  g_clear_error (outcome);
}

static void
case_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(FwCase **) user_data = fw_case_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
rows_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GListModel **) user_data = fw_workplace_list_cases_finish (FW_WORKPLACE (source), result, NULL);
}

/* The window's way: opened, acted on and listed without waiting; the object shows each result before its callback. */
static void
test_without_waiting (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwCase) again = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GFile) file = test_company_file (company, "contract.pdf", "劳动合同");
  g_autoptr (GError) outcome = NULL;

  fw_case_open_async (company->workplace, company->employee, "dismissal", "cn.40-2", NULL, case_cb, &its);
  while (its == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fw_case_get_number (its), ==, "2026-0001");
  fw_case_attach_async (its, "contract", file, NULL, act_cb, &outcome);
  assert_outcome (&outcome, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (its), "contract"), "state"), ==,
                   FW_MATERIAL_PRESENT);
  fw_case_issue_async (its, "dismissal-notice", NULL, act_cb, &outcome);
  assert_outcome (&outcome, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  fw_case_submit_async (its, "请审批", NULL, act_cb, &outcome);
  assert_outcome (&outcome, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_SUBMITTED);
  fw_case_undo_async (its, NULL, act_cb, &outcome);
  assert_outcome (&outcome, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (fw_case_get_state (its), ==, FW_CASE_STATE_DRAFT);
  fw_case_load_async (company->workplace, "2026-0001", NULL, case_cb, &again);
  fw_workplace_list_cases_async (company->workplace, NULL, TRUE, 5, NULL, rows_cb, &rows);
  while (again == NULL || rows == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpstr (fw_case_get_id (again), ==, fw_case_get_id (its));
}

/* Waits until the store has this in the draft of the answers; NULL: until there is none. */
static void
wait_for_draft (TestCompany *company,
                const char *case_id,
                const char *words)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_autofree char *draft = fw_store_dup_draft (company->store, case_id, "answers", NULL);

      if (words == NULL ? draft == NULL : draft != NULL && strstr (draft, words) != NULL)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpstr (words, ==, "in the draft");
}

/* Somebody goes on answering while an act runs: the answer is judged and kept as a draft once the act is done. */
static void
test_said_meanwhile (TestCompany *company,
                     gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (GError) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  fw_case_add_task_async (its, NULL, "约谈", NULL, fw_date_new (2026, 3, 20), NULL, act_cb, &outcome);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-08-31", &error));
  assert_outcome (&outcome, G_IO_ERROR, G_IO_ERROR_EXISTS);
  settle (its);
  facts = fw_case_dup_facts (its, &error);
  g_assert_cmpstr (fw_facts_get (facts, "departure/@last-day"), ==, "2026-08-31");
  g_assert_cmpstr (fw_facts_get (facts, "departure/@proposer"), ==, "employer");
  wait_for_draft (company, fw_case_get_id (its), "2026-08-31");
}

/* What is said while something else makes the case be judged is a draft all the same, and so is what is said last of all. */
static void
test_always_saved (TestCompany *company,
                   gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autofree char *id = g_strdup (fw_case_get_id (its));
  g_autoptr (GError) error = NULL;

  settle (its);
  fw_workplace_set_today (company->workplace, fw_date_new (2026, 3, 11));
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-05-31", &error));
  wait_for_draft (company, id, "2026-05-31");
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-06-30", &error));
  fw_case_judge_async (its, NULL, NULL, NULL);
  wait_for_draft (company, id, "2026-06-30");
  fw_case_undo_async (its, NULL, NULL, NULL);
  wait_for_draft (company, id, NULL);
  settle (its);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-07-31", &error));
  fw_case_save_drafts (its);
  g_object_unref (its);
  wait_for_draft (company, id, "2026-07-31");
}

static void
settled_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  TestCompany *company = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;

  g_assert_true (fw_case_settle_drafts_finish (FW_CASE (source), result, &error));
  g_assert_no_error (error);
  draft = fw_store_dup_draft (company->store, fw_case_get_id (FW_CASE (source)), "answers", NULL);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "2026-08-31"));
  g_object_set_data (source, "settled", company);
}

/* Whoever waits for the last draft is told when the store has it, also when another was being written meanwhile. */
static void
test_settled (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (GError) error = NULL;

  settle (its);
  for (guint i = 0; i < 2; i++)
    {
      g_object_set_data (G_OBJECT (its), "settled", NULL);
      if (i == 0)
        {
          g_assert_true (fw_case_set (its, "departure/@last-day", "2026-07-31", &error));
          fw_case_save_drafts (its);
          g_assert_true (fw_case_set (its, "departure/@last-day", "2026-08-31", &error));
        }
      fw_case_settle_drafts_async (its, settled_cb, company);
      while (g_object_get_data (G_OBJECT (its), "settled") == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
count_cases_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) its = fw_case_new_finish (result, &error);

  if (its == NULL)
    g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  ((guint *) user_data)[its != NULL ? 0 : 1]++;
}

/* Who presses a button twice gets one case, and one paper. */
static void
test_twice_at_once (TestCompany *company,
                    gconstpointer today)
{
  guint opened[2] = { 0, 0 };
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (FwCase) its = NULL;
  g_autoptr (GError) outcome = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    fw_case_open_async (company->workplace, company->employee, "dismissal", "cn.40-2", NULL, count_cases_cb, opened);
  while (opened[0] + opened[1] < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (opened[0], ==, 1);
  its = fw_case_load (company->workplace, "2026-0001", &error);
  g_assert_no_error (error);
  test_case_set (its, "departure/@last-day", "2026-04-20");
  test_case_fill (its, "union-letter");
  fw_case_issue_async (its, "union-letter", NULL, act_cb, &outcome);
  fw_case_issue_async (its, "union-letter", NULL, act_cb, &again);
  while (outcome == NULL || again == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Whichever came first. */
  g_assert_true (outcome->domain == G_IO_ERROR || again->domain == G_IO_ERROR);
  g_assert_true (g_error_matches (outcome, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED) ||
                 g_error_matches (again, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED));
  g_assert_cmpint (fw_store_count (company->store, "document-issued", NULL, NULL, &error), ==, 1);
  settle (its);
}

static void
what_if_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = fw_case_what_if_finish (FW_CASE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_what_if (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  const FwWhatIf *before, *after;

  fw_case_what_if_async (its, fw_date_new (2026, 6, 29), fw_date_new (2026, 7, 2), NULL, what_if_cb, &points);
  while (points == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (points->len, ==, 4);
  before = points->pdata[0];
  after = points->pdata[3];
  g_assert_cmpstr (before->months, ==, "6.5");
  g_assert_cmpstr (after->months, ==, "7");
  g_assert_cmpfloat (after->severance_drawn - before->severance_drawn, ==, 10000);
  g_assert_null (fw_case_what_if (its, fw_date_new (2026, 7, 2), fw_date_new (2026, 7, 1), NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
}

/* A reader beside the writer sees the case as the last commit left it, and changes nothing. */
static void
test_reader (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) reading = fw_store_open (company->path, TEST_CASE_PASSPHRASE, FW_STORE_READ, &error);
  g_autoptr (FwWorkplace) beside = NULL;
  g_autoptr (FwCase) same = NULL;

  g_assert_no_error (error);
  beside = fw_workplace_new (reading, fw_date_from_string (today), "reader", "en");
  same = fw_case_load (beside, fw_case_get_number (its), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_get (same, "departure/@last-day"), ==, "2026-03-31");
  test_case_set (its, "departure/@last-day", "2026-04-30");
  g_assert_true (fw_case_judge (same, &error));
  g_assert_cmpstr (fw_case_get (same, "departure/@last-day"), ==, "2026-04-30");
  g_assert_false (fw_case_submit (same, NULL, &error));
  g_clear_error (&error);
  g_clear_object (&same);
  fw_store_close (reading);
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* A window that stays open does not stay on the day on which it was opened. */
static void
test_clock (TestCompany *company,
            gconstpointer given)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FwDate before = fw_date_today (zone);
  guint told = 0;
  FwDate shown;

  g_signal_connect (company->workplace, "notify::today", G_CALLBACK (count_cb), &told);
  fw_workplace_follow_clock (company->workplace, zone);
  shown = fw_workplace_get_today (company->workplace);
  g_assert_cmpint (fw_date_compare (shown, before), >=, 0);
  g_assert_cmpint (fw_date_compare (shown, fw_date_today (zone)), <=, 0);
  g_assert_cmpuint (told, ==, 1);
}

/* An act's end is told after that of a later one: what the later one left stays on show. */
static void
test_told_late (TestCompany *company,
                gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-03-31");
  g_autofree char *seen = NULL;

  fw_case_leave_step (its, FW_CASE_STEP_WHO);
  g_usleep (G_USEC_PER_SEC / 2); /* played by now, and told only when the main context runs */
  test_case_set (its, "departure/@proposer", "employee");
  g_assert_cmpstr (fw_case_get (its, "departure/@proposer"), ==, "employee");
  while ((seen = fw_store_dup_draft (company->store, fw_case_get_id (its), "seen/0", NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fw_case_get (its, "departure/@proposer"), ==, "employee");
}

/* Another ground on another day: reckoned beside the case, which stays as it is. */
static void
test_other_ground (TestCompany *company,
                   gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-03-31");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) unknown = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) points = NULL;
  FwWhatIf *point;

  fw_case_what_if_ground_async (its, "cn.36-er", fw_date_new (2026, 8, 31), NULL, quit_cb, &result);
  points = fw_case_what_if_finish (its, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, 1);
  point = points->pdata[0];
  g_assert_cmpstr (point->months, ==, "7");
  g_assert_cmpstr (point->severance, ==, "140000.00");
  g_assert_cmpstr (fw_case_get_ground (its), ==, "cn.40-2");
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-03-31");
  fw_case_what_if_ground_async (its, "no.such", fw_date_new (2026, 8, 31), NULL, quit_cb, &unknown);
  g_assert_null (fw_case_what_if_finish (its, wait_for (&unknown), &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
}

int
main (int argc,
      char *argv[])
{
  static const TestCompanyCase tests[] = {
    { "follows", test_follows },
    { "register", test_register },
    { "background", test_background },
    { "without-waiting", test_without_waiting },
    { "said-meanwhile", test_said_meanwhile },
    { "always-saved", test_always_saved },
    { "settled", test_settled },
    { "twice-at-once", test_twice_at_once },
    { "told-late", test_told_late },
    { "what-if", test_what_if },
    { "other-ground", test_other_ground },
    { "reader", test_reader },
    { "clock", test_clock },
  };

  return test_company_run (argc, argv, "/case-background", TODAY, tests, G_N_ELEMENTS (tests));
}
