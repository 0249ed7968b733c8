#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

GtkWidget *fw_figure_row_new (FwCase       *departure,
                              FwFigureItem *figure);

G_END_DECLS
