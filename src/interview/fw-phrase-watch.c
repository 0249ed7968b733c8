#include "interview/fw-phrase-watch-private.h"

#include <string.h>

#include "interview/fw-han.h"

/* How much may stand in a gap, and between a negation and what it negates. */
#define GAP_CHARACTERS 4
#define GAP_WORDS 3
#define FAR_CHARACTERS 12
#define FAR_WORDS 8
#define NEGATION_CHARACTERS 3
#define NEGATION_WORDS 2

/* Three syllables alone sound like much else: one character at least has to be the phrase's own. */
#define SURE_SYLLABLES 4

/* As many in one piece are no piece of other words. */
#define WHOLE_CHARACTERS 4

/**
 * fw_phrase_watch_new:
 *
 * Returns: (transfer full): a watch for all phrases of the lexicon
 */
FwPhraseWatch *
fw_phrase_watch_new (FwLexicon *lexicon)
{
  FwPhraseWatch *self = g_new0 (FwPhraseWatch, 1);

  self->lexicon = fw_lexicon_ref (lexicon);
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (FwWord), lexicon->phrases->len);
  self->slots = g_array_sized_new (FALSE, FALSE, sizeof (FwSlot), lexicon->phrases->len);
  self->steps = g_array_sized_new (FALSE, FALSE, sizeof (FwStep), lexicon->phrases->len);
  self->sequences = g_array_sized_new (FALSE, FALSE, sizeof (FwSequence), lexicon->phrases->len);
  self->patterns = g_array_sized_new (FALSE, FALSE, sizeof (FwPattern), lexicon->phrases->len);
  self->others = g_array_new (FALSE, FALSE, sizeof (guint));
  self->line = _fw_spoken_line_new (lexicon->contractions);
  self->breaks = _fw_word_breaks_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->negations = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->best = g_new0 (guint, lexicon->classes->len);
  self->quiet = g_new0 (guint, lexicon->classes->len);
  _fw_phrase_watch_compile (self);
  self->weighing = _fw_weighing_new (lexicon, self->line);
  return self;
}

void
fw_phrase_watch_free (FwPhraseWatch *self)
{
  g_array_unref (self->symbols);
  g_array_unref (self->words);
  g_array_unref (self->slots);
  g_array_unref (self->steps);
  g_array_unref (self->sequences);
  g_array_unref (self->patterns);
  g_array_unref (self->others);
  fw_automaton_free (self->written);
  fw_automaton_free (self->heard);
  _fw_spoken_line_free (self->line);
  _fw_word_breaks_free (self->breaks);
  g_clear_pointer (&self->weighing, _fw_weighing_free);
  g_array_unref (self->found);
  g_array_unref (self->waiting);
  g_array_unref (self->exceptions);
  g_array_unref (self->negations);
  g_free (self->best);
  g_free (self->quiet);
  fw_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * fw_phrase_watch_get_lexicon:
 *
 * Returns: (transfer none): what is watched for
 */
FwLexicon *
fw_phrase_watch_get_lexicon (FwPhraseWatch *self)
{
  return self->lexicon;
}

static guint32
symbol_at (FwPhraseWatch *self,
           guint index)
{
  return _fw_spoken_line_at (self->line, index)->symbol;
}

static guint32
symbol_pauses (FwPhraseWatch *self,
               guint index)
{
  return _fw_spoken_line_at (self->line, index)->pauses;
}

/* Of the line as it is compared. */
static guint32
characters_between (FwPhraseWatch *self,
                    guint from,
                    guint to)
{
  return _fw_spoken_line_at (self->line, to)->characters - _fw_spoken_line_at (self->line, from)->characters;
}

/* Whether no more than so many characters, or words of English, stand between two places. */
static gboolean
is_near (FwPhraseWatch *self,
         gboolean chinese,
         guint from,
         guint to,
         guint characters,
         guint words)
{
  guint spaces = 0;

  if (to < from)
    return FALSE;
  if (chinese) /* a symbol is a character at least */
    return to - from <= characters && characters_between (self, from, to) <= characters;
  for (guint i = from; i < to && spaces <= words + 1; i++)
    spaces += symbol_at (self, i) == ' ';
  return spaces <= words + 1;
}

/* Behind a comma something else is often begun: nothing near is looked for there, and what may be far off no farther than the next. */
static gboolean
pauses_too_often (FwPhraseWatch *self,
                  gboolean far,
                  guint from,
                  guint to)
{
  return symbol_pauses (self, to) - symbol_pauses (self, from - 1) > (far ? 1 : 0);
}

static gboolean
follows (FwPhraseWatch *self,
         const FwStep *step,
         gboolean chinese,
         guint from,
         guint to)
{
  gboolean far = step->gap == FW_GAP_FAR;

  if (!is_near (self, chinese, from, to, far ? FAR_CHARACTERS : GAP_CHARACTERS, far ? FAR_WORDS : GAP_WORDS))
    return FALSE;
  return !chinese || !pauses_too_often (self, far, from, to);
}

/* Whether what was found of a slot begins inside a word of Chinese; what is long does so hardly ever. */
static gboolean
is_cut (FwPhraseWatch *self,
        const FwSlot *slot,
        FwPlace place)
{
  return slot->chinese && place.end - place.start < WHOLE_CHARACTERS && _fw_word_breaks_cut (self->breaks, self->line, place.start);
}

/* Whether the slots before @steps[@last] stand before *@start, each near enough; the nearest are taken. *@start becomes where the first begins.
 * @uncut: only those that are no pieces of other words. */
static gboolean
has_before (FwPhraseWatch *self,
            const FwStep *steps,
            guint last,
            gboolean uncut,
            guint *start)
{
  const FwSlot *before;

  if (last == 0)
    return TRUE;
  before = &g_array_index (self->slots, FwSlot, steps[last - 1].slot);
  if (before->sentence != self->sentence)
    return FALSE;
  for (guint i = 0; i < MIN (before->n_places, FW_PLACES); i++)
    {
      FwPlace place = before->places[(before->n_places - 1 - i) % FW_PLACES];

      if (uncut && is_cut (self, before, place))
        continue;
      if (!follows (self, &steps[last], before->chinese, place.end, *start) || !has_before (self, steps, last - 1, uncut, &place.start))
        continue;
      *start = place.start;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_phrase (const FwPattern *pattern)
{
  return pattern->phrase != NULL && pattern->phrase->role <= FW_PHRASE_WEAK;
}

static void
take_pattern (FwPhraseWatch *self,
              const FwPattern *pattern,
              FwPlace place,
              gboolean possible)
{
  FwFound found = { pattern, place, possible };

  if (pattern->phrase == NULL)
    g_array_append_val (self->negations, found);
  else if (pattern->n_others > 0)
    g_array_append_val (self->waiting, found);
  else if (pattern->phrase->role == FW_PHRASE_EXCEPTION)
    g_array_append_val (self->exceptions, found);
  else if (pattern->phrase->role == FW_PHRASE_UNLESS)
    self->quiet[pattern->phrase->of->order] = self->sentence;
  else
    g_array_append_val (self->found, found);
}

static void
remember (FwPhraseWatch *self,
          FwSlot *slot,
          FwPlace place)
{
  if (slot->sentence != self->sentence)
    slot->n_places = 0;
  slot->sentence = self->sentence;
  slot->places[slot->n_places++ % FW_PLACES] = place;
}

/* A sequence whose last slot was found. What takes back or negates counts also as a piece of another word, a phrase does not. */
static void
take_sequence (FwPhraseWatch *self,
               FwSequence *sequence,
               const FwSlot *slot,
               FwPlace place)
{
  const FwStep *steps = &g_array_index (self->steps, FwStep, sequence->first_step);
  guint last = sequence->n_steps - 1;
  FwPlace any = place, own = place;
  gboolean is_own;

  if (!has_before (self, steps, last, FALSE, &any.start))
    return;
  is_own = !is_cut (self, slot, place) && has_before (self, steps, last, TRUE, &own.start);
  if (is_own)
    sequence->sentence = self->sentence;
  for (guint i = sequence->first_pattern; i != FW_NONE; i = g_array_index (self->patterns, FwPattern, i).next_pattern)
    {
      const FwPattern *pattern = &g_array_index (self->patterns, FwPattern, i);

      if (is_own || !is_phrase (pattern))
        take_pattern (self, pattern, is_own ? own : any, FALSE);
    }
}

static void
take_written (FwPhraseWatch *self,
              const FwWord *word,
              guint end)
{
  FwPlace place = { end - word->length, end };
  FwSlot *slot = &g_array_index (self->slots, FwSlot, word->slot);
  FwSequence *sequence;
  gboolean broken; /* a comma stands in it: it may be a phrase of its own, but is no part of one with gaps */

  broken = slot->chinese && pauses_too_often (self, FALSE, place.start + 1, place.end - 1);
  if (!broken)
    remember (self, slot, place);
  for (guint i = slot->first_ending; i != FW_NONE; i = sequence->next_ending)
    {
      sequence = &g_array_index (self->sequences, FwSequence, i);
      if (!broken || sequence->n_steps == 1)
        take_sequence (self, sequence, slot, place);
    }
}

/* What sounds like a phrase and is not written like it. */
static void
take_heard (FwPhraseWatch *self,
            const FwWord *word,
            guint end)
{
  FwPlace place = { end - word->length, end };
  const FwSlot *slot = &g_array_index (self->slots, FwSlot, word->slot);
  const FwSequence *sequence;
  guint same = 0;

  for (guint i = 0; i < word->length; i++)
    same += symbol_at (self, place.start + i) == g_array_index (self->symbols, guint32, word->first + i);
  if (same == word->length || (same == 0 && word->length < SURE_SYLLABLES))
    return;
  for (guint i = slot->first_ending; i != FW_NONE; i = sequence->next_ending)
    {
      sequence = &g_array_index (self->sequences, FwSequence, i);
      if (sequence->n_steps > 1)
        continue;
      for (guint j = sequence->first_pattern; j != FW_NONE; j = g_array_index (self->patterns, FwPattern, j).next_pattern)
        if (_fw_pattern_may_be_heard (&g_array_index (self->patterns, FwPattern, j)))
          take_pattern (self, &g_array_index (self->patterns, FwPattern, j), place, TRUE);
    }
}

/* The phrases of which one part was found: where the others stand in the sentence as well they are found. */
static void
take_waiting (FwPhraseWatch *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const FwFound *found = &g_array_index (self->waiting, FwFound, i);
      const FwPattern *pattern = found->pattern;
      gboolean complete = TRUE;

      for (guint j = 0; complete && j < pattern->n_others; j++)
        {
          guint other = g_array_index (self->others, guint, pattern->first_other + j);

          complete = g_array_index (self->sequences, FwSequence, other).sentence == self->sentence;
        }
      if (complete && pattern->phrase->role == FW_PHRASE_UNLESS)
        self->quiet[pattern->phrase->of->order] = self->sentence;
      else if (complete)
        g_array_append_val (self->found, *found);
    }
  g_array_set_size (self->waiting, 0);
}

static void
take_outputs (FwPhraseWatch *self,
              const FwAutomaton *automaton,
              guint32 state,
              guint end)
{
  if (!fw_automaton_ends_word (state))
    return;
  for (guint32 output = fw_automaton_first_output (automaton, state); output != FW_AUTOMATON_NOTHING;
       output = fw_automaton_next_output (automaton, output))
    {
      const FwWord *word = &g_array_index (self->words, FwWord, fw_automaton_get_value (automaton, output));

      if (automaton == self->written)
        take_written (self, word, end);
      else
        take_heard (self, word, end);
    }
}

/* Whether Chinese was typed without anything between: what is passed over in a phrase, a comma, parts an exception and a negation from
 * what follows. */
static gboolean
is_in_one_piece (FwPhraseWatch *self,
                 gboolean chinese,
                 guint start,
                 guint end)
{
  guint typed = _fw_spoken_line_at (self->line, end - 1)->end - _fw_spoken_line_at (self->line, start)->first;

  return !chinese || typed == characters_between (self, start, end);
}

static gboolean
is_excepted (FwPhraseWatch *self,
             const FwFound *found)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      const FwFound *exception = &g_array_index (self->exceptions, FwFound, i);

      if (exception->pattern->phrase->of == found->pattern->phrase->of && exception->place.start < found->place.end &&
          exception->place.end > found->place.start &&
          is_in_one_piece (self, exception->pattern->chinese, exception->place.start, exception->place.end))
        return TRUE;
    }
  return FALSE;
}

/* How many negations end before a place: they stand in the order of their ends. */
static guint
count_negations_before (FwPhraseWatch *self,
                        guint place)
{
  guint least = 0, most = self->negations->len;

  while (least < most)
    {
      guint middle = least + (most - least) / 2;

      if (g_array_index (self->negations, FwFound, middle).place.end <= place)
        least = middle + 1;
      else
        most = middle;
    }
  return least;
}

/* From the nearest negation back, up to the first that is too far off. */
static gboolean
is_negated (FwPhraseWatch *self,
            const FwFound *found)
{
  gboolean chinese = found->pattern->chinese;

  if (!found->pattern->guarded)
    return FALSE;
  for (guint i = count_negations_before (self, found->place.start); i > 0; i--)
    {
      const FwFound *negation = &g_array_index (self->negations, FwFound, i - 1);

      if (negation->pattern->chinese != chinese)
        continue;
      if (!is_near (self, chinese, negation->place.end, found->place.start, NEGATION_CHARACTERS, NEGATION_WORDS))
        return FALSE;
      if (is_in_one_piece (self, chinese, negation->place.start, found->place.start + 1))
        return TRUE;
    }
  return FALSE;
}

static FwAlertSeverity
lower (FwAlertSeverity severity)
{
  return severity == FW_ALERT_INFO ? FW_ALERT_INFO : severity - 1;
}

static FwAlert
make_alert (FwPhraseWatch *self,
            const FwFound *found)
{
  const FwPhrase *phrase = found->pattern->phrase;
  const FwSpoken *first = _fw_spoken_line_at (self->line, found->place.start);
  const FwSpoken *last = _fw_spoken_line_at (self->line, found->place.end - 1);
  FwAlert alert = { phrase, phrase->severity, first->first, last->end - first->first, found->possible };

  if (alert.severity == FW_ALERT_CRITICAL)
    return alert;
  alert.negated = is_negated (self, found);
  if (alert.possible)
    alert.severity = lower (alert.severity);
  if (alert.negated)
    alert.severity = lower (alert.severity);
  return alert;
}

/* Of several of a class in a sentence the gravest stays, then the one that is written so, the longest, the earliest. */
static gboolean
is_better (const FwAlert *alert,
           const FwAlert *than)
{
  if (alert->severity != than->severity)
    return alert->severity > than->severity;
  if (alert->possible != than->possible)
    return !alert->possible;
  if (alert->length != than->length)
    return alert->length > than->length;
  return alert->offset < than->offset;
}

static gboolean
concerns (const FwPhraseClass *class,
          FwSpeaker speaker)
{
  if (class->speaker == FW_SPEAKER_ANY)
    return TRUE;
  return class->speaker == speaker;
}

/* Whether something takes it back: an exception, or an unless of its class. */
static gboolean
is_taken_back (FwPhraseWatch *self,
               const FwFound *found)
{
  const FwPhrase *phrase = found->pattern->phrase;

  return (phrase->role == FW_PHRASE_WEAK && self->quiet[phrase->of->order] == self->sentence) || is_excepted (self, found);
}

static void
end_sentence (FwPhraseWatch *self,
              FwSpeaker speaker,
              GArray *alerts)
{
  guint first = alerts->len;

  take_waiting (self);
  for (guint i = 0; i < self->found->len; i++)
    {
      const FwFound *found = &g_array_index (self->found, FwFound, i);
      const FwPhraseClass *of = found->pattern->phrase->of;
      guint *best = &self->best[of->order];
      FwAlert alert;

      if (!concerns (of, speaker) || is_taken_back (self, found))
        continue;
      alert = make_alert (self, found);
      if (*best == 0)
        {
          g_array_append_val (alerts, alert);
          *best = alerts->len;
        }
      else if (is_better (&alert, &g_array_index (alerts, FwAlert, *best - 1)))
        g_array_index (alerts, FwAlert, *best - 1) = alert;
    }
  for (guint i = first; i < alerts->len; i++)
    self->best[g_array_index (alerts, FwAlert, i).phrase->of->order] = 0;
  g_array_set_size (self->found, 0);
  g_array_set_size (self->exceptions, 0);
  g_array_set_size (self->negations, 0);
  self->sentence++;
}

/* Danger first, then by severity, then as they were said. */
static int
compare_alerts_cb (gconstpointer a,
                   gconstpointer b)
{
  const FwAlert *first = a, *second = b;

  if (first->phrase->of->danger != second->phrase->of->danger)
    return first->phrase->of->danger ? -1 : 1;
  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;
  if (first->offset != second->offset)
    return first->offset < second->offset ? -1 : 1;
  return (int) first->phrase->of->order - (int) second->phrase->of->order;
}

/* Where a phrase leaves the end of its last word open, a word of the line that begins so ends it; nothing goes on behind it. */
static void
take_openings (FwPhraseWatch *self,
               guint index,
               guint32 written,
               guint32 heard)
{
  const guint32 *symbol = &g_array_index (self->line->openings, guint32, _fw_spoken_line_at (self->line, index)->openings);

  for (; *symbol != 0; symbol++)
    {
      take_outputs (self, self->written, fw_automaton_step (self->written, written, *symbol), index + 1);
      take_outputs (self, self->heard, fw_automaton_step (self->heard, heard, *symbol), index + 1);
    }
}

/* The words of a stretch have their say where it ends; of a draft that is where somebody has ended the sentence. */
static void
weigh (FwPhraseWatch *self,
       guint index,
       FwSpeaker speaker,
       gboolean draft,
       GArray *alerts,
       guint *first_alert)
{
  gboolean ended = symbol_at (self, index) == 0, last = index + 1 == self->line->n_symbols;

  if (self->weighing == NULL)
    return;
  _fw_weighing_take (self->weighing, index);
  if (!ended || !(last || _fw_weighing_is_long (self->weighing)))
    return;
  _fw_weighing_judge (self->weighing, speaker, !draft || _fw_spoken_line_at (self->line, index)->first < self->line->n_characters, alerts, *first_alert);
  *first_alert = alerts->len;
}

static void
read_symbols (FwPhraseWatch *self,
              FwSpeaker speaker,
              gboolean draft,
              GArray *alerts)
{
  guint32 written = 0, heard = 0;
  guint first_alert = 0;

  self->sentence++;
  for (guint i = 0; i < self->line->n_symbols; i++)
    {
      guint32 symbol = symbol_at (self, i);

      if (symbol == 0)
        {
          end_sentence (self, speaker, alerts);
          weigh (self, i, speaker, draft, alerts, &first_alert);
          written = heard = 0;
          continue;
        }
      weigh (self, i, speaker, draft, alerts, &first_alert);
      take_openings (self, i, written, heard);
      written = fw_automaton_step (self->written, written, symbol);
      heard = fw_automaton_step (self->heard, heard, fw_han_read (symbol));
      take_outputs (self, self->written, written, i + 1);
      take_outputs (self, self->heard, heard, i + 1);
    }
}

/* As g_utf8_validate_len(), which is asked only where the text has more than what most texts are of: ASCII, and the characters of three bytes
 * whose first alone tells that they are some. */
static gboolean
is_utf8 (const char *text,
         gsize length)
{
  const guchar *at = (const guchar *) text, *end = at + length;

  while (at < end)
    if (*at - 1u < 0x7f)
      at++;
    else if (end - at >= 3 && *at >= 0xe1 && *at <= 0xec && (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80)
      at += 3;
    else
      break;
  return g_utf8_validate_len ((const char *) at, (gsize) (end - at), NULL);
}

static GArray *
read_line (FwPhraseWatch *self,
           const char *text,
           gssize length,
           FwSpeaker speaker,
           gboolean draft)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *mended = NULL;
  GArray *alerts = g_array_new (FALSE, FALSE, sizeof (FwAlert));

  if (!is_utf8 (text, size))
    {
      mended = g_utf8_make_valid (text, (gssize) size);
      text = mended;
      size = strlen (mended);
    }
  _fw_spoken_line_read (self->line, text, size);
  _fw_word_breaks_forget (self->breaks);
  if (self->weighing != NULL)
    _fw_weighing_begin (self->weighing);
  read_symbols (self, speaker == FW_SPEAKER_ANY ? FW_SPEAKER_EMPLOYEE : speaker, draft, alerts);
  g_array_sort (alerts, compare_alerts_cb);
  return alerts;
}

/**
 * fw_phrase_watch_read:
 * @text: a line as typed or heard; bytes that are not UTF-8 count as one character each and match nothing
 * @length: in bytes, -1 where @text ends with 0
 * @speaker: whose words they are. Where that is not known they are taken for the employee's: the interviewer's own words are watched
 *   only where they are known to be the interviewer's
 *
 * Returns: (transfer full) (element-type FwAlert): one for each class and sentence; danger first, then by severity. Valid as long as the lexicon
 */
GArray *
fw_phrase_watch_read (FwPhraseWatch *self,
                      const char *text,
                      gssize length,
                      FwSpeaker speaker)
{
  return read_line (self, text, length, speaker, FALSE);
}

/**
 * fw_phrase_watch_read_draft:
 * @text: a line that is still being typed or heard
 *
 * Reads it as fw_phrase_watch_read() does, but what nobody says outright is told only of sentences that have been ended: of half a sentence the words
 * together may tell anything.
 *
 * Returns: (transfer full) (element-type FwAlert): as fw_phrase_watch_read()
 */
GArray *
fw_phrase_watch_read_draft (FwPhraseWatch *self,
                            const char *text,
                            gssize length,
                            FwSpeaker speaker)
{
  return read_line (self, text, length, speaker, TRUE);
}
