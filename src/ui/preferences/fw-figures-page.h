#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwFiguresPage:
 *
 * The local figures that caps and floors rest on: amount, year, source, the days they hold, and who confirmed them. Only
 * confirmed ones are reckoned with.
 */
#define FW_TYPE_FIGURES_PAGE (fw_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (FwFiguresPage, fw_figures_page, FW, FIGURES_PAGE, AdwPreferencesPage)

void fw_figures_page_set_workplace (FwFiguresPage *self,
                                    FwWorkplace   *workplace);

G_END_DECLS
