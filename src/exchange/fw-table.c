#include "exchange/fw-table.h"

#include <string.h>

#include "exchange/fw-exchange-error.h"

struct _FwTable
{
  GObject parent_instance;

  FwCsvReader *reader;
  GArray      *rows;
  guint        heading;
  FwEncoding   encoding;
  char         separator;
};

G_DEFINE_FINAL_TYPE (FwTable, fw_table, G_TYPE_OBJECT)

static void
clear_row (gpointer data)
{
  g_free (((FwTableRow *) data)->cells);
}

static void
fw_table_finalize (GObject *object)
{
  FwTable *self = FW_TABLE (object);

  g_clear_pointer (&self->reader, fw_csv_reader_free);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (fw_table_parent_class)->finalize (object);
}

static void
fw_table_class_init (FwTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_table_finalize;
}

static void
fw_table_init (FwTable *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (FwTableRow));
  g_array_set_clear_func (self->rows, clear_row);
}

static gboolean
has_text (const FwCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i][strspn (row->cells[i], " \t")] != '\0')
      return TRUE;
  return row->fault != FW_CSV_SOUND;
}

static gboolean
read_rows (FwTable *self,
           GCancellable *cancellable,
           GError **error)
{
  FwCsvRow csv;

  while (fw_csv_reader_next (self->reader, &csv))
    {
      FwTableRow row = { csv.line, csv.n_cells, NULL, csv.fault };

      if (self->rows->len % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!has_text (&csv) || (csv.line == 1 && g_ascii_strncasecmp (csv.cells[0], "sep=", 4) == 0))
        continue;
      row.cells = g_memdup2 (csv.cells, csv.n_cells * sizeof (char *));
      g_array_append_val (self->rows, row);
    }
  if (self->rows->len > 0)
    return TRUE;
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT, "the file is empty");
  return FALSE;
}

/* A NUL ends every C text behind the reader's back; no program writes one into a list on purpose. */
static gboolean
refuse_nul (const char *text,
            gsize length,
            GError **error)
{
  const char *nul = memchr (text, '\0', length);
  guint line = 1;

  if (nul == NULL)
    return TRUE;
  for (const char *at = text; at < nul; at++)
    line += *at == '\n' || (*at == '\r' && at[1] != '\n');
  g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT,
               "line %u: a NUL byte; this is not a text file (save it as CSV)", line);
  return FALSE;
}

static gboolean
is_wide (FwEncoding encoding)
{
  return encoding == FW_ENCODING_UTF_16_LE || encoding == FW_ENCODING_UTF_16_BE;
}

/**
 * fw_table_new_from_bytes:
 * @options: (nullable): %NULL finds everything
 *
 * Returns: (transfer full) (nullable): the table with its first row taken as headings; %NULL with
 *   %FW_EXCHANGE_ERROR_INPUT for what is no table at all
 */
FwTable *
fw_table_new_from_bytes (GBytes *bytes,
                         const FwTableOptions *options,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (FwTable) self = g_object_new (FW_TYPE_TABLE, NULL);
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > FW_TABLE_MAX_BYTES)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT,
                   "the file is larger than %u MiB; split it", (guint) (FW_TABLE_MAX_BYTES >> 20));
      return NULL;
    }
  data = data != NULL ? data : "";
  self->encoding = options != NULL ? options->encoding : FW_ENCODING_AUTO;
  if (self->encoding == FW_ENCODING_AUTO)
    self->encoding = fw_encoding_guess (data, length);
  if (!is_wide (self->encoding) && !refuse_nul (data, length, error))
    return NULL;
  text = fw_encoding_decode (self->encoding, data, length, &length, error);
  if (text == NULL || !refuse_nul (text, length, error))
    return NULL;
  self->separator = options != NULL ? options->separator : '\0';
  if (self->separator == '\0')
    self->separator = fw_csv_find_separator (text, length);
  self->reader = fw_csv_reader_new (g_steal_pointer (&text), length, self->separator);
  if (!read_rows (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fw_table_new_from_file:
 * @options: (nullable): %NULL finds everything
 *
 * Returns: (transfer full) (nullable): the table, as fw_table_new_from_bytes() makes it; %NULL also with
 *   the errors of reading the file
 */
FwTable *
fw_table_new_from_file (GFile *file,
                        const FwTableOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, error);
  g_autoptr (GBytes) bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > (goffset) FW_TABLE_MAX_BYTES)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_INPUT,
                   "the file is larger than %u MiB; split it", (guint) (FW_TABLE_MAX_BYTES >> 20));
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (bytes == NULL)
    return NULL;
  return fw_table_new_from_bytes (bytes, options, cancellable, error);
}

/**
 * fw_table_set_heading_row:
 * @index: among all rows of the file that have text; what stands above it (a title) is no row of the table
 *
 * Answers whether the file has such a row.
 */
gboolean
fw_table_set_heading_row (FwTable *self,
                          guint index)
{
  if (index >= self->rows->len)
    return FALSE;
  self->heading = index;
  return TRUE;
}

/**
 * fw_table_get_n_rows:
 *
 * Answers the rows below the headings.
 */
guint
fw_table_get_n_rows (FwTable *self)
{
  return self->rows->len - self->heading - 1;
}

/**
 * fw_table_get_row:
 *
 * Returns: (transfer none): a row below the headings, owned by the table
 */
const FwTableRow *
fw_table_get_row (FwTable *self,
                  guint index)
{
  g_return_val_if_fail (index < fw_table_get_n_rows (self), NULL);
  return &g_array_index (self->rows, FwTableRow, self->heading + 1 + index);
}

static const FwTableRow *
headings (FwTable *self)
{
  return &g_array_index (self->rows, FwTableRow, self->heading);
}

/**
 * fw_table_get_cell:
 *
 * Returns: (transfer none): the text of a cell as it stands in the file, "" where the row is too short to
 *   have it
 */
const char *
fw_table_get_cell (FwTable *self,
                   guint row,
                   guint column)
{
  const FwTableRow *found = fw_table_get_row (self, row);

  return column < found->n_cells ? found->cells[column] : "";
}

guint
fw_table_get_n_columns (FwTable *self)
{
  return headings (self)->n_cells;
}

const char *
fw_table_get_heading (FwTable *self,
                      guint column)
{
  g_return_val_if_fail (column < fw_table_get_n_columns (self), NULL);
  return headings (self)->cells[column];
}

guint
fw_table_get_heading_line (FwTable *self)
{
  return headings (self)->line;
}

FwEncoding
fw_table_get_encoding (FwTable *self)
{
  return self->encoding;
}

char
fw_table_get_separator (FwTable *self)
{
  return self->separator;
}
