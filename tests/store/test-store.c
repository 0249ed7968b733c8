#include "fw-test-store.h"

#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-audit.h"
#include "store/fw-connection.h"

static void
assert_fails (TestPlace *place,
              const char *passphrase,
              FwStoreMode mode,
              int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = fw_store_open (place->path, passphrase, mode, &error);

  g_assert_null (store);
  g_assert_error (error, FW_STORE_ERROR, code);
}

static void
test_round_trip (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (FwRecord) employee = test_add_employee (store, "E1", "张敏");
  g_autofree char *id = g_strdup (fw_store_get_id (store));
  g_autofree char *zone = fw_store_dup_setting (store, FW_STORE_SETTING_TIME_ZONE, NULL);
  g_autoptr (FwRecord) found = NULL;

  g_assert_cmpstr (zone, ==, "UTC");
  g_assert_true (fw_store_has_minimal_keys (store));
  g_assert_false (fw_store_is_sample (store));
  g_assert_true (fw_store_exists (place->path));
  g_assert_false (fw_store_opens_without_asking (place->path));
  g_clear_object (&store);
  store = test_store_open (place, FW_STORE_READ);
  g_assert_cmpstr (fw_store_get_id (store), ==, id);
  found = fw_store_find (store, "employee", "number", "E1", NULL);
  g_assert_true (fw_record_equal (found, employee));
}

static void
test_sample_opens_alone (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .sample = TRUE, .time_zone = "Europe/Berlin" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = fw_store_create (place->path, NULL, &options, &error);
  g_autofree char *zone = NULL;

  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_true (fw_store_opens_without_asking (place->path));
  store = fw_store_open (place->path, NULL, FW_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (fw_store_is_sample (store));
  zone = fw_store_dup_setting (store, FW_STORE_SETTING_TIME_ZONE, NULL);
  g_assert_cmpstr (zone, ==, "Europe/Berlin");
}

static void
test_create_refuses (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  FwStoreOptions nowhere = { .cost = FW_KEY_COST_MINIMAL, .time_zone = "Mars/Olympus" };
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_build_filename (place->folder, "no", "such", "parent", NULL);

  g_assert_null (fw_store_create (place->path, NULL, &options, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fw_store_create (place->path, "", &options, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fw_store_create (place->path, TEST_PASSPHRASE, &nowhere, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  /* What failed left nothing. */
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_null (fw_store_create (deep, TEST_PASSPHRASE, &options, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_clear_error (&error);
  /* An empty folder will do, and is closed to others. */
  g_assert_cmpint (g_mkdir (place->path, 0755), ==, 0);
  {
    g_autoptr (FwStore) store = test_store_create (place);
  }
  g_assert_null (fw_store_create (place->path, TEST_PASSPHRASE, &options, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_assert_true (fw_store_exists (place->path));
}

static void
assert_mode (const char *path,
             guint mode)
{
  struct stat about;

  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 07777, ==, mode);
}

static void
check_modes (guint mask)
{
  g_autoptr (TestPlace) place = test_place_new ();
  mode_t before = umask (mask);
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (FwRecord) employee = test_add_employee (store, "E1", "张敏");
  g_autoptr (GDir) folder = g_dir_open (place->path, 0, NULL);
  const char *name;
  guint n_files = 0;

  umask (before);
  assert_mode (place->path, 0700);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = test_place_store_file (place, name);

      assert_mode (file, 0600);
      n_files++;
    }
  /* Database, its log and its index, keys and lock. */
  g_assert_cmpuint (n_files, ==, 5);
}

static void
test_modes (void)
{
  check_modes (0);
  check_modes (022);
  check_modes (0377);
}

static void
test_wrong_passphrase (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);

  g_clear_object (&store);
  assert_fails (place, "wrong", FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
  assert_fails (place, "wrong", FW_STORE_WRITE, FW_STORE_ERROR_PASSPHRASE);
  assert_fails (place, NULL, FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
}

static void
assert_refused (gboolean done,
                GError **error,
                FwStoreError code)
{
  g_assert_false (done);
  g_assert_error (*error, FW_STORE_ERROR, (int) code);
  g_clear_error (error);
}

static void
test_passphrases (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) labels = NULL;

  assert_refused (fw_store_change_passphrase (store, NULL, "wrong", "new", "tester", &error), &error,
                  FW_STORE_ERROR_PASSPHRASE);
  assert_refused (fw_store_change_passphrase (store, NULL, TEST_PASSPHRASE, "", "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  assert_refused (fw_store_change_passphrase (store, "nobody", TEST_PASSPHRASE, "new", "tester", &error), &error,
                  FW_STORE_ERROR_NOT_FOUND);
  g_assert_true (fw_store_change_passphrase (store, NULL, TEST_PASSPHRASE, "new", "tester", &error));
  assert_refused (fw_store_add_passphrase (store, "second", TEST_PASSPHRASE, "两个", "tester", &error), &error,
                  FW_STORE_ERROR_PASSPHRASE);
  g_assert_true (fw_store_add_passphrase (store, "second", "new", "两个", "tester", &error));
  assert_refused (fw_store_add_passphrase (store, "second", "new", "三个", "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  labels = fw_store_dup_passphrase_labels (store);
  g_assert_cmpuint (g_strv_length (labels), ==, 2);
  g_clear_object (&store);

  assert_fails (place, TEST_PASSPHRASE, FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
  store = fw_store_open (place->path, "new", FW_STORE_READ, &error);
  g_assert_no_error (error);
  assert_refused (fw_store_add_passphrase (store, "third", "new", "c", "tester", &error), &error, FW_STORE_ERROR_FAILED);
  g_clear_object (&store);
  store = fw_store_open (place->path, "两个", FW_STORE_WRITE, &error);
  g_assert_no_error (error);
  assert_refused (fw_store_remove_passphrase (store, "owner", "", "tester", &error), &error, FW_STORE_ERROR_PASSPHRASE);
  g_assert_true (fw_store_remove_passphrase (store, "owner", "两个", "tester", &error));
  assert_refused (fw_store_remove_passphrase (store, "second", "两个", "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  g_clear_object (&store);
  assert_fails (place, "new", FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
}

static void
assert_last_event (FwStore *store,
                   const char *what,
                   const char *label,
                   const char *opened_with)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = fw_store_list_events (store, NULL, 0, 0, NULL, &error);
  FwEvent *last;

  g_assert_no_error (error);
  last = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (fw_event_get_what (last), ==, what);
  g_assert_cmpstr (fw_event_get_detail (last, "passphrase"), ==, label);
  g_assert_cmpstr (fw_event_get_detail (last, "opened-with"), ==, opened_with);
}

/* The sheet opens the store after a forgotten passphrase and makes a new one; a newer sheet takes the place of an old. */
static void
test_recovery_sheet (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *lost = fw_store_make_recovery_sheet (store, "wrong", "tester", NULL);
  g_autofree char *first = fw_store_make_recovery_sheet (store, TEST_PASSPHRASE, "tester", &error);
  g_autofree char *second = NULL;
  g_autofree char *typed = NULL;

  g_assert_null (lost);
  g_assert_no_error (error);
  g_assert_true (fw_store_has_recovery_sheet (store));
  assert_last_event (store, "store.make-recovery-sheet", "recovery", "owner");
  assert_refused (fw_store_remove_passphrase (store, "owner", TEST_PASSPHRASE, "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  assert_refused (fw_store_add_passphrase (store, "second", TEST_PASSPHRASE, first, "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  assert_refused (fw_store_add_passphrase (store, "recovery", TEST_PASSPHRASE, "mine", "tester", &error), &error,
                  FW_STORE_ERROR_INVALID);
  second = fw_store_make_recovery_sheet (store, first, "tester", &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  assert_fails (place, first, FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
  typed = g_ascii_strdown (second, -1);
  store = fw_store_open (place->path, typed, FW_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (fw_store_change_passphrase (store, "owner", typed, "remembered", "tester", &error));
  assert_last_event (store, "store.change-passphrase", "owner", "recovery");
  g_assert_true (fw_store_remove_passphrase (store, "recovery", "remembered", "tester", &error));
  g_assert_false (fw_store_has_recovery_sheet (store));
  g_clear_object (&store);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
  assert_fails (place, second, FW_STORE_READ, FW_STORE_ERROR_PASSPHRASE);
  store = fw_store_open (place->path, "remembered", FW_STORE_READ, &error);
  g_assert_no_error (error);
}

static void
test_missing (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *keys = test_place_store_file (place, "keys.json");
  g_autofree char *database = test_place_store_file (place, "fairwell.db");

  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  {
    g_autoptr (FwStore) store = test_store_create (place);
  }
  g_assert_cmpint (g_unlink (keys), ==, 0);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (keys, "{\"format\":", -1, NULL));
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_DAMAGED);
  g_assert_cmpint (g_unlink (database), ==, 0);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_NOT_FOUND);
}

static void
overwrite (const char *path,
           goffset offset,
           const char *bytes)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpint (fputs (bytes, file), >=, 0);
  fclose (file);
}

static void
test_damaged_database (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *database = test_place_store_file (place, "fairwell.db");
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (FwStore) store = test_store_create (place);
  }
  /* Far inside only one page is lost: the store opens, and the audit says so. */
  {
    g_autoptr (FwStore) store = NULL;
    g_autoptr (FwVerification) verification = NULL;

    overwrite (database, 4096 * 20 + 100, "damage");
    store = test_store_open (place, FW_STORE_READ);
    verification = fw_store_verify (store, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_false (verification->sound);
    g_assert_nonnull (strstr (verification->reason, "damaged"));
  }
  overwrite (database, 100, "damage");
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_READ, FW_STORE_ERROR_DAMAGED);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_DAMAGED);
  /* An emptied one must not pass for a new one. */
  g_assert_cmpint (truncate (database, 0), ==, 0);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_READ, FW_STORE_ERROR_DAMAGED);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_DAMAGED);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
hash_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
      g_checksum_update (checksum, (const guchar *) file, -1);
      g_checksum_update (checksum, (const guchar *) bytes, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_newer_is_left_alone (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  {
    g_autoptr (FwStore) store = test_store_create (place);
  }
  test_tamper (place, "PRAGMA user_version = 1000");
  before = hash_folder (place->path);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_READ, FW_STORE_ERROR_NEWER);
  assert_fails (place, TEST_PASSPHRASE, FW_STORE_WRITE, FW_STORE_ERROR_NEWER);
  after = hash_folder (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_readers_beside_a_writer (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) writer = test_store_create (place);
  g_autoptr (FwStore) reader = test_store_open (place, FW_STORE_READ);
  g_autoptr (FwRecord) employee = test_add_employee (writer, "E1", "张敏");
  g_autoptr (FwCommand) command = fw_command_new ("print", "tester", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fw_store_count (reader, "employee", NULL, NULL, &error), ==, 1);
  g_assert_null (fw_store_run (reader, command, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
}

/* The second writer waits five seconds and then names the first. */
static void
test_one_writer (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) writer = test_store_create (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());
  gint64 begin = g_get_monotonic_time ();

  g_assert_null (fw_store_open (place->path, TEST_PASSPHRASE, FW_STORE_WRITE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, process));
  g_assert_nonnull (strstr (error->message, g_get_prgname ()));
  g_assert_nonnull (strstr (error->message, "since 20"));
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, FW_STORE_WRITER_WAIT_MS * 1000);
  g_clear_object (&writer);
  writer = test_store_open (place, FW_STORE_WRITE);
}

static gpointer
close_soon_cb (gpointer user_data)
{
  g_usleep (300 * 1000);
  fw_store_close (user_data);
  return NULL;
}

static void
test_waiting_writer_gets_in (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) first = test_store_create (place);
  GThread *thread = g_thread_new ("close", close_soon_cb, first);
  g_autoptr (FwStore) second = test_store_open (place, FW_STORE_WRITE);
  g_autoptr (GError) error = NULL;

  g_thread_join (thread);
  g_assert_cmpint (fw_store_count (second, "setting", NULL, NULL, &error), ==, 1);
  g_assert_cmpint (fw_store_count (first, "setting", NULL, NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_delete (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *foreign = test_place_store_file (place, "letter.pdf");

  g_assert_false (fw_store_delete (place->path, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_object (&store);
  g_assert_true (fw_store_delete (place->path, &error));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_false (fw_store_delete (place->path, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND);
  /* What is not the store's stays. */
  store = test_store_create (place);
  g_clear_object (&store);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  g_assert_true (fw_store_delete (place->path, &error));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
test_drafts (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *head = fw_store_dup_head (store, &error);
  g_autofree char *head_after = NULL;
  g_autofree char *text = NULL;

  g_assert_null (fw_store_dup_draft (store, "case-1", "note", &error));
  g_assert_no_error (error);
  g_assert_true (fw_store_set_draft (store, "case-1", "note", "写到一", &error));
  g_assert_true (fw_store_set_draft (store, "case-1", "note", "写到一半", &error));
  g_assert_true (fw_store_set_draft (store, "case-1", "answer", "x", &error));
  g_assert_true (fw_store_set_draft (store, "case-2", "note", "other", &error));
  text = fw_store_dup_draft (store, "case-1", "note", &error);
  g_assert_cmpstr (text, ==, "写到一半");
  g_assert_true (fw_store_set_draft (store, "case-1", "note", NULL, &error));
  g_assert_null (fw_store_dup_draft (store, "case-1", "note", &error));
  head_after = fw_store_dup_head (store, &error);
  g_assert_cmpstr (head, ==, head_after);
}

/* A command takes a draft in with its event, or leaves it where it is refused. */
static void
test_draft_taken_in (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (FwCommand) refused = fw_command_new ("case.answer", "tester", NULL);
  g_autoptr (FwCommand) command = fw_command_new ("case.answer", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *other = NULL;

  g_assert_true (fw_store_set_draft (store, "case-1", "answers", "写到一半", &error));
  g_assert_true (fw_store_set_draft (store, "case-1", "note", "另一件", &error));
  fw_command_take_draft (refused, "case-1", "answers");
  fw_command_remove (refused, "employee", "nobody");
  g_assert_null (fw_store_run (store, refused, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  kept = fw_store_dup_draft (store, "case-1", "answers", &error);
  g_assert_cmpstr (kept, ==, "写到一半");
  fw_command_take_draft (command, "case-1", "answers");
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (event);
  g_assert_null (fw_store_dup_draft (store, "case-1", "answers", &error));
  other = fw_store_dup_draft (store, "case-1", "note", &error);
  g_assert_cmpstr (other, ==, "另一件");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store/round-trip", test_round_trip);
  g_test_add_func ("/store/store/sample-opens-alone", test_sample_opens_alone);
  g_test_add_func ("/store/store/create-refuses", test_create_refuses);
  g_test_add_func ("/store/store/modes", test_modes);
  g_test_add_func ("/store/store/wrong-passphrase", test_wrong_passphrase);
  g_test_add_func ("/store/store/passphrases", test_passphrases);
  g_test_add_func ("/store/store/recovery-sheet", test_recovery_sheet);
  g_test_add_func ("/store/store/missing", test_missing);
  g_test_add_func ("/store/store/damaged-database", test_damaged_database);
  g_test_add_func ("/store/store/newer-is-left-alone", test_newer_is_left_alone);
  g_test_add_func ("/store/store/readers-beside-a-writer", test_readers_beside_a_writer);
  g_test_add_func ("/store/store/one-writer", test_one_writer);
  g_test_add_func ("/store/store/waiting-writer-gets-in", test_waiting_writer_gets_in);
  g_test_add_func ("/store/store/delete", test_delete);
  g_test_add_func ("/store/store/drafts", test_drafts);
  g_test_add_func ("/store/store/draft-taken-in", test_draft_taken_in);
  return g_test_run ();
}
