#pragma once

#include <adwaita.h>

#include "store/fw-store.h"

G_BEGIN_DECLS

#define FW_TYPE_REFERENCE_ROW (fw_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (FwReferenceRow, fw_reference_row, FW, REFERENCE_ROW, AdwActionRow)

GtkWidget  *fw_reference_row_new         (FwStore        *store,
                                          const FwField  *field,
                                          GPtrArray      *choices);
void        fw_reference_row_set_choices (FwReferenceRow *self,
                                          GPtrArray      *choices);
void        fw_reference_row_set         (FwReferenceRow *self,
                                          const char     *id,
                                          const char     *name);
const char *fw_reference_row_get_id      (FwReferenceRow *self);
FwRecord   *fw_reference_row_get_fresh   (FwReferenceRow *self);

G_END_DECLS
