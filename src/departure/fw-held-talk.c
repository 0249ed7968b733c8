/* Talks on record: listed, their minutes opened, printed and saved as they were kept. */
#include "departure/fw-held-talk.h"

#include "core/fw-task.h"
#include "departure/fw-copy-out-private.h"
#include "departure/fw-talk-private.h"
#include "documents/fw-document.h"
#include "store/fw-evidence.h"

void
fw_held_talk_free (FwHeldTalk *self)
{
  g_free (self->id);
  g_free (self->case_id);
  g_free (self->case_number);
  g_free (self->title);
  g_free (self->on);
  g_free (self->began);
  g_free (self->ended);
  g_free (self->witness);
  g_free (self->sha256);
  g_free (self->signed_copy);
  g_free (self);
}

/**
 * fw_held_talk_copy:
 *
 * Returns: (transfer full): the same talk, free with fw_held_talk_free()
 */
FwHeldTalk *
fw_held_talk_copy (const FwHeldTalk *self)
{
  FwHeldTalk *copy = g_new0 (FwHeldTalk, 1);

  copy->id = g_strdup (self->id);
  copy->case_id = g_strdup (self->case_id);
  copy->case_number = g_strdup (self->case_number);
  copy->number = self->number;
  copy->title = g_strdup (self->title);
  copy->on = g_strdup (self->on);
  copy->began = g_strdup (self->began);
  copy->ended = g_strdup (self->ended);
  copy->signing = self->signing;
  copy->witness = g_strdup (self->witness);
  copy->sha256 = g_strdup (self->sha256);
  copy->signed_copy = g_strdup (self->signed_copy);
  return copy;
}

static FwTalkSigning
read_signing (const char *text)
{
  if (g_strcmp0 (text, "screen") == 0)
    return FW_TALK_ON_SCREEN;
  return g_strcmp0 (text, "refused") == 0 ? FW_TALK_REFUSED : FW_TALK_ON_PAPER;
}

/* Its place among the talks of its case: those that were put on record before it count. */
static guint
number_of (FwStore *store,
           FwRecord *talk,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", fw_record_get (talk, "case-id"));
  g_autoptr (GPtrArray) talks = NULL;

  fw_query_order (query, "seq", FALSE);
  talks = fw_store_list (store, "talk", query, NULL, error);
  for (guint i = 0; talks != NULL && i < talks->len; i++)
    if (g_str_equal (fw_record_get_id (talks->pdata[i]), fw_record_get_id (talk)))
      return i + 1;
  return 0;
}

static FwHeldTalk *
read_talk (FwStore *store,
           FwRecord *talk,
           GError **error)
{
  g_autoptr (FwHeldTalk) self = g_new0 (FwHeldTalk, 1);
  g_autoptr (GError) problem = NULL;
  const char *copy = fw_record_get (talk, "signed-copy-id");
  g_autoptr (FwRecord) its = NULL;
  g_autoptr (FwRecord) issued = NULL;
  g_autoptr (FwRecord) evidence = NULL;

  self->id = g_strdup (fw_record_get_id (talk));
  self->case_id = g_strdup (fw_record_get (talk, "case-id"));
  self->title = g_strdup (fw_record_get (talk, "title"));
  self->on = g_strdup (fw_record_get (talk, "on"));
  self->began = g_strdup (fw_record_get (talk, "began"));
  self->ended = g_strdup (fw_record_get (talk, "ended"));
  self->signing = read_signing (fw_record_get (talk, "signing"));
  self->witness = g_strdup (fw_record_get (talk, "witness"));
  self->number = number_of (store, talk, &problem);
  its = problem == NULL ? fw_store_get (store, "case", self->case_id, &problem) : NULL;
  issued = problem == NULL ? fw_store_find (store, "document-issued", "talk-id", self->id, &problem) : NULL;
  if (g_error_matches (problem, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND))
    g_clear_error (&problem); /* a talk that was put on record before minutes were kept */
  if (problem == NULL && copy != NULL)
    evidence = fw_store_get (store, "evidence", copy, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  self->case_number = g_strdup (fw_record_get (its, "number"));
  self->sha256 = issued != NULL ? g_strdup (fw_record_get (issued, "sha256")) : NULL;
  self->signed_copy = evidence != NULL ? g_strdup (fw_record_get (evidence, "file-name")) : NULL;
  return g_steal_pointer (&self);
}

/**
 * fw_held_talks_list:
 * @field: "case-id" or "employee-id"
 * @id: of the case or the person
 *
 * Reads the store: not for the main thread.
 *
 * Returns: (transfer full) (nullable) (element-type FwHeldTalk): the talks on record, the newest first
 */
GPtrArray *
fw_held_talks_list (FwStore *store,
                    const char *field,
                    const char *id,
                    GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals (field, id);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_held_talk_free);
  g_autoptr (GPtrArray) talks = NULL;

  fw_query_order (query, "seq", TRUE);
  talks = fw_store_list (store, "talk", query, NULL, error);
  if (talks == NULL)
    return NULL;
  for (guint i = 0; i < talks->len; i++)
    {
      FwHeldTalk *talk = read_talk (store, talks->pdata[i], error);

      if (talk == NULL)
        return NULL;
      g_ptr_array_add (list, talk);
    }
  return g_steal_pointer (&list);
}

typedef struct
{
  char *field;
  char *id;
  gboolean exact;
} Question;

static void
question_free (Question *question)
{
  g_free (question->field);
  g_free (question->id);
  g_free (question);
}

static GTask *
ask (FwStore *store,
     const char *field,
     const char *id,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->field = g_strdup (field);
  question->id = g_strdup (id);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  return task;
}

static void
list_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *list = fw_held_talks_list (source, question->field, question->id, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
fw_held_talks_list_async (FwStore *store,
                          const char *field,
                          const char *id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = ask (store, field, id, cancellable, callback, user_data);

  fw_task_run_in_thread (task, list_thread);
}

GPtrArray *
fw_held_talks_list_finish (FwStore *store,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static FwRecord *
find_issued (FwStore *store,
             const char *talk_id,
             GError **error)
{
  g_autoptr (GError) problem = NULL;
  FwRecord *issued = fw_store_find (store, "document-issued", "talk-id", talk_id, &problem);

  if (g_error_matches (problem, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND))
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the talk %s has no minutes on record", talk_id);
  else if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return issued;
}

/**
 * fw_held_talk_lay_out:
 * @exact: (out) (optional): whether it comes out byte for byte as it was kept
 *
 * Lays the minutes of a talk out again, from the facts that were kept with them. Not for the main thread.
 *
 * Returns: (transfer full) (nullable): the minutes, free with fw_document_unref()
 */
FwDocument *
fw_held_talk_lay_out (FwStore *store,
                      const char *talk_id,
                      gboolean *exact,
                      GError **error)
{
  g_autoptr (FwRecord) issued = find_issued (store, talk_id, error);
  g_autoptr (GBytes) kept = issued != NULL ? fw_store_get_file (store, fw_record_get (issued, "facts-sha256"), NULL, error) : NULL;
  g_autoptr (FwFacts) facts = kept != NULL ? fw_facts_load_bytes (kept, "facts of the minutes", NULL, error) : NULL;
  FwDocument *paper = facts != NULL ? _fw_minutes_lay_out (facts, TRUE, fw_record_get (issued, "head"), error) : NULL;
  g_autoptr (GBytes) pdf = paper != NULL && exact != NULL ? fw_document_to_pdf (paper, NULL) : NULL;
  g_autofree char *sha256 = pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

  if (exact != NULL)
    *exact = sha256 != NULL && g_strcmp0 (sha256, fw_record_get (issued, "sha256")) == 0;
  return paper;
}

static void
lay_out_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  FwDocument *paper = fw_held_talk_lay_out (source, question->id, &question->exact, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) fw_document_unref);
  else
    g_task_return_error (task, error);
}

void
fw_held_talk_lay_out_async (FwStore *store,
                            const char *talk_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = ask (store, NULL, talk_id, cancellable, callback, user_data);

  fw_task_run_in_thread (task, lay_out_thread);
}

FwDocument *
fw_held_talk_lay_out_finish (FwStore *store,
                             GAsyncResult *result,
                             gboolean *exact,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  if (exact != NULL)
    *exact = ((Question *) g_task_get_task_data (G_TASK (result)))->exact;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
run (FwWorkplace *workplace,
     const FwHeldTalk *talk,
     FwCommand *command,
     GError **error)
{
  g_autoptr (FwEvent) event = NULL;

  fw_command_add_subject (command, talk->case_id);
  fw_command_set_detail (command, "document", "talk-minutes");
  event = fw_store_run (fw_workplace_get_store (workplace), command, NULL, error);
  return event != NULL;
}

/**
 * fw_held_talk_note_copy:
 * @how: "print" or "export"
 *
 * Puts on record that a copy of the minutes left the program.
 */
gboolean
fw_held_talk_note_copy (FwWorkplace *workplace,
                        const FwHeldTalk *talk,
                        const char *how,
                        GError **error)
{
  g_autofree char *what = g_strdup_printf ("document.%s", how);
  g_autoptr (FwCommand) command = fw_command_new (what, fw_workplace_get_who (workplace), NULL);

  fw_command_set_detail (command, "draft", "false");
  return run (workplace, talk, command, error);
}

/**
 * fw_held_talk_save_pdf:
 * @file: where to; what is there is replaced
 *
 * Writes the minutes as they were kept. That they leave the program is on record before they are in their place.
 */
gboolean
fw_held_talk_save_pdf (FwWorkplace *workplace,
                       const FwHeldTalk *talk,
                       GFile *file,
                       GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autoptr (FwRecord) issued = find_issued (store, talk->id, error);
  g_autoptr (GBytes) pdf = issued != NULL ? fw_store_get_file (store, fw_record_get (issued, "sha256"), NULL, error) : NULL;
  g_autoptr (GFile) beside = pdf != NULL ? _fw_copy_write_beside (file, pdf, NULL, error) : NULL;

  if (beside == NULL)
    return FALSE;
  if (fw_held_talk_note_copy (workplace, talk, "export", error))
    return _fw_copy_put_in_place (beside, file, error);
  _fw_copy_take_back (beside);
  return FALSE;
}

/* The scan of what was signed by hand, beside the minutes as they were kept. */
static FwRecord *
add_signed_copy (FwWorkplace *workplace,
                 FwCommand *command,
                 FwRecord *record,
                 GFile *file,
                 GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guint64 size = 0;
  g_autofree char *sha256 =
    stream != NULL ? fw_store_take_in_file (store, G_INPUT_STREAM (stream), NULL, NULL, &size, NULL, error) : NULL;
  FwRecord *evidence;

  if (sha256 == NULL)
    return NULL;
  evidence = fw_command_add (command, "evidence");
  fw_record_set (evidence, "case-id", fw_record_get (record, "case-id"));
  fw_record_set (evidence, "employee-id", fw_record_get (record, "employee-id"));
  fw_record_set (evidence, "kind", "talk-minutes");
  fw_record_set (evidence, "title", display);
  fw_record_set (evidence, "file-name", display);
  fw_record_set (evidence, "date", fw_record_get (record, "on"));
  fw_record_set (evidence, "sha256", sha256);
  fw_record_set_count (evidence, "size", (gint64) size);
  fw_record_set_date (evidence, "added", fw_workplace_get_today (workplace));
  return evidence;
}

/**
 * fw_held_talk_attach:
 * @file: the print as it was signed by hand
 *
 * Keeps the signed print as evidence of the case; another one takes its place beside the talk and leaves the first on file.
 */
gboolean
fw_held_talk_attach (FwWorkplace *workplace,
                     const FwHeldTalk *talk,
                     GFile *file,
                     GError **error)
{
  g_autoptr (FwRecord) old = fw_store_get (fw_workplace_get_store (workplace), "talk", talk->id, error);
  g_autoptr (FwRecord) record = old != NULL ? fw_record_copy (old) : NULL;
  g_autoptr (FwCommand) command = fw_command_new ("talk.sign", fw_workplace_get_who (workplace), NULL);
  FwRecord *evidence = record != NULL ? add_signed_copy (workplace, command, record, file, error) : NULL;

  if (evidence == NULL)
    return FALSE;
  fw_record_set (record, "signed-copy-id", fw_record_get_id (evidence));
  fw_command_put (command, record);
  return run (workplace, talk, command, error);
}

typedef struct
{
  FwHeldTalk *talk;
  char *what;
  GFile *file;
} Deed;

static void
deed_free (Deed *deed)
{
  fw_held_talk_free (deed->talk);
  g_free (deed->what);
  g_clear_object (&deed->file);
  g_free (deed);
}

static void
do_thread (GTask *task,
           gpointer source,
           gpointer data,
           GCancellable *cancellable)
{
  Deed *deed = data;
  GError *error = NULL;
  gboolean done;

  if (g_str_equal (deed->what, "save"))
    done = fw_held_talk_save_pdf (source, deed->talk, deed->file, &error);
  else if (g_str_equal (deed->what, "attach"))
    done = fw_held_talk_attach (source, deed->talk, deed->file, &error);
  else
    done = fw_held_talk_note_copy (source, deed->talk, deed->what, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_held_talk_do_async:
 * @what: "save", "attach", or "print", which only notes it
 * @file: (nullable): for save and attach
 *
 * As the functions above, on a worker thread.
 */
void
fw_held_talk_do_async (FwWorkplace *workplace,
                       const FwHeldTalk *talk,
                       const char *what,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  Deed *deed = g_new0 (Deed, 1);

  deed->talk = fw_held_talk_copy (talk);
  deed->what = g_strdup (what);
  g_set_object (&deed->file, file);
  g_task_set_task_data (task, deed, (GDestroyNotify) deed_free);
  fw_task_run_in_thread (task, do_thread);
}

gboolean
fw_held_talk_do_finish (FwWorkplace *workplace,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
