#include "store/fw-store-private.h"

#include <sodium.h>
#include <string.h>

#include "core/fw-ahead.h"
#include "store/fw-chain.h"
#include "store/fw-command-private.h"
#include "store/fw-event-private.h"
#include "store/fw-memory-rows.h"
#include "store/fw-people-changes.h"
#include "store/fw-record-private.h"
#include "store/fw-row-writer.h"
#include "store/fw-step.h"
#include "store/fw-uuid.h"

/* One command on its way into the database. */
typedef struct
{
  FwStore *store;
  FwConnection *connection;
  FwCommand *command;
  GCancellable *cancellable;
  gint64 seq;
  guint8 previous[FW_CHAIN_HASH_SIZE];
  guint8 salt[FW_CHAIN_SALT_SIZE];
  char *id;             /* of the event */
  char *time;
  char *details;
  GHashTable *subjects; /* a set of char* */
  const char *subject;  /* (nullable): the one that was added last: many records in a row have the same */
  FwPeopleChanges people;
  FwRowWriter rows;
  GPtrArray *given;     /* FwRecord: told what is stored once the transaction has ended well */
  GPtrArray *stored;    /* FwRecord, one for each of them */
} Run;

static void
run_clear (Run *run)
{
  g_free (run->id);
  g_free (run->time);
  g_free (run->details);
  g_clear_pointer (&run->subjects, g_hash_table_unref);
  _fw_row_writer_clear (&run->rows);
  _fw_people_changes_clear (&run->people);
  g_clear_pointer (&run->given, g_ptr_array_unref);
  g_clear_pointer (&run->stored, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
add_subject (Run *run,
             const char *id)
{
  if (id == NULL || g_strcmp0 (id, run->subject) == 0 || g_hash_table_contains (run->subjects, id))
    return;
  run->subject = g_strdup (id);
  g_hash_table_add (run->subjects, (gpointer) run->subject);
}

/*
 * What an event about a record is listed under: the person and the case it belongs to; the record
 * itself where it has none.
 */
static void
add_subjects_of_record (Run *run,
                        FwRecord *record)
{
  static const char *const owners[] = { "employee-id", "case-id" };
  const FwRecordKind *kind = fw_record_get_kind (record);
  gboolean owned = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      const char *owner =
        fw_record_kind_find_field (kind, owners[i]) != NULL ? fw_record_get (record, owners[i]) : NULL;

      add_subject (run, owner);
      owned = owned || owner != NULL;
    }
  if (!owned || strcmp (kind->name, "case") == 0)
    add_subject (run, fw_record_get_id (record));
}

static gboolean
check_current (Run *run,
               FwRecord *given,
               FwRecord *stored,
               GError **error)
{
  gint64 read_at = fw_record_get_event (given);

  if (read_at == 0 || (stored != NULL &&
                       (fw_record_get_event (stored) == read_at || fw_record_get_event (stored) == run->seq)))
    return TRUE;
  if (stored == NULL)
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "it has been removed meanwhile");
  else
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT,
                 "it has been changed meanwhile by event %" G_GINT64_FORMAT "; read it again",
                 fw_record_get_event (stored));
  return FALSE;
}

/* What is new waits for more of it. */
static gboolean
write_merged (Run *run,
              FwStep *step,
              FwRecord *stored,
              GError **error)
{
  if (!_fw_row_writer_take_files (&run->rows, step->merged, error))
    return FALSE;
  if (stored != NULL)
    return _fw_row_writer_change (&run->rows, step, stored, error);
  _fw_row_writer_add (&run->rows, step);
  return TRUE;
}

static gboolean
put (Run *run,
     FwStep *step,
     GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FwRecord) stored = NULL;

  if (!step->fresh)
    stored = _fw_store_read_record (run->connection, fw_record_get_kind (step->given), fw_record_get_id (step->given), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!check_current (run, step->given, stored, error))
    return FALSE;
  if (!step->fresh)
    _fw_step_merge (step, stored, run->store->pinyin);
  if (step->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&step->error));
      return FALSE;
    }
  add_subjects_of_record (run, step->merged);
  if (step->after != NULL && !write_merged (run, step, stored, error))
    return FALSE;
  if (step->shared)
    {
      g_ptr_array_add (run->given, g_object_ref (step->given));
      g_ptr_array_add (run->stored, g_object_ref (step->merged));
    }
  return TRUE;
}

static gboolean
remove_record (Run *run,
               FwStep *step,
               GError **error)
{
  const FwRecordKind *kind = fw_record_kind_find (step->removed_kind);
  gboolean writable = kind != NULL && !kind->read_only;
  g_autoptr (GError) failure = NULL;

  step->merged = writable ? _fw_store_read_record (run->connection, kind, step->removed_id, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (step->merged == NULL)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
                           "there is no such record to remove");
      return FALSE;
    }
  add_subjects_of_record (run, step->merged);
  return _fw_row_writer_remove (&run->rows, step, error);
}

static gboolean
run_step (Run *run,
          FwStep *step,
          GError **error)
{
  const char *kind = step->given != NULL ? fw_record_get_kind (step->given)->name : step->removed_kind;
  const char *id = step->given != NULL ? fw_record_get_id (step->given) : step->removed_id;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  /* What waits is before this one: it is read by what is not new, and its faults come first. */
  if ((!step->fresh || step->error != NULL) && !_fw_row_writer_flush (&run->rows, error))
    return FALSE;
  if (step->given != NULL && fw_record_get_kind (step->given)->read_only)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s is a view and cannot be written", kind);
      return FALSE;
    }
  done = step->given != NULL ? put (run, step, error) : remove_record (run, step, error);
  if (!done)
    g_prefix_error (error, "%s %s: ", kind, id);
  return done;
}

/* The number and the predecessor of the event to come. */
static gboolean
find_predecessor (Run *run,
                  GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (run->connection, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1", error);
  int step;

  if (statement == NULL)
    return FALSE;
  step = sqlite3_step (statement);
  run->seq = 1;
  if (step == SQLITE_ROW && sqlite3_column_bytes (statement, 1) == FW_CHAIN_HASH_SIZE)
    {
      run->seq = sqlite3_column_int64 (statement, 0) + 1;
      memcpy (run->previous, sqlite3_column_blob (statement, 1), FW_CHAIN_HASH_SIZE);
    }
  if (step == SQLITE_ROW || step == SQLITE_DONE)
    return TRUE;
  _fw_connection_set_error (run->connection, error);
  return FALSE;
}

static int
compare_texts_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In their order, so that one set of them has one hash. */
static GPtrArray *
sort_subjects (Run *run)
{
  GPtrArray *subjects = g_ptr_array_sized_new (g_hash_table_size (run->subjects));
  GHashTableIter each;
  gpointer subject;

  g_hash_table_iter_init (&each, run->subjects);
  while (g_hash_table_iter_next (&each, &subject, NULL))
    g_ptr_array_add (subjects, subject);
  g_ptr_array_sort (subjects, compare_texts_cb);
  return subjects;
}

typedef struct
{
  GPtrArray *subjects;
  gint64     event;
} Subjects;

static void
subject_value (sqlite3_context *answer,
               gpointer data,
               guint row,
               int column)
{
  const Subjects *subjects = data;

  if (column == 0)
    _fw_answer_text (answer, g_ptr_array_index (subjects->subjects, row));
  else
    sqlite3_result_int64 (answer, subjects->event);
}

static gboolean
write_subjects (Run *run,
                GPtrArray *subjects,
                GError **error)
{
  Subjects data = { subjects, run->seq };
  FwMemoryRows rows = { subjects->len, subject_value, &data, 0 };

  return _fw_memory_rows_insert (run->connection, "event_subject", 2, &rows, error);
}

static gboolean
write_payload (Run *run,
               GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (run->connection, "INSERT INTO event_payload VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, run->seq);
  sqlite3_bind_blob (statement, 2, run->salt, sizeof run->salt, SQLITE_TRANSIENT);
  _fw_bind_text (statement, 3, _fw_command_get_why (run->command));
  _fw_bind_text (statement, 4, run->details);
  return _fw_connection_run (run->connection, statement, error);
}

/*
 * Writes the row of the event, without its hashes: what comes after refers to it. Were it written last, SQLite would look through all
 * tables for what had waited for it.
 */
static gboolean
begin_event (Run *run,
             GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    run->connection, "INSERT INTO event VALUES (?, ?, ?, ?, ?, zeroblob (32), ?, zeroblob (32))", error);

  if (statement == NULL)
    return FALSE;
  run->id = fw_uuid_new ();
  run->time = g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
  sqlite3_bind_int64 (statement, 1, run->seq);
  _fw_bind_text (statement, 2, run->id);
  _fw_bind_text (statement, 3, run->time);
  _fw_bind_text (statement, 4, _fw_command_get_who (run->command));
  _fw_bind_text (statement, 5, _fw_command_get_what (run->command));
  sqlite3_bind_blob (statement, 6, run->previous, FW_CHAIN_HASH_SIZE, SQLITE_TRANSIENT);
  return _fw_connection_run (run->connection, statement, error);
}

/* Gives the event its hashes, behind everything it commits to; from then on it is never changed. */
static gboolean
seal_event (Run *run,
            GError **error)
{
  g_autoptr (GPtrArray) subjects = sort_subjects (run);
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (run->connection, "UPDATE event SET payload_hash = ?, hash = ? WHERE seq = ?", error);
  FwChainLink link = { .seq = run->seq, .id = run->id, .time = run->time,
                       .who = _fw_command_get_who (run->command), .what = _fw_command_get_what (run->command),
                       .subjects = subjects };
  guint8 hash[FW_CHAIN_HASH_SIZE];

  if (statement == NULL)
    return FALSE;
  memcpy (link.previous, run->previous, sizeof link.previous);
  _fw_payload_hash_end (&run->rows.payload, link.payload_hash);
  _fw_chain_hash (&link, hash);
  sqlite3_bind_blob (statement, 1, link.payload_hash, FW_CHAIN_HASH_SIZE, SQLITE_TRANSIENT);
  sqlite3_bind_blob (statement, 2, hash, FW_CHAIN_HASH_SIZE, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, run->seq);
  return _fw_connection_run (run->connection, statement, error) && write_payload (run, error) &&
         write_subjects (run, subjects, error);
}

static FwEvent *
read_event (Run *run,
            GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    run->connection, "SELECT " FW_EVENT_COLUMNS_WITH ("?1") FW_EVENT_TABLES "WHERE e.seq = ?2", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, run->rows.position);
  sqlite3_bind_int64 (statement, 2, run->seq);
  if (sqlite3_step (statement) == SQLITE_ROW)
    return _fw_event_read (statement);
  _fw_connection_set_error (run->connection, error);
  return NULL;
}

static gpointer
prepare_step_cb (guint index,
                 gpointer data)
{
  Run *run = data;
  FwStep *step = _fw_step_new (run->command, index, run->store->pinyin);

  _fw_row_writer_prepare (&run->rows, step);
  return step;
}

static gboolean
run_steps (Run *run,
           GError **error)
{
  const guint n_steps = _fw_command_get_n_steps (run->command);
  g_autoptr (FwAhead) steps = fw_ahead_new (n_steps, prepare_step_cb, run, (GDestroyNotify) _fw_step_free);

  for (guint i = 0; i < n_steps; i++)
    {
      if (!run_step (run, fw_ahead_take (steps), error) || !_fw_row_writer_step (&run->rows, error) ||
          !_fw_people_changes_step (&run->people, run->store, error))
        return FALSE;
      _fw_command_tell (run->command, i + 1);
    }
  return _fw_row_writer_flush (&run->rows, error);
}

static gboolean
take_drafts (Run *run,
             GError **error)
{
  GPtrArray *drafts = _fw_command_get_drafts (run->command);

  for (guint i = 0; i < drafts->len; i += 2)
    if (!_fw_store_write_draft (run->store, drafts->pdata[i], drafts->pdata[i + 1], NULL, error))
      return FALSE;
  return TRUE;
}

/* Everything between BEGIN and COMMIT; answers the event, (transfer full). */
static FwEvent *
run_in_transaction (Run *run,
                    GError **error)
{
  GPtrArray *subjects = _fw_command_get_subjects (run->command);

  if (!find_predecessor (run, error) || !begin_event (run, error))
    return NULL;
  run->rows.event = run->seq;
  randombytes_buf (run->salt, sizeof run->salt);
  run->details = _fw_command_dup_details (run->command);
  _fw_payload_hash_begin (&run->rows.payload, run->salt, _fw_command_get_why (run->command), run->details);
  for (guint i = 0; i < subjects->len; i++)
    add_subject (run, g_ptr_array_index (subjects, i));
  if (!run_steps (run, error) || !_fw_people_changes_write (&run->people, run->store, error) || !take_drafts (run, error) ||
      !seal_event (run, error))
    return NULL;
  return read_event (run, error);
}

/* SQLite only says that some reference is broken; this says which. */
static void
explain_reference (Run *run,
                   GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    run->connection, "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1", NULL);
  g_autofree char *table = NULL;

  if (!g_error_matches (*error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT) || statement == NULL ||
      sqlite3_step (statement) != SQLITE_ROW)
    return;
  g_clear_error (error);
  g_set_error (
    error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT, "a record (%s) would refer to one (%s) that is not there",
    (const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1));
}

static gboolean
check_command (FwCommand *command,
               GError **error)
{
  const char *what = _fw_command_get_what (command), *who = _fw_command_get_who (command);

  if (what != NULL && *what != '\0' && who != NULL && *who != '\0' && g_utf8_validate (what, -1, NULL) &&
      g_utf8_validate (who, -1, NULL) &&
      (_fw_command_get_why (command) == NULL || g_utf8_validate (_fw_command_get_why (command), -1, NULL)))
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                       "a command needs what is done and who does it");
  return FALSE;
}

/* fw_store_run() for those who hold writer_mutex already. */
FwEvent *
_fw_store_run_locked (FwStore *self,
                      FwCommand *command,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Run)
    run = { .store = self, .connection = self->writer, .command = command, .cancellable = cancellable };
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->pinyin == NULL)
    self->pinyin = _fw_pinyin_new ();
  run.subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  _fw_people_changes_init (&run.people);
  _fw_row_writer_init (&run.rows, run.connection, &run.people);
  run.given = g_ptr_array_new_with_free_func (g_object_unref);
  run.stored = g_ptr_array_new_with_free_func (g_object_unref);
  if (!check_command (command, error) || !_fw_store_begin (self, error))
    return NULL;
  event = run_in_transaction (&run, error);
  if (event != NULL && _fw_store_commit (self, &failure))
    {
      for (guint i = 0; i < run.given->len; i++)
        _fw_record_adopt (g_ptr_array_index (run.given, i), g_ptr_array_index (run.stored, i));
      _fw_store_announce (self, event);
      return g_steal_pointer (&event);
    }
  if (failure != NULL)
    {
      explain_reference (&run, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
    }
  _fw_store_roll_back (self);
  return NULL;
}

/**
 * fw_store_run:
 * @command: what to do. Its records become what is stored, so that they can be changed and put again
 * @cancellable: (nullable): looked at between records; a cancelled command has changed nothing
 *
 * The one door into the store: does all that the command says, and writes its event, in one transaction
 * that is on disk when this returns; or nothing.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with %FW_STORE_ERROR_INVALID,
 *   %FW_STORE_ERROR_CONFLICT, %FW_STORE_ERROR_NOT_FOUND or %FW_STORE_ERROR_FAILED, naming the kind and
 *   id of the record at fault
 */
FwEvent *
fw_store_run (FwStore *self,
              FwCommand *command,
              GCancellable *cancellable,
              GError **error)
{
  FwEvent *event = NULL;

  g_mutex_lock (&self->writer_mutex);
  if (_fw_store_check_writable (self, error))
    event = _fw_store_run_locked (self, command, cancellable, error);
  g_mutex_unlock (&self->writer_mutex);
  return event;
}
