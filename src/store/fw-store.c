#include "store/fw-store-private.h"

/* So many readers' connections wait for the next one; each may hold decrypted pages. */
#define MAX_IDLE_READERS 3
/* Below so many people every word is found in a few milliseconds. */
#define FEWEST_FOR_WORDS 20000

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
  _fw_people_cache_clear (&self->people);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->people.mutex);
  g_mutex_clear (&self->people.sorting);
  g_mutex_clear (&self->people.wording);
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

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, FW_TYPE_EVENT);
}

static void
fw_store_init (FwStore *self)
{
  g_mutex_init (&self->keys_mutex);
  g_mutex_init (&self->writer_mutex);
  g_mutex_init (&self->readers_mutex);
  g_mutex_init (&self->people.mutex);
  g_mutex_init (&self->people.sorting);
  g_mutex_init (&self->people.wording);
  self->people.fewest = FEWEST_FOR_WORDS;
  g_queue_init (&self->readers);
  self->context = g_main_context_ref_thread_default ();
}

/* A file of the store's folder; (transfer full). */
char *
_fw_store_file_path (FwStore *self,
                     const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * fw_store_close:
 *
 * Closes every connection, wipes the key and gives the lock back. What reads after it ends with %G_IO_ERROR_CANCELLED,
 * what writes fails with %FW_STORE_ERROR_FAILED. Dropping the last reference does the same.
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

/* Opens the database once more; (transfer full). */
FwConnection *
_fw_store_open_connection (FwStore *self,
                           FwConnectionMode mode,
                           GError **error)
{
  g_autofree char *path = _fw_store_file_path (self, FW_STORE_DATABASE);

  if (self->data_key == NULL)
    {
      /* Whoever reads behind the lock has nobody left to tell. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the store is closed");
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
    connection = _fw_store_open_connection (self, FW_CONNECTION_READ, error);
  g_mutex_unlock (&self->readers_mutex);
  if (connection == NULL)
    return NULL;
  _fw_connection_watch (connection, cancellable);
  reader = g_new0 (FwReader, 1);
  reader->store = g_object_ref (self);
  reader->connection = connection;
  return reader;
}

/* Gives a connection back to the next reader; one too many, or of a store that was closed meanwhile, is closed. */
void
_fw_reader_return (FwReader *reader)
{
  FwStore *store = reader->store;
  gboolean kept;

  _fw_connection_watch (reader->connection, NULL);
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
                       self->data_key == NULL ? "the store is closed"
                                              : "the store was opened for reading only");
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
 * Answers whether its passphrase costs next to nothing to guess: a store for tests, which the window
 * says aloud.
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
