#pragma once

#include "departure/fw-case-private.h"

G_BEGIN_DECLS

char      *_fw_case_basis_write (FwCaseRecords *records,
                                 FwFacts       *facts,
                                 FwPack        *pack,
                                 FwAssessment  *assessment);
FwFacts   *_fw_case_basis_facts (FwStore       *store,
                                 FwCaseRecords *records,
                                 GHashTable    *answers,
                                 FwDate         today,
                                 const char    *basis,
                                 gboolean       fixed,
                                 GError       **error);
GPtrArray *_fw_case_change_rows (FwScene       *scene,
                                 FwCaseJudged  *judged,
                                 FwPack        *pack,
                                 GError       **error);

G_END_DECLS
