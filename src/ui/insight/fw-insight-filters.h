#pragma once

#include <adwaita.h>

#include "departure/fw-insight.h"

G_BEGIN_DECLS

/**
 * FwInsightFilters:
 *
 * What is looked at: period, branch, department, way of leaving. Property: narrow (two rows). Signal "changed".
 */
#define FW_TYPE_INSIGHT_FILTERS (fw_insight_filters_get_type ())
G_DECLARE_FINAL_TYPE (FwInsightFilters, fw_insight_filters, FW, INSIGHT_FILTERS, GtkWidget)

void            fw_insight_filters_offer (FwInsightFilters       *self,
                                          const FwLeavingRecords *records,
                                          FwDate                  today);
FwInsightFilter fw_insight_filters_get   (FwInsightFilters       *self,
                                          FwDate                  today);
void            fw_insight_filters_reset (FwInsightFilters       *self);

G_END_DECLS
