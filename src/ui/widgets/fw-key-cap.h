#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_KEY_CAP (fw_key_cap_get_type ())
G_DECLARE_FINAL_TYPE (FwKeyCap, fw_key_cap, FW, KEY_CAP, GtkWidget)

void       fw_key_cap_set_label (FwKeyCap   *self,
                                 const char *label);

G_END_DECLS
