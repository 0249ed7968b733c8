#include "exchange/fw-import-record-private.h"

#include "core/fw-number.h"

/* Room for so many fields from the beginning. */
#define USUAL_CHANGES 8

static void
clear_change (gpointer data)
{
  FwImportChange *change = data;

  g_free (change->text);
  g_clear_pointer (&change->record, fw_import_record_unref);
}

/**
 * fw_import_record_new:
 * @id: (nullable): %NULL for a record that does not exist yet
 *
 * Returns: (transfer full)
 */
FwImportRecord *
fw_import_record_new (const char *kind,
                      const char *id)
{
  FwImportRecord *self = g_atomic_rc_box_new0 (FwImportRecord);

  self->kind = g_intern_string (kind);
  self->id = g_strdup (id);
  self->row = -1;
  self->changes = g_array_sized_new (FALSE, FALSE, sizeof (FwImportChange), USUAL_CHANGES);
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

FwImportRecord *
fw_import_record_ref (FwImportRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
record_clear (gpointer data)
{
  FwImportRecord *self = data;

  g_free (self->id);
  g_clear_pointer (&self->existing, g_hash_table_unref);
  g_array_unref (self->changes);
}

void
fw_import_record_unref (FwImportRecord *self)
{
  g_atomic_rc_box_release_full (self, record_clear);
}

const char *
fw_import_record_get_kind (FwImportRecord *self)
{
  return self->kind;
}

/**
 * fw_import_record_get_id:
 *
 * Returns: (transfer none) (nullable): the id in the store, %NULL for a record that does not exist yet
 */
const char *
fw_import_record_get_id (FwImportRecord *self)
{
  return self->id;
}

/**
 * fw_import_record_set_existing:
 * @value: (nullable): %NULL is passed over: unknown
 *
 * Says what the store has for a field. Only a target calls this.
 */
void
fw_import_record_set_existing (FwImportRecord *self,
                               const char *field,
                               const char *value)
{
  if (value == NULL)
    return;
  if (self->existing == NULL)
    self->existing = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_replace (self->existing, (gpointer) g_intern_string (field), g_strdup (value));
}

static FwImportChange *
find_change (FwImportRecord *self,
             const char *field)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      FwImportChange *change = &g_array_index (self->changes, FwImportChange, i);

      if (g_strcmp0 (change->field, field) == 0)
        return change;
    }
  return NULL;
}

/**
 * fw_import_record_get:
 *
 * Returns: (transfer none) (nullable): the value that a field will have, %NULL where it is unknown or
 *   refers to a record that does not exist yet
 */
const char *
fw_import_record_get (FwImportRecord *self,
                      const char *field)
{
  const FwImportChange *change = find_change (self, field);

  if (change != NULL)
    return change->record != NULL ? change->record->id : change->text;
  return self->existing != NULL ? g_hash_table_lookup (self->existing, field) : NULL;
}

/*
 * fw_import_record_is_only_new:
 *
 * Answers whether a field would be set only if the record were new.
 */
gboolean
fw_import_record_is_only_new (FwImportRecord *self,
                              const char *field)
{
  const FwImportChange *change = find_change (self, field);

  return change != NULL && change->only_new;
}

/* "12.50" and "12.5" are one number; the store keeps what it was given. */
static gboolean
is_same_number (const char *a,
                const char *b)
{
  g_autoptr (FwNumber) left = fw_number_parse (a);
  g_autoptr (FwNumber) right = left != NULL ? fw_number_parse (b) : NULL;

  return right != NULL && fw_number_compare (left, right) == 0;
}

static void
put_change (FwImportRecord *self,
            const char *field,
            const char *text,
            FwImportRecord *record,
            gboolean number)
{
  FwImportChange *change = find_change (self, field);
  FwImportChange fresh = { .field = field, .text = g_strdup (text),
                           .record = record != NULL ? fw_import_record_ref (record) : NULL, .number = number };

  if (change != NULL)
    {
      clear_change (change);
      *change = fresh;
    }
  else
    g_array_append_val (self->changes, fresh);
}

/**
 * fw_import_record_change:
 * @field: (transfer none): of the catalog, or one that lives as long as the program
 *
 * Sets a field. A value that the store has already is no change.
 */
void
fw_import_record_change (FwImportRecord *self,
                         const char *field,
                         const char *text)
{
  if (g_strcmp0 (fw_import_record_get (self, field), text) != 0)
    put_change (self, field, text, NULL, FALSE);
}

/**
 * fw_import_record_change_number:
 * @field: (transfer none): as for fw_import_record_change()
 *
 * Sets a field that holds a number, which is the same however many zeros end it.
 */
void
fw_import_record_change_number (FwImportRecord *self,
                                const char *field,
                                const char *text)
{
  if (!is_same_number (fw_import_record_get (self, field), text))
    put_change (self, field, text, NULL, TRUE);
}

/**
 * fw_import_record_refer:
 * @field: (transfer none): as for fw_import_record_change()
 *
 * Makes a field refer to a record, which may be a new one.
 */
void
fw_import_record_refer (FwImportRecord *self,
                        const char *field,
                        FwImportRecord *record)
{
  if (record->id == NULL || g_strcmp0 (fw_import_record_get (self, field), record->id) != 0)
    put_change (self, field, NULL, record, FALSE);
}

guint
fw_import_record_get_n_changes (FwImportRecord *self)
{
  return self->changes->len;
}

/**
 * fw_import_record_get_change:
 *
 * Returns: (transfer none): one field that the import would set
 */
const FwImportChange *
fw_import_record_get_change (FwImportRecord *self,
                             guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);
  return &g_array_index (self->changes, FwImportChange, index);
}

/**
 * fw_import_record_take_changes:
 *
 * Lets @self have what was collected in @from, but for values meant only for new records where @self exists
 * already.
 */
void
fw_import_record_take_changes (FwImportRecord *self,
                               FwImportRecord *from)
{
  for (guint i = 0; i < from->changes->len; i++)
    {
      const FwImportChange *change = fw_import_record_get_change (from, i);

      if (change->only_new && self->id != NULL)
        continue;
      if (change->record != NULL)
        fw_import_record_refer (self, change->field, change->record);
      else if (change->number)
        fw_import_record_change_number (self, change->field, change->text);
      else
        fw_import_record_change (self, change->field, change->text);
    }
}

/**
 * fw_import_record_fill:
 * @text: (nullable)
 * @record: (nullable)
 *
 * Sets a field that nothing else has set. Answers whether it did.
 */
gboolean
fw_import_record_fill (FwImportRecord *self,
                       const char *field,
                       const char *text,
                       FwImportRecord *record,
                       gboolean only_new)
{
  if (find_change (self, field) != NULL || (text == NULL && record == NULL))
    return FALSE;
  put_change (self, field, text, record, FALSE);
  find_change (self, field)->only_new = only_new;
  return TRUE;
}
