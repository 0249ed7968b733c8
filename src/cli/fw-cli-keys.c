#include <stdio.h>

#include "cli/fw-cli-commands.h"
#include "cli/fw-cli-output.h"
#include "departure/fw-recovery-sheet.h"

/* What opens a store: its passphrases and its recovery sheet. */

typedef gboolean (*KeyChange) (FwStore *store,
                               const char *label,
                               const char *proof,
                               const char *passphrase,
                               const char *who,
                               GError **error);

static gboolean
remove_label (FwStore *store,
              const char *label,
              const char *proof,
              const char *passphrase,
              const char *who,
              GError **error)
{
  return fw_store_remove_passphrase (store, label, proof, who, error);
}

static void
print_labels (FwCli *cli,
              FwStore *store)
{
  g_auto (GStrv) labels = fw_store_dup_passphrase_labels (store);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!cli->json)
    {
      for (guint i = 0; labels[i] != NULL; i++)
        printf ("%s\n", labels[i]);
      printf ("%s\n", fw_store_has_recovery_sheet (store) ? "and a recovery sheet (recovery)" : "no recovery sheet");
      return;
    }
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "passphrases");
  json_builder_begin_array (json);
  for (guint i = 0; labels[i] != NULL; i++)
    json_builder_add_string_value (json, labels[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "recovery_sheet");
  json_builder_add_boolean_value (json, fw_store_has_recovery_sheet (store));
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

static FwExit
list_passphrases (FwCli *cli,
                  const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = fw_cli_open_store (cli, path, FW_STORE_READ, &error);

  if (store == NULL)
    return fw_cli_fail (cli, error);
  print_labels (cli, store);
  fw_store_close (store);
  return FW_EXIT_DONE;
}

/* Opens the store with the passphrase that is also the proof. */
static FwStore *
open_with_proof (FwCli *cli,
                 const char *path,
                 char **proof,
                 GError **error)
{
  *proof = fw_cli_dup_passphrase (cli, error);
  return *proof != NULL ? fw_cli_open_store (cli, path, FW_STORE_WRITE, error) : NULL;
}

static FwExit
change_keys (FwCli *cli,
             const char *path,
             const char *label,
             const char *new_file,
             KeyChange change)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *proof = NULL;
  g_autofree char *passphrase = new_file != NULL ? fw_cli_read_passphrase (new_file, &error) : NULL;
  g_autoptr (FwStore) store = error == NULL ? open_with_proof (cli, path, &proof, &error) : NULL;
  gboolean done;

  if (store == NULL)
    return fw_cli_fail (cli, error);
  done = change (store, label, proof, passphrase, cli->account, &error);
  if (done)
    print_labels (cli, store);
  fw_store_close (store);
  return done ? FW_EXIT_DONE : fw_cli_fail (cli, error);
}

static FwExit
run_passphrase (FwCli *cli)
{
  g_autofree char *new_file = fw_cli_take_option (cli, "--new-passphrase-file");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autofree char *verb = path != NULL ? fw_cli_take_word (cli) : NULL;
  g_autofree char *label = verb != NULL ? fw_cli_take_word (cli) : NULL;
  gboolean removes = g_strcmp0 (verb, "remove") == 0;
  gboolean adds = g_strcmp0 (verb, "add") == 0;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (verb == NULL)
    return new_file == NULL ? list_passphrases (cli, path) : fw_cli_misused (cli, "say change or add NAME");
  if (!adds && !removes && !g_str_equal (verb, "change"))
    return fw_cli_misused (cli, "say change, add NAME or remove NAME");
  if (label == NULL && (adds || removes))
    return fw_cli_misused (cli, "the passphrase needs a name");
  if (removes != (new_file == NULL))
    return fw_cli_misused (cli, removes ? "nothing new goes with remove" : "--new-passphrase-file is needed");
  return change_keys (cli, path, label, new_file,
                      removes ? remove_label : adds ? fw_store_add_passphrase : fw_store_change_passphrase);
}

/* Whoever reads the file opens the store. */
static gboolean
save_sheet (FwStore *store,
            const char *code,
            FwDate today,
            FwCli *cli,
            FwCliOutput *output,
            GError **error)
{
  g_autoptr (FwDocument) sheet = fw_recovery_sheet_new (store, code, today, cli->language, error);
  g_autoptr (GBytes) pdf = sheet != NULL ? fw_document_to_pdf (sheet, error) : NULL;

  return pdf != NULL && fw_cli_output_write (output, pdf, error) && fw_cli_output_finish (output, error);
}

static FwExit
make_sheet (FwCli *cli,
            FwStore *store,
            const char *proof,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  FwDate today = fw_cli_today (cli, store, &error);
  /* The place is taken first: a sheet that cannot be written would make the one before it void for nothing. */
  g_autoptr (FwCliOutput) output = fw_date_is_known (today) ? fw_cli_output_new (path, &error) : NULL;
  g_autofree char *code = output != NULL ? fw_store_make_recovery_sheet (store, proof, cli->account, &error) : NULL;

  if (code == NULL || !save_sheet (store, code, today, cli, output, &error))
    return fw_cli_fail (cli, error);
  printf ("%s: print it, put it into a safe and delete the file; a sheet from before opens the store no longer\n",
          path);
  return FW_EXIT_DONE;
}

static FwExit
run_recovery_sheet (FwCli *cli)
{
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autofree char *proof = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  FwExit result;

  if (path == NULL || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = open_with_proof (cli, path, &proof, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  result = make_sheet (cli, store, proof, output);
  fw_store_close (store);
  return result;
}

const FwCliCommand fw_cli_keys_commands[] = {
  { "passphrase",
    "passphrase STORE [change [NAME] | add NAME | remove NAME] [--new-passphrase-file F]\n"
    "    what opens the store; change without NAME changes the one of --passphrase-file, which may also\n"
    "    hold the code of the recovery sheet; the last passphrase cannot be removed, “recovery” can",
    run_passphrase },
  { "recovery-sheet",
    "recovery-sheet STORE -o FILE.pdf\n"
    "    a sheet to print that opens the store after a forgotten passphrase; the sheet before it is void",
    run_recovery_sheet },
  { NULL, NULL, NULL },
};
