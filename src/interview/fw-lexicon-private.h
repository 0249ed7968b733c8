#pragma once

#include "facts/fw-xml.h"
#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/* A negation: what stands directly behind it is lowered. */
typedef struct
{
  char *text;
  gboolean chinese;
} FwNegation;

struct _FwLexicon
{
  gatomicrefcount references;
  GPtrArray *classes;       /* FwPhraseClass, owned, in the order of the files */
  GHashTable *by_id;        /* borrowed */
  GPtrArray *phrases;       /* FwPhrase, owned */
  GPtrArray *negations;     /* FwNegation, owned */
  GHashTable *contractions; /* "won't" → "will not" */
  GHashTable *words;        /* "zh:employer" → GPtrArray of char*: lists of words that phrases name */
};

gboolean _fw_lexicon_read_words  (FwLexicon     *self,
                                  const char    *path,
                                  FwXml         *xml,
                                  GError       **error);
gboolean _fw_lexicon_read_file   (FwLexicon     *self,
                                  const char    *path,
                                  FwXml         *xml,
                                  GError       **error);
gboolean _fw_lexicon_is_complete (FwLexicon     *self,
                                  GError       **error);

G_END_DECLS
