#include "interview/fw-script-private.h"

#include <string.h>

#include "core/fw-paths.h"

void
fw_scripts_free (FwScripts *self)
{
  g_ptr_array_unref (self->scripts);
  g_ptr_array_unref (self->shared);
  g_ptr_array_unref (self->objections);
  g_hash_table_unref (self->figures);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->whens);
  g_ptr_array_unref (self->manners);
  g_ptr_array_unref (self->people_cues);
  g_free (self->parts_file);
  g_free (self);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static FwScript *
find_script (FwScripts *self,
             const char *id)
{
  for (guint i = 0; i < self->scripts->len; i++)
    if (g_str_equal (((FwScript *) self->scripts->pdata[i])->id, id))
      return self->scripts->pdata[i];
  return NULL;
}

/* The names in a folder, in order. */
static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  return names;
}

/* A script of a folder that was read before wins: the user's comes first. */
static gboolean
read_scripts (FwScripts *self,
              const char *data,
              FwSchema *schema,
              GError **error)
{
  g_autofree char *folder = g_build_filename (data, "interviews", NULL);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], "script.xml", NULL);

      if (find_script (self, names->pdata[i]) == NULL && g_file_test (path, G_FILE_TEST_EXISTS) &&
          !_fw_scripts_read_script (self, path, schema, error))
        return FALSE;
    }
  return TRUE;
}

static void
find_people (FwScripts *self,
             const char *data)
{
  g_autofree char *folder = g_build_filename (data, "interviews", "people", NULL);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], ".xml"))
      g_hash_table_add (self->people, g_build_filename (folder, names->pdata[i], NULL));
}

/**
 * fw_scripts_new_for_folders:
 * @folders: data folders, each with a folder interviews, in the order in which they win
 *
 * Returns: (transfer full) (nullable): what is found there; %NULL with file, line and reason where a file is malformed
 */
FwScripts *
fw_scripts_new_for_folders (const char *const *folders,
                            GError **error)
{
  g_autoptr (FwScripts) self = g_new0 (FwScripts, 1);
  g_autofree char *path = fw_paths_find_data ("script.rng");
  g_autoptr (FwSchema) schema = NULL;

  self->scripts = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_script_free);
  self->shared = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_scene_free);
  self->objections = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_objection_free);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) _fw_figure_free);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->whens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) fw_xpath_free);
  self->manners = g_ptr_array_new_with_free_func (_fw_manner_free);
  self->people_cues = g_ptr_array_new_with_free_func (_fw_written_cues_free);
  schema = fw_schema_load (path != NULL ? path : "script.rng", error);
  if (schema == NULL)
    return NULL;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      find_people (self, folders[i]);
      if (!read_scripts (self, folders[i], schema, error))
        return NULL;
    }
  for (guint i = g_strv_length ((GStrv) folders); i > 0; i--)
    {
      g_autofree char *parts = g_build_filename (folders[i - 1], "interviews", "parts.xml", NULL);
      g_autofree char *rehearsals = g_build_filename (folders[i - 1], "interviews", "rehearsals.xml", NULL);

      if (g_file_test (parts, G_FILE_TEST_EXISTS) && !_fw_scripts_read_parts (self, parts, schema, error))
        return NULL;
      if (g_file_test (rehearsals, G_FILE_TEST_EXISTS) && !_fw_scripts_read_rehearsals (self, rehearsals, schema, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * fw_scripts_new:
 *
 * Returns: (transfer full) (nullable): the scripts of the user and those that are shipped
 */
FwScripts *
fw_scripts_new (GError **error)
{
  g_autoptr (GPtrArray) folders = fw_paths_data_folders ();

  g_ptr_array_add (folders, NULL);
  return fw_scripts_new_for_folders ((const char *const *) folders->pdata, error);
}

/**
 * fw_scripts_list:
 *
 * Returns: (transfer none) (element-type FwScript): all of them
 */
GPtrArray *
fw_scripts_list (FwScripts *self)
{
  return self->scripts;
}

/**
 * fw_scripts_get:
 *
 * Returns: (transfer none) (nullable): the script of an id; %NULL with %FW_INTERVIEW_ERROR_UNKNOWN where there is none
 */
FwScript *
fw_scripts_get (FwScripts *self,
                const char *id,
                GError **error)
{
  FwScript *script = find_script (self, id);

  if (script == NULL)
    g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_UNKNOWN, "there is no script ‘%s’", id);
  return script;
}

/**
 * fw_scripts_get_shared:
 *
 * Returns: (transfer none) (nullable): the shared scene of an id
 */
FwScene *
fw_scripts_get_shared (FwScripts *self,
                       const char *id)
{
  for (guint i = 0; i < self->shared->len; i++)
    if (g_str_equal (((FwScene *) self->shared->pdata[i])->id, id))
      return self->shared->pdata[i];
  return NULL;
}

/**
 * fw_scripts_list_shared:
 *
 * Returns: (transfer none) (element-type FwScene): the scenes that any talk may turn to
 */
GPtrArray *
fw_scripts_list_shared (FwScripts *self)
{
  return self->shared;
}

/**
 * fw_scripts_list_objections:
 *
 * Returns: (transfer none) (element-type FwObjection): what the employee may say, with an answer to each
 */
GPtrArray *
fw_scripts_list_objections (FwScripts *self)
{
  return self->objections;
}
