#include "config.h"

#include "ui/data/fw-backup-row.h"

#include <glib/gi18n.h>

#include "store/fw-backup.h"
#include "departure/fw-backup-age.h"
#include "ui/window/fw-window.h"

struct _FwBackupRow
{
  AdwActionRow parent_instance;

  FwWorkplace *workplace;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable; /* of a backup that runs */

  GtkWidget *back_up_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (FwBackupRow, fw_backup_row, ADW_TYPE_ACTION_ROW)

/* When the last backup was, in words. */
static char *
describe_age (const FwBackupAge *age)
{
  g_autofree char *day = fw_date_to_string (age->last);

  if (!age->ever)
    return g_strdup (_("Never backed up yet"));
  if (age->days == 0)
    return g_strdup (_("Backed up today"));
  return g_strdup_printf (ngettext ("Last backed up %d day ago, on %s", "Last backed up %d days ago, on %s",
                                    (gulong) age->days),
                          age->days, day);
}

static void
age_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwBackupRow) self = data;
  FwBackupAge age;
  g_autofree char *text = NULL;

  if (!fw_backup_age_read_finish (result, &age, NULL) || self->workplace != FW_WORKPLACE (source))
    return;
  text = describe_age (&age);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
refresh (FwBackupRow *self)
{
  if (self->workplace != NULL)
    fw_backup_age_read_async (self->workplace, NULL, age_read_cb, g_object_ref (self));
}

static void
set_running (FwBackupRow *self, gboolean running)
{
  gtk_widget_set_visible (self->back_up_button, !running);
  gtk_widget_set_visible (self->progress_box, running);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
}

static void
progress_cb (double done, gpointer data)
{
  FwBackupRow *self = data;

  if (self->workplace != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, done);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwBackupRow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_backup_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->cancellable);
  if (!FW_IS_WINDOW (root))
    return;
  set_running (self, FALSE);
  refresh (self);
  if (done)
    fw_window_toast (FW_WINDOW (root), _("Backed up. Keep the file on another disk; the same passphrase opens it."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fw_window_toast (FW_WINDOW (root), _("Cancelled, nothing changed"));
  else
    fw_window_show_error (FW_WINDOW (root), _("The backup could not be written"), error);
}

static void
chosen_cb (FwBackupRow *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->workplace != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_clear_object (&self->chooser);
  if (path == NULL)
    return;
  set_running (self, TRUE);
  self->cancellable = g_cancellable_new ();
  fw_store_back_up_async (fw_workplace_get_store (self->workplace), path, fw_workplace_get_who (self->workplace),
                          progress_cb, self, self->cancellable, backed_up_cb, g_object_ref (self));
}

static void
cancel_cb (FwBackupRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
fw_backup_row_dispose (GObject *object)
{
  FwBackupRow *self = FW_BACKUP_ROW (object);

  cancel_cb (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workplace);
  G_OBJECT_CLASS (fw_backup_row_parent_class)->dispose (object);
}

static void
fw_backup_row_class_init (FwBackupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_backup_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/data/fw-backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FwBackupRow, back_up_button);
  gtk_widget_class_bind_template_child (widget_class, FwBackupRow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FwBackupRow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, fw_backup_row_start);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
fw_backup_row_init (FwBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fw_backup_row_set_workplace:
 * @workplace: (nullable): whose records these are; a backup of others that runs is cancelled
 */
void
fw_backup_row_set_workplace (FwBackupRow *self, FwWorkplace *workplace)
{
  g_return_if_fail (FW_IS_BACKUP_ROW (self));

  if (self->workplace == workplace)
    return;
  cancel_cb (self);
  g_set_object (&self->workplace, workplace);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), "");
  set_running (self, FALSE);
  refresh (self);
}

/**
 * fw_backup_row_start:
 *
 * Asks where to, and backs up there.
 */
void
fw_backup_row_start (FwBackupRow *self)
{
  g_autofree char *today = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (FW_IS_BACKUP_ROW (self));

  if (self->workplace == NULL || self->chooser != NULL || self->cancellable != NULL)
    return;
  today = fw_date_to_string (fw_workplace_get_today (self->workplace));
  name = g_strdup_printf ("fairwell-%s.backup", today);
  self->chooser = gtk_file_chooser_native_new (_("Back up to"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Back up"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
