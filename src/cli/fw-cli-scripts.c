/* What to say in a talk: scripts, script. */
#include "cli/fw-cli-commands.h"

#include <stdio.h>

#include "interview/fw-script.h"
#include "rules/fw-assessment.h"
#include "rules/fw-packs.h"

/* For whom a script is read. */
typedef struct
{
  FwScripts *scripts;
  FwFacts *facts;
} FwReader;

static void
add_said (JsonBuilder *json,
          const char *name,
          const FwSaid *said)
{
  if (*said->zh == '\0' && *said->en == '\0')
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  fw_cli_add_text (json, "zh", said->zh);
  fw_cli_add_text (json, "en", said->en);
  json_builder_end_object (json);
}

static void
add_words (JsonBuilder *json,
           const char *name,
           char **words)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; words[i] != NULL; i++)
    json_builder_add_string_value (json, words[i]);
  json_builder_end_array (json);
}

static void
add_flag (JsonBuilder *json,
          const char *name,
          gboolean truth)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, truth);
}

static void
add_heading (JsonBuilder *json,
             const FwScript *script)
{
  fw_cli_add_text (json, "id", script->id);
  add_said (json, "title", &script->title);
  add_words (json, "kinds", script->kinds);
  add_words (json, "grounds", script->grounds);
  fw_cli_add_text (json, "minutes", script->minutes);
  add_flag (json, "reviewed", script->reviewed);
}

static void
print_list (FwScripts *scripts,
            FwCli *cli)
{
  GPtrArray *list = fw_scripts_list (scripts);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    {
      const FwScript *script = list->pdata[i];

      json_builder_begin_object (json);
      add_heading (json, script);
      json_builder_end_object (json);
      if (!cli->json)
        printf ("%-24s %s%s\n", script->id, fw_cli_pick (cli, script->title.zh, script->title.en),
                script->reviewed ? "" : fw_cli_pick (cli, "（未经律师审核）", " (not reviewed by a lawyer)"));
    }
  json_builder_end_array (json);
  if (cli->json)
    fw_cli_print_built (json);
}

static FwExit
check (FwScripts *scripts,
       FwCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = fw_scripts_check (scripts, &error);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (problems == NULL)
    return fw_cli_fail (cli, error);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "scripts");
  json_builder_add_int_value (json, fw_scripts_list (scripts)->len);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < problems->len; i++)
    {
      json_builder_add_string_value (json, problems->pdata[i]);
      fprintf (stderr, "%s\n", (const char *) problems->pdata[i]);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (cli->json)
    fw_cli_print_built (json);
  else
    printf ("%u scripts: %u problems\n", fw_scripts_list (scripts)->len, problems->len);
  return problems->len > 0 ? FW_EXIT_NO : FW_EXIT_DONE;
}

static FwExit
run_scripts (FwCli *cli)
{
  gboolean checked = fw_cli_take_flag (cli, "--check");
  g_autoptr (FwScripts) scripts = NULL;
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  scripts = fw_scripts_new (&error);
  if (scripts == NULL)
    return fw_cli_fail (cli, error);
  if (checked)
    return check (scripts, cli);
  print_list (scripts, cli);
  return FW_EXIT_DONE;
}

/* What the law says of the case stands in the facts before a script reads them; without a ground there is nothing to judge. */
static gboolean
judge (FwFacts *facts,
       GError **error)
{
  g_autoptr (FwPacks) packs = NULL;
  g_autoptr (FwAssessment) assessment = NULL;
  FwPack *pack;

  if (fw_facts_get (facts, "departure/@ground") == NULL || fw_facts_get (facts, "assessment/@pack") != NULL)
    return TRUE;
  packs = fw_packs_new (error);
  pack = packs != NULL ? fw_packs_get_for_file (packs, facts, error) : NULL;
  assessment = pack != NULL ? fw_pack_assess (pack, facts, NULL, error) : NULL;
  if (assessment == NULL)
    return FALSE;
  fw_assessment_to_facts (assessment, facts, fw_facts_get_date (facts, "@as-of"));
  return TRUE;
}

static void
add_lines (JsonBuilder *json,
           GPtrArray *lines)
{
  json_builder_set_member_name (json, "prompts");
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    {
      const FwLine *line = lines->pdata[i];

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "place");
      json_builder_add_int_value (json, line->prompt->place);
      fw_cli_add_text (json, "speaker", line->prompt->manager ? "manager" : "hr");
      fw_cli_add_text (json, "zh", line->text.zh);
      fw_cli_add_text (json, "en", line->text.en);
      add_words (json, "missing", line->missing);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* One text of this person, with the figures in it; what an expression cannot say stays as it is written. */
static void
fill (const FwReader *reader,
      const FwSaid *text,
      FwSaid *filled)
{
  filled->zh = fw_scripts_fill (reader->scripts, text->zh, reader->facts, TRUE, NULL);
  filled->en = fw_scripts_fill (reader->scripts, text->en, reader->facts, FALSE, NULL);
  if (filled->zh == NULL)
    filled->zh = g_strdup (text->zh);
  if (filled->en == NULL)
    filled->en = g_strdup (text->en);
}

static void
said_clear (FwSaid *said)
{
  g_free (said->zh);
  g_free (said->en);
}

static void
add_branches (JsonBuilder *json,
              const FwReader *reader,
              GPtrArray *branches)
{
  json_builder_set_member_name (json, "branches");
  json_builder_begin_array (json);
  for (guint i = 0; i < branches->len; i++)
    {
      const FwBranch *branch = branches->pdata[i];
      FwSaid action;

      fill (reader, &branch->action, &action);
      json_builder_begin_object (json);
      add_said (json, "if", &branch->condition);
      add_said (json, "do", &action);
      add_words (json, "to", branch->targets);
      json_builder_end_object (json);
      said_clear (&action);
    }
  json_builder_end_array (json);
}

static void
add_scene (JsonBuilder *json,
           const FwReader *reader,
           const FwScene *scene,
           GPtrArray *lines)
{
  json_builder_begin_object (json);
  fw_cli_add_text (json, "id", scene->id);
  add_flag (json, "aside", scene->aside);
  add_said (json, "aim", &scene->aim);
  add_lines (json, lines);
  add_said (json, "listen", &scene->listen);
  add_branches (json, reader, scene->branches);
  add_said (json, "stop", &scene->stop);
  add_said (json, "note", &scene->note);
  json_builder_end_object (json);
}

static void
print_hint (FwCli *cli,
            const char *zh,
            const char *en,
            const FwSaid *said)
{
  const char *text = fw_cli_pick (cli, said->zh, said->en);

  if (*text != '\0')
    printf ("  %s%s\n", fw_cli_pick (cli, zh, en), text);
}

static void
print_branch (FwCli *cli,
              const FwReader *reader,
              const FwBranch *branch)
{
  const char *condition = fw_cli_pick (cli, branch->condition.zh, branch->condition.en), *action;
  g_autofree char *targets = g_strjoinv (" ", branch->targets);
  FwSaid filled;

  fill (reader, &branch->action, &filled);
  action = fw_cli_pick (cli, filled.zh, filled.en);

  printf ("    %s →%s%s%s%s\n", *condition != '\0' ? condition : fw_cli_pick (cli, "完了", "done"), *targets != '\0' ? " " : "", targets,
          *action != '\0' ? " " : "", action);
  said_clear (&filled);
}

static void
print_scene (FwCli *cli,
             const FwReader *reader,
             const FwScene *scene,
             GPtrArray *lines)
{
  printf ("\n%s · %s\n", scene->id, fw_cli_pick (cli, scene->aim.zh, scene->aim.en));
  for (guint i = 0; i < lines->len; i++)
    {
      const FwLine *line = lines->pdata[i];

      printf ("  %s%s\n", line->prompt->manager ? fw_cli_pick (cli, "（经理）", "(manager) ") : "",
              fw_cli_pick (cli, line->text.zh, line->text.en));
    }
  print_hint (cli, "留意：", "Listen: ", &scene->listen);
  for (guint i = 0; i < scene->branches->len; i++)
    print_branch (cli, reader, scene->branches->pdata[i]);
  print_hint (cli, "停下：", "Stop: ", &scene->stop);
  print_hint (cli, "记下：", "Note: ", &scene->note);
}

static FwExit
print_script (FwScripts *scripts,
              const FwScript *script,
              FwFacts *facts,
              const char *temperament,
              FwCli *cli)
{
  FwReader reader = { scripts, facts };
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GPtrArray) scenes = g_ptr_array_new ();

  if (script->begins_with != NULL && fw_scripts_get_shared (scripts, script->begins_with) != NULL)
    g_ptr_array_add (scenes, fw_scripts_get_shared (scripts, script->begins_with));
  g_ptr_array_extend (scenes, script->scenes, NULL, NULL);
  json_builder_begin_object (json);
  add_heading (json, script);
  add_said (json, "aim", &script->aim);
  json_builder_set_member_name (json, "scenes");
  json_builder_begin_array (json);
  if (!cli->json)
    printf ("%s\n", fw_cli_pick (cli, script->title.zh, script->title.en));
  for (guint i = 0; i < scenes->len; i++)
    {
      const FwScene *scene = scenes->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) lines = fw_scripts_read (scripts, scene->prompts, facts, temperament, &error);

      if (lines == NULL)
        return fw_cli_fail (cli, error);
      add_scene (json, &reader, scene, lines);
      if (!cli->json)
        print_scene (cli, &reader, scene, lines);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (cli->json)
    fw_cli_print_built (json);
  return FW_EXIT_DONE;
}

static gboolean
is_temperament (const char *word)
{
  static const char *const known[] = { "open", "reserved", "sensitive", "assertive", NULL };

  return word == NULL || g_strv_contains (known, word);
}

static FwExit
run_script (FwCli *cli)
{
  g_autofree char *temperament = fw_cli_take_option (cli, "--temperament");
  g_autofree char *id = fw_cli_take_word (cli);
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwScripts) scripts = NULL;
  g_autoptr (FwSchema) schema = NULL;
  g_autoptr (FwFacts) facts = NULL;
  FwScript *script;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (!is_temperament (temperament))
    return fw_cli_misused (cli, "--temperament is open, reserved, sensitive or assertive");
  scripts = fw_scripts_new (&error);
  script = scripts != NULL ? fw_scripts_get (scripts, id, &error) : NULL;
  schema = script != NULL ? fw_facts_load_schema (&error) : NULL;
  facts = schema != NULL ? fw_facts_load_file (path, schema, &error) : NULL;
  if (facts == NULL || !judge (facts, &error))
    return fw_cli_fail (cli, error);
  return print_script (scripts, script, facts, temperament, cli);
}

const FwCliCommand fw_cli_scripts_commands[] = {
  { "scripts",
    "scripts [--check] [--json]\n"
    "    what can be talked about; --check validates every script and reads it aloud for every example",
    run_scripts },
  { "script",
    "script SCRIPT FACTS.xml [--temperament open|reserved|sensitive|assertive] [--json]\n"
    "    what to say to this person, scene by scene, judged first",
    run_script },
  { NULL },
};
