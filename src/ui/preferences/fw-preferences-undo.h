#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

void fw_preferences_undo_offer (GtkWidget   *page,
                                FwWorkplace *workplace,
                                FwEvent     *event,
                                const char  *text);

G_END_DECLS
