#include "config.h"

#include "ui/data/fw-import-page-private.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-spoken-name.h"

G_DEFINE_FINAL_TYPE (FwImportPage, fw_import_page, FW_TYPE_ADAPTIVE_WIDGET)


enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const FwEncoding encodings[] = { FW_ENCODING_UTF_8, FW_ENCODING_GB18030, FW_ENCODING_UTF_16_LE,
                                        FW_ENCODING_UTF_16_BE };

static const char separators[] = { ',', ';', '\t' };

static void
stop_what_runs (FwImportPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GCancellable *
start_something (FwImportPage *self)
{
  stop_what_runs (self);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
show_progress (FwImportPage *self, const char *what)
{
  gtk_label_set_label (self->progress_label, what != NULL ? what : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), what != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), what != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remember_check), what == NULL && self->reading != NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
}

static guint
rows_to_import (FwImportPage *self)
{
  return self->plan != NULL ? fw_import_plan_count (self->plan, FW_IMPORT_ROW_NEW)
                                + fw_import_plan_count (self->plan, FW_IMPORT_ROW_UPDATE)
                            : 0;
}

static void
show_button (FwImportPage *self)
{
  const guint rows = rows_to_import (self);
  g_autofree char *text = NULL;

  if (self->plan == NULL)
    text = g_strdup (_("_Import"));
  else if (rows == 0)
    text = g_strdup (_("Nothing to import"));
  else
    text = g_strdup_printf (ngettext ("_Import %u row", "_Import %u rows", rows), rows);
  gtk_button_set_label (self->import_button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), rows > 0 && !self->running);
}

static void
fraction_cb (FwImportPage *self)
{
  double fraction = 0;

  g_object_get (self->job, "fraction", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static gboolean
has_problem (FwImportPlan *plan, const char *reason)
{
  for (guint i = 0; i < fw_import_plan_get_n_problems (plan); i++)
    if (g_str_equal (fw_import_plan_get_problem (plan, i)->fault.reason, reason))
      return TRUE;
  return FALSE;
}

/* Which of month and day comes first is asked only where a date leaves it open. */
static void
show_order (FwImportPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->order_drop), self->reading->order != FW_IMPORT_YEAR_FIRST ||
                                                           has_problem (self->plan, "date-order"));
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwImportPlan) plan = fw_import_job_try_finish (FW_IMPORT_JOB (source), result, &error);

  /* A newer trial, or another file, has taken its place. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || FW_IMPORT_JOB (source) != self->job)
    return;
  show_progress (self, NULL);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    {
      fw_import_trial_show (self->trial, plan);
      fw_import_words_show (self->words, self->reading, plan);
      show_order (self);
    }
  else
    {
      g_autofree char *problem = fw_problem_describe (error);

      fw_import_trial_show_problem (self->trial, problem);
    }
  show_button (self);
}

static void
try_now (FwImportPage *self)
{
  const FwImportOptions options = { .today = fw_workplace_get_today (self->workplace), .order = self->reading->order };
  g_autoptr (FwImportMapping) mapping = fw_import_reading_dup_mapping (self->reading);

  g_clear_object (&self->plan);
  g_clear_object (&self->job);
  self->job = fw_import_job_new (fw_workplace_get_store (self->workplace), fw_workplace_get_who (self->workplace));
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (fraction_cb), self, G_CONNECT_SWAPPED);
  show_progress (self, _("Trying it out…"));
  show_button (self);
  fw_import_job_try_async (self->job, self->reading->catalog, self->reading->kind, self->reading->table, mapping,
                           &options, start_something (self), tried_cb, g_object_ref (self));
}

static void
show_kinds (FwImportPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < fw_import_catalog_get_n_kinds (self->reading->catalog); i++)
    {
      const FwImportKind *kind = fw_import_catalog_get_kind (self->reading->catalog, i);

      gtk_string_list_append (words, g_str_equal (fw_language_get (), "zh") ? kind->zh : kind->en);
      if (kind == self->reading->kind)
        chosen = i;
    }
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->kind_drop, chosen);
}

/* How the file is written, as it was found or said. */
static void
show_forms (FwImportPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (encodings[i] == fw_table_get_encoding (self->reading->table))
      gtk_drop_down_set_selected (self->encoding_drop, i);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == fw_table_get_separator (self->reading->table))
      gtk_drop_down_set_selected (self->separator_drop, i);
  gtk_drop_down_set_selected (self->order_drop, self->reading->order);
}

static const char *
separator_word (char separator)
{
  switch (separator)
    {
    case ',':
      return _("commas");
    case ';':
      return _("semicolons");
    case '\t':
      return _("tabs");
    default:
      return _("another sign");
    }
}

static void
show_file (FwImportPage *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  FwTable *table = self->reading->table;
  g_autofree char *found = NULL;

  /* TRANSLATORS: what was found out of a file: rows, columns, encoding, separator, line of the headings. */
  found = g_strdup_printf (_("%u rows · %u columns · found: %s, split by %s, headings in line %u"),
                           fw_table_get_n_rows (table), fw_table_get_n_columns (table),
                           fw_encoding_get_name (fw_table_get_encoding (table)),
                           separator_word (fw_table_get_separator (table)), fw_table_get_heading_line (table));
  gtk_label_set_label (self->file_label, shown);
  gtk_label_set_label (self->found_label, found);
  self->filling = TRUE;
  show_kinds (self);
  show_forms (self);
  self->filling = FALSE;
  fw_import_columns_show (self->columns, self->reading);
  gtk_stack_set_visible_child_name (self->states, "trial");
  gtk_widget_set_visible (self->footer, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

static void
forget_file (FwImportPage *self)
{
  stop_what_runs (self);
  fw_import_columns_show (self->columns, NULL);
  fw_import_words_show (self->words, NULL, NULL);
  g_clear_pointer (&self->reading, fw_import_reading_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->job);
  self->running = FALSE;
  gtk_stack_set_visible_child_name (self->states, "file");
  gtk_widget_set_visible (self->footer, FALSE);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwImportPage) self = data;
  g_autoptr (GError) error = NULL;
  FwImportReading *reading = fw_import_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->page == NULL || self->workplace == NULL)
    {
      g_clear_pointer (&reading, fw_import_reading_free);
      return;
    }
  show_progress (self, NULL);
  if (reading == NULL)
    {
      forget_file (self);
      fw_window_show_error (_fw_import_page_window (self), _("This file cannot be read as a list"), error);
      return;
    }
  fw_import_columns_show (self->columns, NULL);
  fw_import_words_show (self->words, NULL, NULL);
  g_clear_pointer (&self->reading, fw_import_reading_free);
  self->reading = reading;
  show_file (self);
  try_now (self);
}

static void
read_file (FwImportPage *self, const FwTableOptions *options)
{
  gtk_widget_set_visible (self->footer, TRUE);
  show_progress (self, _("Reading the file…"));
  fw_import_read_async (fw_workplace_get_store (self->workplace), self->file, options, start_something (self),
                        file_read_cb, g_object_ref (self));
}

static void
kind_chosen_cb (FwImportPage *self)
{
  const FwImportKind *kind;

  if (self->filling || self->reading == NULL)
    return;
  kind = fw_import_catalog_get_kind (self->reading->catalog, gtk_drop_down_get_selected (self->kind_drop));
  if (kind == NULL || kind == self->reading->kind)
    return;
  fw_import_reading_set_kind (self->reading, kind);
  fw_import_words_show (self->words, self->reading, NULL);
  fw_import_columns_show (self->columns, self->reading);
  try_now (self);
}

/* The file is read anew as it is said to be written. */
static void
form_chosen_cb (FwImportPage *self)
{
  guint encoding = gtk_drop_down_get_selected (self->encoding_drop);
  guint separator = gtk_drop_down_get_selected (self->separator_drop);

  if (!self->filling && self->reading != NULL && encoding < G_N_ELEMENTS (encodings) &&
      separator < G_N_ELEMENTS (separators))
    read_file (self, &(FwTableOptions) { encodings[encoding], separators[separator] });
}

static void
order_chosen_cb (FwImportPage *self)
{
  if (self->filling || self->reading == NULL)
    return;
  self->reading->order = (FwImportDateOrder) gtk_drop_down_get_selected (self->order_drop);
  try_now (self);
}

static void
columns_changed_cb (FwImportPage *self)
{
  try_now (self);
}

static void
set_running (FwImportPage *self, gboolean running)
{
  self->running = running;
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->words), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_drop), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding_drop), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->separator_drop), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_drop), !running);
  show_progress (self, running ? _("Importing…") : NULL);
  show_button (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_import_job_run_finish (FW_IMPORT_JOB (source), result, &error);
  guint rows = rows_to_import (self);
  g_autofree char *text = NULL;

  if (self->page == NULL || FW_IMPORT_JOB (source) != self->job)
    return;
  set_running (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      fw_window_toast (_fw_import_page_window (self), _("Cancelled, nothing changed"));
      return;
    }
  if (event == NULL)
    {
      fw_window_show_error (_fw_import_page_window (self), _("Nothing was imported"), error);
      return;
    }
  if (gtk_check_button_get_active (self->remember_check))
    fw_import_reading_remember (self->reading, fw_workplace_get_store (self->workplace));
  text = g_strdup_printf (ngettext ("%u row imported", "%u rows imported", rows), rows);
  fw_window_toast_undo (_fw_import_page_window (self), text, fw_event_get_id (event));
  fw_import_trial_set_done (self->trial, TRUE);
  gtk_button_set_label (self->import_button, _("Imported"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Close"));
  gtk_widget_grab_focus (self->cancel_button);
}

static void
import_cb (FwImportPage *self)
{
  g_autofree char *source = NULL;

  if (self->plan == NULL || self->running || rows_to_import (self) == 0)
    return;
  source = g_file_get_basename (self->file);
  set_running (self, TRUE);
  fw_import_job_run_async (self->job, self->plan, source, start_something (self), imported_cb, g_object_ref (self));
}

/* While something is written, Cancel stops it and half of it is undone; otherwise it leaves the page. */
static void
cancel_cb (FwImportPage *self)
{
  if (self->running)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  forget_file (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
dropped_cb (FwImportPage *self, const GValue *value)
{
  if (self->workplace == NULL || self->running || !G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  fw_import_page_open_file (self, g_value_get_object (value));
  return TRUE;
}

static void
fw_import_page_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwImportPage *self = FW_IMPORT_PAGE (widget);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns_box), orientation);
  gtk_box_set_homogeneous (self->columns_box, !narrow);
  /* One below the other, the result comes before the long list of columns. */
  if (narrow)
    gtk_box_reorder_child_after (self->columns_box, self->trial_box, NULL);
  else
    gtk_box_reorder_child_after (self->columns_box, self->trial_box, GTK_WIDGET (self->columns));
}

static void
fw_import_page_dispose (GObject *object)
{
  FwImportPage *self = FW_IMPORT_PAGE (object);

  stop_what_runs (self);
  g_clear_object (&self->chooser);
  if (self->page != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->page));
  self->page = NULL;
  g_clear_pointer (&self->reading, fw_import_reading_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->job);
  g_clear_object (&self->file);
  g_clear_object (&self->workplace);
  G_OBJECT_CLASS (fw_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, page);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, footer);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, remember_check);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, head);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, file_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, found_label);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, encoding_drop);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, separator_drop);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, order_drop);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, columns_box);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, trial_box);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, words);
  gtk_widget_class_bind_template_child (widget_class, FwImportPage, trial);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
fw_import_page_class_init (FwImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fw_import_page_dispose;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_import_page_narrow_changed;
  signals[SIGNAL_DONE] = g_signal_new ("done", FW_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       0);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_IMPORT_COLUMNS);
  g_type_ensure (FW_TYPE_IMPORT_TRIAL);
  g_type_ensure (FW_TYPE_IMPORT_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/data/fw-import-page.ui");
  bind_template (widget_class);
  _fw_import_page_class_bind_files (widget_class);
}

static void
fill_drops (FwImportPage *self)
{
  const char *const orders[] = { _("Dates: year first"), _("Dates: 1/31/2026, month first"),
                                 _("Dates: 31/1/2026, day first"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) marks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) days = gtk_string_list_new (orders);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (names, fw_encoding_get_name (encodings[i]));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    gtk_string_list_append (marks, separator_word (separators[i]));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->encoding_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->separator_drop, G_LIST_MODEL (marks));
  gtk_drop_down_set_model (self->order_drop, G_LIST_MODEL (days));
  self->filling = FALSE;
}

static void
fw_import_page_init (FwImportPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  fw_full_text_offer (self->file_label);
  fill_drops (self);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->kind_drop), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->encoding_drop), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->separator_drop), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->order_drop), NULL);
  g_signal_connect_object (self->kind_drop, "notify::selected", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->encoding_drop, "notify::selected", G_CALLBACK (form_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->separator_drop, "notify::selected", G_CALLBACK (form_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order_drop, "notify::selected", G_CALLBACK (order_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_visible (self->footer, FALSE);
}

/**
 * fw_import_page_set_workplace:
 * @workplace: (nullable): where to import; %NULL forgets
 */
void
fw_import_page_set_workplace (FwImportPage *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_IMPORT_PAGE (self));

  forget_file (self);
  g_set_object (&self->workplace, workplace);
}

/**
 * fw_import_page_start:
 *
 * Begins with the choice of a file; an import that is under way goes on.
 */
void
fw_import_page_start (FwImportPage *self)
{
  g_return_if_fail (FW_IS_IMPORT_PAGE (self));

  if (self->running)
    return;
  forget_file (self);
  gtk_widget_grab_focus (self->choose_button);
}

/**
 * fw_import_page_open_file:
 *
 * Reads @file and tries it out.
 */
void
fw_import_page_open_file (FwImportPage *self, GFile *file)
{
  g_return_if_fail (FW_IS_IMPORT_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Cancel"));
  read_file (self, &(FwTableOptions) { FW_ENCODING_AUTO, '\0' });
}
