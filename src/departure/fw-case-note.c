#include "departure/fw-case-act-private.h"

#include "departure/fw-local-figures-private.h"

/* Acts that leave the case as it is: a figure of the place is confirmed, a copy of a paper leaves the program. */

/* What is not said stays as it stands in the figure. */
static gboolean
confirm_figure (FwCaseAct *act,
                FwCaseJudged *now,
                GCancellable *cancellable,
                GError **error)
{
  const char *value = act->text[1], *source = act->text[2];
  g_autoptr (FwNumber) amount = fw_number_parse (value);
  g_autoptr (FwRecord) figure = NULL;
  g_autoptr (FwRecord) corrected = NULL;
  g_autoptr (FwCommand) command = NULL;
  FwRecord *right;

  if (value != NULL && (amount == NULL || fw_number_sign (amount) <= 0))
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT,
                           "the figure must be an amount above zero, such as 12434.00");
      return FALSE;
    }
  if (source != NULL && *source == '\0')
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "write down where the figure was found");
      return FALSE;
    }
  figure = fw_store_get (act->scene->store, "local-figure", act->text[0], error);
  if (figure == NULL)
    return FALSE;
  command = _fw_case_act_command (act, "figure.confirm", NULL);
  corrected = _fw_local_figure_corrected (figure, value);
  right = corrected != NULL ? corrected : figure;
  if (source != NULL)
    fw_record_set (right, "source", source);
  _fw_local_figure_confirm (right, act->scene->who, act->scene->today);
  if (corrected == NULL)
    fw_command_put (command, figure);
  else if (!_fw_local_figures_put_one (act->scene->store, command, corrected, fw_record_get_id (figure), error))
    return FALSE;
  _fw_case_forget_basis (act, command);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_confirm_figure:
 * @figure: id of a local figure
 * @value: (nullable): the amount as the person found it, a plain decimal; %NULL: as it stands
 * @source: (nullable): where it was found; %NULL: as it stands
 *
 * Says that the person at work has checked a local figure, and judges the case with it. Only confirmed figures are
 * reckoned with. Refused with %FW_WORKPLACE_ERROR_INPUT where the amount is none, or the source empty.
 */
gboolean
fw_case_confirm_figure (FwCase *self,
                        const char *figure,
                        const char *value,
                        const char *source,
                        GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, confirm_figure, figure, value, source), NULL, error);
}

/**
 * fw_case_confirm_figure_async:
 *
 * As fw_case_confirm_figure(), on a worker thread; ends with fw_case_act_finish().
 */
void
fw_case_confirm_figure_async (FwCase *self,
                              const char *figure,
                              const char *value,
                              const char *source,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, confirm_figure, figure, value, source), cancellable, callback,
                      user_data, fw_case_confirm_figure_async);
}

static void
noted_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!fw_case_act_finish (FW_CASE (object), result, &error))
    g_warning ("case %s: a copy was made and could not be noted: %s", fw_case_get_id (FW_CASE (object)), error->message);
}

static gboolean
note_copy (FwCaseAct *act,
           FwCaseJudged *now,
           GCancellable *cancellable,
           GError **error)
{
  const char *document = act->text[0];
  g_autofree char *what = g_strdup_printf ("document.%s", act->text[1]);
  g_autoptr (FwCommand) command = _fw_case_act_command (act, what, NULL);
  gboolean issued = _fw_case_records_issued (now->records, document) != NULL;

  fw_command_set_detail (command, "document", document);
  fw_command_set_detail (command, "draft", act->text[2] != NULL ? act->text[2] : issued ? "false" : "true");
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_note_copy:
 * @document: id of the paper
 * @how: "print" or "export"
 *
 * Puts on record, in the background, that a copy of a paper left the program: of the issued one where there is one.
 */
void
fw_case_note_copy (FwCase *self,
                   const char *document,
                   const char *how)
{
  _fw_case_act_async (self, _fw_case_act_new (self, note_copy, document, how, NULL), NULL, noted_cb, NULL,
                      fw_case_note_copy);
}

/**
 * fw_case_note_export:
 * @draft: whether it was the draft, although the paper may have been issued
 *
 * Puts on record that a paper left the program as a file, and waits for it.
 */
gboolean
fw_case_note_export (FwCase *self,
                     const char *document,
                     gboolean draft,
                     GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, note_copy, document, "export", draft ? "true" : "false"), NULL, error);
}

static gboolean
note_decline (FwCaseAct *act,
              FwCaseJudged *now,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "talk.declined", act->text[1]);

  fw_command_set_detail (command, "about", act->text[0]);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_note_decline_async:
 * @name: (nullable): who was asked to sit at the table of a talk
 * @why: (nullable): what was said
 *
 * Puts on record, on a worker thread, that somebody does not come to a talk of the case; ends with fw_case_act_finish().
 */
void
fw_case_note_decline_async (FwCase *self,
                            const char *name,
                            const char *why,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, note_decline, name, why, NULL), cancellable, callback, user_data,
                      fw_case_note_decline_async);
}
