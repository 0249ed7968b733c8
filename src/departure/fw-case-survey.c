/* The survey some weeks after the last day: that it was sent is kept with the case, what comes back is not. */
#include "departure/fw-case-act-private.h"
#include "departure/fw-survey.h"

static gboolean
was_sent (FwCaseJudged *now)
{
  for (guint i = 0; i < now->records->tasks->len; i++)
    if (g_strcmp0 (fw_record_get (now->records->tasks->pdata[i], "kind"), FW_SURVEY_TASK) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
note_survey (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "survey.send", NULL);
  FwDate last_day = fw_record_get_date (now->records->row, "last-day");
  FwRecord *task;

  if (_fw_case_state_of (now) == FW_CASE_STATE_WITHDRAWN || !fw_date_is_known (last_day) ||
      fw_date_compare (last_day, act->scene->today) > 0)
    return _fw_case_refuse (error, "the survey is for somebody who has left");
  if (was_sent (now))
    return _fw_case_refuse (error, "it was seen to already");
  task = fw_command_add (command, "task");
  fw_record_set (task, "case-id", act->case_id);
  fw_record_set (task, "employee-id", fw_record_get (now->records->row, "employee-id"));
  fw_record_set (task, "kind", FW_SURVEY_TASK);
  fw_record_set (task, "title", act->text[0]);
  fw_record_set (task, "state", act->flag ? "sent" : "left");
  fw_record_set_date (task, "due", fw_date_add_days (last_day, FW_SURVEY_DAYS));
  fw_record_set_date (task, "done", act->scene->today);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
survey_act (FwCase *self,
            const char *title,
            gboolean sent)
{
  FwCaseAct *act = _fw_case_act_new (self, note_survey, title, NULL, NULL);

  act->flag = sent;
  return act;
}

/**
 * fw_case_note_survey:
 * @title: what the survey is called
 * @sent: it went to the person; otherwise it was decided to leave it
 *
 * Says that the survey of this departure was seen to, once; also of a closed case. Nothing reminds of it any more. What comes back is no part of
 * the case: nothing says who answered.
 */
gboolean
fw_case_note_survey (FwCase *self,
                     const char *title,
                     gboolean sent,
                     GError **error)
{
  return _fw_case_act (self, survey_act (self, title, sent), NULL, error);
}

void
fw_case_note_survey_async (FwCase *self,
                           const char *title,
                           gboolean sent,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  _fw_case_act_async (self, survey_act (self, title, sent), cancellable, callback, user_data, fw_case_note_survey_async);
}
