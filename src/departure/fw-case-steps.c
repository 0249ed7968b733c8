#include "departure/fw-case-act-private.h"

#include "rules/fw-assessment.h"

/* How a case goes on: approval, a lawyer's override, closing, withdrawal. */

#define LEAST_REASON 20 /* characters of an override's reason */

/* Puts the case into another state, with the reason kept beside. */
static gboolean
go_to (FwCaseAct *act,
       FwCaseJudged *now,
       const char *what,
       FwCaseState state,
       const char *reason,
       GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, what, reason);

  _fw_case_put_row (now, command, state);
  _fw_case_put_pack (act, now, command);
  _fw_case_put_note (act, command, reason);
  return _fw_case_act_run (act, command, NULL, error);
}

/* The bars that no answer has removed, one a line. */
static gboolean
nothing_bars (FwCaseJudged *now,
              GError **error)
{
  GPtrArray *rows = now->lists[FW_CASE_LIST_FINDINGS];
  g_autoptr (GString) bars = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_choice (rows->pdata[i], "verdict") == FW_VERDICT_BLOCKED)
      g_string_append_printf (bars, "%scheck %s: %s", bars->len > 0 ? "\n" : "", fw_case_item_get_id (rows->pdata[i]),
                              fw_case_item_get_text (rows->pdata[i], "title"));
  if (now->assessment == NULL)
    return _fw_case_refuse (error, "no ground is chosen");
  return bars->len == 0 || _fw_case_refuse (error, "%s", bars->str);
}

static gboolean
submit (FwCaseAct *act,
        FwCaseJudged *now,
        GCancellable *cancellable,
        GError **error)
{
  FwCaseState state = _fw_case_state_of (now);

  if (state != FW_CASE_STATE_DRAFT && state != FW_CASE_STATE_RETURNED)
    return _fw_case_refuse (error, "the case is %s and cannot be submitted", _fw_case_state_text (state));
  return _fw_case_goes_on (now, error) && nothing_bars (now, error) &&
         go_to (act, now, "case.submit", FW_CASE_STATE_SUBMITTED, act->text[0], error);
}

/**
 * fw_case_submit:
 * @reason: (nullable): what those who approve should know
 *
 * Hands the case in for approval; refused while a check bars it. Materials may still be missing: those who approve see it.
 */
gboolean
fw_case_submit (FwCase *self,
                const char *reason,
                GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, submit, reason, NULL, NULL), NULL, error);
}

void
fw_case_submit_async (FwCase *self,
                      const char *reason,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, submit, reason, NULL, NULL), cancellable, callback, user_data,
                      fw_case_submit_async);
}

static gboolean
is_submitted (FwCaseJudged *now,
              GError **error)
{
  FwCaseState state = _fw_case_state_of (now);

  return state == FW_CASE_STATE_SUBMITTED ||
         _fw_case_refuse (error, "the case is %s: nothing waits for approval", _fw_case_state_text (state));
}

static gboolean
hand_back (FwCaseAct *act,
           FwCaseJudged *now,
           GCancellable *cancellable,
           GError **error)
{
  if (!is_submitted (now, error))
    return FALSE;
  if (!_fw_case_has_reason (act->text[0], 1))
    return _fw_case_refuse (error, "say what is missing");
  return go_to (act, now, "case.return", FW_CASE_STATE_RETURNED, act->text[0], error);
}

/**
 * fw_case_return:
 * @reason: what is missing; needed
 *
 * Returns a submitted case.
 */
gboolean
fw_case_return (FwCase *self,
                const char *reason,
                GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, hand_back, reason, NULL, NULL), NULL, error);
}

void
fw_case_return_async (FwCase *self,
                      const char *reason,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, hand_back, reason, NULL, NULL), cancellable, callback, user_data,
                      fw_case_return_async);
}

static gboolean
approve (FwCaseAct *act,
         FwCaseJudged *now,
         GCancellable *cancellable,
         GError **error)
{
  return is_submitted (now, error) && _fw_case_goes_on (now, error) && nothing_bars (now, error) &&
         go_to (act, now, "case.approve", FW_CASE_STATE_APPROVED, act->text[0], error);
}

/**
 * fw_case_approve:
 * @reason: (nullable): a remark
 *
 * Approves a submitted case. A change afterwards makes it a draft again.
 */
gboolean
fw_case_approve (FwCase *self,
                 const char *reason,
                 GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, approve, reason, NULL, NULL), NULL, error);
}

void
fw_case_approve_async (FwCase *self,
                       const char *reason,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, approve, reason, NULL, NULL), cancellable, callback, user_data,
                      fw_case_approve_async);
}

static gboolean
may_override (FwCaseAct *act,
              FwCaseJudged *now,
              GError **error)
{
  FwCaseItem *finding = _fw_case_find_row (now, FW_CASE_LIST_FINDINGS, act->text[0]);

  if (finding == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the case has no finding ‘%s’", act->text[0]);
      return FALSE;
    }
  if (fw_case_item_get_choice (finding, "verdict") < FW_VERDICT_MISSING)
    return _fw_case_refuse (error, "%s does not stand in the way", act->text[0]);
  if (!fw_case_item_get_truth (finding, "can-override"))
    return _fw_case_refuse (error, "the law leaves %s to nobody: no lawyer can set it aside", act->text[0]);
  if (!_fw_case_has_reason (act->text[1], 1))
    return _fw_case_refuse (error, "name the lawyer");
  return _fw_case_has_reason (act->text[2], LEAST_REASON) ||
         _fw_case_refuse (error, "the reason has fewer than %d characters", LEAST_REASON);
}

static gboolean
override (FwCaseAct *act,
          FwCaseJudged *now,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.override", act->text[2]);
  FwRecord *record;

  if (!_fw_case_is_open (now, error) || !may_override (act, now, error))
    return FALSE;
  record = fw_command_add (command, "case-override");
  fw_record_set (record, "case-id", act->case_id);
  fw_record_set (record, "finding", act->text[0]);
  fw_record_set (record, "by", act->text[1]);
  fw_record_set (record, "reason", act->text[2]);
  fw_record_set_date (record, "on", act->scene->today);
  fw_command_set_detail (command, "finding", act->text[0]);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_override:
 * @finding: id of a finding that stands in the way and that the pack lets a lawyer set aside
 * @lawyer: who answers for it
 * @reason: why, in at least twenty characters
 *
 * Sets a finding aside on a lawyer's word. It stays on record and in the audit; no paper shows it.
 */
gboolean
fw_case_override (FwCase *self,
                  const char *finding,
                  const char *lawyer,
                  const char *reason,
                  GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, override, finding, lawyer, reason), NULL, error);
}

void
fw_case_override_async (FwCase *self,
                        const char *finding,
                        const char *lawyer,
                        const char *reason,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, override, finding, lawyer, reason), cancellable, callback, user_data,
                      fw_case_override_async);
}

/* What closing waits for, one a line. */
static gboolean
may_close (FwCaseAct *act,
           FwCaseJudged *now,
           GError **error)
{
  GPtrArray *rows = now->lists[FW_CASE_LIST_MATERIALS];
  FwDate last_day = fw_record_get_date (now->records->row, "last-day");
  g_autoptr (GString) open = g_string_new (NULL);

  if (_fw_case_state_of (now) == FW_CASE_STATE_SUBMITTED)
    return _fw_case_refuse (error, "the case waits for approval");
  if (!fw_date_is_known (last_day))
    g_string_append (open, "the last day is not known\n");
  else if (fw_date_compare (last_day, act->scene->today) > 0)
    g_string_append (open, "the last day has not come yet\n");
  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_truth (rows->pdata[i], "required") &&
        fw_case_item_get_choice (rows->pdata[i], "state") != FW_MATERIAL_PRESENT)
      g_string_append_printf (open, "missing material %s: %s\n", fw_case_item_get_id (rows->pdata[i]),
                              fw_case_item_get_text (rows->pdata[i], "title"));
  if (open->len > 0)
    g_string_truncate (open, open->len - 1);
  return open->len == 0 || _fw_case_refuse (error, "%s", open->str);
}

/* The employment ends with the case: later years are not counted on it. */
static gboolean
end_employment (FwCaseAct *act,
                FwCaseJudged *now,
                FwCommand *command,
                GError **error)
{
  const char *id = fw_record_get (now->records->person, "employment-id");
  g_autoptr (FwRecord) old = id != NULL ? fw_store_get (act->scene->store, "employment", id, error) : NULL;
  g_autoptr (FwRecord) employment = old != NULL ? fw_record_copy (old) : NULL;

  if (employment == NULL)
    return id == NULL;
  fw_record_set (employment, "ended", fw_record_get (now->records->row, "last-day"));
  fw_command_put (command, employment);
  return TRUE;
}

static gboolean
close_case (FwCaseAct *act,
            FwCaseJudged *now,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.close", NULL);

  if (!_fw_case_goes_on (now, error) || !nothing_bars (now, error) || !may_close (act, now, error))
    return FALSE;
  fw_record_set_date (_fw_case_put_row (now, command, FW_CASE_STATE_CLOSED), "closed", act->scene->today);
  _fw_case_put_pack (act, now, command);
  return end_employment (act, now, command, error) && _fw_case_put_status (act, now, command, "left", error) &&
         _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_close:
 *
 * Closes the case: the last day is past, every material is there, and the person has left.
 */
gboolean
fw_case_close (FwCase *self,
               GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, close_case, NULL, NULL, NULL), NULL, error);
}

void
fw_case_close_async (FwCase *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, close_case, NULL, NULL, NULL), cancellable, callback, user_data,
                      fw_case_close_async);
}

/* What was issued and not delivered is void: it keeps its number and says so. */
static void
void_papers (FwCaseAct *act,
             FwCaseJudged *now,
             FwCommand *command)
{
  for (guint i = 0; i < now->records->issued->len; i++)
    {
      g_autoptr (FwRecord) paper = fw_record_copy (now->records->issued->pdata[i]);

      if (fw_record_get (paper, "withdrawn") != NULL)
        continue;
      fw_record_set_date (paper, "withdrawn", act->scene->today);
      fw_command_put (command, paper);
    }
}

static gboolean
withdraw (FwCaseAct *act,
          FwCaseJudged *now,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.withdraw", act->text[0]);

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (_fw_case_state_of (now) == FW_CASE_STATE_DELIVERED)
    return _fw_case_refuse (error, "the notice has been delivered and has taken effect: it cannot be withdrawn");
  if (!_fw_case_has_reason (act->text[0], 1))
    return _fw_case_refuse (error, "say why the case is withdrawn");
  _fw_case_put_row (now, command, FW_CASE_STATE_WITHDRAWN);
  void_papers (act, now, command);
  _fw_case_put_note (act, command, act->text[0]);
  return _fw_case_put_status (act, now, command, "active", error) && _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_withdraw:
 * @reason: why; needed
 *
 * Gives the case up; everything is kept, papers that were issued are void. Refused once a notice was delivered.
 */
gboolean
fw_case_withdraw (FwCase *self,
                  const char *reason,
                  GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, withdraw, reason, NULL, NULL), NULL, error);
}

void
fw_case_withdraw_async (FwCase *self,
                        const char *reason,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, withdraw, reason, NULL, NULL), cancellable, callback, user_data,
                      fw_case_withdraw_async);
}
