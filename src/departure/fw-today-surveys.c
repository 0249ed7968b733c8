#include "departure/fw-survey.h"
#include "departure/fw-today-private.h"

/* Who left some weeks ago and has not been asked how it was handled. */

#define DAYS_BEFORE 7  /* so early it is in the book */
#define DAYS_AFTER  42 /* so long nobody is asked any more */

static gboolean
was_seen_to (FwScene *scene,
             const char *case_id,
             gboolean *seen,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", case_id);
  g_autoptr (GPtrArray) tasks = NULL;

  fw_query_where (query, "kind", FW_QUERY_EQUALS, FW_SURVEY_TASK);
  tasks = fw_store_list (scene->store, "task", query, NULL, error);
  *seen = tasks != NULL && tasks->len > 0;
  return tasks != NULL;
}

static gboolean
add_survey (FwScene *scene,
            FwToday *today,
            FwRecord *row,
            GError **error)
{
  FwTodayItem *item;
  g_autoptr (FwRecord) person = NULL;
  gboolean seen;

  if (!was_seen_to (scene, fw_record_get_id (row), &seen, error))
    return FALSE;
  if (seen)
    return TRUE;
  person = fw_store_get (scene->store, "employee-overview", fw_record_get (row, "employee-id"), error);
  if (person == NULL)
    return FALSE;
  item = _fw_today_add (today->due, FW_TODAY_SURVEY, fw_date_add_days (fw_record_get_date (row, "last-day"), FW_SURVEY_DAYS));
  _fw_today_name (item, person);
  item->case_id = g_strdup (fw_record_get_id (row));
  return TRUE;
}

/* Adds to the book whom to ask. Departures that were brought in by a file were not handled here, and of the kind "other" nobody may be there to
 * ask. */
gboolean
_fw_today_read_surveys (FwScene *scene,
                        FwToday *today,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *from = fw_date_to_string (fw_date_add_days (today->day, -FW_SURVEY_DAYS - DAYS_AFTER));
  g_autofree char *to = fw_date_to_string (fw_date_add_days (today->day, DAYS_BEFORE - FW_SURVEY_DAYS));
  static const char *const states[] = { "delivered", "closed", NULL };
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fw_query_one_of (query, "state", states);
  fw_query_where (query, "kind", FW_QUERY_DIFFERS, "other");
  fw_query_where (query, "opened-by", FW_QUERY_KNOWN, NULL);
  fw_query_where (query, "last-day", FW_QUERY_AT_LEAST, from);
  fw_query_where (query, "last-day", FW_QUERY_AT_MOST, to);
  fw_query_order (query, "last-day", FALSE);
  rows = fw_store_list (scene->store, "case", query, cancellable, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!add_survey (scene, today, rows->pdata[i], error))
      return FALSE;
  return rows != NULL;
}
