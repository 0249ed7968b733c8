#include "witnesses.h"

#include "rules/fw-assessment-private.h"

#include <string.h>

struct _FwWitnesses
{
  FwExamples *examples;
  GPtrArray *words;      /* char*: of each example, what it is about */
  GHashTable *passed;    /* "calculation step", "calculation" and "table id" → GByteArray: of each example whether it came past */
  GPtrArray *settings;   /* GHashTable of each example, merged; NULL where it has no facts */
  GArray *order;         /* guint: those asked, in the order asked; the likeliest to notice first */
  FwXmlNode *rule;
  char *word;            /* the rule's name among the words */
  GPtrArray *judges;     /* FwJudge of each example, while a check is the rule; NULL until asked for */
  GPtrArray *before;     /* char*: what the check finds there before it is broken */
};

/* The trace that the steps leave while every example is run once: a step has no place of its own to note that it was reached. */
static FwWitnesses *traced = NULL;
static guint traced_example = 0;

static void
note (const char *kind,
      const char *id)
{
  g_autofree char *key = id != NULL ? g_strdup_printf ("%s %s", kind, id) : g_strdup (kind);
  GByteArray *past = g_hash_table_lookup (traced->passed, key);

  if (past == NULL)
    {
      past = g_byte_array_sized_new (traced->examples->nodes->len);
      g_byte_array_set_size (past, traced->examples->nodes->len);
      memset (past->data, 0, past->len);
      g_hash_table_insert (traced->passed, g_steal_pointer (&key), past);
    }
  past->data[traced_example] = 1;
}

static void
note_operand (const FwOperand *operand)
{
  if (operand->kind == FW_OPERAND_SETTING)
    note ("setting", operand->setting->id);
  else if (operand->kind == FW_OPERAND_PARAMETER)
    note ("parameter", operand->parameter->id);
}

static void
note_operands (FwStep *step)
{
  for (guint i = 0; i < FW_STEP_SLOTS; i++)
    note_operand (&step->slots[i]);
  for (guint i = 0; i < step->list_length; i++)
    note_operand (&step->list[i]);
  for (guint i = 0; step->whens != NULL && i < step->whens->len; i++)
    {
      const FwWhen *when = g_ptr_array_index (step->whens, i);

      note_operand (&when->test);
      note_operand (&when->value);
      note_operand (&when->against);
      note_operand (&when->then);
    }
  for (guint i = 0; step->arguments != NULL && i < step->arguments->len; i++)
    note_operand (&((FwStepArgument *) g_ptr_array_index (step->arguments, i))->of);
  if (step->parameter != NULL)
    note ("parameter", step->parameter->id);
}

static FwValue
trace_step (FwRun *run,
            FwStep *step)
{
  const char *calculation = _fw_run_calculation (run)->id;

  note (calculation, NULL);
  if (step->id != NULL)
    note (calculation, step->id);
  if (step->table != NULL)
    note ("table", step->table->id);
  note_operands (step);
  return _fw_step_kind (step->element)->evaluate (run, step);
}

static void
set_trace (FwPack *pack,
           gboolean trace)
{
  for (guint i = 0; i < pack->calculations->len; i++)
    {
      FwCalculation *calculation = g_ptr_array_index (pack->calculations, i);

      for (guint k = 0; k < calculation->steps->len; k++)
        {
          FwStep *step = g_ptr_array_index (calculation->steps, k);

          step->evaluate = trace ? trace_step : _fw_step_kind (step->element)->evaluate;
        }
    }
}

/* What an example is about, as words: the ids it expects, the calculation it reckons, the ground it stands on. */
static char *
words_of (FwExamples *examples,
          guint index)
{
  static const char *const names[] = { "finding", "no-finding", "missing", "output" };
  FwXmlNode *example = examples->nodes->pdata[index], *reckon = fw_xml_node_child (example, "reckon");
  FwFacts *facts = examples->facts->pdata[index];
  g_autoptr (GString) words = g_string_new (" ");

  for (FwXmlNode *expect = fw_xml_node_child (example, "expect"); expect != NULL; expect = fw_xml_node_next (expect, "expect"))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (fw_xml_node_get (expect, names[i]) != NULL)
        g_string_append_printf (words, "%s ", fw_xml_node_get (expect, names[i]));
  for (FwXmlNode *setting = fw_xml_node_child (example, "setting"); setting != NULL; setting = fw_xml_node_next (setting, "setting"))
    g_string_append_printf (words, "%s ", fw_xml_node_get (setting, "id"));
  if (reckon != NULL)
    g_string_append_printf (words, "%s ", fw_xml_node_get (reckon, "calculation"));
  if (facts != NULL && fw_facts_get (facts, "departure/@ground") != NULL)
    g_string_append_printf (words, "%s ", fw_facts_get (facts, "departure/@ground"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_about (FwWitnesses *self,
          guint index,
          const char *word)
{
  return strstr (self->words->pdata[index], word) != NULL;
}

/* What is weighed or reckoned of everybody is judged by other grounds too. */
static gboolean
is_weighed (FwWitnesses *self,
            guint index)
{
  return is_about (self, index, " risk.") || is_about (self, index, " liability.");
}

static GHashTable *
settings_of (FwExamples *examples,
             guint index)
{
  FwXmlNode *example = examples->nodes->pdata[index];
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  FwFacts *facts = examples->facts->pdata[index];

  for (FwXmlNode *node = fw_xml_node_child (example, "setting"); node != NULL; node = fw_xml_node_next (node, "setting"))
    g_hash_table_insert (given, (gpointer) fw_xml_node_get (node, "id"), (gpointer) fw_xml_node_get (node, "value"));
  return facts != NULL ? _fw_settings_merge (examples->pack, facts, NULL, given, NULL) : NULL;
}

static void
settings_free (gpointer settings)
{
  g_clear_pointer (&settings, g_hash_table_unref);
}

static void
judge_free (gpointer judge)
{
  g_clear_pointer (&judge, _fw_judge_free);
}

/* Runs every example once; each has to come out as it says, before anything is broken. */
FwWitnesses *
fw_witnesses_new (FwExamples *examples)
{
  FwWitnesses *self = g_new0 (FwWitnesses, 1);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  self->examples = examples;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  self->settings = g_ptr_array_new_with_free_func (settings_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->judges = g_ptr_array_new_with_free_func (judge_free);
  self->before = g_ptr_array_new_with_free_func (g_free);
  traced = self;
  set_trace (examples->pack, TRUE);
  for (traced_example = 0; traced_example < examples->nodes->len; traced_example++)
    {
      if (!_fw_examples_run (examples, traced_example, problems))
        g_error ("%s", (char *) problems->pdata[0]);
      g_ptr_array_add (self->words, words_of (examples, traced_example));
      g_ptr_array_add (self->settings, settings_of (examples, traced_example));
    }
  set_trace (examples->pack, FALSE);
  traced = NULL;
  return self;
}

void
fw_witnesses_free (FwWitnesses *self)
{
  g_ptr_array_unref (self->judges);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->settings);
  g_hash_table_unref (self->passed);
  g_array_unref (self->order);
  g_free (self->word);
  g_free (self);
}

static gboolean
came_past (FwWitnesses *self,
           const char *key,
           guint index)
{
  GByteArray *past = g_hash_table_lookup (self->passed, key);

  return past != NULL && past->data[index] != 0;
}

static gboolean
rows_name (GPtrArray *rows,
           const char *id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FwTableRow *row = g_ptr_array_index (rows, i);
      GHashTableIter iter;
      gpointer cell;

      if ((row->lower_parameter != NULL && g_str_equal (row->lower_parameter->id, id)) ||
          (row->upper_parameter != NULL && g_str_equal (row->upper_parameter->id, id)) || rows_name (row->rows, id))
        return TRUE;
      g_hash_table_iter_init (&iter, row->cells);
      while (g_hash_table_iter_next (&iter, NULL, &cell))
        if (((FwCell *) cell)->parameter != NULL && g_str_equal (((FwCell *) cell)->parameter->id, id))
          return TRUE;
    }
  return FALSE;
}

static gboolean
stands_in_table (FwPack *pack,
                 const char *id)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, pack->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    if (rows_name (((FwTable *) table)->rows, id))
      return TRUE;
  return FALSE;
}

/* A parameter or a setting that no step names stands in a table, a check or an output: then anybody may come past it. */
static gboolean
came_past_named (FwWitnesses *self,
                 const char *element,
                 const char *id,
                 guint index)
{
  g_autofree char *key = g_strdup_printf ("%s %s", element, id);

  return !g_hash_table_contains (self->passed, key) || came_past (self, key, index);
}

/* What a ground names: its materials, deadlines and procedures. */
static gboolean
is_of_ground (FwWitnesses *self,
              const char *element,
              const char *id,
              FwFacts *facts)
{
  FwGroundRule *ground = _fw_pack_ground_rule (self->examples->pack, fw_facts_get (facts, "departure/@ground"));

  if (ground == NULL)
    return FALSE;
  if (g_str_equal (element, "deadline"))
    return ground->deadlines != NULL && g_strv_contains ((const char *const *) ground->deadlines, id);
  if (g_str_equal (element, "procedure"))
    return ground->procedures != NULL && g_strv_contains ((const char *const *) ground->procedures, id);
  for (guint i = 0; i < ground->materials->len; i++)
    if (g_str_equal (((FwGroundMaterial *) g_ptr_array_index (ground->materials, i))->ref, id))
      return TRUE;
  return FALSE;
}

/* Whether the example can come past the rule at all. */
static gboolean
is_called (FwWitnesses *self,
           guint index)
{
  const char *id = fw_xml_node_get (self->rule, "id"), *element = fw_xml_node_name (self->rule);
  FwFacts *facts = self->examples->facts->pdata[index];
  g_autofree char *key = NULL;

  if (g_str_equal (element, "calculation"))
    return came_past (self, id, index) || is_about (self, index, self->word);
  if (g_str_equal (element, "table"))
    {
      key = g_strdup_printf ("table %s", id);
      return came_past (self, key, index);
    }
  if (g_str_equal (element, "setting"))
    return came_past_named (self, element, id, index);
  if (g_str_equal (element, "parameter"))
    return stands_in_table (self->examples->pack, id) || came_past_named (self, element, id, index);
  if (facts != NULL && (g_str_equal (element, "deadline") || g_str_equal (element, "procedure") || g_str_equal (element, "material")))
    return is_of_ground (self, element, id, facts);
  if (g_str_equal (element, "ground"))
    return facts != NULL && (is_weighed (self, index) || g_strcmp0 (fw_facts_get (facts, "departure/@ground"), id) == 0);
  if (g_str_equal (element, "weak-point") || g_str_equal (element, "cost") || g_str_equal (element, "liability"))
    return is_weighed (self, index);
  return facts != NULL;
}

/* What the check alone finds in an example, as the examples see it. */
static char *
find_alone (FwWitnesses *self,
            guint index)
{
  FwPack *pack = self->examples->pack;
  GPtrArray *checks = pack->checks;
  g_autoptr (GPtrArray) alone = g_ptr_array_new (), findings = _fw_findings_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  FwFacts *facts = self->examples->facts->pdata[index];

  if (self->judges->pdata[index] == NULL)
    self->judges->pdata[index] =
      _fw_judge_new (pack, facts, _fw_pack_ground_rule (pack, fw_facts_get (facts, "departure/@ground")), self->settings->pdata[index]);
  for (guint i = 0; i < checks->len; i++)
    if (g_str_equal (((FwCheck *) checks->pdata[i])->id, fw_xml_node_get (self->rule, "id")))
      g_ptr_array_add (alone, checks->pdata[i]);
  pack->checks = alone;
  _fw_judge_checks (self->judges->pdata[index], findings);
  pack->checks = checks;
  for (guint i = 0; i < findings->len; i++)
    {
      FwFinding *finding = findings->pdata[i];
      g_autofree char *until = fw_date_to_string (finding->until);
      g_autofree char *unknown = finding->unknown != NULL ? g_strjoinv (" ", finding->unknown) : NULL;

      g_string_append_printf (found, "%d %s %s;", (int) finding->severity, until != NULL ? until : "", unknown != NULL ? unknown : "");
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

/* Calls those that can notice something of a rule that is going to be broken: first those that are about it; a check is asked beforehand
 * what it finds in each. */
void
fw_witnesses_call (FwWitnesses *self,
                   FwXmlNode *rule)
{
  const char *id = fw_xml_node_get (rule, "id");

  self->rule = rule;
  g_free (self->word);
  self->word = g_strdup_printf (" %s ", id != NULL ? id : fw_xml_node_name (rule));
  g_array_set_size (self->order, 0);
  g_ptr_array_set_size (self->judges, 0);
  g_ptr_array_set_size (self->before, 0);
  g_ptr_array_set_size (self->judges, (int) self->words->len);
  g_ptr_array_set_size (self->before, (int) self->words->len);
  for (guint about = 0; about < 2; about++)
    for (guint i = 0; i < self->words->len; i++)
      if (is_about (self, i, self->word) == (about == 0) && is_called (self, i))
        g_array_append_val (self->order, i);
  for (guint i = 0; fw_xml_node_is (rule, "check") && i < self->order->len; i++)
    {
      guint index = g_array_index (self->order, guint, i);

      self->before->pdata[index] = find_alone (self, index);
    }
}

static gboolean
is_otherwise (FwWitnesses *self,
              guint index)
{
  g_autofree char *after = !is_weighed (self, index) ? find_alone (self, index) : NULL;

  return after == NULL || !g_str_equal (after, self->before->pdata[index]);
}

/* Of a break inside a step only those can notice that came past the step. */
static char *
step_around (FwWitnesses *self,
             FwXmlNode *node)
{
  FwXmlNode *step = node;

  if (!fw_xml_node_is (self->rule, "calculation") || node == self->rule)
    return NULL;
  while (fw_xml_node_parent (step) != self->rule)
    step = fw_xml_node_parent (step);
  if (_fw_step_kind (fw_xml_node_name (step)) == NULL || fw_xml_node_get (step, "id") == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", fw_xml_node_get (self->rule, "id"), fw_xml_node_get (step, "id"));
}

/* Whether one of them comes out otherwise than it says; it comes first the next time: the same rule breaks in many ways. */
gboolean
fw_witnesses_notice (FwWitnesses *self,
                     FwXmlNode *node)
{
  g_autofree char *step = step_around (self, node);
  gboolean is_check = fw_xml_node_is (self->rule, "check") && !fw_xml_node_is (node, "attribute");

  for (guint i = 0; i < self->order->len; i++)
    {
      guint index = g_array_index (self->order, guint, i);

      if ((step != NULL && !came_past (self, step, index)) || (is_check && !is_otherwise (self, index)) ||
          _fw_examples_run (self->examples, index, NULL))
        continue;
      g_array_remove_index (self->order, i);
      g_array_prepend_val (self->order, index);
      return TRUE;
    }
  return FALSE;
}
