#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

/**
 * FwGroupPage:
 *
 * Several departures that are one decision: what is the same for all is said here, what is to be done for all is done here, and each
 * leads to its own case.
 */
#define FW_TYPE_GROUP_PAGE (fw_group_page_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupPage, fw_group_page, FW, GROUP_PAGE, FwAdaptiveWidget)

void fw_group_page_open  (FwGroupPage   *self,
                          FwWorkplace   *workplace,
                          const char    *group_id);
void fw_group_page_begin (FwGroupPage   *self,
                          FwWorkplace   *workplace,
                          const guint32 *people,
                          gsize          n_people);
void fw_group_page_close (FwGroupPage   *self);

G_END_DECLS
