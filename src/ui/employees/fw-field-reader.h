#pragma once

#include "exchange/fw-import-catalog.h"
#include "store/fw-record.h"

G_BEGIN_DECLS

char *fw_field_read         (FwImportCatalog     *catalog,
                             const FwRecordKind  *kind,
                             const FwField       *field,
                             const char          *text,
                             FwDate               today,
                             char               **problem);
char **fw_field_dup_choices (FwImportCatalog     *catalog,
                             const FwRecordKind  *kind,
                             const FwField       *field);
char *fw_field_check_record (FwImportCatalog     *catalog,
                             FwRecord            *record,
                             FwDate               today,
                             const FwField      **field);

G_END_DECLS
