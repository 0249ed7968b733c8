#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwWhatIfPane:
 *
 * What the departure would cost on another last day of the next months: a chart with its steps, a slider by day and week,
 * the price in words, and the way to take that day.
 */
#define FW_TYPE_WHAT_IF_PANE (fw_what_if_pane_get_type ())
G_DECLARE_FINAL_TYPE (FwWhatIfPane, fw_what_if_pane, FW, WHAT_IF_PANE, GtkWidget)

void fw_what_if_pane_ask (FwWhatIfPane *self,
                          FwCase       *departure);

G_END_DECLS
