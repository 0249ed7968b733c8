#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwTalkPane:
 *
 * The talk while it is held: what to say now, what is noted, what to take care of. All is done by keyboard; what is typed anywhere goes
 * into the note.
 */
#define FW_TYPE_TALK_PANE (fw_talk_pane_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkPane, fw_talk_pane, FW, TALK_PANE, GtkWidget)

void fw_talk_pane_set_talk   (FwTalkPane *self,
                              FwTalk     *talk);
void fw_talk_pane_set_banner (FwTalkPane *self,
                              GtkWidget  *banner);
void fw_talk_pane_set_narrow (FwTalkPane *self,
                              gboolean    narrow);

G_END_DECLS
