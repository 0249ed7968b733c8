/* From the phrases of a lexicon to the words of the two automata. */
#include "interview/fw-phrase-watch-private.h"

#include <string.h>

#include "interview/fw-han.h"

/* Below this many syllables too much else sounds alike. */
#define LEAST_SYLLABLES 3

/* A text as lines are compared. NULL where nothing is left of it. */
static guint32 *
normalise (FwPhraseWatch *self,
           const char *text,
           guint *length)
{
  guint32 *symbols;

  _fw_spoken_line_read (self->line, text, strlen (text));
  *length = self->line->n_symbols;
  while (*length > 0 && _fw_spoken_line_at (self->line, *length - 1)->symbol == 0)
    (*length)--;
  if (*length == 0)
    return NULL;
  symbols = g_new (guint32, *length);
  for (guint i = 0; i < *length; i++)
    symbols[i] = _fw_spoken_line_at (self->line, i)->symbol;
  return symbols;
}

static gboolean
begins_alike (const FwNegation *negation,
              const char *text)
{
  const char *word_end = strchr (negation->text, ' ');
  gsize first = negation->chinese ? (gsize) (g_utf8_next_char (negation->text) - negation->text)
                : word_end != NULL ? (gsize) (word_end - negation->text)
                                   : strlen (negation->text);

  return strncmp (text, negation->text, first) == 0 && (negation->chinese || text[first] == ' ');
}

/* Whether a phrase begins as a negation does: what stands before it is then no negation of it. */
static gboolean
begins_negated (FwLexicon *lexicon,
                const FwPhrase *phrase)
{
  for (guint i = 0; i < lexicon->negations->len; i++)
    {
      const FwNegation *negation = lexicon->negations->pdata[i];

      if (negation->chinese == phrase->chinese && begins_alike (negation, phrase->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_be_heard (const FwPart *part)
{
  guint syllables = 0;

  for (guint i = 0; i < part->length; i++)
    syllables += fw_han_is (part->symbols[i]);
  return part->kind == A_PHRASE && part->n_parts == 1 && !part->phrase->exact && syllables >= LEAST_SYLLABLES;
}

static void
add_part (FwPhraseWatch *self,
          FwPart *part,
          const char *text)
{
  guint number = self->parts->len;

  part->symbols = normalise (self, text, &part->length);
  if (part->symbols == NULL)
    return;
  part->bound_start = _fw_spoken_is_word (part->symbols[0]);
  part->bound_end = _fw_spoken_is_word (part->symbols[part->length - 1]) &&
                    !(part->phrase != NULL && part->phrase->open_end && part->index + 1 == part->n_parts);
  g_array_append_val (self->parts, *part);
  fw_automaton_add (self->written, part->symbols, part->length, number);
  if (can_be_heard (part))
    {
      g_autofree guint32 *syllables = g_new (guint32, part->length);

      for (guint i = 0; i < part->length; i++)
        syllables[i] = fw_han_read (part->symbols[i]);
      fw_automaton_add (self->heard, syllables, part->length, number);
    }
}

static void
add_phrase (FwPhraseWatch *self,
            const FwPhrase *phrase)
{
  g_auto (GStrv) texts = NULL;
  FwPart part = { phrase->exception ? AN_EXCEPTION : A_PHRASE, phrase, phrase->chinese };

  part.guarded = !begins_negated (self->lexicon, phrase);
  if (strchr (phrase->text, '~') == NULL)
    {
      part.n_parts = 1;
      add_part (self, &part, phrase->text);
      return;
    }
  texts = g_strsplit (phrase->text, "~", -1);
  part.n_parts = g_strv_length (texts);
  for (part.index = 0; part.index < part.n_parts; part.index++)
    {
      part.previous = self->parts->len - 1;
      add_part (self, &part, texts[part.index]);
    }
}

/* About how many: a Han character takes three bytes. */
static guint
count_symbols (GPtrArray *phrases)
{
  gsize bytes = 0;

  for (guint i = 0; i < phrases->len; i++)
    bytes += strlen (((FwPhrase *) phrases->pdata[i])->text);
  return (guint) (bytes / 3);
}

/**
 * _fw_phrase_watch_compile:
 *
 * Fills the automata with what the lexicon says.
 */
void
_fw_phrase_watch_compile (FwPhraseWatch *self)
{
  GPtrArray *phrases = self->lexicon->phrases, *negations = self->lexicon->negations;
  guint symbols = count_symbols (phrases);

  self->written = fw_automaton_new (symbols);
  self->heard = fw_automaton_new (symbols);

  for (guint i = 0; i < phrases->len; i++)
    add_phrase (self, phrases->pdata[i]);
  for (guint i = 0; i < negations->len; i++)
    {
      const FwNegation *negation = negations->pdata[i];
      FwPart part = { A_NEGATION, NULL, negation->chinese, .n_parts = 1 };

      add_part (self, &part, negation->text);
    }
  fw_automaton_finish (self->written);
  fw_automaton_finish (self->heard);
}
