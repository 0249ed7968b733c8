#include <adwaita.h>
#include <string.h>

#include "../departure/fw-test-case.h"
#include "rules/fw-assessment.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-block-card.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-case-workspace.h"
#include "ui/departure/fw-overview-course.h"
#include "ui/departure/fw-overview-duties.h"
#include "ui/departure/fw-overview-next.h"
#include "ui/departure/fw-review-note.h"
#include "ui/departure/fw-step-page.h"
#include "ui/departure/fw-way-facts.h"

#include "fw-test-widgets.h"

static GtkStack *
steps_of (GtkWidget *workspace)
{
  GtkWidget *stack = test_find_widget (workspace, FW_TYPE_STEP_PAGE);

  return GTK_STACK (gtk_widget_get_parent (stack));
}

static void
wait_for_judging (FwCase *its)
{
  gboolean judging = TRUE;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (judging && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (its, "judging", &judging, NULL);
    }
  g_assert_false (judging);
}

static GtkWidget *
open_window (FwCase *its)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), fw_case_workspace_new (its));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window;
}

/* Nothing of the window may keep the case: it would keep the records open behind the lock. */
static void
let_go (FwCase **its)
{
  gpointer left = *its;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (*its), &left);
  g_clear_object (its);
  while (left != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (left);
}

static void
close_window (GtkWidget *window,
              FwCase **its)
{
  gtk_window_destroy (GTK_WINDOW (window));
  let_go (its);
}

/* Before there is a ground, what follows from it is a friendly line and a way to the grounds. */
static void
test_no_ground (TestCompany *company,
                gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", NULL, NULL);
  GtkWidget *window = open_window (its);
  GtkWidget *workspace = adw_window_get_content (ADW_WINDOW (window));
  GtkStack *steps = steps_of (workspace);

  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_MATERIALS);
  g_assert_true (ADW_IS_STATUS_PAGE (gtk_stack_get_visible_child (steps)));
  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_WAY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (steps), ==, "way");
  g_assert_true (fw_case_choose (its, NULL, "cn.40-2", NULL));
  wait_for_judging (its);
  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_MATERIALS);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (steps), ==, "materials");
  close_window (window, &its);
}

static void
assert_focus_on_way (GtkWidget *window,
                     const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (focus)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (focus)))), ==, title);
}

/* What the law bars has one main action: the way out. It leads to a negotiated exit. */
static void
test_way_out (TestCompany *company,
              gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = open_window (its);
  GtkWidget *workspace = adw_window_get_content (ADW_WINDOW (window));
  GtkStack *steps = steps_of (workspace);
  GtkWidget *page;

  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", "2026-03-09", NULL));
  wait_for_judging (its);
  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_CHECKS);
  page = gtk_stack_get_visible_child (steps);
  g_assert_nonnull (test_find_widget (page, FW_TYPE_BLOCK_CARD));
  g_assert_true (fw_step_page_has_main (FW_STEP_PAGE (page)));
  fw_step_page_activate_main (FW_STEP_PAGE (page));
  g_assert_cmpstr (fw_case_get_kind (its), ==, "mutual");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (steps), ==, "way");
  assert_focus_on_way (window, "Negotiated exit");
  wait_for_judging (its);
  assert_focus_on_way (window, "Negotiated exit");
  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_CHECKS);
  g_assert_cmpint (fw_case_get_step_verdict (its, FW_CASE_STEP_WHO), !=, FW_VERDICT_BLOCKED);
  close_window (window, &its);
}

/* A button that says @label, without its mnemonic; %NULL: none. */
static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *own = GTK_IS_BUTTON (child) ? gtk_button_get_label (GTK_BUTTON (child)) : NULL;
      GtkWidget *found = g_strcmp0 (own, label) == 0 ? child : find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A block offers all that the pack names: what the program walks itself, and what somebody has to take on. */
static void
test_ways_out (TestCompany *company,
               gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = open_window (its);
  GtkStack *steps = steps_of (adw_window_get_content (ADW_WINDOW (window)));
  GtkWidget *page = gtk_stack_get_child_by_name (steps, "checks");
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_case_answer_status (its, "pregnancy", FW_STATUS_YES, "本人", "2026-03-09", NULL));
  wait_for_judging (its);
  g_assert_nonnull (find_button (test_find_widget (page, FW_TYPE_BLOCK_CARD), "Change to a _negotiated exit"));
  g_assert_nonnull (find_button (test_find_widget (page, FW_TYPE_BLOCK_CARD), "_Pause and remind me…"));
  g_assert_nonnull (find_button (test_find_widget (page, FW_TYPE_BLOCK_CARD), "调整岗位或目标…"));
  /* What waits already is not offered to wait. */
  g_assert_true (fw_case_pause (its, "等哺乳期满", fw_date_new (2027, 1, 1), &error));
  fw_step_page_judged (FW_STEP_PAGE (page));
  g_assert_null (find_button (test_find_widget (page, FW_TYPE_BLOCK_CARD), "_Pause and remind me…"));
  g_assert_nonnull (find_button (test_find_widget (page, FW_TYPE_BLOCK_CARD), "调整岗位或目标…"));
  close_window (window, &its);
}

static GPtrArray *
grounds_of (FwCase *its,
            const char *kind)
{
  GListModel *list = fw_case_get_grounds (its);
  GPtrArray *grounds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (FwCaseItem) ground = g_list_model_get_item (list, i);

      if (g_strcmp0 (fw_case_item_get_text (ground, "kind"), kind) == 0)
        g_ptr_array_add (grounds, g_steal_pointer (&ground));
    }
  return grounds;
}

/* The ways stand side by side with what they mean for this person. */
static void
test_way_facts (TestCompany *company,
                gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (GPtrArray) grounds = grounds_of (its, "dismissal");
  g_autoptr (GPtrArray) resigned = grounds_of (its, "resignation");
  g_autofree char *person = fw_way_facts_dup_person (its);
  g_autofree char *cost = fw_way_facts_dup_cost (grounds);
  g_autofree char *of_resigning = fw_way_facts_dup_cost (resigned);
  g_autofree char *risk = fw_way_facts_dup_risk (grounds, NULL);

  g_assert_cmpstr (person, ==, "张敏 · hired on 1 January 2020 · by 20 April 2026: 6 years 3 months of service");
  g_assert_cmpstr (cost, ==, "Severance N: 6.5 months, 130,000.00");
  g_assert_cmpstr (of_resigning, ==, "Severance by the ground: none, or N of 6.5 months, 130,000.00");
  g_assert_cmpstr (risk, ==, "If the ground does not stand: 2N, 260,000.00, or back to work");
  g_clear_object (&its);
}

/* Before ground and last day are chosen the cards say already what is roughly at stake, and on what it hangs. */
static void
test_way_facts_beforehand (TestCompany *company,
                           gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", NULL, NULL);
  g_autoptr (GPtrArray) dismissals = grounds_of (its, "dismissal");
  g_autoptr (GPtrArray) agreed = grounds_of (its, "mutual");
  g_autofree char *cost = fw_way_facts_dup_cost (dismissals);
  g_autofree char *days = fw_way_facts_dup_days (dismissals);
  g_autofree char *of_both = fw_way_facts_dup_cost (agreed);

  g_assert_cmpstr (cost, ==, "Severance by the ground: none, or N of 6.5 months, 130,000.00 (if today were the last day)");
  g_assert_cmpstr (days, ==, "Notice by the ground: none, or 30 days (or one month's pay instead)");
  g_assert_cmpstr (of_both, ==, cost);
  g_clear_object (&its);
}

/* Who proposed is a fact; where the chosen ground says otherwise, one press takes the one that fits. */
static void
test_way_of_the_record (TestCompany *company,
                        gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkWidget *window = open_window (its), *workspace = adw_window_get_content (ADW_WINDOW (window)), *button;
  g_autoptr (GPtrArray) grounds = NULL;

  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_CHECKS);
  test_case_set (its, "departure/@proposer", "employee");
  wait_for_judging (its);
  grounds = grounds_of (its, "mutual");
  g_assert_true (fw_way_facts_is_barred ("mutual", grounds));
  button = find_button (test_find_widget (gtk_stack_get_visible_child (steps_of (workspace)), FW_TYPE_BLOCK_CARD),
                        "Change to “协商解除（员工提出）”");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fw_case_get_ground (its), ==, "cn.36-ee");
  wait_for_judging (its);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (steps_of (workspace)), ==, "way");
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (window))));
  g_clear_pointer (&grounds, g_ptr_array_unref);
  grounds = grounds_of (its, "mutual");
  g_assert_false (fw_way_facts_is_barred ("mutual", grounds));
  g_clear_pointer (&grounds, g_ptr_array_unref);
  close_window (window, &its);
}

static guint
count_rows (GtkListBox *list)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (list, (int) count) != NULL)
    count++;
  return count;
}

/* The overview names the next step, what it waits for and when, and what has happened. */
static void
test_overview (TestCompany *company,
               gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkListBox *list = GTK_LIST_BOX (g_object_ref_sink (gtk_list_box_new ()));
  g_autofree char *preparing = NULL;
  g_autofree char *paused = NULL;
  g_autofree char *waits = NULL;
  g_autofree char *submitted = NULL;
  g_autofree char *missing = NULL;
  g_autoptr (GError) error = NULL;

  test_case_set (its, "departure/@proposer", "employer");
  preparing = fw_overview_next_dup (its, &missing);
  g_assert_true (g_str_has_prefix (preparing, "Next: supply"));
  g_assert_nonnull (missing);
  fw_overview_course_fill_approval (list, its);
  g_assert_cmpuint (count_rows (list), ==, 1);
  g_assert_true (fw_case_pause (its, "等产假结束", fw_date_new (2026, 5, 1), &error));
  paused = fw_overview_next_dup (its, &waits);
  g_assert_cmpstr (paused, ==, "Paused: look again on 1 May 2026, in 53 days");
  g_assert_cmpstr (waits, ==, "It waits for: 等产假结束");
  g_assert_true (fw_case_resume (its, &error));
  g_assert_true (fw_case_submit (its, "请审批", &error));
  g_clear_pointer (&missing, g_free);
  submitted = fw_overview_next_dup (its, &missing);
  g_assert_cmpstr (submitted, ==, "Next: approve it, or return it with what is missing");
  fw_overview_course_fill_approval (list, its);
  g_assert_cmpuint (count_rows (list), ==, 2);
  /* What was written down several times on a day is one line. */
  g_assert_cmpuint (fw_overview_course_fill_events (list, its, 2), <, g_list_model_get_n_items (fw_case_get_events (its)));
  g_assert_cmpuint (count_rows (list), ==, 2);
  g_assert_cmpuint (fw_overview_duties_fill_deadlines (list, its, 0), >, 1);
  fw_overview_duties_fill_ladder (list, its, fw_overview_duties_find_notice (its));
  g_assert_cmpuint (count_rows (list), ==, 5);
  g_object_unref (list);
  g_clear_object (&its);
}

static gboolean
has_label (GtkWidget *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
carry_to_end (TestCompany *company,
              FwCase *its)
{
  g_autoptr (GError) error = NULL;

  test_case_attach (company, its, "contract");
  test_case_attach (company, its, "resignation-letter");
  test_case_check_status (its);
  fw_case_add_task (its, NULL, "收回门禁卡", "行政", fw_date_new (2026, 4, 1), &error);
  g_assert_no_error (error);
  test_case_fill (its, "resignation-receipt");
  fw_case_issue (its, "resignation-receipt", NULL, &error);
  g_assert_no_error (error);
  fw_case_deliver (its, "resignation-receipt", "hand", fw_date_new (2026, 3, 9), NULL, NULL, &error);
  g_assert_no_error (error);
  fw_workplace_set_today (company->workplace, fw_date_new (2026, 6, 30));
  fw_case_close (its, &error);
  g_assert_no_error (error);
}

/* Nothing is overdue once a case has ended: what has passed is over, what was left open is so, what runs on is named. */
static void
test_ended (TestCompany *company,
            gconstpointer today)
{
  FwCase *its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  GtkListBox *list = GTK_LIST_BOX (g_object_ref_sink (gtk_list_box_new ()));

  carry_to_end (company, its);
  g_assert_true (fw_case_has_ended (its));
  g_assert_cmpuint (fw_overview_duties_fill_deadlines (list, its, 0), >, 3);
  g_assert_true (has_label (GTK_WIDGET (list), "over"));
  g_assert_true (has_label (GTK_WIDGET (list), "in "));
  g_assert_false (has_label (GTK_WIDGET (list), "ago"));
  g_assert_false (has_label (GTK_WIDGET (list), "收回门禁卡"));
  g_assert_cmpuint (fw_overview_duties_fill_tasks (list, its), ==, 1);
  g_assert_true (has_label (GTK_WIDGET (list), "left open"));
  g_assert_false (has_label (GTK_WIDGET (list), "Done"));
  g_object_unref (list);
  g_clear_object (&its);
}

/* Of a departure that was withdrawn no day is left. */
static void
test_withdrawn (TestCompany *company,
                gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkListBox *list = GTK_LIST_BOX (g_object_ref_sink (gtk_list_box_new ()));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fw_overview_duties_fill_deadlines (list, its, 0), >, 0);
  g_assert_true (fw_case_withdraw (its, "不办了", &error));
  g_assert_cmpuint (fw_overview_duties_fill_deadlines (list, its, 0), ==, 0);
  g_object_unref (list);
  g_clear_object (&its);
}

/* Whoever opens a case that is under way begins at its next step; what stops it lies behind everything else. */
static void
test_overview_focus (TestCompany *company,
                     gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *focus;

  test_case_set (its, "departure/@proposer", "employer");
  g_assert_true (fw_case_submit (its, "请审批", &error));
  window = open_window (its);
  gtk_widget_grab_focus (adw_window_get_content (ADW_WINDOW (window)));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "_Approve");
  close_window (window, &its);
}

/* Wherever the law decides, one reads that no lawyer has reviewed it. */
static void
test_not_reviewed (TestCompany *company,
                   gconstpointer today)
{
  static const char *const told[] = { "way", "money", "papers", "summary" };
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = open_window (its);
  GtkStack *steps = steps_of (adw_window_get_content (ADW_WINDOW (window)));
  g_autofree char *lawyer = NULL;

  g_object_get (its, "pack-reviewed-by", &lawyer, NULL);
  g_assert_null (lawyer);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      GtkWidget *note = test_find_widget (gtk_stack_get_child_by_name (steps, told[i]), FW_TYPE_REVIEW_NOTE);

      g_assert_nonnull (note);
      g_assert_true (gtk_widget_get_visible (note));
      g_assert_true (strstr (gtk_label_get_text (GTK_LABEL (test_find_widget (note, GTK_TYPE_LABEL))), "Not reviewed by a lawyer") != NULL);
    }
  close_window (window, &its);
}

static gboolean
says (GtkWidget *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* Where a part of the sum hangs on a day nobody has said, the part that is known is told. */
static void
test_summary_total (TestCompany *company,
                    gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-20");
  GtkWidget *window = open_window (its);
  GtkWidget *workspace = adw_window_get_content (ADW_WINDOW (window));
  GtkWidget *page;

  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_SUMMARY);
  wait_for_judging (its);
  page = gtk_stack_get_visible_child (steps_of (workspace));
  g_assert_null (fw_assessment_get_total (fw_case_get_assessment (its)));
  g_assert_true (says (page, "the rest is not settled yet"));
  g_assert_true (fw_case_set (its, "departure/@notified", "2026-03-09", NULL));
  wait_for_judging (its);
  g_assert_nonnull (fw_assessment_get_total (fw_case_get_assessment (its)));
  g_assert_false (says (page, "the rest is not settled yet"));
  close_window (window, &its);
}

static GtkEditable *
editable_of (GtkWidget *field)
{
  return GTK_EDITABLE (test_find_widget (field, GTK_TYPE_ENTRY));
}

/* A day goes into the case once it is one, however people write it; half a day changes nothing, nor one that may go on. */
static void
test_answer_day (TestCompany *company,
                 gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkWidget *field = g_object_ref_sink (fw_answer_field_new (its, "departure/@last-day", "最后一天", "date", NULL));

  g_assert_cmpstr (gtk_editable_get_text (editable_of (field)), ==, "2026-04-20");
  gtk_editable_delete_text (editable_of (field), 8, -1);
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-04-20");
  gtk_editable_set_text (editable_of (field), "2026-5-1");
  g_assert_null (fw_case_get (its, "departure/@last-day"));
  gtk_editable_set_text (editable_of (field), "2026-5-12");
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-05-12");
  gtk_editable_set_text (editable_of (field), "2026年5月3日");
  g_assert_cmpstr (fw_case_get (its, "departure/@last-day"), ==, "2026-05-03");
  gtk_editable_set_text (editable_of (field), "");
  g_assert_null (fw_case_get (its, "departure/@last-day"));
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-06-30", NULL));
  fw_answer_field_refresh (FW_ANSWER_FIELD (field));
  g_assert_cmpstr (gtk_editable_get_text (editable_of (field)), ==, "2026-06-30");
  g_object_unref (field);
  let_go (&its);
}

static void
test_answer_sum (TestCompany *company,
                 gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkWidget *field = g_object_ref_sink (fw_answer_field_new (its, "case/agreement/@amount", "合计", "money", NULL));

  gtk_editable_set_text (editable_of (field), "172,746.20");
  g_assert_cmpstr (fw_case_get (its, "case/agreement/@amount"), ==, "172746.20");
  gtk_editable_insert_text (editable_of (field), "万", -1, &(int){ 10 });
  g_assert_cmpstr (fw_case_get (its, "case/agreement/@amount"), ==, "172746.20");
  /* Below what the law gives: what stood there was written over, and this is not taken in its place. */
  gtk_editable_set_text (editable_of (field), "72,746.20");
  g_assert_null (fw_case_get (its, "case/agreement/@amount"));
  g_object_unref (field);
  let_go (&its);
}

static void
test_answer_choice (TestCompany *company,
                    gconstpointer today)
{
  FwCase *its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  GtkWidget *field = g_object_ref_sink (fw_answer_field_new (its, "departure/@proposer", "谁先提出", "text", NULL));
  GtkWidget *first = test_find_widget (field, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  g_assert_cmpstr (fw_case_get (its, "departure/@proposer"), ==, "employer");
  g_assert_false (fw_answer_field_is_typed (FW_ANSWER_FIELD (field)));
  g_object_unref (field);
  let_go (&its);
}

/* While somebody types in a field, the page is not filled anew under her hands; it is as soon as she leaves. */
static void
test_typing_is_left_alone (TestCompany *company,
                           gconstpointer today)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", NULL);
  GtkWidget *window = open_window (its);
  GtkWidget *workspace = adw_window_get_content (ADW_WINDOW (window));
  GtkWidget *page, *field;

  fw_case_workspace_show_step (FW_CASE_WORKSPACE (workspace), FW_CASE_STEP_CHECKS);
  wait_for_judging (its);
  page = gtk_stack_get_visible_child (steps_of (workspace));
  field = test_find_widget (page, FW_TYPE_ANSWER_FIELD);
  g_assert_nonnull (field);
  g_object_add_weak_pointer (G_OBJECT (field), (gpointer *) &field);
  g_assert_true (gtk_widget_grab_focus (field));
  gtk_editable_set_text (editable_of (field), "2026-04-20");
  wait_for_judging (its);
  g_assert_nonnull (field);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), page));
  gtk_root_set_focus (GTK_ROOT (window), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (field);
  close_window (window, &its);
}

static void
test_days (void)
{
  static const char *const good[] = { "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", " 2026-3-5 " };
  static const char *const bad[] = { "", "2026-3", "2026-02-30", "5.3.2026", "2026-03-05x", "明天" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *day = fw_answer_field_read_day (good[i]);

      g_assert_cmpstr (day, ==, "2026-03-05");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (fw_answer_field_read_day (bad[i]));
}

static void
test_words (void)
{
  const char *rest;
  g_autofree char *first = fw_sentence_dup_first ("孕期内不得解除。可以协商。", &rest);
  g_autofree char *only = NULL;
  g_autofree char *english = NULL;
  g_autofree char *span = fw_case_name_value ("P4Y7M26D");
  g_autofree char *none = fw_case_name_value ("P0Y0M0D");
  g_autofree char *sum = fw_case_name_value ("127246.46");
  g_autofree char *number = fw_case_name_value ("5.5");
  g_autofree char *unknown = fw_case_name_money (NULL);
  g_autofree char *article = fw_case_dup_first_article ("劳动合同法第四十条、劳动合同法第四十六条");

  g_assert_cmpstr (first, ==, "孕期内不得解除");
  g_assert_cmpstr (rest, ==, "可以协商。");
  only = fw_sentence_dup_first ("Nothing", &rest);
  g_assert_cmpstr (only, ==, "Nothing");
  g_assert_cmpstr (rest, ==, "");
  english = fw_sentence_dup_first ("No dismissal now. Negotiate.", NULL);
  g_assert_cmpstr (english, ==, "No dismissal now");
  g_assert_cmpstr (span, ==, "4 years 7 months 26 days");
  g_assert_cmpstr (none, ==, "0 days");
  g_assert_cmpstr (sum, ==, "127,246.46");
  g_assert_cmpstr (number, ==, "5.5");
  g_assert_cmpstr (unknown, ==, "Unknown");
  g_assert_cmpstr (article, ==, "劳动合同法第四十条…");
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/wizard/no-ground", test_no_ground);
  ADD ("/ui/wizard/way-out", test_way_out);
  ADD ("/ui/wizard/ways-out", test_ways_out);
  ADD ("/ui/wizard/way-facts", test_way_facts);
  ADD ("/ui/wizard/way-facts-beforehand", test_way_facts_beforehand);
  ADD ("/ui/wizard/way-of-the-record", test_way_of_the_record);
  ADD ("/ui/wizard/overview", test_overview);
  ADD ("/ui/wizard/ended", test_ended);
  ADD ("/ui/wizard/withdrawn", test_withdrawn);
  ADD ("/ui/wizard/overview-focus", test_overview_focus);
  ADD ("/ui/wizard/not-reviewed", test_not_reviewed);
  ADD ("/ui/wizard/summary-total", test_summary_total);
  ADD ("/ui/wizard/answer-day", test_answer_day);
  ADD ("/ui/wizard/answer-sum", test_answer_sum);
  ADD ("/ui/wizard/answer-choice", test_answer_choice);
  ADD ("/ui/wizard/typing-is-left-alone", test_typing_is_left_alone);
  g_test_add_func ("/ui/wizard/days", test_days);
  g_test_add_func ("/ui/wizard/words", test_words);
  return g_test_run ();
}
