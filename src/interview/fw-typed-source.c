#include "interview/fw-typed-source.h"

struct _FwTypedSource
{
  GObject parent_instance;

  char *text;
};

static void source_init (FwTranscriptSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwTypedSource,
                               fw_typed_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FW_TYPE_TRANSCRIPT_SOURCE, source_init))

static gboolean
start (FwTranscriptSource *source,
       GError **error)
{
  return TRUE;
}

static void
stop (FwTranscriptSource *source)
{
}

static void
source_init (FwTranscriptSourceInterface *iface)
{
  iface->start = start;
  iface->stop = stop;
}

static void
fw_typed_source_finalize (GObject *object)
{
  g_free (FW_TYPED_SOURCE (object)->text);
  G_OBJECT_CLASS (fw_typed_source_parent_class)->finalize (object);
}

static void
fw_typed_source_class_init (FwTypedSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fw_typed_source_finalize;
}

static void
fw_typed_source_init (FwTypedSource *self)
{
  self->text = g_strdup ("");
}

FwTypedSource *
fw_typed_source_new (void)
{
  return g_object_new (FW_TYPE_TYPED_SOURCE, NULL);
}

/**
 * fw_typed_source_get_text:
 *
 * Returns: the line that is being typed
 */
const char *
fw_typed_source_get_text (FwTypedSource *self)
{
  return self->text;
}

/**
 * fw_typed_source_restore:
 *
 * Takes up a line that was left: it is not told again.
 */
void
fw_typed_source_restore (FwTypedSource *self,
                         const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->text);
  self->text = copy;
}

/**
 * fw_typed_source_type:
 * @text: the whole line as it stands now
 *
 * Tells the line where it has changed.
 */
void
fw_typed_source_type (FwTypedSource *self,
                      const char *text,
                      FwVoice voice)
{
  FwHeard heard = { .voice = voice, .seconds = -1 };

  if (g_str_equal (text, self->text))
    return;
  fw_typed_source_restore (self, text);
  heard.text = self->text;
  fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
}

/**
 * fw_typed_source_keep:
 *
 * The line is done: tells it as final, and begins a new one.
 *
 * Returns: whether anything was typed
 */
gboolean
fw_typed_source_keep (FwTypedSource *self,
                      FwVoice voice)
{
  g_autofree char *text = g_strstrip (g_strdup (self->text));
  FwHeard heard = { text, voice, TRUE, -1 };

  if (*text == '\0')
    return FALSE;
  fw_typed_source_restore (self, "");
  fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
  return TRUE;
}
