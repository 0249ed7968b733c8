#include "charts/fw-chart-axis.h"

#include <math.h>

#define MOST_TICKS 4 /* above zero */
#define LEAST_BETWEEN_NAMES 14

/**
 * fw_chart_tick_step:
 * @highest: the largest value shown, above 0
 * @whole: whether values are counts
 *
 * Answers the distance of ticks from 0: 1, 2, 2.5 or 5 times a power of ten, with at most four of them below @highest.
 */
double
fw_chart_tick_step (double highest,
                    gboolean whole)
{
  static const double steps[] = { 1, 2, 2.5, 5 };
  double power = pow (10, floor (log10 (highest)) - 1);

  if (highest <= 0)
    return 1;
  for (;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        double step = steps[i] * power;

        if (whole && (step < 1 || step != floor (step)))
          continue;
        if (step * MOST_TICKS >= highest)
          return step;
      }
}

/* A run of labels that stand side by side: where its middle would like to be, less what is stacked before it. */
typedef struct
{
  double sum;
  guint n;
} Pool;

/**
 * fw_chart_spread_labels:
 * @middles: (array length=n) (inout): where each label would like to be, downward; where it goes
 * @heights: (array length=n): how high each is
 * @top: the upper edge
 * @bottom: the lower edge; they fit between the two
 *
 * Moves the labels so that none meets another, the order is kept and the sum of the squares of the moves is the smallest.
 */
void
fw_chart_spread_labels (double *middles,
                        const double *heights,
                        guint n,
                        double top,
                        double bottom)
{
  g_autofree Pool *pools = g_new0 (Pool, n + 1);
  g_autofree double *stacked = g_new0 (double, n + 1);
  guint n_pools = 0, i = 0;
  double all = 0;

  for (guint l = 0; l < n; l++)
    {
      stacked[l] = all + heights[l] / 2;
      all += heights[l];
    }
  for (guint l = 0; l < n; l++)
    {
      pools[n_pools++] = (Pool){ middles[l] - stacked[l], 1 };
      while (n_pools > 1 &&
             pools[n_pools - 1].sum / pools[n_pools - 1].n < pools[n_pools - 2].sum / pools[n_pools - 2].n)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].n += pools[n_pools - 1].n;
          n_pools--;
        }
    }
  for (guint p = 0; p < n_pools; p++)
    for (guint l = 0; l < pools[p].n; l++, i++)
      middles[i] = CLAMP (pools[p].sum / pools[p].n, top, MAX (top, bottom - all)) + stacked[i];
}

/**
 * fw_chart_months_apart:
 * @month_width: of one month on the axis
 * @widest: of the names under it
 *
 * Answers every how many months one can be named: the smallest usual step that leaves room between the names.
 */
guint
fw_chart_months_apart (double month_width,
                       double widest)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * month_width >= widest + LEAST_BETWEEN_NAMES)
      return steps[i];
  return 120;
}
