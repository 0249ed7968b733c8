#pragma once

#include <adwaita.h>

#include "store/fw-store.h"

G_BEGIN_DECLS

#define FW_TYPE_EVIDENCE_ROW (fw_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (FwEvidenceRow, fw_evidence_row, FW, EVIDENCE_ROW, AdwActionRow)

GtkWidget *fw_evidence_row_new            (FwStore              *store,
                                           FwRecord             *evidence);
void       fw_evidence_row_set_file       (FwEvidenceRow        *self,
                                           GFile                *file);
gboolean   fw_evidence_row_is_changed     (FwEvidenceRow        *self);
void       fw_evidence_row_take_in_async  (FwEvidenceRow        *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   fw_evidence_row_take_in_finish (FwEvidenceRow        *self,
                                           GAsyncResult         *result,
                                           FwRecord             *record,
                                           FwDate                today,
                                           FwCommand            *command,
                                           GError              **error);

G_END_DECLS
