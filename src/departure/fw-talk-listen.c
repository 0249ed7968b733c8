/* What is heard in a talk besides what is typed: any source of words, watched and kept as what is typed is. */
#include "departure/fw-talk-private.h"

#define N_VOICES (FW_VOICE_MANAGER + 1)

typedef struct
{
  FwTalk *talk; /* borrowed */
  FwTranscriptSource *source;
  guint since;                 /* second of the talk at which it began */
  char *partial[N_VOICES];     /* what a voice is saying, not final; NULL: nothing */
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

static void
keep (FwTalkEar *self,
      FwVoice voice,
      const char *text,
      guint seconds)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  g_clear_pointer (&self->partial[voice], g_free);
  g_hash_table_remove_all (self->heard[voice]);
  if (*words != '\0')
    _fw_talk_add (self->talk, fw_talk_entry_new (FW_TALK_NOTE, speaker_of (voice), seconds, words, NULL));
}

static void
heard_cb (FwTalkEar *self,
          const FwHeard *heard)
{
  guint seconds = heard->seconds >= 0 ? self->since + (guint) heard->seconds : fw_talk_get_seconds (self->talk);

  _fw_talk_watch (self->talk, heard->text, speaker_of (heard->voice), self->heard[heard->voice]);
  if (heard->final)
    keep (self, heard->voice, heard->text, seconds);
  else
    {
      g_free (self->partial[heard->voice]);
      self->partial[heard->voice] = g_strdup (heard->text);
    }
  _fw_talk_changed (self->talk);
}

static void
problem_cb (FwTalkEar *self,
            const GError *error)
{
  g_signal_emit_by_name (self->talk, "source-problem", error->message);
}

/* What was being said when a source ends was said. */
static void
keep_rest (FwTalkEar *self)
{
  for (guint i = 0; i < N_VOICES; i++)
    if (self->partial[i] != NULL)
      {
        g_autofree char *text = g_steal_pointer (&self->partial[i]);

        keep (self, (FwVoice) i, text, fw_talk_get_seconds (self->talk));
      }
}

static void
ended_cb (FwTalkEar *self)
{
  FwTalk *talk = self->talk;

  keep_rest (self);
  g_ptr_array_remove (talk->ears, self);
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

/* The talk is over: nobody listens any more, and what was being said is kept. */
void
_fw_talk_stop_ears (FwTalk *self)
{
  for (guint i = 0; i < self->ears->len; i++)
    keep_rest (self->ears->pdata[i]);
  g_ptr_array_set_size (self->ears, 0);
}

/**
 * fw_talk_dup_hearing:
 *
 * Returns: (transfer full) (nullable): what is just being said and not final yet; %NULL: nothing
 */
char *
fw_talk_dup_hearing (FwTalk *self)
{
  for (guint i = 0; i < self->ears->len; i++)
    for (guint voice = 0; voice < N_VOICES; voice++)
      if (((FwTalkEar *) self->ears->pdata[i])->partial[voice] != NULL)
        return g_strdup (((FwTalkEar *) self->ears->pdata[i])->partial[voice]);
  return NULL;
}
