#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_SIDEBAR (fw_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FwSidebar, fw_sidebar, FW, SIDEBAR, GtkWidget)

const char *fw_sidebar_get_nth_place (guint       n);
const char *fw_sidebar_get_place     (FwSidebar  *self);
void        fw_sidebar_set_place     (FwSidebar  *self,
                                      const char *place);
void        fw_sidebar_set_company   (FwSidebar  *self,
                                      const char *company);
void        fw_sidebar_set_who       (FwSidebar  *self,
                                      const char *who);
void        fw_sidebar_open_menu     (FwSidebar  *self);
void        fw_sidebar_set_badge     (FwSidebar  *self,
                                      const char *place,
                                      guint       count);

G_END_DECLS
