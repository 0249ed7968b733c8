#pragma once

#include <gtk/gtk.h>

#include "store/fw-store.h"

G_BEGIN_DECLS

char *fw_opened_file_make  (FwStore    *store,
                            FwRecord   *evidence,
                            GError    **error);
void  fw_opened_file_show  (GtkWindow  *parent,
                            FwStore    *store,
                            FwRecord   *evidence);
void  fw_opened_file_clear (void);

G_END_DECLS
