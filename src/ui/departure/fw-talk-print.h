#pragma once

#include <gtk/gtk.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

void fw_talk_print    (GtkWidget *from,
                       FwTalk    *talk);
void fw_talk_save_pdf (GtkWidget *from,
                       FwTalk    *talk);

G_END_DECLS
