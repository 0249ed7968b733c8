#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

GHashTable *_fw_paper_style_answers (FwStore  *store,
                                     GError  **error);

G_END_DECLS
