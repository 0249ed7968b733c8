#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fw_sentence_dup_first (const char  *text,
                             const char **rest);

G_END_DECLS
