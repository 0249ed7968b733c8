#pragma once

#include "charts/fw-talks-chart.h"
#include "departure/fw-insight-chart.h"

G_BEGIN_DECLS

FwInsight *_fw_insight_chart_get_insight (FwInsightChart *self);
FwDate     _fw_insight_chart_get_made    (FwInsightChart *self);

FwTalksRow        *_fw_insight_talk_rows          (FwInsight          *insight,
                                                   FwTalksAsked        asked,
                                                   FwChartLanguage     language);
void               _fw_insight_talk_rows_free     (FwTalksRow         *rows);

G_END_DECLS
