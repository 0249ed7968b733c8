/* How long the list of employees takes from a key to painted rows, in the program's own window on a store that make-people
 * made. A key is put into the search as the toolkit puts it; painted is the end of the first frame that shows its answer.
 * Says also how much processor time all threads took for it, how long the main thread was held by it without a break (by
 * its processor time, which others on the machine do not lengthen), and how soon the first rows stood there.
 *
 *   bench-employees STORE
 *
 * prints on standard error what stood in the search after each key, wall and processor time; then: median, 95th of a hundred and worst, wall then processor time; 99th of a hundred and worst of holding; first rows;
 * all in ms; and the memory in MiB.
 */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "store/fw-store.h"
#include "ui/employees/fw-employees-page-private.h"
#include "ui/window/fw-window-private.h"

/* A fast typist's pause between keys, ms. */
#define PAUSE_MS 120

/* What is typed, letter by letter, each word from an empty search on. */
static const char *const words[] = {
  "王", "王海洋", "李芳", "尉迟", "张", "洋", "why", "zhangwei", "liu ming", "zhao", "w", "z", "l", "y", "s", "lx", "ouyang",
  "E00012", "E0009", "138", "1390", "华东", "质量", "工程师", "王 华东", "zm 138", "chen", "qiu", "shan", "建国", "嵌入式",
  "研发中心第3组", "hjq", "xyz", "孙", "zengj", "guo", "E0000001",
};

typedef struct
{
  FwWindow *window;
  FwEmployeesPage *page;
  GMainLoop *loop;
  GArray *latencies;  /* double, ms */
  GArray *works;      /* double, ms of processor time, all threads */
  GArray *holds;      /* double, ms: the longest the main thread was held by one key */
  guint word;
  const char *rest;   /* of the word */
  gint64 opened;
  double first_rows;
  double worked;      /* when it was pressed */
  gint64 pressed;     /* 0: nothing is waited for */
  gboolean settled;
  double busy_since;
  double longest;
} Bench;

static Bench bench;
static GPollFunc poll_func;

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
processor_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* The main thread is held from one poll to the next. */
static gint
watch_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint answer;

  if (bench.busy_since != 0)
    bench.longest = MAX (bench.longest, processor_ms (CLOCK_THREAD_CPUTIME_ID) - bench.busy_since);
  answer = poll_func (fds, n_fds, timeout);
  bench.busy_since = processor_ms (CLOCK_THREAD_CPUTIME_ID);
  return answer;
}

static gboolean press_cb (gpointer data);

static void
painted_cb (void)
{
  double latency, work;

  if (!bench.settled)
    return;
  bench.settled = FALSE;
  if (bench.first_rows == 0)
    {
      bench.first_rows = since (bench.opened);
      g_timeout_add (2000, press_cb, NULL);
      return;
    }
  if (bench.pressed == 0)
    return;
  latency = since (bench.pressed);
  bench.pressed = 0;
  work = processor_ms (CLOCK_PROCESS_CPUTIME_ID) - bench.worked;
  g_array_append_val (bench.latencies, latency);
  g_array_append_val (bench.works, work);
  g_printerr ("%s %.1f %.1f\n", gtk_editable_get_text (GTK_EDITABLE (bench.page->search_entry)), latency, work);
}

static void
settled_cb (void)
{
  bench.settled = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (bench.page->grid)); /* also where the same rows are found again */
}

static void
type (const char *letter, int length)
{
  GtkEditable *entry = GTK_EDITABLE (bench.page->search_entry);
  int position = -1;

  bench.pressed = g_get_monotonic_time ();
  bench.worked = processor_ms (CLOCK_PROCESS_CPUTIME_ID);
  bench.settled = FALSE;
  bench.longest = 0;
  gtk_editable_set_position (entry, -1);
  position = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, letter, length, &position);
  gtk_editable_set_position (entry, position);
}

static void
keep_hold (void)
{
  if (bench.longest > 0)
    g_array_append_val (bench.holds, bench.longest);
}

static gboolean
press_cb (gpointer data)
{
  if (bench.pressed != 0)
    return g_timeout_add (PAUSE_MS, press_cb, NULL), G_SOURCE_REMOVE; /* not there yet: nobody types ahead of it here */
  if (bench.rest != NULL)
    keep_hold ();
  if (bench.rest == NULL || *bench.rest == '\0')
    {
      if (bench.word == G_N_ELEMENTS (words))
        {
          g_main_loop_quit (bench.loop);
          return G_SOURCE_REMOVE;
        }
      bench.rest = words[bench.word++];
      gtk_editable_set_text (GTK_EDITABLE (bench.page->search_entry), "");
      g_timeout_add (4 * PAUSE_MS, press_cb, NULL);
      return G_SOURCE_REMOVE;
    }
  type (bench.rest, (int) (g_utf8_next_char (bench.rest) - bench.rest));
  bench.rest = g_utf8_next_char (bench.rest);
  g_timeout_add (PAUSE_MS, press_cb, NULL);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find_page (GtkWidget *widget)
{
  if (FW_IS_EMPLOYEES_PAGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_page (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
percentile (GArray *values, double part)
{
  g_array_sort (values, compare_cb);
  return values->len > 0 ? g_array_index (values, double, MIN ((guint) (values->len * part), values->len - 1)) : 0;
}

static double
resident_mib (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  parts = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoull (parts[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) / 1048576.0;
}

static void
watch_frames (GtkWidget *window)
{
  gtk_widget_realize (window);
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (FwApplication) application = NULL;
  g_autoptr (FwWorkplace) workplace = NULL;
  g_autoptr (FwStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    g_error ("use: bench-employees STORE");
  poll_func = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watch_poll);
  application = fw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  bench.latencies = g_array_new (FALSE, FALSE, sizeof (double));
  bench.works = g_array_new (FALSE, FALSE, sizeof (double));
  bench.holds = g_array_new (FALSE, FALSE, sizeof (double));
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.window = fw_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1366, 768);
  watch_frames (GTK_WIDGET (bench.window));
  gtk_window_present (GTK_WINDOW (bench.window));
  /* As behind the page of the passphrase: the rest of the window is made while somebody types. */
  while (find_page (GTK_WIDGET (bench.window)) == NULL || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  bench.page = FW_EMPLOYEES_PAGE (find_page (GTK_WIDGET (bench.window)));
  g_signal_connect (bench.page->list, "settled", G_CALLBACK (settled_cb), NULL);

  bench.opened = g_get_monotonic_time ();
  store = fw_store_open (argv[1], "bench", FW_STORE_WRITE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  workplace = fw_workplace_new (store, fw_date_new (2026, 3, 9), "bench", "zh");
  _fw_window_set_workplace (bench.window, workplace);
  fw_main_view_open_place (bench.window->main_view, "employees");
  gtk_stack_set_visible_child_name (bench.window->gate, "main");
  g_main_loop_run (bench.loop);
  g_print ("%.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1f %.0f %.0f\n", percentile (bench.latencies, 0.5),
           percentile (bench.latencies, 0.95), percentile (bench.latencies, 1), percentile (bench.works, 0.5),
           percentile (bench.works, 0.95), percentile (bench.works, 1), percentile (bench.holds, 0.99),
           percentile (bench.holds, 1), bench.first_rows, resident_mib ());
  _exit (EXIT_SUCCESS);
}
