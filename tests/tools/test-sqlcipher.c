/* The library that the build found is the one the store needs: SQLCipher 4.6, with full-text search
 * and column metadata, and with nothing of it on disk outside the store. */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>

static char *
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return answer;
}

static sqlite3 *
open_memory (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  return db;
}

static void
test_version (void)
{
  sqlite3 *db = open_memory ();
  g_autofree char *version = ask (db, "PRAGMA cipher_version");
  int major = 0;
  int minor = 0;

  g_assert_nonnull (version);
  g_assert_cmpint (sscanf (version, "%d.%d", &major, &minor), ==, 2);
  g_assert_true (major > 4 || (major == 4 && minor >= 6));
  g_assert_cmpint (sqlite3_libversion_number (), >=, 3046000);
  sqlite3_close (db);
}

static void
test_options (void)
{
  g_assert_true (sqlite3_compileoption_used ("HAS_CODEC"));
  g_assert_true (sqlite3_compileoption_used ("ENABLE_FTS5"));
  g_assert_true (sqlite3_compileoption_used ("ENABLE_COLUMN_METADATA"));
  g_assert_true (sqlite3_compileoption_used ("TEMP_STORE=2"));
  g_assert_cmpint (sqlite3_threadsafe (), !=, 0);
}

static void
test_full_text (void)
{
  sqlite3 *db = open_memory ();
  g_autofree char *found = NULL;

  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE VIRTUAL TABLE t USING fts5 (name);"
                                 "INSERT INTO t VALUES ('张 敏');",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  found = ask (db, "SELECT name FROM t WHERE t MATCH '\"张 敏\"'");
  g_assert_cmpstr (found, ==, "张 敏");
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tools/sqlcipher/version", test_version);
  g_test_add_func ("/tools/sqlcipher/options", test_options);
  g_test_add_func ("/tools/sqlcipher/full-text", test_full_text);
  return g_test_run ();
}
