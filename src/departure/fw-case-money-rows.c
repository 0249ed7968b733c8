#include "departure/fw-case-rows-private.h"

static void
add_working (GListStore *lines,
             FwScene *scene,
             FwPack *pack,
             const char *prefix,
             GPtrArray *working)
{
  for (guint i = 0; working != NULL && i < working->len; i++)
    {
      const FwWorking *step = working->pdata[i];
      g_autofree char *id = g_strdup_printf ("%s-%u", prefix, i + 1);
      g_autoptr (FwCaseItem) line = _fw_case_item_new (FW_TYPE_WORKING_LINE, id);

      _fw_case_item_set_text (line, "title", _fw_scene_pick (scene, step->step.zh, step->step.en));
      _fw_case_item_set_text (line, "article", _fw_scene_pick (scene, step->article.zh, step->article.en));
      _fw_case_item_quote (line, scene, pack, step->article.zh);
      _fw_case_item_set_text (line, "value", step->value);
      g_list_store_append (lines, line);
    }
}

static FwCaseItem *
price_row (FwScene *scene,
           FwPack *pack,
           const char *id,
           const FwAmount *amount,
           const FwNotice *notice)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_PRICE, id);
  g_autoptr (GListStore) lines = g_list_store_new (FW_TYPE_WORKING_LINE);
  g_autoptr (FwNumber) with_notice = notice != NULL ? fw_number_add (amount->amount, notice->pay_in_lieu) : NULL;
  const FwNumber *sum = notice != NULL ? with_notice : amount->amount;

  _fw_case_item_take_text (item, "amount", fw_number_to_fixed (sum, 2));
  _fw_case_item_take_text (item, "months", fw_number_to_short (amount->months, 0, 2));
  _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, amount->article.zh, amount->article.en));
  _fw_case_item_set_truth (item, "unknown", sum == NULL && amount->due != FW_ANSWER_NO);
  add_working (lines, scene, pack, id, amount->working);
  if (notice != NULL)
    add_working (lines, scene, pack, "notice", notice->working);
  _fw_case_item_set_list (item, "working", G_LIST_MODEL (lines));
  return item;
}

/* The sum that was offered in a negotiated exit. */
static FwCaseItem *
offer_row (const char *offered)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_PRICE, "offer");
  g_autoptr (FwNumber) amount = offered != NULL ? fw_number_parse (offered) : NULL;

  _fw_case_item_take_text (item, "amount", fw_number_to_fixed (amount, 2));
  _fw_case_item_set_truth (item, "unknown", amount == NULL);
  _fw_case_item_set_truth (item, "chosen", amount != NULL);
  return item;
}

/* What it would cost without any notice: the same case, judged as if none were given. */
static FwCaseItem *
in_lieu_row (FwScene *scene,
             FwCaseJudged *judged,
             FwPack *pack,
             GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (judged->facts);
  g_autoptr (FwAssessment) assessment = NULL;

  if (!fw_facts_set (facts, "departure/@notice-days-given", "0", error) ||
      (assessment = fw_pack_assess (pack, facts, NULL, error)) == NULL)
    return NULL;
  return price_row (scene, pack, "n-plus-1", fw_assessment_get_severance (assessment),
                    fw_assessment_get_notice (assessment));
}

/* Whether the case as it is owes pay in place of notice, be the amount known or not. */
static gboolean
owes_in_lieu (const FwNotice *notice)
{
  if (notice->pay_in_lieu != NULL)
    return fw_number_sign (notice->pay_in_lieu) > 0;
  return notice->given != NULL && notice->days != NULL && fw_number_compare (notice->given, notice->days) < 0;
}

static gboolean
add_second_price (GPtrArray *rows,
                  FwScene *scene,
                  FwCaseJudged *judged,
                  FwPack *pack,
                  GError **error)
{
  const FwNotice *notice = fw_assessment_get_notice (judged->assessment);
  FwCaseItem *row;

  if (g_strcmp0 (g_hash_table_lookup (judged->answers, "departure/@kind"), "mutual") == 0)
    {
      g_ptr_array_add (rows, offer_row (g_hash_table_lookup (judged->answers, "case/agreement/@amount")));
      return TRUE;
    }
  if (notice == NULL || g_strcmp0 (notice->by, "employer") != 0)
    return TRUE;
  row = in_lieu_row (scene, judged, pack, error);
  if (row == NULL)
    return FALSE;
  _fw_case_item_set_truth (row, "chosen", owes_in_lieu (notice));
  g_ptr_array_add (rows, row);
  return TRUE;
}

/* N, N + 1 and 2N side by side; for a negotiated exit the legal least, the offer and 2N. What the way does not have is
 * left out; what cannot be reckoned is unknown, never 0. */
GPtrArray *
_fw_case_price_rows (FwScene *scene,
                     FwCaseJudged *judged,
                     FwPack *pack,
                     GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const FwAmount *severance = judged->assessment != NULL ? fw_assessment_get_severance (judged->assessment) : NULL;
  const FwAmount *damages = judged->assessment != NULL ? fw_assessment_get_damages (judged->assessment) : NULL;
  gboolean other_chosen = FALSE;

  if (severance == NULL)
    return g_steal_pointer (&rows);
  g_ptr_array_add (rows, price_row (scene, pack, "n", severance, NULL));
  if (!add_second_price (rows, scene, judged, pack, error))
    return NULL;
  for (guint i = 1; i < rows->len; i++)
    other_chosen = other_chosen || fw_case_item_get_truth (rows->pdata[i], "chosen");
  _fw_case_item_set_truth (rows->pdata[0], "chosen", !other_chosen);
  if (damages != NULL)
    {
      g_ptr_array_add (rows, price_row (scene, pack, "2n", damages, NULL));
      _fw_case_item_set_truth (rows->pdata[rows->len - 1], "avoid", TRUE);
    }
  return g_steal_pointer (&rows);
}

/* What the pack calls a figure, and how sure its source is. */
static void
set_from_pack (FwCaseItem *item,
               FwScene *scene,
               FwPack *pack,
               FwRecord *figure)
{
  const FwLocalFigure *found =
    fw_pack_find_local_figure (pack, fw_record_get (figure, "place"), fw_record_get (figure, "name"),
                               fw_record_get_date (figure, "from"));

  if (found == NULL)
    return;
  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, found->name.zh, found->name.en));
  _fw_case_item_set_text (item, "confidence", found->confidence);
}

static FwCaseItem *
figure_row (FwScene *scene,
            FwCaseJudged *judged,
            FwPack *pack,
            FwRecord *figure)
{
  static const char *const fields[] = { "name", "amount", "source", "from", "until", "confirmed-by", "confirmed-on" };
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_FIGURE_ITEM, fw_record_get_id (figure));
  g_autofree char *path = g_strdup_printf ("local/@%s", fw_record_get (figure, "name"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    _fw_case_item_set_text (item, fields[i], fw_record_get (figure, fields[i]));
  if (fw_record_get_count (figure, "year", 0) > 0)
    _fw_case_item_set_text (item, "year", fw_record_get (figure, "year"));
  _fw_case_item_set_truth (item, "confirmed", fw_record_is_true (figure, "confirmed"));
  _fw_case_item_set_truth (item, "used",
                           g_strcmp0 (fw_facts_get (judged->facts, path), fw_record_get (figure, "amount")) == 0);
  set_from_pack (item, scene, pack, figure);
  return item;
}

/* The figures the store has for the place of the case, newest year first. */
GPtrArray *
_fw_case_figure_rows (FwScene *scene,
                      FwCaseJudged *judged,
                      FwPack *pack,
                      GError **error)
{
  const char *place = fw_facts_get (judged->facts, "@place");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FwQuery) query = NULL;
  g_autoptr (GPtrArray) figures = NULL;

  if (place == NULL)
    return g_steal_pointer (&rows);
  query = fw_query_new_equals ("place", place);
  fw_query_where (query, "jurisdiction", FW_QUERY_EQUALS, fw_pack_get_id (pack));
  fw_query_order (query, "year", TRUE);
  figures = fw_store_list (scene->store, "local-figure", query, NULL, error);
  if (figures == NULL)
    return NULL;
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (rows, figure_row (scene, judged, pack, figures->pdata[i]));
  return g_steal_pointer (&rows);
}

/* Where the law is read in two ways and the amount differs: the other reading, and what it would cost. */
GPtrArray *
_fw_case_reading_rows (FwScene *scene,
                       FwCaseJudged *judged)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *others = judged->assessment != NULL ? fw_assessment_get_alternatives (judged->assessment) : NULL;

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const FwAlternative *other = others->pdata[i];
      g_autofree char *id = g_strdup_printf ("%s/%s/%s", other->setting, other->value, other->of);
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_READING_ITEM, id);

      _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, other->title.zh, other->title.en));
      _fw_case_item_set_text (item, "warning", _fw_scene_pick (scene, other->warning.zh, other->warning.en));
      _fw_case_item_set_text (item, "option", _fw_scene_pick (scene, other->option.zh, other->option.en));
      _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, other->article.zh, other->article.en));
      _fw_case_item_set_text (item, "taken", _fw_scene_pick (scene, other->taken.zh, other->taken.en));
      _fw_case_item_set_text (item, "of", other->of);
      _fw_case_item_take_text (item, "amount", fw_number_to_fixed (other->amount, 2));
      _fw_case_item_take_text (item, "taken-amount", fw_number_to_fixed (other->here, 2));
      g_ptr_array_add (rows, item);
    }
  return rows;
}
