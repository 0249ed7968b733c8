#pragma once

#include "facts/fw-xml.h"

G_BEGIN_DECLS

/**
 * FwVocabulary:
 *
 * The names that facts may have, read from facts.rng, and the functions an XPath may call. A misspelt name is silently empty in XPath:
 * this is what finds it.
 */
typedef struct _FwVocabulary FwVocabulary;

FwVocabulary *fw_vocabulary_load  (GError        **error);
FwVocabulary *fw_vocabulary_new   (FwXml          *schema);
void          fw_vocabulary_free  (FwVocabulary   *self);
gboolean      fw_vocabulary_check (FwVocabulary   *self,
                                   const char     *xpath,
                                   gboolean        anywhere,
                                   GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwVocabulary, fw_vocabulary_free)

G_END_DECLS
