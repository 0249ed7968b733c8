#pragma once

#include "core/fw-number.h"
#include "rules/fw-pack.h"

G_BEGIN_DECLS

/* A figure that is lacking, by a name of its own and in words. */
typedef struct
{
  const char *id;
  FwText name;
} FwLeavingGap;

/**
 * FwLeavingCost:
 * @severance: N
 * @in_lieu: the extra month where no notice is given
 * @with_notice: both, N+1
 * @damages: what the same departure costs where it is unlawful, 2N
 * @uncapped: no average wage of the place is confirmed, so nothing was capped
 * @gaps: (element-type FwLeavingGap): what is lacking; %NULL where nothing is. Their texts belong to the pack
 *
 * Amounts rounded as they are paid; %NULL where they cannot be reckoned.
 */
typedef struct
{
  FwNumber *severance;
  FwNumber *in_lieu;
  FwNumber *with_notice;
  FwNumber *damages;
  gboolean uncapped;
  GArray *gaps;
} FwLeavingCost;

gboolean fw_pack_has_leaving_cost    (FwPack         *self);
FwText   fw_pack_get_leaving_assumes (FwPack         *self);
gboolean fw_pack_reckon_leaving      (FwPack         *self,
                                      FwFacts        *facts,
                                      GHashTable     *settings,
                                      FwLeavingCost  *cost,
                                      GError        **error);
void     fw_leaving_cost_clear       (FwLeavingCost  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwLeavingCost, fw_leaving_cost_clear)

G_END_DECLS
