#pragma once

#include <adwaita.h>

#include "departure/fw-talk.h"

G_BEGIN_DECLS

GtkWidget  *fw_rehearsal_dialog_new             (GtkWindow *parent,
                                                 FwTalk    *prepared);
const char *fw_rehearsal_dialog_get_temperament (GtkWidget *dialog);
gboolean    fw_rehearsal_dialog_get_manager     (GtkWidget *dialog);

G_END_DECLS
