#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"
#include "documents/fw-document.h"

G_BEGIN_DECLS

/**
 * FwWordingPane:
 *
 * The wording of a paper, block by block, beside the paper: what is typed is tried in the background and kept at once; the
 * facts in it stay live. Signals: "block-selected" (id), "closed".
 */
#define FW_TYPE_WORDING_PANE (fw_wording_pane_get_type ())
G_DECLARE_FINAL_TYPE (FwWordingPane, fw_wording_pane, FW, WORDING_PANE, GtkWidget)

void        fw_wording_pane_show         (FwWordingPane *self,
                                          FwCase        *departure,
                                          const char    *document_id,
                                          FwDocument    *document);
void        fw_wording_pane_select       (FwWordingPane *self,
                                          const char    *block);
gboolean    fw_wording_pane_select_first_to_read (FwWordingPane *self);
const char *fw_wording_pane_get_selected (FwWordingPane *self);

G_END_DECLS
