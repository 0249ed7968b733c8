/* What `packs --check` does: every file read, every name in every expression looked up, every example run, and every rule that no
 * example makes fail named. */
#include "facts/fw-vocabulary.h"
#include "rules/fw-packs-private.h"
#include "rules/fw-pack-private.h"

#include <string.h>

/* The check of one pack. */
typedef struct
{
  FwPacks *packs;
  FwPack *pack;
  FwPacksReport *report;
  GHashTable *bases;        /* id → FwXmlNode, of bases */
  GHashTable *examples;     /* id → FwXmlNode, of examples */
  GHashTable *base_files;   /* FwXmlNode → file name */
  GHashTable *failed;       /* ids of checks that an example expects and makes fail */
  GHashTable *reckoned;     /* ids of calculations that an example runs */
  GHashTable *stood_on;     /* ids of grounds that an example stands on */
} FwExamination;

static void
problem_free (FwPackProblem *self)
{
  g_free (self->pack);
  g_free (self->problem);
  g_free (self);
}

void
fw_packs_report_free (FwPacksReport *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

G_GNUC_PRINTF (3, 4)
static void
report (FwPacksReport *self,
        const char *pack,
        const char *format,
        ...)
{
  FwPackProblem *problem = g_new0 (FwPackProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem->pack = g_strdup (pack);
  g_ptr_array_add (self->problems, problem);
}

static void
check_expressions (FwExamination *self,
                   FwVocabulary *vocabulary)
{
  for (guint i = 0; i < self->pack->expressions->len; i++)
    {
      FwExpression *expression = g_ptr_array_index (self->pack->expressions, i);
      g_autoptr (GError) problem = NULL;

      if (!fw_vocabulary_check (vocabulary, expression->text, FALSE, &problem))
        report (self->report, self->pack->id, "%s:%d: %s", expression->file, expression->line, problem->message);
    }
}

/* A value in a JSON tree by "severance.segments.0.amount", as text; NULL where nothing is there. A list is joined by spaces. */
static char *
json_text (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GString) text = g_string_new (NULL);
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *element = json_text (json_array_get_element (array, i));

          g_string_append_printf (text, "%s%s", i > 0 ? " " : "", element != NULL ? element : "");
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("{}");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (json_node_get_string (node));
}

/* An element of a list by its index, or by the id that it carries. */
static JsonNode *
json_element (JsonArray *array,
              const char *step)
{
  char *end;
  guint64 index = g_ascii_strtoull (step, &end, 10);

  if (*end == '\0')
    return index < json_array_get_length (array) ? json_array_get_element (array, (guint) index) : NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *keys[] = { "id", "setting" };

      for (guint j = 0; object != NULL && j < G_N_ELEMENTS (keys); j++)
        if (json_object_has_member (object, keys[j]) &&
            g_strcmp0 (json_object_get_string_member (object, keys[j]), step) == 0)
          return node;
    }
  return NULL;
}

static JsonNode *
json_walk (JsonNode *node,
           const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; node != NULL && steps[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_element (json_node_get_array (node), steps[i]);
      else
        node = NULL;
    }
  return node;
}

static JsonObject *
json_finding (JsonNode *result,
              const char *id)
{
  JsonNode *findings = json_walk (result, "findings");
  JsonArray *array = findings != NULL ? json_node_get_array (findings) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *finding = json_array_get_object_element (array, i);

      if (strcmp (json_object_get_string_member (finding, "id"), id) == 0)
        return finding;
    }
  return NULL;
}

/* What an expectation of a finding is not; NULL where it is as expected. */
static char *
differs_finding (FwExamination *self,
                 FwXmlNode *expect,
                 JsonNode *result)
{
  const char *id = fw_xml_node_get (expect, "finding"), *severity = fw_xml_node_get (expect, "severity");
  const char *until = fw_xml_node_get (expect, "until"), *found;
  JsonObject *finding = id != NULL ? json_finding (result, id) : NULL;

  if (id == NULL)
    return NULL;
  if (finding == NULL)
    return g_strdup_printf ("there is no finding ‘%s’", id);
  found = json_object_get_string_member (finding, "severity");
  if (severity != NULL && strcmp (severity, found) != 0)
    return g_strdup_printf ("the finding ‘%s’ is %s, not %s", id, found, severity);
  if (until != NULL && g_strcmp0 (json_object_get_string_member_with_default (finding, "until", NULL), until) != 0)
    return g_strdup_printf ("the finding ‘%s’ holds until %s, not %s", id,
                            json_object_get_string_member_with_default (finding, "until", "no day"), until);
  if (strcmp (found, "info") != 0)
    g_hash_table_add (self->failed, g_strdup (id));
  return NULL;
}

/* "6" and "6.00" are the same amount; anything else is compared as it stands. */
static gboolean
same_text (const char *a,
           const char *b)
{
  g_autoptr (FwNumber) left = fw_number_parse (a);
  g_autoptr (FwNumber) right = fw_number_parse (b);

  if (left != NULL && right != NULL)
    return fw_number_compare (left, right) == 0;
  return g_strcmp0 (a, b) == 0;
}

static char *
differs_at (JsonNode *result,
            const char *path,
            const char *expected)
{
  g_autofree char *found = json_text (json_walk (result, path));

  if (same_text (found, expected))
    return NULL;
  return g_strdup_printf ("%s is %s, not %s", path, found != NULL ? found : "absent", expected);
}

static char *
differs (FwExamination *self,
         FwXmlNode *expect,
         JsonNode *result)
{
  const char *verdict = fw_xml_node_get (expect, "verdict"), *none = fw_xml_node_get (expect, "no-finding");
  const char *missing = fw_xml_node_get (expect, "missing"), *output = fw_xml_node_get (expect, "output");
  const char *value = fw_xml_node_get (expect, "value");
  JsonObject *finding = none != NULL ? json_finding (result, none) : NULL;
  char *difference = NULL;

  if (verdict != NULL)
    difference = differs_at (result, "verdict", verdict);
  if (difference == NULL)
    difference = differs_finding (self, expect, result);
  if (difference == NULL && finding != NULL && strcmp (json_object_get_string_member (finding, "severity"), "info") != 0)
    difference = g_strdup_printf ("there is a finding ‘%s’", none);
  if (difference == NULL && missing != NULL)
    difference = differs_at (result, "materials.missing", missing);
  if (difference == NULL && output != NULL)
    difference = differs_at (result, output, value != NULL ? value : "null");
  return difference;
}

static void
compare_all (FwExamination *self,
             FwXmlNode *example,
             const char *file,
             JsonNode *result)
{
  for (FwXmlNode *expect = fw_xml_node_child (example, "expect"); expect != NULL; expect = fw_xml_node_next (expect, "expect"))
    {
      g_autofree char *difference = differs (self, expect, result);

      if (difference != NULL)
        report (self->report, self->pack->id, "%s:%d: example ‘%s’: %s", file, fw_xml_node_line (expect),
                fw_xml_node_get (example, "id"), difference);
    }
}

static GHashTable *
pairs_of (FwXmlNode *around,
          const char *element,
          const char *key)
{
  GHashTable *pairs = g_hash_table_new (g_str_hash, g_str_equal);

  for (FwXmlNode *node = fw_xml_node_child (around, element); node != NULL; node = fw_xml_node_next (node, element))
    g_hash_table_insert (pairs, (gpointer) fw_xml_node_get (node, key), (gpointer) fw_xml_node_get (node, "value"));
  return pairs;
}

/* "…/@name" at the end of an XPath names an attribute of what stands before it. */
static const char *
attribute_at_end (const char *path)
{
  const char *at = strrchr (path, '@');

  return at != NULL && (at == path || at[-1] == '/') && strchr (at, ']') == NULL ? at + 1 : NULL;
}

static gboolean
remove_selected (FwFacts *facts,
                 const char *path,
                 GError **error)
{
  g_autoptr (FwXPath) xpath = fw_xpath_new (path, error);
  g_autoptr (GPtrArray) nodes = NULL;
  const char *attribute = attribute_at_end (path);

  if (xpath == NULL || !fw_xpath_nodes (xpath, facts, &nodes, error))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (attribute != NULL)
      fw_xml_node_set (g_ptr_array_index (nodes, i), attribute, NULL);
    else
      fw_xml_node_remove (g_ptr_array_index (nodes, i));
  return TRUE;
}

/* By a plain path, which makes what it lacks, or by an XPath that selects what is there. */
static gboolean
set_selected (FwFacts *facts,
              const char *path,
              const char *value,
              GError **error)
{
  const char *attribute = attribute_at_end (path);
  g_autofree char *around = NULL;
  g_autoptr (FwXPath) xpath = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  if (strstr (path, "[@") == NULL || attribute == NULL)
    return fw_facts_set (facts, path, value, error);
  around = g_strndup (path, (gsize) (attribute - path) - 2);
  xpath = fw_xpath_new (around, error);
  if (xpath == NULL || !fw_xpath_nodes (xpath, facts, &nodes, error))
    return FALSE;
  if (nodes->len == 0)
    g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "‘%s’ selects nothing", path);
  for (guint i = 0; i < nodes->len; i++)
    fw_xml_node_set (g_ptr_array_index (nodes, i), attribute, value);
  return nodes->len > 0;
}

static gboolean
change_facts (FwFacts *facts,
              FwXmlNode *example,
              GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (example, NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      const char *path = fw_xml_node_get (node, "path");

      if (fw_xml_node_is (node, "set") && !set_selected (facts, path, fw_xml_node_get (node, "value"), error))
        return FALSE;
      if (fw_xml_node_is (node, "remove") && !remove_selected (facts, path, error))
        return FALSE;
    }
  return TRUE;
}

/* The facts of an example: its own, or those of its base, with its changes. */
static FwFacts *
facts_of (FwExamination *self,
          FwXmlNode *example,
          int depth,
          GError **error)
{
  const char *file = g_hash_table_lookup (self->base_files, example), *base = fw_xml_node_get (example, "base");
  FwXmlNode *own = fw_xml_node_child (example, "facts");
  FwXmlNode *base_node = base != NULL ? g_hash_table_lookup (self->bases, base) : NULL;
  g_autoptr (FwFacts) facts = NULL;

  if (base_node == NULL && base != NULL)
    base_node = g_hash_table_lookup (self->examples, base);
  if (own != NULL)
    facts = fw_facts_new_from_node (own, file, NULL, error);
  else if (base_node != NULL && depth < 20)
    facts = facts_of (self, base_node, depth + 1, error);
  else
    g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "it has neither facts nor a base that is there");
  if (facts == NULL || !change_facts (facts, example, error))
    return NULL;
  return g_steal_pointer (&facts);
}

static JsonNode *
assess_example (FwExamination *self,
                FwXmlNode *example,
                GError **error)
{
  g_autoptr (FwFacts) facts = facts_of (self, example, 0, error);
  g_autoptr (GHashTable) settings = pairs_of (example, "setting", "id");
  g_autoptr (FwAssessment) assessment = NULL;

  if (facts == NULL || !fw_facts_validate (facts, self->packs->facts_schema, error))
    return NULL;
  assessment = fw_pack_assess (self->pack, facts, settings, error);
  if (assessment == NULL)
    return NULL;
  if (fw_assessment_get_ground (assessment) != NULL)
    g_hash_table_add (self->stood_on, g_strdup (fw_assessment_get_ground (assessment)));
  return fw_assessment_to_json (assessment);
}

static JsonNode *
reckon_example (FwExamination *self,
                FwXmlNode *example,
                FwXmlNode *reckon,
                GError **error)
{
  g_autoptr (GHashTable) inputs = pairs_of (reckon, "input", "name");
  g_autoptr (GHashTable) settings = pairs_of (example, "setting", "id");

  g_hash_table_add (self->reckoned, g_strdup (fw_xml_node_get (reckon, "calculation")));
  return fw_pack_reckon (self->pack, fw_xml_node_get (reckon, "calculation"), inputs, settings, FW_DATE_UNKNOWN, error);
}

static void
run_example (FwExamination *self,
             FwXmlNode *example)
{
  const char *file = g_hash_table_lookup (self->base_files, example);
  FwXmlNode *reckon = fw_xml_node_child (example, "reckon");
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonNode) result = NULL;

  self->report->examples++;
  result = reckon != NULL ? reckon_example (self, example, reckon, &problem) : assess_example (self, example, &problem);
  if (result == NULL)
    report (self->report, self->pack->id, "%s:%d: example ‘%s’: %s", file, fw_xml_node_line (example),
            fw_xml_node_get (example, "id"), problem->message);
  else
    compare_all (self, example, file, result);
}

static void
collect_examples (FwExamination *self,
                  FwXml *xml,
                  GPtrArray *examples)
{
  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      const char *id = fw_xml_node_get (node, "id");
      GHashTable *names = fw_xml_node_is (node, "base") ? self->bases : self->examples;

      if (id != NULL && !g_hash_table_insert (names, (gpointer) id, node))
        report (self->report, self->pack->id, "%s:%d: there are two examples ‘%s’", fw_xml_get_name (xml),
                fw_xml_node_line (node), id);
      g_hash_table_insert (self->base_files, node, (gpointer) fw_xml_get_name (xml));
      if (fw_xml_node_is (node, "example"))
        g_ptr_array_add (examples, node);
    }
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_examples (FwExamination *self)
{
  g_autofree char *folder = g_build_filename (self->pack->folder, "examples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names_cb);
  return paths;
}

static void
run_examples (FwExamination *self)
{
  g_autoptr (GPtrArray) paths = list_examples (self);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_xml_unref);
  g_autoptr (GPtrArray) examples = g_ptr_array_new ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      FwXml *xml = fw_xml_load_file (g_ptr_array_index (paths, i), &problem);

      if (xml == NULL || !fw_schema_validate (self->packs->pack_schema, xml, &problem))
        report (self->report, self->pack->id, "%s", problem->message);
      if (xml == NULL)
        continue;
      g_ptr_array_add (files, xml);
      collect_examples (self, xml, examples);
    }
  for (guint i = 0; i < examples->len; i++)
    run_example (self, g_ptr_array_index (examples, i));
}

static void
report_untested (FwExamination *self)
{
  for (guint i = 0; i < self->pack->checks->len; i++)
    {
      FwCheck *check = g_ptr_array_index (self->pack->checks, i);

      if (!g_hash_table_contains (self->failed, check->id))
        report (self->report, self->pack->id, "%s:%d: no example makes the check ‘%s’ fail", check->file, check->line, check->id);
    }
  for (guint i = 0; i < self->pack->calculations->len; i++)
    {
      FwCalculation *calculation = g_ptr_array_index (self->pack->calculations, i);

      if (!calculation->inner && !g_hash_table_contains (self->reckoned, calculation->id))
        report (self->report, self->pack->id, "%s:%d: no example reckons ‘%s’", calculation->file, calculation->line, calculation->id);
    }
  for (guint i = 0; i < self->pack->grounds->len; i++)
    {
      FwGroundRule *ground = g_ptr_array_index (self->pack->grounds, i);

      if (!g_hash_table_contains (self->stood_on, ground->open.id))
        report (self->report, self->pack->id, "no example stands on the ground ‘%s’", ground->open.id);
    }
}

static void
examine (FwPacks *packs,
         FwPack *pack,
         FwVocabulary *vocabulary,
         FwPacksReport *result)
{
  FwExamination self = { packs, pack, result, g_hash_table_new (g_str_hash, g_str_equal),
                         g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (NULL, NULL),
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  result->packs++;
  result->checks += pack->checks->len;
  result->calculations += pack->calculations->len;
  result->grounds += pack->grounds->len;
  check_expressions (&self, vocabulary);
  run_examples (&self);
  report_untested (&self);
  g_hash_table_unref (self.bases);
  g_hash_table_unref (self.examples);
  g_hash_table_unref (self.base_files);
  g_hash_table_unref (self.failed);
  g_hash_table_unref (self.reckoned);
  g_hash_table_unref (self.stood_on);
}

/**
 * fw_packs_check:
 *
 * Returns: (transfer full) (nullable): what is wrong with the packs, if anything; %NULL only where the schema of facts cannot be read
 */
FwPacksReport *
fw_packs_check (FwPacks *self,
                GError **error)
{
  g_autoptr (FwVocabulary) vocabulary = fw_vocabulary_load (error);
  FwPacksReport *result;

  if (vocabulary == NULL)
    return NULL;
  result = g_new0 (FwPacksReport, 1);
  result->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  for (guint i = 0; i < self->found->len; i++)
    {
      FwFoundPack *found = g_ptr_array_index (self->found, i);
      g_autoptr (GError) problem = NULL;
      FwPack *pack = fw_packs_get (self, found->id, &problem);

      if (pack != NULL)
        examine (self, pack, vocabulary, result);
      else
        report (result, found->id, "%s", problem->message);
    }
  return result;
}
