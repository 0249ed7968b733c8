#include <string.h>

#include "exchange/fw-import-plan-private.h"
#include "exchange/fw-import-record-private.h"

/* The names that the file uses for a kind of record, so that only those are asked for. */
static GPtrArray *
names_in_column (FwImportPlan *self,
                 guint field)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char *value = g_array_index (self->rows, FwImportRow, i).values[field];

      if (value != NULL && g_hash_table_add (seen, value))
        g_ptr_array_add (names, value);
    }
  return names;
}

static gboolean
load_soles (FwImportPlan *self,
            GArray *fills,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (fills, FwImportFill, i);

      if (fill->how == FW_IMPORT_FILL_SOLE &&
          !fw_import_registry_load (self->registry, fill->source, NULL, NULL, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_reference (FwImportPlan *self,
                const FwImportReference *reference,
                guint field,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) names = names_in_column (self, field);

  if (names->len == 0)
    return TRUE;
  if (reference->parent != NULL || reference->may_create)
    return fw_import_registry_load (self->registry, reference->kind, NULL, NULL, cancellable, error) &&
           load_soles (self, reference->fills, cancellable, error);
  for (guint i = 0; reference->by[i] != NULL; i++)
    if (!fw_import_registry_load (self->registry, reference->kind, reference->by[i], names, cancellable, error))
      return FALSE;
  return TRUE;
}

/*
 * _fw_import_load_references:
 *
 * Asks the target for everything that the file's names may mean.
 */
gboolean
_fw_import_load_references (FwImportPlan *self,
                            GCancellable *cancellable,
                            GError **error)
{
  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (field->type == FW_IMPORT_REFERENCE &&
          !load_reference (self, fw_import_catalog_find_reference (self->catalog, field->reference), i,
                           cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < self->kind->records->len; i++)
    {
      const FwImportRecordSpec *spec = g_ptr_array_index (self->kind->records, i);

      if (!load_soles (self, spec->fills, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * _fw_import_find_sole:
 *
 * The only record of a kind, %NULL where there is none or more than one.
 */
FwImportRecord *
_fw_import_find_sole (FwImportPlan *self,
                      const char *kind)
{
  GPtrArray *all = fw_import_registry_get_all (self->registry, kind);

  return all->len == 1 ? g_ptr_array_index (all, 0) : NULL;
}

static FwImportRecord *
create (FwImportPlan *self,
        const FwImportReference *reference,
        const char *name,
        FwImportRecord *parent,
        FwImportFault *fault)
{
  g_autoptr (FwImportRecord) record = NULL;

  if (!reference->may_create || self->options.names_must_exist)
    {
      fw_import_fault_set (fault, reference->may_create ? "new-name" : "unknown-name", name, NULL);
      return NULL;
    }
  record = fw_import_record_new (reference->kind, NULL);
  fw_import_record_change (record, reference->by[0], name);
  if (parent != NULL)
    fw_import_record_refer (record, reference->parent, parent);
  for (guint i = 0; i < reference->fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (reference->fills, FwImportFill, i);
      FwImportRecord *sole =
        fill->how == FW_IMPORT_FILL_SOLE ? _fw_import_find_sole (self, fill->source) : NULL;
      const char *above = sole == NULL && parent != NULL ? fw_import_record_get (parent, fill->field) : NULL;

      /* With several companies, what lies below something is of the same one. */
      if (above != NULL)
        {
          fw_import_record_fill (record, fill->field, above, NULL, TRUE);
          continue;
        }

      if (sole == NULL && fill->required)
        {
          fw_import_fault_set (fault, "no-employer", NULL, NULL);
          return NULL;
        }
      fw_import_record_fill (record, fill->field, fill->how == FW_IMPORT_FILL_CONSTANT ? fill->source : NULL,
                             sole, TRUE);
    }
  fw_import_registry_add (self->registry, record);
  return record;
}

static GPtrArray *
find_in_tree (FwImportPlan *self,
              const FwImportReference *reference,
              const char *name,
              FwImportRecord *parent)
{
  const char *fields[] = { reference->by[0], reference->parent, NULL };
  g_autofree char *parent_name = parent != NULL ? fw_import_registry_name (parent) : NULL;
  const char *values[] = { name, parent_name };

  return fw_import_registry_find (self->registry, reference->kind, fields, values);
}

/* The record at the end of a path, by the text of the path: the first of its name under each name above, so that it stays the same. */
static GHashTable *
paths_of (FwImportPlan *self,
          const FwImportReference *reference)
{
  GHashTable *paths = g_hash_table_lookup (self->paths, reference);

  if (paths == NULL)
    {
      paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->paths, (gpointer) reference, paths);
    }
  return paths;
}

/* "研发中心/平台组", from the root. What is not there yet is made under the last that is. */
static FwImportRecord *
refer_by_path (FwImportPlan *self,
               const FwImportReference *reference,
               char **names,
               FwImportFault *fault)
{
  FwImportRecord *record = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = fw_import_value_clean (names[i]);
      GPtrArray *found = find_in_tree (self, reference, name, record);

      if (name[0] == '\0')
        continue;
      record = found != NULL ? g_ptr_array_index (found, 0) : create (self, reference, name, record, fault);
      if (record == NULL)
        return NULL;
    }
  if (record == NULL)
    fw_import_fault_set (fault, "unknown-name", names[0], NULL);
  return record;
}

static char **
split_path (const FwImportReference *reference,
            const char *name)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_strchr (reference->separators, -1, g_utf8_get_char (at)) != NULL)
      {
        g_strv_builder_add (parts, part->str);
        g_string_truncate (part, 0);
      }
    else
      g_string_append_unichar (part, g_utf8_get_char (at));
  g_strv_builder_add (parts, part->str);
  return g_strv_builder_end (parts);
}

/*
 * _fw_import_refer:
 * @name: as it stands in the cell
 *
 * The record that a name means, found or made; %NULL with @fault set. Borrowed from the registry.
 */
FwImportRecord *
_fw_import_refer (FwImportPlan *self,
                  const FwImportReference *reference,
                  const char *name,
                  FwImportFault *fault)
{
  if (reference->separators != NULL)
    {
      GHashTable *paths = paths_of (self, reference);
      FwImportRecord *record = g_hash_table_lookup (paths, name);
      g_auto (GStrv) path = record == NULL ? split_path (reference, name) : NULL;

      if (record == NULL && g_strv_length (path) > 1)
        {
          record = refer_by_path (self, reference, path, fault);
          if (record != NULL)
            g_hash_table_insert (paths, g_strdup (name), record);
          return record;
        }
      if (record != NULL)
        return record;
    }
  for (guint i = 0; reference->by[i] != NULL; i++)
    {
      const char *fields[] = { reference->by[i], NULL };
      GPtrArray *found = fw_import_registry_find (self->registry, reference->kind, fields, &name);

      if (found != NULL && found->len > 1)
        {
          fw_import_fault_set (fault, "ambiguous-name", name, NULL);
          return NULL;
        }
      if (found != NULL)
        return g_ptr_array_index (found, 0);
    }
  return create (self, reference, name, NULL, fault);
}
