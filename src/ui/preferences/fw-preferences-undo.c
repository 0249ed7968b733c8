#include "config.h"

#include "ui/preferences/fw-preferences-undo.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "ui/fw-problem.h"

/* What this window wrote, the newest last, and the shortcut that takes it back. */
typedef struct
{
  FwWorkplace *workplace; /* owned */
  GPtrArray *events;      /* ids */
  GtkWindow *window;
  AdwToast *toast;        /* owned, nullable: the one that is shown */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *self = data;

  g_object_unref (self->workplace);
  g_ptr_array_unref (self->events);
  g_clear_object (&self->toast);
  g_free (self);
}

static void
say (GtkWindow *window, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (ADW_IS_PREFERENCES_WINDOW (window))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (markup));
}

static void
undo_in_thread_cb (GTask *task, gpointer source, gpointer id, GCancellable *cancellable)
{
  GError *error = NULL;
  FwWorkplace *workplace = source;
  g_autoptr (FwEvent) event =
    fw_store_undo (fw_workplace_get_store (workplace), id, fw_workplace_get_who (workplace), NULL, &error);

  if (event != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say (window, _("Undone"));
  else
    fw_problem_present (window, _("It could not be undone"), NULL, error);
}

static void
undo_last (Undo *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->events->len == 0)
    {
      say (self->window, _("There is nothing to undo here."));
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  task = g_task_new (self->workplace, NULL, undone_cb, g_object_ref (self->window));
  g_task_set_source_tag (task, undo_last);
  g_task_set_task_data (task, g_ptr_array_steal_index (self->events, self->events->len - 1), g_free);
  fw_task_run_in_thread (task, undo_in_thread_cb);
}

/* An entry takes Ctrl+Z for itself; anywhere else it is this one. */
static gboolean
shortcut_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  undo_last (data);
  return TRUE;
}

static Undo *
undo_of (GtkWindow *window, FwWorkplace *workplace)
{
  Undo *self = g_object_get_data (G_OBJECT (window), "fw-preferences-undo");
  GtkEventController *keys;

  if (self != NULL)
    return self;
  self = g_new0 (Undo, 1);
  self->workplace = g_object_ref (workplace);
  self->events = g_ptr_array_new_with_free_func (g_free);
  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "fw-preferences-undo", self, undo_free);
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK), gtk_callback_action_new (shortcut_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  return self;
}

/**
 * fw_preferences_undo_offer:
 * @page: a page of the preferences
 * @event: what was done
 * @text: what it was, in words
 *
 * Says what was done, with a button that takes it back; so does Ctrl+Z, again and again.
 */
void
fw_preferences_undo_offer (GtkWidget *page, FwWorkplace *workplace, FwEvent *event, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (page);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  Undo *self;

  if (!ADW_IS_PREFERENCES_WINDOW (root))
    return;
  self = undo_of (GTK_WINDOW (root), workplace);
  g_ptr_array_add (self->events, g_strdup (fw_event_get_id (event)));
  g_clear_object (&self->toast);
  self->toast = g_object_ref_sink (adw_toast_new (markup));
  adw_toast_set_button_label (self->toast, _("_Undo"));
  adw_toast_set_timeout (self->toast, 12);
  g_signal_connect_swapped (self->toast, "button-clicked", G_CALLBACK (undo_last), self);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), g_object_ref (self->toast));
}
