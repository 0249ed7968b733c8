#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwPapersPage:
 *
 * The papers of the case as they will be printed, what they still lack, and the way onto paper. Saving, printing and
 * issuing themselves are in fw-papers-page-actions.c.
 */
#define FW_TYPE_PAPERS_PAGE (fw_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (FwPapersPage, fw_papers_page, FW, PAPERS_PAGE, FwStepPage)

void fw_papers_page_select (FwPapersPage *self,
                            const char   *paper);

G_END_DECLS
