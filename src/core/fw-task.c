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
