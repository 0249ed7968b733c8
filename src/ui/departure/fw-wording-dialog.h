#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"
#include "documents/fw-document.h"

G_BEGIN_DECLS

void fw_wording_dialog_present (GtkWindow  *parent,
                                FwCase     *departure,
                                const char *document_id,
                                FwDocument *document,
                                const char *block_id);

G_END_DECLS
