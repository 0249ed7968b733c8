#include "store/fw-people-changes.h"

#include <string.h>

#include "store/fw-memory-rows.h"

/* How many people's terms wait for one another. */
#define TERMS_KEPT 512
#define SELECT_TERM \
  "SELECT seq, hired, contract, contract_end, probation_end, \"left\" FROM employee_latest_term WHERE employee_id = ?1"

/* Somebody whom no employment can name that the command does not have itself: nothing has to be looked for. */
typedef struct
{
  gint64    seq;
  FwRecord *person;
  FwRecord *latest;   /* (nullable): the employment */
} Newcomer;

static void
newcomer_free (gpointer data)
{
  Newcomer *newcomer = data;

  g_object_unref (newcomer->person);
  g_clear_object (&newcomer->latest);
  g_free (newcomer);
}

/* Both FwPersonWords and Newcomer begin with the row number. */
static int
compare_seqs_cb (gconstpointer a,
                 gconstpointer b)
{
  const gint64 first = **(const gint64 *const *) a, second = **(const gint64 *const *) b;

  return (first > second) - (first < second);
}

static int
compare_ids_cb (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  return strcmp (a, b);
}

void
_fw_people_changes_init (FwPeopleChanges *self)
{
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->newcomers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, newcomer_free);
  self->terms = g_tree_new_full (compare_ids_cb, NULL, g_free, NULL);
  self->removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->indexed = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
_fw_people_changes_clear (FwPeopleChanges *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->newcomers, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_tree_unref);
  g_clear_pointer (&self->removed, g_array_unref);
  g_clear_pointer (&self->indexed, g_array_unref);
}

static gboolean
is_kind (FwRecord *record,
         const char *name)
{
  return record != NULL && strcmp (fw_record_get_kind (record)->name, name) == 0;
}

/* From now on the person's latest employment is what the store says. */
static void
look_for_term (FwPeopleChanges *self,
               const char *employee_id)
{
  if (employee_id == NULL || g_tree_lookup_extended (self->terms, employee_id, NULL, NULL))
    return;
  g_tree_insert (self->terms, g_strdup (employee_id), NULL);
  g_hash_table_remove (self->newcomers, employee_id);
}

/* Of two employments the later one, of two of one day the one written later: as the view employee_latest_term has it. */
static gboolean
is_later (FwRecord *employment,
          FwRecord *than)
{
  const int order = than != NULL ? strcmp (fw_record_get (employment, "hired"), fw_record_get (than, "hired")) : 1;

  return order > 0 || (order == 0 && fw_record_get_seq (employment) > fw_record_get_seq (than));
}

static void
note_employment (FwPeopleChanges *self,
                 FwRecord *before,
                 FwRecord *after)
{
  const char *employee_id = fw_record_get (after, "employee-id");
  Newcomer *newcomer = before == NULL ? g_hash_table_lookup (self->newcomers, employee_id) : NULL;

  if (newcomer == NULL)
    {
      look_for_term (self, before != NULL ? fw_record_get (before, "employee-id") : NULL);
      look_for_term (self, employee_id);
    }
  else if (is_later (after, newcomer->latest))
    g_set_object (&newcomer->latest, after);
}

static void
note_person (FwPeopleChanges *self,
             FwRecord *before,
             FwRecord *after)
{
  const char *id = fw_record_get_id (after);
  Newcomer *newcomer;

  if (before != NULL || g_tree_lookup_extended (self->terms, id, NULL, NULL))
    {
      look_for_term (self, id);
      return;
    }
  newcomer = g_new0 (Newcomer, 1);
  newcomer->seq = fw_record_get_seq (after);
  newcomer->person = g_object_ref (after);
  g_hash_table_insert (self->newcomers, (gpointer) fw_record_get_id (newcomer->person), newcomer);
}

/*
 * A record has been written: @before as it was stored (nullable), @after as it is, with its words, (transfer full), where it is a
 * person. Records of other kinds than people and their employments change nothing here.
 */
void
_fw_people_changes_put (FwPeopleChanges *self,
                        FwRecord *before,
                        FwRecord *after,
                        FwPersonWords *words)
{
  if (is_kind (after, "employment"))
    note_employment (self, before, after);
  if (words == NULL)
    return;
  words->seq = fw_record_get_seq (after);
  self->any = TRUE;
  self->added += before == NULL;
  note_person (self, before, after);
  if (before != NULL && !g_hash_table_contains (self->people, &words->seq))
    g_array_append_val (self->indexed, words->seq);
  g_hash_table_replace (self->people, &words->seq, words);
}

/* A record has been removed. */
void
_fw_people_changes_remove (FwPeopleChanges *self,
                           FwRecord *before)
{
  if (is_kind (before, "employment"))
    look_for_term (self, fw_record_get (before, "employee-id"));
  if (!is_kind (before, "employee"))
    return;
  const gint64 seq = fw_record_get_seq (before);

  self->any = TRUE;
  self->added--;
  g_hash_table_remove (self->people, &seq);
  g_hash_table_remove (self->newcomers, fw_record_get_id (before));
  g_tree_remove (self->terms, fw_record_get_id (before));
  g_array_append_val (self->removed, seq);
  g_array_append_val (self->indexed, seq);
}

typedef struct
{
  FwConnection  *connection;
  GError       **error;
  gboolean       failed;
} TermWriter;

static gboolean
run_with_id (FwConnection *connection,
             const char *sql,
             const char *id,
             GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  _fw_bind_kept_text (statement, 1, id);
  return _fw_connection_run (connection, statement, error);
}

static gboolean
write_term_cb (gpointer id,
               gpointer value,
               gpointer user_data)
{
  TermWriter *writer = user_data;

  writer->failed =
    !run_with_id (writer->connection, "DELETE FROM employee_term WHERE seq = (SELECT seq FROM employee WHERE id = ?1)", id,
                  writer->error) ||
    !run_with_id (writer->connection, "INSERT INTO employee_term " SELECT_TERM, id, writer->error);
  return writer->failed;
}

static GPtrArray *
sort_by_seq (GHashTable *table)
{
  GPtrArray *sorted = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init (&each, table);
  while (g_hash_table_iter_next (&each, NULL, &value))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_seqs_cb);
  return sorted;
}

/* The columns of employee_term behind the row number: of the latest employment, and of the person. */
static const char *const latest_fields[] = { "hired", "contract", "contract-end", "probation-end" };
#define LEFT_COLUMN (1 + (int) G_N_ELEMENTS (latest_fields))

static void
term_value (sqlite3_context *answer,
            gpointer data,
            guint row,
            int column)
{
  const Newcomer *newcomer = g_ptr_array_index ((GPtrArray *) data, row);

  if (column == 0)
    sqlite3_result_int64 (answer, newcomer->seq);
  else if (column == LEFT_COLUMN)
    _fw_answer_text (answer, fw_record_get (newcomer->person, "left"));
  else if (newcomer->latest != NULL)
    _fw_answer_text (answer, fw_record_get (newcomer->latest, latest_fields[column - 1]));
}

static gboolean
write_newcomers (FwPeopleChanges *self,
                 FwConnection *connection,
                 GError **error)
{
  g_autoptr (GPtrArray) newcomers = sort_by_seq (self->newcomers);
  FwMemoryRows rows = { newcomers->len, term_value, newcomers, 0 };

  if (!_fw_memory_rows_insert (connection, "employee_term", LEFT_COLUMN + 1, &rows, error))
    return FALSE;
  g_hash_table_remove_all (self->newcomers);
  return TRUE;
}

static gboolean
write_terms (FwPeopleChanges *self,
             FwConnection *connection,
             GError **error)
{
  TermWriter writer = { connection, error, FALSE };

  if (!write_newcomers (self, connection, error))
    return FALSE;
  g_tree_foreach (self->terms, write_term_cb, &writer);
  g_tree_remove_all (self->terms);
  return !writer.failed;
}

/*
 * Between two records: writes what can be written while the pages it stands on are still in memory.
 */
gboolean
_fw_people_changes_step (FwPeopleChanges *self,
                         FwStore *store,
                         GError **error)
{
  return g_hash_table_size (self->newcomers) + (guint) g_tree_nnodes (self->terms) < TERMS_KEPT ||
         write_terms (self, store->writer, error);
}

static gboolean
forget_removed (FwPeopleChanges *self,
                FwStore *store,
                GError **error)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      g_autoptr (FwStatement) term =
        _fw_connection_prepare (store->writer, "DELETE FROM employee_term WHERE seq = ?", error);

      if (term == NULL)
        return FALSE;
      sqlite3_bind_int64 (term, 1, g_array_index (self->removed, gint64, i));
      if (!_fw_connection_run (store->writer, term, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
unindex (FwPeopleChanges *self,
         FwStore *store,
         GError **error)
{
  for (guint i = 0; i < self->indexed->len; i++)
    if (!_fw_store_unindex_employee (store, g_array_index (self->indexed, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
count_people (FwPeopleChanges *self,
              FwConnection *connection,
              GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    connection, "UPDATE counter SET value = value + CASE name WHEN 'people' THEN ?1 ELSE 1 END", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->added);
  return _fw_connection_run (connection, statement, error);
}

/* Brings the terms, the index, the order and the counters up to date; within the transaction of the command. */
gboolean
_fw_people_changes_write (FwPeopleChanges *self,
                          FwStore *store,
                          GError **error)
{
  g_autoptr (GPtrArray) people = NULL;

  if (!forget_removed (self, store, error) || !write_terms (self, store->writer, error))
    return FALSE;
  if (!self->any)
    return TRUE;
  if (!unindex (self, store, error))
    return FALSE;
  people = sort_by_seq (self->people);
  return count_people (self, store->writer, error) && _fw_store_index_employees (store, people, error);
}
