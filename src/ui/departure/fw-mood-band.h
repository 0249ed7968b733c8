#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwMoodBand:
 *
 * The course of a talk: how it looked to who leads it, what was alerted to, and where the talk is now. It follows the talk.
 */
#define FW_TYPE_MOOD_BAND (fw_mood_band_get_type ())
G_DECLARE_FINAL_TYPE (FwMoodBand, fw_mood_band, FW, MOOD_BAND, GtkWidget)

void fw_mood_band_set_talk (FwMoodBand *self,
                            FwTalk     *talk);

G_END_DECLS
