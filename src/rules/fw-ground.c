/* Whether a ground can stand: is it in force and does it apply, which materials does it need, which papers and days follow. */
#include "facts/fw-calendar.h"
#include "rules/fw-assessment-private.h"

#include <string.h>

static FwFinding *
add_ground_finding (FwJudge *self,
                    GPtrArray *findings,
                    const char *prefix)
{
  g_autofree char *id = g_strconcat (prefix, ".", self->ground->open.id, NULL);
  FwFinding *finding = _fw_finding_new (id, "ground", FW_SEVERITY_BLOCK, &self->ground->open.citation);

  g_ptr_array_add (findings, finding);
  return finding;
}

/**
 * _fw_judge_ground:
 *
 * Adds a finding "in-force.<ground>" where the ground was not law on the day, "applies.<ground>" where it does not fit the case.
 */
void
_fw_judge_ground (FwJudge *self,
                  GPtrArray *findings)
{
  FwGroundRule *ground = self->ground;
  FwFinding *finding;

  if (!_fw_in_force_on ((FwInForce){ ground->open.from, ground->open.until }, self->day))
    {
      g_autofree char *zh = fw_display_date (self->day, FW_LANGUAGE_ZH);
      g_autofree char *en = fw_display_date (self->day, FW_LANGUAGE_EN);

      finding = add_ground_finding (self, findings, "in-force");
      finding->message.zh = g_strdup_printf ("该理由在%s不是有效的法律规定，请另选理由。", zh);
      finding->message.en = g_strdup_printf ("This ground was not law on %s. Choose another.", en);
    }
  if (ground->applies != NULL && !_fw_judge_truth (self, ground->applies, FALSE))
    {
      finding = add_ground_finding (self, findings, "applies");
      finding->message = _fw_phrase_fill (ground->applies_message, self->facts, NULL);
    }
}

/* What people call the kinds of departure that facts know. */
static const struct
{
  const char *kind;
  const char *zh;
  const char *en;
} kinds[] = {
  { "resignation", "辞职", "resignation" },
  { "mutual", "协商解除", "negotiated exit" },
  { "dismissal", "公司单方解除", "dismissal" },
  { "redundancy", "经济性裁员", "redundancy" },
  { "expiry", "期满终止", "expiry" },
  { "retirement", "退休", "retirement" },
  { "other", "其他", "other" },
};

static FwText
name_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      return (FwText){ kinds[i].zh, kinds[i].en };
  return (FwText){ kind, kind };
}

/* An end by time or by law has three names, and records do not keep them apart: retirement is an end by law too. */
static gboolean
ends_by_law (const char *kind)
{
  return strcmp (kind, "expiry") == 0 || strcmp (kind, "retirement") == 0 || strcmp (kind, "other") == 0;
}

/**
 * _fw_judge_kind:
 *
 * Adds a finding "kind.<ground>" where departure/@kind is of another kind than the ground that is chosen: one of them is wrong,
 * and which papers and rules hold depends on both.
 */
void
_fw_judge_kind (FwJudge *self,
                GPtrArray *findings)
{
  const char *said = fw_facts_get (self->facts, "departure/@kind");
  const char *of_ground = self->ground->open.kind;
  FwFinding *finding;
  FwText a, b;

  if (said == NULL || of_ground == NULL || strcmp (said, of_ground) == 0 ||
      (ends_by_law (said) && ends_by_law (of_ground)))
    return;
  a = name_of_kind (said);
  b = name_of_kind (of_ground);
  finding = add_ground_finding (self, findings, "kind");
  finding->message.zh = g_strdup_printf ("离开的方式记的是“%s”，选的理由却属于“%s”，对不上。有一个记错了，改对再往下走。", a.zh, b.zh);
  finding->message.en =
    g_strdup_printf ("The way of leaving is recorded as %s, but the ground is one of %s. One of them is wrong: correct it first.", a.en, b.en);
}

/* Whether materials of @moment are needed by now, at this stage of the case. */
static gboolean
moment_counts (FwFacts *facts,
               const char *moment)
{
  static const char *const after[] = { "left", "disputed", "in-court", NULL };
  const char *stage = fw_facts_get (facts, "departure/@stage");

  return g_strcmp0 (moment, "closing") != 0 || (stage != NULL && g_strv_contains (after, stage));
}

static gboolean
is_paper_of (FwJudge *self,
             const char *document)
{
  for (guint i = 0; i < self->ground->papers->len; i++)
    {
      FwGroundMaterial *paper = g_ptr_array_index (self->ground->papers, i);

      if (g_str_equal (paper->ref, document) && _fw_judge_truth (self, paper->condition, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* What the pack lets stand for a material without a file: the first whose fact holds. */
static void
find_met (FwJudge *self,
          const FwMaterial *material,
          FwMaterialNeed *need,
          GStrv evidence)
{
  for (guint i = 0; i < material->met->len && !need->present && !need->awaited; i++)
    {
      const FwMaterialMet *met = g_ptr_array_index (material->met, i);

      if (!_fw_judge_truth (self, met->condition, TRUE))
        continue;
      need->present = met->by == NULL || g_strv_contains ((const char *const *) evidence, met->by);
      need->awaited = !need->present && is_paper_of (self, met->by);
      if (!need->present && !need->awaited)
        continue;
      need->met_by = g_strdup (met->by);
      need->met = (FwMessage){ g_strdup (met->text.zh), g_strdup (met->text.en) };
    }
}

static FwMaterialNeed *
new_need (FwJudge *self,
          FwGroundMaterial *rule,
          GStrv evidence)
{
  const FwMaterial *material = fw_pack_find_material (self->pack, rule->ref);
  FwMaterialNeed *need = g_new0 (FwMaterialNeed, 1);

  need->id = g_strdup (rule->ref);
  need->moment = g_strdup (rule->moment);
  need->present = g_strv_contains ((const char *const *) evidence, rule->ref);
  need->counts = moment_counts (self->facts, rule->moment);
  find_met (self, material, need, evidence);
  need->name = _fw_message_copy (material->name);
  need->why = _fw_message_copy (material->why);
  need->without = _fw_message_copy (material->without);
  need->how = _fw_message_copy (material->how);
  need->article = _fw_message_of_citation (&rule->citation);
  return need;
}

static char *
missing_sentence (const char *head,
                  const char *name,
                  const char *stop,
                  const char *without,
                  const char *how)
{
  return g_strconcat (head, name, stop, without != NULL ? without : "", without != NULL && stop[0] == '.' ? " " : "",
                      how != NULL ? how : "", NULL);
}

static void
add_missing (FwMaterialNeed *need,
             GPtrArray *findings)
{
  g_autofree char *id = g_strconcat ("missing.", need->id, NULL);
  FwFinding *finding = _fw_finding_new (id, "material", FW_SEVERITY_BLOCK, NULL);

  finding->article = (FwMessage){ g_strdup (need->article.zh), g_strdup (need->article.en) };
  finding->message.zh = missing_sentence ("缺少材料：", need->name.zh, "。", need->without.zh, need->how.zh);
  finding->message.en = missing_sentence ("Missing: ", need->name.en, ". ", need->without.en, need->how.en);
  finding->may_override = TRUE;
  g_ptr_array_add (findings, finding);
}

/**
 * _fw_judge_materials:
 * @materials: (element-type FwMaterialNeed): what is required, in order
 * @recommended: (element-type FwMaterialNeed): what helps
 * @findings: a finding "missing.<material>" for each that is needed by now and absent
 */
void
_fw_judge_materials (FwJudge *self,
                     GPtrArray *materials,
                     GPtrArray *recommended,
                     GPtrArray *findings)
{
  g_auto (GStrv) evidence = fw_facts_list (self->facts, "evidence/@kind");

  for (guint i = 0; i < self->ground->materials->len; i++)
    {
      FwGroundMaterial *rule = g_ptr_array_index (self->ground->materials, i);
      FwMaterialNeed *need;

      if (!_fw_judge_truth (self, rule->condition, TRUE) || _fw_judge_truth (self, rule->exception, FALSE))
        continue;
      need = new_need (self, rule, evidence);
      g_ptr_array_add (rule->moment != NULL ? materials : recommended, need);
      if (rule->moment != NULL && need->counts && !need->present)
        add_missing (need, findings);
    }
}

/**
 * _fw_judge_override:
 *
 * A block that a lawyer has set aside in the facts, and that may be, becomes a warning that says so.
 */
void
_fw_judge_override (FwJudge *self,
                    GPtrArray *findings)
{
  for (FwXmlNode *node = fw_xml_node_child (fw_facts_get_root (self->facts), "override"); node != NULL;
       node = fw_xml_node_next (node, "override"))
    for (guint i = 0; i < findings->len; i++)
      {
        FwFinding *finding = g_ptr_array_index (findings, i);

        if (!finding->may_override || finding->severity != FW_SEVERITY_BLOCK ||
            g_strcmp0 (finding->id, fw_xml_node_get (node, "finding")) != 0)
          continue;
        finding->severity = FW_SEVERITY_WARN;
        finding->overridden = TRUE;
      }
}

/* What is not so yet, and the materials: whether those are there is for the case to say. */
static GPtrArray *
find_waits (FwJudge *self,
            const FwPaper *of_pack)
{
  GPtrArray *waits = g_ptr_array_new_with_free_func (_fw_paper_wait_free);

  for (guint i = 0; i < of_pack->waits->len; i++)
    {
      FwWaitRule *rule = g_ptr_array_index (of_pack->waits, i);
      FwPaperWait *wait;

      if (rule->test != NULL && _fw_judge_truth (self, rule->test, FALSE))
        continue;
      wait = g_new0 (FwPaperWait, 1);
      wait->material = g_strdup (rule->material);
      if (rule->test != NULL)
        wait->message = _fw_phrase_fill (rule->message, self->facts, NULL);
      g_ptr_array_add (waits, wait);
    }
  return waits;
}

/**
 * _fw_judge_papers:
 * @papers: (element-type FwPaperDue): the papers of this ground, in order
 */
void
_fw_judge_papers (FwJudge *self,
                  GPtrArray *papers)
{
  for (guint i = 0; i < self->ground->papers->len; i++)
    {
      FwGroundMaterial *rule = g_ptr_array_index (self->ground->papers, i);
      const FwPaper *of_pack = fw_pack_find_paper (self->pack, rule->ref);
      FwPaperDue *paper;

      if (!_fw_judge_truth (self, rule->condition, TRUE))
        continue;
      paper = g_new0 (FwPaperDue, 1);
      paper->id = g_strdup (rule->ref);
      paper->title = _fw_message_copy (of_pack->name);
      paper->delivered = g_strdup (of_pack->delivered);
      paper->proof = g_strdup (of_pack->proof);
      paper->waits = find_waits (self, of_pack);
      g_ptr_array_add (papers, paper);
    }
}

static FwDate
deadline_date (FwJudge *self,
               FwDeadlineRule *rule)
{
  g_autofree char *text = NULL;
  g_auto (FwValue) value = { 0 };
  FwRun *run;
  const FwOutput *output;

  if (rule->select != NULL)
    {
      text = _fw_judge_string (self, rule->select);
      return fw_date_from_string (text);
    }
  run = _fw_judge_run (self, rule->calculation, NULL, NULL);
  output = run != NULL ? _fw_run_output (run, rule->output) : NULL;
  if (output != NULL)
    value = _fw_run_output_value (run, output);
  return value.kind == FW_VALUE_DATE ? value.date : FW_DATE_UNKNOWN;
}

static void
add_deadline (FwJudge *self,
              const char *id,
              GPtrArray *deadlines)
{
  for (guint i = 0; i < self->pack->deadlines->len; i++)
    {
      FwDeadlineRule *rule = g_ptr_array_index (self->pack->deadlines, i);
      FwDeadline *deadline;

      if (strcmp (rule->id, id) != 0 || !_fw_in_force_on (rule->in_force, self->day) ||
          !_fw_judge_truth (self, rule->condition, TRUE))
        continue;
      deadline = g_new0 (FwDeadline, 1);
      deadline->id = g_strdup (id);
      deadline->title = _fw_message_copy (rule->name);
      deadline->article = _fw_message_of_citation (&rule->citation);
      deadline->date = deadline_date (self, rule);
      g_ptr_array_add (deadlines, deadline);
    }
}

/**
 * _fw_judge_deadlines:
 * @deadlines: (element-type FwDeadline): what this ground must be followed by; a day may be unknown
 */
void
_fw_judge_deadlines (FwJudge *self,
                     GPtrArray *deadlines)
{
  for (guint i = 0; self->ground->deadlines[i] != NULL; i++)
    add_deadline (self, self->ground->deadlines[i], deadlines);
}

static FwDate
add_gap (FwFacts *facts,
         FwDate from,
         int gap,
         const char *unit)
{
  if (!fw_date_is_known (from) || unit == NULL)
    return from;
  if (strcmp (unit, "working-days") == 0)
    return fw_calendar_add_working_days (facts, from, gap);
  if (strcmp (unit, "months") == 0)
    return fw_date_add_months (from, gap);
  return fw_date_add_days (from, strcmp (unit, "weeks") == 0 ? gap * 7 : gap);
}

static FwProcedureStep *
find_step (GPtrArray *steps,
           const char *id)
{
  for (guint i = 0; id != NULL && i < steps->len; i++)
    if (strcmp (((FwProcedureStep *) g_ptr_array_index (steps, i))->id, id) == 0)
      return g_ptr_array_index (steps, i);
  return NULL;
}

/* A step done too early, or before the one it must follow, is a fault; one not yet done is only still to come. */
static void
judge_step (FwJudge *self,
            FwStepRule *rule,
            GPtrArray *steps,
            GPtrArray *findings)
{
  FwProcedureStep *before = find_step (steps, rule->after);
  FwProcedureStep *step = g_new0 (FwProcedureStep, 1);
  g_autofree char *done = _fw_judge_string (self, rule->done);
  FwFinding *finding;
  g_autofree char *id = NULL;

  step->id = g_strdup (rule->id);
  step->title = _fw_message_copy (rule->name);
  step->article = _fw_message_of_citation (&rule->citation);
  step->gate = g_strdup (rule->gate);
  step->done = fw_date_from_string (done);
  if (before != NULL)
    step->earliest = add_gap (self->facts, fw_date_is_known (before->done) ? before->done : before->earliest, rule->gap, rule->unit);
  g_ptr_array_add (steps, step);
  if (!fw_date_is_known (step->done) || before == NULL ||
      (fw_date_is_known (before->done) && fw_date_compare (step->done, step->earliest) >= 0))
    return;
  id = g_strconcat ("procedure.", rule->id, NULL);
  finding = _fw_finding_new (id, "procedure", rule->severity, &rule->citation);
  if (rule->message != NULL)
    finding->message = _fw_phrase_fill (rule->message, self->facts, NULL);
  else
    {
      g_autofree char *zh = fw_display_date (step->earliest, FW_LANGUAGE_ZH);
      g_autofree char *en = fw_display_date (step->earliest, FW_LANGUAGE_EN);

      finding->message.zh = g_strdup_printf ("“%s”早于法定顺序或间隔，最早可以在%s进行。", rule->name.zh, zh);
      finding->message.en = g_strdup_printf ("“%s” came before its turn; the earliest day is %s.", rule->name.en, en);
    }
  g_ptr_array_add (findings, finding);
}

/**
 * _fw_judge_procedure:
 * @steps: (element-type FwProcedureStep): the steps of the ground's procedures that apply, in order, with their earliest day
 * @findings: a finding "procedure.<step>" for each that was done too early
 */
void
_fw_judge_procedure (FwJudge *self,
                     GPtrArray *steps,
                     GPtrArray *findings)
{
  for (guint i = 0; self->ground->procedures[i] != NULL; i++)
    for (guint j = 0; j < self->pack->procedures->len; j++)
      {
        FwProcedureRule *procedure = g_ptr_array_index (self->pack->procedures, j);

        for (guint k = 0; strcmp (procedure->id, self->ground->procedures[i]) == 0 && k < procedure->steps->len; k++)
          {
            FwStepRule *rule = g_ptr_array_index (procedure->steps, k);

            if (_fw_in_force_on (rule->in_force, self->day) && _fw_judge_truth (self, rule->condition, TRUE))
              judge_step (self, rule, steps, findings);
          }
      }
}
