#include "departure/fw-case-rows-private.h"

#include <string.h>

/* What a case may cost before anything is sent, as rows: its weak points, the sums side by side, and what may be offered. */

#define AGREEMENT_OFFER "case/agreement/offer"

static const FwFinding *
find_finding (FwCaseJudged *judged,
              const char *id)
{
  return fw_assessment_find (judged->assessment, id);
}

static const FwRiskCost *
find_cost (FwCaseJudged *judged,
           const char *id)
{
  for (guint i = 0; i < judged->risk->costs->len; i++)
    if (g_str_equal (((FwRiskCost *) judged->risk->costs->pdata[i])->id, id))
      return judged->risk->costs->pdata[i];
  return NULL;
}

/* What is behind a weak point, and where it can be mended: the material that is missing, else the check; without either it is a
 * matter of days, which stand where the money does. */
static void
set_findings (FwCaseItem *item,
              FwScene *scene,
              FwCaseJudged *judged,
              const FwWeakPoint *point)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  FwCaseStep step = point->findings->len > 0 ? FW_CASE_STEP_CHECKS : FW_CASE_STEP_MONEY;

  for (guint i = 0; i < point->findings->len; i++)
    {
      const FwFinding *finding = find_finding (judged, point->findings->pdata[i]);

      if (finding == NULL)
        continue;
      g_ptr_array_add (ids, finding->id);
      g_ptr_array_add (titles, (char *) _fw_scene_pick (scene, finding->message.zh, finding->message.en));
      if (g_str_has_prefix (finding->id, "missing.") && fw_case_item_get_text (item, "material") == NULL)
        {
          _fw_case_item_set_text (item, "material", finding->id + strlen ("missing."));
          step = FW_CASE_STEP_MATERIALS;
        }
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  _fw_case_item_set_texts (item, "findings", (const char *const *) ids->pdata);
  _fw_case_item_set_texts (item, "finding-titles", (const char *const *) titles->pdata);
  _fw_case_item_set_choice (item, "step", step);
}

/* What it leads to: each cost by name, with its amount where that is known. */
static void
set_costs (FwCaseItem *item,
           FwScene *scene,
           FwCaseJudged *judged,
           const FwWeakPoint *point)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) amounts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; point->costs[i] != NULL; i++)
    {
      const FwRiskCost *cost = find_cost (judged, point->costs[i]);
      char *amount = cost != NULL ? fw_number_to_fixed (cost->amount, 2) : NULL;

      if (cost == NULL)
        continue;
      g_ptr_array_add (titles, (char *) _fw_scene_pick (scene, cost->title.zh, cost->title.en));
      g_ptr_array_add (amounts, amount != NULL ? amount : g_strdup (""));
    }
  g_ptr_array_add (titles, NULL);
  g_ptr_array_add (amounts, NULL);
  _fw_case_item_set_texts (item, "cost-titles", (const char *const *) titles->pdata);
  _fw_case_item_set_texts (item, "cost-amounts", (const char *const *) amounts->pdata);
}

/* The weak points in the pack's order; none without a ground. */
GPtrArray *
_fw_case_weak_point_rows (FwScene *scene,
                          FwCaseJudged *judged,
                          FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; judged->risk != NULL && i < judged->risk->weak_points->len; i++)
    {
      const FwWeakPoint *point = judged->risk->weak_points->pdata[i];
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_WEAK_POINT_ITEM, point->id);

      _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, point->title.zh, point->title.en));
      _fw_case_item_set_text (item, "why", _fw_scene_pick (scene, point->why.zh, point->why.en));
      _fw_case_item_set_text (item, "mend", _fw_scene_pick (scene, point->mend.zh, point->mend.en));
      _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, point->article.zh, point->article.en));
      _fw_case_item_quote (item, scene, pack, point->article.zh);
      set_findings (item, scene, judged, point);
      set_costs (item, scene, judged, point);
      g_ptr_array_add (rows, item);
    }
  return rows;
}

static FwCaseItem *
add_sum (GPtrArray *rows,
         const char *id,
         const char *group,
         const FwNumber *amount)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_RISK_SUM, id);

  _fw_case_item_set_text (item, "group", group);
  _fw_case_item_take_text (item, "amount", fw_number_to_fixed (amount, 2));
  g_ptr_array_add (rows, item);
  return item;
}

static void
add_cost (GPtrArray *rows,
          FwScene *scene,
          FwPack *pack,
          const FwRiskCost *cost)
{
  FwCaseItem *item = add_sum (rows, cost->id, "cost", cost->amount);

  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, cost->title.zh, cost->title.en));
  _fw_case_item_set_text (item, "assumes", _fw_scene_pick (scene, cost->assumes.zh, cost->assumes.en));
  _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, cost->article.zh, cost->article.en));
  _fw_case_item_quote (item, scene, pack, cost->article.zh);
  _fw_case_item_take_text (item, "each-month", fw_number_to_fixed (cost->each_month, 2));
  _fw_case_item_set_count (item, "months", cost->months);
}

static void
add_exit (GPtrArray *rows,
          FwScene *scene,
          const FwRisk *risk)
{
  FwCaseItem *item = add_sum (rows, "low", "exit", risk->low);

  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, risk->exit_title.zh, risk->exit_title.en));
  _fw_case_item_set_text (item, "assumes", _fw_scene_pick (scene, risk->floor.zh, risk->floor.en));
  item = add_sum (rows, "high", "exit", risk->high);
  _fw_case_item_set_text (item, "assumes", _fw_scene_pick (scene, risk->high_reason.zh, risk->high_reason.en));
  if (risk->offered != NULL)
    add_sum (rows, "offered", "exit", risk->offered);
  add_sum (rows, "extras", "exit", risk->extras);
  if (risk->offered != NULL)
    {
      g_autoptr (FwNumber) all = fw_number_add (risk->offered, risk->extras);

      add_sum (rows, "all", "exit", all);
    }
}

/* The sums side by side: what the way that was chosen costs where it stands ("lawful"), what it costs where it does not (group
 * "cost"), and the negotiated exit (group "exit": low, high, offered, extras and both together, all). */
GPtrArray *
_fw_case_risk_rows (FwScene *scene,
                    FwCaseJudged *judged,
                    FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  const FwRisk *risk = judged->risk;

  if (risk == NULL)
    return rows;
  if (!risk->agreed)
    _fw_case_item_set_text (add_sum (rows, "lawful", "lawful", risk->lawful), "title", judged->ground_title);
  for (guint i = 0; i < risk->costs->len; i++)
    add_cost (rows, scene, pack, risk->costs->pdata[i]);
  if (risk->offers != NULL)
    add_exit (rows, scene, risk);
  return rows;
}

static void
add_asks (FwCaseItem *item,
          FwScene *scene,
          const FwOffer *offer)
{
  g_autoptr (GListStore) blanks = g_list_store_new (FW_TYPE_BLANK_FIELD);

  for (guint i = 0; offer->place > 0 && i < offer->asks->len; i++)
    {
      const FwOfferAsk *ask = offer->asks->pdata[i];
      g_autofree char *path = g_strdup_printf (AGREEMENT_OFFER "[%u]/@%s", offer->place, ask->name);
      g_autoptr (FwCaseItem) blank = _fw_case_item_new (FW_TYPE_BLANK_FIELD, path);

      _fw_case_item_set_text (blank, "label", _fw_scene_pick (scene, ask->title.zh, ask->title.en));
      _fw_case_item_set_text (blank, "kind", ask->type);
      _fw_case_item_set_text (blank, "value", ask->value);
      _fw_case_item_set_truth (blank, "settable", TRUE);
      g_list_store_append (blanks, blank);
    }
  _fw_case_item_set_list (item, "blanks", G_LIST_MODEL (blanks));
}

/* What may be offered besides money, in the pack's order; none where the pack knows no negotiated exit. */
GPtrArray *
_fw_case_offer_rows (FwScene *scene,
                     FwCaseJudged *judged,
                     FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *offers = judged->risk != NULL ? judged->risk->offers : NULL;

  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const FwOffer *offer = offers->pdata[i];
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_OFFER_ITEM, offer->id);

      _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, offer->title.zh, offer->title.en));
      _fw_case_item_set_text (item, "why", _fw_scene_pick (scene, offer->why.zh, offer->why.en));
      _fw_case_item_set_text (item, "unit", _fw_scene_pick (scene, offer->unit.zh, offer->unit.en));
      _fw_case_item_set_text (item, "paid", _fw_scene_pick (scene, offer->paid.zh, offer->paid.en));
      _fw_case_item_set_text (item, "clause", _fw_scene_pick (scene, offer->clause.zh, offer->clause.en));
      _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, offer->article.zh, offer->article.en));
      _fw_case_item_quote (item, scene, pack, offer->article.zh);
      _fw_case_item_take_text (item, "each", fw_number_to_fixed (offer->each, 2));
      _fw_case_item_take_text (item, "cost", fw_number_to_fixed (offer->cost, 2));
      _fw_case_item_set_truth (item, "offered", offer->place > 0);
      _fw_case_item_set_truth (item, "may-offer", judged->risk->agreed);
      add_asks (item, scene, offer);
      g_ptr_array_add (rows, item);
    }
  return rows;
}

/* Nothing below what the law gives is taken for an offer; where that is not known yet, the check of the judgment says so later. */
gboolean
_fw_case_reaches_floor (FwCaseJudged *judged,
                        const char *path,
                        const char *value,
                        GError **error)
{
  const FwRisk *risk = judged->risk;
  g_autoptr (FwNumber) amount = NULL;
  g_autofree char *floor = NULL;

  if (risk == NULL || !risk->agreed || risk->low == NULL || g_strcmp0 (path, risk->sum_path) != 0)
    return TRUE;
  amount = fw_number_parse (value);
  if (amount == NULL || fw_number_compare (amount, risk->low) >= 0)
    return TRUE;
  floor = fw_number_to_fixed (risk->low, 2);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "%s < %s: %s", value, floor,
               judged->floor != NULL ? judged->floor : "");
  return FALSE;
}

/* The attributes of an offer, its name first. */
static const char *const attributes[] = { "id", "days", "amount", "on", "text" };

static GStrv
read_offer (FwCase *self,
            guint place)
{
  GStrv values = g_new0 (char *, G_N_ELEMENTS (attributes));

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *path = g_strdup_printf (AGREEMENT_OFFER "[%u]/@%s", place, attributes[i]);

      values[i] = g_strdup (fw_case_get (self, path));
    }
  return values;
}

static void
offer_free (gpointer data)
{
  char **values = data;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    g_free (values[i]);
  g_free (values);
}

/* What is offered stands at places 1 to n without a gap. */
static GPtrArray *
read_offers (FwCase *self)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  for (guint place = 1;; place++)
    {
      GStrv values = read_offer (self, place);

      if (values[0] == NULL)
        {
          offer_free (values);
          return offers;
        }
      g_ptr_array_add (offers, values);
    }
}

static gboolean
write_offers (FwCase *self,
              GPtrArray *offers,
              guint places,
              GError **error)
{
  for (guint place = 0; place < places; place++)
    for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
      {
        char **values = place < offers->len ? offers->pdata[place] : NULL;
        g_autofree char *path = g_strdup_printf (AGREEMENT_OFFER "[%u]/@%s", place + 1, attributes[i]);

        if (!fw_case_set (self, path, values != NULL ? values[i] : NULL, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * fw_case_offer:
 * @offer: id of an offer of the pack
 * @offered: whether it is offered
 *
 * Offers something beside the money of a negotiated exit, or no longer: an answer as any other, kept as a draft and judged again.
 *
 * Returns: %FALSE with %FW_WORKPLACE_ERROR_NOT_FOUND where the pack has no such offer, with %FW_WORKPLACE_ERROR_REFUSED where the case
 *   is no negotiated exit
 */
gboolean
fw_case_offer (FwCase *self,
               const char *offer,
               gboolean offered,
               GError **error)
{
  g_autoptr (GPtrArray) offers = NULL;
  FwCaseItem *row = NULL;
  GPtrArray *rows;
  guint places, at = 0;

  g_return_val_if_fail (FW_IS_CASE (self) && offer != NULL, FALSE);

  rows = _fw_case_get_judged (self)->lists[FW_CASE_LIST_OFFERS];
  for (guint i = 0; i < rows->len && row == NULL; i++)
    row = g_str_equal (fw_case_item_get_id (rows->pdata[i]), offer) ? rows->pdata[i] : NULL;
  if (row == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "there is no offer ‘%s’", offer);
      return FALSE;
    }
  if (!fw_case_item_get_truth (row, "may-offer"))
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "only a negotiated exit has offers");
      return FALSE;
    }
  offers = read_offers (self);
  places = offers->len;
  while (at < offers->len && !g_str_equal (((char **) offers->pdata[at])[0], offer))
    at++;
  if (offered == (at < offers->len))
    return TRUE;
  if (offered)
    {
      char **values = g_new0 (char *, G_N_ELEMENTS (attributes));

      values[0] = g_strdup (offer);
      g_ptr_array_add (offers, values);
    }
  else
    g_ptr_array_remove_index (offers, at);
  return write_offers (self, offers, MAX (places, offers->len), error);
}

GListModel *
fw_case_get_weak_points (FwCase *self)
{
  g_return_val_if_fail (FW_IS_CASE (self), NULL);
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_WEAK_POINTS]);
}

GListModel *
fw_case_get_risk (FwCase *self)
{
  g_return_val_if_fail (FW_IS_CASE (self), NULL);
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_RISK]);
}

GListModel *
fw_case_get_offers (FwCase *self)
{
  g_return_val_if_fail (FW_IS_CASE (self), NULL);
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_OFFERS]);
}
