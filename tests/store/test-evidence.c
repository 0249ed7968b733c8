#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-evidence.h"

#define MIB (1024 * 1024)

static GBytes *
make_bytes (gsize size,
            guint seed)
{
  guint8 *bytes = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (i * 31 + i / 4096 + seed);
  return g_bytes_new_take (bytes, size);
}

static char *
take_in (FwStore *store,
         GBytes *bytes,
         GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  guint64 size = 0;
  char *sha256 = fw_store_take_in_file (store, stream, NULL, NULL, &size, NULL, error);

  if (sha256 != NULL)
    g_assert_cmpuint (size, ==, g_bytes_get_size (bytes));
  return sha256;
}

static FwEvent *
put_evidence (FwStore *store,
              const char *sha256,
              GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("evidence.add", "tester", NULL);
  FwRecord *evidence = fw_command_add (command, "evidence");

  fw_record_set (evidence, "kind", "contract");
  fw_record_set (evidence, "sha256", sha256);
  return fw_store_run (store, command, NULL, error);
}

static void
test_round_trip (void)
{
  static const gsize sizes[] = { 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 12345 };
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = make_bytes (sizes[i], i);
      g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autofree char *sha256 = take_in (store, bytes, &error);
      g_autoptr (GBytes) out = NULL;
      g_autoptr (FwEvent) event = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (sha256, ==, expected);
      event = put_evidence (store, sha256, &error);
      g_assert_no_error (error);
      out = fw_store_get_file (store, sha256, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, out));
      g_assert_cmpint (fw_store_get_file_size (store, sha256, NULL), ==, (gint64) sizes[i]);
    }
}

static void
test_kept_once (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) bytes = make_bytes (2 * MIB, 1);
  g_autofree char *first = take_in (store, bytes, NULL);
  g_autofree char *second = take_in (store, bytes, NULL);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob"), ==, 1);
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob_piece"), ==, 2);
}

static void
test_unknown (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GError) error = NULL;
  const char *nobodys = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  g_assert_null (fw_store_get_file (store, nobodys, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (put_evidence (store, nobodys, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND);
}

static void
set_limit (FwStore *store,
           const char *mib)
{
  g_autoptr (FwRecord) setting = fw_record_new ("setting");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (setting, "name", FW_STORE_SETTING_EVIDENCE_LIMIT);
  fw_record_set (setting, "value", mib);
  event = test_put (store, setting);
}

static void
test_too_big (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) fits = make_bytes (2 * MIB, 1);
  g_autoptr (GBytes) too_big = make_bytes (2 * MIB + 1, 1);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  set_limit (store, "2");
  sha256 = take_in (store, fits, &error);
  g_assert_no_error (error);
  g_assert_null (take_in (store, too_big, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "larger than 2 MiB"));
  g_assert_nonnull (strstr (error->message, "split it"));
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob"), ==, 1);
}

static void
cancel_cb (guint64 bytes,
           gpointer user_data)
{
  if (bytes >= 2 * MIB)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled_without_trace (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) bytes = make_bytes (5 * MIB, 1);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fw_store_dup_head (store, NULL);
  g_autofree char *after = NULL;

  g_assert_null (fw_store_take_in_file (store, stream, cancel_cb, cancellable, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob"), ==, 0);
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob_piece"), ==, 0);
  after = fw_store_dup_head (store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
save_note_cb (guint64 bytes,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) department = NULL;

  /* In the middle of a file coming in. */
  g_assert_true (fw_store_set_draft (user_data, "case", "note", "写到一半", &error));
  department = fw_record_new ("department");
  fw_record_set (department, "name", "市场部");
  g_object_unref (test_put (user_data, department));
}

static void
test_notes_are_saved_meanwhile (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) bytes = make_bytes (3 * MIB, 1);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autofree char *sha256 = fw_store_take_in_file (store, stream, save_note_cb, store, NULL, NULL, NULL);

  g_assert_nonnull (sha256);
  g_assert_cmpint (fw_store_count (store, "department", NULL, NULL, NULL), ==, 3);
}

/*
 * What nobody took up is gone when the store is next opened; what is taken up stays, also when its
 * record goes.
 */
static void
test_swept (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) kept = make_bytes (10, 1);
  g_autoptr (GBytes) left = make_bytes (10, 2);
  g_autofree char *kept_hash = take_in (store, kept, NULL);
  g_autofree char *left_hash = take_in (store, left, NULL);
  g_autoptr (FwEvent) event = put_evidence (store, kept_hash, NULL);
  g_autoptr (FwEvent) undone = fw_store_undo (store, fw_event_get_id (event), "tester", NULL, NULL);
  g_autoptr (FwEvent) redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (undone);
  g_clear_object (&store);
  store = test_store_open (place, FW_STORE_WRITE);
  g_assert_cmpint (fw_store_get_file_size (store, kept_hash, NULL), ==, 10);
  g_assert_cmpint (fw_store_get_file_size (store, left_hash, NULL), ==, -1);
  redone = fw_store_undo (store, fw_event_get_id (undone), "tester", NULL, &error);
  g_assert_no_error (error);
}

static void
test_changed_bytes_are_noticed (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GBytes) bytes = make_bytes (10, 1);
  g_autofree char *sha256 = take_in (store, bytes, NULL);
  g_autoptr (FwEvent) event = put_evidence (store, sha256, NULL);
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  test_tamper (place, "UPDATE blob_piece SET bytes = CAST ('0123456789' AS BLOB)");
  store = test_store_open (place, FW_STORE_READ);
  g_assert_null (fw_store_get_file (store, sha256, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED);
}

/* Nothing can be proved by a file without a byte, whoever brings it. */
static void
test_empty (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_take_in_file (store, stream, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_object (&store);
  g_assert_cmpint (test_ask (place, "SELECT count(*) FROM blob"), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/evidence/round-trip", test_round_trip);
  g_test_add_func ("/store/evidence/kept-once", test_kept_once);
  g_test_add_func ("/store/evidence/unknown", test_unknown);
  g_test_add_func ("/store/evidence/too-big", test_too_big);
  g_test_add_func ("/store/evidence/cancelled-without-trace", test_cancelled_without_trace);
  g_test_add_func ("/store/evidence/notes-are-saved-meanwhile", test_notes_are_saved_meanwhile);
  g_test_add_func ("/store/evidence/swept", test_swept);
  g_test_add_func ("/store/evidence/changed-bytes-are-noticed", test_changed_bytes_are_noticed);
  g_test_add_func ("/store/evidence/empty", test_empty);
  return g_test_run ();
}
