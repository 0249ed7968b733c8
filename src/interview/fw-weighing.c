#include "interview/fw-weighing.h"

#include <math.h>
#include <string.h>

#include "interview/fw-automaton.h"
#include "interview/fw-han.h"
#include "interview/fw-lexicon-private.h"
#include "interview/fw-word-weights.h"

/* A stretch ends with the sentence that makes it as long: shorter ones belong together. */
#define STRETCH_SYMBOLS 60

/* A few characters or words tell nothing together: a phrase has to tell it. */
#define LEAST_SYMBOLS 11

#define SCALES 2

/* Who hears that a sentence may mean a fourth thing looks at none of them. */
#define MOST_ADDED 3

/* What is longer than anything that the weights were learnt from is not doubted. */
#define LONGEST_DOUBTED (2 * STRETCH_SYMBOLS)

/* Where a phrase of another class was found, so great a share is needed for one more alert. */
#define BESIDE_OTHERS 0.3

/* The words of one language on the scales. */
typedef struct
{
  const FwWordWeights *weights;
  guint *met;     /* by clue: the stretch in which it was met */
  double *sums;   /* by class, in hundredths */
  guint n_clues;  /* met in this stretch */
} FwScale;

/* Characters of the line as typed. */
typedef struct
{
  guint offset;
  guint length;
} FwPlaceTyped;

/* What the automaton answers. */
typedef struct
{
  guint scale;
  guint clue;
} FwClueOf;

struct _FwWeighing
{
  FwSpokenLine *line;
  FwAutomaton *clues;
  GArray *clues_of;   /* FwClueOf */
  FwScale scales[SCALES];
  guint n_scales;
  guint32 state;
  guint stretch;
  guint first;        /* symbol of the stretch */
  guint n_symbols;
  gboolean chinese;
};

static void
add_clue (FwWeighing *self,
          GArray *symbols,
          guint scale,
          guint number)
{
  const FwClue *clue = &g_array_index (self->scales[scale].weights->clues, FwClue, number);
  FwClueOf of = { scale, number };

  if (clue->text[0] == '@')
    return;
  _fw_spoken_line_read (self->line, clue->text, strlen (clue->text));
  g_array_set_size (symbols, 0);
  for (guint i = 0; i < self->line->n_symbols && _fw_spoken_line_at (self->line, i)->symbol != 0; i++)
    g_array_append_val (symbols, _fw_spoken_line_at (self->line, i)->symbol);
  if (symbols->len == 0)
    return;
  fw_automaton_add (self->clues, &g_array_index (symbols, guint32, 0), symbols->len, self->clues_of->len);
  g_array_append_val (self->clues_of, of);
}

/**
 * _fw_weighing_new:
 * @line: reads the talk; the words of the clues become known to it
 *
 * Returns: (transfer full) (nullable): scales for the weights of the lexicon; %NULL where it has none
 */
FwWeighing *
_fw_weighing_new (FwLexicon *lexicon,
                  FwSpokenLine *line)
{
  FwWeighing *self;
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (lexicon->weights->len == 0)
    return NULL;
  self = g_new0 (FwWeighing, 1);
  self->line = line;
  self->n_scales = MIN (lexicon->weights->len, SCALES);
  self->clues = fw_automaton_new (1 << 16);
  self->clues_of = g_array_new (FALSE, FALSE, sizeof (FwClueOf));
  line->learning = TRUE;
  for (guint i = 0; i < self->n_scales; i++)
    {
      FwScale *scale = &self->scales[i];

      scale->weights = lexicon->weights->pdata[i];
      scale->met = g_new0 (guint, scale->weights->clues->len);
      scale->sums = g_new0 (double, scale->weights->phrases->len);
      for (guint j = 0; j < scale->weights->clues->len; j++)
        add_clue (self, symbols, i, j);
    }
  line->learning = FALSE;
  fw_automaton_finish (self->clues);
  return self;
}

void
_fw_weighing_free (FwWeighing *self)
{
  for (guint i = 0; i < self->n_scales; i++)
    {
      g_free (self->scales[i].met);
      g_free (self->scales[i].sums);
    }
  fw_automaton_free (self->clues);
  g_array_unref (self->clues_of);
  g_free (self);
}

static void
begin_stretch (FwWeighing *self,
               guint first)
{
  self->state = 0;
  self->stretch++;
  self->first = first;
  self->n_symbols = 0;
  self->chinese = FALSE;
  for (guint i = 0; i < self->n_scales; i++)
    {
      FwScale *scale = &self->scales[i];

      scale->n_clues = 0;
      for (guint j = 0; j < scale->weights->phrases->len; j++)
        scale->sums[j] = 0;
    }
}

/**
 * _fw_weighing_begin:
 *
 * A line has been read: its first stretch begins.
 */
void
_fw_weighing_begin (FwWeighing *self)
{
  begin_stretch (self, 0);
}

/* However often it is said it counts once. */
static void
meet_clue (FwWeighing *self,
           FwScale *scale,
           guint number)
{
  const FwClue *clue = &g_array_index (scale->weights->clues, FwClue, number);

  if (scale->met[number] == self->stretch)
    return;
  scale->met[number] = self->stretch;
  scale->n_clues++;
  for (guint i = clue->first; i < clue->first + clue->n; i++)
    {
      const FwWeight *weight = &g_array_index (scale->weights->weights, FwWeight, i);

      scale->sums[weight->class] += weight->weight;
    }
}

/**
 * _fw_weighing_take:
 * @index: of the next symbol of the line
 */
void
_fw_weighing_take (FwWeighing *self,
                   guint index)
{
  guint32 symbol = _fw_spoken_line_at (self->line, index)->symbol;

  self->n_symbols++;
  self->chinese |= fw_han_is (symbol);
  if (symbol == 0)
    {
      self->state = 0;
      return;
    }
  self->state = fw_automaton_step (self->clues, self->state, symbol);
  if (!fw_automaton_ends_word (self->state))
    return;
  for (guint32 output = fw_automaton_first_output (self->clues, self->state); output != FW_AUTOMATON_NOTHING;
       output = fw_automaton_next_output (self->clues, output))
    {
      const FwClueOf *of = &g_array_index (self->clues_of, FwClueOf, fw_automaton_get_value (self->clues, output));

      meet_clue (self, &self->scales[of->scale], of->clue);
    }
}

/**
 * _fw_weighing_is_long:
 *
 * Returns: whether the stretch ends with the sentence that was taken last
 */
gboolean
_fw_weighing_is_long (FwWeighing *self)
{
  return self->n_symbols >= STRETCH_SYMBOLS;
}

/* From its first word to its last. */
static FwPlaceTyped
place_of_stretch (FwWeighing *self)
{
  const FwSpoken *first = _fw_spoken_line_at (self->line, self->first), *last = first;

  for (guint i = self->first; i < self->first + self->n_symbols; i++)
    if (_fw_spoken_line_at (self->line, i)->symbol != 0)
      last = _fw_spoken_line_at (self->line, i);
  return (FwPlaceTyped){ first->first, last->end - first->first };
}

/* From sums to shares, which are one together. */
static void
share_out (FwScale *scale)
{
  guint n = scale->weights->phrases->len;
  double most = -G_MAXDOUBLE, all = 0, unit = 1 / (100 * sqrt (scale->n_clues + 1.0));

  for (guint i = 0; i < n; i++)
    most = MAX (most, scale->sums[i]);
  for (guint i = 0; i < n; i++)
    all += scale->sums[i] = exp ((scale->sums[i] - most) * unit);
  for (guint i = 0; i < n; i++)
    scale->sums[i] /= all;
}

/* Nothing takes from what is to life and limb, from what is critical, or from a company's own phrases. What only sounds like a phrase is written in
 * words that say nothing, and what is most of all that was said is what was said. */
static gboolean
is_doubtful (const FwAlert *alert,
             FwScale *scale,
             guint said)
{
  if (!alert->phrase->weighed || alert->possible || alert->severity >= FW_ALERT_CRITICAL || alert->phrase->of->danger || 2 * alert->length >= said)
    return FALSE;
  for (guint i = 1; i < scale->weights->phrases->len; i++)
    if (((const FwPhrase *) scale->weights->phrases->pdata[i])->of == alert->phrase->of)
      return scale->sums[i] < scale->weights->doubt;
  return FALSE;
}

/* What the phrases of two classes tell is not doubted. */
static gboolean
is_told_twice (GArray *alerts,
               guint first)
{
  const FwPhraseClass *one = NULL;

  for (guint i = first; i < alerts->len; i++)
    {
      const FwAlert *alert = &g_array_index (alerts, FwAlert, i);

      if (alert->possible)
        continue;
      if (one != NULL && one != alert->phrase->of)
        return TRUE;
      one = alert->phrase->of;
    }
  return FALSE;
}

static void
drop_doubtful (FwScale *scale,
               guint said,
               GArray *alerts,
               guint first)
{
  for (guint i = alerts->len; i > first; i--)
    if (is_doubtful (&g_array_index (alerts, FwAlert, i - 1), scale, said))
      g_array_remove_index (alerts, i - 1);
}

/* How great a share of other classes is needed beside what phrases have told: beside what is to life and limb none is enough. */
static double
least_beside (GArray *alerts,
              guint first)
{
  for (guint i = first; i < alerts->len; i++)
    if (g_array_index (alerts, FwAlert, i).phrase->of->danger)
      return 2;
  return first < alerts->len ? BESIDE_OTHERS : 0;
}

static gboolean
is_told (const FwPhraseClass *class,
         GArray *alerts,
         guint first)
{
  for (guint i = first; i < alerts->len; i++)
    if (g_array_index (alerts, FwAlert, i).phrase->of == class)
      return TRUE;
  return FALSE;
}

/* One step below its class: it was not said outright. */
static void
add_alert (const FwPhrase *phrase,
           FwPlaceTyped place,
           GArray *alerts)
{
  FwAlert alert = { phrase, phrase->of->severity, place.offset, place.length, TRUE, FALSE };

  if (alert.severity > FW_ALERT_INFO)
    alert.severity--;
  g_array_append_val (alerts, alert);
}

static gboolean
may_say_it (const FwPhraseClass *class,
            FwSpeaker speaker)
{
  return class->speaker == FW_SPEAKER_ANY || class->speaker == speaker;
}

/* The greatest share of a class. */
static double
greatest_of (FwScale *scale)
{
  double greatest = 0;

  for (guint i = 1; i < scale->weights->phrases->len; i++)
    greatest = MAX (greatest, scale->sums[i]);
  return greatest;
}

/* Whether the words, all in all, speak for anything. */
static gboolean
speaks_for_any (FwScale *scale,
                FwSpeaker speaker)
{
  return 1 - scale->sums[0] >= (speaker == FW_SPEAKER_INTERVIEWER ? scale->weights->own : scale->weights->any);
}

/* What else is in a sentence hides nothing that is to life and limb. */
static gboolean
speaks_for (FwScale *scale,
            guint i,
            double least,
            FwSpeaker speaker)
{
  const FwPhrase *phrase = scale->weights->phrases->pdata[i];

  if (phrase->of->danger)
    return scale->sums[i] >= MAX (scale->weights->danger, least);
  return speaks_for_any (scale, speaker) && scale->sums[i] >= least;
}

/* The class that is most spoken for of those that are not told yet; %NULL where there is none. */
static const FwPhrase *
find_greatest (FwScale *scale,
               double least,
               FwSpeaker speaker,
               GArray *alerts,
               guint first_alert)
{
  const FwPhrase *greatest = NULL;
  double share = 0;

  for (guint i = 1; i < scale->weights->phrases->len; i++)
    {
      const FwPhrase *phrase = scale->weights->phrases->pdata[i];

      if (scale->sums[i] <= share || phrase->of == NULL || !speaks_for (scale, i, least, speaker) || !may_say_it (phrase->of, speaker) || is_told (phrase->of, alerts, first_alert))
        continue;
      greatest = phrase;
      share = scale->sums[i];
    }
  return greatest;
}

static void
add_told (FwScale *scale,
          FwPlaceTyped place,
          FwSpeaker speaker,
          GArray *alerts,
          guint first_alert)
{
  const FwWordWeights *weights = scale->weights;
  double least = MAX (MAX (weights->least, weights->part * greatest_of (scale)), least_beside (alerts, first_alert));

  for (guint n = 0; n < MOST_ADDED; n++)
    {
      const FwPhrase *phrase = find_greatest (scale, least, speaker, alerts, first_alert);

      if (phrase == NULL)
        break;
      add_alert (phrase, place, alerts);
    }
}

static void
judge_by (FwWeighing *self,
          FwScale *scale,
          FwSpeaker speaker,
          gboolean complete,
          GArray *alerts,
          guint first_alert)
{
  const FwWordWeights *weights = scale->weights;
  FwPlaceTyped place = place_of_stretch (self);

  meet_clue (self, scale, speaker == FW_SPEAKER_INTERVIEWER ? weights->interviewer : weights->employee);
  share_out (scale);
  if (self->n_symbols <= LONGEST_DOUBTED && !speaks_for_any (scale, speaker) && !is_told_twice (alerts, first_alert))
    drop_doubtful (scale, place.length, alerts, first_alert);
  if (complete && self->n_symbols >= LEAST_SYMBOLS)
    add_told (scale, place, speaker, alerts, first_alert);
}

/**
 * _fw_weighing_judge:
 * @speaker: whose words they are, the employee's or the interviewer's
 * @complete: the stretch has been said to its end; before that nothing is added
 * @alerts: FwAlert
 * @first_alert: of this stretch
 *
 * Takes off the alerts of the stretch what its words speak against, adds what they speak for, and begins the next stretch.
 */
void
_fw_weighing_judge (FwWeighing *self,
                    FwSpeaker speaker,
                    gboolean complete,
                    GArray *alerts,
                    guint first_alert)
{
  for (guint i = 0; i < self->n_scales; i++)
    if (self->scales[i].weights->chinese == self->chinese)
      judge_by (self, &self->scales[i], speaker, complete, alerts, first_alert);
  begin_stretch (self, self->first + self->n_symbols);
}
