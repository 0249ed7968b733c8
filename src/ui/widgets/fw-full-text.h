#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fw_full_text_offer (GtkLabel *label);

G_END_DECLS
