#include "departure/fw-case-act-private.h"
#include "departure/fw-case-rows-private.h"

/* The final settlement of a case: its lines as rows, and a person's change of one of them. */

static void
add_working (FwCaseItem *item,
             FwScene *scene,
             FwPack *pack,
             const FwSettlementLine *line)
{
  g_autoptr (GListStore) steps = g_list_store_new (FW_TYPE_WORKING_LINE);

  for (guint i = 0; i < line->working->len; i++)
    {
      const FwWorking *step = line->working->pdata[i];
      g_autofree char *id = g_strdup_printf ("%s-%u", line->id, i + 1);
      g_autoptr (FwCaseItem) row = _fw_case_item_new (FW_TYPE_WORKING_LINE, id);

      _fw_case_item_set_text (row, "title", _fw_scene_pick (scene, step->step.zh, step->step.en));
      _fw_case_item_set_text (row, "article", _fw_scene_pick (scene, step->article.zh, step->article.en));
      _fw_case_item_quote (row, scene, pack, step->article.zh);
      _fw_case_item_set_text (row, "value", step->value);
      g_list_store_append (steps, row);
    }
  _fw_case_item_set_list (item, "working", G_LIST_MODEL (steps));
}

/* What can be said here and now of what the line lacks. */
static void
add_blanks (FwCaseItem *item,
            FwScene *scene,
            FwCaseJudged *judged,
            const FwSettlementLine *line)
{
  g_autoptr (GListStore) blanks = g_list_store_new (FW_TYPE_BLANK_FIELD);

  for (guint i = 0; judged->labels != NULL && line->unknown != NULL && line->amount == NULL && line->unknown[i] != NULL; i++)
    {
      g_autoptr (FwCaseItem) blank = _fw_case_blank_for (scene, judged, line->unknown[i]);

      if (blank != NULL)
        g_list_store_append (blanks, blank);
    }
  _fw_case_item_set_list (item, "blanks", G_LIST_MODEL (blanks));
}

static FwCaseItem *
line_row (FwScene *scene,
          FwCaseJudged *judged,
          FwPack *pack,
          const FwSettlementLine *line)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_SETTLEMENT_ROW, line->id);

  _fw_case_item_set_text (item, "group", line->group);
  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, line->title.zh, line->title.en));
  _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, line->article.zh, line->article.en));
  _fw_case_item_quote (item, scene, pack, line->article.zh);
  _fw_case_item_set_text (item, "formula", _fw_scene_pick (scene, line->formula.zh, line->formula.en));
  _fw_case_item_set_text (item, "basis", line->basis);
  _fw_case_item_set_text (item, "reason", line->reason);
  _fw_case_item_take_text (item, "reckoned", fw_number_to_fixed (line->reckoned, 2));
  _fw_case_item_take_text (item, "amount", fw_number_to_fixed (line->amount, 2));
  _fw_case_item_set_truth (item, "asked", line->asked);
  _fw_case_item_set_truth (item, "optional", line->optional);
  _fw_case_item_set_truth (item, "changed", line->changed);
  _fw_case_item_set_truth (item, "out", line->out);
  _fw_case_item_set_truth (item, "own", line->own);
  add_working (item, scene, pack, line);
  add_blanks (item, scene, judged, line);
  return item;
}

static void
add_sum (GPtrArray *rows,
         const char *id,
         FwNumber *sum)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_SETTLEMENT_ROW, id);

  _fw_case_item_set_text (item, "group", "sum");
  _fw_case_item_take_text (item, "amount", fw_number_to_fixed (sum, 2));
  g_ptr_array_add (rows, item);
}

/* The lines of the settlement in their order, and its three sums; none without a ground. */
GPtrArray *
_fw_case_settlement_rows (FwScene *scene,
                          FwCaseJudged *judged,
                          FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  FwSettlement *sheet = judged->assessment != NULL ? fw_assessment_get_settlement (judged->assessment) : NULL;

  if (sheet == NULL)
    return rows;
  for (guint i = 0; i < sheet->lines->len; i++)
    g_ptr_array_add (rows, line_row (scene, judged, pack, sheet->lines->pdata[i]));
  add_sum (rows, "gross", sheet->gross);
  add_sum (rows, "deductions", sheet->deductions);
  add_sum (rows, "net", sheet->net);
  return rows;
}

static const FwSettlementLine *
find_line (FwCaseJudged *now,
           const char *id)
{
  FwSettlement *sheet = now->assessment != NULL ? fw_assessment_get_settlement (now->assessment) : NULL;

  for (guint i = 0; sheet != NULL && id != NULL && i < sheet->lines->len; i++)
    if (g_str_equal (((FwSettlementLine *) sheet->lines->pdata[i])->id, id))
      return sheet->lines->pdata[i];
  return NULL;
}

/* How many lines the case has said something of; a new one stands behind them. */
static guint
count_said (FwCaseJudged *now)
{
  FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (now->facts), "case");
  guint count = 0;

  node = node != NULL ? fw_xml_node_child (node, "settlement") : NULL;
  for (node = node != NULL ? fw_xml_node_child (node, "line") : NULL; node != NULL; node = fw_xml_node_next (node, "line"))
    count++;
  return count;
}

static gboolean
may_change (FwCaseJudged *now,
            const FwSettlementLine *line,
            const FwSettlementChange *change,
            GError **error)
{
  g_autoptr (FwNumber) amount = change->amount != NULL ? fw_number_parse (change->amount) : NULL;
  g_autoptr (FwNumber) shown = amount != NULL ? fw_number_half_up (amount, 2) : NULL;
  gboolean free = line != NULL && !change->out &&
                  (line->reckoned == NULL || change->amount == NULL || (shown != NULL && fw_number_compare (shown, line->reckoned) == 0));

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (change->line != NULL && line == NULL)
    return _fw_case_refuse (error, "the settlement has no line ‘%s’", change->line);
  if (change->amount != NULL && (amount == NULL || fw_number_sign (amount) < 0 || fw_number_compare (amount, shown) != 0))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is no amount with two digits", change->amount);
      return FALSE;
    }
  if (line == NULL && (change->amount == NULL || !_fw_case_has_reason (change->label, 1)))
    return _fw_case_refuse (error, "a line of one's own needs a name and an amount");
  if ((!free || (line != NULL && line->own)) && !_fw_case_has_reason (change->reason, 2))
    return _fw_case_refuse (error, "say why the line differs: the reason stands on the sheet");
  return TRUE;
}

static void
say (GHashTable *said,
     guint place,
     const char *attribute,
     const char *value)
{
  g_hash_table_insert (said, g_strdup_printf ("case/settlement/line[%u]/@%s", place, attribute),
                       g_strdup (value != NULL && *value != '\0' ? value : NULL));
}

/* The lines that nobody has said anything of and many a case has none of: there is none of them here either. */
static gboolean
say_none (FwCaseAct *act,
          FwCaseJudged *now,
          FwCommand *command,
          GHashTable *said,
          GError **error)
{
  FwSettlement *sheet = now->assessment != NULL ? fw_assessment_get_settlement (now->assessment) : NULL;
  guint place = count_said (now);

  if (!_fw_case_is_open (now, error))
    return FALSE;
  for (guint i = 0; sheet != NULL && i < sheet->lines->len; i++)
    {
      const FwSettlementLine *line = sheet->lines->pdata[i];

      if (!line->optional || line->amount != NULL || line->out)
        continue;
      place += line->place == 0 ? 1 : 0;
      say (said, line->place > 0 ? line->place : place, "id", line->id);
      say (said, line->place > 0 ? line->place : place, "amount", "0");
    }
  return TRUE;
}

/* last: the place of the last line that the case has said something of; a new one goes behind it. */
static void
say_change (const FwSettlementLine *line,
            const FwSettlementChange *change,
            guint *last,
            GHashTable *said)
{
  guint place = line != NULL && line->place > 0 ? line->place : ++*last;

  if (line != NULL && !line->own)
    say (said, place, "id", line->id);
  if (line == NULL || line->own)
    {
      say (said, place, "group", change->group != NULL || line == NULL ? change->group : line->group);
      say (said, place, "label", change->label != NULL || line == NULL ? change->label : line->title.zh);
    }
  say (said, place, "basis", change->basis);
  if (!(change->out && change->amount == NULL))
    say (said, place, "amount", change->amount);
  say (said, place, "reason", change->reason);
  say (said, place, "out", change->out ? "true" : NULL);
}

/* Says by facts path in @said what the act brings, and in @command what the event shows of it; FALSE where it may not be said. */
typedef gboolean (*Say) (FwCaseAct *act,
                         FwCaseJudged *now,
                         FwCommand *command,
                         GHashTable *said,
                         GError **error);

/* All of it is said with one event, or nothing. */
static gboolean
say_at_once (FwCaseAct *act,
             FwCaseJudged *now,
             Say what,
             const char *why,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "settlement.change", why);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!what (act, now, command, said, error))
    return FALSE;
  _fw_case_answers_put (now->records, said, act->scene->who, act->scene->today, command);
  return fw_command_get_n_changes (command) == 0 || _fw_case_act_run (act, command, cancellable, error);
}

static FwSettlementChange
change_of (FwCaseAct *act)
{
  return (FwSettlementChange) { act->text[0], act->text[1], act->text[2], act->text[3], act->text[4], act->text[5], act->flag };
}

static gboolean
say_one (FwCaseAct *act,
         FwCaseJudged *now,
         FwCommand *command,
         GHashTable *said,
         GError **error)
{
  const FwSettlementChange change = change_of (act);
  const FwSettlementLine *line = find_line (now, change.line);
  guint last = count_said (now);

  if (!may_change (now, line, &change, error))
    return FALSE;
  say_change (line, &change, &last, said);
  fw_command_set_detail (command, "about", line != NULL ? line->title.zh : change.label);
  fw_command_set_detail (command, "amount", change.amount);
  return TRUE;
}

static gboolean
settle (FwCaseAct *act,
        FwCaseJudged *now,
        GCancellable *cancellable,
        GError **error)
{
  return say_at_once (act, now, say_one, change_of (act).reason, cancellable, error);
}

gboolean
_fw_case_put_settled_none (FwCaseAct *act,
                           FwCaseJudged *now,
                           GCancellable *cancellable,
                           GError **error)
{
  return say_at_once (act, now, say_none, NULL, cancellable, error);
}

static gboolean
say_amounts (FwCaseAct *act,
             FwCaseJudged *now,
             FwCommand *command,
             GHashTable *said,
             GError **error)
{
  g_autoptr (GString) about = g_string_new (NULL);
  GHashTableIter all;
  gpointer id, amount;
  guint last = count_said (now);

  g_hash_table_iter_init (&all, act->amounts);
  while (g_hash_table_iter_next (&all, &id, &amount))
    {
      const FwSettlementChange change = { .line = id, .amount = amount };
      const FwSettlementLine *line = find_line (now, id);

      if (!may_change (now, line, &change, error))
        return FALSE;
      say_change (line, &change, &last, said);
      g_string_append_printf (about, "%s%s %s", about->len > 0 ? "; " : "", line->title.zh, amount != NULL ? (char *) amount : "—");
    }
  fw_command_set_detail (command, "about", about->str);
  return TRUE;
}

/* Says the amounts that the act brings, of each line by its id; NULL: unknown again. All of them or none. */
gboolean
_fw_case_put_amounts (FwCaseAct *act,
                      FwCaseJudged *now,
                      GCancellable *cancellable,
                      GError **error)
{
  return say_at_once (act, now, say_amounts, NULL, cancellable, error);
}

static FwCaseAct *
settle_act (FwCase *self,
            const FwSettlementChange *change)
{
  FwCaseAct *act = _fw_case_act_new (self, settle, change->line, change->group, change->label);

  act->text[3] = g_strdup (change->basis);
  act->text[4] = g_strdup (change->amount);
  act->text[5] = g_strdup (change->reason);
  act->flag = change->out;
  return act;
}

/**
 * fw_case_settle:
 * @change: what to change on the final settlement
 *
 * Changes a line of the settlement, adds one or takes one off. Where the amount is the pack's, or the line one's own, the reason is
 * needed: it stands on the sheet and in the audit. An amount of %NULL takes a change back; the sums are always the program's.
 */
gboolean
fw_case_settle (FwCase *self,
                const FwSettlementChange *change,
                GError **error)
{
  return _fw_case_act (self, settle_act (self, change), NULL, error);
}

void
fw_case_settle_async (FwCase *self,
                      const FwSettlementChange *change,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, settle_act (self, change), cancellable, callback, user_data, fw_case_settle_async);
}

/**
 * fw_case_settle_none:
 *
 * Says of every line that many a case has none of, and of which nobody has said anything, that there is none of it here.
 */
gboolean
fw_case_settle_none (FwCase *self,
                     GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, _fw_case_put_settled_none, NULL, NULL, NULL), NULL, error);
}

void
fw_case_settle_none_async (FwCase *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, _fw_case_put_settled_none, NULL, NULL, NULL), cancellable, callback, user_data,
                      fw_case_settle_none_async);
}
