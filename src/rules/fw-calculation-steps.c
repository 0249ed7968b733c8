/* Arithmetic, lists, truth and choice: the steps that need nothing but their operands. */
#include "rules/fw-pack-private.h"

#include <string.h>

typedef FwNumber *(*FwBinary) (const FwNumber *a,
                               const FwNumber *b);

static const FwValue unknown = { 0 };

/* The numbers of the operands, those of a list one by one. NULL where one is unknown. */
static GPtrArray *
collect_numbers (FwRun *run,
                 FwStep *step)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_number_unref);
  gboolean all_known = TRUE;

  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) storage = { 0 };
      const FwValue *value = _fw_run_operand (run, &step->list[i], &storage);

      if (value->kind == FW_VALUE_NUMBER)
        g_ptr_array_add (numbers, fw_number_ref (value->number));
      else if (value->kind == FW_VALUE_LIST)
        for (guint j = 0; j < value->list->len; j++)
          g_ptr_array_add (numbers, fw_number_ref (g_ptr_array_index (value->list, j)));
      else
        all_known = FALSE;
    }
  return all_known && numbers->len > 0 ? g_steal_pointer (&numbers) : NULL;
}

static FwValue
fold (FwRun *run,
      FwStep *step,
      FwBinary binary)
{
  g_autoptr (GPtrArray) numbers = collect_numbers (run, step);
  FwNumber *result;

  if (numbers == NULL)
    return unknown;
  result = fw_number_ref (g_ptr_array_index (numbers, 0));
  for (guint i = 1; i < numbers->len; i++)
    {
      g_autoptr (FwNumber) before = result;

      result = binary (before, g_ptr_array_index (numbers, i));
    }
  return fw_value_new_number (result);
}

static FwValue
step_sum (FwRun *run,
          FwStep *step)
{
  return fold (run, step, fw_number_add);
}

static FwValue
step_product (FwRun *run,
              FwStep *step)
{
  return fold (run, step, fw_number_multiply);
}

static FwNumber *
lesser (const FwNumber *a,
        const FwNumber *b)
{
  return fw_number_ref ((FwNumber *) (fw_number_compare (a, b) <= 0 ? a : b));
}

static FwNumber *
greater (const FwNumber *a,
         const FwNumber *b)
{
  return fw_number_ref ((FwNumber *) (fw_number_compare (a, b) >= 0 ? a : b));
}

/* minimum and maximum of days; unknown where one is no day. */
static FwValue
extreme_day (FwRun *run,
             FwStep *step,
             int sign)
{
  FwDate best = FW_DATE_UNKNOWN;

  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) storage = { 0 };
      const FwValue *value = _fw_run_operand (run, &step->list[i], &storage);

      if (value->kind != FW_VALUE_DATE)
        return unknown;
      if (!fw_date_is_known (best) || fw_date_compare (value->date, best) * sign > 0)
        best = value->date;
    }
  return fw_value_new_date (best);
}

static gboolean
first_is_day (FwRun *run,
              FwStep *step)
{
  g_auto (FwValue) storage = { 0 };

  return step->list_length > 0 && _fw_run_operand (run, &step->list[0], &storage)->kind == FW_VALUE_DATE;
}

static FwValue
step_minimum (FwRun *run,
              FwStep *step)
{
  return first_is_day (run, step) ? extreme_day (run, step, -1) : fold (run, step, lesser);
}

static FwValue
step_maximum (FwRun *run,
              FwStep *step)
{
  return first_is_day (run, step) ? extreme_day (run, step, 1) : fold (run, step, greater);
}

static FwValue
step_difference (FwRun *run,
                 FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);
  g_autoptr (GPtrArray) numbers = collect_numbers (run, step);
  FwNumber *result;

  if (of.kind != FW_VALUE_NUMBER || numbers == NULL)
    return unknown;
  result = fw_number_ref (of.number);
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (FwNumber) before = result;

      result = fw_number_subtract (before, g_ptr_array_index (numbers, i));
    }
  return fw_value_new_number (result);
}

static FwValue
step_quotient (FwRun *run,
               FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);
  g_auto (FwValue) by = _fw_run_slot (run, step, 1);

  return fw_value_new_number (fw_number_divide (of.number, by.number));
}

/* Rounds to a multiple: of one where no "to" is given. */
static FwValue
round_to (FwRun *run,
          FwStep *step,
          FwNumber *(*round) (const FwNumber *))
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);
  g_auto (FwValue) to = _fw_run_slot (run, step, 1);
  g_autoptr (FwNumber) units = NULL;
  g_autoptr (FwNumber) whole = NULL;

  if (step->slots[1].kind == FW_OPERAND_NONE)
    return fw_value_new_number (round (of.number));
  units = fw_number_divide (of.number, to.number);
  whole = round (units);
  return fw_value_new_number (fw_number_multiply (whole, to.number));
}

static FwValue
step_floor (FwRun *run,
            FwStep *step)
{
  return round_to (run, step, fw_number_floor);
}

static FwValue
step_ceiling (FwRun *run,
              FwStep *step)
{
  return round_to (run, step, fw_number_ceiling);
}

static FwNumber *
round_half_up (const FwNumber *number)
{
  return fw_number_half_up (number, 0);
}

static FwValue
step_half_up (FwRun *run,
              FwStep *step)
{
  if (step->slots[1].kind == FW_OPERAND_NONE)
    {
      g_auto (FwValue) of = _fw_run_slot (run, step, 0);

      return fw_value_new_number (fw_number_half_up (of.number, step->digits));
    }
  return round_to (run, step, round_half_up);
}

/* The last entries of the list of a step, as many as its "last" says; NULL where they are unknown or none. */
static GPtrArray *
last_entries (FwRun *run,
              FwStep *step)
{
  g_auto (FwValue) list = _fw_run_slot (run, step, 0);
  g_auto (FwValue) last = _fw_run_slot (run, step, 1);
  GPtrArray *entries;
  guint count, start;

  if (list.kind != FW_VALUE_LIST || (step->slots[1].kind != FW_OPERAND_NONE && last.kind != FW_VALUE_NUMBER))
    return NULL;
  count = last.kind == FW_VALUE_NUMBER ? (guint) CLAMP (fw_number_to_int (last.number), 0, 100000) : list.list->len;
  start = count < list.list->len ? list.list->len - count : 0;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_number_unref);
  for (guint i = start; i < list.list->len; i++)
    g_ptr_array_add (entries, fw_number_ref (g_ptr_array_index (list.list, i)));
  return entries;
}

static FwValue
fold_entries (FwRun *run,
              FwStep *step,
              FwBinary binary,
              gboolean average)
{
  g_autoptr (GPtrArray) entries = last_entries (run, step);
  g_autoptr (FwNumber) count = NULL;
  FwNumber *result;

  if (entries == NULL || entries->len == 0)
    return unknown;
  result = fw_number_ref (g_ptr_array_index (entries, 0));
  for (guint i = 1; i < entries->len; i++)
    {
      g_autoptr (FwNumber) before = result;

      result = binary (before, g_ptr_array_index (entries, i));
    }
  if (average)
    {
      g_autoptr (FwNumber) sum = result;

      count = fw_number_new (entries->len);
      result = fw_number_divide (sum, count);
    }
  return fw_value_new_number (result);
}

static FwValue
step_average (FwRun *run,
              FwStep *step)
{
  return fold_entries (run, step, fw_number_add, TRUE);
}

static FwValue
step_greatest (FwRun *run,
               FwStep *step)
{
  return fold_entries (run, step, greater, FALSE);
}

static FwValue
step_least (FwRun *run,
            FwStep *step)
{
  return fold_entries (run, step, lesser, FALSE);
}

static FwValue
step_entries (FwRun *run,
              FwStep *step)
{
  g_autoptr (GPtrArray) entries = last_entries (run, step);

  return entries != NULL ? fw_value_new_whole (entries->len) : unknown;
}

static FwValue
step_last (FwRun *run,
           FwStep *step)
{
  g_auto (FwValue) list = _fw_run_slot (run, step, 0);

  if (list.kind != FW_VALUE_LIST || list.list->len == 0)
    return unknown;
  return fw_value_new_number (fw_number_ref (g_ptr_array_index (list.list, list.list->len - 1)));
}

/**
 * _fw_compare_values:
 * @holds: (out): whether the comparison holds
 *
 * Returns: %TRUE where both are known and can be compared
 */
gboolean
_fw_compare_values (const FwValue *a,
                    FwComparison comparison,
                    const FwValue *b,
                    gboolean *holds)
{
  int order = 0;

  if (!fw_value_is_known (a) || !fw_value_is_known (b))
    return FALSE;
  if (comparison == FW_COMPARISON_IS || comparison == FW_COMPARISON_IS_NOT)
    {
      *holds = fw_value_equal (a, b) == (comparison == FW_COMPARISON_IS);
      return TRUE;
    }
  if (!fw_value_compare (a, b, &order))
    return FALSE;
  *holds = comparison == FW_COMPARISON_MORE_THAN   ? order > 0
           : comparison == FW_COMPARISON_AT_LEAST  ? order >= 0
           : comparison == FW_COMPARISON_LESS_THAN ? order < 0
                                                   : order <= 0;
  return TRUE;
}

static FwValue
step_test (FwRun *run,
           FwStep *step)
{
  g_auto (FwValue) value = _fw_run_slot (run, step, 0);
  g_auto (FwValue) against = _fw_run_slot (run, step, 1);
  gboolean holds;

  return _fw_compare_values (&value, step->comparison, &against, &holds) ? fw_value_new_truth (holds) : unknown;
}

/* Three-valued: one operand that decides is enough, even where others are unknown. */
static FwValue
decide (FwRun *run,
        FwStep *step,
        gboolean decisive)
{
  gboolean all_known = TRUE;

  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) storage = { 0 };
      const FwValue *value = _fw_run_operand (run, &step->list[i], &storage);

      if (value->kind != FW_VALUE_TRUTH)
        all_known = FALSE;
      else if (value->truth == decisive)
        return fw_value_new_truth (decisive);
    }
  return all_known ? fw_value_new_truth (!decisive) : unknown;
}

static FwValue
step_all (FwRun *run,
          FwStep *step)
{
  return decide (run, step, FALSE);
}

static FwValue
step_any (FwRun *run,
          FwStep *step)
{
  return decide (run, step, TRUE);
}

static FwValue
step_none (FwRun *run,
           FwStep *step)
{
  FwValue any = decide (run, step, TRUE);

  any.truth = !any.truth;
  return any;
}

/* An input that is only asked about is not asked for. */
static FwValue
quiet_operand (FwRun *run,
               const FwOperand *operand)
{
  FwScope *scope = _fw_run_scope (run);
  guint asked = scope->asked->len;
  FwValue storage = { 0 };
  const FwValue *value = _fw_run_operand (run, operand, &storage);
  FwValue result = value == &storage ? storage : fw_value_copy (value);

  g_ptr_array_set_size (scope->asked, (int) asked);
  return result;
}

static FwValue
step_known (FwRun *run,
            FwStep *step)
{
  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) value = quiet_operand (run, &step->list[i]);

      if (!fw_value_is_known (&value))
        return fw_value_new_truth (FALSE);
    }
  return fw_value_new_truth (TRUE);
}

static FwValue
step_first_known (FwRun *run,
                  FwStep *step)
{
  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) value = quiet_operand (run, &step->list[i]);

      if (fw_value_is_known (&value))
        return fw_value_copy (&value);
    }
  /* None is known: then the first of them is what to ask for. */
  for (guint i = 0; i < step->list_length; i++)
    {
      g_auto (FwValue) storage = { 0 };
      FwScope *scope = _fw_run_scope (run);
      guint asked = scope->asked->len;

      _fw_run_operand (run, &step->list[i], &storage);
      if (scope->asked->len > asked)
        break;
    }
  return unknown;
}

static FwValue
step_choose (FwRun *run,
             FwStep *step)
{
  for (guint i = 0; i < step->whens->len; i++)
    {
      FwWhen *when = g_ptr_array_index (step->whens, i);
      g_auto (FwValue) first = { 0 };
      g_auto (FwValue) second = { 0 };
      FwValue storage = { 0 };
      const FwValue *value = NULL, *against = NULL, *then;
      gboolean holds = TRUE;

      if (when->test.kind != FW_OPERAND_NONE)
        {
          value = _fw_run_operand (run, &when->test, &first);
          if (value->kind != FW_VALUE_TRUTH)
            return unknown;
          holds = value->truth;
        }
      else if (when->comparison != FW_COMPARISON_NONE)
        {
          value = _fw_run_operand (run, &when->value, &first);
          against = _fw_run_operand (run, &when->against, &second);
          if (!_fw_compare_values (value, when->comparison, against, &holds))
            return unknown;
        }
      if (!holds)
        continue;
      then = _fw_run_operand (run, &when->then, &storage);
      return then == &storage ? storage : fw_value_copy (then);
    }
  return unknown;
}

/* A discretion range: low and high are shown, and what lies within is asked for, never guessed. */
static FwValue
step_range (FwRun *run,
            FwStep *step)
{
  g_auto (FwValue) within = { 0 };
  FwValue low = _fw_run_slot (run, step, 0), high = _fw_run_slot (run, step, 1);
  gboolean holds = TRUE, fits = TRUE;

  if (step->slots[2].kind != FW_OPERAND_NONE)
    within = quiet_operand (run, &step->slots[2]);
  if (fw_value_is_known (&within) && _fw_compare_values (&within, FW_COMPARISON_AT_LEAST, &low, &holds))
    fits = holds;
  if (fw_value_is_known (&within) && _fw_compare_values (&within, FW_COMPARISON_AT_MOST, &high, &holds))
    fits = fits && holds;
  _fw_run_keep_sub (run, step, "low", low);
  _fw_run_keep_sub (run, step, "high", high);
  if (fw_value_is_known (&within) && fits)
    return fw_value_copy (&within);
  _fw_scope_ask (_fw_run_scope (run), step->id, step->ask_text, step->ask != NULL ? step->ask : "discretion");
  return unknown;
}

static FwValue
step_call (FwRun *run,
           FwStep *step)
{
  FwScope *scope = _fw_run_scope (run);
  FwCalculation *calculation = _fw_pack_calculation (scope->pack, step->calculation);
  g_autoptr (GHashTable) arguments = g_hash_table_new (g_str_hash, g_str_equal);
  FwValue *values = g_new0 (FwValue, step->arguments->len + 1);
  FwRun *child;

  for (guint i = 0; i < step->arguments->len; i++)
    {
      FwStepArgument *argument = g_ptr_array_index (step->arguments, i);
      FwValue storage = { 0 };
      const FwValue *value = _fw_run_operand (run, &argument->of, &storage);

      values[i] = value == &storage ? storage : fw_value_copy (value);
      g_hash_table_insert (arguments, (gpointer) argument->name, &values[i]);
    }
  child = _fw_run_new (scope, calculation, arguments);
  _fw_run_finish (child);
  for (guint i = 0; i < step->arguments->len; i++)
    fw_value_clear (&values[i]);
  g_free (values);
  _fw_run_keep_child (run, step, child);
  return calculation->outputs->len > 0 ? _fw_run_output_value (child, g_ptr_array_index (calculation->outputs, 0)) : unknown;
}

static const FwStepKind kinds[] = {
  { "service", _fw_step_service, { "from", "to", "since", "before", "plus-months" }, NULL },
  { "count", _fw_step_count, { "of", "from", "to" }, NULL },
  { "whole-years", _fw_step_whole, { "of" }, NULL },
  { "whole-months", _fw_step_whole, { "of" }, NULL },
  { "part", _fw_step_part, { "of" }, NULL },
  { "shift", _fw_step_shift, { "date", "years", "months", "weeks", "days", "working-days", "payday" }, NULL },
  { "age", _fw_step_age, { "born", "on" }, NULL },
  { "sum", step_sum, { NULL }, "of" },
  { "product", step_product, { NULL }, "of" },
  { "minimum", step_minimum, { NULL }, "of" },
  { "maximum", step_maximum, { NULL }, "of" },
  { "difference", step_difference, { "of" }, "take" },
  { "quotient", step_quotient, { "of", "by" }, NULL },
  { "floor", step_floor, { "of", "to" }, NULL },
  { "ceiling", step_ceiling, { "of", "to" }, NULL },
  { "half-up", step_half_up, { "of", "to" }, NULL },
  { "average", step_average, { "of", "last" }, NULL },
  { "greatest", step_greatest, { "of", "last" }, NULL },
  { "least", step_least, { "of", "last" }, NULL },
  { "entries", step_entries, { "of", "last" }, NULL },
  { "last", step_last, { "of" }, NULL },
  { "look-up", _fw_step_look_up, { "key", "key2", "on" }, NULL },
  { "slices", _fw_step_slices, { "of", "on" }, NULL },
  { "brackets", _fw_step_brackets, { "of", "on" }, NULL },
  { "each-year", _fw_step_each_year, { "from", "to", "limit", "born", "on" }, NULL },
  { "parameter-value", _fw_step_parameter_value, { "on" }, NULL },
  { "test", step_test, { "value" }, NULL },
  { "all", step_all, { NULL }, "of" },
  { "any", step_any, { NULL }, "of" },
  { "none", step_none, { NULL }, "of" },
  { "known", step_known, { NULL }, "of" },
  { "choose", step_choose, { NULL }, NULL },
  { "first-known", step_first_known, { NULL }, "of" },
  { "call", step_call, { NULL }, NULL },
  { "range", step_range, { "low", "high", "within" }, NULL },
};

/**
 * _fw_step_kind:
 *
 * Returns: (transfer none) (nullable): what the element of this name is, %NULL where it is no step
 */
const FwStepKind *
_fw_step_kind (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].element, element) == 0)
      return &kinds[i];
  return NULL;
}
