#include "config.h"

#include "ui/departure/fw-overview-page.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-changes-card.h"
#include "ui/departure/fw-delivery-dialog.h"
#include "ui/departure/fw-leaving-reasons.h"
#include "ui/departure/fw-held-talks.h"
#include "ui/departure/fw-overview-course.h"
#include "ui/departure/fw-overview-duties.h"
#include "ui/departure/fw-overview-next.h"
#include "ui/departure/fw-overview-steps.h"
#include "ui/departure/fw-plan-dialog.h"
#include "ui/departure/fw-reason-dialog.h"
#include "ui/departure/fw-survey-dialog.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-verdict-row.h"

/* Lines before one asks for all. */
#define FEW_EVENTS 7
#define FEW_DEADLINES 6

struct _FwOverviewPage
{
  FwStepPage parent_instance;

  GtkBox *head_box;
  GtkLabel *title_label;
  GtkBox *tag_box;
  GtkLabel *figure_label;
  GtkWidget *next_card;
  GtkLabel *next_label;
  GtkLabel *next_detail_label;
  GtkButton *next_button;
  GtkWidget *approve_button;
  GtkWidget *return_button;
  GtkWidget *close_button;
  GtkWidget *stop_box;
  GtkWidget *withdraw_button;
  GtkWidget *pause_button;
  GtkWidget *deliver_button;
  GtkWidget *resume_button;
  GtkLabel *problem_label;
  GtkBox *columns;
  GtkWidget *group_button;
  GtkWidget *step_head;
  GtkListBox *step_list;
  GtkListBox *approval_list;
  GtkToggleButton *all_events_button;
  GtkListBox *event_list;
  GtkWidget *deadline_head;
  GtkToggleButton *all_deadlines_button;
  GtkListBox *deadline_list;
  FwHeldTalks *held_talks;
  GtkListBox *paper_list;
  GtkLabel *ladder_label;
  GtkListBox *ladder_list;
  GtkWidget *task_button;
  GtkListBox *task_list;
  FwLeavingReasons *leaving_reasons;
  GtkWidget *survey_box;
  GtkLabel *survey_label;
};

G_DEFINE_FINAL_TYPE (FwOverviewPage, fw_overview_page, FW_TYPE_STEP_PAGE)

static FwCase *
case_of (FwOverviewPage *self)
{
  return fw_step_page_get_case (FW_STEP_PAGE (self));
}

static const char *
state_words (FwCaseState state)
{
  switch (state)
    {
    case FW_CASE_STATE_DRAFT:
      return _("Being prepared. Go through the steps, then submit it for approval.");
    case FW_CASE_STATE_SUBMITTED:
      return _("Submitted, waiting for approval.");
    case FW_CASE_STATE_RETURNED:
      return _("Returned: something has to be supplied or changed.");
    case FW_CASE_STATE_APPROVED:
      return _("Approved: the papers can be issued and delivered.");
    case FW_CASE_STATE_ISSUED:
      return _("A paper is issued: deliver it and record the proof.");
    case FW_CASE_STATE_DELIVERED:
      return _("Delivered. Finish what is due, then close the departure.");
    case FW_CASE_STATE_CLOSED:
      return _("Closed.");
    case FW_CASE_STATE_WITHDRAWN:
    default:
      return _("Withdrawn; everything is kept.");
    }
}

/* Why closing has to wait, in the user's words. */
static char *
dup_open_ends (FwCase *departure)
{
  FwDate last_day = fw_date_from_string (fw_case_get (departure, "departure/@last-day"));
  g_autofree char *missing = fw_case_dup_missing (departure, NULL);

  if (!fw_date_is_known (last_day))
    return g_strdup (_("Not closed: the last day is not known yet."));
  if (fw_date_compare (last_day, fw_workplace_get_today (fw_case_get_workplace (departure))) > 0)
    {
      g_autofree char *iso = fw_date_to_string (last_day);
      g_autofree char *day = fw_case_name_day (iso);

      return g_strdup_printf (_("Not closed: the last day, %s, has not come yet."), day);
    }
  return missing != NULL ? g_strdup_printf (_("Not closed: still missing\n%s"), missing) : NULL;
}

static void
say_problem (FwOverviewPage *self,
             const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
acted_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (FwOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);
  g_autofree char *bars = done ? NULL : fw_case_dup_bars (FW_CASE (object));
  g_autofree char *problem = bars != NULL ? g_strdup_printf (_("The law stands against it:\n%s"), bars)
                             : done       ? NULL
                                          : fw_problem_describe (error);

  say_problem (self, problem);
  if (done)
    fw_case_tell (GTK_WIDGET (self), state_words (fw_case_get_state (FW_CASE (object))), TRUE);
}

static void
closed_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);
  g_autofree char *problem = done ? NULL : dup_open_ends (FW_CASE (object));

  if (!done && problem == NULL)
    problem = fw_problem_describe (error);
  say_problem (self, problem);
}

static void
approve_cb (FwOverviewPage *self)
{
  fw_case_approve_async (case_of (self), NULL, NULL, acted_cb, g_object_ref (self));
}

static void
close_response_cb (FwOverviewPage *self,
                   const char *response)
{
  if (g_strcmp0 (response, "close") == 0)
    fw_case_close_async (case_of (self), NULL, closed_cb, g_object_ref (self));
}

/* A line for each paper that could not be issued any more. */
static char *
dup_unissued (FwCase *departure)
{
  GListModel *papers = fw_case_get_documents (departure);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      if (fw_case_item_get_choice (paper, "state") != FW_PAPER_ISSUED)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", fw_case_item_get_text (paper, "title"));
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

/* Nothing of a closed case changes: whoever closes it hears what would never be issued. */
static void
close_cb (FwOverviewPage *self)
{
  g_autofree char *unissued = dup_unissued (case_of (self));
  g_autofree char *body =
      unissued != NULL ? g_strdup_printf (_("Nothing of it can be changed afterwards. Not issued yet:\n%s"), unissued)
                       : g_strdup (_("Nothing of it can be changed afterwards."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _("Close this departure?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "close",
                                    _("_Close the departure"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              unissued != NULL ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
return_reason_cb (const char *reason,
                  gpointer data)
{
  FwOverviewPage *self = data;

  fw_case_return_async (case_of (self), reason, NULL, acted_cb, g_object_ref (self));
}

static void
return_cb (FwOverviewPage *self)
{
  fw_reason_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Return this departure?"),
                            _("Say what has to be supplied or changed."), _("_Return"), return_reason_cb,
                            g_object_ref (self), g_object_unref);
}

static void
withdraw_reason_cb (const char *reason,
                    gpointer data)
{
  FwOverviewPage *self = data;

  fw_case_withdraw_async (case_of (self), reason, NULL, acted_cb, g_object_ref (self));
}

static void
withdraw_cb (FwOverviewPage *self)
{
  fw_reason_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Withdraw this departure?"),
                            _("It ends here; everything stays on record."), _("_Withdraw"), withdraw_reason_cb,
                            g_object_ref (self), g_object_unref);
}

static void
pause_cb (FwOverviewPage *self)
{
  fw_plan_dialog_pause (GTK_WIDGET (self), case_of (self), NULL);
}

static void
resume_cb (FwOverviewPage *self)
{
  fw_case_resume_async (case_of (self), NULL, acted_cb, g_object_ref (self));
}

static void
task_cb (FwOverviewPage *self)
{
  fw_plan_dialog_task (GTK_WIDGET (self), case_of (self), NULL, NULL);
}

static void
all_toggled_cb (FwOverviewPage *self)
{
  fw_step_page_judged (FW_STEP_PAGE (self));
}

static void
deliver_cb (FwOverviewPage *self)
{
  fw_delivery_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), case_of (self),
                              fw_case_item_get_id (fw_overview_duties_find_waiting (case_of (self))));
}

static void
deliver_clicked_cb (GtkButton *button,
                    FwOverviewPage *self)
{
  fw_delivery_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), case_of (self),
                              g_object_get_data (G_OBJECT (button), "paper"));
}

static char *
dup_paper_detail (FwCaseItem *paper)
{
  g_autofree char *issued = fw_case_name_day (fw_case_item_get_text (paper, "issued-on"));
  g_autofree char *delivered = fw_case_name_day (fw_case_item_get_text (paper, "delivered-on"));

  if (delivered != NULL)
    return g_strdup_printf (_("issued on %s, delivered on %s"), issued != NULL ? issued : "?", delivered);
  if (issued != NULL)
    return g_strdup_printf (_("issued on %s · %s"), issued, fw_case_item_get_text (paper, "number"));
  if (fw_case_item_get_choice (paper, "state") == FW_PAPER_READY)
    return g_strdup (_("can be issued"));
  return g_strdup (_("draft"));
}

static GtkWidget *
make_paper_row (FwOverviewPage *self,
                FwCaseItem *paper)
{
  gboolean issued = fw_case_item_get_choice (paper, "state") == FW_PAPER_ISSUED;
  gboolean delivered = fw_case_item_get_text (paper, "delivered-on") != NULL;
  g_autofree char *detail = dup_paper_detail (paper);
  GtkWidget *row = fw_verdict_row_new (delivered ? FW_TAG_STYLE_CLEAR : issued ? FW_TAG_STYLE_NOTE : FW_TAG_STYLE_PLAIN,
                                       fw_case_item_get_text (paper, "title"), detail);
  g_autofree char *spoken = NULL;
  GtkWidget *button;

  g_object_set (row, "word", "", NULL);
  if (!issued && !delivered)
    fw_verdict_row_set_sign (FW_VERDICT_ROW (row), "x-office-document-symbolic");
  if (!issued || delivered || fw_case_has_ended (case_of (self)))
    return row;
  button = gtk_button_new_with_mnemonic (_("Record _delivery…"));
  spoken = g_strdup_printf (_("Record the delivery of “%s”"), fw_case_item_get_text (paper, "title"));
  fw_spoken_name_set (button, spoken);
  fw_step_page_name_focus (button, fw_case_item_get_id (paper));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "paper", g_strdup (fw_case_item_get_id (paper)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (deliver_clicked_cb), self);
  fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), button);
  return row;
}

static void
show_papers (FwOverviewPage *self)
{
  GListModel *papers = fw_case_get_documents (case_of (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->paper_list, 0)) != NULL)
    gtk_list_box_remove (self->paper_list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (FwCaseItem) paper = g_list_model_get_item (papers, i);

      gtk_list_box_append (self->paper_list, make_paper_row (self, paper));
    }
}

/* The first step that still wants something; the summary where none does. */
static FwCaseStep
first_open_step (FwCase *departure)
{
  for (int step = 0; step < FW_CASE_STEP_SUMMARY; step++)
    if (fw_case_get_step_verdict (departure, (FwCaseStep) step) > FW_VERDICT_NOTE)
      return (FwCaseStep) step;
  return FW_CASE_STEP_SUMMARY;
}

/* What comes next, where it is done on another page. */
static void
show_next_button (FwOverviewPage *self,
                  FwCaseState state)
{
  gboolean preparing = state == FW_CASE_STATE_DRAFT || state == FW_CASE_STATE_RETURNED;

  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          !fw_case_is_paused (case_of (self)) && (preparing || state == FW_CASE_STATE_APPROVED));
  gtk_button_set_label (self->next_button, preparing ? _("_Go on preparing") : _("_Issue the papers…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "i",
                                    preparing ? (int) first_open_step (case_of (self)) : (int) FW_CASE_STEP_PAPERS);
}

static void
show_next (FwOverviewPage *self,
           FwCaseState state)
{
  g_autofree char *detail = NULL;
  g_autofree char *next = fw_overview_next_dup (case_of (self), &detail);

  gtk_widget_set_visible (self->next_card, next != NULL);
  gtk_label_set_label (self->next_label, next != NULL ? next : "");
  gtk_label_set_label (self->next_detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next_detail_label), detail != NULL);
  show_next_button (self, state);
}

/* Who and on what ground, how it stands, and the figures that one asks for first. */
static void
show_head (FwOverviewPage *self,
           FwCaseState state)
{
  g_autofree char *name = NULL;
  g_autofree char *ground = NULL;
  g_autofree char *title = NULL;
  g_autofree char *figures = fw_overview_next_dup_figures (case_of (self));

  g_object_get (case_of (self), "employee-name", &name, "ground-title", &ground, NULL);
  title = g_strdup_printf ("%s · %s", name, ground != NULL ? ground : _("no ground yet"));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->figure_label, figures);
  fw_box_clear (self->tag_box);
  gtk_box_append (self->tag_box, fw_case_state_tag_new (state));
  if (fw_case_is_paused (case_of (self)))
    gtk_box_append (self->tag_box, fw_tag_new (FW_TAG_STYLE_NOTE, _("Paused")));
}

/* A list shows its nearest lines until one asks for all of them. */
static guint
at_most (GtkToggleButton *button,
         guint few)
{
  return gtk_toggle_button_get_active (button) ? 0 : few;
}

static void
show_all_button (GtkToggleButton *button,
                 guint few,
                 guint count)
{
  g_autofree char *label = gtk_toggle_button_get_active (button) ? g_strdup (_("Show fewer"))
                                                                 : g_strdup_printf (_("All %u"), count);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (GTK_WIDGET (button), count > few);
}

static void
show_events (FwOverviewPage *self)
{
  guint count = fw_overview_course_fill_events (self->event_list, case_of (self), at_most (self->all_events_button, FEW_EVENTS));

  show_all_button (self->all_events_button, FEW_EVENTS, count);
}

static void
show_deadlines (FwOverviewPage *self)
{
  guint count = fw_overview_duties_fill_deadlines (self->deadline_list, case_of (self),
                                                   at_most (self->all_deadlines_button, FEW_DEADLINES));

  show_all_button (self->all_deadlines_button, FEW_DEADLINES, count);
  gtk_widget_set_visible (self->deadline_head, count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline_list), count > 0);
}

static void
show_ladder (FwOverviewPage *self)
{
  FwCaseItem *notice = fw_overview_duties_find_notice (case_of (self));
  gboolean issued = notice != NULL && fw_case_item_get_choice (notice, "state") == FW_PAPER_ISSUED;
  g_autofree char *title = notice != NULL ? g_strdup_printf (issued ? _("How “%s” reaches the person")
                                                                    : _("How “%s” will reach the person: not issued yet"),
                                                             fw_case_item_get_text (notice, "title")) : NULL;

  gtk_label_set_label (self->ladder_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->ladder_label), notice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ladder_list), notice != NULL);
  fw_overview_duties_fill_ladder (self->ladder_list, case_of (self), notice);
}

static void
show_steps (FwOverviewPage *self)
{
  guint count = fw_overview_steps_fill (self->step_list, case_of (self));

  gtk_widget_set_visible (self->step_head, count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->step_list), count > 0);
}

/* One of several who are decided upon together leads to all of them. */
static void
show_group (FwOverviewPage *self)
{
  const char *number = NULL;
  guint n_cases = 0;
  const char *group = fw_case_get_group (case_of (self), &number, &n_cases);
  g_autofree char *label = group != NULL ? g_strdup_printf (ngettext ("_Together: %s, %u person", "_Together: %s, %u people", n_cases),
                                                            number, n_cases)
                                         : NULL;

  gtk_widget_set_visible (self->group_button, group != NULL);
  if (group == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->group_button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->group_button), "s", group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->group_button), "win.open-group");
}

static void
step_chosen_cb (FwOverviewPage *self,
                GtkListBoxRow *row)
{
  fw_overview_steps_go (row);
}

static void
show_buttons (FwOverviewPage *self,
              FwCaseState state)
{
  gboolean ended = fw_case_has_ended (case_of (self));
  gboolean paused = fw_case_is_paused (case_of (self));

  gtk_widget_set_visible (self->approve_button, state == FW_CASE_STATE_SUBMITTED && !paused);
  gtk_widget_set_visible (self->return_button, state == FW_CASE_STATE_SUBMITTED);
  gtk_widget_set_visible (self->deliver_button, state == FW_CASE_STATE_ISSUED &&
                                                  fw_overview_duties_find_waiting (case_of (self)) != NULL);
  gtk_widget_set_visible (self->close_button, state == FW_CASE_STATE_DELIVERED);
  gtk_widget_set_visible (self->withdraw_button, !ended && state != FW_CASE_STATE_DELIVERED);
  gtk_widget_set_visible (self->pause_button, !paused && state < FW_CASE_STATE_ISSUED);
  gtk_widget_set_visible (self->stop_box, gtk_widget_get_visible (self->withdraw_button) ||
                                            gtk_widget_get_visible (self->pause_button));
  gtk_widget_set_visible (self->resume_button, paused && !ended);
  gtk_widget_set_visible (self->task_button, !ended);
}

static void
survey_cb (FwOverviewPage *self)
{
  fw_survey_dialog_present (GTK_WIDGET (self), case_of (self));
}

/* Only of somebody who has left. */
static void
show_survey (FwOverviewPage *self)
{
  g_autofree char *status = fw_survey_dialog_dup_status (case_of (self));

  gtk_label_set_label (self->survey_label, status != NULL ? status : "");
  gtk_widget_set_visible (self->survey_box, status != NULL);
}

static void
fw_overview_page_judged (FwStepPage *page)
{
  FwOverviewPage *self = FW_OVERVIEW_PAGE (page);
  FwCaseState state = fw_case_get_state (case_of (self));
  guint tasks = fw_overview_duties_fill_tasks (self->task_list, case_of (self));

  show_head (self, state);
  show_next (self, state);
  show_group (self);
  show_steps (self);
  show_buttons (self, state);
  fw_overview_course_fill_approval (self->approval_list, case_of (self));
  show_events (self);
  show_deadlines (self);
  fw_held_talks_show_case (self->held_talks, case_of (self));
  show_papers (self);
  show_ladder (self);
  fw_leaving_reasons_set_case (self->leaving_reasons, case_of (self));
  show_survey (self);
  gtk_widget_set_visible (GTK_WIDGET (self->task_list), tasks > 0);
}

static void
fw_overview_page_narrow_changed (FwAdaptiveWidget *widget,
                                 gboolean narrow)
{
  FwOverviewPage *self = FW_OVERVIEW_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head_box), orientation);
  gtk_box_set_spacing (self->head_box, narrow ? 3 : 12);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->next_card), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  gtk_box_set_homogeneous (self->columns, !narrow);
}

static void
fw_overview_page_class_init (FwOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_overview_page_narrow_changed;
  FW_STEP_PAGE_CLASS (klass)->judged = fw_overview_page_judged;
  FW_STEP_PAGE_CLASS (klass)->begins_with_main = TRUE;
  g_type_ensure (FW_TYPE_CHANGES_CARD);
  g_type_ensure (FW_TYPE_LEAVING_REASONS);
  g_type_ensure (FW_TYPE_HELD_TALKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, head_box);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, tag_box);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, figure_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, group_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, step_head);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, step_list);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, next_card);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, next_detail_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, return_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, stop_box);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, resume_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, deliver_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, approval_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, all_events_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, event_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, deadline_head);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, all_deadlines_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, deadline_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, held_talks);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, paper_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, ladder_label);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, ladder_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, task_button);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, task_list);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, leaving_reasons);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, survey_box);
  gtk_widget_class_bind_template_child (widget_class, FwOverviewPage, survey_label);
  gtk_widget_class_bind_template_callback (widget_class, approve_cb);
  gtk_widget_class_bind_template_callback (widget_class, return_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, deliver_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, task_cb);
  gtk_widget_class_bind_template_callback (widget_class, survey_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
fw_overview_page_init (FwOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
