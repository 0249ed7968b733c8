/* From the phrases of a lexicon to the words of the two automata. */
#include "interview/fw-phrase-watch-private.h"

#include <string.h>

#include "interview/fw-han.h"

/* Below this many syllables too much else sounds alike; of a part with many ways to say it each has to be surer. */
#define LEAST_SYLLABLES 3
#define LEAST_SYLLABLES_OF_MANY 4

/* What is known already, while the watch is made. */
typedef struct
{
  FwPhraseWatch *watch;
  GHashTable *slots; /* "zh:(a|b)" → 1 + index */
} FwCompiling;

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

      if (negation->chinese == phrase->chinese && begins_alike (negation, phrase->example))
        return TRUE;
    }
  return FALSE;
}

static void
add_word (FwPhraseWatch *self,
          guint slot,
          const char *way,
          gboolean open_end)
{
  FwWord word = { .slot = slot };

  word.symbols = normalise (self, way, &word.length);
  if (word.symbols == NULL)
    return;
  word.bound_start = _fw_spoken_is_word (word.symbols[0]);
  word.bound_end = _fw_spoken_is_word (word.symbols[word.length - 1]) && !open_end && !g_str_has_suffix (way, "*");
  fw_automaton_add (self->written, word.symbols, word.length, self->words->len);
  g_array_append_val (self->words, word);
}

static guint
find_or_add_slot (FwCompiling *compiling,
                  gboolean chinese,
                  const char *text,
                  gboolean open_end)
{
  FwPhraseWatch *self = compiling->watch;
  char *key = g_strconcat (chinese ? "zh:" : "en:", text, open_end ? "*" : NULL, NULL);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (compiling->slots, key));
  FwSlot slot = { .chinese = chinese, .first_ending = FW_NONE };
  g_autoptr (GPtrArray) ways = NULL;
  g_autofree char *reason = NULL;

  if (known > 0)
    {
      g_free (key);
      return known - 1;
    }
  g_hash_table_insert (compiling->slots, key, GUINT_TO_POINTER (self->slots->len + 1));
  ways = _fw_pattern_expand (self->lexicon, chinese, text, &reason);
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    add_word (self, self->slots->len, ways->pdata[i], open_end);
  slot.n_ways = ways != NULL ? ways->len : 0;
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

static gboolean
steps_are_alike (FwPhraseWatch *self,
                 const FwSequence *one,
                 const FwSequence *other)
{
  const FwStep *steps = &g_array_index (self->steps, FwStep, 0);

  for (guint i = 0; i < one->n_steps; i++)
    if (steps[one->first_step + i].slot != steps[other->first_step + i].slot ||
        steps[one->first_step + i].gap != steps[other->first_step + i].gap)
      return FALSE;
  return TRUE;
}

/* The steps from @first on become a sequence, or are taken off again where they are known. */
static guint
find_or_add_sequence (FwCompiling *compiling,
                      guint first)
{
  FwPhraseWatch *self = compiling->watch;
  FwSequence sequence = { first, self->steps->len - first, FW_NONE, FW_NONE, 0 };
  FwSlot *last = &g_array_index (self->slots, FwSlot, g_array_index (self->steps, FwStep, self->steps->len - 1).slot);

  for (guint i = last->first_ending; i != FW_NONE; i = g_array_index (self->sequences, FwSequence, i).next_ending)
    {
      const FwSequence *known = &g_array_index (self->sequences, FwSequence, i);

      if (known->n_steps == sequence.n_steps && steps_are_alike (self, known, &sequence))
        {
          g_array_set_size (self->steps, first);
          return i;
        }
    }
  sequence.next_ending = last->first_ending;
  last->first_ending = self->sequences->len;
  g_array_append_val (self->sequences, sequence);
  return self->sequences->len - 1;
}

/* The parts from *@at to the next “&”. */
static guint
add_sequence (FwCompiling *compiling,
              GArray *parts,
              guint *at,
              gboolean chinese,
              gboolean open_end)
{
  guint first = compiling->watch->steps->len;

  do
    {
      const FwPatternPart *part = &g_array_index (parts, FwPatternPart, *at);
      FwStep step = { find_or_add_slot (compiling, chinese, part->text, open_end && *at + 1 == parts->len), part->gap };

      g_array_append_val (compiling->watch->steps, step);
      (*at)++;
    }
  while (*at < parts->len && g_array_index (parts, FwPatternPart, *at).gap != FW_GAP_NONE);
  return find_or_add_sequence (compiling, first);
}

static void
add_pattern (FwCompiling *compiling,
             const FwPhrase *phrase,
             gboolean chinese,
             const char *text)
{
  FwPhraseWatch *self = compiling->watch;
  g_autoptr (GArray) parts = _fw_pattern_split (text);
  FwPattern pattern = { .phrase = phrase, .chinese = chinese, .first_other = self->others->len };
  gboolean open_end = phrase != NULL && phrase->open_end;
  guint at = 0, sequence = add_sequence (compiling, parts, &at, chinese, open_end);
  FwSequence *first;

  while (at < parts->len)
    {
      guint other = add_sequence (compiling, parts, &at, chinese, open_end);

      g_array_append_val (self->others, other);
      pattern.n_others++;
    }
  pattern.guarded = phrase != NULL && !begins_negated (self->lexicon, phrase);
  first = &g_array_index (self->sequences, FwSequence, sequence);
  pattern.next_pattern = first->first_pattern;
  first->first_pattern = self->patterns->len;
  g_array_append_val (self->patterns, pattern);
}

/* Whether a phrase is nothing but this slot, and may be written otherwise. */
static gboolean
is_a_phrase (FwPhraseWatch *self,
             const FwSlot *slot)
{
  for (guint i = slot->first_ending; i != FW_NONE; i = g_array_index (self->sequences, FwSequence, i).next_ending)
    {
      const FwSequence *sequence = &g_array_index (self->sequences, FwSequence, i);

      if (sequence->n_steps > 1)
        continue;
      for (guint j = sequence->first_pattern; j != FW_NONE; j = g_array_index (self->patterns, FwPattern, j).next_pattern)
        if (_fw_pattern_may_be_heard (&g_array_index (self->patterns, FwPattern, j)))
          return TRUE;
    }
  return FALSE;
}

static void
add_heard (FwPhraseWatch *self,
           guint number)
{
  const FwWord *word = &g_array_index (self->words, FwWord, number);
  const FwSlot *slot = &g_array_index (self->slots, FwSlot, word->slot);
  g_autofree guint32 *syllables = NULL;
  guint n = 0;

  for (guint i = 0; i < word->length; i++)
    n += fw_han_is (word->symbols[i]);
  if (n < (slot->n_ways == 1 ? LEAST_SYLLABLES : LEAST_SYLLABLES_OF_MANY) || !is_a_phrase (self, slot))
    return;
  syllables = g_new (guint32, word->length);
  for (guint i = 0; i < word->length; i++)
    syllables[i] = fw_han_read (word->symbols[i]);
  fw_automaton_add (self->heard, syllables, word->length, number);
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
  g_autoptr (GHashTable) slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FwCompiling compiling = { self, slots };

  self->written = fw_automaton_new (count_symbols (phrases));
  for (guint i = 0; i < phrases->len; i++)
    add_pattern (&compiling, phrases->pdata[i], ((FwPhrase *) phrases->pdata[i])->chinese, ((FwPhrase *) phrases->pdata[i])->text);
  for (guint i = 0; i < negations->len; i++)
    add_pattern (&compiling, NULL, ((FwNegation *) negations->pdata[i])->chinese, ((FwNegation *) negations->pdata[i])->text);
  self->heard = fw_automaton_new (count_symbols (phrases));
  for (guint i = 0; i < self->words->len; i++)
    add_heard (self, i);
  fw_automaton_finish (self->written);
  fw_automaton_finish (self->heard);
}
