/* What else may be offered in a negotiated exit: each with what it costs and its clause in the agreement, as a pack states it. */
#include "rules/fw-assessment-private.h"

#include <string.h>

#define MUTUAL "mutual"

static void
ask_rule_free (FwOfferAskRule *self)
{
  g_free (self);
}

void
_fw_offer_rule_free (FwOfferRule *self)
{
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
  g_clear_pointer (&self->asks, g_ptr_array_unref);
  _fw_phrase_free (self->clause);
  _fw_phrase_free (self->paid);
  g_free (self);
}

static void
ask_free (FwOfferAsk *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->value);
  _fw_message_clear (&self->title);
  g_free (self);
}

void
_fw_offer_free (FwOffer *self)
{
  g_free (self->id);
  g_free (self->group);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->why);
  _fw_message_clear (&self->article);
  _fw_message_clear (&self->unit);
  _fw_message_clear (&self->paid);
  _fw_message_clear (&self->clause);
  g_clear_pointer (&self->each, fw_number_unref);
  g_clear_pointer (&self->cost, fw_number_unref);
  g_ptr_array_unref (self->asks);
  g_ptr_array_unref (self->working);
  g_free (self);
}

static void
read_asks (FwOfferRule *rule,
           FwXmlNode *node)
{
  for (FwXmlNode *child = fw_xml_node_child (node, "ask"); child != NULL; child = fw_xml_node_next (child, "ask"))
    {
      FwOfferAskRule *ask = g_new0 (FwOfferAskRule, 1);

      ask->name = fw_xml_node_get (child, "name");
      ask->type = fw_xml_node_get (child, "type");
      ask->title = _fw_pack_text (child);
      g_ptr_array_add (rule->asks, ask);
    }
}

gboolean
_fw_pack_parse_offer (FwPack *self,
                      FwXmlNode *node,
                      GError **error)
{
  FwOfferRule *rule = g_new0 (FwOfferRule, 1);
  const char *each = fw_xml_node_get (node, "each");

  g_ptr_array_add (self->offers, rule);
  rule->node = node;
  rule->id = fw_xml_node_get (node, "id");
  rule->title = _fw_pack_text (node);
  rule->why = _fw_pack_child_text (node, "why");
  rule->unit = _fw_pack_child_text (node, "unit");
  rule->calculation = fw_xml_node_get (node, "calculation");
  rule->each = each;
  rule->group = fw_xml_node_get (node, "group");
  rule->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) ask_rule_free);
  read_asks (rule, node);
  if (each != NULL && rule->calculation == NULL)
    return _fw_pack_fail (self, node, error, "‘%s’ is what one of it costs, but no calculation says so", each);
  rule->arguments = _fw_pack_read_arguments (self, node, error);
  return rule->arguments != NULL && _fw_pack_read_citation (self, node, &rule->citation, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "paid"), &rule->paid, error) &&
         _fw_pack_read_phrase (self, fw_xml_node_child (node, "clause"), &rule->clause, error);
}

/* What the case says of the offer; NULL: it is not offered. */
static FwXmlNode *
find_said (FwFacts *facts,
           const char *id,
           guint *place)
{
  FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (facts), "case");

  *place = 0;
  node = node != NULL ? fw_xml_node_child (node, "agreement") : NULL;
  for (node = node != NULL ? fw_xml_node_child (node, "offer") : NULL; node != NULL; node = fw_xml_node_next (node, "offer"))
    {
      ++*place;
      if (g_strcmp0 (fw_xml_node_get (node, "id"), id) == 0)
        return node;
    }
  *place = 0;
  return NULL;
}

/* What people are asked of it, with what they said; TRUE where nothing is left to say. */
static gboolean
take_asks (FwOffer *self,
           const FwOfferRule *rule,
           FwXmlNode *said)
{
  gboolean all = TRUE;

  for (guint i = 0; i < rule->asks->len; i++)
    {
      const FwOfferAskRule *ask_rule = rule->asks->pdata[i];
      FwOfferAsk *ask = g_new0 (FwOfferAsk, 1);

      ask->name = g_strdup (ask_rule->name);
      ask->type = g_strdup (ask_rule->type);
      ask->title = _fw_message_copy (ask_rule->title);
      ask->value = g_strdup (said != NULL ? fw_xml_node_get (said, ask_rule->name) : NULL);
      all = all && ask->value != NULL;
      g_ptr_array_add (self->asks, ask);
    }
  return all;
}

static FwNumber *
output_of (FwJudge *judge,
           FwRun *run,
           const char *name)
{
  const FwOutput *output = name != NULL ? _fw_run_output (run, name) : NULL;
  g_auto (FwValue) value = { 0 };

  if (output != NULL)
    value = _fw_run_output_value (run, output);
  return value.kind == FW_VALUE_NUMBER && value.number != NULL ? fw_number_half_up (value.number, judge->pack->digits) : NULL;
}

static FwOffer *
offer_new (FwJudge *judge,
           const FwOfferRule *rule)
{
  FwOffer *self = g_new0 (FwOffer, 1);

  self->id = g_strdup (rule->id);
  self->group = g_strdup (rule->group);
  self->title = _fw_message_copy (rule->title);
  self->why = _fw_message_copy (rule->why);
  self->unit = _fw_message_copy (rule->unit);
  self->article = _fw_message_of_citation (&rule->citation);
  self->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) ask_free);
  self->working = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_working_free);
  self->paid = _fw_phrase_fill (rule->paid, judge->facts, NULL);
  return self;
}

static FwOffer *
judge_offer (FwJudge *judge,
             const FwOfferRule *rule,
             GHashTable *results)
{
  FwOffer *self = offer_new (judge, rule);
  FwXmlNode *said = find_said (judge->facts, rule->id, &self->place);
  gboolean all = take_asks (self, rule, said);
  FwRun *run = rule->calculation != NULL ? _fw_judge_run (judge, rule->calculation, rule->arguments, results) : NULL;

  if (run != NULL)
    {
      self->each = output_of (judge, run, rule->each);
      self->cost = output_of (judge, run, "cost");
      _fw_run_add_working (run, self->working);
    }
  else
    self->cost = fw_number_new (0);
  if (said != NULL && all && self->cost != NULL)
    self->clause = _fw_phrase_fill (rule->clause, judge->facts, run);
  return self;
}

/**
 * _fw_judge_offers:
 * @results: name → FwValue, what arguments may name
 * @all: whether those count too that the case does not offer
 *
 * Returns: (transfer full) (element-type FwOffer): what is offered, or could be; nothing but in a negotiated exit
 */
GPtrArray *
_fw_judge_offers (FwJudge *judge,
                  GHashTable *results,
                  gboolean all)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) _fw_offer_free);
  gboolean mutual = judge->ground != NULL && g_strcmp0 (judge->ground->open.kind, MUTUAL) == 0;

  for (guint i = 0; mutual && i < judge->pack->offers->len; i++)
    {
      const FwOfferRule *rule = judge->pack->offers->pdata[i];
      guint place;

      if (all || find_said (judge->facts, rule->id, &place) != NULL)
        g_ptr_array_add (offers, judge_offer (judge, rule, results));
    }
  return offers;
}
