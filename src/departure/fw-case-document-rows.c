#include "departure/fw-case-papers-private.h"

#include "departure/fw-case-rows-private.h"
#include "departure/fw-engine-private.h"

/* Why a paper cannot be issued, in the words of the pack. */
typedef struct
{
  const char *kind; /* check, material, time, blank, wording, read-again or paper */
  char *id;
  char *text;
} FwPaperReason;

/* Whether a material of @need's moment must be there before a paper of @moment is issued. */
static gboolean
is_due (const FwMaterialNeed *need,
        const char *moment)
{
  return g_strcmp0 (need->moment, moment) == 0 || g_strcmp0 (need->moment, "paper") == 0;
}

static void
add_reason (GPtrArray *reasons,
            const char *kind,
            const char *id,
            const char *text)
{
  FwPaperReason *reason = g_new0 (FwPaperReason, 1);

  reason->kind = kind;
  reason->id = g_strdup (id);
  reason->text = g_strdup (text);
  g_ptr_array_add (reasons, reason);
}

static void
reason_free (FwPaperReason *reason)
{
  g_free (reason->id);
  g_free (reason->text);
  g_free (reason);
}

static void
add_findings (GPtrArray *reasons,
              FwScene *scene,
              FwCaseJudged *judged)
{
  GPtrArray *findings = fw_assessment_get_findings (judged->assessment);

  for (guint i = 0; i < findings->len; i++)
    {
      const FwFinding *finding = findings->pdata[i];

      if (_fw_finding_verdict (finding) == FW_VERDICT_BLOCKED)
        add_reason (reasons, "check", finding->id, _fw_scene_pick (scene, finding->message.zh, finding->message.en));
    }
}

static const FwMaterialNeed *
find_need (FwCaseJudged *judged,
           const char *material)
{
  GPtrArray *needs = fw_assessment_get_materials (judged->assessment);

  for (guint i = 0; material != NULL && i < needs->len; i++)
    if (g_str_equal (((const FwMaterialNeed *) needs->pdata[i])->id, material))
      return needs->pdata[i];
  return NULL;
}

static void
add_materials (GPtrArray *reasons,
               FwScene *scene,
               FwCaseJudged *judged,
               const char *moment)
{
  GPtrArray *needs = fw_assessment_get_materials (judged->assessment);

  for (guint i = 0; i < needs->len; i++)
    {
      const FwMaterialNeed *need = needs->pdata[i];

      if (!need->present && is_due (need, moment) && !_fw_case_is_set_aside (judged, need->id))
        add_reason (reasons, "material", need->id, _fw_scene_pick (scene, need->name.zh, need->name.en));
    }
}

/* A check that bars the paper bars it once, although the paper names it too. */
static gboolean
has_reason (GPtrArray *reasons,
            const char *kind,
            const char *id)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const FwPaperReason *reason = reasons->pdata[i];

      if (g_str_equal (reason->kind, kind) && g_str_equal (reason->id, id))
        return TRUE;
    }
  return FALSE;
}

static void
add_look (GPtrArray *reasons,
          FwScene *scene,
          FwPaperLook *look)
{
  for (guint i = 0; i < look->blanks->len; i++)
    add_reason (reasons, "blank", fw_case_item_get_id (look->blanks->pdata[i]),
                fw_case_item_get_text (look->blanks->pdata[i], "label"));
  for (guint i = 0; look->stops[i] != NULL; i += 3)
    if (!has_reason (reasons, "check", look->stops[i]))
      add_reason (reasons, "wording", "wording", look->stops[i + (scene->chinese ? 1 : 2)]);
  if (look->read_again)
    add_reason (reasons, "read-again", "wording", look->title);
}

/* What the pack says has to be before the paper; of the materials those that the ground asks for. */
static void
add_waits (GPtrArray *reasons,
           FwScene *scene,
           FwCaseJudged *judged,
           GPtrArray *waits)
{
  for (guint i = 0; i < waits->len; i++)
    {
      const FwPaperWait *wait = waits->pdata[i];
      const FwMaterialNeed *need = wait->material != NULL ? find_need (judged, wait->material) : NULL;

      if (wait->material == NULL)
        add_reason (reasons, "time", "time", _fw_scene_pick (scene, wait->message.zh, wait->message.en));
      else if (need != NULL && !need->present && !_fw_case_is_set_aside (judged, need->id) && !has_reason (reasons, "material", need->id))
        add_reason (reasons, "material", need->id, _fw_scene_pick (scene, need->name.zh, need->name.en));
    }
}

/* Why a paper cannot be issued now (FwPaperReason); none: it can. A paper that the pack ties to no moment waits for no check, and
 * for no material but those it names. */
static GPtrArray *
find_reasons (FwScene *scene,
              FwCaseJudged *judged,
              const char *moment,
              GPtrArray *waits,
              FwPaperLook *look)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);

  if (moment != NULL)
    {
      add_findings (reasons, scene, judged);
      add_materials (reasons, scene, judged, moment);
    }
  if (look != NULL)
    add_look (reasons, scene, look);
  add_waits (reasons, scene, judged, waits);
  return reasons;
}

/* One sentence a line, in English around what the pack says. */
char *
_fw_case_reasons_to_text (FwCaseItem *document)
{
  const char *const *texts = fw_case_item_get_texts (document, "reasons");
  const char *const *kinds = fw_case_item_get_texts (document, "reason-kinds");
  const char *const *ids = fw_case_item_get_texts (document, "reason-ids");
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (told, '\n');
      if (g_str_equal (kinds[i], "material"))
        g_string_append_printf (told, "missing material %s: %s", ids[i], texts[i]);
      else if (g_str_equal (kinds[i], "blank"))
        g_string_append_printf (told, "to be filled in %s: %s", ids[i], texts[i]);
      else if (g_str_equal (kinds[i], "read-again"))
        g_string_append (told, "a changed wording must be read again: the facts behind it have changed");
      else
        g_string_append_printf (told, "%s %s: %s", kinds[i], ids[i], texts[i]);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static const char *
delivered_on (FwCaseRecords *records,
              FwRecord *issued)
{
  for (guint i = 0; i < records->deliveries->len; i++)
    if (g_strcmp0 (fw_record_get (records->deliveries->pdata[i], "document-issued-id"), fw_record_get_id (issued)) == 0 &&
        g_strcmp0 (fw_record_get (records->deliveries->pdata[i], "status"), "failed") != 0)
      return fw_record_get (records->deliveries->pdata[i], "on");
  return NULL;
}

static void
set_issued (FwCaseItem *item,
            FwCaseRecords *records,
            FwRecord *issued)
{
  _fw_case_item_set_text (item, "number", fw_record_get (issued, "number"));
  _fw_case_item_set_text (item, "issued-on", fw_record_get (issued, "issued"));
  _fw_case_item_set_text (item, "issued-id", fw_record_get_id (issued));
  _fw_case_item_set_text (item, "sha256", fw_record_get (issued, "sha256"));
  _fw_case_item_set_text (item, "delivered-on", delivered_on (records, issued));
  _fw_case_item_set_count (item, "pages", fw_record_get_count (issued, "pages", -1));
  _fw_case_item_set_count (item, "blanks", 0);
  _fw_case_item_set_choice (item, "state", FW_PAPER_ISSUED);
}

static void
set_reasons (FwCaseItem *item,
             GPtrArray *reasons)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) text_list = NULL;
  g_auto (GStrv) kind_list = NULL;
  g_auto (GStrv) id_list = NULL;

  for (guint i = 0; i < reasons->len; i++)
    {
      const FwPaperReason *reason = reasons->pdata[i];

      g_strv_builder_add (texts, reason->text);
      g_strv_builder_add (kinds, reason->kind);
      g_strv_builder_add (ids, reason->id);
    }
  text_list = g_strv_builder_end (texts);
  kind_list = g_strv_builder_end (kinds);
  id_list = g_strv_builder_end (ids);
  _fw_case_item_set_texts (item, "reasons", (const char *const *) text_list);
  _fw_case_item_set_texts (item, "reason-kinds", (const char *const *) kind_list);
  _fw_case_item_set_texts (item, "reason-ids", (const char *const *) id_list);
}

/* Where a fact comes from that is not for the papers page to ask for: what is worked out comes of the money page. */
static FwCaseStep
step_of (const char *path)
{
  static const struct
  {
    const char *prefix;
    FwCaseStep step;
  } origins[] = {
    { "assessment", FW_CASE_STEP_MONEY },  { "local", FW_CASE_STEP_MONEY },
    { "evidence", FW_CASE_STEP_MATERIALS }, { "override", FW_CASE_STEP_CHECKS },
    { "employee/protection", FW_CASE_STEP_WHO }, { "departure/@ground", FW_CASE_STEP_WAY },
    { "departure/@kind", FW_CASE_STEP_WAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    if (g_str_has_prefix (path, origins[i].prefix))
      return origins[i].step;
  return FW_CASE_STEP_PAPERS;
}

/* A blank of this case, with what is there of it. */
static FwCaseItem *
blank_row (FwCaseJudged *judged,
           FwCaseItem *blank)
{
  FwCaseItem *row = _fw_case_item_new (FW_TYPE_BLANK_FIELD, fw_case_item_get_id (blank));
  static const char *const properties[] = { "label", "kind", "hint" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    _fw_case_item_set_text (row, properties[i], fw_case_item_get_text (blank, properties[i]));
  _fw_case_item_set_text (row, "value", g_hash_table_lookup (judged->answers, fw_case_item_get_id (blank)));
  _fw_case_item_set_truth (row, "settable", _fw_case_may_say (fw_case_item_get_id (blank)));
  _fw_case_item_set_choice (row, "step", step_of (fw_case_item_get_id (blank)));
  return row;
}

/* What stands in the way of a paper; a paper that cannot even be laid out says why. */
static void
set_look (FwCaseItem *item,
          FwScene *scene,
          FwCaseJudged *judged,
          const char *moment,
          GPtrArray *waits,
          FwPaperLook *look,
          GError *problem)
{
  g_autoptr (GPtrArray) reasons = find_reasons (scene, judged, moment, waits, look);
  g_autoptr (GListStore) missing = g_list_store_new (FW_TYPE_BLANK_FIELD);

  if (problem != NULL)
    add_reason (reasons, "paper", fw_case_item_get_id (item), problem->message);
  for (guint i = 0; look != NULL && i < look->blanks->len; i++)
    {
      g_autoptr (FwCaseItem) blank = blank_row (judged, look->blanks->pdata[i]);

      g_list_store_append (missing, blank);
    }
  _fw_case_item_set_choice (item, "state", reasons->len == 0 ? FW_PAPER_READY : FW_PAPER_DRAFT);
  if (look != NULL)
    {
      _fw_case_item_set_count (item, "blanks", look->blanks->len);
      _fw_case_item_set_truth (item, "read-again", look->read_again);
    }
  _fw_case_item_set_list (item, "missing", G_LIST_MODEL (missing));
  set_reasons (item, reasons);
}

/* Making its papers takes longer than all the rest of a judging: the same facts are not looked at twice. typeface: of all papers of one
 * judging, made with the first. */
static FwPaperLook *
find_look (FwScene *scene,
           FwCaseJudged *judged,
           const char *document,
           FwTypeface **typeface,
           GError **error)
{
  g_autofree char *key = _fw_paper_key (scene, judged, document);
  FwPaperLook *look = _fw_engine_find (scene->engine, key);

  if (look != NULL)
    return _fw_paper_look_ref (look);
  if (*typeface == NULL)
    *typeface = fw_typeface_new ();
  look = _fw_paper_look (scene, judged, document, *typeface, error);
  if (look != NULL)
    _fw_engine_keep (scene->engine, key, _fw_paper_look_ref (look), (GDestroyNotify) _fw_paper_look_unref);
  return look;
}

static FwCaseItem *
document_row (FwScene *scene,
              FwCaseJudged *judged,
              FwPack *pack,
              const FwPaperDue *due,
              FwTypeface **typeface)
{
  g_autoptr (FwCaseItem) item = _fw_case_item_new (FW_TYPE_CASE_DOCUMENT, due->id);
  FwRecord *issued = _fw_case_records_issued (judged->records, due->id);
  const FwPaper *paper = fw_pack_find_paper (pack, due->id);
  const char *moment = paper != NULL ? paper->moment : NULL;
  g_autoptr (FwPaperLook) look = NULL;
  g_autoptr (GError) problem = NULL;

  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, due->title.zh, due->title.en));
  _fw_case_item_set_text (item, "moment", moment);
  _fw_case_item_set_truth (item, "shared", judged->records->group != NULL && paper != NULL && paper->shared);
  _fw_case_item_set_text (item, "delivered", due->delivered);
  _fw_case_item_set_text (item, "proof", due->proof);
  if (issued != NULL)
    {
      set_issued (item, judged->records, issued);
      return g_steal_pointer (&item);
    }
  look = find_look (scene, judged, due->id, typeface, &problem);
  set_look (item, scene, judged, moment, due->waits, look, problem);
  return g_steal_pointer (&item);
}

static gboolean
is_present (FwCaseJudged *judged,
            const char *material)
{
  const FwMaterialNeed *need = find_need (judged, material);

  return need != NULL && need->present;
}

/* The day on which the paper arrived, where that was told without it: of a notice it may be a day to come, so that counts for none. */
static gboolean
was_told (FwScene *scene,
          FwCaseJudged *judged,
          const FwPaper *paper)
{
  g_auto (GStrv) paths = paper->delivered != NULL && paper->moment == NULL ? g_strsplit (paper->delivered, " ", -1) : NULL;
  FwDate day = paths != NULL ? fw_date_from_string (fw_facts_get (judged->facts, paths[0])) : FW_DATE_UNKNOWN;

  return fw_date_is_known (day) && fw_date_compare (day, scene->today) <= 0;
}

static gboolean
is_barred (FwCaseJudged *judged,
           const char *checks)
{
  GPtrArray *findings = fw_assessment_get_findings (judged->assessment);

  for (guint i = 0; i < findings->len; i++)
    {
      const FwFinding *finding = findings->pdata[i];

      if (g_pattern_match_simple (checks, finding->id) && _fw_finding_verdict (finding) == FW_VERDICT_BLOCKED)
        return TRUE;
    }
  return FALSE;
}

/* Whether the paper is still to be made: it was neither issued nor told without the program, and does not only go with another. */
static gboolean
is_to_be_made (FwScene *scene,
               FwCaseJudged *judged,
               const FwPaper *paper,
               FwCaseItem *row)
{
  return !paper->beside && (paper->barred == NULL || is_barred (judged, paper->barred)) &&
         fw_case_item_get_choice (row, "state") != FW_PAPER_ISSUED && !is_present (judged, paper->proof) &&
         !was_told (scene, judged, paper);
}

/* The pack lists the papers of a ground in the order of their time. The next one is the first that is to be made behind what the case
 * is about, once that was issued; else the first of all. */
static void
mark_due (FwScene *scene,
          FwCaseJudged *judged,
          FwPack *pack,
          GPtrArray *rows)
{
  FwCaseItem *first = NULL;
  FwCaseItem *due = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      FwCaseItem *row = rows->pdata[i];
      const FwPaper *paper = fw_pack_find_paper (pack, fw_case_item_get_id (row));

      if (paper == NULL)
        continue;
      if (g_strcmp0 (paper->moment, "paper") == 0 && fw_case_item_get_choice (row, "state") == FW_PAPER_ISSUED)
        due = NULL;
      if (!is_to_be_made (scene, judged, paper, row))
        continue;
      first = first != NULL ? first : row;
      due = due != NULL ? due : row;
    }
  if (first != NULL)
    _fw_case_item_set_truth (due != NULL ? due : first, "due", TRUE);
}

/* The papers of this case: those issued as they are, the others as they would be now. */
GPtrArray *
_fw_case_document_rows (FwScene *scene,
                        FwCaseJudged *judged,
                        FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *papers = judged->assessment != NULL ? fw_assessment_get_documents (judged->assessment) : NULL;
  g_autoptr (FwTypeface) typeface = NULL;

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      FwCaseItem *row = document_row (scene, judged, pack, papers->pdata[i], &typeface);

      g_ptr_array_add (rows, row);
    }
  mark_due (scene, judged, pack, rows);
  return rows;
}
