#include "store/fw-audit.h"

#include <string.h>

#include "store/fw-chain.h"
#include "store/fw-record-private.h"
#include "store/fw-store-private.h"

/* Fewer digits of a head could be met by chance or by trying. */
#define MIN_HEAD_DIGITS 16

typedef struct
{
  FwConnection *connection;
  GCancellable *cancellable;
  const char *head;
  FwVerification *result;
  guint8 previous[FW_CHAIN_HASH_SIZE];
} Check;

/* Notes what does not hold; of several the one of the earliest event stays. */
G_GNUC_PRINTF (3, 4)
static void
blame (Check *check,
       gint64 event,
       const char *format,
       ...)
{
  FwVerification *result = check->result;
  va_list arguments;

  if (!result->sound && (event == 0 || (result->bad_event != 0 && result->bad_event <= event)))
    return;
  result->sound = FALSE;
  result->bad_event = event;
  g_free (result->reason);
  va_start (arguments, format);
  result->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static sqlite3_stmt *
ask (Check *check,
     const char *sql,
     gint64 number,
     GError **error)
{
  sqlite3_stmt *statement = _fw_connection_prepare (check->connection, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, number);
  return statement;
}

/* The next row, or the end, or an error: also where nobody wants to know any more. */
static gboolean
next_row (Check *check,
          sqlite3_stmt *statement,
          gboolean *failed,
          GError **error)
{
  int step;

  if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
    {
      *failed = TRUE;
      return FALSE;
    }
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    return TRUE;
  if (step != SQLITE_DONE)
    {
      *failed = TRUE;
      _fw_connection_set_error (check->connection, error);
    }
  return FALSE;
}

/* Events */

static gboolean
hash_payload (Check *check,
              gint64 seq,
              guint8 *hash,
              GError **error)
{
  g_autoptr (FwStatement) payload =
    ask (check, "SELECT salt, why, details FROM event_payload WHERE event_seq = ?", seq, error);
  g_autoptr (FwStatement) changes = NULL;
  FwPayloadHash state;
  gboolean failed = FALSE;

  if (payload == NULL)
    return FALSE;
  memset (hash, 0, FW_CHAIN_HASH_SIZE);
  if (!next_row (check, payload, &failed, error))
    return !failed;
  _fw_payload_hash_begin (&state, sqlite3_column_blob (payload, 0),
                          (const char *) sqlite3_column_text (payload, 1),
                          (const char *) sqlite3_column_text (payload, 2));
  changes =
    ask (check, "SELECT kind, record_id, after FROM event_change WHERE event_seq = ? ORDER BY position", seq,
         error);
  if (changes == NULL)
    return FALSE;
  while (next_row (check, changes, &failed, error))
    _fw_payload_hash_change (&state, (const char *) sqlite3_column_text (changes, 0),
                             (const char *) sqlite3_column_text (changes, 1),
                             (const char *) sqlite3_column_text (changes, 2));
  _fw_payload_hash_end (&state, hash);
  return !failed;
}

static GPtrArray *
read_subjects (Check *check,
               gint64 seq,
               GError **error)
{
  g_autoptr (FwStatement) statement =
    ask (check, "SELECT subject FROM event_subject WHERE event_seq = ? ORDER BY subject", seq, error);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new_with_free_func (g_free);
  gboolean failed = statement == NULL;

  while (!failed && next_row (check, statement, &failed, error))
    g_ptr_array_add (subjects, _fw_column_dup_text (statement, 0));
  return failed ? NULL : g_steal_pointer (&subjects);
}

static gboolean
column_is (sqlite3_stmt *statement,
           int column,
           const guint8 *hash)
{
  return sqlite3_column_bytes (statement, column) == FW_CHAIN_HASH_SIZE &&
         memcmp (sqlite3_column_blob (statement, column), hash, FW_CHAIN_HASH_SIZE) == 0;
}

static void
look_for_head (Check *check,
               gint64 seq,
               const guint8 *hash)
{
  g_autofree char *hex = _fw_chain_to_hex (hash);

  g_free (check->result->head);
  check->result->head = g_strdup (hex);
  if (check->head != NULL && strlen (check->head) >= MIN_HEAD_DIGITS &&
      g_ascii_strncasecmp (hex, check->head, strlen (check->head)) == 0)
    check->result->head_event = seq;
}

/* Recomputes the event of one row of seq, id, time, who, what, payload_hash, previous, hash. */
static gboolean
check_event (Check *check,
             sqlite3_stmt *row,
             GError **error)
{
  gint64 seq = sqlite3_column_int64 (row, 0), expected = ++check->result->n_events;
  g_autoptr (GPtrArray) subjects = read_subjects (check, seq, error);
  FwChainLink link = { .seq = seq,
                       .id = (const char *) sqlite3_column_text (row, 1),
                       .time = (const char *) sqlite3_column_text (row, 2),
                       .who = (const char *) sqlite3_column_text (row, 3),
                       .what = (const char *) sqlite3_column_text (row, 4),
                       .subjects = subjects };
  guint8 hash[FW_CHAIN_HASH_SIZE];

  if (subjects == NULL || !hash_payload (check, seq, link.payload_hash, error))
    return FALSE;
  memcpy (link.previous, check->previous, sizeof link.previous);
  _fw_chain_hash (&link, hash);
  if (seq != expected)
    blame (check, expected, "event %" G_GINT64_FORMAT " is missing: the next one is number %" G_GINT64_FORMAT,
           expected, seq);
  else if (!column_is (row, 6, check->previous))
    blame (check, seq, "event %" G_GINT64_FORMAT " does not follow the one before it", seq);
  else if (!column_is (row, 5, link.payload_hash))
    blame (check, seq, "what event %" G_GINT64_FORMAT " wrote has been changed since", seq);
  else if (!column_is (row, 7, hash))
    blame (check, seq, "event %" G_GINT64_FORMAT " has been changed since", seq);
  memcpy (check->previous, hash, sizeof hash);
  look_for_head (check, seq, hash);
  return TRUE;
}

static gboolean
check_events (Check *check,
              GError **error)
{
  g_autoptr (FwStatement) statement = ask (
    check,
    "SELECT seq, id, time, who, what, payload_hash, previous, hash FROM event WHERE seq > ?1 ORDER BY seq",
    G_MININT64, error);
  gboolean failed = statement == NULL;

  /* Behind a broken link every further one is broken, too: the first is the one to name. */
  while (!failed && check->result->sound && next_row (check, statement, &failed, error))
    failed = !check_event (check, statement, error);
  return !failed;
}

/* Payloads whose event is gone: the last events were taken away, and not everything of them. */
static gboolean
check_leftovers (Check *check,
                 GError **error)
{
  gint64 orphan = 0;

  if (
    !_fw_connection_get_int (
      check->connection,
      "SELECT ifnull (min (seq), 0) FROM (SELECT event_seq AS seq FROM event_payload "
                               "UNION SELECT event_seq FROM event_change) "
      "WHERE seq NOT IN (SELECT seq FROM event)",
      &orphan, error))
    return FALSE;
  if (orphan > 0)
    blame (check, orphan, "event %" G_GINT64_FORMAT " has been taken away", orphan);
  return TRUE;
}

/* Records */

static gboolean
check_row (Check *check,
           FwRecord *record,
           GError **error)
{
  const char *kind = fw_record_get_kind (record)->name;
  g_autofree char *state = _fw_record_to_json (record);
  g_autoptr (FwStatement) last =
    _fw_connection_prepare (check->connection,
                            "SELECT event_seq, after FROM event_change WHERE record_id = ? AND kind = ? "
                            "ORDER BY event_seq DESC, position DESC LIMIT 1",
                            error);
  gboolean failed = FALSE, found;
  gint64 event;

  if (last == NULL)
    return FALSE;
  _fw_bind_text (last, 1, fw_record_get_id (record));
  _fw_bind_text (last, 2, kind);
  found = next_row (check, last, &failed, error);
  event = found ? sqlite3_column_int64 (last, 0) : fw_record_get_event (record);
  if (!found && !failed)
    blame (check, event, "a record (%s) is there that no event wrote", kind);
  else if (found && (event != fw_record_get_event (record) ||
                     g_strcmp0 ((const char *) sqlite3_column_text (last, 1), state) != 0))
    blame (check, event, "a record (%s) is no longer as event %" G_GINT64_FORMAT " left it", kind, event);
  check->result->n_records++;
  return !failed;
}

static gboolean
check_rows (Check *check,
            const FwRecordKind *kind,
            GError **error)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (FwOwnStatement) rows = NULL;
  gboolean failed;

  _fw_record_append_columns (kind, sql);
  g_string_append_printf (sql, " FROM \"%s\"", table);
  rows = _fw_connection_prepare_once (check->connection, sql->str, error);
  failed = rows == NULL;
  while (!failed && next_row (check, rows, &failed, error))
    {
      const char *id = (const char *) sqlite3_column_text (rows, 1);
      g_autoptr (FwRecord) record = g_uuid_string_is_valid (id) ? _fw_record_read_row (kind, rows) : NULL;

      if (record == NULL)
        blame (check, sqlite3_column_int64 (rows, 2), "a record (%s) has an id that no event gave it",
               kind->name);
      else
        failed = !check_row (check, record, error);
    }
  return !failed;
}

/* Records that the last event on them left there and that are gone. */
static gboolean
check_absent (Check *check,
              const FwRecordKind *kind,
              GError **error)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  g_autofree char *sql = g_strdup_printf (
    "SELECT ifnull (min (c.event_seq), 0) FROM event_change AS c WHERE c.kind = '%s' AND c.after IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM \"%s\" AS r WHERE r.id = c.record_id) "
    "AND NOT EXISTS (SELECT 1 FROM event_change AS l WHERE l.record_id = c.record_id AND l.kind = c.kind "
    "AND (l.event_seq, l.position) > (c.event_seq, c.position))",
    kind->name, table);
  gint64 event = 0;

  if (!_fw_connection_get_int (check->connection, sql, &event, error))
    return FALSE;
  if (event > 0)
    blame (check, event, "a record (%s) that event %" G_GINT64_FORMAT " wrote is gone", kind->name, event);
  return TRUE;
}

static gboolean
check_records (Check *check,
               GError **error)
{
  const FwRecordKind *kind;

  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    if (!kind->read_only && (!check_rows (check, kind, error) || !check_absent (check, kind, error)))
      return FALSE;
  return TRUE;
}

/* Files */

static gboolean
check_file (Check *check,
            sqlite3_stmt *file,
            GError **error)
{
  g_autoptr (FwStatement) pieces =
    ask (check, "SELECT bytes FROM blob_piece WHERE blob_seq = ? ORDER BY position",
         sqlite3_column_int64 (file, 0), error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean failed = pieces == NULL;
  gint64 size = 0, event = sqlite3_column_int64 (file, 3);

  while (!failed && next_row (check, pieces, &failed, error))
    {
      g_checksum_update (checksum, sqlite3_column_blob (pieces, 0), sqlite3_column_bytes (pieces, 0));
      size += sqlite3_column_bytes (pieces, 0);
    }
  if (!failed &&
      (size != sqlite3_column_int64 (file, 2) ||
       g_strcmp0 (g_checksum_get_string (checksum), (const char *) sqlite3_column_text (file, 1)) != 0))
    blame (check, event, "a file that event %" G_GINT64_FORMAT " took up has been changed since", event);
  check->result->n_files++;
  return !failed;
}

static gboolean
check_files (Check *check,
             GError **error)
{
  g_autoptr (FwStatement) files = ask (
    check, "SELECT seq, sha256, size, taken_up_by_event FROM blob WHERE taken_up_by_event > ?1", 0, error);
  gboolean failed = files == NULL;

  while (!failed && next_row (check, files, &failed, error))
    failed = !check_file (check, files, error);
  return !failed;
}

/* A record may not name a file that is gone; the engine knows which references hang. */
static gboolean
check_references (Check *check,
                  GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    check->connection, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1", error);
  g_autofree char *sql = NULL;
  gboolean failed = statement == NULL;
  gint64 event = 0;

  if (failed || !next_row (check, statement, &failed, error))
    return !failed;
  sql = g_strdup_printf ("SELECT changed_by_event FROM \"%s\" WHERE seq = %" G_GINT64_FORMAT,
                         (const char *) sqlite3_column_text (statement, 0),
                         (gint64) sqlite3_column_int64 (statement, 1));
  /* Tables that are no records have no such column; then the event is not known. */
  _fw_connection_get_int (check->connection, sql, &event, NULL);
  blame (check, event, "a record (%s) refers to one (%s) that is gone",
         (const char *) sqlite3_column_text (statement, 0),
         (const char *) sqlite3_column_text (statement, 2));
  return TRUE;
}

static void
check_head (Check *check)
{
  if (check->head == NULL || check->result->head_event > 0)
    return;
  if (strlen (check->head) < MIN_HEAD_DIGITS)
    blame (check, 0, "a head needs at least %d digits", MIN_HEAD_DIGITS);
  else
    blame (check, 0, "no event has this head: events have been taken away or replaced since it was noted");
}

/* Reads every page, each of which the codec authenticates. */
static gboolean
check_pages (Check *check,
             GError **error)
{
  g_autoptr (FwOwnStatement) statement =
    _fw_connection_prepare_once (check->connection, "PRAGMA quick_check (1)", error);
  gboolean failed = statement == NULL;

  if (failed || !next_row (check, statement, &failed, error))
    return !failed;
  if (strcmp ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                       "the database is damaged; restore a backup");
  return FALSE;
}

static gboolean
check_everything (Check *check,
                  GError **error)
{
  if (!check_events (check, error))
    return FALSE;
  /* What stands behind a broken chain proves nothing; the first bad event is what matters. */
  if (check->result->sound &&
      (!check_pages (check, error) || !check_leftovers (check, error) || !check_records (check, error) ||
       !check_files (check, error) || !check_references (check, error)))
    return FALSE;
  if (check->result->sound)
    check_head (check);
  return TRUE;
}

/**
 * fw_store_verify:
 * @head: (nullable): a head noted earlier, at least its first 16 digits: it must still be in the chain
 *
 * Recomputes everything: each event and its payload, each record against the events, each file against
 * its hash, all in one view of the store, and every page of it.
 *
 * Returns: (transfer full) (nullable): the result, also where it is bad; %NULL with an error where it
 *   could not be found out
 */
FwVerification *
fw_store_verify (FwStore *self,
                 const char *head,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, error);
  g_autoptr (FwVerification) result = g_new0 (FwVerification, 1);
  g_autoptr (GError) failure = NULL;
  Check check = { .cancellable = cancellable, .head = head, .result = result };

  if (reader == NULL || !_fw_connection_execute (reader->connection, "BEGIN", error))
    return NULL;
  check.connection = reader->connection;
  result->sound = TRUE;
  if (check_everything (&check, &failure))
    return g_steal_pointer (&result);
  if (!g_error_matches (failure, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  blame (&check, 0, "%s", failure->message);
  return g_steal_pointer (&result);
}
