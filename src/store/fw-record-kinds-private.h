#pragma once

#include "store/fw-record-kinds.h"

G_BEGIN_DECLS

#define FW_RECORD_KIND(name, fields, read_only) { name, fields, G_N_ELEMENTS (fields), read_only }

extern const FwRecordKind _fw_company_kinds[];
extern const guint _fw_n_company_kinds;
extern const FwRecordKind _fw_person_kinds[];
extern const guint _fw_n_person_kinds;
extern const FwRecordKind _fw_case_kinds[];
extern const guint _fw_n_case_kinds;

G_END_DECLS
