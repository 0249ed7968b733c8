#include "config.h"

#include "core/fw-task.h"
#include "ui/window/fw-window-private.h"

#include <glib/gi18n.h>

#include "departure/fw-talk.h"
#include "store/fw-store.h"
#include "ui/departure/fw-case-words.h"
#include "ui/employees/fw-opened-file.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/gate/fw-sample-store.h"
#include "ui/window/fw-guide.h"

/* The window's gate: first run, opening, locking, unlocking, the sample company. */

static char *
default_folder (gboolean sample)
{
  return g_build_filename (g_get_user_data_dir (), "fairwell", sample ? "sample" : "store", NULL);
}

/* The store makes its own folder, and none around it. */
static void
make_parent (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  g_mkdir_with_parents (parent, 0700);
}

static const char *
who_is_working (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

FwOpening
_fw_window_describe_opening (FwWindow *self, const char *passphrase)
{
  return (FwOpening) {
    .folder = self->folder,
    .passphrase = passphrase,
    .who = who_is_working (),
    .language = fw_language_get (),
    .today = fw_application_get_today (self->application),
  };
}

static void show_dialogs (FwWindow *self);

/* Shows what was open before the gate, or the main view. */
void
_fw_window_enter (FwWindow *self)
{
  self->locked = FALSE;
  _fw_window_apply_lock_time (self);
  gtk_stack_set_visible_child_name (self->gate, self->departure != NULL ? "case" : "main");
  if (self->departure != NULL)
    gtk_widget_grab_focus (adw_bin_get_child (self->case_bin));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->main_view));
  show_dialogs (self);
}

static void
show_opening (FwWindow *self, const char *what)
{
  gtk_label_set_label (self->opening_label, what);
  gtk_stack_set_visible_child_name (self->gate, "opening");
}

static void
show_lock (FwWindow *self, const char *reason)
{
  g_auto (GStrv) labels = fw_store_peek_labels (self->folder);
  FwLockWays ways = FW_LOCK_WAY_PASSPHRASE;

  self->locked = TRUE;
  gtk_stack_set_visible_child_name (self->gate, "lock");
  if (g_strv_contains ((const char *const *) labels, FW_KEYS_RECOVERY_LABEL))
    ways |= FW_LOCK_WAY_SHEET;
  if (self->workplace == NULL)
    ways |= FW_LOCK_WAY_BACKUP;
  fw_lock_page_ask (self->lock_page, reason, ways);
}

static void
show_first_run (FwWindow *self)
{
  fw_first_run_page_set_busy (self->first_run_page, NULL);
  gtk_stack_set_visible_child_name (self->gate, "first-run");
  gtk_widget_grab_focus (GTK_WIDGET (self->first_run_page));
}

/* Whatever could not be opened, the way out is the page that asked. */
static void
show_way_back (FwWindow *self)
{
  if (fw_store_exists (self->folder) && !fw_store_opens_without_asking (self->folder))
    show_lock (self, _("The records are encrypted. Type the passphrase to open them."));
  else
    show_first_run (self);
}

/* Whoever sat at a table when the computer failed wants nothing but to go on. */
static void
held_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fw_talk_find_held_finish (result, &error);

  if (case_id != NULL && FW_WORKPLACE (source) == self->workplace && self->departure == NULL)
    fw_window_load_case_step (self, case_id, FW_WINDOW_TALK);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwWorkplace) workplace = fw_opening_finish (result, &error);

  fw_lock_page_set_busy (self->lock_page, FALSE);
  if (workplace != NULL)
    {
      _fw_window_set_workplace (self, workplace);
      fw_first_run_page_forget (self->first_run_page);
      _fw_window_enter (self);
      fw_talk_find_held_async (workplace, NULL, held_cb, g_object_ref (self));
    }
  else if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    {
      fw_lock_page_refuse (self->lock_page);
    }
  else
    {
      show_way_back (self);
      fw_window_show_error (self, _("The records could not be opened"), error);
    }
}

static void
open_sample (FwWindow *self)
{
  FwOpening opening = _fw_window_describe_opening (self, FW_STORE_SAMPLE_PASSPHRASE);

  show_opening (self, _("Opening the sample company…"));
  fw_opening_open_async (&opening, opened_cb, g_object_ref (self));
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (fw_sample_store_make_finish (result, &error))
    {
      open_sample (self);
      return;
    }
  show_first_run (self);
  fw_window_show_error (self, _("The sample company could not be made"), error);
}

/* The sample lies in a folder of its own, or in the one named on the command line. */
static void
start_sample (FwWindow *self)
{
  const char *named = fw_application_get_store (self->application);

  g_free (self->folder);
  self->folder = named != NULL && fw_application_get_sample (self->application) ? g_strdup (named)
                                                                                : default_folder (TRUE);
  if (fw_store_exists (self->folder))
    {
      open_sample (self);
      return;
    }
  show_opening (self, _("Making the sample company. It takes a few seconds…"));
  make_parent (self->folder);
  fw_sample_store_make_async (self->folder, sample_made_cb, g_object_ref (self));
}

static void
sample_cb (FwWindow *self)
{
  start_sample (self);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwWorkplace) workplace = fw_opening_finish (result, &error);

  if (workplace == NULL)
    {
      fw_first_run_page_set_busy (self->first_run_page, NULL);
      fw_window_show_error (self, _("The store could not be made"), error);
      return;
    }
  _fw_window_set_workplace (self, workplace);
  _fw_window_make_sheet (self);
}

static void
create_cb (FwWindow *self)
{
  FwOpening opening = _fw_window_describe_opening (self, fw_first_run_page_get_passphrase (self->first_run_page));

  opening.company = fw_first_run_page_get_company (self->first_run_page);
  opening.place = fw_first_run_page_get_place (self->first_run_page);
  opening.jurisdiction = fw_first_run_page_get_jurisdiction (self->first_run_page);
  opening.time_zone = fw_first_run_page_get_time_zone (self->first_run_page);
  fw_first_run_page_set_busy (self->first_run_page, _("Making the store. The key is meant to be slow: a few seconds…"));
  make_parent (self->folder);
  fw_opening_create_async (&opening, created_cb, g_object_ref (self));
}

/* Restoring: before there is a store, or in the place of one that cannot be opened */

static void
restore_cb (FwWindow *self)
{
  make_parent (self->folder);
  gtk_stack_set_visible_child_name (self->gate, "restore");
  fw_restore_page_ask (self->restore_page, self->folder, who_is_working ());
}

static void
restore_back_cb (FwWindow *self)
{
  fw_restore_page_forget (self->restore_page);
  show_way_back (self);
}

static void
restored_cb (FwWindow *self, const char *passphrase)
{
  FwOpening opening = _fw_window_describe_opening (self, passphrase);

  show_opening (self, _("Opening the restored records…"));
  fw_opening_open_async (&opening, opened_cb, g_object_ref (self));
  fw_restore_page_forget (self->restore_page);
}

static void
close_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  fw_store_close (store);
  g_task_return_boolean (task, TRUE);
}

/* The store stays open behind a locked window, so that what is being written is kept; the passphrase is tried on the
 * key slots by opening it a second time for reading. */
static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) tried = fw_store_open_finish (result, &error);

  fw_lock_page_set_busy (self->lock_page, FALSE);
  if (tried != NULL)
    {
      g_autoptr (GTask) closing = g_task_new (tried, NULL, NULL, NULL);

      fw_task_run_in_thread (closing, close_in_thread);
      _fw_window_enter (self);
    }
  else if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    {
      fw_lock_page_refuse (self->lock_page);
    }
  else
    {
      g_autofree char *problem = fw_problem_describe (error);

      fw_lock_page_show_problem (self->lock_page, problem);
    }
}

static void
unlock_cb (FwWindow *self, const char *passphrase)
{
  FwOpening opening = _fw_window_describe_opening (self, passphrase);

  fw_lock_page_set_busy (self->lock_page, TRUE);
  if (self->workplace != NULL)
    fw_store_open_async (self->folder, passphrase, FW_STORE_READ, NULL, tried_cb, g_object_ref (self));
  else
    fw_opening_open_async (&opening, opened_cb, g_object_ref (self));
}

void
_fw_window_class_bind_gate (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, create_cb);
  gtk_widget_class_bind_template_callback (klass, sample_cb);
  gtk_widget_class_bind_template_callback (klass, unlock_cb);
  gtk_widget_class_bind_template_callback (klass, restore_cb);
  gtk_widget_class_bind_template_callback (klass, restore_back_cb);
  gtk_widget_class_bind_template_callback (klass, restored_cb);
}

/* Help names nobody, and is wanted at the lock as well. */
static gboolean
is_help (gpointer window)
{
  return FW_IS_GUIDE (window) || GTK_IS_SHORTCUTS_WINDOW (window);
}

/* What lies over the main window, topmost first; what the toolkit has to say belongs to no window. */
static GPtrArray *
list_dialogs (FwWindow *self)
{
  GPtrArray *dialogs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (!FW_IS_WINDOW (each->data) && gtk_widget_get_visible (each->data))
      g_ptr_array_add (dialogs, g_object_ref (each->data));
  return dialogs;
}

/* Dialogs are put out of sight, not closed: what was typed in them is there again after unlocking. */
static void
hide_dialogs (FwWindow *self)
{
  g_autoptr (GPtrArray) dialogs = list_dialogs (self);

  for (guint i = 0; i < dialogs->len; i++)
    {
      gtk_widget_set_visible (g_ptr_array_index (dialogs, i), FALSE);
      g_ptr_array_add (self->hidden_windows, g_object_ref (g_ptr_array_index (dialogs, i)));
    }
}

/* The store is open behind a page that asks for a passphrase or a sheet; a new sheet is no such page. */
static gboolean
is_behind_lock (FwWindow *self)
{
  return self->workplace != NULL && self->locked && g_strcmp0 (gtk_stack_get_visible_child_name (self->gate), "sheet") != 0;
}

static gboolean
hide_late_cb (gpointer data)
{
  FwWindow *self = data;

  if (is_behind_lock (self))
    hide_dialogs (self);
  return G_SOURCE_REMOVE;
}

/* What was begun before the lock ends behind it: what it has to say waits there, too, before it is drawn. */
void
_fw_window_hide_late (FwWindow *self, GtkWindow *shown)
{
  if (is_behind_lock (self) && !is_help (shown))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, hide_late_cb, g_object_ref (self), g_object_unref);
}

/* A dialog may have been closed while it was hidden: nothing can be shown of it. */
static GPtrArray *
take_hidden (FwWindow *self)
{
  g_autoptr (GPtrArray) hidden = g_steal_pointer (&self->hidden_windows);
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *alive = g_ptr_array_new_with_free_func (g_object_unref);

  self->hidden_windows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_ptr_array_find (hidden, window, NULL))
        g_ptr_array_add (alive, g_steal_pointer (&window));
    }
  return alive;
}

/* Those below come first, so that each finds the one it stands on. */
static void
show_dialogs (FwWindow *self)
{
  g_autoptr (GPtrArray) dialogs = take_hidden (self);

  while (dialogs->len > 0)
    {
      guint next = 0;

      for (guint i = 0; i < dialogs->len; i++)
        {
          GtkWindow *below = gtk_window_get_transient_for (g_ptr_array_index (dialogs, i));

          if (below != NULL && gtk_widget_get_visible (GTK_WIDGET (below)))
            next = i;
        }
      gtk_window_present (g_ptr_array_index (dialogs, next));
      g_ptr_array_remove_index (dialogs, next);
    }
}

static void
dismiss_toasts (FwWindow *self)
{
  while (self->toasts_shown->len > 0)
    {
      g_autoptr (AdwToast) toast = g_object_ref (g_ptr_array_index (self->toasts_shown, 0));

      g_ptr_array_remove (self->toasts_shown, toast);
      adw_toast_dismiss (toast);
    }
  fw_case_forget_told (GTK_WIDGET (self->toasts));
}

/* What was copied here may be of a person; what another program has put there is its own. */
static void
forget_clipboard (FwWindow *self)
{
  GdkClipboard *clipboards[] = { gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                 gtk_widget_get_primary_clipboard (GTK_WIDGET (self)) };

  for (guint i = 0; i < G_N_ELEMENTS (clipboards); i++)
    if (gdk_clipboard_is_local (clipboards[i]))
      gdk_clipboard_set_content (clipboards[i], NULL);
}

/* Shows the lock page in place of everything; nothing of a person stays on the screen. */
void
_fw_window_lock (FwWindow *self, const char *reason)
{
  if (self->workplace == NULL || self->locked)
    return;
  hide_dialogs (self);
  dismiss_toasts (self);
  fw_opened_file_clear ();
  forget_clipboard (self);
  show_lock (self, reason);
  _fw_window_apply_lock_time (self);
}

static void
sample_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fw_sample_store_remove_finish (result, &error))
    fw_window_show_error (self, _("The sample company could not be removed"), error);
  g_free (self->folder);
  self->folder = default_folder (FALSE);
  show_way_back (self);
}

static void
remove_answered_cb (FwWindow *self, const char *response)
{
  g_autoptr (FwWorkplace) workplace = NULL;

  if (!g_str_equal (response, "remove"))
    return;
  workplace = g_object_ref (self->workplace);
  fw_window_leave_case (self);
  _fw_window_set_workplace (self, NULL);
  show_opening (self, _("Removing the sample company…"));
  fw_sample_store_remove_async (fw_workplace_get_store (workplace), sample_removed_cb, g_object_ref (self));
}

void
_fw_window_remove_sample (FwWindow *self)
{
  GtkWidget *dialog;

  if (self->workplace == NULL || !fw_store_is_sample (fw_workplace_get_store (self->workplace)))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Remove the sample company?"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("Everything in it goes, what you tried out as well. Your own records are not touched."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep it"), "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * fw_window_start:
 *
 * Goes to the gate: the sample where it was asked for, the passphrase where there is a store, else the first run.
 */
void
fw_window_start (FwWindow *self)
{
  const char *named = fw_application_get_store (self->application);

  g_return_if_fail (FW_IS_WINDOW (self));

  if (fw_application_get_sample (self->application))
    {
      start_sample (self);
      return;
    }
  g_free (self->folder);
  self->folder = named != NULL ? g_strdup (named) : default_folder (FALSE);
  if (fw_store_exists (self->folder) && fw_store_opens_without_asking (self->folder))
    open_sample (self);
  else
    show_way_back (self);
}
