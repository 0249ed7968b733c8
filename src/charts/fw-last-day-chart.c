#include "charts/fw-last-day-chart.h"

#define SIDE 8.0      /* free edge left and right */
#define FLAG_ROOM 1.6 /* lines of text above the plot, for the flag of the chosen day */

typedef struct
{
  const FwLastDayFigures *figures;
  FwChart *chart;
  double left, right, top, bottom;
  double line; /* height of one line of text */
  double highest;
} Plot;

static double
day_to_x (const Plot *plot,
          FwDate day)
{
  int all = MAX (1, fw_date_days_between (plot->figures->from, plot->figures->until));
  int passed = CLAMP (fw_date_days_between (plot->figures->from, day), 0, all);

  return plot->left + (plot->right - plot->left) * passed / all;
}

static double
value_to_y (const Plot *plot,
            double value)
{
  return plot->highest <= 0 ? plot->bottom : plot->bottom - (plot->bottom - plot->top) * value / plot->highest;
}

static double
step_end_x (const Plot *plot,
            guint index)
{
  return index + 1 < plot->figures->n_steps ? day_to_x (plot, plot->figures->steps[index + 1].from) : plot->right;
}

/* Steps start at zero, as bars do, so that their heights compare. */
static void
add_steps (Plot *plot)
{
  for (guint i = 0; i < plot->figures->n_steps; i++)
    {
      const FwLastDayStep *step = &plot->figures->steps[i];
      double x = day_to_x (plot, step->from), end = step_end_x (plot, i), y;

      if (step->value < 0)
        continue;
      y = value_to_y (plot, step->value);
      fw_chart_add_area (plot->chart, (FwChartBox){ x, y, end - x, plot->bottom - y }, FW_CHART_ROLE_FILL);
      fw_chart_add_column (plot->chart, (FwChartMark){ (int) i, 0 }, (FwChartBox){ x, y, end - x, plot->bottom - y });
      fw_chart_add_line (plot->chart, x, y, end, y, 2.4, FW_CHART_ROLE_EMPHASIS);
      if (i > 0)
        fw_chart_add_line (plot->chart, x, y, x, plot->bottom, 1, FW_CHART_ROLE_GROUND);
    }
  fw_chart_add_line (plot->chart, plot->left, plot->bottom, plot->right, plot->bottom, 1, FW_CHART_ROLE_AXIS);
}

static void
add_flags (Plot *plot)
{
  const FwLastDayFigures *figures = plot->figures;
  double y = plot->line * 0.6, x;

  if (fw_date_is_known (figures->earliest) && fw_date_compare (figures->earliest, figures->from) > 0)
    {
      x = day_to_x (plot, figures->earliest);
      fw_chart_add_line (plot->chart, x, plot->top, x, plot->bottom, 1.2, FW_CHART_ROLE_SECOND);
    }
  if (!fw_date_is_known (figures->chosen))
    return;
  x = day_to_x (plot, figures->chosen);
  fw_chart_add_line (plot->chart, x, y, x, plot->bottom, 1.6, FW_CHART_ROLE_EMPHASIS);
  fw_chart_add_dot (plot->chart, x, y, 4, FW_CHART_ROLE_EMPHASIS);
  if (figures->chosen_label != NULL)
    fw_chart_add_text (plot->chart, figures->chosen_label, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_EMPHASIS, x + 8, 0, 0);
}

static void
add_step_labels (Plot *plot)
{
  for (guint i = 0; i < plot->figures->n_steps; i++)
    {
      const FwLastDayStep *step = &plot->figures->steps[i];
      double x = day_to_x (plot, step->from), end = step_end_x (plot, i);

      if (step->label != NULL && fw_chart_measure (plot->chart, step->label, FW_CHART_TEXT_VALUE).width <= end - x)
        fw_chart_add_text (plot->chart, step->label, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK, (x + end) / 2,
                           value_to_y (plot, MAX (step->value, 0)) - plot->line - 4, 0.5);
    }
}

/* Every first, second, third, sixth or twelfth month, whichever leaves 14 px between the names. */
static int
months_apart (Plot *plot)
{
  static const int every[] = { 1, 2, 3, 6 };
  const FwLastDayFigures *figures = plot->figures;
  int all = MAX (1, fw_date_days_between (figures->from, figures->until));
  double month_width = (plot->right - plot->left) * 30.4 / all, widest = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = figures->name_month (fw_date_new (figures->from.year, month, 1));

      widest = MAX (widest, fw_chart_measure (plot->chart, name, FW_CHART_TEXT_AXIS).width);
    }
  for (guint i = 0; i < G_N_ELEMENTS (every); i++)
    if (every[i] * month_width >= widest + 14)
      return every[i];
  return 12;
}

static void
add_months (Plot *plot)
{
  const FwLastDayFigures *figures = plot->figures;
  FwDate month = fw_date_new (figures->from.year, figures->from.month, 1);
  int apart;

  if (figures->name_month == NULL)
    return;
  apart = months_apart (plot);
  if (fw_date_compare (month, figures->from) < 0)
    month = fw_date_add_months (month, 1);
  for (; fw_date_is_known (month) && fw_date_compare (month, figures->until) <= 0; month = fw_date_add_months (month, apart))
    {
      g_autofree char *name = figures->name_month (month);

      fw_chart_add_text (plot->chart, name, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, day_to_x (plot, month),
                         plot->bottom + 6, 0.5);
    }
}

/**
 * fw_last_day_chart_layout:
 * @figures: (nullable): nothing to show gives an empty chart
 *
 * Lays out how the severance changes with the last day: a step chart over the days, the chosen day flagged,
 * the earliest lawful day as a line. The flag's and the steps' labels come before the months where room is short.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_last_day_chart_layout (const FwLastDayFigures *figures,
                          double width,
                          double height,
                          double text_scale,
                          PangoContext *context)
{
  FwChart *chart = fw_chart_new (width, height, text_scale, context);
  Plot plot = { figures, chart, SIDE, MAX (SIDE + 1, width - SIDE), 0, 0, 0, 0 };

  if (figures == NULL || figures->n_steps == 0)
    return chart;
  plot.line = fw_chart_measure (chart, "月M", FW_CHART_TEXT_VALUE).height;
  plot.top = plot.line * (FLAG_ROOM + 1);
  plot.bottom = MAX (plot.top + 1, height - plot.line - 8);
  for (guint i = 0; i < figures->n_steps; i++)
    plot.highest = MAX (plot.highest, figures->steps[i].value);
  add_steps (&plot);
  add_flags (&plot);
  add_step_labels (&plot);
  add_months (&plot);
  return chart;
}

/**
 * fw_last_day_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader: title, chosen day, then each step from its day
 */
char *
fw_last_day_chart_describe (const FwLastDayFigures *figures)
{
  g_autoptr (GString) text = g_string_new (figures->title != NULL ? figures->title : "");

  if (figures->chosen_label != NULL)
    g_string_append_printf (text, " %s;", figures->chosen_label);
  for (guint i = 0; i < figures->n_steps; i++)
    {
      g_autofree char *day = fw_date_to_string (figures->steps[i].from);

      g_string_append_printf (text, " %s: %s;", day, figures->steps[i].label != NULL ? figures->steps[i].label : "?");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fw_last_day_chart_day_at:
 *
 * Answers the day under @x, so that a click on the chart can choose it.
 */
FwDate
fw_last_day_chart_day_at (const FwLastDayFigures *figures,
                          double width,
                          double x)
{
  double part = CLAMP ((x - SIDE) / MAX (1.0, width - 2 * SIDE), 0.0, 1.0);
  int all = fw_date_days_between (figures->from, figures->until);

  return fw_date_add_days (figures->from, (int) (part * all + 0.5));
}
