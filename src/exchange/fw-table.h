#pragma once

#include "exchange/fw-csv.h"
#include "exchange/fw-encoding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Larger than the lists of a company of a million people; what is beyond it is no list of people. */
#define FW_TABLE_MAX_BYTES ((gsize) 512 * 1024 * 1024)

/**
 * FwTableOptions:
 * @encoding: %FW_ENCODING_AUTO to find it
 * @separator: '\0' to find it
 */
typedef struct
{
  FwEncoding encoding;
  char       separator;
} FwTableOptions;

typedef struct
{
  guint        line;
  guint        n_cells;
  const char **cells;
  FwCsvFault   fault;
} FwTableRow;

/**
 * FwTable:
 *
 * A file of rows as it lies before a person: headings, rows with the line each begins on, and what was
 * found out about the file. It knows nothing of what a column means. Rows without any text are left out.
 */
#define FW_TYPE_TABLE (fw_table_get_type ())
G_DECLARE_FINAL_TYPE (FwTable, fw_table, FW, TABLE, GObject)

FwTable          *fw_table_new_from_bytes  (GBytes                *bytes,
                                            const FwTableOptions  *options,
                                            GCancellable          *cancellable,
                                            GError               **error);
FwTable          *fw_table_new_from_file   (GFile                 *file,
                                            const FwTableOptions  *options,
                                            GCancellable          *cancellable,
                                            GError               **error);
guint             fw_table_get_n_rows      (FwTable               *self);
const FwTableRow *fw_table_get_row         (FwTable               *self,
                                            guint                  index);
const char       *fw_table_get_cell        (FwTable               *self,
                                            guint                  row,
                                            guint                  column);
guint             fw_table_get_n_columns   (FwTable               *self);
const char       *fw_table_get_heading     (FwTable               *self,
                                            guint                  column);
guint             fw_table_get_heading_line (FwTable              *self);
gboolean          fw_table_set_heading_row (FwTable               *self,
                                            guint                  index);
FwEncoding        fw_table_get_encoding    (FwTable               *self);
char              fw_table_get_separator   (FwTable               *self);

G_END_DECLS
