#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_STRENGTH (fw_strength_get_type ())
G_DECLARE_FINAL_TYPE (FwStrength, fw_strength, FW, STRENGTH, GtkWidget)

void fw_strength_set (FwStrength *self,
                      int         level,
                      gboolean    enough,
                      const char *words);

G_END_DECLS
