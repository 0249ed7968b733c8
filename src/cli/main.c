#include "config.h"

#include "cli/fw-cli.h"
#include "cli/fw-cli-commands.h"

#include <locale.h>
#include <stdio.h>

/* The whole program without a window. Each array ends with an entry without a name. */
static const FwCliCommand *const groups[] = {
  fw_cli_rules_commands,
  fw_cli_law_commands,
  fw_cli_risk_commands,
  fw_cli_documents_commands,
  fw_cli_store_commands,
  fw_cli_keys_commands,
  fw_cli_undo_commands,
  fw_cli_import_commands,
  fw_cli_people_commands,
  fw_cli_case_commands,
  fw_cli_case_papers_commands,
  fw_cli_insight_commands,
  fw_cli_watch_commands,
  fw_cli_scripts_commands,
};

static const FwCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const FwCliCommand *command = groups[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

static FwExit
help (const char *name)
{
  const FwCliCommand *only = name != NULL ? find_command (name) : NULL;

  if (name != NULL && only == NULL)
    {
      fprintf (stderr, "fairwellctl: there is no command ‘%s’\n", name);
      return FW_EXIT_USAGE;
    }
  printf ("fairwellctl %s\n\n", FW_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const FwCliCommand *command = groups[i]; command->name != NULL; command++)
      if (only == NULL || only == command)
        printf ("%s\n", command->usage);
  printf ("\nEvery command: --json  --today DATE  --lang zh|en  --as ACCOUNT  --passphrase-file FILE\n"
          "Exit: 0 done, 1 the answer is no, 2 wrong use, 3 the input is bad, 4 something failed.\n");
  return FW_EXIT_DONE;
}

static void
take_common (FwCli *cli)
{
  cli->json = fw_cli_take_flag (cli, "--json");
  cli->today = fw_cli_take_option (cli, "--today");
  cli->passphrase_file = fw_cli_take_option (cli, "--passphrase-file");
  cli->account = fw_cli_take_option (cli, "--as");
  cli->language = fw_cli_take_option (cli, "--lang");
  if (cli->account == NULL)
    cli->account = g_strdup ("local");
  if (cli->language == NULL)
    cli->language = g_strdup ("zh");
}

static void
cli_clear (FwCli *cli)
{
  g_ptr_array_unref (cli->words);
  g_free (cli->today);
  g_free (cli->passphrase_file);
  g_free (cli->account);
  g_free (cli->language);
}

static FwExit
run (const FwCliCommand *command,
     int argc,
     char *argv[])
{
  FwCli cli = { .command = command->name, .words = g_ptr_array_new_with_free_func (g_free) };
  FwExit done;

  for (int i = 2; i < argc; i++)
    g_ptr_array_add (cli.words, g_strdup (argv[i]));
  take_common (&cli);
  if (!g_str_equal (cli.language, "zh") && !g_str_equal (cli.language, "en"))
    done = fw_cli_misused (&cli, "--lang is zh or en");
  else if (cli.today != NULL && !fw_date_is_known (fw_date_from_string (cli.today)))
    done = fw_cli_misused (&cli, "--today is a day written YYYY-MM-DD");
  else
    done = command->run (&cli);
  cli_clear (&cli);
  return done;
}

/* What could not be written has not been said: a script with half an answer must not take it for the whole. */
static FwExit
flush (FwExit done)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return done;
  fprintf (stderr, "fairwellctl: standard output cannot be written\n");
  return FW_EXIT_FAILED;
}

static FwExit
run_words (int argc,
           char *argv[])
{
  const FwCliCommand *command = argc > 1 ? find_command (argv[1]) : NULL;

  if (argc < 2)
    {
      fprintf (stderr, "fairwellctl: the command is missing; try ‘fairwellctl help’\n");
      return FW_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help"))
    return help (argc > 2 ? argv[2] : NULL);
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("fairwellctl %s\n", FW_VERSION);
      return FW_EXIT_DONE;
    }
  if (command == NULL)
    {
      fprintf (stderr, "fairwellctl: there is no command ‘%s’; try ‘fairwellctl help’\n", argv[1]);
      return FW_EXIT_USAGE;
    }
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], "--help"))
      return help (command->name);
  return run (command, argc, argv);
}

int
main (int argc,
      char *argv[])
{
  /* Characters as the terminal has them; figures, files and JSON stay in the C locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
  return flush (run_words (argc, argv));
}
