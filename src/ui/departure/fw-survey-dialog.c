#include "config.h"

#include "ui/departure/fw-survey-dialog.h"

#include <glib/gi18n.h>

#include "departure/fw-survey.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-adaptive-bin.h"

struct _FwSurveyDialog
{
  AdwWindow parent_instance;

  FwCase *departure;
  FwSurvey *survey;
  GPtrArray *scores; /* of each question an array of its buttons; NULL where it is answered in words */
  GPtrArray *texts;  /* of each question the entry; NULL where it is rated */
  GtkFileChooserNative *chooser;

  AdwToastOverlay *overlay;
  AdwPreferencesGroup *form_group;
  FwAdaptiveBin *bin;
  GPtrArray *boxes; /* borrowed: of the rows, what is asked and what answers it */
  GtkWidget *send_box;
  GtkWidget *sent_box;
  GtkLabel *sent_label;
  GtkWidget *sent_button;
  GtkWidget *leave_button;
  GtkSwitch *named_switch;
};

G_DEFINE_FINAL_TYPE (FwSurveyDialog, fw_survey_dialog, ADW_TYPE_WINDOW)

/* What was done about the survey of a case, as its tasks have it. Returns: (transfer full) (nullable) */
static FwCaseItem *
find_task (FwCase *departure)
{
  GListModel *tasks = fw_case_get_tasks (departure);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (FwCaseItem) task = g_list_model_get_item (tasks, i);

      if (g_strcmp0 (fw_case_item_get_text (task, "kind"), FW_SURVEY_TASK) == 0)
        return g_steal_pointer (&task);
    }
  return NULL;
}

/**
 * fw_survey_dialog_dup_status:
 *
 * Returns: (transfer full) (nullable): whether it was seen to, or by when it goes out; %NULL while the person has not left
 */
char *
fw_survey_dialog_dup_status (FwCase *departure)
{
  FwDate last_day = fw_date_from_string (fw_case_get (departure, "departure/@last-day"));
  FwDate today = fw_workplace_get_today (fw_case_get_workplace (departure));
  g_autoptr (FwCaseItem) task = find_task (departure);
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;

  if (fw_case_get_state (departure) == FW_CASE_STATE_WITHDRAWN || !fw_date_is_known (last_day) ||
      fw_date_compare (last_day, today) > 0)
    return NULL;
  if (task != NULL)
    {
      day = fw_case_name_day (fw_case_item_get_text (task, "done-on"));
      return g_strdup_printf (_("Seen to on %s"), day);
    }
  iso = fw_date_to_string (fw_date_add_days (last_day, FW_SURVEY_DAYS));
  day = fw_case_name_day (iso);
  return g_strdup_printf (_("To be sent by %s, three weeks after the last day"), day);
}

static void
say (FwSurveyDialog *self, const char *text)
{
  adw_toast_overlay_add_toast (self->overlay, adw_toast_new (text));
}

static void
show_sent (FwSurveyDialog *self)
{
  g_autofree char *status = fw_survey_dialog_dup_status (self->departure);
  g_autoptr (FwCaseItem) task = find_task (self->departure);

  gtk_label_set_label (self->sent_label, status != NULL ? status : "");
  gtk_widget_set_visible (self->sent_button, task == NULL);
  gtk_widget_set_visible (self->leave_button, task == NULL);
}

static void
noted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwSurveyDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!fw_case_act_finish (FW_CASE (object), result, &error))
    fw_problem_present (GTK_WINDOW (self), _("It was not noted"), NULL, error);
  else if (self->departure != NULL)
    show_sent (self);
}

static void
sent_cb (FwSurveyDialog *self)
{
  fw_case_note_survey_async (self->departure, self->survey->title, TRUE, NULL, noted_cb, g_object_ref (self));
}

static void
leave_cb (FwSurveyDialog *self)
{
  fw_case_note_survey_async (self->departure, self->survey->title, FALSE, NULL, noted_cb, g_object_ref (self));
}

/* On paper */

static FwDocument *
make_paper (FwSurveyDialog *self, GError **error)
{
  FwWorkplace *workplace = fw_case_get_workplace (self->departure);

  return fw_survey_to_paper (self->survey, fw_workplace_get_store (workplace), fw_workplace_get_today (workplace),
                             fw_language_get (), error);
}

static void
printed_cb (FwSurveyDialog *self, GtkPrintOperationResult printed, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (printed != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  fw_problem_present (GTK_WINDOW (self), _("It was not printed"), NULL, error);
}

static void
print_cb (FwSurveyDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = make_paper (self, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (paper == NULL)
    {
      fw_problem_present (GTK_WINDOW (self), _("It was not printed"), NULL, error);
      return;
    }
  operation = fw_paper_print_new (paper, self->survey->title);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  fw_paper_print_run (operation, GTK_WINDOW (self));
}

static void
place_chosen_cb (FwSurveyDialog *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  paper = make_paper (self, &error);
  pdf = paper != NULL ? fw_document_to_pdf (paper, &error) : NULL;
  if (pdf != NULL && g_file_replace_contents (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, FALSE,
                                              G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    say (self, _("Saved"));
  else
    fw_problem_present (GTK_WINDOW (self), _("It was not saved"), NULL, error);
}

static void
save_cb (FwSurveyDialog *self)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", self->survey->title);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* What comes back */

static guint
score_of (GPtrArray *buttons)
{
  for (guint i = 0; buttons != NULL && i < buttons->len; i++)
    if (gtk_toggle_button_get_active (buttons->pdata[i]))
      return i + 1;
  return 0;
}

static void
clear_form (FwSurveyDialog *self)
{
  for (guint i = 0; i < self->survey->questions->len; i++)
    {
      GPtrArray *buttons = self->scores->pdata[i];

      for (guint k = 0; buttons != NULL && k < buttons->len; k++)
        gtk_toggle_button_set_active (buttons->pdata[k], FALSE);
      if (self->texts->pdata[i] != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->texts->pdata[i]), "");
    }
  gtk_switch_set_active (self->named_switch, FALSE);
}

static void
keep_cb (FwSurveyDialog *self)
{
  g_autofree FwSurveyAnswer *answers = g_new0 (FwSurveyAnswer, self->survey->questions->len);
  gboolean named = gtk_switch_get_active (self->named_switch);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->survey->questions->len; i++)
    {
      answers[i].score = score_of (self->scores->pdata[i]);
      answers[i].text = self->texts->pdata[i] != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->texts->pdata[i])) : NULL;
    }
  event = fw_survey_take_in (self->survey, fw_case_get_workplace (self->departure), answers,
                             named ? fw_case_get_employee (self->departure) : NULL, &error);
  if (event != NULL)
    {
      clear_form (self);
      say (self, named ? _("Kept with the person's records") : _("Kept without a name"));
    }
  else if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT))
    say (self, _("Nothing is filled in yet"));
  else
    fw_problem_present (GTK_WINDOW (self), _("The sheet was not kept"), NULL, error);
}

/* Pressed again it is taken back: then the question is open. */
static void
toggled_cb (GtkToggleButton *button, GPtrArray *buttons)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < buttons->len; i++)
    if (buttons->pdata[i] != button)
      gtk_toggle_button_set_active (buttons->pdata[i], FALSE);
}

static GtkWidget *
make_rated (FwSurveyDialog *self, const FwSurveyQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GPtrArray *buttons = g_ptr_array_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint score = 1; score <= FW_SURVEY_MOST_SCORE; score++)
    {
      g_autofree char *label = g_strdup_printf ("%u", score);
      /* TRANSLATORS: a score, then the question it answers. */
      g_autofree char *spoken = g_strdup_printf (_("%u: %s"), score, question->text);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_ptr_array_add (buttons, button);
      gtk_box_append (GTK_BOX (box), button);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), buttons);
    }
  g_ptr_array_add (self->scores, buttons);
  g_ptr_array_add (self->texts, NULL);
  return box;
}

static GtkWidget *
make_free (FwSurveyDialog *self, const FwSurveyQuestion *question)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  g_ptr_array_add (self->scores, NULL);
  g_ptr_array_add (self->texts, entry);
  return entry;
}

static void
fill_form (FwSurveyDialog *self)
{
  for (guint i = 0; i < self->survey->questions->len; i++)
    {
      const FwSurveyQuestion *question = self->survey->questions->pdata[i];
      GtkWidget *row = adw_preferences_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, question->text);
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (box, "fw-form-row");
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), question->free ? make_free (self, question) : make_rated (self, question));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      adw_preferences_group_add (self->form_group, row);
      g_ptr_array_add (self->boxes, box);
    }
}

/* With large text what is asked stands above what answers it. */
static void
narrow_cb (FwSurveyDialog *self)
{
  gboolean narrow = fw_adaptive_bin_get_narrow (self->bin);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      gtk_orientable_set_orientation (self->boxes->pdata[i], narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_spacing (self->boxes->pdata[i], narrow ? 3 : 12);
    }
}

static void
buttons_free (gpointer buttons)
{
  if (buttons != NULL)
    g_ptr_array_unref (buttons);
}

static void
fw_survey_dialog_dispose (GObject *object)
{
  FwSurveyDialog *self = FW_SURVEY_DIALOG (object);

  g_clear_object (&self->departure);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (fw_survey_dialog_parent_class)->dispose (object);
}

static void
fw_survey_dialog_finalize (GObject *object)
{
  FwSurveyDialog *self = FW_SURVEY_DIALOG (object);

  g_clear_pointer (&self->survey, fw_survey_free);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->boxes);
  G_OBJECT_CLASS (fw_survey_dialog_parent_class)->finalize (object);
}

static void
fw_survey_dialog_class_init (FwSurveyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_survey_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_survey_dialog_finalize;
  g_type_ensure (FW_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-survey-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, form_group);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, bin);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, send_box);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, sent_box);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, sent_label);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, sent_button);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, leave_button);
  gtk_widget_class_bind_template_child (widget_class, FwSurveyDialog, named_switch);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fw_survey_dialog_init (FwSurveyDialog *self)
{
  self->scores = g_ptr_array_new_with_free_func (buttons_free);
  self->texts = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_ptr_array_add (self->boxes, self->send_box);
  g_ptr_array_add (self->boxes, self->sent_box);
}

/**
 * fw_survey_dialog_present:
 * @from: a widget of the case's workspace
 *
 * Shows the survey of somebody who has left.
 */
void
fw_survey_dialog_present (GtkWidget *from, FwCase *departure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSurvey) survey = fw_survey_read (fw_language_get (), &error);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  FwSurveyDialog *self;

  if (survey == NULL)
    {
      fw_problem_present (parent, _("The questions cannot be read"), NULL, error);
      return;
    }
  self = g_object_new (FW_TYPE_SURVEY_DIALOG, "transient-for", parent, "title", survey->title, NULL);
  self->departure = g_object_ref (departure);
  self->survey = g_steal_pointer (&survey);
  fill_form (self);
  show_sent (self);
  gtk_window_present (GTK_WINDOW (self));
}
