#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwSummaryPage:
 *
 * Is everything right? Every answer in one sheet with the way back to it, what is still open, and the submission.
 */
#define FW_TYPE_SUMMARY_PAGE (fw_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (FwSummaryPage, fw_summary_page, FW, SUMMARY_PAGE, FwStepPage)

G_END_DECLS
