/* The papers of a case: issued, delivered, worded, written into a file. */
#include "cli/fw-cli-case-json.h"
#include "cli/fw-cli-case-private.h"
#include "cli/fw-cli-commands.h"
#include "cli/fw-cli-output.h"
#include "departure/fw-held-talk.h"

#include <stdio.h>

static gboolean
write_whole (FwCliOutput *output,
             GBytes *bytes,
             GError **error)
{
  return bytes != NULL && fw_cli_output_write (output, bytes, error) && fw_cli_output_finish (output, error);
}

FwExit
_fw_cli_case_issue (FwCliCaseCall *call)
{
  g_autofree char *path = fw_cli_take_option (call->cli, "-o");
  g_autofree char *document = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCliOutput) output = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (document == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if ((path != NULL && (output = fw_cli_output_new (path, &error)) == NULL) || !fw_case_issue (call->its, document, NULL, &error))
    return fw_cli_fail (call->cli, error);
  pdf = output != NULL ? fw_case_dup_issued_pdf (call->its, document, &error) : NULL;
  if (output != NULL && !write_whole (output, pdf, &error))
    return fw_cli_fail (call->cli, error);
  return _fw_cli_case_tell (call);
}

FwExit
_fw_cli_case_deliver (FwCliCaseCall *call)
{
  g_autofree char *by = fw_cli_take_option (call->cli, "--by");
  g_autofree char *on = fw_cli_take_option (call->cli, "--on");
  g_autofree char *document = fw_cli_take_word (call->cli);
  g_autofree char *path = fw_cli_take_word (call->cli);
  g_autoptr (GFile) proof = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr (GError) error = NULL;
  FwDate day;

  if (document == NULL || by == NULL || on == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (!_fw_cli_case_read_day (on, &day, &error))
    return fw_cli_fail (call->cli, error);
  return _fw_cli_case_after (call, fw_case_deliver (call->its, document, by, day, proof, NULL, &error), &error);
}

FwExit
_fw_cli_case_not_delivered (FwCliCaseCall *call)
{
  g_autofree char *by = fw_cli_take_option (call->cli, "--by");
  g_autofree char *on = fw_cli_take_option (call->cli, "--on");
  g_autofree char *why = fw_cli_take_option (call->cli, "--reason");
  g_autofree char *document = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;
  FwDate day;

  if (document == NULL || by == NULL || on == NULL || why == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (!_fw_cli_case_read_day (on, &day, &error))
    return fw_cli_fail (call->cli, error);
  return _fw_cli_case_after (call, fw_case_note_failed_delivery (call->its, document, by, day, why, &error), &error);
}

FwExit
_fw_cli_case_wording (FwCliCaseCall *call)
{
  g_autofree char *document = fw_cli_take_word (call->cli);
  g_autofree char *block = fw_cli_take_word (call->cli);
  g_autofree char *text = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (document == NULL || block == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_edit_block (call->its, document, block, text, &error) && fw_case_save (call->its, &error),
                &error);
}

FwExit
_fw_cli_case_read_again (FwCliCaseCall *call)
{
  g_autofree char *document = fw_cli_take_word (call->cli);
  g_autofree char *block = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (document == NULL || block == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_accept_block (call->its, document, block, &error) && fw_case_save (call->its, &error),
                              &error);
}

static FwExit
tell_written (FwCliCaseCall *call,
              const char *document,
              const char *path,
              gboolean draft)
{
  if (call->cli->json)
    fw_cli_print_document (call->its, document, path, draft);
  else
    printf ("%s\n", path);
  return FW_EXIT_DONE;
}

static FwExit
write_document (FwCliCaseCall *call,
                const char *document,
                const char *path,
                gboolean draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = draft ? fw_case_dup_draft_pdf (call->its, document, &error) :
                                   fw_case_dup_issued_pdf (call->its, document, &error);
  g_autoptr (FwCliOutput) output = pdf != NULL ? fw_cli_output_new (path, &error) : NULL;

  /* Noted before it is in its place: no paper leaves the store without its event. */
  if (output == NULL || !fw_cli_output_write (output, pdf, &error) ||
      !fw_case_note_export (call->its, document, draft, &error) || !fw_cli_output_finish (output, &error))
    return fw_cli_fail (call->cli, error);
  return tell_written (call, document, path, draft);
}

#define MINUTES "interview-minutes"

/* The minutes of a talk on record: of the newest that has some, or of the one with this number. */
static const FwHeldTalk *
find_talk (GPtrArray *talks,
           guint64 number,
           GError **error)
{
  for (guint i = 0; i < talks->len; i++)
    {
      const FwHeldTalk *talk = talks->pdata[i];

      if (talk->sha256 != NULL && (number == 0 || talk->number == number))
        return talk;
    }
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the case has no such talk with minutes on record");
  return NULL;
}

static FwExit
write_minutes (FwCliCaseCall *call,
               const char *path,
               guint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) talks = fw_held_talks_list (fw_workplace_get_store (call->workplace), "case-id", fw_case_get_id (call->its), &error);
  const FwHeldTalk *talk = talks != NULL ? find_talk (talks, number, &error) : NULL;
  g_autoptr (FwCliOutput) place = talk != NULL ? fw_cli_output_new (path, &error) : NULL;

  if (place == NULL || !fw_held_talk_save_pdf (call->workplace, talk, file, &error))
    return fw_cli_fail (call->cli, error);
  return tell_written (call, MINUTES, path, FALSE);
}

static FwExit
run_document (FwCli *cli)
{
  g_auto (FwCliCaseCall) call = { .cli = cli };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  g_autofree char *talk = fw_cli_take_option (cli, "--talk");
  gboolean draft = fw_cli_take_flag (cli, "--draft"), minutes;
  guint64 talk_number = 0;
  g_autofree char *store = fw_cli_take_word (cli);
  g_autofree char *number = fw_cli_take_word (cli);
  g_autofree char *document = fw_cli_take_word (cli);

  if (document == NULL || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  minutes = g_str_equal (document, MINUTES);
  if (minutes ? draft : talk != NULL)
    return fw_cli_misused (cli, minutes ? "minutes are written as they were kept" : "--talk goes with " MINUTES);
  if (talk != NULL && !g_ascii_string_to_unsigned (talk, 10, 1, G_MAXUINT, &talk_number, NULL))
    return fw_cli_misused (cli, "--talk is the number of a talk of the case");
  if (!_fw_cli_case_open (&call, store, FW_STORE_WRITE, &error) ||
      (call.its = fw_case_load (call.workplace, number, &error)) == NULL)
    return fw_cli_fail (cli, error);
  return minutes ? write_minutes (&call, output, talk_number) : write_document (&call, document, output, draft);
}

const FwCliCommand fw_cli_case_papers_commands[] = {
  { "document",
    "document STORE CASE DOCUMENT -o FILE.pdf [--draft]\n"
    "document STORE CASE interview-minutes -o FILE.pdf [--talk NUMBER]\n"
    "    a paper as it was issued, or as it would be now; the minutes of a talk as they were kept, without a number of the newest",
    run_document },
  { NULL, NULL, NULL },
};
