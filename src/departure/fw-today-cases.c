#include "departure/fw-case-private.h"
#include "departure/fw-case-records-private.h"
#include "departure/fw-talk-draft-private.h"
#include "departure/fw-today-private.h"

/* What the open departures ask for: each is judged as it stands today. */

static FwTodayItem *
add_for (FwToday *today,
         FwTodaySort sort,
         FwDate due,
         const FwCaseJudged *judged,
         const char *text)
{
  FwTodayItem *item = _fw_today_add (today->due, sort, due);

  _fw_today_name (item, judged->records->person);
  item->case_id = g_strdup (fw_record_get_id (judged->records->row));
  item->ground = g_strdup (judged->ground_title);
  item->text = g_strdup (text);
  return item;
}

static FwDate
date_of (FwCaseItem *item,
         const char *property)
{
  const char *text = fw_case_item_get_text (item, property);

  return text != NULL ? fw_date_from_string (text) : FW_DATE_UNKNOWN;
}

static void
add_tasks (FwToday *today,
           const FwCaseJudged *judged)
{
  GPtrArray *tasks = judged->lists[FW_CASE_LIST_TASKS];

  for (guint i = 0; i < tasks->len; i++)
    if (!fw_case_item_get_truth (tasks->pdata[i], "done"))
      add_for (today, FW_TODAY_TASK, date_of (tasks->pdata[i], "due"), judged, fw_case_item_get_text (tasks->pdata[i], "title"));
}

/* Days of the law count once something has been issued: before that they only follow from a last day that may change. */
static void
add_deadlines (FwToday *today,
               const FwCaseJudged *judged)
{
  GPtrArray *deadlines = judged->lists[FW_CASE_LIST_DEADLINES];

  for (guint i = 0; i < deadlines->len; i++)
    if (fw_date_is_known (date_of (deadlines->pdata[i], "date")))
      add_for (today, FW_TODAY_DEADLINE, date_of (deadlines->pdata[i], "date"), judged,
               fw_case_item_get_text (deadlines->pdata[i], "title"));
}

static gboolean
is_delivered (const FwCaseJudged *judged,
              FwRecord *issued)
{
  for (guint i = 0; i < judged->records->deliveries->len; i++)
    {
      FwRecord *delivery = judged->records->deliveries->pdata[i];

      if (g_strcmp0 (fw_record_get (delivery, "document-issued-id"), fw_record_get_id (issued)) == 0 &&
          g_strcmp0 (fw_record_get (delivery, "status"), "failed") != 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
title_of_paper (const FwCaseJudged *judged,
                const char *document)
{
  GPtrArray *documents = judged->lists[FW_CASE_LIST_DOCUMENTS];

  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (fw_case_item_get_id (documents->pdata[i]), document) == 0)
      return fw_case_item_get_text (documents->pdata[i], "title");
  return document;
}

static void
add_deliveries (FwToday *today,
                const FwCaseJudged *judged)
{
  for (guint i = 0; i < judged->records->issued->len; i++)
    {
      FwRecord *issued = judged->records->issued->pdata[i];

      if (fw_record_get (issued, "withdrawn") == NULL && !is_delivered (judged, issued))
        add_for (today, FW_TODAY_DELIVER, fw_record_get_date (issued, "issued"), judged,
                 title_of_paper (judged, fw_record_get (issued, "document")));
    }
}

static guint
count_rows (GPtrArray *rows,
            const char *choice,
            int value)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += fw_case_item_get_choice (rows->pdata[i], choice) == value;
  return n;
}

static void
add_case (FwToday *today,
          const FwCaseJudged *judged,
          FwCaseState state)
{
  FwTodayCase *one = g_new0 (FwTodayCase, 1);
  FwRecord *row = judged->records->row;
  FwRecord *person = judged->records->person;

  one->case_id = g_strdup (fw_record_get_id (row));
  one->number = g_strdup (fw_record_get (row, "number"));
  one->employee = g_strdup (fw_record_get_id (person));
  one->name = g_strdup (fw_record_get (person, "name"));
  one->post = _fw_today_post (person);
  one->kind = g_strdup (fw_record_get (row, "kind"));
  one->ground = g_strdup (judged->ground_title);
  one->last_day = g_strdup (fw_record_get (row, "last-day"));
  one->state = state;
  one->verdict = judged->verdicts[FW_CASE_STEP_SUMMARY];
  if (one->verdict == FW_VERDICT_BLOCKED)
    one->count = count_rows (judged->lists[FW_CASE_LIST_FINDINGS], "verdict", FW_VERDICT_BLOCKED);
  else if (one->verdict == FW_VERDICT_MISSING)
    one->count = count_rows (judged->lists[FW_CASE_LIST_MATERIALS], "state", FW_MATERIAL_MISSING);
  g_ptr_array_add (today->cases, one);
}

/* One row a figure, however many cases use it. */
static void
add_figures (FwToday *today,
             const FwCaseJudged *judged)
{
  GPtrArray *figures = judged->lists[FW_CASE_LIST_FIGURES];

  for (guint i = 0; i < figures->len; i++)
    {
      const char *title = fw_case_item_get_text (figures->pdata[i], "title");
      FwTodayItem *item = NULL;

      if (fw_case_item_get_truth (figures->pdata[i], "confirmed") || !fw_case_item_get_truth (figures->pdata[i], "used"))
        continue;
      for (guint w = 0; w < today->warnings->len && item == NULL; w++)
        if (g_strcmp0 (((FwTodayItem *) today->warnings->pdata[w])->text, title) == 0)
          item = today->warnings->pdata[w];
      if (item == NULL)
        {
          item = _fw_today_add (today->warnings, FW_TODAY_FIGURE, FW_DATE_UNKNOWN);
          item->text = g_strdup (title);
          item->case_id = g_strdup (fw_record_get_id (judged->records->row));
        }
      item->count++;
    }
}

/* What a change of law or figures made of the case, until somebody has acknowledged it. */
static void
add_changes (FwToday *today,
             const FwCaseJudged *judged)
{
  GPtrArray *rows = judged->lists[FW_CASE_LIST_CHANGES];
  FwTodayItem *item;

  if (rows->len == 0 || judged->records->basis != NULL)
    return;
  item = _fw_today_add (today->warnings, FW_TODAY_CHANGED, FW_DATE_UNKNOWN);
  _fw_today_name (item, judged->records->person);
  item->case_id = g_strdup (fw_record_get_id (judged->records->row));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *before = fw_case_item_get_text (rows->pdata[i], "before");
      const char *after = fw_case_item_get_text (rows->pdata[i], "after");

      if (g_str_equal (fw_case_item_get_id (rows->pdata[i]), "amount/severance") && before != NULL && after != NULL)
        item->text = g_strdup_printf ("%s %s", before, after);
    }
}

/* What a talk leaves to do: its end, where somebody went away from it, its minutes, while they wait in its draft, and the prints of those that were to be signed by hand. */
static gboolean
add_talks (FwScene *scene,
           FwToday *today,
           const FwCaseJudged *judged,
           GError **error)
{
  static const char *const by_hand[] = { "paper", "refused", NULL };
  const char *id = fw_record_get_id (judged->records->row);
  g_autoptr (GError) problem = NULL;
  g_autofree char *draft = fw_store_dup_draft (scene->store, FW_TALK_DRAFT_OWNER, id, &problem);
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", id);
  g_autoptr (GPtrArray) talks = NULL;
  FwDate day;

  if (draft != NULL && _fw_talk_draft_is_held (draft, &day))
    add_for (today, FW_TODAY_TALK, day, judged, NULL);
  if (draft != NULL && _fw_talk_draft_is_read_back (draft, &day))
    add_for (today, FW_TODAY_MINUTES, day, judged, NULL);
  fw_query_one_of (query, "signing", by_hand);
  fw_query_where (query, "signed-copy-id", FW_QUERY_UNKNOWN, NULL);
  talks = problem == NULL ? fw_store_list (scene->store, "talk", query, NULL, &problem) : NULL;
  for (guint i = 0; talks != NULL && i < talks->len; i++)
    add_for (today, FW_TODAY_SIGNED_PRINT, fw_record_get_date (talks->pdata[i], "on"), judged, NULL);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return talks != NULL;
}

static gboolean
read_case (FwScene *scene,
           FwToday *today,
           FwRecord *row,
           GCancellable *cancellable,
           GError **error)
{
  const char *id = fw_record_get_id (row);
  FwCaseState state = _fw_case_state_parse (fw_record_get (row, "state"));
  g_autoptr (FwCaseKept) kept = _fw_case_kept_load (scene->store, id, error);
  g_autoptr (FwCaseJudged) judged =
    kept != NULL ? _fw_case_judge_now (scene, id, kept->pending, cancellable, error) : NULL;

  if (judged == NULL)
    return FALSE;
  add_case (today, judged, state);
  add_figures (today, judged);
  add_changes (today, judged);
  add_tasks (today, judged);
  if (!add_talks (scene, today, judged, error))
    return FALSE;
  if (fw_record_get (row, "paused") != NULL)
    {
      add_for (today, FW_TODAY_LOOK_AGAIN, fw_record_get_date (row, "look-again"), judged, fw_record_get (row, "pause-reason"));
      return TRUE;
    }
  if (state == FW_CASE_STATE_SUBMITTED)
    add_for (today, FW_TODAY_APPROVE, FW_DATE_UNKNOWN, judged, NULL);
  else if (state == FW_CASE_STATE_RETURNED)
    add_for (today, FW_TODAY_RETURNED, FW_DATE_UNKNOWN, judged, NULL);
  add_deliveries (today, judged);
  if (state == FW_CASE_STATE_ISSUED || state == FW_CASE_STATE_DELIVERED)
    add_deadlines (today, judged);
  return TRUE;
}

/* Adds the open departures and what each of them asks for. */
gboolean
_fw_today_read_cases (FwScene *scene,
                      FwToday *today,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fw_query_where (query, "state", FW_QUERY_DIFFERS, "closed");
  fw_query_where (query, "state", FW_QUERY_DIFFERS, "withdrawn");
  fw_query_order (query, "seq", TRUE);
  rows = fw_store_list (scene->store, "case", query, cancellable, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !read_case (scene, today, rows->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}
