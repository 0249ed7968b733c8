#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwInsightPage:
 *
 * How many leave, why, and after how long, and who stands behind each figure. Property: narrow. Signal "person-chosen"
 * (employee id).
 */
#define FW_TYPE_INSIGHT_PAGE (fw_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (FwInsightPage, fw_insight_page, FW, INSIGHT_PAGE, GtkWidget)

void fw_insight_page_set_workplace (FwInsightPage *self,
                                    FwWorkplace   *workplace);
void fw_insight_page_refresh       (FwInsightPage *self);
void fw_insight_page_go_back       (FwInsightPage *self);

G_END_DECLS
