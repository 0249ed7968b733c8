#pragma once

#include <gtk/gtk.h>

#include "documents/fw-document.h"

G_BEGIN_DECLS

/**
 * FwPaperView:
 *
 * A paper as it will be printed, page under page, drawn by the painter that prints it. A bar stands beside each block that
 * the case words differently. Signals: "block-pressed" (id, presses) under the pointer; "page-asked" (pages further on) by
 * keyboard.
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
guint       fw_paper_view_get_page_at  (FwPaperView *self,
                                        double       y);
void        fw_paper_view_zoom_by      (FwPaperView *self,
                                        int          steps);
void        fw_paper_view_set_selected (FwPaperView *self,
                                        const char  *block);
gboolean    fw_paper_view_find_block   (FwPaperView *self,
                                        const char  *block,
                                        double      *top,
                                        double      *bottom);

G_END_DECLS
