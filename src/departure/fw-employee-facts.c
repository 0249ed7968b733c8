#include "departure/fw-employee-facts-private.h"

#include "departure/fw-local-figures-private.h"

#include <string.h>

/*
 * What the store knows of one person, as facts. Field names are those of the facts, so a kind of record needs one line in
 * a table: where its element stands, which day decides whether it is known yet, and which of its fields facts have.
 */
typedef struct
{
  const char *kind;
  const char *element;
  const char *day; /* the field that says since when; NULL: known always */
  const char *fields[11];
  const char *text; /* the field that is the element's text */
} RecordList;

static const RecordList person_lists[] = {
  { "wage", "employee/wage", "month", { "month", "gross", "overtime", "bonus", "normal" }, NULL },
  { "protection", "employee/protection", NULL, { "kind", "from", "until", "grade", "infant-born", "exit-medical" }, NULL },
  { "review", "employee/review", "date",
    { "period", "measure", "unit", "score", "target", "actual", "grade", "signed", "team-average", "date" }, NULL },
  { "raise", "employee/raise", "date", { "date", "percent", "team-percent" }, NULL },
  { "achievement", "employee/achievement", "date", { "date", "title", "source" }, NULL },
  { "skill", "employee/skill", NULL, { "name", "level" }, NULL },
  { "criterion", "employee/criterion", "acknowledged", { "title", "acknowledged" }, NULL },
  { "attendance", "employee/attendance", "date", { "date", "kind", "minutes" }, NULL },
  { "training", "employee/training", "date", { "title", "date", "score", "pass-mark" }, NULL },
  { "violation", "employee/violation", "date", { "date", "rule", "what", "warned" }, NULL },
  { "feedback", "employee/feedback", "date", { "date", "by", "signed" }, "text" },
  { "survey", "employee/survey", "date", { "date", "topic", "score" }, NULL },
  { "talk", "employee/talk", "on", { "on", "title", "led-by", "manager" }, NULL },
};

static const char *const employee_fields[] = {
  "number", "name", "sex", "born", "identity", "email", "phone", "address", "temperament", "retirement-category",
  "total-work-years", "direct-reports", NULL
};

static const char *const employment_fields[] = {
  "hired", "contract", "contract-start", "contract-end", "fixed-term-count", "probation-end", "probation-count",
  "prior-service-months", "prior-severance-paid", "last-promotion", "workplace", "written-contract", "contract-signed",
  "contract-number", "salary-day", "workplace-type", "hours-system", "handover-to", "supervisor", NULL
};

static const char *const employer_fields[] = {
  "name", "registration", "headcount", "representative", "address", "phone", "bank-note", "hr-contact", "hr-phone",
  "hr-email", "rules-title", "place", NULL
};

/* Sets one fact by a path that this program wrote itself. */
void
_fw_facts_put (FwFacts *facts,
               const char *path,
               const char *value)
{
  g_autoptr (GError) error = NULL;

  if (value != NULL && *value != '\0' && !fw_facts_set (facts, path, value, &error))
    g_error ("%s", error->message);
}

static void
put_fields (FwFacts *facts,
            const char *element,
            FwRecord *record,
            const char *const *fields)
{
  for (guint i = 0; record != NULL && fields[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/@%s", element, fields[i]);

      _fw_facts_put (facts, path, fw_record_get (record, fields[i]));
    }
}

/* Months and days compare as text: "2026-03" is known on 2026-03-31, not before its month. */
static gboolean
known_on (FwRecord *record,
          const char *field,
          const char *as_of)
{
  const char *since = field != NULL ? fw_record_get (record, field) : NULL;

  return since == NULL || strncmp (since, as_of, strlen (since)) <= 0;
}

/* Whether the facts know the value: a leave of absence, for one, is no event of attendance for them. */
static gboolean
facts_have (const RecordList *list,
            FwRecord *record)
{
  return g_strcmp0 (list->kind, "attendance") != 0 || g_strcmp0 (fw_record_get (record, "kind"), "leave") != 0;
}

/* A breach that names its rule by reference names it in the facts as the rule itself does. */
static gboolean
name_rule (FwStore *store,
           FwRecord *violation,
           FwXmlNode *node,
           GError **error)
{
  g_autoptr (FwRecord) rule = fw_store_get (store, "rule", fw_record_get (violation, "rule-id"), error);
  const char *number = rule != NULL ? fw_record_get (rule, "number") : NULL;

  if (rule != NULL)
    fw_xml_node_set (node, "rule", number != NULL ? number : fw_record_get_id (rule));
  return rule != NULL;
}

static gboolean
append_record (FwStore *store,
               FwFacts *facts,
               const RecordList *list,
               FwRecord *record,
               GError **error)
{
  FwXmlNode *node = fw_facts_append (facts, list->element, error);

  if (node == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (list->fields) && list->fields[i] != NULL; i++)
    {
      const char *value = fw_record_get (record, list->fields[i]);

      if (value != NULL && *value != '\0')
        fw_xml_node_set (node, list->fields[i], value);
    }
  if (list->text != NULL && fw_record_get (record, list->text) != NULL)
    fw_xml_node_set_text (node, fw_record_get (record, list->text));
  if (g_str_equal (list->kind, "violation") && fw_record_get (record, "rule") == NULL &&
      fw_record_get (record, "rule-id") != NULL)
    return name_rule (store, record, node, error);
  return TRUE;
}

/* Those of a person's records that facts of a day have, in the order in which they stand there. */
static GPtrArray *
list_known (FwStore *store,
            const RecordList *list,
            const char *employee_id,
            const char *as_of,
            GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);

  if (list->day != NULL)
    fw_query_order (query, list->day, FALSE);
  records = fw_store_list (store, list->kind, query, NULL, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (known_on (records->pdata[i], list->day, as_of) && facts_have (list, records->pdata[i]))
      g_ptr_array_add (known, g_object_ref (records->pdata[i]));
  return records != NULL ? g_steal_pointer (&known) : NULL;
}

static gboolean
append_list (FwStore *store,
             const RecordList *list,
             const char *employee_id,
             const char *as_of,
             FwFacts *facts,
             GError **error)
{
  g_autoptr (GPtrArray) records = list_known (store, list, employee_id, as_of, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!append_record (store, facts, list, records->pdata[i], error))
      return FALSE;
  return records != NULL;
}

static gboolean
append_projects (FwStore *store,
                 const char *employee_id,
                 FwFacts *facts,
                 GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);
  g_autoptr (GPtrArray) assignments = fw_store_list (store, "assignment", query, NULL, error);
  static const char *const fields[] = { "name", "status", "planned-end", "delay-days", NULL };

  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    {
      FwRecord *assignment = g_ptr_array_index (assignments, i);
      g_autoptr (FwRecord) project = fw_store_get (store, "project", fw_record_get (assignment, "project-id"), error);
      g_autofree char *element = g_strdup_printf ("employee/project[%u]", i + 1);
      static const char *const own[] = { "role", "share", NULL };

      if (project == NULL)
        return FALSE;
      put_fields (facts, element, project, fields);
      put_fields (facts, element, assignment, own);
    }
  return assignments != NULL;
}

/* The rules that hold for an employer's people, in the order in which they stand in the facts. */
static GPtrArray *
list_rules (FwStore *store,
            const char *employer_id,
            GError **error)
{
  g_autoptr (GPtrArray) all = fw_store_list (store, "rule", NULL, NULL, error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *of = fw_record_get (all->pdata[i], "employer-id");

      if (of == NULL || g_strcmp0 (of, employer_id) == 0)
        g_ptr_array_add (rules, g_object_ref (all->pdata[i]));
    }
  return all != NULL ? g_steal_pointer (&rules) : NULL;
}

static GPtrArray *
list_acknowledgements (FwStore *store,
                       const char *employee_id,
                       GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);

  return fw_store_list (store, "acknowledgement", query, NULL, error);
}

/* How this person acknowledged @rule, the last time; NULL where never. */
static FwRecord *
find_acknowledgement (GPtrArray *acknowledged,
                      FwRecord *rule)
{
  for (guint i = acknowledged->len; i > 0; i--)
    if (g_strcmp0 (fw_record_get (acknowledged->pdata[i - 1], "rule-id"), fw_record_get_id (rule)) == 0)
      return acknowledged->pdata[i - 1];
  return NULL;
}

/* The rules of this employer, each with the day on which this person acknowledged it. */
static gboolean
append_rules (FwStore *store,
              const char *employee_id,
              const char *employer_id,
              FwFacts *facts,
              GError **error)
{
  g_autoptr (GPtrArray) acknowledged = list_acknowledgements (store, employee_id, error);
  g_autoptr (GPtrArray) rules = acknowledged != NULL ? list_rules (store, employer_id, error) : NULL;
  static const char *const fields[] = { "title", "democratic", "published", NULL };

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      FwRecord *rule = rules->pdata[i];
      FwRecord *acknowledgement = find_acknowledgement (acknowledged, rule);
      const char *number = fw_record_get (rule, "number");
      g_autofree char *element = g_strdup_printf ("company/rule[%u]", i + 1);
      g_autofree char *id_path = g_strconcat (element, "/@id", NULL);
      g_autofree char *clause_path = g_strconcat (element, "/@clause", NULL);
      g_autofree char *acknowledged_path = g_strconcat (element, "/@acknowledged", NULL);

      _fw_facts_put (facts, id_path, number != NULL ? number : fw_record_get_id (rule));
      put_fields (facts, element, rule, fields);
      _fw_facts_put (facts, clause_path, fw_record_get (rule, "article"));
      _fw_facts_put (facts, element, fw_record_get (rule, "text"));
      if (acknowledgement != NULL)
        _fw_facts_put (facts, acknowledged_path, fw_record_get (acknowledgement, "acknowledged"));
    }
  return rules != NULL;
}

/* The employment that held on the day: the one with the latest first day up to it. */
static FwRecord *
find_employment (FwStore *store,
                 const char *employee_id,
                 FwDate as_of,
                 GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);
  g_autofree char *day = fw_date_to_string (as_of);
  g_autoptr (GPtrArray) found = NULL;

  fw_query_where (query, "hired", FW_QUERY_AT_MOST, day);
  fw_query_order (query, "hired", TRUE);
  fw_query_page (query, 0, 1);
  found = fw_store_list (store, "employment", query, NULL, error);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static FwRecord *
find_employer (FwStore *store,
               FwRecord *employment,
               FwRecord *employee,
               GError **error)
{
  const char *id = employment != NULL ? fw_record_get (employment, "employer-id") : NULL;
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) all = NULL;

  if (id == NULL)
    id = fw_record_get (employee, "employer-id");
  if (id != NULL)
    return fw_store_get (store, "employer", id, error);
  /* One company in the store: it employs everybody in it. */
  fw_query_page (query, 0, 2);
  all = fw_store_list (store, "employer", query, NULL, error);
  return all != NULL && all->len == 1 ? g_object_ref (all->pdata[0]) : NULL;
}

static gboolean
put_union (FwStore *store,
           const char *employer_id,
           FwFacts *facts,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employer-id", employer_id);
  g_autoptr (GPtrArray) unions = fw_store_list (store, "union", query, NULL, error);
  static const char *const fields[] = { "exists", "name", "no-union-body", NULL };

  if (unions != NULL && unions->len > 0)
    put_fields (facts, "company/union", unions->pdata[0], fields);
  return unions != NULL;
}

/* The place whose figures hold: that of the branch, else that of the employer. */
static gboolean
put_place (FwStore *store,
           FwRecord *employer,
           FwRecord *employee,
           FwFacts *facts,
           GError **error)
{
  const char *branch_id = fw_record_get (employee, "branch-id");
  g_autoptr (FwRecord) branch = branch_id != NULL ? fw_store_get (store, "branch", branch_id, error) : NULL;
  const char *jurisdiction = branch != NULL ? fw_record_get (branch, "jurisdiction") : NULL;
  const char *place = branch != NULL ? fw_record_get (branch, "place") : NULL;

  if (branch_id != NULL && branch == NULL)
    return FALSE;
  _fw_facts_put (facts, "@jurisdiction", jurisdiction != NULL ? jurisdiction : fw_record_get (employer, "jurisdiction"));
  _fw_facts_put (facts, "@place", place != NULL ? place : fw_record_get (employer, "place"));
  _fw_facts_put (facts, "@currency", fw_record_get (employer, "currency"));
  return TRUE;
}

static gboolean
put_person (FwStore *store,
            FwRecord *employee,
            FwRecord *employment,
            FwRecord *employer,
            FwFacts *facts,
            GError **error)
{
  g_autoptr (FwRecord) overview = fw_store_get (store, "employee-overview", fw_record_get_id (employee), error);
  static const char *const names[] = { "level", "position", "department", "branch", NULL };

  if (overview == NULL)
    return FALSE;
  put_fields (facts, "employee", employee, employee_fields);
  put_fields (facts, "employee/employment", employment, employment_fields);
  put_fields (facts, "employee/employment", overview, names);
  _fw_facts_put (facts, "employee/employment/@employer", fw_record_get (employer, "name"));
  if (employment == NULL || fw_record_get (employment, "supervisor") == NULL)
    _fw_facts_put (facts, "employee/employment/@supervisor", fw_record_get (overview, "manager"));
  return TRUE;
}

static void
put_attributes (FwXmlNode *node,
                FwRecord *record,
                const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *value = fw_record_get (record, fields[i]);

      if (value != NULL && *value != '\0')
        fw_xml_node_set (node, fields[i], value);
    }
}

/* What everybody of an employer and a branch has in common: day, law, place and its figures. @employee is any of them. */
gboolean
_fw_employee_facts_fill_place (FwStore *store,
                               FwRecord *employer,
                               FwRecord *employee,
                               FwDate as_of,
                               FwFacts *facts,
                               GError **error)
{
  g_autofree char *day = fw_date_to_string (as_of);

  _fw_facts_put (facts, "@as-of", day);
  put_fields (facts, "company", employer, employer_fields);
  return put_place (store, employer, employee, facts, error) && _fw_local_facts_fill (store, as_of, facts, error);
}

/* Fills, into facts that have no person yet, who it is and by which contract; of the many, so without what names them for people. */
gboolean
_fw_employee_facts_fill_terms (FwFacts *facts,
                               FwRecord *employee,
                               FwRecord *employment,
                               GPtrArray *wages,
                               guint first_wage,
                               guint end_wage,
                               GError **error)
{
  const RecordList *list = &person_lists[0];
  FwXmlNode *person = fw_facts_append (facts, "employee", error);
  FwXmlNode *terms = person != NULL ? fw_xml_node_append (person, "employment") : NULL;

  if (terms == NULL)
    return FALSE;
  put_attributes (person, employee, employee_fields);
  if (employment != NULL)
    put_attributes (terms, employment, employment_fields);
  for (guint i = first_wage; i < end_wage; i++)
    {
      FwXmlNode *wage = fw_xml_node_append (person, list->element + strlen ("employee/"));

      for (guint k = 0; list->fields[k] != NULL; k++)
        if (fw_record_get (wages->pdata[i], list->fields[k]) != NULL)
          fw_xml_node_set (wage, list->fields[k], fw_record_get (wages->pdata[i], list->fields[k]));
    }
  return TRUE;
}

/* Fills what the store knows of one person, his employer, its union and its rules on a day. Refuses a person without
 * employer: no law could be named for him. */
gboolean
_fw_employee_facts_fill (FwStore *store,
                         const char *employee_id,
                         FwDate as_of,
                         FwFacts *facts,
                         GError **error)
{
  g_autofree char *day = fw_date_to_string (as_of);
  g_autoptr (GError) problem = NULL;
  g_autoptr (FwRecord) employee = fw_store_get (store, "employee", employee_id, error);
  g_autoptr (FwRecord) employment = NULL;
  g_autoptr (FwRecord) employer = NULL;

  if (employee == NULL)
    return FALSE;
  employment = find_employment (store, employee_id, as_of, &problem);
  if (problem == NULL)
    employer = find_employer (store, employment, employee, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (employer == NULL)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                   "employee %s has no employer: name it in the person's record", employee_id);
      return FALSE;
    }
  _fw_facts_put (facts, "@as-of", day);
  put_fields (facts, "company", employer, employer_fields);
  if (!put_place (store, employer, employee, facts, error) || !put_person (store, employee, employment, employer, facts, error) ||
      !put_union (store, fw_record_get_id (employer), facts, error) ||
      !append_rules (store, employee_id, fw_record_get_id (employer), facts, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (person_lists); i++)
    if (!append_list (store, &person_lists[i], employee_id, day, facts, error))
      return FALSE;
  return append_projects (store, employee_id, facts, error);
}

static const RecordList *
find_list (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (person_lists); i++)
    if (g_str_equal (person_lists[i].kind, kind))
      return &person_lists[i];
  return NULL;
}

static void
unref_if_any (gpointer record)
{
  g_clear_object ((GObject **) &record);
}

/* The employment, the rules, or how the rules were acknowledged: a place for each rule, NULL where it never was. */
static GPtrArray *
list_of_company (FwStore *store,
                 const char *kind,
                 const char *employee_id,
                 FwDate as_of,
                 GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (unref_if_any);
  g_autoptr (FwRecord) employee = fw_store_get (store, "employee", employee_id, error);
  g_autoptr (FwRecord) employment = employee != NULL ? find_employment (store, employee_id, as_of, NULL) : NULL;
  g_autoptr (FwRecord) employer = employee != NULL ? find_employer (store, employment, employee, NULL) : NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) acknowledged = NULL;

  if (employee == NULL)
    return NULL;
  if (g_str_equal (kind, "employment"))
    {
      if (employment != NULL)
        g_ptr_array_add (found, g_object_ref (employment));
      return g_steal_pointer (&found);
    }
  rules = employer != NULL ? list_rules (store, fw_record_get_id (employer), error) : NULL;
  acknowledged = rules != NULL ? list_acknowledgements (store, employee_id, error) : NULL;
  for (guint i = 0; acknowledged != NULL && i < rules->len; i++)
    {
      FwRecord *record =
        g_str_equal (kind, "rule") ? rules->pdata[i] : find_acknowledgement (acknowledged, rules->pdata[i]);

      g_ptr_array_add (found, record != NULL ? g_object_ref (record) : NULL);
    }
  return g_steal_pointer (&found);
}

/* The records of a kind behind the elements that facts of a day have of a person, element by element: the first element
 * came of the first record. A place may be NULL. "acknowledgement" stands behind the same elements as "rule". */
GPtrArray *
_fw_employee_facts_records (FwStore *store,
                            const char *kind,
                            const char *employee_id,
                            FwDate as_of,
                            GError **error)
{
  const RecordList *list = find_list (kind);
  g_autofree char *day = fw_date_to_string (as_of);

  if (list != NULL)
    return list_known (store, list, employee_id, day, error);
  return list_of_company (store, kind, employee_id, as_of, error);
}

/* Fills the figures of the facts' place that were in force on @day. They count as confirmed only where a person confirmed
 * every one of them. */
gboolean
_fw_local_facts_fill (FwStore *store,
                      FwDate day,
                      FwFacts *facts,
                      GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("place", fw_facts_get (facts, "@place"));
  static const char *const names[] = { "average-monthly-wage", "average-annual-wage-for-tax", "minimum-monthly-wage",
                                       "enterprise-average-wage" };
  g_autoptr (GPtrArray) figures = NULL;
  gboolean any = FALSE, confirmed = TRUE;

  if (fw_facts_get (facts, "@place") == NULL)
    return TRUE;
  if (fw_facts_get (facts, "@jurisdiction") != NULL)
    fw_query_where (query, "jurisdiction", FW_QUERY_EQUALS, fw_facts_get (facts, "@jurisdiction"));
  figures = fw_store_list (store, "local-figure", query, NULL, error);
  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("local/@", names[i], NULL);
      FwRecord *best = _fw_local_figures_find (figures, names[i], day);

      if (best == NULL)
        continue;
      _fw_facts_put (facts, path, fw_record_get (best, "amount"));
      if (!any)
        {
          static const char *const about[] = { "source", "confirmed-by", "confirmed-on", NULL };

          put_fields (facts, "local", best, about);
          if (fw_record_get_count (best, "year", 0) > 0)
            _fw_facts_put (facts, "local/@year", fw_record_get (best, "year"));
        }
      any = TRUE;
      confirmed = confirmed && fw_record_is_true (best, "confirmed");
    }
  if (any)
    _fw_facts_put (facts, "local/@confirmed", confirmed ? "true" : "false");
  return TRUE;
}
