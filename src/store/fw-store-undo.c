#include "store/fw-store-private.h"

#include "store/fw-event-private.h"
#include "store/fw-record-private.h"

static FwEvent *
read_event (FwConnection *connection,
            const char *id,
            GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (connection, "SELECT " FW_EVENT_COLUMNS FW_EVENT_TABLES "WHERE e.id = ?", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, id);
  if (!_fw_connection_step_row (connection, statement, &row, error))
    return NULL;
  if (row)
    return _fw_event_read (statement);
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no event of this id");
  return NULL;
}

static gboolean
check_undoable (FwEvent *event,
                GError **error)
{
  if (fw_event_get_detail (event, "final") == NULL && fw_event_get_n_changes (event) > 0)
    return TRUE;
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT,
               fw_event_get_n_changes (event) == 0
                 ? "event %" G_GINT64_FORMAT " changed no record: there is nothing to undo"
                 : "event %" G_GINT64_FORMAT " is final and cannot be undone",
               fw_event_get_seq (event));
  return FALSE;
}

static gboolean
refuse_touched (const char *kind,
                FwEvent *by,
                GError **error)
{
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT,
               "the %s has been changed since by event %" G_GINT64_FORMAT " (%s); undo that one first", kind,
               fw_event_get_seq (by), fw_event_get_what (by));
  return FALSE;
}

/*
 * Nothing newer than the event may have touched the record. An event that was undone and its undoing leave the record as
 * they found it and count for nothing, so that one can go back several steps. Read from the newest: an undoing is always
 * newer than what it undid.
 */
static gboolean
check_untouched (FwConnection *connection,
                 FwEvent *event,
                 const char *kind,
                 const char *id,
                 GError **error)
{
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (
    connection,
    "SELECT " FW_EVENT_COLUMNS FW_EVENT_TABLES "WHERE e.seq IN (SELECT c.event_seq FROM event_change AS c "
    "WHERE c.record_id = ?1 AND c.event_seq > ?2 AND c.kind = ?3) ORDER BY e.seq DESC",
    error);
  GHashTableIter left;
  gpointer by;
  gboolean read, row;

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, fw_event_get_seq (event));
  _fw_bind_text (statement, 3, kind);
  while ((read = _fw_connection_step_row (connection, statement, &row, error)) && row)
    {
      g_autoptr (FwEvent) newer = _fw_event_read (statement);
      const char *of = fw_event_get_detail (newer, "of");

      if (g_hash_table_remove (undone, fw_event_get_id (newer)))
        continue;
      if (g_strcmp0 (fw_event_get_what (newer), "undo") != 0 || of == NULL)
        return refuse_touched (kind, newer, error);
      g_hash_table_replace (undone, g_strdup (of), g_object_ref (newer));
    }
  if (!read)
    return FALSE;
  /* What undid this event, or one before it. */
  g_hash_table_iter_init (&left, undone);
  return !g_hash_table_iter_next (&left, NULL, &by) || refuse_touched (kind, by, error);
}

/* Puts into @command what brings one record back to its state before the event. */
static gboolean
add_reverse (FwConnection *connection,
             FwCommand *command,
             FwEvent *event,
             const char *kind,
             const char *id,
             GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection,
    "SELECT after FROM event_change WHERE record_id = ?1 AND event_seq < ?2 AND kind = ?3 "
    "ORDER BY event_seq DESC, position DESC LIMIT 1",
    error);
  g_autoptr (FwRecord) before = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, fw_event_get_seq (event));
  _fw_bind_text (statement, 3, kind);
  if (!_fw_connection_step_row (connection, statement, &row, error))
    return FALSE;
  if (!row || sqlite3_column_type (statement, 0) == SQLITE_NULL)
    {
      fw_command_remove (command, kind, id);
      return TRUE;
    }
  before = _fw_record_from_json (fw_record_kind_find (kind), id,
                                 (const char *) sqlite3_column_text (statement, 0), error);
  if (before == NULL)
    return FALSE;
  fw_command_put (command, before);
  return TRUE;
}

/*
 * The records an event changed, each once, in reverse, and what each was before. Removed within the
 * event and made in it: nothing.
 */
static gboolean
add_reverses (FwConnection *connection,
              FwCommand *command,
              FwEvent *event,
              GError **error)
{
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (
    connection,
    "SELECT c.kind, c.record_id FROM event_change AS c WHERE c.event_seq = ?1 AND c.position = ("
    "SELECT max (l.position) FROM event_change AS l WHERE l.event_seq = ?1 AND l.record_id = c.record_id) "
    "AND (c.after IS NOT NULL OR EXISTS (SELECT 1 FROM event_change AS f WHERE f.record_id = c.record_id "
    "AND f.event_seq < ?1)) ORDER BY c.position DESC",
    error);
  gboolean read, row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, fw_event_get_seq (event));
  while ((read = _fw_connection_step_row (connection, statement, &row, error)) && row)
    {
      const char *kind = (const char *) sqlite3_column_text (statement, 0);
      const char *id = (const char *) sqlite3_column_text (statement, 1);

      if (fw_record_kind_find (kind) == NULL || !check_untouched (connection, event, kind, id, error) ||
          !add_reverse (connection, command, event, kind, id, error))
        return FALSE;
    }
  return read;
}

static FwEvent *
undo_locked (FwStore *self,
             const char *event_id,
             const char *who,
             const char *why,
             GError **error)
{
  g_autoptr (FwEvent) event = read_event (self->writer, event_id, error);
  g_autoptr (FwCommand) command = NULL;

  if (event == NULL || !check_undoable (event, error))
    return NULL;
  command = fw_command_new ("undo", who, why);
  fw_command_set_detail (command, "of", event_id);
  fw_command_set_detail (command, "of-what", fw_event_get_what (event));
  if (!add_reverses (self->writer, command, event, error))
    return NULL;
  return _fw_store_run_locked (self, command, NULL, error);
}

/**
 * fw_store_undo:
 * @event_id: the event to take back
 * @why: (nullable): the reason
 *
 * Restores what one event changed, by a further command; the event itself stays. Refused with
 * %FW_STORE_ERROR_CONFLICT where something newer has touched a record, where others refer to a record
 * that would go, or where the act is final.
 *
 * Returns: (transfer full) (nullable): the event of the undoing, which can be undone in turn
 */
FwEvent *
fw_store_undo (FwStore *self,
               const char *event_id,
               const char *who,
               const char *why,
               GError **error)
{
  FwEvent *undone = NULL;

  g_mutex_lock (&self->writer_mutex);
  if (_fw_store_check_writable (self, error))
    undone = undo_locked (self, event_id, who, why, error);
  g_mutex_unlock (&self->writer_mutex);
  return undone;
}
