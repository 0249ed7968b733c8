#include "charts/fw-chart-table.h"

#include <string.h>

struct _FwChartTable
{
  GStrv headings;
  GPtrArray *rows; /* GStrv */
  GArray *marks;   /* FwChartMark, of the rows */
};

/* Returns: (transfer full): a table without rows */
FwChartTable *
fw_chart_table_new (const char *const *headings)
{
  FwChartTable *self = g_new0 (FwChartTable, 1);

  self->headings = g_strdupv ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->marks = g_array_new (FALSE, FALSE, sizeof (FwChartMark));
  return self;
}

void
fw_chart_table_free (FwChartTable *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * fw_chart_table_add_row:
 * @mark: of the chart, that stands for the same figures
 * @cells: (transfer full): one for each heading
 */
void
fw_chart_table_add_row (FwChartTable *self,
                        FwChartMark mark,
                        char **cells)
{
  g_return_if_fail (g_strv_length (cells) == g_strv_length (self->headings));
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->marks, mark);
}

guint
fw_chart_table_get_n_columns (const FwChartTable *self)
{
  return g_strv_length (self->headings);
}

guint
fw_chart_table_get_n_rows (const FwChartTable *self)
{
  return self->rows->len;
}

const char *
fw_chart_table_get_heading (const FwChartTable *self,
                            guint column)
{
  return self->headings[column];
}

const char *const *
fw_chart_table_get_row (const FwChartTable *self,
                        guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, row);
}

FwChartMark
fw_chart_table_get_mark (const FwChartTable *self,
                         guint row)
{
  g_return_val_if_fail (row < self->rows->len, FW_CHART_NO_MARK);
  return g_array_index (self->marks, FwChartMark, row);
}

/* A cell that a spreadsheet would take for a formula begins with an apostrophe. */
static void
add_cell (GString *csv,
          const char *cell,
          gboolean last)
{
  gboolean quoted = strpbrk (cell, ",\"\r\n") != NULL;
  g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  const char *guard = strchr ("=+-@", cell[0]) != NULL && cell[0] != '\0' ? "'" : "";

  g_string_append_printf (csv, quoted ? "\"%s%s\"" : "%s%s", guard, doubled);
  g_string_append (csv, last ? "\r\n" : ",");
}

static void
add_line (GString *csv,
          const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    add_cell (csv, cells[i], cells[i + 1] == NULL);
}

/**
 * fw_chart_table_to_csv:
 *
 * Returns: (transfer full): UTF-8 with a byte order mark, one line of headings
 */
char *
fw_chart_table_to_csv (const FwChartTable *self)
{
  GString *csv = g_string_new ("\xef\xbb\xbf");

  add_line (csv, (const char *const *) self->headings);
  for (guint i = 0; i < self->rows->len; i++)
    add_line (csv, g_ptr_array_index (self->rows, i));
  return g_string_free (csv, FALSE);
}
