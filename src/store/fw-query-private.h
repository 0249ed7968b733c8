#pragma once

#include "store/fw-query.h"
#include "store/fw-record-kinds.h"

G_BEGIN_DECLS

gboolean   _fw_query_to_sql     (FwQuery            *self,
                                 const FwRecordKind *kind,
                                 gboolean            counting,
                                 GString            *sql,
                                 GError            **error);
GPtrArray *_fw_query_get_values (FwQuery            *self);
void       _fw_query_arrange    (FwQuery            *self,
                                 GPtrArray          *records);

G_END_DECLS
