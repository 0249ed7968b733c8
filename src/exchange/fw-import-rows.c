#include <string.h>

#include "core/fw-identity.h"
#include "exchange/fw-import-plan-private.h"

/* How each column is read: its field's place in the kind, and the forms that its cells have. */
typedef struct
{
  const FwImportField *field;
  guint                index;
  FwImportForms        forms;
} Column;

static gboolean
is_dated (FwImportType type)
{
  return type == FW_IMPORT_DATE || type == FW_IMPORT_MONTH || type == FW_IMPORT_PERIOD;
}

/*
 * A column holds a spreadsheet's day numbers where at least one cell looks so and no cell is another bare
 * number: years and compact dates (2026, 202603, 20260301) may stand beside them.
 */
static gboolean
has_serials (FwTable *table,
             guint column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fw_table_get_n_rows (table); i++)
    {
      g_autofree char *clean = fw_import_value_clean (fw_table_get_cell (table, i, column));
      gsize digits = strspn (clean, "0123456789");

      if (fw_import_is_serial (clean))
        any = TRUE;
      else if (digits > 0 && clean[digits] == '\0' && digits != 4 && digits != 6 && digits != 8)
        return FALSE;
    }
  return any;
}

static guint
index_of_field (const FwImportKind *kind,
                const FwImportField *field)
{
  guint index = 0;

  g_ptr_array_find (kind->fields, field, &index);
  return index;
}

static GArray *
prepare_columns (FwImportPlan *self)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  guint n_columns = fw_table_get_n_columns (self->table);

  g_array_set_size (columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->field = fw_import_mapping_get_field (self->mapping, i);
      if (column->field == NULL)
        continue;
      column->index = index_of_field (self->kind, column->field);
      column->forms.today = self->options.today;
      column->forms.order = self->options.order;
      column->forms.serials = is_dated (column->field->type) && has_serials (self->table, i);
    }
  return columns;
}

static gboolean
means_nothing (FwImportPlan *self,
               const char *cell)
{
  g_autofree char *clean = NULL;

  if (self->options.empty_words == NULL)
    return FALSE;
  clean = fw_import_value_clean (cell);
  return g_strv_contains (self->options.empty_words, clean);
}

static void
read_cells (FwImportPlan *self,
            guint index,
            GArray *columns)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const char *cell = fw_table_get_cell (self->table, index, i);
      g_auto (FwImportFault) fault = { NULL, NULL, NULL };
      const char *word;

      if (column->field == NULL || means_nothing (self, cell))
        continue;
      word = fw_import_mapping_get_word (self->mapping, column->field, cell);
      row->values[column->index] =
        fw_import_value_read (self->catalog, column->field, &column->forms, word != NULL ? word : cell, &fault);
      if (fault.reason != NULL)
        _fw_import_plan_refuse (self, index, column->field, &fault);
    }
}

static gboolean
is_of_main (const FwImportKind *kind,
            const FwImportField *field)
{
  for (guint i = 0; i < field->goals->len; i++)
    if (fw_import_kind_find_record (kind, g_array_index (field->goals, FwImportGoal, i).record)->main)
      return TRUE;
  return FALSE;
}

/*
 * A list of all people may have columns for those who have left: a row without any of them is no
 * departure.
 */
static gboolean
says_nothing (FwImportPlan *self,
              guint index)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);

  if (row->verdict == FW_IMPORT_ROW_BAD)
    return FALSE;
  for (guint i = 0; i < self->kind->fields->len; i++)
    if (row->values[i] != NULL && is_of_main (self->kind, g_ptr_array_index (self->kind->fields, i)))
      return FALSE;
  return TRUE;
}

/* A value that was refused is not also missing. */
static gboolean
was_refused (FwImportPlan *self,
             guint index,
             const FwImportField *field)
{
  for (guint i = self->problems->len; i > 0; i--)
    {
      const FwImportProblem *problem = &g_array_index (self->problems, FwImportProblem, i - 1);

      if (problem->row != index)
        return FALSE;
      if (problem->field == field)
        return TRUE;
    }
  return FALSE;
}

static void
require_always (FwImportPlan *self,
                guint index)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (field->required == FW_IMPORT_REQUIRED_ALWAYS && row->values[i] == NULL &&
          !was_refused (self, index, field))
        _fw_import_plan_refuse_for (self, index, field, "required", NULL, NULL);
    }
}

/* Fills a field from the identity number, or compares it where the row has it too. */
static void
hold_against_identity (FwImportPlan *self,
                       guint index,
                       const char *field_id,
                       const char *said,
                       const char *reason)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);
  const FwImportField *field = fw_import_kind_find_field (self->kind, field_id);
  char **value = field != NULL ? &row->values[index_of_field (self->kind, field)] : NULL;

  if (value == NULL || said == NULL)
    return;
  if (*value == NULL)
    *value = g_strdup (said);
  else if (strcmp (*value, said) != 0)
    _fw_import_plan_refuse_for (self, index, field, reason, said, NULL);
}

static void
read_identity (FwImportPlan *self,
               guint index)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);
      FwIdentity identity = { FW_DATE_UNKNOWN, NULL };
      g_autofree char *born = NULL;

      if (field->type != FW_IMPORT_IDENTITY || row->values[i] == NULL ||
          fw_identity_check (field->algorithm, row->values[i], self->options.today, &identity) !=
            FW_IDENTITY_SOUND)
        continue;
      born = fw_date_to_string (identity.born);
      hold_against_identity (self, index, field->born, born, "identity-says-born");
      hold_against_identity (self, index, field->sex, identity.sex,
                             g_strcmp0 (identity.sex, "female") == 0 ? "identity-says-female"
                                                                     : "identity-says-male");
    }
}

/* Days and months of one length compare as texts. */
static void
check_order (FwImportPlan *self,
             guint index,
             const FwImportCheck *check)
{
  FwImportRow *row = &g_array_index (self->rows, FwImportRow, index);
  const FwImportField *field = fw_import_kind_find_field (self->kind, check->field);
  const FwImportField *other = fw_import_kind_find_field (self->kind, check->other);
  const char *value = row->values[index_of_field (self->kind, field)];
  const char *bound = other != NULL ? row->values[index_of_field (self->kind, other)] : NULL;

  if (value == NULL)
    return;
  if (bound != NULL && strcmp (value, bound) < 0)
    _fw_import_plan_refuse_for (self, index, field, "before", other->zh, bound);
  if (check->other == NULL)
    {
      g_autofree char *today = fw_date_to_string (self->options.today);

      if (today != NULL && strncmp (value, today, strlen (value)) > 0)
        _fw_import_plan_refuse_for (self, index, field, "future", NULL, NULL);
    }
}

static void
check_surplus (FwImportPlan *self,
               guint index)
{
  const FwTableRow *row = fw_table_get_row (self->table, index);
  guint n_columns = fw_table_get_n_columns (self->table);
  guint n_surplus = 0;

  for (guint i = n_columns; i < row->n_cells; i++)
    {
      g_autofree char *clean = fw_import_value_clean (row->cells[i]);

      if (clean[0] != '\0')
        n_surplus = i + 1 - n_columns;
    }
  if (n_surplus > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_surplus);

      _fw_import_plan_refuse_for (self, index, NULL, "too-many-cells", number, NULL);
    }
}

static void
read_row (FwImportPlan *self,
          guint index,
          GArray *columns)
{
  static const char *const faults[] = { NULL, "lone-quote", "long-cell", "wide-row", "lost-character" };
  const FwTableRow *row = fw_table_get_row (self->table, index);

  if (row->fault != FW_CSV_SOUND)
    {
      _fw_import_plan_refuse_for (self, index, NULL, faults[row->fault], NULL, NULL);
      return;
    }
  check_surplus (self, index);
  read_cells (self, index, columns);
  g_array_index (self->rows, FwImportRow, index).empty = says_nothing (self, index);
  if (g_array_index (self->rows, FwImportRow, index).empty)
    return;
  require_always (self, index);
  read_identity (self, index);
  for (guint i = 0; i < self->kind->checks->len; i++)
    check_order (self, index, &g_array_index (self->kind->checks, FwImportCheck, i));
}

/*
 * _fw_import_plan_read:
 *
 * Turns every cell into a value, and notes what no value can be made of. Nothing outside the file is looked
 * at.
 */
gboolean
_fw_import_plan_read (FwImportPlan *self,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GArray) columns = prepare_columns (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!_fw_import_plan_step (self, i, cancellable, error))
        return FALSE;
      read_row (self, i, columns);
    }
  return TRUE;
}
