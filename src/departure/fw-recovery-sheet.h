#pragma once

#include "core/fw-date.h"
#include "documents/fw-document.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

FwDocument *fw_recovery_sheet_new (FwStore     *store,
                                   const char  *code,
                                   FwDate       made,
                                   const char  *language,
                                   GError     **error);

G_END_DECLS
