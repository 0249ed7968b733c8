/* Facts are validated a thousand times a second, and who wrote them by hand must be told what is wrong where. libxml2's RELAX NG does
 * neither well, so the part of RELAX NG that facts.rng is written in is read here: elements of attributes and children, optional or
 * repeated, in any order; attributes that are a text, a day, one of some words or follow a pattern. Anything else in a schema is refused
 * when it is loaded. tests/facts holds both against each other. */
#include "facts/fw-grammar-private.h"
#include "facts/fw-xml-private.h"

#include "core/fw-date.h"

#include <string.h>

typedef enum
{
  ANY_TEXT,
  A_DAY,
  ONE_OF,
  A_PATTERN,
} FwAttributeKind;

typedef struct
{
  FwAttributeKind kind;
  gboolean required;
  GPtrArray *words;  /* char*, borrowed from the schema */
  GRegex *pattern;
} FwAttributeRule;

typedef struct _FwElementRule FwElementRule;

typedef struct
{
  FwElementRule *rule;
  gboolean many;
  gboolean required;
} FwChildRule;

struct _FwElementRule
{
  const char *name;
  gboolean text;
  gboolean open;           /* any further attribute */
  GHashTable *attributes;  /* name → FwAttributeRule */
  GHashTable *children;    /* name → FwChildRule */
};

struct _FwGrammar
{
  FwXml *schema;
  const char *space;
  GHashTable *defines;     /* name → FwXmlNode */
  GHashTable *rules;       /* FwXmlNode, the element → FwElementRule */
  FwElementRule *start;
  GPtrArray *texts;        /* words of the schema, owned */
};

/* Where a part of a pattern stands. */
typedef struct
{
  gboolean optional;
  gboolean many;
} FwPlace;

static void
attribute_rule_free (FwAttributeRule *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->pattern, g_regex_unref);
  g_free (self);
}

static void
element_rule_free (FwElementRule *self)
{
  g_hash_table_unref (self->attributes);
  g_hash_table_unref (self->children);
  g_free (self);
}

static gboolean
unsupported (FwGrammar *self,
             FwXmlNode *node,
             GError **error)
{
  g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID, "%s:%d: ‘%s’ cannot be used in this schema",
               fw_xml_get_name (self->schema), fw_xml_node_line (node), fw_xml_node_name (node));
  return FALSE;
}

static gboolean
read_pattern (FwGrammar *self,
              FwXmlNode *data,
              FwAttributeRule *rule,
              GError **error)
{
  FwXmlNode *param = fw_xml_node_child (data, "param");
  g_autofree char *text = param != NULL ? fw_xml_node_dup_text (param) : NULL;
  g_autofree char *whole = NULL;

  if (g_strcmp0 (fw_xml_node_get (data, "type"), "date") == 0)
    {
      rule->kind = A_DAY;
      return TRUE;
    }
  if (text == NULL || g_strcmp0 (fw_xml_node_get (param, "name"), "pattern") != 0)
    return unsupported (self, data, error);
  whole = g_strdup_printf ("^(?:%s)$", text);
  rule->kind = A_PATTERN;
  rule->pattern = g_regex_new (whole, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, error);
  return rule->pattern != NULL;
}

static gboolean
read_words (FwGrammar *self,
            FwXmlNode *choice,
            FwAttributeRule *rule,
            GError **error)
{
  rule->kind = ONE_OF;
  rule->words = g_ptr_array_new ();
  for (FwXmlNode *node = fw_xml_node_child (choice, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      if (!fw_xml_node_is (node, "value"))
        return unsupported (self, node, error);
      g_ptr_array_add (self->texts, fw_xml_node_dup_text (node));
      g_ptr_array_add (rule->words, g_ptr_array_index (self->texts, self->texts->len - 1));
    }
  return TRUE;
}

/* What an attribute holds: a text where nothing is said. */
static gboolean
read_value (FwGrammar *self,
            FwXmlNode *around,
            FwAttributeRule *rule,
            GError **error)
{
  FwXmlNode *node = fw_xml_node_child (around, NULL);

  if (node != NULL && (fw_xml_node_is (node, "anyName") || fw_xml_node_is (node, "documentation")))
    node = fw_xml_node_next (node, NULL);
  if (node == NULL || fw_xml_node_is (node, "text"))
    return TRUE;
  if (fw_xml_node_is (node, "ref"))
    return read_value (self, g_hash_table_lookup (self->defines, fw_xml_node_get (node, "name")), rule, error);
  if (fw_xml_node_is (node, "data"))
    return read_pattern (self, node, rule, error);
  if (fw_xml_node_is (node, "choice"))
    return read_words (self, node, rule, error);
  return unsupported (self, node, error);
}

static gboolean
read_attribute (FwGrammar *self,
                FwXmlNode *node,
                FwElementRule *element,
                FwPlace place,
                GError **error)
{
  const char *name = fw_xml_node_get (node, "name");
  FwAttributeRule *rule;

  if (name == NULL)
    {
      element->open = TRUE;
      return TRUE;
    }
  rule = g_new0 (FwAttributeRule, 1);
  rule->required = !place.optional;
  g_hash_table_insert (element->attributes, (gpointer) name, rule);
  return read_value (self, node, rule, error);
}

static FwElementRule *read_element (FwGrammar *self, FwXmlNode *node, GError **error);

static gboolean
read_child (FwGrammar *self,
            FwXmlNode *node,
            FwElementRule *element,
            FwPlace place,
            GError **error)
{
  FwElementRule *rule = read_element (self, node, error);
  FwChildRule *child;

  if (rule == NULL)
    return FALSE;
  child = g_new0 (FwChildRule, 1);
  child->rule = rule;
  child->many = place.many;
  child->required = !place.optional;
  g_hash_table_insert (element->children, (gpointer) rule->name, child);
  return TRUE;
}

static gboolean read_content (FwGrammar *self, FwXmlNode *around, FwElementRule *element, FwPlace place, GError **error);

static gboolean
read_part (FwGrammar *self,
           FwXmlNode *node,
           FwElementRule *element,
           FwPlace place,
           GError **error)
{
  if (fw_xml_node_is (node, "attribute"))
    return read_attribute (self, node, element, place, error);
  if (fw_xml_node_is (node, "element"))
    return read_child (self, node, element, place, error);
  if (fw_xml_node_is (node, "ref"))
    return read_content (self, g_hash_table_lookup (self->defines, fw_xml_node_get (node, "name")), element, place, error);
  if (fw_xml_node_is (node, "optional"))
    return read_content (self, node, element, (FwPlace){ TRUE, place.many }, error);
  if (fw_xml_node_is (node, "zeroOrMore"))
    return read_content (self, node, element, (FwPlace){ TRUE, TRUE }, error);
  if (fw_xml_node_is (node, "group") || fw_xml_node_is (node, "interleave") || (fw_xml_node_is (node, "choice") && place.many))
    return read_content (self, node, element, place, error);
  if (fw_xml_node_is (node, "text"))
    element->text = TRUE;
  else if (!fw_xml_node_is (node, "empty") && !fw_xml_node_is (node, "documentation"))
    return unsupported (self, node, error);
  return TRUE;
}

static gboolean
read_content (FwGrammar *self,
              FwXmlNode *around,
              FwElementRule *element,
              FwPlace place,
              GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (around, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    if (!read_part (self, node, element, place, error))
      return FALSE;
  return TRUE;
}

static FwElementRule *
read_element (FwGrammar *self,
              FwXmlNode *node,
              GError **error)
{
  FwElementRule *rule = g_hash_table_lookup (self->rules, node);

  if (rule != NULL)
    return rule;
  rule = g_new0 (FwElementRule, 1);
  rule->name = fw_xml_node_get (node, "name");
  rule->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) attribute_rule_free);
  rule->children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_insert (self->rules, node, rule);
  return read_content (self, node, rule, (FwPlace){ FALSE, FALSE }, error) ? rule : NULL;
}

/* The one element that the schema starts with, directly or by a reference. */
static FwXmlNode *
start_element (FwGrammar *self)
{
  FwXmlNode *start = fw_xml_node_child (fw_xml_get_root (self->schema), "start");
  FwXmlNode *node = start != NULL ? fw_xml_node_child (start, NULL) : NULL;

  while (node != NULL && !fw_xml_node_is (node, "element"))
    {
      if (fw_xml_node_is (node, "ref"))
        {
          FwXmlNode *define = g_hash_table_lookup (self->defines, fw_xml_node_get (node, "name"));

          node = define != NULL ? fw_xml_node_child (define, NULL) : NULL;
        }
      else
        node = fw_xml_node_next (node, NULL);
    }
  return node;
}

/**
 * _fw_grammar_load:
 *
 * Returns: (transfer full) (nullable): the rules of the schema; %NULL where it is no schema or uses more of RELAX NG than is known here
 */
FwGrammar *
_fw_grammar_load (const char *path,
                  GError **error)
{
  FwXml *schema = fw_xml_load_file (path, error);
  FwGrammar *self;
  FwXmlNode *root, *start;

  if (schema == NULL)
    return NULL;
  self = g_new0 (FwGrammar, 1);
  self->schema = schema;
  self->defines = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) element_rule_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  root = fw_xml_get_root (schema);
  self->space = fw_xml_node_get (root, "ns");
  for (FwXmlNode *node = fw_xml_node_child (root, "define"); node != NULL; node = fw_xml_node_next (node, "define"))
    g_hash_table_insert (self->defines, (gpointer) fw_xml_node_get (node, "name"), node);
  start = start_element (self);
  if (start == NULL)
    unsupported (self, root, error);
  else
    self->start = read_element (self, start, error);
  if (self->start == NULL)
    g_clear_pointer (&self, _fw_grammar_free);
  return self;
}

void
_fw_grammar_free (FwGrammar *self)
{
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->defines);
  g_ptr_array_unref (self->texts);
  fw_xml_unref (self->schema);
  g_free (self);
}

G_GNUC_PRINTF (4, 5)
static gboolean
invalid (FwXml *xml,
         FwXmlNode *node,
         GError **error,
         const char *format,
         ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_INVALID, "%s:%d: %s", fw_xml_get_name (xml), fw_xml_node_line (node), reason);
  return FALSE;
}

static gboolean
value_fits (FwAttributeRule *rule,
            const char *value)
{
  switch (rule->kind)
    {
    case A_DAY:
      return fw_date_is_known (fw_date_from_string (value));
    case ONE_OF:
      for (guint i = 0; i < rule->words->len; i++)
        if (strcmp (g_ptr_array_index (rule->words, i), value) == 0)
          return TRUE;
      return FALSE;
    case A_PATTERN:
      return g_regex_match (rule->pattern, value, 0, NULL);
    case ANY_TEXT:
    default:
      return TRUE;
    }
}

/* What would fit, not what stands there: that may be somebody's, and a message is no place for it. */
static char *
describe_fitting (FwAttributeRule *rule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (rule->kind == A_DAY)
    return g_strdup ("a day (YYYY-MM-DD)");
  if (rule->kind == A_PATTERN)
    {
      const char *whole = g_regex_get_pattern (rule->pattern);

      /* Without what read_pattern() put around it. */
      return g_strdup_printf ("of the form %.*s", (int) (strlen (whole) - strlen ("^(?:)$")), whole + strlen ("^(?:"));
    }
  for (guint i = 0; rule->words != NULL && i < rule->words->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "one of " : ", ", (char *) g_ptr_array_index (rule->words, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_attributes (FwXml *xml,
                  FwElementRule *rule,
                  FwXmlNode *node,
                  GError **error)
{
  GHashTableIter iterator;
  gpointer name, wanted;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      FwAttributeRule *known = g_hash_table_lookup (rule->attributes, attribute->name);
      const char *value = attribute->children != NULL ? (const char *) attribute->children->content : "";

      if ((known == NULL && !rule->open) || attribute->ns != NULL)
        return invalid (xml, node, error, "‘%s’ has no attribute ‘%s’", rule->name, attribute->name);
      if (known != NULL && !value_fits (known, value))
        {
          g_autofree char *fitting = describe_fitting (known);

          return invalid (xml, node, error, "‘%s’ has a ‘%s’ that is not %s", rule->name, attribute->name, fitting);
        }
    }
  g_hash_table_iter_init (&iterator, rule->attributes);
  while (g_hash_table_iter_next (&iterator, &name, &wanted))
    if (((FwAttributeRule *) wanted)->required && fw_xml_node_get (node, name) == NULL)
      return invalid (xml, node, error, "‘%s’ needs the attribute ‘%s’", rule->name, (char *) name);
  return TRUE;
}

static gboolean
is_blank (const xmlChar *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

static gboolean check_element (FwXml *xml, FwElementRule *rule, FwXmlNode *node, GError **error);

static gboolean
check_child (FwXml *xml,
             FwElementRule *rule,
             FwXmlNode *around,
             xmlNode *node,
             GError **error)
{
  FwChildRule *child;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    return rule->text || is_blank (node->content) || invalid (xml, around, error, "‘%s’ holds no text", rule->name);
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;
  child = g_hash_table_lookup (rule->children, node->name);
  if (child == NULL)
    return invalid (xml, node, error, "‘%s’ has no element ‘%s’", rule->name, node->name);
  if (!child->many && fw_xml_node_child (around, child->rule->name) != node)
    return invalid (xml, node, error, "‘%s’ has only one element ‘%s’", rule->name, node->name);
  return check_element (xml, child->rule, node, error);
}

static gboolean
check_element (FwXml *xml,
               FwElementRule *rule,
               FwXmlNode *node,
               GError **error)
{
  GHashTableIter iterator;
  gpointer name, wanted;

  if (!check_attributes (xml, rule, node, error))
    return FALSE;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!check_child (xml, rule, node, child, error))
      return FALSE;
  g_hash_table_iter_init (&iterator, rule->children);
  while (g_hash_table_iter_next (&iterator, &name, &wanted))
    if (((FwChildRule *) wanted)->required && fw_xml_node_child (node, name) == NULL)
      return invalid (xml, node, error, "‘%s’ needs an element ‘%s’", rule->name, (char *) name);
  return TRUE;
}

/**
 * _fw_grammar_validate:
 *
 * Returns: %TRUE where @xml is what the schema describes; otherwise %FW_FACTS_ERROR_INVALID with file, line and reason
 */
gboolean
_fw_grammar_validate (FwGrammar *self,
                      FwXml *xml,
                      GError **error)
{
  FwXmlNode *root = fw_xml_get_root (xml);

  if (!fw_xml_node_is (root, self->start->name) || g_strcmp0 (fw_xml_node_namespace (root), self->space) != 0)
    return invalid (xml, root, error, "the document is no ‘%s’ in %s", self->start->name, self->space);
  return check_element (xml, self->start, root, error);
}
