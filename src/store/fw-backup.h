#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwRestoreFlags:
 * @FW_RESTORE_SET_ASIDE: what lies at the place may be renamed, where nothing is lost with it
 */
typedef enum
{
  FW_RESTORE_PLAIN = 0,
  FW_RESTORE_SET_ASIDE = 1 << 0,
} FwRestoreFlags;

/* How far it has come, from 0 to 1. */
typedef void (*FwBackupProgress) (double   done,
                                  gpointer user_data);

gboolean fw_store_back_up         (FwStore              *self,
                                   const char           *file,
                                   const char           *who,
                                   FwBackupProgress      tell,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
gboolean fw_backup_restore        (const char           *file,
                                   const char           *path,
                                   const char           *passphrase,
                                   const char           *who,
                                   FwRestoreFlags        flags,
                                   FwBackupProgress      tell,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
void     fw_store_back_up_async   (FwStore              *self,
                                   const char           *file,
                                   const char           *who,
                                   FwBackupProgress      tell,
                                   gpointer              tell_data,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void     fw_backup_restore_async  (const char           *file,
                                   const char           *path,
                                   const char           *passphrase,
                                   const char           *who,
                                   FwRestoreFlags        flags,
                                   FwBackupProgress      tell,
                                   gpointer              tell_data,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean fw_backup_finish         (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
