/* Commands of many records: made while those before them are written, on another thread, and yet as if one came after the other. */
#include "fw-test-store.h"

#include "store/fw-search.h"

#define MANY 3000
/* Nothing of what lists are read from differs from what it is derived of. */
#define TERMS_THAT_DIFFER \
  "SELECT count(*) FROM employee_latest_term AS l LEFT JOIN employee_term AS t ON t.seq = l.seq WHERE t.seq IS NULL" \
  " OR t.hired IS NOT l.hired OR t.contract IS NOT l.contract OR t.contract_end IS NOT l.contract_end" \
  " OR t.probation_end IS NOT l.probation_end OR t.\"left\" IS NOT l.\"left\""

static void
tear_down (TestFixture *fixture,
           gconstpointer user_data)
{
  g_assert_cmpint (test_ask (fixture->place, TERMS_THAT_DIFFER), ==, 0);
  g_assert_cmpint (test_ask (fixture->place, "SELECT count(*) FROM employee_term"), ==,
                   test_ask (fixture->place, "SELECT count(*) FROM employee"));
  test_tear_down_sound (fixture, user_data);
}

/* People and employments in turn, each employment of the person before it. */
typedef struct
{
  char *employee_id;
  guint bad[2];         /* numbers of records that cannot be stored; 0 for none */
  guint twin;           /* of the person who has the staff number of the first; 0 for none */
  char *twin_id;
  guint n_made;
} Maker;

static FwRecord *
make_cb (guint index,
         gpointer user_data)
{
  Maker *maker = user_data;
  FwRecord *record = fw_record_new (index % 2 == 0 ? "employee" : "employment");
  g_autofree char *text =
    index % 2 == 0 ? g_strdup_printf ("E%05u", index == maker->twin ? 0 : index) : g_strdup_printf ("2020-%02u-01", 1 + index % 12);

  g_assert_cmpuint (index, ==, maker->n_made++);
  if (index % 2 == 0)
    {
      g_free (maker->employee_id);
      maker->employee_id = g_strdup (fw_record_get_id (record));
      fw_record_set (record, "number", text);
      fw_record_set (record, "name", "张海洋");
      fw_record_set (record, "left", index % 10 == 0 ? "2025-01-31" : NULL);
      if (index > 0 && index == maker->twin)
        maker->twin_id = g_strdup (maker->employee_id);
      fw_record_set (record, "status", index > 0 && index == maker->bad[0] ? "asleep" : "active");
    }
  else
    {
      fw_record_set (record, "employee-id", maker->employee_id);
      fw_record_set (record, "hired", index == maker->bad[1] ? "yesterday" : text);
      fw_record_set (record, "contract-end", "2027-06-30");
    }
  return record;
}

static FwCommand *
command_of (Maker *maker,
            guint n_records)
{
  FwCommand *command = fw_command_new ("import.employees", "tester", NULL);

  fw_command_put_many (command, n_records, make_cb, maker);
  return command;
}

static gint64
count (TestFixture *fixture,
       const char *kind)
{
  return fw_store_count (fixture->store, kind, NULL, NULL, NULL);
}

static void
test_made (TestFixture *fixture,
           gconstpointer user_data)
{
  const guint n_records = GPOINTER_TO_UINT (user_data);
  Maker maker = { NULL };
  g_autoptr (FwCommand) command = command_of (&maker, n_records);
  g_autoptr (FwRecord) behind = fw_record_new ("department");
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwRecord) last = NULL;

  fw_record_set (behind, "name", "销售部");
  fw_command_put (command, behind);
  g_assert_cmpuint (fw_command_get_n_changes (command), ==, n_records + 1);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (maker.n_made, ==, n_records);
  g_assert_cmpuint (fw_event_get_n_changes (event), ==, n_records + 1);
  g_assert_cmpint (fw_record_get_event (behind), ==, fw_event_get_seq (event));
  g_assert_cmpint (count (fixture, "employee"), ==, n_records / 2);
  g_assert_cmpint (count (fixture, "employment"), ==, n_records / 2);
  found = fw_store_search (fixture->store, "haiyang", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n_records / 2);
  last = fw_store_get (fixture->store, "employee", maker.employee_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (last, "pinyin"), ==, "zhang hai yang");
  g_free (maker.employee_id);
}

/* The first that is wrong is named, however far ahead another was found to be; and nothing is stored. */
static void
test_first_fault (TestFixture *fixture,
                  gconstpointer user_data)
{
  Maker maker = { .bad = { MANY - 100, MANY - 899 } };
  g_autoptr (FwCommand) command = command_of (&maker, MANY);
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_run (fixture->store, command, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "employment "));
  g_assert_nonnull (strstr (error->message, "hired: expected a date"));
  g_assert_cmpint (count (fixture, "employee"), ==, 0);
  g_free (maker.employee_id);
}

/* What only the database refuses is told of the record it refuses, before the faults of those behind it. */
static void
test_twin (TestFixture *fixture,
           gconstpointer user_data)
{
  Maker maker = { .twin = MANY - 900, .bad = { MANY - 890, MANY - 899 } };
  g_autoptr (FwCommand) command = command_of (&maker, MANY);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_run (fixture->store, command, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT);
  said = g_strdup_printf ("employee %s: the store refuses it: UNIQUE constraint failed: employee.number", maker.twin_id);
  g_assert_cmpstr (error->message, ==, said);
  g_assert_cmpint (count (fixture, "employee"), ==, 0);
  g_free (maker.employee_id);
  g_free (maker.twin_id);
}

static FwRecord *
add_person (FwCommand *command,
            const char *number)
{
  FwRecord *person = fw_command_add (command, "employee");

  fw_record_set (person, "number", number);
  fw_record_set (person, "name", "王芳");
  return person;
}

/* New people, with one who is there already among them. */
static FwRecord *
make_mixed_cb (guint index,
               gpointer user_data)
{
  const gboolean known = index == MANY / 2;
  FwRecord *record = known ? fw_record_new_with_id ("employee", user_data) : fw_record_new ("employee");
  g_autofree char *number = g_strdup_printf ("F%05u", index);

  if (!known)
    fw_record_set (record, "number", number);
  fw_record_set (record, "name", "欧阳静");
  return record;
}

/* What is written ahead of its turn and what is not stand in one event, whose hash the end of the test looks at. */
static void
test_mixed (TestFixture *fixture,
            gconstpointer user_data)
{
  g_autoptr (FwCommand) first = fw_command_new ("employee.add", "tester", NULL);
  g_autoptr (FwCommand) command = fw_command_new ("import.employees", "tester", NULL);
  FwRecord *known = add_person (first, "E1");
  g_autoptr (FwEvent) added = fw_store_run (fixture->store, first, NULL, NULL);
  g_autofree char *id = g_strdup (fw_record_get_id (known));
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwRecord) renamed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (added);
  fw_command_put_many (command, MANY, make_mixed_cb, id);
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fw_event_get_n_changes (event), ==, MANY);
  g_assert_cmpint (count (fixture, "employee"), ==, MANY);
  renamed = fw_store_get (fixture->store, "employee", id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (renamed, "name"), ==, "欧阳静");
  g_assert_cmpstr (fw_record_get (renamed, "number"), ==, "E1");
}

static void
cancel_cb (guint done,
           guint total,
           gpointer user_data)
{
  if (done >= total / 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled_half_way (TestFixture *fixture,
                         gconstpointer user_data)
{
  Maker maker = { NULL };
  g_autoptr (FwCommand) command = command_of (&maker, MANY);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fw_command_set_progress (command, cancel_cb, cancellable);
  g_assert_null (fw_store_run (fixture->store, command, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture, "employee"), ==, 0);
  g_free (maker.employee_id);
}

/* What lists are filtered by stays with people of whom something else has changed, however many. */
static void
test_changed (TestFixture *fixture,
              gconstpointer user_data)
{
  Maker maker = { NULL };
  g_autoptr (FwCommand) command = command_of (&maker, MANY);
  g_autoptr (FwCommand) change = fw_command_new ("import.employees", "tester", NULL);
  g_autoptr (FwEvent) event = fw_store_run (fixture->store, command, NULL, NULL);
  g_autoptr (FwEvent) changed = NULL;
  g_autoptr (GPtrArray) people = fw_store_list (fixture->store, "employee", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (event);
  for (guint i = 0; i < people->len; i++)
    {
      fw_record_set (people->pdata[i], "phone", "13800138000");
      if (i % 3 == 0)
        fw_record_set (people->pdata[i], "left", "2026-02-28");
      fw_command_put (change, people->pdata[i]);
    }
  changed = fw_store_run (fixture->store, change, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fw_event_get_n_changes (changed), ==, MANY / 2);
  g_free (maker.employee_id);
}

static FwRecord *
employ (FwCommand *command,
        const char *employee_id,
        const char *hired)
{
  FwRecord *employment = fw_command_add (command, "employment");

  fw_record_set (employment, "employee-id", employee_id);
  fw_record_set (employment, "hired", hired);
  fw_record_set (employment, "contract", "fixed-term");
  return employment;
}

/* Whatever else the same command says of somebody who is new; the end of the test compares. */
static void
test_newcomers (TestFixture *fixture,
                gconstpointer user_data)
{
  g_autoptr (FwCommand) command = fw_command_new ("test", "tester", NULL);
  g_autoptr (FwCommand) second = fw_command_new ("test", "tester", NULL);
  g_autoptr (FwRecord) late = fw_record_new ("employee");
  FwRecord *several = add_person (command, "E1");
  FwRecord *gone = add_person (command, "E2");
  FwRecord *same_day = add_person (command, "E3");
  FwRecord *former = NULL, *later;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwEvent) moved = NULL;
  g_autoptr (GError) error = NULL;

  employ (command, fw_record_get_id (several), "2015-01-01");
  employ (command, fw_record_get_id (several), "2022-05-01");
  employ (command, fw_record_get_id (several), "2018-01-01");
  employ (command, fw_record_get_id (same_day), "2022-05-01");
  later = employ (command, fw_record_get_id (same_day), "2022-05-01");
  fw_record_set (later, "contract", "open-ended");
  employ (command, fw_record_get_id (late), "2019-01-01");
  fw_record_set (late, "number", "E4");
  fw_record_set (late, "name", "李娜");
  fw_command_put (command, late);
  former = employ (command, fw_record_get_id (gone), "2010-01-01");
  fw_command_put (command, late);
  fw_command_remove (command, "employment", fw_record_get_id (former));
  fw_command_remove (command, "employee", fw_record_get_id (gone));
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "employee"), ==, 3);

  /* Somebody new takes over an employment that was somebody else's. */
  fw_record_set (later, "employee-id", fw_record_get_id (add_person (second, "E5")));
  fw_command_put (second, later);
  moved = fw_store_run (fixture->store, second, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/many/made", TestFixture, GUINT_TO_POINTER (MANY), test_set_up, test_made, tear_down);
  g_test_add ("/store/many/few", TestFixture, GUINT_TO_POINTER (2), test_set_up, test_made, tear_down);
  g_test_add ("/store/many/first-fault", TestFixture, NULL, test_set_up, test_first_fault, tear_down);
  g_test_add ("/store/many/twin", TestFixture, NULL, test_set_up, test_twin, tear_down);
  g_test_add ("/store/many/mixed", TestFixture, NULL, test_set_up, test_mixed, tear_down);
  g_test_add ("/store/many/cancelled-half-way", TestFixture, NULL, test_set_up, test_cancelled_half_way, tear_down);
  g_test_add ("/store/many/changed", TestFixture, NULL, test_set_up, test_changed, tear_down);
  g_test_add ("/store/many/newcomers", TestFixture, NULL, test_set_up, test_newcomers, tear_down);
  return g_test_run ();
}
