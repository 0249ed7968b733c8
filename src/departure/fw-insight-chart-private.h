#pragma once

#include "departure/fw-insight-chart.h"

G_BEGIN_DECLS

FwInsight *_fw_insight_chart_get_insight (FwInsightChart *self);
FwDate     _fw_insight_chart_get_made    (FwInsightChart *self);

G_END_DECLS
