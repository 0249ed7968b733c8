#pragma once

#include "interview/fw-automaton.h"
#include "interview/fw-lexicon-private.h"
#include "interview/fw-phrase-watch.h"
#include "interview/fw-spoken-line.h"

G_BEGIN_DECLS

/* What a word of the automata is part of. */
typedef enum
{
  A_PHRASE,
  AN_EXCEPTION,
  A_NEGATION,
} FwPartKind;

/* A phrase without a gap is one part, one with gaps several, each found by itself. */
typedef struct
{
  FwPartKind kind;
  const FwPhrase *phrase; /* NULL for a negation */
  gboolean chinese;
  guint length;
  guint32 *symbols;
  guint index;            /* which part of its phrase */
  guint n_parts;
  guint previous;         /* the part before the gap, of index > 0 */
  gboolean bound_start;   /* begins with a letter: a word has to begin here */
  gboolean bound_end;
  gboolean guarded;       /* a negation before it counts: it does not begin with one itself */
  /* where the beginning of a phrase with gaps was last found */
  guint found_in;         /* the sentence; 0: nowhere */
  guint found_start;
  guint found_end;
} FwPart;

/* A place in the sentence, in symbols. */
typedef struct
{
  const FwPart *part;
  guint start;
  guint end;
  gboolean possible;
} FwFound;

struct _FwPhraseWatch
{
  FwLexicon *lexicon;
  GArray *parts;          /* FwPart */
  FwAutomaton *written;   /* parts by their characters */
  FwAutomaton *heard;     /* parts by their syllables */
  FwSpokenLine *line;
  guint sentence;
  GArray *found;          /* FwFound of this sentence: phrases */
  GArray *exceptions;     /* FwFound */
  GArray *negations;      /* FwFound */
  guint *best;            /* by class: 1 + the index of its alert in this sentence */
};

void _fw_phrase_watch_compile (FwPhraseWatch  *self);

G_END_DECLS
