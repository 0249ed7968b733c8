#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void fw_settlement_dialog_present (GtkWidget  *from,
                                   FwCase     *departure,
                                   FwCaseItem *line);

G_END_DECLS
