#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

guint fw_way_out_add_buttons (GtkBox        *box,
                              FwCase        *departure,
                              FwFindingItem *finding,
                              gboolean       suggest);

G_END_DECLS
