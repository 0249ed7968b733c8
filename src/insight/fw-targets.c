#include "insight/fw-targets.h"

/* Decimals of nine digits reach a double within far less than this. */
#define ROUNDING 1e-12

gboolean
fw_target_month_is_known (const FwTargetMonth *self)
{
  return self->target > 0 && self->actual >= 0;
}

/* Actual ÷ target; both must be known. */
double
fw_target_month_ratio (const FwTargetMonth *self)
{
  g_return_val_if_fail (fw_target_month_is_known (self), 0);
  return self->actual / self->target;
}

/**
 * fw_target_month_is_under:
 *
 * Answers whether the month is under the line; exactly on it is not under, and what is not known is not either.
 */
gboolean
fw_target_month_is_under (const FwTargetMonth *self)
{
  return fw_target_month_is_known (self) && self->actual < self->target * FW_TARGETS_LINE * (1 - ROUNDING);
}

static gboolean
follows (const FwTargetMonth *month,
         const FwTargetMonth *before)
{
  return fw_date_compare (fw_date_add_months (before->month, 1), month->month) == 0;
}

/**
 * fw_targets_find_run:
 * @months: (array length=n_months): in order of time; a month that is missing breaks a run
 * @first: (out): where the latest run begins
 * @n_running: (out): how long it is
 *
 * Returns: whether two or more calendar months running were under the line
 */
gboolean
fw_targets_find_run (const FwTargetMonth *months,
                     guint n_months,
                     guint *first,
                     guint *n_running)
{
  gboolean found = FALSE;
  guint run = 0;

  for (guint i = 0; i < n_months; i++)
    {
      if (!fw_target_month_is_under (&months[i]))
        {
          run = 0;
          continue;
        }
      run = run > 0 && follows (&months[i], &months[i - 1]) ? run + 1 : 1;
      if (run >= FW_TARGETS_RUN_MONTHS)
        {
          *first = i + 1 - run;
          *n_running = run;
          found = TRUE;
        }
    }
  return found;
}
