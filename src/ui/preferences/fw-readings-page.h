#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwReadingsPage:
 *
 * Where the law is read in two ways: which reading counts in each city of the company, with its default, its warning and its
 * article, and the rules that the company sets itself.
 */
#define FW_TYPE_READINGS_PAGE (fw_readings_page_get_type ())
G_DECLARE_FINAL_TYPE (FwReadingsPage, fw_readings_page, FW, READINGS_PAGE, AdwPreferencesPage)

void fw_readings_page_set_workplace (FwReadingsPage *self,
                                     FwWorkplace    *workplace);

G_END_DECLS
