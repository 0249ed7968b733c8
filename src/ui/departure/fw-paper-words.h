#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

FwPaperState fw_paper_get_state      (FwCaseItem *paper);
GtkWidget   *fw_paper_row_new        (FwCaseItem *paper);
GtkWidget   *fw_paper_worked_out_new (FwCaseItem *blank);
char        *fw_paper_dup_reasons    (FwCaseItem *paper);
GtkWidget   *fw_paper_lack_new       (const char *kind,
                                      const char *id,
                                      const char *text);
const char  *fw_paper_name_supply    (const char *kind);

G_END_DECLS
