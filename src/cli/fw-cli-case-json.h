#pragma once

#include "departure/fw-case.h"

G_BEGIN_DECLS

/* How a case is written for machines and for people. */
char *fw_cli_case_verdict_name      (FwVerdict    verdict);
char *fw_cli_case_state_name        (FwCaseState  state);
void  fw_cli_print_case             (FwCase      *its);
void  fw_cli_print_case_for_people  (FwCase      *its);
void  fw_cli_print_case_list        (GListModel  *rows,
                                     gboolean     json);
void  fw_cli_print_status           (FwCase      *its);
void  fw_cli_print_what_if          (GPtrArray   *points,
                                     gboolean     json);
void  fw_cli_print_document         (FwCase      *its,
                                     const char  *document,
                                     const char  *path,
                                     gboolean     draft);

G_END_DECLS
