/* What the words of a talk suggest of the other's mood, where the law lets it and the company wants it. */
#include "departure/fw-talk-private.h"

/**
 * fw_talk_reads_words:
 *
 * Returns: whether moods are read from words in this talk; where not, nothing on the page speaks of it
 */
gboolean
fw_talk_reads_words (FwTalk *self)
{
  return self->word_moods != NULL;
}

/**
 * fw_talk_list_word_moods:
 *
 * Reads the employee's own sentences as they stand, corrections included. Nothing of it is kept: what is on record of a mood is what
 * somebody saw.
 *
 * Returns: (transfer full) (nullable) (element-type FwTalkWordMood): what the words suggest, in order; %NULL where they are not read
 */
GArray *
fw_talk_list_word_moods (FwTalk *self)
{
  GArray *list;

  if (self->word_moods == NULL)
    return NULL;
  list = g_array_new (FALSE, FALSE, sizeof (FwTalkWordMood));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      FwTalkWordMood found = { .seconds = fw_talk_entry_get_seconds (entry), .entry = i };

      if (fw_talk_entry_get_speaker (entry) != FW_TALK_EMPLOYEE || fw_talk_entry_get_sort (entry) > FW_TALK_OPEN)
        continue;
      found.mood = fw_word_moods_read (self->word_moods, fw_talk_entry_get_text (entry), NULL, NULL);
      if (found.mood != FW_WORD_MOOD_NONE)
        g_array_append_val (list, found);
    }
  return list;
}

/**
 * fw_talk_get_word_mood:
 *
 * Returns: what the line that is being typed suggests; %FW_WORD_MOOD_NONE where it says none, or words are not read
 */
FwWordMood
fw_talk_get_word_mood (FwTalk *self)
{
  if (self->word_moods == NULL || self->speaker != FW_TALK_EMPLOYEE)
    return FW_WORD_MOOD_NONE;
  return fw_word_moods_read (self->word_moods, fw_talk_get_typed (self), NULL, NULL);
}
