#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwWrapBox:
 *
 * Its children stand side by side, each as wide as it likes, and go on in the next row where the width ends.
 */
#define FW_TYPE_WRAP_BOX (fw_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (FwWrapBox, fw_wrap_box, FW, WRAP_BOX, GtkWidget)

GtkWidget *fw_wrap_box_new    (void);
void       fw_wrap_box_append (FwWrapBox *self,
                               GtkWidget *child);
void       fw_wrap_box_clear  (FwWrapBox *self);

G_END_DECLS
