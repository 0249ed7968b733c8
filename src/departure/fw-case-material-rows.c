#include "departure/fw-case-rows-private.h"

#include "departure/fw-case-papers-private.h"
#include "departure/fw-employee-facts-private.h"
#include "facts/fw-xpath.h"

static FwRecord *
find_evidence (FwCaseRecords *records,
               const char *kind)
{
  for (guint i = records->evidence->len; i > 0; i--)
    if (g_strcmp0 (fw_record_get (records->evidence->pdata[i - 1], "kind"), kind) == 0)
      return records->evidence->pdata[i - 1];
  return NULL;
}

/* A material may be proved by several files, such as the pages of a scan. */
static void
set_files (FwCaseItem *item,
           FwCaseRecords *records,
           const char *kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < records->evidence->len; i++)
    {
      FwRecord *evidence = records->evidence->pdata[i];
      const char *file = fw_record_get (evidence, "file-name");

      if (g_strcmp0 (fw_record_get (evidence, "kind"), kind) != 0)
        continue;
      g_ptr_array_add (names, (gpointer) (file != NULL ? file : fw_record_get (evidence, "title")));
      g_ptr_array_add (ids, (gpointer) fw_record_get_id (evidence));
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (ids, NULL);
  _fw_case_item_set_texts (item, "files", (const char *const *) names->pdata);
  _fw_case_item_set_texts (item, "file-ids", (const char *const *) ids->pdata);
}

static void
set_source (FwCaseItem *item,
            FwScene *scene,
            FwCaseRecords *records,
            const FwMaterialNeed *need)
{
  FwRecord *evidence = find_evidence (records, need->id);
  FwRecord *paper = _fw_case_records_issued (records, need->present && need->met_by != NULL ? need->met_by : need->id);

  if (evidence != NULL)
    {
      _fw_case_item_set_text (item, "evidence", fw_record_get_id (evidence));
      _fw_case_item_set_text (item, "source", fw_record_get (evidence, "title"));
      if (g_strcmp0 (fw_record_get (evidence, "media-type"), "text/csv") == 0 && fw_record_get (evidence, "file-name") == NULL)
        _fw_case_item_set_text (item, "source-kind", fw_record_get (evidence, "title"));
      _fw_case_item_set_text (item, "date", fw_record_get (evidence, "date"));
      _fw_case_item_set_text (item, "file-name", fw_record_get (evidence, "file-name"));
      _fw_case_item_set_text (item, "sha256", fw_record_get (evidence, "sha256"));
      _fw_case_item_set_count (item, "size", fw_record_get_count (evidence, "size", -1));
    }
  else if (paper != NULL)
    {
      _fw_case_item_set_text (item, "source", fw_record_get (paper, "title"));
      _fw_case_item_set_text (item, "date", fw_record_get (paper, "issued"));
      _fw_case_item_set_text (item, "sha256", fw_record_get (paper, "sha256"));
    }
  else if (need->present)
    _fw_case_item_set_picked (item, "source", scene, need->met.zh, need->met.en);
}

/* Whether a lawyer has said that the case goes on without a material. */
gboolean
_fw_case_is_set_aside (FwCaseJudged *judged,
                       const char *material)
{
  g_autofree char *id = g_strconcat ("missing.", material, NULL);
  const FwFinding *finding = fw_assessment_find (judged->assessment, id);

  return finding != NULL && finding->overridden;
}

/* The paper of the case's ground whose delivery brings the material, %NULL: none. */
static const char *
paper_for (FwCaseJudged *judged,
           const char *material)
{
  GPtrArray *papers = fw_assessment_get_documents (judged->assessment);

  for (guint i = 0; i < papers->len; i++)
    {
      const FwPaperDue *paper = papers->pdata[i];

      if (g_strcmp0 (paper->proof, material) == 0)
        return paper->id;
    }
  return NULL;
}

/* The place of an element among those of its name, from 0. */
static guint
place_of (FwXmlNode *node)
{
  guint place = 0;

  for (FwXmlNode *other = fw_xml_node_child (fw_xml_node_parent (node), fw_xml_node_name (node)); other != NULL && other != node;
       other = fw_xml_node_next (other, fw_xml_node_name (node)))
    place++;
  return place;
}

static void
add_found (GListStore *found,
           FwRecord *record)
{
  g_autoptr (FwCaseItem) item = _fw_case_item_new (FW_TYPE_FOUND_RECORD, fw_record_get_id (record));
  FwDate day = _fw_case_record_day (record);

  _fw_case_item_set_text (item, "kind", fw_record_get_kind (record)->name);
  _fw_case_item_take_text (item, "date", fw_date_to_string (day));
  _fw_case_item_set_object (item, "record", record);
  g_list_store_append (found, item);
}

/* What the person's records hold of a material, by what the pack says of it. What the case itself said of the person has no
 * record behind it and is not offered. */
static gboolean
set_found (FwCaseItem *item,
           FwScene *scene,
           FwCaseJudged *judged,
           const FwMaterial *material,
           GError **error)
{
  g_autoptr (GListStore) found = g_list_store_new (FW_TYPE_FOUND_RECORD);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (material == NULL || material->records == NULL)
    return TRUE;
  if (!fw_xpath_nodes (material->records, judged->facts, &nodes, error))
    return FALSE;
  if (nodes->len > 0 && (records = _fw_employee_facts_records (scene->store, material->record_kind,
                                                               fw_record_get (judged->records->row, "employee-id"),
                                                               scene->today, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    {
      guint place = place_of (nodes->pdata[i]);

      if (place < records->len && records->pdata[place] != NULL)
        add_found (found, records->pdata[place]);
    }
  _fw_case_item_set_list (item, "found", G_LIST_MODEL (found));
  _fw_case_item_set_picked (item, "ask", scene, material->ask.zh, material->ask.en);
  return TRUE;
}

static FwCaseItem *
material_row (FwScene *scene,
              FwCaseJudged *judged,
              const FwMaterialNeed *need,
              gboolean demanded)
{
  gboolean required = demanded && !_fw_case_is_set_aside (judged, need->id);
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_MATERIAL_ITEM, need->id);
  FwMaterialState state = FW_MATERIAL_RECOMMENDED;

  if (need->present)
    state = FW_MATERIAL_PRESENT;
  else if (required)
    state = (need->counts && !need->awaited) || g_strcmp0 (need->moment, "paper") == 0 ? FW_MATERIAL_MISSING
                                                                                        : FW_MATERIAL_LATER;
  _fw_case_item_set_picked (item, "title", scene, need->name.zh, need->name.en);
  _fw_case_item_set_picked (item, "why", scene, need->why.zh, need->why.en);
  _fw_case_item_set_picked (item, "without", scene, need->without.zh, need->without.en);
  _fw_case_item_set_picked (item, "how", scene, need->how.zh, need->how.en);
  _fw_case_item_set_picked (item, "article", scene, need->article.zh, need->article.en);
  _fw_case_item_set_text (item, "moment", need->moment);
  _fw_case_item_set_text (item, "document", need->awaited ? need->met_by : paper_for (judged, need->id));
  _fw_case_item_set_truth (item, "required", required);
  _fw_case_item_set_choice (item, "state", state);
  set_source (item, scene, judged->records, need);
  set_files (item, judged->records, need->id);
  return item;
}

static gboolean
add_materials (GPtrArray *rows,
               FwScene *scene,
               FwCaseJudged *judged,
               FwPack *pack,
               GPtrArray *needs,
               gboolean required,
               GError **error)
{
  for (guint i = 0; needs != NULL && i < needs->len; i++)
    {
      const FwMaterialNeed *need = needs->pdata[i];
      FwCaseItem *row = material_row (scene, judged, need, required);

      g_ptr_array_add (rows, row);
      _fw_case_item_quote (row, scene, pack, need->article.zh);
      if (judged->records->group != NULL && fw_pack_find_material (pack, need->id) != NULL)
        _fw_case_item_set_truth (row, "shared", fw_pack_find_material (pack, need->id)->shared);
      if (!need->present && !set_found (row, scene, judged, fw_pack_find_material (pack, need->id), error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_materials (gconstpointer a,
                   gconstpointer b,
                   gpointer user_data)
{
  return fw_case_item_get_choice (*(FwCaseItem **) a, "state") - fw_case_item_get_choice (*(FwCaseItem **) b, "state");
}

/* What the ground needs: missing first, then what is on file, then what its moment will bring, then what would be good. */
GPtrArray *
_fw_case_material_rows (FwScene *scene,
                        FwCaseJudged *judged,
                        FwPack *pack,
                        GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (judged->assessment == NULL)
    return g_steal_pointer (&rows);
  if (!add_materials (rows, scene, judged, pack, fw_assessment_get_materials (judged->assessment), TRUE, error) ||
      !add_materials (rows, scene, judged, pack, fw_assessment_get_recommended (judged->assessment), FALSE, error))
    return NULL;
  g_ptr_array_sort_with_data (rows, compare_materials, NULL);
  return g_steal_pointer (&rows);
}
