#include "config.h"

#include "ui/departure/fw-summary-page.h"

#include <glib/gi18n.h>

#include "rules/fw-assessment.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-review-note.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-verdict-row.h"

struct _FwSummaryPage
{
  FwStepPage parent_instance;

  GtkLabel *answer_label;
  GtkListBox *answer_list;
  GtkWidget *open_label;
  GtkListBox *open_list;
  GtkWidget *submit_button;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (FwSummaryPage, fw_summary_page, FW_TYPE_STEP_PAGE)

typedef enum
{
  SHOW_TEXT,
  SHOW_DAY,
  SHOW_MONEY,
} ShowAs;

/* The answers that decide the case: where they are given, and how they are shown. */
static const struct
{
  const char *label;
  const char *property; /* of the case, or NULL where path says it */
  const char *path;
  ShowAs as;
  FwCaseStep step;
  gboolean if_asked; /* left out while nobody said it and no paper asks for it */
} answers[] = {
  { N_("Person"), "employee-name", NULL, SHOW_TEXT, FW_CASE_STEP_WHO },
  { N_("Hired"), NULL, "employee/employment/@hired", SHOW_DAY, FW_CASE_STEP_WHO },
  { N_("Ground"), "ground-title", NULL, SHOW_TEXT, FW_CASE_STEP_WAY },
  { N_("Notice on"), NULL, "departure/@notified", SHOW_DAY, FW_CASE_STEP_MONEY, TRUE },
  { N_("Last day"), NULL, "departure/@last-day", SHOW_DAY, FW_CASE_STEP_MONEY },
  { N_("To pay in all"), NULL, NULL, SHOW_MONEY, FW_CASE_STEP_MONEY },
  { N_("Handover on"), NULL, "case/@handover-date", SHOW_DAY, FW_CASE_STEP_PAPERS, TRUE },
  { N_("Handover at"), NULL, "case/@handover-place", SHOW_TEXT, FW_CASE_STEP_PAPERS, TRUE },
  { N_("Payment on"), NULL, "case/@pay-date", SHOW_DAY, FW_CASE_STEP_PAPERS, TRUE },
};

static FwCase *
case_of (FwSummaryPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

/* What is paid on the chosen outcome; of what is only partly known the part that is. */
static char *
dup_total (FwSummaryPage *self)
{
  FwAssessment *assessment = fw_case_get_assessment (case_of (self));
  g_autofree char *severance = NULL, *named = NULL;

  if (assessment == NULL)
    return g_strdup (_("Unknown"));
  if (fw_assessment_get_total (assessment) != NULL)
    {
      g_autofree char *total = fw_number_to_fixed (fw_assessment_get_total (assessment), 2);

      return fw_case_name_sum (total);
    }
  if (fw_assessment_get_severance (assessment)->amount == NULL)
    return g_strdup (_("Unknown"));
  severance = fw_number_to_fixed (fw_assessment_get_severance (assessment)->amount, 2);
  named = fw_case_name_sum (severance);
  return g_strdup_printf (_("Severance %s; the rest is not settled yet"), named);
}

static char *
dup_answer (FwSummaryPage *self,
            guint index)
{
  g_autofree char *value = NULL;

  if (answers[index].as == SHOW_MONEY)
    return dup_total (self);
  if (answers[index].property != NULL)
    g_object_get (case_of (self), answers[index].property, &value, NULL);
  else
    value = g_strdup (fw_case_get (case_of (self), answers[index].path));
  if (value == NULL || *value == '\0')
    return g_strdup (_("Unknown"));
  if (answers[index].as == SHOW_DAY)
    return fw_case_name_day (value);
  return g_steal_pointer (&value);
}

static gboolean
has_blank (FwCaseItem *paper,
           const char *path)
{
  GListModel *blanks = fw_case_item_get_list (paper, "missing");

  for (guint i = 0; blanks != NULL && i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

      if (g_strcmp0 (fw_case_item_get_id (blank), path) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_asked (FwSummaryPage *self,
          guint index)
{
  GListModel *papers = fw_case_get_documents (case_of (self));

  if (!answers[index].if_asked || fw_case_get (case_of (self), answers[index].path) != NULL)
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (has_blank (paper, answers[index].path))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_change_button (FwCaseStep step,
                    const char *what)
{
  GtkWidget *button = gtk_button_new_with_label (_("Change"));
  g_autofree char *spoken = g_strdup_printf (_("Change: %s"), what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) step);
  fw_spoken_name_set (button, spoken);
  return button;
}

static GtkWidget *
make_answer_row (FwSummaryPage *self,
                 guint index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = dup_answer (self, index);
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(answers[index].label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_change_button (answers[index].step, _(answers[index].label)));
  fw_step_page_name_focus (row, answers[index].label);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_answers (FwSummaryPage *self)
{
  clear_list (self->answer_list);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (is_asked (self, i))
      gtk_list_box_append (self->answer_list, make_answer_row (self, i));
}

/* What is missing or blocked; notes do not hold a case up. */
static guint
show_open (FwSummaryPage *self)
{
  GListModel *findings = fw_case_get_findings (case_of (self));
  guint count = 0;

  clear_list (self->open_list);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FwCaseItem) finding = g_list_model_get_item (findings, i);
      FwVerdict verdict = (FwVerdict) fw_case_item_get_choice (finding, "verdict");
      g_autofree char *title = NULL;
      GtkWidget *row;

      if ((verdict != FW_VERDICT_BLOCKED && verdict != FW_VERDICT_MISSING) ||
          fw_case_item_get_truth (finding, "overridden"))
        continue;
      title = fw_sentence_dup_first (fw_case_item_get_text (finding, "title"), NULL);
      row = fw_verdict_row_new (fw_verdict_tag_style (verdict), title, NULL);
      fw_step_page_name_focus (row, fw_case_item_get_id (finding));
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row),
                                 make_change_button (verdict == FW_VERDICT_MISSING ? FW_CASE_STEP_MATERIALS
                                                                                   : FW_CASE_STEP_CHECKS,
                                                     title));
      gtk_list_box_append (self->open_list, row);
      count++;
    }
  return count;
}

static const char *
answer_of (FwSummaryPage *self,
           guint open)
{
  switch (fw_case_get_state (case_of (self)))
    {
    case FW_CASE_STATE_SUBMITTED:
      return _("Submitted, waiting for approval.");
    case FW_CASE_STATE_APPROVED:
      return _("Approved: the papers can be issued.");
    case FW_CASE_STATE_ISSUED:
      return _("The papers are issued.");
    case FW_CASE_STATE_DELIVERED:
      return _("Delivered; what is left is to close.");
    case FW_CASE_STATE_CLOSED:
      return _("Closed.");
    case FW_CASE_STATE_WITHDRAWN:
      return _("Withdrawn; everything is kept.");
    case FW_CASE_STATE_DRAFT:
    case FW_CASE_STATE_RETURNED:
    default:
      return open == 0 ? _("Everything is there. Read it once more, then submit it.")
                       : _("Some things are still open; you can go on and supply them first.");
    }
}

static void
fw_summary_page_judged (FwStepPage *page)
{
  FwSummaryPage *self = FW_SUMMARY_PAGE (page);
  FwCaseState state = fw_case_get_state (case_of (self));
  guint open;

  show_answers (self);
  open = show_open (self);
  gtk_widget_set_visible (self->open_label, open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), open > 0);
  gtk_label_set_label (self->answer_label, answer_of (self, open));
  gtk_widget_set_visible (self->submit_button, state == FW_CASE_STATE_DRAFT || state == FW_CASE_STATE_RETURNED);
}

static void
submitted_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (FwSummaryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *bars = NULL;
  g_autofree char *problem = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (GTK_WIDGET (self), _("Submitted for approval"), TRUE);
      return;
    }
  bars = fw_case_dup_bars (FW_CASE (object));
  problem = bars != NULL ? g_strdup_printf (_("Not submitted. The law stands against it:\n%s"), bars)
                         : fw_problem_describe (error);
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
submit_cb (FwSummaryPage *self)
{
  fw_case_submit_async (case_of (self), NULL, NULL, submitted_cb, g_object_ref (self));
}

static void
fw_summary_page_class_init (FwSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FW_STEP_PAGE_CLASS (klass)->judged = fw_summary_page_judged;
  g_type_ensure (FW_TYPE_REVIEW_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, answer_list);
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, open_label);
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, FwSummaryPage, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
fw_summary_page_init (FwSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
