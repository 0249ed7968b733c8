#include "cli/fw-cli.h"

#include <string.h>

#include "exchange/fw-exchange-error.h"

/**
 * fw_cli_parse:
 * @arguments: what stands behind the options, for the help
 * @entries: (nullable): the command's own options
 * @argv: (inout): what is left are the arguments, the command's name first
 *
 * Reads the options of a command and those that every command takes. Answers %FALSE with %G_OPTION_ERROR.
 */
gboolean
fw_cli_parse (const char *arguments,
              const GOptionEntry *entries,
              FwCliOptions *options,
              int *argc,
              char ***argv,
              GError **error)
{
  const GOptionEntry common[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options->passphrase_file, "Read the passphrase from FILE", "FILE" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options->today, "Work as on this day", "YYYY-MM-DD" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->account, "Act under this account", "ACCOUNT" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, "Language of the messages", "zh|en" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, "Write JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

void
fw_cli_options_clear (FwCliOptions *options)
{
  g_clear_pointer (&options->passphrase_file, g_free);
  g_clear_pointer (&options->today, g_free);
  g_clear_pointer (&options->account, g_free);
  g_clear_pointer (&options->language, g_free);
}

static FwCliExit
exit_of_store (int code)
{
  switch ((FwStoreError) code)
    {
    case FW_STORE_ERROR_PASSPHRASE:
    case FW_STORE_ERROR_DAMAGED:
    case FW_STORE_ERROR_NOT_FOUND:
    case FW_STORE_ERROR_CONFLICT:
      return FW_CLI_NO;
    case FW_STORE_ERROR_INVALID:
      return FW_CLI_BAD_INPUT;
    case FW_STORE_ERROR_BUSY:
    case FW_STORE_ERROR_NEWER:
    case FW_STORE_ERROR_FAILED:
    default:
      return FW_CLI_FAILED;
    }
}

/* A library's error codes say what its caller can do, and that is what a number of exit says too. */
static FwCliExit
exit_of (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return FW_CLI_WRONG_USE;
  if (error->domain == FW_STORE_ERROR)
    return exit_of_store (error->code);
  if (error->domain == FW_EXCHANGE_ERROR)
    return error->code == FW_EXCHANGE_ERROR_CATALOG ? FW_CLI_FAILED : FW_CLI_BAD_INPUT;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return FW_CLI_BAD_INPUT;
  return FW_CLI_FAILED;
}

/**
 * fw_cli_fail:
 * @error: (transfer none)
 *
 * Says on standard error what went wrong, and answers with what to exit.
 */
int
fw_cli_fail (GError *error)
{
  g_printerr ("fairwellctl: %s\n", error->message);
  return exit_of (error);
}

/**
 * fw_cli_misuse:
 *
 * Says on standard error how the command was used wrongly, and answers with what to exit.
 */
int
fw_cli_misuse (const char *format,
               ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("fairwellctl: %s\n", message);
  return FW_CLI_WRONG_USE;
}

/**
 * fw_cli_read_passphrase:
 *
 * Returns: (transfer full) (nullable): the first line of a file, without its end
 */
char *
fw_cli_read_passphrase (const char *path,
                        GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  if (text[0] == '\0')
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s: no passphrase on the first line", path);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/**
 * fw_cli_open_store:
 *
 * Opens a store with the passphrase of --passphrase-file; a sample store opens without one.
 *
 * Returns: (transfer full) (nullable): the store
 */
FwStore *
fw_cli_open_store (const FwCliOptions *options,
                   const char *path,
                   FwStoreMode mode,
                   GError **error)
{
  g_autofree char *passphrase = NULL;

  if (options->passphrase_file != NULL)
    passphrase = fw_cli_read_passphrase (options->passphrase_file, error);
  else if (fw_store_opens_without_asking (path))
    passphrase = g_strdup (FW_STORE_SAMPLE_PASSPHRASE);
  else if (fw_store_exists (path))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "%s needs --passphrase-file", path);
  else
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "%s: no store", path);
  return passphrase != NULL ? fw_store_open (path, passphrase, mode, error) : NULL;
}

/**
 * fw_cli_get_today:
 * @store: (nullable): its time zone says which day it is; %NULL for the default one
 * @today: (out): what --today says, else the day it is
 */
gboolean
fw_cli_get_today (const FwCliOptions *options,
                  FwStore *store,
                  FwDate *today,
                  GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;

  if (options->today == NULL)
    {
      zone = store != NULL ? fw_store_dup_time_zone (store) : g_time_zone_new_identifier (FW_STORE_DEFAULT_TIME_ZONE);
      *today = fw_date_today (zone);
      return TRUE;
    }
  *today = fw_date_from_string (options->today);
  if (fw_date_is_known (*today))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--today: \"%s\" is no day (YYYY-MM-DD)", options->today);
  return FALSE;
}

/**
 * fw_cli_get_account:
 *
 * Returns: (transfer none): who acts
 */
const char *
fw_cli_get_account (const FwCliOptions *options)
{
  return options->account != NULL ? options->account : "local";
}

/**
 * fw_cli_get_language:
 *
 * Returns: (transfer none): "zh" or "en": what --lang says, else what the user's locale does
 */
const char *
fw_cli_get_language (const FwCliOptions *options)
{
  const char *const *names = g_get_language_names ();

  if (options->language != NULL)
    return g_str_has_prefix (options->language, "zh") ? "zh" : "en";
  return g_str_has_prefix (names[0], "zh") ? "zh" : "en";
}

void
fw_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

/* Columns of a terminal: a Chinese character takes two. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_iszerowidth (g_utf8_get_char (text)))
      width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return width;
}

/**
 * fw_cli_print_table:
 * @rows: (element-type GStrv): the headings first
 *
 * Writes rows with their columns aligned.
 */
void
fw_cli_print_table (GPtrArray *rows)
{
  guint widths[32] = { 0 };

  for (guint r = 0; r < rows->len; r++)
    {
      char **row = g_ptr_array_index (rows, r);

      for (guint c = 0; row[c] != NULL && c < G_N_ELEMENTS (widths); c++)
        widths[c] = MAX (widths[c], width_of (row[c]));
    }
  for (guint r = 0; r < rows->len; r++)
    {
      char **row = g_ptr_array_index (rows, r);

      for (guint c = 0; row[c] != NULL && c < G_N_ELEMENTS (widths); c++)
        g_print ("%s%*s", row[c], row[c + 1] != NULL ? (int) (widths[c] - width_of (row[c]) + 2) : 0, "");
      g_print ("\n");
    }
}
