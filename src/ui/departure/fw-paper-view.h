#pragma once

#include <gtk/gtk.h>

#include "documents/fw-document.h"

G_BEGIN_DECLS

/**
 * FwPaperView:
 *
 * A paper as it will be printed, page under page, drawn by the painter that prints it. Signal "block-chosen" (id) says
 * which block the user double-clicked, to change its wording.
 */
#define FW_TYPE_PAPER_VIEW (fw_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (FwPaperView, fw_paper_view, FW, PAPER_VIEW, GtkWidget)

void        fw_paper_view_set_document (FwPaperView *self,
                                        FwDocument  *document);
FwDocument *fw_paper_view_get_document (FwPaperView *self);
void        fw_paper_view_set_zoom     (FwPaperView *self,
                                        double       zoom);
double      fw_paper_view_get_zoom     (FwPaperView *self);
double      fw_paper_view_get_page_top (FwPaperView *self,
                                        guint        page);

G_END_DECLS
