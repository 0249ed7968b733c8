#include "charts/fw-targets-chart.h"

#include <math.h>

#include "charts/fw-chart-axis.h"
#include "charts/fw-chart-frame.h"
#include "charts/fw-probation-line.h"

#define PLOT_HEIGHT 106.0
#define USUAL_LOWEST 0.6
#define USUAL_HIGHEST 1.1

typedef struct
{
  const FwTargetsFigures *figures;
  FwChart *chart;
  FwChartLanguage language;
  gboolean narrow;
  double line;
  double left, right, top, bottom;
  double lowest, highest;
} Plot;

static char *
write_title (const FwTargetsFigures *figures,
             FwChartLanguage language)
{
  guint first, n;

  if (!fw_targets_find_run (figures->months, figures->n_months, &first, &n))
    return g_strdup (fw_chart_say (language, "目标完成得怎么样？", "How are the targets met?"));
  return language == FW_CHART_CHINESE ? g_strdup_printf ("连续 %u 个月低于目标的 80%%", n)
                                      : g_strdup_printf ("%u months running under 80%% of target", n);
}

static void
write_texts (const FwTargetsFigures *figures,
             FwChartLanguage language,
             FwChartTexts *texts)
{
  g_autofree char *period =
    fw_chart_say_period (language, figures->months[0].month, fw_date_month_end (figures->months[figures->n_months - 1].month));
  guint gaps = 0;
  GString *caption = g_string_new (fw_chart_say (language, "提醒规则：连续两个月低于 80%。三角为低于线的月份；正好 80% 不算低于。",
                                                 "Rule: two calendar months running under 80%. Triangles are under the line; exactly 80% is not. "));

  for (guint i = 0; i < figures->n_months; i++)
    gaps += !fw_target_month_is_known (&figures->months[i]);
  texts->title = write_title (figures, language);
  texts->subtitle = g_strdup_printf (fw_chart_say (language, "%s%s业绩 ÷ 目标，%s", "%s%sresult ÷ target, %s"),
                                     figures->measure != NULL ? figures->measure : "",
                                     figures->measure != NULL ? fw_chart_say (language, "，", ", ") : "", period);
  if (gaps > 0)
    g_string_append_printf (caption, fw_chart_say (language, "%u 个月没有目标或业绩，断开不画。",
                                                   "Months without a target or result on record, left out: %u. "), gaps);
  fw_chart_say_made (language, FW_DATE_UNKNOWN, caption);
  texts->caption = g_string_free (caption, FALSE);
}

static double
month_to_x (const Plot *plot,
            guint i)
{
  double slot = (plot->right - plot->left) / plot->figures->n_months;

  return plot->left + slot * (i + 0.5);
}

static double
ratio_to_y (const Plot *plot,
            double ratio)
{
  return plot->bottom - (plot->bottom - plot->top) * (ratio - plot->lowest) / (plot->highest - plot->lowest);
}

/* From 60 to 110 %, widened by tens. */
static void
scale (Plot *plot)
{
  plot->lowest = USUAL_LOWEST;
  plot->highest = USUAL_HIGHEST;
  for (guint i = 0; i < plot->figures->n_months; i++)
    if (fw_target_month_is_known (&plot->figures->months[i]))
      {
        double ratio = fw_target_month_ratio (&plot->figures->months[i]);

        plot->lowest = MIN (plot->lowest, floor (ratio * 10) / 10);
        plot->highest = MAX (plot->highest, ceil (ratio * 10 - 1e-9) / 10);
      }
}

static void
add_axis (const Plot *plot)
{
  double step = fw_chart_tick_step ((plot->highest - plot->lowest) * 100, TRUE) / 100;
  const FwChartPoint line[] = { { plot->left, ratio_to_y (plot, FW_TARGETS_LINE) }, { plot->right, ratio_to_y (plot, FW_TARGETS_LINE) } };

  step = MAX (step, 0.2);
  fw_chart_add_path (plot->chart, line, 2, 1.6, FW_CHART_ROLE_WARN, FW_CHART_DASH_SHORT);
  fw_chart_add_text (plot->chart, "80%", FW_CHART_TEXT_VALUE, FW_CHART_ROLE_WARN, plot->left - 6,
                     line[0].y - fw_chart_measure (plot->chart, "80%", FW_CHART_TEXT_VALUE).height / 2, 1);
  for (double at = ceil (plot->lowest / step - 1e-9) * step; at <= plot->highest + 1e-9; at += step)
    {
      g_autofree char *text = fw_chart_say_rate (at);

      if (fabs (at - FW_TARGETS_LINE) < 1e-6)
        continue;
      fw_chart_add_line (plot->chart, plot->left, ratio_to_y (plot, at), plot->right, ratio_to_y (plot, at), 1, FW_CHART_ROLE_GRID);
      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->left - 6,
                         ratio_to_y (plot, at) - plot->line / 2, 1);
    }
}

static void
add_months (const Plot *plot)
{
  g_autofree char *widest = fw_chart_say_month (plot->language, fw_date_new (2000, 12, 1));
  double slot = (plot->right - plot->left) / plot->figures->n_months;
  guint apart = fw_chart_months_apart (slot, fw_chart_measure (plot->chart, widest, FW_CHART_TEXT_AXIS).width);

  for (guint i = 0; i < plot->figures->n_months; i += apart)
    {
      g_autofree char *name = fw_chart_say_month (plot->language, plot->figures->months[i].month);

      fw_chart_add_text (plot->chart, name, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, month_to_x (plot, i), plot->bottom + 5, 0.5);
    }
}

static void
add_run (const Plot *plot)
{
  double slot = (plot->right - plot->left) / plot->figures->n_months;
  guint first, n;

  if (fw_targets_find_run (plot->figures->months, plot->figures->n_months, &first, &n))
    {
      double left = plot->left + slot * first, right = left + slot * n;
      const FwChartPoint band[] = { { left, plot->top }, { right, plot->top }, { right, plot->bottom }, { left, plot->bottom } };

      fw_chart_add_polygon (plot->chart, band, G_N_ELEMENTS (band), FW_CHART_ROLE_WARN, 0.1);
    }
}

static void
add_point (const Plot *plot,
           guint i,
           gboolean last)
{
  const FwTargetMonth *month = &plot->figures->months[i];
  double x = month_to_x (plot, i), y = ratio_to_y (plot, fw_target_month_ratio (month));
  const FwChartPoint triangle[] = { { x - 5, y - 4 }, { x + 5, y - 4 }, { x, y + 5 } };
  g_autofree char *label = fw_chart_say_rate (fw_target_month_ratio (month));
  FwChartTextStyle style = last ? FW_CHART_TEXT_VALUE : FW_CHART_TEXT_AXIS;
  FwChartBox size = fw_chart_measure (plot->chart, label, style);

  if (fw_target_month_is_under (month))
    fw_chart_add_polygon (plot->chart, triangle, G_N_ELEMENTS (triangle), FW_CHART_ROLE_WARN, 1);
  else
    fw_chart_add_dot (plot->chart, x, y, 2.8, FW_CHART_ROLE_EMPHASIS);
  if (last)
    fw_chart_add_text (plot->chart, label, style, FW_CHART_ROLE_INK, plot->right + 6, y - size.height / 2, 0);
  else if (fw_target_month_is_under (month) && !plot->narrow)
    fw_chart_add_text (plot->chart, label, style, FW_CHART_ROLE_INK, x, y + 8, 0.5);
}

/* Months without a target are gaps. The last known month is labelled before the others. */
static void
add_results (const Plot *plot)
{
  g_autofree FwChartPoint *points = g_new0 (FwChartPoint, plot->figures->n_months);
  guint n = 0, last = plot->figures->n_months;

  for (guint i = 0; i <= plot->figures->n_months; i++)
    if (i < plot->figures->n_months && fw_target_month_is_known (&plot->figures->months[i]))
      {
        points[n++] = (FwChartPoint){ month_to_x (plot, i), ratio_to_y (plot, fw_target_month_ratio (&plot->figures->months[i])) };
        last = i;
      }
    else
      {
        if (n > 1)
          fw_chart_add_path (plot->chart, points, n, 2, FW_CHART_ROLE_EMPHASIS, FW_CHART_DASH_SOLID);
        n = 0;
      }
  if (last < plot->figures->n_months)
    add_point (plot, last, TRUE);
  for (guint i = 0; i < last && last < plot->figures->n_months; i++)
    if (fw_target_month_is_known (&plot->figures->months[i]))
      add_point (plot, i, FALSE);
}

static void
add_marks (const Plot *plot)
{
  double slot = (plot->right - plot->left) / plot->figures->n_months;

  for (guint i = 0; i < plot->figures->n_months; i++)
    fw_chart_add_column (plot->chart, (FwChartMark){ (int) i, 0 },
                         (FwChartBox){ plot->left + slot * i, plot->top, slot, plot->bottom - plot->top });
}

static FwProbationLine
probation_of (const FwTargetsFigures *figures)
{
  return (FwProbationLine){ figures->probation_end, figures->months[0].month, figures->n_months };
}

/**
 * fw_targets_chart_layout:
 *
 * Lays out result ÷ target by month with the 80 % line, and the months running under it.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_targets_chart_layout (const FwTargetsFigures *figures,
                         double width,
                         double text_scale,
                         PangoContext *context,
                         FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .chart = chart, .language = language, .narrow = width <= FW_CHART_NARROW * text_scale };
  FwProbationLine probation = probation_of (figures);

  write_texts (figures, language, &texts);
  plot.line = fw_chart_measure (chart, "月M", FW_CHART_TEXT_AXIS).height;
  plot.top = fw_chart_begin_frame (chart, &texts) + plot.line / 2;
  plot.bottom = plot.top + fw_chart_scale (chart, PLOT_HEIGHT);
  plot.left = FW_CHART_PADDING + fw_chart_measure (chart, "100%", FW_CHART_TEXT_VALUE).width + 6;
  plot.right = width - FW_CHART_PADDING - fw_chart_measure (chart, "100%", FW_CHART_TEXT_VALUE).width - 6;
  scale (&plot);
  add_run (&plot);
  add_axis (&plot);
  add_months (&plot);
  add_results (&plot);
  fw_probation_line_add (&probation, chart, (FwChartBox){ plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top },
                         language);
  add_marks (&plot);
  fw_chart_end_frame (chart, &texts, plot.bottom + 5 + plot.line);
  return chart;
}

/* Returns: (transfer full): a month in words */
char *
fw_targets_chart_describe_mark (const FwTargetsFigures *figures,
                                FwChartMark mark,
                                FwChartLanguage language)
{
  const FwTargetMonth *month;
  g_autofree char *when = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < figures->n_months, NULL);
  month = &figures->months[mark.place];
  when = fw_chart_say_month_long (language, month->month);
  if (!fw_target_month_is_known (month))
    return g_strdup_printf (fw_chart_say (language, "%s：没有目标或业绩。", "%s: no target or result on record."), when);
  ratio = fw_chart_say_rate (fw_target_month_ratio (month));
  return fw_target_month_is_under (month)
           ? g_strdup_printf (fw_chart_say (language, "%s：完成目标的 %s，低于 80%%。", "%s: %s of target, under 80%%."), when, ratio)
           : g_strdup_printf (fw_chart_say (language, "%s：完成目标的 %s。", "%s: %s of target."), when, ratio);
}

/* Returns: (transfer full): the chart in words for a screen reader */
char *
fw_targets_chart_describe (const FwTargetsFigures *figures,
                           FwChartLanguage language)
{
  g_auto (FwChartTexts) texts = { 0 };
  FwProbationLine probation = probation_of (figures);
  g_autofree char *ending = fw_probation_line_say (&probation, language);
  g_autofree char *latest =
    fw_targets_chart_describe_mark (figures, (FwChartMark){ (int) figures->n_months - 1, 0 }, language);

  write_texts (figures, language, &texts);
  return g_strdup_printf (fw_chart_say (language, "%s。%s。%s%s按左右键逐月查看。", "%s. %s. %s%s Left and right move by month."),
                          texts.title, texts.subtitle, latest, ending);
}

/* Returns: (transfer full): a row a month */
FwChartTable *
fw_targets_chart_tabulate (const FwTargetsFigures *figures,
                           FwChartLanguage language)
{
  static const char *const headings[][5] = { { "月份", "目标", "业绩", "完成", NULL }, { "Month", "Target", "Result", "Reached", NULL } };
  FwChartTable *table = fw_chart_table_new (headings[language]);

  for (guint i = 0; i < figures->n_months; i++)
    {
      const FwTargetMonth *month = &figures->months[i];
      char target[G_ASCII_DTOSTR_BUF_SIZE] = "", actual[G_ASCII_DTOSTR_BUF_SIZE] = "";
      char **cells = g_new0 (char *, 5);

      if (month->target > 0)
        g_ascii_formatd (target, sizeof target, "%.10g", month->target);
      if (month->actual >= 0)
        g_ascii_formatd (actual, sizeof actual, "%.10g", month->actual);
      cells[0] = fw_chart_say_month (language, month->month);
      cells[1] = g_strdup (target);
      cells[2] = g_strdup (actual);
      cells[3] = fw_target_month_is_known (month) ? fw_chart_say_rate (fw_target_month_ratio (month)) : g_strdup ("");
      fw_chart_table_add_row (table, (FwChartMark){ (int) i, 0 }, cells);
    }
  return table;
}
