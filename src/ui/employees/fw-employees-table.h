#pragma once

#include <adwaita.h>

#include "core/fw-date.h"

G_BEGIN_DECLS

void fw_employees_table_fill       (GtkColumnView *view);
void fw_employees_table_set_today  (GtkColumnView *view,
                                    FwDate         today);
void fw_employees_table_set_narrow (GtkColumnView *view,
                                    gboolean       narrow);

G_END_DECLS
