#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

#define FW_TYPE_DEPARTURES_PAGE (fw_departures_page_get_type ())
G_DECLARE_FINAL_TYPE (FwDeparturesPage, fw_departures_page, FW, DEPARTURES_PAGE, GtkWidget)

void fw_departures_page_set_workplace (FwDeparturesPage *self,
                                       FwWorkplace      *workplace);
void fw_departures_page_search        (FwDeparturesPage *self);
void fw_departures_page_refresh       (FwDeparturesPage *self);

G_END_DECLS
