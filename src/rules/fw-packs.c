#include "rules/fw-packs.h"

#include "core/fw-paths.h"
#include "rules/fw-pack-private.h"
#include "rules/fw-packs-private.h"

#include <string.h>

static void
found_free (FwFoundPack *self)
{
  g_free (self->id);
  g_free (self->folder);
  g_free (self->shipped);
  g_clear_pointer (&self->pack, fw_pack_unref);
  g_free (self);
}

/* The id in a pack's first element, without compiling it; NULL where it cannot be read. */
static char *
peek_id (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "pack.xml", NULL);
  g_autoptr (FwXml) xml = fw_xml_load_file (path, NULL);

  return xml != NULL ? g_strdup (fw_xml_node_get (fw_xml_get_root (xml), "id")) : NULL;
}

FwFoundPack *
_fw_packs_find (FwPacks *self,
                const char *id)
{
  for (guint i = 0; i < self->found->len; i++)
    if (strcmp (((FwFoundPack *) g_ptr_array_index (self->found, i))->id, id) == 0)
      return g_ptr_array_index (self->found, i);
  return NULL;
}

/* The first folder that has a pack of an id wins; a later one is the shipped one it stands for. */
static void
add_folder (FwPacks *self,
            const char *folder)
{
  g_autofree char *peeked = peek_id (folder);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *id = peeked != NULL ? g_strdup (peeked) : g_ascii_strup (name, -1);
  FwFoundPack *found = _fw_packs_find (self, id);

  if (found != NULL)
    {
      g_free (found->shipped);
      found->shipped = g_strdup (folder);
      return;
    }
  found = g_new0 (FwFoundPack, 1);
  found->id = g_strdup (id);
  found->folder = g_strdup (folder);
  g_ptr_array_add (self->found, found);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folders (FwPacks *self,
             const char *data)
{
  g_autofree char *around = g_build_filename (data, "packs", NULL);
  g_autoptr (GDir) dir = g_dir_open (around, 0, NULL);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (around, name, "pack.xml", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (folders, g_path_get_dirname (path));
    }
  g_ptr_array_sort (folders, compare_names_cb);
  for (guint i = 0; i < folders->len; i++)
    add_folder (self, g_ptr_array_index (folders, i));
}

/**
 * fw_packs_new_for_folders:
 * @folders: data folders, each with a folder packs, in the order in which they win
 *
 * Returns: (transfer full) (nullable): the packs found there, not yet compiled; %NULL where the schemas cannot be read
 */
FwPacks *
fw_packs_new_for_folders (const char *const *folders,
                          GError **error)
{
  g_autoptr (FwPacks) self = g_new0 (FwPacks, 1);
  g_autofree char *schema = fw_paths_find_data ("pack.rng");

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  self->pack_schema = fw_schema_load (schema != NULL ? schema : "pack.rng", error);
  if (self->pack_schema == NULL || (self->facts_schema = fw_facts_load_schema (error)) == NULL)
    return NULL;
  for (guint i = 0; folders[i] != NULL; i++)
    add_folders (self, folders[i]);
  return g_steal_pointer (&self);
}

/**
 * fw_packs_new:
 *
 * Returns: (transfer full) (nullable): the packs of the user and those that are shipped
 */
FwPacks *
fw_packs_new (GError **error)
{
  g_autoptr (GPtrArray) folders = fw_paths_data_folders ();

  g_ptr_array_add (folders, NULL);
  return fw_packs_new_for_folders ((const char *const *) folders->pdata, error);
}

void
fw_packs_free (FwPacks *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->pack_schema, fw_schema_free);
  g_clear_pointer (&self->facts_schema, fw_schema_free);
  g_free (self);
}

/**
 * fw_packs_list:
 *
 * Returns: (transfer full): the ids of all packs
 */
GStrv
fw_packs_list (FwPacks *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->found->len; i++)
    g_strv_builder_add (ids, ((FwFoundPack *) g_ptr_array_index (self->found, i))->id);
  return g_strv_builder_end (ids);
}

static void
compare_with_shipped (FwFoundPack *found)
{
  g_autoptr (FwPack) shipped = found->shipped != NULL ? fw_pack_load (found->shipped, NULL, NULL) : NULL;

  found->pack->changed = found->shipped != NULL &&
                         (shipped == NULL || strcmp (shipped->hash, found->pack->hash) != 0);
}

/**
 * fw_packs_get:
 * @id: as a jurisdiction: "CN"; upper or lower case
 *
 * Returns: (transfer none) (nullable): the pack, compiled now if it was not before; %NULL with %FW_RULES_ERROR_UNKNOWN where there is
 *   none, with file, line and reason where it is malformed
 */
FwPack *
fw_packs_get (FwPacks *self,
              const char *id,
              GError **error)
{
  g_autofree char *upper = g_ascii_strup (id, -1);
  FwFoundPack *found = _fw_packs_find (self, upper);

  if (found == NULL)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "there is no pack ‘%s’", id);
      return NULL;
    }
  if (found->pack == NULL)
    {
      found->pack = fw_pack_load (found->folder, self->pack_schema, error);
      if (found->pack != NULL)
        compare_with_shipped (found);
    }
  return found->pack;
}

/**
 * fw_packs_get_for_facts:
 *
 * Returns: (transfer none) (nullable): the pack of facts/@jurisdiction, of the country where the sub-unit has none of its own;
 *   %NULL with %FW_RULES_ERROR_INPUT where the facts name none that there is
 */
FwPack *
fw_packs_get_for_facts (FwPacks *self,
                        FwFacts *facts,
                        GError **error)
{
  const char *jurisdiction = fw_facts_get (facts, "@jurisdiction");
  g_autofree char *country = NULL;
  g_autofree char *where = NULL;

  if (jurisdiction == NULL)
    {
      where = fw_facts_locate (facts, "@jurisdiction");
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: facts/@jurisdiction is missing", where);
      return NULL;
    }
  country = g_strndup (jurisdiction, strcspn (jurisdiction, "-"));
  if (_fw_packs_find (self, jurisdiction) != NULL)
    return fw_packs_get (self, jurisdiction, error);
  if (_fw_packs_find (self, country) != NULL)
    return fw_packs_get (self, country, error);
  where = fw_facts_locate (facts, "@jurisdiction");
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: facts/@jurisdiction: there is no pack ‘%s’", where, jurisdiction);
  return NULL;
}

/**
 * fw_packs_get_for_file:
 * @facts: from a file that a person wrote
 *
 * Returns: (transfer none) (nullable): as fw_packs_get_for_facts(); %NULL also where the pack lacks a reading that the facts choose, with
 *   the line of it
 */
FwPack *
fw_packs_get_for_file (FwPacks *self,
                       FwFacts *facts,
                       GError **error)
{
  FwPack *pack = fw_packs_get_for_facts (self, facts, error);

  return pack != NULL && fw_pack_check_readings (pack, facts, error) ? pack : NULL;
}

/**
 * fw_packs_get_facts_schema:
 *
 * Returns: (transfer none): the schema of facts, compiled once
 */
FwSchema *
fw_packs_get_facts_schema (FwPacks *self)
{
  return self->facts_schema;
}
