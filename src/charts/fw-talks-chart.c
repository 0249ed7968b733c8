#include "charts/fw-talks-chart-private.h"

#include <math.h>

#include "charts/fw-chart-axis.h"

#define FIGURE_ROOM 106.0
#define BAR_HEIGHT 10.0
#define DOT 4.5
#define ROW_GAP 9.0

typedef struct
{
  const FwTalksFigures *figures;
  FwChart *chart;
  FwChartLanguage language;
  guint n_rows;
  double line;
  double left, bars_end, right; /* names and bars begin, bars end, the picture's edge */
  double highest;               /* talks, or minutes, that the longest bar stands for */
} Plot;

/**
 * fw_talks_chart_count_rows:
 *
 * Returns: how many rows a chart of @talks has
 */
guint
fw_talks_chart_count_rows (const FwTalks *talks,
                           FwTalksAsked asked)
{
  guint n = asked == FW_TALKS_SCENES ? talks->scenes->len : asked == FW_TALKS_ALERTS ? talks->alerts->len : talks->lengths->len;

  return MIN (n, FW_TALKS_MOST_ROWS);
}

const FwTalkScene *
_fw_talks_scene (const FwTalksFigures *figures,
                 guint row)
{
  return figures->talks->scenes->pdata[row];
}

const FwTalkAlertClass *
_fw_talks_alert (const FwTalksFigures *figures,
                 guint row)
{
  return figures->talks->alerts->pdata[row];
}

const FwTalkLength *
_fw_talks_length (const FwTalksFigures *figures,
                  guint row)
{
  return figures->talks->lengths->pdata[row];
}

/**
 * fw_talks_chart_get_talks:
 *
 * Returns: (transfer none) (element-type guint): the talks behind a mark; of a scene those in which the mood turned
 */
const GArray *
fw_talks_chart_get_talks (const FwTalksFigures *figures,
                          FwChartMark mark)
{
  guint row = (guint) mark.place;

  g_return_val_if_fail (mark.place >= 0 && row < fw_talks_chart_count_rows (figures->talks, figures->asked), NULL);
  if (figures->asked == FW_TALKS_SCENES)
    return _fw_talks_scene (figures, row)->turned;
  return figures->asked == FW_TALKS_ALERTS ? _fw_talks_alert (figures, row)->talks : _fw_talks_length (figures, row)->talks;
}

/* How many talks a row counts, and how many of them are the point. */
static void
count_row (const Plot *plot,
           guint row,
           guint *all,
           guint *point)
{
  if (plot->figures->asked == FW_TALKS_SCENES)
    {
      *all = _fw_talks_scene (plot->figures, row)->talks->len;
      *point = _fw_talks_scene (plot->figures, row)->turned->len;
    }
  else
    *all = *point = _fw_talks_alert (plot->figures, row)->talks->len;
}

static char *
say_figure (const Plot *plot,
            guint row)
{
  guint all, point;

  if (plot->figures->asked == FW_TALKS_LENGTHS)
    {
      const FwTalkLength *length = _fw_talks_length (plot->figures, row);

      if (length->median == 0)
        return _fw_talks_say_times (plot->language, length->talks->len);
      return g_strdup_printf (fw_chart_say (plot->language, "中位 %u 分钟", "median %u min"), (length->median + 30) / 60);
    }
  count_row (plot, row, &all, &point);
  if (plot->figures->asked == FW_TALKS_ALERTS)
    return _fw_talks_say_times (plot->language, all);
  if (all >= FW_TALKS_SHARES)
    {
      g_autofree char *share = fw_chart_say_rate ((double) point / all);

      return g_strdup_printf (fw_chart_say (plot->language, "%u / %u 次 · %s", "%u of %u · %s"), point, all, share);
    }
  return g_strdup_printf (fw_chart_say (plot->language, "%u / %u 次", "%u of %u"), point, all);
}

/* So few that each stands for itself: filled is what is counted. */
static void
add_dots (const Plot *plot,
          double y,
          guint all,
          guint point)
{
  double radius = fw_chart_scale (plot->chart, DOT), middle = y + fw_chart_scale (plot->chart, BAR_HEIGHT) / 2;

  for (guint i = 0; i < all; i++)
    {
      double x = plot->left + radius + i * radius * 3;

      if (i < point)
        fw_chart_add_dot (plot->chart, x, middle, radius, FW_CHART_ROLE_EMPHASIS);
      else
        fw_chart_add_ring (plot->chart, x, middle, radius, FW_CHART_ROLE_SECOND_INK);
    }
}

static void
add_count (const Plot *plot,
           guint row,
           double y)
{
  double scale = (plot->bars_end - plot->left) / plot->highest, height = fw_chart_scale (plot->chart, BAR_HEIGHT);
  guint all, point;

  count_row (plot, row, &all, &point);
  if (all < FW_TALKS_FEW)
    {
      add_dots (plot, y, all, point);
      return;
    }
  if (point < all)
    fw_chart_add_area (plot->chart, (FwChartBox){ plot->left, y, all * scale, height }, FW_CHART_ROLE_MUTE);
  fw_chart_add_area (plot->chart, (FwChartBox){ plot->left, y, point * scale, height }, FW_CHART_ROLE_EMPHASIS);
}

/* A dot a talk, the time that the script plans behind them, the median where it is one. */
static void
add_strip (const Plot *plot,
           guint row,
           double y)
{
  const FwTalkLength *length = _fw_talks_length (plot->figures, row);
  const FwTalksRow *planned = &plot->figures->rows[row];
  double scale = (plot->bars_end - plot->left) / plot->highest, height = fw_chart_scale (plot->chart, BAR_HEIGHT);
  double radius = fw_chart_scale (plot->chart, DOT) - 1;

  if (planned->most_minutes > 0)
    fw_chart_add_area (plot->chart,
                       (FwChartBox){ plot->left + planned->least_minutes * scale, y - 2,
                                     MAX (planned->most_minutes - planned->least_minutes, 1) * scale, height + 4 },
                       FW_CHART_ROLE_FILL);
  fw_chart_add_line (plot->chart, plot->left, y + height / 2, plot->bars_end, y + height / 2, 1, FW_CHART_ROLE_GRID);
  for (guint i = 0; i < length->seconds->len; i++)
    fw_chart_add_dot (plot->chart, plot->left + g_array_index (length->seconds, guint, i) / 60.0 * scale, y + height / 2, radius,
                      FW_CHART_ROLE_EMPHASIS);
  if (length->median > 0)
    fw_chart_add_line (plot->chart, plot->left + length->median / 60.0 * scale, y - 3, plot->left + length->median / 60.0 * scale,
                       y + height + 3, 2, FW_CHART_ROLE_INK);
}

static double
add_row (const Plot *plot,
         guint row,
         double y)
{
  g_autofree char *figure = say_figure (plot, row);
  const FwTalksRow *words = &plot->figures->rows[row];
  double top = y, bar = y + plot->line + 4, bar_height = fw_chart_scale (plot->chart, BAR_HEIGHT);
  double text_y = bar + (bar_height - fw_chart_measure (plot->chart, figure, FW_CHART_TEXT_VALUE).height) / 2;

  fw_chart_add_name (plot->chart, words->name, plot->left, y, plot->right - plot->left, 0);
  if (plot->figures->asked == FW_TALKS_LENGTHS)
    add_strip (plot, row, bar);
  else
    add_count (plot, row, bar);
  fw_chart_add_text (plot->chart, figure, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK, plot->right, text_y, 1);
  y = bar + bar_height + 4;
  if (words->detail != NULL)
    y = fw_chart_add_paragraph (plot->chart, words->detail, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->left, y,
                                plot->right - plot->left);
  fw_chart_add_mark (plot->chart, (FwChartMark){ (int) row, 0 },
                     (FwChartBox){ plot->left - 4, top - 2, plot->right - plot->left + 8, y - top + 4 });
  return y + fw_chart_scale (plot->chart, ROW_GAP);
}

/* The minutes below the strips. */
static double
add_minutes (const Plot *plot,
             double y)
{
  double step = fw_chart_tick_step (plot->highest, TRUE);

  for (double minutes = 0; minutes <= plot->highest; minutes += step)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", minutes);
      double x = plot->left + (plot->bars_end - plot->left) * minutes / plot->highest;

      fw_chart_add_line (plot->chart, x, y, x, y + 4, 1, FW_CHART_ROLE_AXIS);
      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, x, y + 5, minutes > 0 ? 0.5 : 0);
    }
  fw_chart_add_text (plot->chart, fw_chart_say (plot->language, "分钟", "minutes"), FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK,
                     plot->right, y + 5, 1);
  return y + 5 + plot->line;
}

static double
find_highest (const Plot *plot)
{
  double highest = 1;

  for (guint row = 0; row < plot->n_rows; row++)
    {
      guint all = 0, point;

      if (plot->figures->asked == FW_TALKS_LENGTHS)
        {
          const FwTalkLength *length = _fw_talks_length (plot->figures, row);

          highest = MAX (highest, g_array_index (length->seconds, guint, length->seconds->len - 1) / 60.0);
          highest = MAX (highest, plot->figures->rows[row].most_minutes);
        }
      else
        {
          count_row (plot, row, &all, &point);
          highest = MAX (highest, all);
        }
    }
  return plot->figures->asked == FW_TALKS_LENGTHS ? ceil (highest / 10) * 10 : highest;
}

static double
add_nothing (const Plot *plot,
             double y)
{
  const char *nothing[] = { _fw_talks_say_nothing (plot->figures, plot->language), NULL };
  FwChartBox box = { FW_CHART_PADDING, y, fw_chart_get_width (plot->chart) - 2 * FW_CHART_PADDING, fw_chart_scale (plot->chart, 72) };

  fw_chart_add_sentence (plot->chart, box, nothing);
  return y + box.height;
}

/**
 * fw_talks_chart_layout:
 *
 * Lays out a row for each scene, class of phrases or script: a bar of talks, dots where they are few.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_talks_chart_layout (const FwTalksFigures *figures,
                       double width,
                       double text_scale,
                       PangoContext *context,
                       FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .chart = chart, .language = language };
  double y;

  _fw_talks_write (figures, language, &texts);
  y = fw_chart_begin_frame (chart, &texts);
  plot.n_rows = fw_talks_chart_count_rows (figures->talks, figures->asked);
  plot.line = fw_chart_measure (chart, "人M", FW_CHART_TEXT_NAME).height;
  plot.left = FW_CHART_PADDING;
  plot.right = width - FW_CHART_PADDING;
  plot.bars_end = plot.right - fw_chart_scale (chart, FIGURE_ROOM) - 8;
  plot.highest = find_highest (&plot);
  if (plot.n_rows == 0)
    y = add_nothing (&plot, y);
  for (guint row = 0; row < plot.n_rows; row++)
    y = add_row (&plot, row, y);
  if (plot.n_rows > 0 && figures->asked == FW_TALKS_LENGTHS)
    y = add_minutes (&plot, y);
  fw_chart_end_frame (chart, &texts, y);
  return chart;
}
