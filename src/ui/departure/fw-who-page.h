#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwWhoPage:
 *
 * Who is it, and what stands in the way? The person, the status check as a form, and what it means for each way out.
 */
#define FW_TYPE_WHO_PAGE (fw_who_page_get_type ())
G_DECLARE_FINAL_TYPE (FwWhoPage, fw_who_page, FW, WHO_PAGE, FwStepPage)

G_END_DECLS
