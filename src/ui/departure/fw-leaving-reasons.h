#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/* Why somebody leaves, as it is on record of a case, and the way to change it: on the case's page and after a talk. */
#define FW_TYPE_LEAVING_REASONS (fw_leaving_reasons_get_type ())
G_DECLARE_FINAL_TYPE (FwLeavingReasons, fw_leaving_reasons, FW, LEAVING_REASONS, GtkWidget)

void fw_leaving_reasons_set_case       (FwLeavingReasons *self,
                                        FwCase           *departure);
void fw_leaving_reasons_dialog_present (GtkWidget        *from,
                                        FwCase           *departure);

G_END_DECLS
