#include "charts/fw-turnover-chart-private.h"

#include <math.h>

/* A year ends with each month: one month stands out where it has more than this part of the year's leavers. */
#define STANDS_OUT (1.0 / 3)
#define STANDS_OUT_LEAST 10

guint
_fw_turnover_count_series (const FwTurnoverMonth *month,
                           int series)
{
  switch (series)
    {
    case FW_TURNOVER_SERIES_VOLUNTARY:
      return month->left[FW_LEAVING_VOLUNTARY];
    case FW_TURNOVER_SERIES_OTHER:
      return month->left[FW_LEAVING_OTHER] + month->left[FW_LEAVING_UNKNOWN];
    case FW_TURNOVER_SERIES_INVOLUNTARY:
      return month->left[FW_LEAVING_INVOLUNTARY];
    case FW_TURNOVER_SERIES_ALL:
    default:
      return fw_turnover_count (month, FW_TURNOVER_ALL);
    }
}

/* How many of the series left from the month @first on. */
guint
_fw_turnover_sum_series (const FwTurnover *turnover,
                         guint first,
                         int series)
{
  guint sum = 0;

  for (guint i = first; i < fw_turnover_get_n_months (turnover); i++)
    sum += _fw_turnover_count_series (fw_turnover_get_month (turnover, i), series);
  return sum;
}

/* The interval is that of the leavers of the series together. */
gboolean
_fw_turnover_rolling_series (const FwTurnover *turnover,
                             guint index,
                             int series,
                             FwRate *rate)
{
  FwRate unknown;

  switch (series)
    {
    case FW_TURNOVER_SERIES_VOLUNTARY:
      return fw_turnover_rolling (turnover, index, FW_LEAVING_VOLUNTARY, rate);
    case FW_TURNOVER_SERIES_INVOLUNTARY:
      return fw_turnover_rolling (turnover, index, FW_LEAVING_INVOLUNTARY, rate);
    case FW_TURNOVER_SERIES_OTHER:
      if (!fw_turnover_rolling (turnover, index, FW_LEAVING_OTHER, rate) ||
          !fw_turnover_rolling (turnover, index, FW_LEAVING_UNKNOWN, &unknown))
        return FALSE;
      rate->leavers += unknown.leavers;
      rate->rate += unknown.rate;
      if (!rate->hidden && rate->average > 0)
        {
          rate->interval = fw_interval_of_count (rate->leavers);
          rate->interval.low /= rate->average;
          rate->interval.high /= rate->average;
        }
      return TRUE;
    case FW_TURNOVER_SERIES_ALL:
    default:
      return fw_turnover_rolling (turnover, index, FW_TURNOVER_ALL, rate);
    }
}

static guint
sum_kind (const FwTurnover *turnover,
          guint first,
          FwLeavingKind kind)
{
  guint sum = 0;

  for (guint i = first; i < fw_turnover_get_n_months (turnover); i++)
    sum += fw_turnover_get_month (turnover, i)->kinds[kind];
  return sum;
}

/* Returns: (transfer full): what a series is called; the others by what they are where they are all of one kind */
char *
_fw_turnover_name_series (const FwTurnover *turnover,
                          guint first,
                          int series,
                          FwChartLanguage language)
{
  guint others = _fw_turnover_sum_series (turnover, first, FW_TURNOVER_SERIES_OTHER);
  guint unknown = 0;

  for (guint i = first; i < fw_turnover_get_n_months (turnover); i++)
    unknown += fw_turnover_get_month (turnover, i)->left[FW_LEAVING_UNKNOWN];
  if (series == FW_TURNOVER_SERIES_ALL)
    return g_strdup (fw_chart_say (language, "全部", "all"));
  if (series == FW_TURNOVER_SERIES_VOLUNTARY)
    return g_strdup (fw_chart_say_group (language, FW_LEAVING_VOLUNTARY));
  if (series == FW_TURNOVER_SERIES_INVOLUNTARY)
    return g_strdup (fw_chart_say_group (language, FW_LEAVING_INVOLUNTARY));
  if (others == sum_kind (turnover, first, FW_LEAVING_KIND_RETIREMENT))
    return g_strdup (fw_chart_say_kind (language, FW_LEAVING_KIND_RETIREMENT));
  if (others == unknown)
    return g_strdup (fw_chart_say (language, "未记录", "not on record"));
  return g_strdup (unknown > 0 ? fw_chart_say (language, "其他及未记录", "other, unknown")
                               : fw_chart_say_group (language, FW_LEAVING_OTHER));
}

/* The month shown with most of the leavers of the year that ends with it, where that is more than a third and the rate
 * rose by it beyond chance. */
static gboolean
find_month_that_stands_out (const FwTurnover *turnover,
                            guint first,
                            guint *found)
{
  double most = STANDS_OUT;
  gboolean any = FALSE;

  for (guint i = MAX (first, 1); i < fw_turnover_get_n_months (turnover); i++)
    {
      guint count = fw_turnover_count (fw_turnover_get_month (turnover, i), FW_TURNOVER_ALL);
      FwRate year, before;

      if (count >= STANDS_OUT_LEAST && fw_turnover_rolling (turnover, i, FW_TURNOVER_ALL, &year) && !year.hidden &&
          fw_turnover_rolling (turnover, i - 1, FW_TURNOVER_ALL, &before) && !before.hidden &&
          before.rate < year.interval.low && count > most * year.leavers)
        {
          most = (double) count / year.leavers;
          *found = i;
          any = TRUE;
        }
    }
  return any;
}

static char *
write_month_title (const FwTurnover *turnover,
                   guint index,
                   FwChartLanguage language)
{
  const FwTurnoverMonth *month = fw_turnover_get_month (turnover, index);
  guint last = fw_turnover_get_n_months (turnover) - 1, all = fw_turnover_count (month, FW_TURNOVER_ALL);
  gboolean laid_off = month->kinds[FW_LEAVING_KIND_REDUNDANCY] * 2 > all;
  guint people = laid_off ? month->kinds[FW_LEAVING_KIND_REDUNDANCY] : all;
  g_autofree char *when = fw_chart_say_month_long (language, month->month);
  g_autofree char *count = fw_chart_say_count (language, people);
  g_autofree char *rate_before = NULL;
  g_autofree char *rate_then = NULL;
  g_autofree char *rate_now = NULL;
  g_autofree char *now = NULL;
  FwRate before, then, end;

  fw_turnover_rolling (turnover, index - 1, FW_TURNOVER_ALL, &before);
  fw_turnover_rolling (turnover, index, FW_TURNOVER_ALL, &then);
  fw_turnover_rolling (turnover, last, FW_TURNOVER_ALL, &end);
  rate_before = fw_chart_say_rate (before.rate);
  rate_then = fw_chart_say_rate (then.rate);
  rate_now = fw_chart_say_rate (end.rate);
  if (index < last && !end.hidden)
    now = g_strdup_printf (fw_chart_say (language, "，现为 %s", "; now it is %s"), rate_now);
  if (language == FW_CHART_CHINESE)
    return g_strdup_printf ("%s%s %s 人，滚动离职率由 %s 跳到 %s%s", when, laid_off ? "裁员" : "离职", count, rate_before,
                            rate_then, now != NULL ? now : "");
  return g_strdup_printf ("%s %s in %s took turnover from %s to %s%s", count, laid_off ? "layoffs" : "leavers", when,
                          rate_before, rate_then, now != NULL ? now : "");
}

/* More or fewer than a year before, where the interval of now does not hold the rate of then. */
static char *
write_change_title (const FwTurnover *turnover,
                    FwChartLanguage language)
{
  guint last = fw_turnover_get_n_months (turnover) - 1;
  g_autofree char *rate_then = NULL;
  g_autofree char *rate_now = NULL;
  FwRate now, then;

  if (last < 12 || !fw_turnover_rolling (turnover, last, FW_TURNOVER_ALL, &now) || now.hidden ||
      !fw_turnover_rolling (turnover, last - 12, FW_TURNOVER_ALL, &then) || then.hidden ||
      (then.rate >= now.interval.low && then.rate <= now.interval.high))
    return NULL;
  rate_then = fw_chart_say_rate (then.rate);
  rate_now = fw_chart_say_rate (now.rate);
  if (now.rate > then.rate)
    return g_strdup_printf (fw_chart_say (language, "一年里，滚动离职率由 %s 升到 %s", "Turnover rose within a year from %s to %s"),
                            rate_then, rate_now);
  return g_strdup_printf (fw_chart_say (language, "一年里，滚动离职率由 %s 降到 %s", "Turnover fell within a year from %s to %s"),
                          rate_then, rate_now);
}

static char *
write_title (const FwTurnover *turnover,
             guint first,
             FwChartLanguage language)
{
  guint n = fw_turnover_get_n_months (turnover) - first, month;
  char *title;

  if (find_month_that_stands_out (turnover, first, &month))
    return write_month_title (turnover, month, language);
  title = write_change_title (turnover, language);
  if (title != NULL)
    return title;
  if (n >= 24 && n % 12 == 0)
    return language == FW_CHART_CHINESE ? g_strdup_printf ("这 %u 年，离职率有没有变化？", n / 12)
                                        : g_strdup_printf ("Has turnover changed in these %u years?", n / 12);
  return g_strdup (fw_chart_say (language, "离职率有没有变化？", "Has turnover changed?"));
}

static gboolean
has_rolling (const FwTurnover *turnover,
             guint first)
{
  FwRate rate;

  for (guint i = first; i < fw_turnover_get_n_months (turnover); i++)
    if (fw_turnover_rolling (turnover, i, FW_TURNOVER_ALL, &rate))
      return TRUE;
  return FALSE;
}

static char *
write_subtitle (const FwTurnoverFigures *figures,
                guint first,
                FwChartLanguage language)
{
  const FwTurnover *turnover = figures->turnover;
  g_autofree char *period = fw_chart_say_period (language, fw_turnover_get_month (turnover, first)->month,
                                                 fw_turnover_get_until (turnover));
  const char *upper = has_rolling (turnover, first)
                        ? fw_chart_say (language, "上：滚动 12 个月离职率与 95% 区间；", "Above: rolling 12-month rate with its 95% interval. ")
                        : fw_chart_say (language, "上：各月离职率（折合全年）与 95% 区间；",
                                        "Above: monthly rate made annual, with its 95% interval. ");
  const char *lower = fw_chart_say (language, "下：每月离职人数。", "Below: leavers per month. ");

  return g_strdup_printf ("%s%s%s%s%s", upper, lower, figures->scope != NULL ? figures->scope : "",
                          figures->scope != NULL ? fw_chart_say (language, "，", ", ") : "", period);
}

static void
write_groups (const FwTurnover *turnover,
              guint first,
              FwChartLanguage language,
              GString *caption)
{
  if (_fw_turnover_sum_series (turnover, first, FW_TURNOVER_SERIES_VOLUNTARY) > 0)
    g_string_append (caption, fw_chart_say (language, "主动：辞职、员工提出的协商、员工不肯续签；",
                                            "Voluntary: resignation, agreement the employee proposed, renewal declined. "));
  if (_fw_turnover_sum_series (turnover, first, FW_TURNOVER_SERIES_INVOLUNTARY) > 0)
    g_string_append (caption, fw_chart_say (language, "被动：辞退、裁员、公司提出的协商、公司不续签；",
                                            "Involuntary: dismissal, layoff, agreement the employer proposed, contract not renewed. "));
  g_string_append (caption, fw_chart_say (language, "退休、身故、集团内调动单列。", "Retirement, death and transfers apart. "));
}

static void
write_average (const FwTurnover *turnover,
               FwChartLanguage language,
               GString *caption)
{
  guint last = fw_turnover_get_n_months (turnover) - 1;
  g_autofree char *average = NULL;
  FwRate rate = { 0 };

  if (!fw_turnover_rolling (turnover, last, FW_TURNOVER_ALL, &rate))
    rate = fw_turnover_rate (turnover, last, 1, FW_TURNOVER_ALL);
  average = rate.hidden ? g_strdup_printf ("<%d", FW_TURNOVER_LEAST_PEOPLE)
                        : fw_chart_say_count (language, (guint) floor (rate.average + 0.5));
  g_string_append_printf (caption, fw_chart_say (language, "平均 %s 人。", "Average headcount %s. "), average);
}

static char *
write_caption (const FwTurnoverFigures *figures,
               guint first,
               gboolean has_cut_bars,
               FwChartLanguage language)
{
  const FwTurnover *turnover = figures->turnover;
  GString *caption = g_string_new (
    has_rolling (turnover, first)
      ? fw_chart_say (language, "离职率 = 近 12 个月离职人数 ÷ 同期 12 个月平均人数的均值，月平均 =（月初 + 月末）÷ 2。",
                      "Rate = leavers in 12 months ÷ mean of the 12 monthly average headcounts, each (opening + closing) ÷ 2. ")
      : fw_chart_say (language, "离职率 = 当月离职人数 × 12 ÷ 月平均人数，月平均 =（月初 + 月末）÷ 2。离职记录还不满 12 个月，不画滚动线。",
                      "Rate = leavers of the month × 12 ÷ average headcount, (opening + closing) ÷ 2. Leavings are on record for "
                      "less than 12 months, so there is no rolling line. "));

  write_groups (turnover, first, language, caption);
  write_average (turnover, language, caption);
  if (figures->n_one_day > 0)
    {
      g_autofree char *month = fw_chart_say_month (language, figures->one_day);

      g_string_append_printf (caption,
                              fw_chart_say (language, "其中 %s 的一次决定涉及 %u 人，区间不含此类决定的不确定性。",
                                            "One decision in %s covers %u people; the interval does not cover that. "),
                              month, figures->n_one_day);
    }
  if (has_cut_bars)
    g_string_append (caption, fw_chart_say (language, "折断的柱以数字为准。", "Read cut bars by their number. "));
  if (fw_turnover_get_last_is_partial (turnover))
    {
      g_autofree char *day = fw_chart_say_day (language, fw_turnover_get_until (turnover));

      g_string_append_printf (caption, fw_chart_say (language, "最后一个月截至 %s。", "The last month is up to %s. "), day);
    }
  if (figures->n_undated > 0)
    g_string_append_printf (caption,
                            fw_chart_say (language, "另有 %u 人的入职或离职日期没有记录，未计入。",
                                          "Left out, as when they came or left is not on record: %u. "),
                            figures->n_undated);
  fw_chart_say_made (language, figures->made, caption);
  return g_string_free (caption, FALSE);
}

/* Fills the texts around the plot, for the months from @first on: a title is found in what is shown. */
void
_fw_turnover_write (const FwTurnoverFigures *figures,
                    guint first,
                    gboolean has_cut_bars,
                    FwChartLanguage language,
                    FwChartTexts *texts)
{
  texts->title = write_title (figures->turnover, first, language);
  texts->subtitle = write_subtitle (figures, first, language);
  texts->caption = write_caption (figures, first, has_cut_bars, language);
}

static void
describe_kinds (const FwTurnoverMonth *month,
                FwChartLanguage language,
                GString *text)
{
  for (int kind = 0; kind < FW_N_LEAVING_KINDS; kind++)
    if (month->kinds[kind] > 0)
      g_string_append_printf (text, fw_chart_say (language, "，%s %u", ", %2$u %1$s"), fw_chart_say_kind (language, kind),
                              month->kinds[kind]);
}

static void
describe_rate (const FwRate *rate,
               FwChartLanguage language,
               GString *text)
{
  g_autofree char *value = fw_chart_say_rate (rate->rate);
  g_autofree char *interval = fw_chart_say_interval (rate->interval);

  if (rate->hidden)
    g_string_append_printf (text, fw_chart_say (language, "；平均不足 %d 人，离职率不显示", "; fewer than %d people, rate not shown"),
                            FW_TURNOVER_LEAST_PEOPLE);
  else
    g_string_append_printf (text, fw_chart_say (language, "；滚动离职率 %s，95%% 区间 %s", "; rolling rate %s, 95%% interval %s"),
                            value, interval);
}

/**
 * fw_turnover_chart_describe_mark:
 *
 * Returns: (transfer full): a month, or one series of it, in words
 */
char *
fw_turnover_chart_describe_mark (const FwTurnoverFigures *figures,
                                 FwChartMark mark,
                                 FwChartLanguage language)
{
  const FwTurnoverMonth *month;
  g_autofree char *when = NULL;
  GString *text;
  FwRate rate;

  g_return_val_if_fail (mark.place >= 0 && (guint) mark.place < fw_turnover_get_n_months (figures->turnover), NULL);
  month = fw_turnover_get_month (figures->turnover, (guint) mark.place);
  when = fw_chart_say_month_long (language, month->month);
  text = g_string_new (when);
  if (mark.series == FW_TURNOVER_SERIES_ALL)
    {
      g_string_append_printf (text, fw_chart_say (language, "：离职 %u 人", ": %u left"),
                              fw_turnover_count (month, FW_TURNOVER_ALL));
      describe_kinds (month, language, text);
    }
  else
    {
      g_autofree char *name = _fw_turnover_name_series (figures->turnover, 0, mark.series, language);

      g_string_append_printf (text, fw_chart_say (language, "：%s %u 人", ": %s %u"), name,
                              _fw_turnover_count_series (month, mark.series));
    }
  if (_fw_turnover_rolling_series (figures->turnover, (guint) mark.place, mark.series, &rate))
    describe_rate (&rate, language, text);
  g_string_append (text, fw_chart_say (language, "。", "."));
  return g_string_free (text, FALSE);
}

/**
 * fw_turnover_chart_describe:
 *
 * Returns: (transfer full): the chart in words for a screen reader: title, what and of whom, the latest, the highest
 */
char *
fw_turnover_chart_describe (const FwTurnoverFigures *figures,
                            FwChartLanguage language)
{
  const FwTurnover *turnover = figures->turnover;
  guint last = fw_turnover_get_n_months (turnover) - 1, highest = 0;
  g_auto (FwChartTexts) texts = { 0 };
  g_autofree char *latest = fw_turnover_chart_describe_mark (figures, (FwChartMark){ (int) last, 0 }, language);
  GString *text;
  double most = -1;
  FwRate rate;

  _fw_turnover_write (figures, 0, FALSE, language, &texts);
  text = g_string_new (texts.title);
  g_string_append_printf (text, fw_chart_say (language, "。%s。%s", ". %s. %s"), texts.subtitle, latest);
  for (guint i = 0; i <= last; i++)
    if (fw_turnover_rolling (turnover, i, FW_TURNOVER_ALL, &rate) && !rate.hidden && rate.rate > most)
      {
        most = rate.rate;
        highest = i;
      }
  if (most >= 0)
    {
      g_autofree char *value = fw_chart_say_rate (most);
      g_autofree char *when = fw_chart_say_month_long (language, fw_turnover_get_month (turnover, highest)->month);

      g_string_append_printf (text, fw_chart_say (language, "最高 %s，%s。", " Highest %s, %s."), value, when);
    }
  g_string_append (text, fw_chart_say (language, "按左右键逐月查看，T 键打开表格。", " Left and right move by month, T opens the table."));
  return g_string_free (text, FALSE);
}

/* A headcount so small that no rate is shown of it says no more than that it is. */
static char *
say_headcount (guint count)
{
  return count < FW_TURNOVER_LEAST_PEOPLE ? g_strdup_printf ("<%d", FW_TURNOVER_LEAST_PEOPLE) : g_strdup_printf ("%u", count);
}

static char **
month_cells (const FwTurnover *turnover,
             guint index,
             gboolean moves,
             FwChartLanguage language)
{
  const FwTurnoverMonth *month = fw_turnover_get_month (turnover, index);
  const guint counts[] = { month->opening, month->joined, month->moved_in, fw_turnover_count (month, FW_TURNOVER_ALL),
                           month->left[FW_LEAVING_VOLUNTARY], month->left[FW_LEAVING_OTHER],
                           month->left[FW_LEAVING_INVOLUNTARY], month->left[FW_LEAVING_UNKNOWN], month->left_apart,
                           month->moved_out, month->closing };
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *when = fw_chart_say_month (language, month->month);
  const char *hidden = fw_chart_say (language, "不足 10 人，不显示", "fewer than 10 people, not shown");
  FwRate rate;

  g_strv_builder_add (cells, when);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gboolean heads = i == 0 || i == G_N_ELEMENTS (counts) - 1;
      g_autofree char *count = heads ? say_headcount (counts[i]) : g_strdup_printf ("%u", counts[i]);

      if (moves || (i != 2 && i != 8 && i != 9))
        g_strv_builder_add (cells, count);
    }
  if (!fw_turnover_rolling (turnover, index, FW_TURNOVER_ALL, &rate))
    g_strv_builder_add_many (cells, "", "", NULL);
  else if (rate.hidden)
    g_strv_builder_add_many (cells, hidden, hidden, NULL);
  else
    {
      g_autofree char *value = fw_chart_say_rate (rate.rate);
      g_autofree char *interval = fw_chart_say_interval (rate.interval);

      g_strv_builder_add_many (cells, value, interval, NULL);
    }
  return g_strv_builder_end (cells);
}

/**
 * fw_turnover_chart_tabulate:
 *
 * Returns: (transfer full): all months of the period; an empty rate was not on record
 */
FwChartTable *
fw_turnover_chart_tabulate (const FwTurnoverFigures *figures,
                            FwChartLanguage language)
{
  static const char *const headings[][2] = {
    { "月份", "Month" },         { "月初人数", "Opening" },  { "入职", "Joined" },          { "调入", "Moved in" },
    { "离职", "Left" },          { "主动", "Voluntary" },    { "退休及其他", "Retired, other" }, { "被动", "Involuntary" },
    { "方式未记录", "Kind not on record" }, { "未选的离职", "Left otherwise" }, { "调出", "Moved out" },
    { "月末人数", "Closing" },   { "滚动离职率", "Rolling rate" }, { "95% 区间", "95% interval" },
  };
  const FwTurnover *turnover = figures->turnover;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean moves = FALSE;
  FwChartTable *table;

  for (guint i = 0; i < fw_turnover_get_n_months (turnover); i++)
    {
      const FwTurnoverMonth *month = fw_turnover_get_month (turnover, i);

      moves = moves || month->moved_in > 0 || month->moved_out > 0 || month->left_apart > 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (moves || (i != 3 && i != 9 && i != 10))
      g_ptr_array_add (names, (gpointer) headings[i][language]);
  g_ptr_array_add (names, NULL);
  table = fw_chart_table_new ((const char *const *) names->pdata);
  for (guint i = 0; i < fw_turnover_get_n_months (turnover); i++)
    fw_chart_table_add_row (table, (FwChartMark){ (int) i, 0 }, month_cells (turnover, i, moves, language));
  return table;
}
