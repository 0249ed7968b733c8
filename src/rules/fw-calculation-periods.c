/* Days, and the stretches between them. */
#include "facts/fw-calendar.h"
#include "rules/fw-pack-private.h"

#include <string.h>

static const FwValue unknown = { 0 };

static gboolean
date_slot (FwRun *run,
           FwStep *step,
           guint slot,
           FwDate *date)
{
  g_auto (FwValue) value = _fw_run_slot (run, step, slot);

  *date = value.kind == FW_VALUE_DATE ? value.date : FW_DATE_UNKNOWN;
  return fw_date_is_known (*date);
}

/* [from, end) as whole months and days; an end that lies before the start is a mistake and unknown. */
static FwValue
service_between (FwDate from,
                 FwDate end,
                 int plus_months)
{
  FwValue value = { 0 };
  FwSpan span = fw_date_span (from, end);

  value.kind = FW_VALUE_SERVICE;
  value.service.from = from;
  value.service.end = end;
  value.service.months = span.months + plus_months;
  value.service.days = span.days;
  return value;
}

/* The time from one day to another, as whole months and days: from the later of "from" and "since" to the
 * earlier of "to" and "before". */
FwValue
_fw_step_service (FwRun *run,
                  FwStep *step)
{
  g_auto (FwValue) plus = _fw_run_slot (run, step, 4);
  FwDate from, end, since, before;
  int plus_months = 0;

  if (!date_slot (run, step, 0, &from) || !date_slot (run, step, 1, &end))
    return unknown;
  if (step->slots[4].kind != FW_OPERAND_NONE && plus.kind != FW_VALUE_NUMBER)
    return unknown;
  if (plus.kind == FW_VALUE_NUMBER)
    plus_months = (int) CLAMP (fw_number_to_int (plus.number), 0, 1200);
  if (step->include_end)
    end = fw_date_add_days (end, 1);
  if (!fw_date_is_known (end)) /* the last day of the calendar has no next one */
    return unknown;
  if (fw_date_compare (end, from) < 0)
    {
      /* The two days stand the wrong way round: that is said, and nothing is reckoned from them. */
      _fw_scope_ask (_fw_run_scope (run), step->id, (FwText){ "日期前后颠倒，请核对", "the days are in the wrong order" }, "fact");
      return unknown;
    }
  if (step->slots[2].kind != FW_OPERAND_NONE)
    {
      if (!date_slot (run, step, 2, &since))
        return unknown;
      from = fw_date_compare (since, from) > 0 ? since : from;
    }
  if (step->slots[3].kind != FW_OPERAND_NONE)
    {
      if (!date_slot (run, step, 3, &before))
        return unknown;
      end = fw_date_compare (before, end) < 0 ? before : end;
    }
  return service_between (from, fw_date_compare (end, from) < 0 ? from : end, plus_months);
}

static int
days_of (const FwService *service)
{
  return fw_date_days_between (service->from, service->end);
}

/* Whole units, and what is left over as months and days (days only, for units of days). */
static int
split_service (const FwService *service,
               const char *unit,
               int *rest_months,
               int *rest_days)
{
  const char *units[] = { "months", "quarters", "half-years", "years" };
  const int lengths[] = { 1, 3, 6, 12 };

  *rest_months = 0;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i]) == 0)
      {
        *rest_months = service->months % lengths[i];
        *rest_days = service->days;
        return service->months / lengths[i];
      }
  if (strcmp (unit, "half-months") == 0)
    {
      *rest_days = service->days < 15 ? service->days : service->days - 15;
      return service->months * 2 + (service->days < 15 ? 0 : 1);
    }
  if (strcmp (unit, "weeks") == 0)
    {
      *rest_days = days_of (service) % 7;
      return days_of (service) / 7;
    }
  *rest_days = 0;
  return days_of (service);
}

/* Does the rest reach the edge: as months and days where that is how it is left, else as days. */
static gboolean
remainder_holds (const FwRemainder *remainder,
                 int rest_months,
                 int rest_days,
                 int all_days)
{
  int order, days = remainder->unit == 'w' ? remainder->amount * 7 : remainder->amount;

  if (remainder->unit == 'm')
    order = rest_months != remainder->amount ? rest_months - remainder->amount : rest_days;
  else if (rest_months > 0)
    order = all_days - days;
  else
    order = rest_days - days;
  switch (remainder->edge)
    {
    case FW_EDGE_AT_LEAST:
      return order >= 0;
    case FW_EDGE_MORE_THAN:
      return order > 0;
    case FW_EDGE_LESS_THAN:
      return order < 0 && (rest_months > 0 || rest_days > 0);
    case FW_EDGE_UP_TO:
      return order <= 0 && (rest_months > 0 || rest_days > 0);
    case FW_EDGE_NONE:
    default:
      return FALSE;
    }
}

/* The days from the last whole unit to the end of the service. */
static int
days_left (const FwService *service,
           int rest_months)
{
  FwDate last_whole = fw_date_add_months (service->from, MAX (fw_date_span (service->from, service->end).months - rest_months, 0));

  return fw_date_days_between (last_whole, service->end);
}

static FwNumber *
prorata (const FwRemainder *remainder,
         const FwService *service,
         int rest_months,
         int rest_days)
{
  g_autoptr (FwNumber) denominator = NULL;
  g_autoptr (FwNumber) rest = NULL;
  int left = days_left (service, rest_months);

  if (remainder->prorata_months)
    {
      denominator = fw_number_new (12);
      rest = fw_number_new (rest_months);
    }
  else
    {
      FwDate start = fw_date_add_days (service->end, -left);

      denominator = remainder->denominator != NULL ? fw_number_ref (remainder->denominator)
                                                   : fw_number_new (fw_date_days_between (start, fw_date_add_years (start, 1)));
      rest = fw_number_new (left);
    }
  return fw_number_divide (rest, denominator);
}

static FwValue
count_service (FwStep *step,
               const FwService *service)
{
  int rest_months, rest_days;
  int whole = split_service (service, step->unit, &rest_months, &rest_days);
  g_autoptr (FwNumber) count = fw_number_new (whole);

  for (guint i = 0; i < step->remainders->len; i++)
    {
      FwRemainder *remainder = g_ptr_array_index (step->remainders, i);
      g_autoptr (FwNumber) part = NULL;

      if (remainder->edge == FW_EDGE_NONE)
        part = prorata (remainder, service, rest_months, rest_days);
      else if (remainder_holds (remainder, rest_months, rest_days, days_left (service, rest_months)))
        part = fw_number_ref (remainder->counts);
      if (part != NULL)
        return fw_value_new_number (fw_number_add (count, part));
    }
  return fw_value_new_number (g_steal_pointer (&count));
}

/* From one day to another, also backwards, where the unit can say so. */
static FwValue
count_between (FwRun *run,
               FwStep *step)
{
  FwDate from, to;
  FwValue service;

  if (!date_slot (run, step, 1, &from) || !date_slot (run, step, 2, &to))
    return unknown;
  if (strcmp (step->unit, "working-days") == 0 || strcmp (step->unit, "weekdays") == 0)
    {
      /* With both ends the first day is one of them: the calendar counts those after it. Weekdays know no holiday. */
      FwFacts *holidays = strcmp (step->unit, "weekdays") == 0 ? NULL : _fw_run_scope (run)->facts;
      FwDate after = step->include_end ? fw_date_add_days (from, -1) : from;
      int count = fw_calendar_working_days (holidays, after, to);

      return count >= 0 ? fw_value_new_whole (count) : unknown;
    }
  if (step->include_end)
    to = fw_date_add_days (to, 1);
  if (!fw_date_is_known (to))
    return unknown;
  if (strcmp (step->unit, "days") == 0)
    return fw_value_new_whole (fw_date_days_between (from, to));
  if (fw_date_compare (to, from) < 0)
    {
      service = service_between (to, from, 0);
      service = count_service (step, &service.service);
      if (service.kind == FW_VALUE_NUMBER)
        {
          g_autoptr (FwNumber) zero = fw_number_new (0);
          g_autoptr (FwNumber) positive = service.number;

          service.number = fw_number_subtract (zero, positive);
        }
      return service;
    }
  service = service_between (from, to, 0);
  return count_service (step, &service.service);
}

/* A service in units of its own (years, months, weeks …), its rest by the first remainder that holds; or what
 * lies between two days. */
FwValue
_fw_step_count (FwRun *run,
                FwStep *step)
{
  g_auto (FwValue) of = { 0 };

  if (step->slots[0].kind == FW_OPERAND_NONE)
    return count_between (run, step);
  of = _fw_run_slot (run, step, 0);
  if (of.kind != FW_VALUE_SERVICE)
    return unknown;
  return count_service (step, &of.service);
}

/* The whole years or months of a service. */
FwValue
_fw_step_whole (FwRun *run,
                FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);

  if (of.kind != FW_VALUE_SERVICE)
    return unknown;
  return fw_value_new_whole (strcmp (step->element, "whole-years") == 0 ? of.service.months / 12 : of.service.months);
}

/* One of the three numbers of a service: years, months below a year, days below a month. */
FwValue
_fw_step_part (FwRun *run,
               FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);

  if (of.kind != FW_VALUE_SERVICE)
    return unknown;
  return fw_value_new_whole (strcmp (step->unit, "years") == 0    ? of.service.months / 12
                             : strcmp (step->unit, "months") == 0 ? of.service.months % 12
                                                                  : of.service.days);
}

/* Whole years, or months, from a birth to a day; unknown where the day lies before. */
FwValue
_fw_step_age (FwRun *run,
              FwStep *step)
{
  FwDate born, on;
  int months;

  if (!date_slot (run, step, 0, &born) || !date_slot (run, step, 1, &on) || fw_date_compare (on, born) < 0)
    return unknown;
  months = fw_date_span (born, on).months;
  return fw_value_new_whole (g_strcmp0 (step->unit, "months") == 0 ? months : months / 12);
}

static FwDate
month_start (FwDate date)
{
  return fw_date_new (date.year, date.month, 1);
}

/* The next day of the week, 1 Monday to 7 Sunday; the day itself where it is one. */
static FwDate
weekday_from (FwDate date,
              int weekday)
{
  return fw_date_add_days (date, (weekday - fw_date_weekday (date) + 7) % 7);
}

/* The day of the month on which pay is due, on or after a day: the last day of a month that is shorter. */
static FwDate
payday_from (FwDate date,
             int payday)
{
  FwDate next = fw_date_add_days (month_start (date), payday - 1);

  if (payday < 1 || payday > 31)
    return FW_DATE_UNKNOWN;
  if (fw_date_compare (next, fw_date_month_end (date)) > 0)
    next = fw_date_month_end (date);
  return fw_date_compare (next, date) >= 0 ? next : payday_from (fw_date_add_months (month_start (date), 1), payday);
}

static FwDate
move_to (FwDate date,
         const char *where,
         int payday)
{
  if (strcmp (where, "payday") == 0)
    return payday_from (date, payday);
  if (strcmp (where, "next-day") == 0)
    return fw_date_add_days (date, 1);
  if (strcmp (where, "month-start") == 0)
    return month_start (date);
  if (strcmp (where, "next-month-start") == 0)
    return fw_date_add_months (month_start (date), 1);
  if (strcmp (where, "month-end") == 0)
    return fw_date_month_end (date);
  if (strcmp (where, "next-monday") == 0)
    return weekday_from (fw_date_add_days (date, 1), 1);
  if (strcmp (where, "next-saturday") == 0)
    return weekday_from (date, 6);
  if (strcmp (where, "month-15-or-end") == 0)
    return date.day <= 15 ? fw_date_new (date.year, date.month, 15) : fw_date_month_end (date);
  if (strcmp (where, "next-month-start-or-15") == 0)
    return date.day < 15 ? fw_date_new (date.year, date.month, 15) : fw_date_add_months (month_start (date), 1);
  if (strcmp (where, "quarter-end") == 0)
    return fw_date_month_end (fw_date_new (date.year, (date.month - 1) / 3 * 3 + 3, 1));
  if (strcmp (where, "year-start") == 0)
    return fw_date_new (date.year, 1, 1);
  return strcmp (where, "year-end") == 0 ? fw_date_new (date.year, 12, 31) : FW_DATE_UNKNOWN;
}

/* A whole number of an operand; 0 where it is not there; FALSE where it is unknown. */
static gboolean
whole_slot (FwRun *run,
            FwStep *step,
            guint slot,
            int *whole)
{
  g_auto (FwValue) value = _fw_run_slot (run, step, slot);

  *whole = 0;
  if (step->slots[slot].kind == FW_OPERAND_NONE)
    return TRUE;
  if (value.kind != FW_VALUE_NUMBER)
    return FALSE;
  *whole = (int) CLAMP (fw_number_to_int (value.number), -100000, 100000);
  return TRUE;
}

/* A day moved by years and months, then weeks and days, then working days, then to an edge such as the end of
 * the month. */
FwValue
_fw_step_shift (FwRun *run,
                FwStep *step)
{
  int years, months, weeks, days, working_days, payday;
  FwDate date;

  if (!date_slot (run, step, 0, &date) || !whole_slot (run, step, 1, &years) || !whole_slot (run, step, 2, &months) ||
      !whole_slot (run, step, 3, &weeks) || !whole_slot (run, step, 4, &days) || !whole_slot (run, step, 5, &working_days) ||
      !whole_slot (run, step, 6, &payday))
    return unknown;
  date = fw_date_add_months (date, CLAMP (years, -9999, 9999) * 12 + months);
  date = fw_date_add_days (date, weeks * 7 + days);
  if (working_days != 0)
    date = fw_calendar_add_working_days (_fw_run_scope (run)->facts, date, working_days);
  if (step->move_to != NULL && fw_date_is_known (date))
    date = move_to (date, step->move_to, payday);
  return fw_date_is_known (date) ? fw_value_new_date (date) : unknown;
}
