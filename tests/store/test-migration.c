#include "fw-test-store.h"

#include "store/fw-connection.h"
#include "store/fw-migration.h"

static FwConnection *
make_empty (TestPlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_place_file (place, "some.db");
  g_autoptr (FwSecret) key = fw_keys_new_data_key ();
  FwConnection *connection;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  connection = _fw_connection_open (path, key, FW_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  return connection;
}

static int
get_version (FwConnection *connection)
{
  gint64 version = -1;

  g_assert_true (_fw_connection_get_int (connection, "PRAGMA user_version", &version, NULL));
  return (int) version;
}

static void
test_steps (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  gint64 tables = 0;
  int version;

  g_assert_cmpint (get_version (connection), ==, 0);
  g_assert_true (_fw_migration_run (connection, 0, &error));
  g_assert_cmpint (get_version (connection), ==, _fw_migration_get_newest ());
  g_assert_true (_fw_migration_check (connection, &version, &error));
  /* Nothing is left to do. */
  g_assert_true (_fw_migration_run (connection, version, &error));
  g_assert_true (_fw_connection_get_int (
    connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'", &tables, NULL));
  g_assert_cmpint (tables, >, 50);
}

/* The whole of it or nothing: the second file finds a table in its way. */
static void
test_all_or_nothing (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  gint64 tables = 0;

  g_assert_true (_fw_connection_execute (connection, "CREATE TABLE employer (x)", &error));
  g_assert_false (_fw_migration_run (connection, 0, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "migration 0002"));
  g_assert_cmpint (get_version (connection), ==, 0);
  g_assert_true (_fw_connection_get_int (
    connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'", &tables, NULL));
  g_assert_cmpint (tables, ==, 1);
}

/* People and contracts of a store from before their terms were kept apart. */
static void
test_terms_of_old (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  gint64 count = 0;

  g_assert_true (_fw_migration_run (connection, 0, &error));
  g_assert_true (_fw_connection_execute (
    connection,
    "PRAGMA foreign_keys = OFF;"
    "DROP VIEW employee_latest_term; DROP TABLE employee_term;"
    "DROP INDEX case_case_group_id; DROP INDEX evidence_case_group_id; DROP INDEX document_issued_case_group_id;"
    "DROP INDEX delivery_case_group_id; ALTER TABLE \"case\" DROP COLUMN case_group_id;"
    "ALTER TABLE evidence DROP COLUMN case_group_id; ALTER TABLE document_issued DROP COLUMN case_group_id;"
    "ALTER TABLE delivery DROP COLUMN case_group_id; DROP TABLE case_group_answer; DROP TABLE case_group;"
    "DROP INDEX document_issued_talk_id; ALTER TABLE document_issued DROP COLUMN talk_id;"
    "DROP TABLE talk_entry; DROP TABLE talk; DROP TABLE case_basis; DROP TABLE local_figure; CREATE TABLE local_figure (id TEXT UNIQUE) STRICT;"
    "DROP INDEX employment_employee_id; CREATE INDEX employment_employee_id ON employment (employee_id);"
    "PRAGMA user_version = 3; DELETE FROM counter WHERE name = 'people';"
    "INSERT INTO employee (id, changed_by_event, number, name, \"left\") VALUES ('a', 1, '1', 'A', '2020-01-01'),"
    " ('b', 1, '2', 'B', NULL);"
    "INSERT INTO employment (id, changed_by_event, employee_id, hired, contract_end) VALUES"
    " ('x', 1, 'a', '2010-01-01', '2012-01-01'), ('y', 1, 'a', '2012-01-02', '2015-01-01')",
    &error));
  g_assert_no_error (error);
  g_assert_true (_fw_migration_run (connection, 3, &error));
  g_assert_no_error (error);
  g_assert_true (_fw_connection_get_int (connection,
                                         "SELECT count(*) FROM employee_term WHERE hired = '2012-01-02' "
                                         "AND contract_end = '2015-01-01' AND \"left\" = '2020-01-01'",
                                         &count, &error));
  g_assert_cmpint (count, ==, 1);
  g_assert_true (_fw_connection_get_int (connection, "SELECT count(*) FROM employee_term WHERE hired IS NULL", &count,
                                         &error));
  g_assert_cmpint (count, ==, 1);
  g_assert_true (_fw_connection_get_int (connection, "SELECT value FROM counter WHERE name = 'people'", &count, &error));
  g_assert_cmpint (count, ==, 2);
}

/* Of three people two are no longer among the terms; the one who is stays as is. */
static void
test_lost_terms (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  gint64 found = 0;

  g_assert_true (_fw_migration_run (connection, 0, &error));
  _fw_connection_execute (connection,
                          "PRAGMA foreign_keys = OFF; PRAGMA user_version = 12;"
                          "INSERT INTO employee (id, changed_by_event, number, name) VALUES ('a', 1, '1', 'A'), ('b', 1, '2', 'B'),"
                          " ('c', 1, '3', 'C');"
                          "INSERT INTO employment (id, changed_by_event, employee_id, hired) VALUES ('x', 1, 'a', '2010-01-01'),"
                          " ('y', 1, 'b', '2011-01-01'), ('z', 1, 'b', '2015-01-01');"
                          "INSERT INTO employee_term (seq, hired) VALUES (1, '2010-01-01')",
                          &error);
  g_assert_no_error (error);
  g_assert_true (_fw_migration_run (connection, 12, &error));
  g_assert_no_error (error);
  g_assert_true (_fw_connection_get_int (connection,
                                         "SELECT group_concat (ifnull (substr (hired, 1, 4), '9999'), '') = '201020159999' "
                                         "FROM (SELECT hired FROM employee_term ORDER BY seq)",
                                         &found, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, 1);
}

/* Vocabularies that are checked by comparing refuse what they refused before, and nothing makes a table for them at each row. */
static void
test_checks (void)
{
  static const struct
  {
    const char *sql;
    const char *allowed;
  } cases[] = {
    { "UPDATE employee SET status = ", "active leaving left" },
    { "UPDATE employee SET temperament = ", "open reserved sensitive assertive" },
    { "UPDATE employee SET retirement_category = ", "M60 F55 F50" },
    { "UPDATE employment SET contract = ", "fixed-term open-ended task part-time dispatch over-age" },
    { "UPDATE attendance SET kind = ", "late absent early overtime leave" },
  };
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  gint64 count = -1;
  int defensive = 0;

  _fw_migration_run (connection, 0, &error);
  g_assert_no_error (error);
  sqlite3_db_config (_fw_connection_get_database (connection), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
  _fw_connection_execute (connection,
                          "PRAGMA foreign_keys = OFF;"
                          "INSERT INTO employee (id, changed_by_event, number, name) VALUES ('a', 1, '1', 'A');"
                          "INSERT INTO employment (id, changed_by_event, employee_id, hired) VALUES ('b', 1, 'a', '2010-01-01');"
                          "INSERT INTO attendance (id, changed_by_event, employee_id, date, kind) VALUES"
                          " ('c', 1, 'a', '2010-01-01', 'late')",
                          &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].allowed, " ", -1);
      g_autofree char *bad = g_strconcat (cases[i].sql, "'", words[0], "s'", NULL);

      for (guint w = 0; words[w] != NULL; w++)
        {
          g_autofree char *sql = g_strconcat (cases[i].sql, "'", words[w], "'", NULL);

          g_assert_true (_fw_connection_execute (connection, sql, &error));
        }
      g_assert_false (_fw_connection_execute (connection, bad, &error));
      g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
      g_clear_error (&error);
    }
  g_assert_true (_fw_connection_get_int (
    connection, "SELECT count(*) FROM sqlite_schema WHERE name IN ('employee', 'employment', 'attendance') "
                "AND sql GLOB '* IN (''*'', ''*'', ''*'')*'", &count, &error));
  g_assert_cmpint (count, ==, 0);
}

static void
test_newer (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  int version;

  g_assert_true (_fw_connection_execute (connection, "PRAGMA user_version = 9999", &error));
  g_assert_false (_fw_migration_check (connection, &version, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "9999"));
}

/* What no command sets: how the database guards itself. */
static void
test_settings (void)
{
  static const struct
  {
    const char *pragma;
    gint64 value;
  } cases[] = {
    { "PRAGMA foreign_keys", 1 },    { "PRAGMA synchronous", 2 },    { "PRAGMA secure_delete", 1 },
    { "PRAGMA temp_store", 2 },      { "PRAGMA trusted_schema", 0 }, { "PRAGMA cell_size_check", 1 },
    { "PRAGMA cache_size", -65536 },
  };
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = make_empty (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwOwnStatement) mode = _fw_connection_prepare_once (connection, "PRAGMA journal_mode", NULL);
  int defensive = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = -1;

      g_assert_true (_fw_connection_get_int (connection, cases[i].pragma, &value, &error));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  g_assert_cmpint (sqlite3_step (mode), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (mode, 0), ==, "wal");
  sqlite3_db_config (_fw_connection_get_database (connection), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migration/steps", test_steps);
  g_test_add_func ("/store/migration/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/migration/terms-of-old", test_terms_of_old);
  g_test_add_func ("/store/migration/lost-terms", test_lost_terms);
  g_test_add_func ("/store/migration/checks", test_checks);
  g_test_add_func ("/store/migration/newer", test_newer);
  g_test_add_func ("/store/migration/settings", test_settings);
  return g_test_run ();
}
