#include <string.h>

#include "exchange/fw-import-plan-private.h"
#include "exchange/fw-import-record-private.h"

/* Lists that know only how long somebody has been there: the day is counted back and marked as an estimate. */

/* The day so many months before the row's other day, or before today. */
static char *
estimate (FwImportPlan *self,
          const FwImportRow *row,
          const FwImportFill *fill)
{
  const char *months = _fw_import_plan_value_of (self, row, fill->source);
  const char *until = fill->until != NULL ? _fw_import_plan_value_of (self, row, fill->until) : NULL;
  FwDate day = until != NULL ? fw_date_from_string (until) : self->options.today;

  if (months == NULL)
    return NULL;
  return fw_date_to_string (fw_date_add_months (day, -(int) g_ascii_strtoll (months, NULL, 10)));
}

/*
 * _fw_import_collect_estimate:
 *
 * Fills a day by an estimate where the row does not say it; only a record that does not exist yet takes it. Answers whether
 * it did.
 */
gboolean
_fw_import_collect_estimate (FwImportPlan *self,
                             const FwImportRow *row,
                             const FwImportFill *fill,
                             FwImportRecord *collected)
{
  g_autofree char *day = estimate (self, row, fill);

  if (!fw_import_record_fill (collected, fill->field, day, NULL, TRUE))
    return FALSE;
  if (fill->mark != NULL)
    fw_import_record_fill (collected, fill->mark, "true", NULL, TRUE);
  return TRUE;
}

/*
 * _fw_import_is_estimated:
 *
 * Answers whether an estimate stands for a field.
 */
gboolean
_fw_import_is_estimated (const FwImportRecordSpec *spec,
                         FwImportRecord *collected,
                         const char *field)
{
  for (guint i = 0; i < spec->fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (spec->fills, FwImportFill, i);

      if (fill->how == FW_IMPORT_FILL_ESTIMATE && strcmp (fill->field, field) == 0)
        return fw_import_record_is_only_new (collected, field);
    }
  return FALSE;
}

/*
 * _fw_import_clear_marks:
 *
 * Whoever brings the day itself takes the mark of an earlier estimate away.
 */
void
_fw_import_clear_marks (const FwImportRecordSpec *spec,
                        FwImportRecord *meant,
                        FwImportRecord *collected)
{
  for (guint i = 0; i < spec->fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (spec->fills, FwImportFill, i);

      if (fill->how == FW_IMPORT_FILL_ESTIMATE && fill->mark != NULL &&
          fw_import_record_get (collected, fill->field) != NULL &&
          !fw_import_record_is_only_new (collected, fill->field) &&
          g_strcmp0 (fw_import_record_get (meant, fill->mark), "true") == 0)
        fw_import_record_change (collected, fill->mark, "false");
    }
}
