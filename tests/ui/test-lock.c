/* The lock: whatever is open at that moment, nothing of a person stays on the screen, and nothing is lost. */
#include <signal.h>
#include <sys/resource.h>

#include "../departure/fw-test-case.h"
#include "departure/fw-talk.h"
#include "ui/departure/fw-case-workspace.h"
#include "ui/departure/fw-paper-print.h"
#include "ui/window/fw-guide.h"
#include "ui/window/fw-window-private.h"

#include "fw-test-widgets.h"

typedef struct
{
  TestCompany company;
  FwWindow *window;
} Desk;

/* The one window of the program, as in life: it lasts as long as the process. */
static FwWindow *
take_window (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;
  FwWindow *window;

  if (application != NULL)
    return FW_WINDOW (gtk_application_get_windows (application)->data);
  application = GTK_APPLICATION (fw_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = fw_window_new (FW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
set_up (Desk *desk, gconstpointer today)
{
  test_company_set_up (&desk->company, today);
  desk->window = take_window ();
  _fw_window_set_workplace (desk->window, desk->company.workplace);
  _fw_window_enter (desk->window);
}

static void
tear_down (Desk *desk, gconstpointer today)
{
  _fw_window_set_workplace (desk->window, NULL);
  test_company_tear_down (&desk->company, today);
}

static const char *
where (Desk *desk)
{
  return gtk_stack_get_visible_child_name (desk->window->gate);
}

/* Windows on the screen beside the main one; but for what a file chooser says that was hidden before it had read its folder. */
static guint
count_shown (Desk *desk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *each = windows; each != NULL; each = each->next)
    n += each->data != (gpointer) desk->window && !GTK_IS_MESSAGE_DIALOG (each->data) && gtk_widget_get_visible (each->data);
  return n;
}

static void
wait_until_shown (Desk *desk, guint n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (count_shown (desk) != n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_shown (desk), ==, n);
}

static GtkWindow *
show_message (Desk *desk, const char *heading)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (desk->window), heading, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

static GtkWidget *
find_dialog (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }
  g_test_message ("no %s", type);
  g_assert_not_reached ();
}

static void
test_nothing_stays (Desk *desk, gconstpointer today)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkFileChooserNative) chooser =
    gtk_file_chooser_native_new ("张敏", GTK_WINDOW (desk->window), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path ("/usr");
  GtkWindow *closed = show_message (desk, "张敏");

  gtk_print_operation_set_n_pages (print, 1);
  fw_paper_print_run (print, GTK_WINDOW (desk->window));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  wait_until_shown (desk, 3);
  fw_window_toast (desk->window, "张敏");
  g_signal_emit_by_name (desk->window->lock_watch, "idle");
  g_assert_cmpstr (where (desk), ==, "lock");
  g_assert_cmpuint (count_shown (desk), ==, 0);
  g_assert_cmpuint (desk->window->toasts_shown->len, ==, 0);
  /* The work that a dialog waited for ends, and so does the dialog. */
  gtk_window_destroy (closed);
  _fw_window_enter (desk->window);
  wait_until_shown (desk, 2);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  gtk_dialog_response (GTK_DIALOG (find_dialog ("GtkPrintUnixDialog")), GTK_RESPONSE_CANCEL);
  wait_until_shown (desk, 0);
}

/* What was begun before the lock ends behind it, and says so when the records are open again. Help comes up at the lock. */
static void
test_late (Desk *desk, gconstpointer today)
{
  FwGuide *guide = NULL;
  GtkWindow *late;

  g_signal_emit_by_name (desk->window->sleep_watch, "sleep");
  g_assert_cmpstr (where (desk), ==, "lock");
  late = show_message (desk, "张敏");
  wait_until_shown (desk, 0);
  fw_window_toast (desk->window, "张敏");
  g_assert_cmpuint (desk->window->toasts_shown->len, ==, 0);
  guide = fw_guide_new (GTK_WINDOW (desk->window), NULL);
  gtk_window_present (GTK_WINDOW (guide));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_shown (desk), ==, 1);
  gtk_window_destroy (GTK_WINDOW (guide));
  _fw_window_enter (desk->window);
  wait_until_shown (desk, 1);
  gtk_window_destroy (late);
}

/* A button that says so, and is there to be pressed. */
static gboolean
offers (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return gtk_widget_get_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (offers (child, label))
      return TRUE;
  return FALSE;
}

/* The toolkit's preview writes a file outside the store, and another program shows it over any lock. */
static void
test_no_preview (Desk *desk, gconstpointer today)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  GtkWidget *dialog;

  gtk_print_operation_set_n_pages (print, 1);
  fw_paper_print_run (print, GTK_WINDOW (desk->window));
  wait_until_shown (desk, 1);
  dialog = find_dialog ("GtkPrintUnixDialog");
  g_assert_true (offers (dialog, "_Print"));
  g_assert_false (offers (dialog, "Pre_view"));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  wait_until_shown (desk, 0);
}

/* A talk that somebody sits at. */
static FwCase *
begin_talk (Desk *desk)
{
  FwCase *its = test_company_open (&desk->company, "dismissal", "cn.40-2", "2026-04-20");
  g_autoptr (FwTalk) talk = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  talk = test_talk_load (its);
  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  return its;
}

static gboolean
is_held (Desk *desk)
{
  return fw_case_workspace_is_held (FW_CASE_WORKSPACE (adw_bin_get_child (desk->window->case_bin)));
}

/* Who leads a talk looks at a person and not at the screen; but a computer that slept was left. */
static void
test_never_during_a_talk (Desk *desk, gconstpointer today)
{
  g_autoptr (FwCase) its = begin_talk (desk);

  fw_window_open_case (desk->window, its);
  fw_case_workspace_show_step (FW_CASE_WORKSPACE (adw_bin_get_child (desk->window->case_bin)), FW_WINDOW_TALK);
  while (!is_held (desk))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (desk->window->lock_watch, "idle");
  g_assert_cmpstr (where (desk), ==, "case");
  g_signal_emit_by_name (desk->window->sleep_watch, "sleep");
  g_assert_cmpstr (where (desk), ==, "lock");
  _fw_window_enter (desk->window);
  g_assert_cmpstr (where (desk), ==, "case");
  g_assert_true (is_held (desk));
  fw_window_leave_case (desk->window);
}

/* The window would go now: this one has to last. */
static gboolean
stop_close_cb (FwWindow *window, guint *closed)
{
  if (!window->may_close)
    return FALSE;
  ++*closed;
  return TRUE;
}

/* The window that is closed stays until what was typed last is saved, and goes then by itself. */
static void
test_close (Desk *desk, gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (&desk->company, "mutual", "cn.36-er", "2026-03-31");
  g_autofree char *draft = NULL;
  guint closed = 0;
  gulong handler = g_signal_connect (desk->window, "close-request", G_CALLBACK (stop_close_cb), &closed);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  fw_window_open_case (desk->window, its);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-08-31", NULL));
  gtk_window_close (GTK_WINDOW (desk->window));
  gtk_window_close (GTK_WINDOW (desk->window));
  g_assert_cmpuint (closed, ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk->window)));
  while (closed == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (closed, ==, 1);
  draft = fw_store_dup_draft (desk->company.store, fw_case_get_id (its), "answers", NULL);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "2026-08-31"));
  g_signal_handler_disconnect (desk->window, handler);
  desk->window->may_close = FALSE;
  fw_window_leave_case (desk->window);
}

/* No file can be written to, as on a disk that is full; until it is given back what it was. */
static struct rlimit
fill_disk (void)
{
  struct rlimit before, none;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = (struct rlimit) { .rlim_cur = 1, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  return before;
}

/* The window is closed and cannot save: what it asks is answered. */
static void
answer_close (Desk *desk, const char *body, const char *response)
{
  AdwMessageDialog *dialog;

  gtk_window_close (GTK_WINDOW (desk->window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk->window)));
  wait_until_shown (desk, 1);
  dialog = ADW_MESSAGE_DIALOG (find_dialog ("AdwMessageDialog"));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "What was typed last is not saved");
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "stay");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "stay");
  if (body != NULL)
    g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, body);
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  wait_until_shown (desk, 0);
}

/* A talk was left while the disk was full: the window does not go without a word, and by itself once there is room again. */
static void
test_close_full_disk (Desk *desk, gconstpointer today)
{
  g_autoptr (FwCase) its = begin_talk (desk);
  FwTalk *talk = test_talk_load (its);
  guint closed = 0;
  gulong handler = g_signal_connect (desk->window, "close-request", G_CALLBACK (stop_close_cb), &closed);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  struct rlimit before = fill_disk ();
  g_autofree char *line = NULL;

  for (guint i = 0; i < 3; i++)
    g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be saved*");
  fw_talk_type (talk, "他要求看第三季度的");
  while (!fw_talks_fail_to_save (desk->company.workplace))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (talk);
  answer_close (desk, NULL, "stay");
  g_assert_cmpuint (closed, ==, 0);
  answer_close (desk, NULL, "close");
  g_assert_cmpuint (closed, ==, 1);
  g_test_assert_expected_messages ();
  desk->window->may_close = FALSE;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  gtk_window_close (GTK_WINDOW (desk->window));
  while (closed < 2 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (closed, ==, 2);
  line = fw_store_dup_draft (desk->company.store, "talk-line", fw_case_get_id (its), NULL);
  g_assert_cmpstr (line, ==, "他要求看第三季度的");
  g_signal_handler_disconnect (desk->window, handler);
  desk->window->may_close = FALSE;
}

/* Somebody else writes, and takes their time. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean begun, may_end;
  FwStore *store;
} Slow;

static FwRecord *
make_slowly_cb (guint index, gpointer user_data)
{
  Slow *slow = user_data;
  FwRecord *record = fw_record_new ("department");

  fw_record_set (record, "name", "仓库");
  g_mutex_lock (&slow->mutex);
  slow->begun = TRUE;
  g_cond_broadcast (&slow->cond);
  while (!slow->may_end)
    g_cond_wait (&slow->cond, &slow->mutex);
  g_mutex_unlock (&slow->mutex);
  return record;
}

static gpointer
write_slowly (gpointer user_data)
{
  Slow *slow = user_data;
  g_autoptr (FwCommand) command = fw_command_new ("department.add", "tester", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;

  fw_command_put_many (command, 1, make_slowly_cb, slow);
  event = fw_store_run (slow->store, command, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

/* A disk that does not answer: the window waits four seconds and then asks; who stays is not asked again by what comes late. */
static void
test_close_slow_disk (Desk *desk, gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (&desk->company, "mutual", "cn.36-er", "2026-03-31");
  Slow slow = { .store = desk->company.store };
  guint closed = 0;
  gulong handler = g_signal_connect (desk->window, "close-request", G_CALLBACK (stop_close_cb), &closed);
  GThread *writer;
  gint64 began;
  double waited;

  fw_window_open_case (desk->window, its);
  writer = g_thread_new ("writer", write_slowly, &slow);
  g_mutex_lock (&slow.mutex);
  while (!slow.begun)
    g_cond_wait (&slow.cond, &slow.mutex);
  g_mutex_unlock (&slow.mutex);
  g_assert_true (fw_case_set (its, "departure/@last-day", "2026-08-31", NULL));
  began = g_get_monotonic_time ();
  answer_close (desk, "The disk has not answered yet.", "stay");
  waited = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  g_assert_cmpfloat (waited, >=, 3.9);
  g_assert_cmpuint (closed, ==, 0);
  g_mutex_lock (&slow.mutex);
  slow.may_end = TRUE;
  g_cond_broadcast (&slow.cond);
  g_mutex_unlock (&slow.mutex);
  g_thread_join (writer);
  began = g_get_monotonic_time ();
  while (g_get_monotonic_time () < began + G_USEC_PER_SEC)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (closed, ==, 0);
  g_assert_cmpuint (count_shown (desk), ==, 0);
  gtk_window_close (GTK_WINDOW (desk->window));
  while (closed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (desk->window, handler);
  desk->window->may_close = FALSE;
  fw_window_leave_case (desk->window);
}

/* A newer libadwaita measures the heading of its message dialog in a larger size than it has then, and GTK warns of that. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Desk *, gconstpointer);
  } tests[] = {
    { "/ui/lock/nothing-stays", test_nothing_stays },
    { "/ui/lock/late", test_late },
    { "/ui/lock/no-preview", test_no_preview },
    { "/ui/lock/close", test_close },
    { "/ui/lock/close-full-disk", test_close_full_disk },
    { "/ui/lock/close-slow-disk", test_close_slow_disk },
    { "/ui/lock/never-during-a-talk", test_never_during_a_talk },
  };

  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, "2026-03-10", set_up, tests[i].run, tear_down);
  return g_test_run ();
}
