/* The minutes of a talk before they are a record: put in order, read aloud, corrected, signed or not. */
#include "departure/fw-talk-private.h"

#include <stdio.h>
#include <string.h>

/* Who was named for this talk, else who does it as a rule: as the figures of scripts have it. */
static const char *
either (FwTalk *self,
        const char *path,
        const char *otherwise)
{
  const char *named = fw_case_get (self->its, path);

  return named != NULL && *named != '\0' ? named : fw_case_get (self->its, otherwise);
}

/**
 * fw_talk_get_leader:
 *
 * Returns: (nullable): who of HR leads the talk: who was named for it, else whom the company names for HR. Borrowed until the next change
 */
const char *
fw_talk_get_leader (FwTalk *self)
{
  return either (self, "case/talk/@hr", "company/@hr-contact");
}

/**
 * fw_talk_get_manager_name:
 *
 * Returns: (nullable): the manager who was named for the talk, else the person's superior. Borrowed until the next change
 */
const char *
fw_talk_get_manager_name (FwTalk *self)
{
  return either (self, "case/talk/@manager", "employee/employment/@supervisor");
}

/* A signature stands under what was read, not under what was written afterwards. */
static void
unsign (FwTalk *self)
{
  gboolean signed_by_any = FALSE;

  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    {
      signed_by_any |= self->ink[i] != NULL;
      g_clear_pointer (&self->ink[i], g_free);
    }
  if (signed_by_any)
    g_signal_emit_by_name (self, "unsigned");
}

static void
changed (FwTalk *self)
{
  unsign (self);
  _fw_talk_save (self);
}

/**
 * fw_talk_end:
 *
 * The talk is over: what stands in the line is kept, and the minutes are read back.
 */
void
fw_talk_end (FwTalk *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (self->stage != FW_TALK_HELD)
    return;
  fw_talk_set_paused (self, FALSE);
  fw_talk_keep (self, FW_TALK_NOTE);
  _fw_talk_stop_listening (self, NULL);
  _fw_talk_forget_program (self);
  self->before = fw_talk_get_seconds (self);
  self->running = 0;
  self->stage = FW_TALK_READ_BACK;
  g_free (self->ended);
  self->ended = g_date_time_format (now, "%H:%M");
  _fw_talk_save (self);
  _fw_talk_changed (self);
}

/**
 * fw_talk_go_on:
 *
 * It was not over yet.
 */
void
fw_talk_go_on (FwTalk *self)
{
  if (self->stage != FW_TALK_READ_BACK)
    return;
  self->stage = FW_TALK_HELD;
  self->read_aloud = FALSE;
  g_clear_pointer (&self->ended, g_free);
  unsign (self);
  fw_talk_begin (self);
}

/**
 * fw_talk_correct:
 * @text: what was really said; "" takes the entry out of the minutes, and it stays here until they are on record, to be written anew
 *
 * Corrects an entry when the minutes are read back. What is corrected while they are read aloud stays visible beside what was noted.
 */
void
fw_talk_correct (FwTalk *self,
                 FwTalkEntry *entry,
                 const char *text)
{
  if (!g_list_store_find (self->entries, entry, NULL) || fw_talk_entry_is_fixed (entry) || g_str_equal (text, fw_talk_entry_get_text (entry)))
    return;
  if (self->read_aloud && fw_talk_entry_get_original (entry) == NULL)
    fw_talk_entry_set_original (entry, fw_talk_entry_get_text (entry));
  fw_talk_entry_set_text (entry, text);
  if (*text != '\0' && g_strcmp0 (text, fw_talk_entry_get_original (entry)) == 0)
    fw_talk_entry_set_original (entry, NULL);
  changed (self);
}

/**
 * fw_talk_set_promise:
 * @promise: whether it is a promise of the company
 * @due: the day by which it is kept; unknown where none was said yet
 *
 * A promise with a day to come becomes a task of the case.
 */
void
fw_talk_set_promise (FwTalk *self,
                     FwTalkEntry *entry,
                     gboolean promise,
                     FwDate due)
{
  if (fw_talk_entry_is_fixed (entry))
    return;
  fw_talk_entry_set_sort (entry, promise ? FW_TALK_PROMISE : FW_TALK_AGREED);
  fw_talk_entry_set_due (entry, promise ? due : FW_DATE_UNKNOWN);
  changed (self);
  _fw_talk_changed (self);
}

/**
 * fw_talk_set_keeper:
 * @keeper: (nullable): who keeps the promise, by name
 */
void
fw_talk_set_keeper (FwTalk *self,
                    FwTalkEntry *entry,
                    const char *keeper)
{
  fw_talk_entry_set_keeper (entry, keeper);
  changed (self);
}

/**
 * fw_talk_set_sort:
 * @sort: note, agreed, open or promise
 *
 * What was noted as one thing is another.
 */
void
fw_talk_set_sort (FwTalk *self,
                  FwTalkEntry *entry,
                  FwTalkSort sort)
{
  if (fw_talk_entry_get_sort (entry) == sort || fw_talk_entry_is_fixed (entry))
    return;
  fw_talk_entry_set_sort (entry, sort);
  changed (self);
  _fw_talk_changed (self);
}

/**
 * fw_talk_set_spoken_by:
 *
 * It was somebody else who said it.
 */
void
fw_talk_set_spoken_by (FwTalk *self,
                       FwTalkEntry *entry,
                       FwTalkSpeaker speaker)
{
  if (fw_talk_entry_get_speaker (entry) == speaker || fw_talk_entry_is_fixed (entry))
    return;
  fw_talk_entry_set_speaker (entry, speaker);
  changed (self);
}

/* The end of the talk is the moment of what is added to its minutes. */
static FwTalkEntry *
add_line (FwTalk *self,
          FwTalkSpeaker speaker,
          guint seconds,
          guint position,
          const char *text)
{
  FwTalkEntry *entry = fw_talk_entry_new (FW_TALK_NOTE, speaker, seconds, text, NULL);

  if (self->read_aloud)
    fw_talk_entry_set_original (entry, "");
  g_list_store_insert (self->entries, position, entry);
  g_object_unref (entry);
  return entry;
}

/**
 * fw_talk_add_line:
 *
 * Adds a sentence to the minutes, at their end; what is added while they are read aloud is shown as added.
 *
 * Returns: (transfer none): the new entry
 */
FwTalkEntry *
fw_talk_add_line (FwTalk *self,
                  FwTalkSpeaker speaker,
                  const char *text)
{
  FwTalkEntry *entry = add_line (self, speaker, self->before, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), text);

  changed (self);
  _fw_talk_changed (self);
  return entry;
}

/**
 * fw_talk_is_said_elsewhere:
 * @alert: an entry
 *
 * Returns: whether it is an alert that was taken in, and a note of the same speaker has its words: then that sentence stands in the minutes,
 *   and the alert adds nothing to it
 */
gboolean
fw_talk_is_said_elsewhere (FwTalk *self,
                           FwTalkEntry *alert)
{
  gboolean found = FALSE;

  if (fw_talk_entry_get_sort (alert) != FW_TALK_ALERT)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)) && !found; i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      found = (fw_talk_entry_get_sort (entry) == FW_TALK_NOTE || fw_talk_entry_is_point (entry)) &&
              (fw_talk_entry_get_speaker (entry) == FW_TALK_EMPLOYEE) == (fw_talk_entry_get_speaker (alert) == FW_TALK_EMPLOYEE) &&
              strstr (fw_talk_entry_get_text (entry), fw_talk_entry_get_text (alert)) != NULL;
    }
  return found;
}

/* The script's own scenes, and the shared one that it begins with, are noted by their id alone. */
static const FwScene *
scene_of (FwTalk *self,
          FwTalkEntry *entry)
{
  const char *key = fw_talk_entry_get_detail (entry);
  const FwScene *scene;

  if (fw_talk_entry_get_sort (entry) != FW_TALK_SCENE)
    return NULL;
  scene = _fw_talk_find_scene (self, key);
  return scene != NULL ? scene : fw_scripts_get_shared (self->scripts, key);
}

/**
 * fw_talk_dup_scene_aim:
 *
 * Returns: (transfer full) (nullable): what the scene that began there was for, for who led the talk; it stands in no minutes
 */
char *
fw_talk_dup_scene_aim (FwTalk *self,
                       FwTalkEntry *entry)
{
  const FwScene *scene = scene_of (self, entry);

  return scene != NULL ? fw_talk_dup_text (self, &scene->aim) : NULL;
}

/**
 * fw_talk_add_said:
 * @entry: a scene that began
 *
 * Puts the sentences of the scene into the minutes behind it, as said by whom the script has them said: whoever led the talk confirms that
 * they were, and corrects them. What waits for a figure that nobody knows was not said.
 *
 * Returns: how many were added
 */
guint
fw_talk_add_said (FwTalk *self,
                  FwTalkEntry *entry)
{
  const FwScene *scene = scene_of (self, entry);
  g_autoptr (GPtrArray) lines = NULL;
  guint position, added = 0;

  if (scene == NULL || self->facts == NULL || !g_list_store_find (self->entries, entry, &position))
    return 0;
  lines = fw_scripts_read (self->scripts, scene->prompts, self->facts, NULL, NULL);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const FwLine *line = lines->pdata[i];
      g_autofree char *text = NULL;

      if (*line->missing != NULL)
        continue;
      text = fw_talk_dup_text (self, &line->text);
      added++;
      add_line (self, line->prompt->manager ? FW_TALK_MANAGER : FW_TALK_HR, fw_talk_entry_get_seconds (entry), position + added,
                text);
    }
  if (added > 0)
    {
      changed (self);
      _fw_talk_changed (self);
    }
  return added;
}

/**
 * fw_talk_get_day:
 *
 * Returns: (nullable): when it is held, as ISO text; %NULL before it began
 */
const char *
fw_talk_get_day (FwTalk *self)
{
  return self->day;
}

/**
 * fw_talk_get_began:
 *
 * Returns: (nullable): "14:03"
 */
const char *
fw_talk_get_began (FwTalk *self)
{
  return self->began;
}

/**
 * fw_talk_get_ended:
 *
 * Returns: (nullable): "15:02"; %NULL while it goes on
 */
const char *
fw_talk_get_ended (FwTalk *self)
{
  return self->ended;
}

/**
 * fw_talk_dup_clock:
 * @seconds: since the talk began
 *
 * Returns: (transfer full) (nullable): the time of day, "14:07"; %NULL where its beginning is not known
 */
char *
fw_talk_dup_clock (FwTalk *self,
                   guint seconds)
{
  guint hour, minute;

  if (self->began == NULL || sscanf (self->began, "%2u:%2u", &hour, &minute) != 2)
    return NULL;
  minute += hour * 60 + seconds / 60;
  return g_strdup_printf ("%02u:%02u", minute / 60 % 24, minute % 60);
}

/**
 * fw_talk_dup_purpose:
 *
 * Returns: (transfer full): what the talk was about, as its minutes say it: what somebody wrote, else what its script is called; "" where
 *   it had none
 */
char *
fw_talk_dup_purpose (FwTalk *self)
{
  if (self->purpose != NULL)
    return g_strdup (self->purpose);
  return self->script != NULL ? fw_talk_dup_text (self, &self->script->title) : g_strdup ("");
}

void
fw_talk_set_purpose (FwTalk *self,
                     const char *purpose)
{
  if (g_strcmp0 (self->purpose, purpose) == 0)
    return;
  g_free (self->purpose);
  self->purpose = g_strdup (purpose);
  changed (self);
}

gboolean
fw_talk_is_read_aloud (FwTalk *self)
{
  return self->read_aloud;
}

/**
 * fw_talk_set_read_aloud:
 *
 * From now on the minutes are read aloud to those who were there: what is changed was corrected by them, and both wordings stay.
 */
void
fw_talk_set_read_aloud (FwTalk *self,
                        gboolean read_aloud)
{
  if (self->read_aloud == read_aloud)
    return;
  self->read_aloud = read_aloud;
  changed (self);
}

FwTalkSigning
fw_talk_get_signing (FwTalk *self)
{
  return self->signing;
}

void
fw_talk_set_signing (FwTalk *self,
                     FwTalkSigning signing)
{
  if (self->signing == signing)
    return;
  self->signing = signing;
  _fw_talk_save (self);
}

const char *
fw_talk_get_refusal (FwTalk *self)
{
  return self->refusal;
}

const char *
fw_talk_get_witness (FwTalk *self)
{
  return self->witness;
}

/**
 * fw_talk_set_refusal:
 * @why: (nullable): what the person said to it, or that nothing was said
 * @witness: (nullable): who else saw it, by name
 */
void
fw_talk_set_refusal (FwTalk *self,
                     const char *why,
                     const char *witness)
{
  _fw_talk_set_text (&self->refusal, why);
  _fw_talk_set_text (&self->witness, witness);
  _fw_talk_save (self);
}

/**
 * fw_talk_get_ink:
 *
 * Returns: (nullable): what was signed on the screen, as #FwInk has it
 */
const char *
fw_talk_get_ink (FwTalk *self,
                 FwTalkSpeaker of)
{
  return self->ink[of];
}

/**
 * fw_talk_set_ink:
 * @ink: (nullable): what was drawn; %NULL: nothing any more
 *
 * Somebody signs on the screen. It is in no draft: whoever signed signs again after the program was left.
 */
void
fw_talk_set_ink (FwTalk *self,
                 FwTalkSpeaker of,
                 const char *ink)
{
  g_free (self->ink[of]);
  self->ink[of] = g_strdup (ink);
}
