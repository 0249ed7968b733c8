#pragma once

#include "interview/fw-automaton.h"
#include "interview/fw-lexicon-private.h"
#include "interview/fw-phrase-watch.h"
#include "interview/fw-spoken-line.h"
#include "interview/fw-weighing.h"
#include "interview/fw-word-breaks.h"

G_BEGIN_DECLS

/* Behind the last of a list. */
#define FW_NONE G_MAXUINT32

/* Of a part only where it was found last is remembered. */
#define FW_PLACES 4

/* A row of symbols that the automata find: one way to say a part. */
typedef struct
{
  guint slot;
  guint first; /* of the symbols of all words */
  guint length;
} FwWord;

/* A place in the sentence, in symbols. */
typedef struct
{
  guint start;
  guint end;
} FwPlace;

/* A part of a phrase with all ways to say it; what is written alike in many phrases is one slot. */
typedef struct
{
  gboolean chinese;
  guint n_ways;
  guint first_word;
  guint n_words;      /* ways of which something is left to compare */
  guint first_ending; /* of the sequences that end with it */
  guint sentence;     /* in which it was found */
  guint n_places;     /* how often there; the last ones are kept */
  FwPlace places[FW_PLACES];
} FwSlot;

/* A slot of a sequence, and how far behind the one before it. */
typedef struct
{
  guint slot;
  FwGap gap;
} FwStep;

/* Slots with gaps between them, one behind the other. */
typedef struct
{
  guint first_step;
  guint n_steps;
  guint next_ending;
  guint first_pattern; /* of those that begin with it */
  guint sentence;      /* in which it was found */
} FwSequence;

/* What a phrase, an exception, an unless or a negation is looked for as: sequences that stand in one sentence. */
typedef struct
{
  const FwPhrase *phrase; /* NULL for a negation */
  gboolean chinese;
  gboolean guarded;       /* a negation before it counts: it does not begin with one itself */
  guint first_other;      /* the sequences behind the first, in others */
  guint n_others;
  guint next_pattern;
} FwPattern;

/* A pattern in the sentence: where its first sequence stands. */
typedef struct
{
  const FwPattern *pattern;
  FwPlace place;
  gboolean possible;
} FwFound;

struct _FwPhraseWatch
{
  FwLexicon *lexicon;
  GArray *symbols;        /* guint32: of the words, one behind the other */
  GArray *words;          /* FwWord, those of a slot together */
  GArray *slots;          /* FwSlot */
  GArray *steps;          /* FwStep */
  GArray *sequences;      /* FwSequence */
  GArray *patterns;       /* FwPattern */
  GArray *others;         /* guint: sequences */
  FwAutomaton *written;   /* words by their characters */
  FwAutomaton *heard;     /* words by their syllables */
  FwSpokenLine *line;
  FwWordBreaks *breaks;   /* asked only where a phrase was found */
  FwWeighing *weighing;   /* NULL where the lexicon has no weights of words */
  guint sentence;
  GArray *found;          /* FwFound of this sentence: phrases */
  GArray *waiting;        /* FwFound: phrases whose other sequences have still to be looked for */
  GArray *exceptions;     /* FwFound */
  GArray *negations;      /* FwFound */
  guint *best;            /* by class: 1 + the index of its alert in this sentence */
  guint *quiet;           /* by class: the sentence in which an unless of it stands */
};

/* Whether what only sounds like a pattern is a possible alert. */
static inline gboolean
_fw_pattern_may_be_heard (const FwPattern *pattern)
{
  return pattern->phrase != NULL && pattern->phrase->role <= FW_PHRASE_WEAK && !pattern->phrase->exact && pattern->n_others == 0;
}

void _fw_phrase_watch_compile (FwPhraseWatch  *self);

G_END_DECLS
