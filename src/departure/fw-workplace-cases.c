#include "departure/fw-case-register-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-private.h"
#include "departure/fw-case-rows-private.h"
#include "departure/fw-engine-private.h"
#include "store/fw-search.h"

/* Cases as rows of a list: read page by page, the newest first. */

/* People whose names are searched for, at most: who finds more searches on. */
#define MOST_PEOPLE 200

static FwCaseItem *
case_row (FwStore *store,
          FwRecord *row,
          GError **error)
{
  static const char *const fields[] = { "number", "kind", "ground", "last-day", "pause-reason", "look-again" };
  g_autoptr (FwRecord) person = fw_store_get (store, "employee-overview", fw_record_get (row, "employee-id"), error);
  FwCaseItem *item;

  if (person == NULL)
    return NULL;
  item = _fw_case_item_new (FW_TYPE_CASE_ROW, fw_record_get_id (row));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    _fw_case_item_set_text (item, fields[i], fw_record_get (row, fields[i]));
  _fw_case_item_set_text (item, "opened-on", fw_record_get (row, "opened"));
  _fw_case_item_set_text (item, "paused-on", fw_record_get (row, "paused"));
  _fw_case_item_set_text (item, "employee", fw_record_get (row, "employee-id"));
  _fw_case_item_set_text (item, "employee-name", fw_record_get (person, "name"));
  _fw_case_item_set_text (item, "employee-number", fw_record_get (person, "number"));
  _fw_case_item_set_text (item, "department", fw_record_get (person, "department"));
  _fw_case_item_set_choice (item, "state", _fw_case_state_parse (fw_record_get (row, "state")));
  return item;
}

/* Ids of grounds mostly begin with that of their pack, so that one pack is read and not all of them. */
static const FwGround *
find_ground (FwPacks *packs,
             const char *id)
{
  g_autofree char *first = g_strndup (id, strcspn (id, "."));
  FwPack *pack = fw_packs_get (packs, first, NULL);
  const FwGround *ground = pack != NULL ? fw_pack_find_ground (pack, id) : NULL;
  g_auto (GStrv) ids = ground == NULL ? fw_packs_list (packs) : NULL;

  for (guint i = 0; ground == NULL && ids[i] != NULL; i++)
    {
      pack = fw_packs_get (packs, ids[i], NULL);
      ground = pack != NULL ? fw_pack_find_ground (pack, id) : NULL;
    }
  return ground;
}

/* What the packs call the grounds of the rows; a ground whose pack is gone keeps its id. */
static void
name_grounds (FwScene *scene,
              GPtrArray *rows)
{
  FwPacks *packs = _fw_engine_lock (scene->engine, NULL);

  if (packs == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *id = fw_case_item_get_text (rows->pdata[i], "ground");
      const FwGround *ground = id != NULL ? find_ground (packs, id) : NULL;

      if (ground != NULL)
        _fw_case_item_set_text (rows->pdata[i], "ground-title",
                                _fw_scene_pick (scene, ground->title.zh, ground->title.en));
    }
  _fw_engine_unlock (scene->engine);
}

/* The conditions of what is shown. */
static void
show_only (FwQuery *query,
           FwCaseShow show)
{
  static const char *const ended[] = { "closed", "withdrawn", NULL };

  if (show == FW_CASE_SHOW_ENDED)
    fw_query_one_of (query, "state", ended);
  else if (show == FW_CASE_SHOW_SUBMITTED)
    fw_query_where (query, "state", FW_QUERY_EQUALS, "submitted");
  if (show == FW_CASE_SHOW_OPEN || show == FW_CASE_SHOW_PAUSED)
    for (guint i = 0; ended[i] != NULL; i++)
      fw_query_where (query, "state", FW_QUERY_DIFFERS, ended[i]);
  if (show == FW_CASE_SHOW_PAUSED)
    fw_query_where (query, "paused", FW_QUERY_KNOWN, NULL);
}

/* The ids of the people that a text finds. */
static GStrv
find_people (FwStore *store,
             const char *text,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GArray) seqs = fw_store_search (store, text, NULL, cancellable, error);
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) people = NULL;

  if (seqs == NULL)
    return NULL;
  if (seqs->len == 0)
    return g_strv_builder_end (ids);
  fw_query_seqs (query, (const guint32 *) (gpointer) seqs->data, MIN (seqs->len, MOST_PEOPLE));
  people = fw_store_list (store, "employee-overview", query, cancellable, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    g_strv_builder_add (ids, fw_record_get_id (people->pdata[i]));
  return people != NULL ? g_strv_builder_end (ids) : NULL;
}

/* A search is for a person; where it finds none, for a number that begins like it. */
static gboolean
search_for (FwQuery *query,
            FwStore *store,
            const char *text,
            GCancellable *cancellable,
            GError **error)
{
  g_auto (GStrv) people = NULL;
  g_autofree char *after = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  people = find_people (store, text, cancellable, error);
  if (people == NULL)
    return FALSE;
  if (people[0] != NULL)
    {
      fw_query_one_of (query, "employee-id", (const char *const *) people);
      return TRUE;
    }
  /* Beyond every number that begins with the text, by code point. */
  after = g_strconcat (text, "\364\217\277\277", NULL);
  fw_query_where (query, "number", FW_QUERY_AT_LEAST, text);
  fw_query_where (query, "number", FW_QUERY_BELOW, after);
  return TRUE;
}

static FwQuery *
query_for (FwStore *store,
           const FwCaseQuestion *question,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  show_only (query, question->show);
  if (question->employee_id != NULL)
    fw_query_where (query, "employee-id", FW_QUERY_EQUALS, question->employee_id);
  return search_for (query, store, question->search, cancellable, error) ? g_steal_pointer (&query) : NULL;
}

/* Reads one page; one row more than asked for tells that there are more. */
static GPtrArray *
read_page (FwScene *scene,
           const FwCaseQuestion *question,
           FwQuery *query,
           gint64 *next,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cases = NULL;
  guint count;

  if (question->before > 0)
    {
      g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, question->before);

      fw_query_where (query, "seq", FW_QUERY_BELOW, before);
    }
  fw_query_order (query, "seq", TRUE);
  fw_query_page (query, 0, question->limit > 0 ? question->limit + 1 : 0);
  cases = fw_store_list (scene->store, "case", query, cancellable, error);
  if (cases == NULL)
    return NULL;
  count = question->limit > 0 ? MIN (cases->len, question->limit) : cases->len;
  *next = count < cases->len ? fw_record_get_seq (cases->pdata[count - 1]) : 0;
  for (guint i = 0; i < count; i++)
    {
      FwCaseItem *row = case_row (scene->store, cases->pdata[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  name_grounds (scene, rows);
  return g_steal_pointer (&rows);
}

/*
 * Answers a question about cases, on any thread. @next is the number before which the next page begins, 0 where there is
 * none.
 */
GPtrArray *
_fw_scene_read_cases (FwScene *scene,
                      const FwCaseQuestion *question,
                      gint64 *next,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwQuery) query = query_for (scene->store, question, cancellable, error);

  return query != NULL ? read_page (scene, question, query, next, cancellable, error) : NULL;
}

static GListModel *
list_page (FwScene *scene,
           const FwCaseQuestion *question,
           gboolean *more,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (FW_TYPE_CASE_ROW);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 next;

  rows = _fw_scene_read_cases (scene, question, &next, cancellable, error);
  if (rows == NULL)
    return NULL;
  if (more != NULL)
    *more = next > 0;
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (g_steal_pointer (&list));
}

/**
 * fw_workplace_list_cases:
 * @employee_id: (nullable): of one person; %NULL: of all, which a window reads page by page (#FwCaseRegister)
 * @open_only: leave out closed and withdrawn ones
 * @limit: how many at most; more than 0
 * @more: (out) (optional): whether there are older ones beyond these
 *
 * Returns: (transfer full) (nullable): the cases (#FwCaseRow), the newest first
 */
GListModel *
fw_workplace_list_cases (FwWorkplace *self,
                         const char *employee_id,
                         gboolean open_only,
                         guint limit,
                         gboolean *more,
                         GError **error)
{
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (self);
  const FwCaseQuestion question = { .employee_id = employee_id,
                                    .show = open_only ? FW_CASE_SHOW_OPEN : FW_CASE_SHOW_ALL,
                                    .limit = limit };

  g_return_val_if_fail (limit > 0, NULL);
  return list_page (scene, &question, more, NULL, error);
}

typedef struct
{
  FwScene *scene;
  char *employee_id;
  gboolean open_only;
  guint limit;
} Listing;

static void
listing_free (Listing *listing)
{
  _fw_scene_unref (listing->scene);
  g_free (listing->employee_id);
  g_free (listing);
}

static void
list_cases_cb (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Listing *listing = task_data;
  g_autoptr (GError) error = NULL;
  const FwCaseQuestion question = { .employee_id = listing->employee_id,
                                    .show = listing->open_only ? FW_CASE_SHOW_OPEN : FW_CASE_SHOW_ALL,
                                    .limit = listing->limit };
  GListModel *rows = list_page (listing->scene, &question, NULL, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_workplace_list_cases_async:
 *
 * As fw_workplace_list_cases(), on a worker thread.
 */
void
fw_workplace_list_cases_async (FwWorkplace *self,
                               const char *employee_id,
                               gboolean open_only,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->scene = _fw_workplace_dup_scene (self);
  listing->employee_id = g_strdup (employee_id);
  listing->open_only = open_only;
  listing->limit = limit;
  g_task_set_source_tag (task, fw_workplace_list_cases_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  fw_task_run_in_thread (task, list_cases_cb);
}

GListModel *
fw_workplace_list_cases_finish (FwWorkplace *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
