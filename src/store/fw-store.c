#include "store/fw-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/fw-folder.h"
#include "store/fw-migration.h"

#define FIRST_LABEL "owner"
/* So many readers' connections wait for the next one; each may hold decrypted pages. */
#define MAX_IDLE_READERS 3

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FwStore, fw_store, G_TYPE_OBJECT)

static void
fw_store_finalize (GObject *object)
{
  FwStore *self = FW_STORE (object);

  fw_store_close (self);
  g_clear_pointer (&self->pinyin, _fw_pinyin_free);
  g_clear_pointer (&self->keys, fw_keys_free);
  g_clear_pointer (&self->employees.order, g_array_unref);
  g_clear_pointer (&self->employees.ranks, g_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->employees.mutex);
  g_mutex_clear (&self->readers_mutex);
  g_mutex_clear (&self->writer_mutex);
  g_mutex_clear (&self->keys_mutex);
  g_free (self->path);
  G_OBJECT_CLASS (fw_store_parent_class)->finalize (object);
}

static void
fw_store_class_init (FwStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FW_TYPE_EVENT);
}

static void
fw_store_init (FwStore *self)
{
  g_mutex_init (&self->keys_mutex);
  g_mutex_init (&self->writer_mutex);
  g_mutex_init (&self->readers_mutex);
  g_mutex_init (&self->employees.mutex);
  g_queue_init (&self->readers);
  self->context = g_main_context_ref_thread_default ();
}

static char *
file_path (FwStore *self,
           const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * fw_store_close:
 *
 * Closes every connection, wipes the key and gives the lock back. Nothing may run on the store any more; calls after
 * it fail with %FW_STORE_ERROR_FAILED. Dropping the last reference does the same.
 */
void
fw_store_close (FwStore *self)
{
  FwConnection *reader;

  g_mutex_lock (&self->writer_mutex);
  g_mutex_lock (&self->readers_mutex);
  while ((reader = g_queue_pop_head (&self->readers)) != NULL)
    _fw_connection_free (reader);
  /* The writer goes last: the last connection to go folds the log into the database. */
  g_clear_pointer (&self->writer, _fw_connection_free);
  g_clear_pointer (&self->data_key, fw_secret_unref);
  g_clear_pointer (&self->lock, _fw_writer_lock_free);
  g_mutex_unlock (&self->readers_mutex);
  g_mutex_unlock (&self->writer_mutex);
}

/* Connections */

static FwConnection *
open_connection (FwStore *self,
                 FwConnectionMode mode,
                 GError **error)
{
  g_autofree char *path = file_path (self, FW_STORE_DATABASE);

  if (self->data_key == NULL)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the store is closed");
      return NULL;
    }
  return _fw_connection_open (path, self->data_key, mode, error);
}

/* A connection for reading, this thread's alone until it goes out of scope. */
FwReader *
_fw_store_borrow_reader (FwStore *self,
                         GCancellable *cancellable,
                         GError **error)
{
  FwConnection *connection;
  FwReader *reader;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_mutex_lock (&self->readers_mutex);
  connection = g_queue_pop_head (&self->readers);
  if (connection == NULL)
    connection = open_connection (self, FW_CONNECTION_READ, error);
  g_mutex_unlock (&self->readers_mutex);
  if (connection == NULL)
    return NULL;
  _fw_connection_watch (connection, cancellable, NULL, 0);
  reader = g_new0 (FwReader, 1);
  reader->store = g_object_ref (self);
  reader->connection = connection;
  return reader;
}

void
_fw_reader_return (FwReader *reader)
{
  FwStore *store = reader->store;
  gboolean kept;

  _fw_connection_watch (reader->connection, NULL, NULL, 0);
  _fw_connection_rollback (reader->connection);
  g_mutex_lock (&store->readers_mutex);
  kept = store->data_key != NULL && store->readers.length < MAX_IDLE_READERS;
  if (kept)
    g_queue_push_head (&store->readers, reader->connection);
  g_mutex_unlock (&store->readers_mutex);
  if (!kept)
    _fw_connection_free (reader->connection);
  g_object_unref (store);
  g_free (reader);
}

/* Answers whether commands may run; to be asked under writer_mutex. */
gboolean
_fw_store_check_writable (FwStore *self,
                          GError **error)
{
  if (self->writer != NULL)
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                       self->data_key == NULL ? "the store is closed" : "the store was opened for reading only");
  return FALSE;
}

gboolean
_fw_store_begin (FwStore *self,
                 GError **error)
{
  if (!_fw_connection_execute (self->writer, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (self->watch != NULL)
    self->watch (TRUE, self->watch_data);
  return TRUE;
}

gboolean
_fw_store_commit (FwStore *self,
                  GError **error)
{
  if (!_fw_connection_execute (self->writer, "COMMIT", error))
    return FALSE;
  if (self->watch != NULL)
    self->watch (FALSE, self->watch_data);
  return TRUE;
}

void
_fw_store_roll_back (FwStore *self)
{
  _fw_connection_rollback (self->writer);
  if (self->watch != NULL)
    self->watch (FALSE, self->watch_data);
}

/* Tells a test when a transaction is open: @watch is called behind each BEGIN and behind each end. */
void
_fw_store_watch_transactions (FwStore *self,
                              FwTransactionWatch watch,
                              gpointer user_data)
{
  self->watch = watch;
  self->watch_data = user_data;
}

/* Making and opening */

static gboolean
make_database (FwStore *self,
               GError **error)
{
  g_autofree char *path = file_path (self, FW_STORE_DATABASE);
  int fd = _fw_folder_make_file (path, error);

  if (fd < 0)
    return FALSE;
  close (fd);
  self->writer = open_connection (self, FW_CONNECTION_WRITE, error);
  return self->writer != NULL && _fw_migration_run (self->writer, 0, error);
}

static gboolean
record_creation (FwStore *self,
                 const FwStoreOptions *options,
                 GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("store.create", options->who != NULL ? options->who : "local", NULL);
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
save_keys (FwStore *self,
           GError **error)
{
  g_autofree char *path = file_path (self, FW_STORE_KEYS);
  g_autofree char *text = fw_keys_to_text (self->keys);

  return _fw_folder_write_file (path, text, error);
}

static gboolean
fill_new_store (FwStore *self,
                const char *passphrase,
                const FwStoreOptions *options,
                GError **error)
{
  g_autofree char *lock = file_path (self, FW_STORE_LOCK);

  self->keys = fw_keys_new (options->sample);
  self->data_key = fw_keys_new_data_key ();
  self->lock = _fw_writer_lock_take (lock, 0, error);
  return self->lock != NULL &&
         fw_keys_add (self->keys, FIRST_LABEL, passphrase, options->cost, self->data_key, error) &&
         make_database (self, error) && record_creation (self, options, error) &&
         /* Last: a folder with keys is a whole store. */
         save_keys (self, error);
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
  g_autoptr (GTimeZone) zone = options->time_zone != NULL ? g_time_zone_new_identifier (options->time_zone) : NULL;

  self->path = g_canonicalize_filename (path, NULL);
  self->mode = FW_STORE_WRITE;
  if (options->time_zone != NULL && zone == NULL)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "there is no time zone %s", options->time_zone);
      return NULL;
    }
  if (!_fw_folder_is_empty (self->path))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "%s is there already and is not empty", self->path);
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
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED, "the database is empty; restore a backup");
  return FALSE;
}

/*
 * Refuses a database of a newer program before anything could change it. The first look reads the file alone and
 * leaves no trace. It may fall into another program's writing, so only its "newer" counts.
 */
static gboolean
refuse_newer (FwStore *self,
              int *version,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FwConnection) probe = open_connection (self, FW_CONNECTION_PROBE, NULL);
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
  g_autofree char *lock = file_path (self, FW_STORE_LOCK);
  int version;

  self->lock = _fw_writer_lock_take (lock, FW_STORE_WRITER_WAIT_MS, error);
  if (self->lock == NULL)
    return FALSE;
  self->writer = open_connection (self, FW_CONNECTION_WRITE, error);
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
  /* An older database cannot be read as it is; a reader becomes a writer for the moment of bringing it up to date. */
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
  g_autofree char *keys = file_path (self, FW_STORE_KEYS);
  g_autofree char *database = file_path (self, FW_STORE_DATABASE);

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
 * @mode: %FW_STORE_WRITE waits five seconds for another writer and then fails with %FW_STORE_ERROR_BUSY, naming it
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
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE, "the store needs its passphrase");
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
 * Deletes a store for good: the sample that was looked round in, or one whose making failed. Files that are not the
 * store's own stay. Refused with %FW_STORE_ERROR_BUSY while a program writes to it.
 */
gboolean
fw_store_delete (const char *path,
                 GError **error)
{
  /* Keys first: without them the rest is noise already. */
  static const char *const files[] = { FW_STORE_KEYS, FW_STORE_DATABASE, FW_STORE_DATABASE "-wal", FW_STORE_DATABASE "-shm", FW_STORE_LOCK };
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

/* About it */

const char *
fw_store_get_path (FwStore *self)
{
  return self->path;
}

/**
 * fw_store_get_id:
 *
 * Returns: (transfer none): the UUID that tells this store from every other; a restored one keeps it
 */
const char *
fw_store_get_id (FwStore *self)
{
  return fw_keys_get_store_id (self->keys);
}

FwStoreMode
fw_store_get_mode (FwStore *self)
{
  return self->mode;
}

gboolean
fw_store_is_sample (FwStore *self)
{
  return fw_keys_is_sample (self->keys);
}

/**
 * fw_store_has_minimal_keys:
 *
 * Answers whether its passphrase costs next to nothing to guess: a store for tests, which the window says aloud.
 */
gboolean
fw_store_has_minimal_keys (FwStore *self)
{
  gboolean minimal;

  g_mutex_lock (&self->keys_mutex);
  minimal = fw_keys_is_minimal (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  return minimal;
}

typedef struct
{
  FwStore *store;
  FwEvent *event;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->store);
  g_object_unref (change->event);
  g_free (change);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  Change *change = user_data;

  g_signal_emit (change->store, signals[CHANGED], 0, change->event);
  return G_SOURCE_REMOVE;
}

/* Tells the thread that opened the store what a command did, once its main loop comes round. */
void
_fw_store_announce (FwStore *self,
                    FwEvent *event)
{
  g_autoptr (GSource) source = NULL;
  Change *change;

  if (!g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE))
    return;
  change = g_new0 (Change, 1);
  change->store = g_object_ref (self);
  change->event = g_object_ref (event);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, change, change_free);
  g_source_attach (source, self->context);
}

/* Passphrases */

/* Saves changed keys and records the act; what cannot be saved is taken back by reading the file again. */
static gboolean
adopt_keys (FwStore *self,
            const char *what,
            const char *label,
            const char *who,
            GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new (what, who, NULL);
  g_autoptr (FwEvent) event = NULL;

  if (!save_keys (self, error))
    return FALSE;
  fw_command_set_detail (command, "passphrase", label);
  fw_command_set_final (command);
  event = fw_store_run (self, command, NULL, error);
  return event != NULL;
}

static void
reload_keys (FwStore *self)
{
  g_autofree char *path = file_path (self, FW_STORE_KEYS);
  FwKeys *keys = fw_keys_load (path, NULL);

  if (keys == NULL)
    return;
  fw_keys_free (self->keys);
  self->keys = keys;
}

static FwKeyCost
current_cost (FwStore *self)
{
  return fw_keys_is_minimal (self->keys) ? FW_KEY_COST_MINIMAL : FW_KEY_COST_MODERATE;
}

/**
 * fw_store_dup_passphrase_labels:
 *
 * Returns: (transfer full): the names of the passphrases that open the store
 */
GStrv
fw_store_dup_passphrase_labels (FwStore *self)
{
  GStrv labels;

  g_mutex_lock (&self->keys_mutex);
  labels = fw_keys_dup_labels (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  return labels;
}

/* Runs one change of the slots under the lock; where it or its saving fails the slots are as they were. */
static gboolean
finish_keys (FwStore *self,
             gboolean changed,
             const char *what,
             const char *label,
             const char *who,
             GError **error)
{
  gboolean done = changed && adopt_keys (self, what, label, who, error);

  if (changed && !done)
    reload_keys (self);
  g_mutex_unlock (&self->keys_mutex);
  return done;
}

static gboolean
lock_keys (FwStore *self,
           GError **error)
{
  g_mutex_lock (&self->keys_mutex);
  if (_fw_store_check_writable (self, error))
    return TRUE;
  g_mutex_unlock (&self->keys_mutex);
  return FALSE;
}

/**
 * fw_store_change_passphrase:
 * @old_passphrase: which one to change; wrong: %FW_STORE_ERROR_PASSPHRASE
 *
 * Nothing is encrypted anew: the data key stays and is wrapped anew. Old backups still open with the old passphrase.
 */
gboolean
fw_store_change_passphrase (FwStore *self,
                            const char *old_passphrase,
                            const char *new_passphrase,
                            const char *who,
                            GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (FwSecret) data_key = NULL;
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  data_key = fw_keys_unlock (self->keys, old_passphrase, &label, error);
  changed = data_key != NULL &&
            fw_keys_replace (self->keys, label, new_passphrase, current_cost (self), data_key, error);
  return finish_keys (self, changed, "store.change-passphrase", label, who, error);
}

/**
 * fw_store_add_passphrase:
 * @label: a name for it, not in use yet
 *
 * Adds a further passphrase that opens the store.
 */
gboolean
fw_store_add_passphrase (FwStore *self,
                         const char *label,
                         const char *passphrase,
                         const char *who,
                         GError **error)
{
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  changed = fw_keys_add (self->keys, label, passphrase, current_cost (self), self->data_key, error);
  return finish_keys (self, changed, "store.add-passphrase", label, who, error);
}

/**
 * fw_store_remove_passphrase:
 *
 * Takes a passphrase away; the last one stays.
 */
gboolean
fw_store_remove_passphrase (FwStore *self,
                            const char *label,
                            const char *who,
                            GError **error)
{
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  changed = fw_keys_remove (self->keys, label, error);
  return finish_keys (self, changed, "store.remove-passphrase", label, who, error);
}
