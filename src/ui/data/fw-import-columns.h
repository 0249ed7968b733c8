#pragma once

#include <adwaita.h>

#include "ui/data/fw-import-reading.h"

G_BEGIN_DECLS

#define FW_TYPE_IMPORT_COLUMNS (fw_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (FwImportColumns, fw_import_columns, FW, IMPORT_COLUMNS, GtkWidget)

void fw_import_columns_show (FwImportColumns *self,
                             FwImportReading *reading);

G_END_DECLS
