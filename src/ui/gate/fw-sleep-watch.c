#include "config.h"

#include "ui/gate/fw-sleep-watch.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

#define LOGIN_NAME "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_INTERFACE "org.freedesktop.login1.Manager"

/* Long enough for the locked window to be on the screen before it goes dark. */
#define HOLD_MS 300

struct _FwSleepWatch
{
  GObject parent_instance;

  char *why;                  /* what we hold up the sleep for, as logind lists it */
  GDBusConnection *bus;       /* NULL where there is none */
  GCancellable *cancellable;
  guint subscription;
  guint release_source;
  int hold;                   /* logind waits while this is open; -1 where it does not */
};

G_DEFINE_FINAL_TYPE (FwSleepWatch, fw_sleep_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_SLEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
release (FwSleepWatch *self)
{
  g_clear_handle_id (&self->release_source, g_source_remove);
  if (self->hold >= 0)
    close (self->hold);
  self->hold = -1;
}

static void
held_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwSleepWatch) self = data;
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &files, result, NULL);
  gint32 index = 0;

  if (answer == NULL || files == NULL)
    return;
  g_variant_get (answer, "(h)", &index);
  release (self);
  self->hold = g_unix_fd_list_get (files, index, NULL);
}

/* Asks logind to wait for us the next time. */
static void
hold (FwSleepWatch *self)
{
  g_dbus_connection_call_with_unix_fd_list (self->bus, LOGIN_NAME, LOGIN_PATH, LOGIN_INTERFACE, "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", FW_APP_ID, self->why, "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                            self->cancellable, held_cb, g_object_ref (self));
}

static gboolean
release_cb (gpointer data)
{
  FwSleepWatch *self = data;

  self->release_source = 0;
  release (self);
  return G_SOURCE_REMOVE;
}

static void
prepare_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name,
            GVariant *parameters, gpointer data)
{
  FwSleepWatch *self = data;
  gboolean begins = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    {
      hold (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SLEEP], 0);
  if (self->release_source == 0)
    self->release_source = g_timeout_add (HOLD_MS, release_cb, self);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwSleepWatch) self = data;

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->subscription = g_dbus_connection_signal_subscribe (self->bus, LOGIN_NAME, LOGIN_INTERFACE, "PrepareForSleep",
                                                           LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, prepare_cb, self,
                                                           NULL);
  hold (self);
}

static void
fw_sleep_watch_dispose (GObject *object)
{
  FwSleepWatch *self = FW_SLEEP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  release (self);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (fw_sleep_watch_parent_class)->dispose (object);
}

static void
fw_sleep_watch_finalize (GObject *object)
{
  FwSleepWatch *self = FW_SLEEP_WATCH (object);

  g_object_unref (self->cancellable);
  g_free (self->why);
  G_OBJECT_CLASS (fw_sleep_watch_parent_class)->finalize (object);
}

static void
fw_sleep_watch_class_init (FwSleepWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_sleep_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_sleep_watch_finalize;
  signals[SIGNAL_SLEEP] = g_signal_new ("sleep", FW_TYPE_SLEEP_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
fw_sleep_watch_init (FwSleepWatch *self)
{
  self->hold = -1;
  self->cancellable = g_cancellable_new ();
}

/**
 * fw_sleep_watch_new:
 * @why: what the sleep waits for, for whoever asks logind
 *
 * Returns: (transfer full): a watch that listens as soon as the system bus answers
 */
FwSleepWatch *
fw_sleep_watch_new (const char *why)
{
  FwSleepWatch *self = g_object_new (FW_TYPE_SLEEP_WATCH, NULL);

  self->why = g_strdup (why);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, connected_cb, g_object_ref (self));
  return self;
}
