#include "store/fw-people-changes.h"

#include <string.h>

/* How many people's terms wait for one another. */
#define TERMS_KEPT 512
#define SELECT_TERM \
  "SELECT seq, hired, contract, contract_end, probation_end, \"left\" FROM employee_latest_term WHERE employee_id = ?1"

static int
compare_seqs_cb (gconstpointer a,
                 gconstpointer b)
{
  const gint64 first = fw_record_get_seq (*(FwRecord *const *) a), second = fw_record_get_seq (*(FwRecord *const *) b);

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
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->terms = g_tree_new_full (compare_ids_cb, NULL, g_free, NULL);
  self->removed = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
_fw_people_changes_clear (FwPeopleChanges *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->terms, g_tree_unref);
  g_clear_pointer (&self->removed, g_array_unref);
}

static gboolean
is_kind (FwRecord *record,
         const char *name)
{
  return record != NULL && strcmp (fw_record_get_kind (record)->name, name) == 0;
}

static void
note_term (FwPeopleChanges *self,
           const char *employee_id,
           gboolean first)
{
  if (employee_id != NULL && !g_tree_lookup_extended (self->terms, employee_id, NULL, NULL))
    g_tree_insert (self->terms, g_strdup (employee_id), GINT_TO_POINTER (first));
}

/*
 * A record has been written: @before as it was stored (nullable), @after as it is. Records of other kinds than people and their
 * employments change nothing here.
 */
void
_fw_people_changes_put (FwPeopleChanges *self,
                        FwRecord *before,
                        FwRecord *after)
{
  if (is_kind (after, "employment"))
    {
      note_term (self, before != NULL ? fw_record_get (before, "employee-id") : NULL, FALSE);
      note_term (self, fw_record_get (after, "employee-id"), FALSE);
    }
  if (!is_kind (after, "employee"))
    return;
  const gint64 seq = fw_record_get_seq (after);

  self->any = TRUE;
  self->added += before == NULL;
  note_term (self, fw_record_get_id (after), before == NULL);
  if (before != NULL && !g_hash_table_contains (self->people, &seq))
    g_array_append_val (self->removed, seq);
  g_hash_table_replace (self->people, g_memdup2 (&seq, sizeof seq), g_object_ref (after));
}

/* A record has been removed. */
void
_fw_people_changes_remove (FwPeopleChanges *self,
                           FwRecord *before)
{
  if (is_kind (before, "employment"))
    note_term (self, fw_record_get (before, "employee-id"), FALSE);
  if (!is_kind (before, "employee"))
    return;
  const gint64 seq = fw_record_get_seq (before);

  self->any = TRUE;
  self->added--;
  g_hash_table_remove (self->people, &seq);
  g_tree_remove (self->terms, fw_record_get_id (before));
  g_array_append_val (self->removed, seq);
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
               gpointer first,
               gpointer user_data)
{
  TermWriter *writer = user_data;

  writer->failed =
    (!GPOINTER_TO_INT (first) &&
     !run_with_id (writer->connection, "DELETE FROM employee_term WHERE seq = (SELECT seq FROM employee WHERE id = ?1)", id,
                   writer->error)) ||
    !run_with_id (writer->connection, "INSERT INTO employee_term " SELECT_TERM, id, writer->error);
  return writer->failed;
}

static gboolean
write_terms (FwPeopleChanges *self,
             FwConnection *connection,
             GError **error)
{
  TermWriter writer = { connection, error, FALSE };

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
  return g_tree_nnodes (self->terms) < TERMS_KEPT || write_terms (self, store->writer, error);
}

static gboolean
forget_removed (FwPeopleChanges *self,
                FwStore *store,
                GError **error)
{
  for (guint i = 0; i < self->removed->len; i++)
    {
      const gint64 seq = g_array_index (self->removed, gint64, i);
      g_autoptr (FwStatement) term =
        _fw_connection_prepare (store->writer, "DELETE FROM employee_term WHERE seq = ?", error);

      if (term == NULL)
        return FALSE;
      sqlite3_bind_int64 (term, 1, seq);
      if (!_fw_connection_run (store->writer, term, error) || !_fw_store_unindex_employee (store, seq, error))
        return FALSE;
    }
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
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GHashTableIter each;
  gpointer person;

  if (!forget_removed (self, store, error) || !write_terms (self, store->writer, error))
    return FALSE;
  if (!self->any)
    return TRUE;
  g_hash_table_iter_init (&each, self->people);
  while (g_hash_table_iter_next (&each, NULL, &person))
    g_ptr_array_add (people, person);
  g_ptr_array_sort (people, compare_seqs_cb);
  return count_people (self, store->writer, error) && _fw_store_index_employees (store, people, error);
}
