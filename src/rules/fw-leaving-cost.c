/* N, N+1 and 2N of one person as if this day were the last: amounts only, for the many of a whole company. */
#include "rules/fw-leaving-cost.h"

#include "rules/fw-assessment-private.h"

#include <string.h>

void
fw_leaving_cost_clear (FwLeavingCost *self)
{
  g_clear_pointer (&self->severance, fw_number_unref);
  g_clear_pointer (&self->in_lieu, fw_number_unref);
  g_clear_pointer (&self->with_notice, fw_number_unref);
  g_clear_pointer (&self->damages, fw_number_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
}

/**
 * fw_pack_has_leaving_cost:
 *
 * Returns: whether the pack says by which grounds a whole company is reckoned
 */
gboolean
fw_pack_has_leaving_cost (FwPack *self)
{
  return self->liability != NULL;
}

/**
 * fw_pack_get_leaving_assumes:
 *
 * Answers what the reckoning assumes, in words; both texts %NULL where the pack has none.
 */
FwText
fw_pack_get_leaving_assumes (FwPack *self)
{
  return self->liability != NULL ? self->liability->assumes : (FwText){ NULL, NULL };
}

/* The first ground whose condition holds. */
static gboolean
find_ground (FwPack *self,
             FwFacts *facts,
             const char **id,
             GError **error)
{
  for (guint i = 0; i < self->liability->grounds->len; i++)
    {
      FwLiabilityGround *by = g_ptr_array_index (self->liability->grounds, i);
      gboolean holds = TRUE;

      if (by->condition != NULL && !fw_xpath_truth (by->condition, facts, &holds, error))
        return FALSE;
      *id = by->ground;
      if (holds)
        return TRUE;
    }
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "the pack %s has no ground for this person’s liability", self->id);
  return FALSE;
}

static void
add_gap (FwLeavingCost *cost,
         const char *id,
         FwText name)
{
  FwLeavingGap gap = { id, name };

  if (cost->gaps == NULL)
    cost->gaps = g_array_new (FALSE, FALSE, sizeof (FwLeavingGap));
  g_array_append_val (cost->gaps, gap);
}

/* Which of the figures that the pack names are lacking; where none is, the last of them stands for what it does not foresee. */
static gboolean
find_gaps (FwPack *self,
           FwFacts *facts,
           FwLeavingCost *cost,
           GError **error)
{
  GPtrArray *needs = self->liability->needs;

  for (guint i = 0; i < needs->len; i++)
    {
      FwLiabilityNeed *need = g_ptr_array_index (needs, i);
      gboolean there = TRUE;

      if (need->test != NULL && !fw_xpath_truth (need->test, facts, &there, error))
        return FALSE;
      if (!there || (i + 1 == needs->len && cost->gaps == NULL))
        add_gap (cost, need->id, need->name);
    }
  return TRUE;
}

static FwNumber *
ref_or_null (FwNumber *number)
{
  return number != NULL ? fw_number_ref (number) : NULL;
}

static void
take_amounts (FwGroundRule *ground,
              FwMoney *money,
              FwLeavingCost *cost)
{
  cost->severance = ref_or_null (money->severance->amount);
  cost->in_lieu = ref_or_null (money->notice->pay_in_lieu);
  cost->with_notice = fw_number_add (cost->severance, cost->in_lieu);
  cost->uncapped = money->severance->due == FW_ANSWER_YES && money->severance->capped == FW_ANSWER_UNKNOWN;
  /* A ground without damages is one on which the law knows none. */
  cost->damages = ground->damages == NULL ? fw_number_new (0) : money->damages != NULL ? ref_or_null (money->damages->amount) : NULL;
}

/**
 * fw_pack_reckon_leaving:
 * @facts: one person on facts/@as-of, without a departure; its last day, ground and notice are written into them
 * @settings: (nullable): how the company reads the law: id → value
 * @cost: (out caller-allocates): cleared with fw_leaving_cost_clear() also where it is not reckoned
 *
 * Reckons what it costs if this day were the last and nobody had been given notice, by the grounds that the pack names for it.
 *
 * Returns: %TRUE also where figures are lacking, which @cost then names
 */
gboolean
fw_pack_reckon_leaving (FwPack *self,
                        FwFacts *facts,
                        GHashTable *settings,
                        FwLeavingCost *cost,
                        GError **error)
{
  g_autoptr (GHashTable) merged = NULL;
  const char *id = NULL;
  FwGroundRule *ground;
  FwJudge *judge;
  FwMoney *money;
  gboolean good;

  memset (cost, 0, sizeof *cost);
  if (self->liability == NULL)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN, "the pack %s does not say how a liability is reckoned", self->id);
      return FALSE;
    }
  if (!find_ground (self, facts, &id, error) || (merged = _fw_settings_merge (self, facts, NULL, settings, error)) == NULL ||
      !fw_facts_set (facts, "departure/@ground", id, error) ||
      !fw_facts_set (facts, "departure/@last-day", fw_facts_get (facts, "@as-of"), error) ||
      !fw_facts_set (facts, "departure/@notice-days-given", "0", error))
    return FALSE;
  ground = _fw_pack_ground_rule (self, id);
  judge = _fw_judge_new (self, facts, ground, merged);
  judge->amounts_only = TRUE;
  money = _fw_judge_money (judge, NULL);
  take_amounts (ground, money, cost);
  good = judge->scope->problem == NULL;
  if (!good)
    g_propagate_error (error, g_steal_pointer (&judge->scope->problem));
  else if (cost->with_notice == NULL || cost->damages == NULL)
    good = find_gaps (self, facts, cost, error);
  _fw_money_free (money);
  _fw_judge_free (judge);
  return good;
}
