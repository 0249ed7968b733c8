/* From the elements of a calculation to steps whose operands are resolved. A step sees only what stands before it, so
 * there are no circles inside one calculation; _fw_pack_link() finds those between calculations. */
#include "rules/fw-pack-private.h"

#include <string.h>

static void
operand_clear (FwOperand *self)
{
  fw_value_clear (&self->literal);
}

static void
when_free (FwWhen *self)
{
  operand_clear (&self->test);
  operand_clear (&self->value);
  operand_clear (&self->against);
  operand_clear (&self->then);
  g_free (self);
}

static void
remainder_free (FwRemainder *self)
{
  g_clear_pointer (&self->counts, fw_number_unref);
  g_clear_pointer (&self->denominator, fw_number_unref);
  g_free (self);
}

static void
step_argument_free (FwStepArgument *self)
{
  operand_clear (&self->of);
  g_free (self);
}

static void
step_free (FwStep *self)
{
  for (guint i = 0; i < FW_STEP_SLOTS; i++)
    operand_clear (&self->slots[i]);
  for (guint i = 0; i < self->list_length; i++)
    operand_clear (&self->list[i]);
  g_free (self->list);
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->line_zh, _fw_template_free);
  g_clear_pointer (&self->line_en, _fw_template_free);
  g_clear_pointer (&self->remainders, g_ptr_array_unref);
  g_clear_pointer (&self->whens, g_ptr_array_unref);
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
  g_free (self);
}

static void
input_free (FwInput *self)
{
  fw_value_clear (&self->fallback);
  g_strfreev (self->values);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->most, fw_number_unref);
  g_clear_pointer (&self->select, fw_xpath_free);
  g_free (self);
}

static void
output_free (FwOutput *self)
{
  operand_clear (&self->of);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_free (self);
}

static void
note_free (FwNote *self)
{
  operand_clear (&self->condition);
  g_clear_pointer (&self->zh, _fw_template_free);
  g_clear_pointer (&self->en, _fw_template_free);
  _fw_citation_clear (&self->citation);
  g_free (self);
}

static void
segment_rule_free (FwSegmentRule *self)
{
  operand_clear (&self->condition);
  operand_clear (&self->from);
  operand_clear (&self->to);
  operand_clear (&self->months);
  operand_clear (&self->base);
  operand_clear (&self->amount);
  _fw_citation_clear (&self->citation);
  g_free (self);
}

void
_fw_calculation_free (FwCalculation *self)
{
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->outputs);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->segments);
  _fw_citation_clear (&self->citation);
  g_free (self);
}

static gboolean
find_local (FwCalculation *calculation,
            const char *name,
            FwOperand *operand)
{
  for (guint i = 0; i < calculation->inputs->len; i++)
    if (strcmp (((FwInput *) g_ptr_array_index (calculation->inputs, i))->name, name) == 0)
      {
        operand->kind = FW_OPERAND_INPUT;
        operand->index = i;
        return TRUE;
      }
  for (guint i = 0; i < calculation->steps->len; i++)
    if (strcmp (((FwStep *) g_ptr_array_index (calculation->steps, i))->id, name) == 0)
      {
        operand->kind = FW_OPERAND_STEP;
        operand->index = i;
        return TRUE;
      }
  return FALSE;
}

/* "id.name": one result of a step that has several. */
static gboolean
find_sub (FwCalculation *calculation,
          const char *text,
          FwOperand *operand)
{
  for (const char *dot = strchr (text, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    {
      g_autofree char *head = g_strndup (text, (gsize) (dot - text));

      if (find_local (calculation, head, operand) && operand->kind == FW_OPERAND_STEP)
        {
          operand->sub = g_intern_string (dot + 1);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * _fw_calculation_operand:
 * @calculation: (nullable): %NULL where only parameters, settings and literals may be named
 * @text: (nullable): %NULL is no operand
 */
FwOperand
_fw_calculation_operand (FwPack *pack,
                         FwCalculation *calculation,
                         FwXmlNode *node,
                         const char *text,
                         GError **error)
{
  FwOperand operand = { 0 };

  if (text == NULL)
    return operand;
  operand.literal = fw_value_from_literal (text);
  if (fw_value_is_known (&operand.literal))
    operand.kind = FW_OPERAND_LITERAL;
  else if (calculation != NULL && (find_local (calculation, text, &operand) || find_sub (calculation, text, &operand)))
    return operand;
  else if ((operand.parameter = g_hash_table_lookup (pack->parameters, text)) != NULL)
    operand.kind = FW_OPERAND_PARAMETER;
  else if ((operand.setting = _fw_pack_setting (pack, text)) != NULL)
    operand.kind = FW_OPERAND_SETTING;
  else
    _fw_pack_fail (pack, node, error, "nothing called ‘%s’ stands before this", text);
  return operand;
}

/* How @node compares, and in @operand with what; %FW_COMPARISON_NONE where it does not. */
FwComparison
_fw_comparison_read (FwXmlNode *node,
                     const char **operand)
{
  static const char *names[] = { "is", "is-not", "more-than", "at-least", "less-than", "at-most" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((*operand = fw_xml_node_get (node, names[i])) != NULL)
      return (FwComparison) (FW_COMPARISON_IS + i);
  return FW_COMPARISON_NONE;
}

static gboolean
read_text (FwPack *pack,
           FwCalculation *calculation,
           FwXmlNode *node,
           const char *text,
           FwOperand *operand,
           GError **error)
{
  GError *problem = NULL;

  *operand = _fw_calculation_operand (pack, calculation, node, text, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
read_operand (FwPack *pack,
              FwCalculation *calculation,
              FwXmlNode *node,
              const char *attribute,
              FwOperand *operand,
              GError **error)
{
  return read_text (pack, calculation, node, fw_xml_node_get (node, attribute), operand, error);
}

static gboolean
read_list (FwPack *pack,
           FwCalculation *calculation,
           FwXmlNode *node,
           const char *attribute,
           FwStep *step,
           GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (fw_xml_node_get (node, attribute), " \t\r\n", -1);

  step->list = g_new0 (FwOperand, g_strv_length (words) + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (!read_text (pack, calculation, node, words[i], &step->list[step->list_length++], error))
        return FALSE;
    }
  return TRUE;
}

static FwRemainder *
parse_remainder (FwXmlNode *node)
{
  static const char *edges[] = { "at-least", "more-than", "less-than", "up-to" };
  FwRemainder *remainder = g_new0 (FwRemainder, 1);
  const char *unit = fw_xml_node_get (node, "unit"), *denominator = fw_xml_node_get (node, "denominator");

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (fw_xml_node_get (node, edges[i]) != NULL)
      {
        remainder->edge = (FwEdge) (FW_EDGE_AT_LEAST + i);
        remainder->amount = atoi (fw_xml_node_get (node, edges[i]));
      }
  remainder->unit = unit != NULL ? unit[0] : 'd';
  remainder->counts = fw_number_parse (fw_xml_node_get (node, "counts"));
  remainder->prorata_months = g_strcmp0 (fw_xml_node_get (node, "prorata"), "months") == 0;
  remainder->denominator = fw_number_parse (denominator);
  return remainder;
}

static gboolean
parse_remainders (FwXmlNode *node,
                  FwStep *step)
{
  step->remainders = g_ptr_array_new_with_free_func ((GDestroyNotify) remainder_free);
  for (FwXmlNode *child = fw_xml_node_child (node, "remainder"); child != NULL; child = fw_xml_node_next (child, "remainder"))
    g_ptr_array_add (step->remainders, parse_remainder (child));
  return TRUE;
}

static gboolean
parse_when (FwPack *pack,
            FwCalculation *calculation,
            FwXmlNode *node,
            FwStep *step,
            GError **error)
{
  FwWhen *when = g_new0 (FwWhen, 1);
  const char *against = NULL;

  g_ptr_array_add (step->whens, when);
  when->comparison = _fw_comparison_read (node, &against);
  return read_operand (pack, calculation, node, "test", &when->test, error) &&
         read_operand (pack, calculation, node, "value", &when->value, error) &&
         read_operand (pack, calculation, node, "then", &when->then, error) &&
         read_text (pack, calculation, node, against, &when->against, error);
}

static gboolean
parse_choices (FwPack *pack,
               FwCalculation *calculation,
               FwXmlNode *node,
               FwStep *step,
               GError **error)
{
  step->whens = g_ptr_array_new_with_free_func ((GDestroyNotify) when_free);
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    if ((fw_xml_node_is (child, "when") || fw_xml_node_is (child, "otherwise")) &&
        !parse_when (pack, calculation, child, step, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_call (FwPack *pack,
            FwCalculation *calculation,
            FwXmlNode *node,
            FwStep *step,
            GError **error)
{
  step->arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) step_argument_free);
  for (FwXmlNode *child = fw_xml_node_child (node, "argument"); child != NULL; child = fw_xml_node_next (child, "argument"))
    {
      FwStepArgument *argument = g_new0 (FwStepArgument, 1);

      g_ptr_array_add (step->arguments, argument);
      argument->name = fw_xml_node_get (child, "name");
      if (!read_operand (pack, calculation, child, "of", &argument->of, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_names (FwPack *pack,
             FwXmlNode *node,
             FwStep *step,
             GError **error)
{
  const char *table = fw_xml_node_get (node, "table");

  step->unit = fw_xml_node_get (node, "unit");
  step->move_to = fw_xml_node_get (node, "move-to");
  step->key = fw_xml_node_get (node, "key");
  step->column = fw_xml_node_get (node, "column");
  step->counted = fw_xml_node_get (node, "counted");
  step->ask = fw_xml_node_get (node, "ask");
  step->ask_text = _fw_pack_text (node);
  step->calculation = fw_xml_node_get (node, "calculation");
  step->include_end = g_strcmp0 (fw_xml_node_get (node, "include-end"), "true") == 0;
  step->digits = fw_xml_node_get (node, "digits") != NULL ? (guint) atoi (fw_xml_node_get (node, "digits")) : 0;
  if (table != NULL && (step->table = g_hash_table_lookup (pack->tables, table)) == NULL)
    return _fw_pack_fail (pack, node, error, "there is no table ‘%s’", table);
  if (strcmp (step->element, "parameter-value") == 0 &&
      (step->parameter = g_hash_table_lookup (pack->parameters, fw_xml_node_get (node, "of"))) == NULL)
    return _fw_pack_fail (pack, node, error, "there is no parameter ‘%s’", fw_xml_node_get (node, "of"));
  return TRUE;
}

static gboolean
parse_line (FwPack *pack,
            FwXmlNode *node,
            FwStep *step,
            GError **error)
{
  FwXmlNode *line = fw_xml_node_child (node, "line");
  g_autoptr (GError) problem = NULL;

  if (line == NULL)
    return TRUE;
  step->line_zh = _fw_template_new (fw_xml_node_get (line, "zh"), FW_LANGUAGE_ZH, &problem);
  step->line_en = problem == NULL ? _fw_template_new (fw_xml_node_get (line, "en"), FW_LANGUAGE_EN, &problem) : NULL;
  return problem == NULL || _fw_pack_fail (pack, line, error, "%s", problem->message);
}

/* A pay day is named where the day moves to it, and only there. */
static gboolean
check_payday (FwPack *pack,
              FwXmlNode *node,
              GError **error)
{
  gboolean moved = g_strcmp0 (fw_xml_node_get (node, "move-to"), "payday") == 0;

  if (moved == (fw_xml_node_get (node, "payday") != NULL))
    return TRUE;
  return _fw_pack_fail (pack, node, error, "‘payday’ and ‘move-to=\"payday\"’ belong together");
}

static gboolean
parse_slots (FwPack *pack,
             FwCalculation *calculation,
             FwXmlNode *node,
             const FwStepKind *kind,
             FwStep *step,
             GError **error)
{
  const char *against = NULL;

  if (strcmp (step->element, "shift") == 0 && !check_payday (pack, node, error))
    return FALSE;
  for (guint i = 0; i < FW_STEP_SLOTS && kind->slots[i] != NULL; i++)
    if (!read_operand (pack, calculation, node, kind->slots[i], &step->slots[i], error))
      return FALSE;
  if (kind->list != NULL && !read_list (pack, calculation, node, kind->list, step, error))
    return FALSE;
  step->comparison = _fw_comparison_read (node, &against);
  if (strcmp (step->element, "test") != 0)
    return TRUE;
  step->slots[1] = _fw_calculation_operand (pack, calculation, node, against, error);
  return step->slots[1].kind != FW_OPERAND_NONE;
}

static gboolean
parse_step (FwPack *pack,
            FwCalculation *calculation,
            FwXmlNode *node,
            GError **error)
{
  const FwStepKind *kind = _fw_step_kind (fw_xml_node_name (node));
  FwStep *step = g_new0 (FwStep, 1);
  FwOperand taken = { 0 };
  gboolean free_id;

  step->id = fw_xml_node_get (node, "id");
  free_id = !find_local (calculation, step->id, &taken);
  step->index = calculation->steps->len;
  step->element = fw_xml_node_name (node);
  step->line = fw_xml_node_line (node);
  step->evaluate = kind != NULL ? kind->evaluate : NULL;
  step->type = fw_value_type_named (fw_xml_node_get (node, "type"));
  if (kind == NULL || !free_id)
    {
      g_free (step);
      return kind == NULL ? _fw_pack_fail (pack, node, error, "there is no step ‘%s’", fw_xml_node_name (node))
                          : _fw_pack_fail (pack, node, error, "‘%s’ stands here twice", fw_xml_node_get (node, "id"));
    }
  if (!_fw_pack_read_citation (pack, node, &step->citation, error) || !parse_names (pack, node, step, error) ||
      !parse_slots (pack, calculation, node, kind, step, error) || !parse_line (pack, node, step, error) ||
      (strcmp (step->element, "count") == 0 && !parse_remainders (node, step)) ||
      (strcmp (step->element, "choose") == 0 && !parse_choices (pack, calculation, node, step, error)) ||
      (strcmp (step->element, "call") == 0 && !parse_call (pack, calculation, node, step, error)))
    {
      step_free (step);
      return FALSE;
    }
  g_ptr_array_add (calculation->steps, step);
  return TRUE;
}

static FwText
read_hint (FwXmlNode *node)
{
  FwXmlNode *hint = fw_xml_node_child (node, "hint");

  return hint != NULL ? _fw_pack_text (hint) : (FwText){ NULL, NULL };
}

/* The options of an input are the values it takes. */
static GStrv
values_of_options (GPtrArray *options)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < options->len; i++)
    g_strv_builder_add (values, ((FwOption *) g_ptr_array_index (options, i))->id);
  return g_strv_builder_end (values);
}

static gboolean
parse_input (FwPack *pack,
             FwCalculation *calculation,
             FwXmlNode *node,
             GError **error)
{
  FwInput *input = g_new0 (FwInput, 1);
  const char *fallback = fw_xml_node_get (node, "default"), *values = fw_xml_node_get (node, "values");

  g_ptr_array_add (calculation->inputs, input);
  input->name = fw_xml_node_get (node, "name");
  input->label = _fw_pack_text (node);
  input->unit = fw_xml_node_get (node, "unit");
  input->type = fw_value_type_named (fw_xml_node_get (node, "type"));
  input->optional = g_strcmp0 (fw_xml_node_get (node, "optional"), "true") == 0;
  input->wanted = g_strcmp0 (fw_xml_node_get (node, "wanted"), "true") == 0;
  input->values = values != NULL ? g_strsplit (values, " ", -1) : NULL;
  input->options = _fw_pack_read_options (node);
  if (input->options != NULL && values == NULL)
    input->values = values_of_options (input->options);
  input->hint = read_hint (node);
  input->use = fw_xml_node_get (node, "use");
  input->local = fw_xml_node_get (node, "local");
  input->ask = fw_xml_node_get (node, "ask");
  input->positive = g_strcmp0 (fw_xml_node_get (node, "positive"), "true") == 0;
  input->most = fw_number_parse (fw_xml_node_get (node, "most"));
  input->list_value = fw_xml_node_get (node, "value");
  input->list_order = fw_xml_node_get (node, "order");
  if (fallback != NULL && !fw_value_parse (fallback, input->type, &input->fallback))
    return _fw_pack_fail (pack, node, error, "the default ‘%s’ is not of its type", fallback);
  if (input->type == FW_AS_MONEY_LIST && input->list_value == NULL && fw_xml_node_get (node, "select") != NULL)
    return _fw_pack_fail (pack, node, error, "‘%s’ does not say which attribute of what it selects it lists", input->name);
  return _fw_pack_read_xpath (pack, node, "select", &input->select, error);
}

static gboolean
parse_output (FwPack *pack,
              FwCalculation *calculation,
              FwXmlNode *node,
              GError **error)
{
  FwOutput *output = g_new0 (FwOutput, 1);

  g_ptr_array_add (calculation->outputs, output);
  output->name = fw_xml_node_get (node, "name");
  output->as = fw_xml_node_get (node, "as");
  output->type = fw_value_type_named (fw_xml_node_get (node, "type"));
  output->label = _fw_pack_text (node);
  output->main = g_strcmp0 (fw_xml_node_get (node, "main"), "true") == 0;
  output->options = _fw_pack_read_options (node);
  if (!read_operand (pack, calculation, node, "of", &output->of, error))
    return FALSE;
  if (output->of.kind == FW_OPERAND_STEP && output->of.sub == NULL)
    {
      FwStep *step = g_ptr_array_index (calculation->steps, output->of.index);

      if (step->type == FW_AS_NOTHING)
        step->type = output->type;
    }
  return TRUE;
}

static gboolean
parse_note (FwPack *pack,
            FwCalculation *calculation,
            FwXmlNode *node,
            GError **error)
{
  FwNote *note = g_new0 (FwNote, 1);
  g_autoptr (GError) problem = NULL;

  g_ptr_array_add (calculation->notes, note);
  note->id = fw_xml_node_get (node, "id");
  note->severity = (int) _fw_severity_named (fw_xml_node_get (node, "severity"));
  note->zh = _fw_template_new (fw_xml_node_get (node, "zh"), FW_LANGUAGE_ZH, &problem);
  if (problem == NULL)
    note->en = _fw_template_new (fw_xml_node_get (node, "en"), FW_LANGUAGE_EN, &problem);
  if (problem != NULL)
    return _fw_pack_fail (pack, node, error, "%s", problem->message);
  return _fw_pack_read_citation (pack, node, &note->citation, error) &&
         read_operand (pack, calculation, node, "if", &note->condition, error);
}

static gboolean
parse_segment (FwPack *pack,
               FwCalculation *calculation,
               FwXmlNode *node,
               GError **error)
{
  FwSegmentRule *segment = g_new0 (FwSegmentRule, 1);

  g_ptr_array_add (calculation->segments, segment);
  return _fw_pack_read_citation (pack, node, &segment->citation, error) &&
         read_operand (pack, calculation, node, "if", &segment->condition, error) &&
         read_operand (pack, calculation, node, "from", &segment->from, error) &&
         read_operand (pack, calculation, node, "to", &segment->to, error) &&
         read_operand (pack, calculation, node, "months", &segment->months, error) &&
         read_operand (pack, calculation, node, "base", &segment->base, error) &&
         read_operand (pack, calculation, node, "amount", &segment->amount, error);
}

static gboolean
parse_child (FwPack *pack,
             FwCalculation *calculation,
             FwXmlNode *node,
             GError **error)
{
  if (fw_xml_node_is (node, "input"))
    return parse_input (pack, calculation, node, error);
  if (fw_xml_node_is (node, "output"))
    return parse_output (pack, calculation, node, error);
  if (fw_xml_node_is (node, "note"))
    return parse_note (pack, calculation, node, error);
  if (fw_xml_node_is (node, "hint"))
    return TRUE;
  if (fw_xml_node_is (node, "segment"))
    return parse_segment (pack, calculation, node, error);
  return parse_step (pack, calculation, node, error);
}

/**
 * _fw_pack_parse_calculation:
 *
 * Returns: (transfer full) (nullable): the compiled calculation; %NULL with file, line and reason
 */
FwCalculation *
_fw_pack_parse_calculation (FwPack *self,
                            FwXmlNode *node,
                            GError **error)
{
  FwCalculation *calculation = g_new0 (FwCalculation, 1);

  calculation->id = fw_xml_node_get (node, "id");
  calculation->name = _fw_pack_text (node);
  calculation->law_day = fw_xml_node_get (node, "law-day");
  calculation->place = fw_xml_node_get (node, "place");
  calculation->hint = read_hint (node);
  calculation->inner = g_strcmp0 (fw_xml_node_get (node, "use"), "inner") == 0;
  calculation->line = fw_xml_node_line (node);
  calculation->file = _fw_pack_file_of (self, node);
  calculation->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) input_free);
  calculation->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  calculation->outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) output_free);
  calculation->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  calculation->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_rule_free);
  if (!_fw_pack_read_citation (self, node, &calculation->citation, error))
    {
      _fw_calculation_free (calculation);
      return NULL;
    }
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    if (!parse_child (self, calculation, child, error))
      {
        _fw_calculation_free (calculation);
        return NULL;
      }
  return calculation;
}
