/* What is typed in a talk is in the store at once, as a draft: it carries no event until the talk is a record. */
#include "departure/fw-talk-private.h"

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
  g_variant_dict_insert (&known, "seconds", "u", fw_talk_get_seconds (self));
  if (self->at.scene != NULL)
    g_variant_dict_insert (&known, "scene", "s", self->at.scene);
  g_variant_dict_insert (&known, "main", "u", self->at.main);
  g_variant_dict_insert (&known, "line", "u", self->at.line);
  g_variant_dict_insert (&known, "speaker", "u", (guint) self->speaker);
  return g_variant_dict_end (&known);
}

static char *
dup_draft (FwTalk *self)
{
  GVariantBuilder entries;
  g_autoptr (GVariant) draft = NULL;

  g_variant_builder_init (&entries, G_VARIANT_TYPE ("a(uuusss)"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      g_autofree char *due = fw_date_to_string (fw_talk_entry_get_due (entry));

      g_variant_builder_add (&entries, "(uuusss)", (guint) fw_talk_entry_get_sort (entry),
                             (guint) fw_talk_entry_get_speaker (entry), fw_talk_entry_get_seconds (entry),
                             fw_talk_entry_get_text (entry), fw_talk_entry_get_detail (entry), due != NULL ? due : "");
    }
  draft = g_variant_ref_sink (g_variant_new ("(@a{sv}a(uuusss))", known_of (self), &entries));
  return g_variant_print (draft, FALSE);
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

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  FwTalk *self = FW_TALK (object);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  _fw_talk_run_finish (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_warning ("case %s: what was typed in the talk could not be saved: %s", fw_case_get_id (self->its), error->message);
      self->talk_unsaved = TRUE;
    }
  else if (self->talk_unsaved || self->line_unsaved)
    start_write (self);
  g_object_notify (object, "saved");
}

static void
start_write (FwTalk *self)
{
  g_autoptr (GTask) task = NULL;
  Write *write;

  if (self->saving || self->finishing != NULL ||
      fw_store_get_mode (fw_workplace_get_store (fw_case_get_workplace (self->its))) != FW_STORE_WRITE)
    return;
  write = g_new0 (Write, 1);
  write->store = g_object_ref (fw_workplace_get_store (fw_case_get_workplace (self->its)));
  write->case_id = g_strdup (fw_case_get_id (self->its));
  if (self->talk_unsaved)
    write->talk = dup_draft (self);
  if (self->line_unsaved)
    write->line = g_strdup (self->typed);
  self->talk_unsaved = self->line_unsaved = FALSE;
  self->saving = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  g_task_run_in_thread (task, write_thread);
}

/* What was held back while the talk could have become a record. */
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

static void
restore_known (FwTalk *self,
               GVariant *known)
{
  guint number;
  const char *text;
  g_autofree const char **brought = NULL;

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
  _fw_talk_order_scenes (self);
  g_variant_lookup (known, "scene", "s", &self->at.scene);
  g_variant_lookup (known, "main", "u", &self->at.main);
  g_variant_lookup (known, "line", "u", &self->at.line);
}

static void
restore_entries (FwTalk *self,
                 GVariant *entries)
{
  GVariantIter iter;
  guint sort, speaker, seconds;
  const char *text, *detail, *due;

  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "(uuu&s&s&s)", &sort, &speaker, &seconds, &text, &detail, &due))
    {
      g_autoptr (FwTalkEntry) entry = NULL;

      if (sort > FW_TALK_BREAK || speaker > FW_TALK_MANAGER)
        continue;
      entry = fw_talk_entry_new ((FwTalkSort) sort, (FwTalkSpeaker) speaker, seconds, text, detail);
      fw_talk_entry_set_due (entry, fw_date_from_string (due));
      g_list_store_append (self->entries, entry);
    }
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
      restore_entries (self, entries);
    }
  if (line != NULL)
    _fw_talk_set_text (&self->typed, line);
}
