#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_PERSON_ROW (fw_person_row_get_type ())
G_DECLARE_FINAL_TYPE (FwPersonRow, fw_person_row, FW, PERSON_ROW, GtkListBoxRow)

GtkWidget *fw_person_row_new        (const char  *name,
                                     const char  *detail);
void       fw_person_row_add_suffix (FwPersonRow *self,
                                     GtkWidget   *suffix);

G_END_DECLS
