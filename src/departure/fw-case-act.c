#include "departure/fw-case-private.h"

#include "core/fw-task.h"
#include "departure/fw-engine-private.h"

/*
 * How an act is played: the drafted answers are taken in, the case is judged as it stands, the act decides on that and
 * runs its command, and the case is judged anew. All of it happens on one thread, the caller's or a worker's; only the
 * result is handed to the object.
 */

void
_fw_case_act_free (FwCaseAct *act)
{
  _fw_scene_unref (act->scene);
  g_hash_table_unref (act->pending);
  g_free (act->case_id);
  for (guint i = 0; i < G_N_ELEMENTS (act->text); i++)
    g_free (act->text[i]);
  g_clear_object (&act->file);
  g_clear_pointer (&act->amounts, g_hash_table_unref);
  g_ptr_array_unref (act->events);
  g_clear_pointer (&act->after, _fw_case_judged_unref);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCaseAct, _fw_case_act_free)

/* An act of a case that no object stands for; what was drafted of it is taken in first. Up to three texts it needs, copied. */
FwCaseAct *
_fw_case_act_new_for (FwScene *scene,
                      const char *case_id,
                      GHashTable *pending,
                      FwCaseActFunc func,
                      const char *text0,
                      const char *text1,
                      const char *text2)
{
  FwCaseAct *act = g_new0 (FwCaseAct, 1);

  act->scene = _fw_scene_ref (scene);
  act->case_id = g_strdup (case_id);
  act->pending = g_hash_table_ref (pending);
  act->func = func;
  act->events = g_ptr_array_new_with_free_func (g_free);
  act->text[0] = g_strdup (text0);
  act->text[1] = g_strdup (text1);
  act->text[2] = g_strdup (text2);
  return act;
}

/* An act of this case; up to three texts it needs, copied. */
FwCaseAct *
_fw_case_act_new (FwCase *self,
                  FwCaseActFunc func,
                  const char *text0,
                  const char *text1,
                  const char *text2)
{
  g_autoptr (FwScene) scene = _fw_case_dup_scene (self);
  g_autoptr (GHashTable) pending = _fw_case_dup_pending (self);

  return _fw_case_act_new_for (scene, fw_case_get_id (self), pending, func, text0, text1, text2);
}

/* A command of the person at work, about this case. */
FwCommand *
_fw_case_act_command (FwCaseAct *act,
                      const char *what,
                      const char *why)
{
  FwCommand *command = fw_command_new (what, act->scene->who, why);

  fw_command_add_subject (command, act->case_id);
  return command;
}

gboolean
_fw_case_act_run (FwCaseAct *act,
                  FwCommand *command,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (FwEvent) event = fw_store_run (act->scene->store, command, cancellable, error);

  if (event == NULL)
    return FALSE;
  g_ptr_array_add (act->events, g_strdup (fw_event_get_id (event)));
  return TRUE;
}

/* Makes what was only drafted part of the record, with one event; nothing happens where nothing was drafted. */
static gboolean
take_in (FwCaseAct *act,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (FwCaseRecords) records = NULL;
  g_autoptr (FwCommand) command = NULL;

  if (g_hash_table_size (act->pending) == 0)
    return TRUE;
  records = _fw_case_records_load (act->scene->store, act->case_id, error);
  if (records == NULL)
    return FALSE;
  command = _fw_case_act_command (act, "case.answer", NULL);
  _fw_case_answers_put (records, act->pending, act->scene->who, act->scene->today, command);
  if (fw_command_get_n_changes (command) > 0)
    {
      fw_command_take_draft (command, act->case_id, "answers");
      return _fw_case_act_run (act, command, cancellable, error);
    }
  return fw_store_set_draft (act->scene->store, act->case_id, "answers", NULL, error);
}

static gboolean
play (FwCaseAct *act,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (FwCaseJudged) now = NULL;

  if (!take_in (act, cancellable, error))
    return FALSE;
  if (act->func != NULL)
    {
      now = _fw_case_judge_now (act->scene, act->case_id, nothing, cancellable, error);
      if (now == NULL)
        return FALSE;
      if (!act->func (act, now, cancellable, error))
        {
          act->after = g_steal_pointer (&now);
          return FALSE;
        }
    }
  act->after = _fw_case_judge_now (act->scene, act->case_id, nothing, NULL, error);
  return act->after != NULL;
}

/* Plays an act on the caller's thread, after those that are under way; what came of it stands in the act. */
gboolean
_fw_case_act_play (FwCaseAct *act,
                   GCancellable *cancellable,
                   GError **error)
{
  gboolean done;

  act->number = _fw_engine_begin_act (act->scene->engine);
  done = play (act, cancellable, error);
  _fw_engine_end_act (act->scene->engine);
  return done;
}

/* Ends may be told in another order than the acts were played in: one on the caller's thread is told at once. */
static void
finish_play (FwCase *self,
             FwCaseAct *act)
{
  for (guint i = 0; i < act->events->len; i++)
    _fw_case_note_event (self, act->events->pdata[i]);
  if (act->after != NULL)
    _fw_case_apply_act (self, act->after, act->pending, act->number);
}

/* Plays an act and waits for its end. Takes the act. */
gboolean
_fw_case_act (FwCase *self,
              FwCaseAct *owned,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FwCaseAct) act = owned;
  gboolean done = _fw_case_act_play (act, cancellable, error);

  finish_play (self, act);
  return done;
}

static void
play_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (_fw_case_act_play (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
played_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  finish_play (FW_CASE (source), g_task_get_task_data (G_TASK (result)));
  _fw_case_go_on (FW_CASE (source));
  if (done)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

/* Plays an act on a worker thread; the object shows its result before @callback is called. Takes the act. */
void
_fw_case_act_async (FwCase *self,
                    FwCaseAct *act,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data,
                    gpointer tag)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (self, cancellable, played_cb, outer);

  g_task_set_source_tag (outer, tag);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (inner, act, (GDestroyNotify) _fw_case_act_free);
  g_task_set_source_tag (inner, tag);
  g_task_set_check_cancellable (inner, FALSE);
  fw_task_run_in_thread (inner, play_cb);
}

/**
 * fw_case_act_finish:
 *
 * Ends any act begun by an _async function of the case.
 *
 * Returns: whether it was done; %FW_WORKPLACE_ERROR_REFUSED with one reason a line where it may not be
 */
gboolean
fw_case_act_finish (FwCase *self,
                    GAsyncResult *result,
                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
