#include "documents/fw-lint.h"

#include "core/fw-number.h"
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
  GStrv unless;    /* paths of facts; a word that one of them says may stand; empty: none may */
  GStrv amounts;   /* paths of facts; every amount in the text has to be one of them; empty: not looked at */
  char *amount;    /* nullable: a path of facts; the sum that the text says … */
  char *as_on;     /* nullable: … and the sums of the sheet; it has to be one of them */
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
  g_strfreev (self->unless);
  g_strfreev (self->amounts);
  g_free (self->amount);
  g_free (self->as_on);
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
  rule->unless = read_list (node, "unless");
  rule->amounts = read_list (node, "amounts");
  rule->amount = g_strdup (fw_xml_node_get (node, "amount"));
  rule->as_on = g_strdup (fw_xml_node_get (node, "as-on"));
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

static void
add_finding (const FwLintRule *rule,
             const char *block_id,
             const char *words,
             GPtrArray *findings)
{
  FwDocumentFinding *finding = g_new0 (FwDocumentFinding, 1);

  finding->id = g_strdup (rule->id);
  finding->stops = rule->stops;
  finding->block_id = g_strdup (block_id);
  finding->words = g_strdup (words);
  finding->zh = g_strdup (rule->zh);
  finding->en = g_strdup (rule->en);
  g_ptr_array_add (findings, finding);
}

/* All values that facts have for @paths. */
static GStrv
list_values (FwFacts *facts,
             GStrv paths)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_auto (GStrv) found = *paths[i] != '\0' ? fw_facts_list (facts, paths[i]) : NULL;

      if (found != NULL)
        g_strv_builder_addv (values, (const char **) found);
    }
  return g_strv_builder_end (values);
}

/* Whether the facts that excuse words are there, and none of them says @words; what is not known excuses nothing and bars nothing. */
static gboolean
is_excused (GStrv said,
            const char *words)
{
  for (guint i = 0; said[i] != NULL; i++)
    if (strstr (said[i], words) != NULL)
      return TRUE;
  return said[0] == NULL;
}

static void
check_words (const FwLintRule *rule,
             FwFacts *facts,
             const char *block_id,
             const char *text,
             GPtrArray *findings)
{
  gboolean excuses = rule->unless[0] != NULL && *rule->unless[0] != '\0';
  g_auto (GStrv) said = list_values (facts, rule->unless);

  for (guint w = 0; rule->words[w] != NULL; w++)
    if (*rule->words[w] != '\0' && count_in (text, rule->words[w]) >= rule->at_least &&
        (!excuses || !is_excused (said, rule->words[w])))
      add_finding (rule, block_id, rule->words[w], findings);
}

static gboolean
is_one_of (GStrv known,
           const char *amount)
{
  g_autoptr (FwNumber) wanted = fw_number_parse (amount);

  for (guint i = 0; wanted != NULL && known[i] != NULL; i++)
    {
      g_autoptr (FwNumber) number = fw_number_parse (known[i]);

      if (number != NULL && fw_number_compare (number, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Amounts are written with their cents and in groups of three. */
static void
check_amounts (const FwLintRule *rule,
               FwFacts *facts,
               const char *block_id,
               const char *text,
               GPtrArray *findings)
{
  g_auto (GStrv) known = list_values (facts, rule->amounts);
  g_autoptr (GRegex) amount = g_regex_new ("[0-9][0-9,]*\\.[0-9]{2}(?![0-9])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (amount, text, 0, &match); known[0] != NULL && g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *words = g_match_info_fetch (match, 0);
      g_autoptr (GString) plain = g_string_new (words);

      g_string_replace (plain, ",", "", 0);
      if (!is_one_of (known, plain->str))
        add_finding (rule, block_id, words, findings);
    }
}

/* A letter that says one sum while the settlement says another: one of them is wrong. */
static void
check_sheet (const FwLintRule *rule,
             FwFacts *facts,
             const char *block_id,
             const char *text,
             GPtrArray *findings)
{
  const char *paths[] = { rule->as_on, NULL };
  g_auto (GStrv) on_sheet = list_values (facts, (GStrv) paths);
  const char *said = fw_facts_get (facts, rule->amount);
  g_autoptr (FwNumber) number = said != NULL ? fw_number_parse (said) : NULL;
  g_autofree char *plain = fw_number_to_fixed (number, 2);
  g_autoptr (GString) bare = g_string_new (text);

  g_string_replace (bare, ",", "", 0);
  if (plain != NULL && on_sheet[0] != NULL && strstr (bare->str, plain) != NULL && !is_one_of (on_sheet, plain))
    add_finding (rule, block_id, plain, findings);
}

/**
 * fw_lint_check:
 * @facts: what the paper is made of: some words may stand where a fact says them, some amounts have to be the facts' own
 * @document_id: which paper
 * @block_id: which of its blocks
 * @text: what it says, facts and the case's own wording merged in
 * @findings: (element-type FwDocumentFinding): where findings are added
 */
void
fw_lint_check (FwLint *self,
               FwFacts *facts,
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
      check_words (rule, facts, block_id, text, findings);
      if (rule->amounts[0] != NULL && *rule->amounts[0] != '\0')
        check_amounts (rule, facts, block_id, text, findings);
      if (rule->amount != NULL && rule->as_on != NULL)
        check_sheet (rule, facts, block_id, text, findings);
    }
}
