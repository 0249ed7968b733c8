#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwLawWindow:
 *
 * The law library beside what one is doing: one entry at a time, with the way back.
 */
#define FW_TYPE_LAW_WINDOW (fw_law_window_get_type ())
G_DECLARE_FINAL_TYPE (FwLawWindow, fw_law_window, FW, LAW_WINDOW, AdwWindow)

FwLawWindow *fw_law_window_new (FwWorkplace *workplace,
                                GtkWindow   *parent,
                                const char  *key);

G_END_DECLS
