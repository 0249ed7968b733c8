#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwStatusRowView:
 *
 * One question of the status check with its answer: yes, no, or not known; and, where it is yes, since when and until when.
 */
#define FW_TYPE_STATUS_ROW_VIEW (fw_status_row_view_get_type ())
G_DECLARE_FINAL_TYPE (FwStatusRowView, fw_status_row_view, FW, STATUS_ROW_VIEW, GtkListBoxRow)

GtkWidget *fw_status_row_view_new (FwCase      *departure,
                                   FwStatusRow *row,
                                   GtkEditable *asked_of,
                                   GtkEditable *asked_on);

G_END_DECLS
