#include "store/fw-store-private.h"

/* What stands in the way of taking an event back: other records that refer to those it made. */

/* Rows of one kind that refer to what the event made, and are not of the event themselves. */
static gboolean
list_ids (FwReader *reader,
          const FwRecordKind *kind,
          const FwField *field,
          const char *event_id,
          guint most,
          GPtrArray *ids,
          GError **error)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  g_autofree char *column = fw_field_dup_column (field);
  g_autofree char *sql = g_strdup_printf (
    "WITH own AS (SELECT c.kind, c.record_id FROM event_change AS c JOIN event AS e ON e.seq = c.event_seq WHERE e.id = ?1) "
    "SELECT id FROM \"%s\" WHERE \"%s\" IN (SELECT record_id FROM own WHERE kind = ?2) "
    "AND id NOT IN (SELECT record_id FROM own) LIMIT ?3",
    table, column);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (reader->connection, sql, error);
  int step;

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, event_id);
  _fw_bind_text (statement, 2, field->refers_to);
  sqlite3_bind_int64 (statement, 3, (gint64) most - ids->len);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (step != SQLITE_DONE)
    _fw_connection_set_error (reader->connection, error);
  return step == SQLITE_DONE;
}

static gboolean
list_against_undo (FwStore *self,
                   const FwRecordKind *kind,
                   const FwField *field,
                   const char *event_id,
                   guint most,
                   GPtrArray *into,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  {
    g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, error);

    if (reader == NULL || !list_ids (reader, kind, field, event_id, most - into->len, ids, error))
      return FALSE;
  }
  for (guint i = 0; i < ids->len; i++)
    {
      FwRecord *record = fw_store_get (self, kind->name, g_ptr_array_index (ids, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (into, record);
    }
  return TRUE;
}

/**
 * fw_store_list_against_undo:
 * @event_id: an event that fw_store_undo() refused with %FW_STORE_ERROR_CONFLICT
 * @most: how many are enough
 *
 * Returns: (transfer full) (nullable) (element-type FwRecord): records of other events that refer to what this one made,
 *   at most @most; empty where something else stands in the way
 */
GPtrArray *
fw_store_list_against_undo (FwStore *self,
                            const char *event_id,
                            guint most,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) referring = g_ptr_array_new_with_free_func (g_object_unref);
  const FwRecordKind *kind;

  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    for (guint i = 0; !kind->read_only && i < kind->n_fields && referring->len < most; i++)
      if (kind->fields[i].type == FW_FIELD_REFERENCE &&
          !list_against_undo (self, kind, &kind->fields[i], event_id, most, referring, cancellable, error))
        return NULL;
  return g_steal_pointer (&referring);
}
