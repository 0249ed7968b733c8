#include <locale.h>
#include <string.h>

#include "cli/fw-cli.h"

/* Every file of commands has its list here. */
static const FwCliCommand *const lists[] = {
  fw_cli_import_commands,
};

static const FwCliCommand *
find_command (const char *name)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (const FwCliCommand *command = lists[l]; command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;
  return NULL;
}

static void
print_help (void)
{
  g_print ("Usage: fairwellctl COMMAND …\n\n");
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (const FwCliCommand *command = lists[l]; command->name != NULL; command++)
      g_print ("  %s %s\n      %s\n", command->name, command->arguments, command->summary);
  g_print ("\nEvery command takes --help, --passphrase-file FILE, --today YYYY-MM-DD, --as ACCOUNT, --lang zh|en, --json.\n"
           "Exit: 0 done, 1 the answer is no, 2 wrong use, 3 the input is bad, 4 something failed.\n");
}

int
main (int argc,
      char *argv[])
{
  const FwCliCommand *command;

  /* Only what is shown follows the user's locale; numbers in files and JSON never do. */
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  if (argc < 2)
    {
      print_help ();
      return FW_CLI_WRONG_USE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return FW_CLI_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return fw_cli_misuse ("there is no command \"%s\"; fairwellctl --help lists them", argv[1]);
  return command->run (command->name, argc - 1, argv + 1);
}
