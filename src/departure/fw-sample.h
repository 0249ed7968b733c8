#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

gboolean fw_sample_fill (FwStore       *store,
                         GCancellable  *cancellable,
                         GError       **error);

G_END_DECLS
