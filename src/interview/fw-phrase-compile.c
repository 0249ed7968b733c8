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
  guint *slots; /* 1 + index; of each part of the lexicon two: as it is, and where its last word may go on */
} FwCompiling;

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

/* One way to say the slot that is being made, as lines are compared. */
static void
add_word (FwPhraseWatch *self,
          FwWay way,
          gboolean open_end)
{
  FwWord word = { .slot = self->slots->len, .first = self->symbols->len };
  guint32 *symbols;

  _fw_spoken_line_read (self->line, way.text, way.length);
  word.length = self->line->n_symbols;
  while (word.length > 0 && _fw_spoken_line_at (self->line, word.length - 1)->symbol == 0)
    word.length--;
  if (word.length == 0)
    return;
  g_array_set_size (self->symbols, word.first + word.length);
  symbols = &g_array_index (self->symbols, guint32, word.first);
  for (guint i = 0; i < word.length; i++)
    symbols[i] = _fw_spoken_line_at (self->line, i)->symbol;
  if (open_end || way.text[way.length - 1] == '*')
    symbols[word.length - 1] = _fw_spoken_line_open_word (self->line, symbols[word.length - 1]);
  fw_automaton_add (self->written, symbols, word.length, self->words->len);
  g_array_append_val (self->words, word);
}

static guint
find_or_add_slot (FwCompiling *compiling,
                  const FwPart *part,
                  gboolean open_end)
{
  FwPhraseWatch *self = compiling->watch;
  guint *known = &compiling->slots[2 * part->number + (open_end ? 1 : 0)];
  FwSlot slot = { .chinese = part->chinese, .n_ways = part->ways.n, .first_word = self->words->len, .first_ending = FW_NONE };

  if (*known > 0)
    return *known - 1;
  for (FwWay way = _fw_ways_first (part->ways); way.text != NULL; way = _fw_ways_next (part->ways, way))
    add_word (self, way, open_end);
  slot.n_words = self->words->len - slot.first_word;
  g_array_append_val (self->slots, slot);
  *known = self->slots->len;
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

/* The parts from *@at to the next “&” or to @end. */
static guint
add_sequence (FwCompiling *compiling,
              guint *at,
              guint end,
              gboolean open_end)
{
  FwPhraseWatch *self = compiling->watch;
  const FwPartStep *parts = &g_array_index (self->lexicon->steps, FwPartStep, 0);
  guint first = self->steps->len;

  do
    {
      const FwPart *part = self->lexicon->parts->pdata[parts[*at].part];
      FwStep step = { find_or_add_slot (compiling, part, open_end && *at + 1 == end), parts[*at].gap };

      g_array_append_val (self->steps, step);
      (*at)++;
    }
  while (*at < end && parts[*at].gap != FW_GAP_NONE);
  return find_or_add_sequence (compiling, first);
}

/* The steps from @at on; @phrase is NULL for a negation. */
static void
add_pattern (FwCompiling *compiling,
             const FwPhrase *phrase,
             gboolean chinese,
             guint at,
             guint n_steps)
{
  FwPhraseWatch *self = compiling->watch;
  FwPattern pattern = { .phrase = phrase, .chinese = chinese, .first_other = self->others->len };
  gboolean open_end = phrase != NULL && phrase->open_end;
  guint end = at + n_steps, sequence = add_sequence (compiling, &at, end, open_end);
  FwSequence *first;

  while (at < end)
    {
      guint other = add_sequence (compiling, &at, end, open_end);

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

/* A word by its sound, where that is long enough to be told from others. */
static void
add_heard (FwPhraseWatch *self,
           guint number,
           guint least_syllables,
           GArray *syllables)
{
  const FwWord *word = &g_array_index (self->words, FwWord, number);
  const guint32 *symbols = &g_array_index (self->symbols, guint32, word->first);
  guint n = 0;

  for (guint i = 0; i < word->length; i++)
    n += fw_han_is (symbols[i]);
  if (n < least_syllables)
    return;
  g_array_set_size (syllables, word->length);
  for (guint i = 0; i < word->length; i++)
    g_array_index (syllables, guint32, i) = fw_han_read (symbols[i]);
  fw_automaton_add (self->heard, &g_array_index (syllables, guint32, 0), word->length, number);
}

static void
add_all_heard (FwPhraseWatch *self)
{
  g_autoptr (GArray) syllables = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->slots->len; i++)
    {
      const FwSlot *slot = &g_array_index (self->slots, FwSlot, i);

      if (!slot->chinese || !is_a_phrase (self, slot))
        continue;
      for (guint j = 0; j < slot->n_words; j++)
        add_heard (self, slot->first_word + j, slot->n_ways == 1 ? LEAST_SYLLABLES : LEAST_SYLLABLES_OF_MANY, syllables);
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
  g_autofree guint *slots = g_new0 (guint, 2 * self->lexicon->parts->len);
  FwCompiling compiling = { self, slots };

  self->line->learning = TRUE;
  self->written = fw_automaton_new (count_symbols (phrases));
  for (guint i = 0; i < phrases->len; i++)
    {
      const FwPhrase *phrase = phrases->pdata[i];

      add_pattern (&compiling, phrase, phrase->chinese, phrase->first_step, phrase->n_steps);
    }
  for (guint i = 0; i < negations->len; i++)
    {
      const FwNegation *negation = negations->pdata[i];

      add_pattern (&compiling, NULL, negation->chinese, negation->first_step, negation->n_steps);
    }
  self->line->learning = FALSE;
  fw_automaton_finish (self->written);
  self->heard = fw_automaton_new (count_symbols (phrases));
  add_all_heard (self);
  fw_automaton_finish (self->heard);
}
