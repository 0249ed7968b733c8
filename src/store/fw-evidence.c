#include "store/fw-evidence.h"

#include "store/fw-store-private.h"

/* Small enough that a note saved meanwhile waits for a blink, large enough that the disk keeps up. */
#define PIECE_BYTES (1024 * 1024)
#define MIB (1024 * 1024)

/**
 * fw_store_get_evidence_limit:
 *
 * Returns: the largest file that is taken in, in bytes
 */
guint64
fw_store_get_evidence_limit (FwStore *self)
{
  g_autofree char *text = fw_store_dup_setting (self, FW_STORE_SETTING_EVIDENCE_LIMIT, NULL);
  guint64 mib = FW_STORE_DEFAULT_EVIDENCE_LIMIT_MIB;

  if (text != NULL)
    g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &mib, NULL);
  return mib * MIB;
}

static gboolean
fail_too_big (guint64 limit,
              GError **error)
{
  g_set_error (
    error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
    "the file is larger than %" G_GUINT64_FORMAT " MiB. Keep the part that proves the fact (a page, a minute "
    "of a recording) or split it; or note where the whole file is kept. The limit is the setting %s",
    limit / MIB, FW_STORE_SETTING_EVIDENCE_LIMIT);
  return FALSE;
}

/* One transaction on the writer for one statement's work; others write before and after it. */
static gboolean
write_alone (FwStore *self,
             const char *sql,
             gint64 first,
             gint64 second,
             const char *text,
             GBytes *bytes,
             GError **error)
{
  gboolean done = FALSE;

  g_mutex_lock (&self->writer_mutex);
  if (_fw_store_check_writable (self, error))
    {
      g_autoptr (FwStatement) statement = _fw_connection_prepare (self->writer, sql, error);

      if (statement != NULL)
        {
          sqlite3_bind_int64 (statement, 1, first);
          sqlite3_bind_int64 (statement, 2, second);
          if (text != NULL)
            _fw_bind_text (statement, 3, text);
          if (bytes != NULL)
            sqlite3_bind_blob64 (statement, 3, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 SQLITE_STATIC);
          done = _fw_connection_run (self->writer, statement, error);
        }
    }
  g_mutex_unlock (&self->writer_mutex);
  return done;
}

/* A place for a file that is still without a name; 0 with an error. */
static gint64
open_place (FwStore *self,
            GError **error)
{
  gint64 place = 0;

  g_mutex_lock (&self->writer_mutex);
  if (_fw_store_check_writable (self, error) &&
      _fw_connection_execute (self->writer, "INSERT INTO blob (sha256) VALUES (NULL)", error))
    place = sqlite3_last_insert_rowid (_fw_connection_get_database (self->writer));
  g_mutex_unlock (&self->writer_mutex);
  return place;
}

static void
drop_place (FwStore *self,
            gint64 place)
{
  g_autoptr (GError) error = NULL;

  /* Where this fails too, the next opening clears it away. */
  if (!write_alone (self, "DELETE FROM blob WHERE seq = ?1 AND ?2 = 0", place, 0, NULL, NULL, &error))
    g_debug ("an unfinished file stays until the store is opened again: %s", error->message);
}

/* Reads a whole piece, as long as there is one: a stream may answer less at a time. */
static GBytes *
read_piece (GInputStream *stream,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree guint8 *buffer = g_malloc (PIECE_BYTES);
  gsize length = 0;

  /* Not every stream looks for itself. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_input_stream_read_all (stream, buffer, PIECE_BYTES, &length, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static void
fail_empty (GError **error)
{
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "the file is empty and proves nothing");
}

static char *
copy_pieces (FwStore *self,
             gint64 place,
             GInputStream *stream,
             FwEvidenceProgress progress,
             gpointer user_data,
             guint64 *size,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint64 limit = fw_store_get_evidence_limit (self);

  *size = 0;
  for (gint64 position = 0;; position++)
    {
      g_autoptr (GBytes) piece = read_piece (stream, cancellable, error);
      gsize length = piece != NULL ? g_bytes_get_size (piece) : 0;

      if (piece == NULL)
        return NULL;
      if (length == 0)
        {
          if (*size > 0)
            return g_strdup (g_checksum_get_string (checksum));
          fail_empty (error);
          return NULL;
        }
      *size += length;
      if (*size > limit && !fail_too_big (limit, error))
        return NULL;
      g_checksum_update (checksum, g_bytes_get_data (piece, NULL), (gssize) length);
      if (!write_alone (self, "INSERT INTO blob_piece (blob_seq, position, bytes) VALUES (?, ?, ?)", place,
                        position, NULL, piece, error))
        return NULL;
      if (progress != NULL)
        progress (*size, user_data);
    }
}

static gboolean
has_file (FwStore *self,
          const char *sha256)
{
  return fw_store_get_file_size (self, sha256, NULL) >= 0;
}

/* Ends the intake: the file is known by its hash from here on. The same bytes may have come in meanwhile. */
static gboolean
give_name (FwStore *self,
           gint64 place,
           const char *sha256,
           guint64 size,
           GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!has_file (self, sha256) && write_alone (self, "UPDATE blob SET size = ?2, sha256 = ?3 WHERE seq = ?1",
                                               place, (gint64) size, sha256, NULL, &failure))
    return TRUE;
  drop_place (self, place);
  if (has_file (self, sha256))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * fw_store_take_in_file:
 * @progress: (nullable) (scope call): told after each piece
 * @size: (out) (optional): its length in bytes
 * @cancellable: (nullable): a cancelled file leaves no trace
 *
 * Takes the bytes of a file into the store, hashing them on the way. Each piece is a transaction of its
 * own, so that notes can be saved while a large file comes in. Nobody sees the file before a command
 * puts a record with its hash; one that no command takes up is cleared away when the store is next
 * opened. Bytes the store has already are kept once.
 *
 * Returns: (transfer full) (nullable): the SHA-256; %NULL with %FW_STORE_ERROR_INVALID for a file over
 *   the limit, or without a byte
 */
char *
fw_store_take_in_file (FwStore *self,
                       GInputStream *stream,
                       FwEvidenceProgress progress,
                       gpointer user_data,
                       guint64 *size,
                       GCancellable *cancellable,
                       GError **error)
{
  guint64 length = 0;
  gint64 place = open_place (self, error);
  g_autofree char *sha256 = NULL;

  if (place == 0)
    return NULL;
  sha256 = copy_pieces (self, place, stream, progress, user_data, &length, cancellable, error);
  if (size != NULL)
    *size = length;
  if (sha256 == NULL)
    drop_place (self, place);
  else if (!give_name (self, place, sha256, length, error))
    return NULL;
  return g_steal_pointer (&sha256);
}

/*
 * Clears away what a crash or a change of mind left: files without a hash and files that no record ever
 * named.
 */
gboolean
_fw_store_clear_staging (FwStore *self,
                         GError **error)
{
  return _fw_connection_execute (self->writer, "DELETE FROM blob WHERE taken_up_by_event IS NULL", error);
}

/**
 * fw_store_get_file_size:
 *
 * Returns: its length in bytes; -1 with %FW_STORE_ERROR_NOT_FOUND where the store has no file of that hash
 */
gint64
fw_store_get_file_size (FwStore *self,
                        const char *sha256,
                        GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, NULL, error);
  g_autoptr (FwStatement) statement =
    reader != NULL
      ? _fw_connection_prepare (reader->connection, "SELECT size FROM blob WHERE sha256 = ?", error)
      : NULL;
  gboolean row;

  if (statement == NULL)
    return -1;
  _fw_bind_text (statement, 1, sha256);
  if (!_fw_connection_step_row (reader->connection, statement, &row, error))
    return -1;
  if (row)
    return sqlite3_column_int64 (statement, 0);
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "the store has no file of this hash");
  return -1;
}

static gboolean
write_pieces (FwReader *reader,
              const char *sha256,
              GChecksum *checksum,
              GOutputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (reader->connection,
                            "SELECT p.bytes FROM blob AS b JOIN blob_piece AS p ON p.blob_seq = b.seq "
                            "WHERE b.sha256 = ? ORDER BY p.position",
                            error);
  int step;

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, sha256);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const void *bytes = sqlite3_column_blob (statement, 0);
      gsize length = (gsize) sqlite3_column_bytes (statement, 0);

      g_checksum_update (checksum, bytes, (gssize) length);
      if (!g_output_stream_write_all (stream, bytes, length, NULL, cancellable, error))
        return FALSE;
    }
  if (step != SQLITE_DONE)
    _fw_connection_set_error (reader->connection, error);
  return step == SQLITE_DONE;
}

/**
 * fw_store_give_out_file:
 * @stream: left open, so that several files can go into one archive
 *
 * Writes a file out in pieces. Where its bytes no longer have the hash, fails with
 * %FW_STORE_ERROR_DAMAGED; what was written by then must be thrown away.
 */
gboolean
fw_store_give_out_file (FwStore *self,
                        const char *sha256,
                        GOutputStream *stream,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (FwReader) reader = NULL;

  if (fw_store_get_file_size (self, sha256, error) < 0)
    return FALSE;
  reader = _fw_store_borrow_reader (self, cancellable, error);
  if (reader == NULL || !write_pieces (reader, sha256, checksum, stream, cancellable, error))
    return FALSE;
  if (g_str_equal (g_checksum_get_string (checksum), sha256))
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                       "the file in the store no longer has its hash; restore a backup");
  return FALSE;
}

/**
 * fw_store_get_file:
 *
 * For what is small and shown at once (a letterhead's logo, a paper).
 *
 * Returns: (transfer full) (nullable): the whole file, checked against its hash
 */
GBytes *
fw_store_get_file (FwStore *self,
                   const char *sha256,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!fw_store_give_out_file (self, sha256, stream, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
