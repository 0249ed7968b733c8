#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk-sheet.h"

G_BEGIN_DECLS

GtkWidget *fw_talk_parts_new_line     (const char  *text,
                                       const char  *style);
void       fw_talk_parts_show_facts   (GtkBox      *box,
                                       GPtrArray   *rows);
void       fw_talk_parts_show_points  (GtkBox      *box,
                                       GPtrArray   *rows,
                                       const char  *icon,
                                       const char  *style);
void       fw_talk_parts_show_answers (GtkBox      *box,
                                       GPtrArray   *rows);
char      *fw_talk_parts_dup_said     (FwTalkSheet *sheet);

G_END_DECLS
