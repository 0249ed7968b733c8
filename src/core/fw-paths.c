#include "config.h"

#include "core/fw-paths.h"

/* A program run from its build folder reads the data beside its sources. */
static gboolean
runs_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, FW_BUILD_DIR G_DIR_SEPARATOR_S);
}

/**
 * fw_paths_data_folders:
 *
 * The folders that hold packs, scripts, phrases and samples, in the order in which they win: the user's own
 * (so that a company overrides what is shipped), then the shipped one. FAIRWELL_DATA_DIR in the environment
 * replaces the shipped one.
 *
 * Returns: (transfer full) (element-type utf8): folder names; they need not exist
 */
GPtrArray *
fw_paths_data_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *override = g_getenv ("FAIRWELL_DATA_DIR");

  g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), "fairwell", NULL));
  if (override != NULL)
    g_ptr_array_add (folders, g_strdup (override));
  else if (runs_uninstalled ())
    g_ptr_array_add (folders, g_strdup (FW_SOURCE_DATA_DIR));
  else
    g_ptr_array_add (folders, g_strdup (FW_DATA_DIR));
  return folders;
}

/**
 * fw_paths_find_data:
 * @relative: for example "packs/cn/pack.xml"
 *
 * Returns: (transfer full) (nullable): the first data folder's file or folder of that name, %NULL if none has it
 */
char *
fw_paths_find_data (const char *relative)
{
  g_autoptr (GPtrArray) folders = fw_paths_data_folders ();

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), relative, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/**
 * fw_paths_locale_folder:
 *
 * Returns: (transfer none): the folder to name in bindtextdomain()
 */
const char *
fw_paths_locale_folder (void)
{
  return runs_uninstalled () ? FW_BUILD_DIR G_DIR_SEPARATOR_S "po" : FW_LOCALE_DIR;
}

/**
 * fw_paths_schema_folder:
 *
 * Returns: (transfer none) (nullable): where a program in the build folder finds its compiled settings schema;
 *   %NULL for an installed one, whose schema is in the system's source
 */
const char *
fw_paths_schema_folder (void)
{
  return runs_uninstalled () ? FW_BUILD_DIR G_DIR_SEPARATOR_S "data" : NULL;
}
