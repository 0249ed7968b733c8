#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

char *fw_jurisdiction_dup_time_zone     (const char *id);
guint fw_jurisdiction_longest_probation (FwStore    *store,
                                         FwDate      on);

G_END_DECLS
