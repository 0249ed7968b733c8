#include "fw-test-case.h"

#include "departure/fw-case-group.h"
#include "documents/fw-document.h"

#define TODAY "2026-03-10"

/* Several departures that are one decision. */

static void
keep_result_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing goes on in the background. */
static void
settle (FwCaseGroup *group)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (fw_case_group_get_progress (group, NULL, NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (fw_case_group_get_progress (group, NULL, NULL));
}

static FwCaseGroup *
open_group (TestCompany *company,
            GError **error)
{
  g_autoptr (FwRecord) first = fw_store_get (company->store, "employee", company->employee, NULL);
  g_autoptr (FwRecord) second = fw_store_get (company->store, "employee", company->second, NULL);
  const guint32 people[] = { (guint32) fw_record_get_seq (first), (guint32) fw_record_get_seq (second) };
  g_autoptr (GAsyncResult) result = NULL;
  FwCaseGroup *group;

  fw_case_group_open_async (company->workplace, people, G_N_ELEMENTS (people), NULL, keep_result_cb, &result);
  wait_for (&result);
  group = fw_case_group_new_finish (result, error);
  if (group != NULL)
    settle (group);
  return group;
}

static FwCase *
load_nth (TestCompany *company,
          FwCaseGroup *group,
          guint place)
{
  g_autoptr (FwCaseItem) member = g_list_model_get_item (fw_case_group_get_members (group), place);
  g_autoptr (GError) error = NULL;
  FwCase *its = fw_case_load (company->workplace, fw_case_item_get_id (member), &error);

  g_assert_no_error (error);
  return its;
}

static void
say_for_all (FwCaseGroup *group,
             const char *path,
             const char *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_group_set_async (group, path, value, keep_result_cb, &result);
  wait_for (&result);
  g_assert_cmpint (fw_case_group_set_finish (group, result, &error), ==, 0);
  g_assert_no_error (error);
}

static FwEvent *
add_group (TestCompany *company,
           const char *number)
{
  g_autoptr (FwCommand) command = fw_command_new ("case.open-together", "tester", NULL);
  FwRecord *group = fw_command_add (command, "case-group");
  g_autoptr (GError) error = NULL;
  FwEvent *event;

  fw_record_set (group, "number", number);
  fw_record_set (group, "kind", "redundancy");
  fw_record_set_date (group, "opened", fw_date_from_string (TODAY));
  event = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
  return event;
}

/* A group before the last was undone: the next one's number is still nobody's. */
static void
test_number (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwEvent) first = add_group (company, "2026-G001");
  g_autoptr (FwEvent) second = add_group (company, "2026-G002");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) undone = fw_store_undo (company->store, fw_event_get_id (first), "tester", NULL, &error);
  g_autoptr (FwCaseGroup) group = open_group (company, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_group_get_number (group), ==, "2026-G003");
}

/* Each has a case, all of one number; who has one already cannot be among them, and one alone is no group. */
static void
test_open (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (FwCaseGroup) again = NULL;
  g_autoptr (FwCaseItem) second = NULL;
  g_autoptr (FwCase) its = NULL;
  const char *number;
  guint n_cases = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (fw_case_group_get_number (group), ==, "2026-G001");
  g_assert_cmpstr (fw_case_group_get_kind (group), ==, "redundancy");
  g_assert_cmpuint (fw_case_group_get_left_out (group), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (fw_case_group_get_members (group)), ==, 2);
  second = g_list_model_get_item (fw_case_group_get_members (group), 1);
  g_assert_cmpstr (fw_case_item_get_text (second, "number"), ==, "2026-0002");
  g_assert_cmpstr (fw_case_item_get_text (second, "employee-name"), ==, "李威");
  its = load_nth (company, group, 0);
  g_assert_cmpstr (fw_case_get_group (its, &number, &n_cases), ==, fw_case_group_get_id (group));
  g_assert_cmpuint (n_cases, ==, 2);
  again = open_group (company, &error);
  g_assert_null (again);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
}

/* What is said, proved and issued for all in one case holds in the other; what is a person's own does not. */
static void
test_share (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (FwCase) first = NULL;
  g_autoptr (FwCase) second = NULL;
  g_autoptr (FwFacts) facts = NULL;

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  say_for_all (group, "departure/@last-day", "2026-05-08");
  first = load_nth (company, group, 0);
  test_case_set (first, "case/layoff/@reason", "连续两年亏损");
  test_case_set (first, "case/@handover-place", "一号楼");
  test_case_attach (company, first, "plan");
  test_case_attach (company, first, "priority-retention");
  test_case_attach (company, first, "contract");
  test_case_set (first, "case/@selection-reason", "岗位随产线撤销");
  second = load_nth (company, group, 1);
  g_assert_cmpstr (fw_case_get (second, "case/layoff/@reason"), ==, "连续两年亏损");
  g_assert_cmpstr (fw_case_get (second, "departure/@last-day"), ==, "2026-05-08");
  g_assert_null (fw_case_get (second, "case/@handover-place"));
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (second), "plan"), "state"), ==, FW_MATERIAL_PRESENT);
  g_assert_true (fw_case_item_get_truth (test_case_row (fw_case_get_materials (second), "plan"), "shared"));
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (second), "contract"), "state"), ==, FW_MATERIAL_MISSING);
  facts = fw_case_dup_facts (second, &error);
  g_assert_cmpstr (fw_facts_get (facts, "departure/@layoff-count"), ==, "2");
  g_assert_cmpstr (fw_facts_get (facts, "case/layoff/person[1]/@name"), ==, "张敏");
  g_assert_cmpstr (fw_facts_get (facts, "case/layoff/person[1]/@reason"), ==, "岗位随产线撤销");
  g_assert_null (fw_facts_get (facts, "case/layoff/person[2]/@reason"));
  test_case_fill (first, "layoff-briefing");
  fw_case_issue (first, "layoff-briefing", NULL, &error);
  g_assert_no_error (error);
  fw_case_deliver (first, "layoff-briefing", "hand", fw_date_from_string (TODAY), NULL, NULL, &error);
  g_assert_no_error (error);
  fw_case_judge (second, &error);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_documents (second), "layoff-briefing"), "state"), ==, FW_PAPER_ISSUED);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_documents (second), "layoff-briefing"), "delivered-on"), ==, TODAY);
  g_assert_cmpstr (fw_case_get (second, "case/layoff/@briefing"), ==, TODAY);
}

/* The steps of the way: in the pack's order, by their days, done as soon as the facts say so. */
static void
test_steps (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "redundancy", "cn.41-2", "2026-05-08");
  GListModel *steps = fw_case_get_steps (its);
  FwCaseItem *briefing;

  g_assert_cmpuint (g_list_model_get_n_items (steps), ==, 7);
  g_assert_true (fw_case_item_get_truth (test_case_row (steps, "1"), "next"));
  briefing = test_case_row (steps, "2");
  g_assert_cmpstr (fw_case_item_get_text (briefing, "by"), ==, "2026-04-08");
  g_assert_cmpstr (fw_case_item_get_text (briefing, "at"), ==, "papers");
  g_assert_false (fw_case_item_get_truth (briefing, "late"));
  test_case_attach (company, its, "headcount");
  g_assert_true (fw_case_item_get_truth (test_case_row (steps, "1"), "done"));
  g_assert_true (fw_case_item_get_truth (test_case_row (steps, "2"), "next"));
  test_case_set (its, "departure/@last-day", "2026-03-20");
  g_assert_true (fw_case_item_get_truth (test_case_row (steps, "2"), "late"));
}

/* What is done for all goes from case to case: proof out of the records, papers, files, pages for the printer. */
static void
test_together (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) issued = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) laid_out = NULL;
  g_autoptr (GAsyncResult) given_up = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (company->folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "2026-0001-说明会通知.pdf");
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (FwCase) first = NULL;
  const char *const notices[] = { "dismissal-notice", NULL };
  guint n_papers = 0, n_refused = 0;

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  say_for_all (group, "departure/@last-day", "2026-05-08");
  fw_case_group_take_found_async (group, NULL, keep_result_cb, &found);
  wait_for (&found);
  g_assert_true (fw_case_group_act_finish (group, found, NULL, &n_refused, &error));
  g_assert_cmpuint (n_refused, ==, 0);
  fw_case_group_issue_async (group, notices, NULL, keep_result_cb, &issued);
  wait_for (&issued);
  g_assert_true (fw_case_group_act_finish (group, issued, &n_papers, &n_refused, &error));
  g_assert_cmpuint (n_papers, ==, 0);
  g_assert_cmpuint (n_refused, ==, 2);
  first = load_nth (company, group, 0);
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (first), "wage-12m"), "state"), ==, FW_MATERIAL_PRESENT);
  test_case_fill (first, "layoff-briefing");
  fw_case_issue (first, "layoff-briefing", NULL, &error);
  g_assert_no_error (error);
  fw_case_group_save_async (group, folder, NULL, keep_result_cb, &saved);
  wait_for (&saved);
  g_assert_true (fw_case_group_act_finish (group, saved, &n_papers, &n_refused, &error));
  g_assert_cmpuint (n_papers, ==, 1);
  g_assert_true (g_file_query_exists (file, NULL));
  fw_case_group_lay_out_async (group, NULL, keep_result_cb, &laid_out);
  wait_for (&laid_out);
  papers = fw_case_group_lay_out_finish (group, laid_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (papers->len, ==, 1);
  g_assert_cmpuint (fw_document_get_n_pages (papers->pdata[0]), >=, 1);
  g_cancellable_cancel (cancelled);
  fw_case_group_save_async (group, folder, cancelled, keep_result_cb, &given_up);
  wait_for (&given_up);
  g_assert_false (fw_case_group_act_finish (group, given_up, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  settle (group);
}

static FwCaseItem *
nth_member (FwCaseGroup *group,
            guint place)
{
  g_autoptr (FwCaseItem) member = g_list_model_get_item (fw_case_group_get_members (group), place);

  return member; /* kept by the list */
}

/* Who was asked is said of those who were asked and of nobody else; a line of the form that is already answered keeps its answer. */
static void
test_asked (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (GAsyncResult) answered = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (FwCase) second = NULL;
  const char *asked[] = { NULL, NULL };
  FwCaseItem *row;
  guint n_refused = 0;

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  second = load_nth (company, group, 1);
  g_assert_true (fw_case_answer_status (second, "military", FW_STATUS_NO, "档案", "2026-03-02", &error));
  g_assert_true (fw_case_save (second, &error));
  asked[0] = fw_case_get_id (second);
  fw_case_group_answer_status_async (group, asked, "本人", "2026-03-09", NULL, keep_result_cb, &answered);
  wait_for (&answered);
  g_assert_true (fw_case_group_act_finish (group, answered, NULL, &n_refused, &error));
  g_assert_cmpuint (n_refused, ==, 0);
  settle (group);
  g_assert_false (fw_case_item_get_truth (nth_member (group, 0), "checked"));
  g_assert_true (fw_case_item_get_truth (nth_member (group, 1), "checked"));
  fw_case_judge (second, &error);
  row = test_case_row (fw_case_get_status_rows (second), "medical-period");
  g_assert_cmpint (fw_case_item_get_choice (row, "answer"), ==, FW_STATUS_NO);
  g_assert_cmpstr (fw_case_item_get_text (row, "asked-of"), ==, "本人");
  g_assert_cmpstr (fw_case_item_get_text (row, "on"), ==, "2026-03-09");
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_status_rows (second), "military"), "asked-of"), ==, "档案");
  g_assert_cmpint (fw_case_item_get_choice (test_case_row (fw_case_get_materials (second), "status-check"), "state"), ==, FW_MATERIAL_PRESENT);
  fw_case_group_answer_status_async (group, asked, "主管", "2026-03-10", NULL, keep_result_cb, &again);
  wait_for (&again);
  g_assert_true (fw_case_group_act_finish (group, again, NULL, &n_refused, &error));
  fw_case_judge (second, &error);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_status_rows (second), "medical-period"), "asked-of"), ==, "本人");
}

/* The lines that many have none of are none for everybody, but where somebody has said an amount. */
static void
test_settle_none (TestCompany *company,
                  gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (GAsyncResult) settled = NULL;
  g_autoptr (FwCase) first = NULL;
  g_autoptr (FwCase) second = NULL;
  const FwSettlementChange bonus = { .line = "bonus", .amount = "800.00" };

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  say_for_all (group, "departure/@last-day", "2026-05-08");
  first = load_nth (company, group, 0);
  g_assert_true (fw_case_settle (first, &bonus, &error));
  fw_case_group_settle_none_async (group, NULL, keep_result_cb, &settled);
  wait_for (&settled);
  g_assert_true (fw_case_group_act_finish (group, settled, NULL, NULL, &error));
  fw_case_judge (first, &error);
  second = load_nth (company, group, 1);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_settlement (first), "bonus"), "amount"), ==, "800.00");
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_settlement (second), "bonus"), "amount"), ==, "0.00");
}

static FwCaseItem *
gap_of (GListModel *gaps,
        const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr (FwCaseItem) gap = g_list_model_get_item (gaps, i);

      if (g_strcmp0 (fw_case_item_get_id (gap), id) == 0)
        return gap; /* kept by the list */
    }
  return NULL;
}

/* Whether the newest event of a case that files a material says so. */
static gboolean
event_judged (FwCase *its)
{
  GListModel *events = fw_case_get_events (its);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (FwCaseItem) event = g_list_model_get_item (events, i);

      if (g_strcmp0 (fw_case_item_get_text (event, "what"), "case.attach") == 0)
        return TRUE;
    }
  return FALSE;
}

/* The employment contract asks for a judgment: it is taken for those for whom it was given, by a file for others, and for nobody else. */
static void
test_supply (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (GAsyncResult) confirmed = NULL;
  g_autoptr (GAsyncResult) attached = NULL;
  g_autoptr (GFile) file = g_file_new_build_filename (company->folder, "E0002-合同.pdf", NULL);
  g_autoptr (GFile) empty = g_file_new_build_filename (company->folder, "空.pdf", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  const char *cases[] = { NULL, NULL, NULL };
  g_autoptr (FwCase) first = NULL;
  g_autoptr (FwCase) second = NULL;
  guint n_taken = 0, n_refused = 0;

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  fw_case_group_refresh (group);
  settle (group);
  first_id = g_strdup (fw_case_item_get_id (nth_member (group, 0)));
  second_id = g_strdup (fw_case_item_get_id (nth_member (group, 1)));
  g_assert_null (fw_case_group_get_materials (group, "nobody"));
  g_assert_nonnull (fw_case_item_get_text (gap_of (fw_case_group_get_materials (group, first_id), "contract"), "ask"));
  g_assert_cmpuint (g_list_model_get_n_items (fw_case_item_get_list (
                      gap_of (fw_case_group_get_materials (group, first_id), "contract"), "found")), ==, 1);
  g_assert_null (gap_of (fw_case_group_get_materials (group, first_id), "headcount"));
  cases[0] = first_id;
  fw_case_group_confirm_found_async (group, "contract", cases, NULL, keep_result_cb, &confirmed);
  wait_for (&confirmed);
  g_assert_true (fw_case_group_act_finish (group, confirmed, NULL, &n_refused, &error));
  g_assert_cmpuint (n_refused, ==, 0);
  settle (group);
  g_assert_null (gap_of (fw_case_group_get_materials (group, first_id), "contract"));
  g_assert_nonnull (gap_of (fw_case_group_get_materials (group, second_id), "contract"));
  first = load_nth (company, group, 0);
  g_assert_true (event_judged (first));
  second = load_nth (company, group, 1);
  g_assert_false (event_judged (second));
  g_assert_true (g_file_replace_contents (file, "scan", 4, NULL, FALSE, 0, NULL, NULL, &error));
  g_assert_true (g_file_replace_contents (empty, "", 0, NULL, FALSE, 0, NULL, NULL, &error));
  cases[0] = second_id;
  cases[1] = second_id;
  g_ptr_array_add (files, empty);
  g_ptr_array_add (files, file);
  fw_case_group_attach_async (group, "contract", cases, files, NULL, keep_result_cb, &attached);
  wait_for (&attached);
  g_assert_true (fw_case_group_act_finish (group, attached, &n_taken, &n_refused, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 1);
  g_assert_cmpuint (n_refused, ==, 1);
  left = fw_case_group_dup_left (group, attached);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_file_equal (left->pdata[0], empty));
  settle (group);
  g_assert_null (gap_of (fw_case_group_get_materials (group, second_id), "contract"));
  fw_case_judge (second, &error);
  g_assert_true (event_judged (second));
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_materials (second), "contract"), "file-name"), ==, "E0002-合同.pdf");
}

/* What payroll knows is said of several in one go; of a case of which something cannot be said nothing is, and what nobody knows stays unknown. */
static void
test_amounts (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  g_autoptr (GAsyncResult) settled = NULL;
  g_autoptr (GAsyncResult) back = NULL;
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr (FwCase) first = NULL;
  g_autoptr (FwCase) second = NULL;
  GListModel *amounts;
  guint n_refused = 0;

  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  say_for_all (group, "departure/@last-day", "2026-05-08");
  fw_case_group_refresh (group);
  settle (group);
  first_id = g_strdup (fw_case_item_get_id (nth_member (group, 0)));
  second_id = g_strdup (fw_case_item_get_id (nth_member (group, 1)));
  amounts = fw_case_group_get_amounts (group, first_id);
  g_assert_nonnull (gap_of (amounts, "case/settlement/@leave-taken"));
  g_assert_null (gap_of (amounts, "line/leave"));
  g_assert_null (gap_of (amounts, "line/severance"));
  g_assert_null (fw_case_item_get_text (gap_of (amounts, "line/social-insurance"), "value"));
  {
    const char *cases[] = { first_id, first_id, first_id, second_id, second_id, NULL };
    const char *asked[] = { "line/social-insurance", "case/settlement/@leave-taken", "line/wage-tax", "line/wage-tax", "line/severance", NULL };
    const char *values[] = { "1500.00", "3", "20.50", "10.00", "1.00", NULL };

    fw_case_group_settle_async (group, cases, asked, values, NULL, keep_result_cb, &settled);
  }
  wait_for (&settled);
  g_assert_true (fw_case_group_act_finish (group, settled, NULL, &n_refused, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_refused, ==, 1);
  settle (group);
  amounts = fw_case_group_get_amounts (group, first_id);
  g_assert_cmpstr (fw_case_item_get_text (gap_of (amounts, "line/social-insurance"), "value"), ==, "1500.00");
  g_assert_cmpstr (fw_case_group_get_answer (group, first_id, "case/settlement/@leave-taken"), ==, "3");
  g_assert_null (fw_case_item_get_text (gap_of (fw_case_group_get_amounts (group, second_id), "line/wage-tax"), "value"));
  first = load_nth (company, group, 0);
  second = load_nth (company, group, 1);
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_settlement (first), "wage-tax"), "amount"), ==, "20.50");
  g_assert_null (fw_case_item_get_text (test_case_row (fw_case_get_settlement (second), "wage-tax"), "amount"));
  {
    const char *cases[] = { first_id, NULL };
    const char *asked[] = { "line/wage-tax", NULL };
    const char *values[] = { "", NULL };

    fw_case_group_settle_async (group, cases, asked, values, NULL, keep_result_cb, &back);
  }
  wait_for (&back);
  g_assert_true (fw_case_group_act_finish (group, back, NULL, &n_refused, &error));
  g_assert_cmpuint (n_refused, ==, 0);
  fw_case_judge (first, &error);
  g_assert_null (fw_case_item_get_text (test_case_row (fw_case_get_settlement (first), "wage-tax"), "amount"));
  g_assert_cmpstr (fw_case_item_get_text (test_case_row (fw_case_get_settlement (first), "social-insurance"), "amount"), ==, "1500.00");
}

static gboolean
waits_for (FwCase *its,
           const char *document,
           const char *kind,
           const char *id)
{
  FwCaseItem *paper = test_case_row (fw_case_get_documents (its), document);
  const char *const *kinds = fw_case_item_get_texts (paper, "reason-kinds"), *const *ids = fw_case_item_get_texts (paper, "reason-ids");

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind) && g_str_equal (ids[i], id))
      return TRUE;
  return FALSE;
}

/* First the briefing and the opinions, then the plan, then the report; the certificate is of the last day. */
static void
test_order (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "redundancy", "cn.41-2", "2026-05-08");
  g_autoptr (GError) error = NULL;

  test_case_fill (its, "redundancy-plan");
  g_assert_true (waits_for (its, "redundancy-plan", "material", "opinions"));
  g_assert_false (fw_case_issue (its, "redundancy-plan", NULL, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  test_case_attach (company, its, "30d-briefing");
  test_case_attach (company, its, "opinions");
  g_assert_false (waits_for (its, "redundancy-plan", "material", "opinions"));
  g_assert_true (waits_for (its, "layoff-report", "material", "plan"));
  test_case_fill (its, "redundancy-plan");
  fw_case_issue (its, "redundancy-plan", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (waits_for (its, "layoff-report", "material", "plan"));
  g_assert_true (waits_for (its, "certificate-of-leaving", "time", "time"));
  fw_workplace_set_today (company->workplace, fw_date_from_string ("2026-05-08"));
  fw_case_judge (its, &error);
  g_assert_false (waits_for (its, "certificate-of-leaving", "time", "time"));
}

/* Somebody with an open-ended contract is to be kept first, and stays marked once it is said why not; papers tell each one's contract. */
static void
test_keep_first (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = NULL;
  g_autoptr (GAsyncResult) said = NULL;
  const char *const reasons[] = { "岗位随产线撤销", NULL };
  const char *cases[] = { NULL, NULL };
  g_autoptr (FwCommand) command = fw_command_new ("employment.change", "测试", NULL);
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", company->employee);
  g_autoptr (GPtrArray) rows = fw_store_list (company->store, "employment", query, NULL, &error);
  g_autoptr (FwRecord) employment = fw_record_copy (rows->pdata[0]);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwCase) second = NULL;
  g_autoptr (FwFacts) facts = NULL;

  fw_record_set (employment, "contract", "fixed-term");
  fw_record_set (employment, "contract-end", "2027-12-31");
  fw_command_put (command, employment);
  event = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
  group = open_group (company, &error);
  g_assert_no_error (error);
  say_for_all (group, "departure/@ground", "cn.41-2");
  settle (group);
  fw_case_group_refresh (group);
  settle (group);
  g_assert_false (fw_case_item_get_truth (nth_member (group, 0), "keep-first"));
  g_assert_true (fw_case_item_get_truth (nth_member (group, 1), "keep-first"));
  g_assert_nonnull (strstr (fw_case_item_get_text (nth_member (group, 1), "keep-why"), "写明"));
  second = load_nth (company, group, 1);
  cases[0] = fw_case_get_id (second);
  fw_case_group_say_reasons_async (group, cases, reasons, NULL, keep_result_cb, &said);
  wait_for (&said);
  g_assert_true (fw_case_group_act_finish (group, said, NULL, NULL, &error));
  settle (group);
  g_assert_cmpstr (fw_case_item_get_text (nth_member (group, 1), "chosen-because"), ==, "岗位随产线撤销");
  fw_case_judge (second, &error);
  g_assert_true (fw_case_item_get_truth (nth_member (group, 1), "keep-first"));
  g_assert_null (strstr (fw_case_item_get_text (nth_member (group, 1), "keep-why"), "写明"));
  facts = fw_case_dup_facts (second, &error);
  g_assert_cmpstr (fw_facts_get (facts, "case/layoff/person[1]/@contract-end"), ==, "2027-12-31");
  g_assert_cmpstr (fw_facts_get (facts, "case/layoff/person[2]/@contract"), ==, "open-ended");
  g_assert_nonnull (fw_facts_get (facts, "case/layoff/person[2]/@hired"));
}

/* Said in quick succession, each waits for the one before and all of it holds. */
static void
test_succession (TestCompany *company,
                 gconstpointer today)
{
  static const char *const said[][2] = { { "departure/@ground", "cn.41-2" }, { "departure/@last-day", "2026-05-07" },
                                         { "departure/@last-day", "2026-05-08" }, { "case/@handover-place", "一号楼" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCaseGroup) group = open_group (company, &error);
  GAsyncResult *results[G_N_ELEMENTS (said)] = { NULL };
  g_autoptr (FwCase) second = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    fw_case_group_set_async (group, said[i][0], said[i][1], keep_result_cb, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      wait_for (&results[i]);
      g_assert_cmpint (fw_case_group_set_finish (group, results[i], &error), ==, 0);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  second = load_nth (company, group, 1);
  g_assert_cmpstr (fw_case_get_ground (second), ==, "cn.41-2");
  g_assert_cmpstr (fw_case_get (second, "departure/@last-day"), ==, "2026-05-08");
  g_assert_cmpstr (fw_case_get (second, "case/@handover-place"), ==, "一号楼");
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "open", test_open },
    { "number", test_number },
    { "share", test_share },
    { "steps", test_steps },
    { "together", test_together },
    { "succession", test_succession },
    { "asked", test_asked },
    { "settle-none", test_settle_none },
    { "keep-first", test_keep_first },
    { "supply", test_supply },
    { "amounts", test_amounts },
    { "order", test_order },
  };

  return test_company_run (argc, argv, "/case-group", TODAY, cases, G_N_ELEMENTS (cases));
}
