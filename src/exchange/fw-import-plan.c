#include "exchange/fw-import-plan-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (FwImportPlan, fw_import_plan, G_TYPE_OBJECT)

/* Where a row was passed over, how often a cancelled job is noticed. */
#define ROWS_BETWEEN_LOOKS 256
/* So many rows are given back by a thread of their own. */
#define MANY_ROWS 10000

static void
clear_problem (gpointer data)
{
  FwImportProblem *problem = data;

  g_free (problem->value);
  fw_import_fault_clear (&problem->fault);
}

/* What a plan of many rows has in millions of small pieces. */
typedef struct
{
  GArray           *rows;
  guint             n_records;   /* of a row */
  GPtrArray        *records;
  FwImportRegistry *registry;
  GPtrArray        *texts;
} Remains;

static void
clear_row (FwImportRow *row,
           guint n_records)
{
  for (guint i = 0; i < n_records; i++)
    {
      g_clear_pointer (&row->collected[i], fw_import_record_unref);
      g_clear_pointer (&row->meant[i], fw_import_record_unref);
    }
  g_clear_pointer (&row->own, g_ptr_array_unref);
  g_free (row->collected);
}

static gpointer
free_remains (gpointer data)
{
  Remains *remains = data;

  for (guint i = 0; i < remains->rows->len; i++)
    clear_row (&g_array_index (remains->rows, FwImportRow, i), remains->n_records);
  g_array_unref (remains->rows);
  g_ptr_array_unref (remains->records);
  g_clear_pointer (&remains->registry, fw_import_registry_free);
  g_ptr_array_unref (remains->texts);
  g_free (remains);
  return NULL;
}

/* Giving back a long plan takes as long as some frames of a window: nobody waits for it. */
static void
let_go (FwImportPlan *self)
{
  const Remains remains = { self->rows, self->kind != NULL ? self->kind->records->len : 0, self->records, self->registry, self->texts };

  if (self->rows->len < MANY_ROWS)
    free_remains (g_memdup2 (&remains, sizeof remains));
  else
    g_thread_unref (g_thread_new ("let-go", free_remains, g_memdup2 (&remains, sizeof remains)));
}

static void
fw_import_plan_finalize (GObject *object)
{
  FwImportPlan *self = FW_IMPORT_PLAN (object);

  let_go (self);
  g_free (self->values);
  g_array_unref (self->problems);
  g_hash_table_unref (self->paths);
  g_clear_object (&self->mapping);
  g_clear_object (&self->table);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (fw_import_plan_parent_class)->finalize (object);
}

static void
fw_import_plan_class_init (FwImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_import_plan_finalize;
}

static void
fw_import_plan_init (FwImportPlan *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (FwImportRow));
  self->paths = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_string_chunk_free);
  self->problems = g_array_new (FALSE, TRUE, sizeof (FwImportProblem));
  g_array_set_clear_func (self->problems, clear_problem);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);
}

/*
 * _fw_import_plan_value_of:
 *
 * Returns: (transfer none) (nullable): what a row says for a field
 */
const char *
_fw_import_plan_value_of (FwImportPlan *self,
                          const FwImportRow *row,
                          const char *field_id)
{
  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (strcmp (field->id, field_id) == 0)
        return row->values[i];
    }
  return NULL;
}

static const char *
cell_of (FwImportPlan *self,
         guint row,
         const FwImportField *field)
{
  int column = field != NULL ? fw_import_mapping_get_column (self->mapping, field) : -1;

  return column >= 0 ? fw_table_get_cell (self->table, row, (guint) column) : "";
}

/*
 * _fw_import_plan_refuse:
 *
 * Notes what is wrong with a row, which from now on is bad. All of a row's faults are noted, so that it is
 * mended once.
 */
void
_fw_import_plan_refuse (FwImportPlan *self,
                        guint row,
                        const FwImportField *field,
                        const FwImportFault *fault)
{
  _fw_import_plan_refuse_for (self, row, field, fault->reason, fault->a, fault->b);
}

void
_fw_import_plan_refuse_for (FwImportPlan *self,
                            guint row,
                            const FwImportField *field,
                            const char *reason,
                            const char *a,
                            const char *b)
{
  _fw_import_plan_note (self, self->problems, row, field, reason, a, b);
}

/* The same among @problems, which become the plan's later. */
void
_fw_import_plan_note (FwImportPlan *self,
                      GArray *problems,
                      guint row,
                      const FwImportField *field,
                      const char *reason,
                      const char *a,
                      const char *b)
{
  FwImportProblem problem = {
    .row = row,
    .line = fw_table_get_row (self->table, row)->line,
    .field = field,
    .value = fw_import_value_clean (cell_of (self, row, field)),
  };

  fw_import_fault_set (&problem.fault, reason, a, b);
  g_array_append_val (problems, problem);
  g_array_index (self->rows, FwImportRow, row).verdict = FW_IMPORT_ROW_BAD;
}

/*
 * _fw_import_plan_step:
 *
 * Between two rows: tells how far the plan is and answers %FALSE where it was cancelled.
 */
gboolean
_fw_import_plan_step (FwImportPlan *self,
                      guint row,
                      GCancellable *cancellable,
                      GError **error)
{
  if (row % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (row, self->rows->len, self->progress_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
make_rows (FwImportPlan *self)
{
  guint n_fields = self->kind->fields->len;
  guint n_records = self->kind->records->len;

  g_array_set_size (self->rows, fw_table_get_n_rows (self->table));
  self->values = g_new0 (char *, (gsize) self->rows->len * n_fields);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FwImportRow *row = &g_array_index (self->rows, FwImportRow, i);

      row->values = self->values + (gsize) i * n_fields;
      row->collected = g_new0 (FwImportRecord *, (gsize) n_records * 2);
      row->meant = row->collected + n_records;
      row->verdict = FW_IMPORT_ROW_UNCHANGED;
    }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const FwImportProblem *left = a;
  const FwImportProblem *right = b;

  return (left->row > right->row) - (left->row < right->row);
}

/**
 * fw_import_plan_new:
 * @kind: (transfer none): of @catalog
 * @table: read in place; the plan keeps a reference
 * @mapping: which has to name every column that no row can do without
 * @progress: (nullable): called on this thread now and then
 *
 * Looks at every row and changes nothing. Safe to run on a worker thread where @target is.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with %FW_EXCHANGE_ERROR_MAPPING, with
 *   %G_IO_ERROR_CANCELLED, or with what the target says
 */
FwImportPlan *
fw_import_plan_new (FwImportCatalog *catalog,
                    const FwImportKind *kind,
                    FwTable *table,
                    FwImportMapping *mapping,
                    const FwImportOptions *options,
                    const FwImportTarget *target,
                    FwImportProgress progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (FwImportPlan) self = g_object_new (FW_TYPE_IMPORT_PLAN, NULL);

  self->catalog = g_object_ref (catalog);
  self->kind = kind;
  self->table = g_object_ref (table);
  self->mapping = g_object_ref (mapping);
  self->options = *options;
  self->registry = fw_import_registry_new (target);
  self->progress = progress;
  self->progress_data = progress_data;
  if (!fw_import_mapping_check (mapping, error))
    return NULL;
  make_rows (self);
  if (!_fw_import_plan_read (self, cancellable, error) || !_fw_import_plan_resolve (self, cancellable, error))
    return NULL;
  for (guint i = 0; i < self->rows->len; i++)
    self->counts[g_array_index (self->rows, FwImportRow, i).verdict]++;
  g_array_sort (self->problems, compare_problems);
  self->progress = NULL;
  return g_steal_pointer (&self);
}

const FwImportKind *
fw_import_plan_get_kind (FwImportPlan *self)
{
  return self->kind;
}

/**
 * fw_import_plan_count:
 *
 * Answers how many rows have the verdict.
 */
guint
fw_import_plan_count (FwImportPlan *self,
                      FwImportVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (self->counts), 0);
  return self->counts[verdict];
}

FwImportVerdict
fw_import_plan_get_verdict (FwImportPlan *self,
                            guint row)
{
  g_return_val_if_fail (row < self->rows->len, FW_IMPORT_ROW_BAD);
  return g_array_index (self->rows, FwImportRow, row).verdict;
}

guint
fw_import_plan_get_n_problems (FwImportPlan *self)
{
  return self->problems->len;
}

/**
 * fw_import_plan_get_problem:
 *
 * Returns: (transfer none): one thing wrong with one row, in the order of the file; a row may have several
 */
const FwImportProblem *
fw_import_plan_get_problem (FwImportPlan *self,
                            guint index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);
  return &g_array_index (self->problems, FwImportProblem, index);
}

/**
 * fw_import_plan_say_problem:
 * @language: "zh" or "en"
 *
 * Returns: (transfer full): the reason in words
 */
char *
fw_import_plan_say_problem (FwImportPlan *self,
                            guint index,
                            const char *language)
{
  const FwImportProblem *problem = fw_import_plan_get_problem (self, index);

  return fw_import_catalog_say (self->catalog, problem->fault.reason, problem->fault.a, problem->fault.b,
                                language);
}

/**
 * fw_import_plan_get_records:
 *
 * Returns: (transfer none) (element-type FwImportRecord): what the good rows make and change, each after
 *   those it refers to
 */
GPtrArray *
fw_import_plan_get_records (FwImportPlan *self)
{
  return self->records;
}

static void
append_row (FwImportPlan *self,
            GString *csv,
            const FwTableRow *row,
            const char *reason)
{
  guint n_columns = MAX (fw_table_get_n_columns (self->table), row->n_cells);

  for (guint i = 0; i < n_columns; i++)
    {
      fw_csv_append_cell (csv, i < row->n_cells ? row->cells[i] : NULL, ',');
      g_string_append_c (csv, ',');
    }
  fw_csv_append_cell (csv, reason, ',');
  g_string_append (csv, "\r\n");
}

static void
append_headings (FwImportPlan *self,
                 GString *csv,
                 const char *language)
{
  for (guint i = 0; i < fw_table_get_n_columns (self->table); i++)
    {
      fw_csv_append_cell (csv, fw_table_get_heading (self->table, i), ',');
      g_string_append_c (csv, ',');
    }
  g_string_append (csv, g_str_has_prefix (language, "zh") ? FW_IMPORT_REASON_HEADING_ZH
                                                          : FW_IMPORT_REASON_HEADING_EN);
  g_string_append (csv, "\r\n");
}

/**
 * fw_import_plan_get_bad_rows:
 * @language: "zh" or "en", for the reasons
 *
 * Returns: (transfer full): a file with the columns of the one that was read and the reasons behind them,
 *   only the bad rows in it: UTF-8 with a byte order mark, which every spreadsheet opens. Mended it can be
 *   imported as it is: the reasons are a column that means nothing
 */
GBytes *
fw_import_plan_get_bad_rows (FwImportPlan *self,
                             const char *language)
{
  g_autoptr (GString) csv = g_string_new ("\xEF\xBB\xBF");

  append_headings (self, csv, language);
  for (guint i = 0; i < self->problems->len;)
    {
      const FwImportProblem *problem = fw_import_plan_get_problem (self, i);
      g_autoptr (GString) reasons = g_string_new (NULL);
      guint row = problem->row;

      for (; i < self->problems->len && fw_import_plan_get_problem (self, i)->row == row; i++)
        {
          const FwImportProblem *one = fw_import_plan_get_problem (self, i);
          g_autofree char *reason = fw_import_plan_say_problem (self, i, language);
          const char *name = one->field == NULL                  ? NULL
                             : g_str_has_prefix (language, "zh") ? one->field->zh
                                                                 : one->field->en;

          g_string_append_printf (reasons, "%s%s%s%s", reasons->len > 0 ? "; " : "", name != NULL ? name : "",
                                  name != NULL ? ": " : "", reason);
        }
      append_row (self, csv, fw_table_get_row (self->table, row), reasons->str);
    }
  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
