#include "departure/fw-talk-entry.h"

struct _FwTalkEntry
{
  GObject parent_instance;

  FwTalkSort sort;
  FwTalkSpeaker speaker;
  guint seconds;
  char *text;   /* never NULL */
  char *detail; /* never NULL */
  char *keeper;   /* never NULL */
  char *original; /* NULL: it was not corrected when the minutes were read aloud */
  FwDate due;
  char *drafted; /* NULL: changed since it was drafted */
};

G_DEFINE_FINAL_TYPE (FwTalkEntry, fw_talk_entry, G_TYPE_OBJECT)

static void
fw_talk_entry_finalize (GObject *object)
{
  FwTalkEntry *self = FW_TALK_ENTRY (object);

  g_free (self->text);
  g_free (self->detail);
  g_free (self->keeper);
  g_free (self->original);
  g_free (self->drafted);
  G_OBJECT_CLASS (fw_talk_entry_parent_class)->finalize (object);
}

static void
fw_talk_entry_class_init (FwTalkEntryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fw_talk_entry_finalize;
}

static void
fw_talk_entry_init (FwTalkEntry *self)
{
  self->keeper = g_strdup ("");
}

/**
 * fw_talk_entry_new:
 * @seconds: since the talk began
 * @text: (nullable): in somebody's words
 * @detail: (nullable): see #FwTalkSort
 *
 * Returns: (transfer full): an entry
 */
FwTalkEntry *
fw_talk_entry_new (FwTalkSort sort,
                   FwTalkSpeaker speaker,
                   guint seconds,
                   const char *text,
                   const char *detail)
{
  FwTalkEntry *self = g_object_new (FW_TYPE_TALK_ENTRY, NULL);

  self->sort = sort;
  self->speaker = speaker;
  self->seconds = seconds;
  self->text = g_strdup (text != NULL ? text : "");
  self->detail = g_strdup (detail != NULL ? detail : "");
  return self;
}

FwTalkSort
fw_talk_entry_get_sort (FwTalkEntry *self)
{
  return self->sort;
}

FwTalkSpeaker
fw_talk_entry_get_speaker (FwTalkEntry *self)
{
  return self->speaker;
}

/**
 * fw_talk_entry_get_seconds:
 *
 * Returns: since the talk began
 */
guint
fw_talk_entry_get_seconds (FwTalkEntry *self)
{
  return self->seconds;
}

const char *
fw_talk_entry_get_text (FwTalkEntry *self)
{
  return self->text;
}

const char *
fw_talk_entry_get_detail (FwTalkEntry *self)
{
  return self->detail;
}

/**
 * fw_talk_entry_get_due:
 *
 * Returns: the day by which a promise is kept; unknown where none was said
 */
FwDate
fw_talk_entry_get_due (FwTalkEntry *self)
{
  return self->due;
}

/**
 * fw_talk_entry_get_keeper:
 *
 * Returns: who keeps a promise, by name; "" where nobody was named
 */
const char *
fw_talk_entry_get_keeper (FwTalkEntry *self)
{
  return self->keeper;
}

void
fw_talk_entry_set_keeper (FwTalkEntry *self,
                          const char *keeper)
{
  g_free (self->keeper);
  self->keeper = g_strdup (keeper != NULL ? keeper : "");
  g_clear_pointer (&self->drafted, g_free);
}

/**
 * fw_talk_entry_get_original:
 *
 * Returns: (nullable): what was noted before it was corrected aloud, "" of what was added then; %NULL where it stands as it was noted
 */
const char *
fw_talk_entry_get_original (FwTalkEntry *self)
{
  return self->original;
}

void
fw_talk_entry_set_original (FwTalkEntry *self,
                            const char *original)
{
  char *copy = g_strdup (original);

  g_free (self->original);
  self->original = copy;
  g_clear_pointer (&self->drafted, g_free);
}

/**
 * fw_talk_entry_get_drafted:
 *
 * Returns: (nullable): what fw_talk_entry_take_drafted() was given; %NULL where the entry has changed since
 */
const char *
fw_talk_entry_get_drafted (FwTalkEntry *self)
{
  return self->drafted;
}

/**
 * fw_talk_entry_take_drafted:
 * @drafted: (transfer full): how a draft has the entry as it is now
 */
void
fw_talk_entry_take_drafted (FwTalkEntry *self,
                            char *drafted)
{
  g_free (self->drafted);
  self->drafted = drafted;
}

/**
 * fw_talk_entry_is_point:
 *
 * Returns: whether it is agreed, open or promised, and not what was said on the way there
 */
gboolean
fw_talk_entry_is_point (FwTalkEntry *self)
{
  return self->sort == FW_TALK_AGREED || self->sort == FW_TALK_OPEN || self->sort == FW_TALK_PROMISE;
}

/**
 * fw_talk_entry_is_fixed:
 *
 * Returns: whether it says who agreed to be heard by a program, or that it hears no more: nobody corrects that; what is wrong about it is added
 */
gboolean
fw_talk_entry_is_fixed (FwTalkEntry *self)
{
  return self->sort == FW_TALK_NOTE &&
         (g_strcmp0 (self->detail, FW_TALK_CONSENT) == 0 || g_strcmp0 (self->detail, FW_TALK_TRANSCRIPT_END) == 0);
}

void
fw_talk_entry_set_speaker (FwTalkEntry *self,
                           FwTalkSpeaker speaker)
{
  self->speaker = speaker;
  g_clear_pointer (&self->drafted, g_free);
}

void
fw_talk_entry_set_text (FwTalkEntry *self,
                        const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->drafted, g_free);
}

void
fw_talk_entry_set_sort (FwTalkEntry *self,
                        FwTalkSort sort)
{
  self->sort = sort;
  g_clear_pointer (&self->drafted, g_free);
}

void
fw_talk_entry_set_due (FwTalkEntry *self,
                       FwDate due)
{
  self->due = due;
  g_clear_pointer (&self->drafted, g_free);
}

/**
 * fw_talk_sort_to_string:
 *
 * Returns: as the store has it
 */
const char *
fw_talk_sort_to_string (FwTalkSort sort)
{
  static const char *const names[] = { "note", "agreed", "open", "promise", "mood", "alert", "scene", "break" };

  return names[sort];
}

const char *
fw_talk_speaker_to_string (FwTalkSpeaker speaker)
{
  static const char *const names[] = { "employee", "hr", "manager" };

  return names[speaker];
}

static const char *const moods[FW_TALK_N_MOODS] = { "calm", "upset", "angry", "silent", "tears" };

const char *
fw_talk_mood_to_string (FwTalkMood mood)
{
  return moods[mood];
}

/**
 * fw_talk_mood_from_string:
 *
 * Returns: the mood of a name; %FW_TALK_N_MOODS where there is none of it
 */
FwTalkMood
fw_talk_mood_from_string (const char *text)
{
  FwTalkMood mood = FW_TALK_CALM;

  while (mood < FW_TALK_N_MOODS && g_strcmp0 (moods[mood], text) != 0)
    mood++;
  return mood;
}
