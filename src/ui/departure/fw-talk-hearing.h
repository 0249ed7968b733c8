#pragma once

#include <adwaita.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwTalkHearing:
 *
 * Whether a program writes a talk along, and what it has not finished yet: one line, which stays where it is.
 */
#define FW_TYPE_TALK_HEARING (fw_talk_hearing_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkHearing, fw_talk_hearing, FW, TALK_HEARING, AdwBin)

void fw_talk_hearing_set_talk (FwTalkHearing *self,
                               FwTalk        *talk);

G_END_DECLS
