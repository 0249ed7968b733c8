#include "facts/fw-transform.h"

#include "facts/fw-facts-private.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define XSLT_SPACE "http://www.w3.org/1999/XSL/Transform"

/* A letter needs some hundred templates and some ten thousand steps. */
#define MAX_TEMPLATE_DEPTH 200
#define MAX_OPERATIONS 20000000
#define MAX_INCLUDES 50

/* What one run says. libxslt marks its context before it reports an error, and leaves it alone for a message of the sheet. */
typedef struct
{
  GString *messages;
  gboolean failed;
} RunLog;

struct _FwTransform
{
  char *path;
  xsltStylesheet *sheet;
};

/* libxslt reports errors in a stylesheet to one place of the whole process; each thread reads its own. */
static GPrivate compile_messages = G_PRIVATE_INIT (NULL);

G_GNUC_PRINTF (2, 0)
static void
append_message (GString *messages,
                const char *format,
                va_list arguments)
{
  if (messages->len < 2000)
    g_string_append_vprintf (messages, format, arguments);
}

G_GNUC_PRINTF (2, 3)
static void
compile_error_cb (void *data,
                  const char *format,
                  ...)
{
  GString *messages = g_private_get (&compile_messages);
  va_list arguments;

  if (messages == NULL)
    return;
  va_start (arguments, format);
  append_message (messages, format, arguments);
  va_end (arguments);
}

G_GNUC_PRINTF (2, 3)
static void
run_error_cb (void *data,
              const char *format,
              ...)
{
  xsltTransformContext *context = data;
  RunLog *log = context->_private;
  va_list arguments;

  log->failed |= context->state != XSLT_STATE_OK;
  va_start (arguments, format);
  append_message (log->messages, format, arguments);
  va_end (arguments);
}

/* libxslt reports what matters itself, with the line of the sheet. */
static void
ignore_xpath_error_cb (void *data,
                       FwLibxmlError *problem)
{
}

static void
initialize (void)
{
  static gsize once = 0;

  _fw_xml_initialize ();
  if (!g_once_init_enter (&once))
    return;
  xsltInit ();
  xsltSetGenericErrorFunc (NULL, compile_error_cb);
  g_once_init_leave (&once, 1);
}

static gboolean
is_xslt (xmlNode *node,
         const char *name)
{
  return node->ns != NULL && strcmp ((const char *) node->ns->href, XSLT_SPACE) == 0 &&
         strcmp ((const char *) node->name, name) == 0;
}

static gboolean
is_plain_name (const char *name)
{
  return name != NULL && name[0] != '.' && name[0] != '\0' && strchr (name, '/') == NULL && strchr (name, '\\') == NULL;
}

/* Loads @name from the first of @folders that has it: a company's folder stands before the shipped one. */
static FwXml *
load_sheet (const char *const *folders,
            const char *name,
            GError **error)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return fw_xml_load_file (path, error);
    }
  g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_FILE, "%s: there is no such stylesheet", name);
  return NULL;
}

/* Says whether a sheet asks for what it may not have, wherever it stands. */
static gboolean
check_sheet (FwXml *xml,
             GError **error)
{
  for (xmlNode *node = fw_xml_get_root (xml); node != NULL;)
    {
      const char *reason = NULL;

      if (node->type == XML_ELEMENT_NODE && is_xslt (node, "import"))
        reason = "xsl:import is not allowed: use xsl:include";
      for (xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? node->properties : NULL; attribute != NULL;
           attribute = attribute->next)
        if (attribute->children != NULL && strstr ((const char *) attribute->children->content, "document(") != NULL)
          reason = "document() is not allowed";
      if (reason != NULL)
        {
          g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "%s:%ld: %s", fw_xml_get_name (xml),
                       xmlGetLineNo (node), reason);
          return FALSE;
        }
      if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
      node = node != NULL ? node->next : NULL;
    }
  return TRUE;
}

static gboolean splice_includes (xmlDoc *document, FwXml *xml, const char *const *folders, GHashTable *seen, GError **error);

/* Puts what the included sheet holds where the xsl:include stood. */
static gboolean
splice_one (xmlDoc *document,
            xmlNode *include,
            FwXml *around,
            const char *const *folders,
            GHashTable *seen,
            GError **error)
{
  g_autofree char *name = g_strdup (fw_xml_node_get (include, "href"));
  g_autoptr (FwXml) xml = NULL;
  xmlNode *place = include;

  if (!is_plain_name (name) || g_hash_table_size (seen) >= MAX_INCLUDES || !g_hash_table_add (seen, g_strdup (name)))
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "%s:%d: ‘%s’ cannot be included", fw_xml_get_name (around),
                   fw_xml_node_line (include), name != NULL ? name : "");
      return FALSE;
    }
  xml = load_sheet (folders, name, error);
  if (xml == NULL || !check_sheet (xml, error) ||
      !splice_includes (_fw_xml_document (xml), xml, folders, seen, error))
    return FALSE;
  for (xmlNode *child = fw_xml_get_root (xml)->children; child != NULL; child = child->next)
    {
      xmlNode *copy = xmlDocCopyNode (child, document, 1);

      place = xmlAddNextSibling (place, copy);
    }
  xmlReconciliateNs (document, xmlDocGetRootElement (document));
  fw_xml_node_remove (include);
  return TRUE;
}

static gboolean
splice_includes (xmlDoc *document,
                 FwXml *xml,
                 const char *const *folders,
                 GHashTable *seen,
                 GError **error)
{
  xmlNode *node = fw_xml_node_child (xmlDocGetRootElement (document), NULL);

  while (node != NULL)
    {
      xmlNode *next = fw_xml_node_next (node, NULL);

      if (is_xslt (node, "include") && !splice_one (document, node, xml, folders, seen, error))
        return FALSE;
      node = next;
    }
  return TRUE;
}

static xsltStylesheet *
compile (FwXml *xml,
         GError **error)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  xmlDoc *document = xmlCopyDoc (_fw_xml_document (xml), 1);
  xsltStylesheet *sheet;

  g_private_set (&compile_messages, messages);
  sheet = xsltParseStylesheetDoc (document);
  g_private_set (&compile_messages, NULL);
  if (sheet != NULL && sheet->errors == 0)
    return sheet;
  if (sheet != NULL)
    xsltFreeStylesheet (sheet);
  else
    xmlFreeDoc (document);
  g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "%s: %s", fw_xml_get_name (xml),
               messages->len > 0 ? g_strstrip (messages->str) : "not a stylesheet");
  return NULL;
}

/**
 * fw_transform_load:
 * @path: the stylesheet
 * @folders: (nullable): where xsl:include looks, in this order; %NULL: beside @path
 *
 * Returns: (transfer full) (nullable): the compiled sheet; %NULL with file, line and reason
 */
FwTransform *
fw_transform_load (const char *path,
                   const char *const *folders,
                   GError **error)
{
  g_autoptr (FwXml) xml = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *beside[] = { folder, NULL };
  xsltStylesheet *sheet;
  FwTransform *self;

  initialize ();
  xml = fw_xml_load_file (path, error);
  if (xml == NULL || !check_sheet (xml, error) ||
      !splice_includes (_fw_xml_document (xml), xml, folders != NULL ? folders : beside, seen, error))
    return NULL;
  sheet = compile (xml, error);
  if (sheet == NULL)
    return NULL;
  self = g_new0 (FwTransform, 1);
  self->path = g_strdup (path);
  self->sheet = sheet;
  return self;
}

void
fw_transform_free (FwTransform *self)
{
  xsltFreeStylesheet (self->sheet);
  g_free (self->path);
  g_free (self);
}

static void
register_functions (xsltTransformContext *context)
{
  const char *const *names = _fw_function_names ();

  for (guint i = 0; names[i] != NULL; i++)
    xsltRegisterExtFunction (context, (const xmlChar *) names[i], (const xmlChar *) FW_FUNCTIONS_NAMESPACE,
                             _fw_function_find (names[i]));
}

static xsltSecurityPrefs *
forbid_everything (xsltTransformContext *context)
{
  xsltSecurityPrefs *rights = xsltNewSecurityPrefs ();
  xsltSecurityOption options[] = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                                   XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (rights, options[i], xsltSecurityForbid);
  xsltSetCtxtSecurityPrefs (rights, context);
  return rights;
}

/**
 * fw_transform_run:
 * @parameters: (nullable): names and values in turn, ended by %NULL; values are texts, not expressions
 *
 * Returns: (transfer full) (nullable): what the sheet makes of the facts; %NULL with the reason where anything went wrong, with
 *   %FW_FACTS_ERROR_REFUSED where the sheet itself ends with a message
 */
FwXml *
fw_transform_run (FwTransform *self,
                  FwFacts *facts,
                  const char *const *parameters,
                  GError **error)
{
  xmlDoc *source = _fw_facts_document (facts);
  xsltTransformContext *context = xsltNewTransformContext (self->sheet, source);
  g_autoptr (GString) messages = g_string_new (NULL);
  RunLog log = { .messages = messages };
  xsltSecurityPrefs *rights = forbid_everything (context);
  xmlDoc *result;
  gboolean finished, refused;

  context->_private = &log;
  context->xpathCtxt->userData = _fw_facts_scope (facts);
  context->xpathCtxt->error = (xmlStructuredErrorFunc) ignore_xpath_error_cb;
  context->maxTemplateDepth = MAX_TEMPLATE_DEPTH;
#if LIBXSLT_VERSION >= 10134
  context->opLimit = MAX_OPERATIONS;
#endif
  xsltSetTransformErrorFunc (context, context, run_error_cb);
  register_functions (context);
  if (parameters != NULL)
    xsltQuoteUserParams (context, (const char **) parameters);
  result = xsltApplyStylesheetUser (self->sheet, source, NULL, NULL, NULL, context);
  finished = result != NULL && context->state == XSLT_STATE_OK && xmlDocGetRootElement (result) != NULL;
  refused = !log.failed && messages->len > 0 && context->state == XSLT_STATE_STOPPED;
  xsltFreeTransformContext (context);
  xsltFreeSecurityPrefs (rights);
  if (finished)
    return _fw_xml_wrap (result, self->path);
  if (refused)
    g_set_error_literal (error, FW_FACTS_ERROR, FW_FACTS_ERROR_REFUSED, g_strstrip (messages->str));
  else
    g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "%s: %s", self->path,
                 messages->len > 0 ? g_strstrip (messages->str) : "the transformation did not finish");
  g_clear_pointer (&result, xmlFreeDoc);
  return NULL;
}
