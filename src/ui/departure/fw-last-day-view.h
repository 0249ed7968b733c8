#pragma once

#include <gtk/gtk.h>

#include "charts/fw-last-day-chart.h"

G_BEGIN_DECLS

#define FW_TYPE_LAST_DAY_VIEW (fw_last_day_view_get_type ())
G_DECLARE_FINAL_TYPE (FwLastDayView, fw_last_day_view, FW, LAST_DAY_VIEW, GtkWidget)

void   fw_last_day_view_set_steps    (FwLastDayView *self,
                                      FwDate         from,
                                      FwDate         until,
                                      GArray        *steps,
                                      GStrv          labels);
void   fw_last_day_view_set_earliest (FwLastDayView *self,
                                      FwDate         earliest);
void   fw_last_day_view_set_day      (FwLastDayView *self,
                                      FwDate         day);
FwDate fw_last_day_view_get_day      (FwLastDayView *self);

G_END_DECLS
