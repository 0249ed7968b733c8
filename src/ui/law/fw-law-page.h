#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_LAW_PAGE (fw_law_page_get_type ())
G_DECLARE_FINAL_TYPE (FwLawPage, fw_law_page, FW, LAW_PAGE, FwAdaptiveWidget)

void fw_law_page_set_workplace (FwLawPage   *self,
                                FwWorkplace *workplace);
void fw_law_page_search        (FwLawPage   *self);

G_END_DECLS
