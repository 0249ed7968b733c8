#include "config.h"

#include "ui/gate/fw-key-change.h"

#include <string.h>

#include "core/fw-task.h"

/* Deriving a key takes a second each time: what changes the keys of a store is done on a worker thread. */
typedef struct
{
  FwKeyChange change;
  char *code;
} Job;

static void
free_secret (const char *text)
{
  if (text != NULL)
    explicit_bzero ((char *) text, strlen (text));
  g_free ((char *) text);
}

static void
job_free (Job *job)
{
  g_free ((char *) job->change.label);
  g_free ((char *) job->change.who);
  free_secret (job->change.proof);
  free_secret (job->change.passphrase);
  free_secret (job->code);
  g_free (job);
}

static gboolean
do_change (FwStore *store, Job *job, GError **error)
{
  const FwKeyChange *change = &job->change;

  switch (change->act)
    {
    case FW_KEY_ACT_CHANGE:
      return fw_store_change_passphrase (store, change->label, change->proof, change->passphrase, change->who, error);
    case FW_KEY_ACT_ADD:
      return fw_store_add_passphrase (store, change->label, change->proof, change->passphrase, change->who, error);
    case FW_KEY_ACT_REMOVE:
      return fw_store_remove_passphrase (store, change->label, change->proof, change->who, error);
    case FW_KEY_ACT_SHEET:
    default:
      job->code = fw_store_make_recovery_sheet (store, change->proof, change->who, error);
      return job->code != NULL;
    }
}

static void
change_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_change (store, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_key_change_async:
 *
 * Changes what opens the store, with its event.
 */
void
fw_key_change_async (FwStore *store, const FwKeyChange *change, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->change = (FwKeyChange) {
    .act = change->act,
    .label = g_strdup (change->label),
    .proof = g_strdup (change->proof),
    .passphrase = g_strdup (change->passphrase),
    .who = g_strdup (change->who),
  };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  fw_task_run_in_thread (task, change_in_thread);
}

/**
 * fw_key_change_finish:
 * @code: (out) (optional) (transfer full) (nullable): the code of a new recovery sheet
 *
 * Returns: whether it was done; a wrong proof is %FW_STORE_ERROR_PASSPHRASE
 */
gboolean
fw_key_change_finish (GAsyncResult *result, char **code, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (code != NULL)
    *code = g_strdup (job->code);
  return TRUE;
}
