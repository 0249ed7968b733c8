#pragma once

#include "departure/fw-insight-chart.h"

G_BEGIN_DECLS

void fw_cli_insight_print_json (FwInsightQuestion  question,
                                const char        *by,
                                FwInsight         *insight,
                                FwDate             today);

G_END_DECLS
