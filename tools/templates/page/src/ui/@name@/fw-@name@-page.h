#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_@NAME@_PAGE (fw_@name_@_page_get_type ())
G_DECLARE_FINAL_TYPE (Fw@Name@Page, fw_@name_@_page, FW, @NAME@_PAGE, GtkWidget)

GtkWidget *fw_@name_@_page_new (void);

G_END_DECLS
