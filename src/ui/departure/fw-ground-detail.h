#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

GtkWidget *fw_ground_detail_make_line (const char *icon_name,
                                       const char *style_class,
                                       const char *text);
void       fw_ground_detail_fill      (GtkBox     *box,
                                       FwCase     *departure,
                                       FwCaseItem *ground);

G_END_DECLS
