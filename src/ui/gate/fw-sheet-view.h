#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwSheetView:
 *
 * A recovery sheet that has just been made, to be printed, saved or copied by hand: it is kept nowhere. Signal "kept"
 * when it lies where it belongs; signal "declined" when nobody has it and it shall not open anything.
 */
#define FW_TYPE_SHEET_VIEW (fw_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (FwSheetView, fw_sheet_view, FW, SHEET_VIEW, GtkWidget)

void        fw_sheet_view_show     (FwSheetView  *self,
                                    FwWorkplace  *workplace,
                                    const char   *code);
const char *fw_sheet_view_get_code (FwSheetView  *self);
void        fw_sheet_view_forget   (FwSheetView  *self);

G_END_DECLS
