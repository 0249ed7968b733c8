#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void fw_override_dialog_present (GtkWindow  *parent,
                                 FwCase     *departure,
                                 const char *finding);

G_END_DECLS
