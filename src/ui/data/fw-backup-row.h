#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwBackupRow:
 *
 * Says when the records were last backed up, and backs them up, with progress that can be cancelled.
 */
#define FW_TYPE_BACKUP_ROW (fw_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (FwBackupRow, fw_backup_row, FW, BACKUP_ROW, AdwActionRow)

void fw_backup_row_set_workplace (FwBackupRow *self,
                                  FwWorkplace *workplace);
void fw_backup_row_start         (FwBackupRow *self);

G_END_DECLS
