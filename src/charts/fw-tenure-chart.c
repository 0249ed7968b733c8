#include "charts/fw-tenure-chart.h"

#include <math.h>

#include "charts/fw-chart-axis.h"
#include "charts/fw-chart-frame.h"

#define LEFT_ROOM 26.0
#define PLOT_HEIGHT 152.0
#define BRACKET_ROOM 44.0
#define COUNTED_BAR_WIDTH 17.0 /* bars as wide carry their count */
#define LEAST_LEAVERS 5        /* fewer: nothing is shown */

typedef struct
{
  const FwTenureFigures *figures;
  const FwTenure *tenure;
  FwChart *chart;
  FwChartLanguage language;
  double line;
  double left, right, top, bottom;
  double highest;
} Plot;

static gboolean
is_in_hump (const FwTenure *tenure,
            guint month)
{
  return tenure->has_hump && month >= tenure->hump.first_month && month < tenure->hump.first_month + tenure->hump.n_months;
}

static char *
say_hump_months (const FwTenure *tenure,
                 FwChartLanguage language)
{
  guint first = tenure->hump.first_month + 1, last = tenure->hump.first_month + tenure->hump.n_months;

  if (first == last)
    return g_strdup_printf (fw_chart_say (language, "第 %u 个月", "month %u"), first);
  return g_strdup_printf (fw_chart_say (language, "第 %u–%u 个月", "months %u–%u"), first, last);
}

static char *
say_hump (const FwTenure *tenure,
          FwChartLanguage language)
{
  g_autofree char *share = fw_chart_say_rate (tenure->hump.share);
  g_autofree char *interval = fw_chart_say_interval (tenure->hump.interval);
  g_autofree char *people = fw_chart_say_persons (language, tenure->hump.people);

  return g_strdup_printf (fw_chart_say (language, "满 %u 至未满 %u 个月：%s，%s（95%% 区间 %s）",
                                        "%u to under %u months: %s, %s (95%% interval %s)"),
                          tenure->hump.first_month, tenure->hump.first_month + tenure->hump.n_months, people,
                          share, interval);
}

static char *
say_longer (const FwTenure *tenure,
            FwChartLanguage language)
{
  g_autofree char *share = fw_chart_say_rate ((double) tenure->n_longer / tenure->n_leavers);
  g_autofree char *people = fw_chart_say_count (language, tenure->n_longer);

  return g_strdup_printf (fw_chart_say (language, "另有 %s 人（%s）满 %d 个月以上", "%s more (%s) after %d months or longer"), people,
                          share, FW_TENURE_MONTHS);
}

static void
write_texts (const FwTenureFigures *figures,
             FwChartLanguage language,
             FwChartTexts *texts)
{
  const FwTenure *tenure = figures->tenure;
  g_autofree char *period = fw_chart_say_period (language, figures->from, figures->until);
  g_autofree char *people = fw_chart_say_persons (language, tenure->n_leavers);
  GString *caption = g_string_new (
    fw_chart_say (language, "每柱为一个满月：“3”指满 3 个月、未满 4 个月。柱高是人数，不是风险：各时长的在职人数不同。",
                  "One bar a completed month: 3 means three months and under four. Height is people, not risk: how many "
                  "were employed that long differs. "));

  if (tenure->has_hump)
    {
      g_autofree char *share = fw_chart_say_rate (tenure->hump.share);
      g_autofree char *months = say_hump_months (tenure, language);

      texts->title = language == FW_CHART_CHINESE ? g_strdup_printf ("离职的人里，%s 在入职%s离开", share, months)
                                                  : g_strdup_printf ("%s of those who leave go in %s", share, months);
    }
  else
    texts->title = g_strdup (fw_chart_say (language, "离职的人待了多久？", "How long had those who leave been here?"));
  texts->subtitle = g_strdup_printf (fw_chart_say (language, "离职时的在职时长（月）%s%s，%s 离职的 %s",
                                                   "Months of employment at leaving%s%s, %s, %s"),
                                     figures->scope != NULL ? fw_chart_say (language, "，", ", ") : "",
                                     figures->scope != NULL ? figures->scope : "", period, people);
  fw_chart_say_made (language, figures->made, caption);
  texts->caption = g_string_free (caption, FALSE);
}

static double
month_to_x (const Plot *plot,
            double month)
{
  return plot->left + (plot->right - plot->left) * month / FW_TENURE_MONTHS;
}

static double
count_to_y (const Plot *plot,
            double count)
{
  return plot->bottom - (plot->bottom - plot->top) * count / plot->highest;
}

static void
add_axes (Plot *plot)
{
  guint most = 1, apart = plot->right - plot->left > 420 ? 3 : 6;
  double step;

  for (guint i = 0; i < FW_TENURE_MONTHS; i++)
    most = MAX (most, plot->tenure->months[i]);
  step = fw_chart_tick_step (MAX (most, 4), TRUE);
  plot->highest = ceil (MAX (most, 4) / step) * step;
  for (double count = 0; count <= plot->highest; count += step)
    {
      g_autofree char *text = fw_chart_say_count (plot->language, (guint) count);
      double y = count_to_y (plot, count);

      fw_chart_add_line (plot->chart, plot->left, y, plot->right, y, count > 0 ? 1 : 1.2,
                         count > 0 ? FW_CHART_ROLE_GRID : FW_CHART_ROLE_AXIS);
      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, plot->left - 6, y - plot->line / 2, 1);
    }
  for (guint month = 0; month <= FW_TENURE_MONTHS; month += apart)
    {
      g_autofree char *text = g_strdup_printf ("%u", month);
      double x = month_to_x (plot, month);

      fw_chart_add_line (plot->chart, x, plot->bottom, x, plot->bottom + 4, 1, FW_CHART_ROLE_AXIS);
      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, x, plot->bottom + 5, 0.5);
    }
  fw_chart_add_text (plot->chart, fw_chart_say (plot->language, "满月数", "completed months"), FW_CHART_TEXT_AXIS,
                     FW_CHART_ROLE_SECOND_INK, plot->left, plot->bottom + 5 + plot->line, 0);
}

static void
add_bracket (const Plot *plot)
{
  const FwTenureHump *hump = &plot->tenure->hump;
  double left = month_to_x (plot, hump->first_month) + 1, right = month_to_x (plot, hump->first_month + hump->n_months) - 1;
  double y = plot->top - fw_chart_scale (plot->chart, 16);
  const FwChartPoint points[] = { { left, y + 5 }, { left, y }, { right, y }, { right, y + 5 } };
  g_autofree char *text = say_hump (plot->tenure, plot->language);
  FwChartBox size = fw_chart_measure (plot->chart, text, FW_CHART_TEXT_VALUE);

  fw_chart_add_path (plot->chart, points, G_N_ELEMENTS (points), 1.4, FW_CHART_ROLE_INK, FW_CHART_DASH_SOLID);
  fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK,
                     MAX (FW_CHART_PADDING, MIN (left, plot->right - size.width)), y - size.height - 3, 0);
  fw_chart_add_mark (plot->chart, (FwChartMark){ (int) hump->first_month, FW_TENURE_SERIES_HUMP },
                     (FwChartBox){ left, y - 2, right - left, 8 });
}

static void
add_bar (const Plot *plot,
         guint month)
{
  guint count = plot->tenure->months[month];
  double left = month_to_x (plot, month) + 0.8, right = month_to_x (plot, month + 1) - 0.8, y = count_to_y (plot, count);
  FwChartBox bar = { left, y, right - left, plot->bottom - y };

  if (count == 0)
    return;
  fw_chart_add_area (plot->chart, bar, is_in_hump (plot->tenure, month) ? FW_CHART_ROLE_EMPHASIS : FW_CHART_ROLE_MUTE);
  if (is_in_hump (plot->tenure, month) && bar.width >= fw_chart_scale (plot->chart, COUNTED_BAR_WIDTH))
    {
      g_autofree char *text = fw_chart_say_count (plot->language, count);
      FwChartBox size = fw_chart_measure (plot->chart, text, FW_CHART_TEXT_VALUE);

      fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_VALUE, FW_CHART_ROLE_INK, (left + right) / 2, y - size.height - 1, 0.5);
    }
}

/* So few that each stands for itself. */
static void
add_dots (const Plot *plot,
          guint month)
{
  double radius = MIN (5, (month_to_x (plot, 1) - plot->left) / 2 - 1);

  for (guint i = 0; i < plot->tenure->months[month]; i++)
    fw_chart_add_dot (plot->chart, month_to_x (plot, month + 0.5), count_to_y (plot, i + 0.5), radius, FW_CHART_ROLE_EMPHASIS);
}

static void
add_probation (const Plot *plot)
{
  guint months = plot->figures->probation_months;
  double x = month_to_x (plot, months);
  const FwChartPoint ends[] = { { x, plot->top }, { x, plot->bottom } };
  g_autofree char *text = g_strdup_printf (fw_chart_say (plot->language, "试用期最长 %u 个月", "longest probation: %u months"), months);

  if (months == 0 || months >= FW_TENURE_MONTHS)
    return;
  fw_chart_add_path (plot->chart, ends, 2, 1.2, FW_CHART_ROLE_SECOND_INK, FW_CHART_DASH_SHORT);
  fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_SECOND_INK, x + 6, plot->top + 2, 0);
}

static void
add_longer (const Plot *plot)
{
  g_autofree char *text = plot->tenure->n_longer > 0 ? say_longer (plot->tenure, plot->language) : NULL;
  FwChartBox size;
  double y = plot->bottom + 5 + plot->line;

  if (text == NULL)
    return;
  size = fw_chart_measure (plot->chart, text, FW_CHART_TEXT_AXIS);
  fw_chart_add_text (plot->chart, text, FW_CHART_TEXT_AXIS, FW_CHART_ROLE_INK, plot->right, y, 1);
  fw_chart_add_mark (plot->chart, (FwChartMark){ FW_TENURE_PLACE_LONGER, 0 },
                     (FwChartBox){ plot->right - size.width - 3, y - 1, size.width + 6, size.height + 2 });
}

static void
add_marks (const Plot *plot)
{
  for (guint month = 0; month < FW_TENURE_MONTHS; month++)
    fw_chart_add_column (plot->chart, (FwChartMark){ (int) month, FW_TENURE_SERIES_MONTH },
                         (FwChartBox){ month_to_x (plot, month), plot->top, month_to_x (plot, 1) - plot->left,
                                       plot->bottom - plot->top });
}

static double
add_nothing (const Plot *plot,
             double top)
{
  const char *nobody[] = { fw_chart_say (plot->language, "没有人离职", "Nobody left"), NULL };
  const char *few[] = { fw_chart_say (plot->language, "不足 5 人，不显示", "fewer than 5 people, not shown"), NULL };
  FwChartBox box = { FW_CHART_PADDING, top, fw_chart_get_width (plot->chart) - 2 * FW_CHART_PADDING, fw_chart_scale (plot->chart, 96) };

  if (plot->tenure->n_leavers > 0)
    fw_chart_add_hidden (plot->chart, box);
  fw_chart_add_sentence (plot->chart, box, plot->tenure->n_leavers > 0 ? few : nobody);
  return top + box.height;
}

static void
draw (Plot *plot)
{
  add_axes (plot);
  for (guint month = 0; month < FW_TENURE_MONTHS; month++)
    if (plot->tenure->n_leavers < FW_TENURE_LEAST_LEAVERS)
      add_dots (plot, month);
    else
      add_bar (plot, month);
  if (plot->tenure->has_hump)
    add_bracket (plot);
  add_marks (plot);
  add_longer (plot);
  add_probation (plot);
}

/**
 * fw_tenure_chart_layout:
 *
 * Lays out the leavers by completed months of employment, under two years one bar each, those beyond as a sentence.
 *
 * Returns: (transfer full): the chart
 */
FwChart *
fw_tenure_chart_layout (const FwTenureFigures *figures,
                        double width,
                        double text_scale,
                        PangoContext *context,
                        FwChartLanguage language)
{
  FwChart *chart = fw_chart_new_in_language (width, text_scale, context, language);
  g_auto (FwChartTexts) texts = { 0 };
  Plot plot = { .figures = figures, .tenure = figures->tenure, .chart = chart, .language = language };
  double y;

  write_texts (figures, language, &texts);
  y = fw_chart_begin_frame (chart, &texts);
  plot.line = fw_chart_measure (chart, "月M", FW_CHART_TEXT_AXIS).height;
  if (figures->tenure->n_leavers < LEAST_LEAVERS)
    {
      fw_chart_end_frame (chart, &texts, add_nothing (&plot, y));
      return chart;
    }
  plot.left = FW_CHART_PADDING + fw_chart_scale (chart, LEFT_ROOM);
  plot.right = width - FW_CHART_PADDING;
  plot.top = y + (figures->tenure->has_hump ? fw_chart_scale (chart, BRACKET_ROOM) : plot.line / 2 + 4);
  plot.bottom = plot.top + fw_chart_scale (chart, PLOT_HEIGHT);
  draw (&plot);
  fw_chart_end_frame (chart, &texts, plot.bottom + 5 + 2 * plot.line);
  return chart;
}

/**
 * fw_tenure_chart_describe_mark:
 *
 * Returns: (transfer full): a month, the months that stand out, or those who stayed longer, in words
 */
char *
fw_tenure_chart_describe_mark (const FwTenureFigures *figures,
                               FwChartMark mark,
                               FwChartLanguage language)
{
  const FwTenure *tenure = figures->tenure;
  g_autofree char *sentence = NULL;
  g_autofree char *share = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *counted = NULL;
  guint people;

  g_return_val_if_fail (mark.place >= 0 && mark.place <= FW_TENURE_PLACE_LONGER, NULL);
  if (mark.series == FW_TENURE_SERIES_HUMP)
    {
      sentence = say_hump (tenure, language);
      return g_strconcat (sentence, fw_chart_say (language, "。", "."), NULL);
    }
  if (mark.place == FW_TENURE_PLACE_LONGER)
    {
      sentence = say_longer (tenure, language);
      return g_strconcat (sentence, fw_chart_say (language, "。", "."), NULL);
    }
  people = tenure->months[mark.place];
  share = fw_chart_say_rate ((double) people / MAX (1, tenure->n_leavers));
  interval = fw_chart_say_interval (fw_interval_of_share (people, tenure->n_leavers));
  counted = fw_chart_say_persons (language, people);
  return g_strdup_printf (fw_chart_say (language, "满 %d 个月：%s，占 %s，95%% 区间 %s。", "Completed months %d: %s, %s, 95%% interval %s."),
                          mark.place, counted, share, interval);
}

/**
 * fw_tenure_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader
 */
char *
fw_tenure_chart_describe (const FwTenureFigures *figures,
                          FwChartLanguage language)
{
  g_auto (FwChartTexts) texts = { 0 };
  GString *text;

  write_texts (figures, language, &texts);
  text = g_string_new (texts.title);
  g_string_append_printf (text, fw_chart_say (language, "。%s。", ". %s. "), texts.subtitle);
  if (figures->tenure->n_leavers == 0)
    g_string_append (text, fw_chart_say (language, "没有人离职。", "Nobody left."));
  else if (figures->tenure->n_leavers < LEAST_LEAVERS)
    g_string_append (text, fw_chart_say (language, "不足 5 人，不显示。", "Fewer than 5 people, not shown."));
  else
    {
      g_autofree char *hump = figures->tenure->has_hump ? say_hump (figures->tenure, language) : NULL;
      g_autofree char *longer = say_longer (figures->tenure, language);

      if (hump != NULL)
        g_string_append_printf (text, fw_chart_say (language, "%s。", "%s. "), hump);
      g_string_append_printf (text, fw_chart_say (language, "%s。按左右键逐月查看，T 键打开表格。",
                                                  "%s. Left and right move by month, T opens the table."),
                              longer);
    }
  return g_string_free (text, FALSE);
}

/**
 * fw_tenure_chart_tabulate:
 *
 * Returns: (transfer full): a row a month and one for those who stayed longer; none where too few people stand behind them
 */
FwChartTable *
fw_tenure_chart_tabulate (const FwTenureFigures *figures,
                          FwChartLanguage language)
{
  static const char *const headings[][4] = { { "满月数", "人数", "占比", NULL }, { "Completed months", "People", "Share", NULL } };
  const FwTenure *tenure = figures->tenure;
  FwChartTable *table = fw_chart_table_new (headings[language]);

  for (guint month = 0; tenure->n_leavers >= LEAST_LEAVERS && month <= FW_TENURE_MONTHS; month++)
    {
      guint people = month < FW_TENURE_MONTHS ? tenure->months[month] : tenure->n_longer;
      char **cells = g_new0 (char *, 4);

      cells[0] = month < FW_TENURE_MONTHS ? g_strdup_printf ("%u", month)
                                          : g_strdup_printf (fw_chart_say (language, "%u 个月以上", "%u and more"), month);
      cells[1] = g_strdup_printf ("%u", people);
      cells[2] = fw_chart_say_rate ((double) people / tenure->n_leavers);
      fw_chart_table_add_row (table, (FwChartMark){ (int) month, 0 }, cells);
    }
  return table;
}
