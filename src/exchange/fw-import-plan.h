#pragma once

#include "exchange/fw-import-mapping.h"
#include "exchange/fw-import-record.h"
#include "exchange/fw-import-value.h"

G_BEGIN_DECLS

/**
 * FwImportPlan:
 *
 * What importing a table would do, without doing anything: for each row whether it is new, an update,
 * unchanged or bad and why, and the records that the good rows make or change. Making a plan is the dry
 * run; carrying it out is the caller's one command. Immutable once made.
 */
#define FW_TYPE_IMPORT_PLAN (fw_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (FwImportPlan, fw_import_plan, FW, IMPORT_PLAN, GObject)

typedef enum
{
  FW_IMPORT_ROW_NEW,
  FW_IMPORT_ROW_UPDATE,
  FW_IMPORT_ROW_UNCHANGED,
  FW_IMPORT_ROW_BAD,
} FwImportVerdict;

/**
 * FwImportOptions:
 * @today: what lies after it has not happened yet
 * @order: how dates with the year last are to be read
 * @names_must_exist: a department, position … that nobody has is a fault and not a new one
 * @empty_words: (nullable): further texts that mean nothing is known, such as "1/1/1900"
 */
typedef struct
{
  FwDate             today;
  FwImportDateOrder  order;
  gboolean           names_must_exist;
  const char *const *empty_words;
} FwImportOptions;

/**
 * FwImportProblem:
 * @row: the row of the table, from 0
 * @line: the line of the file on which it begins
 * @field: (nullable): %NULL where the whole row is meant
 * @value: the cell as it stands in the file
 */
typedef struct
{
  guint                row;
  guint                line;
  const FwImportField *field;
  char                *value;
  FwImportFault        fault;
} FwImportProblem;

/**
 * FwImportProgress:
 * @done: rows looked at, of @total
 */
typedef void (*FwImportProgress) (guint    done,
                                  guint    total,
                                  gpointer data);

FwImportPlan          *fw_import_plan_new           (FwImportCatalog        *catalog,
                                                     const FwImportKind     *kind,
                                                     FwTable                *table,
                                                     FwImportMapping        *mapping,
                                                     const FwImportOptions  *options,
                                                     const FwImportTarget   *target,
                                                     FwImportProgress        progress,
                                                     gpointer                progress_data,
                                                     GCancellable           *cancellable,
                                                     GError                **error);
const FwImportKind    *fw_import_plan_get_kind      (FwImportPlan           *self);
guint                  fw_import_plan_count         (FwImportPlan           *self,
                                                     FwImportVerdict         verdict);
FwImportVerdict        fw_import_plan_get_verdict   (FwImportPlan           *self,
                                                     guint                   row);
guint                  fw_import_plan_get_n_problems (FwImportPlan          *self);
const FwImportProblem *fw_import_plan_get_problem   (FwImportPlan           *self,
                                                     guint                   index);
char                  *fw_import_plan_say_problem   (FwImportPlan           *self,
                                                     guint                   index,
                                                     const char             *language);
GPtrArray             *fw_import_plan_get_records   (FwImportPlan           *self);
GBytes                *fw_import_plan_get_bad_rows  (FwImportPlan           *self,
                                                     const char             *language);

G_END_DECLS
