#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwTalkPreparation:
 *
 * One page for this talk: who sits at the table, what is brought, which figures are said, what may come, what must not be said.
 */
#define FW_TYPE_TALK_PREPARATION (fw_talk_preparation_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkPreparation, fw_talk_preparation, FW, TALK_PREPARATION, GtkWidget)

void fw_talk_preparation_set_talk   (FwTalkPreparation *self,
                                     FwTalk            *talk);
void fw_talk_preparation_set_narrow (FwTalkPreparation *self,
                                     gboolean           narrow);

G_END_DECLS
