#include "exchange/fw-csv.h"

#include <string.h>

struct _FwCsvReader
{
  char      *text;
  char      *end;
  char      *at;
  guint      line;
  char       separator;
  GPtrArray *cells;
};

/**
 * fw_csv_reader_new:
 * @text: (transfer full): UTF-8 followed by a NUL byte; it is changed while it is read
 * @separator: such as ','
 *
 * Returns: (transfer full): a reader before the first row
 */
FwCsvReader *
fw_csv_reader_new (char *text,
                   gsize length,
                   char separator)
{
  FwCsvReader *self = g_new0 (FwCsvReader, 1);

  self->text = text;
  self->end = text + length;
  self->at = text;
  self->line = 1;
  self->separator = separator;
  self->cells = g_ptr_array_new ();
  return self;
}

void
fw_csv_reader_free (FwCsvReader *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

static void
note_fault (FwCsvRow *row,
            FwCsvFault fault)
{
  if (row->fault == FW_CSV_SOUND)
    row->fault = fault;
}

/*
 * Where a quoted cell ends. @open is its first quotation mark. Nothing is changed, for the mark may turn
 * out to stand alone, and then the cell is read anew as one without quotation.
 */
static char *
find_closing_quote (const FwCsvReader *self,
                    char *open)
{
  char *limit = (gsize) (self->end - open) > FW_CSV_MAX_CELL_BYTES ? open + FW_CSV_MAX_CELL_BYTES : self->end;

  for (char *at = open + 1; at < limit; at++)
    {
      if (*at != '"')
        continue;
      if (at + 1 < limit && at[1] == '"')
        {
          at++;
          continue;
        }
      if (at + 1 == self->end || at[1] == self->separator || is_line_end (at[1]))
        return at;
      return NULL;
    }
  return NULL;
}

/* Undoes the doubling of quotation marks between @open and @close and counts the lines in between. */
static const char *
take_quoted (FwCsvReader *self,
             char *open,
             char *close)
{
  char *to = open;

  for (char *from = open + 1; from < close; from++)
    {
      if (*from == '"')
        from++;
      if (*from == '\n' || (*from == '\r' && from[1] != '\n'))
        self->line++;
      *to++ = *from;
    }
  *to = '\0';
  self->at = close + 1;
  return open;
}

/* The quotation mark that opens a cell; ="00123", by which programs keep a number text, is a quoted cell too. */
static char *
find_opening_quote (const FwCsvReader *self)
{
  char *open = self->at + (self->end - self->at > 2 && self->at[0] == '=' ? 1 : 0);

  return open < self->end && *open == '"' ? open : NULL;
}

/* Leaves the reader on the separator, line end or end of text behind the cell, which is not yet cut off. */
static const char *
take_bare (FwCsvReader *self,
           FwCsvRow *row)
{
  char *start = self->at;

  while (self->at < self->end && *self->at != self->separator && !is_line_end (*self->at))
    {
      if (*self->at == '"')
        note_fault (row, FW_CSV_LONE_QUOTE);
      self->at++;
    }
  if (self->at - start > FW_CSV_MAX_CELL_BYTES)
    note_fault (row, FW_CSV_LONG_CELL);
  return start;
}

/* Cuts the cell off and steps over what ends it. Answers whether a further cell follows in the same row. */
static gboolean
end_cell (FwCsvReader *self)
{
  char ending;

  if (self->at >= self->end)
    return FALSE;
  ending = *self->at;
  *self->at++ = '\0';
  if (ending == self->separator)
    return TRUE;
  if (ending == '\r' && self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
  return FALSE;
}

static void
add_cell (FwCsvReader *self,
          FwCsvRow *row,
          const char *cell)
{
  if (self->cells->len < FW_CSV_MAX_CELLS)
    g_ptr_array_add (self->cells, (gpointer) cell);
  else
    note_fault (row, FW_CSV_WIDE_ROW);
}

/**
 * fw_csv_reader_next:
 * @row: (out caller-allocates): the next row
 *
 * Answers whether there was one. An empty line is a row of one empty cell.
 */
gboolean
fw_csv_reader_next (FwCsvReader *self,
                    FwCsvRow *row)
{
  gboolean more = self->at < self->end;

  if (!more)
    return FALSE;
  *row = (FwCsvRow){ .line = self->line };
  g_ptr_array_set_size (self->cells, 0);
  while (more)
    {
      char *open = find_opening_quote (self);
      char *close = open != NULL ? find_closing_quote (self, open) : NULL;
      const char *cell = close != NULL ? take_quoted (self, open, close) : take_bare (self, row);

      more = end_cell (self);
      add_cell (self, row, cell);
    }
  row->cells = (const char **) self->cells->pdata;
  row->n_cells = self->cells->len;
  for (guint i = 0; i < row->n_cells && row->fault == FW_CSV_SOUND; i++)
    if (strstr (row->cells[i], "\xEF\xBF\xBD") != NULL)
      row->fault = FW_CSV_LOST_CHARACTER;
  return TRUE;
}

/*
 * How well the beginning of a text reads with this separator: rows as wide as the widest, none for one
 * column.
 */
static guint
score_separator (const char *text,
                 gsize length,
                 char separator)
{
  g_autoptr (FwCsvReader) reader = fw_csv_reader_new (g_strndup (text, length), length, separator);
  FwCsvRow row;
  guint widest = 0;
  guint alike = 0;

  for (guint i = 0; i < 30 && fw_csv_reader_next (reader, &row); i++)
    {
      if (row.n_cells > widest)
        {
          widest = row.n_cells;
          alike = 0;
        }
      alike += row.n_cells == widest && row.fault == FW_CSV_SOUND;
    }
  return widest > 1 ? alike * 100 + MIN (widest, 99) : 0;
}

/* One character of ASCII that no cell needs: any other would cut cells, or even letters, in two. */
static gboolean
may_separate (char character)
{
  return character == '\t' || (g_ascii_ispunct (character) && character != '"');
}

/**
 * fw_csv_find_separator:
 *
 * Answers comma, semicolon or tab, whichever makes the first rows a table; a comma where none does. The
 * line "sep=;" that some programs write first decides by itself, where it names what can separate.
 */
char
fw_csv_find_separator (const char *text,
                       gsize length)
{
  const char candidates[] = { ',', ';', '\t' };
  char best = ',';
  guint best_score = 0;
  gsize sample = MIN (length, 65536);

  if (length > 4 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && may_separate (text[4]))
    return text[4];
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint score = score_separator (text, sample, candidates[i]);

      if (score > best_score)
        {
          best_score = score;
          best = candidates[i];
        }
    }
  return best;
}

/**
 * fw_csv_append_cell:
 * @cell: (nullable): %NULL is written as an empty cell
 *
 * Appends the cell as RFC 4180 wants it, quoted where it must be. The caller writes separators and line
 * ends.
 */
void
fw_csv_append_cell (GString *csv,
                    const char *cell,
                    char separator)
{
  const char needing[] = { '"', '\r', '\n', separator, '\0' };

  if (cell == NULL)
    return;
  if (strpbrk (cell, needing) == NULL)
    {
      g_string_append (csv, cell);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

/* What a spreadsheet would take for a formula; a telephone with its country's + is none, nor an amount below zero. */
static gboolean
is_formula (const char *text)
{
  if (*text == '+' || *text == '-')
    return text[1 + strspn (text + 1, "0123456789 .,-")] != '\0';
  return *text != '\0' && strchr ("=@\t\r", *text) != NULL;
}

/**
 * fw_csv_append_harmless_cell:
 * @text: (nullable): %NULL is written as an empty cell
 *
 * As fw_csv_append_cell(), with an apostrophe before what a spreadsheet would take for a formula.
 */
void
fw_csv_append_harmless_cell (GString *csv,
                             const char *text,
                             char separator)
{
  g_autofree char *harmless = text != NULL && is_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);

  fw_csv_append_cell (csv, harmless, separator);
}
