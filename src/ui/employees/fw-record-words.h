#pragma once

#include "store/fw-record.h"

G_BEGIN_DECLS

const char *fw_record_words_kind   (const char    *name);
const char *fw_record_words_field  (const char    *name);
const char *fw_record_words_choice (const char    *name);
char       *fw_record_words_value  (const FwField *field,
                                    const char    *value);
char       *fw_record_words_money  (const char    *amount);
char       *fw_record_words_span   (int            months);

char       *fw_record_words_name   (FwRecord      *record);
char       *fw_record_words_line   (FwRecord      *record);

G_END_DECLS
