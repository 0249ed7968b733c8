#include "store/fw-row-writer.h"

#include "core/fw-ahead.h"
#include "store/fw-memory-rows.h"
#include "store/fw-record-private.h"
#include "store/fw-store-error.h"

/* How many new records wait for one another: the pages that they are written on, and they themselves, stay near the processor. */
#define MOST_WAITING 256
G_STATIC_ASSERT (MOST_WAITING < FW_AHEAD_KEPT);

void
_fw_row_writer_init (FwRowWriter *self,
                     FwConnection *connection,
                     FwPeopleChanges *people)
{
  self->connection = connection;
  self->people = people;
  self->waiting = g_ptr_array_new ();
}

void
_fw_row_writer_clear (FwRowWriter *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

static void
hash_change (FwRowWriter *self,
             const FwStep *step)
{
  _fw_payload_hash_change (&self->payload, fw_record_get_kind (step->merged)->name, fw_record_get_id (step->merged), step->after);
}

/*
 * Takes a step into the hash as soon as it is made, on the thread that makes them in their order, as long as all before it are new: what
 * becomes of any other is not known before its turn. Who writes does not touch the hash before a step that is not in it.
 */
void
_fw_row_writer_prepare (FwRowWriter *self,
                        FwStep *step)
{
  self->in_turn = self->in_turn || !step->fresh || step->after == NULL;
  step->hashed = !self->in_turn;
  if (step->hashed)
    hash_change (self, step);
}

/* A file is taken up by the first record that names it; until then it would be cleared away. */
gboolean
_fw_row_writer_take_files (FwRowWriter *self,
                           FwRecord *record,
                           GError **error)
{
  const FwRecordKind *kind = fw_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *hash = kind->fields[i].type == FW_FIELD_HASH ? _fw_record_get_nth (record, i) : NULL;
      g_autoptr (FwStatement) statement = NULL;

      if (hash == NULL)
        continue;
      statement = _fw_connection_prepare (
        self->connection, "UPDATE blob SET taken_up_by_event = ifnull (taken_up_by_event, ?) WHERE sha256 = ?",
        error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, self->event);
      _fw_bind_text (statement, 2, hash);
      if (!_fw_connection_run (self->connection, statement, error))
        return FALSE;
      if (sqlite3_changes (_fw_connection_get_database (self->connection)) == 0)
        {
          g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
                       "%s: the store has no file of this hash", kind->fields[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

static void
append_assignments (const FwRecordKind *kind,
                    GString *sql,
                    gboolean update)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = fw_field_dup_column (&kind->fields[i]);

      g_string_append_printf (sql, update ? ", \"%s\" = ?" : ", \"%s\"", column);
    }
}

/* The marks: the event, every field, and the id last. */
static char *
update_sql (gconstpointer kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET changed_by_event = ?", table);
  append_assignments (kind, sql, TRUE);
  return g_string_free (g_string_append (sql, " WHERE id = ?"), FALSE);
}

/* The columns of the rows: as the marks of update_sql(). */
static char *
insert_sql (gconstpointer kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR FAIL INTO \"%s\" (changed_by_event", table);
  append_assignments (kind, sql, FALSE);
  g_string_append (sql, ", id)");
  _fw_memory_rows_append_select (sql, ((const FwRecordKind *) kind)->n_fields + 2);
  return g_string_free (sql, FALSE);
}

static void
bind_field (sqlite3_stmt *statement,
            int position,
            FwFieldType type,
            const char *value)
{
  if (value == NULL)
    sqlite3_bind_null (statement, position);
  else if (type == FW_FIELD_TRUTH)
    sqlite3_bind_int (statement, position, value[0] == 't');
  else if (type == FW_FIELD_COUNT)
    sqlite3_bind_int64 (statement, position, g_ascii_strtoll (value, NULL, 10));
  else
    _fw_bind_kept_text (statement, position, value);
}

static gboolean
update_row (FwRowWriter *self,
            FwRecord *record,
            GError **error)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autoptr (FwStatement) statement = _fw_connection_prepare_for (self->connection, kind, update_sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->event);
  for (guint i = 0; i < kind->n_fields; i++)
    bind_field (statement, (int) i + 2, kind->fields[i].type, _fw_record_get_nth (record, i));
  _fw_bind_kept_text (statement, (int) kind->n_fields + 2, fw_record_get_id (record));
  if (!_fw_connection_run (self->connection, statement, error))
    return FALSE;
  _fw_record_place (record, fw_record_get_seq (record), self->event);
  return TRUE;
}

/* Steps of which one statement writes something. */
typedef struct
{
  FwRowWriter *writer;
  GPtrArray   *steps;
} Part;

/* The state of each record as the event leaves it, which its hash commits to. */
static void
change_value (sqlite3_context *answer,
              gpointer data,
              guint row,
              int column)
{
  const Part *part = data;
  const FwStep *step = g_ptr_array_index (part->steps, row);

  if (column == 0)
    sqlite3_result_int64 (answer, part->writer->event);
  else if (column == 1)
    sqlite3_result_int64 (answer, part->writer->position + row);
  else if (column == 2)
    _fw_answer_text (answer, fw_record_get_kind (step->merged)->name);
  else
    _fw_answer_text (answer, column == 3 ? fw_record_get_id (step->merged) : step->after);
}

/* Puts the states that an event leaves records in beside the event, and into its hash. */
static gboolean
add_changes (FwRowWriter *self,
             GPtrArray *steps,
             GError **error)
{
  Part part = { self, steps };
  FwMemoryRows rows = { steps->len, change_value, &part, 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const FwStep *step = g_ptr_array_index (steps, i);

      if (!step->hashed)
        hash_change (self, step);
    }
  if (!_fw_memory_rows_insert (self->connection, "event_change", 5, &rows, error))
    return FALSE;
  self->position += steps->len;
  return TRUE;
}

static void
field_value (sqlite3_context *answer,
             gpointer data,
             guint row,
             int column)
{
  const Part *part = data;
  FwRecord *record = ((const FwStep *) g_ptr_array_index (part->steps, row))->merged;
  const FwRecordKind *kind = fw_record_get_kind (record);
  const guint n = (guint) column - 1;
  const char *value;

  if (column == 0)
    {
      sqlite3_result_int64 (answer, part->writer->event);
      return;
    }
  value = n < kind->n_fields ? _fw_record_get_nth (record, n) : fw_record_get_id (record);
  if (value != NULL && n < kind->n_fields && kind->fields[n].type == FW_FIELD_TRUTH)
    sqlite3_result_int (answer, value[0] == 't');
  else if (value != NULL && n < kind->n_fields && kind->fields[n].type == FW_FIELD_COUNT)
    sqlite3_result_int64 (answer, g_ascii_strtoll (value, NULL, 10));
  else
    _fw_answer_text (answer, value);
}

/* Says of which record it is that something is wrong. */
static gboolean
blame (const FwStep *step,
       GError **error)
{
  g_prefix_error (error, "%s %s: ", fw_record_get_kind (step->merged)->name, fw_record_get_id (step->merged));
  return FALSE;
}

/* Writes those that wait and are of the same kind as @first. */
static gboolean
insert_kind (FwRowWriter *self,
             const FwStep *first,
             GError **error)
{
  const FwRecordKind *kind = fw_record_get_kind (first->merged);
  g_autoptr (GPtrArray) steps = g_ptr_array_sized_new (self->waiting->len);
  g_autoptr (FwStatement) statement = _fw_connection_prepare_for (self->connection, kind, insert_sql, error);
  Part part = { self, steps };
  FwMemoryRows rows = { 0, field_value, &part, 0 };
  gint64 last;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      FwStep *step = g_ptr_array_index (self->waiting, i);

      if (fw_record_get_kind (step->merged) == kind)
        g_ptr_array_add (steps, step);
    }
  rows.n_rows = steps->len;
  if (statement == NULL || !_fw_memory_rows_write (self->connection, statement, &rows, error))
    return blame (g_ptr_array_index (steps, MIN (rows.at, steps->len - 1)), error);
  /* SQLite numbers the rows of one statement one after the other. */
  last = sqlite3_last_insert_rowid (_fw_connection_get_database (self->connection));
  for (guint i = 0; i < steps->len; i++)
    _fw_record_place (((FwStep *) g_ptr_array_index (steps, i))->merged, last - (steps->len - 1 - i), self->event);
  return TRUE;
}

/* Writes the new records that wait; an error names the one at fault. */
gboolean
_fw_row_writer_flush (FwRowWriter *self,
                      GError **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const FwStep *step = g_ptr_array_index (self->waiting, i);

      if (fw_record_get_seq (step->merged) == 0 && !insert_kind (self, step, error))
        return FALSE;
    }
  if (self->waiting->len > 0 && !add_changes (self, self->waiting, error))
    return FALSE;
  for (guint i = 0; i < self->waiting->len; i++)
    {
      FwStep *step = g_ptr_array_index (self->waiting, i);

      _fw_people_changes_put (self->people, NULL, step->merged, g_steal_pointer (&step->words));
    }
  g_ptr_array_set_size (self->waiting, 0);
  return TRUE;
}

/* Has a record that the store does not have yet written, with those before it; the step is used until then. */
void
_fw_row_writer_add (FwRowWriter *self,
                    FwStep *step)
{
  g_ptr_array_add (self->waiting, step);
}

/* Between two records: writes what waits once it is enough. */
gboolean
_fw_row_writer_step (FwRowWriter *self,
                     GError **error)
{
  return self->waiting->len < MOST_WAITING || _fw_row_writer_flush (self, error);
}

/* Writes what a record that the store has as @stored is from now on; nothing waits. */
gboolean
_fw_row_writer_change (FwRowWriter *self,
                       FwStep *step,
                       FwRecord *stored,
                       GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, step);
  if (!update_row (self, step->merged, error) || !add_changes (self, steps, error))
    return FALSE;
  _fw_people_changes_put (self->people, stored, step->merged, g_steal_pointer (&step->words));
  return TRUE;
}

/* Removes the record that the step has as merged, as the store has it; nothing waits. */
gboolean
_fw_row_writer_remove (FwRowWriter *self,
                       FwStep *step,
                       GError **error)
{
  g_autofree char *table = fw_record_kind_dup_table (fw_record_get_kind (step->merged));
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", table);
  g_autoptr (FwStatement) statement = _fw_connection_prepare (self->connection, sql, error);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  if (statement == NULL)
    return FALSE;
  g_ptr_array_add (steps, step);
  _fw_bind_text (statement, 1, fw_record_get_id (step->merged));
  if (!_fw_connection_run (self->connection, statement, error) || !add_changes (self, steps, error))
    return FALSE;
  _fw_people_changes_remove (self->people, step->merged);
  return TRUE;
}
