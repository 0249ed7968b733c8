#include "departure/fw-rehearsal.h"

#include <string.h>

#include "departure/fw-talk-private.h"

/* A sentence that is left sooner was not said. */
#define SECONDS_TO_SAY 2

/* Where the mood, from 0 to 10, breaks out, and where it ends the talk. */
#define OUTBURST 8
#define LEAVING 10

struct _FwRehearsal
{
  GObject parent_instance;

  FwTalk *talk; /* weak: the talk holds what it listens to */
  const FwManner *manner;
  guint32 seed;
  GRand *chance;
  guint timer;
  guint clock;            /* seconds of the rehearsal */

  /* Where the talk stands, as far as it was followed */
  char *place;
  const FwPrompt *prompt; /* what is said there; nullable */
  guint line;
  guint since;
  guint n_history;
  guint n_taken;
  guint n_raised;
  gboolean paused;
  gboolean listening;     /* there will be a sign of it at this sentence */

  GHashTable *plans;      /* script/scene → GPtrArray of FwCue still to come */
  GHashTable *said;       /* FwPrompt */
  GHashTable *reached;    /* FwScene of the script's own order */
  FwRehearsalTurn *open;  /* of the report: what was said last; nullable */
  FwReaction reaction;    /* FW_N_REACTIONS: none to come */
  guint due;              /* clock at which something may be said */
  int mood;
  gboolean burst;
  gboolean over;
  char *last;
  FwRehearsalReport report;
};

static void source_init (FwTranscriptSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwRehearsal,
                               fw_rehearsal,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FW_TYPE_TRANSCRIPT_SOURCE, source_init))

static void
turn_free (gpointer data)
{
  FwRehearsalTurn *self = data;

  g_free (self->said);
  g_free (self->good);
  g_free (self->poor);
  g_free (self->answer);
  g_free (self);
}

static void
slip_free (gpointer data)
{
  g_free (((FwRehearsalSlip *) data)->text);
  g_free (((FwRehearsalSlip *) data)->after);
  g_free (data);
}

static void
fw_rehearsal_finalize (GObject *object)
{
  FwRehearsal *self = FW_REHEARSAL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->talk);
  g_clear_pointer (&self->chance, g_rand_free);
  g_free (self->place);
  g_free (self->last);
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->said);
  g_hash_table_unref (self->reached);
  g_ptr_array_unref (self->report.turns);
  g_ptr_array_unref (self->report.slips);
  g_ptr_array_unref (self->report.skipped);
  g_free (self->report.farewell);
  G_OBJECT_CLASS (fw_rehearsal_parent_class)->finalize (object);
}

static void
fw_rehearsal_class_init (FwRehearsalClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fw_rehearsal_finalize;
}

static void
fw_rehearsal_init (FwRehearsal *self)
{
  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->said = g_hash_table_new (NULL, NULL);
  self->reached = g_hash_table_new (NULL, NULL);
  self->report.turns = g_ptr_array_new_with_free_func (turn_free);
  self->report.slips = g_ptr_array_new_with_free_func (slip_free);
  self->report.skipped = g_ptr_array_new_with_free_func (g_free);
  self->reaction = FW_N_REACTIONS;
}

/* What the employee says and feels */

static void
say (FwRehearsal *self,
     char *text)
{
  FwHeard heard = { text, FW_VOICE_EMPLOYEE, TRUE, -1 };

  g_free (self->last);
  self->last = text;
  fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
}

static void
react_soon (FwRehearsal *self,
            FwReaction reaction)
{
  if (self->reaction == FW_REACTION_LEAVING || (self->reaction == FW_REACTION_OUTBURST && reaction != FW_REACTION_LEAVING))
    return;
  self->reaction = reaction;
  self->due = self->clock + 1;
}

static void
feel (FwRehearsal *self,
      int change)
{
  self->mood = CLAMP (self->mood + change, 0, LEAVING);
  self->report.mood_worst = MAX (self->report.mood_worst, (guint) self->mood);
  if (self->mood >= LEAVING && self->burst)
    react_soon (self, FW_REACTION_LEAVING);
  else if (self->mood >= OUTBURST && !self->burst)
    {
      self->burst = TRUE;
      react_soon (self, FW_REACTION_OUTBURST);
    }
}

/* Whether what was just said raised something that nobody goes on after. */
static gboolean
is_grave (FwRehearsal *self,
          guint before)
{
  for (guint i = before; i < self->talk->raised->len; i++)
    {
      const FwTalkAlert *alert = self->talk->raised->pdata[i];

      if (!alert->own && (alert->of->danger || alert->severity == FW_ALERT_CRITICAL))
        return TRUE;
    }
  return FALSE;
}

static void
open_turn (FwRehearsal *self,
           char *said,
           char *good,
           char *poor,
           gboolean stop)
{
  FwRehearsalTurn *turn = g_new0 (FwRehearsalTurn, 1);
  guint before = self->talk->raised->len;

  turn->said = g_strdup (said);
  turn->good = good;
  turn->poor = poor;
  turn->seconds = self->clock;
  g_ptr_array_add (self->report.turns, turn);
  self->open = turn;
  say (self, said);
  turn->stop = stop || is_grave (self, before);
  self->report.upsets += turn->stop;
}

static void
say_reaction (FwRehearsal *self)
{
  FwReaction reaction = self->reaction;
  const FwSaid *said = fw_manner_react (self->manner, reaction, self->chance);

  self->reaction = FW_N_REACTIONS;
  if (said != NULL && reaction == FW_REACTION_OUTBURST)
    open_turn (self, fw_talk_dup_text (self->talk, said), g_strdup (""), g_strdup (""), TRUE);
  else if (said != NULL)
    say (self, fw_talk_dup_text (self->talk, said));
  if (reaction == FW_REACTION_LEAVING)
    fw_talk_end (self->talk);
}

/* What is still to come in the scene in which the talk is; nothing in an answer to an objection. */
static GPtrArray *
find_plan (FwRehearsal *self)
{
  const FwScene *scene = fw_talk_get_scene (self->talk);
  g_autofree char *key = NULL;
  GPtrArray *plan;

  if (scene == NULL || self->talk->script == NULL ||
      (self->talk->at.scene != NULL && g_str_has_prefix (self->talk->at.scene, "objection:")))
    return NULL;
  key = g_strdup_printf ("%s/%s", self->talk->script->id, scene->id);
  plan = g_hash_table_lookup (self->plans, key);
  if (plan == NULL)
    {
      plan = fw_scripts_plan_cues (self->talk->scripts, self->talk->script, scene, self->manner,
                                   self->talk->lines != NULL ? self->talk->lines->len : 0, self->seed);
      g_hash_table_insert (self->plans, g_steal_pointer (&key), plan);
    }
  return plan;
}

static gboolean
say_cue (FwRehearsal *self)
{
  GPtrArray *plan = find_plan (self);
  const FwCue *cue = plan != NULL && plan->len > 0 ? plan->pdata[0] : NULL;

  if (cue == NULL || cue->line > self->talk->at.line || (self->open != NULL && self->open->outcome == FW_REHEARSAL_OPEN))
    return FALSE;
  open_turn (self, fw_talk_dup_text (self->talk, &cue->says), fw_talk_dup_text (self->talk, &cue->good),
             fw_talk_dup_text (self->talk, &cue->poor), cue->stop);
  g_ptr_array_remove_index (plan, 0);
  self->listening = FALSE;
  return TRUE;
}

static void
live_a_second (FwRehearsal *self)
{
  self->clock++;
  if (self->over || self->paused || self->clock < self->due)
    return;
  if (self->reaction != FW_N_REACTIONS)
    say_reaction (self);
  else if (!say_cue (self) && self->listening)
    {
      self->listening = FALSE;
      self->reaction = FW_REACTION_LISTENING;
      say_reaction (self);
    }
}

/* What the interviewer does */

/* The first thing that is done counts; to go where the script leads counts whenever it is done. */
static void
resolve (FwRehearsal *self,
         FwRehearsalOutcome outcome)
{
  FwRehearsalTurn *turn = self->open;
  gboolean handled;

  if (turn == NULL || (turn->outcome != FW_REHEARSAL_OPEN && !(turn->outcome == FW_REHEARSAL_ANSWERED && outcome > turn->outcome)))
    return;
  handled = outcome == FW_REHEARSAL_PAUSED || outcome == FW_REHEARSAL_LED;
  turn->outcome = outcome;
  self->due = self->clock + self->manner->wait;
  if (handled)
    {
      self->report.upsets_paused += turn->stop;
      if (self->mood > (int) self->report.mood_first)
        react_soon (self, FW_REACTION_EASED);
      feel (self, turn->stop ? -2 : -1);
    }
  else if (outcome == FW_REHEARSAL_PASSED)
    feel (self, turn->stop ? 2 : 1);
}

static void
arrive (FwRehearsal *self)
{
  const FwLine *line = self->talk->lines != NULL && self->talk->at.line < self->talk->lines->len
                         ? self->talk->lines->pdata[self->talk->at.line]
                         : NULL;
  guint from = self->clock + self->manner->wait + (guint) g_rand_int_range (self->chance, 0, 3);

  g_free (self->place);
  self->place = g_strdup_printf ("%s/%u/%s", self->talk->script != NULL ? self->talk->script->id : "", self->talk->at.main,
                                 self->talk->at.scene != NULL ? self->talk->at.scene : "");
  self->line = self->talk->at.line;
  self->prompt = line != NULL ? line->prompt : NULL;
  self->since = self->clock;
  self->n_history = self->talk->history->len;
  self->due = MAX (self->due, from);
  self->listening = g_rand_int_range (self->chance, 0, 3) == 0;
  if (fw_talk_get_scene (self->talk) != NULL)
    g_hash_table_add (self->reached, (gpointer) fw_talk_get_scene (self->talk));
}

static void
leave_sentence (FwRehearsal *self)
{
  if (self->prompt != NULL && self->clock - self->since >= SECONDS_TO_SAY)
    g_hash_table_add (self->said, (gpointer) self->prompt);
}

static gboolean
has_moved (FwRehearsal *self)
{
  g_autofree char *place = g_strdup_printf ("%s/%u/%s", self->talk->script != NULL ? self->talk->script->id : "", self->talk->at.main,
                                            self->talk->at.scene != NULL ? self->talk->at.scene : "");

  return self->place == NULL || !g_str_equal (place, self->place) || self->line != self->talk->at.line;
}

/* What of the scenes that were reached was not said. */
static void
list_skipped (FwRehearsal *self)
{
  for (guint i = 0; i < self->talk->main->len; i++)
    {
      FwScene *scene = self->talk->main->pdata[i];
      g_autoptr (GPtrArray) lines = NULL;

      if (!g_hash_table_contains (self->reached, scene))
        continue;
      self->report.scenes_reached++;
      if (self->talk->facts != NULL)
        lines = fw_scripts_read (self->talk->scripts, scene->prompts, self->talk->facts, self->talk->temperament, NULL);
      for (guint l = 0; lines != NULL && l < lines->len; l++)
        if (!g_hash_table_contains (self->said, ((FwLine *) lines->pdata[l])->prompt))
          g_ptr_array_add (self->report.skipped, fw_talk_dup_text (self->talk, &((FwLine *) lines->pdata[l])->text));
    }
  self->report.scenes = self->talk->main->len;
  self->report.said = g_hash_table_size (self->said);
}

static void
finish (FwRehearsal *self)
{
  gboolean left = self->mood >= LEAVING;
  const FwSaid *farewell = fw_manner_react (self->manner,
                                            self->mood <= 3   ? FW_REACTION_CALM
                                            : self->mood <= 6 ? FW_REACTION_GUARDED
                                                              : FW_REACTION_UPSET,
                                            self->chance);

  self->over = TRUE;
  leave_sentence (self);
  list_skipped (self);
  self->report.mood_last = (guint) self->mood;
  self->report.farewell = left || farewell == NULL ? g_strdup (self->last) : fw_talk_dup_text (self->talk, farewell);
}

static void
changed_cb (FwRehearsal *self)
{
  gboolean paused = fw_talk_is_paused (self->talk), back = self->talk->history->len < self->n_history;

  if (self->over || self->talk->stage == FW_TALK_PREPARED)
    return;
  if (self->talk->stage == FW_TALK_READ_BACK)
    {
      finish (self);
      return;
    }
  if (paused && !self->paused)
    {
      self->report.breaks++;
      resolve (self, FW_REHEARSAL_PAUSED);
    }
  self->paused = paused;
  if (self->talk->n_taken != self->n_taken)
    resolve (self, FW_REHEARSAL_LED);
  self->n_taken = self->talk->n_taken;
  if (!has_moved (self))
    return;
  if (!back && self->place != NULL)
    resolve (self, FW_REHEARSAL_PASSED);
  if (!back)
    leave_sentence (self);
  arrive (self);
}

/* Own words: those that were typed and not said, and those that were said. */
static const FwPhraseClass *
read_own (FwRehearsal *self,
          const char *text)
{
  g_autoptr (GArray) found = fw_phrase_watch_read (self->talk->watch, text, -1, FW_SPEAKER_INTERVIEWER);

  for (guint i = 0; i < found->len; i++)
    {
      const FwAlert *alert = &g_array_index (found, FwAlert, i);

      if (!alert->negated && !alert->possible && alert->phrase->of->speaker == FW_SPEAKER_INTERVIEWER)
        return alert->phrase->of;
    }
  return NULL;
}

static void
count_taken_back (FwRehearsal *self,
                  const char *text)
{
  for (; self->n_raised < self->talk->raised->len; self->n_raised++)
    {
      const FwTalkAlert *alert = self->talk->raised->pdata[self->n_raised];

      self->report.taken_back += alert->own && strstr (text, alert->words) == NULL;
    }
}

static void
hear_interviewer (FwRehearsal *self,
                  const char *text)
{
  const FwPhraseClass *of = read_own (self, text);
  GPtrArray *slips = self->report.slips;
  FwRehearsalSlip *before = slips->len > 0 ? slips->pdata[slips->len - 1] : NULL;

  count_taken_back (self, text);
  if (before != NULL && before->after == NULL)
    before->after = g_strdup (text);
  if (of != NULL)
    {
      FwRehearsalSlip *slip = g_new0 (FwRehearsalSlip, 1);

      slip->text = g_strdup (text);
      slip->of = of;
      slip->seconds = self->clock;
      g_ptr_array_add (slips, slip);
    }
  if (self->open != NULL && self->open->answer == NULL && self->open->outcome != FW_REHEARSAL_PASSED)
    {
      self->open->answer = g_strdup (text);
      resolve (self, FW_REHEARSAL_ANSWERED);
      feel (self, of == NULL ? -1 : 0);
    }
  if (of != NULL)
    {
      react_soon (self, FW_REACTION_HURT);
      feel (self, of->severity == FW_ALERT_CRITICAL ? 3 : 2);
    }
}

static void
entries_cb (FwRehearsal *self,
            guint position,
            guint removed,
            guint added,
            GListModel *entries)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      if (fw_talk_entry_get_sort (entry) <= FW_TALK_PROMISE && fw_talk_entry_get_speaker (entry) != FW_TALK_EMPLOYEE)
        hear_interviewer (self, fw_talk_entry_get_text (entry));
    }
}

static gboolean
tick_cb (gpointer data)
{
  fw_rehearsal_advance (data, 1);
  return G_SOURCE_CONTINUE;
}

static gboolean
start (FwTranscriptSource *source,
       GError **error)
{
  FwRehearsal *self = FW_REHEARSAL (source);

  self->timer = g_timeout_add_seconds (1, tick_cb, self);
  arrive (self);
  return TRUE;
}

static void
stop (FwTranscriptSource *source)
{
  g_clear_handle_id (&FW_REHEARSAL (source)->timer, g_source_remove);
}

static void
source_init (FwTranscriptSourceInterface *iface)
{
  iface->start = start;
  iface->stop = stop;
}

/**
 * fw_rehearsal_new:
 * @talk: a rehearsal
 * @temperament: (nullable): whom one speaks to; %NULL: as the facts say, or somebody who talks freely
 * @seed: the same seed makes the same person
 *
 * Returns: (transfer full) (nullable): the simulated employee, who speaks once the talk listens to them; %NULL where there is nobody of that
 *   temperament
 */
FwRehearsal *
fw_rehearsal_new (FwTalk *talk,
                  const char *temperament,
                  guint32 seed,
                  GError **error)
{
  const char *known = fw_talk_get_temperament (talk);
  const char *id = temperament != NULL ? temperament : known != NULL ? known : "open";
  const FwManner *manner = fw_scripts_get_manner (talk->scripts, id, error);
  FwRehearsal *self;

  g_return_val_if_fail (talk->rehearsal, NULL);
  if (manner == NULL)
    return NULL;
  self = g_object_new (FW_TYPE_REHEARSAL, NULL);
  g_set_weak_pointer (&self->talk, talk);
  self->manner = manner;
  self->seed = seed;
  self->chance = g_rand_new_with_seed (seed);
  self->mood = (int) manner->mood;
  self->report.mood_first = self->report.mood_worst = manner->mood;
  self->n_taken = talk->n_taken;
  g_signal_connect_object (talk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk->entries, "items-changed", G_CALLBACK (entries_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fw_rehearsal_get_manner:
 *
 * Returns: (transfer none): who is simulated; valid as long as the talk
 */
const FwManner *
fw_rehearsal_get_manner (FwRehearsal *self)
{
  return self->manner;
}

/**
 * fw_rehearsal_advance:
 *
 * Lets so many seconds pass: the simulated employee waits, and then speaks. While the talk listens it is called each second.
 */
void
fw_rehearsal_advance (FwRehearsal *self,
                      guint seconds)
{
  g_autoptr (FwRehearsal) kept = g_object_ref (self);
  g_autoptr (FwTalk) talk = self->talk != NULL ? g_object_ref (self->talk) : NULL;

  for (guint i = 0; i < seconds && talk != NULL && !self->over; i++)
    live_a_second (self);
}

/**
 * fw_rehearsal_get_last:
 *
 * Returns: (nullable): what the simulated employee said last; %NULL: nothing yet
 */
const char *
fw_rehearsal_get_last (FwRehearsal *self)
{
  return self->last;
}

/**
 * fw_rehearsal_get_report:
 *
 * Returns: (transfer none): what happened so far; complete once the talk has ended, and valid as long as both
 */
const FwRehearsalReport *
fw_rehearsal_get_report (FwRehearsal *self)
{
  return &self->report;
}
