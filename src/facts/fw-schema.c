#include "facts/fw-grammar-private.h"
#include "facts/fw-xml-private.h"

#include <libxml/relaxng.h>
#include <string.h>

/* One of the two: facts have rules of their own reading, everything else goes through libxml2. */
struct _FwSchema
{
  xmlRelaxNG *compiled;
  FwGrammar *grammar;
};

/* The callback's type changed with libxml2 2.12; the cast keeps both quiet. */
#define FIRST_ERROR_CB ((xmlStructuredErrorFunc) _fw_xml_first_error_cb)

/* libxml2 makes its tables of data types, RELAX NG's and XML Schema's, when they are first asked for and without a lock: two threads
 * that read their first schema at once would make them twice, and one of the two would be refused. */
static void
make_data_types (void)
{
  static const char day[] = "<element name='day' xmlns='http://relaxng.org/ns/structure/1.0' "
                            "datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'><data type='date'/></element>";
  static gsize once = 0;
  xmlRelaxNGParserCtxt *parser;

  if (!g_once_init_enter (&once))
    return;
  parser = xmlRelaxNGNewMemParserCtxt (day, (int) strlen (day));
  xmlRelaxNGFree (xmlRelaxNGParse (parser));
  xmlRelaxNGFreeParserCtxt (parser);
  g_once_init_leave (&once, 1);
}

/**
 * fw_schema_load:
 * @path: a RELAX NG schema in XML syntax, one file
 *
 * Returns: (transfer full) (nullable): the compiled schema; %NULL with the reason
 */
FwSchema *
fw_schema_load (const char *path,
                GError **error)
{
  g_autoptr (FwXml) xml = fw_xml_load_file (path, error);
  xmlRelaxNGParserCtxt *parser;
  xmlRelaxNG *compiled;
  FwFirstError first = { 0, NULL };
  FwSchema *self;

  if (xml == NULL)
    return NULL;
  make_data_types ();
  /* libxml2 compiles a copy of the tree, which it rewrites. */
  parser = xmlRelaxNGNewDocParserCtxt (_fw_xml_document (xml));
  xmlRelaxNGSetParserStructuredErrors (parser, FIRST_ERROR_CB, &first);
  compiled = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  if (compiled == NULL)
    {
      g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID, "%s:%d: %s", path, first.line,
                   first.reason != NULL ? first.reason : "not a RELAX NG schema");
      _fw_first_error_clear (&first);
      return NULL;
    }
  _fw_first_error_clear (&first);
  self = g_new0 (FwSchema, 1);
  self->compiled = compiled;
  return self;
}

/**
 * fw_schema_load_simple:
 * @path: a RELAX NG schema of elements with attributes and children in any order, as facts.rng is
 *
 * Returns: (transfer full) (nullable): the same as fw_schema_load(), many times faster and with better reasons; %NULL where the schema
 *   uses more of RELAX NG
 */
FwSchema *
fw_schema_load_simple (const char *path,
                       GError **error)
{
  FwGrammar *grammar = _fw_grammar_load (path, error);
  FwSchema *self;

  if (grammar == NULL)
    return NULL;
  self = g_new0 (FwSchema, 1);
  self->grammar = grammar;
  return self;
}

/**
 * fw_schema_validate:
 *
 * Returns: %TRUE where @xml is what the schema describes; otherwise %FW_FACTS_ERROR_INVALID with file, line and reason
 */
gboolean
fw_schema_validate (FwSchema *self,
                    FwXml *xml,
                    GError **error)
{
  xmlRelaxNGValidCtxt *context;
  FwFirstError first = { 0, NULL };
  int result;

  if (self->grammar != NULL)
    return _fw_grammar_validate (self->grammar, xml, error);
  context = xmlRelaxNGNewValidCtxt (self->compiled);
  xmlRelaxNGSetValidStructuredErrors (context, FIRST_ERROR_CB, &first);
  result = xmlRelaxNGValidateDoc (context, _fw_xml_document (xml));
  xmlRelaxNGFreeValidCtxt (context);
  if (result != 0)
    g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID, "%s:%d: %s", fw_xml_get_name (xml), first.line,
                 first.reason != NULL ? first.reason : "does not follow the schema");
  _fw_first_error_clear (&first);
  return result == 0;
}

void
fw_schema_free (FwSchema *self)
{
  g_clear_pointer (&self->compiled, xmlRelaxNGFree);
  g_clear_pointer (&self->grammar, _fw_grammar_free);
  g_free (self);
}
