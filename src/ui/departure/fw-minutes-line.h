#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwMinutesLine:
 *
 * One entry of the minutes, to be read aloud and corrected: when, what it is and who said it, and its words; of a promise the day and who
 * keeps it. Enter goes on to the next one.
 */
#define FW_TYPE_MINUTES_LINE (fw_minutes_line_get_type ())
G_DECLARE_FINAL_TYPE (FwMinutesLine, fw_minutes_line, FW, MINUTES_LINE, GtkWidget)

GtkWidget   *fw_minutes_line_new       (FwTalk        *talk,
                                        FwTalkEntry   *entry,
                                        GtkSizeGroup  *edge);
FwTalkEntry *fw_minutes_line_get_entry (FwMinutesLine *self);
void         fw_minutes_line_show      (FwMinutesLine *self);
void         fw_minutes_line_enter     (FwMinutesLine *self);

G_END_DECLS
