#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_SPLIT_VIEW (fw_split_view_get_type ())
G_DECLARE_FINAL_TYPE (FwSplitView, fw_split_view, FW, SPLIT_VIEW, GtkWidget)

gboolean fw_split_view_get_sidebar_hidden (FwSplitView *self);
void     fw_split_view_set_show_sidebar   (FwSplitView *self,
                                           gboolean     show_sidebar);

G_END_DECLS
