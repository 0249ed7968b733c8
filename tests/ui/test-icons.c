#include <adwaita.h>

/* Every icon that the program names is there and can be drawn: a release may have dropped one from its theme, and
 * without a loader for SVG nothing but a broken picture is shown. */

static void
collect_names (const char *text, GHashTable *names)
{
  g_autoptr (GRegex) regex = g_regex_new ("[\">]([a-z][a-z-]+-symbolic)[\"<]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 1));
}

static void
read_folder (const char *path, GHashTable *names)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        read_folder (inner, names);
      else if (g_file_get_contents (inner, &text, NULL, NULL))
        collect_names (text, names);
    }
}

static void
assert_drawn (GtkIconTheme *theme, const char *name)
{
  g_autoptr (GtkIconPaintable) icon = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_icon_theme_has_icon (theme, name))
    g_error ("the theme has no icon %s", name);
  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, 16, 1, GTK_TEXT_DIR_LTR, 0);
  file = gtk_icon_paintable_get_file (icon);
  g_assert_nonnull (file);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_assert_no_error (error);
  pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pixbuf);
}

static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sources = g_build_filename (g_getenv ("FAIRWELL_SOURCE"), "src", "ui", NULL);
  g_autofree char *widgets = g_build_filename (g_getenv ("FAIRWELL_SOURCE"), "ui", NULL);
  GHashTableIter iter;
  gpointer name;

  gtk_icon_theme_add_resource_path (theme, "/org/fairwell/Fairwell/icons");
  read_folder (sources, names);
  read_folder (widgets, names);
  g_assert_cmpuint (g_hash_table_size (names), >, 10);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    assert_drawn (theme, name);
  assert_drawn (theme, "org.fairwell.Fairwell");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/icons", test_icons);
  return g_test_run ();
}
