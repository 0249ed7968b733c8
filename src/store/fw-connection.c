#include "store/fw-connection.h"

#include <sodium.h>
#include <string.h>

#include "store/fw-memory-rows.h"
#include "store/fw-store-error.h"

/* Long enough for another reader's recovery, short enough for a person. */
#define BUSY_TIMEOUT_MS 5000
/* How many steps of the engine pass between two looks at whether anybody still wants the answer. */
#define WATCH_STEPS 2000
#define MIN_SQLCIPHER_MAJOR 4

struct _FwConnection
{
  sqlite3 *database;
  GHashTable *statements;   /* char* → sqlite3_stmt* */
  GHashTable *made;         /* Made* → sqlite3_stmt* of statements: spares writing the text again */

  /* Who may interrupt what runs now. */
  GCancellable *cancellable;
};

/* What a statement was made for, and by what. */
typedef struct
{
  gconstpointer subject;
  FwMakeSql make;
} Made;

static guint
hash_made_cb (gconstpointer data)
{
  const Made *made = data;

  return g_direct_hash (made->subject) ^ (guint) (guintptr) made->make;
}

static gboolean
equal_made_cb (gconstpointer a,
               gconstpointer b)
{
  const Made *first = a, *second = b;

  return first->subject == second->subject && first->make == second->make;
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

void
_fw_connection_free (FwConnection *self)
{
  g_hash_table_unref (self->made);
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  sqlite3_close (self->database);
  g_free (self);
}

sqlite3 *
_fw_connection_get_database (FwConnection *self)
{
  return self->database;
}

/*
 * Says why the last call failed, by what there is to do about it. SQLite's texts name tables and
 * columns, not values.
 */
void
_fw_connection_set_error (FwConnection *self,
                          GError **error)
{
  int code = sqlite3_errcode (self->database) & 0xff;
  const char *text = sqlite3_errmsg (self->database);

  if (code == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no longer wanted");
  else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                         "the database is damaged; restore a backup");
  else if (code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "the store refuses it: %s", text);
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_BUSY,
                         "the database is in use by another program");
  else if (code == SQLITE_FULL)
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the disk is full; nothing was saved");
  else
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the database failed: %s", text);
}

static int
progress_cb (void *user_data)
{
  FwConnection *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* From now on what runs ends with %G_IO_ERROR_CANCELLED once @cancellable is cancelled; %NULL ends the watch. */
void
_fw_connection_watch (FwConnection *self,
                      GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->database, cancellable != NULL ? WATCH_STEPS : 0, progress_cb, self);
}

/* Runs one or several statements that answer nothing. */
gboolean
_fw_connection_execute (FwConnection *self,
                        const char *sql,
                        GError **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  _fw_connection_set_error (self, error);
  return FALSE;
}

/*
 * The statement for @sql, ready to be bound, kept for the next time. To be held by g_autoptr
 * (FwStatement).
 */
sqlite3_stmt *
_fw_connection_prepare (FwConnection *self,
                        const char *sql,
                        GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v3 (self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      _fw_connection_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/* As _fw_connection_prepare(), for a text that @make writes about @subject the first time it is needed. */
sqlite3_stmt *
_fw_connection_prepare_for (FwConnection *self,
                            gconstpointer subject,
                            FwMakeSql make,
                            GError **error)
{
  Made wanted = { subject, make };
  sqlite3_stmt *statement = g_hash_table_lookup (self->made, &wanted);
  g_autofree char *sql = NULL;

  if (statement != NULL)
    return statement;
  sql = make (subject);
  statement = _fw_connection_prepare (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->made, g_memdup2 (&wanted, sizeof wanted), statement);
  return statement;
}

/*
 * As _fw_connection_prepare(), but not kept: for texts made of a query. To be held by g_autoptr
 * (FwOwnStatement).
 */
sqlite3_stmt *
_fw_connection_prepare_once (FwConnection *self,
                             const char *sql,
                             GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    _fw_connection_set_error (self, error);
  return statement;
}

/* Steps a statement that answers no rows. */
gboolean
_fw_connection_run (FwConnection *self,
                    sqlite3_stmt *statement,
                    GError **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  _fw_connection_set_error (self, error);
  return FALSE;
}

/* Goes to the next row. *@row: whether there is one; that it could not be read is an error and no end. */
gboolean
_fw_connection_step_row (FwConnection *self,
                         sqlite3_stmt *statement,
                         gboolean *row,
                         GError **error)
{
  const int step = sqlite3_step (statement);

  *row = step == SQLITE_ROW;
  if (step != SQLITE_ROW && step != SQLITE_DONE)
    _fw_connection_set_error (self, error);
  return step == SQLITE_ROW || step == SQLITE_DONE;
}

/* Reads one whole number. */
gboolean
_fw_connection_get_int (FwConnection *self,
                        const char *sql,
                        gint64 *value,
                        GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      _fw_connection_set_error (self, error);
      return FALSE;
    }
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
_fw_connection_rollback (FwConnection *self)
{
  /* SQLite may have rolled back by itself (disk full); then there is nothing left to end. */
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
}

/*
 * Hands the codec the key itself ("raw"): it was derived once, with Argon2id, and need not be derived
 * at each opening.
 */
static gboolean
pass_key (FwConnection *self,
          FwSecret *data_key,
          GError **error)
{
  gsize size = fw_secret_get_size (data_key);
  g_autoptr (FwSecret) text = fw_secret_new (size * 2 + 4);
  char *raw = (char *) fw_secret_get_bytes (text);

  /* Its log goes to standard error and says nothing that our errors do not. */
  sqlite3_exec (self->database, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
  raw[0] = 'x';
  raw[1] = '\'';
  sodium_bin2hex (raw + 2, size * 2 + 1, fw_secret_get_bytes (data_key), size);
  raw[size * 2 + 2] = '\'';
  if (sqlite3_key_v2 (self->database, "main", raw, (int) size * 2 + 3) == SQLITE_OK)
    return TRUE;
  _fw_connection_set_error (self, error);
  return FALSE;
}

static gboolean
check_codec (FwConnection *self,
             GError **error)
{
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (self, "PRAGMA cipher_version", error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW &&
      g_ascii_strtoll ((const char *) sqlite3_column_text (statement, 0), NULL, 10) >= MIN_SQLCIPHER_MAJOR)
    return TRUE;
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
               "this program was built without SQLCipher %d or newer", MIN_SQLCIPHER_MAJOR);
  return FALSE;
}

static gboolean
configure (FwConnection *self,
           FwConnectionMode mode,
           GError **error)
{
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_busy_timeout (self->database, BUSY_TIMEOUT_MS);
  if (mode == FW_CONNECTION_WRITE && !_fw_memory_rows_offer (self->database))
    {
      _fw_connection_set_error (self, error);
      return FALSE;
    }
  /* Page misses are decryptions: with 64 MiB the usual store is decrypted once. */
  if (!_fw_connection_execute (self,
                               "PRAGMA cache_size = -65536;"
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA secure_delete = ON;",
                               error))
    return FALSE;
  return mode != FW_CONNECTION_WRITE ||
         _fw_connection_execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error);
}

static char *
database_uri (const char *path,
              FwConnectionMode mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return g_strconcat ("file:", escaped, mode == FW_CONNECTION_PROBE ? "?immutable=1" : "", NULL);
}

/*
 * Opens the database with the data key. It must exist: SQLite would make it with a mode of its own. The
 * key is not known to be right before the first page is read; that is done here, too.
 */
FwConnection *
_fw_connection_open (const char *path,
                     FwSecret *data_key,
                     FwConnectionMode mode,
                     GError **error)
{
  g_autofree char *uri = database_uri (path, mode);
  FwConnection *self = g_new0 (FwConnection, 1);
  gint64 ignored;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
              (mode == FW_CONNECTION_WRITE || mode == FW_CONNECTION_COPY ? SQLITE_OPEN_READWRITE
                                                                         : SQLITE_OPEN_READONLY);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->made = g_hash_table_new_full (hash_made_cb, equal_made_cb, g_free, NULL);
  if (sqlite3_open_v2 (uri, &self->database, flags, NULL) != SQLITE_OK)
    {
      if (self->database != NULL)
        _fw_connection_set_error (self, error);
      else
        g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                             "no memory left to open the database");
      _fw_connection_free (self);
      return NULL;
    }
  if (!pass_key (self, data_key, error) || !check_codec (self, error) || !configure (self, mode, error) ||
      !_fw_connection_get_int (self, "SELECT count(*) FROM sqlite_schema", &ignored, error))
    {
      _fw_connection_free (self);
      return NULL;
    }
  return self;
}

/* Binds a copy of a text; NULL binds NULL. */
void
_fw_bind_text (sqlite3_stmt *statement,
               int position,
               const char *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

/* Binds a text that stays as it is until the statement is reset, without a copy; NULL binds NULL. */
void
_fw_bind_kept_text (sqlite3_stmt *statement,
                    int position,
                    const char *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_STATIC);
}

char *
_fw_column_dup_text (sqlite3_stmt *statement,
                     int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

void
_fw_statement_reset (FwStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

void
_fw_own_statement_free (FwOwnStatement *statement)
{
  sqlite3_finalize (statement);
}
