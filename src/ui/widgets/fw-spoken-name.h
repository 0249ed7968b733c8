#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fw_spoken_name_set (GtkWidget *button, const char *name);

G_END_DECLS
