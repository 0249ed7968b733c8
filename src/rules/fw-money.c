/* What a ground costs: notice, severance, damages, other amounts, total and tax, each by the calculation the pack names. */
#include "rules/fw-assessment-private.h"

#include <string.h>

static void
amount_free (FwAmount *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  _fw_message_clear (&self->title);
  g_clear_pointer (&self->months, fw_number_unref);
  g_clear_pointer (&self->base, fw_number_unref);
  g_clear_pointer (&self->average, fw_number_unref);
  g_clear_pointer (&self->amount, fw_number_unref);
  g_clear_pointer (&self->exempt, fw_number_unref);
  g_clear_pointer (&self->taxable, fw_number_unref);
  g_clear_pointer (&self->rate, fw_number_unref);
  _fw_message_clear (&self->article);
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->working);
  g_free (self);
}

static void
notice_free (FwNotice *self)
{
  if (self == NULL)
    return;
  g_free (self->by);
  g_clear_pointer (&self->days, fw_number_unref);
  g_clear_pointer (&self->given, fw_number_unref);
  g_clear_pointer (&self->pay_in_lieu, fw_number_unref);
  _fw_message_clear (&self->article);
  g_ptr_array_unref (self->working);
  g_free (self);
}

void
_fw_money_free (FwMoney *self)
{
  notice_free (self->notice);
  amount_free (self->severance);
  amount_free (self->damages);
  amount_free (self->tax);
  g_ptr_array_unref (self->other);
  g_clear_pointer (&self->total, fw_number_unref);
  g_hash_table_unref (self->results);
  g_free (self);
}

static void
result_free (FwValue *self)
{
  fw_value_clear (self);
  g_free (self);
}

static void
keep_result (FwMoney *money,
             const char *kind,
             const char *name,
             FwValue value)
{
  FwValue *kept = g_new (FwValue, 1);

  *kept = value;
  g_hash_table_insert (money->results, g_strconcat (kind, name != NULL ? "." : NULL, name, NULL), kept);
}

/* Every output of the run may be named by the arguments of later ones. */
static void
keep_results (FwMoney *money,
              const char *kind,
              FwRun *run)
{
  GPtrArray *outputs = _fw_run_calculation (run)->outputs;

  for (guint i = 0; i < outputs->len; i++)
    {
      FwOutput *output = g_ptr_array_index (outputs, i);

      keep_result (money, kind, output->name, _fw_run_output_value (run, output));
      if (output->as != NULL)
        keep_result (money, kind, output->as, _fw_run_output_value (run, output));
    }
}

/* An amount is rounded here, once, and everything after uses what is paid. */
static FwNumber *
take_number (FwRun *run,
             const char *name)
{
  const FwOutput *output = _fw_run_output (run, name);
  g_auto (FwValue) value = { 0 };

  if (output == NULL)
    return NULL;
  value = _fw_run_output_value (run, output);
  if (value.kind != FW_VALUE_NUMBER)
    return NULL;
  if (output->type == FW_AS_MONEY)
    return fw_number_half_up (value.number, _fw_run_scope (run)->pack->digits);
  return fw_number_ref (value.number);
}

static FwAnswerKnown
take_truth (FwRun *run,
            const char *name,
            FwAnswerKnown fallback)
{
  const FwOutput *output = _fw_run_output (run, name);
  g_auto (FwValue) value = { 0 };

  if (output == NULL)
    return fallback;
  value = _fw_run_output_value (run, output);
  if (value.kind != FW_VALUE_TRUTH)
    return FW_ANSWER_UNKNOWN;
  return value.truth ? FW_ANSWER_YES : FW_ANSWER_NO;
}

static FwDate
take_date (FwRun *run,
           const char *name)
{
  const FwOutput *output = _fw_run_output (run, name);
  g_auto (FwValue) value = { 0 };

  if (output != NULL)
    value = _fw_run_output_value (run, output);
  return value.kind == FW_VALUE_DATE ? value.date : FW_DATE_UNKNOWN;
}

static GPtrArray *
working_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_working_free);
}

/* What a calculation could not be told: one finding that names the facts. */
static void
add_asked (FwRun *run,
           const char *kind,
           GPtrArray *findings)
{
  GPtrArray *asked = _fw_run_get_asked (run);
  g_autoptr (GString) zh = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *id = g_strconcat (kind, ".facts", NULL);
  FwFinding *finding;

  if (findings == NULL || asked == NULL || asked->len == 0)
    return;
  for (guint i = 0; i < asked->len; i++)
    {
      FwAsked *one = g_ptr_array_index (asked, i);

      g_string_append_printf (zh, "%s%s", i > 0 ? "、" : "", one->text.zh);
      g_string_append_printf (en, "%s%s", i > 0 ? ", " : "", one->text.en);
      g_ptr_array_add (paths, one->name);
    }
  finding = _fw_finding_new (id, "money", FW_SEVERITY_WARN, &_fw_run_calculation (run)->citation);
  finding->message.zh = g_strdup_printf ("还不能算出全部金额，请补充：%s。", zh->str);
  finding->message.en = g_strdup_printf ("Not everything can be reckoned yet. Please add: %s.", en->str);
  finding->unknown = _fw_plain_paths (paths);
  g_ptr_array_add (findings, finding);
}

static FwRun *
run_amount (FwJudge *self,
            FwMoney *money,
            FwGroundAmount *rule,
            const char *kind,
            GPtrArray *findings)
{
  FwRun *run = rule->calculation != NULL ? _fw_judge_run (self, rule->calculation, rule->arguments, money->results) : NULL;

  if (run == NULL)
    return NULL;
  if (!self->amounts_only)
    keep_results (money, kind, run);
  /* What damages would lack, severance has asked for already, and its notes are about what is really paid. */
  if (findings == NULL || strcmp (kind, "damages") == 0)
    return run;
  add_asked (run, kind, findings);
  _fw_run_add_notes (run, findings);
  return run;
}

static FwAmount *
new_amount (FwGroundAmount *rule)
{
  FwAmount *amount = g_new0 (FwAmount, 1);

  amount->segments = g_ptr_array_new ();
  amount->working = working_new ();
  if (rule == NULL)
    return amount;
  amount->id = g_strdup (rule->id);
  amount->title = _fw_message_copy (rule->title);
  amount->article = _fw_message_of_citation (&rule->citation);
  return amount;
}

static void
fill_amount (FwAmount *amount,
             FwRun *run,
             gboolean shown)
{
  amount->due = take_truth (run, "due", FW_ANSWER_YES);
  amount->capped = take_truth (run, "capped", FW_ANSWER_NO);
  amount->floored = take_truth (run, "floored", FW_ANSWER_NO);
  amount->months = take_number (run, "months");
  amount->base = take_number (run, "base");
  amount->average = take_number (run, "average");
  amount->amount = take_number (run, "amount");
  amount->exempt = take_number (run, "exempt");
  amount->taxable = take_number (run, "taxable");
  amount->rate = take_number (run, "rate");
  if (!shown)
    return;
  g_ptr_array_unref (amount->segments);
  amount->segments = _fw_run_segments (run);
  _fw_run_add_working (run, amount->working);
}

/* Nothing is owed: that is an amount of its own, not an unknown one. */
static void
make_nothing (FwAmount *amount)
{
  g_clear_pointer (&amount->amount, fw_number_unref);
  g_clear_pointer (&amount->months, fw_number_unref);
  amount->amount = fw_number_new (0);
  amount->months = fw_number_new (0);
  amount->due = FW_ANSWER_NO;
  amount->capped = FW_ANSWER_NO;
}

static void
add_message_line (FwJudge *self,
                  FwGroundAmount *rule,
                  GPtrArray *working)
{
  g_autoptr (FwNumber) zero = fw_number_new (0);
  FwWorking *line;

  if (rule->message == NULL)
    return;
  line = g_new0 (FwWorking, 1);
  line->step = _fw_phrase_fill (rule->message, self->facts, NULL);
  line->article = _fw_message_of_citation (&rule->citation);
  line->value = fw_number_to_fixed (zero, self->pack->digits);
  g_ptr_array_add (working, line);
}

static void
judge_severance (FwJudge *self,
                 FwMoney *money,
                 GPtrArray *findings)
{
  FwGroundAmount *rule = self->ground->severance;
  FwRun *run;

  money->severance = new_amount (rule);
  run = rule != NULL && rule->due ? run_amount (self, money, rule, "severance", findings) : NULL;
  if (run != NULL)
    fill_amount (money->severance, run, findings != NULL);
  if (run == NULL || money->severance->due == FW_ANSWER_NO)
    make_nothing (money->severance);
  if (rule != NULL && money->severance->due == FW_ANSWER_NO)
    add_message_line (self, rule, money->severance->working);
  if (money->severance->due == FW_ANSWER_UNKNOWN)
    g_clear_pointer (&money->severance->amount, fw_number_unref);
}

static void
judge_notice (FwJudge *self,
              FwMoney *money,
              GPtrArray *findings)
{
  FwGroundAmount *rule = self->ground->notice;
  FwNotice *notice = g_new0 (FwNotice, 1);
  FwRun *run = rule != NULL ? run_amount (self, money, rule, "notice", findings) : NULL;

  money->notice = notice;
  notice->by = g_strdup (self->ground->notice_by != NULL ? self->ground->notice_by : "none");
  notice->working = working_new ();
  if (rule != NULL)
    notice->article = _fw_message_of_citation (&rule->citation);
  if (run != NULL)
    {
      notice->days = take_number (run, "days");
      notice->given = take_number (run, "given");
      notice->pay_in_lieu = take_number (run, "pay_in_lieu");
      notice->earliest_last_day = take_date (run, "earliest_last_day");
      if (findings != NULL)
        _fw_run_add_working (run, notice->working);
    }
  else if (strcmp (notice->by, "none") == 0)
    notice->days = fw_number_new (0);
  if (rule == NULL || !self->ground->lieu || run == NULL)
    {
      g_clear_pointer (&notice->pay_in_lieu, fw_number_unref);
      notice->pay_in_lieu = fw_number_new (0);
    }
}

static FwAmount *
judge_amount (FwJudge *self,
              FwMoney *money,
              FwGroundAmount *rule,
              const char *kind,
              GPtrArray *findings)
{
  FwRun *run;
  FwAmount *amount;

  if (rule == NULL || !_fw_judge_truth (self, rule->condition, TRUE))
    return NULL;
  run = run_amount (self, money, rule, kind, findings);
  amount = new_amount (rule);
  if (run != NULL)
    fill_amount (amount, run, findings != NULL);
  if (amount->due == FW_ANSWER_NO)
    make_nothing (amount);
  return amount;
}

static void
judge_other (FwJudge *self,
             FwMoney *money,
             GPtrArray *findings)
{
  for (guint i = 0; i < self->ground->other->len; i++)
    {
      FwGroundAmount *rule = g_ptr_array_index (self->ground->other, i);
      g_autofree char *kind = g_strconcat ("other.", rule->id, NULL);
      FwAmount *amount = judge_amount (self, money, rule, kind, findings);

      if (amount == NULL)
        continue;
      g_ptr_array_add (money->other, amount);
      keep_result (money, kind, NULL, fw_value_new_number (amount->amount != NULL ? fw_number_ref (amount->amount) : NULL));
    }
}

/* Severance, pay in lieu and the rest; unknown where one of them is. Never damages or tax. */
static FwNumber *
add_up (FwMoney *money)
{
  FwNumber *total = fw_number_add (money->severance->amount, money->notice->pay_in_lieu);

  for (guint i = 0; i < money->other->len; i++)
    {
      g_autoptr (FwNumber) before = total;

      total = fw_number_add (before, ((FwAmount *) g_ptr_array_index (money->other, i))->amount);
    }
  return total;
}

static void
keep_amount (FwMoney *money,
             const char *kind,
             const char *name,
             FwNumber *number)
{
  keep_result (money, kind, name, fw_value_new_number (number != NULL ? fw_number_ref (number) : NULL));
}

/* A tax is known by "tax" as its amount. */
static void
judge_tax (FwJudge *self,
           FwMoney *money,
           GPtrArray *findings)
{
  FwValue *tax;

  money->tax = judge_amount (self, money, self->ground->tax, "tax", findings);
  tax = g_hash_table_lookup (money->results, "tax.tax");
  if (money->tax == NULL || money->tax->amount != NULL || tax == NULL || tax->kind != FW_VALUE_NUMBER)
    return;
  money->tax->amount = fw_number_half_up (tax->number, self->pack->digits);
}

/**
 * _fw_judge_money:
 * @findings: (nullable) (element-type FwFinding): where notes and missing facts are added; %NULL: neither working nor tax is wanted
 *
 * Returns: (transfer full): every amount of the ground under the settings of this judgment
 */
FwMoney *
_fw_judge_money (FwJudge *self,
                 GPtrArray *findings)
{
  FwMoney *money = g_new0 (FwMoney, 1);

  money->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) result_free);
  money->other = g_ptr_array_new_with_free_func ((GDestroyNotify) amount_free);
  judge_notice (self, money, findings);
  keep_amount (money, "notice", "pay_in_lieu", money->notice->pay_in_lieu);
  judge_severance (self, money, findings);
  keep_amount (money, "severance", "amount", money->severance->amount);
  money->damages = judge_amount (self, money, self->ground->damages, "damages", findings);
  if (money->damages != NULL)
    keep_amount (money, "damages", "amount", money->damages->amount);
  if (self->amounts_only)
    return money;
  judge_other (self, money, findings);
  money->total = add_up (money);
  keep_amount (money, "total", NULL, money->total);
  /* Of another reading only what it pays is looked at. */
  if (findings != NULL)
    judge_tax (self, money, findings);
  return money;
}

static gboolean
same_number (const FwNumber *a,
             const FwNumber *b)
{
  return (a == NULL && b == NULL) || (a != NULL && b != NULL && fw_number_compare (a, b) == 0);
}

static void
add_alternative (GPtrArray *alternatives,
                 FwSetting *setting,
                 FwOption *option,
                 const char *of,
                 FwNumber *amount,
                 FwNumber *here,
                 FwOption *taken)
{
  FwAlternative *alternative;

  if (amount == NULL || same_number (amount, here))
    return;
  alternative = g_new0 (FwAlternative, 1);
  alternative->setting = g_strdup (setting->id);
  alternative->value = g_strdup (option->id);
  alternative->of = g_strdup (of);
  alternative->title = _fw_message_copy (setting->title);
  alternative->option = _fw_message_copy (option->text);
  alternative->warning = _fw_message_copy (setting->warning);
  alternative->article = _fw_message_of_citation (&setting->citation);
  if (taken != NULL)
    alternative->taken = _fw_message_copy (taken->text);
  alternative->amount = fw_number_ref (amount);
  alternative->here = here != NULL ? fw_number_ref (here) : NULL;
  g_ptr_array_add (alternatives, alternative);
}

static FwAmount *
find_other (GPtrArray *other,
            const char *id)
{
  for (guint i = 0; i < other->len; i++)
    if (strcmp (((FwAmount *) g_ptr_array_index (other, i))->id, id) == 0)
      return g_ptr_array_index (other, i);
  return NULL;
}

static FwOption *
find_option (FwSetting *setting,
             const char *id)
{
  for (guint i = 0; i < setting->options->len; i++)
    if (strcmp (((FwOption *) g_ptr_array_index (setting->options, i))->id, id) == 0)
      return g_ptr_array_index (setting->options, i);
  return NULL;
}

/* The whole money once more under the other option; what differs is an alternative. */
static void
try_option (FwJudge *self,
            FwMoney *money,
            FwSetting *setting,
            FwOption *option,
            FwOption *taken,
            GPtrArray *alternatives)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iterator;
  gpointer id, value;
  FwJudge *judge;
  FwMoney *there;

  g_hash_table_iter_init (&iterator, self->settings);
  while (g_hash_table_iter_next (&iterator, &id, &value))
    g_hash_table_insert (settings, id, value);
  g_hash_table_insert (settings, (gpointer) setting->id, (gpointer) option->id);
  judge = _fw_judge_new (self->pack, self->facts, self->ground, settings);
  _fw_scope_share (judge->scope, self->scope);
  there = _fw_judge_money (judge, NULL);
  add_alternative (alternatives, setting, option, "severance", there->severance->amount, money->severance->amount,
                   taken);
  add_alternative (alternatives, setting, option, "notice", there->notice->pay_in_lieu, money->notice->pay_in_lieu,
                   taken);
  if (there->damages != NULL && money->damages != NULL)
    add_alternative (alternatives, setting, option, "damages", there->damages->amount, money->damages->amount, taken);
  for (guint i = 0; i < there->other->len; i++)
    {
      FwAmount *other = g_ptr_array_index (there->other, i);
      FwAmount *here = find_other (money->other, other->id);

      add_alternative (alternatives, setting, option, other->id, other->amount, here != NULL ? here->amount : NULL,
                       taken);
    }
  _fw_money_free (there);
  _fw_judge_free (judge);
}

/**
 * _fw_judge_alternatives:
 * @alternatives: (element-type FwAlternative): what each other reading of a setting that was looked at would give
 */
void
_fw_judge_alternatives (FwJudge *self,
                        FwMoney *money,
                        GPtrArray *alternatives)
{
  for (guint i = 0; i < self->pack->settings->len; i++)
    {
      FwSetting *setting = g_ptr_array_index (self->pack->settings, i);
      const char *here;

      if (!g_hash_table_contains (self->scope->settings_read, setting))
        continue;
      here = _fw_scope_setting (self->scope, setting);
      for (guint j = 0; j < setting->options->len; j++)
        {
          FwOption *option = g_ptr_array_index (setting->options, j);

          if (strcmp (option->id, here) != 0)
            try_option (self, money, setting, option, find_option (setting, here), alternatives);
        }
    }
}
