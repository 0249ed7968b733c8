#include "config.h"

#include "ui/gate/fw-sample-store.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "core/fw-task.h"
#include "departure/fw-jurisdiction.h"
#include "departure/fw-sample.h"

/* The sample company lives in a store of its own, which opens without asking and is removed by deleting it. */

static gboolean
delete_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, error);
  const char *name;

  if (files == NULL)
    return FALSE;
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (g_rmdir (folder) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *zone = fw_jurisdiction_dup_time_zone (NULL);
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .sample = TRUE, .time_zone = zone };
  GError *error = NULL;
  g_autoptr (FwStore) store = fw_store_create (data, FW_STORE_SAMPLE_PASSPHRASE, &options, &error);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!fw_sample_fill (store, cancellable, &error))
    {
      fw_store_close (store);
      delete_folder (data, NULL);
      g_task_return_error (task, error);
      return;
    }
  fw_store_close (store);
  g_task_return_boolean (task, TRUE);
}

/**
 * fw_sample_store_make_async:
 * @folder: where the store shall be; nothing is there yet
 *
 * Makes the sample company on another thread; half a sample is not left behind.
 */
void
fw_sample_store_make_async (const char *folder, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdup (folder), g_free);
  fw_task_run_in_thread (task, make_in_thread);
}

gboolean
fw_sample_store_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FwStore *store = source;
  g_autofree char *folder = g_strdup (fw_store_get_path (store));
  GError *error = NULL;

  if (!fw_store_is_sample (store))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s is not the sample", folder);
      return;
    }
  fw_store_close (store);
  if (delete_folder (folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_sample_store_remove_async:
 * @store: an open sample store; any other is left alone
 */
void
fw_sample_store_remove_async (FwStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  fw_task_run_in_thread (task, remove_in_thread);
}

gboolean
fw_sample_store_remove_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
