#include "charts/fw-tenure-chart.h"

#include "fw-test-chart.h"

static const guint months[FW_TENURE_MONTHS] = { 3, 5, 8, 14, 19, 17, 11, 7, 5, 6, 4, 5, 9, 4, 3, 3, 2, 3, 2, 2, 3, 2, 1, 4 };

static FwTenure
company (void)
{
  FwTenure tenure = { .n_longer = 44, .n_leavers = 44 };

  for (guint i = 0; i < FW_TENURE_MONTHS; i++)
    tenure.n_leavers += tenure.months[i] = months[i];
  fw_tenure_find_hump (&tenure);
  return tenure;
}

static FwTenureFigures
figures_of (const FwTenure *tenure)
{
  return (FwTenureFigures){ .tenure = tenure, .from = fw_date_new (2024, 1, 1), .until = fw_date_new (2025, 12, 31),
                            .probation_months = 6 };
}

static void
test_labels (void)
{
  FwTenure tenure = company ();
  FwTenureFigures figures = figures_of (&tenure);

  for (double width = 280; width <= 1600; width += 165)
    for (double scale = 1; scale <= 2; scale += 0.5)
      for (int language = 0; language < 2; language++)
        {
          g_autoptr (FwChart) chart = fw_tenure_chart_layout (&figures, width, scale, fw_test_chart_context (), language);

          fw_test_chart_labels_apart (chart);
        }
}

static void
test_hump (void)
{
  FwTenure tenure = company ();
  FwTenureFigures figures = figures_of (&tenure);
  g_autoptr (FwChart) chart = fw_tenure_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autofree char *hump = fw_tenure_chart_describe_mark (&figures, (FwChartMark){ 3, FW_TENURE_SERIES_HUMP }, FW_CHART_CHINESE);
  g_autofree char *longer = fw_tenure_chart_describe_mark (&figures, (FwChartMark){ FW_TENURE_PLACE_LONGER, 0 }, FW_CHART_ENGLISH);
  FwChartBox box;

  g_assert_cmpstr (fw_chart_get_text (chart, 0), ==, "离职的人里，27% 在入职第 4–6 个月离开");
  g_assert_true (fw_test_chart_says (chart, "满 3 至未满 6 个月：50 人，27%（95% 区间 21–34%）"));
  g_assert_true (fw_test_chart_says (chart, "试用期最长 6 个月"));
  g_assert_true (fw_test_chart_says (chart, "另有 44 人（24%）满 24 个月以上"));
  g_assert_true (fw_test_chart_says (chart, "19"));
  g_assert_cmpstr (hump, ==, "满 3 至未满 6 个月：50 人，27%（95% 区间 21–34%）。");
  g_assert_cmpstr (longer, ==, "44 more (24%) after 24 months or longer.");
  g_assert_true (fw_chart_get_mark_box (chart, (FwChartMark){ 12, 0 }, &box));
  g_assert_cmpint (fw_chart_pick (chart, box.x + 3, box.y + 3).place, ==, 12);
  g_assert_true (fw_chart_get_mark_box (chart, (FwChartMark){ FW_TENURE_PLACE_LONGER, 0 }, &box));
  g_assert_cmpint (fw_chart_pick (chart, box.x + 3, box.y + 3).place, ==, FW_TENURE_PLACE_LONGER);
}

static void
test_states (void)
{
  FwTenure nobody = { 0 }, few = { .months = { [2] = 4 }, .n_leavers = 4 }, some = { .months = { [2] = 8 }, .n_leavers = 8 };
  FwTenureFigures nobody_figures = figures_of (&nobody), few_figures = figures_of (&few), some_figures = figures_of (&some);
  g_autoptr (FwChart) nobody_chart = fw_tenure_chart_layout (&nobody_figures, 360, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChart) few_chart = fw_tenure_chart_layout (&few_figures, 360, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChart) some_chart = fw_tenure_chart_layout (&some_figures, 360, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChartTable) table = fw_tenure_chart_tabulate (&few_figures, FW_CHART_CHINESE);

  g_assert_true (fw_test_chart_says (nobody_chart, "没有人离职"));
  g_assert_true (fw_test_chart_says (few_chart, "不足 5 人，不显示"));
  g_assert_cmpuint (fw_chart_table_get_n_rows (table), ==, 0);
  g_assert_true (fw_test_chart_says (some_chart, "满月数"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tenure-chart/labels", test_labels);
  g_test_add_func ("/tenure-chart/hump", test_hump);
  g_test_add_func ("/tenure-chart/states", test_states);
  return g_test_run ();
}
