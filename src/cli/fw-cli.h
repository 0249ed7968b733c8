#pragma once

#include <json-glib/json-glib.h>

#include "core/fw-date.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwCliExit:
 *
 * How a command ends. A command that ends with anything but %FW_CLI_DONE has changed nothing.
 */
typedef enum
{
  FW_CLI_DONE      = 0,
  FW_CLI_NO        = 1, /* blocked, tampered, not found */
  FW_CLI_WRONG_USE = 2,
  FW_CLI_BAD_INPUT = 3, /* file, line and reason on standard error */
  FW_CLI_FAILED    = 4,
} FwCliExit;

/**
 * FwCliOptions:
 *
 * What every command takes. @passphrase_file and @account are %NULL where they were not given.
 */
typedef struct
{
  char    *passphrase_file;
  char    *today;
  char    *account;
  char    *language;
  gboolean json;
} FwCliOptions;

/**
 * FwCliCommand:
 * @run: gets the arguments behind the program's name, the command itself first
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (const char *name,
                    int         argc,
                    char      **argv);
} FwCliCommand;

/* One list for each file of commands, ended by a command without a name; main.c knows them all. */
extern const FwCliCommand fw_cli_import_commands[];

gboolean    fw_cli_parse         (const char          *arguments,
                                  const GOptionEntry  *entries,
                                  FwCliOptions        *options,
                                  int                 *argc,
                                  char              ***argv,
                                  GError             **error);
void        fw_cli_options_clear (FwCliOptions        *options);
int         fw_cli_fail          (GError              *error);
int         fw_cli_misuse        (const char          *format,
                                  ...) G_GNUC_PRINTF (1, 2);
FwStore    *fw_cli_open_store    (const FwCliOptions  *options,
                                  const char          *path,
                                  FwStoreMode          mode,
                                  GError             **error);
char       *fw_cli_read_passphrase (const char        *path,
                                  GError             **error);
gboolean    fw_cli_get_today     (const FwCliOptions  *options,
                                  FwStore             *store,
                                  FwDate              *today,
                                  GError             **error);
const char *fw_cli_get_account   (const FwCliOptions  *options);
const char *fw_cli_get_language  (const FwCliOptions  *options);
void        fw_cli_print_json    (JsonBuilder         *builder);
void        fw_cli_print_table   (GPtrArray           *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwCliOptions, fw_cli_options_clear)

G_END_DECLS
