#include "store/fw-migration.h"

#include "store/fw-store-error.h"
#include "store/fw-migrations-resource.h"

#define RESOURCE_FOLDER "/org/fairwell/Fairwell/store/migrations"

static GStrv
list_files (void)
{
  g_autoptr (GError) error = NULL;
  char **names = g_resource_enumerate_children (fw_migrations_get_resource (), RESOURCE_FOLDER, 0, &error);

  if (names == NULL)
    g_error ("the migrations are not built in: %s", error->message);
  return names;
}

/* The version of the schema that this program makes and reads: one for each numbered file. */
int
_fw_migration_get_newest (void)
{
  g_auto (GStrv) names = list_files ();

  return (int) g_strv_length (names);
}

/* Reads the version of an opened database; one that is newer than this program is refused. */
gboolean
_fw_migration_check (FwConnection *connection,
                     int *version,
                     GError **error)
{
  gint64 found = 0;

  if (!_fw_connection_get_int (connection, "PRAGMA user_version", &found, error))
    return FALSE;
  *version = (int) found;
  if (found <= _fw_migration_get_newest ())
    return TRUE;
  g_set_error (
    error, FW_STORE_ERROR, FW_STORE_ERROR_NEWER,
    "the store was made by a newer program (its version is %d, this program knows %d); it was left as it is",
    *version, _fw_migration_get_newest ());
  return FALSE;
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
run_file (FwConnection *connection,
          const char *name,
          int version,
          GError **error)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, name, NULL);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (fw_migrations_get_resource (), path, 0, error);

  /* The data of a resource end with a NUL behind their size. */
  if (sql == NULL || !_fw_connection_execute (connection, g_bytes_get_data (sql, NULL), error) ||
      !_fw_connection_execute (connection, stamp, error))
    {
      g_prefix_error (error, "migration %s: ", name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_files (FwConnection *connection,
           GStrv names,
           int version,
           GError **error)
{
  for (int i = version; names[i] != NULL; i++)
    if (!run_file (connection, names[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/*
 * Brings a database of @version to the newest, all in one transaction: afterwards it is of the newest
 * version or as it was.
 */
gboolean
_fw_migration_run (FwConnection *connection,
                   int version,
                   GError **error)
{
  g_auto (GStrv) names = list_files ();
  guint n_names = g_strv_length (names);
  sqlite3 *database = _fw_connection_get_database (connection);
  gboolean run;

  qsort (names, n_names, sizeof *names, compare_names_cb);
  if (!_fw_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  /* A migration may write the text of a table anew, which nothing else may. */
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  run = run_files (connection, names, version, error);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (run && _fw_connection_execute (connection, "COMMIT", error))
    return TRUE;
  _fw_connection_rollback (connection);
  return FALSE;
}
