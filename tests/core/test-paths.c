#include "core/fw-paths.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* This program lies in the build folder, so it must find what the build has made. */

static void
test_data (void)
{
  g_autofree char *found = fw_paths_find_data ("facts.rng");
  g_autofree char *none = fw_paths_find_data ("packs/none/pack.xml");

  g_assert_nonnull (found);
  g_assert_true (g_str_has_suffix (found, "/data/facts.rng"));
  g_assert_null (none);
}

static void
test_users_own_wins (void)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "fairwell", NULL);
  g_autofree char *file = g_build_filename (own, "facts.rng", NULL);
  g_autofree char *found = NULL;

  g_assert_true (g_str_has_prefix (own, g_get_tmp_dir ()));
  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "<grammar/>", -1, NULL));
  found = fw_paths_find_data ("facts.rng");
  g_assert_cmpstr (found, ==, file);
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (own), ==, 0);
}

static void
test_translation (void)
{
  g_autofree char *found =
    g_build_filename (fw_paths_locale_folder (), "zh_CN", "LC_MESSAGES", "fairwell.mo", NULL);

  g_assert_true (g_file_test (found, G_FILE_TEST_IS_REGULAR));
}

static void
test_settings (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *compiled = g_build_filename (fw_paths_schema_folder (), "gschemas.compiled", NULL);

  if (!g_file_test (compiled, G_FILE_TEST_EXISTS))
    return; /* built without the window */
  source = g_settings_schema_source_new_from_directory (fw_paths_schema_folder (), NULL, TRUE, NULL);
  g_assert_nonnull (source);
  schema = g_settings_schema_source_lookup (source, "org.fairwell.Fairwell", FALSE);
  g_assert_nonnull (schema);
  g_assert_true (g_settings_schema_has_key (schema, "language"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("fairwell-paths-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/paths/data", test_data);
  g_test_add_func ("/core/paths/users-own-wins", test_users_own_wins);
  g_test_add_func ("/core/paths/translation", test_translation);
  g_test_add_func ("/core/paths/settings", test_settings);
  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
