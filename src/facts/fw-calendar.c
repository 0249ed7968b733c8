#include "facts/fw-calendar.h"

/* Longer than any period the law counts in working days; keeps a wrong number from counting for ever. */
#define MAX_DAYS 4000

/**
 * fw_calendar_is_working_day:
 * @facts: (nullable): whose local/day rows name holidays and weekend days worked; %NULL: weekends only
 */
gboolean
fw_calendar_is_working_day (FwFacts *facts,
                            FwDate date)
{
  FwXmlNode *local = facts != NULL ? fw_xml_node_child (fw_facts_get_root (facts), "local") : NULL;

  for (FwXmlNode *day = local != NULL ? fw_xml_node_child (local, "day") : NULL; day != NULL;
       day = fw_xml_node_next (day, "day"))
    if (fw_date_compare (fw_date_from_string (fw_xml_node_get (day, "date")), date) == 0)
      return g_strcmp0 (fw_xml_node_get (day, "kind"), "workday") == 0;
  return fw_date_weekday (date) <= 5;
}

/**
 * fw_calendar_add_working_days:
 *
 * Answers the day that is @days working days after @date (before, if negative); @date itself is not counted.
 */
FwDate
fw_calendar_add_working_days (FwFacts *facts,
                              FwDate date,
                              int days)
{
  int step = days < 0 ? -1 : 1;

  if (ABS (days) > MAX_DAYS)
    return FW_DATE_UNKNOWN;
  while (days != 0 && fw_date_is_known (date))
    {
      date = fw_date_add_days (date, step);
      if (fw_calendar_is_working_day (facts, date))
        days -= step;
    }
  return date;
}

/**
 * fw_calendar_working_days:
 *
 * Answers the working days after @from up to and with @until, 0 where @until is not later, -1 where it is too far away to count.
 */
int
fw_calendar_working_days (FwFacts *facts,
                          FwDate from,
                          FwDate until)
{
  int count = 0;

  if (fw_date_days_between (from, until) > MAX_DAYS)
    return -1;
  while (fw_date_compare (from, until) < 0)
    {
      from = fw_date_add_days (from, 1);
      count += fw_calendar_is_working_day (facts, from) ? 1 : 0;
    }
  return count;
}
