#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwRehearsalRoom:
 *
 * Where a talk is rehearsed: the pane of a talk with a striped header, and what went well at the end. Signal "changed": it was entered or left, or
 * the rehearsal ended.
 */
#define FW_TYPE_REHEARSAL_ROOM (fw_rehearsal_room_get_type ())
G_DECLARE_FINAL_TYPE (FwRehearsalRoom, fw_rehearsal_room, FW, REHEARSAL_ROOM, GtkWidget)

void     fw_rehearsal_room_ask        (FwRehearsalRoom *self,
                                       FwTalk          *prepared);
gboolean fw_rehearsal_room_is_open    (FwRehearsalRoom *self);
gboolean fw_rehearsal_room_is_held    (FwRehearsalRoom *self);
void     fw_rehearsal_room_set_narrow (FwRehearsalRoom *self,
                                       gboolean         narrow);

G_END_DECLS
