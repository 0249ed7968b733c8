#pragma once

#include <adwaita.h>

#include "departure/fw-case-group.h"

G_BEGIN_DECLS

/**
 * FwGroupAmountsDialog:
 *
 * What the settlements of a group ask of people, as a table: a row a person, a column for each thing asked. Signal "write": what was filled in or
 * changed is to be said.
 */
#define FW_TYPE_GROUP_AMOUNTS_DIALOG (fw_group_amounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupAmountsDialog, fw_group_amounts_dialog, FW, GROUP_AMOUNTS_DIALOG, AdwWindow)

GtkWidget *fw_group_amounts_dialog_new         (FwCaseGroup           *group,
                                                GListStore            *columns);
GtkWidget *fw_group_amounts_dialog_get_cell    (FwGroupAmountsDialog  *self,
                                                guint                  row,
                                                guint                  column);
gboolean   fw_group_amounts_dialog_paste       (FwGroupAmountsDialog  *self,
                                                guint                  row,
                                                guint                  column,
                                                const char            *text);
void       fw_group_amounts_dialog_dup_changes (FwGroupAmountsDialog  *self,
                                                GStrv                 *cases,
                                                GStrv                 *asked,
                                                GStrv                 *values);

G_END_DECLS
