#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_PAGE (fw_person_page_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonPage, fw_person_page, FW, PERSON_PAGE, FwAdaptiveWidget)

void fw_person_page_open            (FwPersonPage *self,
                                     FwWorkplace  *workplace,
                                     const char   *employee_id);
void fw_person_page_close           (FwPersonPage *self);
void fw_person_page_refresh         (FwPersonPage *self);
void fw_person_page_start_departure (FwPersonPage *self);

G_END_DECLS
