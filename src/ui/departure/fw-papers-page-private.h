#pragma once

#include "documents/fw-document.h"
#include "ui/departure/fw-papers-page.h"

G_BEGIN_DECLS

FwDocument *_fw_papers_page_get_document    (FwPapersPage *self);
FwCaseItem *_fw_papers_page_get_paper       (FwPapersPage *self);
void        _fw_papers_page_install_actions (GtkWidgetClass *klass);
void        _fw_papers_page_issue           (FwPapersPage *self);

char       *_fw_papers_page_dup_reasons    (FwCaseItem     *paper);

G_END_DECLS
