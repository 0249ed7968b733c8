#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwOverviewPage:
 *
 * Where does it stand? The state of the case with what can be done next, and each paper with its delivery.
 */
#define FW_TYPE_OVERVIEW_PAGE (fw_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (FwOverviewPage, fw_overview_page, FW, OVERVIEW_PAGE, FwStepPage)

G_END_DECLS
