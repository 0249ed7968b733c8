#include "interview/fw-replayed-source.h"

#include <string.h>

struct _FwReplayedSource
{
  GObject parent_instance;

  char *path;
  double pace;
  char *text;       /* of the file; NULL before it is started */
  const char *rest; /* what is not told yet */
  const char *end;
  guint line;
  guint timeout;
  gint64 began;
  FwHeard next;     /* read, and waiting for its second */
};

static void source_init (FwTranscriptSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwReplayedSource,
                               fw_replayed_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FW_TYPE_TRANSCRIPT_SOURCE, source_init))

/* Reads on to the next line that says something; what is malformed is said and passed over. */
static gboolean
read_next (FwReplayedSource *self)
{
  while (self->rest < self->end)
    {
      const char *line = self->rest, *newline = memchr (line, '\n', (gsize) (self->end - line));
      gsize length = (gsize) ((newline != NULL ? newline : self->end) - line);
      g_autoptr (GError) error = NULL;

      self->line++;
      self->rest = newline != NULL ? newline + 1 : self->end;
      while (length > 0 && g_ascii_isspace (line[length - 1]))
        length--;
      if (length == 0 || fw_heard_read (&self->next, line, (gssize) length, &error))
        {
          if (length > 0)
            return TRUE;
          continue;
        }
      g_prefix_error (&error, "%s:%u: ", self->path, self->line);
      fw_transcript_source_complain (FW_TRANSCRIPT_SOURCE (self), error);
    }
  return FALSE;
}

static gboolean tell_cb (gpointer data);

/* Waits for the second of what comes next; without one it follows at once. */
static void
wait (FwReplayedSource *self)
{
  double past = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
  double left = self->pace > 0 && self->next.seconds >= 0 ? self->next.seconds / self->pace - past : 0;

  self->timeout = left > 0 ? g_timeout_add ((guint) (left * 1000) + 1, tell_cb, self) : g_idle_add (tell_cb, self);
}

static gboolean
tell_cb (gpointer data)
{
  FwReplayedSource *self = data;
  g_autoptr (FwReplayedSource) kept = g_object_ref (self);
  gboolean told = self->next.text != NULL;

  self->timeout = 0;
  if (told)
    {
      g_auto (FwHeard) heard = self->next;

      self->next.text = NULL;
      fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
    }
  if (self->text == NULL)
    return G_SOURCE_REMOVE; /* stopped by what was told */
  if (read_next (self))
    wait (self);
  else if (self->text != NULL)
    fw_transcript_source_end (FW_TRANSCRIPT_SOURCE (self));
  return G_SOURCE_REMOVE;
}

static gboolean
start (FwTranscriptSource *source,
       GError **error)
{
  FwReplayedSource *self = FW_REPLAYED_SOURCE (source);

  gsize length;

  if (!g_file_get_contents (self->path, &self->text, &length, error))
    return FALSE;
  self->rest = self->text;
  self->end = self->text + length;
  self->line = 0;
  self->began = g_get_monotonic_time ();
  self->timeout = g_idle_add (tell_cb, self);
  return TRUE;
}

static void
stop (FwTranscriptSource *source)
{
  FwReplayedSource *self = FW_REPLAYED_SOURCE (source);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->text, g_free);
  self->rest = self->end = NULL;
  fw_heard_clear (&self->next);
}

static void
source_init (FwTranscriptSourceInterface *iface)
{
  iface->start = start;
  iface->stop = stop;
}

static void
fw_replayed_source_finalize (GObject *object)
{
  stop (FW_TRANSCRIPT_SOURCE (object));
  g_free (FW_REPLAYED_SOURCE (object)->path);
  G_OBJECT_CLASS (fw_replayed_source_parent_class)->finalize (object);
}

static void
fw_replayed_source_class_init (FwReplayedSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fw_replayed_source_finalize;
}

static void
fw_replayed_source_init (FwReplayedSource *self)
{
}

/**
 * fw_replayed_source_new:
 * @path: of the file; it is read when the source is started
 * @pace: 1: as fast as it was said; 2: twice as fast; 0: line after line without waiting
 *
 * Returns: (transfer full): a source
 */
FwReplayedSource *
fw_replayed_source_new (const char *path,
                        double pace)
{
  FwReplayedSource *self = g_object_new (FW_TYPE_REPLAYED_SOURCE, NULL);

  self->path = g_strdup (path);
  self->pace = pace;
  return self;
}
