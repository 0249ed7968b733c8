#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"

G_BEGIN_DECLS

/**
 * FwCompanyPage:
 *
 * What papers say of the company: a group for each legal employer, changed field by field, each change with its event.
 */
#define FW_TYPE_COMPANY_PAGE (fw_company_page_get_type ())
G_DECLARE_FINAL_TYPE (FwCompanyPage, fw_company_page, FW, COMPANY_PAGE, AdwPreferencesPage)

void fw_company_page_set_workplace (FwCompanyPage *self,
                                    FwWorkplace   *workplace);

G_END_DECLS
