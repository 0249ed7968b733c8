#include "ui/@name@/fw-@name@-page.h"

static gboolean
says (GtkWidget *widget, const char *title)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), title) != 0
      && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, title))
      return TRUE;
  return FALSE;
}

/* Fails until the page says something beside its title. */
static void
test_says_something (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (fw_@name_@_page_new ());

  g_assert_true (says (page, "@Title@"));
}

static void
test_lives_and_dies (void)
{
  GtkWidget *page = g_object_ref_sink (fw_@name_@_page_new ());

  g_assert_finalize_object (page);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/@name@-page/says-something", test_says_something);
  g_test_add_func ("/ui/@name@-page/lives-and-dies", test_lives_and_dies);
  return g_test_run ();
}
