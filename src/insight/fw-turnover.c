#include "insight/fw-turnover.h"

#define MONTHS_OF_YEAR 12
#define LEAD (MONTHS_OF_YEAR - 1) /* months before the period that a rolling rate of its first month needs */

struct _FwTurnover
{
  FwDate from;          /* first day of the first month of the period */
  FwDate until;         /* last day of the period */
  FwDate records_begin; /* leavings before it were not kept */
  guint n_months;       /* of the period */
  FwTurnoverMonth *months; /* LEAD before the period, then the period */
};

static FwDate
month_start (FwDate day)
{
  return fw_date_new (day.year, day.month, 1);
}

static int
months_between (FwDate from,
                FwDate to)
{
  return (to.year - from.year) * MONTHS_OF_YEAR + to.month - from.month;
}

/* Employed at the close of the day: the last day no longer counts. */
static gboolean
is_there_at_close (const FwSpell *spell,
                   FwDate day)
{
  return fw_date_compare (spell->entered, day) <= 0 &&
         (!fw_date_is_known (spell->last) || fw_date_compare (spell->last, day) > 0);
}

static void
add_entry (FwTurnover *self,
           const FwSpell *spell,
           int index)
{
  if (spell->moved_in)
    self->months[index].moved_in++;
  else
    self->months[index].joined++;
}

static void
add_end (FwTurnover *self,
         const FwSpell *spell,
         int index)
{
  FwTurnoverMonth *month = &self->months[index];

  if (spell->moved_out)
    month->moved_out++;
  else if (!spell->counted)
    month->left_apart++;
  else
    {
      month->left[spell->group]++;
      month->kinds[spell->kind]++;
    }
}

static void
add_spell (FwTurnover *self,
           const FwSpell *spell)
{
  FwDate first = self->months[0].month;
  int n_all = (int) self->n_months + LEAD;
  int entry = months_between (first, spell->entered);

  if (is_there_at_close (spell, fw_date_add_days (first, -1)))
    self->months[0].opening++;
  if (entry >= 0 && entry < n_all && fw_date_compare (spell->entered, self->until) <= 0)
    add_entry (self, spell, entry);
  if (fw_date_is_known (spell->last) && fw_date_compare (spell->last, self->until) <= 0)
    {
      int end = months_between (first, spell->last);

      if (end >= 0 && end < n_all)
        add_end (self, spell, end);
    }
}

static void
close_months (FwTurnover *self)
{
  for (guint i = 0; i < self->n_months + LEAD; i++)
    {
      FwTurnoverMonth *month = &self->months[i];

      if (i > 0)
        month->opening = self->months[i - 1].closing;
      month->closing = month->opening + month->joined + month->moved_in - month->moved_out - month->left_apart -
                       fw_turnover_count (month, FW_TURNOVER_ALL);
    }
}

/**
 * fw_turnover_new:
 * @spells: (array length=n_spells): whose last day, where known, is not before the first
 * @from: a day of the first month
 * @until: the last day looked at; its month may be a part of one
 * @records_begin: the first day from which leavings were kept; unknown where none ever was
 *
 * Returns: (transfer full) (nullable): the months from @from to @until, from December of the year 1 on; %NULL where @until lies
 *   before @from
 */
FwTurnover *
fw_turnover_new (const FwSpell *spells,
                 guint n_spells,
                 FwDate from,
                 FwDate until,
                 FwDate records_begin)
{
  const FwDate earliest = fw_date_add_months (fw_date_new (1, 1, 1), LEAD);
  FwTurnover *self;
  FwDate first;

  g_return_val_if_fail (fw_date_is_known (from) && fw_date_is_known (until), NULL);
  if (fw_date_compare (until, from) < 0)
    return NULL;
  /* The months before the period are in the calendar, too. */
  from = fw_date_compare (from, earliest) < 0 ? earliest : from;
  until = fw_date_compare (until, from) < 0 ? from : until;
  self = g_new0 (FwTurnover, 1);
  self->from = month_start (from);
  self->until = until;
  self->records_begin = records_begin;
  self->n_months = (guint) months_between (self->from, until) + 1;
  self->months = g_new0 (FwTurnoverMonth, self->n_months + LEAD);
  first = fw_date_add_months (self->from, -LEAD);
  for (guint i = 0; i < self->n_months + LEAD; i++)
    self->months[i].month = fw_date_add_months (first, (int) i);
  for (guint i = 0; i < n_spells; i++)
    add_spell (self, &spells[i]);
  close_months (self);
  return self;
}

void
fw_turnover_free (FwTurnover *self)
{
  if (self == NULL)
    return;
  g_free (self->months);
  g_free (self);
}

FwDate
fw_turnover_get_from (const FwTurnover *self)
{
  return self->from;
}

FwDate
fw_turnover_get_until (const FwTurnover *self)
{
  return self->until;
}

/* Whether the last month had not ended yet. */
gboolean
fw_turnover_get_last_is_partial (const FwTurnover *self)
{
  return fw_date_compare (self->until, fw_date_month_end (self->until)) < 0;
}

guint
fw_turnover_get_n_months (const FwTurnover *self)
{
  return self->n_months;
}

/**
 * fw_turnover_get_month:
 * @index: from 0, the first month of the period
 */
const FwTurnoverMonth *
fw_turnover_get_month (const FwTurnover *self,
                       guint index)
{
  g_return_val_if_fail (index < self->n_months, NULL);
  return &self->months[index + LEAD];
}

/**
 * fw_turnover_count:
 * @group: an #FwLeavingGroup or %FW_TURNOVER_ALL
 *
 * Answers how many of those asked for left in @month.
 */
guint
fw_turnover_count (const FwTurnoverMonth *month,
                   int group)
{
  guint all = 0;

  if (group != FW_TURNOVER_ALL)
    return month->left[group];
  for (int i = 0; i < FW_N_LEAVING_GROUPS; i++)
    all += month->left[i];
  return all;
}

/* How many of those asked for left in the whole period. */
guint
fw_turnover_count_all (const FwTurnover *self,
                       int group)
{
  guint all = 0;

  for (guint i = 0; i < self->n_months; i++)
    all += fw_turnover_count (fw_turnover_get_month (self, i), group);
  return all;
}

/* Of months that count from the first of the lead. */
static FwRate
rate_of (const FwTurnover *self,
         guint first,
         guint n_months,
         int group)
{
  FwRate rate = { 0 };
  double months_to_year = (double) MONTHS_OF_YEAR / n_months;

  for (guint i = first; i < first + n_months; i++)
    {
      rate.leavers += fw_turnover_count (&self->months[i], group);
      rate.average += (self->months[i].opening + self->months[i].closing) / 2.0;
    }
  rate.average /= n_months;
  rate.hidden = rate.average < FW_TURNOVER_LEAST_PEOPLE;
  if (rate.hidden)
    return rate;
  rate.rate = rate.leavers / rate.average * months_to_year;
  rate.interval = fw_interval_of_count (rate.leavers);
  rate.interval.low *= months_to_year / rate.average;
  rate.interval.high *= months_to_year / rate.average;
  return rate;
}

/**
 * fw_turnover_rate:
 * @first: the month of the period it begins with
 * @n_months: how many
 * @group: an #FwLeavingGroup or %FW_TURNOVER_ALL
 *
 * Answers leavers ÷ mean of the monthly averages, made annual (a month × 12, a quarter × 4).
 */
FwRate
fw_turnover_rate (const FwTurnover *self,
                  guint first,
                  guint n_months,
                  int group)
{
  g_return_val_if_fail (n_months > 0 && first + n_months <= self->n_months, (FwRate){ .hidden = TRUE });
  return rate_of (self, first + LEAD, n_months, group);
}

/**
 * fw_turnover_rolling:
 * @index: the month of the period it ends with
 * @rate: (out): of the twelve months up to @index
 *
 * Returns: whether leavings were kept through all of them; what was not kept is unknown, not none
 */
gboolean
fw_turnover_rolling (const FwTurnover *self,
                     guint index,
                     int group,
                     FwRate *rate)
{
  g_return_val_if_fail (index < self->n_months, FALSE);
  if (!fw_date_is_known (self->records_begin) ||
      fw_date_compare (month_start (self->records_begin), self->months[index].month) > 0)
    return FALSE;
  *rate = rate_of (self, index, MONTHS_OF_YEAR, group);
  return TRUE;
}

/* The first day on which the person is no longer there: a last day of work is still worked. */
static FwDate
day_after (const FwSpell *spell)
{
  return spell->moved_out ? spell->last : fw_date_add_days (spell->last, 1);
}

/**
 * fw_turnover_person_day_average:
 *
 * Answers the people employed on the days from @from to @until, both counted, divided by the days: the other usual
 * denominator. The last day of work is a day of employment here, unlike in a headcount at the close of the day.
 */
double
fw_turnover_person_day_average (const FwSpell *spells,
                                guint n_spells,
                                FwDate from,
                                FwDate until)
{
  gint64 person_days = 0;

  for (guint i = 0; i < n_spells; i++)
    {
      FwDate begin = fw_date_compare (spells[i].entered, from) > 0 ? spells[i].entered : from;
      FwDate end = fw_date_add_days (until, 1);

      if (fw_date_is_known (spells[i].last) && fw_date_compare (spells[i].last, end) < 0)
        end = day_after (&spells[i]);
      person_days += MAX (0, fw_date_days_between (begin, end));
    }
  return (double) person_days / (fw_date_days_between (from, until) + 1);
}
