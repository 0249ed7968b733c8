#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

GtkWidget *fw_figure_row_new (FwCase       *departure,
                              FwFigureItem *figure);
void       fw_figure_row_append_missing (GtkBox *box,
                                         FwCase *departure);

G_END_DECLS
