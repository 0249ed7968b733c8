#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwPaperStylePage:
 *
 * How the company's papers look: the logo of each employer, who signs, which of two lawful wordings a paper has, and
 * which templates the company has copied and changed.
 */
#define FW_TYPE_PAPER_STYLE_PAGE (fw_paper_style_page_get_type ())
G_DECLARE_FINAL_TYPE (FwPaperStylePage, fw_paper_style_page, FW, PAPER_STYLE_PAGE, AdwPreferencesPage)

void fw_paper_style_page_set_workplace (FwPaperStylePage *self,
                                        FwWorkplace      *workplace);

G_END_DECLS
