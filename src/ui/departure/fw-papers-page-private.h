#pragma once

#include "documents/fw-document.h"
#include "ui/departure/fw-papers-page.h"
#include "ui/widgets/fw-waiting.h"

G_BEGIN_DECLS

FwDocument *_fw_papers_page_get_document    (FwPapersPage *self);
FwCaseItem *_fw_papers_page_get_paper       (FwPapersPage *self);
FwWaiting  *_fw_papers_page_get_waiting     (FwPapersPage *self);
void        _fw_papers_page_zoom            (FwPapersPage *self,
                                             int           steps);
void        _fw_papers_page_install_actions (GtkWidgetClass *klass);
void        _fw_papers_page_issue           (FwPapersPage *self);


G_END_DECLS
