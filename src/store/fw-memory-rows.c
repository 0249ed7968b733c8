#include "store/fw-memory-rows.h"

/* More than the widest kind of record has fields. */
#define MOST_COLUMNS 100
#define POINTER_TYPE "fw-memory-rows"

/* A virtual table, memory_rows (ROWS), whose columns are c0, c1 … and which SQLite steps through as through any other. */
typedef struct
{
  sqlite3_vtab_cursor base;
  FwMemoryRows *rows;   /* NULL where none were given */
} Cursor;

static int
connect_cb (sqlite3 *database,
            void *user_data,
            int argc,
            const char *const *argv,
            sqlite3_vtab **table,
            char **message)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE memory_rows (");
  int code;

  for (guint i = 0; i < MOST_COLUMNS; i++)
    g_string_append_printf (sql, "c%u, ", i);
  g_string_append (sql, "rows HIDDEN)");
  code = sqlite3_declare_vtab (database, sql->str);
  if (code != SQLITE_OK)
    return code;
  sqlite3_vtab_config (database, SQLITE_VTAB_DIRECTONLY);
  *table = sqlite3_malloc (sizeof **table);
  if (*table == NULL)
    return SQLITE_NOMEM;
  **table = (sqlite3_vtab){ 0 };
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  sqlite3_free (table);
  return SQLITE_OK;
}

/* There is one way to read it: with the rows as its argument. */
static int
best_index_cb (sqlite3_vtab *table,
               sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == MOST_COLUMNS && info->aConstraint[i].usable &&
        info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
      }
  return SQLITE_CONSTRAINT;
}

static int
open_cb (sqlite3_vtab *table,
         sqlite3_vtab_cursor **cursor)
{
  Cursor *self = sqlite3_malloc (sizeof *self);

  if (self == NULL)
    return SQLITE_NOMEM;
  *self = (Cursor){ .rows = NULL };
  *cursor = &self->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  sqlite3_free (cursor);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int index,
           const char *index_name,
           int argc,
           sqlite3_value **argv)
{
  Cursor *self = (Cursor *) cursor;

  self->rows = sqlite3_value_pointer (argv[0], POINTER_TYPE);
  if (self->rows != NULL)
    self->rows->at = 0;
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->rows->at++;
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (const Cursor *) cursor;

  return self->rows == NULL || self->rows->at >= self->rows->n_rows;
}

static int
column_cb (sqlite3_vtab_cursor *cursor,
           sqlite3_context *answer,
           int column)
{
  const Cursor *self = (const Cursor *) cursor;

  if (column < MOST_COLUMNS)
    self->rows->value (answer, self->rows->data, self->rows->at, column);
  return SQLITE_OK;
}

static int
row_number_cb (sqlite3_vtab_cursor *cursor,
               sqlite3_int64 *number)
{
  *number = ((const Cursor *) cursor)->rows->at;
  return SQLITE_OK;
}

/* Lets the statements of a connection read from memory_rows. */
gboolean
_fw_memory_rows_offer (sqlite3 *database)
{
  static const sqlite3_module module = {
    .xConnect = connect_cb, .xDisconnect = disconnect_cb, .xBestIndex = best_index_cb, .xOpen = open_cb, .xClose = close_cb,
    .xFilter = filter_cb, .xNext = next_cb, .xEof = eof_cb, .xColumn = column_cb, .xRowid = row_number_cb,
  };

  return sqlite3_create_module (database, "memory_rows", &module, NULL) == SQLITE_OK;
}

/* Appends what an INSERT reads its rows with. */
void
_fw_memory_rows_append_select (GString *sql,
                               guint n_columns)
{
  g_assert (n_columns <= MOST_COLUMNS);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s c%u", i == 0 ? " SELECT" : ",", i);
  g_string_append (sql, " FROM memory_rows (?1)");
}

/*
 * Runs an INSERT that reads @rows. It is to say OR FAIL: what it has done until it fails is undone with the whole transaction, and SQLite
 * need keep no copy of each page for that.
 */
gboolean
_fw_memory_rows_write (FwConnection *connection,
                       sqlite3_stmt *statement,
                       FwMemoryRows *rows,
                       GError **error)
{
  sqlite3_bind_pointer (statement, 1, rows, POINTER_TYPE, NULL);
  return _fw_connection_run (connection, statement, error);
}

/* Puts @rows into all columns of a table, in their order. */
gboolean
_fw_memory_rows_insert (FwConnection *connection,
                        const char *table,
                        guint n_columns,
                        FwMemoryRows *rows,
                        GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT OR FAIL INTO ");
  g_autoptr (FwStatement) statement = NULL;

  g_string_append (sql, table);
  _fw_memory_rows_append_select (sql, n_columns);
  statement = _fw_connection_prepare (connection, sql->str, error);
  return statement != NULL && _fw_memory_rows_write (connection, statement, rows, error);
}

/* Answers a text that stays as it is until the next row, without a copy; NULL answers NULL. */
void
_fw_answer_text (sqlite3_context *answer,
                 const char *text)
{
  sqlite3_result_text (answer, text, -1, SQLITE_STATIC);
}
