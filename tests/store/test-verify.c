#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-connection.h"
#include "store/fw-evidence.h"

/* A store of five events: 1 made, 2 an employee, 3 her file, 4 her phone, 5 a print. */
static char *
fill (TestPlace *place)
{
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (FwRecord) employee = test_add_employee (store, "E1", "张敏");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("scan of a contract", 18, NULL);
  g_autofree char *sha256 = fw_store_take_in_file (store, stream, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (FwRecord) evidence = fw_record_new ("evidence");
  g_autoptr (FwCommand) print = fw_command_new ("document.print", "tester", "for the file");
  g_autoptr (FwEvent) third = NULL;
  g_autoptr (FwEvent) fourth = NULL;
  g_autoptr (FwEvent) fifth = NULL;

  fw_record_set (evidence, "employee-id", fw_record_get_id (employee));
  fw_record_set (evidence, "kind", "contract");
  fw_record_set (evidence, "sha256", sha256);
  third = test_put (store, evidence);
  fw_record_set (employee, "phone", "13800000000");
  fourth = test_put (store, employee);
  fw_command_set_detail (print, "document", "certificate-of-leaving");
  fifth = fw_store_run (store, print, NULL, NULL);
  return g_strdup (fw_event_get_hash (fifth));
}

static void
test_sound (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *head = fill (place);
  g_autofree char *short_head = g_ascii_strup (head, 16);
  g_autoptr (FwStore) store = test_store_open (place, FW_STORE_READ);
  g_autoptr (FwVerification) verification = fw_store_verify (store, short_head, NULL, NULL);

  g_assert_true (verification->sound);
  g_assert_cmpint (verification->n_events, ==, 5);
  g_assert_cmpint (verification->n_records, ==, 3);
  g_assert_cmpint (verification->n_files, ==, 1);
  g_assert_cmpstr (verification->head, ==, head);
  g_assert_cmpint (verification->head_event, ==, 5);
  g_assert_cmpint (verification->bad_event, ==, 0);
}

static void
test_tampering (void)
{
  static const struct
  {
    const char *sql;
    gint64 bad_event;
    const char *says;
  } cases[] = {
    { "UPDATE event SET who = 'somebody else' WHERE seq = 3", 3, "has been changed" },
    { "UPDATE event SET time = '2020-01-01T00:00:00.000Z' WHERE seq = 2", 2, "has been changed" },
    { "UPDATE event SET what = 'document.view' WHERE seq = 5", 5, "has been changed" },
    { "UPDATE event SET hash = randomblob (32) WHERE seq = 4", 4, "has been changed" },
    { "UPDATE event SET previous = randomblob (32) WHERE seq = 4", 4, "does not follow" },
    { "UPDATE event_payload SET why = 'another reason' WHERE event_seq = 4", 4, "wrote has been changed" },
    { "UPDATE event_payload SET why = NULL WHERE event_seq = 5", 5, "wrote has been changed" },
    { "UPDATE event_payload SET details = '{}' WHERE event_seq = 5", 5, "wrote has been changed" },
    { "UPDATE event_change SET after = replace (after, '13800000000', '1') WHERE event_seq = 4", 4,
      "wrote has been changed" },
    { "DELETE FROM event_payload WHERE event_seq = 2", 2, "wrote has been changed" },
    { "DELETE FROM event_subject WHERE event_seq = 3", 3, "has been changed" },
    { "DELETE FROM event WHERE seq = 3", 3, "event 3 is missing" },
    { "DELETE FROM event WHERE seq = 5", 5, "taken away" },
    { "UPDATE event SET seq = 99 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 99",
      3, "does not follow" },
    { "UPDATE employee SET phone = '13900000000'", 4, "no longer as event 4 left it" },
    { "UPDATE employee SET changed_by_event = 2", 4, "no longer as event 4 left it" },
    { "UPDATE employee SET pinyin = NULL", 4, "no longer as event 4 left it" },
    { "DELETE FROM evidence", 3, "that event 3 wrote is gone" },
    { "INSERT INTO department (id, changed_by_event, name) VALUES ('0190c3e2-0000-7000-8000-000000000000', 2, 'x')",
      2, "no event wrote" },
    { "INSERT INTO department (id, changed_by_event, name) VALUES ('x', 2, 'x')", 2, "no event gave it" },
    { "UPDATE employee SET id = '0190c3e2-0000-7000-8000-000000000000'", 3,
      "refers to one (employee) that is gone" },
    { "UPDATE blob_piece SET bytes = CAST ('scan of a forgery!' AS BLOB)", 3, "a file that event 3 took up" },
    { "UPDATE blob_piece SET bytes = CAST ('scan' AS BLOB)", 3, "a file that event 3 took up" },
    { "DELETE FROM blob_piece", 3, "a file that event 3 took up" },
    { "DELETE FROM blob", 3, "refers to one (blob) that is gone" },
    /* Of two, the earlier one is named. */
    { "UPDATE employee SET phone = '1'; UPDATE evidence SET title = 'x'", 3, "evidence" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestPlace) place = test_place_new ();
      g_autofree char *head = fill (place);
      g_autoptr (FwStore) store = NULL;
      g_autoptr (FwVerification) verification = NULL;
      g_autoptr (GError) error = NULL;

      test_tamper (place, cases[i].sql);
      store = test_store_open (place, FW_STORE_READ);
      verification = fw_store_verify (store, NULL, NULL, &error);
      g_assert_no_error (error);
      if (verification->sound || verification->bad_event != cases[i].bad_event ||
          strstr (verification->reason, cases[i].says) == NULL)
        g_error ("%s: event %" G_GINT64_FORMAT ", %s", cases[i].sql, verification->bad_event,
                 verification->reason);
    }
}

/* Whoever takes the last events away with all that hangs on them is found out by a head noted before. */
static void
test_end_cut_off (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *head = fill (place);
  g_autoptr (FwStore) store = NULL;
  g_autoptr (FwVerification) blind = NULL;
  g_autoptr (FwVerification) seeing = NULL;
  g_autoptr (FwVerification) short_head = NULL;

  test_tamper (
    place,
    "DELETE FROM event_subject WHERE event_seq = 5; DELETE FROM event_payload WHERE event_seq = 5; DELETE FROM event WHERE seq = 5");
  store = test_store_open (place, FW_STORE_READ);
  blind = fw_store_verify (store, NULL, NULL, NULL);
  g_assert_true (blind->sound);
  seeing = fw_store_verify (store, head, NULL, NULL);
  g_assert_false (seeing->sound);
  g_assert_cmpint (seeing->head_event, ==, 0);
  g_assert_nonnull (strstr (seeing->reason, "taken away"));
  short_head = fw_store_verify (store, "abc", NULL, NULL);
  g_assert_false (short_head->sound);
  g_assert_nonnull (strstr (short_head->reason, "16 digits"));
}

/* The database itself does not let an event be changed in passing. */
static void
test_events_are_guarded (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *head = fill (place);
  g_autofree char *keys_path = test_place_store_file (place, "keys.json");
  g_autofree char *database = test_place_store_file (place, "fairwell.db");
  g_autoptr (FwKeys) keys = fw_keys_load (keys_path, NULL);
  g_autoptr (FwSecret) key = fw_keys_unlock (keys, TEST_PASSPHRASE, NULL, NULL);
  g_autoptr (FwConnection) connection = _fw_connection_open (database, key, FW_CONNECTION_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (_fw_connection_execute (connection, "UPDATE event SET who = 'x'", &error));
  g_assert_nonnull (strstr (error->message, "never changed"));
  g_clear_error (&error);
  g_assert_false (_fw_connection_execute (connection, "DELETE FROM event WHERE seq = 5", &error));
  g_assert_nonnull (strstr (error->message, "never removed"));
}

static void
test_cancelled (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autofree char *head = fill (place);
  g_autoptr (FwStore) store = test_store_open (place, FW_STORE_READ);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fw_store_verify (store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/verify/sound", test_sound);
  g_test_add_func ("/store/verify/tampering", test_tampering);
  g_test_add_func ("/store/verify/end-cut-off", test_end_cut_off);
  g_test_add_func ("/store/verify/events-are-guarded", test_events_are_guarded);
  g_test_add_func ("/store/verify/cancelled", test_cancelled);
  return g_test_run ();
}
