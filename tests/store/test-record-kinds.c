#include "fw-test-store.h"

#include "store/fw-connection.h"
#include "store/fw-migration.h"

/* Columns that every record has and no description names. */
static const char *const own_columns[] = { "seq", "id", "changed_by_event", NULL };

/* Tables that are no records. */
static const char *const own_tables[] = {
  "event", "event_payload", "event_subject",   "event_change", "blob", "blob_piece",
  "draft", "employee_sort", "employee_search", "counter",      "employee_term", "employee_latest_term",
  NULL
};

static FwConnection *
open_fresh (TestPlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_place_file (place, "fresh.db");
  g_autoptr (FwSecret) key = fw_keys_new_data_key ();
  FwConnection *connection;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  connection = _fw_connection_open (path, key, FW_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  _fw_migration_run (connection, 0, &error);
  g_assert_no_error (error);
  return connection;
}

static const char *
column_type (FwFieldType type)
{
  return type == FW_FIELD_COUNT || type == FW_FIELD_TRUTH ? "INTEGER" : "TEXT";
}

static const FwField *
find_by_column (const FwRecordKind *kind,
                const char *column)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *name = fw_field_dup_column (&kind->fields[i]);

      if (g_str_equal (name, column))
        return &kind->fields[i];
    }
  return NULL;
}

static gboolean
is_unique (FwConnection *connection,
           const char *table,
           const char *column)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM pragma_index_list ('%s') AS l JOIN pragma_index_info (l.name) AS i WHERE l.\"unique\" AND i.name = '%s'",
    table, column);
  gint64 count = 0;

  g_assert_true (_fw_connection_get_int (connection, sql, &count, &error));
  return count > 0;
}

static void
check_reference (FwConnection *connection,
                 const FwRecordKind *kind,
                 const FwField *field)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  g_autofree char *column = fw_field_dup_column (field);
  g_autofree char *sql = g_strdup_printf (
    "SELECT \"table\", \"to\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'", table, column);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (connection, sql, NULL);
  const FwRecordKind *target = field->refers_to != NULL ? fw_record_kind_find (field->refers_to) : NULL;
  g_autofree char *expected = target != NULL ? fw_record_kind_dup_table (target)
                                             : g_strdup (field->type == FW_FIELD_HASH ? "blob" : NULL);
  gboolean found = sqlite3_step (statement) == SQLITE_ROW;

  g_assert_cmpint (field->refers_to != NULL, ==, field->type == FW_FIELD_REFERENCE);
  g_assert_cmpint (found, ==, expected != NULL);
  if (found)
    {
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, expected);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==,
                       field->type == FW_FIELD_HASH ? "sha256" : "id");
    }
}

/* Every column of the table is described, and every field described is a column of its type. */
static void
check_kind (FwConnection *connection,
            const FwRecordKind *kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  g_autofree char *sql =
    g_strdup_printf ("SELECT name, type, \"notnull\" FROM pragma_table_info ('%s')", table);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (connection, sql, NULL);
  guint n_fields = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);
      const FwField *field = find_by_column (kind, column);

      if (g_strv_contains (own_columns, column))
        continue;
      if (field == NULL)
        g_error ("%s.%s is not described", table, column);
      n_fields++;
      if (kind->read_only)
        continue;
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, column_type (field->type));
      g_assert_cmpint (sqlite3_column_int (statement, 2), ==, (field->flags & FW_FIELD_REQUIRED) != 0);
      g_assert_cmpint (is_unique (connection, table, column), ==, (field->flags & FW_FIELD_UNIQUE) != 0);
      check_reference (connection, kind, field);
    }
  g_assert_cmpuint (n_fields, ==, kind->n_fields);
}

static void
test_description_is_schema (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = open_fresh (place);
  const FwRecordKind *kind;
  guint n = 0;

  for (; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    check_kind (connection, kind);
  g_assert_cmpuint (n, >, 45);
}

static void
test_schema_is_described (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwConnection) connection = open_fresh (place);
  g_autoptr (FwOwnStatement) statement = _fw_connection_prepare_once (
    connection,
    "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT GLOB 'sqlite_*' AND type <> 'shadow'",
    NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autofree char *name = _fw_column_dup_text (statement, 0);
      gboolean table = sqlite3_stricmp ((const char *) sqlite3_column_text (statement, 2), "table") == 0;

      g_assert_true (!table || sqlite3_column_int (statement, 1));
      if (g_strv_contains (own_tables, name))
        continue;
      if (fw_record_kind_find (g_strdelimit (name, "_", '-')) == NULL)
        g_error ("table %s is not described", name);
    }
}

/* Names are unique, words of the field, and a person's records say whose they are. */
static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const FwRecordKind *kind;

  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) kind->name));
      for (guint i = 0; i < kind->n_fields; i++)
        {
          g_assert_cmpuint (strspn (kind->fields[i].name, "abcdefghijklmnopqrstuvwxyz-0123456789"), ==,
                            strlen (kind->fields[i].name));
          g_assert_true (fw_record_kind_find_field (kind, kind->fields[i].name) == &kind->fields[i]);
          g_assert_cmpint (g_str_has_suffix (kind->fields[i].name, "-id") &&
                             !g_str_equal (kind->fields[i].name, "record-id"),
                           ==, kind->fields[i].type == FW_FIELD_REFERENCE);
        }
    }
  g_assert_null (fw_record_kind_find ("nobody"));
  g_assert_null (fw_record_kind_find (NULL));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/record-kinds/description-is-schema", test_description_is_schema);
  g_test_add_func ("/store/record-kinds/schema-is-described", test_schema_is_described);
  g_test_add_func ("/store/record-kinds/names", test_names);
  return g_test_run ();
}
