#include "insight/fw-tenure.h"

#include <math.h>
#include <string.h>

#define LONGEST_HUMP 3
#define BESIDE 3 /* months on either side that a hump is compared with */

/* How far the people of a run of months stand above the mean of the months beside it. */
static double
height_above_neighbours (const guint *months,
                         guint first,
                         guint n_months)
{
  guint beside = 0, n_beside = 0, people = 0;
  double expected;

  for (guint i = 0; i < FW_TENURE_MONTHS; i++)
    if (i >= first && i < first + n_months)
      people += months[i];
    else if (i + BESIDE >= first && i < first + n_months + BESIDE)
      {
        beside += months[i];
        n_beside++;
      }
  expected = n_months * (beside > 0 ? (double) beside / n_beside : 0.5);
  return (people - expected) / sqrt (expected);
}

/**
 * fw_tenure_find_hump:
 * @self: with its months and leavers counted
 *
 * Finds the run of one to three months that stands out most. It is named only where it holds fifteen people or more
 * and its share of all leavers is certainly above what an even spread over the months would give.
 */
void
fw_tenure_find_hump (FwTenure *self)
{
  FwTenureHump best = { .z = -1 };

  for (guint n = 1; n <= LONGEST_HUMP; n++)
    for (guint first = 0; first + n <= FW_TENURE_MONTHS; first++)
      {
        double z = height_above_neighbours (self->months, first, n);

        if (z > best.z)
          best = (FwTenureHump){ .first_month = first, .n_months = n, .z = z };
      }
  for (guint i = best.first_month; i < best.first_month + best.n_months; i++)
    best.people += self->months[i];
  if (self->n_leavers > 0)
    {
      best.share = (double) best.people / self->n_leavers;
      best.interval = fw_interval_of_share (best.people, self->n_leavers);
    }
  self->hump = best;
  self->has_hump = best.people >= FW_TENURE_LEAST_LEAVERS &&
                   best.interval.low > (double) best.n_months / FW_TENURE_MONTHS;
}

/**
 * fw_tenure_reckon:
 * @self: (out caller-allocates): what is found
 *
 * Counts the leavers from @from to @until, both days counted, by the time they had been employed.
 */
void
fw_tenure_reckon (FwTenure *self,
                  const FwSpell *spells,
                  guint n_spells,
                  FwDate from,
                  FwDate until)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < n_spells; i++)
    {
      guint months;

      if (!fw_spell_left_between (&spells[i], from, until))
        continue;
      months = fw_spell_completed_months (&spells[i]);
      self->n_leavers++;
      self->years[MIN (months / 12, FW_TENURE_YEARS - 1)]++;
      if (months < FW_TENURE_MONTHS)
        self->months[months]++;
      else
        self->n_longer++;
    }
  fw_tenure_find_hump (self);
}
