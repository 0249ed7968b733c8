#pragma once

#include "store/fw-connection.h"

G_BEGIN_DECLS

/* Answers one value: by _fw_answer_text() or sqlite3_result_…(); it stays where it is until the next row is asked for. */
typedef void (*FwRowValue) (sqlite3_context *answer,
                            gpointer         data,
                            guint            row,
                            int              column);

/*
 * Rows that one statement reads from memory while it writes them. A statement of many rows keeps its places in the table and its
 * indexes, where one of a single row looks for all of them anew.
 */
typedef struct
{
  guint      n_rows;
  FwRowValue value;
  gpointer   data;
  guint      at;      /* the row that was read last: the one at fault where the statement fails */
} FwMemoryRows;

gboolean _fw_memory_rows_offer         (sqlite3         *database);
void     _fw_memory_rows_append_select (GString         *sql,
                                        guint            n_columns);
gboolean _fw_memory_rows_write         (FwConnection    *connection,
                                        sqlite3_stmt    *statement,
                                        FwMemoryRows    *rows,
                                        GError         **error);
gboolean _fw_memory_rows_insert        (FwConnection    *connection,
                                        const char      *table,
                                        guint            n_columns,
                                        FwMemoryRows    *rows,
                                        GError         **error);
void     _fw_answer_text               (sqlite3_context *answer,
                                        const char      *text);

G_END_DECLS
