#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

GtkWidget *fw_offer_card_new (FwCase     *departure,
                              FwCaseItem *offer);

G_END_DECLS
