#include "insight/fw-interval.h"

#include "fw-test-figures.h"

static void
test_share (void)
{
  g_autoptr (JsonObject) figures = fw_test_figures_load ();
  JsonArray *worked = json_object_get_array_member (json_object_get_object_member (figures, "intervals"), "wilson95");

  g_assert_cmpuint (json_array_get_length (worked), >, 5);
  for (guint i = 0; i < json_array_get_length (worked); i++)
    {
      JsonObject *row = json_array_get_object_element (worked, i);
      FwInterval found = fw_interval_of_share ((guint) json_object_get_int_member (row, "k"),
                                               (guint) json_object_get_int_member (row, "n"));

      g_assert_cmpfloat_with_epsilon (found.low, json_object_get_double_member (row, "low"), 1e-6);
      g_assert_cmpfloat_with_epsilon (found.high, json_object_get_double_member (row, "high"), 1e-6);
    }
}

static void
test_count (void)
{
  g_autoptr (JsonObject) figures = fw_test_figures_load ();
  JsonArray *worked =
    json_object_get_array_member (json_object_get_object_member (figures, "intervals"), "poisson_exact95");

  g_assert_cmpuint (json_array_get_length (worked), >, 5);
  for (guint i = 0; i < json_array_get_length (worked); i++)
    {
      JsonObject *row = json_array_get_object_element (worked, i);
      FwInterval found = fw_interval_of_count ((guint) json_object_get_int_member (row, "k"));

      g_assert_cmpfloat_with_epsilon (found.low, json_object_get_double_member (row, "low"), 1e-6);
      g_assert_cmpfloat_with_epsilon (found.high, json_object_get_double_member (row, "high"), 1e-6);
    }
}

static void
test_edges (void)
{
  FwInterval none = fw_interval_of_share (0, 0), all = fw_interval_of_share (5, 5), many = fw_interval_of_count (20000);

  g_assert_cmpfloat (none.low, ==, 0);
  g_assert_cmpfloat (none.high, ==, 1);
  g_assert_cmpfloat (all.high, ==, 1);
  g_assert_cmpfloat_with_epsilon (all.low, 1 - 0.434482, 1e-6);
  g_assert_cmpfloat (many.low, >, 19700);
  g_assert_cmpfloat (many.high, <, 20300);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/share", test_share);
  g_test_add_func ("/interval/count", test_count);
  g_test_add_func ("/interval/edges", test_edges);
  return g_test_run ();
}
