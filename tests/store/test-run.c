#include "fw-test-store.h"

#include "store/fw-audit.h"
#include "store/fw-store-private.h"

static void
assert_refused (FwStore *store,
                FwCommand *command,
                int code,
                const char *part_of_message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fw_store_dup_head (store, NULL);
  g_autofree char *after = NULL;

  g_assert_null (fw_store_run (store, command, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, code);
  if (strstr (error->message, part_of_message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part_of_message);
  after = fw_store_dup_head (store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_put_get_list (TestFixture *fixture,
                   gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E0042", "张敏");
  g_autoptr (FwRecord) wage = fw_record_new ("wage");
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwRecord) again = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fw_record_set (wage, "employee-id", fw_record_get_id (employee));
  fw_record_set (wage, "month", "2026-02");
  fw_record_set (wage, "gross", "18500");
  fw_record_set_truth (wage, "normal", FALSE);
  event = test_put (fixture->store, wage);
  g_assert_cmpint (fw_event_get_seq (event), ==, 3);
  g_assert_cmpstr (fw_event_get_what (event), ==, "wage.change");
  g_assert_cmpstr (fw_event_get_who (event), ==, "tester");
  g_assert_cmpstr (fw_event_get_why (event), ==, "because it is so");
  g_assert_cmpuint (fw_event_get_n_changes (event), ==, 1);
  g_assert_cmpuint (g_strv_length ((GStrv) fw_event_get_subjects (event)), ==, 1);
  g_assert_cmpstr (fw_event_get_subjects (event)[0], ==, fw_record_get_id (employee));

  again = fw_store_get (fixture->store, "wage", fw_record_get_id (wage), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (again, "gross"), ==, "18500.00");
  g_assert_true (fw_record_is_false (again, "normal"));
  g_assert_null (fw_record_get (again, "bonus"));
  g_assert_cmpint (fw_record_get_event (again), ==, 3);
  g_assert_true (fw_record_equal (again, wage));

  all = fw_store_list (fixture->store, "employee-overview", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (fw_record_get (g_ptr_array_index (all, 0), "pinyin"), ==, "zhang min");
}

/* What was not set stays; what was set to nothing becomes unknown. */
static void
test_partial_change (TestFixture *fixture,
                     gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (FwRecord) change = fw_record_new_with_id ("employee", fw_record_get_id (employee));
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) second = NULL;

  fw_record_set (change, "phone", "13800000000");
  fw_record_set (change, "status", NULL);
  event = test_put (fixture->store, change);
  g_assert_cmpstr (fw_record_get (change, "number"), ==, "E1");
  g_assert_null (fw_record_get (change, "status"));
  g_assert_cmpstr (fw_record_get (change, "phone"), ==, "13800000000");
  /* The same again changes nothing, and the event says so. */
  fw_record_set (change, "phone", "13800000000");
  second = test_put (fixture->store, change);
  g_assert_cmpuint (fw_event_get_n_changes (second), ==, 0);
  g_assert_cmpint (fw_record_get_event (change), ==, fw_event_get_seq (event));
}

static void
test_any_order_in_one_command (TestFixture *fixture,
                               gconstpointer user_data)
{
  g_autoptr (FwCommand) command = fw_command_new ("department.add", "tester", NULL);
  g_autoptr (FwRecord) employee = fw_record_new ("employee");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  FwRecord *department = fw_command_add (command, "department");

  fw_record_set (department, "name", "市场部");
  fw_record_set (department, "head-id", fw_record_get_id (employee));
  fw_record_set (employee, "number", "E1");
  fw_record_set (employee, "name", "李雷");
  fw_record_set (employee, "department-id", fw_record_get_id (department));
  fw_command_put (command, employee);
  fw_record_set (employee, "phone", "1");
  fw_command_put (command, employee);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_count (fixture->store, "department", NULL, NULL, &error), ==, 1);
}

static void
test_refusals (TestFixture *fixture,
               gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  static const struct
  {
    const char *kind;
    const char *field;
    const char *value;
    int code;
    const char *says;
  } cases[] = {
    { "employee", "name", "王海洋", FW_STORE_ERROR_INVALID, "number is missing" },
    { "employee", "sex", "女", FW_STORE_ERROR_INVALID, "sex: expected female|male" },
    { "wage", "month", "2026-2", FW_STORE_ERROR_INVALID, "month: expected a month as 2026-03" },
    { "department", "parent-id", "0190c3e2-0000-7000-8000-000000000000", FW_STORE_ERROR_CONFLICT,
      "refer to one (department)" },
    { "department", "parent-id", "somewhere", FW_STORE_ERROR_INVALID, "the id of a record" },
    { "employee-overview", "name", "x", FW_STORE_ERROR_INVALID, "view" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FwCommand) command = fw_command_new ("test", "tester", NULL);
      FwRecord *record = fw_command_add (command, cases[i].kind);

      if (g_str_equal (cases[i].kind, "department"))
        fw_record_set (record, "name", "市场部");
      fw_record_set (record, cases[i].field, cases[i].value);
      assert_refused (fixture->store, command, cases[i].code, cases[i].says);
    }
  {
    g_autoptr (FwCommand) command = fw_command_new ("test", "tester", NULL);
    FwRecord *twin = fw_command_add (command, "employee");

    fw_record_set (twin, "number", "E1");
    fw_record_set (twin, "name", "王海洋");
    assert_refused (fixture->store, command, FW_STORE_ERROR_CONFLICT,
                    "UNIQUE constraint failed: employee.number");
  }
  {
    g_autoptr (FwCommand) nobody = fw_command_new ("test", "", NULL);
    g_autoptr (FwCommand) nothing = fw_command_new ("", "tester", NULL);

    assert_refused (fixture->store, nobody, FW_STORE_ERROR_INVALID, "who");
    assert_refused (fixture->store, nothing, FW_STORE_ERROR_INVALID, "what");
  }
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 1);
}

/* All of a command or none of it. */
static void
test_nothing_by_halves (TestFixture *fixture,
                        gconstpointer user_data)
{
  g_autoptr (FwCommand) command = fw_command_new ("import", "tester", NULL);

  for (guint i = 0; i < 20; i++)
    {
      FwRecord *record = fw_command_add (command, "employee");
      g_autofree char *number = g_strdup_printf ("E%u", i);

      fw_record_set (record, "number", number);
      fw_record_set (record, "name", i < 19 ? "张敏" : NULL);
    }
  assert_refused (fixture->store, command, FW_STORE_ERROR_INVALID, "name is missing");
  g_assert_cmpint (fw_store_count (fixture->store, "employee", NULL, NULL, NULL), ==, 0);
}

static void
test_newer_is_not_overwritten (TestFixture *fixture,
                               gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (FwRecord) mine = fw_store_get (fixture->store, "employee", fw_record_get_id (employee), NULL);
  g_autoptr (FwRecord) theirs = fw_store_get (fixture->store, "employee", fw_record_get_id (employee), NULL);
  g_autoptr (FwCommand) command = fw_command_new ("test", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (theirs, "phone", "1");
  event = test_put (fixture->store, theirs);
  fw_record_set (mine, "phone", "2");
  fw_command_put (command, mine);
  assert_refused (fixture->store, command, FW_STORE_ERROR_CONFLICT, "changed meanwhile by event 3");
}

static void
test_removal (TestFixture *fixture,
              gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (FwRecord) skill = fw_record_new ("skill");
  g_autoptr (FwCommand) used = fw_command_new ("employee.remove", "tester", NULL);
  g_autoptr (FwCommand) both = fw_command_new ("employee.remove", "tester", NULL);
  g_autoptr (FwCommand) gone = fw_command_new ("skill.remove", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) removed = NULL;
  g_autoptr (GError) error = NULL;

  fw_record_set (skill, "employee-id", fw_record_get_id (employee));
  fw_record_set (skill, "name", "焊接");
  event = test_put (fixture->store, skill);
  fw_command_remove (used, "employee", fw_record_get_id (employee));
  assert_refused (fixture->store, used, FW_STORE_ERROR_CONFLICT, "skill");
  fw_command_remove (both, "employee", fw_record_get_id (employee));
  fw_command_remove (both, "skill", fw_record_get_id (skill));
  removed = fw_store_run (fixture->store, both, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fw_store_get (fixture->store, "employee", fw_record_get_id (employee), &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND);
  fw_command_remove (gone, "skill", fw_record_get_id (skill));
  assert_refused (fixture->store, gone, FW_STORE_ERROR_NOT_FOUND, "no such record");
}

static void
test_cancelled (TestFixture *fixture,
                gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FwCommand) command = fw_command_new ("test", "tester", NULL);
  g_autoptr (GError) error = NULL;
  FwRecord *record = fw_command_add (command, "department");

  fw_record_set (record, "name", "市场部");
  g_cancellable_cancel (cancellable);
  g_assert_null (fw_store_run (fixture->store, command, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fw_store_count (fixture->store, "department", NULL, NULL, NULL), ==, 0);
}

/* An export, a print: an event about something, with no change. */
static void
test_event_alone (TestFixture *fixture,
                  gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");
  g_autoptr (FwCommand) command = fw_command_new ("document.print", "tester", "for the file");
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (FwEvent) again = NULL;

  fw_command_add_subject (command, fw_record_get_id (employee));
  fw_command_set_detail (command, "document", "dismissal-notice");
  fw_command_set_detail (command, "copies", "3");
  event = fw_store_run (fixture->store, command, NULL, NULL);
  g_assert_cmpstr (fw_event_get_detail (event, "document"), ==, "dismissal-notice");
  g_assert_null (fw_event_get_detail (event, "printer"));
  events = fw_store_list_events (fixture->store, fw_record_get_id (employee), 0, 0, NULL, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  again = fw_store_find_last_event (fixture->store, "document.print", NULL);
  g_assert_cmpstr (fw_event_get_hash (again), ==, fw_event_get_hash (event));
  g_clear_pointer (&events, g_ptr_array_unref);
  events = fw_store_list_events (fixture->store, NULL, 1, 1, NULL, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (fw_event_get_seq (g_ptr_array_index (events, 0)), ==, 2);
}

/* One change costs the same with many people as with few: nothing is looked for row by row, and none of the tables is read through. */
static void
test_change_reads_nothing_through (TestFixture *fixture,
                                   gconstpointer user_data)
{
  sqlite3 *database = _fw_connection_get_database (fixture->store->writer);
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "王海洋");
  g_autoptr (FwRecord) other = test_add_employee (fixture->store, "E2", "李芳");
  g_autoptr (FwEvent) event = NULL;
  sqlite3_stmt *statement = NULL;

  fw_record_set (employee, "phone", "13800000000");
  event = test_put (fixture->store, employee);
  while ((statement = sqlite3_next_stmt (database, statement)) != NULL)
    if (strstr (sqlite3_sql (statement), "counter") == NULL)   /* a table of two rows */
      g_assert_cmpint (sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, FALSE), ==, 0);
}

static void
test_sealed_event (TestFixture *fixture,
                   gconstpointer user_data)
{
  static const char *const attempts[] = {
    "UPDATE event SET who = 'somebody else'",
    "UPDATE event SET hash = zeroblob (32)",
    "DELETE FROM event",
  };
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "王海洋");

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (_fw_connection_execute (fixture->store->writer, attempts[i], &error));
      g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "an event is never"));
    }
}

static void
progress_cb (guint done,
             guint total,
             gpointer user_data)
{
  guint *told = user_data;

  g_assert_cmpuint (total, ==, 250);
  g_assert_cmpuint (done, >, told[0]);
  told[0] = done;
  told[1]++;
}

/* A long command tells now and then how far it has come, and where it has ended. */
static void
test_progress (TestFixture *fixture,
               gconstpointer user_data)
{
  g_autoptr (FwCommand) command = fw_command_new ("employees.import", "tester", NULL);
  g_autoptr (FwEvent) event = NULL;
  guint told[2] = { 0, 0 };

  for (guint i = 0; i < 250; i++)
    {
      FwRecord *employee = fw_command_add (command, "employee");
      g_autofree char *number = g_strdup_printf ("E%u", i);

      fw_record_set (employee, "number", number);
      fw_record_set (employee, "name", "张敏");
      fw_record_set (employee, "status", "active");
    }
  fw_command_set_progress (command, progress_cb, told);
  event = fw_store_run (fixture->store, command, NULL, NULL);
  g_assert_nonnull (event);
  g_assert_cmpuint (told[0], ==, 250);
  g_assert_cmpuint (told[1], >=, 100);
  g_assert_cmpuint (told[1], <=, 126);
}

static void
changed_cb (FwStore *store,
            FwEvent *event,
            gpointer user_data)
{
  *(gint64 *) user_data = fw_event_get_seq (event);
}

static void
test_announced (TestFixture *fixture,
                gconstpointer user_data)
{
  gint64 heard = 0;
  gulong handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &heard);
  g_autoptr (FwRecord) employee = test_add_employee (fixture->store, "E1", "张敏");

  g_assert_cmpint (heard, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (heard, ==, 2);
  g_signal_handler_disconnect (fixture->store, handler);
}

static gpointer
write_many_cb (gpointer user_data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (FwRecord) note = fw_record_new ("department");
      g_autoptr (FwEvent) event = NULL;

      fw_record_set (note, "name", "市场部");
      event = test_put (user_data, note);
    }
  return NULL;
}

static gpointer
read_many_cb (gpointer user_data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) all = fw_store_list (user_data, "department", NULL, NULL, &error);

      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_many_threads (TestFixture *fixture,
                   gconstpointer user_data)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("test", i % 2 == 0 ? write_many_cb : read_many_cb, fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (fw_store_count (fixture->store, "department", NULL, NULL, NULL), ==, 200);
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
    { "/store/run/put-get-list", test_put_get_list },
    { "/store/run/partial-change", test_partial_change },
    { "/store/run/any-order-in-one-command", test_any_order_in_one_command },
    { "/store/run/refusals", test_refusals },
    { "/store/run/nothing-by-halves", test_nothing_by_halves },
    { "/store/run/newer-is-not-overwritten", test_newer_is_not_overwritten },
    { "/store/run/removal", test_removal },
    { "/store/run/cancelled", test_cancelled },
    { "/store/run/progress", test_progress },
    { "/store/run/change-reads-nothing-through", test_change_reads_nothing_through },
    { "/store/run/sealed-event", test_sealed_event },
    { "/store/run/event-alone", test_event_alone },
    { "/store/run/announced", test_announced },
    { "/store/run/many-threads", test_many_threads },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestFixture, NULL, test_set_up, tests[i].run, test_tear_down_sound);
  return g_test_run ();
}
