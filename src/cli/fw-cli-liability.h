#pragma once

#include "cli/fw-cli.h"

G_BEGIN_DECLS

/* What stands on the line of "insight STORE liability"; nothing of it need be there but the store. */
typedef struct
{
  const char *path;
  const char *on;
  const char *by;
  const char *output;
  gboolean csv;
} FwCliLiability;

FwExit fw_cli_run_liability (FwCli                *cli,
                             const FwCliLiability *options);

G_END_DECLS
