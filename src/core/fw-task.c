#include "core/fw-task.h"

static gboolean
end_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* Called when nobody but the toggle holds the task, on whichever thread that came about. */
static void
let_go (gpointer home,
        GObject *task,
        gboolean is_last)
{
  g_autoptr (GSource) source = NULL;

  if (!is_last)
    return;
  if (home == g_thread_self ())
    {
      g_object_remove_toggle_ref (task, let_go, home);
      return;
    }
  /* The source's own reference ends on the thread that its context runs on, and brings us here again. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, end_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (G_TASK (task)));
}

/**
 * fw_task_run_in_thread:
 * @task: a task made on this thread; its reference stays the caller's
 * @work: what to do on a worker thread
 *
 * Like g_task_run_in_thread(), and used instead of it everywhere: the task, its source object and its data are let go on
 * the thread that calls this, never on the worker. GLib's own lets whoever comes last do it, and a worker that is held up
 * between handing over its answer and ending comes last: the source object would be disposed of on the worker, while an
 * idle or a signal of the calling thread still uses it.
 */
void
fw_task_run_in_thread (GTask *task,
                       GTaskThreadFunc work)
{
  g_object_add_toggle_ref (G_OBJECT (task), let_go, g_thread_self ());
  g_task_run_in_thread (task, work);
}

typedef struct
{
  FwTaskWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static void
ask_cb (GTask *task,
        gpointer source,
        gpointer task_data,
        GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;
  gpointer answer = question->work (question->data, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, question->free_answer);
  else
    g_task_return_error (task, error);
}

/**
 * fw_task_ask_async:
 * @source: (nullable): the object that asks; it is kept until the answer is there
 * @work: called once, on a worker thread
 * @data: (transfer full) (nullable): given to @work; let go on the thread that calls this
 * @free_data: (nullable): lets @data go
 * @free_answer: (nullable): lets an answer go that nobody takes
 *
 * Asks what takes its time, such as a file or a store, without waiting for it.
 */
void
fw_task_ask_async (gpointer source,
                   FwTaskWork work,
                   gpointer data,
                   GDestroyNotify free_data,
                   GDestroyNotify free_answer,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->work = work;
  question->data = data;
  question->free_data = free_data;
  question->free_answer = free_answer;
  g_task_set_source_tag (task, fw_task_ask_async);
  g_task_set_task_data (task, question, question_free);
  fw_task_run_in_thread (task, ask_cb);
}

/**
 * fw_task_ask_finish:
 *
 * Returns: (transfer full) (nullable): what the work answered; %NULL with its error, or with %G_IO_ERROR_CANCELLED
 */
gpointer
fw_task_ask_finish (GAsyncResult *result,
                    GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fw_task_ask_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
