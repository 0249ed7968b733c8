#pragma once

#include <adwaita.h>

#include "departure/fw-insight-chart.h"

G_BEGIN_DECLS

/**
 * FwChartView:
 *
 * A chart on the screen: one tab stop, arrow keys from mark to mark, each named for a screen reader.
 *
 * Signals: "mark-activated" (place, series): the people behind a mark are asked for; "table-asked"; "menu-asked".
 */
#define FW_TYPE_CHART_VIEW (fw_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (FwChartView, fw_chart_view, FW, CHART_VIEW, GtkWidget)

void           fw_chart_view_set_chart      (FwChartView    *self,
                                             FwInsightChart *chart);
FwChartMark    fw_chart_view_get_mark       (FwChartView    *self);
FwChartPalette fw_chart_view_choose_palette (void);

G_END_DECLS
