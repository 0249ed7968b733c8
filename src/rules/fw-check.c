/* Checks: does each rule hold for these facts. */
#include "rules/fw-assessment-private.h"

#include <string.h>

typedef enum
{
  OUTCOME_DOES_NOT_APPLY,
  OUTCOME_HOLDS,
  OUTCOME_FAILS,
  OUTCOME_UNKNOWN,
} FwOutcome;

/* What one check has come to. */
typedef struct
{
  FwJudge *judge;
  FwClause *grade;      /* the grade that failed; nullable */
  FwRun *run;           /* of the last hold; nullable */
  GPtrArray *unknown;   /* paths */
} FwTrial;

static gboolean
fits (const char *pattern,
      const char *ground)
{
  for (; *pattern != '\0' && *pattern == *ground; pattern++)
    ground++;
  return *pattern == '*' || (*pattern == '\0' && *ground == '\0');
}

/**
 * _fw_grounds_include:
 * @patterns: (nullable): ids of grounds, or their beginnings and an asterisk; %NULL is every ground
 */
gboolean
_fw_grounds_include (char **patterns,
                     const char *ground)
{
  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    if (fits (patterns[i], ground))
      return TRUE;
  return patterns == NULL;
}

static void
add_unknown (FwTrial *trial,
             const char *path)
{
  for (guint i = 0; i < trial->unknown->len; i++)
    if (strcmp (g_ptr_array_index (trial->unknown, i), path) == 0)
      return;
  g_ptr_array_add (trial->unknown, g_strdup (path));
}

/* Runs a calculation and notes what it had to ask for. */
static FwRun *
run_query (FwTrial *trial,
           FwInquiry *query,
           FwValue *value)
{
  FwRun *run = _fw_judge_run (trial->judge, query->calculation, query->arguments, NULL);
  const FwOutput *output = run != NULL ? _fw_run_output (run, query->output) : NULL;
  GPtrArray *asked = run != NULL ? _fw_run_get_asked (run) : NULL;

  *value = output != NULL ? _fw_run_output_value (run, output) : (FwValue){ 0 };
  trial->run = run;
  if (fw_value_is_known (value))
    return run;
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    add_unknown (trial, ((FwAsked *) g_ptr_array_index (asked, i))->name);
  if (trial->unknown->len == 0)
    add_unknown (trial, query->output);
  return run;
}

static FwOutcome
try_hold (FwTrial *trial,
          FwInquiry *query)
{
  g_auto (FwValue) value = { 0 };
  g_auto (FwValue) against = { 0 };
  gboolean holds;
  FwRun *run = run_query (trial, query, &value);

  if (run == NULL || !fw_value_is_known (&value))
    return OUTCOME_UNKNOWN;
  if (query->comparison == FW_COMPARISON_NONE)
    return value.kind == FW_VALUE_TRUTH && value.truth ? OUTCOME_HOLDS : OUTCOME_FAILS;
  if (!_fw_compare_values (&value, query->comparison, _fw_run_operand (run, &query->operand, &against), &holds))
    return OUTCOME_UNKNOWN;
  return holds ? OUTCOME_HOLDS : OUTCOME_FAILS;
}

static FwOutcome try_clauses (FwTrial *trial, GPtrArray *clauses);

static FwOutcome
try_grade (FwTrial *trial,
           FwClause *clause)
{
  FwOutcome outcome = try_clauses (trial, clause->clauses);

  if (outcome == OUTCOME_FAILS)
    trial->grade = clause;
  return outcome == OUTCOME_DOES_NOT_APPLY ? OUTCOME_HOLDS : outcome;
}

static FwOutcome
try_clause (FwTrial *trial,
            FwClause *clause)
{
  g_autofree char *text = NULL;

  switch (clause->kind)
    {
    case FW_CLAUSE_NEEDS:
      text = _fw_judge_string (trial->judge, clause->xpath);
      if (text == NULL)
        add_unknown (trial, fw_xpath_get_text (clause->xpath));
      return OUTCOME_HOLDS;
    case FW_CLAUSE_IF:
      return _fw_judge_truth (trial->judge, clause->xpath, FALSE) ? OUTCOME_HOLDS : OUTCOME_DOES_NOT_APPLY;
    case FW_CLAUSE_MUST:
      return _fw_judge_truth (trial->judge, clause->xpath, FALSE) ? OUTCOME_HOLDS : OUTCOME_FAILS;
    case FW_CLAUSE_HOLD:
      return try_hold (trial, clause->query);
    case FW_CLAUSE_GRADE:
    default:
      return try_grade (trial, clause);
    }
}

/* In the order written; what is needed and absent ends it before anything is asked that would be silently no. */
static FwOutcome
try_clauses (FwTrial *trial,
             GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      FwClause *clause = g_ptr_array_index (clauses, i);
      FwOutcome outcome;

      if (clause->kind != FW_CLAUSE_NEEDS && trial->unknown->len > 0)
        return OUTCOME_UNKNOWN;
      outcome = try_clause (trial, clause);
      if (outcome != OUTCOME_HOLDS)
        return outcome;
    }
  return trial->unknown->len > 0 ? OUTCOME_UNKNOWN : OUTCOME_HOLDS;
}

static FwDate
find_until (FwTrial *trial,
            FwUntil *until)
{
  g_autofree char *text = NULL;
  g_auto (FwValue) value = { 0 };
  FwRun *held = trial->run;

  if (until->select != NULL)
    {
      text = _fw_judge_string (trial->judge, until->select);
      return fw_date_from_string (text);
    }
  run_query (trial, until->query, &value);
  trial->run = held != NULL ? held : trial->run;
  g_ptr_array_set_size (trial->unknown, 0);
  return value.kind == FW_VALUE_DATE ? value.date : FW_DATE_UNKNOWN;
}

/* Where several states hold at once, the last of their days. */
static void
set_latest_until (FwFinding *finding,
                  FwTrial *trial,
                  FwUntil *until)
{
  for (; until != NULL; until = until->next)
    {
      FwDate day = find_until (trial, until);

      if (!fw_date_is_known (day) || (fw_date_is_known (finding->until) && fw_date_compare (day, finding->until) <= 0))
        continue;
      finding->until = day;
      finding->until_expected = until->expected;
    }
}

static FwMessage
unknown_message (FwTrial *trial,
                 FwCheck *check)
{
  g_autofree char *paths = NULL;

  if (check->unknown != NULL)
    return _fw_phrase_fill (check->unknown, trial->judge->facts, trial->run);
  g_ptr_array_add (trial->unknown, NULL);
  paths = g_strjoinv (", ", (char **) trial->unknown->pdata);
  g_ptr_array_set_size (trial->unknown, (int) trial->unknown->len - 1);
  return (FwMessage){ g_strdup_printf ("信息不全，暂时无法判断。请补充：%s", paths),
                      g_strdup_printf ("This cannot be judged yet. Please add: %s", paths) };
}

static FwFinding *
finding_of (FwTrial *trial,
            FwCheck *check,
            FwOutcome outcome)
{
  FwClause *grade = trial->grade;
  FwSeverity severity = outcome == OUTCOME_HOLDS     ? FW_SEVERITY_INFO
                        : outcome == OUTCOME_UNKNOWN ? FW_SEVERITY_WARN
                        : grade != NULL              ? grade->severity
                                                     : check->severity;
  FwFinding *finding = _fw_finding_new (check->id, check->family, severity, &check->citation);
  FwPhrase *phrase = grade != NULL && grade->message != NULL ? grade->message : check->message;

  finding->attributes = check->attributes != NULL ? g_hash_table_ref (check->attributes) : NULL;
  if (outcome == OUTCOME_HOLDS)
    {
      finding->message = _fw_phrase_fill (check->clear, trial->judge->facts, trial->run);
      return finding;
    }
  g_strfreev (finding->actions);
  finding->actions = g_strdupv (check->actions);
  finding->may_override = check->may_override;
  if (outcome == OUTCOME_UNKNOWN)
    {
      finding->message = unknown_message (trial, check);
      finding->unknown = _fw_plain_paths (trial->unknown);
      return finding;
    }
  set_latest_until (finding, trial, grade != NULL && grade->until != NULL ? grade->until : check->until);
  finding->message = _fw_phrase_fill (phrase, trial->judge->facts, trial->run);
  return finding;
}

static void
try_check (FwJudge *judge,
           FwCheck *check,
           GPtrArray *findings)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  FwTrial trial = { judge, NULL, NULL, unknown };
  FwOutcome outcome;

  if (!_fw_in_force_on (check->in_force, judge->day) ||
      !_fw_grounds_include (check->grounds, judge->ground != NULL ? judge->ground->open.id : ""))
    return;
  outcome = try_clauses (&trial, check->clauses);
  if (outcome == OUTCOME_DOES_NOT_APPLY || (outcome == OUTCOME_HOLDS && check->clear == NULL))
    return;
  g_ptr_array_add (findings, finding_of (&trial, check, outcome));
}

/**
 * _fw_judge_checks:
 * @findings: (element-type FwFinding): where what the checks find is added, in the order of the pack
 */
void
_fw_judge_checks (FwJudge *self,
                  GPtrArray *findings)
{
  for (guint i = 0; i < self->pack->checks->len; i++)
    try_check (self, g_ptr_array_index (self->pack->checks, i), findings);
}
