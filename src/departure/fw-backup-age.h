#pragma once

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/* After so many days without a backup the window reminds of it. */
#define FW_BACKUP_AGE_LIMIT_DAYS 7

/**
 * FwBackupAge:
 * @days: since the last backup, or since the store was made where there is none
 * @ever: whether there is one
 * @last: the day of the last backup, unknown where there is none
 */
typedef struct
{
  int days;
  gboolean ever;
  FwDate last;
} FwBackupAge;

gboolean fw_backup_age_read        (FwStore              *store,
                                    FwDate                today,
                                    FwBackupAge          *age,
                                    GError              **error);
void     fw_backup_age_read_async  (FwWorkplace          *workplace,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean fw_backup_age_read_finish (GAsyncResult         *result,
                                    FwBackupAge          *age,
                                    GError              **error);

G_END_DECLS
