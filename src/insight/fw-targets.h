#pragma once

#include "core/fw-date.h"

G_BEGIN_DECLS

#define FW_TARGETS_LINE 0.8     /* a month under it counts against the person */
#define FW_TARGETS_RUN_MONTHS 2 /* so many of them running are a warning */

/**
 * FwTargetMonth:
 * @month: its first day
 * @target: what was agreed; 0 where none was: a gap, not a zero
 * @actual: what came of it; negative where it is not on record
 */
typedef struct
{
  FwDate month;
  double target;
  double actual;
} FwTargetMonth;

gboolean fw_target_month_is_known (const FwTargetMonth *self);
double   fw_target_month_ratio    (const FwTargetMonth *self);
gboolean fw_target_month_is_under (const FwTargetMonth *self);
gboolean fw_targets_find_run      (const FwTargetMonth *months,
                                   guint                n_months,
                                   guint               *first,
                                   guint               *n_running);

G_END_DECLS
