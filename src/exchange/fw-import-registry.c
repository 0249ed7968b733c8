#include "exchange/fw-import-registry.h"

#include <string.h>

#include "exchange/fw-import-record-private.h"

/* One way to ask for records of a kind: by these fields. */
typedef struct
{
  char      **fields;
  GHashTable *by_key;
} Index;

typedef struct
{
  GPtrArray  *records;
  GHashTable *ids;
  GPtrArray  *indexes;
  gboolean    complete;
} Kind;

struct _FwImportRegistry
{
  FwImportTarget target;
  GHashTable    *kinds;
};

static void
index_free (gpointer data)
{
  Index *index = data;

  g_strfreev (index->fields);
  g_hash_table_unref (index->by_key);
  g_free (index);
}

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_hash_table_unref (kind->ids);
  g_ptr_array_unref (kind->indexes);
  g_ptr_array_unref (kind->records);
  g_free (kind);
}

FwImportRegistry *
fw_import_registry_new (const FwImportTarget *target)
{
  FwImportRegistry *self = g_new0 (FwImportRegistry, 1);

  self->target = *target;
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kind_free);
  return self;
}

void
fw_import_registry_free (FwImportRegistry *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}

static Kind *
kind_of (FwImportRegistry *self,
         const char *name)
{
  Kind *kind = g_hash_table_lookup (self->kinds, name);

  if (kind == NULL)
    {
      kind = g_new0 (Kind, 1);
      kind->records = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);
      kind->ids = g_hash_table_new (g_str_hash, g_str_equal);
      kind->indexes = g_ptr_array_new_with_free_func (index_free);
      g_hash_table_insert (self->kinds, g_strdup (name), kind);
    }
  return kind;
}

/**
 * fw_import_registry_name:
 *
 * Returns: (transfer full): what stands for a record where another refers to it in a key: its id, or for
 *   one without id something that no value of a file can be
 */
char *
fw_import_registry_name (FwImportRecord *record)
{
  return record->id != NULL ? g_strdup (record->id) : g_strdup_printf ("\x1e%p", (void *) record);
}

static char *
value_in_key (FwImportRecord *record,
              const char *field)
{
  for (guint i = 0; i < record->changes->len; i++)
    {
      const FwImportChange *change = &g_array_index (record->changes, FwImportChange, i);

      if (change->record != NULL && strcmp (change->field, field) == 0)
        return fw_import_registry_name (change->record);
    }
  return g_strdup (fw_import_record_get (record, field));
}

static void
append_value (GString *key,
              const char *value)
{
  g_string_append (key, value != NULL ? value : "");
  g_string_append_c (key, '\x1f');
}

static void
index_add (Index *index,
           FwImportRecord *record)
{
  g_autoptr (GString) key = g_string_new (NULL);
  GPtrArray *found;

  for (guint i = 0; index->fields[i] != NULL; i++)
    {
      g_autofree char *value = value_in_key (record, index->fields[i]);

      append_value (key, value);
    }
  found = g_hash_table_lookup (index->by_key, key->str);
  if (found == NULL)
    {
      found = g_ptr_array_new ();
      g_hash_table_insert (index->by_key, g_strdup (key->str), found);
    }
  g_ptr_array_add (found, record);
}

static Index *
index_of (Kind *kind,
          const char *const *fields)
{
  Index *index;

  for (guint i = 0; i < kind->indexes->len; i++)
    {
      index = g_ptr_array_index (kind->indexes, i);
      if (g_strv_equal ((const char *const *) index->fields, fields))
        return index;
    }
  index = g_new0 (Index, 1);
  index->fields = g_strdupv ((char **) fields);
  index->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (kind->indexes, index);
  for (guint i = 0; i < kind->records->len; i++)
    index_add (index, g_ptr_array_index (kind->records, i));
  return index;
}

/**
 * fw_import_registry_add:
 *
 * Makes a record findable by the values that it has now. The registry keeps a reference.
 */
void
fw_import_registry_add (FwImportRegistry *self,
                        FwImportRecord *record)
{
  Kind *kind = kind_of (self, record->kind);

  if (record->id != NULL && !g_hash_table_add (kind->ids, record->id))
    return;
  g_ptr_array_add (kind->records, fw_import_record_ref (record));
  for (guint i = 0; i < kind->indexes->len; i++)
    index_add (g_ptr_array_index (kind->indexes, i), record);
}

/**
 * fw_import_registry_load:
 * @field: (nullable): %NULL for every record of the kind
 * @values: (nullable) (element-type utf8): those that matter
 *
 * Asks the target for records. A record that is known already stays as it is.
 */
gboolean
fw_import_registry_load (FwImportRegistry *self,
                         const char *kind,
                         const char *field,
                         GPtrArray *values,
                         GCancellable *cancellable,
                         GError **error)
{
  Kind *known = kind_of (self, kind);
  g_autoptr (GPtrArray) records = NULL;

  if (known->complete || (field != NULL && values->len == 0))
    return TRUE;
  records = self->target.list (self->target.data, kind, field, values, cancellable, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (records, i);

      if (record->id != NULL && g_hash_table_contains (known->ids, record->id))
        continue;
      fw_import_registry_add (self, record);
    }
  known->complete = field == NULL;
  return TRUE;
}

/**
 * fw_import_registry_find:
 * @fields: (array zero-terminated=1)
 * @values: (array zero-terminated=0): one for each field; %NULL stands for unknown
 *
 * Returns: (transfer none) (nullable) (element-type FwImportRecord): those that have all the values, %NULL
 *   for none
 */
GPtrArray *
fw_import_registry_find (FwImportRegistry *self,
                         const char *kind,
                         const char *const *fields,
                         const char *const *values)
{
  Index *index = index_of (kind_of (self, kind), fields);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    append_value (key, values[i]);
  return g_hash_table_lookup (index->by_key, key->str);
}

/**
 * fw_import_registry_get_all:
 *
 * Returns: (transfer none) (element-type FwImportRecord): the records of a kind that are known
 */
GPtrArray *
fw_import_registry_get_all (FwImportRegistry *self,
                            const char *kind)
{
  return kind_of (self, kind)->records;
}
