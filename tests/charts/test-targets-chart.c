#include "charts/fw-targets-chart.h"

#include "fw-test-chart.h"

static const double ratios[] = { 104, 98, 101, 95, 92, 97, 88, 84, 79, 86, 76, 71 };

static FwTargetsFigures
make (FwTargetMonth *months,
      guint n)
{
  for (guint i = 0; i < n; i++)
    months[i] = (FwTargetMonth){ fw_date_add_months (fw_date_new (2025, 3, 1), (int) i), 100, ratios[i % 12] };
  return (FwTargetsFigures){ months, n, NULL };
}

static void
test_labels (void)
{
  FwTargetMonth months[36];

  for (guint n = 1; n <= 36; n += 7)
    for (double width = 280; width <= 1600; width += 330)
      for (double scale = 1; scale <= 2; scale += 0.5)
        {
          FwTargetsFigures figures = make (months, n);
          g_autoptr (FwChart) chart = fw_targets_chart_layout (&figures, width, scale, fw_test_chart_context (), n % 2);

          fw_test_chart_labels_apart (chart);
        }
}

static void
test_run (void)
{
  FwTargetMonth months[12];
  FwTargetsFigures figures = make (months, 12);
  g_autoptr (FwChart) chart = fw_targets_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autofree char *mark = fw_targets_chart_describe_mark (&figures, (FwChartMark){ 11, 0 }, FW_CHART_CHINESE);

  g_assert_cmpstr (fw_chart_get_text (chart, 0), ==, "连续 2 个月低于目标的 80%");
  g_assert_true (fw_test_chart_says (chart, "71%"));
  g_assert_true (fw_test_chart_says (chart, "79%"));
  g_assert_cmpstr (mark, ==, "2026 年 2 月：完成目标的 71%，低于 80%。");
}

/* A month without a target is said to be one, everywhere. */
static void
test_gap (void)
{
  FwTargetMonth months[12];
  FwTargetsFigures figures = make (months, 12);
  g_autoptr (FwChartTable) table = NULL;
  g_autofree char *mark = NULL;
  g_autoptr (FwChart) chart = NULL;

  months[10].target = 0;
  chart = fw_targets_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  mark = fw_targets_chart_describe_mark (&figures, (FwChartMark){ 10, 0 }, FW_CHART_CHINESE);
  table = fw_targets_chart_tabulate (&figures, FW_CHART_CHINESE);
  g_assert_true (g_str_has_suffix (fw_chart_get_text (chart, 0), "？"));
  g_assert_true (fw_test_chart_says (chart, "1 个月没有目标或业绩"));
  g_assert_cmpstr (mark, ==, "2026 年 1 月：没有目标或业绩。");
  g_assert_cmpstr (fw_chart_table_get_row (table, 10)[3], ==, "");
  g_assert_cmpstr (fw_chart_table_get_row (table, 11)[3], ==, "71%");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets-chart/labels", test_labels);
  g_test_add_func ("/targets-chart/run", test_run);
  g_test_add_func ("/targets-chart/gap", test_gap);
  return g_test_run ();
}
