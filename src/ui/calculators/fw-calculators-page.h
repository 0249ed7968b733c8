#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

#define FW_TYPE_CALCULATORS_PAGE (fw_calculators_page_get_type ())
G_DECLARE_FINAL_TYPE (FwCalculatorsPage, fw_calculators_page, FW, CALCULATORS_PAGE, GtkWidget)

void fw_calculators_page_set_workplace (FwCalculatorsPage *self,
                                        FwWorkplace       *workplace);

G_END_DECLS
