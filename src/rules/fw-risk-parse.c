/* Weak points, what they cost, and the exit beside them, as a pack states them. */
#include "rules/fw-pack-private.h"

#include <string.h>

void
_fw_weak_point_rule_free (FwWeakPointRule *self)
{
  _fw_citation_clear (&self->citation);
  g_strfreev (self->findings);
  g_strfreev (self->costs);
  g_clear_pointer (&self->test, fw_xpath_free);
  g_free (self);
}

void
_fw_risk_cost_rule_free (FwRiskCostRule *self)
{
  _fw_citation_clear (&self->citation);
  g_free (self);
}

gboolean
_fw_pack_parse_risk_cost (FwPack *self,
                          FwXmlNode *node,
                          GError **error)
{
  FwRiskCostRule *rule = g_new0 (FwRiskCostRule, 1);
  const char *months = fw_xml_node_get (node, "months");

  g_ptr_array_add (self->risk_costs, rule);
  rule->id = fw_xml_node_get (node, "id");
  rule->title = _fw_pack_text (node);
  rule->assumes = _fw_pack_child_text (node, "assumes");
  rule->of = fw_xml_node_get (node, "of");
  rule->months = months != NULL ? (guint) g_ascii_strtoull (months, NULL, 10) : 0;
  return _fw_pack_read_citation (self, node, &rule->citation, error);
}

static gboolean
has_cost (FwPack *self,
          const char *id)
{
  for (guint i = 0; i < self->risk_costs->len; i++)
    if (strcmp (((FwRiskCostRule *) self->risk_costs->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* A finding is a check, or one that the judgment adds of its own; only beginnings may name either. */
static gboolean
check_findings (FwPack *self,
                FwXmlNode *node,
                char **findings,
                GError **error)
{
  for (guint i = 0; findings != NULL && findings[i] != NULL; i++)
    {
      gboolean found = g_str_has_suffix (findings[i], "*") || g_str_has_prefix (findings[i], "missing.");

      for (guint j = 0; !found && j < self->checks->len; j++)
        found = strcmp (((FwCheck *) self->checks->pdata[j])->id, findings[i]) == 0;
      if (!found)
        return _fw_pack_fail (self, node, error, "there is no check ‘%s’", findings[i]);
    }
  return TRUE;
}

gboolean
_fw_pack_parse_weak_point (FwPack *self,
                           FwXmlNode *node,
                           GError **error)
{
  FwWeakPointRule *rule = g_new0 (FwWeakPointRule, 1);
  const char *findings = fw_xml_node_get (node, "findings");

  g_ptr_array_add (self->weak_points, rule);
  rule->id = fw_xml_node_get (node, "id");
  rule->title = _fw_pack_text (node);
  rule->why = _fw_pack_child_text (node, "why");
  rule->mend = _fw_pack_child_text (node, "mend");
  rule->findings = findings != NULL ? g_strsplit (findings, " ", -1) : NULL;
  rule->costs = g_strsplit (fw_xml_node_get (node, "costs"), " ", -1);
  if (findings == NULL && fw_xml_node_get (node, "test") == NULL)
    return _fw_pack_fail (self, node, error, "‘weak-point’ names neither findings nor a fact");
  for (guint i = 0; rule->costs[i] != NULL; i++)
    if (!has_cost (self, rule->costs[i]))
      return _fw_pack_fail (self, node, error, "there is no cost ‘%s’", rule->costs[i]);
  return check_findings (self, node, rule->findings, error) && _fw_pack_read_citation (self, node, &rule->citation, error) &&
         _fw_pack_read_xpath (self, node, "test", &rule->test, error);
}

gboolean
_fw_pack_parse_exit (FwPack *self,
                     FwXmlNode *node,
                     GError **error)
{
  FwExitRule *rule;

  if (self->exit != NULL)
    return _fw_pack_fail (self, node, error, "there are two exits");
  self->exit = rule = g_new0 (FwExitRule, 1);
  rule->ground = fw_xml_node_get (node, "ground");
  rule->sum = fw_xml_node_get (node, "sum");
  rule->floor = _fw_pack_child_text (node, "floor");
  rule->agreed = _fw_pack_child_text (node, "agreed");
  rule->weak = _fw_pack_child_text (node, "weak");
  rule->sound = _fw_pack_child_text (node, "sound");
  if (_fw_pack_ground_rule (self, rule->ground) == NULL)
    return _fw_pack_fail (self, node, error, "there is no ground ‘%s’", rule->ground);
  return TRUE;
}
