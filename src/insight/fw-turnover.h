#pragma once

#include "insight/fw-interval.h"
#include "insight/fw-spell.h"

G_BEGIN_DECLS

/* Rates of fewer people on average are not shown; between this and the next they are marked. */
#define FW_TURNOVER_LEAST_PEOPLE 10
#define FW_TURNOVER_FEW_PEOPLE 30

/**
 * FwTurnoverMonth:
 * @month: its first day
 * @opening: headcount at the close of the day before
 * @left: leavings asked for, by group; @kinds: the same by kind
 * @left_apart: leavings that were not asked for
 *
 * closing = opening + joined + moved_in − all left − moved_out, always.
 */
typedef struct
{
  FwDate month;
  guint opening;
  guint joined;
  guint moved_in;
  guint moved_out;
  guint left[FW_N_LEAVING_GROUPS];
  guint kinds[FW_N_LEAVING_KINDS];
  guint left_apart;
  guint closing;
} FwTurnoverMonth;

/**
 * FwRate:
 * @leavers: how many
 * @average: the mean of the monthly averages, each (opening + closing)/2
 * @rate: leavers ÷ average, made annual; a fraction, may pass 1
 * @interval: of @rate
 * @hidden: too few people for a rate
 */
typedef struct
{
  guint leavers;
  double average;
  double rate;
  FwInterval interval;
  gboolean hidden;
} FwRate;

/* Which leavers: a group, or all of them. */
#define FW_TURNOVER_ALL (-1)

/**
 * FwTurnover:
 *
 * Headcount and leavers month by month over a period, with the eleven months before it that a rolling rate needs.
 */
typedef struct _FwTurnover FwTurnover;

FwTurnover            *fw_turnover_new                (const FwSpell    *spells,
                                                       guint             n_spells,
                                                       FwDate            from,
                                                       FwDate            until,
                                                       FwDate            records_begin);
void                   fw_turnover_free               (FwTurnover       *self);
FwDate                 fw_turnover_get_from           (const FwTurnover *self);
FwDate                 fw_turnover_get_until          (const FwTurnover *self);
gboolean               fw_turnover_get_last_is_partial (const FwTurnover *self);
guint                  fw_turnover_get_n_months       (const FwTurnover *self);
const FwTurnoverMonth *fw_turnover_get_month          (const FwTurnover *self,
                                                       guint             index);
guint                  fw_turnover_count              (const FwTurnoverMonth *month,
                                                       int               group);
guint                  fw_turnover_count_all          (const FwTurnover *self,
                                                       int               group);
FwRate                 fw_turnover_rate               (const FwTurnover *self,
                                                       guint             first,
                                                       guint             n_months,
                                                       int               group);
gboolean               fw_turnover_rolling            (const FwTurnover *self,
                                                       guint             index,
                                                       int               group,
                                                       FwRate           *rate);
double                 fw_turnover_person_day_average (const FwSpell    *spells,
                                                       guint             n_spells,
                                                       FwDate            from,
                                                       FwDate            until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTurnover, fw_turnover_free)

G_END_DECLS
