/* The weak points, costs and offers of a case for other programs. */
#include "rules/fw-assessment-private.h"
#include "rules/fw-risk.h"

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

static void
add_offer_json (JsonBuilder *json,
                const FwOffer *offer,
                guint digits)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, _fw_offer_to_json (offer, digits));
  json_builder_add_value (json, g_steal_pointer (&node));
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
  add_message (json, "floor", &self->floor);
  add_money (json, "offered", self->offered, self->digits);
  json_builder_set_member_name (json, "offers");
  json_builder_begin_array (json);
  for (guint i = 0; self->offers != NULL && i < self->offers->len; i++)
    add_offer_json (json, self->offers->pdata[i], self->digits);
  json_builder_end_array (json);
  add_money (json, "extras", self->extras, self->digits);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
