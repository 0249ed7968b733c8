#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwRiskPage:
 *
 * What a case may cost before anything is sent: its weak points and where each is mended, the way that was chosen beside a
 * negotiated exit, the range in which to talk, and what may be offered besides money.
 */
#define FW_TYPE_RISK_PAGE (fw_risk_page_get_type ())
G_DECLARE_FINAL_TYPE (FwRiskPage, fw_risk_page, FW, RISK_PAGE, FwStepPage)

G_END_DECLS
