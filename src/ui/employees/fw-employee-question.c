#include "config.h"

#include "ui/employees/fw-employee-question.h"

#include "core/fw-task.h"

/* Whoever is there first takes the answer: the one who asked, while it waits for a moment, or the callback. */
struct _FwEmployeeQuestion
{
  GMutex mutex;
  GCond answered;
  gboolean done;
  FwEmployeeAnswer *answer;

  char *text;
  FwEmployeeFilter filter; /* its texts are owned */
  guint n_rows;
};

static void
clear_question (gpointer data)
{
  FwEmployeeQuestion *self = data;

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_clear_pointer (&self->answer, fw_employee_answer_free);
  g_free (self->text);
  g_free ((char *) self->filter.department_id);
  g_free ((char *) self->filter.status);
  g_free ((char *) self->filter.order);
}

void
fw_employee_question_unref (FwEmployeeQuestion *self)
{
  g_atomic_rc_box_release_full (self, clear_question);
}

static void
look_cb (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  FwEmployeeQuestion *self = data;
  g_autoptr (GError) error = NULL;
  FwEmployeeAnswer *answer = fw_store_find_people (store, self->text, &self->filter, self->n_rows, FALSE, cancellable,
                                                   &error);
  gboolean found = answer != NULL; /* from then on it may be somebody else's */

  g_mutex_lock (&self->mutex);
  self->answer = answer;
  self->done = TRUE;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->mutex);
  if (found)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static FwEmployeeQuestion *
new_question (const char *text, const FwEmployeeFilter *filter, guint n_rows)
{
  FwEmployeeQuestion *self = g_atomic_rc_box_new0 (FwEmployeeQuestion);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->text = g_strdup (text);
  self->filter = *filter;
  self->filter.department_id = g_strdup (filter->department_id);
  self->filter.status = g_strdup (filter->status);
  self->filter.order = g_strdup (filter->order);
  self->n_rows = n_rows;
  return self;
}

/**
 * fw_employee_question_ask:
 * @n_rows: how many rows to bring along
 *
 * Asks as fw_store_find_people() does; an answer with only the beginning of everybody will do.
 *
 * Returns: (transfer full): the question, for whoever wants to wait for a moment
 */
FwEmployeeQuestion *
fw_employee_question_ask (FwStore *store, const char *text, const FwEmployeeFilter *filter, guint n_rows,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FwEmployeeQuestion *self = new_question (text, filter, n_rows);
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_employee_question_ask);
  g_task_set_priority (task, G_PRIORITY_HIGH); /* somebody looks at the screen */
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self), (GDestroyNotify) fw_employee_question_unref);
  fw_task_run_in_thread (task, look_cb);
  return self;
}

/**
 * fw_employee_question_take:
 * @patience_ms: for how long to wait for the answer
 *
 * Returns: (transfer full) (nullable): the answer where it came in time and nobody has taken it
 */
FwEmployeeAnswer *
fw_employee_question_take (FwEmployeeQuestion *self, guint patience_ms)
{
  const gint64 end = g_get_monotonic_time () + patience_ms * G_TIME_SPAN_MILLISECOND;
  FwEmployeeAnswer *answer;

  g_mutex_lock (&self->mutex);
  while (!self->done && g_cond_wait_until (&self->answered, &self->mutex, end))
    ;
  answer = g_steal_pointer (&self->answer);
  g_mutex_unlock (&self->mutex);
  return answer;
}

/**
 * fw_employee_question_finish:
 *
 * Returns: (transfer full) (nullable): the answer; %NULL with an error, and without one where it has been taken already
 */
FwEmployeeAnswer *
fw_employee_question_finish (GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return fw_employee_question_take (g_task_get_task_data (G_TASK (result)), 0);
}
