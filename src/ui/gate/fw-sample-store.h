#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

void     fw_sample_store_make_async    (const char          *folder,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean fw_sample_store_make_finish   (GAsyncResult        *result,
                                        GError             **error);
void     fw_sample_store_remove_async  (FwStore             *store,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean fw_sample_store_remove_finish (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
