#include "store/fw-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-audit.h"
#include "store/fw-folder.h"

static gboolean
read_trailer (int fd,
              FwTrailer *trailer,
              GError **error)
{
  struct stat about;
  guint8 sum[crypto_generichash_BYTES];

  if (fstat (fd, &about) == 0 && about.st_size > (off_t) sizeof *trailer &&
      pread (fd, trailer, sizeof *trailer, about.st_size - (off_t) sizeof *trailer) ==
        (gssize) sizeof *trailer &&
      memcmp (trailer->magic, FW_BACKUP_MAGIC, sizeof trailer->magic) == 0)
    {
      guint64 size = (guint64) about.st_size - sizeof *trailer;

      trailer->database_size = GUINT64_FROM_LE (trailer->database_size);
      trailer->keys_size = GUINT64_FROM_LE (trailer->keys_size);
      if (trailer->keys_size <= FW_BACKUP_MAX_KEYS_BYTES && trailer->database_size <= size &&
          trailer->database_size + trailer->keys_size == size && _fw_backup_sum_up (fd, size, sum, NULL) &&
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
                 FwProgress *progress,
                 GError **error)
{
  g_autofree guint8 *buffer = g_malloc (FW_BACKUP_BUFFER_BYTES);
  int out = _fw_folder_make_file (path, error);
  gboolean good = out >= 0;

  for (guint64 done = 0; good && done < size;)
    {
      gssize length = pread (fd, buffer, MIN (size - done, FW_BACKUP_BUFFER_BYTES), (off_t) done);

      good = !g_cancellable_set_error_if_cancelled (progress->cancellable, error) &&
             (length > 0 || _fw_backup_fail (error, "read")) && _fw_write_all (out, buffer, (gsize) length, error);
      done += (guint64) MAX (length, 0);
      _fw_progress_add (progress, (guint64) MAX (length, 0));
    }
  good = good && (fsync (out) == 0 || _fw_backup_fail (error, "unpacked"));
  if (out >= 0)
    close (out);
  return good;
}

static gboolean
unpack (int fd,
        const char *path,
        FwProgress *progress,
        GError **error)
{
  g_autofree char *database = g_build_filename (path, FW_STORE_DATABASE, NULL);
  g_autofree char *keys_path = g_build_filename (path, FW_STORE_KEYS, NULL);
  g_autofree char *text = NULL;
  g_autoptr (FwKeys) keys = NULL;
  FwTrailer trailer;

  if (!read_trailer (fd, &trailer, error))
    return FALSE;
  /* As much again is read to prove it. */
  progress->total = 2 * trailer.database_size;
  text = g_malloc0 (trailer.keys_size + 1);
  if (pread (fd, text, trailer.keys_size, (off_t) trailer.database_size) != (gssize) trailer.keys_size)
    return _fw_backup_fail (error, "read");
  keys = fw_keys_parse (text, error);
  return keys != NULL && unpack_database (fd, trailer.database_size, database, progress, error) &&
         _fw_folder_write_file (keys_path, text, error);
}

/* What a restored store turned out to be. */
typedef struct
{
  char *id;
  gint64 n_events;
} Restored;

/* Opens what was unpacked, recomputes all of it and records the restoring. */
static gboolean
prove (const char *path,
       const char *passphrase,
       const char *who,
       GCancellable *cancellable,
       Restored *restored,
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
  restored->id = g_strdup (fw_store_get_id (store));
  restored->n_events = verification->n_events;
  fw_command_set_detail (command, "head", verification->head);
  event = fw_store_run (store, command, cancellable, error);
  return event != NULL;
}

static gboolean
refuse (GError **error,
        const char *reason)
{
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "%s; nothing was changed", reason);
  return FALSE;
}

/* Whether what the store there holds, and the backup does not, would be missed: a damaged one is not. */
static gboolean
check_open_store (FwStore *there,
                  const Restored *restored,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (FwVerification) verification = fw_store_verify (there, NULL, cancellable, error);
  g_autofree char *reason = NULL;

  if (verification == NULL)
    return FALSE;
  if (!verification->sound)
    return TRUE;
  if (!g_str_equal (fw_store_get_id (there), restored->id))
    return refuse (error, "the store that is there is another one, not what was backed up");
  if (verification->n_events <= restored->n_events)
    return TRUE;
  reason = g_strdup_printf ("the store that is there is newer than the backup by %" G_GINT64_FORMAT " events",
                            verification->n_events - restored->n_events);
  return refuse (error, reason);
}

/* Only what is no loss may go out of the way; where that cannot be told, nothing does. */
static gboolean
may_set_aside (const char *path,
               const char *passphrase,
               const Restored *restored,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FwStore) there = fw_store_open (path, passphrase, FW_STORE_READ, &failure);

  if (there != NULL)
    return check_open_store (there, restored, cancellable, error);
  if (g_error_matches (failure, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    return refuse (error, "the store that is there has another passphrase: whether it is newer cannot be told");
  if (g_error_matches (failure, FW_STORE_ERROR, FW_STORE_ERROR_NEWER))
    return refuse (error, "the store that is there was made by a newer program");
  return g_error_matches (failure, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED) ||
         refuse (error, "the store that is there cannot be opened now: whether it is newer cannot be told");
}

/* Renames the store that is there, so that even a damaged one can still be looked at; answers where it is now. */
static char *
set_aside (const char *path,
           GError **error)
{
  g_autofree char *lock_path = g_build_filename (path, FW_STORE_LOCK, NULL);
  g_autoptr (FwWriterLock) lock = _fw_writer_lock_take (lock_path, 0, error);

  if (lock == NULL)
    return NULL;
  for (guint n = 1; n < 1000; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s-set-aside-%u", path, n);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        continue;
      if (g_rename (path, name) == 0)
        return g_steal_pointer (&name);
      _fw_backup_fail (error, "put in the old one's place");
      return NULL;
    }
  refuse (error, "a thousand stores were set aside there already");
  return NULL;
}

/* What was there stands there again where the new one cannot; else whoever asked must know where it is. */
static void
put_back (const char *aside,
          const char *whole,
          GError **error)
{
  g_autofree char *name = g_path_get_basename (aside);

  if (g_rename (aside, whole) == 0)
    g_prefix_error (error, "the store that was there is in its place again: ");
  else
    g_prefix_error (error, "the store that was there is now %s and cannot be put back: ", name);
}

/* rename() puts it in the place of an empty folder, and of nothing else. */
static gboolean
put_in_place (const char *part,
              const char *whole,
              const char *passphrase,
              const Restored *restored,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *aside = NULL;

  if (!_fw_folder_is_empty (whole) && (!may_set_aside (whole, passphrase, restored, cancellable, error) ||
                                       (aside = set_aside (whole, error)) == NULL))
    return FALSE;
  if (g_rename (part, whole) == 0)
    return TRUE;
  _fw_backup_fail (error, "put in place");
  if (aside != NULL)
    put_back (aside, whole, error);
  return FALSE;
}

/* Another place is asked for where something stands at the place, or a restoring was broken off before. */
static gboolean
check_place (const char *whole,
             const char *part,
             FwRestoreFlags flags,
             GError **error)
{
  gboolean free_place = _fw_folder_is_empty (whole) ||
                        ((flags & FW_RESTORE_SET_ASIDE) != 0 && fw_store_exists (whole));

  if (free_place && !g_file_test (part, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT,
               "%s is there already; restore to another place and compare", free_place ? part : whole);
  return FALSE;
}

/**
 * fw_backup_restore:
 * @file: a backup
 * @path: where the store shall be; nothing may lie there yet, or an empty folder
 * @passphrase: (nullable): one that opened the store when the backup was made; %NULL only for a sample
 * @flags: %FW_RESTORE_SET_ASIDE: a store that lies there goes beside, renamed, where it is damaged or has
 *   nothing that the backup lacks; a newer one is refused with %FW_STORE_ERROR_CONFLICT all the same
 * @tell: (nullable): called on this thread as it goes on
 *
 * Unpacks beside @path, opens it, recomputes the whole audit, and only then puts it in place: what
 * stands at @path afterwards is a sound store or what was there.
 */
gboolean
fw_backup_restore (const char *file,
                   const char *path,
                   const char *passphrase,
                   const char *who,
                   FwRestoreFlags flags,
                   FwBackupProgress tell,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  FwProgress progress = { .tell = tell, .user_data = user_data, .cancellable = cancellable };
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *part = g_strconcat (whole, ".part", NULL);
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  Restored restored = { NULL, 0 };
  gboolean done;

  if (fd < 0)
    return _fw_backup_fail (error, "opened");
  if (!check_place (whole, part, flags, error))
    {
      close (fd);
      return FALSE;
    }
  done = _fw_folder_make (part, error) && unpack (fd, part, &progress, error) &&
         prove (part, passphrase, who, cancellable, &restored, error) &&
         put_in_place (part, whole, passphrase, &restored, cancellable, error);
  close (fd);
  if (!done)
    _fw_folder_remove (part);
  g_free (restored.id);
  return done;
}
