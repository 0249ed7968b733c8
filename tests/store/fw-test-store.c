#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-connection.h"

#include "fw-test-folder.h"

TestPlace *
test_place_new (void)
{
  TestPlace *place = g_new0 (TestPlace, 1);
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("fairwell-store-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "store", NULL);
  return place;
}

void
test_place_free (TestPlace *place)
{
  test_remove_tree (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_free (place);
}

char *
test_place_file (TestPlace *place,
                 const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

char *
test_place_store_file (TestPlace *place,
                       const char *name)
{
  return g_build_filename (place->path, name, NULL);
}

FwStore *
test_store_create (TestPlace *place)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester" };
  g_autoptr (GError) error = NULL;
  FwStore *store = fw_store_create (place->path, TEST_PASSPHRASE, &options, &error);

  g_assert_no_error (error);
  return store;
}

FwStore *
test_store_open (TestPlace *place,
                 FwStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  FwStore *store = fw_store_open (place->path, TEST_PASSPHRASE, mode, &error);

  g_assert_no_error (error);
  return store;
}

void
test_set_up (TestFixture *fixture,
             gconstpointer user_data)
{
  fixture->place = test_place_new ();
  fixture->store = test_store_create (fixture->place);
}

/* Whatever a test did by commands, the audit agrees with it. */
void
test_tear_down_sound (TestFixture *fixture,
                      gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwVerification) verification = fw_store_verify (fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verification->reason, ==, NULL);
  g_assert_true (verification->sound);
  g_assert_finalize_object (fixture->store);
  test_place_free (fixture->place);
}

FwEvent *
test_put (FwStore *store,
          FwRecord *record)
{
  g_autofree char *what = g_strconcat (fw_record_get_kind (record)->name, ".change", NULL);
  g_autoptr (FwCommand) command = fw_command_new (what, "tester", "because it is so");
  g_autoptr (GError) error = NULL;
  FwEvent *event;

  fw_command_put (command, record);
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
  return event;
}

FwRecord *
test_add_employee (FwStore *store,
                   const char *number,
                   const char *name)
{
  FwRecord *employee = fw_record_new ("employee");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (employee, "number", number);
  fw_record_set (employee, "name", name);
  fw_record_set (employee, "status", "active");
  event = test_put (store, employee);
  return employee;
}

static FwConnection *
open_raw (TestPlace *place,
          FwConnectionMode mode)
{
  g_autofree char *keys_path = test_place_store_file (place, "keys.json");
  g_autofree char *database = test_place_store_file (place, "fairwell.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwKeys) keys = fw_keys_load (keys_path, &error);
  g_autoptr (FwSecret) key = fw_keys_unlock (keys, TEST_PASSPHRASE, NULL, &error);
  FwConnection *connection = _fw_connection_open (database, key, mode, &error);

  g_assert_no_error (error);
  return connection;
}

/* Does to the database what no command does: as somebody with the key and another program would. */
void
test_tamper (TestPlace *place,
             const char *sql)
{
  g_autoptr (FwConnection) connection = open_raw (place, FW_CONNECTION_WRITE);
  g_autoptr (GError) error = NULL;

  _fw_connection_execute (
    connection,
    "PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS event_stays; DROP TRIGGER IF EXISTS event_remains;",
    &error);
  g_assert_no_error (error);
  _fw_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* Answers one number about the database of a store that may be open. */
gint64
test_ask (TestPlace *place,
          const char *sql)
{
  g_autoptr (FwConnection) connection = open_raw (place, FW_CONNECTION_READ);
  g_autoptr (GError) error = NULL;
  gint64 answer = 0;

  _fw_connection_get_int (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

/* Answers one text about the database of a store that may be open. */
char *
test_ask_text (TestPlace *place,
               const char *sql)
{
  g_autoptr (FwConnection) connection = open_raw (place, FW_CONNECTION_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (connection, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}
