/* What parting costs beside the law, and why it came to it: offers, the settlement, reasons, the survey. */
#include "cli/fw-cli-case-private.h"

#include <string.h>

#include "departure/fw-reason-list.h"
#include "departure/fw-survey.h"

FwExit
_fw_cli_case_offer (FwCliCaseCall *call)
{
  gboolean not = fw_cli_take_flag (call->cli, "--not");
  g_autofree char *offer = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (offer == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_offer (call->its, offer, !not, &error) && fw_case_save (call->its, &error), &error);
}

/* A line of the pack by its id; without one a line of one's own, which --label names. */
FwExit
_fw_cli_case_settle (FwCliCaseCall *call)
{
  g_autofree char *amount = fw_cli_take_option (call->cli, "--amount");
  g_autofree char *reason = fw_cli_take_option (call->cli, "--reason");
  g_autofree char *label = fw_cli_take_option (call->cli, "--label");
  g_autofree char *basis = fw_cli_take_option (call->cli, "--basis");
  g_autofree char *group = fw_cli_take_option (call->cli, "--group");
  gboolean out = fw_cli_take_flag (call->cli, "--out"), none = fw_cli_take_flag (call->cli, "--none");
  g_autofree char *line = fw_cli_take_word (call->cli);
  FwSettlementChange change = { line, group, label, basis, amount, reason, out };
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (call->cli) || (out && amount != NULL) || (line == NULL && label == NULL && !none))
    return fw_cli_misused (call->cli, NULL);
  if (none && (line != NULL || label != NULL || amount != NULL || out))
    return fw_cli_misused (call->cli, "--none stands alone");
  return _fw_cli_case_after (call, none ? fw_case_settle_none (call->its, &error) : fw_case_settle (call->its, &change, &error), &error);
}

/* The main reason first, in the place of what was there. */
FwExit
_fw_cli_case_reasons (FwCliCaseCall *call)
{
  gboolean none = fw_cli_take_flag (call->cli, "--none");
  GPtrArray *words = call->cli->words;
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (FwReasonChoice));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      char *equals = strchr (words->pdata[i], '=');
      FwReasonChoice choice = { words->pdata[i], equals != NULL ? equals + 1 : NULL };

      if (g_str_has_prefix (words->pdata[i], "--"))
        return fw_cli_misused (call->cli, "reasons stand as REASON or REASON=WORDS, the main one first");
      if (equals != NULL)
        *equals = '\0';
      g_array_append_val (choices, choice);
    }
  if (none != (choices->len == 0))
    return fw_cli_misused (call->cli, none ? "--none stands alone" : NULL);
  if (choices->len > FW_REASONS_MOST_OF_ONE)
    return fw_cli_misused (call->cli, "there are more reasons than one person may have");
  return _fw_cli_case_after (
    call, fw_case_set_reasons (call->its, (const FwReasonChoice *) (gconstpointer) choices->data, choices->len, &error), &error);
}

FwExit
_fw_cli_case_survey (FwCliCaseCall *call)
{
  gboolean sent = fw_cli_take_flag (call->cli, "--sent"), not_sent = fw_cli_take_flag (call->cli, "--not-sent");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSurvey) survey = NULL;

  if (sent == not_sent || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, "--sent or --not-sent");
  survey = fw_survey_read (call->cli->language, &error);
  return _fw_cli_case_after (call, survey != NULL && fw_case_note_survey (call->its, survey->title, sent, &error), &error);
}
