#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        fw_place_words_prepare (void);
GHashTable *fw_place_words_read    (void);
const char *fw_place_words_say     (GHashTable *words,
                                    const char *place);
const char *fw_place_words_find    (GHashTable *words,
                                    const char *word);

G_END_DECLS
