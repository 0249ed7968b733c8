/* The final settlement as a pack describes it: which lines, from what, and which of them a person may not lower or raise. */
#include "rules/fw-pack-private.h"

static void
limit_free (FwSettlementLimit *self)
{
  g_clear_pointer (&self->condition, fw_xpath_free);
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
  _fw_phrase_free (self->message);
  g_free (self);
}

static void
line_free (FwSettlementRule *self)
{
  _fw_citation_clear (&self->citation);
  g_clear_pointer (&self->condition, fw_xpath_free);
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
  _fw_phrase_free (self->formula);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_free (self);
}

void
_fw_settlement_sheet_free (FwSettlementSheet *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->net, limit_free);
  g_free (self);
}

static FwSettlementLimit *
parse_limit (FwPack *self,
             FwXmlNode *node,
             GError **error)
{
  FwSettlementLimit *limit = g_new0 (FwSettlementLimit, 1);

  limit->above = fw_xml_node_is (node, "above");
  limit->severity = _fw_severity_named (fw_xml_node_get (node, "severity"));
  limit->calculation = fw_xml_node_get (node, "calculation");
  limit->output = fw_xml_node_get (node, "output");
  limit->arguments = _fw_pack_read_arguments (self, node, error);
  if (limit->arguments != NULL && _fw_pack_read_xpath (self, node, "if", &limit->condition, error) &&
      _fw_pack_read_phrase (self, fw_xml_node_child (node, "message"), &limit->message, error))
    return limit;
  limit_free (limit);
  return NULL;
}

static gboolean
parse_limits (FwPack *self,
              FwXmlNode *node,
              GPtrArray *limits,
              GError **error)
{
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    if (fw_xml_node_is (child, "below") || fw_xml_node_is (child, "above"))
      {
        FwSettlementLimit *limit = parse_limit (self, child, error);

        if (limit == NULL)
          return FALSE;
        g_ptr_array_add (limits, limit);
      }
  return TRUE;
}

static FwSettlementRule *
parse_line (FwPack *self,
            FwXmlNode *node,
            GError **error)
{
  FwSettlementRule *line = g_new0 (FwSettlementRule, 1);

  line->others = fw_xml_node_is (node, "others");
  line->offers = fw_xml_node_is (node, "offers");
  line->id = fw_xml_node_get (node, "id");
  line->group = fw_xml_node_get (node, "group");
  line->name = _fw_pack_text (node);
  line->of = fw_xml_node_get (node, "of");
  line->calculation = fw_xml_node_get (node, "calculation");
  line->output = fw_xml_node_get (node, "output");
  line->when = fw_xml_node_get (node, "when");
  line->optional = g_strcmp0 (fw_xml_node_get (node, "optional"), "true") == 0;
  line->limits = g_ptr_array_new_with_free_func ((GDestroyNotify) limit_free);
  line->arguments = _fw_pack_read_arguments (self, node, error);
  if (line->arguments != NULL && _fw_pack_read_citation (self, node, &line->citation, error) &&
      _fw_pack_read_xpath (self, node, "if", &line->condition, error) &&
      _fw_pack_read_phrase (self, fw_xml_node_child (node, "formula"), &line->formula, error) &&
      parse_limits (self, node, line->limits, error))
    return line;
  line_free (line);
  return NULL;
}

static gboolean
parse_child (FwPack *self,
             FwXmlNode *node,
             FwSettlementSheet *sheet,
             GError **error)
{
  FwSettlementRule *line;

  if (fw_xml_node_is (node, "net"))
    return (sheet->net = parse_limit (self, node, error)) != NULL;
  line = parse_line (self, node, error);
  if (line != NULL)
    g_ptr_array_add (sheet->lines, line);
  return line != NULL;
}

/**
 * _fw_pack_parse_settlement:
 *
 * Returns: %FALSE with file, line and reason where @node is no settlement or the pack has one already
 */
gboolean
_fw_pack_parse_settlement (FwPack *self,
                           FwXmlNode *node,
                           GError **error)
{
  if (self->settlement != NULL)
    return _fw_pack_fail (self, node, error, "a pack has one settlement");
  self->settlement = g_new0 (FwSettlementSheet, 1);
  self->settlement->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->settlement->node = node;
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    if (!parse_child (self, child, self->settlement, error))
      return FALSE;
  return TRUE;
}
