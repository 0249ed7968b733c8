#include "config.h"

#include "ui/gate/fw-opening.h"

#include "core/fw-task.h"
#include "store/fw-store.h"

/* Opens or makes a store and sets up the workplace over it. Deriving the key takes a second: it never happens on the
 * main thread, and everything that follows is asynchronous, too. */
typedef struct
{
  char *company;
  char *place;
  char *jurisdiction;
  char *who;
  char *language;
  FwDate today;
  FwStore *store;
} Data;

static void
data_free (Data *data)
{
  g_free (data->company);
  g_free (data->place);
  g_free (data->jurisdiction);
  g_free (data->who);
  g_free (data->language);
  g_clear_object (&data->store);
  g_free (data);
}

static GTask *
new_task (const FwOpening *opening, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Data *data = g_new0 (Data, 1);

  data->company = g_strdup (opening->company);
  data->place = g_strdup (opening->place);
  data->jurisdiction = g_strdup (opening->jurisdiction);
  data->who = g_strdup (opening->who);
  data->language = g_strdup (opening->language);
  data->today = opening->today;
  g_task_set_task_data (task, data, (GDestroyNotify) data_free);
  return task;
}

/* The zone is a setting in the store: read where waiting does no harm. */
static void
read_zone_in_thread (GTask *task, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, fw_store_dup_time_zone (store), (GDestroyNotify) g_time_zone_unref);
}

/* A day that was asked for stays; without one the day of the zone is followed. */
static void
return_workplace (GTask *task, FwDate today, GTimeZone *zone)
{
  Data *data = g_task_get_task_data (task);
  FwWorkplace *workplace = fw_workplace_new (data->store, today, data->who, data->language);

  if (zone != NULL)
    fw_workplace_follow_clock (workplace, zone);
  g_task_return_pointer (task, workplace, g_object_unref);
}

static void
zone_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTimeZone) zone = g_task_propagate_pointer (G_TASK (result), NULL);

  return_workplace (task, fw_date_today (zone), zone);
}

static void
set_up_workplace (GTask *task)
{
  Data *data = g_task_get_task_data (task);
  g_autoptr (GTask) reading = NULL;

  if (fw_date_is_known (data->today))
    {
      return_workplace (task, data->today, NULL);
      return;
    }
  reading = g_task_new (data->store, NULL, zone_read_cb, g_object_ref (task));
  fw_task_run_in_thread (reading, read_zone_in_thread);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Data *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->store = fw_store_open_finish (result, &error);
  if (data->store == NULL)
    g_task_return_error (task, error);
  else
    set_up_workplace (task);
}

static void
employer_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (FwEvent) event = NULL;
  GError *error = NULL;

  event = fw_store_run_finish (FW_STORE (source), result, &error);
  if (event == NULL)
    g_task_return_error (task, error);
  else
    set_up_workplace (task);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Data *data = g_task_get_task_data (task);
  g_autoptr (FwCommand) command = NULL;
  FwRecord *employer;
  GError *error = NULL;

  data->store = fw_store_create_finish (result, &error);
  if (data->store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  command = fw_command_new ("employer.add", data->who, NULL);
  employer = fw_command_add (command, "employer");
  fw_record_set (employer, "name", data->company);
  fw_record_set (employer, "place", data->place);
  fw_record_set (employer, "jurisdiction", data->jurisdiction);
  fw_store_run_async (data->store, command, NULL, employer_put_cb, g_steal_pointer (&task));
}

/**
 * fw_opening_create_async:
 *
 * Makes a new store with its first employer.
 */
void
fw_opening_create_async (const FwOpening *opening, GAsyncReadyCallback callback, gpointer user_data)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MODERATE, .time_zone = opening->time_zone, .who = opening->who };

  fw_store_create_async (opening->folder, opening->passphrase, &options, NULL, created_cb,
                         new_task (opening, callback, user_data));
}

/**
 * fw_opening_open_async:
 *
 * Opens a store for writing.
 */
void
fw_opening_open_async (const FwOpening *opening, GAsyncReadyCallback callback, gpointer user_data)
{
  fw_store_open_async (opening->folder, opening->passphrase, FW_STORE_WRITE, NULL, opened_cb,
                       new_task (opening, callback, user_data));
}

/**
 * fw_opening_finish:
 *
 * Returns: (transfer full) (nullable): the workplace over the open store
 */
FwWorkplace *
fw_opening_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
