#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwMinutesSigning:
 *
 * How the minutes are confirmed: by pen on the print, by hand on the screen, or not at all, with a witness. Says what each is worth.
 */
#define FW_TYPE_MINUTES_SIGNING (fw_minutes_signing_get_type ())
G_DECLARE_FINAL_TYPE (FwMinutesSigning, fw_minutes_signing, FW, MINUTES_SIGNING, GtkWidget)

void        fw_minutes_signing_set_talk     (FwMinutesSigning *self,
                                             FwTalk           *talk);
const char *fw_minutes_signing_get_obstacle (FwMinutesSigning *self);

G_END_DECLS
