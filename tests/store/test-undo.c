/* Taking back what an event changed. */
#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-store-private.h"

static void
assert_undo_refused (FwStore *store,
                     const char *event_id,
                     int code,
                     const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_undo (store, event_id, "tester", NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_undo (TestFixture *fixture,
           gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (GPtrArray) events = fw_store_list_events (fixture->store, NULL, 1, 1, NULL, NULL);
  FwEvent *added = g_ptr_array_index (events, 0);
  g_autoptr (FwRecord) change = fw_record_copy (employee);
  g_autoptr (FwEvent) changed = NULL;
  g_autoptr (FwEvent) undone = NULL;
  g_autoptr (FwEvent) redone = NULL;
  g_autoptr (FwEvent) twice = NULL;
  g_autoptr (FwRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  fw_record_set (change, "phone", "13800000000");
  fw_record_set (change, "status", NULL);
  changed = test_put (fixture->store, change);
  assert_undo_refused (fixture->store, fw_event_get_id (added), FW_STORE_ERROR_CONFLICT,
                       "changed since by event 3");

  undone = fw_store_undo (fixture->store, fw_event_get_id (changed), "tester", "mistyped", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_event_get_detail (undone, "of"), ==, fw_event_get_id (changed));
  now = fw_store_get (fixture->store, "employee", fw_record_get_id (employee), &error);
  g_assert_true (fw_record_equal (now, employee));
  g_clear_object (&now);

  redone = fw_store_undo (fixture->store, fw_event_get_id (undone), "tester", NULL, &error);
  g_assert_no_error (error);
  now = fw_store_get (fixture->store, "employee", fw_record_get_id (employee), &error);
  g_assert_true (fw_record_equal (now, change));
}

static FwEvent *
name_person (TestFixture *fixture,
             const char *id,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCommand) command = fw_command_new ("employee.change", "tester", NULL);
  g_autoptr (FwRecord) change = fw_record_new_with_id ("employee", id);
  FwEvent *event;

  fw_record_set (change, "name", name);
  fw_command_put (command, change);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  return event;
}

static FwEvent *
undo (TestFixture *fixture,
      FwEvent *event)
{
  g_autoptr (GError) error = NULL;
  FwEvent *undone = fw_store_undo (fixture->store, fw_event_get_id (event), "tester", NULL, &error);

  g_assert_no_error (error);
  return undone;
}

static void
assert_name (TestFixture *fixture,
             const char *id,
             const char *name)
{
  g_autoptr (FwRecord) now = fw_store_get (fixture->store, "employee", id, NULL);

  g_assert_cmpstr (fw_record_get (now, "name"), ==, name);
}

/* Several steps on one record are taken back one by one, in their order alone; what somebody else did since stands in the way. */
static void
test_undo_several (TestFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (FwCommand) command = fw_command_new ("employee.add", "tester", NULL);
  g_autoptr (FwRecord) person = fw_record_new ("employee");
  g_autoptr (FwEvent) added = NULL;
  g_autoptr (FwEvent) second = NULL;
  g_autoptr (FwEvent) third = NULL;
  g_autoptr (FwEvent) back_to_second = NULL;
  g_autoptr (FwEvent) back_to_first = NULL;
  g_autoptr (FwEvent) again = NULL;
  g_autoptr (FwEvent) other = NULL;
  const char *id = fw_record_get_id (person);

  fw_record_set (person, "number", "E900");
  fw_record_set (person, "name", "一");
  fw_command_put (command, person);
  added = fw_store_run (fixture->store, command, NULL, NULL);
  second = name_person (fixture, id, "二");
  third = name_person (fixture, id, "三");
  assert_undo_refused (fixture->store, fw_event_get_id (second), FW_STORE_ERROR_CONFLICT, "changed since");
  back_to_second = undo (fixture, third);
  assert_name (fixture, id, "二");
  back_to_first = undo (fixture, second);
  assert_name (fixture, id, "一");
  /* Each only once; its undoing can be taken back, in the order again. */
  assert_undo_refused (fixture->store, fw_event_get_id (second), FW_STORE_ERROR_CONFLICT, "changed since");
  assert_undo_refused (fixture->store, fw_event_get_id (third), FW_STORE_ERROR_CONFLICT, "changed since");
  assert_undo_refused (fixture->store, fw_event_get_id (back_to_second), FW_STORE_ERROR_CONFLICT, "changed since");
  again = undo (fixture, back_to_first);
  assert_name (fixture, id, "二");
  other = name_person (fixture, id, "四");
  assert_undo_refused (fixture->store, fw_event_get_id (second), FW_STORE_ERROR_CONFLICT, "changed since");
}

static void
test_undo_of_addition_and_removal (TestFixture *fixture,
                                   gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (GPtrArray) events = fw_store_list_events (fixture->store, NULL, 1, 1, NULL, NULL);
  FwEvent *added = g_ptr_array_index (events, 0);
  g_autoptr (FwRecord) skill = fw_record_new ("skill");
  g_autoptr (FwEvent) skilled = NULL;
  g_autoptr (FwEvent) unskilled = NULL;
  g_autoptr (GPtrArray) against = NULL;
  g_autoptr (FwEvent) gone = NULL;
  g_autoptr (FwEvent) back = NULL;
  g_autoptr (FwRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  fw_record_set (skill, "employee-id", fw_record_get_id (employee));
  fw_record_set (skill, "name", "焊接");
  skilled = test_put (fixture->store, skill);
  assert_undo_refused (fixture->store, fw_event_get_id (added), FW_STORE_ERROR_CONFLICT, "skill");
  against = fw_store_list_against_undo (fixture->store, fw_event_get_id (added), 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (against->len, ==, 1);
  g_assert_cmpstr (fw_record_get_id (g_ptr_array_index (against, 0)), ==, fw_record_get_id (skill));
  g_clear_pointer (&against, g_ptr_array_unref);
  against = fw_store_list_against_undo (fixture->store, fw_event_get_id (skilled), 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (against->len, ==, 0);
  unskilled = fw_store_undo (fixture->store, fw_event_get_id (skilled), "tester", NULL, &error);
  g_assert_no_error (error);
  gone = fw_store_undo (fixture->store, fw_event_get_id (added), "tester", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 0);
  back = fw_store_undo (fixture->store, fw_event_get_id (gone), "tester", NULL, &error);
  g_assert_no_error (error);
  now = fw_store_get (fixture->store, "employee", fw_record_get_id (employee), &error);
  g_assert_true (fw_record_equal (now, employee));
}

static void
test_undo_refused (TestFixture *fixture,
                   gconstpointer user_data)
{
  g_autoptr (FwCommand) print = fw_command_new ("document.print", "tester", NULL);
  g_autoptr (FwEvent) printed = fw_store_run (fixture->store, print, NULL, NULL);
  g_autoptr (FwCommand) issue = fw_command_new ("document.issue", "tester", NULL);
  g_autoptr (FwEvent) issued = NULL;
  g_autoptr (GPtrArray) events = fw_store_list_events (fixture->store, NULL, 0, 1, NULL, NULL);

  fw_record_set (fw_command_add (issue, "department"), "name", "市场部");
  fw_command_set_final (issue);
  issued = fw_store_run (fixture->store, issue, NULL, NULL);
  assert_undo_refused (fixture->store, fw_event_get_id (issued), FW_STORE_ERROR_CONFLICT, "final");
  assert_undo_refused (fixture->store, fw_event_get_id (printed), FW_STORE_ERROR_CONFLICT, "nothing to undo");
  assert_undo_refused (fixture->store, fw_event_get_id (g_ptr_array_index (events, 0)),
                       FW_STORE_ERROR_CONFLICT, "final");
  assert_undo_refused (fixture->store, "0190c3e2-0000-7000-8000-000000000000", FW_STORE_ERROR_NOT_FOUND,
                       "no event");
}

/* @data: the database, and words of the statement that fails. */
static int
interrupt_cb (void *data)
{
  gpointer *about = data;
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (about[0], statement)) != NULL)
    if (sqlite3_stmt_busy (statement) && strstr (sqlite3_sql (statement), about[1]) != NULL)
      return 1;
  return 0;
}

/* What could not be read is not what is not there: nothing is undone, and nothing said to be. */
static void
test_undo_unread (TestFixture *fixture,
                  gconstpointer user_data)
{
  static const char *const reads[] = { "WHERE e.id = ?", "c.record_id = ?1 AND c.event_seq > ?2", "SELECT after FROM",
                                       "SELECT c.kind, c.record_id" };
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (FwEvent) changed = name_person (fixture, fw_record_get_id (employee), "张明");
  g_autofree char *head = fw_store_dup_head (fixture->store, NULL);
  g_autoptr (FwEvent) undone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      sqlite3 *database = _fw_connection_get_database (fixture->store->writer);
      gpointer about[] = { database, (gpointer) reads[i] };
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      sqlite3_progress_handler (database, 1, interrupt_cb, about);
      g_assert_null (fw_store_undo (fixture->store, fw_event_get_id (changed), "tester", NULL, &error));
      sqlite3_progress_handler (database, 0, NULL, NULL);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      after = fw_store_dup_head (fixture->store, NULL);
      g_assert_cmpstr (after, ==, head);
      assert_name (fixture, fw_record_get_id (employee), "张明");
    }
  undone = undo (fixture, changed);
  assert_name (fixture, fw_record_get_id (employee), "张敏");
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (TestFixture *, gconstpointer);
  } tests[] = {
    { "/store/undo/change", test_undo },
    { "/store/undo/several", test_undo_several },
    { "/store/undo/addition-and-removal", test_undo_of_addition_and_removal },
    { "/store/undo/refused", test_undo_refused },
    { "/store/undo/unread", test_undo_unread },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestFixture, NULL, test_set_up, tests[i].run, test_tear_down_sound);
  return g_test_run ();
}
