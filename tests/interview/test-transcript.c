/* Where the words of a talk come from: typed, replayed, told by another program; and what happens when they come wrong. */
#include "fw-test-lexicon.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "interview/fw-program-source.h"
#include "interview/fw-replayed-source.h"
#include "interview/fw-typed-source.h"

/* What a source has told: "voice text|" for each line, "~" before what is not final. */
typedef struct
{
  GString *heard;
  GString *problems;
  gboolean ended;
  FwTranscriptSource *stop_at_first; /* nullable */
} Told;

static void
heard_cb (Told *told,
          const FwHeard *heard)
{
  static const char voices[] = "?EHM";

  g_string_append_printf (told->heard, "%s%c %s|", heard->final ? "" : "~", voices[heard->voice], heard->text);
  if (told->stop_at_first != NULL)
    fw_transcript_source_stop (told->stop_at_first);
}

static void
problem_cb (Told *told,
            const GError *error)
{
  g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT);
  g_string_append_printf (told->problems, "%s|", error->message);
}

static void
ended_cb (Told *told)
{
  told->ended = TRUE;
}

static void
follow (Told *told,
        gpointer source)
{
  *told = (Told) { g_string_new (NULL), g_string_new (NULL), FALSE, NULL };
  g_signal_connect_swapped (source, "heard", G_CALLBACK (heard_cb), told);
  g_signal_connect_swapped (source, "problem", G_CALLBACK (problem_cb), told);
  g_signal_connect_swapped (source, "ended", G_CALLBACK (ended_cb), told);
}

static void
told_clear (Told *told)
{
  g_string_free (told->heard, TRUE);
  g_string_free (told->problems, TRUE);
}

static void
start_and_wait (Told *told,
                gpointer source)
{
  g_autoptr (GError) error = NULL;

  follow (told, source);
  g_assert_true (fw_transcript_source_start (source, &error));
  g_assert_no_error (error);
  while (!told->ended)
    g_main_context_iteration (NULL, TRUE);
}

static char *
write_file (const char *name,
            const char *text,
            gssize length)
{
  char *path = g_build_filename (fw_test_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_lines (void)
{
  static const struct
  {
    const char *line;
    const char *reason;
  } wrong[] = {
    { "", "it is no JSON object" },
    { "我要仲裁", "it is no JSON object" },
    { "[\"a\"]", "it is no JSON object" },
    { "{\"text\": \"a\"", "it is no JSON object" },
    { "{\"speaker\": \"hr\"}", "it has no ‘text’" },
    { "{\"text\": 7}", "its ‘text’ is no text" },
    { "{\"text\": {}}", "its ‘text’ is no text" },
    { "{\"text\": \"a\", \"final\": 1}", "its ‘final’ is no truth" },
    { "{\"text\": \"a\", \"speaker\": \"wife\"}", "its ‘speaker’ is none of employee, hr, manager, unknown" },
    { "{\"text\": \"a\", \"seconds\": \"1\"}", "its ‘seconds’ is no number" },
    { "{\"text\": \"a\", \"seconds\": -1}", "its ‘seconds’ are not from 0 to a week" },
    { "{\"text\": \"a\", \"seconds\": 1e300}", "its ‘seconds’ are not from 0 to a week" },
    { "{\"text\": \"\xff\"}", "it is not UTF-8" },
    { "{\"text\": \"我\\ud842不干了\"}", "it has half a character" },
    { "{\"text\": \"\\ud842\"}", "it has half a character" },
    { "{\"text\": \"\\udfb7\\ud842\"}", "it has half a character" },
    { "{\"text\": \"\\ud842\\n\"}", "it has half a character" },
  };
  g_auto (FwHeard) heard = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_heard_read (&heard, "{\"text\": \"[[[[[[[[[[[[\", \"speaker\": \"manager\", \"final\": false, \"seconds\": 3, \"x\": []}", -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (heard.voice, ==, FW_VOICE_MANAGER);
  g_assert_false (heard.final);
  g_assert_cmpfloat (heard.seconds, ==, 3);
  fw_heard_clear (&heard);
  g_assert_true (fw_heard_read (&heard, "{\"text\": \"\\ud842\\udfb7田\"}", -1, &error));
  g_assert_cmpstr (heard.text, ==, "𠮷田");
  fw_heard_clear (&heard);
  g_assert_true (fw_heard_read (&heard, "{\"text\": \"\\\\ud842 \\u4e00\"}", -1, &error));
  g_assert_cmpstr (heard.text, ==, "\\ud842 一");
  fw_heard_clear (&heard);
  g_assert_true (fw_heard_read (&heard, "{\"text\": \"a\", \"speaker\": null}", -1, &error));
  g_assert_cmpint (heard.voice, ==, FW_VOICE_UNKNOWN);
  g_assert_true (heard.final);
  g_assert_cmpfloat (heard.seconds, <, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (FwHeard) nothing = { 0 };

      g_assert_false (fw_heard_read (&nothing, wrong[i].line, -1, &error));
      g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT);
      g_assert_cmpstr (error->message, ==, wrong[i].reason);
      g_clear_error (&error);
    }
}

/* A line of brackets must not use up the stack of the parser. */
static void
test_nested (void)
{
  g_autofree char *brackets = g_strnfill (15000, '[');
  g_autofree char *line = g_strconcat ("{\"text\": ", brackets, NULL);
  g_auto (FwHeard) heard = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_heard_read (&heard, line, -1, &error));
  g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT);
}

static void
test_typed (void)
{
  g_autoptr (FwTypedSource) source = fw_typed_source_new ();
  Told told;

  follow (&told, source);
  g_assert_true (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (source), NULL));
  fw_typed_source_type (source, "我", FW_VOICE_HR);
  fw_typed_source_type (source, "我", FW_VOICE_HR);
  fw_typed_source_type (source, " 我记下了 ", FW_VOICE_HR);
  g_assert_true (fw_typed_source_keep (source, FW_VOICE_HR));
  g_assert_false (fw_typed_source_keep (source, FW_VOICE_HR));
  g_assert_cmpstr (fw_typed_source_get_text (source), ==, "");
  g_assert_cmpstr (told.heard->str, ==, "~H 我|~H  我记下了 |H 我记下了|");
  fw_transcript_source_stop (FW_TRANSCRIPT_SOURCE (source));
  told_clear (&told);
}

static void
test_replayed (void)
{
  static const char text[] = "{\"text\": \"请坐\", \"speaker\": \"hr\", \"seconds\": 0}\n"
                             "\n"
                             "{\"text\": \"我要\", \"speaker\": \"employee\", \"final\": false, \"seconds\": 900}\r\n"
                             "no JSON\n"
                             "{\"text\": \"a\0b\"}\n"
                             "{\"text\": \"我要仲裁\", \"seconds\": 901}";
  g_autofree char *path = write_file ("talk.jsonl", text, sizeof text - 1);
  g_autoptr (FwReplayedSource) source = fw_replayed_source_new (path, 0);
  g_autoptr (FwReplayedSource) missing = fw_replayed_source_new ("/nowhere/talk.jsonl", 0);
  g_autofree char *problems = g_strdup_printf ("%s:4: it is no JSON object|%s:5: it is not UTF-8|", path, path);
  g_autoptr (GError) error = NULL;
  Told told;

  start_and_wait (&told, source);
  g_assert_cmpstr (told.heard->str, ==, "H 请坐|~E 我要|? 我要仲裁|");
  g_assert_cmpstr (told.problems->str, ==, problems);
  g_assert_false (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (missing), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  told_clear (&told);
}

/* At the pace of its seconds, and stopped by what it tells. */
static void
test_replayed_in_time (void)
{
  g_autofree char *path = write_file ("slow.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\", \"seconds\": 2}\n", -1);
  g_autoptr (FwReplayedSource) source = fw_replayed_source_new (path, 20);
  g_autoptr (FwReplayedSource) stopped = fw_replayed_source_new (path, 0);
  gint64 began = g_get_monotonic_time ();
  Told told, other;

  start_and_wait (&told, source);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 100 * 1000);
  g_assert_cmpstr (told.heard->str, ==, "? a|? b|");
  follow (&other, stopped);
  other.stop_at_first = FW_TRANSCRIPT_SOURCE (stopped);
  g_assert_true (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (stopped), NULL));
  while (other.heard->len == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (other.heard->str, ==, "? a|");
  g_assert_false (other.ended);
  told_clear (&told);
  told_clear (&other);
}

static FwProgramSource *
program (const char *name,
         const char *script)
{
  g_autofree char *path = write_file (name, script, -1);
  const char *arguments[] = { "sh", path, "我", NULL };

  return fw_program_source_new (arguments);
}

static void
test_program (void)
{
  g_autoptr (FwProgramSource) source = program ("engine.sh", "echo muttered >&2\n"
                                                             "echo '{\"text\": \"我要\", \"speaker\": \"employee\", \"final\": false}'\n"
                                                             "echo rubbish\n"
                                                             "head -c 40000 /dev/zero | tr '\\0' 'x'; echo\n"
                                                             "echo\n"
                                                             "printf '{\"text\": \"%s\"}\\n' \"$1\"\n"
                                                             "printf '{\"text\": \"%s\"}\\n' \"${http_proxy:-none}\"\n"
                                                             "printf '{\"text\": \"last\", \"speaker\": \"hr\"}'\n");
  Told told;

  start_and_wait (&told, source);
  g_assert_cmpstr (told.heard->str, ==, "~E 我要|? 我|? none|H last|");
  g_assert_cmpstr (told.problems->str, ==,
                   "sh: line 2 was passed over: it is no JSON object|sh: line 3 was passed over: it is longer than 16384 bytes|");
  told_clear (&told);
}

static void
test_program_dies (void)
{
  g_autoptr (FwProgramSource) killed = program ("killed.sh", "echo '{\"text\": \"a\", \"final\": false}'\nkill -9 $$\n");
  g_autoptr (FwProgramSource) failed = program ("failed.sh", "echo '{\"text\": \"a\"}'\nexit 3\n");
  const char *nowhere[] = { "/nowhere/engine", NULL };
  g_autoptr (FwProgramSource) missing = fw_program_source_new (nowhere);
  g_autoptr (GError) error = NULL;
  Told told;

  start_and_wait (&told, killed);
  g_assert_cmpstr (told.heard->str, ==, "~? a|");
  g_assert_cmpstr (told.problems->str, ==, "sh: died of signal 9; what was heard so far is kept|");
  told_clear (&told);
  start_and_wait (&told, failed);
  g_assert_cmpstr (told.heard->str, ==, "? a|");
  g_assert_cmpstr (told.problems->str, ==, "sh: ended with 3; what was heard so far is kept|");
  told_clear (&told);
  g_assert_false (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (missing), &error));
  g_assert_nonnull (error);
  fw_transcript_source_stop (FW_TRANSCRIPT_SOURCE (missing));
}

/* One that waits for ever ends with the talk, whether it is stopped or only let go. */
static void
ends_with (gboolean stopped)
{
  FwProgramSource *source = program ("waits.sh", "printf '{\"text\": \"%d\"}\\n' $$\nexec sleep 600\n");
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  int pid;
  Told told;

  follow (&told, source);
  g_assert_true (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (source), NULL));
  while (told.heard->len == 0)
    g_main_context_iteration (NULL, TRUE);
  pid = (int) g_ascii_strtoll (told.heard->str + 2, NULL, 10);
  g_assert_cmpint (kill (pid, 0), ==, 0);
  if (stopped)
    fw_transcript_source_stop (FW_TRANSCRIPT_SOURCE (source));
  else
    g_signal_handlers_disconnect_by_data (source, &told);
  if (!stopped)
    g_object_run_dispose (G_OBJECT (source));
  while (kill (pid, 0) == 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (kill (pid, 0), !=, 0);
  g_assert_false (told.ended);
  g_object_unref (source);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  told_clear (&told);
}

static void
test_program_ends_with_the_talk (void)
{
  ends_with (TRUE);
  ends_with (FALSE);
}

/* What goes wrong with a program is its own end, and of whatever it has started. */
static void
test_program_goes_wild (void)
{
  static const struct
  {
    const char *script;
    FwProgramEnd end;
    int code;
    guint most_heard;
    const char *problem;
  } programs[] = {
    { "exec yes '{\"text\": \"a\"}'\n", FW_PROGRAM_FLOODED, 20, 41, "sh: told more than 20 lines a second|" },
    { "exec yes '{\"text\": \"a\", \"final\": false}'\n", FW_PROGRAM_FLOODED, 20, 41, "sh: told more than 20 lines a second|" },
    { "exec yes ''\n", FW_PROGRAM_FLOODED, 20, 0, "sh: told more than 20 lines a second|" },
    { "exec cat /dev/zero\n", FW_PROGRAM_FLOODED, 20, 0, "sh: told more than 20 lines a second|" },
    { "exec yes rubbish\n", FW_PROGRAM_GARBLED, 20, 0, "sh: wrote 20 lines in a row that cannot be read|" },
    { "exec cat /proc/self/exe\n", FW_PROGRAM_GARBLED, 20, 0, "sh: wrote 20 lines in a row that cannot be read|" },
    { "echo '{\"text\": \"a\"}'\nexec >&-\nsleep 600\n", FW_PROGRAM_CLOSED, 2, 1, "sh: told nothing any more and did not end within 2 seconds|" },
    { "sleep 600 &\necho '{\"text\": \"a\"}'\n", FW_PROGRAM_ENDED, 0, 1, "" },
    { "kill -9 $$\n", FW_PROGRAM_DIED, 9, 0, "sh: died of signal 9; what was heard so far is kept|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (FwProgramSource) source = program ("wild.sh", programs[i].script);
      gint64 began = g_get_monotonic_time ();
      guint heard = 0;
      int code = -1;
      Told told;

      start_and_wait (&told, source);
      for (const char *at = told.heard->str; *at != '\0'; at++)
        heard += *at == '|';
      g_assert_cmpint (fw_program_source_get_end (source, &code), ==, programs[i].end);
      g_assert_cmpint (code, ==, programs[i].code);
      g_assert_cmpuint (heard, <=, programs[i].most_heard);
      g_assert_true (g_str_has_suffix (told.problems->str, programs[i].problem));
      g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_USEC_PER_SEC);
      told_clear (&told);
    }
}

/* Waits until nobody of that id is there; a child of a child that died has no parent to be waited for. */
static gboolean
is_gone (int pid)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  g_autofree char *status = g_strdup_printf ("/proc/%d/stat", pid);

  while (g_get_monotonic_time () < until)
    {
      g_autofree char *text = NULL;

      if (!g_file_get_contents (status, &text, NULL, NULL) || strstr (text, ") Z ") != NULL)
        return TRUE;
      g_main_context_iteration (NULL, FALSE);
    }
  return FALSE;
}

/* One that takes no notice is killed, and so is what it has started. */
static void
test_program_takes_no_notice (void)
{
  g_autoptr (FwProgramSource) source = program ("deaf.sh", "trap '' TERM\nsleep 600 &\n"
                                                           "printf '{\"text\": \"%d\"}\\n{\"text\": \"%d\"}\\n' $$ $!\n"
                                                           "while :; do sleep 1; done\n");
  g_auto (GStrv) pids = NULL;
  Told told;

  follow (&told, source);
  g_assert_true (fw_transcript_source_start (FW_TRANSCRIPT_SOURCE (source), NULL));
  while (g_strrstr (told.heard->str, "|? ") == NULL || told.heard->str[told.heard->len - 1] != '|')
    g_main_context_iteration (NULL, TRUE);
  pids = g_strsplit (told.heard->str, "|", -1);
  fw_transcript_source_stop (FW_TRANSCRIPT_SOURCE (source));
  g_assert_cmpint (fw_program_source_get_end (source, NULL), ==, FW_PROGRAM_RUNS);
  for (guint i = 0; i < 2; i++)
    g_assert_true (is_gone ((int) g_ascii_strtoll (pids[i] + 2, NULL, 10)));
  g_assert_false (told.ended);
  told_clear (&told);
}

int
main (int argc,
      char **argv)
{
  g_setenv ("http_proxy", "http://proxy.example", TRUE); /* no program of ours gets it */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview/transcript/lines", test_lines);
  g_test_add_func ("/interview/transcript/nested", test_nested);
  g_test_add_func ("/interview/transcript/typed", test_typed);
  g_test_add_func ("/interview/transcript/replayed", test_replayed);
  g_test_add_func ("/interview/transcript/replayed-in-time", test_replayed_in_time);
  g_test_add_func ("/interview/transcript/program", test_program);
  g_test_add_func ("/interview/transcript/program-dies", test_program_dies);
  g_test_add_func ("/interview/transcript/program-ends-with-the-talk", test_program_ends_with_the_talk);
  g_test_add_func ("/interview/transcript/program-goes-wild", test_program_goes_wild);
  g_test_add_func ("/interview/transcript/program-takes-no-notice", test_program_takes_no_notice);
  return fw_test_run ();
}
