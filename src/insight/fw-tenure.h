#pragma once

#include "insight/fw-interval.h"
#include "insight/fw-spell.h"

G_BEGIN_DECLS

#define FW_TENURE_MONTHS 24 /* bars of one month: 0 to 23 */
#define FW_TENURE_YEARS 26  /* 0 to 24, and 25 and more */
#define FW_TENURE_LEAST_LEAVERS 15 /* fewer make no pattern: each is drawn for itself */

/**
 * FwTenureHump:
 * @first_month: completed months of its first bar
 * @n_months: 1 to 3
 * @people: who left in it
 * @share: of all leavers, with its interval
 * @z: how far it stands above the months beside it
 *
 * The months in which clearly more people leave than in those beside them.
 */
typedef struct
{
  guint first_month;
  guint n_months;
  guint people;
  double share;
  FwInterval interval;
  double z;
} FwTenureHump;

/**
 * FwTenure:
 * @months: leavers by completed months of employment
 * @years: leavers by completed years, the last are 25 and more
 * @n_leavers: all
 * @n_longer: those who stayed 24 months and longer
 * @has_hump: whether @hump may be named
 */
typedef struct
{
  guint months[FW_TENURE_MONTHS];
  guint years[FW_TENURE_YEARS];
  guint n_leavers;
  guint n_longer;
  gboolean has_hump;
  FwTenureHump hump;
} FwTenure;

void fw_tenure_reckon    (FwTenure      *self,
                          const FwSpell *spells,
                          guint          n_spells,
                          FwDate         from,
                          FwDate         until);
void fw_tenure_find_hump (FwTenure      *self);

G_END_DECLS
