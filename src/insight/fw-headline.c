#include "insight/fw-headline.h"

#define MONTHS_OF_YEAR 12
#define EARLY_MONTHS   6

/* The rates of fewer people are hidden, and so is a change from or to one. */
static void
reckon_rates (FwHeadline *self,
              const FwTurnover *turnover)
{
  guint last = fw_turnover_get_n_months (turnover) - 1;
  FwRate before = { 0 };

  self->has_rates = fw_turnover_rolling (turnover, last, FW_TURNOVER_ALL, &self->rate) &&
                    fw_turnover_rolling (turnover, last, FW_LEAVING_VOLUNTARY, &self->voluntary) && !self->rate.hidden;
  self->has_change = self->has_rates && last >= MONTHS_OF_YEAR &&
                     fw_turnover_rolling (turnover, last - MONTHS_OF_YEAR, FW_TURNOVER_ALL, &before) && !before.hidden;
  if (self->has_change)
    self->change = self->rate.rate - before.rate;
}

/* Who moved elsewhere in the company neither stayed nor left; whose six months are not over is not known yet. */
static void
count_newcomer (FwHeadline *self,
                const FwSpell *spell,
                FwDate from,
                FwDate until)
{
  FwDate half_year = fw_date_add_months (spell->hired, EARLY_MONTHS);
  gboolean ended = fw_date_is_known (spell->last) && fw_date_compare (spell->last, half_year) < 0;

  if (spell->moved_in || fw_date_compare (spell->hired, from) < 0 || fw_date_compare (half_year, until) > 0 ||
      (ended && spell->moved_out))
    return;
  self->newcomers++;
  self->early += ended && spell->counted;
}

static int
compare_months_cb (gconstpointer a,
                   gconstpointer b)
{
  const guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/**
 * fw_headline_reckon:
 * @turnover: of the period
 * @spells: (array length=n_spells): of the same people
 */
FwHeadline
fw_headline_reckon (const FwTurnover *turnover,
                    const FwSpell *spells,
                    guint n_spells)
{
  FwHeadline self = { 0 };
  FwDate from = fw_turnover_get_from (turnover), until = fw_turnover_get_until (turnover);
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (guint));

  reckon_rates (&self, turnover);
  for (guint i = 0; i < n_spells; i++)
    {
      count_newcomer (&self, &spells[i], from, until);
      if (fw_spell_left_between (&spells[i], from, until))
        {
          guint completed = fw_spell_completed_months (&spells[i]);

          g_array_append_val (months, completed);
        }
    }
  if (self.newcomers > 0)
    self.early_interval = fw_interval_of_share (self.early, self.newcomers);
  self.n_leavers = months->len;
  if (months->len == 0)
    return self;
  g_array_sort (months, compare_months_cb);
  self.median_months = (g_array_index (months, guint, (months->len - 1) / 2) + g_array_index (months, guint, months->len / 2)) / 2.0;
  return self;
}
