#include "departure/fw-post-change.h"

#include <glib/gstdio.h>

/* Somebody in a store of their own, whose post changes. */
typedef struct
{
  char *folder;
  FwStore *store;
  char *person, *sales, *support;
} Fixture;

static char *
add_department (FwCommand *command, const char *name)
{
  FwRecord *record = fw_command_add (command, "department");

  fw_record_set (record, "name", name);
  return g_strdup (fw_record_get_id (record));
}

static void
run (Fixture *fixture, FwCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (fixture->store, command, NULL, &error);

  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (FwCommand) command = fw_command_new ("import", "test", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  FwRecord *person, *employment;

  fixture->folder = g_dir_make_tmp ("fairwell-post-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "store", NULL);
  fixture->store = fw_store_create (path, "test", &options, &error);
  g_assert_no_error (error);
  fixture->sales = add_department (command, "Sales");
  fixture->support = add_department (command, "Support");
  person = fw_command_add (command, "employee");
  fw_record_set (person, "number", "E1");
  fw_record_set (person, "name", "王海洋");
  fw_record_set (person, "department-id", fixture->sales);
  fixture->person = g_strdup (fw_record_get_id (person));
  employment = fw_command_add (command, "employment");
  fw_record_set (employment, "employee-id", fixture->person);
  fw_record_set (employment, "hired", "2020-01-06");
  run (fixture, command);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "store", NULL);
  g_autoptr (GError) error = NULL;

  fw_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fw_store_delete (path, &error);
  g_assert_no_error (error);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->person);
  g_free (fixture->sales);
  g_free (fixture->support);
}

static FwRecord *
read_one (Fixture *fixture, const char *kind)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", fixture->person);
  g_autoptr (GPtrArray) records = fw_store_list (fixture->store, kind, query, NULL, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}

static GPtrArray *
read_appointments (Fixture *fixture)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", fixture->person);

  fw_query_order (query, "from", FALSE);
  return fw_store_list (fixture->store, "appointment", query, NULL, NULL);
}

static char *
department_now (Fixture *fixture)
{
  g_autoptr (FwRecord) person = fw_store_get (fixture->store, "employee", fixture->person, NULL);

  return g_strdup (fw_record_get (person, "department-id"));
}

static void
change (Fixture *fixture, const char *field, const char *id, const char *from, const char *so_far_since)
{
  g_autoptr (FwCommand) command = fw_command_new ("post.change", "test", NULL);
  g_autoptr (FwRecord) person = fw_store_get (fixture->store, "employee", fixture->person, NULL);
  g_autoptr (FwRecord) employment = read_one (fixture, "employment");
  g_autoptr (GPtrArray) appointments = read_appointments (fixture);

  fw_post_change (&(FwPostHistory) { person, employment, appointments }, command, field, id, fw_date_from_string (from),
                  so_far_since != NULL ? fw_date_from_string (so_far_since) : FW_DATE_UNKNOWN);
  run (fixture, command);
}

static void
assert_appointment (GPtrArray *appointments, guint index, const char *from, const char *until, const char *department)
{
  FwRecord *appointment = g_ptr_array_index (appointments, index);

  g_assert_cmpstr (fw_record_get (appointment, "from"), ==, from);
  g_assert_cmpstr (fw_record_get (appointment, "until"), ==, until);
  g_assert_cmpstr (fw_record_get (appointment, "department-id"), ==, department);
}

/* The history keeps what was, where somebody knows since when; two changes of one day are one appointment. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) appointments = NULL;
  g_autofree char *now = NULL;
  g_autofree char *cleared = NULL;

  change (fixture, "department-id", fixture->support, "2026-03-01", "2020-01-06");
  change (fixture, "manager-id", fixture->person, "2026-03-01", NULL);
  appointments = read_appointments (fixture);
  g_assert_cmpuint (appointments->len, ==, 2);
  assert_appointment (appointments, 0, "2020-01-06", "2026-02-28", fixture->sales);
  assert_appointment (appointments, 1, "2026-03-01", NULL, fixture->support);
  g_assert_cmpstr (fw_record_get (g_ptr_array_index (appointments, 1), "manager-id"), ==, fixture->person);
  now = department_now (fixture);
  g_assert_cmpstr (now, ==, fixture->support);

  change (fixture, "department-id", NULL, "2026-03-09", NULL);
  cleared = department_now (fixture);
  g_assert_null (cleared);
}

/* Without a word on since when, what was is not made up. A change before a later one ends with it, and moves nobody. */
static void
test_change_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) appointments = NULL;
  g_autofree char *now = NULL;

  change (fixture, "department-id", fixture->support, "2026-03-01", NULL);
  change (fixture, "department-id", fixture->sales, "2025-06-01", NULL);
  appointments = read_appointments (fixture);
  g_assert_cmpuint (appointments->len, ==, 2);
  assert_appointment (appointments, 0, "2025-06-01", "2026-02-28", fixture->sales);
  assert_appointment (appointments, 1, "2026-03-01", NULL, fixture->support);
  now = department_now (fixture);
  g_assert_cmpstr (now, ==, fixture->support);
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwCommand) command = fw_command_new ("post.correct", "test", NULL);
  g_autoptr (FwRecord) person = NULL;
  g_autoptr (GPtrArray) appointments = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *now = NULL;

  change (fixture, "department-id", fixture->support, "2026-03-01", NULL);
  person = fw_store_get (fixture->store, "employee", fixture->person, NULL);
  appointments = read_appointments (fixture);
  fw_post_correct (&(FwPostHistory) { person, NULL, appointments }, command, "department-id", fixture->sales,
                   fw_date_new (2026, 3, 9));
  run (fixture, command);
  after = read_appointments (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  assert_appointment (after, 0, "2026-03-01", NULL, fixture->sales);
  now = department_now (fixture);
  g_assert_cmpstr (now, ==, fixture->sales);
}

/* An appointment that somebody writes into the history: a promotion is noted with the contract. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FwCommand) command = fw_command_new ("appointment.add", "test", NULL);
  g_autoptr (FwRecord) person = fw_store_get (fixture->store, "employee", fixture->person, NULL);
  g_autoptr (FwRecord) employment = read_one (fixture, "employment");
  g_autoptr (FwRecord) promoted = NULL;
  g_autoptr (GPtrArray) appointments = read_appointments (fixture);
  g_autoptr (FwRecord) appointment = fw_record_new ("appointment");
  g_autofree char *now = NULL;

  fw_record_set (appointment, "employee-id", fixture->person);
  fw_record_set (appointment, "from", "2026-01-01");
  fw_record_set (appointment, "department-id", fixture->support);
  fw_record_set (appointment, "promotion", "true");
  fw_post_follow (&(FwPostHistory) { person, employment, appointments }, command, appointment);
  fw_command_put (command, appointment);
  run (fixture, command);
  promoted = read_one (fixture, "employment");
  g_assert_cmpstr (fw_record_get (promoted, "last-promotion"), ==, "2026-01-01");
  now = department_now (fixture);
  g_assert_cmpstr (now, ==, fixture->support);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/departure/post-change/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/departure/post-change/before", Fixture, NULL, set_up, test_change_before, tear_down);
  g_test_add ("/departure/post-change/correct", Fixture, NULL, set_up, test_correct, tear_down);
  g_test_add ("/departure/post-change/follow", Fixture, NULL, set_up, test_follow, tear_down);
  return g_test_run ();
}
