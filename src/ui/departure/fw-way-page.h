#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwWayPage:
 *
 * Which way, on what ground? The ways side by side, the grounds of the chosen way as they stand for this person, and what
 * the chosen ground would have to prove.
 */
#define FW_TYPE_WAY_PAGE (fw_way_page_get_type ())
G_DECLARE_FINAL_TYPE (FwWayPage, fw_way_page, FW, WAY_PAGE, FwStepPage)

G_END_DECLS
