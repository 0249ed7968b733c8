#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/* What holds for the whole company is a record of the kind "setting", by its name. */
char    *_fw_setting_dup (FwStore     *store,
                          const char  *name,
                          GError     **error);
FwEvent *_fw_setting_put (FwStore     *store,
                          const char  *who,
                          const char  *name,
                          const char  *value,
                          GError     **error);

G_END_DECLS
