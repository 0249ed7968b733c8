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

/* The same case, ended by agreement: what the law gives there is the floor of every offer. */
static gboolean
find_low (FwRisk *self,
          FwPack *pack,
          FwFacts *facts,
          GHashTable *settings,
          GError **error)
{
  g_autoptr (FwFacts) copy = fw_facts_copy (facts);
  g_autoptr (FwAssessment) agreed = NULL;
  FwGroundRule *ground = _fw_pack_ground_rule (pack, pack->exit->ground);
  FwAmount *severance;

  if (!fw_facts_set (copy, "departure/@kind", ground->open.kind, error) ||
      !fw_facts_set (copy, "departure/@ground", ground->open.id, error) ||
      (agreed = fw_pack_assess (pack, copy, settings, error)) == NULL)
    return FALSE;
  severance = fw_assessment_get_severance (agreed);
  self->low = severance != NULL ? ref_or_null (severance->amount) : NULL;
  self->exit_title = _fw_message_copy (ground->open.title);
  return TRUE;
}

/* Where a dispute may be lost, what is lost then; where nothing is weak, what the lawful way costs anyway. Never below the floor. */
static void
find_high (FwRisk *self,
           const FwExitRule *rule)
{
  FwNumber *highest = NULL;
  gboolean known = TRUE;

  for (guint i = 0; i < self->costs->len; i++)
    {
      const FwRiskCost *cost = self->costs->pdata[i];

      if (cost->each_month != NULL)
        continue;
      known = known && cost->amount != NULL;
      if (cost->amount != NULL && (highest == NULL || fw_number_compare (cost->amount, highest) > 0))
        highest = cost->amount;
    }
  self->high_reason = _fw_message_copy (self->costs->len > 0 ? rule->weak : rule->sound);
  if (self->low == NULL || !known || (highest == NULL && self->lawful == NULL))
    return;
  if (highest == NULL || (self->lawful != NULL && fw_number_compare (self->lawful, highest) > 0))
    highest = self->lawful;
  self->high = fw_number_ref (fw_number_compare (highest, self->low) > 0 ? highest : self->low);
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
  if (pack->exit == NULL)
    return TRUE;
  if (!find_low (self, pack, facts, settings, error))
    return FALSE;
  find_high (self, pack->exit);
  return TRUE;
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

static void
add_message (JsonBuilder *json,
             const char *name,
             const FwMessage *message)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "zh");
  json_builder_add_string_value (json, message->zh != NULL ? message->zh : "");
  json_builder_set_member_name (json, "en");
  json_builder_add_string_value (json, message->en != NULL ? message->en : "");
  json_builder_end_object (json);
}

static void
add_money (JsonBuilder *json,
           const char *name,
           const FwNumber *number,
           guint digits)
{
  g_autofree char *text = fw_number_to_fixed (number, digits);

  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_strings (JsonBuilder *json,
             const char *name,
             const char *const *texts,
             guint length)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < length; i++)
    json_builder_add_string_value (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_weak_point_json (JsonBuilder *json,
                     const FwWeakPoint *point)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, point->id);
  add_message (json, "title", &point->title);
  add_message (json, "why", &point->why);
  add_message (json, "mend", &point->mend);
  add_message (json, "article", &point->article);
  add_strings (json, "findings", (const char *const *) point->findings->pdata, point->findings->len);
  add_strings (json, "costs", (const char *const *) point->costs, g_strv_length (point->costs));
  json_builder_end_object (json);
}

static void
add_cost_json (JsonBuilder *json,
               const FwRiskCost *cost,
               guint digits)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, cost->id);
  add_message (json, "title", &cost->title);
  add_message (json, "assumes", &cost->assumes);
  add_message (json, "article", &cost->article);
  add_money (json, "amount", cost->amount, digits);
  if (cost->months > 0)
    {
      add_money (json, "each_month", cost->each_month, digits);
      json_builder_set_member_name (json, "months");
      json_builder_add_int_value (json, cost->months);
    }
  json_builder_end_object (json);
}

/**
 * fw_risk_to_json:
 *
 * Returns: (transfer full): all of it; an amount that cannot be reckoned is null
 */
JsonNode *
fw_risk_to_json (const FwRisk *self)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "weak_points");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->weak_points->len; i++)
    add_weak_point_json (json, self->weak_points->pdata[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "costs");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->costs->len; i++)
    add_cost_json (json, self->costs->pdata[i], self->digits);
  json_builder_end_array (json);
  add_money (json, "lawful", self->lawful, self->digits);
  add_message (json, "exit", &self->exit_title);
  add_money (json, "low", self->low, self->digits);
  add_money (json, "high", self->high, self->digits);
  add_message (json, "high_reason", &self->high_reason);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
