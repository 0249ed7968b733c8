#include "interview/fw-program-source.h"

#include <signal.h>
#include <string.h>

/* A line longer than this is no sentence: it is passed over, so that a program gone wild cannot fill the memory. */
#define LONGEST_LINE (16 * 1024)
#define CHUNK 4096

/* How long a program may take to end once it is told that the talk is over. */
#define SECONDS_TO_END 2

struct _FwProgramSource
{
  GObject parent_instance;

  GStrv arguments;
  GSubprocess *program; /* NULL where none is running */
  GCancellable *cancellable;
  GString *pending;     /* of the line that is not complete */
  gboolean too_long;    /* of which the rest is passed over */
  guint line;
};

static void source_init (FwTranscriptSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FwProgramSource,
                               fw_program_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FW_TYPE_TRANSCRIPT_SOURCE, source_init))

static void
complain (FwProgramSource *self,
          const char *reason)
{
  g_autofree char *name = g_path_get_basename (self->arguments[0]);
  g_autoptr (GError) error = g_error_new (FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT, "%s: %s", name, reason);

  fw_transcript_source_complain (FW_TRANSCRIPT_SOURCE (self), error);
}

static void
read_line (FwProgramSource *self)
{
  g_auto (FwHeard) heard = { .seconds = -1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strndup (self->pending->str, self->pending->len);
  gsize length = self->pending->len;
  gboolean too_long = self->too_long;

  g_string_truncate (self->pending, 0);
  self->too_long = FALSE;
  self->line++;
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (!too_long && length == 0)
    return;
  if (too_long)
    g_set_error (&error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT, "it is longer than %d bytes", LONGEST_LINE);
  if (error == NULL && fw_heard_read (&heard, line, (gssize) length, &error))
    fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
  else
    {
      g_autofree char *reason = g_strdup_printf ("line %u was passed over: %s", self->line, error->message);

      complain (self, reason);
    }
}

/* What is told may stop the source: nothing is read any more then. */
static void
take (FwProgramSource *self,
      const char *bytes,
      gsize length)
{
  for (gsize i = 0; i < length && self->program != NULL; i++)
    if (bytes[i] == '\n')
      read_line (self);
    else if (self->pending->len < LONGEST_LINE)
      g_string_append_c (self->pending, bytes[i]);
    else
      self->too_long = TRUE;
}

static void
ended_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (FwProgramSource) self = data;
  GSubprocess *program = G_SUBPROCESS (object);

  g_subprocess_wait_finish (program, result, NULL);
  if (self->program != program)
    return; /* it was stopped */
  if (g_subprocess_get_if_signaled (program))
    {
      g_autofree char *reason = g_strdup_printf ("died of signal %d; what was heard so far is kept", g_subprocess_get_term_sig (program));

      complain (self, reason);
    }
  else if (g_subprocess_get_exit_status (program) != 0)
    {
      g_autofree char *reason =
        g_strdup_printf ("ended with %d; what was heard so far is kept", g_subprocess_get_exit_status (program));

      complain (self, reason);
    }
  g_clear_object (&self->program);
  fw_transcript_source_end (FW_TRANSCRIPT_SOURCE (self));
}

static void read_more (FwProgramSource *self);

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (FwProgramSource) self = data;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);
  gsize length = 0;
  const char *found = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (self->program == NULL || g_subprocess_get_stdout_pipe (self->program) != G_INPUT_STREAM (object))
    return; /* it was stopped meanwhile */
  if (length > 0)
    take (self, found, length);
  else if (self->pending->len > 0)
    read_line (self); /* a last line without its end */
  if (self->program == NULL)
    return;
  if (length > 0)
    read_more (self);
  else
    g_subprocess_wait_async (self->program, NULL, ended_cb, g_object_ref (self));
}

static void
read_more (FwProgramSource *self)
{
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->program), CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   read_cb, g_object_ref (self));
}

/* It hears and tells: it gets three pipes, no file of ours, nothing that leads into a network, and what it mutters is not kept. */
static GSubprocessLauncher *
make_launcher (void)
{
  static const char *const needless[] = { "http_proxy",  "https_proxy", "ftp_proxy", "all_proxy", "no_proxy",
                                          "HTTP_PROXY",  "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY", "NO_PROXY",
                                          "SSH_AUTH_SOCK" };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                             G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  for (guint i = 0; i < G_N_ELEMENTS (needless); i++)
    g_subprocess_launcher_unsetenv (launcher, needless[i]);
  return launcher;
}

static gboolean
start (FwTranscriptSource *source,
       GError **error)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (source);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher ();

  self->program = g_subprocess_launcher_spawnv (launcher, (const char *const *) self->arguments, error);
  if (self->program == NULL)
    return FALSE;
  self->line = 0;
  self->cancellable = g_cancellable_new ();
  read_more (self);
  return TRUE;
}

static gboolean
kill_cb (gpointer data)
{
  g_subprocess_force_exit (data);
  return G_SOURCE_REMOVE;
}

/* Its input ends, which tells it that the talk is over; one that stays is ended. */
static void
stop (FwTranscriptSource *source)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (source);
  g_autoptr (GSubprocess) program = g_steal_pointer (&self->program);

  if (program == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_output_stream_close (g_subprocess_get_stdin_pipe (program), NULL, NULL);
  g_subprocess_send_signal (program, SIGTERM);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, SECONDS_TO_END, kill_cb, g_object_ref (program), g_object_unref);
}

static void
source_init (FwTranscriptSourceInterface *iface)
{
  iface->start = start;
  iface->stop = stop;
}

static void
fw_program_source_dispose (GObject *object)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (object);

  if (self->program != NULL)
    g_subprocess_force_exit (self->program);
  g_clear_object (&self->program);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (fw_program_source_parent_class)->dispose (object);
}

static void
fw_program_source_finalize (GObject *object)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (object);

  g_strfreev (self->arguments);
  g_string_free (self->pending, TRUE);
  G_OBJECT_CLASS (fw_program_source_parent_class)->finalize (object);
}

static void
fw_program_source_class_init (FwProgramSourceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fw_program_source_dispose;
  G_OBJECT_CLASS (class)->finalize = fw_program_source_finalize;
}

static void
fw_program_source_init (FwProgramSource *self)
{
  self->pending = g_string_new (NULL);
}

/**
 * fw_program_source_new:
 * @arguments: the program, found as the shell finds it, and what it is given; no shell reads them
 *
 * Returns: (transfer full): a source; the program is run when it is started
 */
FwProgramSource *
fw_program_source_new (const char *const *arguments)
{
  FwProgramSource *self = g_object_new (FW_TYPE_PROGRAM_SOURCE, NULL);

  self->arguments = g_strdupv ((GStrv) arguments);
  return self;
}
