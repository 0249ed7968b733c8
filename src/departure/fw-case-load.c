#include "departure/fw-case-private.h"

#include "core/fw-task.h"

/* Reading a case: what its session kept, then its object, then its first judging. */

void
_fw_case_kept_free (FwCaseKept *self)
{
  g_free (self->id);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->seen);
  g_free (self);
}

/* Drafts are text of a dictionary, so that a program that ends badly loses nothing that was typed. */
static gboolean
load_drafts (FwCaseKept *self,
             FwStore *store,
             GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = fw_store_dup_draft (store, self->id, "answers", &problem);
  g_autoptr (GVariant) kept = NULL;
  GVariantIter iter;
  const char *path, *value;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  kept = text != NULL ? g_variant_parse (G_VARIANT_TYPE ("a{sms}"), text, NULL, NULL, NULL) : NULL;
  if (kept == NULL)
    return TRUE;
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&sm&s}", &path, &value))
    g_hash_table_replace (self->pending, g_strdup (path), g_strdup (value));
  return TRUE;
}

static gboolean
load_seen (FwCaseKept *self,
           FwStore *store,
           GError **error)
{
  for (guint step = 0; step < FW_CASE_STEP_COUNT; step++)
    {
      g_autofree char *key = g_strdup_printf ("seen/%u", step);
      g_autoptr (GError) problem = NULL;
      char *text = fw_store_dup_draft (store, self->id, key, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (text != NULL)
        g_hash_table_insert (self->seen, GUINT_TO_POINTER (step), text);
    }
  return TRUE;
}

/* Reads what earlier sessions drafted and saw; on any thread. */
FwCaseKept *
_fw_case_kept_load (FwStore *store,
                    const char *case_id,
                    GError **error)
{
  g_autoptr (FwCaseKept) self = g_new0 (FwCaseKept, 1);

  self->id = g_strdup (case_id);
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (!load_drafts (self, store, error) || !load_seen (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fw_case_load:
 * @id_or_number: its id, or its number as shown
 *
 * Reads a case and judges it, with what was drafted and not yet taken in.
 *
 * Returns: (transfer full) (nullable): the case; %NULL with %FW_WORKPLACE_ERROR_NOT_FOUND where there is none
 */
FwCase *
fw_case_load (FwWorkplace *workplace,
              const char *id_or_number,
              GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autofree char *id = _fw_case_find (store, id_or_number, error);
  FwCaseKept *kept = id != NULL ? _fw_case_kept_load (store, id, error) : NULL;
  g_autoptr (FwCase) self = kept != NULL ? _fw_case_new (workplace, kept) : NULL;

  if (self == NULL || !fw_case_judge (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  FwStore *store;
  char *name;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->store);
  g_free (loading->name);
  g_free (loading);
}

static void
load_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  Loading *loading = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = _fw_case_find (loading->store, loading->name, &error);
  FwCaseKept *kept = id != NULL ? _fw_case_kept_load (loading->store, id, &error) : NULL;

  if (kept != NULL)
    g_task_return_pointer (task, kept, (GDestroyNotify) _fw_case_kept_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
judged_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (fw_case_judge_finish (FW_CASE (source), result, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Ends a task that found a case: @user_data is the caller's task, which waits for the first judging. */
void
_fw_case_found_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) self = NULL;
  FwCaseKept *kept = g_task_propagate_pointer (G_TASK (result), &error);

  if (kept == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self = _fw_case_new (FW_WORKPLACE (source), kept);
  fw_case_judge_async (self, NULL, judged_cb, g_steal_pointer (&task));
}

/**
 * fw_case_load_async:
 *
 * As fw_case_load(), on a worker thread; ends with fw_case_new_finish().
 */
void
fw_case_load_async (FwWorkplace *workplace,
                    const char *id_or_number,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *outer = g_task_new (workplace, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (workplace, cancellable, _fw_case_found_cb, outer);
  Loading *loading = g_new0 (Loading, 1);

  loading->store = g_object_ref (fw_workplace_get_store (workplace));
  loading->name = g_strdup (id_or_number);
  g_task_set_source_tag (outer, fw_case_load_async);
  g_task_set_source_tag (inner, fw_case_load_async);
  g_task_set_task_data (inner, loading, (GDestroyNotify) loading_free);
  fw_task_run_in_thread (inner, load_cb);
}

/**
 * fw_case_new_finish:
 *
 * Returns: (transfer full) (nullable): the case that fw_case_open_async() or fw_case_load_async() made, judged
 */
FwCase *
fw_case_new_finish (GAsyncResult *result,
                    GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
