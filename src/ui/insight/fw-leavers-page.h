#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwLeaversPage:
 *
 * The people behind a mark of a chart. Signals: "person-chosen" (employee id), "left": Back was pressed.
 */
#define FW_TYPE_LEAVERS_PAGE (fw_leavers_page_get_type ())
G_DECLARE_FINAL_TYPE (FwLeaversPage, fw_leavers_page, FW, LEAVERS_PAGE, GtkWidget)

void fw_leavers_page_show  (FwLeaversPage *self,
                            FwWorkplace   *workplace,
                            const char *title,
                            const char    *what,
                            GArray        *people);
void fw_leavers_page_clear (FwLeaversPage *self);

G_END_DECLS
