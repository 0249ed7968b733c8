#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/gate/fw-key-change.h"

G_BEGIN_DECLS

void fw_key_dialog_present (GtkWindow    *parent,
                            FwWorkplace  *workplace,
                            FwKeyAct      act,
                            const char   *label);

G_END_DECLS
