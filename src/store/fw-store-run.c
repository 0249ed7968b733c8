#include "store/fw-store-private.h"

#include <sodium.h>
#include <string.h>

#include "core/fw-ahead.h"
#include "store/fw-chain.h"
#include "store/fw-command-private.h"
#include "store/fw-event-private.h"
#include "store/fw-people-changes.h"
#include "store/fw-record-private.h"
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
  FwPayloadHash payload;
  gint64 position;
  GHashTable *subjects; /* a set of char* */
  FwPeopleChanges people;
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
  _fw_people_changes_clear (&run->people);
  g_clear_pointer (&run->given, g_ptr_array_unref);
  g_clear_pointer (&run->stored, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
add_subject (Run *run,
             const char *id)
{
  if (id != NULL && !g_hash_table_contains (run->subjects, id))
    g_hash_table_add (run->subjects, g_strdup (id));
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

/* Puts the state an event leaves a record in beside the event, and into its hash. */
static gboolean
add_change (Run *run,
            const char *kind,
            const char *id,
            const char *after,
            GError **error)
{
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare (run->connection, "INSERT INTO event_change VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, run->seq);
  sqlite3_bind_int64 (statement, 2, run->position++);
  _fw_bind_kept_text (statement, 3, kind);
  _fw_bind_kept_text (statement, 4, id);
  _fw_bind_kept_text (statement, 5, after);
  _fw_payload_hash_change (&run->payload, kind, id, after);
  return _fw_connection_run (run->connection, statement, error);
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

/* The two have the same marks: the event, every field, and the id last. */
static char *
update_sql (gconstpointer kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET changed_by_event = ?", table);
  append_assignments (kind, sql, TRUE);
  return g_string_free (g_string_append (sql, " WHERE id = ?"), FALSE);
}

static char *
insert_sql (gconstpointer kind)
{
  g_autofree char *table = fw_record_kind_dup_table (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (changed_by_event", table);
  append_assignments (kind, sql, FALSE);
  g_string_append (sql, ", id) VALUES (?");
  for (guint i = 0; i < ((const FwRecordKind *) kind)->n_fields; i++)
    g_string_append (sql, ", ?");
  return g_string_free (g_string_append (sql, ", ?)"), FALSE);
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
write_row (Run *run,
           FwRecord *record,
           gboolean update,
           GError **error)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autoptr (FwStatement) statement =
    _fw_connection_prepare_for (run->connection, kind, update ? update_sql : insert_sql, error);
  gint64 seq;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, run->seq);
  for (guint i = 0; i < kind->n_fields; i++)
    bind_field (statement, (int) i + 2, kind->fields[i].type, _fw_record_get_nth (record, i));
  _fw_bind_kept_text (statement, (int) kind->n_fields + 2, fw_record_get_id (record));
  if (!_fw_connection_run (run->connection, statement, error))
    return FALSE;
  seq = update ? fw_record_get_seq (record)
               : sqlite3_last_insert_rowid (_fw_connection_get_database (run->connection));
  _fw_record_place (record, seq, run->seq);
  return TRUE;
}

/* A file is taken up by the first record that names it; until then it would be cleared away. */
static gboolean
take_up_files (Run *run,
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
        run->connection, "UPDATE blob SET taken_up_by_event = ifnull (taken_up_by_event, ?) WHERE sha256 = ?",
        error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, run->seq);
      _fw_bind_text (statement, 2, hash);
      if (!_fw_connection_run (run->connection, statement, error))
        return FALSE;
      if (sqlite3_changes (_fw_connection_get_database (run->connection)) == 0)
        {
          g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
                       "%s: the store has no file of this hash", kind->fields[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_merged (Run *run,
              FwStep *step,
              FwRecord *stored,
              GError **error)
{
  FwRecord *merged = step->merged;

  if (!write_row (run, merged, stored != NULL, error) || !take_up_files (run, merged, error) ||
      !add_change (run, fw_record_get_kind (merged)->name, fw_record_get_id (merged), step->after, error))
    return FALSE;
  _fw_people_changes_put (&run->people, stored, merged, g_steal_pointer (&step->words));
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
               const char *kind_name,
               const char *id,
               GError **error)
{
  const FwRecordKind *kind = fw_record_kind_find (kind_name);
  gboolean writable = kind != NULL && !kind->read_only;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FwRecord) stored = writable ? _fw_store_read_record (run->connection, kind, id, &failure) : NULL;
  g_autoptr (FwStatement) statement = NULL;
  g_autofree char *table = NULL;
  g_autofree char *sql = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (stored == NULL)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
                           "there is no such record to remove");
      return FALSE;
    }
  table = fw_record_kind_dup_table (kind);
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", table);
  statement = _fw_connection_prepare (run->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, id);
  add_subjects_of_record (run, stored);
  if (!_fw_connection_run (run->connection, statement, error) ||
      !add_change (run, kind->name, id, NULL, error))
    return FALSE;
  _fw_people_changes_remove (&run->people, stored);
  return TRUE;
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
  if (step->given != NULL && fw_record_get_kind (step->given)->read_only)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s is a view and cannot be written", kind);
      return FALSE;
    }
  done = step->given != NULL ? put (run, step, error) : remove_record (run, kind, id, error);
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

static gboolean
write_subjects (Run *run,
                GPtrArray *subjects,
                GError **error)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      g_autoptr (FwStatement) statement =
        _fw_connection_prepare (run->connection, "INSERT INTO event_subject VALUES (?, ?)", error);

      if (statement == NULL)
        return FALSE;
      _fw_bind_kept_text (statement, 1, g_ptr_array_index (subjects, i));
      sqlite3_bind_int64 (statement, 2, run->seq);
      if (!_fw_connection_run (run->connection, statement, error))
        return FALSE;
    }
  return TRUE;
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
  _fw_payload_hash_end (&run->payload, link.payload_hash);
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
    run->connection, "SELECT " FW_EVENT_COLUMNS FW_EVENT_TABLES "WHERE e.seq = ?", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, run->seq);
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

  return _fw_step_new (run->command, index, run->store->pinyin);
}

static gboolean
run_steps (Run *run,
           GError **error)
{
  const guint n_steps = _fw_command_get_n_steps (run->command);
  g_autoptr (FwAhead) steps = fw_ahead_new (n_steps, prepare_step_cb, run, (GDestroyNotify) _fw_step_free);

  for (guint i = 0; i < n_steps; i++)
    {
      if (!run_step (run, fw_ahead_take (steps), error) || !_fw_people_changes_step (&run->people, run->store, error))
        return FALSE;
      _fw_command_tell (run->command, i + 1);
    }
  return TRUE;
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
  randombytes_buf (run->salt, sizeof run->salt);
  run->details = _fw_command_dup_details (run->command);
  _fw_payload_hash_begin (&run->payload, run->salt, _fw_command_get_why (run->command), run->details);
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
