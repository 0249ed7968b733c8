#pragma once

#include "ui/departure/fw-step-page.h"

G_BEGIN_DECLS

/**
 * FwMaterialsPage:
 *
 * What proves this ground? What is at hand, what is missing and why it matters, and how to supply it.
 */
#define FW_TYPE_MATERIALS_PAGE (fw_materials_page_get_type ())
G_DECLARE_FINAL_TYPE (FwMaterialsPage, fw_materials_page, FW, MATERIALS_PAGE, FwStepPage)

void fw_materials_page_select (FwMaterialsPage *self,
                               const char      *material);

G_END_DECLS
