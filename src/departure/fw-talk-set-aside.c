/* A draft that cannot be read whole is kept beside the talk, as it was, before anything is written over it. */
#include "departure/fw-talk-private.h"

#include <string.h>

#include "core/fw-task.h"
#include "departure/fw-copy-out-private.h"

/* Its keys are "CASE/SUM": the same draft is set aside once, however often it is read. */
#define OWNER "talk-set-aside"
#define SUM_LENGTH 16

/* What the audit calls the copy. */
#define DOCUMENT "talk-draft"

/* Keeps @text as it is. */
static gboolean
set_aside (FwStore *store,
           const char *case_id,
           const char *text,
           GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *key = g_strdup_printf ("%s/%.*s", case_id, SUM_LENGTH, sum);

  return fw_store_set_draft (store, OWNER, key, text, error);
}

/* Returns: (transfer full) (nullable): the keys of what was set aside of a case, the newest first; %NULL on error */
static GStrv
list_set_aside (FwStore *store,
                const char *case_id,
                GError **error)
{
  g_auto (GStrv) all = fw_store_list_drafts (store, OWNER, error);
  g_autofree char *prefix = g_strconcat (case_id, "/", NULL);
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();

  if (all == NULL)
    return NULL;
  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (all[i], prefix))
      g_strv_builder_add (own, all[i]);
  return g_strv_builder_end (own);
}

/*
 * The drafts of a talk. What cannot be read whole is set aside before anything is written over it; where that fails the talk is not opened.
 * Not for the main thread.
 */
gboolean
_fw_talk_read_drafts (FwStore *store,
                      const char *case_id,
                      char **draft,
                      char **line,
                      GStrv *aside,
                      GError **error)
{
  g_autoptr (GError) problem = NULL;

  *draft = fw_store_dup_draft (store, FW_TALK_DRAFT_OWNER, case_id, &problem);
  if (problem == NULL)
    *line = fw_store_dup_draft (store, FW_TALK_LINE_OWNER, case_id, &problem);
  if (problem == NULL && *draft != NULL && fw_store_get_mode (store) == FW_STORE_WRITE && !_fw_talk_draft_is_whole (*draft))
    set_aside (store, case_id, *draft, &problem);
  if (problem == NULL)
    *aside = list_set_aside (store, case_id, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * fw_talk_has_set_aside:
 *
 * Returns: whether a draft of the case's talks could not be read whole and is kept beside it, as it was
 */
gboolean
fw_talk_has_set_aside (FwTalk *self)
{
  return self->set_aside != NULL && *self->set_aside != NULL;
}

typedef struct
{
  FwStore *store;
  GStrv keys;
  char *case_id;
  char *who;
  char *about;
  GFile *file; /* NULL: they are dropped */
} Deed;

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->store);
  g_strfreev (deed->keys);
  g_free (deed->case_id);
  g_free (deed->who);
  g_free (deed->about);
  g_clear_object (&deed->file);
  g_free (deed);
}

static GTask *
begin (FwTalk *self,
       GFile *file,
       const char *about,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  FwWorkplace *workplace = fw_case_get_workplace (self->its);
  Deed *deed = g_new0 (Deed, 1);

  deed->store = g_object_ref (fw_workplace_get_store (workplace));
  deed->keys = self->set_aside != NULL ? g_strdupv (self->set_aside) : g_new0 (char *, 1);
  deed->case_id = g_strdup (fw_case_get_id (self->its));
  deed->who = g_strdup (fw_workplace_get_who (workplace));
  deed->about = g_strdup (about);
  g_set_object (&deed->file, file);
  g_task_set_task_data (task, deed, (GDestroyNotify) deed_free);
  return task;
}

static GBytes *
read_all (Deed *deed,
          GError **error)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; deed->keys[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *text = fw_store_dup_draft (deed->store, OWNER, deed->keys[i], &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          g_string_free (all, TRUE);
          return NULL;
        }
      if (text != NULL)
        g_string_append_printf (all, "%s\n", text);
    }
  return g_string_free_to_bytes (all);
}

static gboolean
note (Deed *deed,
      GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("document.export", deed->who, NULL);
  g_autoptr (FwEvent) event = NULL;

  fw_command_add_subject (command, deed->case_id);
  fw_command_set_detail (command, "document", DOCUMENT);
  fw_command_set_detail (command, "about", deed->about);
  event = fw_store_run (deed->store, command, NULL, error);
  return event != NULL;
}

static gboolean
save (Deed *deed,
      GError **error)
{
  g_autoptr (GBytes) bytes = read_all (deed, error);
  g_autoptr (GFile) beside = bytes != NULL ? _fw_copy_write_beside (deed->file, bytes, NULL, error) : NULL;

  if (beside == NULL)
    return FALSE;
  if (note (deed, error))
    return _fw_copy_put_in_place (beside, deed->file, error);
  _fw_copy_take_back (beside);
  return FALSE;
}

/* Where nothing was written since, the draft itself is what was set aside: it would be so again. */
static gboolean
drop (Deed *deed,
      GError **error)
{
  g_autofree char *current = fw_store_dup_draft (deed->store, FW_TALK_DRAFT_OWNER, deed->case_id, NULL);
  gboolean done = TRUE;

  for (guint i = 0; done && deed->keys[i] != NULL; i++)
    {
      g_autofree char *text = fw_store_dup_draft (deed->store, OWNER, deed->keys[i], NULL);

      if (current != NULL && g_strcmp0 (text, current) == 0 && !_fw_talk_draft_is_whole (current))
        done = fw_store_set_draft (deed->store, FW_TALK_DRAFT_OWNER, deed->case_id, NULL, error);
      done = done && fw_store_set_draft (deed->store, OWNER, deed->keys[i], NULL, error);
    }
  return done;
}

static void
do_thread (GTask *task,
           gpointer source,
           gpointer data,
           GCancellable *cancellable)
{
  Deed *deed = data;
  GError *error = NULL;

  if (deed->file != NULL ? save (deed, &error) : drop (deed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fw_talk_save_set_aside_async:
 * @file: where to; what is there is replaced
 * @about: what the course of the case calls it
 *
 * Writes what was set aside as text, on a worker thread. That it leaves the program is on record before it is in its place.
 */
void
fw_talk_save_set_aside_async (FwTalk *self,
                              GFile *file,
                              const char *about,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = begin (self, file, about, callback, user_data);

  g_task_set_source_tag (task, fw_talk_save_set_aside_async);
  fw_task_run_in_thread (task, do_thread);
}

gboolean
fw_talk_save_set_aside_finish (FwTalk *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * fw_talk_drop_set_aside_async:
 *
 * Forgets what was set aside, for good.
 */
void
fw_talk_drop_set_aside_async (FwTalk *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = begin (self, NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, fw_talk_drop_set_aside_async);
  fw_task_run_in_thread (task, do_thread);
}

gboolean
fw_talk_drop_set_aside_finish (FwTalk *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  g_clear_pointer (&self->set_aside, g_strfreev);
  return TRUE;
}
