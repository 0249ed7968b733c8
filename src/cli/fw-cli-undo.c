#include "cli/fw-cli-commands.h"

#include <stdio.h>

static void
tell_event (FwCli *cli,
            FwEvent *event)
{
  g_autoptr (JsonBuilder) json = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!cli->json)
    {
      printf ("%s\n", fw_event_get_id (event));
      return;
    }
  json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "event");
  json_builder_add_string_value (json, fw_event_get_id (event));
  json_builder_set_member_name (json, "changes");
  json_builder_add_int_value (json, fw_event_get_n_changes (event));
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  fw_cli_print_json (root);
}

static FwExit
run_undo (FwCli *cli)
{
  g_autofree char *reason = fw_cli_take_option (cli, "--reason");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autofree char *id = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  g_autoptr (FwEvent) event = NULL;

  if (id == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, path, FW_STORE_WRITE, &error);
  if (store != NULL)
    event = fw_store_undo (store, id, cli->account != NULL ? cli->account : "local", reason, &error);
  if (event == NULL)
    return fw_cli_fail (cli, error);
  tell_event (cli, event);
  return FW_EXIT_DONE;
}

const FwCliCommand fw_cli_undo_commands[] = {
  { "undo",
    "undo STORE EVENT [--reason TEXT]\n"
    "    a further command that restores what one event changed; refused where something newer has touched it",
    run_undo },
  { NULL, NULL, NULL },
};
