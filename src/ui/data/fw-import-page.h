#pragma once

#include <adwaita.h>

#include "departure/fw-workplace.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

#define FW_TYPE_IMPORT_PAGE (fw_import_page_get_type ())
G_DECLARE_FINAL_TYPE (FwImportPage, fw_import_page, FW, IMPORT_PAGE, FwAdaptiveWidget)

void fw_import_page_set_workplace (FwImportPage *self,
                                   FwWorkplace  *workplace);
void fw_import_page_start         (FwImportPage *self);
void fw_import_page_open_file     (FwImportPage *self,
                                   GFile        *file);

G_END_DECLS
