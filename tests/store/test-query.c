#include "fw-test-store.h"

typedef struct
{
  TestPlace *place;
  FwStore *store;
} Fixture;

static void
add_target (FwStore *store,
            const char *employee,
            const char *period,
            const char *measure,
            const char *target,
            const char *agreed)
{
  g_autoptr (FwRecord) record = fw_record_new ("target");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (record, "employee-id", employee);
  fw_record_set (record, "period", period);
  fw_record_set (record, "measure", measure);
  fw_record_set (record, "target", target);
  fw_record_set (record, "agreed", agreed);
  event = test_put (store, record);
}

static void
set_up (Fixture *fixture,
        gconstpointer user_data)
{
  g_autoptr (FwRecord) employee = NULL;
  const char *id;

  fixture->place = test_place_new ();
  fixture->store = test_store_create (fixture->place);
  employee = test_add_employee (fixture->store, "E1", "张敏");
  id = fw_record_get_id (employee);
  add_target (fixture->store, id, "2026-01", "a", "9", "2026-01-05");
  add_target (fixture->store, id, "2026-02", "b", "10", NULL);
  add_target (fixture->store, id, "2026-03", "c'; DROP TABLE target; --", "100.5", "2025-12-31");
}

static void
tear_down (Fixture *fixture,
           gconstpointer user_data)
{
  g_assert_finalize_object (fixture->store);
  test_place_free (fixture->place);
}

static void
assert_periods (FwStore *store,
                FwQuery *query,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = fw_store_list (store, "target", query, NULL, &error);
  g_autoptr (GString) periods = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (periods, "%s%s", i > 0 ? " " : "",
                            fw_record_get (g_ptr_array_index (records, i), "period") + 5);
  g_assert_cmpstr (periods->str, ==, expected);
}

static void
test_conditions (Fixture *fixture,
                 gconstpointer user_data)
{
  static const struct
  {
    const char *field;
    FwQueryCompare compare;
    const char *value;
    const char *expected;
  } cases[] = {
    { "target", FW_QUERY_EQUALS, "10.0", "02" },
    { "target", FW_QUERY_DIFFERS, "10", "01 03" },
    /* As numbers: as texts, 9 would come behind 10. */
    { "target", FW_QUERY_BELOW, "10", "01" },
    { "target", FW_QUERY_AT_MOST, "10", "01 02" },
    { "target", FW_QUERY_ABOVE, "9.5", "02 03" },
    { "target", FW_QUERY_AT_LEAST, "100.5", "03" },
    { "agreed", FW_QUERY_KNOWN, NULL, "01 03" },
    { "agreed", FW_QUERY_UNKNOWN, NULL, "02" },
    { "agreed", FW_QUERY_DIFFERS, "2026-01-05", "02 03" },
    { "agreed", FW_QUERY_BELOW, "2026-01-01", "03" },
    { "measure", FW_QUERY_EQUALS, "c'; DROP TABLE target; --", "03" },
    { "seq", FW_QUERY_ABOVE, "2", "03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FwQuery) query = fw_query_new ();

      fw_query_where (query, cases[i].field, cases[i].compare, cases[i].value);
      assert_periods (fixture->store, query, cases[i].expected);
    }
  assert_periods (fixture->store, NULL, "01 02 03");
}

static void
test_joined (Fixture *fixture,
             gconstpointer user_data)
{
  static const char *const two[] = { "2026-01", "2026-03", "2030-01", NULL };
  static const char *const none[] = { NULL };
  static const guint32 seqs[] = { 3, 2 };
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (FwQuery) page = fw_query_new ();
  g_autoptr (FwQuery) nothing = fw_query_new ();

  fw_query_one_of (query, "period", two);
  assert_periods (fixture->store, query, "01 03");
  fw_query_where (query, "target", FW_QUERY_ABOVE, "50");
  assert_periods (fixture->store, query, "03");
  fw_query_seqs (query, seqs, G_N_ELEMENTS (seqs));
  assert_periods (fixture->store, query, "03");
  fw_query_seqs (query, seqs + 1, 1);
  assert_periods (fixture->store, query, "");
  /* As the search has them, unless another order is asked for. */
  fw_query_seqs (page, seqs, G_N_ELEMENTS (seqs));
  assert_periods (fixture->store, page, "03 02");
  fw_query_order (page, "period", FALSE);
  assert_periods (fixture->store, page, "02 03");
  fw_query_one_of (nothing, "period", none);
  assert_periods (fixture->store, nothing, "");
}

static void
test_order_and_page (Fixture *fixture,
                     gconstpointer user_data)
{
  g_autoptr (FwQuery) by_target = fw_query_new ();
  g_autoptr (FwQuery) by_agreed = fw_query_new ();

  fw_query_order (by_target, "target", TRUE);
  assert_periods (fixture->store, by_target, "03 02 01");
  fw_query_page (by_target, 1, 1);
  assert_periods (fixture->store, by_target, "02");
  fw_query_page (by_target, 2, 0);
  assert_periods (fixture->store, by_target, "01");
  g_assert_cmpint (fw_store_count (fixture->store, "target", by_target, NULL, NULL), ==, 3);
  /* What is unknown comes last either way. */
  fw_query_order (by_agreed, "agreed", FALSE);
  assert_periods (fixture->store, by_agreed, "03 01 02");
}

static void
number_project (FwStore *store,
                const char *number)
{
  g_autoptr (FwRecord) project = fw_record_new ("project");
  g_autoptr (FwEvent) event = NULL;

  fw_record_set (project, "number", number);
  fw_record_set (project, "name", "搬迁");
  event = test_put (store, project);
}

/* The greatest is neither the last that came, nor how many there are, nor the last in the order of texts. */
static void
test_last_number (Fixture *fixture,
                  gconstpointer user_data)
{
  static const char *const numbers[] = { "2026-0004", "2026-10000", "2026-9999", "2026-G07", "2027-0001", "2026", "2026-0002" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fw_store_get_last_number (fixture->store, "project", "number", "2026-", &error), ==, 0);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    number_project (fixture->store, numbers[i]);
  g_assert_cmpint (fw_store_get_last_number (fixture->store, "project", "number", "2026-", &error), ==, 10000);
  g_assert_cmpint (fw_store_get_last_number (fixture->store, "project", "number", "2026-G", &error), ==, 7);
  g_assert_cmpint (fw_store_get_last_number (fixture->store, "project", "number", "2025-", &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (fw_store_get_last_number (fixture->store, "project", "nothing", "2025-", &error), ==, -1);
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
}

static void
test_refused (Fixture *fixture,
              gconstpointer user_data)
{
  g_autoptr (FwQuery) where = fw_query_new_equals ("no\"; DROP TABLE target", "x");
  g_autoptr (FwQuery) order = fw_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_store_list (fixture->store, "target", where, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  fw_query_order (order, "nothing", FALSE);
  g_assert_null (fw_store_list (fixture->store, "target", order, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (fw_store_list (fixture->store, "nothing", NULL, NULL, &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (fw_store_count (fixture->store, "nothing", NULL, NULL, &error), ==, -1);
  g_clear_error (&error);
  g_assert_null (fw_store_find (fixture->store, "target", "period", "1999-01", &error));
  g_assert_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/query/conditions", Fixture, NULL, set_up, test_conditions, tear_down);
  g_test_add ("/store/query/joined", Fixture, NULL, set_up, test_joined, tear_down);
  g_test_add ("/store/query/order-and-page", Fixture, NULL, set_up, test_order_and_page, tear_down);
  g_test_add ("/store/query/last-number", Fixture, NULL, set_up, test_last_number, tear_down);
  g_test_add ("/store/query/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
