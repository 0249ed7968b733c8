/*
 * Stores as earlier versions of the program made them, under tests/fixtures/store-N (N is the schema's version), each
 * with one record of every kind and a value in every field. Later versions open them, bring them up to date and lose
 * nothing. They are never changed; a new release adds one:
 *
 *     build/tests/store/test-store-frozen --make tests/fixtures/store-N
 */
#include <string.h>

#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-evidence.h"
#include "store/fw-migration.h"
#include "store/fw-search.h"

#define SECOND_PASSPHRASE "第二个口令 42"
#define FILE_TEXT "签收单：本人已收到通知书。"
#define EXPECTED "expected.txt"

/* Making one */

/* What fits any field of its type; the record a reference points at is the one of its kind. */
static char *
fit_value (const FwField *field,
           GHashTable *ids,
           const char *sha256)
{
  switch (field->type)
    {
    case FW_FIELD_DATE:
      return g_strdup ("2026-02-28");
    case FW_FIELD_MONTH:
      return g_strdup ("2026-02");
    case FW_FIELD_MONEY:
      return g_strdup ("18500.50");
    case FW_FIELD_NUMBER:
      return g_strdup ("3.5");
    case FW_FIELD_COUNT:
      return g_strdup ("7");
    case FW_FIELD_TRUTH:
      return g_strdup ("true");
    case FW_FIELD_JSON:
      return g_strdup ("{\"a\":1}");
    case FW_FIELD_REFERENCE:
      return g_strdup (g_hash_table_lookup (ids, field->refers_to));
    case FW_FIELD_HASH:
      return g_strdup (sha256);
    case FW_FIELD_TEXT:
    default:
      if (field->choices != NULL)
        return g_strndup (field->choices, strcspn (field->choices, "|"));
      return g_strdup_printf ("文字 %s", field->name);
    }
}

static void
fill (FwRecord *record,
      GHashTable *ids,
      const char *sha256)
{
  const FwRecordKind *kind = fw_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = fit_value (&kind->fields[i], ids, sha256);

      fw_record_set (record, kind->fields[i].name, value);
    }
  if (g_str_equal (kind->name, "employee"))
    {
      fw_record_set (record, "number", "E0098");
      fw_record_set (record, "name", "欧阳静怡");
      fw_record_set (record, "pinyin", NULL);
    }
  /* The setting that the store itself reads must make sense. */
  if (g_str_equal (kind->name, "setting"))
    fw_record_set (record, "name", "fixture");
}

static void
make_records (FwStore *store,
              const char *sha256)
{
  g_autoptr (FwCommand) command = fw_command_new ("fixture.make", "tester", "一条不少");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  const FwRecordKind *kind;

  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    if (!kind->read_only)
      {
        FwRecord *record = fw_command_add (command, kind->name);

        g_hash_table_insert (ids, (char *) kind->name, (char *) fw_record_get_id (record));
        g_ptr_array_add (records, record);
      }
  for (guint i = 0; i < records->len; i++)
    fill (g_ptr_array_index (records, i), ids, sha256);
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
}

static void
write_records (FwStore *store,
               GString *out)
{
  const FwRecordKind *kind;

  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records =
        kind->read_only ? NULL : fw_store_list (store, kind->name, NULL, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; records != NULL && i < records->len; i++)
        for (guint k = 0; k < kind->n_fields; k++)
          {
            FwRecord *record = g_ptr_array_index (records, i);
            const char *value = fw_record_get (record, kind->fields[k].name);

            if (value != NULL)
              g_string_append_printf (out, "%s\t%s\t%s\t%s\n", kind->name, fw_record_get_id (record),
                                      kind->fields[k].name, value);
          }
    }
}

static void
make (const char *folder)
{
  g_autoptr (GError) error = NULL;
  TestPlace place = { .path = (char *) folder };
  g_autoptr (FwStore) store = test_store_create (&place);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (FILE_TEXT, strlen (FILE_TEXT), NULL);
  g_autofree char *sha256 = fw_store_take_in_file (store, stream, NULL, NULL, NULL, NULL, &error);
  g_autofree char *code = NULL;
  g_autofree char *head = NULL;
  g_autofree char *expected = g_build_filename (folder, EXPECTED, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  make_records (store, sha256);
  g_assert_true (fw_store_set_draft (store, "case", "note", "写到一半", &error));
  g_assert_true (fw_store_add_passphrase (store, "second", TEST_PASSPHRASE, SECOND_PASSPHRASE, "tester", &error));
  code = fw_store_make_recovery_sheet (store, TEST_PASSPHRASE, "tester", &error);
  g_assert_no_error (error);
  head = fw_store_dup_head (store, &error);
  g_string_append_printf (text, "%s\n%s\n", head, code);
  write_records (store, text);
  fw_store_close (store);
  g_assert_true (g_file_set_contents (expected, text->str, -1, &error));
}

/* Reading one */

typedef struct
{
  TestPlace *place;
  char **lines; /* head, code, then kind, id, field and value of everything */
} Frozen;

static void
copy_file (const char *folder,
           const char *name,
           TestPlace *place)
{
  g_autofree char *from = g_build_filename (folder, name, NULL);
  g_autofree char *to = test_place_store_file (place, name);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &size, &error));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error));
}

static void
set_up (Frozen *self,
        gconstpointer version)
{
  g_autofree char *name = g_strdup_printf ("store-%d", GPOINTER_TO_INT (version));
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *expected = g_build_filename (folder, EXPECTED, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  self->place = test_place_new ();
  g_assert_cmpint (g_mkdir (self->place->path, 0700), ==, 0);
  copy_file (folder, "fairwell.db", self->place);
  copy_file (folder, "keys.json", self->place);
  g_assert_true (g_file_get_contents (expected, &text, NULL, &error));
  self->lines = g_strsplit (text, "\n", -1);
}

static void
tear_down (Frozen *self,
           gconstpointer version)
{
  test_place_free (self->place);
  g_strfreev (self->lines);
}

static void
assert_record (FwStore *store,
               const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) record = fw_store_get (store, parts[0], parts[1], &error);

  g_assert_no_error (error);
  g_test_message ("%s %s", parts[0], parts[2]);
  g_assert_cmpstr (fw_record_get (record, parts[2]), ==, parts[3]);
}

static void
assert_same_schema (TestPlace *place)
{
  static const char schema[] =
    "SELECT group_concat (type || ' ' || name || ' ' || coalesce (sql, ''), char (10)) FROM "
    "(SELECT * FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name)";
  g_autoptr (TestPlace) fresh = test_place_new ();
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  {
    g_autoptr (FwStore) store = test_store_create (fresh);
  }
  ours = test_ask_text (fresh, schema);
  theirs = test_ask_text (place, schema);
  /* A difference means that a migration was changed after it was frozen: put the change into a further file. */
  g_assert_cmpstr (theirs, ==, ours);
}

/* Whoever opens it first, a reader too, finds everything as it was left, and the audit holds. */
static void
test_nothing_is_lost (Frozen *self,
                      gconstpointer version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = test_store_open (self->place, FW_STORE_READ);
  g_autoptr (FwVerification) verification = fw_store_verify (store, self->lines[0], NULL, &error);
  guint n_lines = g_strv_length (self->lines);

  g_assert_no_error (error);
  g_assert_cmpstr (verification->reason, ==, NULL);
  g_assert_true (verification->sound);
  g_assert_cmpint (verification->head_event, ==, 4);
  g_assert_cmpint (verification->n_files, ==, 1);
  g_assert_cmpuint (n_lines, >, 300);
  for (guint i = 2; i < n_lines && *self->lines[i] != '\0'; i++)
    assert_record (store, self->lines[i]);
  g_clear_object (&store);
  g_assert_cmpint (test_ask (self->place, "PRAGMA user_version"), ==, _fw_migration_get_newest ());
  assert_same_schema (self->place);
}

static char *
dup_file_hash (Frozen *self)
{
  for (guint i = 2; self->lines[i] != NULL; i++)
    if (g_str_has_prefix (self->lines[i], "evidence\t") && strstr (self->lines[i], "\tsha256\t") != NULL)
      return g_strdup (strrchr (self->lines[i], '\t') + 1);
  g_assert_not_reached ();
}

/* Search, files, drafts and further work go on as if nothing had been. */
static void
test_work_goes_on (Frozen *self,
                   gconstpointer version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = test_store_open (self->place, FW_STORE_WRITE);
  g_autoptr (GArray) found = fw_store_search (store, "oyjy", NULL, NULL, &error);
  g_autofree char *sha256 = dup_file_hash (self);
  g_autoptr (GBytes) file = fw_store_get_file (store, sha256, NULL, &error);
  g_autofree char *draft = fw_store_dup_draft (store, "case", "note", &error);
  g_autoptr (FwRecord) employee = test_add_employee (store, "E0099", "单雄信");
  g_autoptr (FwVerification) verification = fw_store_verify (store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpmem (g_bytes_get_data (file, NULL), g_bytes_get_size (file), FILE_TEXT, strlen (FILE_TEXT));
  g_assert_cmpstr (draft, ==, "写到一半");
  g_assert_true (verification->sound);
}

static void
test_every_key_opens (Frozen *self,
                      gconstpointer version)
{
  const char *const keys[] = { TEST_PASSPHRASE, SECOND_PASSPHRASE, self->lines[1] };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FwStore) store = fw_store_open (self->place->path, keys[i], FW_STORE_READ, &error);

      g_assert_no_error (error);
      g_assert_true (fw_store_has_minimal_keys (store));
    }
}

static void
add_version (int version)
{
  static const struct
  {
    const char *name;
    void (*test) (Frozen *self,
                  gconstpointer version);
  } cases[] = {
    { "nothing-is-lost", test_nothing_is_lost },
    { "work-goes-on", test_work_goes_on },
    { "every-key-opens", test_every_key_opens },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/frozen/%d/%s", version, cases[i].name);

      g_test_add (path, Frozen, GINT_TO_POINTER (version), set_up, cases[i].test, tear_down);
    }
}

int
main (int argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    {
      make (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  add_version (3);
  add_version (6);
  add_version (10);
  return g_test_run ();
}
