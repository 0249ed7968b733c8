#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void fw_delivery_dialog_present (GtkWindow  *parent,
                                 FwCase     *departure,
                                 const char *document);

G_END_DECLS
