#include "rules/fw-assessment-private.h"

#include <string.h>

static void
need_free (FwMaterialNeed *self)
{
  g_free (self->id);
  g_free (self->moment);
  g_free (self->met_by);
  _fw_message_clear (&self->met);
  _fw_message_clear (&self->name);
  _fw_message_clear (&self->why);
  _fw_message_clear (&self->without);
  _fw_message_clear (&self->how);
  _fw_message_clear (&self->article);
  g_free (self);
}

static void
alternative_free (FwAlternative *self)
{
  g_free (self->setting);
  g_free (self->value);
  g_free (self->of);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->option);
  _fw_message_clear (&self->warning);
  _fw_message_clear (&self->article);
  _fw_message_clear (&self->taken);
  g_clear_pointer (&self->amount, fw_number_unref);
  g_clear_pointer (&self->here, fw_number_unref);
  g_free (self);
}

static void
deadline_free (FwDeadline *self)
{
  g_free (self->id);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->article);
  g_free (self);
}

static void
procedure_step_free (FwProcedureStep *self)
{
  g_free (self->id);
  g_free (self->gate);
  _fw_message_clear (&self->title);
  _fw_message_clear (&self->article);
  g_free (self);
}

void
_fw_paper_wait_free (gpointer data)
{
  FwPaperWait *self = data;

  g_free (self->material);
  _fw_message_clear (&self->message);
  g_free (self);
}

static void
paper_free (FwPaperDue *self)
{
  g_ptr_array_unref (self->waits);
  g_free (self->id);
  g_free (self->delivered);
  g_free (self->proof);
  _fw_message_clear (&self->title);
  g_free (self);
}

static FwAssessment *
assessment_new (FwPack *pack,
                FwFacts *facts,
                FwGroundRule *ground)
{
  FwAssessment *self = g_new0 (FwAssessment, 1);

  g_atomic_ref_count_init (&self->references);
  self->pack_id = g_strdup (pack->id);
  self->pack_version = g_strdup (pack->version);
  self->pack_reviewed_by = pack->review.zh != NULL && *pack->review.zh != '\0' ? g_strdup (pack->review.zh) : NULL;
  self->pack_hash = g_strdup (pack->hash);
  self->pack_changed = pack->changed;
  self->currency = g_strdup (pack->currency);
  self->digits = pack->digits;
  self->judged_on = fw_facts_judged_on (facts);
  self->findings = _fw_findings_new ();
  self->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  self->recommended = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  self->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) alternative_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  self->deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) deadline_free);
  self->procedure = g_ptr_array_new_with_free_func ((GDestroyNotify) procedure_step_free);
  if (ground == NULL)
    return self;
  self->ground = g_strdup (ground->open.id);
  self->ground_title = _fw_message_copy (ground->open.title);
  self->ground_article = _fw_message_of_citation (&ground->open.citation);
  return self;
}

void
fw_assessment_unref (FwAssessment *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->pack_id);
  g_free (self->pack_version);
  g_free (self->pack_reviewed_by);
  g_free (self->pack_hash);
  g_free (self->currency);
  g_free (self->ground);
  _fw_message_clear (&self->ground_title);
  _fw_message_clear (&self->ground_article);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->recommended);
  g_clear_pointer (&self->money, _fw_money_free);
  g_clear_pointer (&self->settlement, _fw_settlement_free);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_ptr_array_unref (self->alternatives);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->procedure);
  g_free (self);
}

/* Blocks first, then warnings; within each the order of the pack. */
static void
sort_findings (GPtrArray *findings)
{
  guint length = findings->len;
  g_autofree gpointer *sorted = g_new (gpointer, length + 1);
  guint at = 0;

  for (int severity = FW_SEVERITY_BLOCK; severity >= FW_SEVERITY_INFO; severity--)
    for (guint i = 0; i < length; i++)
      if ((int) ((FwFinding *) g_ptr_array_index (findings, i))->severity == severity)
        sorted[at++] = g_ptr_array_index (findings, i);
  if (length > 0)
    memcpy (findings->pdata, sorted, sizeof (gpointer) * length);
}

static FwSeverity
worst (GPtrArray *findings)
{
  FwSeverity severity = FW_SEVERITY_INFO;

  for (guint i = 0; i < findings->len; i++)
    severity = MAX (severity, ((FwFinding *) g_ptr_array_index (findings, i))->severity);
  return severity;
}

/* Without a ground nothing can be judged; the one thing to do is to choose one. */
static void
add_no_ground (FwAssessment *self)
{
  FwFinding *finding = _fw_finding_new ("ground.facts", "ground", FW_SEVERITY_WARN, NULL);
  const char *paths[] = { "departure/@ground", NULL };

  finding->message.zh = g_strdup ("尚未选择解除理由。");
  finding->message.en = g_strdup ("No ground has been chosen yet.");
  finding->unknown = g_strdupv ((char **) paths);
  g_ptr_array_add (self->findings, finding);
}

static gboolean
find_ground (FwPack *pack,
             FwFacts *facts,
             FwGroundRule **ground,
             GError **error)
{
  const char *id = fw_facts_get (facts, "departure/@ground");

  g_autofree char *where = NULL;

  *ground = _fw_pack_ground_rule (pack, id);
  if (id == NULL || *ground != NULL)
    return TRUE;
  where = fw_facts_locate (facts, "departure");
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_INPUT, "%s: departure/@ground: the pack %s has no ground ‘%s’", where,
               pack->id, id);
  return FALSE;
}

/* An expression of the pack that could not be evaluated answered no to whoever asked: nothing rests on that. */
static gboolean
went_well (FwJudge *judge_of,
           GError **error)
{
  if (judge_of->scope->problem == NULL)
    return TRUE;
  g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_FAILED, "the pack %s cannot judge this: %s", judge_of->pack->id,
               judge_of->scope->problem->message);
  return FALSE;
}

static gboolean
judge_all (FwJudge *judge_of,
           FwAssessment *self,
           gboolean all_offers,
           GError **error)
{
  if (judge_of->ground != NULL)
    {
      _fw_judge_ground (judge_of, self->findings);
      _fw_judge_kind (judge_of, self->findings);
      _fw_judge_checks (judge_of, self->findings);
      _fw_judge_procedure (judge_of, self->procedure, self->findings);
      _fw_judge_materials (judge_of, self->materials, self->recommended, self->findings);
      self->money = _fw_judge_money (judge_of, self->findings);
      _fw_judge_alternatives (judge_of, self->money, self->alternatives);
      self->offers = _fw_judge_offers (judge_of, self->money->results, all_offers);
      self->settlement = _fw_judge_settlement (judge_of, self->money, self->offers, self->findings);
      _fw_judge_papers (judge_of, self->documents);
      _fw_judge_deadlines (judge_of, self->deadlines);
      _fw_judge_override (judge_of, self->findings);
    }
  else
    add_no_ground (self);
  _fw_judge_readings (judge_of, self->findings);
  sort_findings (self->findings);
  self->verdict = worst (self->findings);
  return went_well (judge_of, error);
}

static gboolean
judge (FwJudge *judge_of,
       FwAssessment *self,
       GError **error)
{
  return judge_all (judge_of, self, FALSE, error);
}

static gboolean
judge_costs (FwJudge *judge_of,
             FwAssessment *self,
             GError **error)
{
  if (judge_of->ground != NULL)
    self->money = _fw_judge_money (judge_of, self->findings);
  return went_well (judge_of, error);
}

static FwAssessment *
assess (FwPack *pack,
        FwFacts *facts,
        GHashTable *settings,
        gboolean (*judge_by) (FwJudge       *judge_of,
                              FwAssessment  *self,
                              GError       **error),
        GError **error)
{
  g_autoptr (GHashTable) merged = NULL;
  g_autoptr (FwAssessment) self = NULL;
  FwGroundRule *ground;
  FwJudge *judge_of;
  gboolean good;

  if (!find_ground (pack, facts, &ground, error) || (merged = _fw_settings_merge (pack, facts, NULL, settings, error)) == NULL)
    return NULL;
  self = assessment_new (pack, facts, ground);
  judge_of = _fw_judge_new (pack, facts, ground, merged);
  good = judge_by (judge_of, self, error);
  _fw_judge_free (judge_of);
  return good ? g_steal_pointer (&self) : NULL;
}

/* As judge(), with what else could be offered. */
static gboolean
judge_with_offers (FwJudge *judge_of,
                   FwAssessment *self,
                   GError **error)
{
  return judge_all (judge_of, self, TRUE, error);
}

/**
 * _fw_pack_assess_with_offers:
 *
 * Returns: as fw_pack_assess(); of a negotiated exit those offers are judged too that the case does not make
 */
FwAssessment *
_fw_pack_assess_with_offers (FwPack *pack,
                             FwFacts *facts,
                             GHashTable *settings,
                             GError **error)
{
  return assess (pack, facts, settings, judge_with_offers, error);
}

/**
 * fw_pack_assess:
 * @settings: (nullable): name → value, of the company; the case's own, in the facts, win over them
 *
 * Judges one case by the law of its day (docs/packs.md).
 *
 * Returns: (transfer full) (nullable): the judgment; %NULL with %FW_RULES_ERROR_INPUT where the ground of the facts is not the
 *   pack's, with %FW_RULES_ERROR_UNKNOWN where one of @settings is not
 */
FwAssessment *
fw_pack_assess (FwPack *pack,
                FwFacts *facts,
                GHashTable *settings,
                GError **error)
{
  return assess (pack, facts, settings, judge, error);
}

/**
 * fw_pack_assess_costs:
 * @settings: (nullable): as for fw_pack_assess()
 *
 * What a departure would cost, for many grounds beside one another: notice and money are those of fw_pack_assess(), nothing else is judged, and
 * what the judgment finds or asks for is not in it.
 *
 * Returns: (transfer full) (nullable): notice and money; %NULL as for fw_pack_assess()
 */
FwAssessment *
fw_pack_assess_costs (FwPack *pack,
                      FwFacts *facts,
                      GHashTable *settings,
                      GError **error)
{
  return assess (pack, facts, settings, judge_costs, error);
}

void
fw_ground_judgment_free (FwGroundJudgment *self)
{
  g_free (self->id);
  _fw_message_clear (&self->title);
  g_ptr_array_unref (self->findings);
  g_strfreev (self->missing);
  g_free (self);
}

static FwGroundState
state_of (GPtrArray *findings,
          const char *ground)
{
  FwGroundState state = FW_GROUND_STATE_USABLE;
  g_autofree char *applies = g_strconcat ("applies.", ground, NULL);
  g_autofree char *in_force = g_strconcat ("in-force.", ground, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      FwFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->id, applies) == 0 || strcmp (finding->id, in_force) == 0)
        return FW_GROUND_STATE_NOT_APPLICABLE;
      if (finding->severity == FW_SEVERITY_BLOCK && strcmp (finding->family, "material") != 0)
        state = FW_GROUND_STATE_BARRED;
      else if (state == FW_GROUND_STATE_USABLE && (finding->unknown != NULL || strcmp (finding->family, "material") == 0))
        state = FW_GROUND_STATE_MISSING;
    }
  return state;
}

static gboolean
is_info (FwFinding *finding)
{
  return finding->severity == FW_SEVERITY_INFO;
}

static FwGroundJudgment *
judge_ground (FwPack *pack,
              FwFacts *facts,
              FwGroundRule *ground,
              GHashTable *settings,
              GError **error)
{
  FwGroundJudgment *self = g_new0 (FwGroundJudgment, 1);
  g_autoptr (GPtrArray) materials = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  g_autoptr (GPtrArray) recommended = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  FwJudge *judge_of;
  gboolean good;

  fw_facts_set (facts, "departure/@ground", ground->open.id, NULL);
  fw_facts_set (facts, "departure/@kind", ground->open.kind, NULL);
  self->id = g_strdup (ground->open.id);
  self->title = _fw_message_copy (ground->open.title);
  self->findings = _fw_findings_new ();
  judge_of = _fw_judge_new (pack, facts, ground, settings);
  _fw_judge_ground (judge_of, self->findings);
  _fw_judge_checks (judge_of, self->findings);
  _fw_judge_materials (judge_of, materials, recommended, self->findings);
  _fw_judge_override (judge_of, self->findings);
  good = went_well (judge_of, error);
  _fw_judge_free (judge_of);
  if (!good)
    {
      fw_ground_judgment_free (self);
      return NULL;
    }
  for (guint i = 0; i < materials->len; i++)
    {
      FwMaterialNeed *need = g_ptr_array_index (materials, i);

      if (need->counts && !need->present)
        g_strv_builder_add (missing, need->id);
    }
  self->missing = g_strv_builder_end (missing);
  for (guint i = self->findings->len; i > 0; i--)
    if (is_info (g_ptr_array_index (self->findings, i - 1)))
      g_ptr_array_remove_index (self->findings, i - 1);
  sort_findings (self->findings);
  self->state = state_of (self->findings, self->id);
  return self;
}

/**
 * fw_pack_judge_grounds:
 *
 * Which grounds can stand for this person: every ground of the pack tried on the facts, without money. Fast enough for each change.
 *
 * Returns: (transfer full) (nullable) (element-type FwGroundJudgment): in the order of the pack; %NULL where a setting is not the
 *   pack's, or an expression of the pack cannot be evaluated
 */
GPtrArray *
fw_pack_judge_grounds (FwPack *pack,
                       FwFacts *facts,
                       GHashTable *settings,
                       GError **error)
{
  g_autoptr (GHashTable) merged = _fw_settings_merge (pack, facts, NULL, settings, error);
  g_autoptr (FwFacts) copy = NULL;
  g_autoptr (GPtrArray) judgments = NULL;

  if (merged == NULL)
    return NULL;
  copy = fw_facts_copy (facts);
  judgments = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_ground_judgment_free);
  for (guint i = 0; i < pack->grounds->len; i++)
    {
      FwGroundJudgment *judgment = judge_ground (pack, copy, g_ptr_array_index (pack->grounds, i), merged, error);

      if (judgment == NULL)
        return NULL;
      g_ptr_array_add (judgments, judgment);
    }
  return g_steal_pointer (&judgments);
}
