#pragma once

#include <gtk/gtk.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwBackupReminder:
 *
 * A line that appears once the records have gone without a backup for a week, and leads to one. It can be sent away
 * until the window is opened again.
 */
#define FW_TYPE_BACKUP_REMINDER (fw_backup_reminder_get_type ())
G_DECLARE_FINAL_TYPE (FwBackupReminder, fw_backup_reminder, FW, BACKUP_REMINDER, GtkWidget)

void fw_backup_reminder_set_workplace (FwBackupReminder *self,
                                       FwWorkplace      *workplace);

G_END_DECLS
