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

/* Whether XML 1.0 has no character for what begins here, in valid UTF-8. */
static gboolean
is_no_character (const char *at)
{
  return ((guchar) *at < 0x20 && strchr ("\t\n\r", *at) == NULL) || strncmp (at, "\xef\xbf\xbe", 3) == 0 ||
         strncmp (at, "\xef\xbf\xbf", 3) == 0;
}

static gboolean
has_no_character (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (is_no_character (at))
      return TRUE;
  return FALSE;
}

/**
 * fw_xml_can_hold:
 *
 * Returns: whether XML has a character for each of @text: no control characters, no bytes that are not UTF-8
 */
gboolean
fw_xml_can_hold (const char *text)
{
  return g_utf8_validate (text, -1, NULL) && !has_no_character (text);
}

/* What was recorded somewhere may hold what XML cannot: a blank stands in its place, so that the document can be read again. */
static char *
dup_without (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_no_character (at))
      g_string_append_c (clean, ' ');
    else
      g_string_append_len (clean, at, g_utf8_next_char (at) - at);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/**
 * fw_xml_node_set:
 * @value: (nullable): %NULL takes the attribute away; what XML has no character for becomes a blank
 */
void
fw_xml_node_set (FwXmlNode *node,
                 const char *attribute,
                 const char *value)
{
  g_autofree char *clean = value != NULL && has_no_character (value) ? dup_without (value) : NULL;

  if (value != NULL)
    xmlSetProp (node, (const xmlChar *) attribute, (const xmlChar *) (clean != NULL ? clean : value));
  else
    xmlUnsetProp (node, (const xmlChar *) attribute);
}

/**
 * fw_xml_node_set_text:
 * @text: (nullable): what the element then holds and nothing else; what XML has no character for becomes a blank
 */
void
fw_xml_node_set_text (FwXmlNode *node,
                      const char *text)
{
  g_autofree char *clean = text != NULL && has_no_character (text) ? dup_without (text) : NULL;

  xmlNodeSetContent (node, NULL);
  if (text != NULL)
    xmlNodeAddContent (node, (const xmlChar *) (clean != NULL ? clean : text));
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
  /* An element counts to here; the text before it ends on the element's line, and counts on. */
  if (node->line == G_MAXUSHORT && node->prev != NULL && node->prev->type == XML_TEXT_NODE)
    node = node->prev;
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
