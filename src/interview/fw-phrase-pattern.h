#pragma once

#include "interview/fw-lexicon-private.h"

G_BEGIN_DECLS

gboolean  _fw_pattern_read_phrase   (FwLexicon      *lexicon,
                                     FwPhrase       *phrase,
                                     char          **reason);
gboolean  _fw_pattern_read_negation (FwLexicon      *lexicon,
                                     FwNegation     *negation,
                                     char          **reason);

G_END_DECLS
