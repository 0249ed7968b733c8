#pragma once

#include <adwaita.h>

#include "departure/fw-calculator.h"

G_BEGIN_DECLS

/**
 * FwCalculatorForm:
 *
 * What a calculation has to be told, a row each. Signal "changed" when a person changed one.
 */
#define FW_TYPE_CALCULATOR_FORM (fw_calculator_form_get_type ())
G_DECLARE_FINAL_TYPE (FwCalculatorForm, fw_calculator_form, FW, CALCULATOR_FORM, GtkWidget)

const char *fw_calculator_unit          (const char         *type,
                                         const char         *unit);
void        fw_calculator_form_show     (FwCalculatorForm   *self,
                                         const FwCalculator *calculator,
                                         const char         *place);
GHashTable *fw_calculator_form_collect  (FwCalculatorForm   *self);
void        fw_calculator_form_apply    (FwCalculatorForm   *self,
                                         const FwReckoning  *reckoning);
GPtrArray  *fw_calculator_form_list     (FwCalculatorForm   *self);
const char *fw_calculator_form_get_kind (FwCalculatorForm   *self);
GHashTable *fw_calculator_form_get_facts (FwCalculatorForm  *self);
gboolean    fw_calculator_form_is_told  (FwCalculatorForm   *self);
void        fw_calculator_form_forget   (FwCalculatorForm   *self);

G_END_DECLS
