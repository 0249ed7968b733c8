#include "config.h"

#include "ui/gate/fw-restore-page.h"

#include <glib/gi18n.h>

#include "store/fw-backup.h"
#include "ui/fw-problem.h"

struct _FwRestorePage
{
  GtkWidget parent_instance;

  char *folder; /* where the store shall be */
  char *who;
  GFile *file;  /* the backup, NULL until it is chosen */
  GCancellable *cancellable; /* of a restoring that runs */
  GtkFileChooserNative *chooser;

  GtkWidget *content;
  GtkWidget *back_button;
  GtkWidget *form;
  AdwActionRow *file_row;
  AdwPasswordEntryRow *passphrase_row;
  GtkLabel *problem_label;
  GtkWidget *restore_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (FwRestorePage, fw_restore_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RESTORED,
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (FwRestorePage *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
set_running (FwRestorePage *self, gboolean running)
{
  gtk_widget_set_sensitive (self->form, !running);
  gtk_widget_set_sensitive (self->back_button, !running);
  gtk_widget_set_visible (self->restore_button, !running);
  gtk_widget_set_visible (self->progress_box, running);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
}

static void
show_file (FwRestorePage *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  adw_action_row_set_subtitle (self->file_row, path != NULL ? path : _("The file that “Back up” wrote"));
}

static void
chosen_cb (FwRestorePage *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_clear_object (&self->file);
      self->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
    }
  g_clear_object (&self->chooser);
  show_problem (self, NULL);
  show_file (self);
}

static void
choose_cb (FwRestorePage *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Restore from"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static char *
describe (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Cancelled, nothing changed"));
  if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    return g_strdup (_("The passphrase does not open this backup. It is the one of the day on which it was made."));
  if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED))
    return g_strdup (_("This is no backup, or it is damaged. Nothing was changed; choose another file."));
  if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT))
    return g_strdup (_("The records on this computer are newer, or whether they are cannot be told. They stay as they are."));
  return fw_problem_describe (error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwRestorePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean done = fw_backup_finish (result, &error);

  if (self->content == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_running (self, FALSE);
  if (done)
    {
      g_signal_emit (self, signals[SIGNAL_RESTORED], 0, gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));
      return;
    }
  problem = describe (error);
  show_problem (self, problem);
  /* It lost the focus while nothing could be typed. */
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static void
progress_cb (double done, gpointer data)
{
  FwRestorePage *self = data;

  if (self->content != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, done);
}

static void
restore_cb (FwRestorePage *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  if (self->cancellable != NULL)
    return;
  if (path == NULL || *passphrase == '\0')
    {
      show_problem (self, path == NULL ? _("Choose the backup first.")
                                       : _("Type the passphrase of the day on which the backup was made."));
      return;
    }
  show_problem (self, NULL);
  set_running (self, TRUE);
  self->cancellable = g_cancellable_new ();
  fw_backup_restore_async (path, self->folder, passphrase, self->who, FW_RESTORE_SET_ASIDE, progress_cb, self,
                           self->cancellable, restored_cb, g_object_ref (self));
}

static void
cancel_cb (FwRestorePage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
back_cb (FwRestorePage *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
fw_restore_page_dispose (GObject *object)
{
  FwRestorePage *self = FW_RESTORE_PAGE (object);

  cancel_cb (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_restore_page_parent_class)->dispose (object);
}

static void
fw_restore_page_class_init (FwRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_restore_page_dispose;
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", FW_TYPE_RESTORE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_BACK] = g_signal_new ("back", FW_TYPE_RESTORE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/gate/fw-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, content);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, form);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FwRestorePage, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
fw_restore_page_init (FwRestorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_file (self);
}

/**
 * fw_restore_page_ask:
 * @folder: where the store shall be
 * @who: who is working
 *
 * Starts anew, with nothing chosen.
 */
void
fw_restore_page_ask (FwRestorePage *self, const char *folder, const char *who)
{
  g_return_if_fail (FW_IS_RESTORE_PAGE (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_free (self->who);
  self->who = g_strdup (who);
  g_clear_object (&self->file);
  fw_restore_page_forget (self);
  set_running (self, FALSE);
  show_file (self);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

/**
 * fw_restore_page_forget:
 *
 * Empties the passphrase, once it has done its work.
 */
void
fw_restore_page_forget (FwRestorePage *self)
{
  g_return_if_fail (FW_IS_RESTORE_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  show_problem (self, NULL);
}
