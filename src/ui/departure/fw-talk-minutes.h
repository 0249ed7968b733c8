#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwTalkMinutes:
 *
 * What was said in a talk, put in order, read aloud and corrected, then signed or not, before it becomes a record.
 */
#define FW_TYPE_TALK_MINUTES (fw_talk_minutes_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkMinutes, fw_talk_minutes, FW, TALK_MINUTES, GtkWidget)

void fw_talk_minutes_set_talk (FwTalkMinutes *self,
                               FwTalk        *talk);

G_END_DECLS
