#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

gboolean fw_sample_fill        (FwStore              *store,
                                GCancellable         *cancellable,
                                GError              **error);
void     fw_sample_fill_async  (FwStore              *store,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean fw_sample_fill_finish (FwStore              *store,
                                GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
