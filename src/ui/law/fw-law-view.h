#pragma once

#include "departure/fw-law-library.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

/**
 * FwLawView:
 *
 * One entry of the law library, whole. Signal "target-chosen" (the key of another entry).
 */
#define FW_TYPE_LAW_VIEW (fw_law_view_get_type ())
G_DECLARE_FINAL_TYPE (FwLawView, fw_law_view, FW, LAW_VIEW, FwAdaptiveWidget)

void fw_law_view_show (FwLawView          *self,
                       const FwLawLibrary *library,
                       const FwLawEntry   *entry);

G_END_DECLS
