#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_PAGE (fw_page_get_type ())
G_DECLARE_FINAL_TYPE (FwPage, fw_page, FW, PAGE, GtkWidget)

void fw_page_set_title    (FwPage     *self,
                           const char *title);
void fw_page_set_subtitle (FwPage     *self,
                           const char *subtitle);
void fw_page_set_bare     (FwPage     *self,
                           gboolean    bare);

G_END_DECLS
