#pragma once

#include "cli/fw-cli.h"
#include "departure/fw-case.h"

G_BEGIN_DECLS

/* One call of "case STORE VERB [CASE] …". The store and the case are there when a verb takes its own options and words. */
typedef struct
{
  FwCli *cli;
  FwWorkplace *workplace;
  FwCase *its; /* the case named behind the verb, where the verb takes one */
} FwCliCaseCall;

/* A verb; case STORE VERB CASE. */
typedef FwExit (*FwCliCaseVerb) (FwCliCaseCall *call);

void     _fw_cli_case_clear    (FwCliCaseCall  *call);
gboolean _fw_cli_case_open     (FwCliCaseCall  *call,
                                const char     *store,
                                FwStoreMode     mode,
                                GError        **error);
gboolean _fw_cli_case_read_day (const char     *text,
                                FwDate         *day,
                                GError        **error);
FwExit   _fw_cli_case_tell     (FwCliCaseCall  *call);
FwExit   _fw_cli_case_after    (FwCliCaseCall  *call,
                                gboolean        done,
                                GError        **error);

/* fw-cli-case-papers.c */
FwExit _fw_cli_case_issue         (FwCliCaseCall *call);
FwExit _fw_cli_case_deliver       (FwCliCaseCall *call);
FwExit _fw_cli_case_not_delivered (FwCliCaseCall *call);
FwExit _fw_cli_case_wording       (FwCliCaseCall *call);
FwExit _fw_cli_case_read_again    (FwCliCaseCall *call);

/* fw-cli-case-parting.c */
FwExit _fw_cli_case_offer   (FwCliCaseCall *call);
FwExit _fw_cli_case_settle  (FwCliCaseCall *call);
FwExit _fw_cli_case_reasons (FwCliCaseCall *call);
FwExit _fw_cli_case_survey  (FwCliCaseCall *call);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwCliCaseCall, _fw_cli_case_clear)

G_END_DECLS
