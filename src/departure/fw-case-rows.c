#include "departure/fw-case-rows-private.h"

#include "departure/fw-case-papers-private.h"
#include "facts/fw-xpath.h"

/* The text in the language of what is shown, the other one where a pack has only that. */
const char *
_fw_scene_pick (FwScene *scene,
                const char *zh,
                const char *en)
{
  const char *first = scene->chinese ? zh : en;
  const char *second = scene->chinese ? en : zh;

  return first != NULL && *first != '\0' ? first : second;
}

/* Sets a text of the pack in the language of what is shown. */
void
_fw_case_item_set_picked (FwCaseItem *item,
                          const char *property,
                          FwScene *scene,
                          const char *zh,
                          const char *en)
{
  _fw_case_item_set_text (item, property, _fw_scene_pick (scene, zh, en));
}

static void
set_money (FwCaseItem *item,
           const char *property,
           const FwNumber *amount)
{
  _fw_case_item_take_text (item, property, fw_number_to_fixed (amount, 2));
}

static void
set_day (FwCaseItem *item,
         const char *property,
         FwDate day)
{
  _fw_case_item_take_text (item, property, fw_date_to_string (day));
}

/* What the cited articles say, beside the citation. */
void
_fw_case_item_quote (FwCaseItem *item,
                     FwScene *scene,
                     FwPack *pack,
                     const char *citation)
{
  _fw_case_item_take_text (item, "article-text", fw_pack_quote (pack, citation, scene->chinese));
}

/* What a finding means to the one who reads it: a missing material can be supplied, what a lawyer set aside is a note. */
FwVerdict
_fw_finding_verdict (const FwFinding *finding)
{
  if (finding->severity == FW_SEVERITY_INFO)
    return FW_VERDICT_CLEAR;
  if (finding->overridden || finding->severity == FW_SEVERITY_WARN)
    return FW_VERDICT_NOTE;
  return g_strcmp0 (finding->family, "material") == 0 ? FW_VERDICT_MISSING : FW_VERDICT_BLOCKED;
}

/* Grounds */

static void
set_texts (FwCaseItem *item,
           const char *property,
           FwScene *scene,
           GPtrArray *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const FwText *text = texts->pdata[i];

      g_strv_builder_add (builder, _fw_scene_pick (scene, text->zh, text->en));
    }
  list = g_strv_builder_end (builder);
  _fw_case_item_set_texts (item, property, (const char *const *) list);
}

static FwGroundUse
use_of (FwGroundState state)
{
  switch (state)
    {
    case FW_GROUND_STATE_USABLE:
      return FW_GROUND_USABLE;
    case FW_GROUND_STATE_MISSING:
      return FW_GROUND_LACKS_FACTS;
    case FW_GROUND_STATE_BARRED:
      return FW_GROUND_BARRED;
    case FW_GROUND_STATE_NOT_APPLICABLE:
    default:
      return FW_GROUND_NOT_APPLICABLE;
    }
}

static FwVerdict
verdict_of_use (FwGroundUse use)
{
  static const FwVerdict verdicts[] = { FW_VERDICT_CLEAR, FW_VERDICT_MISSING, FW_VERDICT_BLOCKED, FW_VERDICT_UNKNOWN };

  return verdicts[use];
}

/* The gravest finding says why: what bars before what is missing before what is to be noted. */
static const FwFinding *
gravest (GPtrArray *findings)
{
  const FwFinding *found = NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (found == NULL || _fw_finding_verdict (findings->pdata[i]) > _fw_finding_verdict (found))
      found = findings->pdata[i];
  return found;
}

/* What the ground would cost: the same case judged on it. Until a last day is chosen, as if it were today: what is roughly at
 * stake is asked long before the day is settled, and the row says that it was supposed. */
static gboolean
set_costs (FwCaseItem *item,
           FwScene *scene,
           FwCaseJudged *judged,
           FwPack *pack,
           const FwGround *ground,
           GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (judged->facts);
  gboolean supposed = fw_facts_get (facts, "departure/@last-day") == NULL;
  g_autofree char *today = fw_date_to_string (scene->today);
  g_autoptr (FwAssessment) assessment = NULL;
  const FwAmount *severance;
  FwNotice *notice;

  if (!fw_facts_set (facts, "departure/@kind", ground->kind, error) ||
      !fw_facts_set (facts, "departure/@ground", ground->id, error) ||
      (supposed && !fw_facts_set (facts, "departure/@last-day", today, error)))
    return FALSE;
  _fw_case_item_set_truth (item, "supposed", supposed);
  assessment = fw_pack_assess_costs (pack, facts, NULL, error);
  if (assessment == NULL)
    return FALSE;
  notice = fw_assessment_get_notice (assessment);
  severance = fw_assessment_get_severance (assessment);
  if (severance != NULL)
    {
      set_money (item, "severance", severance->amount);
      _fw_case_item_take_text (item, "months", fw_number_to_short (severance->months, 0, 2));
    }
  _fw_case_item_set_truth (item, "no-severance", severance != NULL && severance->due == FW_ANSWER_NO);
  if (fw_assessment_get_damages (assessment) != NULL)
    set_money (item, "damages", fw_assessment_get_damages (assessment)->amount);
  if (notice != NULL)
    {
      _fw_case_item_take_text (item, "notice-days", fw_number_to_short (notice->days, 0, 0));
      set_money (item, "payment-in-lieu", notice->pay_in_lieu);
      set_day (item, "earliest-last-day", notice->earliest_last_day);
    }
  set_money (item, "total", fw_assessment_get_total (assessment));
  return TRUE;
}

/* What a ground lacks, by name. */
static char *
name_materials (FwScene *scene,
                FwPack *pack,
                GStrv ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const FwMaterial *material = fw_pack_find_material (pack, ids[i]);

      if (names->len > 0)
        g_string_append (names, scene->chinese ? "、" : ", ");
      g_string_append (names, material != NULL ? _fw_scene_pick (scene, material->name.zh, material->name.en) : ids[i]);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static FwCaseItem *
ground_row (FwScene *scene,
            FwCaseJudged *judged,
            FwPack *pack,
            const FwGroundJudgment *judgment,
            GError **error)
{
  const FwGround *ground = fw_pack_find_ground (pack, judgment->id);
  const FwFinding *why = gravest (judgment->findings);
  FwGroundUse use = use_of (judgment->state);
  g_autoptr (FwCaseItem) item = _fw_case_item_new (FW_TYPE_GROUND_CHOICE, judgment->id);

  if (use != FW_GROUND_NOT_APPLICABLE && !set_costs (item, scene, judged, pack, ground, error))
    return NULL;
  _fw_case_item_set_text (item, "kind", ground->kind);
  _fw_case_item_set_picked (item, "title", scene, ground->title.zh, ground->title.en);
  _fw_case_item_set_picked (item, "plain", scene, ground->plain.zh, ground->plain.en);
  _fw_case_item_set_picked (item, "article", scene, ground->citation.zh, ground->citation.en);
  _fw_case_item_quote (item, scene, pack, ground->citation.zh);
  if (use == FW_GROUND_LACKS_FACTS && judgment->missing != NULL && *judgment->missing != NULL)
    _fw_case_item_take_text (item, "reason", name_materials (scene, pack, judgment->missing));
  else if (why != NULL)
    {
      _fw_case_item_set_picked (item, "reason", scene, why->message.zh, why->message.en);
      set_day (item, "until", why->until);
      _fw_case_item_set_truth (item, "until-expected", why->until_expected);
    }
  else if (use == FW_GROUND_NOT_APPLICABLE)
    _fw_case_item_set_picked (item, "reason", scene, ground->applies.zh, ground->applies.en);
  _fw_case_item_set_choice (item, "use", use);
  _fw_case_item_set_choice (item, "verdict", verdict_of_use (use));
  _fw_case_item_set_truth (item, "chosen",
                           g_strcmp0 (g_hash_table_lookup (judged->answers, "departure/@ground"), judgment->id) == 0);
  set_texts (item, "proves", scene, ground->proves);
  set_texts (item, "steps", scene, ground->steps);
  set_texts (item, "mistakes", scene, ground->mistakes);
  set_texts (item, "tribunal", scene, ground->tribunal);
  return g_steal_pointer (&item);
}

/* Every ground of the pack for this person: usable, lacking facts, barred, not applicable; within these as the pack has
 * them. */
GPtrArray *
_fw_case_ground_rows (FwScene *scene,
                      FwCaseJudged *judged,
                      FwPack *pack,
                      GError **error)
{
  g_autoptr (GPtrArray) judgments = fw_pack_judge_grounds (pack, judged->facts, NULL, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (judgments == NULL)
    return NULL;
  for (int use = FW_GROUND_USABLE; use <= FW_GROUND_NOT_APPLICABLE; use++)
    for (guint i = 0; i < judgments->len; i++)
      {
        const FwGroundJudgment *judgment = judgments->pdata[i];
        FwCaseItem *row;

        if ((int) use_of (judgment->state) != use)
          continue;
        row = ground_row (scene, judged, pack, judgment, error);
        if (row == NULL)
          return NULL;
        g_ptr_array_add (rows, row);
      }
  return g_steal_pointer (&rows);
}

/* Status check */

static FwStatusAnswer
answer_of (const char *text)
{
  if (g_strcmp0 (text, "yes") == 0)
    return FW_STATUS_YES;
  return g_strcmp0 (text, "no") == 0 ? FW_STATUS_NO : FW_STATUS_UNKNOWN;
}

static const char *
status_said (FwCaseJudged *judged,
             const char *kind,
             const char *detail)
{
  g_autofree char *path = g_strdup_printf ("status/%s/@%s", kind, detail);

  return g_hash_table_lookup (judged->answers, path);
}

static FwCaseItem *
status_row (FwScene *scene,
            FwCaseJudged *judged,
            const FwProtectionRow *protection)
{
  static const char *const asking[] = { "asked-of", "on" };
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_STATUS_ROW, protection->kind);
  FwRecord *record = _fw_case_records_protection (judged->records, protection->kind);

  _fw_case_item_set_picked (item, "title", scene, protection->name.zh, protection->name.en);
  _fw_case_item_set_picked (item, "question", scene, protection->ask.zh, protection->ask.en);
  _fw_case_item_set_picked (item, "article", scene, protection->citation.zh, protection->citation.en);
  _fw_case_item_set_choice (item, "answer",
                            record != NULL ? FW_STATUS_YES : answer_of (status_said (judged, protection->kind, "answer")));
  for (guint i = 0; _fw_protection_details[i] != NULL; i++)
    {
      const char *said = status_said (judged, protection->kind, _fw_protection_details[i]);

      if (said == NULL && record != NULL)
        said = fw_record_get (record, _fw_protection_details[i]);
      _fw_case_item_set_text (item, _fw_protection_details[i], said);
    }
  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    _fw_case_item_set_text (item, asking[i], status_said (judged, protection->kind, asking[i]));
  return item;
}

/* The rows of the status check that concern this person. What the person's records already say is answered. */
GPtrArray *
_fw_case_status_rows (FwScene *scene,
                      FwCaseJudged *judged,
                      FwPack *pack,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *protections = fw_pack_get_protections (pack);

  for (guint i = 0; i < protections->len; i++)
    {
      const FwProtectionRow *protection = protections->pdata[i];
      g_autoptr (FwXPath) applies = NULL;
      gboolean concerns = TRUE;

      if (protection->applies != NULL)
        {
          applies = fw_xpath_new (protection->applies, error);
          if (applies == NULL || !fw_xpath_truth (applies, judged->facts, &concerns, error))
            return NULL;
        }
      if (concerns)
        g_ptr_array_add (rows, status_row (scene, judged, protection));
    }
  return g_steal_pointer (&rows);
}
