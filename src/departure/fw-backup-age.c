#include "departure/fw-backup-age.h"

#include "core/fw-task.h"
#include "store/fw-audit.h"

typedef struct
{
  FwStore *store;
  FwDate today;
  FwBackupAge age;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->store);
  g_free (reading);
}

/* The day of an event where the store's "today" is. */
static FwDate
day_of (FwEvent *event, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (fw_event_get_time (event), NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return text != NULL ? fw_date_from_string (text) : FW_DATE_UNKNOWN;
}

static FwEvent *
find_event (FwStore *store, gboolean *ever, GError **error)
{
  g_autoptr (GError) none = NULL;
  FwEvent *event = fw_store_find_last_event (store, "store.back-up", &none);

  *ever = event != NULL;
  if (event != NULL)
    return event;
  if (g_error_matches (none, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND))
    return fw_store_find_last_event (store, "store.create", error);
  g_propagate_error (error, g_steal_pointer (&none));
  return NULL;
}

/**
 * fw_backup_age_read:
 * @age: (out caller-allocates): what was found
 *
 * Asks the audit when the store was last backed up, on the caller's thread.
 */
gboolean
fw_backup_age_read (FwStore *store,
                    FwDate today,
                    FwBackupAge *age,
                    GError **error)
{
  g_autoptr (FwEvent) event = find_event (store, &age->ever, error);
  g_autoptr (GTimeZone) zone = event != NULL ? fw_store_dup_time_zone (store) : NULL;
  FwDate day;

  if (event == NULL)
    return FALSE;
  day = day_of (event, zone);
  age->last = age->ever ? day : FW_DATE_UNKNOWN;
  /* Worked on an earlier day than the clock's, it was made today. */
  age->days = fw_date_is_known (day) ? MAX (0, fw_date_days_between (day, today)) : 0;
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  if (fw_backup_age_read (reading->store, reading->today, &reading->age, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_backup_age_read_async:
 *
 * As fw_backup_age_read(), on a worker thread.
 */
void
fw_backup_age_read_async (FwWorkplace *workplace, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (fw_workplace_get_store (workplace));
  reading->today = fw_workplace_get_today (workplace);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  fw_task_run_in_thread (task, read_in_thread);
}

/**
 * fw_backup_age_read_finish:
 * @age: (out caller-allocates): what was found
 */
gboolean
fw_backup_age_read_finish (GAsyncResult *result, FwBackupAge *age, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *age = reading->age;
  return TRUE;
}
