#pragma once

#include "interview/fw-lexicon.h"

G_BEGIN_DECLS

/**
 * FwWordMood:
 *
 * What the words of a sentence say of how somebody feels, the later the more it asks of the interviewer. It is read from words alone
 * and suggests; what is on record of a mood is only what somebody saw.
 */
typedef enum
{
  FW_WORD_MOOD_NONE,
  FW_WORD_MOOD_PLEASANT,
  FW_WORD_MOOD_UPSET,
  FW_WORD_MOOD_ANGRY,
  FW_WORD_MOOD_TEARS,
} FwWordMood;

/**
 * FwWordMoods:
 *
 * Reads a mood from words, by the lexicon in the data folders' moods/. Keeps its working memory between lines: belongs to one thread.
 */
typedef struct _FwWordMoods FwWordMoods;

FwWordMoods         *fw_word_moods_new             (GError             **error);
FwWordMoods         *fw_word_moods_new_for_folders (const char *const   *folders,
                                                    GError             **error);
void                 fw_word_moods_free            (FwWordMoods         *self);
FwWordMood           fw_word_moods_read            (FwWordMoods         *self,
                                                    const char          *text,
                                                    guint               *offset,
                                                    guint               *length);
const FwPhraseClass *fw_word_moods_get_class       (FwWordMoods         *self,
                                                    FwWordMood           mood);
const char          *fw_word_mood_to_string        (FwWordMood           mood);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWordMoods, fw_word_moods_free)

G_END_DECLS
