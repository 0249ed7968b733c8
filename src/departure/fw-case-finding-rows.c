#include "departure/fw-case-rows-private.h"

#include <string.h>

static FwRecord *
find_override (FwCaseRecords *records,
               const char *finding)
{
  for (guint i = 0; i < records->overrides->len; i++)
    if (g_strcmp0 (fw_record_get (records->overrides->pdata[i], "finding"), finding) == 0)
      return records->overrides->pdata[i];
  return NULL;
}

/* A need may name several facts that serve as well as one another: the first that people have a word for is asked for. */
FwCaseItem *
_fw_case_blank_for (FwScene *scene,
                    FwCaseJudged *judged,
                    const char *need)
{
  g_auto (GStrv) paths = g_strsplit (need, " | ", -1);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      const FwLabel *label = strchr (paths[i], '[') == NULL ? fw_labels_find (judged->labels, paths[i]) : NULL;
      FwCaseItem *blank;

      if (label == NULL || !_fw_case_may_say (paths[i]))
        continue;
      blank = _fw_case_item_new (FW_TYPE_BLANK_FIELD, paths[i]);
      _fw_case_item_set_text (blank, "label", _fw_scene_pick (scene, label->zh, label->en));
      _fw_case_item_set_text (blank, "hint", _fw_scene_pick (scene, label->hint_zh, label->hint_en));
      _fw_case_item_set_text (blank, "kind", label->kind != NULL ? label->kind : "text");
      _fw_case_item_set_text (blank, "value", g_hash_table_lookup (judged->answers, paths[i]));
      _fw_case_item_set_truth (blank, "settable", TRUE);
      return blank;
    }
  return NULL;
}

/* What is not known yet: the paths, and what of it can be said here and now. */
static void
set_unknown (FwCaseItem *item,
             FwScene *scene,
             FwCaseJudged *judged,
             const FwFinding *finding)
{
  g_autoptr (GListStore) blanks = g_list_store_new (FW_TYPE_BLANK_FIELD);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; judged->labels != NULL && finding->unknown != NULL && finding->unknown[i] != NULL; i++)
    {
      g_autoptr (FwCaseItem) blank = _fw_case_blank_for (scene, judged, finding->unknown[i]);

      if (blank == NULL)
        continue;
      g_strv_builder_add (names, fw_case_item_get_text (blank, "label"));
      g_list_store_append (blanks, blank);
    }
  list = g_strv_builder_end (names);
  _fw_case_item_set_texts (item, "unknown", (const char *const *) finding->unknown);
  _fw_case_item_set_texts (item, "unknown-labels", (const char *const *) list);
  _fw_case_item_set_list (item, "blanks", G_LIST_MODEL (blanks));
}

/* What the pack calls the ways out, one for each in their order. */
static void
set_actions (FwCaseItem *item,
             FwScene *scene,
             FwPack *pack,
             const FwFinding *finding)
{
  GPtrArray *all = fw_pack_get_actions (pack);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; finding->actions[i] != NULL; i++)
    for (guint k = 0; k < all->len; k++)
      {
        const FwOption *action = all->pdata[k];

        if (g_str_equal (action->id, finding->actions[i]))
          g_strv_builder_add (titles, _fw_scene_pick (scene, action->text.zh, action->text.en));
      }
  list = g_strv_builder_end (titles);
  _fw_case_item_set_texts (item, "actions", (const char *const *) finding->actions);
  _fw_case_item_set_texts (item, "action-titles", (const char *const *) list);
}

static FwCaseItem *
finding_row (FwScene *scene,
             FwCaseJudged *judged,
             FwPack *pack,
             const FwFinding *finding)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_FINDING_ITEM, finding->id);
  FwRecord *override = find_override (judged->records, finding->id);

  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, finding->message.zh, finding->message.en));
  _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, finding->article.zh, finding->article.en));
  _fw_case_item_quote (item, scene, pack, finding->article.zh);
  _fw_case_item_take_text (item, "until", fw_date_to_string (finding->until));
  _fw_case_item_set_truth (item, "until-expected", finding->until_expected);
  _fw_case_item_set_text (item, "family", finding->family);
  if (g_str_has_prefix (finding->id, "missing."))
    _fw_case_item_set_text (item, "material", finding->id + strlen ("missing."));
  _fw_case_item_set_choice (item, "verdict", _fw_finding_verdict (finding));
  set_actions (item, scene, pack, finding);
  set_unknown (item, scene, judged, finding);
  _fw_case_item_set_truth (item, "can-override", finding->may_override && !finding->overridden);
  _fw_case_item_set_truth (item, "overridden", finding->overridden);
  if (override != NULL)
    {
      _fw_case_item_set_text (item, "override-by", fw_record_get (override, "by"));
      _fw_case_item_set_text (item, "override-reason", fw_record_get (override, "reason"));
    }
  return item;
}

/* A paper of the case will bring the material: until then nobody has to look for it. */
static gboolean
is_awaited (FwCaseJudged *judged,
            const FwFinding *finding)
{
  GPtrArray *needs = fw_assessment_get_materials (judged->assessment);

  for (guint i = 0; g_str_has_prefix (finding->id, "missing.") && i < needs->len; i++)
    {
      const FwMaterialNeed *need = needs->pdata[i];

      if (g_str_equal (need->id, finding->id + strlen ("missing.")))
        return need->awaited && g_strcmp0 (need->moment, "paper") != 0;
    }
  return FALSE;
}

/* What was checked, the gravest first; what holds stands last. */
GPtrArray *
_fw_case_finding_rows (FwScene *scene,
                       FwCaseJudged *judged,
                       FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *findings = judged->assessment != NULL ? fw_assessment_get_findings (judged->assessment) : NULL;

  for (int verdict = FW_VERDICT_BLOCKED; findings != NULL && verdict >= FW_VERDICT_CLEAR; verdict--)
    for (guint i = 0; i < findings->len; i++)
      if ((int) _fw_finding_verdict (findings->pdata[i]) == verdict && !is_awaited (judged, findings->pdata[i]))
        g_ptr_array_add (rows, finding_row (scene, judged, pack, findings->pdata[i]));
  return rows;
}
