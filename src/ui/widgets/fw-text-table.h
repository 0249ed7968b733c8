#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fw_text_table_fill  (GtkColumnView     *view,
                          const char *const *headings,
                          GPtrArray         *rows);
void fw_text_table_clear (GtkColumnView     *view);

G_END_DECLS
