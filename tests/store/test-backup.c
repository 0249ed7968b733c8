#include "fw-test-store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include "store/fw-audit.h"
#include "store/fw-backup.h"
#include "store/fw-evidence.h"

typedef struct
{
  TestPlace *place;
  FwStore *store;
  char *file;       /* where the backup goes */
  char *restored;   /* where it is restored to */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = NULL;
  g_autoptr (FwRecord) evidence = fw_record_new ("evidence");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("scan", 4, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (FwEvent) event = NULL;

  fixture->place = test_place_new ();
  fixture->file = test_place_file (fixture->place, "copy.fairwell");
  fixture->restored = test_place_file (fixture->place, "restored");
  fixture->store = test_store_create (fixture->place);
  employee = test_add_employee (fixture->store, "E1", "张敏");
  sha256 = fw_store_take_in_file (fixture->store, stream, NULL, NULL, NULL, NULL, NULL);
  fw_record_set (evidence, "kind", "contract");
  fw_record_set (evidence, "sha256", sha256);
  event = test_put (fixture->store, evidence);
}

static void
tear_down (Fixture *fixture,
           gconstpointer user_data)
{
  g_clear_object (&fixture->store);
  g_free (fixture->file);
  g_free (fixture->restored);
  test_place_free (fixture->place);
}

static void
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fw_store_back_up (fixture->store, fixture->file, "tester", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_restore_refused (Fixture *fixture,
                        const char *path,
                        const char *passphrase,
                        int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_assert_false (fw_backup_restore (fixture->file, path, passphrase, "tester", FW_RESTORE_PLAIN, NULL, NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, code);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = fw_store_dup_head (fixture->store, NULL);
  g_autoptr (FwStore) restored = NULL;
  g_autoptr (FwVerification) verification = NULL;
  g_autoptr (FwRecord) employee = NULL;
  g_autoptr (FwRecord) evidence = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) events = NULL;
  struct stat about;

  back_up (fixture);
  g_assert_cmpint (stat (fixture->file, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 07777, ==, 0600);
  /* The store has the event of the backup; the copy was made before it. */
  events = fw_store_list_events (fixture->store, NULL, 3, 0, NULL, NULL);
  g_assert_cmpstr (fw_event_get_what (g_ptr_array_index (events, 0)), ==, "store.back-up");

  fw_backup_restore (fixture->file, fixture->restored, TEST_PASSPHRASE, "tester", FW_RESTORE_PLAIN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (fixture->restored, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 07777, ==, 0700);
  restored = fw_store_open (fixture->restored, TEST_PASSPHRASE, FW_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_store_get_id (restored), ==, fw_store_get_id (fixture->store));
  verification = fw_store_verify (restored, head, NULL, NULL);
  g_assert_true (verification->sound);
  g_assert_cmpint (verification->head_event, ==, 3);
  g_assert_cmpint (verification->n_events, ==, 4);
  employee = fw_store_find (restored, "employee", "number", "E1", &error);
  g_assert_cmpstr (fw_record_get (employee, "name"), ==, "张敏");
  evidence = fw_store_find (restored, "evidence", "kind", "contract", &error);
  bytes = fw_store_get_file (restored, fw_record_get (evidence, "sha256"), NULL, &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "scan", 4);
}

/* Nothing but the two files: no log, no part. */
static void
test_leaves_one_file (Fixture *fixture,
                      gconstpointer user_data)
{
  g_autoptr (GDir) folder = NULL;
  guint n_files = 0;

  back_up (fixture);
  back_up (fixture);
  folder = g_dir_open (fixture->place->folder, 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2);
}

static void
test_never_over_a_store (Fixture *fixture,
                         gconstpointer user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  back_up (fixture);
  before = fw_store_dup_head (fixture->store, NULL);
  assert_restore_refused (fixture, fixture->place->path, TEST_PASSPHRASE, FW_STORE_ERROR_CONFLICT);
  after = fw_store_dup_head (fixture->store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_refuses (Fixture *fixture,
                      gconstpointer user_data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_restore_refused (fixture, fixture->restored, TEST_PASSPHRASE, FW_STORE_ERROR_FAILED);
  back_up (fixture);
  assert_restore_refused (fixture, fixture->restored, "wrong", FW_STORE_ERROR_PASSPHRASE);
  assert_restore_refused (fixture, fixture->restored, NULL, FW_STORE_ERROR_PASSPHRASE);

  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  for (guint i = 0; i < 8; i++)
    {
      gsize place = length / 8 * i + 5;

      bytes[place] ^= 1;
      g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize) length, NULL));
      assert_restore_refused (fixture, fixture->restored, TEST_PASSPHRASE, FW_STORE_ERROR_DAMAGED);
      bytes[place] ^= 1;
    }
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize) length - 1, NULL));
  assert_restore_refused (fixture, fixture->restored, TEST_PASSPHRASE, FW_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->file, "", 0, NULL));
  assert_restore_refused (fixture, fixture->restored, TEST_PASSPHRASE, FW_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (fixture->restored, G_FILE_TEST_EXISTS));
}

/* A backup of a tampered store is refused where it is restored, not where it is made. */
static void
test_tampered (Fixture *fixture,
               gconstpointer user_data)
{
  g_clear_object (&fixture->store);
  test_tamper (fixture->place, "UPDATE employee SET phone = '1'");
  fixture->store = test_store_open (fixture->place, FW_STORE_WRITE);
  back_up (fixture);
  assert_restore_refused (fixture, fixture->restored, TEST_PASSPHRASE, FW_STORE_ERROR_DAMAGED);
}

static void
test_back_up_refuses (Fixture *fixture,
                      gconstpointer user_data)
{
  g_autoptr (FwStore) reader = test_store_open (fixture->place, FW_STORE_READ);
  g_autofree char *nowhere = g_build_filename (fixture->place->folder, "no", "such", "folder", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_store_back_up (reader, fixture->file, "tester", NULL, NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (fw_store_back_up (fixture->store, nowhere, "tester", NULL, NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (fw_store_back_up (fixture->store, fixture->file, "tester", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

static gboolean
set_aside (Fixture *fixture,
           const char *passphrase,
           GError **error)
{
  return fw_backup_restore (fixture->file, fixture->place->path, passphrase, "tester", FW_RESTORE_SET_ASIDE, NULL, NULL,
                            NULL, error);
}

/* What the store there has and the backup lacks is never put out of the way; what it does not have, is. */
static void
test_set_aside (Fixture *fixture,
                gconstpointer user_data)
{
  g_autofree char *aside = g_strconcat (fixture->place->path, "-set-aside-1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) employee = NULL;

  back_up (fixture);
  employee = test_add_employee (fixture->store, "E2", "王海洋");
  g_clear_object (&fixture->store);
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "newer than the backup by 2 events"));
  g_clear_error (&error);

  fixture->store = test_store_open (fixture->place, FW_STORE_WRITE);
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_clear_object (&fixture->store);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));

  /* A damaged one is no loss, however new. */
  test_tamper (fixture->place, "UPDATE employee SET phone = '1'");
  g_assert_true (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_true (fw_store_exists (aside));
  fixture->store = test_store_open (fixture->place, FW_STORE_READ);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, &error), ==, 1);
}

/* What cannot be renamed: from a name that ends so, or to this name; NULL for all that can. */
static const char *stuck_from, *stuck_to;

/* In the place of the C library's, for this program alone. */
int
rename (const char *from,
        const char *to)
{
  if ((stuck_from == NULL || !g_str_has_suffix (from, stuck_from)) && g_strcmp0 (to, stuck_to) != 0)
    return renameat (AT_FDCWD, from, AT_FDCWD, to);
  errno = EIO;
  return -1;
}

/* The disk fails between the two renames: the store that was there is where it was, or it is said where. */
static void
test_set_aside_in_vain (Fixture *fixture,
                        gconstpointer user_data)
{
  g_autofree char *aside = g_strconcat (fixture->place->path, "-set-aside-1", NULL);
  g_autofree char *part = g_strconcat (fixture->place->path, ".part", NULL);
  g_autoptr (GError) error = NULL;

  back_up (fixture);
  g_clear_object (&fixture->store);
  test_tamper (fixture->place, "UPDATE employee SET phone = '1'");
  stuck_from = ".part";
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "in its place again"));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  fixture->store = test_store_open (fixture->place, FW_STORE_WRITE);
  g_clear_object (&fixture->store);

  stuck_to = fixture->place->path;
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  stuck_from = stuck_to = NULL;
  g_assert_nonnull (strstr (error->message, "is now store-set-aside-1"));
  g_assert_true (fw_store_exists (aside));
}

/* Another passphrase, or another company's store: nobody can tell what would be lost. */
static void
test_set_aside_unknown (Fixture *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  back_up (fixture);
  g_assert_true (fw_store_change_passphrase (fixture->store, NULL, TEST_PASSPHRASE, "another", "tester", &error));
  g_clear_object (&fixture->store);
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (fw_store_delete (fixture->place->path, &error));
  fixture->store = test_store_create (fixture->place);
  g_clear_object (&fixture->store);
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_nonnull (strstr (error->message, "another one"));
}

/* One that cannot be opened now, on a disk that fails or without memory left, may still be whole: it stays where it is. */
static void
test_set_aside_unopened (Fixture *fixture,
                         gconstpointer user_data)
{
  g_autofree char *database = test_place_store_file (fixture->place, "fairwell.db");
  g_autofree char *hidden = test_place_file (fixture->place, "hidden.db");
  g_autoptr (GError) error = NULL;

  back_up (fixture);
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_rename (database, hidden), ==, 0);
  g_assert_cmpint (g_mkdir (database, 0700), ==, 0);
  g_assert_false (set_aside (fixture, TEST_PASSPHRASE, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  g_assert_cmpint (g_rmdir (database), ==, 0);
  g_assert_cmpint (g_rename (hidden, database), ==, 0);
  fixture->store = test_store_open (fixture->place, FW_STORE_READ);
  g_assert_nonnull (fixture->store);
}

/* Somebody types while the copy is compared with the store, and as its last page has just been copied. */
static void
write_meanwhile_cb (double done,
                    gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *text = g_strdup_printf ("%.2f", done);
  g_autoptr (GError) error = NULL;

  if (done > 0.4)
    fw_store_set_draft (fixture->store, "tester", "note", text, &error);
  g_assert_no_error (error);
}

/* The copy is of one moment, and compared with that. */
static void
test_while_in_use (Fixture *fixture,
                   gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) restored = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *copied = NULL;

  fw_store_back_up (fixture->store, fixture->file, "tester", write_meanwhile_cb, fixture, NULL, &error);
  g_assert_no_error (error);
  draft = fw_store_dup_draft (fixture->store, "tester", "note", &error);
  g_assert_nonnull (draft);
  fw_backup_restore (fixture->file, fixture->restored, TEST_PASSPHRASE, "tester", FW_RESTORE_PLAIN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  restored = fw_store_open (fixture->restored, TEST_PASSPHRASE, FW_STORE_READ, &error);
  copied = fw_store_dup_draft (restored, "tester", "note", &error);
  g_assert_no_error (error);
  g_assert_null (copied);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/backup/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/store/backup/while-in-use", Fixture, NULL, set_up, test_while_in_use, tear_down);
  g_test_add ("/store/backup/leaves-one-file", Fixture, NULL, set_up, test_leaves_one_file, tear_down);
  g_test_add ("/store/backup/never-over-a-store", Fixture, NULL, set_up, test_never_over_a_store, tear_down);
  g_test_add ("/store/backup/restore-refuses", Fixture, NULL, set_up, test_restore_refuses, tear_down);
  g_test_add ("/store/backup/tampered", Fixture, NULL, set_up, test_tampered, tear_down);
  g_test_add ("/store/backup/back-up-refuses", Fixture, NULL, set_up, test_back_up_refuses, tear_down);
  g_test_add ("/store/backup/set-aside", Fixture, NULL, set_up, test_set_aside, tear_down);
  g_test_add ("/store/backup/set-aside-in-vain", Fixture, NULL, set_up, test_set_aside_in_vain, tear_down);
  g_test_add ("/store/backup/set-aside-unknown", Fixture, NULL, set_up, test_set_aside_unknown, tear_down);
  g_test_add ("/store/backup/set-aside-unopened", Fixture, NULL, set_up, test_set_aside_unopened, tear_down);
  return g_test_run ();
}
