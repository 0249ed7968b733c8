#include "core/fw-date.h"

/* All the months a date can have: whatever goes further leaves the calendar. */
#define MAX_MONTHS (9999 * 12)

/* Julian day number of the proleptic Gregorian calendar, as GDate counts. */
static guint32
to_julian (FwDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, date.month, date.year);
  return g_date_get_julian (&gdate);
}

static FwDate
from_julian (guint32 julian)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, julian);
  return (FwDate){ (gint16) g_date_get_year (&gdate), (guint8) g_date_get_month (&gdate), g_date_get_day (&gdate) };
}

/**
 * fw_date_new:
 *
 * Answers the day, or an unknown date where the calendar has no such day (2026-02-30, year outside 1 to 9999).
 */
FwDate
fw_date_new (int year,
             int month,
             int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FW_DATE_UNKNOWN;
  return (FwDate){ (gint16) year, (guint8) month, (guint8) day };
}

/**
 * fw_date_from_string:
 * @text: (nullable): an ISO 8601 day, exactly YYYY-MM-DD
 *
 * Answers the day, or an unknown date where @text is anything else. How companies write dates is the
 * importer's business, not this function's.
 */
FwDate
fw_date_from_string (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FW_DATE_UNKNOWN;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FW_DATE_UNKNOWN;
  return fw_date_new (atoi (text), atoi (text + 5), atoi (text + 8));
}

/**
 * fw_date_to_string:
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, %NULL for an unknown date
 */
char *
fw_date_to_string (FwDate date)
{
  if (!fw_date_is_known (date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

gboolean
fw_date_is_known (FwDate date)
{
  return date.year != 0;
}

/**
 * fw_date_compare:
 *
 * Orders as strcmp() does; an unknown date comes before every known one.
 */
int
fw_date_compare (FwDate a,
                 FwDate b)
{
  int left = a.year * 10000 + a.month * 100 + a.day;
  int right = b.year * 10000 + b.month * 100 + b.day;

  return (left > right) - (left < right);
}

/* The day @days later (earlier, if negative); unknown outside the years 1 to 9999. */
FwDate
fw_date_add_days (FwDate date,
                  int days)
{
  gint64 julian;

  if (!fw_date_is_known (date))
    return FW_DATE_UNKNOWN;
  julian = (gint64) to_julian (date) + days;
  if (julian < 1 || julian > to_julian (fw_date_new (9999, 12, 31)))
    return FW_DATE_UNKNOWN;
  return from_julian ((guint32) julian);
}

/**
 * fw_date_add_months:
 *
 * The corresponding day @months later (earlier, if negative); where that month has no such day, its last
 * day (Civil Code of China, Article 202; the same clamp is used everywhere in the program).
 */
FwDate
fw_date_add_months (FwDate date,
                    int months)
{
  int count, year, month, day;

  if (!fw_date_is_known (date) || months > MAX_MONTHS || months < -MAX_MONTHS)
    return FW_DATE_UNKNOWN;
  count = date.year * 12 + (date.month - 1) + months;
  if (count < 12)
    return FW_DATE_UNKNOWN;
  year = count / 12;
  month = count % 12 + 1;
  if (year > 9999)
    return FW_DATE_UNKNOWN;
  day = MIN ((int) date.day, (int) g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return fw_date_new (year, month, day);
}

/* As fw_date_add_months(), in years: 29 February becomes 28 February where the year has none. */
FwDate
fw_date_add_years (FwDate date,
                   int years)
{
  return fw_date_add_months (date, CLAMP (years, -10000, 10000) * 12);
}

/**
 * fw_date_days_between:
 *
 * Answers the days from @from to @to, @to not counted; negative where @to lies before. Both must be known.
 */
int
fw_date_days_between (FwDate from,
                      FwDate to)
{
  g_return_val_if_fail (fw_date_is_known (from) && fw_date_is_known (to), 0);
  return (int) ((gint64) to_julian (to) - (gint64) to_julian (from));
}

/**
 * fw_date_span:
 * @from: the first day that counts
 * @end: the first day that no longer counts
 *
 * Answers the whole calendar months in [@from, @end), month-ends clamped, and the days left over. A span of
 * days that both count (hired and last day) is fw_date_span (hired, last_day + 1). Zero where @end is not
 * after @from or one of them is unknown.
 */
FwSpan
fw_date_span (FwDate from,
              FwDate end)
{
  FwSpan span = { 0, 0 };

  if (!fw_date_is_known (from) || !fw_date_is_known (end) || fw_date_compare (end, from) <= 0)
    return span;
  span.months = (end.year - from.year) * 12 + end.month - from.month;
  if (fw_date_compare (fw_date_add_months (from, span.months), end) > 0)
    span.months--;
  span.days = fw_date_days_between (fw_date_add_months (from, span.months), end);
  return span;
}

/* The last day of the month of @date. */
FwDate
fw_date_month_end (FwDate date)
{
  if (!fw_date_is_known (date))
    return FW_DATE_UNKNOWN;
  return fw_date_new (date.year, date.month, g_date_get_days_in_month (date.month, (GDateYear) date.year));
}

/**
 * fw_date_weekday:
 *
 * Answers 1 for Monday to 7 for Sunday, 0 for an unknown date.
 */
int
fw_date_weekday (FwDate date)
{
  return fw_date_is_known (date) ? (int) ((to_julian (date) - 1) % 7) + 1 : 0;
}

/**
 * fw_date_today:
 * @zone: the store's time zone
 *
 * Reads the clock. Only main.c, the command line and departure/ call it; everything below takes the date as
 * a parameter.
 */
FwDate
fw_date_today (GTimeZone *zone)
{
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return fw_date_new (year, month, day);
}
