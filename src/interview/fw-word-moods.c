#include "interview/fw-word-moods.h"

#include "core/fw-paths.h"
#include "interview/fw-phrase-watch.h"

struct _FwWordMoods
{
  FwPhraseWatch *watch;
};

static const char *const names[] = { "none", "pleasant", "upset", "angry", "tears" };

/**
 * fw_word_mood_to_string:
 *
 * Returns: (transfer none): the class of the lexicon that stands for it
 */
const char *
fw_word_mood_to_string (FwWordMood mood)
{
  return names[mood];
}

static FwWordMood
mood_of (const FwPhraseClass *class)
{
  FwWordMood mood = FW_WORD_MOOD_TEARS;

  while (mood > FW_WORD_MOOD_NONE && !g_str_equal (names[mood], class->id))
    mood--;
  return mood;
}

static gboolean
are_moods (FwLexicon *lexicon,
           GError **error)
{
  GPtrArray *classes = fw_lexicon_get_classes (lexicon);

  for (guint i = 0; i < classes->len; i++)
    {
      const FwPhraseClass *class = classes->pdata[i];

      if (mood_of (class) != FW_WORD_MOOD_NONE)
        continue;
      g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON,
                   "%s:%d: ‘%s’ is no mood that is read from words: pleasant, upset, angry or tears", class->file, class->line,
                   class->id);
      return FALSE;
    }
  return TRUE;
}

/**
 * fw_word_moods_new_for_folders:
 * @folders: data folders, each with a folder moods, in the order in which they win
 *
 * Returns: (transfer full) (nullable): what reads moods; %NULL with file, line and reason where a lexicon is malformed
 */
FwWordMoods *
fw_word_moods_new_for_folders (const char *const *folders,
                               GError **error)
{
  g_autoptr (FwLexicon) lexicon = fw_lexicon_new_of_kind ("moods", folders, error);
  FwWordMoods *self;

  if (lexicon == NULL || !are_moods (lexicon, error))
    return NULL;
  self = g_new0 (FwWordMoods, 1);
  self->watch = fw_phrase_watch_new (lexicon);
  return self;
}

/**
 * fw_word_moods_new:
 *
 * Returns: (transfer full) (nullable): what reads moods by the words that are shipped and those of the user
 */
FwWordMoods *
fw_word_moods_new (GError **error)
{
  g_autoptr (GPtrArray) folders = fw_paths_data_folders ();

  g_ptr_array_add (folders, NULL);
  return fw_word_moods_new_for_folders ((const char *const *) folders->pdata, error);
}

void
fw_word_moods_free (FwWordMoods *self)
{
  fw_phrase_watch_free (self->watch);
  g_free (self);
}

/**
 * fw_word_moods_read:
 * @text: what the employee said
 * @offset: (out) (optional): characters before the words that say it
 * @length: (out) (optional): how many characters they are
 *
 * What is negated, and what only sounds like such a word, says nothing.
 *
 * Returns: the mood that asks most of those that are said; %FW_WORD_MOOD_NONE where the words say none
 */
FwWordMood
fw_word_moods_read (FwWordMoods *self,
                    const char *text,
                    guint *offset,
                    guint *length)
{
  g_autoptr (GArray) found = fw_phrase_watch_read (self->watch, text, -1, FW_SPEAKER_EMPLOYEE);
  FwWordMood most = FW_WORD_MOOD_NONE;

  for (guint i = 0; i < found->len; i++)
    {
      const FwAlert *alert = &g_array_index (found, FwAlert, i);
      FwWordMood mood = mood_of (alert->phrase->of);

      if (alert->negated || alert->possible || mood <= most)
        continue;
      most = mood;
      if (offset != NULL)
        *offset = alert->offset;
      if (length != NULL)
        *length = alert->length;
    }
  return most;
}

/**
 * fw_word_moods_get_class:
 *
 * Returns: (transfer none) (nullable): what a mood is called and what to do; %NULL for %FW_WORD_MOOD_NONE
 */
const FwPhraseClass *
fw_word_moods_get_class (FwWordMoods *self,
                         FwWordMood mood)
{
  return fw_lexicon_find_class (fw_phrase_watch_get_lexicon (self->watch), names[mood]);
}
