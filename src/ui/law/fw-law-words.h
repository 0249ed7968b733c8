#pragma once

#include <adwaita.h>

#include "departure/fw-law-library.h"

G_BEGIN_DECLS

const char *fw_law_kind_word        (FwLawKind          kind);
char       *fw_law_dup_subtitle     (const FwLawEntry  *entry);
const char *fw_law_confidence_word  (const char        *confidence);
const char *fw_law_amount_word      (const char        *name);

G_END_DECLS
