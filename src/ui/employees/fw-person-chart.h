#pragma once

#include <gtk/gtk.h>

#include "charts/fw-pay-chart.h"
#include "charts/fw-targets-chart.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_CHART (fw_person_chart_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonChart, fw_person_chart, FW, PERSON_CHART, GtkWidget)

void fw_person_chart_show_pay     (FwPersonChart *self,
                                   GArray        *months,
                                   FwDate         probation_end);
void fw_person_chart_show_targets (FwPersonChart *self,
                                   GArray        *months,
                                   const char    *measure,
                                   FwDate         probation_end);

G_END_DECLS
