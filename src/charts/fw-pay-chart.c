#include "charts/fw-pay-chart.h"

#include <math.h>

#include "charts/fw-chart-axis.h"
#include "charts/fw-chart-frame.h"
#include "charts/fw-probation-line.h"
#include "core/fw-numerals.h"

#define PLOT_HEIGHT 120.0
#define MONTHS_OF_YEAR 12
#define HIGH_START 0.5 /* pay that never falls below this part of its highest leaves the axis a start above zero */

typedef struct
{
  const FwPayFigures *figures;
  FwChart *chart;
  FwChartLanguage language;
  gboolean narrow;
  double line;
  double left, right, top, bottom;
  double lowest, highest, step;
} Plot;

static gboolean
is_known (const FwPayMonth *month)
{
  return month->gross >= 0;
}

/* "¥20,150": to the unit, as a picture needs it. */
static char *
say_money (const FwPayFigures *figures,
           FwChartLanguage language,
           double amount)
{
  g_autoptr (FwNumber) whole = fw_number_new ((gint64) floor (amount + 0.5));
  g_autofree char *digits = fw_numerals_grouped (whole, 0);

  return g_strconcat (figures->currency != NULL ? figures->currency : "", digits, NULL);
}

static guint
find_last (const FwPayFigures *figures)
{
  for (guint i = figures->n_months; i > 0; i--)
    if (is_known (&figures->months[i - 1]) && !figures->months[i - 1].unusual)
      return i - 1;
  return figures->n_months;
}

/* The last usual month against the one a year before, where both are on record. */
static char *
write_title (const FwPayFigures *figures,
             FwChartLanguage language)
{
  guint last = find_last (figures);
  const FwPayMonth *now, *then;
  g_autofree char *now_text = NULL;
  g_autofree char *then_text = NULL;

  if (last == figures->n_months || last < MONTHS_OF_YEAR)
    return g_strdup (fw_chart_say (language, "工资怎么变的？", "How has pay changed?"));
  now = &figures->months[last];
  then = &figures->months[last - MONTHS_OF_YEAR];
  if (!is_known (then) || then->unusual || then->gross == now->gross)
    return g_strdup (then->gross == now->gross ? fw_chart_say (language, "一年里工资没有变", "Pay has not changed within a year")
                                               : fw_chart_say (language, "工资怎么变的？", "How has pay changed?"));
  now_text = say_money (figures, language, now->gross);
  then_text = say_money (figures, language, then->gross);
  return g_strdup_printf (fw_chart_say (language, "一年里月工资由 %s 到 %s", "Monthly pay went from %s to %s within a year"), then_text, now_text);
}

static void
write_texts (const Plot *plot,
             FwChartTexts *texts)
{
  const FwPayFigures *figures = plot->figures;
  FwChartLanguage language = plot->language;
  g_autofree char *period =
    fw_chart_say_period (language, figures->months[0].month, fw_date_month_end (figures->months[figures->n_months - 1].month));
  guint gaps = 0, unusual = 0;
  GString *caption = g_string_new (fw_chart_say (language, "应发工资，按月。", "Gross pay by month. "));

  for (guint i = 0; i < figures->n_months; i++)
    {
      gaps += !is_known (&figures->months[i]);
      unusual += is_known (&figures->months[i]) && figures->months[i].unusual;
    }
  if (plot->lowest > 0)
    {
      g_autofree char *start = say_money (figures, language, plot->lowest);

      g_string_append_printf (caption, fw_chart_say (language, "纵轴从 %s 起。", "The axis starts at %s. "), start);
    }
  if (unusual > 0)
    g_string_append_printf (caption, fw_chart_say (language, "空心：%u 个月病假或待岗。", "Hollow: sick or idle months (%u). "), unusual);
  if (gaps > 0)
    g_string_append_printf (caption, fw_chart_say (language, "%u 个月没有工资记录，断开不画。", "Months without pay on record, left out: %u. "), gaps);
  fw_chart_say_made (language, FW_DATE_UNKNOWN, caption);
  texts->title = write_title (figures, language);
  texts->subtitle = g_strdup_printf (fw_chart_say (language, "月工资，%s", "Monthly pay, %s"), period);
  texts->caption = g_string_free (caption, FALSE);
}

static void
scale (Plot *plot)
{
  double least = G_MAXDOUBLE, most = 0;

  for (guint i = 0; i < plot->figures->n_months; i++)
    if (is_known (&plot->figures->months[i]))
      {
        least = MIN (least, plot->figures->months[i].gross);
        most = MAX (most, plot->figures->months[i].gross);
      }
  most = MAX (most, 1);
  if (least < most * HIGH_START || least > most)
    least = 0;
  plot->step = fw_chart_tick_step (MAX (most - least, most / 10), TRUE);
  plot->lowest = floor (least / plot->step) * plot->step;
  plot->highest = ceil (most / plot->step) * plot->step;
  if (plot->highest <= plot->lowest)
    plot->highest = plot->lowest + plot->step;
}

static double
pay_to_y (const Plot *plot,
          double gross)
{
  return plot->bottom - (plot->bottom - plot->top) * (gross - plot->lowest) / (plot->highest - plot->lowest);
}

static double
slot_width (const Plot *plot)
{
  return (plot->right - plot->left) / plot->figures->n_months;
}

static double
month_to_x (const Plot *plot,
            guint i)
{
  return plot->left + slot_width (plot) * (i + 0.5);
}

/* Two short strokes across the foot of an axis that does not start at zero. */
static void
add_break (const Plot *plot)
{
  for (int i = 0; i < 2; i++)
    fw_chart_add_line (plot->chart, plot->left - 4, plot->bottom - 4 - 4 * i, plot->left + 4, plot->bottom - 8 - 4 * i, 1.2, FW_CHART_ROLE_AXIS);
}

static void
add_axes (const Plot *plot)
{
  g_autofree char *widest = fw_chart_say_month (plot->language, fw_date_new (2000, 12, 1));
  guint apart = fw_chart_months_apart (slot_width (plot), fw_chart_measure (plot->chart, widest, FW_CHART_TEXT_AXIS).width);

  for (double at = plot->lowest; at <= plot->highest + plot->step / 2; at += plot->step)
    {
      g_autofree char *text = say_money (plot->figures, plot->language, at);

      fw_chart_add_line (plot->chart, plot->left, pay_to_y (plot, at), plot->right, pay_to_y (plot, at), 1,
                         at == 0 ? FW_CHART_ROLE_AXIS : FW_CHART_ROLE_GRID);
      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->left - 6, pay_to_y (plot, at) - plot->line / 2, 1);
    }
  for (guint i = 0; i < plot->figures->n_months; i += apart)
    {
      g_autofree char *name = fw_chart_say_month (plot->language, plot->figures->months[i].month);

      fw_chart_add_text (plot->chart, name, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, month_to_x (plot, i), plot->bottom + plot->line / 2 + 1, 0.5);
    }
  if (plot->lowest > 0)
    add_break (plot);
}

static void
add_curve (const Plot *plot)
{
  g_autofree FwChartPoint *points = g_new0 (FwChartPoint, plot->figures->n_months);
  guint n = 0;

  for (guint i = 0; i <= plot->figures->n_months; i++)
    if (i < plot->figures->n_months && is_known (&plot->figures->months[i]))
      points[n++] = (FwChartPoint){ month_to_x (plot, i), pay_to_y (plot, plot->figures->months[i].gross) };
    else
      {
        if (n > 1)
          fw_chart_add_path (plot->chart, points, n, 2, FW_CHART_ROLE_EMPHASIS, FW_CHART_DASH_SOLID);
        n = 0;
      }
  for (guint i = 0; i < plot->figures->n_months; i++)
    if (is_known (&plot->figures->months[i]))
      {
        double x = month_to_x (plot, i), y = pay_to_y (plot, plot->figures->months[i].gross);

        if (plot->figures->months[i].unusual)
          fw_chart_add_ring (plot->chart, x, y, 3, FW_CHART_ROLE_EMPHASIS);
        else
          fw_chart_add_dot (plot->chart, x, y, 2.4, FW_CHART_ROLE_EMPHASIS);
      }
}

static void
add_last (const Plot *plot)
{
  guint last = find_last (plot->figures);
  g_autofree char *label = NULL;

  if (last == plot->figures->n_months)
    return;
  label = say_money (plot->figures, plot->language, plot->figures->months[last].gross);
  fw_chart_add_text (plot->chart, label, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK, plot->right + 6,
                     pay_to_y (plot, plot->figures->months[last].gross) - plot->line / 2, 0);
}

static double
measure_money (Plot *plot,
               FwChartTextStyle style)
{
  g_autofree char *text = say_money (plot->figures, plot->language, plot->highest);

  return fw_chart_measure (plot->chart, text, style).width;
}

static FwProbationLine
probation_of (const FwPayFigures *figures)
{
  return (FwProbationLine){ figures->probation_end, figures->months[0].month, figures->n_months };
}

/**
 * fw_pay_chart_layout:
 *
 * Lays out one person's gross pay by month. Months without a record are gaps; the axis may start above zero, and says so.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_pay_chart_layout (const FwPayFigures *figures,
                     double width,
                     double text_scale,
                     PangoContext *context,
                     FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .chart = chart, .language = language };
  FwProbationLine probation = probation_of (figures);

  scale (&plot);
  write_texts (&plot, &texts);
  plot.line = fw_chart_measure (chart, "月M", FW_CHART_TEXT_AXIS).height;
  plot.top = fw_chart_begin_frame (chart, &texts) + plot.line / 2;
  plot.bottom = plot.top + fw_chart_scale (chart, PLOT_HEIGHT);
  plot.left = FW_CHART_PADDING + measure_money (&plot, FW_CHART_TEXT_AXIS) + 6;
  plot.right = width - FW_CHART_PADDING - measure_money (&plot, FW_CHART_TEXT_VALUE) - 6;
  add_axes (&plot);
  add_curve (&plot);
  add_last (&plot);
  fw_probation_line_add (&probation, chart, (FwChartBox){ plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top },
                         language);
  for (guint i = 0; i < figures->n_months; i++)
    fw_chart_add_column (chart, (FwChartMark){ (int) i, 0 },
                         (FwChartBox){ plot.left + slot_width (&plot) * i, plot.top, slot_width (&plot), plot.bottom - plot.top });
  fw_chart_end_frame (chart, &texts, plot.bottom + 1 + 1.5 * plot.line);
  return chart;
}

/* Returns: (transfer full): a month in words */
char *
fw_pay_chart_describe_mark (const FwPayFigures *figures,
                            FwChartMark mark,
                            FwChartLanguage language)
{
  const FwPayMonth *month;
  g_autofree char *when = NULL;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < figures->n_months, NULL);
  month = &figures->months[mark.place];
  when = fw_chart_say_month_long (language, month->month);
  if (!is_known (month))
    return g_strdup_printf (fw_chart_say (language, "%s：没有工资记录。", "%s: no pay on record."), when);
  amount = say_money (figures, language, month->gross);
  return month->unusual ? g_strdup_printf (fw_chart_say (language, "%s：%s，病假或待岗。", "%s: %s, sick or idle."), when, amount)
                        : g_strdup_printf (fw_chart_say (language, "%s：%s。", "%s: %s."), when, amount);
}

/* Returns: (transfer full): the chart in words for a screen reader */
char *
fw_pay_chart_describe (const FwPayFigures *figures,
                       FwChartLanguage language)
{
  g_autofree char *title = write_title (figures, language);
  FwProbationLine probation = probation_of (figures);
  g_autofree char *ending = fw_probation_line_say (&probation, language);
  g_autofree char *latest = fw_pay_chart_describe_mark (figures, (FwChartMark){ (int) figures->n_months - 1, 0 }, language);

  return g_strdup_printf (fw_chart_say (language, "%s。%s%s按左右键逐月查看。", "%s. %s%s Left and right move by month."), title, latest,
                          ending);
}

/* Returns: (transfer full): a row a month */
FwChartTable *
fw_pay_chart_tabulate (const FwPayFigures *figures,
                       FwChartLanguage language)
{
  static const char *const headings[][3] = { { "月份", "应发工资", NULL }, { "Month", "Gross pay", NULL } };
  FwChartTable *table = fw_chart_table_new (headings[language]);

  for (guint i = 0; i < figures->n_months; i++)
    {
      char **cells = g_new0 (char *, 3);

      cells[0] = fw_chart_say_month (language, figures->months[i].month);
      cells[1] = is_known (&figures->months[i]) ? say_money (figures, language, figures->months[i].gross) : g_strdup ("");
      fw_chart_table_add_row (table, (FwChartMark){ (int) i, 0 }, cells);
    }
  return table;
}
