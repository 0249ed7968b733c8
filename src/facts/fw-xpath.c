#include "facts/fw-xpath.h"

#include "facts/fw-facts-private.h"

#include <libxml/xpathInternals.h>

/* A check looks at some hundred nodes; ten thousand times that is no check. */
#define MAX_OPERATIONS 2000000

struct _FwXPath
{
  xmlXPathCompExpr *compiled;
  char *text;
};

/**
 * fw_xpath_new:
 *
 * Returns: (transfer full) (nullable): the compiled expression; %NULL with %FW_FACTS_ERROR_EXPRESSION where it is not XPath.
 *   Whether its names exist is asked by fw_vocabulary_check().
 */
FwXPath *
fw_xpath_new (const char *text,
              GError **error)
{
  xmlXPathContext *context;
  xmlXPathCompExpr *compiled;
  FwFirstError first = { 0, NULL };
  FwXPath *self;

  _fw_xml_initialize ();
  context = xmlXPathNewContext (NULL);
  context->error = (xmlStructuredErrorFunc) _fw_xml_first_error_cb;
  context->userData = &first;
  compiled = xmlXPathCtxtCompile (context, (const xmlChar *) text);
  xmlXPathFreeContext (context);
  if (compiled == NULL)
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "‘%s’ is not XPath: %s", text,
                   first.reason != NULL ? first.reason : "it does not compile");
      _fw_first_error_clear (&first);
      return NULL;
    }
  _fw_first_error_clear (&first);
  self = g_new0 (FwXPath, 1);
  self->compiled = compiled;
  self->text = g_strdup (text);
  return self;
}

void
fw_xpath_free (FwXPath *self)
{
  xmlXPathFreeCompExpr (self->compiled);
  g_free (self->text);
  g_free (self);
}

const char *
fw_xpath_get_text (FwXPath *self)
{
  return self->text;
}

static void
ignore_error_cb (void *data,
                 FwLibxmlError *problem)
{
}

static xmlXPathObject *
evaluate (FwXPath *self,
          FwFacts *facts,
          GError **error)
{
  xmlXPathContext *context = _fw_facts_xpath_context (facts);
  xmlXPathObject *object;

  context->node = fw_facts_get_root (facts);
  context->opLimit = MAX_OPERATIONS;
  context->opCount = 0;
  context->error = (xmlStructuredErrorFunc) ignore_error_cb;
  object = xmlXPathCompiledEval (self->compiled, context);
  if (object == NULL)
    {
      gboolean limit = context->lastError.code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED ||
                       context->opCount >= MAX_OPERATIONS;

      g_set_error (error, FW_FACTS_ERROR, limit ? FW_FACTS_ERROR_LIMIT : FW_FACTS_ERROR_EXPRESSION,
                   "‘%s’ cannot be evaluated%s", self->text, limit ? ": it needs too many steps" : "");
    }
  return object;
}

/**
 * fw_xpath_truth:
 * @truth: (out): the expression as yes or no, by the rules of XPath: an empty set is no
 */
gboolean
fw_xpath_truth (FwXPath *self,
                FwFacts *facts,
                gboolean *truth,
                GError **error)
{
  xmlXPathObject *object = evaluate (self, facts, error);

  if (object == NULL)
    return FALSE;
  *truth = xmlXPathCastToBoolean (object) != 0;
  xmlXPathFreeObject (object);
  return TRUE;
}

/**
 * fw_xpath_string:
 * @text: (out) (nullable): the value as text, %NULL where it is unknown: an empty set, or an empty text
 */
gboolean
fw_xpath_string (FwXPath *self,
                 FwFacts *facts,
                 char **text,
                 GError **error)
{
  xmlXPathObject *object = evaluate (self, facts, error);
  xmlChar *value;

  *text = NULL;
  if (object == NULL)
    return FALSE;
  value = xmlXPathCastToString (object);
  if (value != NULL && value[0] != '\0')
    *text = g_strdup ((const char *) value);
  xmlFree (value);
  xmlXPathFreeObject (object);
  return TRUE;
}

/**
 * fw_xpath_nodes:
 * @nodes: (out) (transfer container) (element-type FwXmlNode): the elements selected, in the order of the document; valid until the
 *   facts change. For an attribute, the element that carries it.
 */
gboolean
fw_xpath_nodes (FwXPath *self,
                FwFacts *facts,
                GPtrArray **nodes,
                GError **error)
{
  xmlXPathObject *object = evaluate (self, facts, error);

  if (object == NULL)
    return FALSE;
  *nodes = g_ptr_array_new ();
  if (object->type == XPATH_NODESET && object->nodesetval != NULL)
    {
      xmlXPathNodeSetSort (object->nodesetval);
      for (int i = 0; i < object->nodesetval->nodeNr; i++)
        {
          xmlNode *node = object->nodesetval->nodeTab[i];

          if (node->type == XML_ATTRIBUTE_NODE)
            node = node->parent;
          if (node->type == XML_ELEMENT_NODE)
            g_ptr_array_add (*nodes, node);
        }
    }
  xmlXPathFreeObject (object);
  return TRUE;
}
