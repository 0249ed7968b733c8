/* Risk phrases in what is typed or heard, a line at a time: watch. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interview/fw-phrase-watch.h"

/* What is the same of every alert of a phrase, written once: a talk of an hour raises few different ones many times. */
typedef struct
{
  FwCli *cli;
  FwPhraseWatch *watch;
  FwSpeaker speaker;
  GHashTable *written; /* char*: FwPhraseClass → its prompt as JSON, the id of one → that id as JSON */
} FwWatching;

static char *
json_text (const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return json_to_string (node, FALSE);
}

static const char *
class_json (FwWatching *self,
            const FwPhraseClass *class)
{
  char *known = g_hash_table_lookup (self->written, class->id);

  if (known == NULL)
    {
      known = json_text (class->id);
      g_hash_table_insert (self->written, class->id, known);
    }
  return known;
}

/* The next character as an alert counts them: a byte that is no UTF-8 is one. */
static const char *
next_character (const char *at,
                const char *end)
{
  gunichar character = g_utf8_get_char_validated (at, end - at);

  return character == (gunichar) -1 || character == (gunichar) -2 ? at + 1 : g_utf8_next_char (at);
}

/* The words of the line that an alert is about. */
static char *
dup_said (const char *text,
          gsize length,
          const FwAlert *alert)
{
  const char *end = text + length, *from = text, *to;

  for (guint i = 0; i < alert->offset && from < end; i++)
    from = next_character (from, end);
  to = from;
  for (guint i = 0; i < alert->length && to < end; i++)
    to = next_character (to, end);
  return g_utf8_make_valid (from, to - from);
}

/* The phrase as JSON: as the lexicon has it, or of one with many ways to say it, and of none, the way it was said. */
static char *
dup_phrase_json (const char *text,
                 gsize length,
                 const FwAlert *alert)
{
  const FwPhrase *phrase = alert->phrase;
  g_autofree char *said = NULL;

  if (*phrase->text != '\0' && strpbrk (phrase->text, "({&") == NULL)
    return json_text (phrase->text);
  said = alert->possible && *phrase->example != '\0' ? g_strdup (phrase->example) : dup_said (text, length, alert);
  return json_text (said);
}

static const char *
prompt_json (FwWatching *self,
             const FwPhraseClass *class)
{
  char *known = g_hash_table_lookup (self->written, class);

  if (known == NULL)
    {
      g_autofree char *zh = json_text (class->prompt.zh);
      g_autofree char *en = json_text (class->prompt.en);

      known = g_strdup_printf ("{\"zh\":%s,\"en\":%s}", zh, en);
      g_hash_table_insert (self->written, (gpointer) class, known);
    }
  return known;
}

static void
print_json (FwWatching *self,
            guint line,
            const char *text,
            gsize length,
            const FwAlert *alert)
{
  g_autofree char *phrase = dup_phrase_json (text, length, alert);

  printf ("{\"line\":%u,\"class\":%s,\"phrase\":%s,\"severity\":\"%s\",\"offset\":%u,\"length\":%u,\"possible\":%s,\"negated\":%s,\"prompt\":%s}\n", line,
          class_json (self, alert->phrase->of), phrase, fw_alert_severity_to_string (alert->severity), alert->offset, alert->length,
          alert->possible ? "true" : "false", alert->negated ? "true" : "false", prompt_json (self, alert->phrase->of));
}

static void
print_text (FwWatching *self,
            guint line,
            const char *text,
            gsize length,
            const FwAlert *alert)
{
  static const char *const chinese[] = { "提示", "注意", "重要", "紧急" };
  g_autofree char *said = dup_said (text, length, alert);
  const FwPhraseClass *class = alert->phrase->of;
  FwCli *cli = self->cli;

  printf ("%u: %s · %s · %s%s%s\n    %s\n", line,
          fw_cli_pick (cli, chinese[alert->severity], fw_alert_severity_to_string (alert->severity)),
          fw_cli_pick (cli, class->title.zh, class->title.en), *alert->phrase->example != '\0' ? alert->phrase->example : said,
          alert->possible ? fw_cli_pick (cli, "（疑似）", " (possible)") : "",
          alert->negated ? fw_cli_pick (cli, "（否定语境）", " (negated)") : "",
          fw_cli_pick (cli, class->prompt.zh, class->prompt.en));
}

/* Each line is answered before the next is read: somebody may be typing. */
static FwExit
watch_lines (FwWatching *self,
             FILE *input)
{
  g_autoptr (GString) written = g_string_new (NULL);
  char *text = NULL;
  size_t room = 0;
  ssize_t length;
  guint line = 0;

  while ((length = getline (&text, &room, input)) >= 0)
    {
      g_autoptr (GArray) alerts = NULL;

      while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
      alerts = fw_phrase_watch_read (self->watch, text, length, self->speaker);
      line++;
      for (guint i = 0; i < alerts->len; i++)
        if (self->cli->json)
          print_json (self, line, text, length, &g_array_index (alerts, FwAlert, i));
        else
          print_text (self, line, text, length, &g_array_index (alerts, FwAlert, i));
      if (alerts->len > 0)
        fflush (stdout);
    }
  free (text);
  return ferror (input) ? FW_EXIT_FAILED : FW_EXIT_DONE;
}

static gboolean
read_speaker (const char *word,
              FwSpeaker *speaker)
{
  if (word == NULL)
    *speaker = FW_SPEAKER_ANY;
  else if (g_str_equal (word, "employee"))
    *speaker = FW_SPEAKER_EMPLOYEE;
  else if (g_str_equal (word, "interviewer"))
    *speaker = FW_SPEAKER_INTERVIEWER;
  else
    return FALSE;
  return TRUE;
}

static FwExit
run_watch (FwCli *cli)
{
  g_autofree char *speaker = fw_cli_take_option (cli, "--speaker");
  FwWatching watching = { .cli = cli };
  g_autoptr (FwLexicon) lexicon = NULL;
  g_autoptr (FwPhraseWatch) watch = NULL;
  g_autoptr (GHashTable) written = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_speaker (speaker, &watching.speaker))
    return fw_cli_misused (cli, "--speaker is employee or interviewer");
  if (!fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  lexicon = fw_lexicon_new (&error);
  if (lexicon == NULL)
    return fw_cli_fail (cli, error);
  watch = fw_phrase_watch_new (lexicon);
  written = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  watching.watch = watch;
  watching.written = written;
  return watch_lines (&watching, stdin);
}

const FwCliCommand fw_cli_watch_commands[] = {
  { "watch",
    "watch [--speaker employee|interviewer] [--json]\n"
    "    reads lines on standard input and says at once which risk phrases are in them and what to do;\n"
    "    without --speaker the lines are taken for the employee's",
    run_watch },
  { NULL },
};
