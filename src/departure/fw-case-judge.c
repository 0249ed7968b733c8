#include "departure/fw-case-rows-private.h"

#include "departure/fw-case-basis-private.h"
#include "departure/fw-case-papers-private.h"
#include "departure/fw-engine-private.h"
#include "documents/fw-document.h"

FwCaseJudged *
_fw_case_judged_ref (FwCaseJudged *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
_fw_case_judged_unref (FwCaseJudged *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->records, _fw_case_records_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->facts, fw_facts_unref);
  g_clear_pointer (&self->paper_facts, fw_facts_unref);
  g_free (self->number_pattern);
  g_clear_pointer (&self->assessment, fw_assessment_unref);
  g_clear_pointer (&self->risk, fw_risk_free);
  g_free (self->floor);
  g_clear_pointer (&self->labels, fw_labels_free);
  g_free (self->ground_title);
  g_free (self->pack);
  g_free (self->pack_hash);
  g_free (self->pack_version);
  g_free (self->pack_title);
  g_free (self->reviewed_by);
  g_free (self->reviewed_on);
  g_free (self->currency);
  g_free (self->basis);
  g_free (self->present_basis);
  for (guint i = 0; i < FW_CASE_N_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
  for (guint i = 0; i < FW_CASE_STEP_COUNT; i++)
    g_free (self->shown[i]);
  g_free (self);
}

/* Which rows of a list have an enumeration's value. */
static gboolean
any_row (GPtrArray *rows,
         const char *property,
         int value)
{
  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_choice (rows->pdata[i], property) == value)
      return TRUE;
  return FALSE;
}

/* The gravest check of some families; a family of NULL asks for all but the materials. */
static FwVerdict
gravest_check (FwCaseJudged *self,
               const char *family)
{
  GPtrArray *rows = self->lists[FW_CASE_LIST_FINDINGS];
  FwVerdict worst = FW_VERDICT_CLEAR;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *of = fw_case_item_get_text (rows->pdata[i], "family");

      if (family != NULL ? g_strcmp0 (of, family) == 0 : g_strcmp0 (of, "material") != 0)
        worst = MAX (worst, (FwVerdict) fw_case_item_get_choice (rows->pdata[i], "verdict"));
    }
  return worst;
}

static FwVerdict
verdict_of_who (FwCaseJudged *self)
{
  GPtrArray *rows = self->lists[FW_CASE_LIST_STATUS_ROWS];
  FwVerdict worst = gravest_check (self, "status");

  if (worst < FW_VERDICT_NOTE && any_row (rows, "answer", FW_STATUS_YES))
    worst = FW_VERDICT_NOTE;
  if (worst < FW_VERDICT_MISSING && !_fw_case_has_evidence (self->records, "status-check"))
    worst = FW_VERDICT_MISSING;
  return worst;
}

static FwCaseItem *
chosen_ground (FwCaseJudged *self)
{
  GPtrArray *rows = self->lists[FW_CASE_LIST_GROUNDS];

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_truth (rows->pdata[i], "chosen"))
      return rows->pdata[i];
  return NULL;
}

/* A ground that only lacks materials is well chosen: that is the next page's matter. */
static FwVerdict
verdict_of_way (FwCaseJudged *self)
{
  FwCaseItem *chosen = chosen_ground (self);
  FwGroundUse use;

  if (chosen == NULL)
    return FW_VERDICT_MISSING;
  use = fw_case_item_get_choice (chosen, "use");
  if (use == FW_GROUND_BARRED || use == FW_GROUND_NOT_APPLICABLE)
    return FW_VERDICT_BLOCKED;
  return gravest_check (self, "ground");
}

/* A price that stands beside the others to be compared alone does not hold the case up. */
static gboolean
is_comparison (FwCaseItem *price)
{
  return fw_case_item_get_truth (price, "avoid") ||
         (g_str_equal (fw_case_item_get_id (price), "n-plus-1") && !fw_case_item_get_truth (price, "chosen"));
}

static FwVerdict
verdict_of_money (FwCaseJudged *self)
{
  GPtrArray *prices = self->lists[FW_CASE_LIST_PRICES];
  const FwAmount *severance = self->assessment != NULL ? fw_assessment_get_severance (self->assessment) : NULL;

  for (guint i = 0; i < prices->len; i++)
    if (fw_case_item_get_truth (prices->pdata[i], "unknown") && !is_comparison (prices->pdata[i]))
      return FW_VERDICT_MISSING;
  if (severance != NULL && severance->due == FW_ANSWER_YES && severance->capped == FW_ANSWER_UNKNOWN)
    return FW_VERDICT_NOTE;
  return MAX (gravest_check (self, "money"), FW_VERDICT_CLEAR);
}

/* Whether nothing is to be done about a draft but to wait for its day. */
static gboolean
is_early (FwCaseItem *paper)
{
  const char *const *kinds = fw_case_item_get_texts (paper, "reason-kinds");

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (!g_str_equal (kinds[i], "time"))
      return FALSE;
  return kinds != NULL && kinds[0] != NULL;
}

/* The papers that a moment waits for; forms to be filled in later are none. */
static FwVerdict
verdict_of_papers (FwCaseJudged *self)
{
  GPtrArray *rows = self->lists[FW_CASE_LIST_DOCUMENTS];

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_text (rows->pdata[i], "moment") != NULL &&
        fw_case_item_get_choice (rows->pdata[i], "state") == FW_PAPER_DRAFT && !is_early (rows->pdata[i]))
      return FW_VERDICT_MISSING;
  return rows->len > 0 ? FW_VERDICT_CLEAR : FW_VERDICT_MISSING;
}

/* A weak point does not hold the case up; somebody should have seen it before anything is sent. */
static FwVerdict
verdict_of_risk (FwCaseJudged *self)
{
  return self->risk->weak_points->len > 0 ? FW_VERDICT_NOTE : FW_VERDICT_CLEAR;
}

static void
find_verdicts (FwCaseJudged *self)
{
  FwVerdict worst = FW_VERDICT_CLEAR;

  self->verdicts[FW_CASE_STEP_WHO] = verdict_of_who (self);
  self->verdicts[FW_CASE_STEP_WAY] = verdict_of_way (self);
  if (self->assessment == NULL)
    {
      self->verdicts[FW_CASE_STEP_SUMMARY] = self->verdicts[FW_CASE_STEP_WAY];
      return;
    }
  self->verdicts[FW_CASE_STEP_MATERIALS] =
    any_row (self->lists[FW_CASE_LIST_MATERIALS], "state", FW_MATERIAL_MISSING) ? FW_VERDICT_MISSING : FW_VERDICT_CLEAR;
  self->verdicts[FW_CASE_STEP_CHECKS] = gravest_check (self, NULL);
  self->verdicts[FW_CASE_STEP_MONEY] = verdict_of_money (self);
  self->verdicts[FW_CASE_STEP_RISK] = verdict_of_risk (self);
  self->verdicts[FW_CASE_STEP_PAPERS] = verdict_of_papers (self);
  for (guint step = 0; step < FW_CASE_STEP_SUMMARY; step++)
    worst = MAX (worst, self->verdicts[step]);
  self->verdicts[FW_CASE_STEP_SUMMARY] = worst;
}

/* Writes what a list says, by ids and values, so that a later judging can tell whether it still says it. */
static void
tell_rows (GString *told,
           GPtrArray *rows,
           const char *choice,
           const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const char *value = fw_case_item_get_text (rows->pdata[i], text);

      g_string_append_printf (told, "%s=%d,%s;", fw_case_item_get_id (rows->pdata[i]),
                              choice != NULL ? fw_case_item_get_choice (rows->pdata[i], choice) : 0,
                              value != NULL ? value : "");
    }
}

static void
tell_steps (FwCaseJudged *self)
{
  static const struct
  {
    FwCaseStep step;
    FwCaseList list;
    const char *choice;
    const char *text;
  } told[] = {
    { FW_CASE_STEP_WHO, FW_CASE_LIST_STATUS_ROWS, "answer", "until" },
    { FW_CASE_STEP_MATERIALS, FW_CASE_LIST_MATERIALS, "state", "moment" },
    { FW_CASE_STEP_CHECKS, FW_CASE_LIST_FINDINGS, "verdict", "until" },
    { FW_CASE_STEP_MONEY, FW_CASE_LIST_PRICES, NULL, "amount" },
    { FW_CASE_STEP_RISK, FW_CASE_LIST_RISK, NULL, "amount" },
    { FW_CASE_STEP_PAPERS, FW_CASE_LIST_DOCUMENTS, "state", "sha256" },
  };
  FwCaseItem *chosen = chosen_ground (self);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tell_rows (text, self->lists[told[i].list], told[i].choice, told[i].text);
      self->shown[told[i].step] = g_string_free (g_steal_pointer (&text), FALSE);
    }
  self->shown[FW_CASE_STEP_WAY] =
    g_strdup_printf ("%s=%d", chosen != NULL ? fw_case_item_get_id (chosen) : "none",
                     chosen != NULL ? fw_case_item_get_choice (chosen, "use") : 0);
  self->shown[FW_CASE_STEP_SUMMARY] =
    g_strdup_printf ("%s %s", self->shown[FW_CASE_STEP_WAY], self->shown[FW_CASE_STEP_CHECKS]);
}

/* By whom and when the pack was reviewed; an empty name says that no lawyer has. */
static void
note_review (FwCaseJudged *self,
             FwPack *pack)
{
  FwText review = fw_pack_get_review (pack);

  if (review.zh == NULL || *review.zh == '\0')
    return;
  self->reviewed_by = g_strdup (review.zh);
  self->reviewed_on = g_strdup (review.en);
}

static void
note_pack (FwCaseJudged *self,
           FwScene *scene,
           FwPack *pack)
{
  const char *ground_id = g_hash_table_lookup (self->answers, "departure/@ground");
  const FwGround *ground = ground_id != NULL ? fw_pack_find_ground (pack, ground_id) : NULL;
  const char *pattern = fw_pack_get_feature (pack, "paper-number", self->law_day);
  FwText title = fw_pack_get_title (pack);
  g_auto (GStrv) folders = fw_document_find_folders (fw_pack_get_id (pack));

  self->pack = g_strdup (fw_pack_get_id (pack));
  self->pack_version = g_strdup (fw_pack_get_version (pack));
  self->pack_hash = g_strdup (fw_pack_get_hash (pack));
  self->pack_changed = fw_pack_is_changed (pack);
  self->pack_title = g_strdup (_fw_scene_pick (scene, title.zh, title.en));
  self->settings = fw_pack_get_settings (pack);
  note_review (self, pack);
  self->labels = fw_labels_load ((const char *const *) folders, NULL);
  self->currency = g_strdup (fw_pack_get_currency (pack));
  self->number_pattern = g_strdup (pattern != NULL ? pattern : "〔{year}〕{case}");
  if (ground != NULL)
    self->ground_title = g_strdup (_fw_scene_pick (scene, ground->title.zh, ground->title.en));
}

/* Everything for which the packs are needed, under their lock. */
static gboolean
judge_by_pack (FwCaseJudged *self,
               FwScene *scene,
               FwPacks *packs,
               GError **error)
{
  FwPack *pack = fw_packs_get_for_facts (packs, self->facts, error);

  if (pack == NULL)
    return FALSE;
  note_pack (self, scene, pack);
  if (fw_facts_get (self->facts, "departure/@ground") != NULL)
    {
      self->assessment = fw_pack_assess (pack, self->facts, NULL, error);
      self->risk = self->assessment != NULL ? fw_pack_weigh (pack, self->facts, NULL, error) : NULL;
      if (self->risk == NULL)
        return FALSE;
      self->floor = g_strdup (_fw_scene_pick (scene, self->risk->floor.zh, self->risk->floor.en));
    }
  self->paper_facts = fw_facts_copy (self->facts);
  if (self->assessment != NULL)
    fw_assessment_to_facts (self->assessment, self->paper_facts, scene->today);
  self->lists[FW_CASE_LIST_MATERIALS] = _fw_case_material_rows (scene, self, pack, error);
  if (self->lists[FW_CASE_LIST_MATERIALS] == NULL)
    return FALSE;
  self->lists[FW_CASE_LIST_FINDINGS] = _fw_case_finding_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_DOCUMENTS] = _fw_case_document_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_SETTLEMENT] = _fw_case_settlement_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_WEAK_POINTS] = _fw_case_weak_point_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_RISK] = _fw_case_risk_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_OFFERS] = _fw_case_offer_rows (scene, self, pack);
  self->lists[FW_CASE_LIST_DEADLINES] = _fw_case_deadline_rows (scene, self, pack);
  if ((self->lists[FW_CASE_LIST_STEPS] = _fw_case_step_rows (scene, self, pack, error)) == NULL)
    return FALSE;
  self->lists[FW_CASE_LIST_TASKS] = _fw_case_task_rows (self);
  self->lists[FW_CASE_LIST_DELIVERIES] = _fw_case_delivery_rows (self);
  self->lists[FW_CASE_LIST_EVENTS] = _fw_case_event_rows (scene, self, pack);
  return (self->lists[FW_CASE_LIST_PRICES] = _fw_case_price_rows (scene, self, pack, error)) != NULL &&
         (self->lists[FW_CASE_LIST_GROUNDS] = _fw_case_ground_rows (scene, self, pack, error)) != NULL &&
         (self->lists[FW_CASE_LIST_STATUS_ROWS] = _fw_case_status_rows (scene, self, pack, error)) != NULL &&
         (self->lists[FW_CASE_LIST_FIGURES] = _fw_case_figure_rows (scene, self, pack, error)) != NULL &&
         (self->lists[FW_CASE_LIST_REASONS] = _fw_case_reason_rows (scene, self, error)) != NULL &&
         (self->lists[FW_CASE_LIST_READINGS] = _fw_case_reading_rows (scene, self)) != NULL &&
         (self->lists[FW_CASE_LIST_CHANGES] = _fw_case_change_rows (scene, self, pack, error)) != NULL;
}

/* What a case with a paper out is decided on; NULL: it follows what holds today. */
static const char *
fixed_text (FwCaseRecords *records)
{
  return records->basis != NULL ? fw_record_get (records->basis, "text") : NULL;
}

/* Finds the case as it is: records, facts, judgment, rows. On the caller's thread. */
FwCaseJudged *
_fw_case_judge_now (FwScene *scene,
                    const char *case_id,
                    GHashTable *pending,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (FwCaseJudged) self = g_new0 (FwCaseJudged, 1);
  gboolean judged = FALSE;
  FwPacks *packs;

  g_atomic_ref_count_init (&self->references);
  self->records = _fw_case_records_load (scene->store, case_id, error);
  if (self->records == NULL)
    return NULL;
  self->answers = _fw_case_answers_merge (self->records, pending);
  self->facts = _fw_case_basis_facts (scene->store, self->records, self->answers, scene->today, fixed_text (self->records),
                                      TRUE, error);
  if (self->facts == NULL)
    return NULL;
  self->law_day = fw_facts_judged_on (self->facts);
  packs = _fw_engine_lock (scene->engine, error);
  if (packs == NULL)
    return NULL;
  judged = !g_cancellable_set_error_if_cancelled (cancellable, error) && judge_by_pack (self, scene, packs, error);
  _fw_engine_unlock (scene->engine);
  if (!judged)
    return NULL;
  find_verdicts (self);
  tell_steps (self);
  return g_steal_pointer (&self);
}
