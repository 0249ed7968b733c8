#include "charts/fw-turnover-chart-private.h"

#include <math.h>
#include <stdlib.h>

#include "charts/fw-chart-axis.h"

#define LEFT_ROOM 30.0     /* of the numbers at the axis */
#define PLOT_HEIGHT 272.0  /* both panels and what lies between them */
#define UPPER_PART 0.54
#define BETWEEN 28.0
#define SLOT_PART 0.72     /* of a month's width that its bar takes */
#define MONTHS_SHOWN 36
#define MONTHS_SHOWN_WIDE 60
#define CUT_TIMES 3        /* a bar that many times the rest's ninetieth percentile is cut */

typedef struct
{
  const FwTurnoverFigures *figures;
  const FwTurnover *turnover;
  FwChart *chart;
  FwChartLanguage language;
  guint first, n; /* the months shown */
  gboolean narrow;
  gboolean rolling; /* whether any month has a rolling rate */
  gboolean drawn[FW_TURNOVER_N_SERIES];
  char *names[FW_TURNOVER_N_SERIES];
  double line; /* height of one line of axis text */
  double left, right;
  double rate_top, rate_bottom, highest_rate, rate_step;
  double bar_top, bar_bottom, highest_count;
} Plot;

static const FwChartRole roles[] = { FW_CHART_ROLE_INK, FW_CHART_ROLE_EMPHASIS, FW_CHART_ROLE_OTHER, FW_CHART_ROLE_SECOND };
static const double widths[] = { 2.4, 2, 1.6, 2 };
static const FwChartDash dashes[] = { FW_CHART_DASH_SOLID, FW_CHART_DASH_SOLID, FW_CHART_DASH_DOTS, FW_CHART_DASH_LONG };

static const FwTurnoverMonth *
month_at (const Plot *plot,
          guint i)
{
  return fw_turnover_get_month (plot->turnover, plot->first + i);
}

/* The rate that is drawn for a month: rolling, or of the month alone where nothing rolls yet. FALSE: none is known. */
static gboolean
rate_at (const Plot *plot,
         guint i,
         int series,
         FwRate *rate)
{
  if (plot->rolling)
    return _fw_turnover_rolling_series (plot->turnover, plot->first + i, series, rate);
  *rate = fw_turnover_rate (plot->turnover, plot->first + i, 1, FW_TURNOVER_ALL);
  return series == FW_TURNOVER_SERIES_ALL;
}

static double
slot_width (const Plot *plot)
{
  return (plot->right - plot->left) / plot->n;
}

static double
middle_of (const Plot *plot,
           guint i)
{
  return plot->left + (i + 0.5) * slot_width (plot);
}

static double
rate_to_y (const Plot *plot,
           double rate)
{
  return plot->rate_bottom - (plot->rate_bottom - plot->rate_top) * rate / plot->highest_rate;
}

static double
count_to_y (const Plot *plot,
            double count)
{
  return plot->bar_bottom - (plot->bar_bottom - plot->bar_top) * MIN (count, plot->highest_count) / plot->highest_count;
}

static int
compare_counts (const void *a,
                const void *b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* From which count on a bar is cut, and how high the axis is; 0 where none is. */
static guint
find_cut (const guint *sorted,
          guint n)
{
  guint cut = n;

  for (guint i = n; i > 1; i--)
    {
      guint others = n - 1, percentile = sorted[MIN ((guint) (others * 0.9), others - 1)];

      if (percentile == 0 || sorted[i - 1] <= CUT_TIMES * percentile)
        break;
      cut = i - 1;
    }
  return cut;
}

static gboolean
scale_counts (Plot *plot)
{
  g_autofree guint *counts = g_new0 (guint, plot->n);
  guint cut;

  for (guint i = 0; i < plot->n; i++)
    counts[i] = fw_turnover_count (month_at (plot, i), FW_TURNOVER_ALL);
  qsort (counts, plot->n, sizeof *counts, compare_counts);
  cut = find_cut (counts, plot->n);
  plot->highest_count = cut < plot->n ? 1.3 * counts[cut - 1] : MAX (counts[plot->n - 1], 4);
  return cut < plot->n;
}

static void
scale_rates (Plot *plot)
{
  double most = 0;

  for (guint i = 0; i < plot->n; i++)
    {
      FwRate rate;

      if (rate_at (plot, i, FW_TURNOVER_SERIES_ALL, &rate) && !rate.hidden)
        most = MAX (most, rate.interval.high);
    }
  most = most > 0 ? most * 100 : 20;
  plot->rate_step = fw_chart_tick_step (most, FALSE);
  plot->highest_rate = ceil (most / plot->rate_step - 1e-9) * plot->rate_step / 100;
}

/* A series that nobody belongs to is not drawn, nor one that is the same as the whole. */
static void
choose_series (Plot *plot)
{
  FwRate rate;
  guint all = 0, n_drawn = 0;
  guint sums[FW_TURNOVER_N_SERIES];

  for (guint i = 0; i < plot->n; i++)
    plot->rolling = plot->rolling || fw_turnover_rolling (plot->turnover, plot->first + i, FW_TURNOVER_ALL, &rate);
  for (int series = 0; series < FW_TURNOVER_N_SERIES; series++)
    {
      sums[series] = _fw_turnover_sum_series (plot->turnover, plot->first, series);
      plot->drawn[series] = sums[series] > 0;
      n_drawn += series > 0 && sums[series] > 0;
      plot->names[series] = _fw_turnover_name_series (plot->turnover, plot->first, series, plot->language);
    }
  all = sums[FW_TURNOVER_SERIES_ALL];
  plot->drawn[FW_TURNOVER_SERIES_ALL] = TRUE;
  if (all > 0 && n_drawn == 1)
    for (int series = 1; series < FW_TURNOVER_N_SERIES; series++)
      if (plot->drawn[series])
        {
          g_free (plot->names[FW_TURNOVER_SERIES_ALL]);
          plot->names[FW_TURNOVER_SERIES_ALL] = g_strdup (plot->names[series]);
        }
}

/* Lines are drawn of the parts only where there is more than one. */
static gboolean
has_line (const Plot *plot,
          int series)
{
  guint n_parts = 0;

  for (int part = 1; part < FW_TURNOVER_N_SERIES; part++)
    n_parts += plot->drawn[part];
  return series == FW_TURNOVER_SERIES_ALL || (plot->rolling && plot->drawn[series] && n_parts > 1);
}

static void
add_key_box (const Plot *plot,
             int series,
             FwChartBox box)
{
  if (series == FW_TURNOVER_SERIES_INVOLUNTARY)
    fw_chart_add_hatched (plot->chart, box, roles[series]);
  else
    fw_chart_add_area (plot->chart, box, roles[series]);
}

static double
add_key (Plot *plot,
         double y)
{
  double x = FW_CHART_PADDING, size = fw_chart_scale (plot->chart, 10), end = fw_chart_get_width (plot->chart) - FW_CHART_PADDING;
  gboolean any = FALSE;

  for (int series = plot->narrow ? 0 : 1; series < FW_TURNOVER_N_SERIES; series++)
    {
      double text_width = fw_chart_measure (plot->chart, plot->names[series], FW_CHART_TEXT_AXIS).width;

      if (!plot->drawn[series] || (series == 0 && !has_line (plot, 1) && !has_line (plot, 2) && !has_line (plot, 3)))
        continue;
      if (x > FW_CHART_PADDING && x + size + 4 + text_width > end)
        {
          x = FW_CHART_PADDING;
          y += plot->line + 2;
        }
      add_key_box (plot, series, (FwChartBox){ x, y + (plot->line - size) / 2, size, size });
      fw_chart_add_text (plot->chart, plot->names[series], FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, x + size + 4, y, 0);
      x += size + 4 + text_width + 14;
      any = TRUE;
    }
  return any ? y + plot->line + 4 : y;
}

static void
add_tick (const Plot *plot,
          double y,
          const char *text,
          gboolean zero)
{
  fw_chart_add_line (plot->chart, plot->left, y, plot->right, y, zero ? 1.2 : 1, zero ? FW_CHART_ROLE_AXIS : FW_CHART_ROLE_GRID);
  fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->left - 6, y - plot->line / 2, 1);
}

static void
add_axes (const Plot *plot)
{
  double step = fw_chart_tick_step (plot->highest_count, TRUE);

  for (guint i = 0; i * plot->rate_step <= plot->highest_rate * 100 + 1e-9; i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = NULL;

      g_ascii_formatd (digits, sizeof digits, "%g", i * plot->rate_step);
      text = g_strconcat (digits, "%", NULL);
      add_tick (plot, rate_to_y (plot, i * plot->rate_step / 100), text, i == 0);
    }
  for (guint i = 0; i * step <= plot->highest_count; i++)
    {
      g_autofree char *text = fw_chart_say_count (plot->language, (guint) (i * step));

      add_tick (plot, count_to_y (plot, i * step), text, i == 0);
    }
}

static void
add_months (const Plot *plot)
{
  double widest = 0;
  guint apart;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = fw_chart_say_month (plot->language, fw_date_new (2000, month, 1));

      widest = MAX (widest, fw_chart_measure (plot->chart, name, FW_CHART_TEXT_AXIS).width);
    }
  apart = fw_chart_months_apart (slot_width (plot), widest);
  for (guint i = 0; i < plot->n; i++)
    {
      FwDate month = month_at (plot, i)->month;
      g_autofree char *name = fw_chart_say_month (plot->language, month);
      double x = plot->left + i * slot_width (plot);

      if ((month.year * 12 + month.month - 1) % (int) apart != 0)
        continue;
      fw_chart_add_line (plot->chart, x, plot->bar_bottom, x, plot->bar_bottom + 4, 1, FW_CHART_ROLE_AXIS);
      fw_chart_add_text (plot->chart, name, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, MAX (middle_of (plot, i), plot->left + widest / 2),
                         plot->bar_bottom + 5, 0.5);
    }
}

/* The band of the whole, month by month as far as its rate is known and shown. */
static void
add_band (const Plot *plot)
{
  g_autofree FwChartPoint *points = g_new0 (FwChartPoint, 2 * plot->n);
  guint n = 0;

  for (guint i = 0; i <= plot->n; i++)
    {
      FwRate rate;

      if (i < plot->n && rate_at (plot, i, FW_TURNOVER_SERIES_ALL, &rate) && !rate.hidden)
        {
          points[n] = (FwChartPoint){ middle_of (plot, i), rate_to_y (plot, rate.interval.high) };
          points[2 * plot->n - 1 - n++] = (FwChartPoint){ middle_of (plot, i), rate_to_y (plot, rate.interval.low) };
          continue;
        }
      if (n > 1)
        {
          g_autofree FwChartPoint *outline = g_new0 (FwChartPoint, 2 * n);

          for (guint p = 0; p < n; p++)
            {
              outline[p] = points[p];
              outline[2 * n - 1 - p] = points[2 * plot->n - 1 - p];
            }
          fw_chart_add_polygon (plot->chart, outline, 2 * n, FW_CHART_ROLE_INK, 0.11);
        }
      n = 0;
    }
}

/* A last month that is not over is drawn dashed, its dot hollow. */
static void
add_line_of (const Plot *plot,
             int series)
{
  g_autofree FwChartPoint *points = g_new0 (FwChartPoint, plot->n);
  gboolean partial = fw_turnover_get_last_is_partial (plot->turnover);
  guint n = 0;

  for (guint i = 0; i <= plot->n; i++)
    {
      FwRate rate;

      if (i < plot->n && rate_at (plot, i, series, &rate) && !rate.hidden)
        {
          points[n++] = (FwChartPoint){ middle_of (plot, i), rate_to_y (plot, rate.rate) };
          continue;
        }
      if (n > 1)
        fw_chart_add_path (plot->chart, points, i == plot->n && partial ? n - 1 : n, widths[series], roles[series], dashes[series]);
      if (n > 1 && i == plot->n && partial)
        fw_chart_add_path (plot->chart, &points[n - 2], 2, widths[series], roles[series], FW_CHART_DASH_SHORT);
      if (n > 0 && i == plot->n && partial)
        fw_chart_add_ring (plot->chart, points[n - 1].x, points[n - 1].y, 3, roles[series]);
      else if (n > 0 && i == plot->n)
        fw_chart_add_dot (plot->chart, points[n - 1].x, points[n - 1].y, 2.8, roles[series]);
      n = 0;
    }
}

/* Each month for itself, where nothing rolls yet. */
static void
add_month_dots (const Plot *plot)
{
  for (guint i = 0; i < plot->n; i++)
    {
      FwRate rate;

      if (!rate_at (plot, i, FW_TURNOVER_SERIES_ALL, &rate) || rate.hidden)
        continue;
      fw_chart_add_line (plot->chart, middle_of (plot, i), rate_to_y (plot, rate.interval.high), middle_of (plot, i),
                         rate_to_y (plot, rate.interval.low), 2.2, FW_CHART_ROLE_MUTE);
      fw_chart_add_dot (plot->chart, middle_of (plot, i), rate_to_y (plot, rate.rate), 4, FW_CHART_ROLE_EMPHASIS);
    }
}

static gboolean
is_hidden (const Plot *plot,
           guint i)
{
  FwRate rate;

  return i < plot->n && rate_at (plot, i, FW_TURNOVER_SERIES_ALL, &rate) && rate.hidden;
}

/* Each run of months of too few people for itself; the longest says what they are. */
static void
add_hidden_months (const Plot *plot)
{
  const char *words[] = { fw_chart_say (plot->language, "不足 10 人，不显示", "fewer than 10 people, not shown"), NULL };
  FwChartBox longest = { 0 };

  for (guint i = 0, n; i < plot->n; i += MAX (n, 1))
    {
      FwChartBox box = { plot->left + i * slot_width (plot), plot->rate_top, 0, plot->rate_bottom - plot->rate_top };

      for (n = 0; is_hidden (plot, i + n); n++)
        box.width += slot_width (plot);
      if (n > 0)
        fw_chart_add_hidden (plot->chart, box);
      if (box.width > longest.width)
        longest = box;
    }
  if (longest.width > 0)
    fw_chart_add_sentence (plot->chart, longest, words);
}

/* What a line is called at its end; on a narrow chart the key has the name. */
static char *
end_label (const Plot *plot,
           int series,
           double rate)
{
  g_autofree char *value = fw_chart_say_rate (rate);

  return plot->narrow ? g_steal_pointer (&value) : g_strdup_printf ("%s %s", plot->names[series], value);
}

static double
measure_end_labels (const Plot *plot)
{
  double widest = 0;

  for (int series = 0; plot->rolling && series < FW_TURNOVER_N_SERIES; series++)
    {
      FwRate rate;

      if (has_line (plot, series) && rate_at (plot, plot->n - 1, series, &rate) && !rate.hidden)
        {
          g_autofree char *label = end_label (plot, series, rate.rate);

          widest = MAX (widest, fw_chart_measure (plot->chart, label, FW_CHART_TEXT_VALUE).width);
        }
    }
  return widest;
}

static void
add_end_labels (const Plot *plot)
{
  double wish[FW_TURNOVER_N_SERIES], place[FW_TURNOVER_N_SERIES], heights[FW_TURNOVER_N_SERIES];
  int order[FW_TURNOVER_N_SERIES];
  double rates[FW_TURNOVER_N_SERIES];
  guint n = 0;

  for (int series = 0; plot->rolling && series < FW_TURNOVER_N_SERIES; series++)
    {
      FwRate rate;
      guint at;

      if (!has_line (plot, series) || !rate_at (plot, plot->n - 1, series, &rate) || rate.hidden)
        continue;
      for (at = n; at > 0 && rates[at - 1] < rate.rate; at--)
        {
          rates[at] = rates[at - 1];
          order[at] = order[at - 1];
        }
      rates[at] = rate.rate;
      order[at] = series;
      n++;
    }
  for (guint i = 0; i < n; i++)
    {
      place[i] = wish[i] = rate_to_y (plot, rates[i]);
      heights[i] = plot->line + 2;
    }
  fw_chart_spread_labels (place, heights, n, plot->rate_top - plot->line / 2, plot->rate_bottom + plot->line / 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = end_label (plot, order[i], rates[i]);
      double x = middle_of (plot, plot->n - 1);
      FwChartTextStyle style = order[i] == FW_TURNOVER_SERIES_ALL ? FW_CHART_TEXT_VALUE : FW_CHART_TEXT_AXIS;

      if (fabs (place[i] - wish[i]) > 3)
        fw_chart_add_line (plot->chart, x + 4, wish[i], plot->right + 8, place[i], 1, FW_CHART_ROLE_AXIS);
      fw_chart_add_text (plot->chart, label, style, FW_CHART_ROLE_INK, plot->right + 10,
                         place[i] - fw_chart_measure (plot->chart, label, style).height / 2, 0);
    }
}

/* Two slanted edges and a gap, at a fifth of the height from the top. */
static void
cut_bar (const Plot *plot,
         double x,
         double width)
{
  double y = plot->bar_top + (plot->bar_bottom - plot->bar_top) / 5;
  const FwChartPoint gap[] = { { x - 1, y + 4 }, { x + width + 1, y }, { x + width + 1, y + 4 }, { x - 1, y + 8 } };

  fw_chart_add_polygon (plot->chart, gap, G_N_ELEMENTS (gap), FW_CHART_ROLE_GROUND, 1);
}

static void
add_bar (const Plot *plot,
         guint i)
{
  static const int stacked[] = { FW_TURNOVER_SERIES_VOLUNTARY, FW_TURNOVER_SERIES_OTHER, FW_TURNOVER_SERIES_INVOLUNTARY };
  const FwTurnoverMonth *month = month_at (plot, i);
  double width = MAX (1, slot_width (plot) * SLOT_PART), x = middle_of (plot, i) - width / 2;
  guint below = 0, all = fw_turnover_count (month, FW_TURNOVER_ALL);

  for (guint s = 0; s < G_N_ELEMENTS (stacked); s++)
    {
      guint count = _fw_turnover_count_series (month, stacked[s]);
      double y = count_to_y (plot, below + count), bottom = count_to_y (plot, below);
      FwChartBox box = { x, y, width, bottom - y - (below > 0 ? 0.8 : 0) };

      below += count;
      if (count == 0 || box.height <= 0)
        continue;
      add_key_box (plot, stacked[s], box);
      fw_chart_add_mark (plot->chart, (FwChartMark){ (int) (plot->first + i), stacked[s] }, box);
    }
  if (all > plot->highest_count)
    {
      g_autofree char *label = fw_chart_say_people (plot->language, all);

      cut_bar (plot, x, width);
      fw_chart_add_text (plot->chart, label, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK, x + width / 2,
                         plot->bar_top - fw_chart_measure (plot->chart, label, FW_CHART_TEXT_VALUE).height - 2, 0.5);
    }
}

static void
add_columns (const Plot *plot)
{
  for (guint i = 0; i < plot->n; i++)
    fw_chart_add_column (plot->chart, (FwChartMark){ (int) (plot->first + i), FW_TURNOVER_SERIES_ALL },
                         (FwChartBox){ plot->left + i * slot_width (plot), plot->rate_top, slot_width (plot),
                                       plot->bar_bottom - plot->rate_top });
}

/* Nobody left: that is a figure, too, and it has an interval. */
static void
add_nobody_left (const Plot *plot)
{
  FwRate rate = { 0 };
  gboolean known = rate_at (plot, plot->n - 1, FW_TURNOVER_SERIES_ALL, &rate) && !rate.hidden;
  g_autofree char *average = fw_chart_say_count (plot->language, (guint) floor (rate.average + 0.5));
  g_autofree char *interval = fw_chart_say_interval (rate.interval);
  g_autofree char *people = g_strdup_printf (fw_chart_say (plot->language, "平均 %s 人", "average headcount %s"), average);
  g_autofree char *chance = g_strdup_printf (fw_chart_say (plot->language, "95%% 区间 %s", "95%% interval %s"), interval);
  const char *lines[] = { fw_chart_say (plot->language, "没有人离职", "Nobody left"), known ? people : NULL, chance, NULL };

  fw_chart_add_sentence (plot->chart, (FwChartBox){ plot->left, plot->rate_top, plot->right - plot->left,
                                                    plot->rate_bottom - plot->rate_top }, lines);
}

static void
place_panels (Plot *plot,
              double y)
{
  double height = fw_chart_scale (plot->chart, PLOT_HEIGHT), label = fw_chart_scale (plot->chart, 18);
  double ends = measure_end_labels (plot), width = fw_chart_get_width (plot->chart);
  double tick = fw_chart_measure (plot->chart, "100%", FW_CHART_TEXT_AXIS).width;

  plot->left = FW_CHART_PADDING + MAX (fw_chart_scale (plot->chart, LEFT_ROOM), tick);
  plot->right = width - FW_CHART_PADDING - (ends > 0 ? ends + 12 : 0);
  plot->rate_top = y + plot->line / 2;
  plot->rate_bottom = plot->rate_top + (height - BETWEEN) * UPPER_PART;
  plot->bar_top = plot->rate_bottom + fw_chart_scale (plot->chart, BETWEEN) + label / 2;
  plot->bar_bottom = plot->rate_top + height;
}

static void
draw (Plot *plot)
{
  gboolean anybody = _fw_turnover_sum_series (plot->turnover, plot->first, FW_TURNOVER_SERIES_ALL) > 0;

  add_axes (plot);
  for (guint i = 0; i < plot->n; i++)
    add_bar (plot, i);
  add_columns (plot);
  add_months (plot);
  if (!anybody)
    {
      add_nobody_left (plot);
      return;
    }
  add_hidden_months (plot);
  if (!plot->rolling)
    {
      add_month_dots (plot);
      return;
    }
  add_band (plot);
  for (int series = FW_TURNOVER_N_SERIES - 1; series >= 0; series--)
    if (has_line (plot, series))
      add_line_of (plot, series);
  add_end_labels (plot);
}

/**
 * fw_turnover_chart_layout:
 *
 * Lays out two panels over one time: the rolling rate with the interval of the whole above, the leavers of each month
 * below. It shows the latest three years, five where there is room, and looks for its finding in what it shows.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_turnover_chart_layout (const FwTurnoverFigures *figures,
                          double width,
                          double text_scale,
                          PangoContext *context,
                          FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  guint n_all = fw_turnover_get_n_months (figures->turnover);
  Plot plot = { .figures = figures, .turnover = figures->turnover, .chart = chart, .language = language };

  plot.n = MIN (n_all, width >= FW_CHART_WIDE ? MONTHS_SHOWN_WIDE : MONTHS_SHOWN);
  plot.first = n_all - plot.n;
  plot.narrow = width <= FW_CHART_NARROW * text_scale;
  plot.line = fw_chart_measure (chart, "月M", FW_CHART_TEXT_AXIS).height;
  choose_series (&plot);
  _fw_turnover_write (figures, plot.first, scale_counts (&plot), language, &texts);
  scale_rates (&plot);
  place_panels (&plot, add_key (&plot, fw_chart_begin_frame (chart, &texts)));
  draw (&plot);
  fw_chart_end_frame (chart, &texts, plot.bar_bottom + plot.line + 6);
  for (int series = 0; series < FW_TURNOVER_N_SERIES; series++)
    g_free (plot.names[series]);
  return chart;
}
