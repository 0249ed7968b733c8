/* A talk of which something is not in the store yet lives on, whoever lets go of it, and is tried again until it is there. */
#include "departure/fw-talk-private.h"

/* Who waits for several talks at once. */
typedef struct
{
  guint waiting;
  char *problem; /* why one of them could not be saved; NULL: all could so far */
} Settling;

static void
settling_free (Settling *self)
{
  g_free (self->problem);
  g_free (self);
}

static void
settle_one (GTask *task,
            const char *problem)
{
  Settling *settling = g_task_get_task_data (task);

  if (problem != NULL && settling->problem == NULL)
    settling->problem = g_strdup (problem);
  if (--settling->waiting > 0)
    return;
  if (settling->problem != NULL)
    g_task_return_new_error (task, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, "%s", settling->problem);
  else
    g_task_return_boolean (task, TRUE);
}

/* Whoever waits is told once no write is under way: then everything is saved, or the last try has failed. */
static void
tell_settled (FwTalk *self)
{
  g_autoptr (GPtrArray) settling = NULL;

  if (self->saving || self->finishing != NULL || self->settling->len == 0)
    return;
  settling = g_steal_pointer (&self->settling);
  self->settling = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < settling->len; i++)
    settle_one (settling->pdata[i], fw_talk_is_saved (self) ? NULL : self->save_error != NULL ? self->save_error : "");
}

/* After each change of what is saved: the workplace holds what is not, and lets go of what is. */
void
_fw_talk_hold_unsaved (FwTalk *self)
{
  g_autoptr (FwTalk) kept = g_object_ref (self);
  GHashTable *unsaved = _fw_workplace_get_unsaved_talks (fw_case_get_workplace (self->its));
  const char *id = fw_case_get_id (self->its);

  if (!fw_talk_is_saved (self))
    {
      if (!g_hash_table_contains (unsaved, id))
        g_hash_table_insert (unsaved, g_strdup (id), g_object_ref (self));
    }
  else if (g_hash_table_lookup (unsaved, id) == self)
    g_hash_table_remove (unsaved, id);
  tell_settled (self);
}

/*
 * What was left of a case before all of it was saved: the store has an older draft.
 *
 * Returns: (transfer full) (nullable): that talk
 */
FwTalk *
_fw_talk_take_up (FwCase *its)
{
  FwTalk *left = g_hash_table_lookup (_fw_workplace_get_unsaved_talks (fw_case_get_workplace (its)), fw_case_get_id (its));

  return left != NULL ? g_object_ref (left) : NULL;
}

/* The same case as it was read anew. What is just becoming a record does so with the one it began with. */
void
_fw_talk_move_to (FwTalk *self,
                  FwCase *its)
{
  if (its == self->its || self->finishing != NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->its, _fw_talk_read_facts, self);
  g_set_object (&self->its, its);
  g_signal_connect_object (its, "notify::judging", G_CALLBACK (_fw_talk_read_facts), self, G_CONNECT_SWAPPED);
  _fw_talk_read_facts (self);
}

/**
 * fw_talks_are_saved:
 *
 * Returns: whether all that was typed in any talk is in the store
 */
gboolean
fw_talks_are_saved (FwWorkplace *workplace)
{
  return g_hash_table_size (_fw_workplace_get_unsaved_talks (workplace)) == 0;
}

/**
 * fw_talks_fail_to_save:
 *
 * Returns: whether something that was typed in a talk could not be saved and is being tried again
 */
gboolean
fw_talks_fail_to_save (FwWorkplace *workplace)
{
  GHashTableIter iter;
  gpointer talk;

  g_hash_table_iter_init (&iter, _fw_workplace_get_unsaved_talks (workplace));
  while (g_hash_table_iter_next (&iter, NULL, &talk))
    if (((FwTalk *) talk)->save_error != NULL)
      return TRUE;
  return FALSE;
}

/**
 * fw_talks_settle_async:
 *
 * Tries at once to save what is not saved of any talk, also of one that was left, and answers when each has had its try: for whoever ends the
 * program.
 */
void
fw_talks_settle_async (FwWorkplace *workplace,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, NULL, callback, user_data);
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  Settling *settling = g_new0 (Settling, 1);
  GHashTableIter iter;
  gpointer talk;

  g_task_set_source_tag (task, fw_talks_settle_async);
  g_task_set_task_data (task, settling, (GDestroyNotify) settling_free);
  g_hash_table_iter_init (&iter, _fw_workplace_get_unsaved_talks (workplace));
  while (g_hash_table_iter_next (&iter, NULL, &talk))
    g_ptr_array_add (talks, g_object_ref (talk));
  settling->waiting = talks->len;
  for (guint i = 0; i < talks->len; i++)
    {
      g_ptr_array_add (((FwTalk *) talks->pdata[i])->settling, g_object_ref (task));
      _fw_talk_save_rest (talks->pdata[i]);
      tell_settled (talks->pdata[i]);
    }
  if (talks->len == 0)
    g_task_return_boolean (task, TRUE);
}

/**
 * fw_talks_settle_finish:
 *
 * Returns: whether everything is saved; else %FALSE with why the last try failed
 */
gboolean
fw_talks_settle_finish (FwWorkplace *workplace,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
