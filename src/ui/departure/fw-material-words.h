#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

guint       fw_material_count_found    (FwCaseItem *material);
char       *fw_material_dup_origin     (FwCaseItem *material);
char       *fw_material_dup_found_line (FwCaseItem *material);
const char *fw_material_name_moment    (FwCaseItem *material);
char       *fw_material_dup_without    (FwCaseItem *material,
                                        GListModel *prices);
gboolean    fw_material_stops_papers   (GListModel *materials);
GtkWidget  *fw_material_row_new        (FwCaseItem *material);

G_END_DECLS
