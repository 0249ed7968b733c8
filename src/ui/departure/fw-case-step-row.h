#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/* A row in the sidebar of a case: where one can go, and how it stands there. */
GtkWidget *fw_case_step_row_new          (guint          number,
                                          const char    *icon_name,
                                          const char    *title);
void       fw_case_step_row_set_verdict  (GtkListBoxRow *row,
                                          FwVerdict      verdict);

G_END_DECLS
