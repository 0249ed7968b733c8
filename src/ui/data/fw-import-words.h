#pragma once

#include <adwaita.h>

#include "exchange/fw-import-plan.h"
#include "ui/data/fw-import-reading.h"

G_BEGIN_DECLS

#define FW_TYPE_IMPORT_WORDS (fw_import_words_get_type ())
G_DECLARE_FINAL_TYPE (FwImportWords, fw_import_words, FW, IMPORT_WORDS, GtkWidget)

void fw_import_words_show (FwImportWords   *self,
                           FwImportReading *reading,
                           FwImportPlan    *plan);

G_END_DECLS
