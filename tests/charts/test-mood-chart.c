#include "charts/fw-mood-chart.h"
#include "fw-test-chart.h"

static const FwMoodPoint points[] = {
  { 0, FW_MOOD_CALM, FALSE },
  { 240, FW_MOOD_UPSET, FALSE },
  { 480, FW_MOOD_STIRRED, FALSE },
  { 700, FW_MOOD_STIRRED, TRUE },
  { 960, FW_MOOD_CALM, FALSE },
};

static const FwMoodAlert alerts[] = { { 510, "觉得不公平" }, { 1090, "提到仲裁" } };

static FwMoodFigures
sample (void)
{
  return (FwMoodFigures){ .language = FW_CHART_CHINESE, .points = points, .n_points = G_N_ELEMENTS (points), .alerts = alerts,
                          .n_alerts = G_N_ELEMENTS (alerts), .now = 1122, .expected = 1800 };
}

static void
test_says (void)
{
  FwMoodFigures figures = sample ();
  g_autoptr (FwChart) chart = fw_mood_chart_layout (&figures, 1200, 96, 1, fw_test_chart_context ());

  g_assert_true (fw_test_chart_says (chart, "平静"));
  g_assert_true (fw_test_chart_says (chart, "激动"));
  g_assert_true (fw_test_chart_says (chart, "30 分"));
  g_assert_false (fw_test_chart_says (chart, "35 分"));
  g_assert_true (fw_test_chart_says (chart, "提到仲裁"));
  fw_test_chart_labels_apart (chart);
}

/* A talk that takes longer than it was to take goes on to the right, with room before its end. */
static void
test_over_time (void)
{
  FwMoodFigures figures = sample ();
  g_autoptr (FwChart) chart = NULL;

  figures.language = FW_CHART_ENGLISH;
  figures.now = 3590;
  chart = fw_mood_chart_layout (&figures, 600, 90, 1, fw_test_chart_context ());
  g_assert_true (fw_test_chart_says (chart, "Upset"));
  g_assert_true (fw_test_chart_says (chart, "60 min"));
  fw_test_chart_labels_apart (chart);
}

/* Two alerts within moments: their signs stand, and neither lies on the word of the other. */
static void
test_close (void)
{
  static const FwMoodAlert close[] = { { 510, "提到仲裁" }, { 520, "行政投诉举报" } };
  FwMoodFigures figures = sample ();
  g_autoptr (FwChart) chart = NULL;

  figures.alerts = close;
  chart = fw_mood_chart_layout (&figures, 1200, 96, 1, fw_test_chart_context ());
  g_assert_true (fw_test_chart_says (chart, "提到仲裁"));
  g_assert_true (fw_test_chart_says (chart, "行政投诉举报"));
  fw_test_chart_labels_apart (chart);
}

static void
test_describe (void)
{
  FwMoodFigures figures = sample (), nothing = { .language = FW_CHART_CHINESE };
  g_autofree char *text = fw_mood_chart_describe (&figures);
  g_autofree char *empty = fw_mood_chart_describe (&nothing);

  g_assert_cmpstr (text, ==,
                   "谈话中的情绪，按你的观察：第 0 分钟平静；第 4 分钟不快；第 8 分钟激动；第 11 分钟沉默；第 16 分钟平静；"
                   "第 8 分钟提醒：觉得不公平；第 18 分钟提醒：提到仲裁；");
  g_assert_cmpstr (empty, ==, "谈话中的情绪，按你的观察：还没有记过。");
}

static void
test_random (void)
{
  for (int round = 0; round < 60; round++)
    {
      FwMoodPoint random_points[8];
      FwMoodAlert random_alerts[6];
      guint seconds = 0;
      FwMoodFigures figures = { .language = (FwChartLanguage) g_test_rand_int_range (0, 2), .points = random_points,
                                .n_points = (guint) g_test_rand_int_range (0, 9), .alerts = random_alerts,
                                .n_alerts = (guint) g_test_rand_int_range (0, 7),
                                .expected = (guint) g_test_rand_int_range (0, 7200) };
      g_autoptr (FwChart) chart = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (random_points); i++)
        random_points[i] = (FwMoodPoint){ seconds += (guint) g_test_rand_int_range (0, 900),
                                          (FwMoodLevel) g_test_rand_int_range (0, 3), g_test_rand_bit () };
      for (guint i = 0; i < G_N_ELEMENTS (random_alerts); i++)
        random_alerts[i] = (FwMoodAlert){ (guint) g_test_rand_int_range (0, 9000), "很长的名字 a long word" };
      figures.now = seconds + (guint) g_test_rand_int_range (0, 300);
      chart = fw_mood_chart_layout (&figures, g_test_rand_int_range (200, 1600), g_test_rand_int_range (60, 200),
                                    g_test_rand_double_range (1, 2), fw_test_chart_context ());
      fw_test_chart_labels_apart (chart);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mood-chart/says", test_says);
  g_test_add_func ("/mood-chart/over-time", test_over_time);
  g_test_add_func ("/mood-chart/close", test_close);
  g_test_add_func ("/mood-chart/describe", test_describe);
  g_test_add_func ("/mood-chart/random", test_random);
  return g_test_run ();
}
