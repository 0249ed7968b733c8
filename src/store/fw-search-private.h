#pragma once

#include "store/fw-search.h"

G_BEGIN_DECLS

gboolean _fw_search_is_han (gunichar character);

GArray *_fw_store_search_begun (FwStore                *self,
                                const char             *text,
                                const FwEmployeeFilter *filter,
                                gint                    begun,
                                GCancellable           *cancellable,
                                GError                **error);

G_END_DECLS
