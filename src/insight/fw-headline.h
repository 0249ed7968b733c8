#pragma once

#include "insight/fw-turnover.h"

G_BEGIN_DECLS

/**
 * FwHeadline:
 * @has_rates: whether leavings were kept for the twelve months that @rate and @voluntary are of
 * @rate: of all, over the twelve months that end with the period
 * @voluntary: of those who left by their own wish, over the same
 * @has_change: whether the twelve months before are known, too
 * @change: of @rate since then, as a fraction
 * @newcomers: hired in the period, of whom it is known by its end whether they stayed six months
 * @early: those of them who left within six months
 * @early_interval: of early ÷ newcomers
 * @n_leavers: all who left in the period
 * @median_months: of their completed months of employment; the mean of the middle two where their number is even
 *
 * What is said of a period in a line, before its charts.
 */
typedef struct
{
  gboolean has_rates;
  FwRate rate;
  FwRate voluntary;
  gboolean has_change;
  double change;
  guint newcomers;
  guint early;
  FwInterval early_interval;
  guint n_leavers;
  double median_months;
} FwHeadline;

FwHeadline fw_headline_reckon (const FwTurnover *turnover,
                               const FwSpell    *spells,
                               guint             n_spells);

G_END_DECLS
