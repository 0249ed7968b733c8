#include "departure/fw-case-act-private.h"

#include "departure/fw-engine-private.h"

/* What happens to a case beside its steps: it waits, somebody takes something on, a paper does not reach the person. */

static gboolean
is_ahead (FwCaseAct *act,
          const char *what,
          GError **error)
{
  g_autofree char *day = fw_date_to_string (act->day);

  if (fw_date_is_known (act->day) && fw_date_compare (act->day, act->scene->today) > 0)
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "%s must be a day to come, not ‘%s’", what,
               day != NULL ? day : "");
  return FALSE;
}

/* A notice that is out cannot wait: its days run. */
static gboolean
may_pause (FwCaseJudged *now,
           GError **error)
{
  FwCaseState state = _fw_case_state_of (now);

  if (!_fw_case_goes_on (now, error))
    return FALSE;
  return (state != FW_CASE_STATE_ISSUED && state != FW_CASE_STATE_DELIVERED) ||
         _fw_case_refuse (error, "a paper has been issued and its days run: withdraw the case, or go on");
}

static gboolean
pause_case (FwCaseAct *act,
            FwCaseJudged *now,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.pause", act->text[0]);
  g_autofree char *day = fw_date_to_string (act->day);
  g_autoptr (FwRecord) row = fw_record_copy (now->records->row);

  if (!may_pause (now, error))
    return FALSE;
  if (!_fw_case_has_reason (act->text[0], 1))
    return _fw_case_refuse (error, "say what the case waits for");
  if (!is_ahead (act, "the day on which it is looked at again", error))
    return FALSE;
  fw_record_set_date (row, "paused", act->scene->today);
  fw_record_set (row, "pause-reason", act->text[0]);
  fw_record_set_date (row, "look-again", act->day);
  fw_command_put (command, row);
  fw_command_set_detail (command, "about", day);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
pause_act (FwCase *self,
           const char *reason,
           FwDate look_again)
{
  FwCaseAct *act = _fw_case_act_new (self, pause_case, reason, NULL, NULL);

  act->day = look_again;
  return act;
}

/**
 * fw_case_pause:
 * @reason: what the case waits for; needed
 * @look_again: a day to come, on which it is looked at again
 *
 * Lets the case wait. Its state stays; nothing leads on until it is taken up again: it is not submitted, approved, issued or
 * closed. Refused once a paper was issued.
 */
gboolean
fw_case_pause (FwCase *self,
               const char *reason,
               FwDate look_again,
               GError **error)
{
  return _fw_case_act (self, pause_act (self, reason, look_again), NULL, error);
}

void
fw_case_pause_async (FwCase *self,
                     const char *reason,
                     FwDate look_again,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  _fw_case_act_async (self, pause_act (self, reason, look_again), cancellable, callback, user_data, fw_case_pause_async);
}

static gboolean
resume_case (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  static const char *const fields[] = { "paused", "pause-reason", "look-again" };
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.resume", NULL);
  g_autoptr (FwRecord) row = fw_record_copy (now->records->row);

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (fw_record_get (row, "paused") == NULL)
    return _fw_case_refuse (error, "the case is not paused");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fw_record_set (row, fields[i], NULL);
  fw_command_put (command, row);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_resume:
 *
 * Takes a paused case up again, where it stood.
 */
gboolean
fw_case_resume (FwCase *self,
                GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, resume_case, NULL, NULL, NULL), NULL, error);
}

void
fw_case_resume_async (FwCase *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, resume_case, NULL, NULL, NULL), cancellable, callback, user_data,
                      fw_case_resume_async);
}

/* Tasks */

/* What was promised to the person, as a talk puts it on record. */
#define PROMISE "promise"

/* Whether the pack has such a way out; what it has is said. */
static gboolean
check_way_out (FwPack *pack,
               const char *kind,
               GError **error)
{
  GPtrArray *actions = fw_pack_get_actions (pack);
  g_autoptr (GString) known = g_string_new (PROMISE);

  for (guint i = 0; i < actions->len; i++)
    {
      const char *id = ((FwOption *) actions->pdata[i])->id;

      if (g_str_equal (id, kind))
        return TRUE;
      g_string_append_printf (known, ", %s", id);
    }
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "a task is of no kind ‘%s’; there are: %s", kind, known->str);
  return FALSE;
}

static gboolean
is_kind (FwCaseAct *act,
         FwCaseJudged *now,
         const char *kind,
         GError **error)
{
  FwPacks *packs;
  FwPack *pack;
  gboolean known;

  if (kind == NULL || g_str_equal (kind, PROMISE))
    return TRUE;
  packs = _fw_engine_lock (act->scene->engine, error);
  pack = packs != NULL ? fw_packs_get (packs, now->pack, error) : NULL;
  known = pack != NULL && check_way_out (pack, kind, error);
  if (packs != NULL)
    _fw_engine_unlock (act->scene->engine);
  return known;
}

static gboolean
add_task (FwCaseAct *act,
          FwCaseJudged *now,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "task.add", NULL);
  FwRecord *task;

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (!_fw_case_has_reason (act->text[1], 1))
    return _fw_case_refuse (error, "say what has to be done");
  if (!is_ahead (act, "the day by which it is done", error) || !is_kind (act, now, act->text[0], error))
    return FALSE;
  task = fw_command_add (command, "task");
  fw_record_set (task, "case-id", act->case_id);
  fw_record_set (task, "employee-id", fw_record_get (now->records->row, "employee-id"));
  fw_record_set (task, "kind", act->text[0]);
  fw_record_set (task, "title", act->text[1]);
  fw_record_set (task, "assignee", act->text[2]);
  fw_record_set_date (task, "due", act->day);
  fw_command_set_detail (command, "about", act->text[1]);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
task_act (FwCase *self,
          const char *kind,
          const char *title,
          const char *assignee,
          FwDate due)
{
  FwCaseAct *act = _fw_case_act_new (self, add_task, kind, title, assignee);

  act->day = due;
  return act;
}

/**
 * fw_case_add_task:
 * @kind: (nullable): the way out of the pack that it carries out, or "promise"; another is refused with %FW_WORKPLACE_ERROR_INPUT
 * @title: what has to be done; needed
 * @assignee: (nullable): who does it
 * @due: a day to come, by which it is done
 *
 * Puts on record that somebody has taken something on for this case.
 */
gboolean
fw_case_add_task (FwCase *self,
                  const char *kind,
                  const char *title,
                  const char *assignee,
                  FwDate due,
                  GError **error)
{
  return _fw_case_act (self, task_act (self, kind, title, assignee, due), NULL, error);
}

void
fw_case_add_task_async (FwCase *self,
                        const char *kind,
                        const char *title,
                        const char *assignee,
                        FwDate due,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  _fw_case_act_async (self, task_act (self, kind, title, assignee, due), cancellable, callback, user_data,
                      fw_case_add_task_async);
}

static FwRecord *
find_task (FwCaseJudged *now,
           const char *id,
           GError **error)
{
  GPtrArray *tasks = now->records->tasks;

  for (guint i = 0; i < tasks->len; i++)
    if (g_strcmp0 (fw_record_get_id (tasks->pdata[i]), id) == 0)
      return tasks->pdata[i];
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the case has no task ‘%s’", id);
  return NULL;
}

static gboolean
finish_task (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "task.finish", NULL);
  FwRecord *old = _fw_case_is_open (now, error) ? find_task (now, act->text[0], error) : NULL;
  g_autoptr (FwRecord) task = old != NULL ? fw_record_copy (old) : NULL;

  if (task == NULL)
    return FALSE;
  if (fw_record_get (task, "done") != NULL)
    return _fw_case_refuse (error, "it was done on %s", fw_record_get (task, "done"));
  fw_record_set_date (task, "done", act->scene->today);
  fw_command_put (command, task);
  fw_command_set_detail (command, "about", fw_record_get (task, "title"));
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_finish_task:
 * @task: id of a task of this case
 *
 * Says that it was done today.
 */
gboolean
fw_case_finish_task (FwCase *self,
                     const char *task,
                     GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, finish_task, task, NULL, NULL), NULL, error);
}

void
fw_case_finish_task_async (FwCase *self,
                           const char *task,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, finish_task, task, NULL, NULL), cancellable, callback, user_data,
                      fw_case_finish_task_async);
}

/* Deliveries that failed */

static gboolean
note_failed (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "document.not-delivered", act->text[2]);
  FwRecord *issued = _fw_case_records_issued (now->records, act->text[0]);
  FwRecord *delivery;

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (!_fw_case_has_reason (act->text[2], 1))
    return _fw_case_refuse (error, "say why it did not reach the person");
  if (issued == NULL)
    return _fw_case_refuse (error, "%s has not been issued", act->text[0]);
  if (!_fw_case_check_delivery (act, issued, error))
    return FALSE;
  delivery = fw_command_add (command, "delivery");
  fw_record_set (delivery, "case-id", act->case_id);
  fw_record_set (delivery, "document-issued-id", fw_record_get_id (issued));
  fw_record_set (delivery, "by", act->text[1]);
  fw_record_set (delivery, "delivered-by", act->scene->who);
  fw_record_set (delivery, "status", "failed");
  fw_record_set (delivery, "note", act->text[2]);
  fw_record_set_date (delivery, "on", act->day);
  fw_command_set_detail (command, "document", act->text[0]);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
failed_act (FwCase *self,
            const char *document,
            const char *by,
            FwDate on,
            const char *why)
{
  FwCaseAct *act = _fw_case_act_new (self, note_failed, document, by, why);

  act->day = on;
  return act;
}

/**
 * fw_case_note_failed_delivery:
 * @document: an issued paper of this case
 * @by: hand, post, mail, announcement or notary
 * @on: the day of the try
 * @why: why it did not reach the person; needed
 *
 * Puts on record that a delivery was tried and failed. The paper is not delivered by it; the next way can build on it.
 */
gboolean
fw_case_note_failed_delivery (FwCase *self,
                              const char *document,
                              const char *by,
                              FwDate on,
                              const char *why,
                              GError **error)
{
  return _fw_case_act (self, failed_act (self, document, by, on, why), NULL, error);
}

void
fw_case_note_failed_delivery_async (FwCase *self,
                                    const char *document,
                                    const char *by,
                                    FwDate on,
                                    const char *why,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  _fw_case_act_async (self, failed_act (self, document, by, on, why), cancellable, callback, user_data,
                      fw_case_note_failed_delivery_async);
}
