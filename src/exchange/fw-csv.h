#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Longest cell and widest row that a list of people has any use for; beyond it a quotation mark was left
 * open.
 */
#define FW_CSV_MAX_CELL_BYTES 65536
#define FW_CSV_MAX_CELLS      1000

/**
 * FwCsvFault:
 * @FW_CSV_LONE_QUOTE: a quotation mark inside a cell that is not quoted, or one that is never closed
 * @FW_CSV_LONG_CELL: a cell longer than %FW_CSV_MAX_CELL_BYTES
 * @FW_CSV_WIDE_ROW: more cells than %FW_CSV_MAX_CELLS; those beyond are left out
 * @FW_CSV_LOST_CHARACTER: bytes that mean nothing in the file's encoding (U+FFFD)
 */
typedef enum
{
  FW_CSV_SOUND,
  FW_CSV_LONE_QUOTE,
  FW_CSV_LONG_CELL,
  FW_CSV_WIDE_ROW,
  FW_CSV_LOST_CHARACTER,
} FwCsvFault;

/**
 * FwCsvRow:
 * @line: the line of the file on which the row begins, from 1
 * @cells: (array length=n_cells): owned by the reader: the array until the next row, the texts as long as
 *   it lives
 * @fault: the first thing wrong with the row
 */
typedef struct
{
  guint        line;
  guint        n_cells;
  const char **cells;
  FwCsvFault   fault;
} FwCsvRow;

/**
 * FwCsvReader:
 *
 * Reads RFC 4180 rows from a text in place. A faulty row is given all the same, with its fault, and reading
 * goes on at the next line, so that one lone quotation mark does not swallow the rest of the file.
 */
typedef struct _FwCsvReader FwCsvReader;

FwCsvReader *fw_csv_reader_new    (char        *text,
                                   gsize        length,
                                   char         separator);
void         fw_csv_reader_free   (FwCsvReader *self);
gboolean     fw_csv_reader_next   (FwCsvReader *self,
                                   FwCsvRow    *row);
char         fw_csv_find_separator (const char *text,
                                    gsize       length);
void         fw_csv_append_cell   (GString     *csv,
                                   const char  *cell,
                                   char         separator);
void         fw_csv_append_harmless_cell (GString *csv,
                                   const char  *text,
                                   char         separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCsvReader, fw_csv_reader_free)

G_END_DECLS
