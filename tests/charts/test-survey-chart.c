/* The chart of the survey after leaving: nothing of a few, few said to be few, no label over another. */
#include "charts/fw-survey-chart.h"

#include "fw-test-chart.h"

static const guint told[FW_SURVEY_MOST_SCORE] = { 0, 0, 10, 10, 5 }, bad[FW_SURVEY_MOST_SCORE] = { 10, 10, 5, 0, 0 };
static const guint few[FW_SURVEY_MOST_SCORE] = { 0, 0, 1, 3, 2 }, hidden[FW_SURVEY_MOST_SCORE] = { 0, 4 };
static const guint all_one[FW_SURVEY_MOST_SCORE] = { 25 }, all_five[FW_SURVEY_MOST_SCORE] = { 0, 0, 0, 0, 6 };
static const guint none[FW_SURVEY_MOST_SCORE] = { 0 };

static FwSurveyRow
row_of (const char *question,
        const guint *counts)
{
  return (FwSurveyRow){ question, fw_survey_mean_reckon (counts) };
}

static void
test_small_numbers (void)
{
  FwSurveyRow rows[] = { row_of ("钱算得明白。", few), row_of ("说清楚了原因。", hidden), row_of ("交接合理。", none), row_of ("受到尊重。", told),
                         row_of ("办得及时。", bad) };
  FwSurveyFigures figures = { rows, G_N_ELEMENTS (rows), fw_date_new (2026, 11, 1) };
  static const char *const says[] = { "钱算得明白。平均 4.2 分，6 份，很少。", "说清楚了原因。不到 5 份，不显示。", "交接合理。没有人答。",
                                      "受到尊重。平均 3.8 分，25 份。", "办得及时。平均 1.8 分，25 份。" };
  g_autoptr (FwChart) chart = fw_survey_chart_layout (&figures, 640, 1, fw_test_chart_context (), FW_CHART_CHINESE);
  g_autoptr (FwChartTable) table = fw_survey_chart_tabulate (&figures, FW_CHART_CHINESE);
  g_autofree char *text = fw_survey_chart_describe (&figures, FW_CHART_CHINESE);
  g_autofree char *csv = fw_chart_table_to_csv (table);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mark = fw_survey_chart_describe_mark (&figures, (FwChartMark){ (int) i, 0 }, FW_CHART_CHINESE);

      g_assert_cmpstr (mark, ==, says[i]);
    }
  g_assert_true (g_str_has_prefix (text, "得分最低的一条：办得及时。"));
  g_assert_true (fw_test_chart_says (chart, "3.8 · 25 份"));
  g_assert_true (fw_test_chart_says (chart, "4.2 · 6 份，很少"));
  g_assert_true (fw_test_chart_says (chart, "不到 5 份，不显示"));
  /* Nothing that the four could be reckoned from. */
  g_assert_cmpstr (fw_chart_table_get_row (table, 1)[1], ==, "不到 5 份，不显示");
  g_assert_cmpstr (fw_chart_table_get_row (table, 1)[2], ==, "");
  g_assert_null (strstr (csv, "2.0"));
  /* No finding where two are judged alike, or few answered. */
  figures.n_rows = 4;
  g_clear_pointer (&text, g_free);
  text = fw_survey_chart_describe (&figures, FW_CHART_ENGLISH);
  g_assert_true (g_str_has_prefix (text, "How do those who left judge"));
}

/* Nowhere stands what everybody answered: not in the picture, its words, its table or the exported file. */
static void
test_ends (void)
{
  FwSurveyRow rows[] = { row_of ("钱算得明白。", all_one), row_of ("受到尊重。", all_five) };
  FwSurveyFigures figures = { rows, G_N_ELEMENTS (rows), fw_date_new (2026, 11, 1) };

  for (FwChartLanguage language = FW_CHART_CHINESE; language <= FW_CHART_ENGLISH; language++)
    {
      const gboolean chinese = language == FW_CHART_CHINESE;
      g_autoptr (FwChart) chart = fw_survey_chart_layout (&figures, 640, 1, fw_test_chart_context (), language);
      g_autoptr (FwChartTable) table = fw_survey_chart_tabulate (&figures, language);
      g_autofree char *csv = fw_chart_table_to_csv (table);
      g_autofree char *worst = fw_survey_chart_describe_mark (&figures, (FwChartMark){ 0, 0 }, language);
      g_autofree char *best = fw_survey_chart_describe_mark (&figures, (FwChartMark){ 1, 0 }, language);

      g_assert_true (fw_test_chart_says (chart, chinese ? "1.5 以下 · 25 份" : "1.5 or less · 25 answers"));
      g_assert_true (fw_test_chart_says (chart, chinese ? "4.5 以上 · 6 份，很少" : "4.5 or more · 6 answers, few"));
      g_assert_cmpstr (worst, ==, chinese ? "钱算得明白。平均 1.5 分以下，25 份。" : "钱算得明白。 Mean 1.5 or less, 25 answers.");
      g_assert_cmpstr (best, ==, chinese ? "受到尊重。平均 4.5 分以上，6 份，很少。" : "受到尊重。 Mean 4.5 or more, 6 answers, few.");
      g_assert_nonnull (strstr (csv, chinese ? "1.5 以下" : "1.5 or less"));
      g_assert_null (strstr (csv, "1.0"));
      g_assert_null (strstr (csv, "5.0"));
    }
}

static void
test_nothing (void)
{
  FwSurveyRow rows[] = { row_of ("钱算得明白。", none) };
  FwSurveyFigures figures = { rows, 1, { 0 } };
  g_autoptr (FwChart) chart = fw_survey_chart_layout (&figures, 360, 1, fw_test_chart_context (), FW_CHART_CHINESE);

  g_assert_true (fw_test_chart_says (chart, "还没有收回问卷"));
}

static void
test_labels (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  const guint *const counts[] = { told, bad, few, hidden, none, all_one, all_five };

  for (guint i = 0; i < 60; i++)
    {
      double width = g_rand_double_range (random, 280, 1600), scale = g_rand_double_range (random, 1, 2);
      g_autofree char *name = fw_test_chart_random_name (random);
      g_autofree char *long_name = g_strjoin (" ", name, name, name, name, NULL);
      FwSurveyRow rows[] = { row_of (name, counts[i % G_N_ELEMENTS (counts)]), row_of (long_name, told), row_of (name, few) };
      FwSurveyFigures figures = { rows, G_N_ELEMENTS (rows), { 0 } };
      g_autoptr (FwChart) chart = fw_survey_chart_layout (&figures, width, scale, fw_test_chart_context (), i % 2);
      FwChartBox box;

      fw_test_chart_labels_apart (chart);
      g_assert_true (fw_chart_get_mark_box (chart, (FwChartMark){ 2, 0 }, &box));
      g_assert_cmpfloat (box.y + box.height, <=, fw_chart_get_height (chart));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/survey/small-numbers", test_small_numbers);
  g_test_add_func ("/charts/survey/ends", test_ends);
  g_test_add_func ("/charts/survey/nothing", test_nothing);
  g_test_add_func ("/charts/survey/labels", test_labels);
  return g_test_run ();
}
