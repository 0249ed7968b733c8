/* What is typed in a talk is in the store at once, as a draft: it carries no event until the talk is a record. A rehearsal is never written. */
#include "departure/fw-talk-private.h"

#include "core/fw-task.h"

/* A disk that is full may have room again soon; what is typed meanwhile tries at once. */
#define SECONDS_BEFORE_NEXT_TRY 5

static GVariant *
collect_todo (FwTalk *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (GList *each = self->todo.head; each != NULL; each = each->next)
    g_variant_builder_add (&builder, "s", each->data);
  return g_variant_builder_end (&builder);
}

static GVariant *
known_of (FwTalk *self)
{
  GVariantDict known;
  g_autofree char **brought = (char **) g_hash_table_get_keys_as_array (self->brought, NULL);

  g_variant_dict_init (&known, NULL);
  g_variant_dict_insert (&known, "stage", "u", (guint) self->stage);
  if (self->script != NULL)
    g_variant_dict_insert (&known, "script", "s", self->script->id);
  g_variant_dict_insert (&known, "place", "s", self->place);
  g_variant_dict_insert (&known, "time", "s", self->time);
  g_variant_dict_insert (&known, "manager", "u", (guint) self->manager);
  g_variant_dict_insert (&known, "manager-note", "s", self->manager_note);
  g_variant_dict_insert (&known, "brought", "^as", brought);
  if (self->day != NULL)
    g_variant_dict_insert (&known, "day", "s", self->day);
  if (self->began != NULL)
    g_variant_dict_insert (&known, "began", "s", self->began);
  if (self->ended != NULL)
    g_variant_dict_insert (&known, "ended", "s", self->ended);
  if (self->purpose != NULL)
    g_variant_dict_insert (&known, "purpose", "s", self->purpose);
  g_variant_dict_insert (&known, "read-aloud", "b", self->read_aloud);
  g_variant_dict_insert (&known, "signing", "u", (guint) self->signing);
  g_variant_dict_insert (&known, "refusal", "s", self->refusal);
  g_variant_dict_insert (&known, "witness", "s", self->witness);
  g_variant_dict_insert (&known, "seconds", "u", fw_talk_get_seconds (self));
  if (self->at.scene != NULL)
    g_variant_dict_insert (&known, "scene", "s", self->at.scene);
  g_variant_dict_insert (&known, "main", "u", self->at.main);
  g_variant_dict_insert (&known, "line", "u", self->at.line);
  g_variant_dict_insert (&known, "left-at", "u", self->at.left_at);
  g_variant_dict_insert (&known, "done", "b", self->at.done);
  g_variant_dict_insert_value (&known, "todo", collect_todo (self));
  g_variant_dict_insert (&known, "speaker", "u", (guint) self->speaker);
  g_variant_dict_insert_value (&known, "alerts", _fw_talk_collect_alerts (self));
  return g_variant_dict_end (&known);
}

static GVariant *
entry_of (FwTalkEntry *entry)
{
  g_autofree char *due = fw_date_to_string (fw_talk_entry_get_due (entry));
  GVariantDict known;

  g_variant_dict_init (&known, NULL);
  g_variant_dict_insert (&known, "sort", "u", (guint) fw_talk_entry_get_sort (entry));
  g_variant_dict_insert (&known, "speaker", "u", (guint) fw_talk_entry_get_speaker (entry));
  g_variant_dict_insert (&known, "second", "u", fw_talk_entry_get_seconds (entry));
  g_variant_dict_insert (&known, "text", "s", fw_talk_entry_get_text (entry));
  g_variant_dict_insert (&known, "detail", "s", fw_talk_entry_get_detail (entry));
  g_variant_dict_insert (&known, "keeper", "s", fw_talk_entry_get_keeper (entry));
  if (due != NULL)
    g_variant_dict_insert (&known, "due", "s", due);
  if (fw_talk_entry_get_original (entry) != NULL)
    g_variant_dict_insert (&known, "original", "s", fw_talk_entry_get_original (entry));
  return g_variant_dict_end (&known);
}

/* A talk may have thousands of entries, and what is typed waits for this: each is printed once. */
static const char *
print_entry (FwTalkEntry *entry)
{
  if (fw_talk_entry_get_drafted (entry) == NULL)
    {
      g_autoptr (GVariant) known = g_variant_ref_sink (entry_of (entry));

      fw_talk_entry_take_drafted (entry, g_variant_print (known, FALSE));
    }
  return fw_talk_entry_get_drafted (entry);
}

static char *
dup_draft (FwTalk *self)
{
  g_autoptr (GVariant) known = g_variant_ref_sink (known_of (self));
  g_autofree char *head = g_variant_print (known, FALSE);
  GString *draft = g_string_new (NULL);

  g_string_append_printf (draft, "(%s, [", head);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (i > 0)
        g_string_append (draft, ", ");
      g_string_append (draft, print_entry (entry));
    }
  g_string_append (draft, "])");
  return g_string_free (draft, FALSE);
}

/* One write: what is new of the talk, of the line, or of both. */
typedef struct
{
  FwStore *store;
  char *case_id;
  char *talk; /* NULL: as it is */
  char *line; /* NULL: as it is */
} Write;

static void
write_free (Write *self)
{
  g_object_unref (self->store);
  g_free (self->case_id);
  g_free (self->talk);
  g_free (self->line);
  g_free (self);
}

/* The talk first: a line that was kept must not be lost between the two. */
static void
write_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Write *self = data;
  GError *error = NULL;

  if ((self->talk == NULL || fw_store_set_draft (self->store, FW_TALK_DRAFT_OWNER, self->case_id, self->talk, &error)) &&
      (self->line == NULL || fw_store_set_draft (self->store, FW_TALK_LINE_OWNER, self->case_id, self->line, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start_write (FwTalk *self);

static gboolean
write_again_cb (gpointer user_data)
{
  FwTalk *self = user_data;

  self->write_again_source = 0;
  start_write (self);
  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  FwTalk *self = FW_TALK (object);
  const Write *write = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  _fw_talk_run_finish (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_warning ("case %s: what was typed in the talk could not be saved: %s", fw_case_get_id (self->its), error->message);
      g_free (self->save_error);
      self->save_error = g_strdup (error->message);
      self->talk_unsaved = self->talk_unsaved || write->talk != NULL;
      self->line_unsaved = self->line_unsaved || write->line != NULL;
      if (self->write_again_source == 0)
        self->write_again_source = g_timeout_add_seconds (SECONDS_BEFORE_NEXT_TRY, write_again_cb, self);
    }
  else
    {
      g_clear_pointer (&self->save_error, g_free);
      _fw_talk_save_rest (self);
    }
  _fw_talk_hold_unsaved (self);
  g_object_notify (object, "saved");
}

static void
start_write (FwTalk *self)
{
  g_autoptr (GTask) task = NULL;
  Write *write;

  if (self->rehearsal)
    self->talk_unsaved = self->line_unsaved = FALSE;
  if (self->rehearsal || self->saving || self->finishing != NULL ||
      fw_store_get_mode (fw_workplace_get_store (fw_case_get_workplace (self->its))) != FW_STORE_WRITE)
    return;
  g_clear_handle_id (&self->write_again_source, g_source_remove);
  write = g_new0 (Write, 1);
  write->store = g_object_ref (fw_workplace_get_store (fw_case_get_workplace (self->its)));
  write->case_id = g_strdup (fw_case_get_id (self->its));
  if (self->talk_unsaved)
    write->talk = dup_draft (self);
  if (self->line_unsaved)
    write->line = g_strdup (fw_talk_get_typed (self));
  self->talk_unsaved = self->line_unsaved = FALSE;
  self->saving = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  fw_task_run_in_thread (task, write_thread);
  _fw_talk_hold_unsaved (self);
}

/* What was held back while the talk could have become a record, and what could not be saved so far. */
void
_fw_talk_save_rest (FwTalk *self)
{
  if (self->talk_unsaved || self->line_unsaved)
    start_write (self);
}

void
_fw_talk_save (FwTalk *self)
{
  self->talk_unsaved = TRUE;
  start_write (self);
  g_object_notify (G_OBJECT (self), "saved");
}

void
_fw_talk_save_line (FwTalk *self)
{
  self->line_unsaved = TRUE;
  start_write (self);
  g_object_notify (G_OBJECT (self), "saved");
}

/* Where it stood, the scenes that wait, and the way back from an aside. */
static void
restore_place (FwTalk *self,
               GVariant *known)
{
  g_autofree const char **todo = NULL;

  _fw_talk_order_scenes (self);
  g_variant_lookup (known, "scene", "s", &self->at.scene);
  g_variant_lookup (known, "main", "u", &self->at.main);
  g_variant_lookup (known, "line", "u", &self->at.line);
  g_variant_lookup (known, "left-at", "u", &self->at.left_at);
  g_variant_lookup (known, "done", "b", &self->at.done);
  if (g_variant_lookup (known, "todo", "^a&s", &todo))
    for (guint i = 0; todo[i] != NULL; i++)
      g_queue_push_tail (&self->todo, g_strdup (todo[i]));
}

static void
restore_known (FwTalk *self,
               GVariant *known)
{
  guint number;
  const char *text;
  g_autofree const char **brought = NULL;
  g_autoptr (GVariant) alerts = g_variant_lookup_value (known, "alerts", G_VARIANT_TYPE (FW_TALK_ALERTS_TYPE));

  if (g_variant_lookup (known, "stage", "u", &number) && number <= FW_TALK_READ_BACK)
    self->stage = (FwTalkStage) number;
  if (g_variant_lookup (known, "script", "&s", &text))
    self->script = _fw_talk_find_script (self, text);
  if (g_variant_lookup (known, "place", "&s", &text))
    _fw_talk_set_text (&self->place, text);
  if (g_variant_lookup (known, "time", "&s", &text))
    _fw_talk_set_text (&self->time, text);
  if (g_variant_lookup (known, "manager", "u", &number) && number <= FW_TALK_MANAGER_DECLINES)
    self->manager = (FwTalkManager) number;
  if (g_variant_lookup (known, "manager-note", "&s", &text))
    _fw_talk_set_text (&self->manager_note, text);
  if (g_variant_lookup (known, "brought", "^a&s", &brought))
    for (guint i = 0; brought[i] != NULL; i++)
      g_hash_table_add (self->brought, g_strdup (brought[i]));
  g_variant_lookup (known, "day", "s", &self->day);
  g_variant_lookup (known, "began", "s", &self->began);
  g_variant_lookup (known, "seconds", "u", &self->before);
  if (g_variant_lookup (known, "speaker", "u", &number) && number <= FW_TALK_MANAGER)
    self->speaker = (FwTalkSpeaker) number;
  restore_place (self, known);
  if (alerts != NULL)
    _fw_talk_restore_alerts (self, alerts);
}

/* An entry of a sort that is not known cannot be taken up. */
static gboolean
is_entry (GVariant *known)
{
  guint sort = G_MAXUINT, speaker = G_MAXUINT;

  g_variant_lookup (known, "sort", "u", &sort);
  g_variant_lookup (known, "speaker", "u", &speaker);
  return sort <= FW_TALK_BREAK && speaker < FW_TALK_N_SPEAKERS;
}

/* Whether all that stands in a draft is taken up where it is restored. */
gboolean
_fw_talk_draft_is_whole (const char *draft)
{
  g_autoptr (GVariant) both = g_variant_parse (G_VARIANT_TYPE (FW_TALK_DRAFT_TYPE), draft, NULL, NULL, NULL);
  g_autoptr (GVariant) known = both != NULL ? g_variant_get_child_value (both, 0) : NULL;
  g_autoptr (GVariant) entries = both != NULL ? g_variant_get_child_value (both, 1) : NULL;
  gsize n = entries != NULL ? g_variant_n_children (entries) : 0;
  guint stage = G_MAXUINT;
  gboolean whole = known != NULL && g_variant_lookup (known, "stage", "u", &stage) && stage <= FW_TALK_READ_BACK;

  for (gsize i = 0; whole && i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);

      whole = is_entry (entry);
    }
  return whole;
}

static void
restore_entry (FwTalk *self,
               GVariant *known)
{
  guint sort = G_MAXUINT, speaker = G_MAXUINT, seconds = 0;
  const char *text = "", *detail = "", *extra;
  g_autoptr (FwTalkEntry) entry = NULL;

  if (!is_entry (known))
    return;
  g_variant_lookup (known, "sort", "u", &sort);
  g_variant_lookup (known, "speaker", "u", &speaker);
  g_variant_lookup (known, "second", "u", &seconds);
  g_variant_lookup (known, "text", "&s", &text);
  g_variant_lookup (known, "detail", "&s", &detail);
  entry = fw_talk_entry_new ((FwTalkSort) sort, (FwTalkSpeaker) speaker, seconds, text, detail);
  if (g_variant_lookup (known, "due", "&s", &extra))
    fw_talk_entry_set_due (entry, fw_date_from_string (extra));
  if (g_variant_lookup (known, "keeper", "&s", &extra))
    fw_talk_entry_set_keeper (entry, extra);
  if (g_variant_lookup (known, "original", "&s", &extra))
    fw_talk_entry_set_original (entry, extra);
  g_list_store_append (self->entries, entry);
}

static void
restore_entries (FwTalk *self,
                 GVariant *entries)
{
  GVariantIter iter;
  GVariant *known;

  g_variant_iter_init (&iter, entries);
  while ((known = g_variant_iter_next_value (&iter)) != NULL)
    {
      restore_entry (self, known);
      g_variant_unref (known);
    }
}

/* What was said of it afterwards. */
static void
restore_afterwards (FwTalk *self,
                    GVariant *known)
{
  guint number;
  const char *text;

  g_variant_lookup (known, "ended", "s", &self->ended);
  g_variant_lookup (known, "purpose", "s", &self->purpose);
  g_variant_lookup (known, "read-aloud", "b", &self->read_aloud);
  if (g_variant_lookup (known, "signing", "u", &number) && number <= FW_TALK_REFUSED)
    self->signing = (FwTalkSigning) number;
  if (g_variant_lookup (known, "refusal", "&s", &text))
    _fw_talk_set_text (&self->refusal, text);
  if (g_variant_lookup (known, "witness", "&s", &text))
    _fw_talk_set_text (&self->witness, text);
}

/* What was left when the program ended, however it ended. */
void
_fw_talk_restore (FwTalk *self,
                  const char *draft,
                  const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) both =
    draft != NULL ? g_variant_parse (G_VARIANT_TYPE (FW_TALK_DRAFT_TYPE), draft, NULL, NULL, &error) : NULL;

  if (error != NULL)
    g_warning ("case %s: the draft of its talk cannot be read: %s", fw_case_get_id (self->its), error->message);
  if (both != NULL)
    {
      g_autoptr (GVariant) known = g_variant_get_child_value (both, 0);
      g_autoptr (GVariant) entries = g_variant_get_child_value (both, 1);

      restore_known (self, known);
      restore_afterwards (self, known);
      restore_entries (self, entries);
    }
  if (line != NULL)
    fw_typed_source_restore (self->typing, line);
}

/* A talk in the middle of which the program ended */

/* Where the talk of a draft stands, and the day it is held, as far as that is known. */
static FwTalkStage
stage_of_draft (const char *draft,
                FwDate *day)
{
  g_autoptr (GVariant) both = g_variant_parse (G_VARIANT_TYPE (FW_TALK_DRAFT_TYPE), draft, NULL, NULL, NULL);
  g_autoptr (GVariant) known = both != NULL ? g_variant_get_child_value (both, 0) : NULL;
  const char *on;
  guint stage;

  *day = known != NULL && g_variant_lookup (known, "day", "&s", &on) ? fw_date_from_string (on) : FW_DATE_UNKNOWN;
  if (known == NULL || !g_variant_lookup (known, "stage", "u", &stage) || stage > FW_TALK_READ_BACK)
    return FW_TALK_PREPARED;
  return (FwTalkStage) stage;
}

/* Whether the talk was begun and not ended; and which day it is. */
gboolean
_fw_talk_draft_is_held (const char *draft,
                        FwDate *day)
{
  return stage_of_draft (draft, day) == FW_TALK_HELD;
}

/* Whether the talk was ended and its minutes wait to be read back; and which day it was. */
gboolean
_fw_talk_draft_is_read_back (const char *draft,
                             FwDate *day)
{
  return stage_of_draft (draft, day) == FW_TALK_READ_BACK;
}

static void
find_held_thread (GTask *task,
                  gpointer source,
                  gpointer data,
                  GCancellable *cancellable)
{
  FwStore *store = fw_workplace_get_store (source);
  GError *error = NULL;
  g_auto (GStrv) cases = fw_store_list_drafts (store, FW_TALK_DRAFT_OWNER, &error);
  char *found = NULL;

  for (guint i = 0; error == NULL && found == NULL && cases[i] != NULL; i++)
    {
      g_autofree char *draft = fw_store_dup_draft (store, FW_TALK_DRAFT_OWNER, cases[i], &error);
      FwDate day;

      if (draft != NULL && _fw_talk_draft_is_held (draft, &day))
        found = g_strdup (cases[i]);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, g_free);
}

/**
 * fw_talk_find_held_async:
 *
 * Looks for a talk that somebody sat at when the program ended.
 */
void
fw_talk_find_held_async (FwWorkplace *workplace,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_talk_find_held_async);
  fw_task_run_in_thread (task, find_held_thread);
}

/**
 * fw_talk_find_held_finish:
 *
 * Returns: (transfer full) (nullable): the id of its case, the last one where there are several; %NULL without an error: there is none
 */
char *
fw_talk_find_held_finish (GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
