#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwSettlementView:
 *
 * The final settlement of a case: every line with how it came about and its amount, what is still to be said, what was changed
 * and why, and the sums. A line is changed in a dialog of its own.
 */
#define FW_TYPE_SETTLEMENT_VIEW (fw_settlement_view_get_type ())
G_DECLARE_FINAL_TYPE (FwSettlementView, fw_settlement_view, FW, SETTLEMENT_VIEW, GtkBox)

void fw_settlement_view_show (FwSettlementView *self,
                              FwCase           *departure);

G_END_DECLS
