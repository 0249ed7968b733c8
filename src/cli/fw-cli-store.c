#include <stdio.h>
#include <string.h>

#include "cli/fw-cli-commands.h"
#include "departure/fw-jurisdiction.h"
#include "departure/fw-sample.h"
#include "store/fw-audit.h"
#include "store/fw-backup.h"

static void
add_int (JsonBuilder *json,
         const char *name,
         gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_truth (JsonBuilder *json,
           const char *name,
           gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

/* A number that is known only where it is more than 0. */
static void
add_number_of_event (JsonBuilder *json,
                     const char *name,
                     gint64 seq)
{
  json_builder_set_member_name (json, name);
  if (seq > 0)
    json_builder_add_int_value (json, seq);
  else
    json_builder_add_null_value (json);
}

/* init */

static FwStore *
make_store (FwCli *cli,
            const char *path,
            const FwStoreOptions *options,
            GError **error)
{
  g_autofree char *passphrase = options->sample ? NULL : fw_cli_dup_passphrase (cli, error);
  g_autoptr (FwStore) store = NULL;

  if (!options->sample && passphrase == NULL)
    return NULL;
  store = fw_store_create (path, passphrase, options, error);
  if (store == NULL || !options->sample || fw_sample_fill (store, NULL, error))
    return g_steal_pointer (&store);
  fw_store_close (store);
  fw_store_delete (path, NULL);
  return NULL;
}

static void
print_made (FwCli *cli,
            const char *path,
            FwStore *store)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!cli->json)
    {
      printf ("%s: made%s\n", path,
              fw_store_is_sample (store) ? ", with the sample company; it opens without a passphrase"
              : fw_store_has_minimal_keys (store)
                ? ", with a passphrase that is cheap to guess: for tests only"
                : "");
      return;
    }
  json_builder_begin_object (json);
  fw_cli_add_text (json, "store", fw_store_get_id (store));
  add_truth (json, "sample", fw_store_is_sample (store));
  add_truth (json, "minimal_keys", fw_store_has_minimal_keys (store));
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

static FwExit
run_init (FwCli *cli)
{
  gboolean sample = fw_cli_take_flag (cli, "--sample"), minimal = fw_cli_take_flag (cli, "--minimal-keys");
  g_autofree char *zone = fw_cli_take_option (cli, "--time-zone");
  g_autofree char *path = fw_cli_take_word (cli);
  FwStoreOptions options = {
    /* The sample's passphrase is published: making it dear to guess would only cost time. */
    .cost = minimal || sample ? FW_KEY_COST_MINIMAL : FW_KEY_COST_MODERATE,
    .sample = sample,
    .time_zone = zone,
    .who = cli->account,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (cli->passphrase_file == NULL && !sample)
    return fw_cli_misused (cli, "--passphrase-file or --sample is needed");
  if (cli->passphrase_file != NULL && sample)
    return fw_cli_misused (
      cli, "the sample opens without a passphrase: --sample and --passphrase-file do not go together");
  if (zone == NULL)
    options.time_zone = zone = fw_jurisdiction_dup_time_zone (NULL);
  store = make_store (cli, path, &options, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  print_made (cli, path, store);
  fw_store_close (store);
  return FW_EXIT_DONE;
}

/* audit */

static void
add_event (JsonBuilder *json,
           FwEvent *event)
{
  const char *const *subjects = fw_event_get_subjects (event);
  g_autoptr (GList) details = fw_event_get_details (event);

  json_builder_begin_object (json);
  add_int (json, "number", fw_event_get_seq (event));
  fw_cli_add_text (json, "id", fw_event_get_id (event));
  fw_cli_add_text (json, "time", fw_event_get_time (event));
  fw_cli_add_text (json, "who", fw_event_get_who (event));
  fw_cli_add_text (json, "what", fw_event_get_what (event));
  fw_cli_add_text (json, "why", fw_event_get_why (event));
  json_builder_set_member_name (json, "subjects");
  json_builder_begin_array (json);
  for (guint i = 0; subjects[i] != NULL; i++)
    json_builder_add_string_value (json, subjects[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "details");
  json_builder_begin_object (json);
  for (GList *detail = details; detail != NULL; detail = detail->next)
    fw_cli_add_text (json, detail->data, fw_event_get_detail (event, detail->data));
  json_builder_end_object (json);
  add_int (json, "changes", fw_event_get_n_changes (event));
  fw_cli_add_text (json, "hash", fw_event_get_hash (event));
  json_builder_end_object (json);
}

/* An audit may have millions of events: they are read and printed page by page. */
#define EVENTS_A_PAGE 500

/* Prints one page; answers the number of the last event on it. */
static gint64
print_page (GPtrArray *events)
{
  FwEvent *event = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      event = g_ptr_array_index (events, i);
      printf ("%6" G_GINT64_FORMAT "  %s  %-12s  %-26s  %7u  %s\n", fw_event_get_seq (event), fw_event_get_time (event),
              fw_event_get_who (event), fw_event_get_what (event), fw_event_get_n_changes (event),
              fw_event_get_why (event) != NULL ? fw_event_get_why (event) : "");
    }
  return fw_event_get_seq (event);
}

static gint64
print_page_json (GPtrArray *events,
                 gboolean first)
{
  FwEvent *event = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      event = g_ptr_array_index (events, i);
      add_event (json, event);
      printf (first && i == 0 ? "\n" : ",\n");
      fw_cli_print_part (json);
    }
  return fw_event_get_seq (event);
}

static gboolean
print_events (FwCli *cli,
              FwStore *store,
              GError **error)
{
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) events = fw_store_list_events (store, NULL, after, EVENTS_A_PAGE, NULL, error);

      if (events == NULL || events->len == 0)
        return events != NULL;
      after = cli->json ? print_page_json (events, after == 0) : print_page (events);
    }
}

static FwExit
list_events (FwCli *cli,
             FwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = fw_store_dup_head (store, &error);

  if (head == NULL)
    return fw_cli_fail (cli, error);
  if (cli->json)
    printf ("{\n\"head\" : \"%s\",\n\"events\" : [", head);
  else
    printf ("%6s  %-24s  %-12s  %-26s  %7s  %s\n", "Number", "Time (UTC)", "Who", "What", "Changes", "Why");
  if (!print_events (cli, store, &error))
    return fw_cli_fail (cli, error);
  if (cli->json)
    printf ("\n]\n}\n");
  else
    printf ("Head: %s\n", head);
  return FW_EXIT_DONE;
}

static void
print_verification_json (const FwVerification *verification)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_truth (json, "sound", verification->sound);
  add_int (json, "events", verification->n_events);
  add_int (json, "records", verification->n_records);
  add_int (json, "files", verification->n_files);
  fw_cli_add_text (json, "head", verification->head);
  add_number_of_event (json, "head_event", verification->head_event);
  add_number_of_event (json, "bad_event", verification->bad_event);
  fw_cli_add_text (json, "reason", verification->reason);
  json_builder_end_object (json);
  fw_cli_print_built (json);
}

static void
print_verification (const FwVerification *verification)
{
  if (!verification->sound)
    {
      printf ("NOT SOUND: %s\n", verification->reason);
      return;
    }
  printf ("Sound: %" G_GINT64_FORMAT " events, %" G_GINT64_FORMAT " records, %" G_GINT64_FORMAT
          " files\nHead: %s\n",
          verification->n_events, verification->n_records, verification->n_files, verification->head);
  if (verification->head_event > 0)
    printf ("The given head is event %" G_GINT64_FORMAT "; %" G_GINT64_FORMAT " have come since\n",
            verification->head_event, verification->n_events - verification->head_event);
}

static FwExit
verify (FwCli *cli,
        FwStore *store,
        const char *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwVerification) verification = fw_store_verify (store, head, NULL, &error);

  if (verification == NULL)
    return fw_cli_fail (cli, error);
  if (cli->json)
    print_verification_json (verification);
  else
    print_verification (verification);
  return verification->sound ? FW_EXIT_DONE : FW_EXIT_NO;
}

/* What is no hash at all says nothing against the store. */
static gboolean
is_head (const char *text)
{
  gsize digits = strspn (text, "0123456789abcdefABCDEF");

  return text[digits] == '\0' && digits >= 16 && digits <= 64;
}

static FwExit
run_audit (FwCli *cli)
{
  gboolean verifying = fw_cli_take_flag (cli, "--verify");
  g_autofree char *head = fw_cli_take_option (cli, "--head");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  FwExit result;

  if (path == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (head != NULL && !verifying)
    return fw_cli_misused (cli, "--head goes with --verify");
  if (head != NULL && !is_head (head))
    return fw_cli_misused (cli, "--head is a hash as papers have it: 16 to 64 hexadecimal digits");
  store = fw_cli_open_store (cli, path, FW_STORE_READ, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  result = verifying ? verify (cli, store, head) : list_events (cli, store);
  fw_store_close (store);
  return result;
}

/* backup and restore */

/* What a command that makes one thing says: a line for people, or its place as JSON. */
static FwExit
tell_place (FwCli *cli,
            const char *name,
            const char *place,
            const char *said)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!cli->json)
    {
      printf ("%s: %s\n", place, said);
      return FW_EXIT_DONE;
    }
  json_builder_begin_object (json);
  fw_cli_add_text (json, name, place);
  json_builder_end_object (json);
  fw_cli_print_built (json);
  return FW_EXIT_DONE;
}

static FwExit
run_backup (FwCli *cli)
{
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  g_autofree char *path = fw_cli_take_word (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwStore) store = NULL;
  gboolean done;

  if (path == NULL || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  store = fw_cli_open_store (cli, path, FW_STORE_WRITE, &error);
  if (store == NULL)
    return fw_cli_fail (cli, error);
  done = fw_store_back_up (store, output, cli->account, NULL, NULL, NULL, &error);
  fw_store_close (store);
  if (!done)
    return fw_cli_fail (cli, error);
  return tell_place (cli, "file", output, "written, read back and compared");
}

static FwExit
run_restore (FwCli *cli)
{
  FwRestoreFlags flags = fw_cli_take_flag (cli, "--set-aside") ? FW_RESTORE_SET_ASIDE : FW_RESTORE_PLAIN;
  g_autofree char *output = fw_cli_take_option (cli, "-o");
  g_autofree char *file = fw_cli_take_word (cli);
  g_autofree char *passphrase = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || output == NULL || !fw_cli_is_at_end (cli))
    return fw_cli_misused (cli, NULL);
  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (&error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s: there is no such file", file);
      return fw_cli_fail (cli, error);
    }
  if (cli->passphrase_file != NULL && (passphrase = fw_cli_dup_passphrase (cli, &error)) == NULL)
    return fw_cli_fail (cli, error);
  if (!fw_backup_restore (file, output, passphrase, cli->account, flags, NULL, NULL, NULL, &error))
    return fw_cli_fail (cli, error);
  return tell_place (cli, "store", output, "restored and verified");
}

const FwCliCommand fw_cli_store_commands[] = {
  { "init",
    "init STORE --passphrase-file F [--time-zone ZONE] | init STORE --sample\n"
    "    a new store; or one with the sample company, which opens without a passphrase\n"
    "    --minimal-keys makes the passphrase cheap to guess: for tests only",
    run_init },
  { "audit",
    "audit STORE [--verify [--head HASH]]\n"
    "    every event; or recompute everything and name the first bad one",
    run_audit },
  { "backup",
    "backup STORE -o FILE\n"
    "    copies the store, keys included, into one file while it is in use, and compares every table",
    run_backup },
  { "restore",
    "restore FILE -o STORE [--set-aside]\n"
    "    makes a store of a backup and verifies it; never over one that is there, which --set-aside renames where it\n"
    "    is damaged or has nothing that the backup lacks",
    run_restore },
  { NULL, NULL, NULL },
};
