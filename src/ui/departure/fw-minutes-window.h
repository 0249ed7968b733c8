#pragma once

#include <adwaita.h>

#include "departure/fw-held-talk.h"

G_BEGIN_DECLS

/**
 * FwMinutesWindow:
 *
 * The minutes of a talk as a paper: as they would print now, or as they were kept, to be printed, saved and proved by the signed print.
 */
#define FW_TYPE_MINUTES_WINDOW (fw_minutes_window_get_type ())
G_DECLARE_FINAL_TYPE (FwMinutesWindow, fw_minutes_window, FW, MINUTES_WINDOW, AdwWindow)

GtkWindow *fw_minutes_window_new_draft (FwTalk           *talk,
                                        GtkWindow        *parent);
GtkWindow *fw_minutes_window_new       (FwWorkplace      *workplace,
                                        const FwHeldTalk *talk,
                                        GtkWindow        *parent);

G_END_DECLS
