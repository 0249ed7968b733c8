#include "interview/fw-phrase-watch-private.h"

#include <string.h>

#include "interview/fw-han.h"

/* How much may stand in a gap, and between a negation and what it negates. */
#define GAP_CHARACTERS 4
#define GAP_WORDS 3
#define NEGATION_CHARACTERS 3
#define NEGATION_WORDS 2

/* Three syllables alone sound like much else: one character at least has to be the phrase's own. */
#define SURE_SYLLABLES 4

static void
part_clear (FwPart *part)
{
  g_free (part->symbols);
}

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
  self->parts = g_array_new (FALSE, FALSE, sizeof (FwPart));
  g_array_set_clear_func (self->parts, (GDestroyNotify) part_clear);
  self->line = _fw_spoken_line_new (lexicon->contractions);
  self->found = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->negations = g_array_new (FALSE, FALSE, sizeof (FwFound));
  self->best = g_new0 (guint, lexicon->classes->len);
  _fw_phrase_watch_compile (self);
  return self;
}

void
fw_phrase_watch_free (FwPhraseWatch *self)
{
  g_array_unref (self->parts);
  fw_automaton_free (self->written);
  fw_automaton_free (self->heard);
  _fw_spoken_line_free (self->line);
  g_array_unref (self->found);
  g_array_unref (self->exceptions);
  g_array_unref (self->negations);
  g_free (self->best);
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

/* Words of Latin letters begin and end where a word of the line does. */
static gboolean
stands_alone (FwPhraseWatch *self,
              const FwPart *part,
              guint start,
              guint end)
{
  if (part->bound_start && start > 0 && _fw_spoken_is_word (symbol_at (self, start - 1)))
    return FALSE;
  return !(part->bound_end && end < self->line->n_symbols && _fw_spoken_is_word (symbol_at (self, end)));
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
  if (chinese)
    return to - from <= characters;
  for (guint i = from; i < to && spaces <= words + 1; i++)
    spaces += symbol_at (self, i) == ' ';
  return spaces <= words + 1;
}

/* One part of a phrase with gaps: remembered where the parts before it have been found, and the phrase found with the last. */
static void
take_part (FwPhraseWatch *self,
           FwPart *part,
           guint start,
           guint end)
{
  FwFound found = { part, start, end, FALSE };

  if (part->index > 0)
    {
      const FwPart *before = &g_array_index (self->parts, FwPart, part->previous);

      if (before->found_in != self->sentence ||
          !is_near (self, part->chinese, before->found_end, start, GAP_CHARACTERS, GAP_WORDS))
        return;
      found.start = before->found_start;
    }
  if (part->index + 1 == part->n_parts)
    {
      g_array_append_val (self->found, found);
      return;
    }
  part->found_in = self->sentence;
  part->found_start = found.start;
  part->found_end = end;
}

static void
take_written (FwPhraseWatch *self,
              FwPart *part,
              guint end)
{
  FwFound found = { part, end - part->length, end, FALSE };

  if (!stands_alone (self, part, found.start, end))
    return;
  if (part->kind == A_NEGATION)
    g_array_append_val (self->negations, found);
  else if (part->kind == AN_EXCEPTION)
    g_array_append_val (self->exceptions, found);
  else
    take_part (self, part, found.start, end);
}

/* What sounds like a phrase and is not written like it. */
static void
take_heard (FwPhraseWatch *self,
            FwPart *part,
            guint end)
{
  FwFound found = { part, end - part->length, end, TRUE };
  guint same = 0;

  for (guint i = 0; i < part->length; i++)
    same += symbol_at (self, found.start + i) == part->symbols[i];
  if (same == part->length || (same == 0 && part->length < SURE_SYLLABLES))
    return;
  if (stands_alone (self, part, found.start, end))
    g_array_append_val (self->found, found);
}

static void
take_outputs (FwPhraseWatch *self,
              const FwAutomaton *automaton,
              guint32 state,
              guint end)
{
  for (guint32 output = fw_automaton_first_output (automaton, state); output != FW_AUTOMATON_NOTHING;
       output = fw_automaton_next_output (automaton, output))
    {
      FwPart *part = &g_array_index (self->parts, FwPart, fw_automaton_get_value (automaton, output));

      if (automaton == self->written)
        take_written (self, part, end);
      else
        take_heard (self, part, end);
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

  return !chinese || typed == end - start;
}

static gboolean
is_excepted (FwPhraseWatch *self,
             const FwFound *found)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      const FwFound *exception = &g_array_index (self->exceptions, FwFound, i);

      if (exception->part->phrase->of == found->part->phrase->of && exception->start < found->end &&
          exception->end > found->start &&
          is_in_one_piece (self, exception->part->chinese, exception->start, exception->end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_negated (FwPhraseWatch *self,
            const FwFound *found)
{
  if (!found->part->guarded)
    return FALSE;
  for (guint i = 0; i < self->negations->len; i++)
    {
      const FwFound *negation = &g_array_index (self->negations, FwFound, i);

      if (negation->part->chinese == found->part->chinese &&
          is_near (self, found->part->chinese, negation->end, found->start, NEGATION_CHARACTERS, NEGATION_WORDS) &&
          is_in_one_piece (self, found->part->chinese, negation->start, found->start + 1))
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
  const FwSpoken *first = _fw_spoken_line_at (self->line, found->start);
  const FwSpoken *last = _fw_spoken_line_at (self->line, found->end - 1);
  FwAlert alert = { found->part->phrase, found->part->phrase->severity, first->first, last->end - first->first, found->possible };

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
  return class->speaker == (speaker == FW_SPEAKER_ANY ? FW_SPEAKER_EMPLOYEE : speaker);
}

static void
end_sentence (FwPhraseWatch *self,
              FwSpeaker speaker,
              GArray *alerts)
{
  guint first = alerts->len;

  for (guint i = 0; i < self->found->len; i++)
    {
      const FwFound *found = &g_array_index (self->found, FwFound, i);
      guint *best = &self->best[found->part->phrase->of->order];
      FwAlert alert;

      if (!concerns (found->part->phrase->of, speaker) || is_excepted (self, found))
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

static void
read_symbols (FwPhraseWatch *self,
              FwSpeaker speaker,
              GArray *alerts)
{
  guint32 written = 0, heard = 0;

  self->sentence++;
  for (guint i = 0; i < self->line->n_symbols; i++)
    {
      guint32 symbol = symbol_at (self, i);

      if (symbol == 0)
        {
          end_sentence (self, speaker, alerts);
          written = heard = 0;
          continue;
        }
      written = fw_automaton_step (self->written, written, symbol);
      heard = fw_automaton_step (self->heard, heard, fw_han_read (symbol));
      if (fw_automaton_ends_word (written))
        take_outputs (self, self->written, written, i + 1);
      if (fw_automaton_ends_word (heard))
        take_outputs (self, self->heard, heard, i + 1);
    }
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
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *mended = NULL;
  GArray *alerts = g_array_new (FALSE, FALSE, sizeof (FwAlert));

  if (!g_utf8_validate_len (text, size, NULL))
    {
      mended = g_utf8_make_valid (text, (gssize) size);
      text = mended;
      size = strlen (mended);
    }
  _fw_spoken_line_read (self->line, text, size);
  read_symbols (self, speaker, alerts);
  g_array_sort (alerts, compare_alerts_cb);
  return alerts;
}
