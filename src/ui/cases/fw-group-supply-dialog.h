#pragma once

#include <adwaita.h>

#include "departure/fw-case-group.h"

G_BEGIN_DECLS

/**
 * FwGroupSupplyDialog:
 *
 * What the people of a group still lack of their own materials, one material at a time, with what the records hold of it: somebody ticks those for whom
 * that is right, and gives files to others. Nothing is ticked beforehand, and what is stays with its material while another is shown. Signal "supply":
 * taken in is what is ticked and given of all materials.
 */
#define FW_TYPE_GROUP_SUPPLY_DIALOG (fw_group_supply_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupSupplyDialog, fw_group_supply_dialog, FW, GROUP_SUPPLY_DIALOG, AdwWindow)

GtkWidget  *fw_group_supply_dialog_new           (FwCaseGroup          *group,
                                                  FwStore              *store);
const char *fw_group_supply_dialog_get_material  (FwGroupSupplyDialog  *self);
GStrv       fw_group_supply_dialog_dup_materials (FwGroupSupplyDialog  *self);
GStrv       fw_group_supply_dialog_dup_confirmed (FwGroupSupplyDialog  *self,
                                                  const char           *material);
GPtrArray  *fw_group_supply_dialog_dup_files     (FwGroupSupplyDialog  *self,
                                                  const char           *material,
                                                  GStrv                *cases);
void        fw_group_supply_dialog_add_files     (FwGroupSupplyDialog  *self,
                                                  GPtrArray            *files);

G_END_DECLS
