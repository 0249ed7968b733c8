#pragma once

#include "insight/fw-spell.h"

G_BEGIN_DECLS

#define FW_REASONS_LEAST_LEAVERS 5  /* fewer: nothing is shown */
#define FW_REASONS_FEW_LEAVERS 20   /* fewer: people are counted, shares are not claimed */
#define FW_REASONS_LEAST_NAMED 3    /* reasons that fewer people named are folded into one */
#define FW_REASONS_MOST_ROWS 12
#define FW_REASONS_UNRECORDED "unrecorded"
#define FW_REASONS_FOLDED "folded"

/**
 * FwReasonGiven:
 * @person: who gave it, as in #FwSpell
 * @reason: (nullable): an interned name; %NULL stands for a leaver of whom none is on record
 * @weight: how much it weighed; 0 where that is not on record
 */
typedef struct
{
  guint32 person;
  const char *reason;
  double weight;
} FwReasonGiven;

/**
 * FwReasonRow:
 * @reason: the interned name, %FW_REASONS_UNRECORDED or %FW_REASONS_FOLDED
 * @weight: sum over the leavers, each of whom adds up to 1
 * @share: of all leavers
 * @running: share of this row and those before it, summed unrounded
 * @people: how many named it
 * @n_folded: of how many reasons the row is made; 1 but for %FW_REASONS_FOLDED
 */
typedef struct
{
  const char *reason;
  double weight;
  double share;
  double running;
  guint people;
  guint n_folded;
} FwReasonRow;

/**
 * FwReasons:
 *
 * Why people left: every leaver counts as one, shared among the reasons they gave.
 */
typedef struct _FwReasons FwReasons;

FwReasons         *fw_reasons_new           (const FwReasonGiven *given,
                                             guint                n_given);
FwReasons         *fw_reasons_fold          (const FwReasons     *self);
void               fw_reasons_free          (FwReasons           *self);
guint              fw_reasons_get_n_leavers (const FwReasons     *self);
guint              fw_reasons_get_n_rows    (const FwReasons     *self);
const FwReasonRow *fw_reasons_get_row       (const FwReasons     *self,
                                             guint                index);
guint              fw_reasons_get_n_unrecorded (const FwReasons  *self);
gboolean           fw_reasons_row_is_reason (const FwReasonRow   *row);
gboolean           fw_reasons_row_holds     (const FwReasons     *self,
                                             guint                index,
                                             const char          *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwReasons, fw_reasons_free)

G_END_DECLS
