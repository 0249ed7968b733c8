#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of letters a to z and digits are one symbol, behind the last plane of letters: the first for those that stand in no phrase. */
#define FW_SPOKEN_WORD 0x40000

/* One symbol of a line as it is compared, and the characters of the line as typed that it stands for. */
typedef struct
{
  guint32 symbol;     /* a character or a word; 0 ends a sentence, a space stands between words of Latin letters */
  guint32 first;      /* characters from the start of the line as typed */
  guint32 end;        /* behind the last of them */
  guint32 pauses;     /* commas and colons from the start of the line up to it */
  guint32 characters; /* of the line as it is compared up to it, each of a word */
  guint32 openings;   /* of a word: the first of those of the line that it begins with, 0 behind the last; 0 where there is none */
} FwSpoken;

/**
 * FwSpokenLine:
 *
 * A line as it is compared with phrases: full-width as half-width, traditional as simplified, lower case, contractions written out,
 * no punctuation but the ends of sentences. Each symbol knows where it was typed. Used again for the next line.
 */
typedef struct
{
  FwSpoken *symbols;
  guint n_symbols;
  guint32 n_characters;     /* of the line as typed */
  guint room;
  gboolean learning;        /* phrases are read: each word gets a symbol */
  GHashTable *words;        /* char* → what is known of a word: those of phrases, and short forms */
  GHashTable *beginnings;   /* char* → symbol: of words that a phrase lets go on */
  guint32 last_symbol;
  GStringChunk *texts;      /* of words */
  gsize longest_beginning;
  GArray *openings;         /* guint32: symbols of beginnings; the first is 0 */
  GString *word;            /* the word of letters being read */
  GString *plain;           /* of it, letters and digits in one piece; behind a line those of its last word */
} FwSpokenLine;

FwSpokenLine *_fw_spoken_line_new       (GHashTable     *contractions);
void          _fw_spoken_line_free      (FwSpokenLine   *self);
void          _fw_spoken_line_read      (FwSpokenLine   *self,
                                         const char     *text,
                                         gsize           length);
guint32       _fw_spoken_line_open_word (FwSpokenLine   *self,
                                         guint32         symbol);

static inline const FwSpoken *
_fw_spoken_line_at (const FwSpokenLine *self,
                    guint index)
{
  return &self->symbols[index];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwSpokenLine, _fw_spoken_line_free)

G_END_DECLS
