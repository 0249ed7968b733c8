#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "store/fw-store.h"

#include "fw-test-folder.h"

/* The program as a script sees it: arguments in, exit, output and messages out. */
typedef struct
{
  char *folder;
  char *store;
  char *passphrase;
  char *list;
  char *out;
  char *err;
  int   exit;
} Fixture;

#define STAFF "工号,姓名,部门,身份证号,入职日期\nE1,张敏,研发中心,11010519491231002X,2020-01-01\nE2,李威,研发中心,110105194912310021,2020年13月1日\n"

static void
set_up (Fixture *fixture,
        gconstpointer unused)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;

  fixture->folder = g_dir_make_tmp ("fairwell-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = g_build_filename (fixture->folder, "store", NULL);
  fixture->passphrase = g_build_filename (fixture->folder, "passphrase", NULL);
  fixture->list = g_build_filename (fixture->folder, "list.csv", NULL);
  g_file_set_contents (fixture->passphrase, "a passphrase for tests\n", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->list, STAFF, -1, &error);
  g_assert_no_error (error);
  store = fw_store_create (fixture->store, "a passphrase for tests", &options, &error);
  g_assert_no_error (error);
  fw_store_close (store);
}

static void
tear_down (Fixture *fixture,
           gconstpointer unused)
{
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->store);
  g_free (fixture->passphrase);
  g_free (fixture->list);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Words without blanks in them, so that a call reads like one on a command line. */
static void
call (Fixture *fixture,
      const char *format,
      ...)
{
  g_autofree char *line = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  whole = g_strdup_printf ("%s %s --today 2026-10-15", g_getenv ("FAIRWELLCTL"), line);
  words = g_strsplit (whole, " ", -1);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err, &status, &error);
  g_assert_no_error (error);
  fixture->exit = g_spawn_check_wait_status (status, &error) ? 0 : error->code;
}

static JsonNode *
output_json (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (fixture->out, &error);

  g_assert_no_error (error);
  return node;
}

static void
bring (Fixture *fixture)
{
  call (fixture, "import %s employees %s --passphrase-file %s --json", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
}

static void
test_import (Fixture *fixture,
             gconstpointer unused)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object, *problem;

  bring (fixture);
  node = output_json (fixture);
  object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "new"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "bad"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "encoding"), ==, "UTF-8");
  g_assert_nonnull (json_object_get_string_member (object, "event"));
  problem = json_array_get_object_element (json_object_get_array_member (object, "problems"), 0);
  g_assert_cmpint (json_object_get_int_member (problem, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (problem, "field"), ==, "identity");
  g_assert_cmpstr (json_object_get_string_member (problem, "reason"), ==, "identity-check");
  g_assert_cmpstr (json_object_get_string_member (problem, "value"), ==, "1101…");
}

static void
test_dry_run (Fixture *fixture,
              gconstpointer unused)
{
  call (fixture, "import %s employees %s --dry-run --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "只是试了一遍"));
  g_assert_nonnull (strstr (fixture->out, "月份只有 1—12"));
  call (fixture, "employees %s --json --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_cmpstr (g_strstrip (fixture->out), ==, "[]");
}

static void
test_again (Fixture *fixture,
            gconstpointer unused)
{
  g_autoptr (JsonNode) node = NULL;

  bring (fixture);
  bring (fixture);
  node = output_json (fixture);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "unchanged"), ==, 1);
  g_assert_true (json_object_get_null_member (json_node_get_object (node), "event"));
}

static void
test_people (Fixture *fixture,
             gconstpointer unused)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) person = NULL;
  JsonObject *first;

  bring (fixture);
  call (fixture, "employees %s --search zm --json --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
  node = output_json (fixture);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1);
  first = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "number"), ==, "E1");
  g_assert_cmpstr (json_object_get_string_member (first, "department"), ==, "研发中心");
  call (fixture, "employees %s --search=nobody --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_nonnull (strstr (fixture->out, "0 人"));
  call (fixture, "employee %s E1 --json --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
  person = output_json (fixture);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (json_node_get_object (person), "employee"), "born"),
                   ==, "1949-12-31");
  g_assert_true (json_object_has_member (json_node_get_object (person), "employment"));
  call (fixture, "employee %s E99 --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 1);
}

static void
test_refused (Fixture *fixture,
              gconstpointer unused)
{
  call (fixture, "import %s employees %s --map name=不存在 --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 2);
  call (fixture, "import %s nonsense %s --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 2);
  call (fixture, "import %s employees", fixture->store);
  g_assert_cmpint (fixture->exit, ==, 2);
  call (fixture, "import %s wages %s --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 3);
  g_assert_nonnull (strstr (fixture->err, "list.csv: line 1:"));
  call (fixture, "import %s employees %s.missing --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 3);
  call (fixture, "import %s employees %s --encoding ebcdic --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 2);
  call (fixture, "import %s.missing employees %s --passphrase-file %s", fixture->store, fixture->list, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 1);
  call (fixture, "employees %s --json --passphrase-file %s", fixture->store, fixture->passphrase);
  g_assert_cmpstr (g_strstrip (fixture->out), ==, "[]");
}

/* What was told once and the rows that were bad are kept as files for the next time. */
static void
test_side_files (Fixture *fixture,
                 gconstpointer unused)
{
  g_autofree char *mapping = g_build_filename (fixture->folder, "mapping", NULL);
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.csv", NULL);
  g_autofree char *bad_text = NULL;

  g_file_set_contents (fixture->list, "码,名,进\nE1,张敏,2020-01-01\nE2,李威,2020-99-01\n", -1, NULL);
  call (fixture, "import %s employees %s --map number=码 --map name=名 --map hired=3 --keep-mapping %s --bad-rows %s --passphrase-file %s",
        fixture->store, fixture->list, mapping, bad, fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_file_get_contents (bad, &bad_text, NULL, NULL));
  g_assert_nonnull (strstr (bad_text, "E2,李威,2020-99-01,"));
  g_assert_null (strstr (bad_text, "E1"));
  g_file_set_contents (fixture->list, "名,进,码\n王五,2021-01-01,E3\n", -1, NULL);
  call (fixture, "import %s employees %s --mapping %s --passphrase-file %s", fixture->store, fixture->list, mapping,
        fixture->passphrase);
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "新的 1"));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-import/import", test_import);
  ADD ("/cli-import/dry-run", test_dry_run);
  ADD ("/cli-import/again", test_again);
  ADD ("/cli-import/people", test_people);
  ADD ("/cli-import/refused", test_refused);
  ADD ("/cli-import/side-files", test_side_files);
  return g_test_run ();
}
