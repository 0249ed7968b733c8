#pragma once

#include "core/fw-number.h"

G_BEGIN_DECLS

char *fw_numerals_amount_words (const FwNumber *amount);
char *fw_numerals_grouped      (const FwNumber *amount,
                                guint           digits);
char *fw_numerals_han          (guint           number);
char *fw_numerals_spoken       (const char     *decimal);

G_END_DECLS
