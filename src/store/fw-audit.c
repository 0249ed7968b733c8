#include "store/fw-audit.h"

#include "store/fw-event-private.h"
#include "store/fw-store-private.h"

/**
 * fw_store_dup_head:
 *
 * Returns: (transfer full) (nullable): the hash of the last event, 64 hexadecimal digits: who knows it
 *   can tell later whether anything up to here was changed or taken away
 */
char *
fw_store_dup_head (FwStore *self,
                   GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, NULL, error);
  g_autoptr (FwStatement) statement =
    reader != NULL
      ? _fw_connection_prepare (reader->connection,
                                "SELECT lower (hex (hash)) FROM event ORDER BY seq DESC LIMIT 1", error)
      : NULL;
  gboolean row;

  if (statement == NULL || !_fw_connection_step_row (reader->connection, statement, &row, error))
    return NULL;
  if (row)
    return _fw_column_dup_text (statement, 0);
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                       "the store has no events; restore a backup");
  return NULL;
}

/**
 * fw_store_list_events:
 * @subject: (nullable): only events about the record of this id
 * @after: only events of a higher number; 0 is from the first
 * @limit: at most so many; 0 is all
 *
 * Returns: (transfer full) (element-type FwEvent) (nullable): the events, the oldest first
 */
GPtrArray *
fw_store_list_events (FwStore *self,
                      const char *subject,
                      gint64 after,
                      guint limit,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FwStatement) statement = NULL;
  int step;

  if (reader == NULL)
    return NULL;
  statement = _fw_connection_prepare (
    reader->connection,
    "SELECT " FW_EVENT_COLUMNS FW_EVENT_TABLES
    "WHERE e.seq > ?1 AND (?2 IS NULL OR e.seq IN (SELECT event_seq FROM event_subject WHERE subject = ?2)) "
    "ORDER BY e.seq LIMIT ?3",
    error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, after);
  _fw_bind_text (statement, 2, subject);
  sqlite3_bind_int64 (statement, 3, limit > 0 ? (gint64) limit : -1);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (events, _fw_event_read (statement));
  if (step == SQLITE_DONE)
    return g_steal_pointer (&events);
  _fw_connection_set_error (reader->connection, error);
  return NULL;
}

/**
 * fw_store_find_last_event:
 * @what: what was done: "store.back-up"
 *
 * Returns: (transfer full) (nullable): the newest event of that kind; %NULL with %FW_STORE_ERROR_NOT_FOUND
 */
FwEvent *
fw_store_find_last_event (FwStore *self,
                          const char *what,
                          GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, NULL, error);
  g_autoptr (FwStatement) statement =
    reader != NULL ? _fw_connection_prepare (reader->connection,
                                             "SELECT " FW_EVENT_COLUMNS FW_EVENT_TABLES
                                             "WHERE e.what = ? ORDER BY e.seq DESC LIMIT 1",
                                             error)
                   : NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, what);
  if (!_fw_connection_step_row (reader->connection, statement, &row, error))
    return NULL;
  if (row)
    return _fw_event_read (statement);
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no such event");
  return NULL;
}

void
fw_verification_free (FwVerification *self)
{
  g_free (self->head);
  g_free (self->reason);
  g_free (self);
}
