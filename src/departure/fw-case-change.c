#include "departure/fw-case-act-private.h"

/* What a person does about a change of law, figures or readings: see it, or move a case that is fixed. */

GListModel *
fw_case_get_changes (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_CHANGES]);
}

/**
 * fw_case_get_fixed_on:
 *
 * Returns: (nullable): the day on which the case was fixed to its figures, readings and law; %NULL before its first paper
 */
const char *
fw_case_get_fixed_on (FwCase *self)
{
  FwRecord *basis = self->judged != NULL ? self->judged->records->basis : NULL;

  return basis != NULL ? fw_record_get (basis, "on") : NULL;
}

/**
 * fw_case_get_fixed_version:
 *
 * Returns: (nullable): the version of the pack to which the case is fixed
 */
const char *
fw_case_get_fixed_version (FwCase *self)
{
  FwRecord *basis = self->judged != NULL ? self->judged->records->basis : NULL;

  return basis != NULL ? fw_record_get (basis, "version") : NULL;
}

/* Adds to @command what the case is decided on from now on. @text: the judging's own basis, or that of today. */
void
_fw_case_put_basis (FwCaseAct *act,
                    FwCaseJudged *now,
                    FwCommand *command,
                    const char *text,
                    const char *document,
                    const char *reason)
{
  FwRecord *basis = fw_command_add (command, "case-basis");

  fw_record_set (basis, "case-id", act->case_id);
  fw_record_set_date (basis, "on", act->scene->today);
  fw_record_set (basis, "by", act->scene->who);
  fw_record_set (basis, "document", document);
  fw_record_set (basis, "reason", reason);
  fw_record_set (basis, "pack", now->pack);
  fw_record_set (basis, "version", now->pack_version);
  fw_record_set (basis, "sha256", now->pack_hash);
  fw_record_set (basis, "text", text);
}

/* The case's own act is no change from outside: what @command makes otherwise has been seen by whoever did it. */
void
_fw_case_forget_basis (FwCaseAct *act,
                       FwCommand *command)
{
  fw_command_take_draft (command, act->case_id, "basis");
}

/* The amounts that changed stand with the event. */
static void
tell_amounts (FwCaseJudged *now,
              FwCommand *command)
{
  GPtrArray *rows = now->lists[FW_CASE_LIST_CHANGES];

  for (guint i = 0; i < rows->len; i++)
    {
      const char *before = fw_case_item_get_text (rows->pdata[i], "before");
      const char *after = fw_case_item_get_text (rows->pdata[i], "after");
      g_autofree char *change = g_strdup_printf ("%s → %s", before != NULL ? before : "?", after != NULL ? after : "?");

      if (g_strcmp0 (fw_case_item_get_text (rows->pdata[i], "sort"), "check") != 0)
        fw_command_set_detail (command, fw_case_item_get_id (rows->pdata[i]), change);
    }
}

static gboolean
has_changes (FwCaseJudged *now,
             gboolean fixed,
             GError **error)
{
  if (now->lists[FW_CASE_LIST_CHANGES]->len == 0)
    return _fw_case_refuse (error, "neither law nor figures have changed anything in this case");
  if (!fixed && now->records->basis != NULL)
    return _fw_case_refuse (error, "the case is fixed to what it was decided on: it can be moved, with a reason");
  if (fixed && now->records->basis == NULL)
    return _fw_case_refuse (error, "the case follows law and figures until its first paper is issued");
  return TRUE;
}

static gboolean
acknowledge (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.acknowledge", NULL);

  if (!_fw_case_is_open (now, error) || !has_changes (now, FALSE, error))
    return FALSE;
  tell_amounts (now, command);
  _fw_case_forget_basis (act, command);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_acknowledge:
 *
 * Says that the person at work has seen what a change of law, figures or readings did to the case. Refused where nothing
 * changed.
 */
gboolean
fw_case_acknowledge (FwCase *self,
                     GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, acknowledge, NULL, NULL, NULL), NULL, error);
}

void
fw_case_acknowledge_async (FwCase *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, acknowledge, NULL, NULL, NULL), cancellable, callback, user_data,
                      fw_case_acknowledge_async);
}

static gboolean
move_basis (FwCaseAct *act,
            FwCaseJudged *now,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.move-basis", act->text[0]);

  if (!_fw_case_is_open (now, error) || !has_changes (now, TRUE, error))
    return FALSE;
  if (!_fw_case_has_reason (act->text[0], 1))
    return _fw_case_refuse (error, "say why the case is moved to the figures of today");
  tell_amounts (now, command);
  _fw_case_put_basis (act, now, command, now->present_basis, NULL, act->text[0]);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_move_basis:
 * @reason: why; needed
 *
 * Moves a case that is fixed to the law, figures and readings of today. Its issued papers stay as they are. Refused where
 * nothing changed.
 */
gboolean
fw_case_move_basis (FwCase *self,
                    const char *reason,
                    GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, move_basis, reason, NULL, NULL), NULL, error);
}

void
fw_case_move_basis_async (FwCase *self,
                          const char *reason,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, move_basis, reason, NULL, NULL), cancellable, callback, user_data,
                      fw_case_move_basis_async);
}
