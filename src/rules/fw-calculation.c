/* One run of a calculation: inputs and steps are reckoned when something asks for them, once. */
#include "rules/fw-pack-private.h"

#include <string.h>

struct _FwRun
{
  FwScope *scope;
  FwCalculation *calculation;
  FwValue *inputs;
  gboolean *input_done;
  FwValue *steps;
  gboolean *step_done;
  gboolean *reached;      /* the steps that the outputs needed: only these show their line */
  GHashTable **subs;      /* of steps with several results: name → FwValue */
  FwRun **children;       /* of calls */
  GPtrArray *asked;       /* FwAsked: what was missing; nullable */
};

/**
 * _fw_run_new:
 * @arguments: (nullable): name → FwValue; copied
 */
FwRun *
_fw_run_new (FwScope *scope,
             FwCalculation *calculation,
             GHashTable *arguments)
{
  FwRun *self = g_new0 (FwRun, 1);
  guint steps = calculation->steps->len + 1;

  self->scope = scope;
  self->calculation = calculation;
  self->inputs = g_new0 (FwValue, calculation->inputs->len + 1);
  self->input_done = g_new0 (gboolean, calculation->inputs->len + 1);
  self->steps = g_new0 (FwValue, steps);
  self->step_done = g_new0 (gboolean, steps);
  self->reached = g_new0 (gboolean, steps);
  self->subs = g_new0 (GHashTable *, steps);
  self->children = g_new0 (FwRun *, steps);
  for (guint i = 0; arguments != NULL && i < calculation->inputs->len; i++)
    {
      FwInput *input = g_ptr_array_index (calculation->inputs, i);
      FwValue *value = g_hash_table_lookup (arguments, input->name);

      if (value != NULL && fw_value_is_known (value))
        {
          self->inputs[i] = fw_value_copy (value);
          self->input_done[i] = TRUE;
        }
    }
  return self;
}

void
_fw_run_free (FwRun *self)
{
  for (guint i = 0; i < self->calculation->inputs->len; i++)
    fw_value_clear (&self->inputs[i]);
  for (guint i = 0; i < self->calculation->steps->len; i++)
    {
      fw_value_clear (&self->steps[i]);
      g_clear_pointer (&self->subs[i], g_hash_table_unref);
      g_clear_pointer (&self->children[i], _fw_run_free);
    }
  g_free (self->inputs);
  g_free (self->input_done);
  g_free (self->steps);
  g_free (self->step_done);
  g_free (self->reached);
  g_free (self->subs);
  g_free (self->children);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_free (self);
}

/**
 * _fw_run_take_asked:
 * @asked: (transfer full) (element-type FwAsked): what this run had to ask for
 */
void
_fw_run_take_asked (FwRun *self,
                    GPtrArray *asked)
{
  self->asked = asked;
}

GPtrArray *
_fw_run_get_asked (FwRun *self)
{
  return self->asked;
}

FwScope *
_fw_run_scope (FwRun *self)
{
  return self->scope;
}

FwCalculation *
_fw_run_calculation (FwRun *self)
{
  return self->calculation;
}

static int
compare_order_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer attribute)
{
  FwXmlNode *const *left = a;
  FwXmlNode *const *right = b;

  return g_strcmp0 (fw_xml_node_get (*left, attribute), fw_xml_node_get (*right, attribute));
}

/* Repeated facts as a list, in the order of one of their attributes; unknown where one of them has no number. */
static FwValue
select_list (FwScope *scope,
             FwInput *input)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_number_unref);
  FwValue value = { 0 };

  if (!fw_xpath_nodes (input->select, scope->facts, &nodes, scope->problem == NULL ? &scope->problem : NULL) ||
      nodes->len == 0)
    return value;
  if (input->list_order != NULL)
    g_ptr_array_sort_with_data (nodes, compare_order_cb, (gpointer) input->list_order);
  for (guint i = 0; i < nodes->len; i++)
    {
      FwNumber *number = fw_number_parse (fw_xml_node_get (g_ptr_array_index (nodes, i), input->list_value));

      if (number == NULL)
        return value;
      g_ptr_array_add (list, number);
    }
  return fw_value_new_list (g_steal_pointer (&list));
}

/**
 * _fw_input_holds:
 *
 * Returns: whether the value lies within the bounds of the input, as far as it has any
 */
gboolean
_fw_input_holds (FwInput *self,
                 const FwValue *value)
{
  if (value->kind != FW_VALUE_NUMBER)
    return TRUE;
  return (!self->positive || fw_number_sign (value->number) > 0) &&
         (self->most == NULL || fw_number_compare (value->number, self->most) <= 0);
}

static FwValue
select_anew (FwScope *scope,
             FwInput *input)
{
  g_autofree char *text = NULL;
  FwValue value = { 0 };

  if (input->type == FW_AS_MONEY_LIST)
    return select_list (scope, input);
  if (fw_xpath_string (input->select, scope->facts, &text, scope->problem == NULL ? &scope->problem : NULL) &&
      text != NULL && (!fw_value_parse (text, input->type, &value) || !_fw_input_holds (input, &value)))
    fw_value_clear (&value);
  return value;
}

static FwValue
select_value (FwScope *scope,
              FwInput *input)
{
  FwValue *kept = g_hash_table_lookup (scope->selected, input);

  if (kept == NULL)
    {
      kept = g_new (FwValue, 1);
      *kept = select_anew (scope, input);
      g_hash_table_insert (scope->selected, input, kept);
    }
  return fw_value_copy (kept);
}

static const FwValue *
input_value (FwRun *self,
             guint index)
{
  FwInput *input = g_ptr_array_index (self->calculation->inputs, index);
  FwValue *value = &self->inputs[index];

  if (!self->input_done[index])
    {
      self->input_done[index] = TRUE;
      if (input->type == FW_AS_GROUND && input->select == NULL && self->scope->ground != NULL)
        *value = fw_value_new_text (self->scope->ground);
      else if (input->select != NULL && self->scope->facts != NULL)
        *value = select_value (self->scope, input);
      if (!fw_value_is_known (value))
        *value = fw_value_copy (&input->fallback);
    }
  /* In a case, what no fact holds is made of other facts, and those have been asked for. */
  if (!fw_value_is_known (value) && !input->optional &&
      (input->select != NULL || input->ask != NULL || self->scope->facts == NULL))
    _fw_scope_ask (self->scope,
                   input->select != NULL && self->scope->facts != NULL ? fw_xpath_get_text (input->select) : input->name,
                   input->label, input->ask);
  return value;
}

static const FwValue *
step_value (FwRun *self,
            guint index)
{
  FwStep *step = g_ptr_array_index (self->calculation->steps, index);

  if (!self->step_done[index])
    {
      self->step_done[index] = TRUE;
      self->steps[index] = step->evaluate (self, step);
    }
  return &self->steps[index];
}

static FwValue
sub_value (FwRun *self,
           guint index,
           const char *name)
{
  FwValue unknown = { 0 };
  const FwValue *found;

  step_value (self, index);
  if (self->children[index] != NULL)
    {
      const FwOutput *output = _fw_run_output (self->children[index], name);

      return output != NULL ? _fw_run_output_value (self->children[index], output) : unknown;
    }
  found = self->subs[index] != NULL ? g_hash_table_lookup (self->subs[index], name) : NULL;
  return found != NULL ? fw_value_copy (found) : unknown;
}

static FwValue
setting_value (FwRun *self,
               FwSetting *setting)
{
  const char *text = _fw_scope_setting (self->scope, setting);

  if (g_strcmp0 (setting->type, "number") == 0)
    return fw_value_new_number (fw_number_parse (text));
  if (g_strcmp0 (setting->type, "truth") == 0)
    return fw_value_new_truth (strcmp (text, "true") == 0);
  return fw_value_new_text (text);
}

static FwValue
parameter_value (FwRun *self,
                 FwParameter *parameter)
{
  FwNumber *number = _fw_parameter_on (parameter, self->scope->law_day);

  if (number == NULL)
    _fw_scope_ask (self->scope, parameter->id, parameter->name, "fact");
  return fw_value_new_number (number);
}

/**
 * _fw_run_operand:
 * @storage: (out): what the answer may stand in; to be cleared by the caller
 *
 * Returns: (transfer none): the value, reckoned now if it was not before
 */
const FwValue *
_fw_run_operand (FwRun *self,
                 const FwOperand *operand,
                 FwValue *storage)
{
  switch (operand->kind)
    {
    case FW_OPERAND_LITERAL:
      return &operand->literal;
    case FW_OPERAND_INPUT:
      return input_value (self, operand->index);
    case FW_OPERAND_STEP:
      if (operand->sub == NULL)
        return step_value (self, operand->index);
      *storage = sub_value (self, operand->index, operand->sub);
      return storage;
    case FW_OPERAND_PARAMETER:
      *storage = parameter_value (self, operand->parameter);
      return storage;
    case FW_OPERAND_SETTING:
      *storage = setting_value (self, operand->setting);
      return storage;
    case FW_OPERAND_NONE:
    default:
      return storage;
    }
}

/**
 * _fw_run_slot:
 *
 * Returns: (transfer full): the value of one named operand of a step; unknown where it is not there
 */
FwValue
_fw_run_slot (FwRun *self,
              FwStep *step,
              guint slot)
{
  FwValue storage = { 0 };
  const FwValue *value = _fw_run_operand (self, &step->slots[slot], &storage);

  return value == &storage ? storage : fw_value_copy (value);
}

static void
sub_free (FwValue *self)
{
  fw_value_clear (self);
  g_free (self);
}

/**
 * _fw_run_keep_sub:
 * @value: (transfer full): one of several results of the step
 */
void
_fw_run_keep_sub (FwRun *self,
                  FwStep *step,
                  const char *name,
                  FwValue value)
{
  FwValue *kept = g_new (FwValue, 1);

  *kept = value;
  if (self->subs[step->index] == NULL)
    self->subs[step->index] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sub_free);
  g_hash_table_insert (self->subs[step->index], g_strdup (name), kept);
}

void
_fw_run_keep_child (FwRun *self,
                    FwStep *step,
                    FwRun *child)
{
  self->children[step->index] = child;
}

/**
 * _fw_run_finish:
 *
 * Reckons all outputs. Only what they needed has been reached and shows its working.
 */
void
_fw_run_finish (FwRun *self)
{
  for (guint i = 0; i < self->calculation->outputs->len; i++)
    {
      g_auto (FwValue) storage = { 0 };

      _fw_run_operand (self, &((FwOutput *) g_ptr_array_index (self->calculation->outputs, i))->of, &storage);
    }
  memcpy (self->reached, self->step_done, sizeof (gboolean) * self->calculation->steps->len);
}

/**
 * _fw_run_output:
 * @name: what the output is used as, or its name
 */
const FwOutput *
_fw_run_output (FwRun *self,
                const char *name)
{
  GPtrArray *outputs = self->calculation->outputs;

  for (guint i = 0; i < outputs->len; i++)
    if (g_strcmp0 (((FwOutput *) g_ptr_array_index (outputs, i))->as, name) == 0)
      return g_ptr_array_index (outputs, i);
  for (guint i = 0; i < outputs->len; i++)
    if (strcmp (((FwOutput *) g_ptr_array_index (outputs, i))->name, name) == 0)
      return g_ptr_array_index (outputs, i);
  return NULL;
}

/**
 * _fw_run_output_value:
 *
 * Returns: (transfer full): what came out
 */
FwValue
_fw_run_output_value (FwRun *self,
                      const FwOutput *output)
{
  FwValue storage = { 0 };
  const FwValue *value = _fw_run_operand (self, &output->of, &storage);

  return value == &storage ? storage : fw_value_copy (value);
}

static char *
display_operand (FwRun *self,
                 const FwOperand *operand,
                 FwValueType type,
                 FwLanguage language)
{
  g_auto (FwValue) storage = { 0 };

  return fw_value_to_display (_fw_run_operand (self, operand, &storage), type, self->scope->pack->digits, language);
}

/* The option that a text stands for, by its name for people; NULL where it is no option of the setting. */
static char *
display_setting (FwRun *self,
                 FwSetting *setting,
                 FwLanguage language)
{
  const char *value = _fw_scope_setting (self->scope, setting);

  for (guint i = 0; setting->options != NULL && i < setting->options->len; i++)
    {
      FwOption *option = g_ptr_array_index (setting->options, i);

      if (strcmp (option->id, value) == 0)
        return g_strdup (language == FW_LANGUAGE_ZH ? option->text.zh : option->text.en);
    }
  return g_strdup (value);
}

static FwValueType
type_of_operand (FwRun *self,
                 const FwOperand *operand)
{
  FwStep *step;

  if (operand->kind == FW_OPERAND_INPUT)
    return ((FwInput *) g_ptr_array_index (self->calculation->inputs, operand->index))->type;
  if (operand->kind != FW_OPERAND_STEP)
    return FW_AS_NOTHING;
  step = g_ptr_array_index (self->calculation->steps, operand->index);
  if (operand->sub != NULL && self->children[operand->index] != NULL)
    {
      const FwOutput *output = _fw_run_output (self->children[operand->index], operand->sub);

      return output != NULL ? output->type : FW_AS_NOTHING;
    }
  return operand->sub == NULL || strcmp (step->element, "range") == 0 ? step->type
         : strcmp (operand->sub, "rate") == 0                         ? FW_AS_RATE
         : strcmp (operand->sub, "quick") == 0                        ? FW_AS_MONEY
                                                                      : step->type;
}

/**
 * _fw_run_display:
 *
 * Returns: (transfer full) (nullable): an output, input, step, parameter or setting as a sentence shows it; %NULL where there is no such thing
 */
char *
_fw_run_display (const char *name,
                 FwLanguage language,
                 gpointer run)
{
  FwRun *self = run;
  FwOperand operand = _fw_calculation_operand (self->scope->pack, self->calculation, NULL, name, NULL);
  const FwOutput *output = _fw_run_output (self, name);

  if (operand.kind == FW_OPERAND_SETTING)
    return display_setting (self, operand.setting, language);
  if (operand.kind == FW_OPERAND_INPUT || operand.kind == FW_OPERAND_STEP || operand.kind == FW_OPERAND_PARAMETER)
    {
      g_auto (FwValue) storage = { 0 };
      const FwValue *value = _fw_run_operand (self, &operand, &storage);

      return fw_value_to_display (value, type_of_operand (self, &operand), self->scope->pack->digits, language);
    }
  return output != NULL ? display_operand (self, &output->of, output->type, language) : NULL;
}

/**
 * _fw_run_add_working:
 * @lines: (element-type FwWorking): where the lines of the steps that were reached are added, those of a call before its own
 */
void
_fw_run_add_working (FwRun *self,
                     GPtrArray *lines)
{
  for (guint i = 0; i < self->calculation->steps->len; i++)
    {
      FwStep *step = g_ptr_array_index (self->calculation->steps, i);
      FwWorking *line;

      if (!self->reached[i])
        continue;
      if (self->children[i] != NULL)
        _fw_run_add_working (self->children[i], lines);
      if (step->line_zh == NULL)
        continue;
      line = g_new0 (FwWorking, 1);
      line->step.zh = _fw_template_fill (step->line_zh, self->scope->facts, _fw_run_display, self);
      line->step.en = _fw_template_fill (step->line_en, self->scope->facts, _fw_run_display, self);
      line->article.zh = g_strdup (step->citation.zh != NULL ? step->citation.zh : self->calculation->citation.zh);
      line->article.en = g_strdup (step->citation.en != NULL ? step->citation.en : self->calculation->citation.en);
      line->value = fw_value_to_plain (&self->steps[i], step->type, self->scope->pack->digits);
      if (self->scope->facts == NULL && line->value != NULL)
        {
          line->shown.zh = fw_value_to_display (&self->steps[i], step->type, self->scope->pack->digits, FW_LANGUAGE_ZH);
          line->shown.en = fw_value_to_display (&self->steps[i], step->type, self->scope->pack->digits, FW_LANGUAGE_EN);
        }
      g_ptr_array_add (lines, line);
    }
}

static FwNumber *
take_number (FwRun *self,
             const FwOperand *operand)
{
  g_auto (FwValue) storage = { 0 };
  const FwValue *value = _fw_run_operand (self, operand, &storage);

  return value->kind == FW_VALUE_NUMBER ? fw_number_ref (value->number) : NULL;
}

static FwDate
take_date (FwRun *self,
           const FwOperand *operand)
{
  g_auto (FwValue) storage = { 0 };
  const FwValue *value = _fw_run_operand (self, operand, &storage);

  return value->kind == FW_VALUE_DATE ? value->date : FW_DATE_UNKNOWN;
}

/* An absent condition holds; an unknown one does not. */
static gboolean
condition_holds (FwRun *self,
                 const FwOperand *operand)
{
  g_auto (FwValue) storage = { 0 };
  const FwValue *value;

  if (operand->kind == FW_OPERAND_NONE)
    return TRUE;
  value = _fw_run_operand (self, operand, &storage);
  return value->kind == FW_VALUE_TRUTH && value->truth;
}

static void
segment_free (FwSegment *self)
{
  g_clear_pointer (&self->months, fw_number_unref);
  g_clear_pointer (&self->base, fw_number_unref);
  g_clear_pointer (&self->amount, fw_number_unref);
  g_free (self->article.zh);
  g_free (self->article.en);
  g_free (self);
}

/**
 * _fw_run_segments:
 *
 * Returns: (transfer full) (element-type FwSegment): the rows of which the amount is made
 */
GPtrArray *
_fw_run_segments (FwRun *self)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  guint asked = self->scope->asked->len;

  for (guint i = 0; i < self->calculation->segments->len; i++)
    {
      FwSegmentRule *rule = g_ptr_array_index (self->calculation->segments, i);
      FwSegment *segment;

      if (!condition_holds (self, &rule->condition))
        continue;
      segment = g_new0 (FwSegment, 1);
      segment->from = take_date (self, &rule->from);
      segment->to = take_date (self, &rule->to);
      segment->months = take_number (self, &rule->months);
      segment->base = take_number (self, &rule->base);
      segment->amount = take_number (self, &rule->amount);
      segment->article.zh = g_strdup (rule->citation.zh);
      segment->article.en = g_strdup (rule->citation.en);
      g_ptr_array_add (segments, segment);
    }
  /* Rows only show what the outputs asked for already. */
  g_ptr_array_set_size (self->scope->asked, (int) asked);
  return segments;
}

static gboolean
has_finding (GPtrArray *findings,
             const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((FwFinding *) g_ptr_array_index (findings, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * _fw_run_add_notes:
 * @findings: (element-type FwFinding): where the notes that hold are added, once each
 */
void
_fw_run_add_notes (FwRun *self,
                   GPtrArray *findings)
{
  guint asked = self->scope->asked->len;

  for (guint i = 0; i < self->calculation->notes->len; i++)
    {
      FwNote *note = g_ptr_array_index (self->calculation->notes, i);
      FwFinding *finding;

      if (has_finding (findings, note->id) || !condition_holds (self, &note->condition))
        continue;
      finding = g_new0 (FwFinding, 1);
      finding->id = g_strdup (note->id);
      finding->family = g_strdup ("money");
      finding->severity = (FwSeverity) note->severity;
      finding->message.zh = _fw_template_fill (note->zh, self->scope->facts, _fw_run_display, self);
      finding->message.en = _fw_template_fill (note->en, self->scope->facts, _fw_run_display, self);
      finding->article.zh = g_strdup (note->citation.zh);
      finding->article.en = g_strdup (note->citation.en);
      finding->actions = g_new0 (char *, 1);
      g_ptr_array_add (findings, finding);
    }
  for (guint i = 0; i < self->calculation->steps->len; i++)
    if (self->children[i] != NULL && self->reached[i])
      _fw_run_add_notes (self->children[i], findings);
  g_ptr_array_set_size (self->scope->asked, (int) asked);
}
