#pragma once

#include "exchange/fw-import-plan.h"
#include "exchange/fw-import-registry.h"

G_BEGIN_DECLS

/*
 * @values: the row's value for each field of the kind; all of a plan's are in @texts and live as long as it
 * @collected: for each record of the kind what the row says of it, %NULL where it says nothing
 * @meant: for each record of the kind the one that is meant: of the store, of another row, or the collected
 *   one
 * @own: values of the company's own fields, each as a pair of what the row says and the record that is
 *   meant
 * @empty: says nothing of the record that rows of this kind are about, and is passed over
 */
typedef struct
{
  char           **values;
  FwImportRecord **collected;
  FwImportRecord **meant;
  GPtrArray       *own;
  FwImportVerdict  verdict;
  gboolean         empty;
} FwImportRow;

struct _FwImportPlan
{
  GObject parent_instance;

  FwImportCatalog    *catalog;
  const FwImportKind *kind;
  FwTable            *table;
  FwImportMapping    *mapping;
  FwImportOptions     options;
  FwImportRegistry   *registry;
  GHashTable         *paths;      /* FwImportReference → char*, the path → FwImportRecord, of the registry */
  GArray             *rows;
  char              **values;     /* those of all rows, one row behind the other */
  GPtrArray          *texts;      /* (element-type GStringChunk) */
  GArray             *problems;
  GPtrArray          *records;
  guint               counts[4];
  FwImportProgress    progress;
  gpointer            progress_data;
};

void     _fw_import_plan_refuse  (FwImportPlan         *self,
                                  guint                 row,
                                  const FwImportField  *field,
                                  const FwImportFault  *fault);
void     _fw_import_plan_note    (FwImportPlan         *self,
                                  GArray               *problems,
                                  guint                 row,
                                  const FwImportField  *field,
                                  const char           *reason,
                                  const char           *a,
                                  const char           *b);
void     _fw_import_plan_refuse_for (FwImportPlan      *self,
                                  guint                 row,
                                  const FwImportField  *field,
                                  const char           *reason,
                                  const char           *a,
                                  const char           *b);
gboolean _fw_import_plan_step    (FwImportPlan         *self,
                                  guint                 row,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean _fw_import_plan_read    (FwImportPlan         *self,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean _fw_import_plan_resolve (FwImportPlan         *self,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean _fw_import_resolve_custom (FwImportPlan       *self,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean _fw_import_load_references (FwImportPlan      *self,
                                  GCancellable         *cancellable,
                                  GError              **error);
FwImportRecord *_fw_import_refer (FwImportPlan         *self,
                                  const FwImportReference *reference,
                                  const char           *name,
                                  FwImportFault        *fault);
FwImportRecord *_fw_import_find_sole (FwImportPlan     *self,
                                  const char           *kind);
const char *_fw_import_plan_value_of (FwImportPlan     *self,
                                  const FwImportRow    *row,
                                  const char           *field_id);
gboolean _fw_import_collect_estimate (FwImportPlan     *self,
                                  const FwImportRow    *row,
                                  const FwImportFill   *fill,
                                  FwImportRecord       *collected);
gboolean _fw_import_is_estimated (const FwImportRecordSpec *spec,
                                  FwImportRecord       *collected,
                                  const char           *field);
void     _fw_import_clear_marks  (const FwImportRecordSpec *spec,
                                  FwImportRecord       *meant,
                                  FwImportRecord       *collected);

G_END_DECLS
