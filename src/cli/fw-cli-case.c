#include "cli/fw-cli-case-json.h"
#include "cli/fw-cli-case-private.h"
#include "cli/fw-cli-commands.h"
#include "facts/fw-facts.h"

#include <stdio.h>
#include <string.h>

static FwRecord *
find_employee (FwCliCaseCall *call,
               const char *number,
               GError **error)
{
  return fw_store_find (fw_workplace_get_store (call->workplace), "employee", "number", number, error);
}

static FwExit
do_open (FwCliCaseCall *call)
{
  g_autofree char *number = fw_cli_take_option (call->cli, "--employee");
  g_autofree char *kind = fw_cli_take_option (call->cli, "--kind");
  g_autofree char *ground = fw_cli_take_option (call->cli, "--ground");
  g_autofree char *last_day = fw_cli_take_option (call->cli, "--last-day");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) employee = NULL;
  FwDate day;

  if (number == NULL || kind == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (!_fw_cli_case_read_day (last_day, &day, &error) || (employee = find_employee (call, number, &error)) == NULL ||
      (call->its = fw_case_open (call->workplace, fw_record_get_id (employee), kind, ground, &error)) == NULL ||
      (last_day != NULL && (!fw_case_set (call->its, "departure/@last-day", last_day, &error) ||
                            !fw_case_save (call->its, &error))))
    return fw_cli_fail (call->cli, error);
  if (call->cli->json)
    return _fw_cli_case_tell (call);
  printf ("%s\n", fw_case_get_number (call->its));
  return FW_EXIT_DONE;
}

/* So many cases are listed unless more are asked for. */
#define MOST_CASES 200

static FwExit
do_list (FwCliCaseCall *call)
{
  g_autofree char *number = fw_cli_take_option (call->cli, "--employee");
  g_autofree char *limit = fw_cli_take_option (call->cli, "--limit");
  gboolean all = fw_cli_take_flag (call->cli, "--all"), more = FALSE;
  guint64 most = MOST_CASES;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwRecord) employee = NULL;
  g_autoptr (GListModel) rows = NULL;

  if (!fw_cli_is_at_end (call->cli) || (limit != NULL && !g_ascii_string_to_unsigned (limit, 10, 1, G_MAXINT32, &most, NULL)))
    return fw_cli_misused (call->cli, NULL);
  if (number != NULL && (employee = find_employee (call, number, &error)) == NULL)
    return fw_cli_fail (call->cli, error);
  rows = fw_workplace_list_cases (call->workplace, employee != NULL ? fw_record_get_id (employee) : NULL, !all, (guint) most,
                                  &more, &error);
  if (rows == NULL)
    return fw_cli_fail (call->cli, error);
  fw_cli_print_case_list (rows, call->cli->json);
  if (more)
    g_printerr ("There are older ones: ask for more with --limit.\n");
  return FW_EXIT_DONE;
}

static FwExit
do_show (FwCliCaseCall *call)
{
  if (!fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (call->cli->json)
    fw_cli_print_case (call->its);
  else
    fw_cli_print_case_for_people (call->its);
  return FW_EXIT_DONE;
}

static FwExit
do_facts (FwCliCaseCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwFacts) facts = fw_case_dup_facts (call->its, &error);
  g_autoptr (GBytes) bytes = facts != NULL ? fw_facts_to_bytes (facts) : NULL;

  if (!fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (bytes == NULL)
    return fw_cli_fail (call->cli, error);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return FW_EXIT_DONE;
}

/* "name=value" in two; NULL where there is no "=". */
static GStrv
split_pair (const char *word)
{
  return strchr (word, '=') != NULL ? g_strsplit (word, "=", 2) : NULL;
}

static FwExit
do_set (FwCliCaseCall *call)
{
  g_autoptr (GError) error = NULL;

  if (fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, "NAME=VALUE is missing");
  for (guint i = 0; i < call->cli->words->len; i++)
    {
      g_auto (GStrv) pair = split_pair (call->cli->words->pdata[i]);

      if (pair == NULL)
        return fw_cli_misused (call->cli, "what is said stands as NAME=VALUE");
      if (!fw_case_set (call->its, pair[0], pair[1], &error))
        return fw_cli_fail (call->cli, error);
    }
  return _fw_cli_case_after (call, fw_case_save (call->its, &error), &error);
}

static FwExit
do_attach (FwCliCaseCall *call)
{
  g_autofree char *record = fw_cli_take_option (call->cli, "--record");
  g_autofree char *on = fw_cli_take_option (call->cli, "--on");
  gboolean found = fw_cli_take_flag (call->cli, "--found");
  g_autofree char *material = fw_cli_take_word (call->cli);
  g_autofree char *path = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  FwDate day;

  if (found && material != NULL && path == NULL && record == NULL && on == NULL && fw_cli_is_at_end (call->cli))
    return _fw_cli_case_after (call, fw_case_attach_found (call->its, material, &error), &error);

  if (found || material == NULL || (path == NULL) == (record == NULL) || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (record != NULL)
    {
      g_auto (GStrv) halves = g_strsplit (record, "/", 2);

      return _fw_cli_case_after (call, fw_case_attach_record (call->its, material, halves[0], halves[1], &error), &error);
    }
  if (!_fw_cli_case_read_day (on, &day, &error))
    return fw_cli_fail (call->cli, error);
  file = g_file_new_for_commandline_arg (path);
  return _fw_cli_case_after (call, fw_case_attach_dated (call->its, material, file, day, NULL, &error), &error);
}

static FwExit
do_detach (FwCliCaseCall *call)
{
  g_autofree char *evidence = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (evidence == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_detach (call->its, evidence, &error), &error);
}

static gboolean
read_answer (const char *text,
             FwStatusAnswer *answer,
             GError **error)
{
  *answer = g_str_equal (text, "yes") ? FW_STATUS_YES : g_str_equal (text, "no") ? FW_STATUS_NO : FW_STATUS_UNKNOWN;
  if (*answer != FW_STATUS_UNKNOWN || g_str_equal (text, "unknown"))
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is no answer: yes, no or unknown", text);
  return FALSE;
}

/* "pregnancy=yes" answers a row, "pregnancy.until=2026-09-30" adds a detail. */
static gboolean
say_status (FwCliCaseCall *call,
            const char *name,
            const char *value,
            const char *asked_of,
            const char *on,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  FwStatusAnswer answer;

  if (parts[0] != NULL && parts[1] != NULL)
    return fw_case_set_status (call->its, parts[0], parts[1], value, error);
  return read_answer (value, &answer, error) && fw_case_answer_status (call->its, name, answer, asked_of, on, error);
}

/* Rows that nobody has answered get the answer of --others; what the records say is answered. */
static gboolean
answer_others (FwCliCaseCall *call,
               const char *others,
               const char *asked_of,
               const char *on,
               GError **error)
{
  GListModel *rows = fw_case_get_status_rows (call->its);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);
      const char *kind = fw_case_item_get_id (row);
      g_autofree char *path = g_strdup_printf ("status/%s/@answer", kind);

      if (fw_case_item_get_choice (row, "answer") == FW_STATUS_UNKNOWN && fw_case_get (call->its, path) == NULL &&
          !say_status (call, kind, others, asked_of, on, error))
        return FALSE;
    }
  return TRUE;
}

static FwExit
do_status (FwCliCaseCall *call)
{
  g_autofree char *asked_of = fw_cli_take_option (call->cli, "--asked-of");
  g_autofree char *on = fw_cli_take_option (call->cli, "--on");
  g_autofree char *others = fw_cli_take_option (call->cli, "--others");
  gboolean take = fw_cli_take_flag (call->cli, "--take");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < call->cli->words->len; i++)
    {
      g_auto (GStrv) pair = split_pair (call->cli->words->pdata[i]);

      if (pair == NULL)
        return fw_cli_misused (call->cli, "answers stand as KIND=yes|no|unknown, details as KIND.from=DAY");
      if (!say_status (call, pair[0], pair[1], asked_of, on, &error))
        return fw_cli_fail (call->cli, error);
    }
  /* Where the form cannot be taken, none of its answers is kept. */
  if ((others != NULL && !answer_others (call, others, asked_of, on, &error)) ||
      (take && !fw_case_can_take_status_check (call->its, &error)) ||
      !(take ? fw_case_take_status_check (call->its, &error) : fw_case_save (call->its, &error)))
    return fw_cli_fail (call->cli, error);
  if (call->cli->json)
    return _fw_cli_case_tell (call);
  fw_cli_print_status (call->its);
  return FW_EXIT_DONE;
}

typedef gboolean (*StepFunc) (FwCase      *its,
                              const char  *reason,
                              GError     **error);

/* submit, return, approve and withdraw differ in the act alone. */
static FwExit
take_step (FwCliCaseCall *call,
           StepFunc step,
           gboolean with_reason)
{
  g_autofree char *reason = fw_cli_take_option (call->cli, "--reason");
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (with_reason && reason == NULL)
    return fw_cli_misused (call->cli, "--reason is missing");
  return _fw_cli_case_after (call, step (call->its, reason, &error), &error);
}

static FwExit
do_submit (FwCliCaseCall *call)
{
  return take_step (call, fw_case_submit, FALSE);
}

static FwExit
do_return (FwCliCaseCall *call)
{
  return take_step (call, fw_case_return, TRUE);
}

static FwExit
do_approve (FwCliCaseCall *call)
{
  return take_step (call, fw_case_approve, FALSE);
}

static FwExit
do_withdraw (FwCliCaseCall *call)
{
  return take_step (call, fw_case_withdraw, TRUE);
}

static FwExit
do_move_basis (FwCliCaseCall *call)
{
  return take_step (call, fw_case_move_basis, TRUE);
}

static FwExit
act_plainly (FwCliCaseCall *call,
             gboolean (*act) (FwCase *its, GError **error))
{
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, act (call->its, &error), &error);
}

static FwExit
do_acknowledge (FwCliCaseCall *call)
{
  return act_plainly (call, fw_case_acknowledge);
}

static FwExit
do_close (FwCliCaseCall *call)
{
  return act_plainly (call, fw_case_close);
}

static FwExit
do_override (FwCliCaseCall *call)
{
  g_autofree char *lawyer = fw_cli_take_option (call->cli, "--lawyer");
  g_autofree char *reason = fw_cli_take_option (call->cli, "--reason");
  g_autofree char *finding = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (finding == NULL || lawyer == NULL || reason == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_override (call->its, finding, lawyer, reason, &error), &error);
}

static FwExit
do_pause (FwCliCaseCall *call)
{
  g_autofree char *reason = fw_cli_take_option (call->cli, "--reason");
  g_autofree char *until = fw_cli_take_option (call->cli, "--until");
  g_autoptr (GError) error = NULL;
  FwDate day;

  if (reason == NULL || until == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (!_fw_cli_case_read_day (until, &day, &error))
    return fw_cli_fail (call->cli, error);
  return _fw_cli_case_after (call, fw_case_pause (call->its, reason, day, &error), &error);
}

static FwExit
do_resume (FwCliCaseCall *call)
{
  g_autoptr (GError) error = NULL;

  if (!fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_resume (call->its, &error), &error);
}

static FwExit
do_task (FwCliCaseCall *call)
{
  g_autofree char *kind = fw_cli_take_option (call->cli, "--kind");
  g_autofree char *assignee = fw_cli_take_option (call->cli, "--by");
  g_autofree char *due = fw_cli_take_option (call->cli, "--due");
  g_autofree char *done = fw_cli_take_option (call->cli, "--done");
  g_autofree char *title = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;
  FwDate day;

  if ((done == NULL) == (title == NULL || due == NULL) || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (done != NULL)
    return _fw_cli_case_after (call, fw_case_finish_task (call->its, done, &error), &error);
  if (!_fw_cli_case_read_day (due, &day, &error))
    return fw_cli_fail (call->cli, error);
  return _fw_cli_case_after (call, fw_case_add_task (call->its, kind, title, assignee, day, &error), &error);
}

static FwExit
do_confirm_figure (FwCliCaseCall *call)
{
  g_autofree char *amount = fw_cli_take_option (call->cli, "--amount");
  g_autofree char *source = fw_cli_take_option (call->cli, "--source");
  g_autofree char *figure = fw_cli_take_word (call->cli);
  g_autoptr (GError) error = NULL;

  if (figure == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  return _fw_cli_case_after (call, fw_case_confirm_figure (call->its, figure, amount, source, &error), &error);
}

static FwExit
do_what_if (FwCliCaseCall *call)
{
  g_autofree char *from_text = fw_cli_take_option (call->cli, "--from");
  g_autofree char *to_text = fw_cli_take_option (call->cli, "--to");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) points = NULL;
  FwDate from, to;

  if (from_text == NULL || to_text == NULL || !fw_cli_is_at_end (call->cli))
    return fw_cli_misused (call->cli, NULL);
  if (!_fw_cli_case_read_day (from_text, &from, &error) || !_fw_cli_case_read_day (to_text, &to, &error) ||
      (points = fw_case_what_if (call->its, from, to, NULL, &error)) == NULL)
    return fw_cli_fail (call->cli, error);
  fw_cli_print_what_if (points, call->cli->json);
  return FW_EXIT_DONE;
}

/* Verbs that only read work beside an open window; the others are the store's one writer meanwhile. */
static const struct
{
  const char *verb;
  FwCliCaseVerb run;
  gboolean of_case;
  FwStoreMode mode;
} verbs[] = {
  { "open", do_open, FALSE, FW_STORE_WRITE },
  { "list", do_list, FALSE, FW_STORE_READ },
  { "show", do_show, TRUE, FW_STORE_READ },
  { "facts", do_facts, TRUE, FW_STORE_READ },
  { "what-if", do_what_if, TRUE, FW_STORE_READ },
  { "set", do_set, TRUE, FW_STORE_WRITE },
  { "status", do_status, TRUE, FW_STORE_WRITE },
  { "attach", do_attach, TRUE, FW_STORE_WRITE },
  { "detach", do_detach, TRUE, FW_STORE_WRITE },
  { "wording", _fw_cli_case_wording, TRUE, FW_STORE_WRITE },
  { "read-again", _fw_cli_case_read_again, TRUE, FW_STORE_WRITE },
  { "offer", _fw_cli_case_offer, TRUE, FW_STORE_WRITE },
  { "settle", _fw_cli_case_settle, TRUE, FW_STORE_WRITE },
  { "reasons", _fw_cli_case_reasons, TRUE, FW_STORE_WRITE },
  { "survey", _fw_cli_case_survey, TRUE, FW_STORE_WRITE },
  { "override", do_override, TRUE, FW_STORE_WRITE },
  { "submit", do_submit, TRUE, FW_STORE_WRITE },
  { "return", do_return, TRUE, FW_STORE_WRITE },
  { "approve", do_approve, TRUE, FW_STORE_WRITE },
  { "issue", _fw_cli_case_issue, TRUE, FW_STORE_WRITE },
  { "deliver", _fw_cli_case_deliver, TRUE, FW_STORE_WRITE },
  { "not-delivered", _fw_cli_case_not_delivered, TRUE, FW_STORE_WRITE },
  { "pause", do_pause, TRUE, FW_STORE_WRITE },
  { "resume", do_resume, TRUE, FW_STORE_WRITE },
  { "task", do_task, TRUE, FW_STORE_WRITE },
  { "close", do_close, TRUE, FW_STORE_WRITE },
  { "withdraw", do_withdraw, TRUE, FW_STORE_WRITE },
  { "confirm-figure", do_confirm_figure, TRUE, FW_STORE_WRITE },
  { "acknowledge", do_acknowledge, TRUE, FW_STORE_WRITE },
  { "move-basis", do_move_basis, TRUE, FW_STORE_WRITE },
};

static FwExit
run_verb (FwCliCaseCall *call,
          const char *store,
          guint index)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = verbs[index].of_case ? fw_cli_take_word (call->cli) : NULL;

  if (verbs[index].of_case && number == NULL)
    return fw_cli_misused (call->cli, "the case is missing");
  if (!_fw_cli_case_open (call, store, verbs[index].mode, &error) ||
      (verbs[index].of_case && (call->its = fw_case_load (call->workplace, number, &error)) == NULL))
    return fw_cli_fail (call->cli, error);
  return verbs[index].run (call);
}

static FwExit
run_case (FwCli *cli)
{
  g_auto (FwCliCaseCall) call = { .cli = cli };
  g_autofree char *store = fw_cli_take_word (cli);
  g_autofree char *verb = fw_cli_take_word (cli);

  for (guint i = 0; verb != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, verb))
      return run_verb (&call, store, i);
  return fw_cli_misused (cli, verb != NULL ? "there is no such verb" : NULL);
}

const FwCliCommand fw_cli_case_commands[] = {
  { "case",
    "case STORE open --employee NUMBER --kind KIND [--ground GROUND] [--last-day DAY]\n"
    "case STORE list [--employee NUMBER] [--all] [--limit N]\n"
    "case STORE show|facts CASE\n"
    "case STORE what-if CASE --from DAY --to DAY\n"
    "case STORE set CASE NAME=VALUE…\n"
    "case STORE status CASE [KIND=yes|no|unknown…] [KIND.until=DAY…] [--asked-of NAME] [--on DAY] [--others ANSWER] [--take]\n"
    "case STORE attach CASE KIND FILE [--on DAY]\n"
    "case STORE attach CASE KIND --record RECORD-KIND[/ID]\n"
    "case STORE attach CASE [KIND] --found\n"
    "case STORE detach CASE EVIDENCE\n"
    "case STORE wording CASE DOCUMENT BLOCK [TEXT]\n"
    "case STORE read-again CASE DOCUMENT BLOCK\n"
    "case STORE offer CASE OFFER [--not]\n"
    "case STORE settle CASE LINE [--amount AMOUNT|--out] [--reason TEXT]\n"
    "case STORE settle CASE --label TEXT --group GROUP --amount AMOUNT --reason TEXT [--basis TEXT]\n"
    "case STORE settle CASE --none\n"
    "case STORE reasons CASE REASON[=WORDS]…|--none\n"
    "case STORE survey CASE --sent|--not-sent\n"
    "case STORE confirm-figure CASE FIGURE [--amount AMOUNT] [--source TEXT]\n"
    "case STORE override CASE FINDING --lawyer NAME --reason TEXT\n"
    "case STORE submit|approve CASE [--reason TEXT]\n"
    "case STORE return|withdraw|move-basis CASE --reason TEXT\n"
    "case STORE issue CASE DOCUMENT [-o FILE.pdf]\n"
    "case STORE deliver CASE DOCUMENT --by hand|post|mail|announcement|notary --on DAY [FILE]\n"
    "case STORE not-delivered CASE DOCUMENT --by WAY --on DAY --reason TEXT\n"
    "case STORE pause CASE --reason TEXT --until DAY\n"
    "case STORE resume CASE\n"
    "case STORE task CASE TITLE --due DAY [--by NAME] [--kind ACTION]\n"
    "case STORE task CASE --done TASK\n"
    "case STORE acknowledge|close CASE",
    run_case },
  { NULL, NULL, NULL },
};
