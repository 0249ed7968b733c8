/* A talk that was held becomes a record, in one command. */
#include "departure/fw-talk-private.h"

/**
 * fw_talk_end:
 *
 * The talk is over: what stands in the line is kept, and the minutes are read back.
 */
void
fw_talk_end (FwTalk *self)
{
  if (self->stage != FW_TALK_HELD)
    return;
  fw_talk_set_paused (self, FALSE);
  fw_talk_keep (self, FW_TALK_NOTE);
  self->before = fw_talk_get_seconds (self);
  self->running = 0;
  self->stage = FW_TALK_READ_BACK;
  _fw_talk_save (self);
  _fw_talk_changed (self);
}

/**
 * fw_talk_go_on:
 *
 * It was not over yet.
 */
void
fw_talk_go_on (FwTalk *self)
{
  if (self->stage != FW_TALK_READ_BACK)
    return;
  self->stage = FW_TALK_HELD;
  fw_talk_begin (self);
}

/**
 * fw_talk_correct:
 * @text: what was really said; "" takes the entry out of the minutes
 *
 * Corrects an entry when the minutes are read back.
 */
void
fw_talk_correct (FwTalk *self,
                 FwTalkEntry *entry,
                 const char *text)
{
  guint position;

  if (!g_list_store_find (self->entries, entry, &position))
    return;
  if (*text == '\0')
    g_list_store_remove (self->entries, position);
  else
    fw_talk_entry_set_text (entry, text);
  _fw_talk_save (self);
}

/**
 * fw_talk_set_promise:
 * @promise: whether it is a promise of the company
 * @due: the day by which it is kept; unknown where none was said yet
 *
 * A promise with a day to come becomes a task of the case.
 */
void
fw_talk_set_promise (FwTalk *self,
                     FwTalkEntry *entry,
                     gboolean promise,
                     FwDate due)
{
  fw_talk_entry_set_sort (entry, promise ? FW_TALK_PROMISE : FW_TALK_AGREED);
  fw_talk_entry_set_due (entry, promise ? due : FW_DATE_UNKNOWN);
  _fw_talk_save (self);
  _fw_talk_changed (self);
}

static const char *
fact (FwTalk *self,
      const char *path)
{
  return self->facts != NULL ? fw_facts_get (self->facts, path) : NULL;
}

static FwRecord *
add_talk (FwTalk *self,
          FwCommand *command)
{
  static const char *const answers[] = { NULL, "asked", "comes", "declines" };
  FwRecord *talk = fw_command_add (command, "talk");

  fw_record_set (talk, "case-id", fw_case_get_id (self->its));
  fw_record_set (talk, "employee-id", fw_case_get_employee (self->its));
  fw_record_set (talk, "script", self->script != NULL ? self->script->id : NULL);
  if (self->script != NULL)
    {
      g_autofree char *title = fw_talk_dup_text (self, &self->script->title);

      fw_record_set (talk, "title", title);
    }
  fw_record_set (talk, "on", self->day);
  fw_record_set (talk, "began", self->began);
  fw_record_set_count (talk, "seconds", fw_talk_get_seconds (self));
  fw_record_set (talk, "place", *self->place != '\0' ? self->place : NULL);
  fw_record_set (talk, "led-by", fact (self, "case/talk/@hr"));
  fw_record_set (talk, "manager", fact (self, "case/talk/@manager"));
  fw_record_set (talk, "manager-answer", answers[self->manager]);
  fw_record_set (talk, "manager-note", *self->manager_note != '\0' ? self->manager_note : NULL);
  return talk;
}

static void
add_entry (FwTalk *self,
           FwCommand *command,
           const char *talk_id,
           guint position,
           FwTalkEntry *entry)
{
  FwRecord *record = fw_command_add (command, "talk-entry");
  const char *text = fw_talk_entry_get_text (entry), *detail = fw_talk_entry_get_detail (entry);

  fw_record_set (record, "talk-id", talk_id);
  fw_record_set (record, "case-id", fw_case_get_id (self->its));
  fw_record_set_count (record, "position", position);
  fw_record_set_count (record, "second", fw_talk_entry_get_seconds (entry));
  fw_record_set (record, "sort", fw_talk_sort_to_string (fw_talk_entry_get_sort (entry)));
  fw_record_set (record, "speaker", fw_talk_speaker_to_string (fw_talk_entry_get_speaker (entry)));
  fw_record_set (record, "text", *text != '\0' ? text : NULL);
  fw_record_set (record, "detail", *detail != '\0' ? detail : NULL);
  if (fw_date_is_known (fw_talk_entry_get_due (entry)))
    fw_record_set_date (record, "due", fw_talk_entry_get_due (entry));
}

/* What was promised is a task by its day: Today reminds of it. */
static void
add_task (FwTalk *self,
          FwCommand *command,
          FwTalkEntry *entry)
{
  FwRecord *task;

  if (fw_talk_entry_get_sort (entry) != FW_TALK_PROMISE || !fw_date_is_known (fw_talk_entry_get_due (entry)))
    return;
  task = fw_command_add (command, "task");
  fw_record_set (task, "case-id", fw_case_get_id (self->its));
  fw_record_set (task, "employee-id", fw_case_get_employee (self->its));
  fw_record_set (task, "kind", "promise");
  fw_record_set (task, "title", fw_talk_entry_get_text (entry));
  fw_record_set (task, "assignee", fact (self, "case/talk/@hr"));
  fw_record_set_date (task, "due", fw_talk_entry_get_due (entry));
}

static FwCommand *
make_command (FwTalk *self)
{
  FwWorkplace *workplace = fw_case_get_workplace (self->its);
  FwCommand *command = fw_command_new ("talk.finish", fw_workplace_get_who (workplace), NULL);
  FwRecord *talk = add_talk (self, command);
  g_autofree char *talk_id = g_strdup (fw_record_get_id (talk));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      add_entry (self, command, talk_id, i + 1, entry);
      add_task (self, command, entry);
    }
  return command;
}

/* The record first, then the draft goes: what fails leaves the draft. */
static void
finish_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  FwTalk *self = source;
  FwStore *store = fw_workplace_get_store (fw_case_get_workplace (self->its));
  const char *case_id = fw_case_get_id (self->its);
  GError *error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (store, data, cancellable, &error);

  if (event != NULL && fw_store_set_draft (store, FW_TALK_DRAFT_OWNER, case_id, NULL, &error) &&
      fw_store_set_draft (store, FW_TALK_LINE_OWNER, case_id, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_talk_finish_async:
 *
 * The minutes were read back: makes the talk a record of the case with one event, and each promise with a day a task.
 */
void
fw_talk_finish_async (FwTalk *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_talk_finish_async);
  if (self->finishing != NULL)
    {
      g_task_return_new_error (task, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE, "the talk is being put on record");
      return;
    }
  if (self->stage != FW_TALK_READ_BACK)
    {
      g_task_return_new_error (task, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "the talk has not been held");
      return;
    }
  g_task_set_task_data (task, make_command (self), g_object_unref);
  self->finishing = g_steal_pointer (&task);
  _fw_talk_run_finish (self);
}

/* A draft that is being written would be there again behind the record: it is waited for. */
void
_fw_talk_run_finish (FwTalk *self)
{
  if (self->finishing != NULL && !self->saving)
    g_task_run_in_thread (self->finishing, finish_thread);
}

/**
 * fw_talk_finish_finish:
 *
 * Ends what fw_talk_finish_async() began. The next talk of the case is prepared from here on.
 */
gboolean
fw_talk_finish_finish (FwTalk *self,
                       GAsyncResult *result,
                       GError **error)
{
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  if (self->finishing == G_TASK (result))
    g_clear_object (&self->finishing);
  if (!done)
    {
      _fw_talk_save_rest (self);
      return FALSE;
    }
  _fw_talk_forget (self);
  _fw_talk_changed (self);
  return TRUE;
}

/* Nothing of a talk that is on record stays behind. */
void
_fw_talk_forget (FwTalk *self)
{
  self->stage = FW_TALK_PREPARED;
  self->before = 0;
  self->running = self->break_began = 0;
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->began, g_free);
  _fw_talk_set_text (&self->typed, "");
  _fw_talk_set_text (&self->time, "");
  self->talk_unsaved = self->line_unsaved = FALSE;
  g_hash_table_remove_all (self->brought);
  g_hash_table_remove_all (self->heard);
  g_ptr_array_set_size (self->alerts, 0);
  g_ptr_array_set_size (self->raised, 0);
  g_list_store_remove_all (self->entries);
  _fw_talk_order_scenes (self);
  _fw_talk_read_scene (self);
}
