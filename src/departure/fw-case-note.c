#include "departure/fw-case-act-private.h"

/* Acts that leave the case as it is: a figure of the place is confirmed, a copy of a paper leaves the program. */

static gboolean
confirm_figure (FwCaseAct *act,
                FwCaseJudged *now,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (FwNumber) amount = fw_number_parse (act->text[1]);
  g_autoptr (FwRecord) figure = NULL;
  g_autoptr (FwCommand) command = NULL;

  if (amount == NULL || fw_number_to_double (amount) <= 0)
    return _fw_case_refuse (error, "the figure must be an amount above zero, such as 12434.00");
  if (act->text[2] == NULL || *act->text[2] == '\0')
    return _fw_case_refuse (error, "write down where the figure was found");
  figure = fw_store_get (act->scene->store, "local-figure", act->text[0], error);
  if (figure == NULL)
    return FALSE;
  fw_record_set (figure, "amount", act->text[1]);
  fw_record_set (figure, "source", act->text[2]);
  fw_record_set_truth (figure, "confirmed", TRUE);
  fw_record_set (figure, "confirmed-by", act->scene->who);
  fw_record_set_date (figure, "confirmed-on", act->scene->today);
  command = _fw_case_act_command (act, "figure.confirm", NULL);
  fw_command_put (command, figure);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_confirm_figure_async:
 * @figure: id of a local figure
 * @value: the amount as the person found it, a plain decimal
 * @source: where it was found
 *
 * Says that the person at work has checked a local figure, and judges the case with it. Finished by fw_case_act_finish().
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
  g_autofree char *what = g_strdup_printf ("document.%s", act->text[1]);
  g_autoptr (FwCommand) command = _fw_case_act_command (act, what, act->text[0]);

  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_note_copy:
 * @document: id of the paper
 * @how: "print" or "export"
 *
 * Puts on record that a copy of a paper left the program.
 */
void
fw_case_note_copy (FwCase *self,
                   const char *document,
                   const char *how)
{
  _fw_case_act_async (self, _fw_case_act_new (self, note_copy, document, how, NULL), NULL, noted_cb, NULL,
                      fw_case_note_copy);
}
