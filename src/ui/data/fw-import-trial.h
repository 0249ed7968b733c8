#pragma once

#include <adwaita.h>

#include "exchange/fw-import-plan.h"

G_BEGIN_DECLS

#define FW_TYPE_IMPORT_TRIAL (fw_import_trial_get_type ())
G_DECLARE_FINAL_TYPE (FwImportTrial, fw_import_trial, FW, IMPORT_TRIAL, GtkWidget)

void fw_import_trial_show         (FwImportTrial *self,
                                   FwImportPlan  *plan);
void fw_import_trial_show_problem (FwImportTrial *self,
                                   const char    *problem);
void fw_import_trial_set_done     (FwImportTrial *self,
                                   gboolean       done);

G_END_DECLS
