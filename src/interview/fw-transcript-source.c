#include "interview/fw-transcript-source.h"

G_DEFINE_INTERFACE (FwTranscriptSource, fw_transcript_source, G_TYPE_OBJECT)

enum
{
  HEARD,
  PROBLEM,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fw_transcript_source_default_init (FwTranscriptSourceInterface *iface)
{
  signals[HEARD] = g_signal_new ("heard", FW_TYPE_TRANSCRIPT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);
  signals[PROBLEM] = g_signal_new ("problem", FW_TYPE_TRANSCRIPT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_ERROR);
  signals[ENDED] = g_signal_new ("ended", FW_TYPE_TRANSCRIPT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * fw_transcript_source_start:
 *
 * Begins to tell what is heard.
 *
 * Returns: whether it could; otherwise nothing is told
 */
gboolean
fw_transcript_source_start (FwTranscriptSource *self,
                            GError **error)
{
  return FW_TRANSCRIPT_SOURCE_GET_IFACE (self)->start (self, error);
}

/**
 * fw_transcript_source_stop:
 *
 * The talk is over: nothing more is told, not even that it ended. Harmless where it never began.
 */
void
fw_transcript_source_stop (FwTranscriptSource *self)
{
  FW_TRANSCRIPT_SOURCE_GET_IFACE (self)->stop (self);
}

void
fw_transcript_source_tell (FwTranscriptSource *self,
                           const FwHeard *heard)
{
  g_signal_emit (self, signals[HEARD], 0, heard);
}

void
fw_transcript_source_complain (FwTranscriptSource *self,
                               const GError *error)
{
  g_signal_emit (self, signals[PROBLEM], 0, error);
}

void
fw_transcript_source_end (FwTranscriptSource *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}
