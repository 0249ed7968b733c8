#pragma once

#include <adwaita.h>

#include "exchange/fw-import-catalog.h"
#include "store/fw-record.h"

G_BEGIN_DECLS

#define FW_TYPE_PERSON_EDITOR (fw_person_editor_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonEditor, fw_person_editor, FW, PERSON_EDITOR, GtkWidget)

void fw_person_editor_show         (FwPersonEditor     *self,
                                    FwRecord           *record,
                                    const char *const  *fields);
void fw_person_editor_set_catalog  (FwPersonEditor     *self,
                                    FwImportCatalog    *catalog,
                                    FwDate              today);
void fw_person_editor_show_problem (FwPersonEditor     *self,
                                    const char         *problem);

G_END_DECLS
