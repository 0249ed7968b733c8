#include "config.h"

#include "ui/departure/fw-plan-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-tall-scroll.h"

/* How far ahead a plan looks where nothing else says until when. */
#define DAYS_OF_PAUSE 30
#define DAYS_OF_TASK 14

/* Something that is said now and shall be by a day to come: what a case waits for, or what somebody takes on. */
typedef struct
{
  FwCase *departure; /* owned */
  GtkWidget *from;   /* owned: whose workspace tells that it was done */
  char *kind;        /* owned, nullable: of a task */
  gboolean is_task;
  AdwMessageDialog *dialog;
  GtkEditable *what_entry;
  GtkEditable *who_entry;
  GtkEditable *day_entry;
  GtkWidget *day_hint;
} FwPlan;

static void
plan_free (gpointer data)
{
  FwPlan *self = data;

  g_object_unref (self->departure);
  g_object_unref (self->from);
  g_free (self->kind);
  g_free (self);
}

static FwDate
day_of (FwPlan *self)
{
  g_autofree char *day = fw_answer_field_read_day (gtk_editable_get_text (self->day_entry));

  return fw_date_from_string (day);
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (FwPlan *self)
{
  g_autofree char *what = dup_text (self->what_entry);
  FwDate day = day_of (self), today = fw_workplace_get_today (fw_case_get_workplace (self->departure));
  gboolean ahead = fw_date_is_known (day) && fw_date_compare (day, today) > 0;

  gtk_widget_set_visible (self->day_hint, !ahead);
  adw_message_dialog_set_response_enabled (self->dialog, "go", ahead && *what != '\0');
}

static void
acted (FwCase *departure,
       GAsyncResult *result,
       GtkWidget *from,
       const char *done,
       const char *not_done)
{
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (departure, result, &error))
    {
      fw_case_tell (from, done, TRUE);
      return;
    }
  fw_problem_present (GTK_WINDOW (gtk_widget_get_root (from)), not_done, NULL, error);
}

static void
paused_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GtkWidget) from = data;

  acted (FW_CASE (object), result, from, _("Paused; the list of departures tells when to look again"),
         _("The departure was not paused"));
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GtkWidget) from = data;

  acted (FW_CASE (object), result, from, _("Noted among the tasks of this departure"), _("The task was not noted"));
}

static void
response_cb (FwPlan *self,
             const char *response)
{
  g_autofree char *what = dup_text (self->what_entry);
  g_autofree char *who = dup_text (self->who_entry);

  if (g_strcmp0 (response, "go") != 0)
    return;
  if (self->is_task)
    fw_case_add_task_async (self->departure, self->kind, what, *who != '\0' ? who : NULL, day_of (self), NULL, added_cb,
                            g_object_ref (self->from));
  else
    fw_case_pause_async (self->departure, what, day_of (self), NULL, paused_cb, g_object_ref (self->from));
}

static FwPlan *
plan_new (GtkWidget *from,
          FwCase *departure,
          GtkBuilder *builder,
          FwDate day)
{
  FwPlan *self = g_new0 (FwPlan, 1);
  g_autofree char *text = fw_date_to_string (day);

  self->departure = g_object_ref (departure);
  /* What asks may be made anew while the dialog stands; its workspace stays. */
  self->from = g_object_ref (gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY) != NULL
                               ? gtk_widget_get_ancestor (from, GTK_TYPE_STACK) : from);
  self->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  self->what_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "what_entry"));
  self->who_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "who_entry"));
  self->day_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "day_entry"));
  self->day_hint = GTK_WIDGET (gtk_builder_get_object (builder, "day_hint"));
  gtk_editable_set_text (self->day_entry, text != NULL ? text : "");
  return self;
}

static void
present (FwPlan *self)
{
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (gtk_widget_get_root (self->from)));
  adw_message_dialog_set_response_appearance (self->dialog, "go", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (self->dialog), "plan", self, plan_free);
  g_signal_connect_swapped (self->what_entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->day_entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/**
 * fw_plan_dialog_pause:
 * @from: a widget of the case's workspace
 * @iso_until: (nullable): the last day on which the law still bars the case
 *
 * Asks what the case waits for and when it is looked at again, and lets it wait.
 */
void
fw_plan_dialog_pause (GtkWidget *from,
                      FwCase *departure,
                      const char *iso_until)
{
  g_autoptr (GtkBuilder) builder = fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-plan-dialog.ui");
  FwDate until = fw_date_from_string (iso_until), today = fw_workplace_get_today (fw_case_get_workplace (departure));
  FwPlan *self = plan_new (from, departure, builder,
                           fw_date_is_known (until) && fw_date_compare (until, today) >= 0
                             ? fw_date_add_days (until, 1) : fw_date_add_days (today, DAYS_OF_PAUSE));

  adw_message_dialog_set_heading (self->dialog, _("Pause this departure?"));
  adw_message_dialog_set_body (self->dialog, _("It stays as it is, and nothing is submitted, issued or closed until you take it "
                                               "up again."));
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Not yet"), "go", _("_Pause"), NULL);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "what_label")), _("_What it waits for"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "day_label")), _("Look _again on"));
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "who_label")), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->who_entry), FALSE);
  present (self);
}

/**
 * fw_plan_dialog_task:
 * @from: a widget of the case's workspace
 * @kind: (nullable): the way out of the pack that the task carries out
 * @title: (nullable): what has to be done, as far as it is known
 *
 * Asks what has to be done, by whom and by when, and puts it among the tasks of the case.
 */
void
fw_plan_dialog_task (GtkWidget *from,
                     FwCase *departure,
                     const char *kind,
                     const char *title)
{
  g_autoptr (GtkBuilder) builder = fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-plan-dialog.ui");
  FwDate today = fw_workplace_get_today (fw_case_get_workplace (departure));
  FwPlan *self = plan_new (from, departure, builder, fw_date_add_days (today, DAYS_OF_TASK));

  self->is_task = TRUE;
  self->kind = g_strdup (kind);
  adw_message_dialog_set_heading (self->dialog, title != NULL ? title : _("Note a task"));
  adw_message_dialog_set_body (self->dialog, _("It stands among the tasks of this departure, with its day, until it is done."));
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Not yet"), "go", _("_Note it"), NULL);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "what_label")), _("_What has to be done"));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "day_label")), _("_By when"));
  gtk_editable_set_text (self->what_entry, title != NULL ? title : "");
  present (self);
}
