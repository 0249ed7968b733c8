#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One symbol of a line as it is compared, and the characters of the line as typed that it stands for. */
typedef struct
{
  guint32 symbol; /* a character; 0 ends a sentence, a space stands between words of Latin letters */
  guint32 first;  /* characters from the start of the line as typed */
  guint32 end;    /* behind the last of them */
  guint32 pauses; /* commas and colons from the start of the line up to it */
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
  guint room;
  GHashTable *contractions; /* nullable, borrowed: "won't" → "will not" */
  GString *word;           /* the word of Latin letters being read */
} FwSpokenLine;

FwSpokenLine *_fw_spoken_line_new   (GHashTable     *contractions);
void          _fw_spoken_line_free  (FwSpokenLine   *self);
void          _fw_spoken_line_read  (FwSpokenLine   *self,
                                     const char     *text,
                                     gsize           length);

static inline const FwSpoken *
_fw_spoken_line_at (const FwSpokenLine *self,
                    guint index)
{
  return &self->symbols[index];
}

/* Whether a word goes on over a place between these two symbols. */
static inline gboolean
_fw_spoken_is_word (guint32 symbol)
{
  return symbol < 0x80 && g_ascii_isalnum ((char) symbol);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwSpokenLine, _fw_spoken_line_free)

G_END_DECLS
