#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

gboolean fw_material_help_is_made_here (FwCaseItem *material);
void     fw_material_help_fill         (GtkBox     *box,
                                        FwCase     *departure,
                                        FwCaseItem *material,
                                        GCallback   detach,
                                        gpointer    user_data);

G_END_DECLS
