#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

/**
 * FwCaseWorkspace:
 *
 * The room in which a departure is prepared: its sidebar of steps and the page of the step. Signal "left" says that the
 * user goes back to where she came from; everything is saved by then.
 */
#define FW_TYPE_CASE_WORKSPACE (fw_case_workspace_get_type ())
G_DECLARE_FINAL_TYPE (FwCaseWorkspace, fw_case_workspace, FW, CASE_WORKSPACE, FwAdaptiveWidget)

GtkWidget  *fw_case_workspace_new       (FwCase          *departure);
void        fw_case_workspace_show_step (FwCaseWorkspace *self,
                                         FwCaseStep       step);
const char *fw_case_workspace_get_job   (FwCaseWorkspace *self);
gboolean    fw_case_workspace_is_held   (FwCaseWorkspace *self);

G_END_DECLS
