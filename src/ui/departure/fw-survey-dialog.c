#include "config.h"

#include "ui/departure/fw-survey-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-survey.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-adaptive-bin.h"
#include "ui/widgets/fw-spoken-name.h"

struct _FwSurveyDialog
{
  AdwWindow parent_instance;

  FwCase *departure;
  FwSurvey *survey;
  GPtrArray *scores; /* of each question an array of its buttons; NULL where it is answered in words */
  GPtrArray *texts;  /* of each question the entry; NULL where it is rated */
  GtkFileChooserNative *chooser;
  gboolean keeping;  /* a sheet is on its way into the store */

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

/* On paper: laid out on a worker thread. The dialog that asks is kept meanwhile, and the survey with it. */

typedef struct
{
  const FwSurvey *survey;
  FwWorkplace *workplace;
  GFile *file; /* nullable: where the PDF goes, too */
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_object_unref (sheet->workplace);
  g_clear_object (&sheet->file);
  g_free (sheet);
}

static gpointer
make_paper (gpointer data, GError **error)
{
  Sheet *sheet = data;
  g_autoptr (FwDocument) paper = fw_survey_to_paper (sheet->survey, fw_workplace_get_store (sheet->workplace),
                                                     fw_workplace_get_today (sheet->workplace), fw_language_get (), error);

  if (paper == NULL || (sheet->file != NULL && !fw_document_write_pdf (paper, sheet->file, NULL, error)))
    return NULL;
  return g_steal_pointer (&paper);
}

static void
make_paper_async (FwSurveyDialog *self, GFile *file, GAsyncReadyCallback callback)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->survey = self->survey;
  sheet->workplace = g_object_ref (fw_case_get_workplace (self->departure));
  g_set_object (&sheet->file, file);
  fw_task_ask_async (self, make_paper, sheet, sheet_free, (GDestroyNotify) fw_document_unref, NULL, callback, NULL);
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
paper_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwSurveyDialog *self = FW_SURVEY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = fw_task_ask_finish (result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->departure == NULL)
    return;
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
print_cb (FwSurveyDialog *self)
{
  make_paper_async (self, NULL, paper_made_cb);
}

static void
paper_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwSurveyDialog *self = FW_SURVEY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = fw_task_ask_finish (result, &error);

  if (self->departure == NULL)
    return;
  if (paper != NULL)
    say (self, _("Saved"));
  else
    fw_problem_present (GTK_WINDOW (self), _("It was not saved"), NULL, error);
}

static void
place_chosen_cb (FwSurveyDialog *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    make_paper_async (self, file, paper_saved_cb);
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

/* A sheet that came back, on its way into the store. */
typedef struct
{
  const FwSurvey *survey;
  FwWorkplace *workplace;
  GArray *answers;
  GPtrArray *texts; /* those that the answers point to */
  char *employee;   /* NULL: nobody's */
} Returned;

static void
returned_free (gpointer data)
{
  Returned *returned = data;

  g_object_unref (returned->workplace);
  g_array_unref (returned->answers);
  g_ptr_array_unref (returned->texts);
  g_free (returned->employee);
  g_free (returned);
}

static gpointer
take_in (gpointer data, GError **error)
{
  Returned *returned = data;

  return fw_survey_take_in (returned->survey, returned->workplace, (const FwSurveyAnswer *) (gpointer) returned->answers->data,
                            returned->employee, error);
}

static void
taken_in_cb (GObject *source, GAsyncResult *result, gpointer named)
{
  FwSurveyDialog *self = FW_SURVEY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_task_ask_finish (result, &error);

  if (self->departure == NULL)
    return;
  self->keeping = FALSE;
  if (event != NULL)
    {
      clear_form (self);
      say (self, GPOINTER_TO_INT (named) ? _("Kept with the person's records") : _("Kept without a name"));
    }
  else if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT))
    say (self, _("Nothing is filled in yet"));
  else
    fw_problem_present (GTK_WINDOW (self), _("The sheet was not kept"), NULL, error);
}

static Returned *
returned_new (FwSurveyDialog *self)
{
  Returned *returned = g_new0 (Returned, 1);

  returned->survey = self->survey;
  returned->workplace = g_object_ref (fw_case_get_workplace (self->departure));
  returned->answers = g_array_new (FALSE, TRUE, sizeof (FwSurveyAnswer));
  returned->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->survey->questions->len; i++)
    {
      GtkEditable *entry = self->texts->pdata[i];
      FwSurveyAnswer answer = { .score = score_of (self->scores->pdata[i]) };

      if (entry != NULL)
        {
          g_ptr_array_add (returned->texts, g_strdup (gtk_editable_get_text (entry)));
          answer.text = returned->texts->pdata[returned->texts->len - 1];
        }
      g_array_append_val (returned->answers, answer);
    }
  if (gtk_switch_get_active (self->named_switch))
    returned->employee = g_strdup (fw_case_get_employee (self->departure));
  return returned;
}

static void
keep_cb (FwSurveyDialog *self)
{
  Returned *returned;

  if (self->keeping)
    return;
  self->keeping = TRUE;
  returned = returned_new (self);
  fw_task_ask_async (self, take_in, returned, returned_free, g_object_unref, NULL, taken_in_cb,
                     GINT_TO_POINTER (returned->employee != NULL));
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

      fw_spoken_name_set (button, spoken);
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
      fw_spoken_name_set (row, title);
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

static gpointer
read_survey (gpointer language, GError **error)
{
  return fw_survey_read (language, error);
}

static void
survey_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwCase) departure = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSurvey) survey = fw_task_ask_finish (result, &error);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (source)));
  FwSurveyDialog *self;

  if (parent == NULL)
    return;
  if (survey == NULL)
    {
      fw_problem_present (parent, _("The questions cannot be read"), NULL, error);
      return;
    }
  self = g_object_new (FW_TYPE_SURVEY_DIALOG, "transient-for", parent, "title", survey->title, NULL);
  self->departure = g_steal_pointer (&departure);
  self->survey = g_steal_pointer (&survey);
  fill_form (self);
  show_sent (self);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * fw_survey_dialog_present:
 * @from: a widget of the case's workspace
 *
 * Shows the survey of somebody who has left, as soon as its questions are read.
 */
void
fw_survey_dialog_present (GtkWidget *from, FwCase *departure)
{
  fw_task_ask_async (from, read_survey, g_strdup (fw_language_get ()), g_free, (GDestroyNotify) fw_survey_free, NULL, survey_read_cb,
                     g_object_ref (departure));
}
