#pragma once

#include "core/fw-date.h"
#include "exchange/fw-import-catalog.h"

G_BEGIN_DECLS

/**
 * FwImportDateOrder:
 *
 * What comes first where the year stands last. Nobody can know it from 1/2/2026, so it has to be told.
 */
typedef enum
{
  FW_IMPORT_YEAR_FIRST,
  FW_IMPORT_MONTH_FIRST,
  FW_IMPORT_DAY_FIRST,
} FwImportDateOrder;

/**
 * FwImportForms:
 * @serials: the column holds a spreadsheet's day numbers (days since 1899-12-30)
 * @order: for dates with the year last
 * @today: for what cannot lie in the future
 */
typedef struct
{
  gboolean          serials;
  FwImportDateOrder order;
  FwDate            today;
} FwImportForms;

/**
 * FwImportFault:
 * @reason: the id of a reason of the catalog, %NULL for none
 * @a: (nullable): what {a} stands for in its words
 * @b: (nullable): what {b} stands for
 */
typedef struct
{
  const char *reason;
  char       *a;
  char       *b;
} FwImportFault;

void      fw_import_fault_set    (FwImportFault       *fault,
                                  const char          *reason,
                                  const char          *a,
                                  const char          *b);
void      fw_import_fault_clear  (FwImportFault       *fault);
char     *fw_import_value_clean  (const char          *text);
char     *fw_import_value_narrow (const char          *text);
char     *fw_import_value_read   (FwImportCatalog     *catalog,
                                  const FwImportField *field,
                                  const FwImportForms *forms,
                                  const char          *text,
                                  FwImportFault       *fault);
gboolean  fw_import_is_serial    (const char          *text);
char     *fw_import_read_date    (const char          *text,
                                  const FwImportForms *forms,
                                  FwImportFault       *fault);
char     *fw_import_read_month   (const char          *text,
                                  const FwImportForms *forms,
                                  FwImportFault       *fault);
char     *fw_import_read_period  (const char          *text,
                                  const FwImportForms *forms,
                                  FwImportFault       *fault);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwImportFault, fw_import_fault_clear)

G_END_DECLS
