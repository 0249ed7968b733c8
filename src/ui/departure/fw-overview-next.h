#pragma once

#include "departure/fw-case.h"

G_BEGIN_DECLS

char *fw_overview_next_dup         (FwCase  *departure,
                                    char   **detail);
char *fw_overview_next_dup_figures (FwCase  *departure);

G_END_DECLS
