/* What every rule of one judgment uses: the facts, the settings, the calculations already run. */
#include "rules/fw-assessment-private.h"

#include <string.h>

FwMessage
_fw_message_copy (FwText text)
{
  return (FwMessage){ g_strdup (text.zh), g_strdup (text.en) };
}

FwMessage
_fw_message_of_citation (const FwCitation *citation)
{
  return (FwMessage){ g_strdup (citation->zh), g_strdup (citation->en) };
}

void
_fw_message_clear (FwMessage *self)
{
  g_clear_pointer (&self->zh, g_free);
  g_clear_pointer (&self->en, g_free);
}

/**
 * _fw_phrase_fill:
 * @run: (nullable): whose values {=name} shows
 */
FwMessage
_fw_phrase_fill (FwPhrase *phrase,
                 FwFacts *facts,
                 FwRun *run)
{
  FwTemplateLookup lookup = run != NULL ? _fw_run_display : NULL;

  if (phrase == NULL)
    return (FwMessage){ NULL, NULL };
  return (FwMessage){ _fw_template_fill (phrase->zh, facts, lookup, run), _fw_template_fill (phrase->en, facts, lookup, run) };
}

/* Where the bracket or quoted text that opens at @text ends. */
static const char *
skip_predicate (const char *text)
{
  int depth = 0;
  char quote = '\0';

  for (; *text != '\0'; text++)
    {
      if (quote != '\0')
        quote = *text == quote ? '\0' : quote;
      else if (*text == '\'' || *text == '"')
        quote = *text;
      else if (*text == '[')
        depth++;
      else if (*text == ']' && --depth == 0)
        return text + 1;
    }
  return text;
}

/* A predicate that says which of several elements is meant stays; one that says when a fact counts goes. */
static gboolean
names_kind (const char *predicate,
            const char *end)
{
  g_autofree char *text = g_strndup (predicate, (gsize) (end - predicate));

  return g_regex_match_simple ("^\\[@kind ?= ?'[^']*'\\]$", text, 0, 0);
}

static void
add_path (GPtrArray *paths,
          GString *path)
{
  const char *plain = g_strstrip (path->str);

  plain += g_str_has_prefix (plain, "/facts/") ? strlen ("/facts/") : 0;
  if (*plain != '\0' && !g_ptr_array_find_with_equal_func (paths, plain, g_str_equal, NULL))
    g_ptr_array_add (paths, g_strdup (plain));
}

/* "a[x]/@b | c/@d" are the facts a/@b and c/@d. */
static void
add_plain_paths (GPtrArray *paths,
                 const char *expression)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (const char *at = expression; *at != '\0';)
    if (*at == '[')
      {
        const char *end = skip_predicate (at);

        if (names_kind (at, end))
          g_string_append_len (path, at, end - at);
        at = end;
      }
    else if (*at == '|')
      {
        add_path (paths, path);
        g_string_truncate (path, 0);
        at++;
      }
    else
      g_string_append_c (path, *at++);
  add_path (paths, path);
}

/* What a rule asked for, as paths that name each fact once.
 * Returns: (transfer full): ended by NULL */
char **
_fw_plain_paths (GPtrArray *expressions)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; i < expressions->len; i++)
    add_plain_paths (paths, g_ptr_array_index (expressions, i));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

/* A finding without words yet; @citation may be NULL. */
FwFinding *
_fw_finding_new (const char *id,
                 const char *family,
                 FwSeverity severity,
                 const FwCitation *citation)
{
  FwFinding *self = g_new0 (FwFinding, 1);

  self->id = g_strdup (id);
  self->family = g_strdup (family);
  self->severity = severity;
  self->actions = g_new0 (char *, 1);
  if (citation != NULL)
    self->article = _fw_message_of_citation (citation);
  return self;
}

void
_fw_finding_free (FwFinding *self)
{
  g_free (self->id);
  g_free (self->family);
  _fw_message_clear (&self->article);
  _fw_message_clear (&self->message);
  g_strfreev (self->unknown);
  g_strfreev (self->actions);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_free (self);
}

GPtrArray *
_fw_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_finding_free);
}

void
_fw_working_free (FwWorking *self)
{
  _fw_message_clear (&self->step);
  _fw_message_clear (&self->article);
  _fw_message_clear (&self->shown);
  g_free (self->value);
  g_free (self);
}

/**
 * fw_setting_takes:
 *
 * Returns: whether @value is one of the readings that the setting chooses from
 */
gboolean
fw_setting_takes (const FwSetting *setting,
                  const char *value)
{
  if (g_strcmp0 (setting->type, "truth") == 0)
    return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
  if (g_strcmp0 (setting->type, "number") == 0)
    {
      g_autoptr (FwNumber) number = fw_number_parse (value);

      return number != NULL;
    }
  for (guint i = 0; i < setting->options->len; i++)
    if (strcmp (((FwOption *) g_ptr_array_index (setting->options, i))->id, value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_setting (FwPack *pack,
              GHashTable *settings,
              const char *id,
              const char *value,
              GError **error)
{
  FwSetting *setting = _fw_pack_setting (pack, id);

  if (setting == NULL)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "the pack %s has no setting ‘%s’", pack->id, id);
      return FALSE;
    }
  if (value == NULL || !fw_setting_takes (setting, value))
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "the setting ‘%s’ cannot be ‘%s’", id,
                   value != NULL ? value : "");
      return FALSE;
    }
  g_hash_table_insert (settings, g_strdup (id), g_strdup (value));
  return TRUE;
}

static void
take_place_defaults (FwPack *pack,
                     GHashTable *settings,
                     const char *place)
{
  for (guint i = 0; place != NULL && i < pack->settings->len; i++)
    {
      FwSetting *setting = g_ptr_array_index (pack->settings, i);

      for (guint j = 0; j < setting->places->len; j++)
        {
          FwOption *option = g_ptr_array_index (setting->places, j);
          g_auto (GStrv) words = g_strsplit (option->text.zh, " ", -1);

          if (g_strv_contains ((const char *const *) words, place))
            g_hash_table_insert (settings, g_strdup (setting->id), g_strdup (option->id));
        }
    }
}

/* A reading that an earlier pack knew and this one does not is passed over: _fw_judge_readings() names it. */
static void
take_settings_of_facts (FwPack *pack,
                        GHashTable *settings,
                        FwFacts *facts)
{
  for (FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (facts), "setting"); node != NULL;
       node = fw_xml_node_next (node, "setting"))
    take_setting (pack, settings, fw_xml_node_get (node, "id"), fw_xml_node_get (node, "value"), NULL);
}

static gboolean
is_reading (FwPack *pack,
            FwXmlNode *node,
            GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return take_setting (pack, taken, fw_xml_node_get (node, "id"), fw_xml_node_get (node, "value"), error);
}

/**
 * fw_pack_check_readings:
 *
 * A judgment passes over a reading that its pack does not have. Whoever writes facts by hand is told instead.
 *
 * Returns: whether the pack has every reading that the facts choose; %FALSE with %FW_RULES_ERROR_INPUT, file and line
 */
gboolean
fw_pack_check_readings (FwPack *self,
                        FwFacts *facts,
                        GError **error)
{
  guint number = 1;

  for (FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (facts), "setting"); node != NULL;
       node = fw_xml_node_next (node, "setting"), number++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *path = NULL;
      g_autofree char *where = NULL;

      if (is_reading (self, node, &problem))
        continue;
      path = g_strdup_printf ("setting[%u]", number);
      where = fw_facts_locate (facts, path);
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: %s", where, problem->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * _fw_judge_readings:
 *
 * Adds a finding "setting.<id>" for each reading that the facts choose and the pack does not have: it was chosen under an earlier
 * version of the pack, and the default counts instead.
 */
void
_fw_judge_readings (FwJudge *self,
                    GPtrArray *findings)
{
  for (FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (self->facts), "setting"); node != NULL;
       node = fw_xml_node_next (node, "setting"))
    {
      const char *id = fw_xml_node_get (node, "id"), *value = fw_xml_node_get (node, "value");
      const FwSetting *setting = id != NULL ? _fw_pack_setting (self->pack, id) : NULL;
      g_autofree char *name = NULL;
      FwFinding *finding;

      if (is_reading (self->pack, node, NULL))
        continue;
      name = g_strconcat ("setting.", id, NULL);
      finding = _fw_finding_new (name, "record", FW_SEVERITY_WARN, setting != NULL ? &setting->citation : NULL);
      finding->message.zh = g_strdup_printf ("以前选过的读法“%s：%s”，现在的法规包里没有了，按默认的读法算。金额和结论可能因此不同，核对以后重新选。",
                                             setting != NULL ? setting->title.zh : id, value != NULL ? value : "");
      finding->message.en =
        g_strdup_printf ("The reading chosen before, “%s: %s”, is no longer in the pack: the default counts instead. Amounts and answers may change; check them and choose anew.",
                         setting != NULL ? setting->title.en : id, value != NULL ? value : "");
      g_ptr_array_add (findings, finding);
    }
}

/**
 * _fw_settings_merge:
 * @facts: (nullable): whose place and settings count
 * @place: (nullable): the place, where there are no facts
 * @given: (nullable): name → value, of the company
 *
 * Returns: (transfer full) (nullable): id → value: the place's defaults, over them the company's, over them the case's own;
 *   %NULL where one that was given is not the pack's
 */
GHashTable *
_fw_settings_merge (FwPack *pack,
                    FwFacts *facts,
                    const char *place,
                    GHashTable *given,
                    GError **error)
{
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iterator;
  gpointer id, value;

  take_place_defaults (pack, settings, facts != NULL ? fw_facts_get (facts, "@place") : place);
  if (given != NULL)
    {
      g_hash_table_iter_init (&iterator, given);
      while (g_hash_table_iter_next (&iterator, &id, &value))
        if (!take_setting (pack, settings, id, value, error))
          return NULL;
    }
  if (facts != NULL)
    take_settings_of_facts (pack, settings, facts);
  return g_steal_pointer (&settings);
}

/**
 * _fw_judge_new:
 * @ground: (nullable): the ground that is judged
 * @settings: (transfer none): from _fw_settings_merge()
 */
FwJudge *
_fw_judge_new (FwPack *pack,
               FwFacts *facts,
               FwGroundRule *ground,
               GHashTable *settings)
{
  FwJudge *self = g_new0 (FwJudge, 1);

  self->pack = pack;
  self->facts = facts;
  self->ground = ground;
  self->day = fw_facts_judged_on (facts);
  self->settings = g_hash_table_ref (settings);
  self->scope = _fw_scope_new (pack, facts, settings, self->day);
  self->scope->ground = ground != NULL ? ground->open.id : NULL;
  self->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) _fw_run_free);
  self->other_runs = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_run_free);
  return self;
}

void
_fw_judge_free (FwJudge *self)
{
  g_hash_table_unref (self->runs);
  g_ptr_array_unref (self->other_runs);
  _fw_scope_free (self->scope);
  g_hash_table_unref (self->settings);
  g_free (self);
}

/* Yes or no by XPath; @fallback where there is none or it fails, and then the judgment fails too. */
gboolean
_fw_judge_truth (FwJudge *self,
                 FwXPath *xpath,
                 gboolean fallback)
{
  gboolean truth = fallback;

  if (xpath != NULL)
    fw_xpath_truth (xpath, self->facts, &truth, self->scope->problem == NULL ? &self->scope->problem : NULL);
  return truth;
}

/* The text that an XPath selects, NULL where it is unknown. (transfer full) */
char *
_fw_judge_string (FwJudge *self,
                  FwXPath *xpath)
{
  char *text = NULL;

  if (xpath != NULL)
    fw_xpath_string (xpath, self->facts, &text, self->scope->problem == NULL ? &self->scope->problem : NULL);
  return text;
}

static FwValueType
input_type (FwCalculation *calculation,
            const char *name)
{
  for (guint i = 0; i < calculation->inputs->len; i++)
    if (strcmp (((FwInput *) g_ptr_array_index (calculation->inputs, i))->name, name) == 0)
      return ((FwInput *) g_ptr_array_index (calculation->inputs, i))->type;
  return FW_AS_NOTHING;
}

static FwValue
argument_value (FwJudge *self,
                FwCalculation *calculation,
                FwArgument *argument,
                GHashTable *results)
{
  g_autofree char *text = NULL;
  FwValue value = { 0 };
  FwValue *result;

  if (argument->of != NULL)
    {
      result = results != NULL ? g_hash_table_lookup (results, argument->of) : NULL;
      return result != NULL ? fw_value_copy (result) : value;
    }
  text = argument->value != NULL ? g_strdup (argument->value) : _fw_judge_string (self, argument->select);
  if (text != NULL && !fw_value_parse (text, input_type (calculation, argument->name), &value))
    fw_value_clear (&value);
  return value;
}

/* What one run asks for is kept with it: a second rule that uses the same run needs it as well. */
static FwRun *
run_apart (FwJudge *self,
           FwCalculation *calculation,
           GHashTable *values)
{
  GPtrArray *outer = self->scope->asked;
  FwRun *run = _fw_run_new (self->scope, calculation, values);

  if (self->amounts_only)
    return run; /* reckons what it is asked for */
  self->scope->asked = _fw_asked_new ();
  _fw_run_finish (run);
  _fw_run_take_asked (run, self->scope->asked);
  self->scope->asked = outer;
  return run;
}

/**
 * _fw_judge_run:
 * @arguments: (nullable) (element-type FwArgument): as a rule gives them
 * @results: (nullable): what they may name by "of"
 *
 * Returns: (transfer none) (nullable): the finished run, kept as long as the judgment; %NULL where there is no such calculation
 */
FwRun *
_fw_judge_run (FwJudge *self,
               const char *name,
               GPtrArray *arguments,
               GHashTable *results)
{
  FwCalculation *calculation = _fw_pack_calculation (self->pack, name);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree FwValue *storage = g_new0 (FwValue, arguments != NULL ? arguments->len + 1 : 1);
  gboolean plain = arguments == NULL || arguments->len == 0;
  FwRun *run;

  if (calculation == NULL)
    return NULL;
  if (plain && (run = g_hash_table_lookup (self->runs, calculation)) != NULL)
    return run;
  for (guint i = 0; !plain && i < arguments->len; i++)
    {
      FwArgument *argument = g_ptr_array_index (arguments, i);

      storage[i] = argument_value (self, calculation, argument, results);
      g_hash_table_insert (values, (gpointer) argument->name, &storage[i]);
    }
  run = run_apart (self, calculation, values);
  for (guint i = 0; !plain && i < arguments->len; i++)
    fw_value_clear (&storage[i]);
  if (plain)
    g_hash_table_insert (self->runs, calculation, run);
  else
    g_ptr_array_add (self->other_runs, run);
  return run;
}
