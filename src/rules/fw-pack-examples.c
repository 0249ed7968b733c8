/* The examples of a pack: read, reckoned, and held against what they expect. */
#include "rules/fw-pack-examples-private.h"

#include "rules/fw-leaving-cost.h"
#include "rules/fw-risk.h"

#include <string.h>

static void
tell (FwExamples *self,
      GPtrArray *problems,
      FwXmlNode *where,
      FwXmlNode *example,
      const char *what)
{
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("%s:%d: example ‘%s’: %s", (const char *) g_hash_table_lookup (self->file_names, example),
                                                fw_xml_node_line (where), fw_xml_node_get (example, "id"), what));
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
differs_finding (FwExamples *self,
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
  if (until != NULL && (fw_xml_node_get (expect, "expected") != NULL) !=
                         json_object_get_boolean_member_with_default (finding, "until_expected", FALSE))
    return g_strdup_printf ("the day until which the finding ‘%s’ holds is only expected, or it is not: not as stated", id);
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
differs (FwExamples *self,
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

/* What of the example is not as expected; every expectation is asked, unless @problems is NULL: then the first that fails ends it. */
static gboolean
compare_all (FwExamples *self,
             FwXmlNode *example,
             JsonNode *result,
             GPtrArray *problems)
{
  gboolean good = TRUE;

  for (FwXmlNode *expect = fw_xml_node_child (example, "expect"); expect != NULL && (good || problems != NULL);
       expect = fw_xml_node_next (expect, "expect"))
    {
      g_autofree char *difference = differs (self, expect, result);

      if (difference == NULL)
        continue;
      good = FALSE;
      tell (self, problems, expect, example, difference);
    }
  return good;
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
facts_of (FwExamples *self,
          FwXmlNode *example,
          int depth,
          GError **error)
{
  const char *file = g_hash_table_lookup (self->file_names, example), *base = fw_xml_node_get (example, "base");
  FwXmlNode *own = fw_xml_node_child (example, "facts");
  FwXmlNode *base_node = base != NULL ? g_hash_table_lookup (self->bases, base) : NULL;
  g_autoptr (FwFacts) facts = NULL;

  if (base_node == NULL && base != NULL)
    base_node = g_hash_table_lookup (self->names, base);
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

/* Made and validated when first asked for: the same facts may be judged many times. */
static FwFacts *
find_facts (FwExamples *self,
            guint index,
            GError **error)
{
  FwFacts *facts = g_ptr_array_index (self->facts, index);

  if (facts != NULL)
    return facts;
  facts = facts_of (self, g_ptr_array_index (self->nodes, index), 0, error);
  if (facts != NULL && !fw_facts_validate (facts, self->facts_schema, error))
    g_clear_pointer (&facts, fw_facts_unref);
  g_ptr_array_index (self->facts, index) = facts;
  return facts;
}

/* Whether an expectation asks for a part of the answer that only some examples are about. */
static gboolean
asks_for (FwXmlNode *example,
          const char *part)
{
  for (FwXmlNode *expect = fw_xml_node_child (example, "expect"); expect != NULL; expect = fw_xml_node_next (expect, "expect"))
    if (g_str_has_prefix (fw_xml_node_get (expect, "output") != NULL ? fw_xml_node_get (expect, "output") : "", part))
      return TRUE;
  return FALSE;
}

static gboolean
add_risk (FwExamples *self,
          FwFacts *facts,
          GHashTable *settings,
          JsonNode *result,
          GError **error)
{
  g_autoptr (FwRisk) risk = fw_pack_weigh (self->pack, facts, settings, error);

  if (risk != NULL)
    json_object_set_member (json_node_get_object (result), "risk", fw_risk_to_json (risk));
  return risk != NULL;
}

static void
add_amount (JsonObject *object,
            const char *name,
            const FwNumber *amount,
            guint digits)
{
  g_autofree char *text = fw_number_to_fixed (amount, digits);

  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/* What the same person would cost among everybody. */
static gboolean
add_liability (FwExamples *self,
               FwFacts *facts,
               GHashTable *settings,
               JsonNode *result,
               GError **error)
{
  g_autoptr (FwFacts) copy = fw_facts_copy (facts);
  g_auto (FwLeavingCost) cost = { 0 };
  JsonObject *object;
  JsonArray *gaps;

  if (!fw_pack_reckon_leaving (self->pack, copy, settings, &cost, error))
    return FALSE;
  object = json_object_new ();
  gaps = json_array_new ();
  add_amount (object, "severance", cost.severance, self->pack->digits);
  add_amount (object, "with_notice", cost.with_notice, self->pack->digits);
  add_amount (object, "damages", cost.damages, self->pack->digits);
  for (guint i = 0; cost.gaps != NULL && i < cost.gaps->len; i++)
    json_array_add_string_element (gaps, g_array_index (cost.gaps, FwLeavingGap, i).id);
  json_object_set_array_member (object, "unknown", gaps);
  json_object_set_object_member (json_node_get_object (result), "liability", object);
  return TRUE;
}

/* How far the steps of the ground have come by the facts alone, and by when each has to be done. */
static gboolean
add_steps (FwExamples *self,
           FwFacts *facts,
           JsonNode *result,
           GError **error)
{
  FwGroundRule *ground = _fw_pack_ground_rule (self->pack, fw_facts_get (facts, "departure/@ground"));
  g_autoptr (JsonArray) done = json_array_new (), by = json_array_new ();
  JsonObject *object;

  for (guint i = 0; ground != NULL && i < ground->open.marks->len; i++)
    {
      const FwStepMark *mark = g_ptr_array_index (ground->open.marks, i);
      g_autofree char *day = NULL;
      gboolean is_done = FALSE;

      if ((mark->done != NULL && !fw_xpath_truth (mark->done, facts, &is_done, error)) ||
          (mark->by != NULL && !fw_xpath_string (mark->by, facts, &day, error)))
        return FALSE;
      json_array_add_boolean_element (done, is_done);
      json_array_add_string_element (by, day != NULL && *day != '\0' ? day : "-");
    }
  object = json_object_new ();
  json_object_set_array_member (object, "done", g_steal_pointer (&done));
  json_object_set_array_member (object, "by", g_steal_pointer (&by));
  json_object_set_object_member (json_node_get_object (result), "steps", object);
  return TRUE;
}

static JsonNode *
assess_example (FwExamples *self,
                guint index,
                GError **error)
{
  FwXmlNode *example = g_ptr_array_index (self->nodes, index);
  FwFacts *facts = find_facts (self, index, error);
  g_autoptr (GHashTable) settings = pairs_of (example, "setting", "id");
  g_autoptr (FwAssessment) assessment = facts != NULL ? fw_pack_assess (self->pack, facts, settings, error) : NULL;
  g_autoptr (JsonNode) result = NULL;

  if (assessment == NULL)
    return NULL;
  if (fw_assessment_get_ground (assessment) != NULL)
    g_hash_table_add (self->stood_on, g_strdup (fw_assessment_get_ground (assessment)));
  result = fw_assessment_to_json (assessment);
  if ((asks_for (example, "risk.") && !add_risk (self, facts, settings, result, error)) ||
      (asks_for (example, "liability.") && !add_liability (self, facts, settings, result, error)) ||
      (asks_for (example, "steps.") && !add_steps (self, facts, result, error)))
    return NULL;
  return g_steal_pointer (&result);
}

static JsonNode *
reckon_example (FwExamples *self,
                FwXmlNode *example,
                FwXmlNode *reckon,
                GError **error)
{
  g_autoptr (GHashTable) inputs = pairs_of (reckon, "input", "name");
  g_autoptr (GHashTable) settings = pairs_of (example, "setting", "id");

  g_hash_table_add (self->reckoned, g_strdup (fw_xml_node_get (reckon, "calculation")));
  return fw_pack_reckon (self->pack, fw_xml_node_get (reckon, "calculation"), inputs, settings, FW_DATE_UNKNOWN, error);
}

/**
 * _fw_examples_run:
 * @problems: (nullable) (element-type utf8): where everything that is not as expected is added, with file and line
 *
 * Returns: whether the example comes out as it says
 */
gboolean
_fw_examples_run (FwExamples *self,
                  guint index,
                  GPtrArray *problems)
{
  FwXmlNode *example = g_ptr_array_index (self->nodes, index), *reckon = fw_xml_node_child (example, "reckon");
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonNode) result =
    reckon != NULL ? reckon_example (self, example, reckon, &problem) : assess_example (self, index, &problem);

  if (result != NULL)
    return compare_all (self, example, result, problems);
  tell (self, problems, example, example, problem->message);
  return FALSE;
}

static void
collect (FwExamples *self,
         FwXml *xml,
         GPtrArray *problems)
{
  for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), NULL); node != NULL; node = fw_xml_node_next (node, NULL))
    {
      const char *id = fw_xml_node_get (node, "id");
      GHashTable *names = fw_xml_node_is (node, "base") ? self->bases : self->names;

      g_hash_table_insert (self->file_names, node, (gpointer) fw_xml_get_name (xml));
      if (id != NULL && !g_hash_table_insert (names, (gpointer) id, node))
        g_ptr_array_add (problems, g_strdup_printf ("%s:%d: there are two examples ‘%s’", fw_xml_get_name (xml), fw_xml_node_line (node), id));
      if (!fw_xml_node_is (node, "example"))
        continue;
      g_ptr_array_add (self->nodes, node);
      g_ptr_array_add (self->facts, NULL);
    }
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (FwPack *pack)
{
  g_autofree char *folder = g_build_filename (pack->folder, "examples", NULL);
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
facts_free (gpointer facts)
{
  g_clear_pointer (&facts, fw_facts_unref);
}

/**
 * _fw_examples_load:
 * @pack: (not copied): and the schemas, which live longer
 * @problems: (element-type utf8): where what is wrong with the files is added
 *
 * Returns: (transfer full): every example of the pack's folder that can be read
 */
FwExamples *
_fw_examples_load (FwPack *pack,
                   FwSchema *pack_schema,
                   FwSchema *facts_schema,
                   GPtrArray *problems)
{
  g_autoptr (GPtrArray) paths = list_files (pack);
  FwExamples *self = g_new0 (FwExamples, 1);

  self->pack = pack;
  self->facts_schema = facts_schema;
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_xml_unref);
  self->nodes = g_ptr_array_new ();
  self->facts = g_ptr_array_new_with_free_func (facts_free);
  self->bases = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->file_names = g_hash_table_new (NULL, NULL);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reckoned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stood_on = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      FwXml *xml = fw_xml_load_file (g_ptr_array_index (paths, i), &problem);

      if (xml == NULL || !fw_schema_validate (pack_schema, xml, &problem))
        g_ptr_array_add (problems, g_strdup (problem->message));
      if (xml == NULL)
        continue;
      g_ptr_array_add (self->files, xml);
      collect (self, xml, problems);
    }
  return self;
}

void
_fw_examples_free (FwExamples *self)
{
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->bases);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->file_names);
  g_hash_table_unref (self->failed);
  g_hash_table_unref (self->reckoned);
  g_hash_table_unref (self->stood_on);
  g_free (self);
}
