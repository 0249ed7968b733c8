#pragma once

#include <adwaita.h>

#include "departure/fw-calculator.h"

G_BEGIN_DECLS

/**
 * FwCalculatorResult:
 *
 * What a calculation gave: the answer, the other figures, the working line by line, what to mind.
 */
#define FW_TYPE_CALCULATOR_RESULT (fw_calculator_result_get_type ())
G_DECLARE_FINAL_TYPE (FwCalculatorResult, fw_calculator_result, FW, CALCULATOR_RESULT, GtkWidget)

void fw_calculator_result_show      (FwCalculatorResult *self,
                                     const FwReckoning  *reckoning,
                                     gboolean            told);
void fw_calculator_result_set_stale (FwCalculatorResult *self,
                                     gboolean            stale);
GPtrArray *fw_calculator_result_list (const FwReckoning *reckoning);

G_END_DECLS
