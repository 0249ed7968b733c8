#include "store/fw-audit.h"
#include "store/fw-backup.h"
#include "store/fw-evidence.h"
#include "store/fw-store-private.h"

#include <sodium.h>
#include <string.h>

/*
 * The calls of the window: each does on a worker thread what the call without _async does, and answers
 * in the main context of the thread that asked.
 */

typedef struct
{
  char *path;          /* also a kind, a head, a file */
  char *second;        /* an id, who */
  FwSecret *passphrase;
  FwStoreOptions options;
  FwStoreMode mode;
  GObject *object;     /* a query, a command, a stream */
  guint64 size;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->second);
  g_free ((char *) job->options.time_zone);
  g_free ((char *) job->options.who);
  g_clear_pointer (&job->passphrase, fw_secret_unref);
  g_clear_object (&job->object);
  g_free (job);
}

static FwSecret *
keep_passphrase (const char *passphrase)
{
  FwSecret *secret;

  if (passphrase == NULL)
    return NULL;
  secret = fw_secret_new (strlen (passphrase) + 1);
  memcpy (fw_secret_get_bytes (secret), passphrase, strlen (passphrase) + 1);
  return secret;
}

static const char *
get_passphrase (Job *job)
{
  return job->passphrase != NULL ? (const char *) fw_secret_get_bytes (job->passphrase) : NULL;
}

static void
start (FwStore *self,
       gpointer tag,
       Job *job,
       GTaskThreadFunc work,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
answer_object (GTask *task,
               gpointer object,
               GError *error)
{
  if (object != NULL)
    g_task_return_pointer (task, object, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* A store made on a worker tells of changes in the context of whoever asked, not in the worker's. */
static void
adopt_context (FwStore *store,
               GTask *task)
{
  if (store == NULL)
    return;
  g_main_context_unref (store->context);
  store->context = g_main_context_ref (g_task_get_context (task));
}

static void
create_work_cb (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  FwStore *store = fw_store_create (job->path, get_passphrase (job), &job->options, &error);

  adopt_context (store, task);
  answer_object (task, store, error);
}

void
fw_store_create_async (const char *path,
                       const char *passphrase,
                       const FwStoreOptions *options,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->passphrase = keep_passphrase (passphrase);
  job->options = *options;
  job->options.time_zone = g_strdup (options->time_zone);
  job->options.who = g_strdup (options->who);
  start (NULL, fw_store_create_async, job, create_work_cb, cancellable, callback, user_data);
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

static void
open_work_cb (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  FwStore *store = fw_store_open (job->path, get_passphrase (job), job->mode, &error);

  adopt_context (store, task);
  answer_object (task, store, error);
}

void
fw_store_open_async (const char *path,
                     const char *passphrase,
                     FwStoreMode mode,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->passphrase = keep_passphrase (passphrase);
  job->mode = mode;
  start (NULL, fw_store_open_async, job, open_work_cb, cancellable, callback, user_data);
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

static void
get_work_cb (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  FwRecord *record = fw_store_get (source, job->path, job->second, &error);

  answer_object (task, record, error);
}

void
fw_store_get_async (FwStore *self,
                    const char *kind,
                    const char *id,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (kind);
  job->second = g_strdup (id);
  start (self, fw_store_get_async, job, get_work_cb, cancellable, callback, user_data);
}

/**
 * fw_store_get_finish:
 *
 * Returns: (transfer full) (nullable): as fw_store_get()
 */
FwRecord *
fw_store_get_finish (FwStore *self,
                     GAsyncResult *result,
                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_work_cb (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *records = fw_store_list (source, job->path, (FwQuery *) job->object, cancellable, &error);

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
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
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (kind);
  job->object = query != NULL ? g_object_ref (G_OBJECT (query)) : NULL;
  start (self, fw_store_list_async, job, list_work_cb, cancellable, callback, user_data);
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

static void
run_work_cb (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  FwEvent *event = fw_store_run (source, FW_COMMAND (job->object), cancellable, &error);

  answer_object (task, event, error);
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
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  job->object = g_object_ref (G_OBJECT (command));
  g_task_set_source_tag (task, fw_store_run_async);
  g_task_set_task_data (task, job, job_free);
  /*
   * A command that was cancelled too late has been done: the answer says what happened, not what was
   * wished.
   */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_work_cb);
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

static void
verify_work_cb (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  FwVerification *result = fw_store_verify (source, job->path, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) fw_verification_free);
  else
    g_task_return_error (task, error);
}

void
fw_store_verify_async (FwStore *self,
                       const char *head,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (head);
  start (self, fw_store_verify_async, job, verify_work_cb, cancellable, callback, user_data);
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

static void
take_in_work_cb (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  char *sha256 =
    fw_store_take_in_file (source, G_INPUT_STREAM (job->object), NULL, NULL, &job->size, cancellable, &error);

  if (sha256 != NULL)
    g_task_return_pointer (task, sha256, g_free);
  else
    g_task_return_error (task, error);
}

void
fw_store_take_in_file_async (FwStore *self,
                             GInputStream *stream,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->object = g_object_ref (G_OBJECT (stream));
  start (self, fw_store_take_in_file_async, job, take_in_work_cb, cancellable, callback, user_data);
}

/**
 * fw_store_take_in_file_finish:
 * @size: (out) (optional): its length in bytes
 *
 * Returns: (transfer full) (nullable): as fw_store_take_in_file()
 */
char *
fw_store_take_in_file_finish (FwStore *self,
                              GAsyncResult *result,
                              guint64 *size,
                              GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (size != NULL)
    *size = job->size;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
back_up_work_cb (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (fw_store_back_up (source, job->path, job->second, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
fw_store_back_up_async (FwStore *self,
                        const char *file,
                        const char *who,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (file);
  job->second = g_strdup (who);
  start (self, fw_store_back_up_async, job, back_up_work_cb, cancellable, callback, user_data);
}

/**
 * fw_store_back_up_finish:
 *
 * Returns: as fw_store_back_up()
 */
gboolean
fw_store_back_up_finish (FwStore *self,
                         GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
