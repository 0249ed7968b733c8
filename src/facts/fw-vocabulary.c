#include "facts/fw-vocabulary.h"

#include "core/fw-paths.h"
#include "facts/fw-facts-private.h"

#include <string.h>

/* One element pattern of the schema. Two elements of one name in different places are two of these. */
typedef struct
{
  const char *name;
  GHashTable *attributes;
  GPtrArray *children;
  gboolean open;
} FwElementPattern;

struct _FwVocabulary
{
  FwXml *schema;
  GHashTable *defines;  /* name → FwXmlNode, the define */
  GHashTable *patterns; /* FwXmlNode, the element → FwElementPattern */
  FwElementPattern *start;
};

static void
element_pattern_free (FwElementPattern *self)
{
  g_hash_table_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static FwElementPattern *
read_element (FwVocabulary *self,
              FwXmlNode *element);

/* Everything below an element pattern up to the next element patterns, through references. */
static void
read_content (FwVocabulary *self,
              FwElementPattern *pattern,
              FwXmlNode *around)
{
  for (FwXmlNode *node = fw_xml_node_child (around, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      const char *name = fw_xml_node_get (node, "name");

      if (fw_xml_node_is (node, "element"))
        g_ptr_array_add (pattern->children, read_element (self, node));
      else if (fw_xml_node_is (node, "attribute") && name != NULL)
        g_hash_table_add (pattern->attributes, (gpointer) name);
      else if (fw_xml_node_is (node, "attribute"))
        pattern->open = TRUE;
      else if (fw_xml_node_is (node, "ref") && g_hash_table_contains (self->defines, name))
        read_content (self, pattern, g_hash_table_lookup (self->defines, name));
      else
        read_content (self, pattern, node);
    }
}

static FwElementPattern *
read_element (FwVocabulary *self,
              FwXmlNode *element)
{
  FwElementPattern *pattern = g_hash_table_lookup (self->patterns, element);

  if (pattern != NULL)
    return pattern;
  pattern = g_new0 (FwElementPattern, 1);
  pattern->name = fw_xml_node_get (element, "name");
  pattern->attributes = g_hash_table_new (g_str_hash, g_str_equal);
  pattern->children = g_ptr_array_new ();
  g_hash_table_insert (self->patterns, element, pattern);
  read_content (self, pattern, element);
  return pattern;
}

/**
 * fw_vocabulary_new:
 * @schema: a RELAX NG schema in XML syntax without includes, whose start is one element
 *
 * Returns: (transfer full):
 */
FwVocabulary *
fw_vocabulary_new (FwXml *schema)
{
  FwVocabulary *self = g_new0 (FwVocabulary, 1);
  FwElementPattern start = { NULL, g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (), FALSE };
  FwXmlNode *root = fw_xml_get_root (schema);

  self->schema = fw_xml_ref (schema);
  self->defines = g_hash_table_new (g_str_hash, g_str_equal);
  self->patterns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) element_pattern_free);
  for (FwXmlNode *node = fw_xml_node_child (root, "define"); node != NULL; node = fw_xml_node_next (node, "define"))
    g_hash_table_insert (self->defines, (gpointer) fw_xml_node_get (node, "name"), node);
  if (fw_xml_node_child (root, "start") != NULL)
    read_content (self, &start, fw_xml_node_child (root, "start"));
  self->start = start.children->len > 0 ? g_ptr_array_index (start.children, 0) : NULL;
  g_hash_table_unref (start.attributes);
  g_ptr_array_unref (start.children);
  return self;
}

/**
 * fw_vocabulary_load:
 *
 * Returns: (transfer full) (nullable): the names of data/facts.rng
 */
FwVocabulary *
fw_vocabulary_load (GError **error)
{
  g_autofree char *path = fw_paths_find_data ("facts.rng");
  g_autoptr (FwXml) schema = fw_xml_load_file (path != NULL ? path : "facts.rng", error);

  return schema != NULL ? fw_vocabulary_new (schema) : NULL;
}

void
fw_vocabulary_free (FwVocabulary *self)
{
  g_hash_table_unref (self->patterns);
  g_hash_table_unref (self->defines);
  fw_xml_unref (self->schema);
  g_free (self);
}

/* The reader of one XPath. A set of patterns is where a step may stand; NULL is anywhere. */
typedef struct
{
  FwVocabulary *vocabulary;
  const char *text;
  const char *at;
  gboolean anywhere;
  GError *problem;
} FwReader;

static GPtrArray *read_expression (FwReader *reader, GPtrArray *context);

G_GNUC_PRINTF (2, 3)
static void
complain (FwReader *reader,
          const char *format,
          ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  if (reader->problem != NULL)
    return;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reader->problem = g_error_new (FW_FACTS_ERROR, FW_FACTS_ERROR_EXPRESSION, "‘%s’: %s", reader->text, reason);
  reader->at = "";
}

static void
skip_space (FwReader *reader)
{
  while (g_ascii_isspace (*reader->at))
    reader->at++;
}

static gboolean
take (FwReader *reader,
      const char *token)
{
  skip_space (reader);
  if (!g_str_has_prefix (reader->at, token))
    return FALSE;
  reader->at += strlen (token);
  return TRUE;
}

static gboolean
starts_name (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

static char *
read_name (FwReader *reader)
{
  const char *start;

  skip_space (reader);
  start = reader->at;
  if (!starts_name (*start))
    return NULL;
  while (g_ascii_isalnum (*reader->at) || (*reader->at != '\0' && strchr ("_-.", *reader->at) != NULL))
    reader->at++;
  return g_strndup (start, (gsize) (reader->at - start));
}

static GPtrArray *
patterns_of (FwReader *reader,
             GPtrArray *context)
{
  GPtrArray *all;
  GHashTableIter iterator;
  gpointer pattern;

  if (context != NULL)
    return g_ptr_array_ref (context);
  all = g_ptr_array_new ();
  g_hash_table_iter_init (&iterator, reader->vocabulary->patterns);
  while (g_hash_table_iter_next (&iterator, NULL, &pattern))
    g_ptr_array_add (all, pattern);
  return all;
}

static char *
describe_context (GPtrArray *context)
{
  return context != NULL && context->len > 0
             ? g_strdup (((FwElementPattern *) g_ptr_array_index (context, 0))->name)
             : g_strdup ("facts");
}

static void
check_attribute (FwReader *reader,
                 GPtrArray *context,
                 const char *name)
{
  g_autoptr (GPtrArray) patterns = patterns_of (reader, context);
  g_autofree char *where = describe_context (context);

  for (guint i = 0; i < patterns->len; i++)
    {
      FwElementPattern *pattern = g_ptr_array_index (patterns, i);

      if (pattern->open || g_hash_table_contains (pattern->attributes, name))
        return;
    }
  complain (reader, "‘%s’ has no attribute ‘%s’", where, name);
}

/* The patterns named @name (any, if "*") among the children of @context; of all patterns where the context is open. */
static GPtrArray *
check_element (FwReader *reader,
               GPtrArray *context,
               const char *name)
{
  g_autoptr (GPtrArray) patterns = patterns_of (reader, context);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *where = describe_context (context);

  for (guint i = 0; i < patterns->len; i++)
    {
      FwElementPattern *pattern = g_ptr_array_index (patterns, i);

      if (context == NULL && (strcmp (name, "*") == 0 || g_strcmp0 (pattern->name, name) == 0))
        g_ptr_array_add (found, pattern);
      for (guint j = 0; context != NULL && j < pattern->children->len; j++)
        {
          FwElementPattern *child = g_ptr_array_index (pattern->children, j);

          if (strcmp (name, "*") == 0 || g_strcmp0 (child->name, name) == 0)
            g_ptr_array_add (found, child);
        }
    }
  if (found->len == 0)
    complain (reader, "‘%s’ has no element ‘%s’", where, name);
  return g_steal_pointer (&found);
}

static const char *const core_functions[] = {
  "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with", "contains",
  "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not",
  "true", "false", "lang", "number", "sum", "floor", "ceiling", "round", NULL,
};

static const char *const template_functions[] = { "current", "generate-id", "format-number", "key", NULL };

static void
read_arguments (FwReader *reader,
                GPtrArray *context)
{
  if (take (reader, ")"))
    return;
  do
    {
      g_autoptr (GPtrArray) ignored = read_expression (reader, context);
    }
  while (take (reader, ","));
  if (!take (reader, ")"))
    complain (reader, "a bracket is not closed");
}

static void
read_function (FwReader *reader,
               GPtrArray *context,
               const char *prefix,
               const char *name)
{
  gboolean known;

  if (prefix == NULL)
    known = g_strv_contains (core_functions, name) || (reader->anywhere && g_strv_contains (template_functions, name));
  else
    known = strcmp (prefix, "fw") == 0 && (reader->anywhere || g_strv_contains (_fw_function_names (), name));
  if (!known)
    complain (reader, "there is no function ‘%s%s%s’", prefix != NULL ? prefix : "", prefix != NULL ? ":" : "", name);
  read_arguments (reader, context);
}

static GPtrArray *
read_predicates (FwReader *reader,
                 GPtrArray *context)
{
  while (take (reader, "["))
    {
      g_autoptr (GPtrArray) ignored = read_expression (reader, context);

      if (!take (reader, "]"))
        complain (reader, "a bracket is not closed");
    }
  return context;
}

/* One step behind a "/" or at the start; answers where it leads, NULL for anywhere. */
static GPtrArray *
read_step (FwReader *reader,
           GPtrArray *context)
{
  g_autofree char *name = NULL;

  if (take (reader, ".."))
    return NULL;
  if (take (reader, "."))
    return context != NULL ? g_ptr_array_ref (context) : NULL;
  if (take (reader, "@"))
    {
      if (!take (reader, "*") && (name = read_name (reader)) != NULL)
        check_attribute (reader, context, name);
      return read_predicates (reader, NULL);
    }
  if (take (reader, "*"))
    return read_predicates (reader, check_element (reader, context, "*"));
  name = read_name (reader);
  if (name == NULL)
    {
      complain (reader, "not understood at ‘%s’", reader->at);
      return NULL;
    }
  if (take (reader, "::"))
    {
      if (strcmp (name, "child") == 0)
        return read_step (reader, context);
      if (strcmp (name, "self") == 0 || strcmp (name, "attribute") == 0)
        complain (reader, "write ‘.’ and ‘@’, not the long axes");
      return read_step (reader, NULL);
    }
  if (strchr ("ntcp", name[0]) != NULL && take (reader, "("))
    {
      if (!take (reader, ")"))
        complain (reader, "there is no node test ‘%s’", name);
      return NULL;
    }
  return read_predicates (reader, check_element (reader, context, name));
}

static GPtrArray *
read_steps (FwReader *reader,
            GPtrArray *context)
{
  GPtrArray *place = read_step (reader, context);

  for (;;)
    {
      g_autoptr (GPtrArray) before = place;

      if (take (reader, "//"))
        place = read_step (reader, NULL);
      else if (take (reader, "/"))
        place = read_step (reader, before);
      else
        return g_steal_pointer (&before);
    }
}

/* A function call where one stands here; otherwise nothing is read. */
static gboolean
try_function (FwReader *reader,
              GPtrArray *context)
{
  const char *start = reader->at;
  g_autofree char *first = read_name (reader);
  g_autofree char *second = NULL;
  const char *node_tests[] = { "node", "text", "comment", "processing-instruction", NULL };

  if (first == NULL)
    return FALSE;
  if (*reader->at == ':' && starts_name (reader->at[1]))
    {
      reader->at++;
      second = read_name (reader);
    }
  if (take (reader, "(") && !(second == NULL && g_strv_contains (node_tests, first)))
    {
      read_function (reader, context, second != NULL ? first : NULL, second != NULL ? second : first);
      return TRUE;
    }
  if (second != NULL)
    complain (reader, "names have no prefix here: ‘%s:%s’", first, second);
  else
    reader->at = start;
  return FALSE;
}

static gboolean
skip_literal (FwReader *reader)
{
  char quote;

  skip_space (reader);
  quote = *reader->at;
  if (quote == '\'' || quote == '"')
    {
      const char *end = strchr (reader->at + 1, quote);

      if (end == NULL)
        complain (reader, "a text is not closed");
      else
        reader->at = end + 1;
      return TRUE;
    }
  if (!g_ascii_isdigit (quote) && !(quote == '.' && g_ascii_isdigit (reader->at[1])))
    return FALSE;
  while (g_ascii_isdigit (*reader->at) || *reader->at == '.')
    reader->at++;
  return TRUE;
}

/* What may stand on one side of an operator. */
static GPtrArray *
read_operand (FwReader *reader,
              GPtrArray *context)
{
  GPtrArray *place = NULL;

  while (take (reader, "-"))
    ;
  if (skip_literal (reader))
    return NULL;
  if (take (reader, "$"))
    {
      g_autofree char *name = read_name (reader);

      if (!reader->anywhere)
        complain (reader, "there are no variables here");
    }
  else if (take (reader, "("))
    {
      place = read_expression (reader, context);
      if (!take (reader, ")"))
        complain (reader, "a bracket is not closed");
    }
  else if (take (reader, "//"))
    return read_steps (reader, NULL);
  else if (take (reader, "/"))
    {
      g_autofree char *name = read_name (reader);

      if (reader->vocabulary->start == NULL || g_strcmp0 (name, reader->vocabulary->start->name) != 0)
        complain (reader, "a path from the root begins with ‘/%s’",
                  reader->vocabulary->start != NULL ? reader->vocabulary->start->name : "");
      place = g_ptr_array_new ();
      g_ptr_array_add (place, reader->vocabulary->start);
    }
  else if (!try_function (reader, context))
    return reader->problem == NULL ? read_steps (reader, context) : NULL;
  place = read_predicates (reader, place);
  if (g_str_has_prefix (reader->at, "/"))
    {
      g_autoptr (GPtrArray) before = place;

      if (take (reader, "//"))
        return read_steps (reader, NULL);
      take (reader, "/");
      return read_steps (reader, before);
    }
  return place;
}

static gboolean
take_operator (FwReader *reader)
{
  const char *signs[] = { "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "|" };
  const char *words[] = { "and", "or", "div", "mod" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (take (reader, signs[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      skip_space (reader);
      if (g_str_has_prefix (reader->at, words[i]) && !g_ascii_isalnum (reader->at[length]) && reader->at[length] != '-')
        {
          reader->at += length;
          return TRUE;
        }
    }
  return FALSE;
}

/* Where the nodes of the expression stand, if it is a set; of a union, where all of them do. */
static GPtrArray *
read_expression (FwReader *reader,
                 GPtrArray *context)
{
  GPtrArray *place = read_operand (reader, context);

  while (reader->problem == NULL && take_operator (reader))
    {
      g_autoptr (GPtrArray) more = read_operand (reader, context);

      if (place != NULL && more != NULL)
        {
          GPtrArray *both = g_ptr_array_copy (place, NULL, NULL);

          g_ptr_array_extend (both, more, NULL, NULL);
          g_ptr_array_unref (place);
          place = both;
        }
    }
  return place;
}

/**
 * fw_vocabulary_check:
 * @xpath: an expression whose context node is facts
 * @anywhere: the expression stands in a template: the context may be any element, and there are variables and functions of its own
 *
 * Returns: %TRUE where every element, attribute and function that @xpath names exists where it is asked for;
 *   otherwise %FW_FACTS_ERROR_EXPRESSION with the name that does not
 */
gboolean
fw_vocabulary_check (FwVocabulary *self,
                     const char *xpath,
                     gboolean anywhere,
                     GError **error)
{
  FwReader reader = { self, xpath, xpath, anywhere, NULL };
  g_autoptr (GPtrArray) start = NULL;
  g_autoptr (GPtrArray) place = NULL;

  if (!anywhere)
    {
      start = g_ptr_array_new ();
      g_ptr_array_add (start, self->start);
    }
  place = read_expression (&reader, start);
  skip_space (&reader);
  if (reader.problem == NULL && *reader.at != '\0')
    complain (&reader, "not understood at ‘%s’", reader.at);
  if (reader.problem == NULL)
    return TRUE;
  g_propagate_error (error, reader.problem);
  return FALSE;
}
