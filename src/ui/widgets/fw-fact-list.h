#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_FACT_LIST (fw_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (FwFactList, fw_fact_list, FW, FACT_LIST, GtkWidget)

GtkWidget *fw_fact_list_new    (void);
void       fw_fact_list_append (FwFactList *self,
                                const char *title,
                                const char *value);
void       fw_fact_list_clear  (FwFactList *self);
guint      fw_fact_list_length (FwFactList *self);

G_END_DECLS
