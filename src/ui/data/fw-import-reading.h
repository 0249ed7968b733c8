#pragma once

#include "exchange/fw-import-mapping.h"
#include "exchange/fw-import-value.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwImportReading:
 * @catalog: what can be imported
 * @table: the file as rows
 * @kind: what the file is taken for
 * @fields: (element-type FwImportField): for each column what it is, %NULL where it is no field of the kind
 * @own: (element-type gboolean): for each column whether it becomes a field of the company's own
 * @words: (element-type FwImportWord): what the company's own words mean, as somebody has said
 * @order: what comes first in dates with the year last, as somebody has said
 *
 * A file that was read on a worker thread, with a first guess at what it is.
 */
typedef struct
{
  FwImportCatalog    *catalog;
  FwTable            *table;
  const FwImportKind *kind;
  GPtrArray          *fields;
  GArray             *own;
  GPtrArray          *words;
  FwImportDateOrder   order;
} FwImportReading;

void             fw_import_reading_free      (FwImportReading      *reading);
void             fw_import_reading_set_kind  (FwImportReading      *reading,
                                              const FwImportKind   *kind);
void             fw_import_reading_tell_word (FwImportReading      *reading,
                                              const FwImportField  *field,
                                              const char           *text,
                                              const char           *meaning);
FwImportMapping *fw_import_reading_dup_mapping (FwImportReading    *reading);
void             fw_import_read_async        (FwStore              *store,
                                              GFile                *file,
                                              const FwTableOptions *options,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
FwImportReading *fw_import_read_finish       (GAsyncResult         *result,
                                              GError              **error);
void             fw_import_reading_remember  (FwImportReading      *reading,
                                              FwStore              *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwImportReading, fw_import_reading_free)

G_END_DECLS
