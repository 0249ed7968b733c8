#include "store/fw-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-audit.h"
#include "store/fw-folder.h"
#include "store/fw-migration.h"
#include "store/fw-store-private.h"

/*
 * A backup is one file: the encrypted database, the key slots as in keys.json, and a trailer that says
 * how long both are and sums up everything before it. The database comes first, so that it is copied
 * and checked in its place.
 */
#define MAGIC "FAIRWELL-BACKUP1"
#define COPY_PAGES 256
#define BUFFER_BYTES (256 * 1024)
#define MAX_KEYS_BYTES (1024 * 1024)

typedef struct
{
  char magic[16];
  guint64 database_size;
  guint64 keys_size;
  guint8 sum[crypto_generichash_BYTES];
} Trailer;

G_STATIC_ASSERT (sizeof (Trailer) == 64);

static gboolean
fail (GError **error,
      const char *act)
{
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the backup cannot be %s: %s", act,
               g_strerror (errno));
  return FALSE;
}

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
            GCancellable *cancellable,
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
  while (step == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    step = sqlite3_backup_step (backup, COPY_PAGES);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (step != SQLITE_DONE)
    _fw_connection_set_error (copy, error);
  return step == SQLITE_DONE;
}

static char *
ask_text (FwConnection *connection,
          const char *sql,
          GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    return _fw_column_dup_text (statement, 0);
  _fw_connection_set_error (connection, error);
  return NULL;
}

/*
 * The head of the chain and how many rows each kind has: what must be the same in the store and in its
 * copy.
 */
static char *
summarise (FwConnection *connection,
           GError **error)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *head = ask_text (
    connection, "SELECT seq || ' ' || lower (hex (hash)) FROM event ORDER BY seq DESC LIMIT 1", error);
  const FwRecordKind *kind;

  if (head == NULL)
    return NULL;
  g_string_append (summary, head);
  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    {
      g_autofree char *table = fw_record_kind_dup_table (kind);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
      gint64 count;

      if (!_fw_connection_get_int (connection, sql, &count, error))
        return NULL;
      g_string_append_printf (summary, " %s=%" G_GINT64_FORMAT, kind->name, count);
    }
  return g_string_free (g_steal_pointer (&summary), FALSE);
}

/* Reads the copy back: every page's authentication, the structure, and that it holds what the store holds. */
static gboolean
check_copy (FwStore *self,
            const char *path,
            const char *expected,
            GError **error)
{
  g_autoptr (FwConnection) copy = open_copy (self, path, error);
  g_autoptr (FwOwnStatement) pages = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *found = NULL;

  if (copy == NULL)
    return FALSE;
  pages = _fw_connection_prepare_once (copy, "PRAGMA cipher_integrity_check", error);
  structure = pages != NULL ? ask_text (copy, "PRAGMA quick_check", error) : NULL;
  found = structure != NULL ? summarise (copy, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (sqlite3_step (pages) == SQLITE_DONE && strcmp (structure, "ok") == 0 && strcmp (found, expected) == 0)
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                       "the copy, read back, is not what the store holds; try another disk");
  return FALSE;
}

/* One view of the store, copied and compared; the writer is not held up meanwhile. */
static gboolean
copy_database (FwStore *self,
               const char *path,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, cancellable, error);
  g_autofree char *expected = NULL;

  if (reader == NULL || !_fw_connection_execute (reader->connection, "BEGIN", error) ||
      (expected = summarise (reader->connection, error)) == NULL)
    return FALSE;
  {
    g_autoptr (FwConnection) copy = open_copy (self, path, error);

    if (copy == NULL || !copy_pages (reader, copy, cancellable, error))
      return FALSE;
  }
  return check_copy (self, path, expected, error);
}

/* The trailer */

static gboolean
sum_up (int fd,
        guint64 size,
        guint8 *sum,
        GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  crypto_generichash_state state;
  guint64 done = 0;

  crypto_generichash_init (&state, NULL, 0, crypto_generichash_BYTES);
  while (done < size)
    {
      gssize length = pread (fd, buffer, MIN (size - done, BUFFER_BYTES), (off_t) done);

      if (length <= 0)
        return fail (error, "read");
      crypto_generichash_update (&state, buffer, (gsize) length);
      done += (guint64) length;
    }
  crypto_generichash_final (&state, sum, crypto_generichash_BYTES);
  return TRUE;
}

static gboolean
append_keys_and_trailer (FwStore *self,
                         int fd,
                         GError **error)
{
  g_autofree char *keys = NULL;
  struct stat about;
  Trailer trailer = { .magic = "" };

  g_mutex_lock (&self->keys_mutex);
  keys = fw_keys_to_text (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  if (fstat (fd, &about) != 0 || lseek (fd, 0, SEEK_END) < 0)
    return fail (error, "completed");
  memcpy (trailer.magic, MAGIC, sizeof trailer.magic);
  trailer.database_size = GUINT64_TO_LE ((guint64) about.st_size);
  trailer.keys_size = GUINT64_TO_LE ((guint64) strlen (keys));
  return _fw_write_all (fd, keys, strlen (keys), error) &&
         sum_up (fd, (guint64) about.st_size + strlen (keys), trailer.sum, error) &&
         _fw_write_all (fd, &trailer, sizeof trailer, error) && (fsync (fd) == 0 || fail (error, "saved"));
}

static gboolean
write_backup (FwStore *self,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  int fd = _fw_folder_make_file (path, error);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = copy_database (self, path, cancellable, error) && append_keys_and_trailer (self, fd, error);
  close (fd);
  return done;
}

/**
 * fw_store_back_up:
 * @file: what to write; a file of that name is replaced once the new one is whole
 *
 * Copies the store, keys included, into one file while it is in use, reads the copy back, compares, and
 * records the backup as an event (which the copy itself does not hold yet). The store must be open for
 * writing.
 */
gboolean
fw_store_back_up (FwStore *self,
                  const char *file,
                  const char *who,
                  GCancellable *cancellable,
                  GError **error)
{
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
  done = write_backup (self, part, cancellable, error);
  if (done && g_rename (part, file) != 0)
    done = fail (error, "put in place");
  if (!done)
    g_unlink (part);
  if (!done || !_fw_folder_sync (folder, error))
    return FALSE;
  event = fw_store_run (self, command, NULL, error);
  return event != NULL;
}

/* Restoring */

static gboolean
read_trailer (int fd,
              Trailer *trailer,
              GError **error)
{
  struct stat about;
  guint8 sum[crypto_generichash_BYTES];

  if (fstat (fd, &about) == 0 && about.st_size > (off_t) sizeof *trailer &&
      pread (fd, trailer, sizeof *trailer, about.st_size - (off_t) sizeof *trailer) ==
        (gssize) sizeof *trailer &&
      memcmp (trailer->magic, MAGIC, sizeof trailer->magic) == 0)
    {
      guint64 size = (guint64) about.st_size - sizeof *trailer;

      trailer->database_size = GUINT64_FROM_LE (trailer->database_size);
      trailer->keys_size = GUINT64_FROM_LE (trailer->keys_size);
      if (trailer->keys_size <= MAX_KEYS_BYTES && trailer->database_size <= size &&
          trailer->database_size + trailer->keys_size == size && sum_up (fd, size, sum, NULL) &&
          memcmp (sum, trailer->sum, sizeof sum) == 0)
        return TRUE;
    }
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                       "this is no backup, or it is cut short or damaged");
  return FALSE;
}

static gboolean
unpack_database (int fd,
                 guint64 size,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  int out = _fw_folder_make_file (path, error);
  gboolean good = out >= 0;

  for (guint64 done = 0; good && done < size;)
    {
      gssize length = pread (fd, buffer, MIN (size - done, BUFFER_BYTES), (off_t) done);

      good = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             (length > 0 || fail (error, "read")) && _fw_write_all (out, buffer, (gsize) length, error);
      done += (guint64) MAX (length, 0);
    }
  good = good && (fsync (out) == 0 || fail (error, "unpacked"));
  if (out >= 0)
    close (out);
  return good;
}

static gboolean
unpack (int fd,
        const char *path,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *database = g_build_filename (path, FW_STORE_DATABASE, NULL);
  g_autofree char *keys_path = g_build_filename (path, FW_STORE_KEYS, NULL);
  g_autofree char *text = NULL;
  g_autoptr (FwKeys) keys = NULL;
  Trailer trailer;

  if (!read_trailer (fd, &trailer, error))
    return FALSE;
  text = g_malloc0 (trailer.keys_size + 1);
  if (pread (fd, text, trailer.keys_size, (off_t) trailer.database_size) != (gssize) trailer.keys_size)
    return fail (error, "read");
  keys = fw_keys_parse (text, error);
  return keys != NULL && unpack_database (fd, trailer.database_size, database, cancellable, error) &&
         _fw_folder_write_file (keys_path, text, error);
}

/* Opens what was unpacked, recomputes all of it and records the restoring. */
static gboolean
prove (const char *path,
       const char *passphrase,
       const char *who,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (FwStore) store = fw_store_open (path, passphrase, FW_STORE_WRITE, error);
  g_autoptr (FwCommand) command = fw_command_new ("store.restore", who, NULL);
  g_autoptr (FwVerification) verification =
    store != NULL ? fw_store_verify (store, NULL, cancellable, error) : NULL;
  g_autoptr (FwEvent) event = NULL;

  if (verification == NULL)
    return FALSE;
  if (!verification->sound)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED, "the backup does not verify: %s",
                   verification->reason);
      return FALSE;
    }
  fw_command_set_detail (command, "head", verification->head);
  event = fw_store_run (store, command, cancellable, error);
  return event != NULL;
}

/**
 * fw_backup_restore:
 * @file: a backup
 * @path: where the store shall be; nothing may lie there yet, or an empty folder
 * @passphrase: (nullable): one that opened the store when the backup was made; %NULL only for a sample
 *
 * Unpacks beside @path, opens it, recomputes the whole audit, and only then puts it in place: what
 * stands at @path afterwards is a sound store or nothing. Never over a store that is there, whether
 * older or newer.
 */
gboolean
fw_backup_restore (const char *file,
                   const char *path,
                   const char *passphrase,
                   const char *who,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *part = g_strconcat (whole, ".part", NULL);
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return fail (error, "opened");
  if (!_fw_folder_is_empty (whole) || g_file_test (part, G_FILE_TEST_EXISTS))
    {
      close (fd);
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT,
                   "%s is there already; restore to another place and compare",
                   _fw_folder_is_empty (whole) ? part : whole);
      return FALSE;
    }
  done = _fw_folder_make (part, error) && unpack (fd, part, cancellable, error) &&
         prove (part, passphrase, who, cancellable, error);
  close (fd);
  /* rename() puts it in the place of an empty folder, and of nothing else. */
  if (done && g_rename (part, whole) != 0)
    done = fail (error, "put in place");
  if (!done)
    _fw_folder_remove (part);
  return done;
}
