#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

void fw_compare_dialog_present (GtkWindow *parent,
                                FwCase    *departure);

G_END_DECLS
