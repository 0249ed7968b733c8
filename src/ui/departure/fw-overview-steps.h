#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

guint fw_overview_steps_fill     (GtkListBox    *list,
                                  FwCase        *departure);
void  fw_overview_steps_go       (GtkListBoxRow *row);
char *fw_overview_steps_dup_next (FwCase        *departure);

G_END_DECLS
