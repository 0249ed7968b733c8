/* The person's facts in the order in which the talk needs them: what its scenes say first, then what may be asked. */
#include "departure/fw-talk-facts.h"

#include <string.h>

#include "departure/fw-talk-private.h"

/* Results that are read as a row. */
#define MOST_RESULTS 3
#define MOST_OF_A_KIND 3

/* Where figures of scripts lie: the first path that a figure's path begins with says what it is about. */
static const struct
{
  const char *path;
  FwTalkFactKind kind;
} paths[] = {
  { "employee/review", FW_TALK_FACT_REVIEW },
  { "case/appraisal", FW_TALK_FACT_APPRAISAL },
  { "employee/violation", FW_TALK_FACT_BREACH },
  { "company/rule", FW_TALK_FACT_RULE },
  { "employee/training", FW_TALK_FACT_TRAINING },
  { "employee/wage", FW_TALK_FACT_PAY },
  { "employee/pay", FW_TALK_FACT_PAY },
  { "employee/employment/@hired", FW_TALK_FACT_TENURE },
  { "employee/project", FW_TALK_FACT_PROJECT },
};

typedef struct
{
  FwTalk *talk;
  FwXmlNode *root;
  FwXmlNode *employee; /* NULL where nothing is known of one */
  GPtrArray *facts;
  gboolean needed;     /* what is added now is said by the script */
  const char *ask;     /* borrowed: whom to ask for it */
} Gathering;

static void
fact_free (FwTalkFact *fact)
{
  g_free (fact->name);
  g_free (fact->value);
  g_free (fact->target);
  g_free (fact->team);
  g_free (fact->from);
  g_free (fact->until);
  g_free (fact->by);
  g_free (fact->ask);
  g_free (fact);
}

static FwTalkFact *
add (Gathering *self,
     FwTalkFactKind kind,
     const char *name)
{
  FwTalkFact *fact = g_new0 (FwTalkFact, 1);

  fact->kind = kind;
  fact->known = TRUE;
  fact->needed = self->needed;
  fact->name = g_strdup (name);
  fact->ask = g_strdup (self->ask != NULL ? self->ask : "");
  fact->signed_for = -1;
  g_ptr_array_add (self->facts, fact);
  return fact;
}

/* The last @most elements of a name, in their order; borrowed nodes. */
static GPtrArray *
list_last (FwXmlNode *around,
           const char *name,
           guint most)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (FwXmlNode *node = around != NULL ? fw_xml_node_child (around, name) : NULL; node != NULL; node = fw_xml_node_next (node, name))
    g_ptr_array_add (nodes, node);
  if (nodes->len > most)
    g_ptr_array_remove_range (nodes, 0, nodes->len - most);
  return nodes;
}

static const char *
get (FwXmlNode *node,
     const char *attribute)
{
  const char *value = fw_xml_node_get (node, attribute);

  return value != NULL && *value != '\0' ? value : NULL;
}

static int
truth_of (const char *value)
{
  return value == NULL ? -1 : g_str_equal (value, "true") ? 1 : 0;
}

static char *
with_unit (const char *number,
           const char *unit)
{
  if (number == NULL)
    return NULL;
  return unit == NULL || g_str_equal (unit, "%") ? g_strconcat (number, unit, NULL) : g_strdup_printf ("%s %s", number, unit);
}

static char *
dup_result (FwXmlNode *review)
{
  const char *actual = get (review, "actual"), *score = get (review, "score");

  if (actual != NULL)
    return with_unit (actual, get (review, "unit"));
  return g_strdup (score != NULL ? score : get (review, "grade"));
}

/* The results of the measure that was reviewed last. */
static void
add_reviews (Gathering *self)
{
  g_autoptr (GPtrArray) all = list_last (self->employee, "review", G_MAXUINT);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_free);
  FwXmlNode *last = all->len > 0 ? all->pdata[all->len - 1] : NULL;
  FwTalkFact *fact;

  if (last == NULL)
    return;
  fact = add (self, FW_TALK_FACT_REVIEW, get (last, "measure"));
  for (guint i = all->len; i > 0 && results->len < MOST_RESULTS; i--)
    {
      FwXmlNode *review = all->pdata[i - 1];
      char *result = g_strcmp0 (get (review, "measure"), get (last, "measure")) == 0 ? dup_result (review) : NULL;

      if (result == NULL)
        continue;
      g_ptr_array_insert (results, 0, result);
      g_free (fact->from);
      fact->from = g_strdup (get (review, "period"));
    }
  g_ptr_array_add (results, NULL);
  fact->value = results->len > 1 ? g_strjoinv (" → ", (char **) results->pdata) : NULL;
  fact->until = results->len > 2 ? g_strdup (get (last, "period")) : NULL;
  fact->score = get (last, "actual") == NULL && get (last, "score") != NULL;
  fact->target = with_unit (get (last, "target"), get (last, "unit"));
  fact->team = with_unit (get (last, "team-average"), get (last, "unit"));
  fact->signed_for = truth_of (get (last, "signed"));
}

static void
add_appraisals (Gathering *self)
{
  FwXmlNode *around = fw_xml_node_child (self->root, "case");

  for (FwXmlNode *node = around != NULL ? fw_xml_node_child (around, "appraisal") : NULL; node != NULL;
       node = fw_xml_node_next (node, "appraisal"))
    {
      FwTalkFact *fact;

      if (get (node, "target") == NULL && get (node, "actual") == NULL && get (node, "result") == NULL)
        continue;
      fact = add (self, FW_TALK_FACT_APPRAISAL, get (node, "round"));
      fact->value = g_strdup (get (node, "actual") != NULL ? get (node, "actual") : get (node, "result"));
      fact->target = g_strdup (get (node, "target"));
      fact->from = g_strdup (get (node, "period"));
      fact->by = g_strdup (get (node, "assessor"));
      fact->signed_for = get (node, "delivered") != NULL ? 1 : -1;
      fact->until = g_strdup (get (node, "delivered"));
    }
}

static FwXmlNode *
find_rule (Gathering *self,
           const char *id)
{
  FwXmlNode *company = fw_xml_node_child (self->root, "company");

  for (FwXmlNode *rule = company != NULL ? fw_xml_node_child (company, "rule") : NULL; rule != NULL;
       rule = fw_xml_node_next (rule, "rule"))
    if (id != NULL && g_strcmp0 (get (rule, "id"), id) == 0)
      return rule;
  return NULL;
}

static void
add_rule (Gathering *self,
          FwXmlNode *rule)
{
  FwTalkFact *fact = add (self, FW_TALK_FACT_RULE, get (rule, "title"));

  fact->value = g_strdup (get (rule, "clause"));
  fact->from = g_strdup (get (rule, "acknowledged"));
  fact->signed_for = get (rule, "acknowledged") != NULL;
}

/* The rules that were broken; where none was, the standards of the post. */
static void
add_rules (Gathering *self)
{
  g_autoptr (GPtrArray) breaches = list_last (self->employee, "violation", MOST_OF_A_KIND);
  g_autoptr (GPtrArray) standards = list_last (self->employee, "criterion", MOST_OF_A_KIND);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < breaches->len; i++)
    {
      FwXmlNode *rule = find_rule (self, get (breaches->pdata[i], "rule"));

      if (rule != NULL && g_hash_table_add (seen, rule))
        add_rule (self, rule);
    }
  for (guint i = 0; breaches->len == 0 && i < standards->len; i++)
    add_rule (self, standards->pdata[i]);
}

static void
add_breaches (Gathering *self)
{
  g_autoptr (GPtrArray) breaches = list_last (self->employee, "violation", MOST_OF_A_KIND);

  for (guint i = 0; i < breaches->len; i++)
    {
      FwTalkFact *fact = add (self, FW_TALK_FACT_BREACH, get (breaches->pdata[i], "what"));

      fact->from = g_strdup (get (breaches->pdata[i], "date"));
      fact->signed_for = truth_of (get (breaches->pdata[i], "warned"));
    }
}

/* Talks that were held here, and what was written down of others. */
static void
add_talks (Gathering *self)
{
  g_autoptr (GPtrArray) talks = list_last (self->employee, "talk", MOST_OF_A_KIND);
  g_autoptr (GPtrArray) others = list_last (self->employee, "feedback", MOST_OF_A_KIND);

  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *text = fw_xml_node_dup_text (others->pdata[i]);
      FwTalkFact *fact = add (self, FW_TALK_FACT_TALK, text);

      fact->from = g_strdup (get (others->pdata[i], "date"));
      fact->by = g_strdup (get (others->pdata[i], "by"));
      fact->signed_for = truth_of (get (others->pdata[i], "signed"));
    }
  for (guint i = 0; i < talks->len; i++)
    {
      FwTalkFact *fact = add (self, FW_TALK_FACT_TALK, get (talks->pdata[i], "title"));

      fact->from = g_strdup (get (talks->pdata[i], "on"));
      fact->by = g_strdup (get (talks->pdata[i], "led-by"));
    }
}

static void
add_trainings (Gathering *self)
{
  g_autoptr (GPtrArray) trainings = list_last (self->employee, "training", MOST_OF_A_KIND);

  for (guint i = 0; i < trainings->len; i++)
    {
      FwTalkFact *fact = add (self, FW_TALK_FACT_TRAINING, get (trainings->pdata[i], "title"));

      fact->from = g_strdup (get (trainings->pdata[i], "date"));
      fact->value = g_strdup (get (trainings->pdata[i], "score"));
      fact->target = g_strdup (get (trainings->pdata[i], "pass-mark"));
    }
}

static void
add_pay (Gathering *self)
{
  g_autoptr (GPtrArray) wages = list_last (self->employee, "wage", 1);
  g_autoptr (GPtrArray) raises = list_last (self->employee, "raise", 1);
  FwTalkFact *fact;

  if (wages->len == 0 || get (wages->pdata[0], "gross") == NULL)
    return;
  fact = add (self, FW_TALK_FACT_PAY, NULL);
  fact->value = g_strdup (get (wages->pdata[0], "gross"));
  fact->until = g_strdup (get (wages->pdata[0], "month"));
  if (raises->len == 0)
    return;
  fact->from = g_strdup (get (raises->pdata[0], "date"));
  fact->target = g_strdup (get (raises->pdata[0], "percent"));
  fact->team = g_strdup (get (raises->pdata[0], "team-percent"));
}

static void
add_tenure (Gathering *self)
{
  const char *hired = fw_facts_get (self->talk->facts, "employee/employment/@hired");

  if (hired != NULL)
    add (self, FW_TALK_FACT_TENURE, NULL)->from = g_strdup (hired);
}

static void
add_projects (Gathering *self)
{
  g_autoptr (GPtrArray) projects = list_last (self->employee, "project", MOST_OF_A_KIND);

  for (guint i = 0; i < projects->len; i++)
    {
      FwTalkFact *fact = add (self, FW_TALK_FACT_PROJECT, get (projects->pdata[i], "name"));

      fact->value = g_strdup (get (projects->pdata[i], "status"));
      fact->target = g_strdup (get (projects->pdata[i], "role"));
      fact->until = g_strdup (get (projects->pdata[i], "planned-end"));
    }
}

/* What is unknown is a fact of its own: it has to be said before somebody else says it. Of breaches and assessments only where the script
 * needs one. */
static void
add_kind (Gathering *self,
          FwTalkFactKind kind)
{
  static void (*const of_kinds[]) (Gathering *) = {
    [FW_TALK_FACT_REVIEW] = add_reviews,     [FW_TALK_FACT_APPRAISAL] = add_appraisals, [FW_TALK_FACT_BREACH] = add_breaches,
    [FW_TALK_FACT_RULE] = add_rules,         [FW_TALK_FACT_TALK] = add_talks,           [FW_TALK_FACT_TRAINING] = add_trainings,
    [FW_TALK_FACT_PAY] = add_pay,            [FW_TALK_FACT_TENURE] = add_tenure,        [FW_TALK_FACT_PROJECT] = add_projects,
  };
  guint before = self->facts->len;

  of_kinds[kind] (self);
  if (self->facts->len == before && (self->needed || (kind != FW_TALK_FACT_BREACH && kind != FW_TALK_FACT_APPRAISAL)))
    add (self, kind, NULL)->known = FALSE;
}

static FwTalkFactKind
kind_of (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_str_has_prefix (path, paths[i].path))
      return paths[i].kind;
  return FW_TALK_FACT_FIGURE;
}

static void
add_figure (Gathering *self,
            const FwScriptFigure *figure,
            gboolean chinese)
{
  const char *written = chinese ? figure->written.zh : figure->written.en;
  FwTalkFact *fact = add (self, FW_TALK_FACT_FIGURE, chinese ? figure->name.zh : figure->name.en);

  fact->value = g_strdup (written);
  fact->known = written != NULL;
  fact->money = g_strcmp0 (figure->kind, "money") == 0;
}

/**
 * fw_talk_list_facts:
 *
 * What is filled in for the talk itself is not among them.
 *
 * Returns: (transfer full) (element-type FwTalkFact): what is known of the person, and what is not, in the order in which it is needed
 */
GPtrArray *
fw_talk_list_facts (FwTalk *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self, FALSE);
  Gathering gathering = { .talk = self, .facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free), .needed = TRUE };
  gboolean done[FW_TALK_N_FACTS] = { FALSE };
  gboolean chinese = _fw_talk_is_chinese (self);

  if (self->facts == NULL)
    return gathering.facts;
  gathering.root = fw_facts_get_root (self->facts);
  gathering.employee = fw_xml_node_child (gathering.root, "employee");
  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];
      FwTalkFactKind kind = kind_of (figure->path);

      gathering.ask = chinese ? figure->ask.zh : figure->ask.en;
      if (kind == FW_TALK_FACT_FIGURE && !g_str_has_prefix (figure->path, "case/talk/"))
        add_figure (&gathering, figure, chinese);
      else if (kind != FW_TALK_FACT_FIGURE && !done[kind])
        {
          done[kind] = TRUE;
          add_kind (&gathering, kind);
        }
    }
  gathering.needed = FALSE;
  gathering.ask = NULL;
  for (guint kind = 0; kind < FW_TALK_FACT_FIGURE; kind++)
    if (!done[kind])
      add_kind (&gathering, (FwTalkFactKind) kind);
  return gathering.facts;
}

/**
 * fw_talk_dup_tenure:
 *
 * Returns: (transfer full) (nullable): how long the person is here, in the workplace's language; %NULL where it is not known
 */
char *
fw_talk_dup_tenure (FwTalk *self)
{
  return self->facts != NULL
           ? fw_scripts_write_figure (self->scripts, "tenure", self->facts, _fw_talk_is_chinese (self), NULL)
           : NULL;
}
