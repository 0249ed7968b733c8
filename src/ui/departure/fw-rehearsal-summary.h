#pragma once

#include <gtk/gtk.h>

#include "departure/fw-rehearsal.h"

G_BEGIN_DECLS

/**
 * FwRehearsalSummary:
 *
 * What went well in a rehearsal and what to say otherwise. No grade. Its buttons are the actions "rehearsal.again" and "rehearsal.leave".
 */
#define FW_TYPE_REHEARSAL_SUMMARY (fw_rehearsal_summary_get_type ())
G_DECLARE_FINAL_TYPE (FwRehearsalSummary, fw_rehearsal_summary, FW, REHEARSAL_SUMMARY, GtkWidget)

void fw_rehearsal_summary_show       (FwRehearsalSummary *self,
                                      FwTalk             *talk,
                                      FwRehearsal        *rehearsal);
void fw_rehearsal_summary_set_narrow (FwRehearsalSummary *self,
                                      gboolean            narrow);

G_END_DECLS
