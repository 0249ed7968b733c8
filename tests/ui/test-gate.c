#include <adwaita.h>

#include "ui/gate/fw-first-run-page.h"
#include "ui/gate/fw-lock-page.h"
#include "ui/gate/fw-lock-watch.h"
#include "ui/gate/fw-passphrase.h"

/* Length alone is not strength, and four Chinese characters are as good as many Latin ones. */
static void
test_passphrase (void)
{
  static const struct
  {
    const char *passphrase;
    int level;
  } cases[] = {
    { "", 0 },          { "abc", 1 },           { "aaaaaaaaaaaaaaaa", 1 }, { "12345678", 1 },  { "abcdefghijkl", 1 },
    { "31415926", 1 },  { "kfqzmxtw", 2 },      { "好聚好散也", 1 },        { "窗茶猫雨灯伞", 3 }, { "kfq7!mxt2", 2 },
    { "correct horse", 3 }, { "correct horse battery", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].passphrase);
      g_assert_cmpint (fw_passphrase_level (cases[i].passphrase), ==, cases[i].level);
    }
}

static void
test_passphrase_in_words (void)
{
  g_autofree char *none = fw_passphrase_describe ("");
  g_autofree char *brief = fw_passphrase_describe ("a");
  g_autofree char *strong = fw_passphrase_describe ("correct horse");

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (brief, ==, "Too short: 1 character");
  g_assert_cmpstr (strong, ==, "Strong enough: 13 characters");
}

static void
count_cb (gpointer widget, gpointer data)
{
  (*(int *) data)++;
}

static void
count_passphrase_cb (gpointer widget, const char *passphrase, gpointer data)
{
  (*(int *) data)++;
}

static GtkWidget *
find_by_type (GtkWidget *widget, GType type, guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_type (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *widget, GType type, guint n)
{
  return find_by_type (widget, type, &n);
}

static void
wait_for_law (FwFirstRunPage *page)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (fw_first_run_page_get_jurisdiction (page) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fw_first_run_page_get_jurisdiction (page));
  /* Its days are asked for with it, so that making the store waits for nothing. */
  g_assert_cmpstr (fw_first_run_page_get_time_zone (page), ==, "Asia/Shanghai");
}

/* Nothing is created before every answer is there and both passphrases agree. */
static void
test_first_run (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (FW_TYPE_FIRST_RUN_PAGE, NULL));
  GtkWidget *company = nth (page, ADW_TYPE_ENTRY_ROW, 0);
  GtkWidget *place = nth (page, ADW_TYPE_ENTRY_ROW, 1);
  GtkWidget *passphrase = nth (page, ADW_TYPE_PASSWORD_ENTRY_ROW, 0);
  GtkWidget *again = nth (page, ADW_TYPE_PASSWORD_ENTRY_ROW, 1);
  GtkWidget *understood = nth (page, GTK_TYPE_CHECK_BUTTON, 0);
  GtkWidget *window = gtk_window_new ();
  int created = 0;

  /* The law of each country is listed once the page is shown. */
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_law (FW_FIRST_RUN_PAGE (page));
  g_signal_connect (page, "create", G_CALLBACK (count_cb), &created);
  g_signal_emit_by_name (again, "entry-activated");
  gtk_editable_set_text (GTK_EDITABLE (company), "Hengchuan Ltd");
  gtk_editable_set_text (GTK_EDITABLE (place), "Shanghai");
  gtk_editable_set_text (GTK_EDITABLE (passphrase), "correct horse");
  gtk_editable_set_text (GTK_EDITABLE (again), "correct hors");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (understood), TRUE);
  g_signal_emit_by_name (again, "entry-activated");
  g_assert_cmpint (created, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (again), "correct house");
  g_assert_true (gtk_widget_has_css_class (again, "error"));
  gtk_editable_set_text (GTK_EDITABLE (again), "correct horse");
  g_assert_false (gtk_widget_has_css_class (again, "error"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (understood), FALSE);
  g_signal_emit_by_name (again, "entry-activated");
  g_assert_cmpint (created, ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (understood), TRUE);
  g_signal_emit_by_name (again, "entry-activated");
  g_assert_cmpint (created, ==, 1);
  g_assert_cmpstr (fw_first_run_page_get_company (FW_FIRST_RUN_PAGE (page)), ==, "Hengchuan Ltd");
  fw_first_run_page_forget (FW_FIRST_RUN_PAGE (page));
  g_assert_cmpstr (fw_first_run_page_get_passphrase (FW_FIRST_RUN_PAGE (page)), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Five wrong passphrases, and a minute goes by in which none is taken. */
static void
test_lock_counts (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (FW_TYPE_LOCK_PAGE, NULL));
  GtkWidget *entry = nth (page, GTK_TYPE_PASSWORD_ENTRY, 0);
  int asked = 0;

  g_signal_connect (page, "unlock", G_CALLBACK (count_passphrase_cb), &asked);
  fw_lock_page_ask (FW_LOCK_PAGE (page), "locked", FW_LOCK_WAY_SHEET);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (asked, ==, 0);
  for (int i = 1; i <= FW_LOCK_PAGE_TRIES; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), "wrong");
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpint (asked, ==, i);
      fw_lock_page_refuse (FW_LOCK_PAGE (page));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    }
  g_assert_false (gtk_widget_get_sensitive (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "right");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (asked, ==, FW_LOCK_PAGE_TRIES);
  /* Locking again does not give new tries. */
  fw_lock_page_ask (FW_LOCK_PAGE (page), "locked", FW_LOCK_WAY_SHEET);
  g_assert_false (gtk_widget_get_sensitive (entry));
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_lock_watch (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (FwLockWatch) watch = fw_lock_watch_new (GTK_WINDOW (window));
  gboolean over = FALSE;
  int idle = 0;

  g_signal_connect (watch, "idle", G_CALLBACK (count_cb), &idle);
  fw_lock_watch_set_seconds (watch, 1);
  g_timeout_add (1500, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (idle, ==, 1);
  fw_lock_watch_set_seconds (watch, 0);
  over = FALSE;
  g_timeout_add (1300, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (idle, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/gate/passphrase", test_passphrase);
  g_test_add_func ("/ui/gate/passphrase-in-words", test_passphrase_in_words);
  g_test_add_func ("/ui/gate/first-run", test_first_run);
  g_test_add_func ("/ui/gate/lock-counts", test_lock_counts);
  g_test_add_func ("/ui/gate/lock-watch", test_lock_watch);
  return g_test_run ();
}
