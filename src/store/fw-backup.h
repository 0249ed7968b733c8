#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

gboolean fw_store_back_up        (FwStore       *self,
                                  const char    *file,
                                  const char    *who,
                                  GCancellable  *cancellable,
                                  GError       **error);
void     fw_store_back_up_async  (FwStore       *self,
                                  const char    *file,
                                  const char    *who,
                                  GCancellable  *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer       user_data);
gboolean fw_store_back_up_finish (FwStore       *self,
                                  GAsyncResult  *result,
                                  GError       **error);
gboolean fw_backup_restore       (const char    *file,
                                  const char    *path,
                                  const char    *passphrase,
                                  const char    *who,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
