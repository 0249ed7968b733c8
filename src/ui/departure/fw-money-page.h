#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwMoneyPage:
 *
 * What does it cost? The outcomes side by side, the working line by line, and what another last day would change.
 */
#define FW_TYPE_MONEY_PAGE (fw_money_page_get_type ())
G_DECLARE_FINAL_TYPE (FwMoneyPage, fw_money_page, FW, MONEY_PAGE, FwStepPage)

G_END_DECLS
