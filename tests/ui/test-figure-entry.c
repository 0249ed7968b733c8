#include <adwaita.h>

#include "../departure/fw-test-case.h"
#include "ui/preferences/fw-figure-entry.h"

static void
entered_cb (FwEvent *event,
            gpointer data)
{
  g_assert_nonnull (event);
  (*(guint *) g_object_get_data (data, "entered"))++;
}

static void
gone_cb (gpointer done,
         GObject *where_it_was)
{
  *(gboolean *) done = TRUE;
}

static GtkWindow *
new_dialog (TestCompany *company,
            FwRecord *wrong,
            guint *entered)
{
  g_autoptr (GObject) page = g_object_new (G_TYPE_OBJECT, NULL);
  const char *const places[] = { fw_record_get (wrong, "place"), NULL };

  g_object_set_data (page, "entered", entered);
  return fw_figure_entry_new (company->workplace, places, NULL, "cn", wrong, entered_cb, page);
}

/* As the pointer does. */
static void
press (GtkWidget *button)
{
  if (gtk_widget_get_sensitive (button))
    g_signal_emit_by_name (button, "clicked");
}

/* A figure is entered once, however often the button is pressed. */
static void
test_once (TestCompany *company,
           gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (FwRecord) wrong = fw_store_find (company->store, "local-figure", "name", "average-monthly-wage", NULL);
  gint64 before = fw_store_count (company->store, "local-figure", NULL, NULL, NULL);
  gboolean gone = FALSE;
  guint entered = 0;
  GtkWindow *dialog = new_dialog (company, wrong, &entered);

  g_object_weak_ref (G_OBJECT (dialog), gone_cb, &gone);
  for (guint i = 0; i < 3; i++)
    press (gtk_window_get_default_widget (dialog));
  while (entered == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (dialog);
  while (!gone)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (entered, ==, 1);
  g_assert_cmpint (fw_store_count (company->store, "local-figure", NULL, NULL, NULL), ==, before + 1);
}

/* What was refused can be tried again. */
static void
test_again (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "mutual", "cn.36-er", "2026-04-20");
  g_autoptr (FwRecord) wrong = fw_store_find (company->store, "local-figure", "name", "average-monthly-wage", NULL);
  guint entered = 0;
  GtkWindow *dialog = new_dialog (company, wrong, &entered);
  GtkWidget *save = gtk_window_get_default_widget (dialog);

  fw_store_close (company->store);
  press (save);
  g_assert_false (gtk_widget_get_sensitive (save));
  while (!gtk_widget_get_sensitive (save))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (entered, ==, 0);
  gtk_window_destroy (dialog);
}

#define ADD(name, test) g_test_add (name, TestCompany, "2026-03-09", test_company_set_up, test, test_company_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/ui/figure-entry/once", test_once);
  ADD ("/ui/figure-entry/again", test_again);
  return g_test_run ();
}
