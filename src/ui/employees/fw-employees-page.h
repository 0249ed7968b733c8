#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_EMPLOYEES_PAGE (fw_employees_page_get_type ())
G_DECLARE_FINAL_TYPE (FwEmployeesPage, fw_employees_page, FW, EMPLOYEES_PAGE, FwAdaptiveWidget)

void fw_employees_page_set_workplace (FwEmployeesPage *self,
                                      FwWorkplace     *workplace);
void fw_employees_page_search        (FwEmployeesPage *self);

G_END_DECLS
