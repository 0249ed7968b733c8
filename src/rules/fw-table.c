/* Tables and dated parameters, and the steps that read them. */
#include "rules/fw-pack-private.h"

#include <string.h>

static const FwValue unknown = { 0 };

static void
dated_number_free (FwDatedNumber *self)
{
  g_clear_pointer (&self->value, fw_number_unref);
  g_free (self);
}

void
_fw_parameter_free (FwParameter *self)
{
  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
cell_free (FwCell *self)
{
  fw_value_clear (&self->value);
  g_free (self);
}

static void
row_free (FwTableRow *self)
{
  fw_value_clear (&self->lower);
  fw_value_clear (&self->upper);
  g_strfreev (self->is);
  g_hash_table_unref (self->cells);
  g_clear_pointer (&self->rate, fw_number_unref);
  g_clear_pointer (&self->quick, fw_number_unref);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
_fw_table_free (FwTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* A number that the law changes from time to time, with the days of each of its values. */
FwParameter *
_fw_pack_parse_parameter (FwPack *pack,
                          FwXmlNode *node,
                          GError **error)
{
  FwParameter *parameter = g_new0 (FwParameter, 1);

  parameter->id = fw_xml_node_get (node, "id");
  parameter->name = _fw_pack_text (node);
  parameter->unit = fw_xml_node_get (node, "unit");
  parameter->values = g_ptr_array_new_with_free_func ((GDestroyNotify) dated_number_free);
  for (FwXmlNode *child = fw_xml_node_child (node, "value"); child != NULL; child = fw_xml_node_next (child, "value"))
    {
      FwDatedNumber *value = g_new0 (FwDatedNumber, 1);
      FwInForce days = _fw_pack_read_in_force (child);
      g_autofree char *text = fw_xml_node_dup_text (child);

      value->from = days.from;
      value->until = days.until;
      value->value = fw_number_parse (g_strstrip (text));
      g_ptr_array_add (parameter->values, value);
    }
  return parameter;
}

/**
 * _fw_parameter_on:
 *
 * Returns: (transfer full) (nullable): the value in force on @day; %NULL where none is
 */
FwNumber *
_fw_parameter_on (FwParameter *self,
                  FwDate day)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      FwDatedNumber *value = g_ptr_array_index (self->values, i);

      if (_fw_in_force_on ((FwInForce){ value->from, value->until }, day))
        return fw_number_ref (value->value);
    }
  return NULL;
}

/* An edge is a number, a day or the name of a parameter. */
static gboolean
read_edge (FwPack *pack,
           FwXmlNode *node,
           const char *attribute,
           FwEdge kind,
           FwEdge *edge,
           FwValue *value,
           FwParameter **parameter,
           GError **error)
{
  const char *text = fw_xml_node_get (node, attribute);

  if (text == NULL)
    return TRUE;
  *edge = kind;
  *value = fw_value_from_literal (text);
  if (fw_value_is_known (value) || (*parameter = g_hash_table_lookup (pack->parameters, text)) != NULL)
    return TRUE;
  return _fw_pack_fail (pack, node, error, "‘%s’ is neither a number, a day nor a parameter", text);
}

static gboolean
add_cell (FwPack *pack,
          FwTableRow *row,
          const char *name,
          FwXmlNode *node,
          GError **error)
{
  const char *text = fw_xml_node_get (node, "value"), *parameter = fw_xml_node_get (node, "parameter");
  FwCell *cell;

  if (text == NULL && parameter == NULL && fw_xml_node_get (node, "ask") == NULL)
    return TRUE;
  cell = g_new0 (FwCell, 1);
  g_hash_table_insert (row->cells, g_strdup (name), cell);
  cell->ask = fw_xml_node_get (node, "ask");
  if (text != NULL)
    {
      cell->value = fw_value_from_literal (text);
      if (!fw_value_is_known (&cell->value))
        cell->value = fw_value_new_text (text);
    }
  if (parameter != NULL && (cell->parameter = g_hash_table_lookup (pack->parameters, parameter)) == NULL)
    return _fw_pack_fail (pack, node, error, "there is no parameter ‘%s’", parameter);
  return TRUE;
}

static gboolean parse_rows (FwPack *pack, FwXmlNode *around, char unit, GPtrArray *rows, GError **error);

static gboolean
parse_row (FwPack *pack,
           FwXmlNode *node,
           char unit,
           FwTableRow *row,
           GError **error)
{
  FwInForce days = _fw_pack_read_in_force (node);
  const char *own_unit = fw_xml_node_get (node, "unit"), *is = fw_xml_node_get (node, "is");

  row->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cell_free);
  row->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  row->unit = own_unit != NULL ? own_unit[0] : unit;
  row->is = is != NULL ? g_strsplit (is, " ", -1) : NULL;
  row->from = days.from;
  row->until = days.until;
  row->rate = fw_number_parse (fw_xml_node_get (node, "rate"));
  row->quick = fw_number_parse (fw_xml_node_get (node, "quick"));
  row->name = _fw_pack_text (node);
  if (!read_edge (pack, node, "at-least", FW_EDGE_AT_LEAST, &row->lower_edge, &row->lower, &row->lower_parameter, error) ||
      !read_edge (pack, node, "more-than", FW_EDGE_MORE_THAN, &row->lower_edge, &row->lower, &row->lower_parameter, error) ||
      !read_edge (pack, node, "less-than", FW_EDGE_LESS_THAN, &row->upper_edge, &row->upper, &row->upper_parameter, error) ||
      !read_edge (pack, node, "up-to", FW_EDGE_UP_TO, &row->upper_edge, &row->upper, &row->upper_parameter, error) ||
      !add_cell (pack, row, "value", node, error))
    return FALSE;
  for (FwXmlNode *child = fw_xml_node_child (node, "column"); child != NULL; child = fw_xml_node_next (child, "column"))
    if (!add_cell (pack, row, fw_xml_node_get (child, "name"), child, error))
      return FALSE;
  return parse_rows (pack, node, 0, row->rows, error);
}

static gboolean
parse_rows (FwPack *pack,
            FwXmlNode *around,
            char unit,
            GPtrArray *rows,
            GError **error)
{
  for (FwXmlNode *node = fw_xml_node_child (around, "row"); node != NULL; node = fw_xml_node_next (node, "row"))
    {
      FwTableRow *row = g_new0 (FwTableRow, 1);

      g_ptr_array_add (rows, row);
      if (!parse_row (pack, node, unit, row, error))
        return FALSE;
    }
  return TRUE;
}

/* A table with its rows, and the rows within them; NULL with file, line and reason. */
FwTable *
_fw_pack_parse_table (FwPack *pack,
                      FwXmlNode *node,
                      GError **error)
{
  FwTable *table = g_new0 (FwTable, 1);
  const char *unit = fw_xml_node_get (node, "unit");

  table->id = fw_xml_node_get (node, "id");
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  if (parse_rows (pack, node, unit != NULL ? unit[0] : 0, table->rows, error))
    return table;
  _fw_table_free (table);
  return NULL;
}

/* A service against a band, exactly by the calendar: years and months as months and days, weeks and days as days. */
static int
compare_service (const FwService *service,
                 const FwNumber *edge,
                 char unit)
{
  g_autoptr (FwNumber) factor = fw_number_new (unit == 'y' ? 12 : unit == 'w' ? 7 : 1);
  g_autoptr (FwNumber) scaled = fw_number_multiply (edge, factor);
  g_autoptr (FwNumber) held = NULL;
  int order;

  if (unit == 'd' || unit == 'w')
    held = fw_number_new (fw_date_days_between (service->from, service->end));
  else
    held = fw_number_new (service->months);
  order = fw_number_compare (held, scaled);
  return order != 0 || unit == 'd' || unit == 'w' ? order : service->days > 0;
}

static gboolean
compare_edge (const FwValue *key,
              const FwValue *literal,
              FwParameter *parameter,
              char unit,
              FwDate day,
              int *order)
{
  g_auto (FwValue) edge = parameter != NULL ? fw_value_new_number (_fw_parameter_on (parameter, day)) : fw_value_copy (literal);

  if (key->kind == FW_VALUE_SERVICE && edge.kind == FW_VALUE_NUMBER)
    {
      *order = compare_service (&key->service, edge.number, unit);
      return TRUE;
    }
  return fw_value_compare (key, &edge, order);
}

static gboolean
row_matches (FwTableRow *row,
             const FwValue *key,
             FwDate day)
{
  int order;

  if (!_fw_in_force_on ((FwInForce){ row->from, row->until }, day))
    return FALSE;
  if (row->is != NULL)
    {
      g_autofree char *plain = fw_value_to_plain (key, FW_AS_NOTHING, 0);

      return plain != NULL && g_strv_contains ((const char *const *) row->is, plain);
    }
  if (row->lower_edge != FW_EDGE_NONE &&
      (!compare_edge (key, &row->lower, row->lower_parameter, row->unit, day, &order) || order < 0 ||
       (order == 0 && row->lower_edge == FW_EDGE_MORE_THAN)))
    return FALSE;
  return row->upper_edge == FW_EDGE_NONE ||
         (compare_edge (key, &row->upper, row->upper_parameter, row->unit, day, &order) &&
          (order < 0 || (order == 0 && row->upper_edge == FW_EDGE_UP_TO)));
}

/**
 * _fw_table_find:
 *
 * Returns: (transfer none) (nullable): the first row in force on @day whose band holds @key
 */
FwTableRow *
_fw_table_find (GPtrArray *rows,
                const FwValue *key,
                FwDate day)
{
  for (guint i = 0; i < rows->len; i++)
    if (row_matches (g_ptr_array_index (rows, i), key, day))
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* The day that a step names by "on", else the day of the law. */
static FwDate
day_of (FwRun *run,
        FwStep *step,
        guint slot)
{
  g_auto (FwValue) on = _fw_run_slot (run, step, slot);

  return on.kind == FW_VALUE_DATE ? on.date : _fw_run_scope (run)->law_day;
}

static FwValue
cell_value (FwRun *run,
            FwStep *step,
            FwTableRow *row,
            FwCell *cell,
            FwDate day)
{
  if (cell == NULL)
    return unknown;
  if (cell->ask != NULL)
    {
      _fw_scope_ask (_fw_run_scope (run), step->id, row->name, cell->ask);
      return unknown;
    }
  return cell->parameter != NULL ? fw_value_new_number (_fw_parameter_on (cell->parameter, day)) : fw_value_copy (&cell->value);
}

/* A row may come with columns: each is a result of its own, by the column's name. */
static void
keep_columns (FwRun *run,
              FwStep *step,
              FwTableRow *row,
              FwDate day)
{
  GHashTableIter iterator;
  gpointer name, cell;

  g_hash_table_iter_init (&iterator, row->cells);
  while (g_hash_table_iter_next (&iterator, &name, &cell))
    if (((FwCell *) cell)->ask == NULL)
      _fw_run_keep_sub (run, step, name, cell_value (run, step, row, cell, day));
}

/* What the first row that holds the key says, in the column asked for; unknown where no row holds it. */
FwValue
_fw_step_look_up (FwRun *run,
                  FwStep *step)
{
  g_auto (FwValue) key = _fw_run_slot (run, step, 0);
  g_auto (FwValue) key2 = _fw_run_slot (run, step, 1);
  FwDate day = day_of (run, step, 2);
  FwTableRow *row;

  if (!fw_value_is_known (&key) || (step->slots[1].kind != FW_OPERAND_NONE && !fw_value_is_known (&key2)))
    return unknown;
  row = _fw_table_find (step->table->rows, &key, day);
  if (row != NULL && row->rows->len > 0 && step->slots[1].kind != FW_OPERAND_NONE)
    row = _fw_table_find (row->rows, &key2, day);
  if (row == NULL)
    return unknown;
  keep_columns (run, step, row, day);
  return cell_value (run, step, row, g_hash_table_lookup (row->cells, step->column != NULL ? step->column : "value"), day);
}

/* The number an edge stands for, NULL where there is none. */
static FwNumber *
edge_number (FwEdge edge,
             const FwValue *value,
             FwParameter *parameter,
             FwDate day)
{
  if (edge == FW_EDGE_NONE)
    return NULL;
  if (parameter != NULL)
    return _fw_parameter_on (parameter, day);
  return value->kind == FW_VALUE_NUMBER ? fw_number_ref (value->number) : NULL;
}

/* What of @amount lies between the edges of the row; NULL where the law of the day does not know one of them. */
static FwNumber *
slice_of (const FwNumber *amount,
          FwTableRow *row,
          FwDate day)
{
  g_autoptr (FwNumber) lower = edge_number (row->lower_edge, &row->lower, row->lower_parameter, day);
  g_autoptr (FwNumber) upper = edge_number (row->upper_edge, &row->upper, row->upper_parameter, day);
  g_autoptr (FwNumber) zero = fw_number_new (0);
  const FwNumber *top;
  FwNumber *slice;

  if ((lower == NULL && row->lower_edge != FW_EDGE_NONE) || (upper == NULL && row->upper_edge != FW_EDGE_NONE))
    return NULL;
  top = upper != NULL && fw_number_compare (amount, upper) > 0 ? upper : amount;
  slice = fw_number_subtract (top, lower != NULL ? lower : zero);
  if (fw_number_compare (slice, zero) < 0)
    {
      fw_number_unref (slice);
      return fw_number_new (0);
    }
  return slice;
}

static gboolean
row_in_force (FwTableRow *row,
              FwDate day)
{
  return _fw_in_force_on ((FwInForce){ row->from, row->until }, day);
}

/* The rate of a row: its rate, else its value. */
static FwNumber *
row_rate (FwTableRow *row,
          FwDate day)
{
  FwCell *cell = g_hash_table_lookup (row->cells, "value");

  if (row->rate != NULL)
    return fw_number_ref (row->rate);
  if (cell == NULL)
    return NULL;
  if (cell->parameter != NULL)
    return _fw_parameter_on (cell->parameter, day);
  return cell->value.kind == FW_VALUE_NUMBER ? fw_number_ref (cell->value.number) : NULL;
}

/* Each slice of a number at the rate of its row, added up. */
FwValue
_fw_step_slices (FwRun *run,
                 FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);
  FwDate day = day_of (run, step, 1);
  FwNumber *sum;

  if (of.kind != FW_VALUE_NUMBER)
    return unknown;
  sum = fw_number_new (0);
  for (guint i = 0; i < step->table->rows->len; i++)
    {
      FwTableRow *row = g_ptr_array_index (step->table->rows, i);
      g_autoptr (FwNumber) slice = NULL;
      g_autoptr (FwNumber) rate = NULL;
      g_autoptr (FwNumber) part = NULL;
      g_autoptr (FwNumber) before = sum;

      slice = slice_of (of.number, row, day);
      rate = row_rate (row, day);
      part = row_in_force (row, day) ? fw_number_multiply (slice, rate) : fw_number_new (0);
      sum = fw_number_add (before, part);
    }
  return fw_value_new_number (sum);
}

/* The whole number at the rate of its bracket, less what the bracket lets off ("quick"); both are results too. */
FwValue
_fw_step_brackets (FwRun *run,
                   FwStep *step)
{
  g_auto (FwValue) of = _fw_run_slot (run, step, 0);
  FwTableRow *row = of.kind == FW_VALUE_NUMBER ? _fw_table_find (step->table->rows, &of, day_of (run, step, 1)) : NULL;
  g_autoptr (FwNumber) gross = NULL;
  g_autoptr (FwNumber) quick = NULL;

  if (row == NULL || row->rate == NULL)
    return unknown;
  quick = row->quick != NULL ? fw_number_ref (row->quick) : fw_number_new (0);
  gross = fw_number_multiply (of.number, row->rate);
  _fw_run_keep_sub (run, step, "rate", fw_value_new_number (fw_number_ref (row->rate)));
  _fw_run_keep_sub (run, step, "quick", fw_value_new_number (fw_number_ref (quick)));
  return fw_value_new_number (fw_number_subtract (gross, quick));
}

/* The key of one year of service that begins on @start. */
static FwValue
year_key (FwStep *step,
          FwDate born,
          FwDate start,
          int index)
{
  if (strcmp (step->key, "index") == 0)
    return fw_value_new_whole (index);
  if (!fw_date_is_known (born))
    return unknown;
  if (strcmp (step->key, "age-at-end") == 0)
    start = fw_date_add_years (start, 1);
  return fw_value_new_whole (fw_date_span (born, start).months / 12);
}

/* What each whole year between two days earns, by its number, its age or its day, added up; counted on, or
 * back from the end. */
FwValue
_fw_step_each_year (FwRun *run,
                    FwStep *step)
{
  g_auto (FwValue) from = _fw_run_slot (run, step, 0);
  g_auto (FwValue) to = _fw_run_slot (run, step, 1);
  g_auto (FwValue) limit = _fw_run_slot (run, step, 2);
  g_auto (FwValue) born = { 0 };
  FwDate day = day_of (run, step, 4), end;
  gboolean back = strcmp (step->counted, "back") == 0;
  FwNumber *sum;
  int years;

  if (strcmp (step->key, "index") != 0)
    born = _fw_run_slot (run, step, 3);
  if (from.kind != FW_VALUE_DATE || to.kind != FW_VALUE_DATE)
    return unknown;
  end = step->include_end ? fw_date_add_days (to.date, 1) : to.date;
  years = fw_date_span (from.date, end).months / 12;
  if (limit.kind == FW_VALUE_NUMBER)
    years = MIN (years, (int) CLAMP (fw_number_to_int (limit.number), 0, 200));
  sum = fw_number_new (0);
  for (int i = 1; i <= years; i++)
    {
      FwDate start = back ? fw_date_add_years (end, -i) : fw_date_add_years (from.date, i - 1);
      g_auto (FwValue) key = year_key (step, born.date, start, i);
      FwTableRow *row = fw_value_is_known (&key) ? _fw_table_find (step->table->rows, &key, day) : NULL;
      g_autoptr (FwNumber) rate = row != NULL ? row_rate (row, day) : NULL;
      g_autoptr (FwNumber) before = sum;

      sum = fw_number_add (before, rate);
    }
  return fw_value_new_number (sum);
}

FwValue
_fw_step_parameter_value (FwRun *run,
                          FwStep *step)
{
  FwNumber *number = _fw_parameter_on (step->parameter, day_of (run, step, 0));

  if (number == NULL)
    _fw_scope_ask (_fw_run_scope (run), step->parameter->id, step->parameter->name, "fact");
  return fw_value_new_number (number);
}
