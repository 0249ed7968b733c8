#pragma once

#include <gtk/gtk.h>

#include "insight/fw-headline.h"

G_BEGIN_DECLS

#define FW_TYPE_INSIGHT_FIGURES (fw_insight_figures_get_type ())
G_DECLARE_FINAL_TYPE (FwInsightFigures, fw_insight_figures, FW, INSIGHT_FIGURES, GtkWidget)

void fw_insight_figures_show       (FwInsightFigures *self,
                                    const FwHeadline *headline);
void fw_insight_figures_set_narrow (FwInsightFigures *self,
                                    gboolean          narrow);

G_END_DECLS
