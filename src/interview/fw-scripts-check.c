/* What `scripts --check` does: every way of every script leads somewhere, every scene is led to, every figure exists, and every example
 * can be read aloud without a hole. */
#include "interview/fw-script-private.h"

#include <string.h>

/* What a mouth and an ear take in at once. */
#define LONGEST_SENTENCE 40
#define MOST_WORDS 25

typedef struct
{
  FwScripts *scripts;
  FwVocabulary *vocabulary;
  FwSchema *facts_schema;
  GPtrArray *problems; /* char* */
} FwScriptsExamination;

G_GNUC_PRINTF (4, 5)
static void
report (FwScriptsExamination *self,
        const char *file,
        int line,
        const char *format,
        ...)
{
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->problems, g_strdup_printf ("%s:%d: %s", file, line, problem));
}

static FwScene *
find_scene (const FwScript *script,
            const char *id)
{
  for (guint i = 0; script != NULL && i < script->scenes->len; i++)
    if (g_str_equal (((FwScene *) script->scenes->pdata[i])->id, id))
      return script->scenes->pdata[i];
  return NULL;
}

static gboolean
has_objection (FwScripts *scripts,
               const char *id)
{
  for (guint i = 0; i < scripts->objections->len; i++)
    if (g_str_equal (((FwObjection *) scripts->objections->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
leads_somewhere (FwScriptsExamination *self,
                 const FwScript *script,
                 const char *target)
{
  if (g_str_equal (target, "end"))
    return TRUE;
  if (*target == '@')
    return fw_scripts_get_shared (self->scripts, target + 1) != NULL;
  if (g_str_has_prefix (target, "script:"))
    return fw_scripts_get (self->scripts, target + strlen ("script:"), NULL) != NULL;
  if (g_str_has_prefix (target, "objection:"))
    return has_objection (self->scripts, target + strlen ("objection:"));
  return find_scene (script, target) != NULL;
}

static void
check_expression (FwScriptsExamination *self,
                  const char *file,
                  int line,
                  const char *expression)
{
  g_autoptr (GError) problem = NULL;

  if (!fw_vocabulary_check (self->vocabulary, expression, FALSE, &problem))
    report (self, file, line, "%s", problem->message);
}

/* What stands in braces is a figure, or else an XPath on the facts. */
static void
check_figures_of (FwScriptsExamination *self,
                  const char *file,
                  int line,
                  const char *text)
{
  g_auto (GStrv) figures = _fw_prompt_figures (text);

  for (guint i = 0; figures[i] != NULL; i++)
    if (!g_hash_table_contains (self->scripts->figures, figures[i]))
      check_expression (self, file, line, figures[i]);
}

static void
check_branches (FwScriptsExamination *self,
                const FwScript *script,
                const char *file,
                const FwScene *scene)
{
  for (guint i = 0; i < scene->branches->len; i++)
    {
      const FwBranch *branch = scene->branches->pdata[i];

      check_figures_of (self, file, branch->line, branch->action.zh);
      check_figures_of (self, file, branch->line, branch->action.en);
      if (*branch->targets == NULL && *branch->action.zh == '\0')
        report (self, file, branch->line, "a branch of ‘%s’ says neither where to go nor what to do", scene->id);
      for (guint j = 0; branch->targets[j] != NULL; j++)
        if (!leads_somewhere (self, script, branch->targets[j]))
          report (self, file, branch->line, "a branch of ‘%s’ leads to ‘%s’, which is not there", scene->id, branch->targets[j]);
    }
}

/* Whether a figure may be unknown when the prompt is read: those of the preparation are not. */
static gboolean
may_be_unknown (FwScriptsExamination *self,
                const char *name)
{
  const FwFigure *figure = g_hash_table_lookup (self->scripts->figures, name);

  return figure == NULL || !figure->prepared;
}

static gboolean
has_form_for_unknown (GPtrArray *prompts,
                      guint place)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const FwPrompt *prompt = prompts->pdata[i];

      if (prompt->place == place && prompt->unknown && prompt->when == NULL && prompt->temperament == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_prompt (FwScriptsExamination *self,
              const char *file,
              GPtrArray *prompts,
              const FwPrompt *prompt)
{
  g_auto (GStrv) chinese = _fw_prompt_figures (prompt->text.zh);
  g_auto (GStrv) english = _fw_prompt_figures (prompt->text.en);

  check_figures_of (self, file, prompt->line, prompt->text.zh);
  for (guint i = 0; chinese[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) english, chinese[i]))
        report (self, file, prompt->line, "‘%s’ is said in Chinese only", chinese[i]);
      if (may_be_unknown (self, chinese[i]) && !prompt->optional &&
          (prompt->unknown || !has_form_for_unknown (prompts, prompt->place)))
        report (self, file, prompt->line, "nothing is said where ‘%s’ is not known", chinese[i]);
    }
  for (guint i = 0; english[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) chinese, english[i]))
      report (self, file, prompt->line, "‘%s’ is said in English only", english[i]);
  if (prompt->when != NULL)
    check_expression (self, file, prompt->line, prompt->when);
}

static void
check_prompts (FwScriptsExamination *self,
               const char *file,
               GPtrArray *prompts)
{
  for (guint i = 0; i < prompts->len; i++)
    check_prompt (self, file, prompts, prompts->pdata[i]);
}

static void
check_scene (FwScriptsExamination *self,
             const FwScript *script,
             const char *file,
             const FwScene *scene)
{
  if (scene->prompts->len == 0)
    report (self, file, scene->line, "scene ‘%s’ says nothing yet", scene->id);
  check_prompts (self, file, scene->prompts);
  check_branches (self, script, file, scene);
}

static gboolean
is_led_to (const FwScript *script,
           const FwScene *scene)
{
  for (guint i = 0; i < script->scenes->len; i++)
    {
      const FwScene *other = script->scenes->pdata[i];

      for (guint j = 0; other != scene && j < other->branches->len; j++)
        if (g_strv_contains ((const char *const *) ((FwBranch *) other->branches->pdata[j])->targets, scene->id))
          return TRUE;
    }
  return FALSE;
}

/* A scene follows the one before it, unless it is aside: then a branch has to lead there. */
static void
check_ways (FwScriptsExamination *self,
            const FwScript *script)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < script->scenes->len; i++)
    {
      const FwScene *scene = script->scenes->pdata[i];

      if (!g_hash_table_add (seen, scene->id))
        report (self, script->file, scene->line, "there are two scenes ‘%s’", scene->id);
      if (scene->aside && !is_led_to (script, scene))
        report (self, script->file, scene->line, "no branch leads to scene ‘%s’", scene->id);
    }
  if (((FwScene *) script->scenes->pdata[0])->aside)
    report (self, script->file, 1, "the first scene is aside");
  if (script->begins_with != NULL && fw_scripts_get_shared (self->scripts, script->begins_with) == NULL)
    report (self, script->file, 1, "begins with ‘%s’, which is no shared scene", script->begins_with);
}

static guint
count_words (const char *text)
{
  guint words = 0;
  gboolean inside = FALSE;

  for (; *text != '\0'; text++)
    {
      gboolean is_space = g_ascii_isspace (*text);

      words += !is_space && !inside;
      inside = !is_space;
    }
  return words;
}

/* Each sentence of what is said, in one language. */
static void
check_sentences (FwScriptsExamination *self,
                 const char *file,
                 const FwPrompt *prompt,
                 const char *said,
                 gboolean chinese)
{
  g_auto (GStrv) sentences = g_regex_split_simple (chinese ? "[。？！]" : "[.?!](?= |$)", said, 0, 0);

  for (guint i = 0; sentences[i] != NULL; i++)
    if (chinese ? g_utf8_strlen (sentences[i], -1) > LONGEST_SENTENCE : count_words (sentences[i]) > MOST_WORDS)
      report (self, file, prompt->line, "too long to be said: ‘%s’", sentences[i]);
}

static void
read_aloud (FwScriptsExamination *self,
            const char *file,
            GPtrArray *prompts,
            FwFacts *facts,
            const char *example)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = fw_scripts_read (self->scripts, prompts, facts, NULL, &error);

  if (lines == NULL)
    report (self, file, 1, "%s: %s", example, error->message);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const FwLine *line = lines->pdata[i];

      if (*line->missing != NULL)
        report (self, file, line->prompt->line, "%s does not know ‘%s’", example, *line->missing);
      check_sentences (self, file, line->prompt, line->text.zh, TRUE);
      check_sentences (self, file, line->prompt, line->text.en, FALSE);
    }
}

static void
read_for (FwScriptsExamination *self,
          const FwScript *script,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = fw_facts_load_file (path, self->facts_schema, &error);
  g_autofree char *name = g_path_get_basename (path);

  if (facts == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup (error->message));
      return;
    }
  for (guint i = 0; script != NULL && i < script->scenes->len; i++)
    read_aloud (self, script->file, ((FwScene *) script->scenes->pdata[i])->prompts, facts, name);
  for (guint i = 0; script == NULL && i < self->scripts->shared->len; i++)
    read_aloud (self, self->scripts->parts_file, ((FwScene *) self->scripts->shared->pdata[i])->prompts, facts, name);
  for (guint i = 0; script == NULL && i < self->scripts->objections->len; i++)
    read_aloud (self, self->scripts->parts_file, ((FwObjection *) self->scripts->objections->pdata[i])->prompts, facts, name);
}

/* For every sample person, and for the script's own examples. */
static void
read_examples (FwScriptsExamination *self,
               const FwScript *script)
{
  g_autofree char *folder = script != NULL ? g_build_filename (script->folder, "examples", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  guint n = g_hash_table_size (self->scripts->people);
  GHashTableIter people;
  gpointer path;
  const char *name;

  g_hash_table_iter_init (&people, self->scripts->people);
  while (g_hash_table_iter_next (&people, &path, NULL))
    read_for (self, script, path);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *example = g_build_filename (folder, name, NULL);

        read_for (self, script, example);
        n++;
      }
  if (script != NULL && n == 0)
    report (self, script->file, 1, "it has no example");
}

static void
check_figures (FwScriptsExamination *self)
{
  GHashTableIter figures;
  gpointer value;

  g_hash_table_iter_init (&figures, self->scripts->figures);
  while (g_hash_table_iter_next (&figures, NULL, &value))
    {
      const FwFigure *figure = value;
      FwXPath *paths[] = { figure->path, figure->otherwise, figure->unit };

      for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
        if (paths[i] != NULL)
          check_expression (self, figure->file, figure->line, fw_xpath_get_text (paths[i]));
    }
}

static void
check_script (FwScriptsExamination *self,
              const FwScript *script)
{
  g_autofree char *name = g_path_get_basename (script->folder);

  if (!g_str_equal (name, script->id))
    report (self, script->file, 1, "its id is ‘%s’, its folder ‘%s’", script->id, name);
  for (guint i = 0; i < script->scenes->len; i++)
    check_scene (self, script, script->file, script->scenes->pdata[i]);
  check_ways (self, script);
  read_examples (self, script);
}

static void
check_parts (FwScriptsExamination *self)
{
  FwScripts *scripts = self->scripts;

  check_figures (self);
  for (guint i = 0; i < scripts->shared->len; i++)
    check_scene (self, NULL, scripts->parts_file, scripts->shared->pdata[i]);
  for (guint i = 0; i < scripts->objections->len; i++)
    check_prompts (self, scripts->parts_file, ((FwObjection *) scripts->objections->pdata[i])->prompts);
  if (scripts->parts_file != NULL)
    read_examples (self, NULL);
}

static int
compare_problems_cb (gconstpointer a,
                     gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * fw_scripts_check:
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what is wrong, each with file and line; %NULL where the check itself cannot be made
 */
GPtrArray *
fw_scripts_check (FwScripts *self,
                  GError **error)
{
  g_autoptr (FwVocabulary) vocabulary = fw_vocabulary_load (error);
  g_autoptr (FwSchema) schema = vocabulary != NULL ? fw_facts_load_schema (error) : NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  FwScriptsExamination examination = { self, vocabulary, schema, problems };

  if (schema == NULL)
    return NULL;
  check_parts (&examination);
  for (guint i = 0; i < self->scripts->len; i++)
    check_script (&examination, self->scripts->pdata[i]);
  g_ptr_array_sort (problems, compare_problems_cb);
  return g_steal_pointer (&problems);
}
