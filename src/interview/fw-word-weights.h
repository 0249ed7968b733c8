#pragma once

#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/* What a clue says for or against a class. */
typedef struct
{
  guint class; /* its place among the classes of the weights */
  int weight;  /* in hundredths */
} FwWeight;

/* A word, or a few in a row, that is met more or less often where a class is meant. */
typedef struct
{
  const char *text;
  guint first; /* of its weights */
  guint n;
} FwClue;

/**
 * FwWordWeights:
 *
 * How much the words of one language speak for each class of a lexicon, and for none of them: weights-zh.tsv, weights-en.tsv beside the lexicon's files (docs/watch.md).
 */
typedef struct
{
  gboolean chinese;
  double any;               /* the share of all classes together from which anything is alerted to */
  double own;               /* the same of the interviewer's own words */
  double least;             /* the share that a class needs itself */
  double part;              /* the part of the greatest share that another class needs beside it */
  double danger;            /* the share that a class to life and limb needs */
  double doubt;             /* the share below which what a phrase found is taken back */
  GPtrArray *phrases;       /* FwPhrase*, owned: what an alert of each class is called; its class is NULL where the lexicon has none */
  GArray *clues;            /* FwClue */
  GArray *weights;          /* FwWeight: those of a clue stand together */
  guint employee;           /* clues: whose words they are */
  guint interviewer;
  GStringChunk *texts;
} FwWordWeights;

FwWordWeights *_fw_word_weights_read (FwLexicon      *lexicon,
                                      const char     *path,
                                      gboolean        chinese,
                                      GError        **error);
void           _fw_word_weights_free (FwWordWeights  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWordWeights, _fw_word_weights_free)

G_END_DECLS
