#pragma once

#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/**
 * FwAlert:
 *
 * A phrase found in a line. The phrase belongs to the lexicon.
 */
typedef struct
{
  const FwPhrase *phrase;
  FwAlertSeverity severity; /* with what follows taken into account */
  guint offset;             /* characters from the start of the line as typed */
  guint length;             /* characters of the line as typed */
  gboolean possible;        /* only sounds like it, or is told by many words together */
  gboolean negated;         /* stands behind a negation */
} FwAlert;

/**
 * FwPhraseWatch:
 *
 * Finds the phrases of a lexicon in what is typed or heard, a line at a time. Keeps its working memory between lines: belongs to one thread.
 */
typedef struct _FwPhraseWatch FwPhraseWatch;

FwPhraseWatch *fw_phrase_watch_new         (FwLexicon       *lexicon);
void           fw_phrase_watch_free        (FwPhraseWatch   *self);
FwLexicon     *fw_phrase_watch_get_lexicon (FwPhraseWatch   *self);
GArray        *fw_phrase_watch_read        (FwPhraseWatch   *self,
                                            const char      *text,
                                            gssize           length,
                                            FwSpeaker        speaker);
GArray        *fw_phrase_watch_read_draft  (FwPhraseWatch   *self,
                                            const char      *text,
                                            gssize           length,
                                            FwSpeaker        speaker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPhraseWatch, fw_phrase_watch_free)

G_END_DECLS
