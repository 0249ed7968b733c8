#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <unistd.h>

#include "ui/gate/fw-sleep-watch.h"

/* A system bus of our own with a logind that only knows what is asked of it. */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *connection;
  GDBusNodeInfo *node;
  guint object;
  int held; /* the end of the pipe that sees when the hold is let go; -1 where nobody holds */
  guint n_holds;
} Login;

static const char interface_xml[] =
  "<node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='h' direction='out'/></method></interface></node>";

static void
inhibit_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
            GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Login *login = data;
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  const char *what, *who, *why, *mode;
  int pipe_ends[2];

  g_variant_get (parameters, "(&s&s&s&s)", &what, &who, &why, &mode);
  g_assert_cmpstr (what, ==, "sleep");
  g_assert_cmpstr (why, ==, "Locks the records");
  g_assert_cmpstr (mode, ==, "delay");
  g_assert_true (g_unix_open_pipe (pipe_ends, FD_CLOEXEC, NULL));
  g_assert_true (g_unix_set_fd_nonblocking (pipe_ends[0], TRUE, NULL));
  g_unix_fd_list_append (files, pipe_ends[1], NULL);
  close (pipe_ends[1]);
  if (login->held >= 0)
    close (login->held);
  login->held = pipe_ends[0];
  login->n_holds++;
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), files);
}

static void
set_up (Login *login, gconstpointer data)
{
  static const GDBusInterfaceVTable table = { inhibit_cb, NULL, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) named = NULL;

  login->held = -1;
  login->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (login->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (login->bus), TRUE);
  login->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (login->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  login->node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  login->object = g_dbus_connection_register_object (login->connection, "/org/freedesktop/login1",
                                                     login->node->interfaces[0], &table, login, NULL, &error);
  g_assert_no_error (error);
  named = g_dbus_connection_call_sync (login->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.login1", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Login *login, gconstpointer data)
{
  g_dbus_connection_unregister_object (login->connection, login->object);
  g_dbus_connection_close_sync (login->connection, NULL, NULL);
  g_clear_object (&login->connection);
  g_dbus_node_info_unref (login->node);
  if (login->held >= 0)
    close (login->held);
  g_test_dbus_stop (login->bus);
  g_object_unref (login->bus);
}

static void
prepare (Login *login, gboolean begins)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (login->connection, NULL, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                                 "PrepareForSleep", g_variant_new ("(b)", begins), &error);
  g_assert_no_error (error);
}

static void
wait_for_holds (Login *login, guint n_holds)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (login->n_holds < n_holds && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (login->n_holds, ==, n_holds);
}

/* A closed pipe reads as ended. */
static void
wait_for_release (Login *login)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  char byte;

  while (read (login->held, &byte, 1) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (read (login->held, &byte, 1), ==, 0);
}

static void
count_cb (FwSleepWatch *watch, guint *count)
{
  (*count)++;
}

/* The sleep waits until we have heard of it, and after waking it will wait again. */
static void
test_sleep (Login *login, gconstpointer data)
{
  g_autoptr (FwSleepWatch) watch = fw_sleep_watch_new ("Locks the records");
  guint n_sleeps = 0;

  g_signal_connect (watch, "sleep", G_CALLBACK (count_cb), &n_sleeps);
  wait_for_holds (login, 1);
  prepare (login, TRUE);
  wait_for_release (login);
  g_assert_cmpuint (n_sleeps, ==, 1);
  prepare (login, FALSE);
  wait_for_holds (login, 2);
  g_assert_cmpuint (n_sleeps, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/sleep-watch/sleep", Login, NULL, set_up, test_sleep, tear_down);
  return g_test_run ();
}
