#pragma once

#include <adwaita.h>

#include "departure/fw-insight-chart.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwInsightCard:
 *
 * A question, its chart, and the table of the same figures in its place when asked for. Property: question.
 * Signal "mark-activated" (place, series): the people behind a mark or a row of the table are asked for.
 */
#define FW_TYPE_INSIGHT_CARD (fw_insight_card_get_type ())
G_DECLARE_FINAL_TYPE (FwInsightCard, fw_insight_card, FW, INSIGHT_CARD, GtkWidget)

void            fw_insight_card_set_chart (FwInsightCard  *self,
                                           FwWorkplace    *workplace,
                                           FwInsightChart *chart);
FwInsightChart *fw_insight_card_get_chart (FwInsightCard  *self);
void            fw_insight_card_add_menu  (FwInsightCard  *self,
                                           GMenuModel     *section);
void            fw_insight_card_focus     (FwInsightCard  *self);
const char     *fw_insight_card_get_title (FwInsightCard  *self);

G_END_DECLS
