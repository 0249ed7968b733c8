#include "config.h"

#include "ui/employees/fw-evidence-row.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "store/fw-evidence.h"
#include "ui/employees/fw-opened-file.h"
#include "ui/widgets/fw-spoken-name.h"

/* The file that proves a record: the signed sheet, the letter, the photograph. A new one is chosen or dropped here and comes
 * into the store when the record is saved; the one there is can be opened, or taken off the record. */
struct _FwEvidenceRow
{
  AdwActionRow parent_instance;

  FwStore *store;
  FwRecord *evidence; /* what the record has; NULL for none */
  GFile *file;        /* chosen, not yet taken in; NULL mostly */
  gboolean removed;

  GtkWidget *open_button;
  GtkWidget *choose_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (FwEvidenceRow, fw_evidence_row, ADW_TYPE_ACTION_ROW)

static char *
describe (FwEvidenceRow *self)
{
  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *display = g_filename_display_name (name);

      return g_strdup_printf (_("%s, taken in when this is saved"), display);
    }
  if (self->evidence != NULL && !self->removed)
    {
      const char *name = fw_record_get (self->evidence, "file-name");
      const char *title = fw_record_get (self->evidence, "title");

      return g_strdup (name != NULL ? name : title != NULL ? title : _("A file"));
    }
  return g_strdup (_("None"));
}

static void
show (FwEvidenceRow *self)
{
  const gboolean kept = self->evidence != NULL && !self->removed && self->file == NULL;
  g_autofree char *text = describe (self);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (self->open_button, kept);
  gtk_widget_set_visible (self->remove_button, kept || self->file != NULL);
}

/**
 * fw_evidence_row_set_file:
 * @file: what proves the record; it is taken in when the record is saved
 */
void
fw_evidence_row_set_file (FwEvidenceRow *self, GFile *file)
{
  g_return_if_fail (FW_IS_EVIDENCE_ROW (self));

  g_set_object (&self->file, file);
  show (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, FwEvidenceRow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    fw_evidence_row_set_file (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  gtk_widget_grab_focus (self->choose_button);
}

static void
choose_cb (FwEvidenceRow *self)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose a file"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_cb (FwEvidenceRow *self)
{
  fw_opened_file_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->store, self->evidence);
}

static void
remove_cb (FwEvidenceRow *self)
{
  self->removed = self->file == NULL;
  g_clear_object (&self->file);
  gtk_widget_grab_focus (self->choose_button);
  show (self);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, FwEvidenceRow *self)
{
  fw_evidence_row_set_file (self, g_value_get_object (value));
  return TRUE;
}

static void
fw_evidence_row_dispose (GObject *object)
{
  FwEvidenceRow *self = FW_EVIDENCE_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->evidence);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (fw_evidence_row_parent_class)->dispose (object);
}

static void
fw_evidence_row_class_init (FwEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_evidence_row_dispose;
}

static GtkWidget *
append_button (FwEvidenceRow *self, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", name, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  fw_spoken_name_set (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
fw_evidence_row_init (FwEvidenceRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("File that proves it"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  self->open_button = append_button (self, "document-open-symbolic", _("Open the file"), G_CALLBACK (open_cb));
  self->remove_button = append_button (self, "user-trash-symbolic", _("Take the file off"), G_CALLBACK (remove_cb));
  self->choose_button = append_button (self, "mail-attachment-symbolic", _("Choose a file…"), G_CALLBACK (choose_cb));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * fw_evidence_row_new:
 * @evidence: (nullable): the file that the record has
 *
 * Returns: (transfer floating): a row with the file that proves a record
 */
GtkWidget *
fw_evidence_row_new (FwStore *store, FwRecord *evidence)
{
  FwEvidenceRow *self = g_object_new (FW_TYPE_EVIDENCE_ROW, NULL);

  self->store = g_object_ref (store);
  g_set_object (&self->evidence, evidence);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * fw_evidence_row_is_changed:
 *
 * Returns: whether saving has a file to take in or to take off
 */
gboolean
fw_evidence_row_is_changed (FwEvidenceRow *self)
{
  g_return_val_if_fail (FW_IS_EVIDENCE_ROW (self), FALSE);

  return self->file != NULL || self->removed;
}

typedef struct
{
  GFile *file;
  guint64 size;
} TakingIn;

static void
taking_in_free (gpointer data)
{
  TakingIn *taking = data;

  g_clear_object (&taking->file);
  g_free (taking);
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FwEvidenceRow *self = source;
  TakingIn *taking = data;
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (taking->file, cancellable, &error);
  char *sha256 = stream != NULL ? fw_store_take_in_file (self->store, G_INPUT_STREAM (stream), NULL, NULL, &taking->size,
                                                         cancellable, &error)
                                : NULL;

  if (sha256 != NULL)
    g_task_return_pointer (task, sha256, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_evidence_row_take_in_async:
 *
 * Takes the chosen file into the store, in pieces, on another thread; it belongs to nothing until a command says so.
 */
void
fw_evidence_row_take_in_async (FwEvidenceRow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  TakingIn *taking = g_new0 (TakingIn, 1);

  if (self->file == NULL)
    {
      g_free (taking);
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  taking->file = g_object_ref (self->file);
  g_task_set_task_data (task, taking, taking_in_free);
  fw_task_run_in_thread (task, take_in_thread);
}

static const char *
owner_of (FwRecord *record)
{
  return fw_record_kind_find_field (fw_record_get_kind (record), "employee-id") != NULL ? fw_record_get (record, "employee-id")
                                                                                       : NULL;
}

/**
 * fw_evidence_row_take_in_finish:
 * @record: what the file proves; it refers to it afterwards, or to none where it was taken off
 * @command: to which what the file is is added
 *
 * Returns: whether the file is in the store, or there was none to take in
 */
gboolean
fw_evidence_row_take_in_finish (FwEvidenceRow *self, GAsyncResult *result, FwRecord *record, FwDate today,
                                FwCommand *command, GError **error)
{
  g_autofree char *sha256 = g_task_propagate_pointer (G_TASK (result), error);
  const TakingIn *taking = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = taking != NULL ? g_file_get_basename (taking->file) : NULL;
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : NULL;
  FwRecord *evidence;

  if (sha256 == NULL && taking == NULL)
    {
      fw_record_set (record, "evidence-id", NULL);
      return TRUE;
    }
  if (sha256 == NULL)
    return FALSE;
  evidence = fw_command_add (command, "evidence");
  fw_record_set (evidence, "employee-id", owner_of (record));
  fw_record_set (evidence, "kind", fw_record_get_kind (record)->name);
  fw_record_set (evidence, "title", display);
  fw_record_set (evidence, "file-name", display);
  fw_record_set (evidence, "sha256", sha256);
  fw_record_set_count (evidence, "size", (gint64) taking->size);
  fw_record_set_date (evidence, "added", today);
  fw_record_set (record, "evidence-id", fw_record_get_id (evidence));
  return TRUE;
}
