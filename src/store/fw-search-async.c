#include "store/fw-search-private.h"
#include "core/fw-task.h"
#include "store/fw-store-private.h"

/* The calls of the window: each does on a worker thread what the call without _async does. */

typedef struct
{
  char *text;
  gboolean filtered;
  FwEmployeeFilter filter;
  guint n_rows;
  gboolean whole;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free ((char *) question->filter.department_id);
  g_free ((char *) question->filter.status);
  g_free ((char *) question->filter.order);
  g_free (question);
}

static void
find_work_cb (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;
  FwEmployeeAnswer *answer =
    fw_store_find_people (source, question->text, question->filtered ? &question->filter : NULL, question->n_rows,
                          question->whole, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) fw_employee_answer_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_store_find_people_async:
 * @cancellable: (nullable): ends it, also where it still waits for a thread
 *
 * As fw_store_find_people(), on a worker thread.
 */
void
fw_store_find_people_async (FwStore *self,
                            const char *text,
                            const FwEmployeeFilter *filter,
                            guint n_rows,
                            gboolean whole,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->filtered = filter != NULL;
  if (filter != NULL)
    {
      question->filter = *filter;
      question->filter.department_id = g_strdup (filter->department_id);
      question->filter.status = g_strdup (filter->status);
      question->filter.order = g_strdup (filter->order);
    }
  question->n_rows = n_rows;
  question->whole = whole;
  g_task_set_source_tag (task, fw_store_find_people_async);
  g_task_set_task_data (task, question, question_free);
  /* What somebody waits for on the screen goes before backups and imports. */
  g_task_set_priority (task, G_PRIORITY_HIGH);
  fw_task_run_in_thread (task, find_work_cb);
}

/**
 * fw_store_find_people_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_find_people()
 */
FwEmployeeAnswer *
fw_store_find_people_finish (FwStore *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
prepare_work_cb (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  _fw_store_prepare_words (source, cancellable);
  g_task_return_boolean (task, TRUE);
}

/**
 * fw_store_prepare_searches:
 * @cancellable: (nullable): gives up soon after it is cancelled
 *
 * Looks, while nobody waits for an answer, for whom each letter and digit would find: the beginnings that a quarter of a million
 * people answer to. Nothing is done in a small store. Cancelled for a search and called again after its answer, it goes on from there.
 */
void
fw_store_prepare_searches (FwStore *self,
                           GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, NULL, NULL);

  g_task_set_source_tag (task, fw_store_prepare_searches);
  g_task_set_priority (task, G_PRIORITY_LOW);
  fw_task_run_in_thread (task, prepare_work_cb);
}

static void
read_work_cb (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  GArray *seqs = task_data;
  GError *error = NULL;
  GPtrArray *rows =
    fw_store_read_people (source, (const guint32 *) (gpointer) seqs->data, seqs->len, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
fw_store_read_people_async (FwStore *self,
                            const guint32 *seqs,
                            gsize n_seqs,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof *seqs, (guint) n_seqs);

  g_array_append_vals (copy, seqs, (guint) n_seqs);
  g_task_set_source_tag (task, fw_store_read_people_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  g_task_set_priority (task, G_PRIORITY_HIGH);
  fw_task_run_in_thread (task, read_work_cb);
}

/**
 * fw_store_read_people_finish:
 *
 * Returns: (transfer full) (element-type FwRecord) (nullable): as fw_store_read_people()
 */
GPtrArray *
fw_store_read_people_finish (FwStore *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
