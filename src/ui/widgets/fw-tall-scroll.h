#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwTallScroll:
 *
 * As wide as it is given, and as high as its child wants to be at that width; where there is not so much height, the child scrolls. (GtkScrolledWindow asks its child
 * for a height without telling it the width.) Properties: child; min-height: what is always seen of it.
 */
#define FW_TYPE_TALL_SCROLL (fw_tall_scroll_get_type ())
G_DECLARE_FINAL_TYPE (FwTallScroll, fw_tall_scroll, FW, TALL_SCROLL, GtkWidget)

void        fw_tall_scroll_to_top      (FwTallScroll *self);
GtkBuilder *fw_tall_scroll_new_builder (const char *resource);

G_END_DECLS
