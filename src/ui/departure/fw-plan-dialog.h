#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void fw_plan_dialog_pause (GtkWidget  *from,
                           FwCase     *departure,
                           const char *iso_until);
void fw_plan_dialog_task  (GtkWidget  *from,
                           FwCase     *departure,
                           const char *kind,
                           const char *title);

G_END_DECLS
