#include "store/fw-store-private.h"

#include "store/fw-query-private.h"
#include "store/fw-record-private.h"

/* Appends seq, id, changed_by_event and every field's column, as _fw_record_read_row() reads them. */
void
_fw_record_append_columns (const FwRecordKind *kind,
                           GString *sql)
{
  g_string_append (sql, "seq, id, changed_by_event");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = fw_field_dup_column (&kind->fields[i]);

      g_string_append_printf (sql, ", \"%s\"", column);
    }
}

/* Makes a record of a row of the columns above; (transfer full). */
FwRecord *
_fw_record_read_row (const FwRecordKind *kind,
                     sqlite3_stmt *statement)
{
  FwRecord *record = fw_record_new_with_id (kind->name, (const char *) sqlite3_column_text (statement, 1));

  if (record == NULL)
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *value = (const char *) sqlite3_column_text (statement, (int) i + 3);

      if (value != NULL && kind->fields[i].type == FW_FIELD_TRUTH)
        value = value[0] == '0' ? "false" : "true";
      if (value != NULL)
        _fw_record_set_nth (record, i, value);
    }
  _fw_record_place (record, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 2));
  return record;
}

static GString *
begin_select (const FwRecordKind *kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new ("SELECT ");

  _fw_record_append_columns (kind, sql);
  g_string_append_printf (sql, " FROM \"%s\"", table);
  return sql;
}

static char *
select_by_id (gconstpointer kind)
{
  return g_string_free (g_string_append (begin_select (kind), " WHERE id = ?"), FALSE);
}

/* Reads one record over an open connection; NULL without an error where there is none. */
FwRecord *
_fw_store_read_record (FwConnection *connection,
                       const FwRecordKind *kind,
                       const char *id,
                       GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare_for (connection, kind, select_by_id, error);
  int step;

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, id);
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    return _fw_record_read_row (kind, statement);
  if (step != SQLITE_DONE)
    _fw_connection_set_error (connection, error);
  return NULL;
}

static const FwRecordKind *
require_kind (const char *name,
              GError **error)
{
  const FwRecordKind *kind = fw_record_kind_find (name);

  if (kind == NULL)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "there is no kind of record %s", name);
  return kind;
}

/**
 * fw_store_get:
 *
 * Returns: (transfer full) (nullable): the record of that id; %NULL with %FW_STORE_ERROR_NOT_FOUND
 */
FwRecord *
fw_store_get (FwStore *self,
              const char *kind,
              const char *id,
              GError **error)
{
  const FwRecordKind *description = require_kind (kind, error);
  g_autoptr (FwReader) reader = description != NULL ? _fw_store_borrow_reader (self, NULL, error) : NULL;
  g_autoptr (GError) failure = NULL;
  FwRecord *record;

  if (reader == NULL)
    return NULL;
  record = _fw_store_read_record (reader->connection, description, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no %s of this id", kind);
  return record;
}

static void
bind_query (sqlite3_stmt *statement,
            FwQuery *query)
{
  GPtrArray *values = query != NULL ? _fw_query_get_values (query) : NULL;

  for (guint i = 0; values != NULL && i < values->len; i++)
    _fw_bind_text (statement, (int) i + 1, g_ptr_array_index (values, i));
}

/* Runs @sql with the query's conditions behind it; the statement is bound and not yet stepped. */
static sqlite3_stmt *
prepare_query (FwReader *reader,
               const FwRecordKind *kind,
               GString *sql,
               FwQuery *query,
               gboolean counting,
               GError **error)
{
  sqlite3_stmt *statement;

  if (query == NULL && !counting)
    g_string_append (sql, " ORDER BY seq");
  if (query != NULL && !_fw_query_to_sql (query, kind, counting, sql, error))
    return NULL;
  statement = _fw_connection_prepare_once (reader->connection, sql->str, error);
  if (statement != NULL)
    bind_query (statement, query);
  return statement;
}

/**
 * fw_store_list:
 * @query: (nullable): %NULL is every record in the order in which they came in. Not to be used by
 *   another thread at the same time
 *
 * Returns: (transfer full) (element-type FwRecord) (nullable): the records; %NULL with an error
 */
GPtrArray *
fw_store_list (FwStore *self,
               const char *kind,
               FwQuery *query,
               GCancellable *cancellable,
               GError **error)
{
  const FwRecordKind *description = require_kind (kind, error);
  g_autoptr (FwReader) reader =
    description != NULL ? _fw_store_borrow_reader (self, cancellable, error) : NULL;
  g_autoptr (GString) sql = description != NULL ? begin_select (description) : NULL;
  g_autoptr (FwOwnStatement) statement = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int step;

  if (reader == NULL)
    return NULL;
  statement = prepare_query (reader, description, sql, query, FALSE, error);
  if (statement == NULL)
    return NULL;
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      FwRecord *record = _fw_record_read_row (description, statement);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  if (step != SQLITE_DONE)
    {
      _fw_connection_set_error (reader->connection, error);
      return NULL;
    }
  if (query != NULL)
    _fw_query_arrange (query, records);
  return g_steal_pointer (&records);
}

/**
 * fw_store_count:
 * @query: (nullable): as for fw_store_list(); its order and page do not matter
 *
 * Returns: how many there are; -1 with an error
 */
gint64
fw_store_count (FwStore *self,
                const char *kind,
                FwQuery *query,
                GCancellable *cancellable,
                GError **error)
{
  const FwRecordKind *description = require_kind (kind, error);
  g_autoptr (FwReader) reader =
    description != NULL ? _fw_store_borrow_reader (self, cancellable, error) : NULL;
  g_autoptr (FwOwnStatement) statement = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *table = description != NULL ? fw_record_kind_dup_table (description) : NULL;

  if (reader == NULL)
    return -1;
  g_string_printf (sql, "SELECT count(*) FROM \"%s\"", table);
  statement = prepare_query (reader, description, sql, query, TRUE, error);
  if (statement == NULL)
    return -1;
  if (sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int64 (statement, 0);
  _fw_connection_set_error (reader->connection, error);
  return -1;
}

static const FwField *
require_field (const FwRecordKind *kind,
               const char *name,
               GError **error)
{
  const FwField *field = fw_record_kind_find_field (kind, name);

  if (field == NULL)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s has no field %s", kind->name, name);
  return field;
}

/**
 * fw_store_get_last_number:
 * @field: one of text
 * @prefix: what comes before the number, "2026-"
 *
 * Returns: the greatest whole number that stands behind @prefix in @field of any record, however many digits it has; 0
 *   where none does, -1 with an error
 */
gint64
fw_store_get_last_number (FwStore *self,
                          const char *kind,
                          const char *field,
                          const char *prefix,
                          GError **error)
{
  const FwRecordKind *description = require_kind (kind, error);
  const FwField *counted = description != NULL ? require_field (description, field, error) : NULL;
  g_autoptr (FwReader) reader = counted != NULL ? _fw_store_borrow_reader (self, NULL, error) : NULL;
  g_autoptr (FwOwnStatement) statement = NULL;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;
  g_autofree char *sql = NULL;

  if (reader == NULL)
    return -1;
  table = fw_record_kind_dup_table (description);
  column = fw_field_dup_column (counted);
  sql = g_strdup_printf ("SELECT coalesce (max (CAST(substr (\"%s\", length (?1) + 1) AS INTEGER)), 0) FROM \"%s\" "
                         "WHERE \"%s\" > ?1 AND \"%s\" < ?1 || ':'",
                         column, table, column, column);
  statement = _fw_connection_prepare_once (reader->connection, sql, error);
  if (statement == NULL)
    return -1;
  _fw_bind_text (statement, 1, prefix);
  if (sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int64 (statement, 0);
  _fw_connection_set_error (reader->connection, error);
  return -1;
}

/**
 * fw_store_find:
 *
 * Returns: (transfer full) (nullable): the first record where @field is @value; %NULL with
 *   %FW_STORE_ERROR_NOT_FOUND
 */
FwRecord *
fw_store_find (FwStore *self,
               const char *kind,
               const char *field,
               const char *value,
               GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals (field, value);
  g_autoptr (GPtrArray) records = NULL;

  fw_query_page (query, 0, 1);
  records = fw_store_list (self, kind, query, NULL, error);
  if (records == NULL)
    return NULL;
  if (records->len > 0)
    return g_object_ref (g_ptr_array_index (records, 0));
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no %s with this %s", kind, field);
  return NULL;
}

/**
 * fw_store_dup_setting:
 *
 * Returns: (transfer full) (nullable): the value of a setting; a copy of @if_unset where it has none
 */
char *
fw_store_dup_setting (FwStore *self,
                      const char *name,
                      const char *if_unset)
{
  g_autoptr (FwRecord) setting = fw_store_find (self, "setting", "name", name, NULL);
  const char *value = setting != NULL ? fw_record_get (setting, "value") : NULL;

  return g_strdup (value != NULL ? value : if_unset);
}

/**
 * fw_store_dup_time_zone:
 *
 * Returns: (transfer full): where "today" of this store is
 */
GTimeZone *
fw_store_dup_time_zone (FwStore *self)
{
  g_autofree char *name = fw_store_dup_setting (self, FW_STORE_SETTING_TIME_ZONE, FW_STORE_DEFAULT_TIME_ZONE);
  GTimeZone *zone = g_time_zone_new_identifier (name);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}
