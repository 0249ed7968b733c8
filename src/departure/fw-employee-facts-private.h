#pragma once

#include "core/fw-date.h"
#include "facts/fw-facts.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

gboolean  _fw_employee_facts_fill  (FwStore     *store,
                                    const char  *employee_id,
                                    FwDate       as_of,
                                    FwFacts     *facts,
                                    GError     **error);
GPtrArray *_fw_employee_facts_records (FwStore  *store,
                                    const char  *kind,
                                    const char  *employee_id,
                                    FwDate       as_of,
                                    GError     **error);
gboolean  _fw_local_facts_fill     (FwStore     *store,
                                    FwDate       day,
                                    FwFacts     *facts,
                                    GError     **error);
gboolean  _fw_employee_facts_fill_place (FwStore *store,
                                    FwRecord    *employer,
                                    FwRecord    *employee,
                                    FwDate       as_of,
                                    FwFacts     *facts,
                                    GError     **error);
gboolean  _fw_employee_facts_fill_terms (FwFacts *facts,
                                    FwRecord    *employee,
                                    FwRecord    *employment,
                                    GPtrArray   *wages,
                                    guint        first_wage,
                                    guint        end_wage,
                                    GError     **error);
void      _fw_facts_put            (FwFacts     *facts,
                                    const char  *path,
                                    const char  *value);

G_END_DECLS
