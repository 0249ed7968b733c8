#pragma once

#include <gio/gio.h>

#include "interview/fw-interview-error.h"

G_BEGIN_DECLS

/* Who is heard. */
typedef enum
{
  FW_VOICE_UNKNOWN,
  FW_VOICE_EMPLOYEE,
  FW_VOICE_HR,
  FW_VOICE_MANAGER,
} FwVoice;

/**
 * FwHeard:
 *
 * Words of a talk. A line that is not final is replaced by the next one of the same voice.
 */
typedef struct
{
  char *text;
  FwVoice voice;
  gboolean final;
  double seconds; /* since the source was started; negative: it does not say */
} FwHeard;

/**
 * FwTranscriptSource:
 *
 * Where the words of a talk come from (docs/transcript.md): typed, replayed from a file, told by another program, or made up for a rehearsal.
 *
 * Signals: "heard" (a const FwHeard*); "problem" (a const GError*: it is said, and the source goes on unless "ended" follows); "ended" (nothing
 * more comes). All of them in the thread that started it.
 */
#define FW_TYPE_TRANSCRIPT_SOURCE (fw_transcript_source_get_type ())
G_DECLARE_INTERFACE (FwTranscriptSource, fw_transcript_source, FW, TRANSCRIPT_SOURCE, GObject)

struct _FwTranscriptSourceInterface
{
  GTypeInterface parent_interface;

  gboolean (*start) (FwTranscriptSource  *self,
                     GError             **error);
  void     (*stop)  (FwTranscriptSource  *self);
};

gboolean fw_transcript_source_start   (FwTranscriptSource  *self,
                                       GError             **error);
void     fw_transcript_source_stop    (FwTranscriptSource  *self);

/* For those who make a source. */
void     fw_transcript_source_tell    (FwTranscriptSource  *self,
                                       const FwHeard       *heard);
void     fw_transcript_source_complain (FwTranscriptSource *self,
                                       const GError        *error);
void     fw_transcript_source_end     (FwTranscriptSource  *self);
gboolean fw_heard_read                (FwHeard             *heard,
                                       const char          *line,
                                       gssize               length,
                                       GError             **error);
void     fw_heard_clear               (FwHeard             *heard);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwHeard, fw_heard_clear)

G_END_DECLS
