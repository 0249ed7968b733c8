#pragma once

#include "store/fw-connection.h"

G_BEGIN_DECLS

int      _fw_migration_get_newest  (void);
gboolean _fw_migration_check       (FwConnection  *connection,
                                    int           *version,
                                    GError       **error);
gboolean _fw_migration_run         (FwConnection  *connection,
                                    int            version,
                                    GError       **error);

G_END_DECLS
