#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void first_frame_watch (GtkApplication *application);

G_END_DECLS
