#include "store/fw-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-backup-private.h"
#include "store/fw-folder.h"
#include "store/fw-store-private.h"

#define COPY_PAGES 256
#define PAGE_BYTES 4096

/* Copying */

static FwConnection *
open_copy (FwStore *self,
           const char *path,
           GError **error)
{
  /* Not the writer's mode: a copy in WAL would be two files. */
  FwConnection *copy = _fw_connection_open (path, self->data_key, FW_CONNECTION_COPY, error);

  if (copy == NULL)
    g_prefix_error (error, "the copy: ");
  return copy;
}

static gboolean
copy_pages (FwReader *reader,
            FwConnection *copy,
            FwProgress *progress,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (_fw_connection_get_database (copy), "main",
                                                _fw_connection_get_database (reader->connection), "main");
  int step = SQLITE_OK;

  if (backup == NULL)
    {
      _fw_connection_set_error (copy, error);
      return FALSE;
    }
  while (step == SQLITE_OK && !g_cancellable_is_cancelled (progress->cancellable))
    {
      step = sqlite3_backup_step (backup, COPY_PAGES);
      _fw_progress_add (progress, COPY_PAGES * PAGE_BYTES);
    }
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;
  if (step != SQLITE_DONE)
    _fw_connection_set_error (copy, error);
  return step == SQLITE_DONE;
}

/* Reads the copy back: every page's authentication, the structure, and every row of every table. */
static gboolean
check_copy (FwStore *self,
            const char *path,
            const FwDigest *expected,
            FwProgress *progress,
            GError **error)
{
  g_autoptr (FwConnection) copy = open_copy (self, path, error);
  g_autoptr (FwOwnStatement) pages = NULL;
  g_autoptr (FwOwnStatement) structure = NULL;
  FwDigest found;

  if (copy == NULL)
    return FALSE;
  pages = _fw_connection_prepare_once (copy, "PRAGMA cipher_integrity_check", error);
  structure = pages != NULL ? _fw_connection_prepare_once (copy, "PRAGMA quick_check", error) : NULL;
  if (structure == NULL || !_fw_digest_database (copy, progress, &found, error))
    return FALSE;
  if (sqlite3_step (pages) == SQLITE_DONE && sqlite3_step (structure) == SQLITE_ROW &&
      g_strcmp0 ((const char *) sqlite3_column_text (structure, 0), "ok") == 0 &&
      memcmp (&found, expected, sizeof found) == 0)
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                       "the copy, read back, is not what the store holds; try another disk");
  return FALSE;
}

/* One view of the store, copied and compared; the writer is not held up meanwhile. */
static gboolean
copy_database (FwStore *self,
               const char *path,
               FwProgress *progress,
               GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, progress->cancellable, error);
  FwDigest expected;
  gint64 n_tables;

  /* The view begins with the first row that is read: without one each step of the copy would have its own, and begin anew
   * whenever somebody wrote. */
  if (reader == NULL || !_fw_connection_execute (reader->connection, "BEGIN", error) ||
      !_fw_connection_get_int (reader->connection, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  {
    g_autoptr (FwConnection) copy = open_copy (self, path, error);

    if (copy == NULL || !copy_pages (reader, copy, progress, error))
      return FALSE;
  }
  return _fw_digest_database (reader->connection, progress, &expected, error) &&
         check_copy (self, path, &expected, progress, error);
}

/* The trailer */

static gboolean
append_keys_and_trailer (FwStore *self,
                         int fd,
                         GError **error)
{
  g_autofree char *keys = NULL;
  struct stat about;
  FwTrailer trailer = { .magic = "" };

  g_mutex_lock (&self->keys_mutex);
  keys = fw_keys_to_text (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  if (fstat (fd, &about) != 0 || lseek (fd, 0, SEEK_END) < 0)
    return _fw_backup_fail (error, "completed");
  memcpy (trailer.magic, FW_BACKUP_MAGIC, sizeof trailer.magic);
  trailer.database_size = GUINT64_TO_LE ((guint64) about.st_size);
  trailer.keys_size = GUINT64_TO_LE ((guint64) strlen (keys));
  return _fw_write_all (fd, keys, strlen (keys), error) &&
         _fw_backup_sum_up (fd, (guint64) about.st_size + strlen (keys), trailer.sum, error) &&
         _fw_write_all (fd, &trailer, sizeof trailer, error) && (fsync (fd) == 0 || _fw_backup_fail (error, "saved"));
}

static gboolean
write_backup (FwStore *self,
              const char *path,
              FwProgress *progress,
              GError **error)
{
  int fd = _fw_folder_make_file (path, error);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = copy_database (self, path, progress, error) && append_keys_and_trailer (self, fd, error);
  close (fd);
  return done;
}

/**
 * fw_store_back_up:
 * @file: what to write; a file of that name is replaced once the new one is whole
 * @tell: (nullable): called on this thread as it goes on
 *
 * Copies the store, keys included, into one file while it is in use, reads the copy back, compares every table, and
 * records the backup as an event (which the copy itself does not hold yet). The store must be open for
 * writing.
 */
gboolean
fw_store_back_up (FwStore *self,
                  const char *file,
                  const char *who,
                  FwBackupProgress tell,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  FwProgress progress = { .tell = tell, .user_data = user_data, .cancellable = cancellable };
  g_autofree char *part = g_strconcat (file, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (FwCommand) command = fw_command_new ("store.back-up", who, NULL);
  g_autoptr (FwEvent) event = NULL;
  gboolean done;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                           "a backup is an event: open the store for writing");
      return FALSE;
    }
  g_unlink (part);
  /* Every byte is copied once and read twice. */
  progress.total = 3 * _fw_backup_file_size (self->path);
  done = write_backup (self, part, &progress, error);
  if (done && g_rename (part, file) != 0)
    done = _fw_backup_fail (error, "put in place");
  if (!done)
    g_unlink (part);
  if (!done || !_fw_folder_sync (folder, error))
    return FALSE;
  event = fw_store_run (self, command, NULL, error);
  return event != NULL;
}
