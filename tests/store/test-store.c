#include "fw-test-store.h"

static void
test_put_get_list (void)
{
  g_autoptr (TestPlace) place = test_place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = test_store_create (place);
  g_autoptr (FwRecord) employee = test_add_employee (store, "E0042", "张敏");
  g_autoptr (FwRecord) wage = fw_record_new ("wage");
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (FwRecord) again = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fw_record_set (wage, "employee-id", fw_record_get_id (employee));
  fw_record_set (wage, "month", "2026-02");
  fw_record_set (wage, "gross", "18500");
  fw_record_set_truth (wage, "normal", FALSE);
  event = test_put (store, wage);
  g_assert_cmpint (fw_event_get_seq (event), ==, 3);
  g_assert_cmpstr (fw_event_get_subjects (event)[0], ==, fw_record_get_id (employee));

  again = fw_store_get (store, "wage", fw_record_get_id (wage), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (again, "gross"), ==, "18500.00");
  g_assert_true (fw_record_is_false (again, "normal"));
  g_assert_null (fw_record_get (again, "bonus"));
  g_assert_cmpint (fw_record_get_event (again), ==, 3);

  all = fw_store_list (store, "employee-overview", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (fw_record_get (g_ptr_array_index (all, 0), "pinyin"), ==, "zhang min");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store/put-get-list", test_put_get_list);
  return g_test_run ();
}
