#pragma once

#include "core/fw-date.h"
#include "store/fw-record.h"
#include "ui/grid/fw-grid.h"

G_BEGIN_DECLS

const FwGridColumn *fw_employee_columns_get      (guint              *n_columns);
const FwGridColumn *fw_employee_columns_find     (const char         *id);
GStrv               fw_employee_columns_dup_usual (gboolean           narrow);
char               *fw_employee_columns_describe (FwRecord           *person,
                                                  const FwGridColumn *column,
                                                  FwDate              today,
                                                  int                *accent);

G_END_DECLS
