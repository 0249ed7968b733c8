/* What every verb of a case needs: the open store, the case, and how it is told what came of it. */
#include "cli/fw-cli-case-private.h"

#include <stdio.h>

#include "cli/fw-cli-case-json.h"

void
_fw_cli_case_clear (FwCliCaseCall *call)
{
  g_clear_object (&call->its);
  g_clear_object (&call->workplace);
}

gboolean
_fw_cli_case_read_day (const char *text,
                       FwDate *day,
                       GError **error)
{
  *day = text != NULL ? fw_date_from_string (text) : FW_DATE_UNKNOWN;
  if (text == NULL || fw_date_is_known (*day))
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is not a day (YYYY-MM-DD)", text);
  return FALSE;
}

/* The result in a line, or the whole case as JSON. */
FwExit
_fw_cli_case_tell (FwCliCaseCall *call)
{
  g_autofree char *verdict = fw_cli_case_verdict_name (fw_case_get_verdict (call->its));
  g_autofree char *state = fw_cli_case_state_name (fw_case_get_state (call->its));

  if (call->cli->json)
    fw_cli_print_case (call->its);
  else
    printf ("%s  %s  %s\n", fw_case_get_number (call->its), state, verdict);
  return FW_EXIT_DONE;
}

/* After an act. The error goes by its address: it is looked at when the act is over. */
FwExit
_fw_cli_case_after (FwCliCaseCall *call,
                    gboolean done,
                    GError **error)
{
  return done ? _fw_cli_case_tell (call) : fw_cli_fail (call->cli, *error);
}

gboolean
_fw_cli_case_open (FwCliCaseCall *call,
                   const char *path,
                   FwStoreMode mode,
                   GError **error)
{
  g_autoptr (FwStore) store = fw_cli_open_store (call->cli, path, mode, error);
  FwDate today = store != NULL ? fw_cli_today (call->cli, store, error) : FW_DATE_UNKNOWN;

  if (!fw_date_is_known (today))
    return FALSE;
  call->workplace = fw_workplace_new (store, today, call->cli->account, call->cli->language);
  return TRUE;
}
