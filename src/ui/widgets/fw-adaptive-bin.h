#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_ADAPTIVE_BIN (fw_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (FwAdaptiveBin, fw_adaptive_bin, FW, ADAPTIVE_BIN, GtkWidget)

void     fw_adaptive_bin_set_child  (FwAdaptiveBin *self,
                                     GtkWidget     *child);
gboolean fw_adaptive_bin_get_narrow (FwAdaptiveBin *self);

double   fw_adaptive_bin_get_text_scale (GtkWidget *widget);

G_END_DECLS
