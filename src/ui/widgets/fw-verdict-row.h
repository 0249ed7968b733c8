#pragma once

#include "ui/widgets/fw-tag.h"

G_BEGIN_DECLS

#define FW_TYPE_VERDICT_ROW (fw_verdict_row_get_type ())
G_DECLARE_FINAL_TYPE (FwVerdictRow, fw_verdict_row, FW, VERDICT_ROW, GtkListBoxRow)

GtkWidget *fw_verdict_row_new        (FwTagStyle    verdict,
                                      const char   *title,
                                      const char   *detail);
void       fw_verdict_row_add_suffix (FwVerdictRow *self,
                                      GtkWidget    *suffix);
void       fw_verdict_row_set_sign   (FwVerdictRow *self,
                                      const char   *icon_name);

G_END_DECLS
