#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fw_spoken_name_set           (GtkWidget     *widget,
                                   const char    *name);
void fw_spoken_name_follow_choice (GtkWidget     *choice,
                                   const char    *about);
void fw_spoken_name_set_items     (GtkWidget     *menu);
void fw_spoken_name_follow_menu   (GtkMenuButton *button);
void fw_spoken_name_of_icon       (GtkWidget     *top,
                                   const char    *icon_name,
                                   const char    *name);

G_END_DECLS
