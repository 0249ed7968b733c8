#pragma once

#include "cli/fw-cli.h"

G_BEGIN_DECLS

/* The arrays of commands, one for each file that has some; main.c lists them in the order of the help. */
extern const FwCliCommand fw_cli_case_commands[];
extern const FwCliCommand fw_cli_case_papers_commands[];
extern const FwCliCommand fw_cli_documents_commands[];
extern const FwCliCommand fw_cli_import_commands[];
extern const FwCliCommand fw_cli_insight_commands[];
extern const FwCliCommand fw_cli_keys_commands[];
extern const FwCliCommand fw_cli_law_commands[];
extern const FwCliCommand fw_cli_people_commands[];
extern const FwCliCommand fw_cli_risk_commands[];
extern const FwCliCommand fw_cli_rules_commands[];
extern const FwCliCommand fw_cli_scripts_commands[];
extern const FwCliCommand fw_cli_store_commands[];
extern const FwCliCommand fw_cli_undo_commands[];
extern const FwCliCommand fw_cli_watch_commands[];

G_END_DECLS
