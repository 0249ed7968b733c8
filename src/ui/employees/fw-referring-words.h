#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

char *fw_referring_words (GPtrArray *records);

G_END_DECLS
