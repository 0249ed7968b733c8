#include "facts/fw-xml-private.h"

#include <libxml/xmlIO.h>
#include <glib/gstdio.h>
#include <string.h>

/* A case is some hundred elements and a pack some thousand: more is an accident or an attack. */
#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 200

struct _FwXml
{
  gatomicrefcount references;
  xmlDoc *document;
  char *name;
};

G_DEFINE_QUARK (fw-facts-error-quark, fw_facts_error)
G_DEFINE_BOXED_TYPE (FwXml, fw_xml, fw_xml_ref, fw_xml_unref)

/* Whatever asks libxml2 for another document gets none. */
static xmlParserInputPtr
refuse_entity_cb (const char *url,
                  const char *id,
                  xmlParserCtxtPtr context)
{
  return NULL;
}

void
_fw_xml_initialize (void)
{
  static gsize once = 0;

  if (!g_once_init_enter (&once))
    return;
  xmlInitParser ();
  xmlSetExternalEntityLoader (refuse_entity_cb);
  g_once_init_leave (&once, 1);
}

void
_fw_first_error_clear (FwFirstError *self)
{
  g_clear_pointer (&self->reason, g_free);
  self->line = 0;
}

static int
line_of_problem (FwLibxmlError *problem)
{
  if (problem->node != NULL && ((xmlNode *) problem->node)->type == XML_ELEMENT_NODE)
    return (int) xmlGetLineNo (problem->node);
  return problem->line;
}

/* The first that knows its line: RELAX NG may say before it, without one, that something in an element is wrong. */
void
_fw_xml_first_error_cb (void *data,
                        FwLibxmlError *problem)
{
  FwFirstError *first = data;

  if (problem == NULL || (first->reason != NULL && (first->line > 0 || line_of_problem (problem) <= 0)))
    return;
  _fw_first_error_clear (first);
  first->line = line_of_problem (problem);
  first->reason = g_strstrip (g_strdup (problem->message != NULL ? problem->message : "malformed"));
}

FwXml *
_fw_xml_wrap (xmlDoc *document,
              const char *name)
{
  FwXml *self = g_new0 (FwXml, 1);

  g_atomic_ref_count_init (&self->references);
  self->document = document;
  self->name = g_strdup (name);
  return self;
}

xmlDoc *
_fw_xml_document (FwXml *self)
{
  return self->document;
}

/* Called when the parser meets a DOCTYPE, before it has read any of its entities. */
static void
refuse_doctype_cb (void *context,
                   const xmlChar *name,
                   const xmlChar *external_id,
                   const xmlChar *system_id)
{
  xmlParserCtxt *parser = context;

  *(int *) parser->_private = parser->input != NULL ? parser->input->line : 1;
  xmlStopParser (parser);
}

static int
line_of_offset (const char *text,
                gsize offset)
{
  int line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

/* Says whether the declaration at the start names an encoding of its own, or a byte order mark does. */
static gboolean
declares_other_encoding (const char *text,
                         gsize size)
{
  g_autofree char *head = NULL;
  const char *end, *encoding;

  if (size >= 2 && (((guchar) text[0] == 0xff && (guchar) text[1] == 0xfe) ||
                    ((guchar) text[0] == 0xfe && (guchar) text[1] == 0xff)))
    return TRUE;
  head = g_ascii_strdown (text, (gssize) MIN (size, 200));
  end = strstr (head, "?>");
  encoding = strstr (head, "encoding");
  return g_str_has_prefix (head, "<?xml") && encoding != NULL && end != NULL && encoding < end &&
         strstr (encoding, "utf-8") == NULL;
}

static gboolean
check_bytes (const char *text,
             gsize size,
             const char *name,
             GError **error)
{
  const char *end;

  if (size > MAX_BYTES)
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s: larger than %d MiB", name,
                   MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!declares_other_encoding (text, size) && !g_utf8_validate (text, (gssize) size, &end))
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s:%d: not valid UTF-8", name,
                   line_of_offset (text, (gsize) (end - text)));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_depth (xmlDoc *document,
             const char *name,
             GError **error)
{
  int depth = 0;

  for (xmlNode *node = document->children; node != NULL;)
    {
      if (depth > MAX_DEPTH)
        {
          g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s:%ld: elements nested deeper than %d",
                       name, xmlGetLineNo (node), MAX_DEPTH);
          return FALSE;
        }
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          depth++;
          continue;
        }
      while (node != NULL && node->next == NULL)
        {
          node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
          depth--;
        }
      node = node != NULL ? node->next : NULL;
    }
  return TRUE;
}

/**
 * fw_xml_load_bytes:
 * @name: what messages call the document: a file name or an id
 *
 * Returns: (transfer full) (nullable): the document; %NULL with %FW_FACTS_ERROR_MALFORMED where it is not well-formed,
 *   has a DOCTYPE, is not in its encoding, or is too large or nested too deeply
 */
FwXml *
fw_xml_load_bytes (GBytes *bytes,
                   const char *name,
                   GError **error)
{
  xmlParserCtxt *parser;
  xmlDoc *document;
  int doctype = 0;
  FwFirstError first = { 0, NULL };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  _fw_xml_initialize ();
  if (text == NULL)
    text = "";
  if (!check_bytes (text, size, name, error))
    return NULL;
  parser = xmlNewParserCtxt ();
  parser->_private = &doctype;
  parser->sax->internalSubset = refuse_doctype_cb;
  document = xmlCtxtReadMemory (parser, text, (int) size, name, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  if (document == NULL)
    _fw_xml_first_error_cb (&first, xmlCtxtGetLastError (parser));
  xmlFreeParserCtxt (parser);
  if (doctype > 0 || (document != NULL && document->intSubset != NULL))
    g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s:%d: a DOCTYPE is not allowed", name,
                 MAX (doctype, 1));
  else if (document == NULL)
    g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s:%d: %s", name, first.line,
                 first.reason != NULL ? first.reason : "not well-formed");
  else if (xmlDocGetRootElement (document) != NULL && check_depth (document, name, error))
    return _fw_xml_wrap (document, name);
  _fw_first_error_clear (&first);
  g_clear_pointer (&document, xmlFreeDoc);
  return NULL;
}

/**
 * fw_xml_load_file:
 *
 * Returns: (transfer full) (nullable): the document; %NULL with %FW_FACTS_ERROR_FILE where the file cannot be read,
 *   otherwise as fw_xml_load_bytes()
 */
FwXml *
fw_xml_load_file (const char *path,
                  GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  GStatBuf status;
  char *text;
  gsize size;

  if (g_stat (path, &status) == 0 && status.st_size > MAX_BYTES)
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED, "%s: larger than %d MiB", path,
                   MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &size, &problem))
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_FILE, "%s: %s", path, problem->message);
      return NULL;
    }
  bytes = g_bytes_new_take (text, size);
  return fw_xml_load_bytes (bytes, path, error);
}

FwXml *
fw_xml_ref (FwXml *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_xml_unref (FwXml *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  xmlFreeDoc (self->document);
  g_free (self->name);
  g_free (self);
}

/**
 * fw_xml_get_name:
 *
 * Returns: (transfer none): what the document was loaded as
 */
const char *
fw_xml_get_name (FwXml *self)
{
  return self->name;
}

FwXmlNode *
fw_xml_get_root (FwXml *self)
{
  return xmlDocGetRootElement (self->document);
}

/**
 * fw_xml_to_bytes:
 *
 * Returns: (transfer full): the document in UTF-8; the same document always gives the same bytes
 */
GBytes *
fw_xml_to_bytes (FwXml *self)
{
  xmlChar *text = NULL;
  int size = 0;

  xmlDocDumpFormatMemoryEnc (self->document, &text, &size, "UTF-8", 0);
  return g_bytes_new_with_free_func (text, (gsize) size, (GDestroyNotify) xmlFree, text);
}
