#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

#define FW_TYPE_DATA_PAGE (fw_data_page_get_type ())
G_DECLARE_FINAL_TYPE (FwDataPage, fw_data_page, FW, DATA_PAGE, GtkWidget)

void fw_data_page_set_workplace (FwDataPage  *self,
                                 FwWorkplace *workplace);
void fw_data_page_back_up       (FwDataPage  *self);

G_END_DECLS
