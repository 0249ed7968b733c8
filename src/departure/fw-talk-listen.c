/* What is heard in a talk besides what is typed: any source of words, watched and kept as what is typed is. */
#include "departure/fw-talk-private.h"

#define N_VOICES (FW_VOICE_MANAGER + 1)

typedef struct
{
  FwTalk *talk; /* borrowed */
  FwTranscriptSource *source;
  guint since;                 /* second of the talk at which it began */
  char *partial[N_VOICES];     /* what a voice is saying, not final; NULL: nothing */
  FwVoice last;                /* whose words came last that are not final */
  GHashTable *heard[N_VOICES]; /* as FwTalk.heard, of that line */
} FwTalkEar;

void
_fw_talk_ear_free (gpointer data)
{
  FwTalkEar *self = data;

  g_signal_handlers_disconnect_by_data (self->source, self);
  fw_transcript_source_stop (self->source);
  g_object_unref (self->source);
  for (guint i = 0; i < N_VOICES; i++)
    {
      g_free (self->partial[i]);
      g_hash_table_unref (self->heard[i]);
    }
  g_free (self);
}

/* A voice nobody could tell is taken for the employee's, as its words are watched. */
static FwTalkSpeaker
speaker_of (FwVoice voice)
{
  return voice == FW_VOICE_HR ? FW_TALK_HR : voice == FW_VOICE_MANAGER ? FW_TALK_MANAGER : FW_TALK_EMPLOYEE;
}

/* On one line, whatever a source writes or somebody pastes into it. */
char *
_fw_talk_tidy (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      g_string_append_unichar (words, g_unichar_iscntrl (sign) ? ' ' : sign);
    }
  return g_strdup (g_strstrip (words->str));
}

static void
keep (FwTalkEar *self,
      FwVoice voice,
      const char *words,
      guint seconds)
{
  g_clear_pointer (&self->partial[voice], g_free);
  g_hash_table_remove_all (self->heard[voice]);
  if (*words != '\0')
    _fw_talk_add (self->talk, fw_talk_entry_new (FW_TALK_NOTE, speaker_of (voice), seconds, words, NULL));
  _fw_talk_changed (self->talk);
}

static void
heard_cb (FwTalkEar *self,
          const FwHeard *heard)
{
  guint now = fw_talk_get_seconds (self->talk);
  guint seconds = heard->seconds >= 0 ? MIN (self->since + (guint) heard->seconds, now) : now;
  g_autofree char *words = _fw_talk_tidy (heard->text);

  _fw_talk_watch (self->talk, words, speaker_of (heard->voice), heard->final, self->heard[heard->voice]);
  if (heard->final)
    keep (self, heard->voice, words, seconds);
  else
    {
      g_free (self->partial[heard->voice]);
      self->partial[heard->voice] = g_steal_pointer (&words);
      self->last = heard->voice;
    }
  _fw_talk_hearing_changed (self->talk);
}

static void
problem_cb (FwTalkEar *self,
            const GError *error)
{
  g_signal_emit_by_name (self->talk, "source-problem", error->message);
}

/* What was not final is nobody's words yet. */
static void
ended_cb (FwTalkEar *self)
{
  FwTalk *talk = self->talk;

  g_ptr_array_remove (talk->ears, self);
  _fw_talk_hearing_changed (talk);
  _fw_talk_changed (talk);
}

/**
 * fw_talk_listen:
 * @source: where words come from
 *
 * Starts a source and takes in what it hears, beside what is typed and beside other sources, until it ends or the talk does. Its lines are watched
 * while they are said, and entries as soon as they are final; what it complains of is told by "source-problem".
 *
 * Returns: whether the source could be started, and the talk is being held
 */
gboolean
fw_talk_listen (FwTalk *self,
                FwTranscriptSource *source,
                GError **error)
{
  FwTalkEar *ear;

  if (self->stage != FW_TALK_HELD)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "no talk is being held");
      return FALSE;
    }
  ear = g_new0 (FwTalkEar, 1);
  ear->talk = self;
  ear->source = g_object_ref (source);
  ear->since = fw_talk_get_seconds (self);
  for (guint i = 0; i < N_VOICES; i++)
    ear->heard[i] = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (source, "heard", G_CALLBACK (heard_cb), ear);
  g_signal_connect_swapped (source, "problem", G_CALLBACK (problem_cb), ear);
  g_signal_connect_swapped (source, "ended", G_CALLBACK (ended_cb), ear);
  if (!fw_transcript_source_start (source, error))
    {
      _fw_talk_ear_free (ear);
      return FALSE;
    }
  g_ptr_array_add (self->ears, ear);
  return TRUE;
}

/* Nobody listens to @source any more; what was being said is dropped. */
void
_fw_talk_stop_listening (FwTalk *self,
                         gpointer source)
{
  for (guint i = self->ears->len; i > 0; i--)
    if (source == NULL || ((FwTalkEar *) self->ears->pdata[i - 1])->source == source)
      g_ptr_array_remove_index (self->ears, i - 1);
  _fw_talk_hearing_changed (self);
}

/**
 * fw_talk_dup_hearing:
 * @speaker: (out) (nullable): whose words they are
 *
 * Returns: (transfer full) (nullable): what is just being said and not final yet, the words of whoever spoke last; %NULL: nothing. It is no entry,
 *   in no draft and in no minutes until it is final
 */
char *
fw_talk_dup_hearing (FwTalk *self,
                     FwTalkSpeaker *speaker)
{
  for (guint i = 0; i < self->ears->len; i++)
    {
      const FwTalkEar *ear = self->ears->pdata[i];

      for (guint step = 0; step < N_VOICES; step++)
        {
          FwVoice voice = (FwVoice) ((ear->last + step) % N_VOICES);

          if (ear->partial[voice] == NULL)
            continue;
          if (speaker != NULL)
            *speaker = speaker_of (voice);
          return g_strdup (ear->partial[voice]);
        }
    }
  return NULL;
}
