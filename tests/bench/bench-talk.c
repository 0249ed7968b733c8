/* How long an alert takes in a talk, from the key that completes a phrase to the end of the frame that shows it: in the pane of a talk
 * with many notes, on a store as it is. A character is put into the note as the toolkit puts it.
 *
 *   bench-talk
 *
 * prints median and worst on the clock, then median and worst of the processor time of all threads, in ms. */
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "../departure/fw-test-case.h"
#include "ui/departure/fw-talk-pane-private.h"

#define NOTES 60
#define PAUSE_MS 300

/* Each raises a class by its last character; what is critical is raised whenever it comes. */
static const char *const sentences[] = {
  "这样我只好打官司", "我要找记者", "我是孕妇", "那我就去劳动局", "我这儿都有录音", "不想活",
};

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  *(FwTalk **) data = fw_talk_load_finish (result, NULL);
}

static gboolean
flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, flag_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
insert (FwTalkPane *pane,
        const char *text)
{
  GtkEditable *note = GTK_EDITABLE (pane->note_entry);
  int position = gtk_editable_get_position (note);

  gtk_editable_insert_text (note, text, -1, &position);
  gtk_editable_set_position (note, position);
}

/* All but the last character is there already, and shown. */
static void
measure (FwTalkPane *pane,
         const char *sentence,
         double *clock_ms,
         double *work_ms)
{
  const char *last = g_utf8_find_prev_char (sentence, sentence + strlen (sentence));
  g_autofree char *head = g_strndup (sentence, (gsize) (last - sentence));
  gboolean painted = FALSE;
  gulong handler;
  gint64 pressed;
  double worked;

  gtk_editable_set_text (GTK_EDITABLE (pane->note_entry), "");
  while (fw_talk_get_alerts (pane->talk)->len > 0)
    fw_talk_acknowledge (pane->talk);
  insert (pane, head);
  wait (PAUSE_MS);
  if (fw_talk_get_alerts (pane->talk)->len > 0)
    g_error ("“%s” is heard before its last character", sentence);
  pressed = g_get_monotonic_time ();
  worked = processor_ms ();
  insert (pane, last);
  handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (pane)), "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted || !gtk_widget_get_visible (pane->alert_card))
    g_main_context_iteration (NULL, TRUE);
  *clock_ms = (double) (g_get_monotonic_time () - pressed) / 1000.0;
  *work_ms = processor_ms () - worked;
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (GTK_WIDGET (pane)), handler);
  g_printerr ("%s %.1f %.1f\n", sentence, *clock_ms, *work_ms);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static FwTalkPane *
sit_down (FwTalk *talk)
{
  GtkWidget *window = adw_window_new ();
  FwTalkPane *pane = g_object_new (FW_TYPE_TALK_PANE, NULL);

  fw_talk_begin (talk);
  for (guint i = 0; i < NOTES; i++)
    {
      fw_talk_type (talk, "他说第三季度的数他没有见过，要看明细");
      fw_talk_keep (talk, i % 10 == 0 ? FW_TALK_AGREED : FW_TALK_NOTE);
    }
  fw_talk_observe (talk, FW_TALK_UPSET);
  fw_talk_pane_set_talk (pane, talk);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (pane));
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  wait (1500);
  return pane;
}

int
main (int argc,
      char **argv)
{
  double clock_ms[G_N_ELEMENTS (sentences)], work_ms[G_N_ELEMENTS (sentences)];
  const guint n = G_N_ELEMENTS (sentences);
  TestCompany company = { 0 };
  FwTalk *talk = NULL;
  FwTalkPane *pane;

  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  test_company_set_up (&company, "2026-03-09");
  fw_talk_load_async (test_company_open (&company, "dismissal", "cn.40-2", "2026-04-20"), NULL, loaded_cb, &talk);
  while (talk == NULL)
    g_main_context_iteration (NULL, TRUE);
  pane = sit_down (talk);
  for (guint i = 0; i < n; i++)
    measure (pane, sentences[i], &clock_ms[i], &work_ms[i]);
  qsort (clock_ms, n, sizeof (double), compare_cb);
  qsort (work_ms, n, sizeof (double), compare_cb);
  g_print ("%.1f %.1f %.1f %.1f\n", clock_ms[n / 2], clock_ms[n - 1], work_ms[n / 2], work_ms[n - 1]);
  while (!fw_talk_is_saved (talk))
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
