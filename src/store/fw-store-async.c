#include "core/fw-task.h"
#include "store/fw-audit.h"
#include "store/fw-store-private.h"

#include <string.h>

/*
 * The calls of the window: each does on a worker thread what the call without _async does, and answers
 * in the main context of the thread that asked.
 */

typedef struct _Job Job;

/* Does one call; answers what the call without _async answers, %NULL with an error. */
typedef gpointer (*Work) (gpointer store,
                          Job *job,
                          GCancellable *cancellable,
                          GError **error);

/* One call with what it was given. What the call does not take is NULL or 0. */
struct _Job
{
  Work work;
  GDestroyNotify free_answer;
  char *text; /* a path, a kind, a head */
  GObject *object; /* a query, a command */
  FwSecret *passphrase;
  FwStoreMode mode;
  FwStoreOptions options;
  GMainContext *context; /* of whoever asked */
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_clear_object (&job->object);
  g_clear_pointer (&job->passphrase, fw_secret_unref);
  g_free ((char *) job->options.time_zone);
  g_free ((char *) job->options.who);
  g_main_context_unref (job->context);
  g_free (job);
}

static Job *
job_new (Work work,
         GDestroyNotify free_answer,
         const char *text)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->free_answer = free_answer;
  job->text = g_strdup (text);
  job->context = g_main_context_ref_thread_default ();
  return job;
}

static void
job_keep_passphrase (Job *job,
                     const char *passphrase)
{
  if (passphrase == NULL)
    return;
  job->passphrase = fw_secret_new (strlen (passphrase) + 1);
  memcpy (fw_secret_get_bytes (job->passphrase), passphrase, strlen (passphrase) + 1);
}

static const char *
job_get_passphrase (Job *job)
{
  return job->passphrase != NULL ? (const char *) fw_secret_get_bytes (job->passphrase) : NULL;
}

static void
work_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer answer = job->work (source, job, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, job->free_answer);
  else
    g_task_return_error (task, error);
}

static GTask *
task_new (FwStore *self,
          gpointer tag,
          Job *job,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  return task;
}

/* Opening */

/* A store made on a worker tells of changes in the context of whoever asked, not in the worker's. */
static FwStore *
adopt_context (FwStore *store,
               Job *job)
{
  if (store == NULL)
    return NULL;
  g_main_context_unref (store->context);
  store->context = g_main_context_ref (job->context);
  return store;
}

static gpointer
create_work (gpointer store,
             Job *job,
             GCancellable *cancellable,
             GError **error)
{
  return adopt_context (fw_store_create (job->text, job_get_passphrase (job), &job->options, error), job);
}

void
fw_store_create_async (const char *path,
                       const char *passphrase,
                       const FwStoreOptions *options,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job = job_new (create_work, g_object_unref, path);
  g_autoptr (GTask) task = task_new (NULL, fw_store_create_async, job, cancellable, callback, user_data);

  job_keep_passphrase (job, passphrase);
  job->options = *options;
  job->options.time_zone = g_strdup (options->time_zone);
  job->options.who = g_strdup (options->who);
  fw_task_run_in_thread (task, work_cb);
}

/**
 * fw_store_create_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_create()
 */
FwStore *
fw_store_create_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
open_work (gpointer store,
           Job *job,
           GCancellable *cancellable,
           GError **error)
{
  return adopt_context (fw_store_open (job->text, job_get_passphrase (job), job->mode, error), job);
}

void
fw_store_open_async (const char *path,
                     const char *passphrase,
                     FwStoreMode mode,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job = job_new (open_work, g_object_unref, path);
  g_autoptr (GTask) task = task_new (NULL, fw_store_open_async, job, cancellable, callback, user_data);

  job_keep_passphrase (job, passphrase);
  job->mode = mode;
  fw_task_run_in_thread (task, work_cb);
}

/**
 * fw_store_open_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_open()
 */
FwStore *
fw_store_open_finish (GAsyncResult *result,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reading */

static gpointer
list_work (gpointer store,
           Job *job,
           GCancellable *cancellable,
           GError **error)
{
  return fw_store_list (store, job->text, (FwQuery *) job->object, cancellable, error);
}

/**
 * fw_store_list_async:
 * @query: (nullable): not to be changed before the answer
 */
void
fw_store_list_async (FwStore *self,
                     const char *kind,
                     FwQuery *query,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job = job_new (list_work, (GDestroyNotify) g_ptr_array_unref, kind);
  g_autoptr (GTask) task = task_new (self, fw_store_list_async, job, cancellable, callback, user_data);

  job->object = query != NULL ? g_object_ref (G_OBJECT (query)) : NULL;
  fw_task_run_in_thread (task, work_cb);
}

/**
 * fw_store_list_finish:
 *
 * Returns: (transfer full) (element-type FwRecord) (nullable): as fw_store_list()
 */
GPtrArray *
fw_store_list_finish (FwStore *self,
                      GAsyncResult *result,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
verify_work (gpointer store,
             Job *job,
             GCancellable *cancellable,
             GError **error)
{
  return fw_store_verify (store, job->text, cancellable, error);
}

void
fw_store_verify_async (FwStore *self,
                       const char *head,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job = job_new (verify_work, (GDestroyNotify) fw_verification_free, head);
  g_autoptr (GTask) task = task_new (self, fw_store_verify_async, job, cancellable, callback, user_data);

  fw_task_run_in_thread (task, work_cb);
}

/**
 * fw_store_verify_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_verify()
 */
FwVerification *
fw_store_verify_finish (FwStore *self,
                        GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing */

static gpointer
run_work (gpointer store,
          Job *job,
          GCancellable *cancellable,
          GError **error)
{
  return fw_store_run (store, FW_COMMAND (job->object), cancellable, error);
}

/**
 * fw_store_run_async:
 * @command: not to be changed before the answer, nor the records in it
 */
void
fw_store_run_async (FwStore *self,
                    FwCommand *command,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Job *job = job_new (run_work, g_object_unref, NULL);
  g_autoptr (GTask) task = task_new (self, fw_store_run_async, job, cancellable, callback, user_data);

  job->object = g_object_ref (G_OBJECT (command));
  /*
   * A command that was cancelled too late has been done: the answer says what happened, not what was
   * wished.
   */
  g_task_set_check_cancellable (task, FALSE);
  fw_task_run_in_thread (task, work_cb);
}

/**
 * fw_store_run_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_run()
 */
FwEvent *
fw_store_run_finish (FwStore *self,
                     GAsyncResult *result,
                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
