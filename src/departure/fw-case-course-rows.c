#include "departure/fw-case-rows-private.h"

/* The course of a case: by when what has to be done, who has taken on what, how papers reached the person, what happened. */

static FwCaseItem *
deadline_row (FwScene *scene,
              FwPack *pack,
              const FwDeadline *deadline)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_DEADLINE_ITEM, deadline->id);

  _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, deadline->title.zh, deadline->title.en));
  _fw_case_item_set_text (item, "article", _fw_scene_pick (scene, deadline->article.zh, deadline->article.en));
  _fw_case_item_quote (item, scene, pack, deadline->article.zh);
  _fw_case_item_take_text (item, "date", fw_date_to_string (deadline->date));
  return item;
}

/* Days are texts that sort as they follow one another; what has none yet comes last. */
static int
compare_by (FwCaseItem *a,
            FwCaseItem *b,
            const char *property)
{
  const char *left = fw_case_item_get_text (a, property), *right = fw_case_item_get_text (b, property);

  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);
  return g_strcmp0 (left, right);
}

static int
compare_deadlines_cb (gconstpointer a,
                      gconstpointer b)
{
  return compare_by (*(FwCaseItem **) a, *(FwCaseItem **) b, "date");
}

static int
compare_tasks_cb (gconstpointer a,
                  gconstpointer b)
{
  FwCaseItem *left = *(FwCaseItem **) a, *right = *(FwCaseItem **) b;
  int done = fw_case_item_get_truth (left, "done") - fw_case_item_get_truth (right, "done");

  return done != 0 ? done : compare_by (left, right, "due");
}

/* What the law wants by when, in the order of the days. */
GPtrArray *
_fw_case_deadline_rows (FwScene *scene,
                        FwCaseJudged *judged,
                        FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all = judged->assessment != NULL ? fw_assessment_get_deadlines (judged->assessment) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    g_ptr_array_add (rows, deadline_row (scene, pack, all->pdata[i]));
  g_ptr_array_sort (rows, compare_deadlines_cb);
  return rows;
}

/* What somebody has taken on: the open ones first, by their days. */
GPtrArray *
_fw_case_task_rows (FwCaseJudged *judged)
{
  static const char *const fields[] = { "kind", "title", "assignee", "due" };
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *tasks = judged->records->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_TASK_ITEM, fw_record_get_id (tasks->pdata[i]));

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        _fw_case_item_set_text (item, fields[k], fw_record_get (tasks->pdata[i], fields[k]));
      _fw_case_item_set_text (item, "done-on", fw_record_get (tasks->pdata[i], "done"));
      _fw_case_item_set_truth (item, "done", fw_record_get (tasks->pdata[i], "done") != NULL);
      g_ptr_array_add (rows, item);
    }
  g_ptr_array_sort (rows, compare_tasks_cb);
  return rows;
}

static FwRecord *
find_issued (FwCaseRecords *records,
             const char *id)
{
  for (guint i = 0; i < records->issued->len; i++)
    if (g_strcmp0 (fw_record_get_id (records->issued->pdata[i]), id) == 0)
      return records->issued->pdata[i];
  return NULL;
}

/* How issued papers reached the person, or did not, in the order in which it was tried. */
GPtrArray *
_fw_case_delivery_rows (FwCaseJudged *judged)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *deliveries = judged->records->deliveries;

  for (guint i = 0; i < deliveries->len; i++)
    {
      FwRecord *delivery = deliveries->pdata[i];
      FwRecord *paper = find_issued (judged->records, fw_record_get (delivery, "document-issued-id"));
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_DELIVERY_ITEM, fw_record_get_id (delivery));

      if (paper != NULL)
        {
          _fw_case_item_set_text (item, "document", fw_record_get (paper, "document"));
          _fw_case_item_set_text (item, "title", fw_record_get (paper, "title"));
        }
      _fw_case_item_set_text (item, "by", fw_record_get (delivery, "by"));
      _fw_case_item_set_text (item, "on", fw_record_get (delivery, "on"));
      _fw_case_item_set_text (item, "who", fw_record_get (delivery, "delivered-by"));
      _fw_case_item_set_text (item, "why", fw_record_get (delivery, "note"));
      _fw_case_item_set_text (item, "evidence", fw_record_get (delivery, "evidence-id"));
      _fw_case_item_set_truth (item, "failed", g_strcmp0 (fw_record_get (delivery, "status"), "failed") == 0);
      g_ptr_array_add (rows, item);
    }
  return rows;
}

/* What an event is about, by the name that people know it by. */
static const char *
name_about (FwScene *scene,
            FwPack *pack,
            FwEvent *event)
{
  const char *document = fw_event_get_detail (event, "document");
  const char *material = fw_event_get_detail (event, "material");
  const FwPaper *paper = document != NULL ? fw_pack_find_paper (pack, document) : NULL;
  const FwMaterial *named = material != NULL ? fw_pack_find_material (pack, material) : NULL;

  if (paper != NULL)
    return _fw_scene_pick (scene, paper->name.zh, paper->name.en);
  if (named != NULL)
    return _fw_scene_pick (scene, named->name.zh, named->name.en);
  return fw_event_get_detail (event, "about");
}

static FwCaseItem *
event_row (FwScene *scene,
           FwPack *pack,
           GTimeZone *zone,
           FwEvent *event)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_EVENT_ITEM, fw_event_get_id (event));
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (fw_event_get_time (event), NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_timezone (moment, zone) : NULL;

  _fw_case_item_set_text (item, "what", fw_event_get_what (event));
  _fw_case_item_set_text (item, "who", fw_event_get_who (event));
  _fw_case_item_set_text (item, "why", fw_event_get_why (event));
  _fw_case_item_set_text (item, "about", name_about (scene, pack, event));
  if (local != NULL)
    {
      _fw_case_item_take_text (item, "on", g_date_time_format (local, "%Y-%m-%d"));
      _fw_case_item_take_text (item, "at", g_date_time_format (local, "%H:%M"));
    }
  return item;
}

/* The audit of the case, the newest first. */
GPtrArray *
_fw_case_event_rows (FwScene *scene,
                     FwCaseJudged *judged,
                     FwPack *pack)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) zone = fw_store_dup_time_zone (scene->store);
  GPtrArray *events = judged->records->events;

  for (guint i = events->len; i > 0; i--)
    g_ptr_array_add (rows, event_row (scene, pack, zone, events->pdata[i - 1]));
  return rows;
}
