#include "store/fw-store-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "store/fw-folder.h"
#include "store/fw-migration.h"

static gboolean
make_database (FwStore *self,
               GError **error)
{
  g_autofree char *path = _fw_store_file_path (self, FW_STORE_DATABASE);
  int fd = _fw_folder_make_file (path, error);

  if (fd < 0)
    return FALSE;
  close (fd);
  self->writer = _fw_store_open_connection (self, FW_CONNECTION_WRITE, error);
  return self->writer != NULL && _fw_migration_run (self->writer, 0, error);
}

static gboolean
record_creation (FwStore *self,
                 const FwStoreOptions *options,
                 GError **error)
{
  g_autoptr (FwCommand) command =
    fw_command_new ("store.create", options->who != NULL ? options->who : "local", NULL);
  g_autoptr (FwEvent) event = NULL;
  FwRecord *zone = fw_command_add (command, "setting");

  fw_record_set (zone, "name", FW_STORE_SETTING_TIME_ZONE);
  fw_record_set (zone, "value", options->time_zone != NULL ? options->time_zone : FW_STORE_DEFAULT_TIME_ZONE);
  fw_command_set_detail (command, "store", fw_keys_get_store_id (self->keys));
  fw_command_set_final (command);
  event = fw_store_run (self, command, NULL, error);
  return event != NULL && _fw_connection_execute (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
fill_new_store (FwStore *self,
                const char *passphrase,
                const FwStoreOptions *options,
                GError **error)
{
  g_autofree char *lock = _fw_store_file_path (self, FW_STORE_LOCK);

  self->keys = fw_keys_new (options->sample);
  self->data_key = fw_keys_new_data_key ();
  self->lock = _fw_writer_lock_take (lock, 0, error);
  return self->lock != NULL &&
         fw_keys_add (self->keys, FW_STORE_FIRST_LABEL, passphrase, options->cost, self->data_key, error) &&
         make_database (self, error) && record_creation (self, options, error) &&
         /* Last: a folder with keys is a whole store. */
         _fw_store_save_keys (self, error);
}

/**
 * fw_store_create:
 * @path: the folder to make; its parent is there, it is not, or it is empty
 * @passphrase: (nullable): %NULL only for the sample
 *
 * Makes a store and opens it for writing. What fails leaves nothing behind.
 *
 * Returns: (transfer full) (nullable): %NULL with %FW_STORE_ERROR_CONFLICT where something lies there already
 */
FwStore *
fw_store_create (const char *path,
                 const char *passphrase,
                 const FwStoreOptions *options,
                 GError **error)
{
  g_autoptr (FwStore) self = g_object_new (FW_TYPE_STORE, NULL);
  g_autoptr (GTimeZone) zone =
    options->time_zone != NULL ? g_time_zone_new_identifier (options->time_zone) : NULL;

  self->path = g_canonicalize_filename (path, NULL);
  self->mode = FW_STORE_WRITE;
  if (options->time_zone != NULL && zone == NULL)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "there is no time zone %s",
                   options->time_zone);
      return NULL;
    }
  if (!_fw_folder_is_empty (self->path))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "%s is there already and is not empty",
                   self->path);
      return NULL;
    }
  if (passphrase == NULL && options->sample)
    passphrase = FW_STORE_SAMPLE_PASSPHRASE;
  if (_fw_folder_make (self->path, error) && fill_new_store (self, passphrase, options, error))
    return g_steal_pointer (&self);
  fw_store_close (self);
  _fw_folder_remove (self->path);
  return NULL;
}

static gboolean
check_version (FwConnection *connection,
               int *version,
               GError **error)
{
  if (!_fw_migration_check (connection, version, error))
    return FALSE;
  if (*version > 0)
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                       "the database is empty; restore a backup");
  return FALSE;
}

/*
 * Refuses a database of a newer program before anything could change it. The first look reads the file
 * alone and leaves no trace. It may fall into another program's writing, so only its "newer" counts.
 */
static gboolean
refuse_newer (FwStore *self,
              int *version,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FwConnection) probe = _fw_store_open_connection (self, FW_CONNECTION_PROBE, NULL);
  g_autoptr (FwReader) reader = NULL;

  if (probe != NULL && !_fw_migration_check (probe, version, &failure) &&
      g_error_matches (failure, FW_STORE_ERROR, FW_STORE_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  reader = _fw_store_borrow_reader (self, NULL, error);
  return reader != NULL && check_version (reader->connection, version, error);
}

/* Takes the lock and opens the writer, bringing an older database up to date. */
static gboolean
open_for_writing (FwStore *self,
                  GError **error)
{
  g_autofree char *lock = _fw_store_file_path (self, FW_STORE_LOCK);
  int version;

  self->lock = _fw_writer_lock_take (lock, FW_STORE_WRITER_WAIT_MS, error);
  if (self->lock == NULL)
    return FALSE;
  self->writer = _fw_store_open_connection (self, FW_CONNECTION_WRITE, error);
  if (self->writer == NULL || !check_version (self->writer, &version, error))
    return FALSE;
  if (version < _fw_migration_get_newest () &&
      (!_fw_migration_run (self->writer, version, error) ||
       !_fw_connection_execute (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error)))
    return FALSE;
  return _fw_store_clear_staging (self, error);
}

static gboolean
open_with_key (FwStore *self,
               GError **error)
{
  int version;

  if (!refuse_newer (self, &version, error))
    return FALSE;
  if (self->mode == FW_STORE_WRITE)
    return open_for_writing (self, error);
  if (version == _fw_migration_get_newest ())
    return TRUE;
  /*
   * An older database cannot be read as it is; a reader becomes a writer for the moment of bringing it
   * up to date.
   */
  if (!open_for_writing (self, error))
    return FALSE;
  g_clear_pointer (&self->writer, _fw_connection_free);
  g_clear_pointer (&self->lock, _fw_writer_lock_free);
  return TRUE;
}

static gboolean
load_keys (FwStore *self,
           GError **error)
{
  g_autofree char *keys = _fw_store_file_path (self, FW_STORE_KEYS);
  g_autofree char *database = _fw_store_file_path (self, FW_STORE_DATABASE);

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no store at %s", self->path);
      return FALSE;
    }
  self->keys = fw_keys_load (keys, error);
  return self->keys != NULL;
}

/**
 * fw_store_open:
 * @path: the folder
 * @passphrase: (nullable): %NULL only opens a sample
 * @mode: %FW_STORE_WRITE waits five seconds for another writer and then fails with
 *   %FW_STORE_ERROR_BUSY, naming it
 *
 * Returns: (transfer full) (nullable): the opened store; its errors say what to do next
 */
FwStore *
fw_store_open (const char *path,
               const char *passphrase,
               FwStoreMode mode,
               GError **error)
{
  g_autoptr (FwStore) self = g_object_new (FW_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->mode = mode;
  if (!load_keys (self, error))
    return NULL;
  if (passphrase == NULL && fw_keys_is_sample (self->keys))
    passphrase = FW_STORE_SAMPLE_PASSPHRASE;
  if (passphrase == NULL)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE,
                           "the store needs its passphrase");
      return NULL;
    }
  self->data_key = fw_keys_unlock (self->keys, passphrase, NULL, error);
  if (self->data_key == NULL || !open_with_key (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fw_store_delete:
 *
 * Deletes a store for good: the sample that was looked round in, or one whose making failed. Files that
 * are not the store's own stay. Refused with %FW_STORE_ERROR_BUSY while a program writes to it.
 */
gboolean
fw_store_delete (const char *path,
                 GError **error)
{
  /* Keys first: without them the rest is noise already. */
  static const char *const files[] = { FW_STORE_KEYS, FW_STORE_DATABASE, FW_STORE_DATABASE "-wal",
                                       FW_STORE_DATABASE "-shm", FW_STORE_LOCK };
  g_autofree char *lock_path = g_build_filename (path, FW_STORE_LOCK, NULL);
  g_autoptr (FwWriterLock) lock = NULL;

  if (!fw_store_exists (path))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no store at %s", path);
      return FALSE;
    }
  lock = _fw_writer_lock_take (lock_path, 0, error);
  if (lock == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (path, files[i], NULL);

      g_unlink (file);
    }
  g_rmdir (path);
  return TRUE;
}

/**
 * fw_store_exists:
 *
 * Answers whether a store lies at @path, whoever may open it.
 */
gboolean
fw_store_exists (const char *path)
{
  g_autofree char *keys = g_build_filename (path, FW_STORE_KEYS, NULL);
  g_autofree char *database = g_build_filename (path, FW_STORE_DATABASE, NULL);

  return g_file_test (keys, G_FILE_TEST_EXISTS) && g_file_test (database, G_FILE_TEST_EXISTS);
}

/**
 * fw_store_opens_without_asking:
 *
 * Answers whether a sample lies at @path, which opens without a passphrase.
 */
gboolean
fw_store_opens_without_asking (const char *path)
{
  g_autofree char *file = g_build_filename (path, FW_STORE_KEYS, NULL);
  g_autoptr (FwKeys) keys = fw_keys_load (file, NULL);

  return keys != NULL && fw_keys_is_sample (keys);
}

/**
 * fw_store_peek_labels:
 *
 * What opens the store at @path, read without opening it: labels are no secret.
 *
 * Returns: (transfer full): the names of its passphrases, and %FW_KEYS_RECOVERY_LABEL where a recovery sheet was made;
 *   empty where they cannot be read
 */
GStrv
fw_store_peek_labels (const char *path)
{
  g_autofree char *file = g_build_filename (path, FW_STORE_KEYS, NULL);
  g_autoptr (FwKeys) keys = fw_keys_load (file, NULL);

  return keys != NULL ? fw_keys_dup_labels (keys) : g_new0 (char *, 1);
}
