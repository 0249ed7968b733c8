#include "store/fw-backup.h"

#include <string.h>

#include "core/fw-task.h"
#include "store/fw-secret.h"

/* Backing up and restoring on a worker thread, telling in the main context of whoever asked how far it has come. */

typedef struct
{
  char *file;
  char *path; /* of the restored store */
  char *who;
  FwSecret *passphrase;
  FwRestoreFlags flags;
  FwBackupProgress tell;
  gpointer tell_data;
  GMainContext *context;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->file);
  g_free (job->path);
  g_free (job->who);
  g_clear_pointer (&job->passphrase, fw_secret_unref);
  g_main_context_unref (job->context);
  g_free (job);
}

static Job *
job_new (const char *file,
         const char *who,
         FwBackupProgress tell,
         gpointer tell_data)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_strdup (file);
  job->who = g_strdup (who);
  job->tell = tell;
  job->tell_data = tell_data;
  job->context = g_main_context_ref_thread_default ();
  return job;
}

/* One step on its way to the main context. The task keeps the job, and whoever asked keeps its data until the end. */
typedef struct
{
  GTask *task;
  double done;
} Step;

static gboolean
tell_cb (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task))
    job->tell (step->done, job->tell_data);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static void
pass_on_cb (double done,
            gpointer user_data)
{
  Job *job = g_task_get_task_data (user_data);
  Step *step = g_new (Step, 1);

  step->task = g_object_ref (user_data);
  step->done = done;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb, step, step_free);
}

static void
answer (GTask *task,
        gboolean done,
        GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
back_up_work_cb (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean done =
    fw_store_back_up (source, job->file, job->who, job->tell != NULL ? pass_on_cb : NULL, task, cancellable, &error);

  answer (task, done, error);
}

static void
restore_work_cb (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  const char *passphrase = job->passphrase != NULL ? (const char *) fw_secret_get_bytes (job->passphrase) : NULL;
  GError *error = NULL;
  gboolean done = fw_backup_restore (job->file, job->path, passphrase, job->who, job->flags,
                                     job->tell != NULL ? pass_on_cb : NULL, task, cancellable, &error);

  answer (task, done, error);
}

static void
start (GTask *task,
       gpointer tag,
       Job *job,
       GTaskThreadFunc work)
{
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  /* What was cancelled too late has been done: the answer says what happened. */
  g_task_set_check_cancellable (task, FALSE);
  fw_task_run_in_thread (task, work);
}

/**
 * fw_store_back_up_async:
 * @tell: (nullable): called in the main context of whoever asks, and not after the answer
 */
void
fw_store_back_up_async (FwStore *self,
                        const char *file,
                        const char *who,
                        FwBackupProgress tell,
                        gpointer tell_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start (task, fw_store_back_up_async, job_new (file, who, tell, tell_data), back_up_work_cb);
}

/**
 * fw_backup_restore_async:
 * @tell: (nullable): called in the main context of whoever asks, and not after the answer
 */
void
fw_backup_restore_async (const char *file,
                         const char *path,
                         const char *passphrase,
                         const char *who,
                         FwRestoreFlags flags,
                         FwBackupProgress tell,
                         gpointer tell_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (file, who, tell, tell_data);

  job->path = g_strdup (path);
  job->flags = flags;
  job->passphrase = passphrase != NULL ? fw_secret_new (strlen (passphrase) + 1) : NULL;
  if (passphrase != NULL)
    memcpy (fw_secret_get_bytes (job->passphrase), passphrase, strlen (passphrase) + 1);
  start (task, fw_backup_restore_async, job, restore_work_cb);
}

/**
 * fw_backup_finish:
 *
 * Returns: as fw_store_back_up() and fw_backup_restore()
 */
gboolean
fw_backup_finish (GAsyncResult *result,
                  GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
