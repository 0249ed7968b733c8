#include "insight/fw-targets.h"

#include "fw-test-figures.h"

static void
fill (FwTargetMonth *months,
      const double *ratios,
      guint n)
{
  for (guint i = 0; i < n; i++)
    months[i] = (FwTargetMonth){ fw_date_add_months (fw_test_day ("2025-03-01"), (int) i), ratios[i] < 0 ? 0 : 100, ratios[i] };
}

/* November alone does not fire, January and February do. */
static void
test_worked (void)
{
  static const double ratios[] = { 104, 98, 101, 95, 92, 97, 88, 84, 79, 86, 76, 71 };
  FwTargetMonth months[12];
  guint first, n;

  fill (months, ratios, 12);
  g_assert_true (fw_targets_find_run (months, 12, &first, &n));
  g_assert_cmpuint (first, ==, 10);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (fw_targets_find_run (months, 10, &first, &n));
}

/* Exactly on the line is not under, and a month without a target breaks the run. */
static void
test_edges (void)
{
  static const double on_the_line[] = { 80, 80, 79 }, gap[] = { 79, -1, 79 };
  FwTargetMonth months[3], decimals = { fw_test_day ("2025-03-01"), 42, 33.6 };
  guint first, n;

  fill (months, on_the_line, 3);
  g_assert_false (fw_targets_find_run (months, 3, &first, &n));
  fill (months, gap, 3);
  g_assert_false (fw_targets_find_run (months, 3, &first, &n));
  months[1] = months[2];
  g_assert_false (fw_targets_find_run (months, 2, &first, &n));
  g_assert_false (fw_target_month_is_under (&decimals));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets/worked", test_worked);
  g_test_add_func ("/targets/edges", test_edges);
  return g_test_run ();
}
