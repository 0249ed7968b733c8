#include "departure/fw-case-private.h"

#include "core/fw-task.h"

/* What a case does in the background: it is judged, and what was said is saved. */

/**
 * fw_case_judge:
 *
 * Judges the case as it stands now, with all that is only drafted, and waits for the result.
 */
gboolean
fw_case_judge (FwCase *self,
               GError **error)
{
  g_autoptr (FwScene) scene = _fw_case_dup_scene (self);
  g_autoptr (FwCaseJudged) judged = _fw_case_judge_now (scene, self->id, self->pending, NULL, error);

  if (judged == NULL)
    return FALSE;
  /* What is drafted and not saved yet still has its turn. */
  if (!self->unsaved)
    g_clear_handle_id (&self->judge_source, g_source_remove);
  _fw_case_apply (self, judged);
  return TRUE;
}

static void save_answers (FwCase *self);

typedef struct
{
  FwScene *scene;
  char *id;
  GHashTable *pending;
  guint serial;
  FwCaseJudged *judged;
} Judging;

static void
judging_free (Judging *judging)
{
  _fw_scene_unref (judging->scene);
  g_free (judging->id);
  g_hash_table_unref (judging->pending);
  g_clear_pointer (&judging->judged, _fw_case_judged_unref);
  g_free (judging);
}

static void
judge_in_thread_cb (GTask *task,
                    gpointer source,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  Judging *judging = task_data;
  g_autoptr (GError) error = NULL;

  judging->judged = _fw_case_judge_now (judging->scene, judging->id, judging->pending, cancellable, &error);
  if (judging->judged != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
judged_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  FwCase *self = FW_CASE (source);
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  Judging *judging = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean newest = judging->serial == self->serial;

  self->running--;
  if (newest && done)
    _fw_case_apply (self, judging->judged);
  else if (newest)
    {
      g_free (self->judge_error);
      self->judge_error = g_strdup (error->message);
      g_object_notify (G_OBJECT (self), "judge-error");
    }
  g_object_notify (G_OBJECT (self), "judging");
  if (done || !newest)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

/**
 * fw_case_judge_async:
 *
 * Judges the case on a worker thread, and saves what was drafted. A judging that is still under way is given up: the newest
 * wins, and the older one's callback is told that it is done.
 */
void
fw_case_judge_async (FwCase *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  Judging *judging = g_new0 (Judging, 1);
  g_autoptr (GTask) inner = NULL;

  g_clear_handle_id (&self->judge_source, g_source_remove);
  save_answers (self);
  if (self->judging != NULL)
    g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
  self->judging = g_cancellable_new ();
  judging->scene = _fw_case_dup_scene (self);
  judging->id = g_strdup (self->id);
  judging->pending = _fw_case_dup_pending (self);
  judging->serial = ++self->serial;
  g_task_set_source_tag (outer, fw_case_judge_async);
  inner = g_task_new (self, self->judging, judged_cb, outer);
  g_task_set_source_tag (inner, fw_case_judge_async);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, judging, (GDestroyNotify) judging_free);
  self->running++;
  g_object_notify (G_OBJECT (self), "judging");
  fw_task_run_in_thread (inner, judge_in_thread_cb);
}

gboolean
fw_case_judge_finish (FwCase *self,
                      GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
judge_again_cb (gpointer user_data)
{
  FwCase *self = user_data;

  self->judge_source = 0;
  fw_case_judge_async (self, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* What is shown may hold no longer; several reasons in one go make one judging. */
static void
judge_soon (FwCase *self)
{
  if (self->judge_source == 0)
    self->judge_source = g_idle_add (judge_again_cb, self);
}

/* Every act of the case judges it anyway; what changed elsewhere may be records of its person or figures of its place. */
static void
store_changed_cb (FwCase *self,
                  FwEvent *event)
{
  const char *const *subjects = fw_event_get_subjects (event);

  if (subjects == NULL || !g_strv_contains (subjects, self->id))
    judge_soon (self);
}

/* Lets the case follow the day, the language and the records. */
void
_fw_case_follow (FwCase *self)
{
  g_signal_connect_object (self->workplace, "notify::today", G_CALLBACK (judge_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workplace, "notify::language", G_CALLBACK (judge_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fw_workplace_get_store (self->workplace), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Saving */

static char *
drafts_to_text (GHashTable *pending)
{
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer path, value;

  if (g_hash_table_size (pending) == 0)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sms}"));
  g_hash_table_iter_init (&iter, pending);
  while (g_hash_table_iter_next (&iter, &path, &value))
    g_variant_builder_add (&builder, "{sms}", path, value);
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (all, FALSE);
}

typedef struct
{
  FwStore *store;
  char *id;
  char *key;
  char *text;
} Draft;

static void
draft_free (Draft *draft)
{
  g_object_unref (draft->store);
  g_free (draft->id);
  g_free (draft->key);
  g_free (draft->text);
  g_free (draft);
}

static void
save_draft_cb (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Draft *draft = task_data;
  g_autoptr (GError) error = NULL;

  if (fw_store_set_draft (draft->store, draft->id, draft->key, draft->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Answers whether it was. */
static gboolean
tell_saved (FwCase *self,
            GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_pointer (&self->save_error, g_free);
  if (saved)
    {
      g_free (self->saved_at);
      self->saved_at = g_date_time_format (now, "%H:%M");
    }
  else
    self->save_error = g_strdup (error->message);
  g_object_notify (G_OBJECT (self), "saved-at");
  g_object_notify (G_OBJECT (self), "save-error");
  return saved;
}

static void
draft_saved_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  tell_saved (FW_CASE (source), result);
}

/* Keeps a draft on a worker thread, and answers whether it tries: a store that is open for reading keeps nothing. */
static gboolean
save_draft (FwCase *self,
            const char *key,
            char *owned_text,
            GAsyncReadyCallback saved_cb)
{
  FwStore *store = fw_workplace_get_store (self->workplace);
  g_autoptr (GTask) task = NULL;
  Draft *draft = g_new0 (Draft, 1);

  draft->store = g_object_ref (store);
  draft->id = g_strdup (self->id);
  draft->key = g_strdup (key);
  draft->text = owned_text;
  if (fw_store_get_mode (store) != FW_STORE_WRITE)
    {
      draft_free (draft);
      return FALSE;
    }
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, save_draft);
  g_task_set_task_data (task, draft, (GDestroyNotify) draft_free);
  fw_task_run_in_thread (task, save_draft_cb);
  return TRUE;
}

/* Whoever waits is told once no write is under way: then everything is saved, or the last try has failed. */
static void
tell_settled (FwCase *self)
{
  g_autoptr (GPtrArray) settling = g_steal_pointer (&self->settling);

  for (guint i = 0; settling != NULL && i < settling->len; i++)
    if (self->unsaved)
      g_task_return_new_error (settling->pdata[i], FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, "%s", self->save_error);
    else
      g_task_return_boolean (settling->pdata[i], TRUE);
}

static void
answers_saved_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  FwCase *self = FW_CASE (source);

  self->saving = FALSE;
  if (tell_saved (self, result))
    save_answers (self);
  else
    self->unsaved = TRUE;
  if (!self->saving)
    tell_settled (self);
}

/* One write at a time: of two under way the older could come last, and stand there for good. */
static void
save_answers (FwCase *self)
{
  if (!self->unsaved || self->saving)
    return;
  self->unsaved = FALSE;
  self->saving = save_draft (self, "answers", drafts_to_text (self->pending), answers_saved_cb);
}

/**
 * fw_case_save_drafts:
 *
 * Saves what was drafted and is not saved yet, on a worker thread: for whoever lets go of the case before its turn has come.
 */
void
fw_case_save_drafts (FwCase *self)
{
  save_answers (self);
}

/**
 * fw_case_settle_drafts_async:
 *
 * As fw_case_save_drafts(), and answers when nothing that was drafted is unsaved any more: for whoever ends the program.
 */
void
fw_case_settle_drafts_async (FwCase *self,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (FW_IS_CASE (self));

  g_task_set_source_tag (task, fw_case_settle_drafts_async);
  save_answers (self);
  if (self->settling == NULL)
    self->settling = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->settling, task);
  if (!self->saving)
    tell_settled (self);
}

/**
 * fw_case_settle_drafts_finish:
 *
 * Returns: whether everything is saved; else %FALSE with why the last try failed
 */
gboolean
fw_case_settle_drafts_finish (FwCase *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Takes one answer as a draft; several in one go are saved and judged once, when the caller is done. */
void
_fw_case_draft (FwCase *self,
                const char *path,
                const char *value)
{
  if (g_strcmp0 (_fw_case_answer (self, path), value) == 0)
    return;
  g_hash_table_replace (self->pending, g_strdup (path), g_strdup (value));
  self->unsaved = TRUE;
  judge_soon (self);
  _fw_case_notify_all (self);
}

/*
 * An act that ran beside the window has ended. The case was judged without what was said meanwhile, and the act dropped the
 * draft of it with that of its own answers.
 */
void
_fw_case_go_on (FwCase *self)
{
  self->unsaved = TRUE;
  if (g_hash_table_size (self->pending) > 0)
    judge_soon (self);
  else
    save_answers (self);
}

/**
 * fw_case_save:
 *
 * Takes in what was drafted, with one event, and waits for it.
 */
gboolean
fw_case_save (FwCase *self,
              GError **error)
{
  g_clear_handle_id (&self->judge_source, g_source_remove);
  return _fw_case_act (self, _fw_case_act_new (self, NULL, NULL, NULL, NULL), NULL, error);
}

static void
step_left_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  FwCase *self = FW_CASE (source);
  g_autoptr (GError) error = NULL;
  guint step = GPOINTER_TO_UINT (user_data);
  g_autofree char *key = g_strdup_printf ("seen/%u", step);

  if (!fw_case_act_finish (self, result, &error))
    {
      g_free (self->save_error);
      self->save_error = g_strdup (error->message);
      g_object_notify (G_OBJECT (self), "save-error");
      return;
    }
  g_hash_table_replace (self->seen, user_data, g_strdup (self->judged->shown[step]));
  save_draft (self, key, g_strdup (self->judged->shown[step]), draft_saved_cb);
  _fw_case_notify_all (self);
}

/**
 * fw_case_leave_step:
 *
 * Takes in what was answered and notes what the step says: where that changes later, it is to be seen again.
 */
void
fw_case_leave_step (FwCase *self,
                    FwCaseStep step)
{
  g_clear_handle_id (&self->judge_source, g_source_remove);
  _fw_case_act_async (self, _fw_case_act_new (self, NULL, NULL, NULL, NULL), NULL, step_left_cb,
                      GUINT_TO_POINTER (step), fw_case_leave_step);
}

static gboolean
undo_last (FwCaseAct *act,
           FwCaseJudged *now,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (FwEvent) event = NULL;

  if (act->text[0] == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "nothing was done to the case that could be undone");
      return FALSE;
    }
  event = fw_store_undo (act->scene->store, act->text[0], act->scene->who, NULL, error);
  return event != NULL;
}

static FwCaseAct *
undo_act (FwCase *self)
{
  const char *last = self->events->len > 0 ? self->events->pdata[self->events->len - 1] : NULL;
  FwCaseAct *act = _fw_case_act_new (self, undo_last, last, NULL, NULL);

  if (last != NULL)
    g_ptr_array_set_size (self->events, (int) self->events->len - 1);
  return act;
}

/* What was said and not taken in yet is no event: it is dropped. */
static gboolean
drop_drafts (FwCase *self)
{
  if (g_hash_table_size (self->pending) == 0)
    return FALSE;
  g_hash_table_remove_all (self->pending);
  self->unsaved = TRUE;
  judge_soon (self);
  _fw_case_notify_all (self);
  return TRUE;
}

/**
 * fw_case_undo:
 *
 * Takes back what was said last; where all of that is taken in, undoes by a further command what this session wrote last: an
 * act, or the answers that it took in. Asked again, what came before it.
 */
gboolean
fw_case_undo (FwCase *self,
              GError **error)
{
  return drop_drafts (self) ? fw_case_judge (self, error) : _fw_case_act (self, undo_act (self), NULL, error);
}

void
fw_case_undo_async (FwCase *self,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  if (!drop_drafts (self))
    {
      _fw_case_act_async (self, undo_act (self), cancellable, callback, user_data, fw_case_undo_async);
      return;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fw_case_undo_async);
  g_task_return_boolean (task, TRUE);
}
