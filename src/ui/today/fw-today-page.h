#pragma once

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_TODAY_PAGE (fw_today_page_get_type ())
G_DECLARE_FINAL_TYPE (FwTodayPage, fw_today_page, FW, TODAY_PAGE, FwAdaptiveWidget)

void fw_today_page_set_workplace (FwTodayPage *self,
                                  FwWorkplace *workplace);
void fw_today_page_refresh       (FwTodayPage *self);

G_END_DECLS
