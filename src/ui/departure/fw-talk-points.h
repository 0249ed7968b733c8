#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwTalkPoints:
 *
 * The points of a talk that are agreed and open, and how many there are of each.
 */
#define FW_TYPE_TALK_POINTS (fw_talk_points_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkPoints, fw_talk_points, FW, TALK_POINTS, GtkWidget)

void fw_talk_points_show (FwTalkPoints *self,
                          GListModel   *entries);

G_END_DECLS
