#include "facts/fw-xml-private.h"

#include <string.h>

static xmlNode *
element_from (xmlNode *node,
              const char *name)
{
  while (node != NULL && (node->type != XML_ELEMENT_NODE ||
                          (name != NULL && strcmp ((const char *) node->name, name) != 0)))
    node = node->next;
  return node;
}

const char *
fw_xml_node_name (FwXmlNode *node)
{
  return (const char *) node->name;
}

/**
 * fw_xml_node_namespace:
 *
 * Returns: (transfer none): the namespace's name, "" where the element has none
 */
const char *
fw_xml_node_namespace (FwXmlNode *node)
{
  return node->ns != NULL ? (const char *) node->ns->href : "";
}

gboolean
fw_xml_node_is (FwXmlNode *node,
                const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

/**
 * fw_xml_node_get:
 *
 * Returns: (transfer none) (nullable): the attribute's value, %NULL where it is absent; valid until it is set again
 */
const char *
fw_xml_node_get (FwXmlNode *node,
                 const char *attribute)
{
  for (xmlAttr *found = node->properties; found != NULL; found = found->next)
    if (strcmp ((const char *) found->name, attribute) == 0)
      return found->children != NULL ? (const char *) found->children->content : "";
  return NULL;
}

/**
 * fw_xml_node_set:
 * @value: (nullable): %NULL takes the attribute away
 */
void
fw_xml_node_set (FwXmlNode *node,
                 const char *attribute,
                 const char *value)
{
  if (value != NULL)
    xmlSetProp (node, (const xmlChar *) attribute, (const xmlChar *) value);
  else
    xmlUnsetProp (node, (const xmlChar *) attribute);
}

/**
 * fw_xml_node_set_text:
 * @text: (nullable): what the element then holds and nothing else
 */
void
fw_xml_node_set_text (FwXmlNode *node,
                      const char *text)
{
  xmlNodeSetContent (node, NULL);
  if (text != NULL)
    xmlNodeAddContent (node, (const xmlChar *) text);
}

/**
 * fw_xml_node_dup_text:
 *
 * Returns: (transfer full): the text of the element and of all in it, "" where there is none
 */
char *
fw_xml_node_dup_text (FwXmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  char *result = g_strdup (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return result;
}

int
fw_xml_node_line (FwXmlNode *node)
{
  return (int) xmlGetLineNo (node);
}

/**
 * fw_xml_node_parent:
 *
 * Returns: (transfer none) (nullable): the element around @node, %NULL for the root
 */
FwXmlNode *
fw_xml_node_parent (FwXmlNode *node)
{
  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
}

/**
 * fw_xml_node_child:
 * @name: (nullable): the name asked for, %NULL for any
 *
 * Returns: (transfer none) (nullable): the first child element
 */
FwXmlNode *
fw_xml_node_child (FwXmlNode *node,
                   const char *name)
{
  return element_from (node->children, name);
}

/**
 * fw_xml_node_next:
 * @name: (nullable): the name asked for, %NULL for any
 *
 * Returns: (transfer none) (nullable): the next element beside @node
 */
FwXmlNode *
fw_xml_node_next (FwXmlNode *node,
                  const char *name)
{
  return element_from (node->next, name);
}

static xmlNode *
piece_from (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE &&
         node->type != XML_CDATA_SECTION_NODE)
    node = node->next;
  return node;
}

/**
 * fw_xml_node_first_piece:
 *
 * With fw_xml_node_next_piece(): what an element holds, texts and elements in their order. Of a text only
 * fw_xml_node_is_text(), fw_xml_node_dup_text() and fw_xml_node_next_piece() may be asked.
 *
 * Returns: (transfer none) (nullable):
 */
FwXmlNode *
fw_xml_node_first_piece (FwXmlNode *node)
{
  return piece_from (node->children);
}

FwXmlNode *
fw_xml_node_next_piece (FwXmlNode *node)
{
  return piece_from (node->next);
}

gboolean
fw_xml_node_is_text (FwXmlNode *node)
{
  return node->type != XML_ELEMENT_NODE;
}

/**
 * fw_xml_node_append:
 *
 * Returns: (transfer none): a new, empty last child in its parent's namespace
 */
FwXmlNode *
fw_xml_node_append (FwXmlNode *parent,
                    const char *name)
{
  return xmlNewChild (parent, parent->ns, (const xmlChar *) name, NULL);
}

/**
 * fw_xml_node_remove:
 *
 * Takes the element out of its document and frees it.
 */
void
fw_xml_node_remove (FwXmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}
