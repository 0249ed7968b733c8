#include "config.h"

#include "ui/gate/fw-lock-watch.h"

/* Notices that nobody has touched the window for a while: signal "idle". One timer runs; input only notes its time, so
 * that typing costs nothing. */
struct _FwLockWatch
{
  GObject parent_instance;

  GtkWidget *widget; /* not owned; the controller that holds us goes with it */
  guint seconds;
  gint64 last_input; /* monotonic, microseconds */
  guint source;
};

G_DEFINE_FINAL_TYPE (FwLockWatch, fw_lock_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_IDLE,
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
 * @widget: the window to watch
 *
 * Returns: (transfer full): a watch that does not run before it is told how long
 */
FwLockWatch *
fw_lock_watch_new (GtkWidget *widget)
{
  FwLockWatch *self = g_object_new (FW_TYPE_LOCK_WATCH, NULL);
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  self->widget = widget;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (widget, controller);
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
