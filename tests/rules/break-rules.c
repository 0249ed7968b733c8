/*
 * Breaks the rules of the shipped packs one after the other, in memory: a condition negated, a number one more, a day one later, a
 * comparison turned round, a truth the other way, a severity another, a fact no longer asked for, another reading by default. After
 * each break one example at least must come out otherwise than it says: else nobody would notice such a mistake. What cannot be
 * noticed because it changes nothing stands with its reason in equivalent.txt beside this file; that list may hold nothing needless.
 *
 *   break-rules [BEGINNING]          all that does not stand in the list; only what begins with this, as "check cn.42"
 *   break-rules --all [BEGINNING]    also what stands there
 *   break-rules --sample             one in twenty, always the same ones as long as the rule is the same
 */
#include "witnesses.h"

#include "rules/fw-packs-private.h"

#include <locale.h>
#include <string.h>

/* A kind of rule that is compiled on its own: where it stands in the pack, and how large it is. */
typedef struct
{
  const char *element;
  gsize offset;   /* of the array in the pack; 0: somewhere else */
  gsize size;
} Kind;

static const Kind kinds[] = {
  { "check", G_STRUCT_OFFSET (FwPack, checks), sizeof (FwCheck) },
  { "ground", G_STRUCT_OFFSET (FwPack, grounds), sizeof (FwGroundRule) },
  { "calculation", G_STRUCT_OFFSET (FwPack, calculations), sizeof (FwCalculation) },
  { "deadline", G_STRUCT_OFFSET (FwPack, deadlines), sizeof (FwDeadlineRule) },
  { "procedure", G_STRUCT_OFFSET (FwPack, procedures), sizeof (FwProcedureRule) },
  { "material", G_STRUCT_OFFSET (FwPack, materials), sizeof (FwMaterial) },
  { "setting", G_STRUCT_OFFSET (FwPack, settings), sizeof (FwSetting) },
  { "weak-point", G_STRUCT_OFFSET (FwPack, weak_points), sizeof (FwWeakPointRule) },
  { "cost", G_STRUCT_OFFSET (FwPack, risk_costs), sizeof (FwRiskCostRule) },
  { "table", 0, sizeof (FwTable) },
  { "parameter", 0, sizeof (FwParameter) },
  { "settlement", 0, 0 },
  { "liability", 0, 0 },
};

typedef struct
{
  FwPack *pack;
  FwWitnesses *witnesses;
  GHashTable *equivalent; /* labels of the list → whether they were met */
  const char *only;
  gboolean all;
  gboolean sample;
  GRegex *number;
  GRegex *day;
  GHashTable *places;    /* how often a place of the rule at hand was met, to tell like ones apart */
  const Kind *kind;
  FwXmlNode *rule;
  char *name;            /* of the rule */
  guint n_broken;
  guint n_unnoticed;
} Breaker;

/* Compiling anew */

static void
swap (gpointer a,
      gpointer b,
      gsize size)
{
  g_autofree char *between = g_malloc (size);

  memcpy (between, a, size);
  memcpy (a, b, size);
  memcpy (b, between, size);
}

/* Puts the content of the last of an array in the place of the one with its id, and lets the old content go. The id stands first in
 * each kind, and others keep pointers to the place. */
static void
take_last (GPtrArray *array,
           gsize size)
{
  gpointer last = array->pdata[array->len - 1];

  for (guint i = 0; i + 1 < array->len; i++)
    if (g_str_equal (*(const char **) array->pdata[i], *(const char **) last))
      swap (array->pdata[i], last, size);
  g_ptr_array_set_size (array, (int) array->len - 1);
}

static gboolean
compile_one (Breaker *self,
             GError **error)
{
  FwPack *pack = self->pack;
  const char *id = fw_xml_node_get (self->rule, "id");

  if (fw_xml_node_is (self->rule, "table"))
    {
      FwTable *table = _fw_pack_parse_table (pack, self->rule, error);

      if (table != NULL)
        swap (g_hash_table_lookup (pack->tables, id), table, self->kind->size);
      g_clear_pointer (&table, _fw_table_free);
      return error == NULL || *error == NULL;
    }
  if (fw_xml_node_is (self->rule, "parameter"))
    {
      FwParameter *parameter = _fw_pack_parse_parameter (pack, self->rule, error);

      if (parameter != NULL)
        swap (g_hash_table_lookup (pack->parameters, id), parameter, self->kind->size);
      g_clear_pointer (&parameter, _fw_parameter_free);
      return error == NULL || *error == NULL;
    }
  if (fw_xml_node_is (self->rule, "settlement"))
    g_clear_pointer (&pack->settlement, _fw_settlement_sheet_free);
  if (fw_xml_node_is (self->rule, "liability"))
    g_clear_pointer (&pack->liability, _fw_liability_rule_free);
  return _fw_pack_parse_element (pack, self->rule, error);
}

/* Whether the rule can be compiled as it stands now; where it cannot, what was compiled last is still there. */
static gboolean
compile (Breaker *self)
{
  GPtrArray *array = self->kind->offset > 0 ? G_STRUCT_MEMBER (GPtrArray *, self->pack, self->kind->offset) : NULL;
  guint before = array != NULL ? array->len : 0;
  g_autoptr (GError) error = NULL;
  gboolean good = compile_one (self, &error);

  if (array != NULL && good)
    take_last (array, self->kind->size);
  else if (array != NULL)
    g_ptr_array_set_size (array, (int) before);
  return good;
}

/* Breaking */

static void
set_attribute (FwXmlNode *node,
               const char *attribute,
               const char *value)
{
  if (attribute != NULL)
    fw_xml_node_set (node, attribute, value);
  else
    fw_xml_node_set_text (node, value);
}

/* The elements between the rule and the node, each with what tells it from its neighbours, if anything. */
static char *
name_place (Breaker *self,
            FwXmlNode *node)
{
  static const char *const names[] = { "id", "is", "ref", "name", "output" };
  g_autofree char *around = node != self->rule ? name_place (self, fw_xml_node_parent (node)) : NULL;
  const char *own = NULL;

  for (guint i = 0; node != self->rule && own == NULL && i < G_N_ELEMENTS (names); i++)
    own = fw_xml_node_get (node, names[i]);
  return g_strconcat (around != NULL && *around != '\0' ? around : "", around != NULL && *around != '\0' ? " " : "",
                      node != self->rule ? fw_xml_node_name (node) : "", own != NULL ? " " : "", own, NULL);
}

/* A long condition is named by what stands around its change; several that look alike are counted. */
static char *
name_change (const char *before,
             const char *after)
{
  const int around = 30;
  gsize same = 0, start;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (before == NULL || strlen (before) <= (gsize) (2 * around))
    return g_strdup_printf ("%s → %s", before != NULL ? before : "", after);
  if (g_str_has_prefix (after, "not(") && g_str_has_prefix (after + strlen ("not("), before))
    return g_strdup ("→ not(…)");
  while (before[same] != '\0' && before[same] == after[same])
    same++;
  start = same > (gsize) around ? same - (gsize) around : 0;
  while (start > 0 && ((guchar) before[start] & 0xc0) == 0x80)
    start--;
  old = g_utf8_substring (before + start, 0, MIN (2 * around, g_utf8_strlen (before + start, -1)));
  new = g_utf8_substring (after + start, 0, MIN (2 * around, g_utf8_strlen (after + start, -1)));
  return g_strdup_printf ("…%s… → …%s…", old, new);
}

/* One break: an attribute (NULL: the text) otherwise; with @second another one as well. */
static void
try_break (Breaker *self,
           FwXmlNode *node,
           const char *attribute,
           const char *value,
           const char *second,
           const char *second_value)
{
  g_autofree char *before = attribute != NULL ? g_strdup (fw_xml_node_get (node, attribute)) : fw_xml_node_dup_text (node);
  g_autofree char *second_before = second != NULL ? g_strdup (fw_xml_node_get (node, second)) : NULL;
  g_autofree char *where = name_place (self, node);
  g_autofree char *place = g_strdup_printf ("%s: %s %s", self->name, where, attribute != NULL ? attribute : "text");
  g_autofree char *change = second == NULL ? name_change (before, value) : NULL;
  g_autofree char *what = second != NULL ? g_strdup_printf ("%s → %s %s", place, second, second_value) : g_strdup_printf ("%s %s", place, change);
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, what)) + 1;
  g_autofree char *label = times > 1 ? g_strdup_printf ("%s (%u)", what, times) : g_strdup (what);
  gboolean known;

  g_hash_table_insert (self->places, g_strdup (what), GUINT_TO_POINTER (times));
  known = g_hash_table_contains (self->equivalent, label);
  if (known)
    g_hash_table_insert (self->equivalent, g_strdup (label), GUINT_TO_POINTER (TRUE));
  if ((known && !self->all) || (self->sample && g_str_hash (label) % 20 != 0) || (self->only != NULL && !g_str_has_prefix (label, self->only)))
    return;
  self->n_broken++;
  set_attribute (node, attribute, value);
  if (second != NULL)
    fw_xml_node_set (node, second, second_value);
  if (compile (self) && !fw_witnesses_notice (self->witnesses, node))
    {
      self->n_unnoticed++;
      g_test_message ("no example notices: %s", label);
    }
  else if (known)
    {
      self->n_unnoticed++;
      g_test_message ("is noticed, though it stands in the list: %s", label);
    }
  set_attribute (node, attribute, before);
  if (second != NULL)
    fw_xml_node_set (node, second, second_before);
  if (!compile (self))
    g_error ("%s cannot be put right again", label);
}

static char *
replaced (const char *text,
          int start,
          int end,
          const char *by)
{
  return g_strdup_printf ("%.*s%s%s", start, text, by, text + end);
}

static char *
one_more (const char *number)
{
  g_autoptr (FwNumber) value = fw_number_parse (number);
  g_autoptr (FwNumber) one = fw_number_new (1);
  g_autoptr (FwNumber) more = fw_number_add (value, one);

  return fw_number_to_short (more, 0, 6);
}

static char *
day_later (const char *day)
{
  return fw_date_to_string (fw_date_add_days (fw_date_from_string (day), 1));
}

/* Each number of the attribute one more, each day one later. */
static void
break_figures (Breaker *self,
               FwXmlNode *node,
               const char *attribute,
               const char *text)
{
  GRegex *both[] = { self->number, self->day };
  g_autofree char *copy = g_strdup (text);  /* what stands in the node goes with the first break */

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (both[k], copy, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *found = g_match_info_fetch (match, 0);
          g_autofree char *other = k == 0 ? one_more (found) : day_later (found);
          g_autofree char *value = NULL;
          int start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          value = replaced (copy, start, end, other);
          try_break (self, node, attribute, value, NULL, NULL);
        }
    }
}

static void
break_condition (Breaker *self,
                 FwXmlNode *node,
                 const char *attribute,
                 gboolean is_step)
{
  const char *text = fw_xml_node_get (node, attribute);
  g_autofree char *negated = text != NULL ? g_strdup_printf ("not(%s)", text) : NULL;

  if (text != NULL)
    try_break (self, node, attribute, is_step ? "false" : negated, NULL, NULL);
}

static void
break_truth (Breaker *self,
             FwXmlNode *node,
             const char *attribute)
{
  const char *text = fw_xml_node_get (node, attribute);

  if (g_strcmp0 (text, "true") == 0 || g_strcmp0 (text, "false") == 0)
    try_break (self, node, attribute, g_str_equal (text, "true") ? "false" : "true", NULL, NULL);
}

/* A comparison the other way round; a hold that asks for a truth, for none. */
static void
break_comparison (Breaker *self,
                  FwXmlNode *node)
{
  static const char *const pairs[][2] = { { "is", "is-not" }, { "at-least", "less-than" }, { "more-than", "at-most" } };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autofree char *operand = g_strdup (fw_xml_node_get (node, pairs[i][k]));

        if (operand == NULL)
          continue;
        any = TRUE;
        try_break (self, node, pairs[i][k], NULL, pairs[i][1 - k], operand);
        break;
      }
  if (!any && fw_xml_node_is (node, "hold"))
    try_break (self, node, "is", "false", NULL, NULL);
}

/* A check whose conditions all stand in grades takes its severity from them, and one that only asks always warns. */
static gboolean
has_condition (FwXmlNode *node)
{
  return !fw_xml_node_is (node, "check") || fw_xml_node_child (node, "must") != NULL || fw_xml_node_child (node, "hold") != NULL;
}

static void
break_severity (Breaker *self,
                FwXmlNode *node)
{
  const char *severity = fw_xml_node_get (node, "severity");

  if (severity != NULL && has_condition (node))
    try_break (self, node, "severity", g_str_equal (severity, "block") ? "warn" : "block", NULL, NULL);
}

/* Another reading by default, for everywhere and for a place. */
static void
break_setting (Breaker *self)
{
  for (FwXmlNode *option = fw_xml_node_child (self->rule, "option"); option != NULL; option = fw_xml_node_next (option, "option"))
    if (g_strcmp0 (fw_xml_node_get (option, "id"), fw_xml_node_get (self->rule, "default")) != 0)
      {
        try_break (self, self->rule, "default", fw_xml_node_get (option, "id"), NULL, NULL);
        break;
      }
  for (FwXmlNode *place = fw_xml_node_child (self->rule, "for"); place != NULL; place = fw_xml_node_next (place, "for"))
    try_break (self, place, "option", fw_xml_node_get (self->rule, "default"), NULL, NULL);
}

/* What is law is law no longer; in a calculation the attributes of these names are days to reckon with. */
static void
break_in_force (Breaker *self,
                FwXmlNode *node,
                gboolean is_step)
{
  const char *from = fw_xml_node_get (node, "from"), *until = fw_xml_node_get (node, "until");

  if (is_step && from != NULL)
    break_figures (self, node, "from", from);
  else if (from != NULL)
    try_break (self, node, "from", "2100-01-01", NULL, NULL);
  else if (!is_step && until != NULL)
    try_break (self, node, "until", "1980-01-01", NULL, NULL);
}

static gboolean
is_in_ground (Breaker *self)
{
  return fw_xml_node_is (self->rule, "ground");
}

static void
break_node (Breaker *self,
            FwXmlNode *node)
{
  static const char *const conditions[] = { "test", "if", "unless", "done" };
  static const char *const figures[] = { "test",  "if",     "unless", "select",    "of",        "value",     "by",      "take",  "months", "days",
                                         "weeks", "years",  "to",     "since",     "before",    "at-least",  "more-than", "less-than", "at-most", "up-to",
                                         "is",    "is-not", "counts", "denominator", "gap",     "last",      "limit",   "rate",  "quick",  "low",
                                         "high",  "then",   "plus-months", "digits", "date",    "default",   "amount",  "base" };
  static const char *const truths[] = { "value", "then", "lieu", "due", "include-end", "optional-if" };
  gboolean in_calculation = fw_xml_node_is (self->rule, "calculation"), is_setting = fw_xml_node_is (self->rule, "setting");

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (!in_calculation || g_str_equal (conditions[i], "if"))
      break_condition (self, node, conditions[i], in_calculation);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (fw_xml_node_get (node, figures[i]) != NULL && !(is_setting && g_str_equal (figures[i], "id")))
      break_figures (self, node, figures[i], fw_xml_node_get (node, figures[i]));
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    break_truth (self, node, truths[i]);
  break_severity (self, node);
  break_in_force (self, node, in_calculation && node != self->rule);
  if (fw_xml_node_is (node, "hold") || (in_calculation && (fw_xml_node_is (node, "test") || fw_xml_node_is (node, "when"))))
    break_comparison (self, node);
  if (fw_xml_node_is (node, "needs"))
    try_break (self, node, "path", "@as-of", NULL, NULL);
  if (is_in_ground (self) && fw_xml_node_is (node, "material") && fw_xml_node_get (node, "moment") != NULL)
    try_break (self, node, "moment", g_str_equal (fw_xml_node_get (node, "moment"), "closing") ? "paper" : "closing", NULL, NULL);
  if (fw_xml_node_is (self->rule, "parameter") && fw_xml_node_is (node, "value"))
    {
      g_autofree char *text = fw_xml_node_dup_text (node);

      break_figures (self, node, NULL, text);
    }
  for (FwXmlNode *child = fw_xml_node_child (node, NULL); child != NULL; child = fw_xml_node_next (child, NULL))
    break_node (self, child);
}

/* All of them */

static void
break_rule (Breaker *self,
            FwXmlNode *rule)
{
  const char *id = fw_xml_node_get (rule, "id");

  self->kind = NULL;
  for (guint i = 0; self->kind == NULL && i < G_N_ELEMENTS (kinds); i++)
    if (fw_xml_node_is (rule, kinds[i].element))
      self->kind = &kinds[i];
  /* What only says how a paper is worded is printed, not judged. */
  if (self->kind == NULL || fw_xml_node_get (rule, "paper") != NULL)
    return;
  g_free (self->name);
  self->name = g_strdup_printf ("%s%s%s", fw_xml_node_name (rule), id != NULL ? " " : "", id != NULL ? id : "");
  self->rule = rule;
  g_hash_table_remove_all (self->places);
  fw_witnesses_call (self->witnesses, rule);
  break_node (self, rule);
  if (fw_xml_node_is (rule, "setting"))
    break_setting (self);
}

static void
read_equivalent (Breaker *self)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "rules", "equivalent.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self->equivalent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_hash_table_insert (self->equivalent, g_strdup (lines[i]), GUINT_TO_POINTER (FALSE));
}

/* A line of the list that names no break there is. */
static void
report_needless (Breaker *self)
{
  GHashTableIter iter;
  gpointer label, met;

  g_hash_table_iter_init (&iter, self->equivalent);
  while (g_hash_table_iter_next (&iter, &label, &met))
    if (!GPOINTER_TO_UINT (met))
      {
        self->n_unnoticed++;
        g_test_message ("stands in the list and is no break: %s", (char *) label);
      }
}

static gboolean whole = FALSE;
static gboolean sample = FALSE;
static const char *beginning = NULL;

static void
break_pack (FwPacks *packs,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  FwPack *pack = fw_packs_get (packs, id, &error);
  g_autoptr (FwExamples) examples = pack != NULL ? _fw_examples_load (pack, packs->pack_schema, packs->facts_schema, problems) : NULL;
  Breaker self = { .pack = pack, .all = whole, .sample = sample, .only = beginning };
  gint64 started = g_get_monotonic_time ();

  g_assert_no_error (error);
  self.witnesses = fw_witnesses_new (examples);
  self.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.number = g_regex_new ("(?<![\\w.@/\\[-])\\d+(?:\\.\\d+)?(?![\\w.\\]-])", 0, 0, NULL);
  self.day = g_regex_new ("(?<![\\w-])\\d{4}-\\d{2}-\\d{2}(?![\\w-])", 0, 0, NULL);
  read_equivalent (&self);
  for (guint i = 0; i < pack->files->len; i++)
    for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (pack->files->pdata[i]), NULL); node != NULL; node = fw_xml_node_next (node, NULL))
      break_rule (&self, node);
  if (beginning == NULL)
    report_needless (&self);
  g_test_message ("%s: %u breaks, %u not noticed, %.1f s", id, self.n_broken, self.n_unnoticed, (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
  if (self.n_unnoticed > 0)
    g_test_fail ();
  fw_witnesses_free (self.witnesses);
  g_hash_table_unref (self.places);
  g_hash_table_unref (self.equivalent);
  g_regex_unref (self.number);
  g_regex_unref (self.day);
  g_free (self.name);
}

static void
test_every_rule (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPacks) packs = fw_packs_new (&error);
  g_auto (GStrv) ids = packs != NULL ? fw_packs_list (packs) : NULL;

  g_assert_no_error (error);
  for (guint i = 0; ids[i] != NULL; i++)
    break_pack (packs, ids[i]);
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--all"))
      whole = TRUE;
    else if (g_str_equal (argv[i], "--sample"))
      sample = TRUE;
    else
      beginning = argv[i];
  g_test_add_func ("/packs/every-rule-broken", test_every_rule);
  return g_test_run ();
}
