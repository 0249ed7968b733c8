#include "interview/fw-program-source.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A line longer than this is no sentence: it is passed over, so that a program gone wild cannot fill the memory. */
#define LONGEST_LINE (16 * 1024)
#define CHUNK 4096

/* Nobody says more than this: a program that tells more is ended, before its lines bury the talk. */
#define LINES_AT_ONCE 40
#define LINES_A_SECOND 20

/* So many lines in a row that cannot be read are no slip. */
#define MOST_WRONG_LINES 20

/* How long a program may take to end once it is told that the talk is over, or has closed what it tells by. */
#define SECONDS_TO_END 2

struct _FwProgramSource
{
  GObject parent_instance;

  GStrv arguments;
  GSubprocess *program; /* NULL where none is running */
  pid_t group;          /* of the program and whatever it has started */
  GCancellable *cancellable;
  GString *pending;     /* of the line that is not complete */
  gsize passed_over;    /* bytes of a line that is too long */
  guint line;
  guint wrong_lines;    /* in a row */
  double allowance;     /* of lines */
  gint64 spent;         /* monotonic: since when it grows */
  gboolean exited;
  gboolean drained;     /* nothing more can come */
  guint grace;          /* source: until when the other of the two is waited for */
  FwProgramEnd end;
  int code;
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

/* Whatever it has started goes with it: nothing may go on listening. */
static void
kill_group (pid_t group,
            int signal_number)
{
  if (group > 1)
    kill (-group, signal_number);
}

static char *
describe_end (FwProgramEnd end,
              int code)
{
  switch (end)
    {
    case FW_PROGRAM_FAILED:
      return g_strdup_printf ("ended with %d; what was heard so far is kept", code);
    case FW_PROGRAM_DIED:
      return g_strdup_printf ("died of signal %d; what was heard so far is kept", code);
    case FW_PROGRAM_CLOSED:
      return g_strdup_printf ("told nothing any more and did not end within %d seconds", code);
    case FW_PROGRAM_FLOODED:
      return g_strdup_printf ("told more than %d lines a second", code);
    case FW_PROGRAM_GARBLED:
      return g_strdup_printf ("wrote %d lines in a row that cannot be read", code);
    case FW_PROGRAM_RUNS:
    case FW_PROGRAM_ENDED:
    default:
      return NULL;
    }
}

static void
finish (FwProgramSource *self,
        FwProgramEnd end,
        int code)
{
  g_autoptr (GSubprocess) program = g_steal_pointer (&self->program);
  g_autofree char *reason = describe_end (end, code);

  self->end = end;
  self->code = code;
  g_clear_handle_id (&self->grace, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  kill_group (self->group, SIGKILL);
  if (reason != NULL)
    complain (self, reason);
  fw_transcript_source_end (FW_TRANSCRIPT_SOURCE (self));
}

/* Whether one more line may come: so many at once, so many a second. */
static gboolean
spend (FwProgramSource *self)
{
  gint64 now = g_get_monotonic_time ();
  double grown = self->allowance + (double) (now - self->spent) * LINES_A_SECOND / G_USEC_PER_SEC;

  self->allowance = MIN (grown, LINES_AT_ONCE) - 1;
  self->spent = now;
  if (self->allowance >= 0)
    return TRUE;
  finish (self, FW_PROGRAM_FLOODED, LINES_A_SECOND);
  return FALSE;
}

static void
pass_over (FwProgramSource *self,
           const GError *error)
{
  g_autofree char *reason = g_strdup_printf ("line %u was passed over: %s", self->line, error->message);

  complain (self, reason);
  if (self->program != NULL && ++self->wrong_lines >= MOST_WRONG_LINES)
    finish (self, FW_PROGRAM_GARBLED, MOST_WRONG_LINES);
}

static void
read_line (FwProgramSource *self)
{
  g_auto (FwHeard) heard = { .seconds = -1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strndup (self->pending->str, self->pending->len);
  gsize length = self->pending->len;
  gboolean too_long = self->passed_over > 0;

  g_string_truncate (self->pending, 0);
  self->passed_over = 0;
  self->line++;
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (!spend (self) || (!too_long && length == 0))
    return;
  if (too_long)
    g_set_error (&error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT, "it is longer than %d bytes", LONGEST_LINE);
  if (error != NULL || !fw_heard_read (&heard, line, (gssize) length, &error))
    {
      pass_over (self, error);
      return;
    }
  self->wrong_lines = 0;
  fw_transcript_source_tell (FW_TRANSCRIPT_SOURCE (self), &heard);
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
    else if (++self->passed_over % LONGEST_LINE == 0)
      spend (self);
}

static void
finish_by_itself (FwProgramSource *self)
{
  if (!self->exited)
    finish (self, FW_PROGRAM_CLOSED, SECONDS_TO_END);
  else if (g_subprocess_get_if_signaled (self->program))
    finish (self, FW_PROGRAM_DIED, g_subprocess_get_term_sig (self->program));
  else if (g_subprocess_get_exit_status (self->program) != 0)
    finish (self, FW_PROGRAM_FAILED, g_subprocess_get_exit_status (self->program));
  else
    finish (self, FW_PROGRAM_ENDED, 0);
}

static gboolean
grace_cb (gpointer data)
{
  FwProgramSource *self = data;

  self->grace = 0;
  finish_by_itself (self);
  return G_SOURCE_REMOVE;
}

/* It is over where it has exited and all it wrote was read; one of the two alone is not waited for long. */
static void
came_to_end (FwProgramSource *self)
{
  if (self->exited && self->drained)
    finish_by_itself (self);
  else if (self->grace == 0)
    self->grace = g_timeout_add_seconds (SECONDS_TO_END, grace_cb, self);
}

static void
exited_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (FwProgramSource) self = data;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  if (self->program != G_SUBPROCESS (object))
    return; /* it was stopped */
  kill_group (self->group, SIGKILL);
  self->exited = TRUE;
  came_to_end (self);
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
  self->drained = length == 0;
  if (self->drained)
    came_to_end (self);
  else
    read_more (self);
}

/* Behind what is typed and what is drawn: however much it tells, the window does not wait for it. */
static void
read_more (FwProgramSource *self)
{
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->program), CHUNK, G_PRIORITY_DEFAULT_IDLE, self->cancellable,
                                   read_cb, g_object_ref (self));
}

/* Between fork and exec. A group of its own, which is told: the program may be gone before anybody asks. And no life beyond ours: were we to
 * crash, it must not go on listening. */
static void
become_ours (gpointer data)
{
  const int *pipe = data;
  pid_t self = getpid ();

  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (write (pipe[1], &self, sizeof self) != sizeof self)
    _exit (127);
}

/* It hears and tells: it gets three pipes, no file of ours, nothing that leads into a network, and what it mutters is not kept. */
static GSubprocessLauncher *
make_launcher (int *pipe)
{
  static const char *const needless[] = { "http_proxy",  "https_proxy", "ftp_proxy", "all_proxy", "no_proxy",
                                          "HTTP_PROXY",  "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY", "NO_PROXY",
                                          "SSH_AUTH_SOCK" };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                             G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  for (guint i = 0; i < G_N_ELEMENTS (needless); i++)
    g_subprocess_launcher_unsetenv (launcher, needless[i]);
  g_subprocess_launcher_set_child_setup (launcher, become_ours, pipe, NULL);
  return launcher;
}

static gboolean
spawn (FwProgramSource *self,
       GError **error)
{
  int pipe[2];
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (pipe);

  if (!g_unix_open_pipe (pipe, FD_CLOEXEC, error))
    return FALSE;
  self->program = g_subprocess_launcher_spawnv (launcher, (const char *const *) self->arguments, error);
  close (pipe[1]);
  if (self->program != NULL && read (pipe[0], &self->group, sizeof self->group) != sizeof self->group)
    self->group = 0;
  close (pipe[0]);
  return self->program != NULL;
}

static gboolean
start (FwTranscriptSource *source,
       GError **error)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (source);

  if (!spawn (self, error))
    return FALSE;
  self->line = self->wrong_lines = 0;
  self->passed_over = 0;
  self->allowance = LINES_AT_ONCE;
  self->spent = g_get_monotonic_time ();
  self->exited = self->drained = FALSE;
  self->end = FW_PROGRAM_RUNS;
  g_string_truncate (self->pending, 0);
  self->cancellable = g_cancellable_new ();
  g_subprocess_wait_async (self->program, NULL, exited_cb, g_object_ref (self));
  read_more (self);
  return TRUE;
}

/* A program that was told to end. */
typedef struct
{
  pid_t group;
  guint timer; /* 0: it was killed */
} Ending;

static gboolean
kill_cb (gpointer data)
{
  Ending *ending = data;

  ending->timer = 0;
  kill_group (ending->group, SIGKILL);
  return G_SOURCE_REMOVE;
}

static void
gone_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  Ending *ending = data;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  g_clear_handle_id (&ending->timer, g_source_remove);
  kill_group (ending->group, SIGKILL);
  g_free (ending);
}

/* Its input ends, which tells it that the talk is over; one that stays is ended, and whatever it has started. */
static void
stop (FwTranscriptSource *source)
{
  FwProgramSource *self = FW_PROGRAM_SOURCE (source);
  g_autoptr (GSubprocess) program = g_steal_pointer (&self->program);
  Ending *ending;

  if (program == NULL)
    return;
  g_clear_handle_id (&self->grace, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_output_stream_close (g_subprocess_get_stdin_pipe (program), NULL, NULL);
  kill_group (self->group, SIGTERM);
  ending = g_new0 (Ending, 1);
  ending->group = self->group;
  ending->timer = g_timeout_add_seconds (SECONDS_TO_END, kill_cb, ending);
  g_subprocess_wait_async (program, NULL, gone_cb, ending);
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
    kill_group (self->group, SIGKILL);
  g_clear_object (&self->program);
  g_clear_handle_id (&self->grace, g_source_remove);
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

/**
 * fw_program_source_get_end:
 * @code: (out) (nullable): what the program ended with, the signal it died of, or the measure it went beyond
 *
 * Returns: how the program came to its end; %FW_PROGRAM_RUNS while it runs and where it was stopped
 */
FwProgramEnd
fw_program_source_get_end (FwProgramSource *self,
                           int *code)
{
  if (code != NULL)
    *code = self->code;
  return self->end;
}
