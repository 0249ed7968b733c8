/* By which grounds, and with which figures, a pack reckons what a whole company's departures would cost. */
#include "rules/fw-pack-private.h"

static void
ground_free (FwLiabilityGround *self)
{
  g_clear_pointer (&self->condition, fw_xpath_free);
  g_free (self);
}

static void
need_free (FwLiabilityNeed *self)
{
  g_clear_pointer (&self->test, fw_xpath_free);
  g_free (self);
}

void
_fw_liability_rule_free (FwLiabilityRule *self)
{
  _fw_citation_clear (&self->citation);
  g_ptr_array_unref (self->grounds);
  g_ptr_array_unref (self->needs);
  g_free (self);
}

static gboolean
parse_by (FwPack *self,
          FwXmlNode *node,
          GError **error)
{
  FwLiabilityGround *by = g_new0 (FwLiabilityGround, 1);

  g_ptr_array_add (self->liability->grounds, by);
  by->ground = fw_xml_node_get (node, "ground");
  if (_fw_pack_ground_rule (self, by->ground) == NULL)
    return _fw_pack_fail (self, node, error, "there is no ground ‘%s’", by->ground);
  return _fw_pack_read_xpath (self, node, "if", &by->condition, error);
}

static gboolean
parse_need (FwPack *self,
            FwXmlNode *node,
            GError **error)
{
  FwLiabilityNeed *need = g_new0 (FwLiabilityNeed, 1);

  g_ptr_array_add (self->liability->needs, need);
  need->id = fw_xml_node_get (node, "id");
  need->name = _fw_pack_text (node);
  return _fw_pack_read_xpath (self, node, "test", &need->test, error);
}

gboolean
_fw_pack_parse_liability (FwPack *self,
                          FwXmlNode *node,
                          GError **error)
{
  FwLiabilityRule *rule;

  if (self->liability != NULL)
    return _fw_pack_fail (self, node, error, "there are two liabilities");
  self->liability = rule = g_new0 (FwLiabilityRule, 1);
  rule->assumes = _fw_pack_child_text (node, "assumes");
  rule->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ground_free);
  rule->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    if ((fw_xml_node_is (child, "by") && !parse_by (self, child, error)) ||
        (fw_xml_node_is (child, "need") && !parse_need (self, child, error)))
      return FALSE;
  return _fw_pack_read_citation (self, node, &rule->citation, error);
}
