#pragma once

#include <gtk/gtk.h>

#include "departure/fw-insight-chart.h"
#include "departure/fw-workplace.h"

G_BEGIN_DECLS

void fw_insight_export (GtkWidget      *from,
                        FwWorkplace    *workplace,
                        FwInsightChart *chart,
                        const char     *title);
void fw_insight_print  (GtkWidget      *from,
                        FwWorkplace    *workplace,
                        FwInsightChart *chart);

G_END_DECLS
