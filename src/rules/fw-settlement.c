/* The final settlement: every amount of the case in one list, what a person changed in it, and what comes out. */
#include "rules/fw-assessment-private.h"

#include <string.h>

/* What one reckoning of the sheet carries from line to line. */
typedef struct
{
  FwJudge *judge;
  FwMoney *money;
  GPtrArray *offers; /* FwOffer */
  FwSettlement *sheet;
  GPtrArray *findings;
  GHashTable *said; /* id → FwXmlNode: the lines of the facts that change one of the pack's */
} FwReckoner;

static void
line_free (FwSettlementLine *self)
{
  g_free (self->id);
  g_free (self->group);
  g_free (self->reason);
  g_free (self->basis);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->article);
  _fw_message_clear (&self->formula);
  g_clear_pointer (&self->reckoned, fw_number_unref);
  g_clear_pointer (&self->amount, fw_number_unref);
  g_strfreev (self->unknown);
  g_ptr_array_unref (self->working);
  g_free (self);
}

void
_fw_settlement_free (FwSettlement *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->gross, fw_number_unref);
  g_clear_pointer (&self->deductions, fw_number_unref);
  g_clear_pointer (&self->net, fw_number_unref);
  g_free (self);
}

static gboolean
is_taken (const char *group)
{
  return g_strcmp0 (group, "deduction") == 0 || g_strcmp0 (group, "tax") == 0;
}

/* The sum of a group as it stands so far; unknown where one of its lines is. */
static FwNumber *
sum_of (FwSettlement *sheet,
        const char *group)
{
  FwNumber *sum = fw_number_new (0);

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      FwSettlementLine *line = g_ptr_array_index (sheet->lines, i);
      g_autoptr (FwNumber) before = sum;

      if (line->out || strcmp (line->group, group) != 0)
        sum = fw_number_ref (before);
      else
        sum = fw_number_add (before, line->amount);
      if (sum == NULL)
        return NULL;
    }
  return sum;
}

static void
keep (FwReckoner *self,
      const char *kind,
      const char *name,
      FwNumber *number)
{
  FwValue *kept = g_new (FwValue, 1);

  *kept = fw_value_new_number (number != NULL ? fw_number_ref (number) : NULL);
  g_hash_table_insert (self->money->results, g_strconcat (kind, ".", name, NULL), kept);
}

static FwSettlementLine *
line_new (const char *id,
          const char *group)
{
  FwSettlementLine *line = g_new0 (FwSettlementLine, 1);

  line->id = g_strdup (id);
  line->group = g_strdup (group);
  line->working = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_working_free);
  return line;
}

static void
copy_working (GPtrArray *to,
              GPtrArray *from)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      const FwWorking *line = g_ptr_array_index (from, i);
      FwWorking *copy = g_new0 (FwWorking, 1);

      copy->step = (FwMessage){ g_strdup (line->step.zh), g_strdup (line->step.en) };
      copy->article = (FwMessage){ g_strdup (line->article.zh), g_strdup (line->article.en) };
      copy->value = g_strdup (line->value);
      g_ptr_array_add (to, copy);
    }
}

static FwNumber *
rounded (FwReckoner *self,
         const FwNumber *number)
{
  return number != NULL ? fw_number_half_up (number, self->judge->pack->digits) : NULL;
}

/* An amount of a run, as an output says it by that name or as that. */
static FwNumber *
output_of (FwReckoner *self,
           FwRun *run,
           const char *name)
{
  const FwOutput *output = run != NULL ? _fw_run_output (run, name) : NULL;
  g_auto (FwValue) value = { 0 };

  if (output != NULL)
    value = _fw_run_output_value (run, output);
  return value.kind == FW_VALUE_NUMBER ? rounded (self, value.number) : NULL;
}

/* What the judgment has reckoned already, with its working. */
static void
take_result (FwReckoner *self,
             FwSettlementLine *line,
             const char *of)
{
  FwMoney *money = self->money;
  FwAmount *amount = strcmp (of, "severance") == 0 ? money->severance : strcmp (of, "tax") == 0 ? money->tax : NULL;

  if (strcmp (of, "notice") == 0)
    {
      line->reckoned = rounded (self, money->notice->pay_in_lieu);
      if (line->reckoned != NULL && fw_number_sign (line->reckoned) > 0)
        copy_working (line->working, money->notice->working);
    }
  else if (amount != NULL)
    {
      line->reckoned = rounded (self, amount->amount);
      copy_working (line->working, amount->working);
    }
}

static void
note_unknown (FwSettlementLine *line,
              FwRun *run)
{
  GPtrArray *asked = _fw_run_get_asked (run);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    g_ptr_array_add (paths, ((FwAsked *) g_ptr_array_index (asked, i))->name);
  if (paths->len > 0)
    line->unknown = _fw_plain_paths (paths);
}

/* The last step of the working that gives the amount. */
static const FwWorking *
find_last_step (FwReckoner *self,
                const FwSettlementLine *line)
{
  g_autofree char *amount = fw_number_to_fixed (line->amount, self->judge->pack->digits);

  for (guint i = line->working->len; i > 0; i--)
    if (g_strcmp0 (((FwWorking *) line->working->pdata[i - 1])->value, amount) == 0)
      return line->working->pdata[i - 1];
  return NULL;
}

/* How the amount came about in a line: as the pack puts it, else the last step of its working. */
static FwMessage
formula_of (FwReckoner *self,
            FwSettlementRule *rule,
            FwRun *run,
            const FwSettlementLine *line)
{
  const FwWorking *last = find_last_step (self, line);

  if (line->amount == NULL)
    return (FwMessage){ NULL, NULL };
  if (rule->formula != NULL || last == NULL)
    return _fw_phrase_fill (rule->formula, self->judge->facts, run);
  return (FwMessage){ g_strdup (last->step.zh), g_strdup (last->step.en) };
}

/* What was reckoned elsewhere, as a line says it: its amount, its working, and in one line how it came about. */
static void
take_reckoned (FwReckoner *self,
               FwSettlementLine *line,
               const FwNumber *amount,
               GPtrArray *working)
{
  const FwWorking *last;

  line->reckoned = rounded (self, amount);
  line->amount = line->reckoned != NULL ? fw_number_ref (line->reckoned) : NULL;
  copy_working (line->working, working);
  last = line->amount != NULL ? find_last_step (self, line) : NULL;
  if (last != NULL)
    line->formula = (FwMessage){ g_strdup (last->step.zh), g_strdup (last->step.en) };
}

/* The amount that stands where nobody says another; the run is borrowed from the judgment. */
static FwRun *
reckon_line (FwReckoner *self,
             FwSettlementRule *rule,
             FwSettlementLine *line)
{
  FwRun *run = NULL;

  if (rule->of != NULL)
    take_result (self, line, rule->of);
  if (rule->calculation != NULL)
    run = _fw_judge_run (self->judge, rule->calculation, rule->arguments, self->money->results);
  if (run != NULL)
    {
      line->amount = output_of (self, run, rule->output != NULL ? rule->output : "amount");
      _fw_run_add_working (run, line->working);
      note_unknown (line, run);
      line->formula = formula_of (self, rule, run, line);
    }
  else if (line->reckoned != NULL)
    {
      line->amount = fw_number_ref (line->reckoned);
      line->formula = formula_of (self, rule, NULL, line);
    }
  if (line->reckoned == NULL && line->amount != NULL)
    line->reckoned = fw_number_ref (line->amount);
  return run;
}

/* What a person said of the line: another amount, or that it does not stand on the sheet, and why. */
static void
take_said (FwReckoner *self,
           FwSettlementLine *line,
           FwXmlNode *said)
{
  const char *text = said != NULL ? fw_xml_node_get (said, "amount") : NULL;
  g_autoptr (FwNumber) number = text != NULL ? fw_number_parse (text) : NULL;
  FwXmlNode *node;

  if (said == NULL)
    return;
  line->place = 1;
  for (node = fw_xml_node_child (fw_xml_node_parent (said), "line"); node != said; node = fw_xml_node_next (node, "line"))
    line->place++;
  line->out = g_strcmp0 (fw_xml_node_get (said, "out"), "true") == 0;
  line->reason = g_strdup (fw_xml_node_get (said, "reason"));
  if (fw_xml_node_get (said, "basis") != NULL)
    line->basis = g_strdup (fw_xml_node_get (said, "basis"));
  if (number != NULL)
    {
      g_clear_pointer (&line->amount, fw_number_unref);
      line->amount = rounded (self, number);
    }
  line->changed = line->out || (number != NULL && line->reckoned != NULL && fw_number_compare (line->amount, line->reckoned) != 0);
}

static FwNumber *
limit_of (FwReckoner *self,
          FwSettlementLimit *limit,
          FwNumber *reckoned,
          FwRun **run)
{
  if (limit->calculation == NULL)
    return reckoned != NULL ? fw_number_ref (reckoned) : NULL;
  *run = _fw_judge_run (self->judge, limit->calculation, limit->arguments, self->money->results);
  return output_of (self, *run, limit->output);
}

static void
add_finding (FwReckoner *self,
             const char *line,
             FwSettlementLimit *limit,
             const FwCitation *citation,
             FwRun *run)
{
  g_autofree char *id = g_strconcat ("settlement.", line, NULL);
  FwFinding *finding = _fw_finding_new (id, "money", limit->severity, citation);

  finding->message = _fw_phrase_fill (limit->message, self->judge->facts, run);
  g_ptr_array_add (self->findings, finding);
}

/* The first limit that the line passes is a finding; one taken out counts as nothing. */
static void
hold_against_limits (FwReckoner *self,
                     FwSettlementRule *rule,
                     FwSettlementLine *line,
                     FwRun *run)
{
  g_autoptr (FwNumber) nothing = fw_number_new (0);
  FwNumber *amount = line->out ? nothing : line->amount;

  for (guint i = 0; amount != NULL && i < rule->limits->len; i++)
    {
      FwSettlementLimit *limit = g_ptr_array_index (rule->limits, i);
      FwRun *of_limit = run;
      g_autoptr (FwNumber) bound = NULL;
      int order;

      if (!_fw_judge_truth (self->judge, limit->condition, TRUE))
        continue;
      bound = limit_of (self, limit, line->reckoned, &of_limit);
      order = bound != NULL ? fw_number_compare (amount, bound) : 0;
      if (limit->above ? order <= 0 : order >= 0)
        continue;
      add_finding (self, line->id, limit, &rule->citation, of_limit);
      return;
    }
}

static void
finish_line (FwReckoner *self,
             FwSettlementLine *line)
{
  g_autoptr (FwNumber) nothing = fw_number_new (0);
  g_autoptr (FwNumber) sum = NULL;

  g_ptr_array_add (self->sheet->lines, line);
  keep (self, "line", line->id, line->out ? nothing : line->amount);
  sum = sum_of (self->sheet, line->group);
  keep (self, "group", line->group, sum);
}

/* Whether the result so far that the line waits for is more than nothing; unknown counts. */
static gboolean
is_wanted (FwReckoner *self,
           FwSettlementRule *rule)
{
  const FwValue *value = rule->when != NULL ? g_hash_table_lookup (self->money->results, rule->when) : NULL;

  if (!_fw_judge_truth (self->judge, rule->condition, TRUE))
    return FALSE;
  return value == NULL || value->kind != FW_VALUE_NUMBER || fw_number_sign (value->number) > 0;
}

static void
add_line (FwReckoner *self,
          FwSettlementRule *rule)
{
  FwSettlementLine *line;
  FwRun *run;

  if (!is_wanted (self, rule))
    return;
  line = line_new (rule->id, rule->group);
  line->title = _fw_message_copy (rule->name);
  line->article = _fw_message_of_citation (&rule->citation);
  line->asked = rule->of == NULL && rule->calculation == NULL;
  line->optional = rule->optional;
  run = reckon_line (self, rule, line);
  take_said (self, line, g_hash_table_lookup (self->said, rule->id));
  hold_against_limits (self, rule, line, run);
  finish_line (self, line);
}

/* The further amounts of the ground, each a line of its own. */
static void
add_others (FwReckoner *self,
            FwSettlementRule *rule)
{
  for (guint i = 0; i < self->money->other->len; i++)
    {
      FwAmount *other = g_ptr_array_index (self->money->other, i);
      FwSettlementLine *line = line_new (other->id, rule->group);

      line->title = (FwMessage){ g_strdup (other->title.zh), g_strdup (other->title.en) };
      line->article = (FwMessage){ g_strdup (other->article.zh), g_strdup (other->article.en) };
      take_reckoned (self, line, other->amount, other->working);
      take_said (self, line, g_hash_table_lookup (self->said, other->id));
      hold_against_limits (self, rule, line, NULL);
      finish_line (self, line);
    }
}

/* What the agreement promises beside the severance, as far as it is paid out with it. */
static void
add_offers (FwReckoner *self,
            FwSettlementRule *rule)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      const FwOffer *offer = g_ptr_array_index (self->offers, i);
      FwSettlementLine *line;

      if (offer->place == 0 || g_strcmp0 (offer->group, rule->group) != 0)
        continue;
      line = line_new (offer->id, offer->group);
      line->title = (FwMessage){ g_strdup (offer->title.zh), g_strdup (offer->title.en) };
      line->article = (FwMessage){ g_strdup (offer->article.zh), g_strdup (offer->article.en) };
      take_reckoned (self, line, offer->cost, offer->working);
      take_said (self, line, g_hash_table_lookup (self->said, offer->id));
      hold_against_limits (self, rule, line, NULL);
      finish_line (self, line);
    }
}

/* A line of a person's own, in the group it belongs to. */
static void
add_own (FwReckoner *self,
         FwXmlNode *node)
{
  const char *group = fw_xml_node_get (node, "group");
  const char *label = fw_xml_node_get (node, "label");
  const char *formula = fw_xml_node_get (node, "formula");
  FwSettlementLine *line = line_new (NULL, group != NULL ? group : "earning");

  take_said (self, line, node);
  line->id = g_strdup_printf ("own-%u", line->place);
  line->own = TRUE;
  line->asked = TRUE;
  line->changed = TRUE;
  line->title = (FwMessage){ g_strdup (label), g_strdup (label) };
  line->formula = (FwMessage){ g_strdup (formula), g_strdup (formula) };
  finish_line (self, line);
}

static FwXmlNode *
first_said (FwFacts *facts)
{
  FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (facts), "case");

  node = node != NULL ? fw_xml_node_child (node, "settlement") : NULL;
  return node != NULL ? fw_xml_node_child (node, "line") : NULL;
}

static void
add_own_lines (FwReckoner *self,
               gboolean taken)
{
  for (FwXmlNode *node = first_said (self->judge->facts); node != NULL; node = fw_xml_node_next (node, "line"))
    if (fw_xml_node_get (node, "id") == NULL && is_taken (fw_xml_node_get (node, "group")) == taken &&
        (fw_xml_node_get (node, "label") != NULL || fw_xml_node_get (node, "amount") != NULL))
      add_own (self, node);
}

static void
read_said (FwReckoner *self)
{
  for (FwXmlNode *node = first_said (self->judge->facts); node != NULL; node = fw_xml_node_next (node, "line"))
    if (fw_xml_node_get (node, "id") != NULL)
      g_hash_table_insert (self->said, (gpointer) fw_xml_node_get (node, "id"), node);
}

static FwNumber *
add_groups (FwSettlement *sheet,
            const char *const *groups)
{
  FwNumber *sum = fw_number_new (0);

  for (guint i = 0; groups[i] != NULL && sum != NULL; i++)
    {
      g_autoptr (FwNumber) before = sum;
      g_autoptr (FwNumber) of_group = sum_of (sheet, groups[i]);

      sum = fw_number_add (before, of_group);
    }
  return sum;
}

static void
add_up (FwReckoner *self,
        FwSettlementSheet *rule)
{
  FwSettlement *sheet = self->sheet;

  sheet->gross = add_groups (sheet, (const char *const[]){ "earning", "severance", "reimbursement", NULL });
  sheet->deductions = add_groups (sheet, (const char *const[]){ "deduction", "tax", NULL });
  sheet->net = fw_number_subtract (sheet->gross, sheet->deductions);
  if (rule->net != NULL && sheet->net != NULL && fw_number_sign (sheet->net) < 0)
    add_finding (self, "net", rule->net, NULL, NULL);
}

/**
 * _fw_judge_settlement:
 * @offers: (element-type FwOffer): what the case offers
 * @findings: (element-type FwFinding): where a line that passes a limit of the pack is added
 *
 * Puts all amounts of the case together. What the pack reckons stands until a person says otherwise; what only people know (a
 * bonus, the tax on wages) is unknown until they say it, and then the sums are unknown too.
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL where the pack has none
 */
FwSettlement *
_fw_judge_settlement (FwJudge *judge,
                      FwMoney *money,
                      GPtrArray *offers,
                      GPtrArray *findings)
{
  FwSettlementSheet *rule = judge->pack->settlement;
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  FwReckoner self = { judge, money, offers, NULL, findings, said };
  gboolean own_added = FALSE;

  if (rule == NULL)
    return NULL;
  self.sheet = g_new0 (FwSettlement, 1);
  self.sheet->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  read_said (&self);
  for (guint i = 0; i < rule->lines->len; i++)
    {
      FwSettlementRule *line = g_ptr_array_index (rule->lines, i);

      /* What is paid comes before what is taken off it. */
      if (!own_added && is_taken (line->group))
        {
          add_own_lines (&self, FALSE);
          own_added = TRUE;
        }
      if (line->others)
        add_others (&self, line);
      else if (line->offers)
        add_offers (&self, line);
      else
        add_line (&self, line);
    }
  if (!own_added)
    add_own_lines (&self, FALSE);
  add_own_lines (&self, TRUE);
  add_up (&self, rule);
  return self.sheet;
}
