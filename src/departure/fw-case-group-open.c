#include "departure/fw-case-group-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-rows-private.h"
#include "departure/fw-engine-private.h"
#include "store/fw-search.h"

/* Groups are opened, read, listed and told of on worker threads. */

typedef struct
{
  FwScene *scene;
  GArray *people;    /* seqs of employees; NULL: a group that is there is read */
  char *id;
  guint left_out;
  FwRecord *row;
  GPtrArray *cases;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  _fw_scene_unref (reading->scene);
  g_clear_pointer (&reading->people, g_array_unref);
  g_free (reading->id);
  g_clear_object (&reading->row);
  g_clear_pointer (&reading->cases, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
open_cases (Reading *reading,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) people = fw_store_read_people (reading->scene->store, (const guint32 *) (gpointer) reading->people->data,
                                                       reading->people->len, cancellable, error);

  if (people != NULL && people->len > 0)
    reading->id = _fw_case_open_together (reading->scene, people, &reading->left_out, error);
  else if (people != NULL)
    g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "nobody of them is there any more");
  return reading->id != NULL;
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GError) error = NULL;

  if ((reading->people == NULL || open_cases (reading, cancellable, &error)) &&
      (reading->row = fw_store_get (reading->scene->store, "case-group", reading->id, &error)) != NULL &&
      (reading->cases = _fw_group_list_cases (reading->scene->store, reading->id, &error)) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_async (FwWorkplace *workplace,
            Reading *reading,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  reading->scene = _fw_workplace_dup_scene (workplace);
  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, reading, reading_free);
  fw_task_run_in_thread (task, read_cb);
}

/**
 * fw_case_group_open_async:
 * @people: (array length=n_people): the numbers of employees, as their list has them
 *
 * Opens a departure for each of them, as one decision, with one event. Those who have left, have an open case or another employer than the
 * first are left out (fw_case_group_get_left_out()). Ends with fw_case_group_new_finish(), which answers
 * %FW_WORKPLACE_ERROR_REFUSED where fewer than two are left or the law of the place knows no such decision.
 */
void
fw_case_group_open_async (FwWorkplace *workplace,
                          const guint32 *people,
                          gsize n_people,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->people = g_array_sized_new (FALSE, FALSE, sizeof *people, (guint) n_people);
  g_array_append_vals (reading->people, people, (guint) n_people);
  read_async (workplace, reading, cancellable, callback, user_data);
}

/**
 * fw_case_group_load_async:
 *
 * Reads a group and begins to judge its cases. Ends with fw_case_group_new_finish().
 */
void
fw_case_group_load_async (FwWorkplace *workplace,
                          const char *id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->id = g_strdup (id);
  read_async (workplace, reading, cancellable, callback, user_data);
}

/**
 * fw_case_group_new_finish:
 *
 * Returns: (transfer full) (nullable): the group; its members appear as they are judged
 */
FwCaseGroup *
fw_case_group_new_finish (GAsyncResult *result,
                          GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  FwCaseGroup *self;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  self = _fw_group_new (g_task_get_source_object (G_TASK (result)), reading->row, reading->cases, reading->left_out);
  fw_case_group_refresh (self);
  return self;
}

/* The ids of the cases that are decided upon together, withdrawn ones left out, in the order of opening. */
GPtrArray *
_fw_group_list_cases (FwStore *store,
                      const char *group_id,
                      GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-group-id", group_id);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *ids;

  fw_query_where (query, "state", FW_QUERY_DIFFERS, "withdrawn");
  fw_query_order (query, "seq", FALSE);
  rows = fw_store_list (store, "case", query, NULL, error);
  if (rows == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (fw_record_get_id (rows->pdata[i])));
  return ids;
}

/* Saying one thing of all */

typedef struct
{
  FwScene *scene;
  GPtrArray *cases;
  char *path;
  char *value;
  guint n_refused;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  _fw_scene_unref (saying->scene);
  g_ptr_array_unref (saying->cases);
  g_free (saying->path);
  g_free (saying->value);
  g_free (saying);
}

static void
say_cb (GTask *task,
        gpointer source,
        gpointer task_data,
        GCancellable *cancellable)
{
  Saying *saying = task_data;
  g_autoptr (GError) error = NULL;

  if (_fw_group_set (saying->scene, saying->cases, saying->path, saying->value, &saying->n_refused, &error))
    g_task_return_int (task, (gssize) saying->n_refused);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void said_cb (GObject *source,
                     GAsyncResult *result,
                     gpointer user_data);

/* One after another: two at once would read the same cases, and the later one would find them changed. */
static void
say_next (FwCaseGroup *self)
{
  GTask *outer = g_queue_peek_head (_fw_group_get_sayings (self));
  g_autoptr (GTask) inner = NULL;

  if (outer == NULL)
    return;
  inner = g_task_new (self, NULL, said_cb, NULL);
  g_task_set_source_tag (inner, say_next);
  g_task_set_task_data (inner, g_task_get_task_data (outer), NULL);
  fw_task_run_in_thread (inner, say_cb);
}

static void
said_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  FwCaseGroup *self = FW_CASE_GROUP (source);
  g_autoptr (GTask) outer = g_queue_pop_head (_fw_group_get_sayings (self));
  g_autoptr (GError) error = NULL;
  gssize n_refused = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (outer, g_steal_pointer (&error));
  else
    g_task_return_int (outer, n_refused);
  say_next (self);
}

/**
 * fw_case_group_set_async:
 * @path: a facts path, for example "departure/@last-day"
 * @value: (nullable): %NULL: unknown again
 *
 * Says the same of every case that has no paper issued yet, with one event, after what was said before. Ends with
 * fw_case_group_set_finish().
 */
void
fw_case_group_set_async (FwCaseGroup *self,
                         const char *path,
                         const char *value,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;
  FwWorkplace *workplace = _fw_group_get_workplace (self);
  Saying *saying;

  g_task_set_source_tag (task, fw_case_group_set_async);
  if (value != NULL && *value == '\0')
    value = NULL;
  if (!_fw_workplace_check_answer (workplace, path, value, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  saying = g_new0 (Saying, 1);
  saying->scene = _fw_workplace_dup_scene (workplace);
  saying->cases = _fw_group_copy_cases (self);
  saying->path = g_strdup (path);
  saying->value = g_strdup (value);
  g_task_set_task_data (task, saying, saying_free);
  g_queue_push_tail (_fw_group_get_sayings (self), g_object_ref (task));
  if (g_queue_get_length (_fw_group_get_sayings (self)) == 1)
    say_next (self);
}

/**
 * fw_case_group_set_finish:
 *
 * Returns: of how many cases it could not be said, because a paper is issued; -1 with @error
 */
int
fw_case_group_set_finish (FwCaseGroup *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
noted_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run_finish (FW_STORE (source), result, &error);

  if (event == NULL)
    g_warning ("print of a group not noted: %s", error->message);
}

/**
 * fw_case_group_note_print:
 *
 * Puts on record, in the background, that the issued papers of all cases were printed; it stands in the course of each.
 */
void
fw_case_group_note_print (FwCaseGroup *self)
{
  FwWorkplace *workplace = _fw_group_get_workplace (self);
  g_autoptr (FwCommand) command = fw_command_new ("document.print", fw_workplace_get_who (workplace), NULL);
  g_autoptr (GPtrArray) cases = _fw_group_copy_cases (self);

  for (guint i = 0; i < cases->len; i++)
    fw_command_add_subject (command, cases->pdata[i]);
  fw_command_set_detail (command, "about", fw_case_group_get_number (self));
  fw_store_run_async (fw_workplace_get_store (workplace), command, NULL, noted_cb, NULL);
}

/* Listing them */

static void
scene_free (gpointer data)
{
  _fw_scene_unref (data);
}

/* What the packs call such a decision; without a pack its kind. */
static char *
dup_title (FwScene *scene,
           const char *kind)
{
  FwPacks *packs = _fw_engine_lock (scene->engine, NULL);
  g_auto (GStrv) ids = packs != NULL ? fw_packs_list (packs) : NULL;
  char *title = NULL;

  for (guint i = 0; ids != NULL && title == NULL && ids[i] != NULL; i++)
    {
      FwPack *pack = fw_packs_get (packs, ids[i], NULL);
      GPtrArray *collectives = pack != NULL ? fw_pack_get_collectives (pack) : NULL;

      for (guint k = 0; collectives != NULL && title == NULL && k < collectives->len; k++)
        {
          const FwCollective *collective = collectives->pdata[k];

          if (g_strcmp0 (collective->kind, kind) == 0)
            title = g_strdup (_fw_scene_pick (scene, collective->name.zh, collective->name.en));
        }
    }
  if (packs != NULL)
    _fw_engine_unlock (scene->engine);
  return title;
}

static gboolean
add_group (FwScene *scene,
           FwRecord *row,
           GPtrArray *groups,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-group-id", fw_record_get_id (row));
  g_autoptr (GPtrArray) cases = fw_store_list (scene->store, "case", query, NULL, error);
  guint n_open = 0, n_all = 0;
  FwCaseItem *item;

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      FwCaseState state = _fw_case_state_parse (fw_record_get (cases->pdata[i], "state"));

      n_all += state != FW_CASE_STATE_WITHDRAWN;
      n_open += state != FW_CASE_STATE_WITHDRAWN && state != FW_CASE_STATE_CLOSED;
    }
  if (cases == NULL || n_open == 0)
    return cases != NULL;
  item = _fw_case_item_new (FW_TYPE_GROUP_ROW, fw_record_get_id (row));
  _fw_case_item_set_text (item, "number", fw_record_get (row, "number"));
  _fw_case_item_set_text (item, "kind", fw_record_get (row, "kind"));
  _fw_case_item_take_text (item, "title", dup_title (scene, fw_record_get (row, "kind")));
  _fw_case_item_set_text (item, "opened-on", fw_record_get (row, "opened"));
  _fw_case_item_set_count (item, "cases", n_all);
  _fw_case_item_set_count (item, "open", n_open);
  g_ptr_array_add (groups, item);
  return TRUE;
}

static void
list_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  FwScene *scene = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);

  fw_query_order (query, "seq", TRUE);
  rows = fw_store_list (scene->store, "case-group", query, cancellable, &error);
  for (guint i = 0; rows != NULL && error == NULL && i < rows->len; i++)
    if (!add_group (scene, rows->pdata[i], groups, &error))
      break;
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&groups), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_case_group_list_async:
 *
 * Reads the groups of which a case is still open, the newest first. Ends with fw_case_group_list_finish().
 */
void
fw_case_group_list_async (FwWorkplace *workplace,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_case_group_list_async);
  g_task_set_task_data (task, _fw_workplace_dup_scene (workplace), scene_free);
  fw_task_run_in_thread (task, list_cb);
}

/**
 * fw_case_group_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type FwGroupRow): the groups
 */
GPtrArray *
fw_case_group_list_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
