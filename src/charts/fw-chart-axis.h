#pragma once

#include "charts/fw-chart.h"
#include "core/fw-date.h"

G_BEGIN_DECLS

double fw_chart_tick_step     (double             highest,
                               gboolean           whole);
void   fw_chart_spread_labels (double            *middles,
                               const double      *heights,
                               guint              n,
                               double             top,
                               double             bottom);
guint  fw_chart_months_apart  (double             month_width,
                               double             widest);

G_END_DECLS
