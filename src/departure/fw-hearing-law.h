#pragma once

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/* What the law says of another program that hears a talk and writes along. */
void     fw_hearing_law_read_async  (FwWorkplace          *workplace,
                                     const char           *jurisdiction,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean fw_hearing_law_read_finish (FwWorkplace          *workplace,
                                     GAsyncResult         *result,
                                     char                **advice);

G_END_DECLS
