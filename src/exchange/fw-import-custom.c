#include "exchange/fw-import-plan-private.h"
#include "exchange/fw-import-record-private.h"

/*
 * What the store calls them (docs/store.md): a field that only this company has, and its value for one
 * record.
 */
#define FIELD_KIND "custom-field"
#define VALUE_KIND "custom-value"

static const char *const field_key[] = { "record-kind", "name", NULL };
static const char *const value_key[] = { "custom-field-id", "record-id", NULL };

static guint
place_of_main (FwImportPlan *self)
{
  for (guint i = 0; i < self->kind->records->len; i++)
    if (((FwImportRecordSpec *) g_ptr_array_index (self->kind->records, i))->main)
      return i;
  return 0;
}

/* Found by the heading, or made with it as its label. */
static FwImportRecord *
find_field (FwImportPlan *self,
            guint column)
{
  const FwImportRecordSpec *spec = g_ptr_array_index (self->kind->records, place_of_main (self));
  g_autofree char *name = fw_import_value_clean (fw_table_get_heading (self->table, column));
  const char *values[] = { spec->kind, name };
  GPtrArray *found = fw_import_registry_find (self->registry, FIELD_KIND, field_key, values);
  g_autoptr (FwImportRecord) field = NULL;

  if (found != NULL)
    return g_ptr_array_index (found, 0);
  field = fw_import_record_new (FIELD_KIND, NULL);
  fw_import_record_change (field, "record-kind", spec->kind);
  fw_import_record_change (field, "name", name);
  fw_import_record_change (field, "label-zh", name);
  fw_import_record_change (field, "type", "text");
  fw_import_registry_add (self->registry, field);
  return field;
}

static void
take_value (FwImportPlan *self,
            FwImportRow *row,
            FwImportRecord *field,
            const char *text)
{
  FwImportRecord *of = row->meant[place_of_main (self)];
  g_autofree char *field_name = fw_import_registry_name (field);
  g_autofree char *of_name = fw_import_registry_name (of);
  const char *values[] = { field_name, of_name };
  GPtrArray *found = fw_import_registry_find (self->registry, VALUE_KIND, value_key, values);
  g_autoptr (FwImportRecord) collected = fw_import_record_new (VALUE_KIND, NULL);

  fw_import_record_refer (collected, "custom-field-id", field);
  fw_import_record_refer (collected, "record-id", of);
  fw_import_record_change (collected, "value", text);
  if (row->own == NULL)
    row->own = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);
  g_ptr_array_add (row->own, fw_import_record_ref (collected));
  g_ptr_array_add (row->own, fw_import_record_ref (found != NULL ? g_ptr_array_index (found, 0) : collected));
}

static void
take_column (FwImportPlan *self,
             guint column)
{
  FwImportRecord *field = find_field (self, column);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FwImportRow *row = &g_array_index (self->rows, FwImportRow, i);
      g_autofree char *text = fw_import_value_clean (fw_table_get_cell (self->table, i, column));

      if (row->verdict != FW_IMPORT_ROW_BAD && row->meant[place_of_main (self)] != NULL &&
          !fw_import_catalog_is_empty_word (self->catalog, text))
        take_value (self, row, field, text);
    }
}

static gboolean
load_values (FwImportPlan *self,
             FwImportRecord *field,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (field->id == NULL)
    return TRUE;
  g_ptr_array_add (ids, field->id);
  return fw_import_registry_load (self->registry, VALUE_KIND, "custom-field-id", ids, cancellable, error);
}

/*
 * _fw_import_resolve_custom:
 *
 * Makes of the columns that were told so fields of the company's own. They hold text: nobody has said what
 * it means.
 */
gboolean
_fw_import_resolve_custom (FwImportPlan *self,
                           GCancellable *cancellable,
                           GError **error)
{
  for (guint i = 0; i < fw_table_get_n_columns (self->table); i++)
    {
      if (!fw_import_mapping_is_custom (self->mapping, i))
        continue;
      if (!fw_import_registry_load (self->registry, FIELD_KIND, NULL, NULL, cancellable, error) ||
          !load_values (self, find_field (self, i), cancellable, error))
        return FALSE;
      take_column (self, i);
    }
  return TRUE;
}
