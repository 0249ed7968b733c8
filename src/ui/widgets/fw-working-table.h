#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FW_TYPE_WORKING_TABLE (fw_working_table_get_type ())
G_DECLARE_FINAL_TYPE (FwWorkingTable, fw_working_table, FW, WORKING_TABLE, GtkWidget)

GtkWidget *fw_working_table_new          (void);
void       fw_working_table_append       (FwWorkingTable *self,
                                          const char     *line,
                                          const char     *value,
                                          const char     *article);
void       fw_working_table_append_total (FwWorkingTable *self,
                                          const char     *line,
                                          const char     *value);
void       fw_working_table_set_stacked (FwWorkingTable *self,
                                          gboolean        stacked);
void       fw_working_table_clear        (FwWorkingTable *self);

G_END_DECLS
