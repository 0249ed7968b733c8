#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_TAB_STOP (fw_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (FwTabStop, fw_tab_stop, FW, TAB_STOP, AdwBin)

G_END_DECLS
