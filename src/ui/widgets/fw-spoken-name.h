#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fw_spoken_name_set           (GtkWidget   *button,
                                   const char  *name);
void fw_spoken_name_follow_choice (GtkDropDown *drop_down);

G_END_DECLS
