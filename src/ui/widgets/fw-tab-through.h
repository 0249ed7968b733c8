#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean fw_tab_through (GtkWidget       *widget,
                         GtkDirectionType direction);
void     fw_tab_through_settle (GtkWidget *widget);

G_END_DECLS
