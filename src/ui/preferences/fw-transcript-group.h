#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwTranscriptGroup:
 *
 * Which program of this computer may write talks along, with what it is given; off until somebody wants it, and never started from here.
 */
#define FW_TYPE_TRANSCRIPT_GROUP (fw_transcript_group_get_type ())
G_DECLARE_FINAL_TYPE (FwTranscriptGroup, fw_transcript_group, FW, TRANSCRIPT_GROUP, AdwPreferencesGroup)

void fw_transcript_group_show (FwTranscriptGroup *self,
                               GSettings         *settings,
                               FwWorkplace       *workplace);

G_END_DECLS
