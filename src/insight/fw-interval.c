#include "insight/fw-interval.h"

#include <math.h>

#define NORMAL_975 1.959964

/**
 * fw_interval_of_share:
 * @count: how many of @all
 *
 * Answers the interval of a share of a group by Wilson's score; the whole from 0 to 1 where the group is empty.
 */
FwInterval
fw_interval_of_share (guint count,
                      guint all)
{
  double z2 = NORMAL_975 * NORMAL_975, share, scale, middle, half;

  g_return_val_if_fail (count <= all, ((FwInterval){ 0, 1 }));
  if (all == 0)
    return (FwInterval){ 0, 1 };
  share = (double) count / all;
  scale = 1 + z2 / all;
  middle = (share + z2 / (2.0 * all)) / scale;
  half = NORMAL_975 * sqrt (share * (1 - share) / all + z2 / (4.0 * all * all)) / scale;
  return (FwInterval){ count == 0 ? 0 : MAX (0, middle - half), count == all ? 1 : MIN (1, middle + half) };
}

/* The part of a gamma distribution of this shape below x: its series where x is small, a continued fraction elsewhere. */
static double
gamma_below (double shape,
             double x)
{
  double front, term, sum, b, c, d, fraction;

  if (x <= 0)
    return 0;
  front = exp (shape * log (x) - x - lgamma (shape));
  if (x < shape + 1)
    {
      term = sum = 1 / shape;
      for (int i = 1; i < 10000 && term > sum * 1e-15; i++)
        {
          term *= x / (shape + i);
          sum += term;
        }
      return front * sum;
    }
  b = x + 1 - shape;
  c = 1e300;
  d = 1 / b;
  fraction = d;
  for (int i = 1; i < 10000; i++)
    {
      double a = -i * (i - shape), step;

      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      step = d * c;
      fraction *= step;
      if (fabs (step - 1) < 1e-15)
        break;
    }
  return 1 - front * fraction;
}

static double
gamma_quantile (double part,
                double shape)
{
  double low = 0, high = shape + 10 * sqrt (shape) + 10;

  for (int i = 0; i < 64; i++)
    {
      double middle = (low + high) / 2;

      if (gamma_below (shape, middle) < part)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/**
 * fw_interval_of_count:
 * @count: how often something happened
 *
 * Answers the exact interval of a count by Garwood, half the quantiles of chi-square; 0 to 3.689 for none. Divided by
 * the average headcount it is the interval of a rate.
 */
FwInterval
fw_interval_of_count (guint count)
{
  return (FwInterval){ count == 0 ? 0 : gamma_quantile (0.025, count), gamma_quantile (0.975, count + 1.0) };
}
