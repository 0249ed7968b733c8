#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-backup.h"

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
heard_cb (FwStore *store,
          FwEvent *event,
          gpointer user_data)
{
  /* In the thread that asked, not in the worker's. */
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  (*(guint *) user_data)++;
}

static FwStore *
create (TestPlace *place)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FwStore *store;

  fw_store_create_async (place->path, TEST_PASSPHRASE, &options, NULL, answered_cb, &result);
  store = fw_store_create_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return store;
}

/* A day's work, every call by way of a worker. */
static void
progress_cb (double done,
             gpointer user_data)
{
  double *told = user_data;

  g_assert_cmpfloat (done, >, *told);
  *told = done;
}

static void
test_round (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = create (place);
  g_autoptr (FwCommand) command = fw_command_new ("employee.add", "tester", NULL);
  FwRecord *employee = fw_command_add (command, "employee");
  g_autofree char *file = test_place_file (place, "copy");
  g_autoptr (GAsyncResult) ran = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) verified = NULL;
  g_autoptr (GAsyncResult) unpacked = NULL;
  g_autoptr (GAsyncResult) copied = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (FwVerification) verification = NULL;
  g_autofree char *restored = test_place_file (place, "restored");
  g_autoptr (GError) error = NULL;
  guint heard = 0;
  double told = 0;

  g_signal_connect (store, "changed", G_CALLBACK (heard_cb), &heard);
  fw_record_set (employee, "number", "E1");
  fw_record_set (employee, "name", "张敏");
  fw_store_run_async (store, command, NULL, answered_cb, &ran);
  event = fw_store_run_finish (store, wait_for (&ran), &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_record_get_event (employee), ==, fw_event_get_seq (event));
  while (heard == 0)
    g_main_context_iteration (NULL, TRUE);

  fw_store_list_async (store, "employee", NULL, NULL, answered_cb, &listed);
  records = fw_store_list_finish (store, wait_for (&listed), &error);
  g_assert_cmpuint (records->len, ==, 1);
  fw_store_back_up_async (store, file, "tester", progress_cb, &told, NULL, answered_cb, &copied);
  g_assert_true (fw_backup_finish (wait_for (&copied), &error));
  g_assert_cmpfloat (told, >, 0.3);
  g_assert_cmpfloat (told, <, 1);
  fw_backup_restore_async (file, restored, TEST_PASSPHRASE, "tester", FW_RESTORE_PLAIN, NULL, NULL, NULL, answered_cb,
                           &unpacked);
  g_assert_true (fw_backup_finish (wait_for (&unpacked), &error));
  fw_store_verify_async (store, NULL, NULL, answered_cb, &verified);
  verification = fw_store_verify_finish (store, wait_for (&verified), &error);
  g_assert_true (verification->sound);
  fw_store_close (store);
}

static void
test_failures (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (FwStore) store = create (place);
  g_autoptr (FwCommand) command = fw_command_new ("employee.add", "tester", NULL);
  FwRecord *employee = fw_command_add (command, "employee");
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) copied = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) ran = NULL;
  g_autofree char *keys = test_place_store_file (place, "keys.json");
  g_autoptr (GError) error = NULL;

  fw_store_open_async (place->path, "wrong", FW_STORE_READ, NULL, answered_cb, &opened);
  g_assert_null (fw_store_open_finish (wait_for (&opened), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  fw_store_back_up_async (store, "/no/such/folder/copy", "tester", NULL, NULL, NULL, answered_cb, &copied);
  g_assert_false (fw_backup_finish (wait_for (&copied), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED);
  g_clear_error (&error);
  fw_backup_restore_async (keys, place->path, "wrong", "tester", FW_RESTORE_SET_ASIDE, NULL, NULL, NULL, answered_cb,
                           &restored);
  g_assert_false (fw_backup_finish (wait_for (&restored), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  fw_store_list_async (store, "nothing", NULL, NULL, answered_cb, &listed);
  g_assert_null (fw_store_list_finish (store, wait_for (&listed), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  fw_record_set (employee, "number", "E1");
  fw_store_run_async (store, command, NULL, answered_cb, &ran);
  g_assert_null (fw_store_run_finish (store, wait_for (&ran), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  fw_store_close (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/async/round", test_round);
  g_test_add_func ("/store/async/failures", test_failures);
  return g_test_run ();
}
