#include "charts/fw-pay-chart.h"

#include <string.h>

#include "fw-test-chart.h"

static FwPayFigures
make (FwPayMonth *months,
      guint n)
{
  for (guint i = 0; i < n; i++)
    months[i] = (FwPayMonth){ fw_date_add_months (fw_date_new (2023, 3, 1), (int) i), 18000 + 150 * (i / 6) + (i % 12 == 11 ? 9000 : 0), FALSE };
  return (FwPayFigures){ months, n, "¥" };
}

static void
test_labels (void)
{
  FwPayMonth months[60];

  for (guint n = 1; n <= 60; n += 13)
    for (double width = 280; width <= 1600; width += 330)
      for (double text_scale = 1; text_scale <= 2; text_scale += 0.5)
        {
          FwPayFigures figures = make (months, n);
          g_autoptr (FwChart) chart = fw_pay_chart_layout (&figures, width, text_scale, fw_test_chart_context (), n % 2);

          fw_test_chart_labels_apart (chart);
        }
}

/* The last month against the same a year before; an axis that starts above zero says where. */
static void
test_title (void)
{
  FwPayMonth months[37];
  FwPayFigures figures = make (months, 37);
  g_autoptr (FwChart) chart = fw_pay_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);

  g_assert_cmpstr (fw_chart_get_text (chart, 0), ==, "一年里月工资由 ¥18,600 到 ¥18,900");
  g_assert_true (fw_test_chart_says (chart, "纵轴从 ¥"));
}

/* Where money has many digits a month's pay is more than a count of people can hold. */
static void
test_many_digits (void)
{
  FwPayMonth months[] = { { fw_date_new (2026, 1, 1), 4999999999.6, FALSE }, { fw_date_new (2026, 2, 1), 5000000000, FALSE } };
  FwPayFigures figures = { months, G_N_ELEMENTS (months), "Rp" };
  g_autofree char *text = fw_pay_chart_describe_mark (&figures, (FwChartMark){ 0, 0 }, FW_CHART_ENGLISH);

  g_assert_cmpstr (text, ==, "January 2026: Rp5,000,000,000.");
}

/* The end of the probation is drawn and said where it is among the months, and nowhere else. */
static void
test_probation (void)
{
  FwPayMonth months[14];
  FwPayFigures figures = make (months, 14);
  g_autoptr (FwChart) none = fw_pay_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChart) before = NULL;
  g_autofree char *said = NULL;

  g_assert_false (fw_test_chart_says (none, "试用期满"));
  figures.probation_end = fw_date_new (2023, 2, 28);
  before = fw_pay_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_assert_false (fw_test_chart_says (before, "试用期满"));
  for (int month = 0; month < 14; month++)
    {
      g_autoptr (FwChart) chart = NULL;

      figures.probation_end = fw_date_month_end (months[month].month);
      chart = fw_pay_chart_layout (&figures, 320, 1.5, fw_test_chart_context (), FW_CHART_CHINESE);
      g_assert_true (fw_test_chart_says (chart, "试用期满"));
      fw_test_chart_labels_apart (chart);
    }
  said = fw_pay_chart_describe (&figures, FW_CHART_CHINESE);
  g_assert_nonnull (strstr (said, "试用期到 2024-04-30。"));
}

/* What is not on record is a gap, not a zero, and a sick month is no finding. */
static void
test_unknown (void)
{
  FwPayMonth months[37];
  FwPayFigures figures = make (months, 37);
  g_autoptr (FwChart) chart = NULL;
  g_autoptr (FwChartTable) table = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *sick = NULL;

  months[20].gross = -1;
  months[36].unusual = TRUE;
  months[36].gross = 2490;
  chart = fw_pay_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  table = fw_pay_chart_tabulate (&figures, FW_CHART_CHINESE);
  gap = fw_pay_chart_describe_mark (&figures, (FwChartMark){ 20, 0 }, FW_CHART_CHINESE);
  sick = fw_pay_chart_describe_mark (&figures, (FwChartMark){ 36, 0 }, FW_CHART_CHINESE);
  g_assert_false (g_str_has_suffix (fw_chart_get_text (chart, 0), "¥2,490"));
  g_assert_true (fw_test_chart_says (chart, "1 个月没有工资记录"));
  g_assert_true (fw_test_chart_says (chart, "1 个月病假或待岗"));
  g_assert_cmpstr (gap, ==, "2024 年 11 月：没有工资记录。");
  g_assert_cmpstr (sick, ==, "2026 年 3 月：¥2,490，病假或待岗。");
  g_assert_cmpstr (fw_chart_table_get_row (table, 20)[1], ==, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay-chart/labels", test_labels);
  g_test_add_func ("/pay-chart/title", test_title);
  g_test_add_func ("/pay-chart/many-digits", test_many_digits);
  g_test_add_func ("/pay-chart/unknown", test_unknown);
  g_test_add_func ("/pay-chart/probation", test_probation);
  return g_test_run ();
}
