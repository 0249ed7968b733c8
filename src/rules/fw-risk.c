/* What a case may cost before anything is sent: weak points are data, the money is that of the judgment. */
#include "rules/fw-risk.h"

#include <string.h>

#include "rules/fw-assessment-private.h"

static void
cost_free (FwRiskCost *self)
{
  g_free (self->id);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->assumes);
  _fw_message_clear (&self->article);
  g_clear_pointer (&self->amount, fw_number_unref);
  g_clear_pointer (&self->each_month, fw_number_unref);
  g_free (self);
}

static void
weak_point_free (FwWeakPoint *self)
{
  g_free (self->id);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->why);
  _fw_message_clear (&self->mend);
  _fw_message_clear (&self->article);
  g_ptr_array_unref (self->findings);
  g_strfreev (self->costs);
  g_free (self);
}

void
fw_risk_free (FwRisk *self)
{
  g_ptr_array_unref (self->weak_points);
  g_ptr_array_unref (self->costs);
  g_clear_pointer (&self->lawful, fw_number_unref);
  g_clear_pointer (&self->low, fw_number_unref);
  g_clear_pointer (&self->high, fw_number_unref);
  g_clear_pointer (&self->offered, fw_number_unref);
  g_clear_pointer (&self->extras, fw_number_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_free (self->sum_path);
  _fw_message_clear (&self->floor);
  _fw_message_clear (&self->exit_title);
  _fw_message_clear (&self->high_reason);
  g_free (self);
}

static FwNumber *
ref_or_null (FwNumber *number)
{
  return number != NULL ? fw_number_ref (number) : NULL;
}

/* The findings behind a weak point: those it names that do not hold. */
static GPtrArray *
collect_findings (const FwWeakPointRule *rule,
                  FwAssessment *assessment)
{
  GPtrArray *all = fw_assessment_get_findings (assessment);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; rule->findings != NULL && i < all->len; i++)
    {
      const FwFinding *finding = all->pdata[i];

      if (finding->severity != FW_SEVERITY_INFO && finding->unknown == NULL && _fw_grounds_include (rule->findings, finding->id))
        g_ptr_array_add (found, g_strdup (finding->id));
    }
  return found;
}

/* A weak point there is by what the checks found, or by a fact. */
static gboolean
add_weak_point (FwRisk *self,
                const FwWeakPointRule *rule,
                FwFacts *facts,
                FwAssessment *assessment,
                GError **error)
{
  g_autoptr (GPtrArray) findings = collect_findings (rule, assessment);
  gboolean weak = FALSE;
  FwWeakPoint *point;

  if (rule->test != NULL && !fw_xpath_truth (rule->test, facts, &weak, error))
    return FALSE;
  if (findings->len == 0 && !weak)
    return TRUE;
  point = g_new0 (FwWeakPoint, 1);
  point->id = g_strdup (rule->id);
  point->title = _fw_message_copy (rule->title);
  point->why = _fw_message_copy (rule->why);
  point->mend = _fw_message_copy (rule->mend);
  point->article = _fw_message_of_citation (&rule->citation);
  point->findings = g_steal_pointer (&findings);
  point->costs = g_strdupv (rule->costs);
  g_ptr_array_add (self->weak_points, point);
  return TRUE;
}

/* One more month's wage for want of notice: what is owed now, or what would be if none were given. */
static FwNumber *
pay_in_lieu (FwPack *pack,
             FwFacts *facts,
             GHashTable *settings,
             GError **error)
{
  g_autoptr (FwFacts) copy = fw_facts_copy (facts);
  g_autoptr (FwAssessment) without = fw_facts_set (copy, "departure/@notice-days-given", "0", error)
                                       ? fw_pack_assess (pack, copy, settings, error)
                                       : NULL;
  FwNotice *notice = without != NULL ? fw_assessment_get_notice (without) : NULL;

  return notice != NULL ? ref_or_null (notice->pay_in_lieu) : NULL;
}

static FwNumber *
base_amount (const FwRiskCostRule *rule,
             FwPack *pack,
             FwFacts *facts,
             GHashTable *settings,
             FwAssessment *assessment,
             GError **error)
{
  FwAmount *severance = fw_assessment_get_severance (assessment), *damages = fw_assessment_get_damages (assessment);

  if (strcmp (rule->of, "damages") == 0)
    return damages != NULL ? ref_or_null (damages->amount) : NULL;
  if (strcmp (rule->of, "in-lieu") == 0)
    return pay_in_lieu (pack, facts, settings, error);
  if (strcmp (rule->of, "wage") == 0)
    return severance != NULL && severance->average != NULL ? fw_number_ref (severance->average)
           : damages != NULL                               ? ref_or_null (damages->average)
                                                           : NULL;
  return severance != NULL ? ref_or_null (severance->amount) : NULL;
}

static gboolean
is_led_to (const FwRisk *self,
           const char *cost)
{
  for (guint i = 0; i < self->weak_points->len; i++)
    if (g_strv_contains ((const char *const *) ((FwWeakPoint *) self->weak_points->pdata[i])->costs, cost))
      return TRUE;
  return FALSE;
}

static gboolean
add_cost (FwRisk *self,
          const FwRiskCostRule *rule,
          FwPack *pack,
          FwFacts *facts,
          GHashTable *settings,
          FwAssessment *assessment,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FwNumber) amount = base_amount (rule, pack, facts, settings, assessment, &problem);
  g_autoptr (FwNumber) months = fw_number_new (rule->months);
  FwRiskCost *cost;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  cost = g_new0 (FwRiskCost, 1);
  cost->id = g_strdup (rule->id);
  cost->title = _fw_message_copy (rule->title);
  cost->assumes = _fw_message_copy (rule->assumes);
  cost->article = _fw_message_of_citation (&rule->citation);
  cost->months = rule->months;
  cost->amount = rule->months > 0 ? fw_number_multiply (amount, months) : ref_or_null (amount);
  cost->each_month = rule->months > 0 ? g_steal_pointer (&amount) : NULL;
  g_ptr_array_add (self->costs, cost);
  return TRUE;
}

/* What is offered now, in money and besides. */
static void
take_offers (FwRisk *self,
             FwFacts *facts,
             FwAssessment *agreed)
{
  const char *offered = fw_facts_get (facts, self->sum_path);

  self->offered = offered != NULL ? fw_number_parse (offered) : NULL;
  self->offers = g_ptr_array_ref (fw_assessment_get_offers (agreed));
  self->extras = fw_number_new (0);
  for (guint i = 0; i < self->offers->len && self->extras != NULL; i++)
    {
      const FwOffer *offer = self->offers->pdata[i];
      g_autoptr (FwNumber) before = offer->place > 0 ? self->extras : NULL;

      if (offer->place > 0)
        self->extras = fw_number_add (before, offer->cost);
    }
}

/* The same case, ended by agreement: what the law gives there is the floor of every offer. One that is an agreement already stays
 * what it is: who proposed it decides what is due. */
static FwAssessment *
assess_exit (FwRisk *self,
             FwPack *pack,
             FwFacts *facts,
             GHashTable *settings,
             GError **error)
{
  const FwGroundRule *own = _fw_pack_ground_rule (pack, fw_facts_get (facts, "departure/@ground"));
  const FwGroundRule *exit = _fw_pack_ground_rule (pack, pack->exit->ground);
  const FwGroundRule *ground = own != NULL && strcmp (own->open.kind, exit->open.kind) == 0 ? own : exit;
  g_autoptr (FwFacts) copy = fw_facts_copy (facts);

  self->agreed = ground == own;
  self->exit_title = _fw_message_copy (ground->open.title);
  if (!fw_facts_set (copy, "departure/@kind", ground->open.kind, error) ||
      !fw_facts_set (copy, "departure/@ground", ground->open.id, error))
    return NULL;
  return _fw_pack_assess_with_offers (pack, copy, settings, error);
}

static FwNumber *
highest_cost (FwRisk *self,
              gboolean *known)
{
  FwNumber *highest = NULL;

  for (guint i = 0; i < self->costs->len; i++)
    {
      const FwRiskCost *cost = self->costs->pdata[i];

      if (cost->each_month != NULL)
        continue;
      *known = *known && cost->amount != NULL;
      if (cost->amount != NULL && (highest == NULL || fw_number_compare (cost->amount, highest) > 0))
        highest = cost->amount;
    }
  return highest;
}

/* Where a dispute may be lost, what is lost then; where there is no ground but to agree, what going alone would cost; where nothing
 * is weak, what the lawful way costs anyway. Never below the floor. */
static void
find_high (FwRisk *self,
           const FwExitRule *rule,
           FwAssessment *agreed)
{
  FwAmount *damages = fw_assessment_get_damages (agreed);
  gboolean known = TRUE;
  FwNumber *highest = highest_cost (self, &known);
  gboolean alone = self->agreed && highest == NULL && damages != NULL;

  if (alone)
    highest = damages->amount;
  self->high_reason = _fw_message_copy (alone ? rule->agreed : self->costs->len > 0 ? rule->weak : rule->sound);
  if (self->low == NULL || !known || (highest == NULL && (alone || self->lawful == NULL)))
    return;
  if (highest == NULL || (!self->agreed && self->lawful != NULL && fw_number_compare (self->lawful, highest) > 0))
    highest = self->lawful;
  self->high = fw_number_ref (fw_number_compare (highest, self->low) > 0 ? highest : self->low);
}

static gboolean
weigh_exit (FwRisk *self,
            FwPack *pack,
            FwFacts *facts,
            GHashTable *settings,
            GError **error)
{
  g_autoptr (FwAssessment) agreed = assess_exit (self, pack, facts, settings, error);
  FwAmount *severance;

  if (agreed == NULL)
    return FALSE;
  severance = fw_assessment_get_severance (agreed);
  self->low = severance != NULL && severance->amount != NULL ? fw_number_half_up (severance->amount, self->digits) : NULL;
  self->sum_path = g_strdup (pack->exit->sum);
  self->floor = _fw_message_copy (pack->exit->floor);
  take_offers (self, facts, agreed);
  find_high (self, pack->exit, agreed);
  return TRUE;
}

static gboolean
weigh (FwRisk *self,
       FwPack *pack,
       FwFacts *facts,
       GHashTable *settings,
       GError **error)
{
  g_autoptr (FwAssessment) assessment = fw_pack_assess (pack, facts, settings, error);

  if (assessment == NULL)
    return FALSE;
  for (guint i = 0; i < pack->weak_points->len; i++)
    if (!add_weak_point (self, pack->weak_points->pdata[i], facts, assessment, error))
      return FALSE;
  for (guint i = 0; i < pack->risk_costs->len; i++)
    {
      const FwRiskCostRule *rule = pack->risk_costs->pdata[i];

      if (is_led_to (self, rule->id) && !add_cost (self, rule, pack, facts, settings, assessment, error))
        return FALSE;
    }
  self->lawful = ref_or_null (fw_assessment_get_total (assessment));
  return pack->exit == NULL || weigh_exit (self, pack, facts, settings, error);
}

/**
 * fw_pack_weigh:
 * @facts: a case with its ground
 * @settings: (nullable): readings of the law over the defaults
 *
 * Returns: (transfer full) (nullable): what the case may cost, and between what one may negotiate
 */
FwRisk *
fw_pack_weigh (FwPack *pack,
               FwFacts *facts,
               GHashTable *settings,
               GError **error)
{
  g_autoptr (FwRisk) self = g_new0 (FwRisk, 1);

  self->weak_points = g_ptr_array_new_with_free_func ((GDestroyNotify) weak_point_free);
  self->costs = g_ptr_array_new_with_free_func ((GDestroyNotify) cost_free);
  self->digits = pack->digits;
  return weigh (self, pack, facts, settings, error) ? g_steal_pointer (&self) : NULL;
}
