#include "facts/fw-facts-private.h"

#include "core/fw-paths.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

struct _FwFacts
{
  gatomicrefcount references;
  FwXml *xml;

  /* Made when the first expression is asked. */
  xmlXPathContext *context;
  FwFunctionScope scope;
};

G_DEFINE_BOXED_TYPE (FwFacts, fw_facts, fw_facts_ref, fw_facts_unref)

static xmlNode *
next_element (xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node->next == NULL)
    node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
  return node != NULL ? node->next : NULL;
}

/* Puts every element into @space, or into none. The declaration stays on the root, so what is written is in it. */
static void
move_to_namespace (xmlDoc *document,
                   xmlNs *space)
{
  for (xmlNode *node = xmlDocGetRootElement (document); node != NULL; node = next_element (node))
    if (node->type == XML_ELEMENT_NODE)
      node->ns = space;
}

static xmlNs *
default_namespace (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNs *space = root->nsDef; space != NULL; space = space->next)
    if (space->prefix == NULL)
      return space;
  return NULL;
}

/* Facts written with a prefix become facts written without one. No element is in another namespace, so a default that
 * names another serves nobody. */
static void
drop_prefixes (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);

  if (default_namespace (document) == NULL)
    xmlNewNs (root, (const xmlChar *) FW_FACTS_NAMESPACE, NULL);
  for (xmlNode *node = root; node != NULL; node = next_element (node))
    for (xmlNs *space = node->type == XML_ELEMENT_NODE ? node->nsDef : NULL; space != NULL; space = space->next)
      if (space->prefix == NULL && !xmlStrEqual (space->href, (const xmlChar *) FW_FACTS_NAMESPACE))
        {
          xmlFree ((xmlChar *) space->href);
          space->href = xmlStrdup ((const xmlChar *) FW_FACTS_NAMESPACE);
        }
}

static gboolean
check_namespaces (xmlDoc *document,
                  const char *name,
                  GError **error)
{
  for (xmlNode *node = xmlDocGetRootElement (document); node != NULL; node = next_element (node))
    if (node->type == XML_ELEMENT_NODE &&
        (node->ns == NULL || !xmlStrEqual (node->ns->href, (const xmlChar *) FW_FACTS_NAMESPACE)))
      {
        g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID,
                     "%s:%ld: element ‘%s’ is not in the namespace " FW_FACTS_NAMESPACE, name, xmlGetLineNo (node), node->name);
        return FALSE;
      }
  return TRUE;
}

static FwFacts *
facts_take (FwXml *xml)
{
  FwFacts *self = g_new0 (FwFacts, 1);

  g_atomic_ref_count_init (&self->references);
  self->xml = xml;
  return self;
}

/**
 * fw_facts_load_schema:
 *
 * Returns: (transfer full) (nullable): data/facts.rng, compiled once by whoever loads facts and kept by them
 */
FwSchema *
fw_facts_load_schema (GError **error)
{
  g_autofree char *path = fw_paths_find_data ("facts.rng");

  return fw_schema_load_simple (path != NULL ? path : "facts.rng", error);
}

/**
 * fw_facts_new:
 *
 * Returns: (transfer full): facts of which nothing is known yet, to be filled with fw_facts_set() and fw_facts_append()
 */
FwFacts *
fw_facts_new (void)
{
  xmlDoc *document;
  xmlNode *root;

  _fw_xml_initialize ();
  document = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewDocNode (document, NULL, (const xmlChar *) "facts", NULL);
  xmlDocSetRootElement (document, root);
  xmlNewNs (root, (const xmlChar *) FW_FACTS_NAMESPACE, NULL);
  return facts_take (_fw_xml_wrap (document, "facts"));
}

static FwFacts *
facts_from_xml (FwXml *xml,
                FwSchema *schema,
                GError **error)
{
  xmlDoc *document = _fw_xml_document (xml);

  if (!check_namespaces (document, fw_xml_get_name (xml), error) ||
      (schema != NULL && !fw_schema_validate (schema, xml, error)))
    return NULL;
  drop_prefixes (document);
  move_to_namespace (document, NULL);
  return facts_take (fw_xml_ref (xml));
}

/**
 * fw_facts_load_bytes:
 * @name: what messages call the document
 * @schema: (nullable): from fw_facts_load_schema(); %NULL leaves names and values unchecked
 *
 * Returns: (transfer full) (nullable): the facts; %NULL with file, line and reason
 */
FwFacts *
fw_facts_load_bytes (GBytes *bytes,
                     const char *name,
                     FwSchema *schema,
                     GError **error)
{
  g_autoptr (FwXml) xml = fw_xml_load_bytes (bytes, name, error);

  return xml != NULL ? facts_from_xml (xml, schema, error) : NULL;
}

/**
 * fw_facts_load_file:
 *
 * As fw_facts_load_bytes(), from a file.
 */
FwFacts *
fw_facts_load_file (const char *path,
                    FwSchema *schema,
                    GError **error)
{
  g_autoptr (FwXml) xml = fw_xml_load_file (path, error);

  return xml != NULL ? facts_from_xml (xml, schema, error) : NULL;
}

/**
 * fw_facts_new_from_node:
 * @node: a facts element inside another document, as examples hold it
 *
 * Returns: (transfer full) (nullable): a copy of it as facts of their own; %NULL with @name, line and reason
 */
FwFacts *
fw_facts_new_from_node (FwXmlNode *node,
                        const char *name,
                        FwSchema *schema,
                        GError **error)
{
  g_autoptr (FwXml) xml = NULL;
  xmlDoc *document = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlDocCopyNode (node, document, 1);

  xmlDocSetRootElement (document, root);
  xmlReconciliateNs (document, root);
  xml = _fw_xml_wrap (document, name);
  return facts_from_xml (xml, schema, error);
}

/**
 * fw_facts_copy:
 *
 * Returns: (transfer full): the same facts, to be changed on their own or taken to another thread
 */
FwFacts *
fw_facts_copy (FwFacts *self)
{
  return facts_take (_fw_xml_wrap (xmlCopyDoc (_fw_xml_document (self->xml), 1), fw_xml_get_name (self->xml)));
}

FwFacts *
fw_facts_ref (FwFacts *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_facts_unref (FwFacts *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->context, xmlXPathFreeContext);
  fw_xml_unref (self->xml);
  g_free (self);
}

/**
 * fw_facts_validate:
 *
 * Returns: %TRUE where the facts as they stand now follow @schema
 */
gboolean
fw_facts_validate (FwFacts *self,
                   FwSchema *schema,
                   GError **error)
{
  xmlDoc *document = _fw_xml_document (self->xml);
  gboolean valid;

  move_to_namespace (document, default_namespace (document));
  valid = fw_schema_validate (schema, self->xml, error);
  move_to_namespace (document, NULL);
  return valid;
}

/**
 * fw_facts_to_bytes:
 *
 * Returns: (transfer full): the document in UTF-8 and its namespace; the same facts always give the same bytes
 */
GBytes *
fw_facts_to_bytes (FwFacts *self)
{
  return fw_xml_to_bytes (self->xml);
}

FwXmlNode *
fw_facts_get_root (FwFacts *self)
{
  return fw_xml_get_root (self->xml);
}

/* One step of a path: "wage", "wage[3]" or "@gross". Answers FALSE where it is none of them. */
static gboolean
read_step (const char *step,
           char **name,
           guint *index)
{
  const char *bracket = strchr (step, '[');
  char *end = NULL;
  gsize length = bracket != NULL ? (gsize) (bracket - step) : strlen (step);

  *index = 0;
  if (length == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (step[i]) && strchr ("-_.", step[i]) == NULL)
      return FALSE;
  if (bracket != NULL)
    {
      *index = (guint) strtoul (bracket + 1, &end, 10);
      if (*index == 0 || *index > 10000 || strcmp (end, "]") != 0)
        return FALSE;
    }
  *name = g_strndup (step, length);
  return TRUE;
}

/* The @index-th child (from 1; 0: the first), made with all before it where @create says so. */
static xmlNode *
find_child (xmlNode *parent,
            const char *name,
            guint index,
            gboolean create)
{
  xmlNode *child = fw_xml_node_child (parent, name);
  guint position = 1;

  if (child == NULL && create)
    child = fw_xml_node_append (parent, name);
  for (; child != NULL && position < index; position++)
    {
      xmlNode *next = fw_xml_node_next (child, name);

      child = next == NULL && create ? fw_xml_node_append (parent, name) : next;
    }
  return child;
}

/* The element that @path leads to, and in @attribute the name behind the last "@", if any. */
static xmlNode *
walk (FwFacts *self,
      const char *path,
      gboolean create,
      char **attribute,
      GError **error)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  xmlNode *node = fw_facts_get_root (self);

  if (steps[0] == NULL)
    {
      g_set_error_literal (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "an empty path leads nowhere");
      return NULL;
    }
  for (guint i = 0; node != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      gboolean last = steps[i + 1] == NULL;
      guint index;

      if (!read_step (steps[i] + (last && steps[i][0] == '@' ? 1 : 0), &name, &index))
        {
          g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "‘%s’ is not a path of facts", path);
          return NULL;
        }
      if (steps[i][0] == '@')
        *attribute = g_steal_pointer (&name);
      else
        node = find_child (node, name, index, create);
    }
  return node;
}

/* The scope reads dates from the document: what was read before a change is no longer true. */
static void
forget_scope (FwFacts *self)
{
  g_clear_pointer (&self->context, xmlXPathFreeContext);
}

/**
 * fw_facts_set:
 * @path: for example "employee/employment/@hired" or "employee/protection[2]/@kind"
 * @value: (nullable): %NULL makes the fact unknown again
 *
 * Makes the elements that are missing on the way. Whether the schema knows the path is asked by fw_facts_validate().
 */
gboolean
fw_facts_set (FwFacts *self,
              const char *path,
              const char *value,
              GError **error)
{
  g_autofree char *attribute = NULL;
  g_autoptr (GError) problem = NULL;
  xmlNode *node = walk (self, path, value != NULL, &attribute, &problem);

  forget_scope (self);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (node == NULL)
    return TRUE;
  if (attribute != NULL)
    fw_xml_node_set (node, attribute, value);
  else
    fw_xml_node_set_text (node, value);
  return TRUE;
}

/**
 * fw_facts_append:
 * @path: the element to add, for example "employee/wage"; those around it are made where they are missing
 *
 * Returns: (transfer none) (nullable): a new element behind those of its name, to be filled with fw_xml_node_set()
 */
FwXmlNode *
fw_facts_append (FwFacts *self,
                 const char *path,
                 GError **error)
{
  g_autofree char *attribute = NULL;
  g_autofree char *around = NULL;
  const char *slash = strrchr (path, '/');
  xmlNode *parent;

  forget_scope (self);
  if (slash == NULL)
    return fw_xml_node_append (fw_facts_get_root (self), path);
  around = g_strndup (path, (gsize) (slash - path));
  parent = walk (self, around, TRUE, &attribute, error);
  return parent != NULL ? fw_xml_node_append (parent, slash + 1) : NULL;
}

/**
 * fw_facts_remove:
 * @path: an element; it and all in it become unknown; nothing happens where there is none
 */
void
fw_facts_remove (FwFacts *self,
                 const char *path)
{
  g_autofree char *attribute = NULL;
  xmlNode *node = walk (self, path, FALSE, &attribute, NULL);

  forget_scope (self);
  if (node != NULL && attribute != NULL)
    fw_xml_node_set (node, attribute, NULL);
  else if (node != NULL && node != fw_facts_get_root (self))
    fw_xml_node_remove (node);
}

/**
 * fw_facts_get:
 * @path: an attribute, as for fw_facts_set()
 *
 * Returns: (transfer none) (nullable): its value, %NULL where it is unknown; valid until the facts change
 */
const char *
fw_facts_get (FwFacts *self,
              const char *path)
{
  g_autofree char *attribute = NULL;
  xmlNode *node = walk (self, path, FALSE, &attribute, NULL);

  return node != NULL && attribute != NULL ? fw_xml_node_get (node, attribute) : NULL;
}

/**
 * fw_facts_locate:
 * @path: as for fw_facts_set()
 *
 * Returns: (transfer full): where a reader finds it, for a message: the document and, where it was read from a file, the line of
 *   the element, of the nearest one around it that there is
 */
char *
fw_facts_locate (FwFacts *self,
                 const char *path)
{
  g_autofree char *around = g_strdup (path);
  FwXmlNode *node = NULL;
  int line;

  while (node == NULL && *around != '\0')
    {
      g_autofree char *attribute = NULL;
      char *slash = strrchr (around, '/');

      node = walk (self, around, FALSE, &attribute, NULL);
      *(slash != NULL ? slash : around) = '\0';
    }
  line = fw_xml_node_line (node != NULL ? node : fw_facts_get_root (self));
  return line > 0 ? g_strdup_printf ("%s:%d", fw_xml_get_name (self->xml), line) : g_strdup (fw_xml_get_name (self->xml));
}

FwDate
fw_facts_get_date (FwFacts *self,
                   const char *path)
{
  return fw_date_from_string (fw_facts_get (self, path));
}

/**
 * fw_facts_list:
 * @path: an attribute of repeated elements, for example "evidence/@kind"
 *
 * Returns: (transfer full): the values that are known, in the order of the elements
 */
GStrv
fw_facts_list (FwFacts *self,
               const char *path)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autofree char *attribute = NULL;
  xmlNode *node = walk (self, path, FALSE, &attribute, NULL);

  for (; node != NULL && attribute != NULL; node = fw_xml_node_next (node, (const char *) node->name))
    {
      const char *value = fw_xml_node_get (node, attribute);

      if (value != NULL)
        g_strv_builder_add (values, value);
    }
  return g_strv_builder_end (values);
}

/**
 * fw_facts_judged_on:
 *
 * Answers the day whose law judges the case: of the notice, else the last day, else the day of the facts.
 */
FwDate
fw_facts_judged_on (FwFacts *self)
{
  const char *paths[] = { "departure/@notified", "departure/@last-day", "@as-of" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      FwDate date = fw_facts_get_date (self, paths[i]);

      if (fw_date_is_known (date))
        return date;
    }
  return FW_DATE_UNKNOWN;
}

xmlDoc *
_fw_facts_document (FwFacts *self)
{
  return _fw_xml_document (self->xml);
}

FwFunctionScope *
_fw_facts_scope (FwFacts *self)
{
  self->scope.facts = self;
  self->scope.judged_on = fw_facts_judged_on (self);
  self->scope.as_of = fw_facts_get_date (self, "@as-of");
  return &self->scope;
}

static xmlXPathFunction
find_function_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *space)
{
  if (space == NULL || strcmp ((const char *) space, FW_FUNCTIONS_NAMESPACE) != 0)
    return NULL;
  return _fw_function_find ((const char *) name);
}

/* The context in which expressions are asked, made once and again after a change. Belongs to the thread that
 * has the facts. */
xmlXPathContext *
_fw_facts_xpath_context (FwFacts *self)
{
  if (self->context != NULL)
    return self->context;
  self->context = xmlXPathNewContext (_fw_facts_document (self));
  self->context->userData = _fw_facts_scope (self);
  xmlXPathContextSetCache (self->context, 1, -1, 0);
  xmlXPathRegisterNs (self->context, (const xmlChar *) "fw", (const xmlChar *) FW_FUNCTIONS_NAMESPACE);
  xmlXPathRegisterFuncLookup (self->context, find_function_cb, NULL);
  return self->context;
}
