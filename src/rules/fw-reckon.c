/* One calculation alone, for the command line and the calculators of the window. */
#include "rules/fw-assessment-private.h"

#include <string.h>

/**
 * fw_pack_list_calculations:
 *
 * Returns: (transfer full): the ids of the calculations that a person may use alone, in the order of the pack
 */
GStrv
fw_pack_list_calculations (FwPack *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->calculations->len; i++)
    {
      FwCalculation *calculation = g_ptr_array_index (self->calculations, i);

      if (!calculation->inner)
        g_strv_builder_add (ids, calculation->id);
    }
  return g_strv_builder_end (ids);
}

/**
 * fw_pack_describe_calculation:
 *
 * Answers its name for people; both texts %NULL where there is no such calculation.
 */
FwText
fw_pack_describe_calculation (FwPack *self,
                              const char *id)
{
  FwCalculation *calculation = _fw_pack_calculation (self, id);

  return calculation != NULL ? calculation->name : (FwText){ NULL, NULL };
}

/**
 * fw_pack_hint_at_calculation:
 *
 * Answers a few words that tell it from its neighbours in a list; both texts %NULL where there are none.
 */
FwText
fw_pack_hint_at_calculation (FwPack *self,
                             const char *id)
{
  FwCalculation *calculation = _fw_pack_calculation (self, id);

  return calculation != NULL ? calculation->hint : (FwText){ NULL, NULL };
}

static FwCalculation *
find_calculation (FwPack *self,
                  const char *id,
                  GError **error)
{
  FwCalculation *calculation = _fw_pack_calculation (self, id);

  if (calculation == NULL || calculation->inner)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "the pack %s has no calculation ‘%s’", self->id, id);
      return NULL;
    }
  return calculation;
}

static const char *
type_name (FwValueType type)
{
  static const char *names[] = { "", "date", "money", "months", "number", "count", "days",
                                 "rate", "truth", "text", "ground", "money-list", "service" };

  return names[type];
}

static void
add_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonObject *
text_object (const char *zh,
             const char *en)
{
  JsonObject *object = json_object_new ();

  add_text (object, "zh", zh);
  add_text (object, "en", en);
  return object;
}

static void
add_options (JsonObject *object,
             GPtrArray *options)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < options->len; i++)
    {
      FwOption *option = g_ptr_array_index (options, i);
      JsonObject *entry = text_object (option->text.zh, option->text.en);

      json_object_set_string_member (entry, "id", option->id);
      json_array_add_object_element (array, entry);
    }
  json_object_set_array_member (object, "options", array);
}

static void
add_values (JsonObject *object,
            GStrv texts)
{
  JsonArray *values = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (values, texts[i]);
  json_object_set_array_member (object, "values", values);
}

/* Where the input is one fact of the departure that a person may say, its path. */
static const char *
path_of (FwInput *input)
{
  const char *path = input->select != NULL ? fw_xpath_get_text (input->select) : NULL;

  return path != NULL && g_str_has_prefix (path, "departure/@") && strpbrk (path, " |[(") == NULL ? path : NULL;
}

static JsonNode *
describe_input (FwPack *pack,
                FwInput *input)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *fallback = fw_value_to_plain (&input->fallback, input->type, pack->digits);

  json_object_set_string_member (object, "name", input->name);
  json_object_set_string_member (object, "type", type_name (input->type));
  add_text (object, "unit", input->unit);
  json_object_set_boolean_member (object, "optional", input->optional || fw_value_is_known (&input->fallback));
  json_object_set_object_member (object, "label", text_object (input->label.zh, input->label.en));
  if (input->hint.zh != NULL)
    json_object_set_object_member (object, "hint", text_object (input->hint.zh, input->hint.en));
  add_text (object, "default", fallback);
  add_text (object, "use", input->use);
  add_text (object, "local", input->local);
  add_text (object, "path", path_of (input));
  if (input->values != NULL)
    add_values (object, input->values);
  if (input->options != NULL)
    add_options (object, input->options);
  json_node_take_object (node, object);
  return node;
}

/**
 * fw_pack_describe_inputs:
 *
 * Returns: (transfer full) (nullable): an array of name, type, unit, optional, default, label and hint {zh, en}, use, local, values and options; %NULL where there is no such calculation
 */
JsonNode *
fw_pack_describe_inputs (FwPack *self,
                         const char *calculation,
                         GError **error)
{
  FwCalculation *found = find_calculation (self, calculation, error);
  JsonNode *node;
  JsonArray *array;

  if (found == NULL)
    return NULL;
  node = json_node_new (JSON_NODE_ARRAY);
  array = json_array_new ();
  for (guint i = 0; i < found->inputs->len; i++)
    json_array_add_element (array, describe_input (self, g_ptr_array_index (found->inputs, i)));
  json_node_take_array (node, array);
  return node;
}

static JsonObject *
describe_output (FwOutput *output)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", output->name);
  json_object_set_string_member (object, "type", type_name (output->type));
  json_object_set_object_member (object, "label", text_object (output->label.zh, output->label.en));
  json_object_set_boolean_member (object, "main", output->main);
  return object;
}

/**
 * fw_pack_describe_outputs:
 *
 * Returns: (transfer full) (nullable): an array of name, type, label {zh, en} and whether it is the main one; %NULL where there is no such calculation
 */
JsonNode *
fw_pack_describe_outputs (FwPack *self,
                          const char *calculation,
                          GError **error)
{
  FwCalculation *found = find_calculation (self, calculation, error);
  JsonNode *node;
  JsonArray *array;

  if (found == NULL)
    return NULL;
  node = json_node_new (JSON_NODE_ARRAY);
  array = json_array_new ();
  for (guint i = 0; i < found->outputs->len; i++)
    json_array_add_object_element (array, describe_output (g_ptr_array_index (found->outputs, i)));
  json_node_take_array (node, array);
  return node;
}

static FwInput *
find_input (FwCalculation *calculation,
            const char *name)
{
  for (guint i = 0; i < calculation->inputs->len; i++)
    if (strcmp (((FwInput *) g_ptr_array_index (calculation->inputs, i))->name, name) == 0)
      return g_ptr_array_index (calculation->inputs, i);
  return NULL;
}

/* A ground that the pack does not carry out yet may still be one that its tables reckon for. */
static gboolean
rows_name (GPtrArray *rows,
           const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FwTableRow *row = g_ptr_array_index (rows, i);

      if ((row->is != NULL && g_strv_contains ((const char *const *) row->is, text)) || rows_name (row->rows, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
tables_name (FwPack *pack,
             const char *text)
{
  GHashTableIter iterator;
  gpointer table;

  g_hash_table_iter_init (&iterator, pack->tables);
  while (g_hash_table_iter_next (&iterator, NULL, &table))
    if (rows_name (((FwTable *) table)->rows, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_allowed (FwPack *pack,
            FwInput *input,
            const char *text)
{
  if (input->values != NULL)
    return g_strv_contains ((const char *const *) input->values, text);
  return input->type != FW_AS_GROUND || tables_name (pack, text);
}

static gboolean
parse_input (FwPack *pack,
             FwInput *input,
             const char *text,
             FwValue *value,
             GError **error)
{
  FwGroundRule *ground;

  if (!fw_value_parse (text, input->type, value))
    fw_value_clear (value);
  else if (input->type == FW_AS_GROUND && (ground = _fw_pack_ground_rule (pack, text)) != NULL)
    {
      fw_value_clear (value);
      *value = fw_value_new_text (ground->open.id);
    }
  else if (!is_allowed (pack, input, text) || (value->kind == FW_VALUE_NUMBER && fw_number_sign (value->number) < 0))
    fw_value_clear (value);
  else if (!_fw_input_holds (input, value))
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: ‘%s’ is too %s", input->name, text,
                   fw_number_sign (value->number) > 0 ? "much" : "little");
      fw_value_clear (value);
      return FALSE;
    }
  if (fw_value_is_known (value))
    return TRUE;
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: ‘%s’ is not a value of type %s", input->name, text,
               type_name (input->type));
  return FALSE;
}

static void
value_free (FwValue *self)
{
  fw_value_clear (self);
  g_free (self);
}

/**
 * fw_pack_accepts:
 *
 * Returns: whether @text is a value that the input of the calculation takes; %FALSE with the reason
 */
gboolean
fw_pack_accepts (FwPack *self,
                 const char *calculation,
                 const char *input,
                 const char *text,
                 GError **error)
{
  FwCalculation *found = find_calculation (self, calculation, error);
  FwInput *one = found != NULL ? find_input (found, input) : NULL;
  g_auto (FwValue) value = { 0 };

  if (found != NULL && one == NULL)
    g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "‘%s’ has no input ‘%s’", calculation, input);
  return one != NULL && parse_input (self, one, text, &value, error);
}

/* The inputs as typed values; NULL where one is none, or is not the calculation's. */
static GHashTable *
parse_inputs (FwPack *pack,
              FwCalculation *calculation,
              GHashTable *inputs,
              GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) value_free);
  GHashTableIter iterator;
  gpointer name, text;

  g_hash_table_iter_init (&iterator, inputs);
  while (g_hash_table_iter_next (&iterator, &name, &text))
    {
      FwInput *input = find_input (calculation, name);
      FwValue *value;

      if (input == NULL)
        {
          g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "‘%s’ has no input ‘%s’", calculation->id, (char *) name);
          return NULL;
        }
      value = g_new0 (FwValue, 1);
      g_hash_table_insert (values, g_strdup (name), value);
      if (!parse_input (pack, input, text, value, error))
        return NULL;
    }
  return g_steal_pointer (&values);
}

static FwDate
law_day_of (FwCalculation *calculation,
            GHashTable *values,
            FwDate today)
{
  FwValue *value = calculation->law_day != NULL ? g_hash_table_lookup (values, calculation->law_day) : NULL;

  return value != NULL && value->kind == FW_VALUE_DATE ? value->date : today;
}

static void
add_working (JsonObject *object,
             FwRun *run)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_working_free);
  JsonArray *working = json_array_new ();

  _fw_run_add_working (run, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      FwWorking *line = g_ptr_array_index (lines, i);
      JsonObject *entry = json_object_new ();

      json_object_set_object_member (entry, "step", text_object (line->step.zh, line->step.en));
      json_object_set_object_member (entry, "shown", text_object (line->shown.zh, line->shown.en));
      json_object_set_string_member (entry, "article", line->article.zh != NULL ? line->article.zh : "");
      json_object_set_object_member (entry, "citation", text_object (line->article.zh, line->article.en));
      if (line->value != NULL)
        json_object_set_string_member (entry, "value", line->value);
      else
        json_object_set_null_member (entry, "value");
      json_array_add_object_element (working, entry);
    }
  json_object_set_array_member (object, "working", working);
}

static void
add_notes (JsonObject *object,
           FwRun *run)
{
  g_autoptr (GPtrArray) findings = _fw_findings_new ();
  JsonArray *notes = json_array_new ();

  _fw_run_add_notes (run, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      FwFinding *finding = g_ptr_array_index (findings, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "id", finding->id);
      json_object_set_string_member (entry, "severity", fw_severity_to_string (finding->severity));
      add_text (entry, "article", finding->article.zh);
      json_object_set_object_member (entry, "citation", text_object (finding->article.zh, finding->article.en));
      json_object_set_object_member (entry, "message", text_object (finding->message.zh, finding->message.en));
      json_array_add_object_element (notes, entry);
    }
  json_object_set_array_member (object, "notes", notes);
}

static gboolean
has_answer (FwRun *run)
{
  FwCalculation *calculation = _fw_run_calculation (run);

  for (guint i = 0; i < calculation->outputs->len; i++)
    {
      FwOutput *output = g_ptr_array_index (calculation->outputs, i);
      g_auto (FwValue) value = { 0 };

      if (!output->main)
        continue;
      value = _fw_run_output_value (run, output);
      return fw_value_is_known (&value);
    }
  return TRUE;
}

/* Where nothing was asked for and there is still no answer, it wants what may be left out otherwise. */
static void
ask_for_wanted (FwRun *run,
                GHashTable *values)
{
  FwCalculation *calculation = _fw_run_calculation (run);
  FwScope *scope = _fw_run_scope (run);

  if (scope->asked->len > 0 || has_answer (run))
    return;
  for (guint i = 0; i < calculation->inputs->len; i++)
    {
      FwInput *input = g_ptr_array_index (calculation->inputs, i);

      if (input->wanted && !g_hash_table_contains (values, input->name))
        _fw_scope_ask (scope, input->name, input->label, NULL);
    }
}

static void
add_asked (JsonObject *object,
           FwScope *scope)
{
  JsonArray *unknown = json_array_new ();

  for (guint i = 0; i < scope->asked->len; i++)
    {
      FwAsked *asked = g_ptr_array_index (scope->asked, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "name", asked->name);
      add_text (entry, "zh", asked->text.zh);
      add_text (entry, "en", asked->text.en);
      add_text (entry, "ask", asked->kind);
      json_array_add_object_element (unknown, entry);
    }
  json_object_set_array_member (object, "unknown", unknown);
}

/* An output as people read it: a text that has an option by its name. */
static JsonObject *
shown_object (FwOutput *output,
              const FwValue *value,
              guint digits)
{
  for (guint i = 0; value->kind == FW_VALUE_TEXT && output->options != NULL && i < output->options->len; i++)
    {
      FwOption *option = g_ptr_array_index (output->options, i);

      if (strcmp (option->id, value->text) == 0)
        return text_object (option->text.zh, option->text.en);
    }
  {
    g_autofree char *zh = fw_value_to_display (value, output->type, digits, FW_LANGUAGE_ZH);
    g_autofree char *en = fw_value_to_display (value, output->type, digits, FW_LANGUAGE_EN);

    return text_object (zh, en);
  }
}

static void
add_outputs (JsonObject *object,
             FwRun *run)
{
  FwCalculation *calculation = _fw_run_calculation (run);
  guint digits = _fw_run_scope (run)->pack->digits;
  JsonObject *shown = json_object_new ();

  for (guint i = 0; i < calculation->outputs->len; i++)
    {
      FwOutput *output = g_ptr_array_index (calculation->outputs, i);
      g_auto (FwValue) value = _fw_run_output_value (run, output);

      json_object_set_member (object, output->name, fw_value_to_json (&value, output->type, digits));
      if (fw_value_is_known (&value))
        json_object_set_object_member (shown, output->name, shown_object (output, &value, digits));
    }
  json_object_set_object_member (object, "shown", shown);
}

/* The output by which two readings differ: the main one if it does, else the first that does; NULL where none does. */
static FwOutput *
find_difference (FwRun *here,
                 FwRun *there)
{
  FwCalculation *calculation = _fw_run_calculation (here);
  FwOutput *found = NULL;

  for (guint i = 0; i < calculation->outputs->len; i++)
    {
      FwOutput *output = g_ptr_array_index (calculation->outputs, i);
      g_auto (FwValue) ours = _fw_run_output_value (here, output);
      g_auto (FwValue) theirs = _fw_run_output_value (there, output);
      g_autofree char *our_text = fw_value_to_plain (&ours, output->type, _fw_run_scope (here)->pack->digits);
      g_autofree char *their_text = fw_value_to_plain (&theirs, output->type, _fw_run_scope (here)->pack->digits);

      if (their_text == NULL || g_strcmp0 (our_text, their_text) == 0)
        continue;
      if (output->main)
        return output;
      if (found == NULL)
        found = output;
    }
  return found;
}

static void
add_alternative (JsonArray *alternatives,
                 FwRun *here,
                 FwRun *there,
                 FwSetting *setting,
                 FwOption *option)
{
  FwOutput *output = find_difference (here, there);
  g_auto (FwValue) value = { 0 };
  JsonObject *entry;

  if (output == NULL)
    return;
  value = _fw_run_output_value (there, output);
  entry = json_object_new ();
  json_object_set_string_member (entry, "setting", setting->id);
  json_object_set_string_member (entry, "value", option->id);
  json_object_set_string_member (entry, "of", output->name);
  json_object_set_member (entry, "amount", fw_value_to_json (&value, output->type, _fw_run_scope (there)->pack->digits));
  json_object_set_object_member (entry, "shown", shown_object (output, &value, _fw_run_scope (there)->pack->digits));
  json_object_set_object_member (entry, "label", text_object (output->label.zh, output->label.en));
  json_object_set_object_member (entry, "title", text_object (setting->title.zh, setting->title.en));
  json_object_set_object_member (entry, "option", text_object (option->text.zh, option->text.en));
  json_object_set_object_member (entry, "warning", text_object (setting->warning.zh, setting->warning.en));
  json_array_add_object_element (alternatives, entry);
}

/* The same inputs under one other option. */
static void
try_option (JsonArray *alternatives,
            FwRun *here,
            GHashTable *values,
            FwSetting *setting,
            FwOption *option)
{
  FwScope *scope = _fw_run_scope (here);
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iterator;
  gpointer id, value;
  FwScope *other;
  FwRun *there;

  g_hash_table_iter_init (&iterator, scope->settings);
  while (g_hash_table_iter_next (&iterator, &id, &value))
    g_hash_table_insert (settings, id, value);
  g_hash_table_insert (settings, (gpointer) setting->id, (gpointer) option->id);
  other = _fw_scope_new (scope->pack, NULL, settings, scope->law_day);
  there = _fw_run_new (other, _fw_run_calculation (here), values);
  add_alternative (alternatives, here, there, setting, option);
  _fw_run_free (there);
  _fw_scope_free (other);
}

/* What each other reading of the law that was looked at would give. */
static void
add_alternatives (JsonObject *object,
                  FwRun *run,
                  GHashTable *values)
{
  FwScope *scope = _fw_run_scope (run);
  JsonArray *alternatives = json_array_new ();

  for (guint i = 0; i < scope->pack->settings->len; i++)
    {
      FwSetting *setting = g_ptr_array_index (scope->pack->settings, i);
      const char *here;

      if (!g_hash_table_contains (scope->settings_read, setting))
        continue;
      here = _fw_scope_setting (scope, setting);
      for (guint j = 0; j < setting->options->len; j++)
        {
          FwOption *option = g_ptr_array_index (setting->options, j);

          if (strcmp (option->id, here) != 0)
            try_option (alternatives, run, values, setting, option);
        }
    }
  json_object_set_array_member (object, "alternatives", alternatives);
}

static JsonNode *
reckon (FwScope *scope,
        FwCalculation *calculation,
        GHashTable *values)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  FwRun *run = _fw_run_new (scope, calculation, values);

  _fw_run_finish (run);
  add_outputs (object, run);
  json_object_set_string_member (object, "article", calculation->citation.zh != NULL ? calculation->citation.zh : "");
  add_working (object, run);
  add_notes (object, run);
  ask_for_wanted (run, values);
  add_asked (object, scope);
  add_alternatives (object, run, values);
  _fw_run_free (run);
  json_node_take_object (node, object);
  return node;
}

/* The place that an input names, NULL where none does. */
static const char *
place_of (FwCalculation *calculation,
          GHashTable *values)
{
  FwValue *value = calculation->place != NULL ? g_hash_table_lookup (values, calculation->place) : NULL;

  return value != NULL && value->kind == FW_VALUE_TEXT ? value->text : NULL;
}

/**
 * fw_pack_reckon:
 * @inputs: name → text, as typed
 * @settings: (nullable): name → value
 * @today: the day of the law where no input names one
 *
 * Returns: (transfer full) (nullable): an object of the outputs by name, with article, working, notes, what is unknown, what the other
 *   readings of the law give, and in "shown" the outputs that are known as people read them; %NULL with %FW_RULES_ERROR_UNKNOWN for a
 *   name or %FW_RULES_ERROR_INPUT for a value that is none
 */
JsonNode *
fw_pack_reckon (FwPack *self,
                const char *calculation,
                GHashTable *inputs,
                GHashTable *settings,
                FwDate today,
                GError **error)
{
  FwCalculation *found = find_calculation (self, calculation, error);
  g_autoptr (GHashTable) merged = NULL;
  g_autoptr (GHashTable) values = NULL;
  FwScope *scope;
  JsonNode *node;

  if (found == NULL || (values = parse_inputs (self, found, inputs, error)) == NULL ||
      (merged = _fw_settings_merge (self, NULL, place_of (found, values), settings, error)) == NULL)
    return NULL;
  scope = _fw_scope_new (self, NULL, merged, law_day_of (found, values, today));
  node = reckon (scope, found, values);
  _fw_scope_free (scope);
  return node;
}
