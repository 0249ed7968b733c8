#include "store/fw-backup-private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What making and restoring a backup share: sums over files and tables, and how far they have come. */

gboolean
_fw_backup_fail (GError **error,
                 const char *act)
{
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the backup cannot be %s: %s", act,
               g_strerror (errno));
  return FALSE;
}

/* The bytes of the database in a store's folder, its log included; 0 where they cannot be asked. */
guint64
_fw_backup_file_size (const char *folder)
{
  static const char *const files[] = { FW_STORE_DATABASE, FW_STORE_DATABASE "-wal" };
  guint64 size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      struct stat about;

      if (stat (path, &about) == 0)
        size += (guint64) about.st_size;
    }
  return size;
}

void
_fw_progress_add (FwProgress *self,
                  guint64 bytes)
{
  int hundredths;

  self->done += bytes;
  if (self->tell == NULL || self->total == 0)
    return;
  /* The whole is known only about: the end is when it has ended. */
  hundredths = (int) MIN (self->done * 100 / self->total, 99);
  if (hundredths > self->told)
    self->tell (hundredths / 100.0, self->user_data);
  self->told = MAX (hundredths, self->told);
}

gboolean
_fw_backup_sum_up (int fd,
                   guint64 size,
                   guint8 *sum,
                   GError **error)
{
  g_autofree guint8 *buffer = g_malloc (FW_BACKUP_BUFFER_BYTES);
  crypto_generichash_state state;
  guint64 done = 0;

  crypto_generichash_init (&state, NULL, 0, crypto_generichash_BYTES);
  while (done < size)
    {
      gssize length = pread (fd, buffer, MIN (size - done, FW_BACKUP_BUFFER_BYTES), (off_t) done);

      if (length <= 0)
        return _fw_backup_fail (error, "read");
      crypto_generichash_update (&state, buffer, (gsize) length);
      done += (guint64) length;
    }
  crypto_generichash_final (&state, sum, crypto_generichash_BYTES);
  return TRUE;
}

/* One value with its type and length, so that no two rows can look the same. */
static gsize
digest_value (crypto_generichash_state *state,
              sqlite3_stmt *statement,
              int column)
{
  int type = sqlite3_column_type (statement, column);
  guint32 head[2] = { (guint32) type, 0 };
  const void *bytes = NULL;

  if (type != SQLITE_NULL)
    {
      bytes = type == SQLITE_BLOB ? sqlite3_column_blob (statement, column)
                                  : (const void *) sqlite3_column_text (statement, column);
      head[1] = (guint32) sqlite3_column_bytes (statement, column);
    }
  crypto_generichash_update (state, (const guint8 *) head, sizeof head);
  if (head[1] > 0)
    crypto_generichash_update (state, bytes, head[1]);
  return sizeof head + head[1];
}

static gboolean
digest_table (crypto_generichash_state *state,
              FwConnection *connection,
              const char *table,
              FwProgress *progress,
              GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (connection, sql, error);
  int step;

  if (statement == NULL)
    return FALSE;
  crypto_generichash_update (state, (const guint8 *) table, strlen (table) + 1);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gsize bytes = 0;

      for (int column = 0; column < sqlite3_data_count (statement); column++)
        bytes += digest_value (state, statement, column);
      _fw_progress_add (progress, bytes);
      if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
        return FALSE;
    }
  if (step != SQLITE_DONE)
    _fw_connection_set_error (connection, error);
  return step == SQLITE_DONE;
}

/*
 * Sums up every table in the order in which its rows lie: of the schema, of each kind of record, of events, files,
 * drafts and the search. Virtual tables have no rows of their own; the tables behind them have.
 */
gboolean
_fw_digest_database (FwConnection *connection,
                     FwProgress *progress,
                     FwDigest *digest,
                     GError **error)
{
  g_autoptr (FwOwnStatement) tables = _fw_connection_prepare_once (
    connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name", error);
  crypto_generichash_state state;
  int step;

  if (tables == NULL)
    return FALSE;
  crypto_generichash_init (&state, NULL, 0, sizeof digest->sum);
  if (!digest_table (&state, connection, "sqlite_schema", progress, error))
    return FALSE;
  while ((step = sqlite3_step (tables)) == SQLITE_ROW)
    if (!digest_table (&state, connection, (const char *) sqlite3_column_text (tables, 0), progress, error))
      return FALSE;
  if (step != SQLITE_DONE)
    {
      _fw_connection_set_error (connection, error);
      return FALSE;
    }
  crypto_generichash_final (&state, digest->sum, sizeof digest->sum);
  return TRUE;
}
