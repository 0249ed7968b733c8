/* A talk that was held becomes a record, in one command. */
#include "departure/fw-talk-private.h"

#include "core/fw-task.h"
#include "documents/fw-document.h"
#include "documents/fw-ink.h"
#include "store/fw-audit.h"
#include "store/fw-evidence.h"

/* NULL where nobody knows. */
const char *
_fw_talk_fact (FwTalk *self,
               const char *path)
{
  return self->facts != NULL ? fw_facts_get (self->facts, path) : NULL;
}

static FwRecord *
add_talk (FwTalk *self,
          FwCommand *command)
{
  static const char *const answers[] = { NULL, "asked", "comes", "declines" };
  static const char *const signings[] = { "paper", "screen", "refused" };
  g_autofree char *purpose = fw_talk_dup_purpose (self);
  FwRecord *talk = fw_command_add (command, "talk");

  fw_record_set (talk, "case-id", fw_case_get_id (self->its));
  fw_record_set (talk, "employee-id", fw_case_get_employee (self->its));
  fw_record_set (talk, "script", self->script != NULL ? self->script->id : NULL);
  if (*purpose != '\0')
    fw_record_set (talk, "title", purpose);
  fw_record_set (talk, "on", self->day);
  fw_record_set (talk, "began", self->began);
  fw_record_set_count (talk, "seconds", fw_talk_get_seconds (self));
  fw_record_set (talk, "place", *self->place != '\0' ? self->place : NULL);
  fw_record_set (talk, "led-by", fw_talk_get_leader (self));
  fw_record_set (talk, "manager", fw_talk_get_manager_name (self));
  fw_record_set (talk, "manager-answer", answers[self->manager]);
  fw_record_set (talk, "manager-note", *self->manager_note != '\0' ? self->manager_note : NULL);
  fw_record_set (talk, "ended", self->ended);
  fw_record_set_truth (talk, "read-aloud", self->read_aloud);
  fw_record_set (talk, "signing", signings[self->signing]);
  fw_record_set (talk, "refusal", self->signing == FW_TALK_REFUSED ? self->refusal : NULL);
  fw_record_set (talk, "witness", self->signing == FW_TALK_REFUSED ? self->witness : NULL);
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
  const char *keeper = fw_talk_entry_get_keeper (entry), *original = fw_talk_entry_get_original (entry);

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
  fw_record_set (record, "keeper", *keeper != '\0' ? keeper : NULL);
  fw_record_set (record, "original", original);
  if (g_strcmp0 (original, "") == 0)
    fw_record_set (record, "detail", "added");
}

/* What was emptied stands nowhere, unless it was emptied aloud; scenes, breaks and moods have no words. */
static gboolean
is_kept (FwTalkEntry *entry)
{
  const char *original = fw_talk_entry_get_original (entry);
  gboolean spoken = fw_talk_entry_is_point (entry) || fw_talk_entry_get_sort (entry) == FW_TALK_NOTE ||
                    fw_talk_entry_get_sort (entry) == FW_TALK_ALERT;

  return !spoken || *fw_talk_entry_get_text (entry) != '\0' || (original != NULL && *original != '\0');
}

/* What was promised is a task by its day: Today reminds of it. */
static void
add_task (FwTalk *self,
          FwCommand *command,
          FwTalkEntry *entry)
{
  const char *keeper = fw_talk_entry_get_keeper (entry);
  FwRecord *task;

  if (fw_talk_entry_get_sort (entry) != FW_TALK_PROMISE || *fw_talk_entry_get_text (entry) == '\0' || !fw_date_is_known (fw_talk_entry_get_due (entry)))
    return;
  task = fw_command_add (command, "task");
  fw_record_set (task, "case-id", fw_case_get_id (self->its));
  fw_record_set (task, "employee-id", fw_case_get_employee (self->its));
  fw_record_set (task, "kind", "promise");
  fw_record_set (task, "title", fw_talk_entry_get_text (entry));
  fw_record_set (task, "assignee", *keeper != '\0' ? keeper : fw_talk_get_leader (self));
  fw_record_set_date (task, "due", fw_talk_entry_get_due (entry));
}

/* What the talk becomes, as far as it can be said without reading or writing the store. */
typedef struct
{
  FwCommand *command;
  char *talk_id;
  FwFacts *minutes;
  char *ink[FW_TALK_N_SPEAKERS];
  char *names[FW_TALK_N_SPEAKERS];
  gboolean chinese;
} Finishing;

static void
finishing_free (Finishing *self)
{
  g_object_unref (self->command);
  g_free (self->talk_id);
  fw_facts_unref (self->minutes);
  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    {
      g_free (self->ink[i]);
      g_free (self->names[i]);
    }
  g_free (self);
}

static Finishing *
finishing_new (FwTalk *self)
{
  static const char *const paths[] = { "employee/@name", "talk/@hr", "talk/@manager" };
  FwWorkplace *workplace = fw_case_get_workplace (self->its);
  Finishing *finishing = g_new0 (Finishing, 1);
  FwRecord *talk;

  finishing->command = fw_command_new ("talk.finish", fw_workplace_get_who (workplace), NULL);
  talk = add_talk (self, finishing->command);
  finishing->talk_id = g_strdup (fw_record_get_id (talk));
  finishing->minutes = _fw_talk_dup_minutes (self);
  finishing->chinese = g_strcmp0 (fw_facts_get (finishing->minutes, "talk/@language"), "zh") == 0;
  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    {
      finishing->ink[i] = g_strdup (_fw_talk_signature (self, (FwTalkSpeaker) i));
      finishing->names[i] = g_strdup (fw_facts_get (finishing->minutes, paths[i]));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (!is_kept (entry))
        continue;
      add_entry (self, finishing->command, finishing->talk_id, i + 1, entry);
      add_task (self, finishing->command, entry);
    }
  fw_command_set_final (finishing->command);
  return finishing;
}

static char *
take_in (FwStore *store,
         GBytes *bytes,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return fw_store_take_in_file (store, stream, NULL, NULL, NULL, cancellable, error);
}

/* What somebody drew is evidence of its own beside the paper that carries it. */
static gboolean
put_signature (FwTalk *self,
               Finishing *finishing,
               FwTalkSpeaker of,
               GCancellable *cancellable,
               GError **error)
{
  FwStore *store = fw_workplace_get_store (fw_case_get_workplace (self->its));
  g_autoptr (FwInk) ink = fw_ink_from_string (finishing->ink[of]);
  g_autofree char *svg = ink != NULL ? fw_ink_to_svg (ink) : NULL;
  g_autofree char *title = g_strdup_printf (finishing->chinese ? "面谈纪要屏幕签名：%s" : "Minutes signed on the screen: %s",
                                            finishing->names[of] != NULL ? finishing->names[of] : "—");
  g_autofree char *file = g_strdup_printf ("signature-%s.svg", fw_talk_speaker_to_string (of));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  FwRecord *evidence;

  if (svg == NULL)
    return TRUE;
  bytes = g_bytes_new (svg, strlen (svg));
  sha256 = take_in (store, bytes, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  evidence = fw_command_add (finishing->command, "evidence");
  fw_record_set (evidence, "case-id", fw_case_get_id (self->its));
  fw_record_set (evidence, "employee-id", fw_case_get_employee (self->its));
  fw_record_set (evidence, "kind", "talk-signature");
  fw_record_set (evidence, "title", title);
  fw_record_set (evidence, "date", self->day);
  fw_record_set (evidence, "sha256", sha256);
  fw_record_set_count (evidence, "size", (gint64) strlen (svg));
  fw_record_set (evidence, "media-type", "image/svg+xml");
  fw_record_set (evidence, "file-name", file);
  fw_record_set_date (evidence, "added", fw_workplace_get_today (fw_case_get_workplace (self->its)));
  return TRUE;
}

/* The minutes are a paper like those that are issued: kept as PDF and with its facts by their hashes, and changed no more. */
static gboolean
put_minutes (FwTalk *self,
             Finishing *finishing,
             GCancellable *cancellable,
             GError **error)
{
  FwWorkplace *workplace = fw_case_get_workplace (self->its);
  FwStore *store = fw_workplace_get_store (workplace);
  g_autofree char *head = fw_store_dup_head (store, error);
  g_autoptr (FwDocument) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) facts = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *facts_sha256 = NULL;
  FwRecord *issued;

  if (head == NULL || !_fw_minutes_number (finishing->minutes, store, fw_case_get_id (self->its), error))
    return FALSE;
  paper = _fw_minutes_lay_out (finishing->minutes, TRUE, head, error);
  pdf = paper != NULL ? fw_document_to_pdf (paper, error) : NULL;
  sha256 = pdf != NULL ? take_in (store, pdf, cancellable, error) : NULL;
  facts = fw_facts_to_bytes (finishing->minutes);
  facts_sha256 = sha256 != NULL ? take_in (store, facts, cancellable, error) : NULL;
  if (facts_sha256 == NULL)
    return FALSE;
  issued = fw_command_add (finishing->command, "document-issued");
  fw_record_set (issued, "case-id", fw_case_get_id (self->its));
  fw_record_set (issued, "talk-id", finishing->talk_id);
  fw_record_set (issued, "document", "talk-minutes");
  fw_record_set (issued, "title", fw_document_get_title (paper));
  fw_record_set (issued, "sha256", sha256);
  fw_record_set (issued, "facts-sha256", facts_sha256);
  fw_record_set (issued, "issued-by", fw_workplace_get_who (workplace));
  fw_record_set (issued, "head", head);
  fw_record_set_count (issued, "pages", fw_document_get_n_pages (paper));
  fw_record_set_date (issued, "issued", fw_workplace_get_today (workplace));
  return TRUE;
}

/* The record takes the draft in: what fails leaves the draft, and nothing stands in both. */
static void
finish_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  FwTalk *self = source;
  Finishing *finishing = data;
  FwStore *store = fw_workplace_get_store (fw_case_get_workplace (self->its));
  const char *case_id = fw_case_get_id (self->its);
  GError *error = NULL;
  g_autoptr (FwEvent) event = NULL;

  for (guint i = 0; i < FW_TALK_N_SPEAKERS && error == NULL; i++)
    put_signature (self, finishing, (FwTalkSpeaker) i, cancellable, &error);
  if (error == NULL && put_minutes (self, finishing, cancellable, &error))
    {
      fw_command_take_draft (finishing->command, FW_TALK_DRAFT_OWNER, case_id);
      fw_command_take_draft (finishing->command, FW_TALK_LINE_OWNER, case_id);
      event = fw_store_run (store, finishing->command, cancellable, &error);
    }
  if (event != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Why the minutes cannot be put on record as they stand, in English; NULL: nothing stands against it. */
static const char *
find_obstacle (FwTalk *self)
{
  if (self->rehearsal)
    return "a rehearsal is no talk that was held";
  if (self->stage != FW_TALK_READ_BACK)
    return "the talk has not been held";
  if (self->signing == FW_TALK_ON_SCREEN && (self->ink[FW_TALK_EMPLOYEE] == NULL || self->ink[FW_TALK_HR] == NULL))
    return "employee and HR have not both signed on the screen";
  if (self->signing == FW_TALK_REFUSED && (*self->refusal == '\0' || *self->witness == '\0'))
    return "a refusal to sign needs its reason and a witness";
  return NULL;
}

/**
 * fw_talk_finish_async:
 *
 * The minutes were read back: makes the talk a record of the case with one event, each promise with a day a task, each signature evidence,
 * and the minutes a paper that is kept as PDF. Cannot be undone. Refused where those who sign on the screen have not, or where a refusal
 * lacks its reason or its witness.
 */
void
fw_talk_finish_async (FwTalk *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *obstacle = find_obstacle (self);

  g_task_set_source_tag (task, fw_talk_finish_async);
  if (self->finishing != NULL)
    {
      g_task_return_new_error (task, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE, "the talk is being put on record");
      return;
    }
  if (obstacle != NULL)
    {
      g_task_return_new_error (task, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "%s", obstacle);
      return;
    }
  g_task_set_task_data (task, finishing_new (self), (GDestroyNotify) finishing_free);
  self->finishing = g_steal_pointer (&task);
  _fw_talk_run_finish (self);
}

/**
 * fw_talk_get_kept:
 *
 * Returns: (nullable): the id of the talk that was put on record last
 */
const char *
fw_talk_get_kept (FwTalk *self)
{
  return self->kept;
}

/* A draft that is being written would be there again behind the record: it is waited for. */
void
_fw_talk_run_finish (FwTalk *self)
{
  if (self->finishing != NULL && !self->saving)
    fw_task_run_in_thread (self->finishing, finish_thread);
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
      _fw_talk_hold_unsaved (self);
      return FALSE;
    }
  _fw_talk_set_text (&self->kept, ((Finishing *) g_task_get_task_data (G_TASK (result)))->talk_id);
  _fw_talk_forget (self);
  _fw_talk_hold_unsaved (self);
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
  fw_typed_source_restore (self->typing, "");
  g_clear_pointer (&self->ended, g_free);
  g_clear_pointer (&self->purpose, g_free);
  self->read_aloud = FALSE;
  self->signing = FW_TALK_ON_PAPER;
  _fw_talk_set_text (&self->refusal, "");
  _fw_talk_set_text (&self->witness, "");
  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    g_clear_pointer (&self->ink[i], g_free);
  _fw_talk_set_text (&self->time, "");
  self->talk_unsaved = self->line_unsaved = FALSE;
  g_hash_table_remove_all (self->brought);
  g_hash_table_remove_all (self->heard);
  fw_cool_down_free (self->cool_down);
  self->cool_down = fw_cool_down_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (fw_talk_entry_get_sort (entry) == FW_TALK_OPEN && *fw_talk_entry_get_text (entry) != '\0')
        g_ptr_array_add (self->left_open, g_strdup (fw_talk_entry_get_text (entry)));
    }
  g_ptr_array_set_size (self->alerts, 0);
  g_ptr_array_set_size (self->raised, 0);
  g_list_store_remove_all (self->entries);
  _fw_talk_order_scenes (self);
  _fw_talk_read_scene (self);
}
