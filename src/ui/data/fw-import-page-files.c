#include "config.h"

#include "ui/data/fw-import-page-private.h"

#include <glib/gi18n.h>

#include "ui/fw-language.h"

/* Which file is imported, and the file of rows to mend. */

FwWindow *
_fw_import_page_window (FwImportPage *self)
{
  return FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
file_chosen_cb (FwImportPage *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    fw_import_page_open_file (self, file);
}

static void
choose_cb (FwImportPage *self)
{
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (self->workplace == NULL || self->chooser != NULL || self->running)
    return;
  gtk_file_filter_set_name (lists, _("Lists (CSV)"));
  gtk_file_filter_add_suffix (lists, "csv");
  gtk_file_filter_add_suffix (lists, "txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  self->chooser = gtk_file_chooser_native_new (_("Import a list"), GTK_WINDOW (_fw_import_page_window (self)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), lists);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
bad_rows_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwImportPage) self = data;
  g_autoptr (GError) error = NULL;

  if (self->page == NULL)
    return;
  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    fw_window_toast (_fw_import_page_window (self), _("Saved. Mend the rows there and import that file; the good rows stay as they are."));
  else
    fw_window_show_error (_fw_import_page_window (self), _("The file could not be written"), error);
}

static void
save_chosen_cb (FwImportPage *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->plan != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  bytes = fw_import_plan_get_bad_rows (self->plan, fw_language_get ());
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, bad_rows_saved_cb,
                                       g_object_ref (self));
}

static void
save_bad_rows_cb (FwImportPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *bad_name = NULL;
  char *dot;

  if (self->plan == NULL || self->chooser != NULL)
    return;
  name = g_file_get_basename (self->file);
  dot = strrchr (name, '.');
  if (dot != NULL)
    *dot = '\0';
  /* TRANSLATORS: name of the file of rows to mend, made from the name of the imported file. */
  bad_name = g_strdup_printf (_("%s - to mend.csv"), name);
  self->chooser = gtk_file_chooser_native_new (_("Save the bad rows"), GTK_WINDOW (_fw_import_page_window (self)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), bad_name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (save_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
_fw_import_page_class_bind_files (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, choose_cb);
  gtk_widget_class_bind_template_callback (klass, save_bad_rows_cb);
}
