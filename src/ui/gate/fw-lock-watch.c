#include "config.h"

#include "ui/gate/fw-lock-watch.h"

/* Notices that nobody has touched the program for a while: signal "idle". All its windows count, dialogs as well. One
 * timer runs; input only notes its time, so that typing costs nothing. The key that locks is heard in dialogs, too, which
 * know nothing of the main window's keys: signal "asked". A window that comes up is told with signal "shown". */
struct _FwLockWatch
{
  GObject parent_instance;

  GtkWindow *window; /* not owned: the main window, which outlives us and hears its own keys */
  guint seconds;
  gint64 last_input; /* monotonic, microseconds */
  guint source;
};

G_DEFINE_FINAL_TYPE (FwLockWatch, fw_lock_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_IDLE,
  SIGNAL_ASKED,
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean check_cb (gpointer data);

static void
schedule (FwLockWatch *self, gint64 microseconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add ((guint) (microseconds / 1000) + 1, check_cb, self);
}

static gboolean
check_cb (gpointer data)
{
  FwLockWatch *self = data;
  gint64 left = self->last_input + (gint64) self->seconds * G_USEC_PER_SEC - g_get_monotonic_time ();

  self->source = 0;
  if (left > 0)
    {
      schedule (self, left);
      return G_SOURCE_REMOVE;
    }
  self->last_input = g_get_monotonic_time ();
  schedule (self, (gint64) self->seconds * G_USEC_PER_SEC);
  g_signal_emit (self, signals[SIGNAL_IDLE], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, FwLockWatch *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      self->last_input = g_get_monotonic_time ();
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
asked_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FwLockWatch *self = data;

  g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  return TRUE;
}

static void
hear_key (FwLockWatch *self, GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (FW_LOCK_WATCH_KEY),
                                                          gtk_callback_action_new (asked_cb, g_object_ref (self),
                                                                                   g_object_unref)));
  gtk_widget_add_controller (window, keys);
}

static void
shown_cb (FwLockWatch *self, GtkWindow *window)
{
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, window);
}

static void
watch_window (FwLockWatch *self, GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (window, controller);
  if (GTK_WINDOW (window) == self->window)
    return;
  hear_key (self, window);
  g_signal_connect_object (window, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added, FwLockWatch *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (self, window);
    }
}

static void
fw_lock_watch_dispose (GObject *object)
{
  g_clear_handle_id (&FW_LOCK_WATCH (object)->source, g_source_remove);
  G_OBJECT_CLASS (fw_lock_watch_parent_class)->dispose (object);
}

static void
fw_lock_watch_class_init (FwLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_lock_watch_dispose;
  signals[SIGNAL_ASKED] = g_signal_new ("asked", FW_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        0);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", FW_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        GTK_TYPE_WINDOW);
  signals[SIGNAL_IDLE] = g_signal_new ("idle", FW_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       0);
}

static void
fw_lock_watch_init (FwLockWatch *self)
{
  self->last_input = g_get_monotonic_time ();
}

/**
 * fw_lock_watch_new:
 * @window: the main window, which hears the key itself
 *
 * Returns: (transfer full): a watch over all windows, that does not run before it is told how long
 */
FwLockWatch *
fw_lock_watch_new (GtkWindow *window)
{
  FwLockWatch *self = g_object_new (FW_TYPE_LOCK_WATCH, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  self->window = window;
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), self, 0);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), self);
  return self;
}

/**
 * fw_lock_watch_set_seconds:
 * @seconds: how long without input counts as nobody there; 0 stops watching
 */
void
fw_lock_watch_set_seconds (FwLockWatch *self, guint seconds)
{
  g_return_if_fail (FW_IS_LOCK_WATCH (self));

  self->seconds = seconds;
  self->last_input = g_get_monotonic_time ();
  if (seconds == 0)
    g_clear_handle_id (&self->source, g_source_remove);
  else
    schedule (self, (gint64) seconds * G_USEC_PER_SEC);
}
