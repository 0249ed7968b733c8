#include "charts/fw-mood-chart.h"

#define GAP 8.0       /* between a name and the plot */
#define SLOPE 28.0    /* widest turn from one level to the next */
#define SLOPE_STEPS 8 /* straight pieces of a turn */
#define RING 4.0      /* of what words suggest */
#define SIGN 6.0      /* half the width of an alert's triangle */

typedef struct
{
  const FwMoodFigures *figures;
  FwChart *chart;
  double left, right, top, bottom;
  double line; /* height of one line of text */
  guint span;  /* seconds from left to right */
} Plot;

static const char *
name_level (FwChartLanguage language,
            FwMoodLevel level)
{
  static const char *const names[FW_MOOD_N_LEVELS][2] = {
    [FW_MOOD_CALM] = { "平静", "Calm" },
    [FW_MOOD_UPSET] = { "不快", "Upset" },
    [FW_MOOD_STIRRED] = { "激动", "Stirred" },
  };

  return names[level][language];
}

static double
seconds_to_x (const Plot *plot,
              guint seconds)
{
  return plot->left + (plot->right - plot->left) * MIN (seconds, plot->span) / plot->span;
}

static double
level_to_y (const Plot *plot,
            FwMoodLevel level)
{
  return plot->top + (plot->bottom - plot->top) * (int) level / (FW_MOOD_N_LEVELS - 1);
}

static void
add_levels (Plot *plot)
{
  for (int level = 0; level < FW_MOOD_N_LEVELS; level++)
    {
      double y = level_to_y (plot, (FwMoodLevel) level);

      fw_chart_add_line (plot->chart, plot->left, y, plot->right, y, 1, FW_CHART_ROLE_GRID);
      fw_chart_add_text (plot->chart, name_level (plot->figures->language, (FwMoodLevel) level), FW_CHART_TEXT_AXIS,
                         FW_CHART_ROLE_SECOND_INK, plot->left - GAP, y - plot->line / 2, 1);
    }
}

static char *
name_minute (const Plot *plot,
             guint seconds)
{
  return g_strdup_printf (fw_chart_say (plot->figures->language, "%u 分", "%u min"), seconds / 60);
}

/* Every fifth minute, or as many times that as leave room between the names. */
static void
add_minutes (Plot *plot)
{
  g_autofree char *widest = name_minute (plot, plot->span);
  double room = fw_chart_measure (plot->chart, widest, FW_CHART_TEXT_AXIS).width + 2 * GAP;
  guint apart = 300;

  while ((plot->right - plot->left) * apart / plot->span < room)
    apart *= 2;
  for (guint at = 0; at <= plot->span; at += apart)
    {
      g_autofree char *name = name_minute (plot, at);

      fw_chart_add_text (plot->chart, name, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, seconds_to_x (plot, at),
                         plot->bottom + 3, 0.5);
    }
}

/* A turn is no leap: it takes a moment, and never longer than the stretch that it leads to. */
static void
add_turn (Plot *plot,
          GArray *line,
          double from_y,
          double to_y,
          double x,
          double until_x)
{
  double width = MIN (SLOPE, until_x - x);

  for (int i = 1; i <= SLOPE_STEPS && from_y != to_y; i++)
    {
      double part = (double) i / SLOPE_STEPS, eased = part * part * (3 - 2 * part);
      FwChartPoint point = { x + width * part, from_y + (to_y - from_y) * eased };

      g_array_append_val (line, point);
    }
}

static void
add_stretch (Plot *plot,
             const FwMoodPoint *point,
             double from_y,
             double x,
             double until_x)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (FwChartPoint));
  double y = level_to_y (plot, point->level);
  FwChartPoint first = { x, from_y }, last = { until_x, y }, corners[2] = { { until_x, plot->bottom }, { x, plot->bottom } };

  g_array_append_val (line, first);
  add_turn (plot, line, from_y, y, x, until_x);
  g_array_append_val (line, last);
  fw_chart_add_path (plot->chart, (const FwChartPoint *) (gpointer) line->data, line->len, 2.2, FW_CHART_ROLE_EMPHASIS,
                     point->silent ? FW_CHART_DASH_DOTS : FW_CHART_DASH_SOLID);
  g_array_append_vals (line, corners, G_N_ELEMENTS (corners));
  fw_chart_add_polygon (plot->chart, (const FwChartPoint *) (gpointer) line->data, line->len, FW_CHART_ROLE_EMPHASIS, 0.12);
}

static void
add_course (Plot *plot)
{
  const FwMoodFigures *figures = plot->figures;

  for (guint i = 0; i < figures->n_points; i++)
    {
      const FwMoodPoint *point = &figures->points[i];
      guint until = i + 1 < figures->n_points ? figures->points[i + 1].seconds : MAX (figures->now, point->seconds);
      FwMoodLevel before = i > 0 ? figures->points[i - 1].level : point->level;

      add_stretch (plot, point, level_to_y (plot, before), seconds_to_x (plot, point->seconds), seconds_to_x (plot, until));
    }
}

/* Hollow, so that nobody takes what words suggest for what was seen. */
static void
add_words (Plot *plot)
{
  for (guint i = 0; i < plot->figures->n_words; i++)
    fw_chart_add_ring (plot->chart, seconds_to_x (plot, plot->figures->words[i].seconds),
                       level_to_y (plot, plot->figures->words[i].level), RING, FW_CHART_ROLE_OTHER);
}

/* A sign with its word; where two are close the word stands on the other side of its sign, and where words would still meet the sign
 * stands alone. */
static void
add_alerts (Plot *plot)
{
  double taken = 0;

  for (guint i = 0; i < plot->figures->n_alerts; i++)
    {
      const FwMoodAlert *alert = &plot->figures->alerts[i];
      double x = seconds_to_x (plot, alert->seconds), top = plot->top - SIGN - 3;
      FwChartPoint sign[3] = { { x, top - SIGN }, { x + SIGN, top + SIGN * 0.7 }, { x - SIGN, top + SIGN * 0.7 } };
      FwChartPoint down[2] = { { x, top + SIGN }, { x, plot->bottom } };
      double width = fw_chart_measure (plot->chart, alert->word, FW_CHART_TEXT_AXIS).width;
      double room = i + 1 < plot->figures->n_alerts ? seconds_to_x (plot, plot->figures->alerts[i + 1].seconds) - SIGN : plot->right;
      gboolean after = x + SIGN + 3 + width <= room;
      gboolean before = !after && x - SIGN - 3 - width >= taken;

      fw_chart_add_path (plot->chart, down, G_N_ELEMENTS (down), 1.2, FW_CHART_ROLE_SECOND, FW_CHART_DASH_DOTS);
      fw_chart_add_polygon (plot->chart, sign, G_N_ELEMENTS (sign), FW_CHART_ROLE_SECOND, 1);
      if (after || before)
        fw_chart_add_text (plot->chart, alert->word, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND, before ? x - SIGN - 3 : x + SIGN + 3,
                           top - plot->line / 2, before ? 1 : 0);
      taken = after ? x + SIGN + 3 + width : x + SIGN;
    }
}

static double
widest_level (Plot *plot)
{
  double widest = 0;

  for (int level = 0; level < FW_MOOD_N_LEVELS; level++)
    widest = MAX (widest, fw_chart_measure (plot->chart, name_level (plot->figures->language, (FwMoodLevel) level),
                                            FW_CHART_TEXT_AXIS).width);
  return widest;
}

/* As long as the talk is to take, and always some minutes more than it has. */
static guint
find_span (const FwMoodFigures *figures)
{
  guint least = MAX (figures->expected, figures->now + 120);

  return MAX (600, (least + 299) / 300 * 300);
}

/**
 * fw_mood_chart_layout:
 *
 * Lays out the course of a talk: how it looked to who sat across, in three levels along the time, what was alerted to as signs on it,
 * and where the talk is now.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_mood_chart_layout (const FwMoodFigures *figures,
                      double width,
                      double height,
                      double text_scale,
                      PangoContext *context)
{
  FwChart *chart = fw_chart_new (width, height, text_scale, context);
  Plot plot = { .figures = figures, .chart = chart, .span = find_span (figures) };
  double x;

  fw_chart_set_language (chart, fw_chart_say (figures->language, "zh-cn", "en"));
  plot.line = fw_chart_measure (chart, "分M", FW_CHART_TEXT_AXIS).height;
  plot.left = widest_level (&plot) + GAP;
  plot.right = MAX (plot.left + 1, width - 2 * GAP);
  plot.top = plot.line + 2;
  plot.bottom = MAX (plot.top + 1, height - plot.line - 4);
  add_levels (&plot);
  add_minutes (&plot);
  add_course (&plot);
  add_words (&plot);
  add_alerts (&plot);
  x = seconds_to_x (&plot, figures->now);
  fw_chart_add_line (chart, x, plot.top, x, plot.bottom, 1.6, FW_CHART_ROLE_INK);
  return chart;
}

/**
 * fw_mood_chart_describe:
 *
 * Returns: (transfer full): the course in words for a screen reader
 */
char *
fw_mood_chart_describe (const FwMoodFigures *figures)
{
  const FwChartLanguage language = figures->language;
  GString *text = g_string_new (figures->by_words ? fw_chart_say (language, "谈话中的情绪，按说的话和你的观察：",
                                                                         "The mood of the talk, by the words and as you saw it: ")
                                                   : fw_chart_say (language, "谈话中的情绪，按你的观察：", "The mood of the talk, as you saw it: "));

  for (guint i = 0; i < figures->n_points; i++)
    {
      const FwMoodPoint *point = &figures->points[i];

      g_string_append_printf (text, fw_chart_say (language, "第 %u 分钟%s；", "minute %u %s; "), point->seconds / 60,
                              point->silent ? fw_chart_say (language, "沉默", "silent") : name_level (language, point->level));
    }
  if (figures->n_points == 0)
    g_string_append (text, fw_chart_say (language, "还没有记过。", "nothing yet."));
  for (guint i = 0; i < figures->n_alerts; i++)
    g_string_append_printf (text, fw_chart_say (language, "第 %u 分钟提醒：%s；", "alert in minute %u: %s; "),
                            figures->alerts[i].seconds / 60, figures->alerts[i].word);
  return g_string_free (text, FALSE);
}
