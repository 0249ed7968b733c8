#include <string.h>

#include "core/fw-identity.h"
#include "exchange/fw-import-plan-private.h"

/* Values are kept in pieces of so many bytes. */
#define CHUNK_SIZE 65536
/* From so many rows on two threads read them. */
#define MANY_ROWS 2048
/* A column is no longer remembered once it has said so many different things, most of them once. */
#define MOST_DIFFERENT 1024

/* How each column is read: its field's place in the kind, and the forms that its cells have. */
typedef struct
{
  const FwImportField *field;
  guint                index;
  FwImportForms        forms;
  GHashTable          *known;    /* (nullable): cells that were read, with what they mean; NULL is nothing */
  guint                n_again;  /* how often one of them was met again */
} Column;

/* A field with its place in the kind; without one where there is no such field. */
typedef struct
{
  const FwImportField *field;
  guint                index;
} Place;

typedef struct
{
  Place    field;
  Place    other;      /* that it may not lie before */
  gboolean past;       /* nor behind today */
} Order;

typedef struct
{
  Place number;
  Place born;
  Place sex;
} Identity;

/* Reads a part of the rows by itself. */
typedef struct
{
  FwImportPlan *plan;
  GCancellable *cancellable;
  guint         from;
  guint         until;
  GArray       *columns;
  GArray       *orders;
  GArray       *identities;
  char         *today;
  GStringChunk *texts;      /* what the values are kept in; the plan's in the end */
  GArray       *problems;
} Reader;

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

static Place
place_of (const FwImportKind *kind,
          const char *field_id)
{
  const FwImportField *field = fw_import_kind_find_field (kind, field_id);

  return (Place){ field, field != NULL ? index_of_field (kind, field) : 0 };
}

static void
clear_column (gpointer data)
{
  g_clear_pointer (&((Column *) data)->known, g_hash_table_unref);
}

static GArray *
prepare_columns (FwImportPlan *self)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  guint n_columns = fw_table_get_n_columns (self->table);

  g_array_set_size (columns, n_columns);
  g_array_set_clear_func (columns, clear_column);
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

static GArray *
prepare_orders (const FwImportKind *kind)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (Order));

  for (guint i = 0; i < kind->checks->len; i++)
    {
      const FwImportCheck *check = &g_array_index (kind->checks, FwImportCheck, i);
      const Order order = { place_of (kind, check->field), place_of (kind, check->other), check->other == NULL };

      g_array_append_val (orders, order);
    }
  return orders;
}

static GArray *
prepare_identities (const FwImportKind *kind)
{
  GArray *identities = g_array_new (FALSE, FALSE, sizeof (Identity));

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (kind->fields, i);
      const Identity identity = { { field, i }, place_of (kind, field->born), place_of (kind, field->sex) };

      if (field->type == FW_IMPORT_IDENTITY)
        g_array_append_val (identities, identity);
    }
  return identities;
}

/* @like: (nullable): a reader of other rows of the same plan */
static Reader *
reader_new (FwImportPlan *plan,
            const Reader *like,
            GCancellable *cancellable)
{
  Reader *self = g_new0 (Reader, 1);

  self->plan = plan;
  self->cancellable = cancellable;
  self->until = plan->rows->len;
  self->columns = like != NULL ? g_array_copy (like->columns) : prepare_columns (plan);
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, Column, i).known = g_hash_table_new (g_str_hash, g_str_equal);
  self->orders = prepare_orders (plan->kind);
  self->identities = prepare_identities (plan->kind);
  self->today = fw_date_to_string (plan->options.today);
  self->texts = g_string_chunk_new (CHUNK_SIZE);
  self->problems = g_array_new (FALSE, TRUE, sizeof (FwImportProblem));
  return self;
}

/* The plan has all values and problems from now on. */
static void
reader_free (Reader *self)
{
  g_ptr_array_add (self->plan->texts, self->texts);
  g_array_append_vals (self->plan->problems, self->problems->data, self->problems->len);
  g_array_unref (self->problems);
  g_array_unref (self->columns);
  g_array_unref (self->orders);
  g_array_unref (self->identities);
  g_free (self->today);
  g_free (self);
}

static void
refuse (Reader *self,
        guint index,
        const FwImportField *field,
        const char *reason,
        const char *a,
        const char *b)
{
  _fw_import_plan_note (self->plan, self->problems, index, field, reason, a, b);
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

static char *
read_value (Reader *self,
            const Column *column,
            const char *cell,
            FwImportFault *fault)
{
  const char *word = fw_import_mapping_get_word (self->plan->mapping, column->field, cell);
  g_autofree char *value =
    fw_import_value_read (self->plan->catalog, column->field, &column->forms, word != NULL ? word : cell, fault);

  return value != NULL ? g_string_chunk_insert (self->texts, value) : NULL;
}

/* Departments, days and words like 在职 stand in many rows: what each means is found out once. */
static char *
read_cell (Reader *self,
           Column *column,
           const char *cell,
           FwImportFault *fault)
{
  gpointer value = NULL;

  if (column->known != NULL && g_hash_table_lookup_extended (column->known, cell, NULL, &value))
    {
      column->n_again++;
      return value;
    }
  if (!means_nothing (self->plan, cell))
    value = read_value (self, column, cell, fault);
  if (column->known == NULL || fault->reason != NULL)
    return value;
  g_hash_table_insert (column->known, (gpointer) cell, value);
  if (g_hash_table_size (column->known) >= MOST_DIFFERENT && column->n_again < g_hash_table_size (column->known))
    g_clear_pointer (&column->known, g_hash_table_unref);
  return value;
}

static void
read_cells (Reader *self,
            guint index)
{
  FwImportRow *row = &g_array_index (self->plan->rows, FwImportRow, index);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
      g_auto (FwImportFault) fault = { NULL, NULL, NULL };
      char *value;

      if (column->field == NULL)
        continue;
      value = read_cell (self, column, fw_table_get_cell (self->plan->table, index, i), &fault);
      if (value != NULL || fault.reason != NULL)
        row->values[column->index] = value;
      if (fault.reason != NULL)
        refuse (self, index, column->field, fault.reason, fault.a, fault.b);
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
was_refused (Reader *self,
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
require_always (Reader *self,
                guint index)
{
  const FwImportKind *kind = self->plan->kind;
  FwImportRow *row = &g_array_index (self->plan->rows, FwImportRow, index);

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (kind->fields, i);

      if (field->required == FW_IMPORT_REQUIRED_ALWAYS && row->values[i] == NULL && !was_refused (self, index, field))
        refuse (self, index, field, "required", NULL, NULL);
    }
}

/* Fills a field from the identity number, or compares it where the row has it too. */
static void
hold_against_identity (Reader *self,
                       guint index,
                       const Place *place,
                       const char *said,
                       const char *reason)
{
  FwImportRow *row = &g_array_index (self->plan->rows, FwImportRow, index);

  if (place->field == NULL || said == NULL)
    return;
  if (row->values[place->index] == NULL)
    row->values[place->index] = g_string_chunk_insert_const (self->texts, said);
  else if (strcmp (row->values[place->index], said) != 0)
    refuse (self, index, place->field, reason, said, NULL);
}

static void
read_identity (Reader *self,
               guint index,
               const Identity *identity)
{
  const FwImportRow *row = &g_array_index (self->plan->rows, FwImportRow, index);
  FwIdentity says = { FW_DATE_UNKNOWN, NULL };
  g_autofree char *born = NULL;

  if (row->values[identity->number.index] == NULL ||
      fw_identity_check (identity->number.field->algorithm, row->values[identity->number.index], self->plan->options.today,
                         &says) != FW_IDENTITY_SOUND)
    return;
  born = fw_date_to_string (says.born);
  hold_against_identity (self, index, &identity->born, born, "identity-says-born");
  hold_against_identity (self, index, &identity->sex, says.sex,
                         g_strcmp0 (says.sex, "female") == 0 ? "identity-says-female" : "identity-says-male");
}

/* Days and months of one length compare as texts. */
static void
check_order (Reader *self,
             guint index,
             const Order *order)
{
  const FwImportRow *row = &g_array_index (self->plan->rows, FwImportRow, index);
  const char *value = row->values[order->field.index];
  const char *bound = order->other.field != NULL ? row->values[order->other.index] : NULL;

  if (value == NULL)
    return;
  if (bound != NULL && strcmp (value, bound) < 0)
    refuse (self, index, order->field.field, "before", order->other.field->zh, bound);
  if (order->past && self->today != NULL && strncmp (value, self->today, strlen (value)) > 0)
    refuse (self, index, order->field.field, "future", NULL, NULL);
}

static void
check_surplus (Reader *self,
               guint index)
{
  const FwTableRow *row = fw_table_get_row (self->plan->table, index);
  guint n_columns = fw_table_get_n_columns (self->plan->table);
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

      refuse (self, index, NULL, "too-many-cells", number, NULL);
    }
}

static void
read_row (Reader *self,
          guint index)
{
  static const char *const faults[] = { NULL, "lone-quote", "long-cell", "wide-row", "lost-character" };
  const FwTableRow *row = fw_table_get_row (self->plan->table, index);

  if (row->fault != FW_CSV_SOUND)
    {
      refuse (self, index, NULL, faults[row->fault], NULL, NULL);
      return;
    }
  check_surplus (self, index);
  read_cells (self, index);
  g_array_index (self->plan->rows, FwImportRow, index).empty = says_nothing (self->plan, index);
  if (g_array_index (self->plan->rows, FwImportRow, index).empty)
    return;
  require_always (self, index);
  for (guint i = 0; i < self->identities->len; i++)
    read_identity (self, index, &g_array_index (self->identities, Identity, i));
  for (guint i = 0; i < self->orders->len; i++)
    check_order (self, index, &g_array_index (self->orders, Order, i));
}

static gpointer
read_rest_thread (gpointer data)
{
  Reader *self = data;

  for (guint i = self->from; i < self->until && !g_cancellable_is_cancelled (self->cancellable); i++)
    read_row (self, i);
  return NULL;
}

/* The reader of the first rows tells for both how far they are. */
static gboolean
read_first (Reader *self,
            guint rows_meanwhile,
            GError **error)
{
  for (guint i = self->from; i < self->until; i++)
    {
      if (!_fw_import_plan_step (self->plan, i * rows_meanwhile, self->cancellable, error))
        return FALSE;
      read_row (self, i);
    }
  return TRUE;
}

/*
 * _fw_import_plan_read:
 *
 * Turns every cell into a value, and notes what no value can be made of. Nothing outside the file is looked
 * at. The rows of a long list are read by two threads, each one half.
 */
gboolean
_fw_import_plan_read (FwImportPlan *self,
                      GCancellable *cancellable,
                      GError **error)
{
  const gboolean many = self->rows->len >= MANY_ROWS && g_get_num_processors () > 1;
  Reader *first = reader_new (self, NULL, cancellable);
  Reader *rest = many ? reader_new (self, first, cancellable) : NULL;
  GThread *thread = NULL;
  gboolean done;

  if (rest != NULL)
    {
      first->until = rest->from = self->rows->len / 2;
      thread = g_thread_new ("rows", read_rest_thread, rest);
    }
  done = read_first (first, many ? 2 : 1, error);
  g_clear_pointer (&thread, g_thread_join);
  done = done && !g_cancellable_set_error_if_cancelled (cancellable, error);
  reader_free (first);
  g_clear_pointer (&rest, reader_free);
  return done;
}
