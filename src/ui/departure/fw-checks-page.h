#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwChecksPage:
 *
 * Can this be done now? What the law bars, what is missing, what to note, and what is clear.
 */
#define FW_TYPE_CHECKS_PAGE (fw_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (FwChecksPage, fw_checks_page, FW, CHECKS_PAGE, FwStepPage)

G_END_DECLS
