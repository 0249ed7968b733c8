#include "documents/fw-lint.h"

#include "facts/fw-xml.h"

#include <string.h>

/* One rule of wording.xml: words, where they may not stand, and why. */
typedef struct
{
  char *id;
  GStrv words;
  GStrv documents; /* ids; empty: all */
  GStrv except;    /* ids */
  GStrv blocks;    /* ids, or beginnings of ids that end with a star; empty: all */
  GStrv except_blocks;
  guint at_least;  /* how often they must stand there to count */
  gboolean stops;
  char *zh;
  char *en;
} FwLintRule;

struct _FwLint
{
  GPtrArray *rules; /* FwLintRule */
};

static void
rule_free (FwLintRule *self)
{
  g_free (self->id);
  g_strfreev (self->words);
  g_strfreev (self->documents);
  g_strfreev (self->except);
  g_strfreev (self->blocks);
  g_strfreev (self->except_blocks);
  g_free (self->zh);
  g_free (self->en);
  g_free (self);
}

static GStrv
read_list (FwXmlNode *node,
           const char *attribute)
{
  const char *value = fw_xml_node_get (node, attribute);

  return g_strsplit (value != NULL ? value : "", " ", -1);
}

static FwLintRule *
read_rule (FwXmlNode *node)
{
  FwLintRule *rule = g_new0 (FwLintRule, 1);
  const char *at_least = fw_xml_node_get (node, "at-least");

  rule->id = g_strdup (fw_xml_node_get (node, "id"));
  rule->words = read_list (node, "words");
  rule->documents = read_list (node, "documents");
  rule->except = read_list (node, "except");
  rule->blocks = read_list (node, "blocks");
  rule->except_blocks = read_list (node, "except-blocks");
  rule->at_least = at_least != NULL ? (guint) g_ascii_strtoull (at_least, NULL, 10) : 1;
  rule->stops = g_strcmp0 (fw_xml_node_get (node, "severity"), "warn") != 0;
  rule->zh = g_strdup (fw_xml_node_get (node, "zh"));
  rule->en = g_strdup (fw_xml_node_get (node, "en"));
  return rule;
}

/**
 * fw_lint_load:
 * @folders: folders of documents; the first wording.xml found is read, so that a company can keep its own
 *
 * Returns: (transfer full) (nullable): the rules; none where there is no such file
 */
FwLint *
fw_lint_load (const char *const *folders,
              GError **error)
{
  g_autoptr (FwLint) self = g_new0 (FwLint, 1);

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "wording.xml", NULL);
      g_autoptr (FwXml) xml = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      xml = fw_xml_load_file (path, error);
      if (xml == NULL)
        return NULL;
      for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), "rule"); node != NULL;
           node = fw_xml_node_next (node, "rule"))
        g_ptr_array_add (self->rules, read_rule (node));
      break;
    }
  return g_steal_pointer (&self);
}

/**
 * fw_lint_free:
 * @self: (nullable): rules of wording
 */
void
fw_lint_free (FwLint *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/**
 * fw_document_finding_free:
 * @self: a finding
 */
void
fw_document_finding_free (FwDocumentFinding *self)
{
  g_free (self->id);
  g_free (self->block_id);
  g_free (self->words);
  g_free (self->zh);
  g_free (self->en);
  g_free (self);
}

/* An empty list names all; an entry may end with a star. */
static gboolean
names (GStrv list,
       const char *id,
       gboolean when_empty)
{
  gboolean empty = TRUE;

  for (guint i = 0; list[i] != NULL; i++)
    {
      gsize length = strlen (list[i]);

      if (length == 0)
        continue;
      empty = FALSE;
      if (list[i][length - 1] == '*' ? strncmp (list[i], id, length - 1) == 0 : g_str_equal (list[i], id))
        return TRUE;
    }
  return empty && when_empty;
}

static guint
count_in (const char *text,
          const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + strlen (words), words))
    n++;
  return n;
}

/**
 * fw_lint_check:
 * @document_id: which paper
 * @block_id: which of its blocks
 * @text: what it says, facts and the case's own wording merged in
 * @findings: (element-type FwDocumentFinding): where findings are added
 */
void
fw_lint_check (FwLint *self,
               const char *document_id,
               const char *block_id,
               const char *text,
               GPtrArray *findings)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const FwLintRule *rule = g_ptr_array_index (self->rules, i);

      if (!names (rule->documents, document_id, TRUE) || names (rule->except, document_id, FALSE)
          || !names (rule->blocks, block_id, TRUE) || names (rule->except_blocks, block_id, FALSE))
        continue;
      for (guint w = 0; rule->words[w] != NULL; w++)
        {
          FwDocumentFinding *finding;

          if (*rule->words[w] == '\0' || count_in (text, rule->words[w]) < rule->at_least)
            continue;
          finding = g_new0 (FwDocumentFinding, 1);
          finding->id = g_strdup (rule->id);
          finding->stops = rule->stops;
          finding->block_id = g_strdup (block_id);
          finding->words = g_strdup (rule->words[w]);
          finding->zh = g_strdup (rule->zh);
          finding->en = g_strdup (rule->en);
          g_ptr_array_add (findings, finding);
        }
    }
}
