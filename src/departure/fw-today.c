#include "core/fw-task.h"
#include "departure/fw-backup-age.h"
#include "departure/fw-today-private.h"

static void
item_free (gpointer data)
{
  FwTodayItem *item = data;

  g_free (item->employee);
  g_free (item->name);
  g_free (item->post);
  g_free (item->case_id);
  g_free (item->ground);
  g_free (item->text);
  g_free (item);
}

static void
case_free (gpointer data)
{
  FwTodayCase *one = data;

  g_free (one->case_id);
  g_free (one->number);
  g_free (one->employee);
  g_free (one->name);
  g_free (one->post);
  g_free (one->kind);
  g_free (one->ground);
  g_free (one->last_day);
  g_free (one);
}

void
fw_today_free (FwToday *self)
{
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/* Adds an item to the book of what is due, or to the warnings. */
FwTodayItem *
_fw_today_add (GPtrArray *items,
               FwTodaySort sort,
               FwDate due)
{
  FwTodayItem *item = g_new0 (FwTodayItem, 1);

  item->sort = sort;
  item->due = due;
  g_ptr_array_add (items, item);
  return item;
}

/* "区域经理 · 华东销售部", as far as it is known. */
char *
_fw_today_post (FwRecord *overview)
{
  const char *position = fw_record_get (overview, "position");
  const char *department = fw_record_get (overview, "department");

  if (position == NULL || department == NULL)
    return g_strdup (position != NULL ? position : department);
  return g_strdup_printf ("%s · %s", position, department);
}

void
_fw_today_name (FwTodayItem *item,
                FwRecord *overview)
{
  item->employee = g_strdup (fw_record_get_id (overview));
  item->name = g_strdup (fw_record_get (overview, "name"));
  item->post = _fw_today_post (overview);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const FwTodayItem *left = *(FwTodayItem *const *) a;
  const FwTodayItem *right = *(FwTodayItem *const *) b;
  gboolean known = fw_date_is_known (left->due);

  if (known != fw_date_is_known (right->due))
    return known ? -1 : 1;
  if (known && fw_date_compare (left->due, right->due) != 0)
    return fw_date_compare (left->due, right->due);
  return (int) left->sort - (int) right->sort;
}

static gboolean
read_backup (FwScene *scene,
             FwToday *today,
             GError **error)
{
  FwBackupAge age = { 0 };

  if (fw_store_is_sample (scene->store))
    return TRUE;
  if (!fw_backup_age_read (scene->store, today->day, &age, error))
    return FALSE;
  if (age.days >= FW_BACKUP_AGE_LIMIT_DAYS)
    _fw_today_add (today->due, FW_TODAY_BACKUP, fw_date_add_days (today->day, FW_BACKUP_AGE_LIMIT_DAYS - age.days));
  return TRUE;
}

static void
count_due (FwToday *today)
{
  g_ptr_array_sort (today->due, compare_due);
  for (guint i = 0; i < today->due->len; i++)
    {
      const FwTodayItem *item = g_ptr_array_index (today->due, i);

      if (!fw_date_is_known (item->due))
        continue;
      today->n_overdue += fw_date_compare (item->due, today->day) < 0;
      today->n_today += fw_date_compare (item->due, today->day) == 0;
    }
}

static FwToday *
read_today (FwScene *scene,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwToday) today = g_new0 (FwToday, 1);

  today->day = scene->today;
  today->due = g_ptr_array_new_with_free_func (item_free);
  today->cases = g_ptr_array_new_with_free_func (case_free);
  today->warnings = g_ptr_array_new_with_free_func (item_free);
  if (!_fw_today_read_cases (scene, today, cancellable, error) ||
      !_fw_today_read_surveys (scene, today, cancellable, error) ||
      !_fw_today_read_people (scene, today, cancellable, error) || !read_backup (scene, today, error))
    return NULL;
  count_due (today);
  return g_steal_pointer (&today);
}

/**
 * fw_today_read:
 *
 * Finds what there is to do on the workplace's day. Every open case is judged for it.
 *
 * Returns: (transfer full) (nullable): what there is to do
 */
FwToday *
fw_today_read (FwWorkplace *workplace,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (workplace);

  return read_today (scene, cancellable, error);
}

static void
read_in_thread_cb (GTask *task,
                   gpointer source,
                   gpointer scene,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  FwToday *today = read_today (scene, cancellable, &error);

  if (today != NULL)
    g_task_return_pointer (task, today, (GDestroyNotify) fw_today_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_today_read_async:
 *
 * As fw_today_read(), on a worker thread.
 */
void
fw_today_read_async (FwWorkplace *workplace,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_today_read_async);
  g_task_set_task_data (task, _fw_workplace_dup_scene (workplace), (GDestroyNotify) _fw_scene_unref);
  fw_task_run_in_thread (task, read_in_thread_cb);
}

FwToday *
fw_today_read_finish (FwWorkplace *workplace,
                      GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
