#include "first-frame.h"

#include <stdlib.h>
#include <unistd.h>

/* Seconds of the monotonic clock, written down by who started this program just before doing so. */
#define STARTED "BENCH_STARTED"

static void
painted_cb (GdkFrameClock *clock,
            gpointer data)
{
  const char *started = g_getenv (STARTED);

  g_print ("%.1f\n", (double) g_get_monotonic_time () / 1e3 - (started != NULL ? g_ascii_strtod (started, NULL) : 0) * 1e3);
  _exit (EXIT_SUCCESS);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
}

static void
added_cb (GtkApplication *application,
          GtkWindow *window)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
}

/* Says how many milliseconds passed from the program's start to the first frame of its first window, and ends it there. */
void
first_frame_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
