#include "charts/fw-chart-axis.h"

static void
test_ticks (void)
{
  g_assert_cmpfloat_with_epsilon (fw_chart_tick_step (5.9, FALSE), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (fw_chart_tick_step (22.1, TRUE), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (fw_chart_tick_step (19, TRUE), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (fw_chart_tick_step (0.7, FALSE), 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (fw_chart_tick_step (3, TRUE), 1, 1e-9);
  for (double highest = 0.01; highest < 1e7; highest *= 1.37)
    for (int whole = 0; whole < 2; whole++)
      {
        double step = fw_chart_tick_step (highest, whole);

        g_assert_cmpfloat (step * 4, >=, highest * (1 - 1e-9));
        g_assert_true (!whole || step >= 1);
      }
}

static void
test_spread (void)
{
  double free_of_one_another[] = { 10, 50, 90 }, crowded[] = { 50, 51, 52 }, at_the_edge[] = { 98, 99 };
  const double heights[] = { 14, 14, 14 };

  fw_chart_spread_labels (free_of_one_another, heights, 3, 0, 100);
  g_assert_cmpfloat (free_of_one_another[1], ==, 50);
  fw_chart_spread_labels (crowded, heights, 3, 0, 100);
  g_assert_cmpfloat_with_epsilon (crowded[0], 37, 1e-9);
  g_assert_cmpfloat_with_epsilon (crowded[1], 51, 1e-9);
  g_assert_cmpfloat_with_epsilon (crowded[2], 65, 1e-9);
  fw_chart_spread_labels (at_the_edge, heights, 2, 0, 100);
  g_assert_cmpfloat_with_epsilon (at_the_edge[1], 93, 1e-9);
  g_assert_cmpfloat_with_epsilon (at_the_edge[0], 79, 1e-9);
}

static void
test_months (void)
{
  g_assert_cmpuint (fw_chart_months_apart (80, 50), ==, 1);
  g_assert_cmpuint (fw_chart_months_apart (14, 50), ==, 6);
  g_assert_cmpuint (fw_chart_months_apart (7, 50), ==, 12);
  g_assert_cmpuint (fw_chart_months_apart (0.1, 50), ==, 120);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-axis/ticks", test_ticks);
  g_test_add_func ("/chart-axis/spread", test_spread);
  g_test_add_func ("/chart-axis/months", test_months);
  return g_test_run ();
}
