#include "charts/fw-chart-words.h"

#include <math.h>

static const char *const english_months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const english_months_long[] = { "January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December" };

/* "zh" is Chinese, everything else English. */
FwChartLanguage
fw_chart_language_from_name (const char *name)
{
  return g_strcmp0 (name, "zh") == 0 ? FW_CHART_CHINESE : FW_CHART_ENGLISH;
}

const char *
fw_chart_say (FwChartLanguage language,
              const char *zh,
              const char *en)
{
  return language == FW_CHART_CHINESE ? zh : en;
}

/* Returns: (transfer full): a count with its thousands, "5,214" */
char *
fw_chart_say_count (FwChartLanguage language,
                    guint count)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  GString *text = g_string_new (digits);

  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): "5,214 人", or the number alone in English, where the words around it say of what */
char *
fw_chart_say_people (FwChartLanguage language,
                     guint count)
{
  g_autofree char *digits = fw_chart_say_count (language, count);

  return language == FW_CHART_CHINESE ? g_strdup_printf ("%s 人", digits) : g_steal_pointer (&digits);
}

/* Returns: (transfer full): "5,214 人", "5,214 people", "1 person" */
char *
fw_chart_say_persons (FwChartLanguage language,
                      guint count)
{
  g_autofree char *digits = fw_chart_say_count (language, count);

  return g_strdup_printf (fw_chart_say (language, "%s 人", count == 1 ? "%s person" : "%s people"), digits);
}

/* Digits without the sign: one decimal under ten per cent as rounded, none from there on. */
static char *
say_percent (double rate)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double percent = floor (rate * 1000 + 0.5) / 10;

  if (rate == 0)
    return g_strdup ("0");
  g_ascii_formatd (digits, sizeof digits, percent < 10 ? "%.1f" : "%.0f", percent < 10 ? percent : floor (rate * 100 + 0.5));
  return g_strdup (digits);
}

/* Returns: (transfer full): "4.9%", "27%", "0%" where it is exactly nothing */
char *
fw_chart_say_rate (double rate)
{
  g_autofree char *digits = say_percent (rate);

  return g_strconcat (digits, "%", NULL);
}

/* Returns: (transfer full): "4.3–5.5%" */
char *
fw_chart_say_interval (FwInterval interval)
{
  g_autofree char *low = say_percent (interval.low);
  g_autofree char *high = say_percent (interval.high);

  return g_strdup_printf ("%s–%s%%", low, high);
}

/* Returns: (transfer full): as on an axis, "2014-12", "Dec 2014" */
char *
fw_chart_say_month (FwChartLanguage language,
                    FwDate month)
{
  return language == FW_CHART_CHINESE ? g_strdup_printf ("%d-%02d", month.year, month.month)
                                      : g_strdup_printf ("%s %d", english_months[month.month - 1], month.year);
}

/* Returns: (transfer full): as in a sentence, "2014 年 12 月", "December 2014" */
char *
fw_chart_say_month_long (FwChartLanguage language,
                         FwDate month)
{
  return language == FW_CHART_CHINESE ? g_strdup_printf ("%d 年 %d 月", month.year, month.month)
                                      : g_strdup_printf ("%s %d", english_months_long[month.month - 1], month.year);
}

/* Returns: (transfer full): "2015-12-31", "31 Dec 2015" */
char *
fw_chart_say_day (FwChartLanguage language,
                  FwDate day)
{
  return language == FW_CHART_CHINESE
           ? fw_date_to_string (day)
           : g_strdup_printf ("%d %s %d", day.day, english_months[day.month - 1], day.year);
}

/* Returns: (transfer full): "2013-01 至 2015-12"; a last month that is not over is said by its day */
char *
fw_chart_say_period (FwChartLanguage language,
                     FwDate from,
                     FwDate until)
{
  gboolean whole = fw_date_compare (until, fw_date_month_end (until)) == 0;
  g_autofree char *first = fw_chart_say_month (language, from);
  g_autofree char *last = whole ? fw_chart_say_month (language, until) : fw_chart_say_day (language, until);

  return g_strdup_printf (language == FW_CHART_CHINESE ? "%s 至 %s" : "%s – %s", first, last);
}

const char *
fw_chart_say_group (FwChartLanguage language,
                    FwLeavingGroup group)
{
  static const char *const names[FW_N_LEAVING_GROUPS][2] = {
    [FW_LEAVING_VOLUNTARY] = { "主动", "voluntary" },
    [FW_LEAVING_OTHER] = { "退休及其他", "retired, other" },
    [FW_LEAVING_INVOLUNTARY] = { "被动", "involuntary" },
    [FW_LEAVING_UNKNOWN] = { "方式未记录", "kind not on record" },
  };

  return names[group][language];
}

const char *
fw_chart_say_kind (FwChartLanguage language,
                   FwLeavingKind kind)
{
  static const char *const names[FW_N_LEAVING_KINDS][2] = {
    [FW_LEAVING_KIND_RESIGNATION] = { "辞职", "resigned" },
    [FW_LEAVING_KIND_MUTUAL] = { "协商解除", "agreed" },
    [FW_LEAVING_KIND_DISMISSAL] = { "辞退", "dismissed" },
    [FW_LEAVING_KIND_REDUNDANCY] = { "裁员", "laid off" },
    [FW_LEAVING_KIND_EXPIRY] = { "合同到期", "contract expired" },
    [FW_LEAVING_KIND_RETIREMENT] = { "退休", "retired" },
    [FW_LEAVING_KIND_OTHER] = { "其他", "other" },
    [FW_LEAVING_KIND_UNKNOWN] = { "方式未记录", "kind not on record" },
  };

  return names[kind][language];
}

/* Ends a caption with the day on which the chart was made, where that is known. */
void
fw_chart_say_made (FwChartLanguage language,
                   FwDate made,
                   GString *caption)
{
  g_autofree char *day = fw_date_is_known (made) ? fw_chart_say_day (language, made) : NULL;

  if (day != NULL)
    g_string_append_printf (caption, fw_chart_say (language, "制图日期：%s。", "Made on %s. "), day);
  while (caption->len > 0 && caption->str[caption->len - 1] == ' ')
    g_string_truncate (caption, caption->len - 1);
}
