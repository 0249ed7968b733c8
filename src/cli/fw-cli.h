#pragma once

#include <json-glib/json-glib.h>

#include "core/fw-date.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* What the exit of fairwellctl says; docs/cli.md promises it to scripts. */
typedef enum
{
  FW_EXIT_DONE = 0,
  FW_EXIT_NO = 1,     /* the answer is no: blocked, tampered, not found */
  FW_EXIT_USAGE = 2,  /* wrong use of the command line */
  FW_EXIT_INPUT = 3,  /* a file or a value is bad; file, line and reason on standard error */
  FW_EXIT_FAILED = 4, /* something failed */
} FwExit;

/**
 * FwCli:
 *
 * One call of fairwellctl: the words behind the command, less the options that every command takes.
 */
typedef struct
{
  const char *command;
  GPtrArray *words; /* char*, in order; options of the command among them until they are taken */
  gboolean json;
  char *today;
  char *passphrase_file;
  char *account;  /* who acts, for the audit: --as */
  char *language; /* "zh" or "en": the same in every locale, so that a script can rely on it */
} FwCli;

/**
 * FwCliCommand:
 * @usage: the lines of help, each beginning with the command's name
 * @run: does it; answers the exit
 *
 * One command. Each file of commands offers an array ended by an entry without a name; main.c lists the arrays.
 */
typedef struct
{
  const char *name;
  const char *usage;
  FwExit (*run) (FwCli *cli);
} FwCliCommand;

char        *fw_cli_take_option      (FwCli         *self,
                                      const char    *option);
GStrv        fw_cli_take_options     (FwCli         *self,
                                      const char    *option);
gboolean     fw_cli_take_flag        (FwCli         *self,
                                      const char    *flag);
char        *fw_cli_take_word        (FwCli         *self);
gboolean     fw_cli_is_at_end        (FwCli         *self);
FwExit       fw_cli_misused          (FwCli         *self,
                                      const char    *reason);
FwExit       fw_cli_fail             (FwCli         *self,
                                      const GError  *error);
FwExit       fw_cli_fail_typed       (FwCli         *self,
                                      const GError  *error);
FwStore     *fw_cli_open_store       (FwCli         *self,
                                      const char    *path,
                                      FwStoreMode    mode,
                                      GError       **error);
char        *fw_cli_dup_passphrase   (FwCli         *self,
                                      GError       **error);
char        *fw_cli_read_passphrase  (const char    *path,
                                      GError       **error);
FwDate       fw_cli_today            (FwCli         *self,
                                      FwStore       *store,
                                      GError       **error);
const char  *fw_cli_pick             (const FwCli   *self,
                                      const char    *zh,
                                      const char    *en);
void         fw_cli_add_text         (JsonBuilder   *json,
                                      const char    *name,
                                      const char    *value);
void         fw_cli_print_built      (JsonBuilder   *json);
void         fw_cli_print_part       (JsonBuilder   *json);
void         fw_cli_print_json       (JsonNode      *node);
void         fw_cli_print_table      (const char *const *headings,
                                      GPtrArray     *rows);

G_END_DECLS
