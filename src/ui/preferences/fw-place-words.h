#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *fw_place_words_read (void);
const char *fw_place_words_say  (GHashTable *words,
                                 const char *place);
const char *fw_place_words_find (GHashTable *words,
                                 const char *word);

G_END_DECLS
