#include "departure/fw-case-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-papers-private.h"
#include "departure/fw-case-rows-private.h"

/* The wording of one block of a paper, changed for this case alone. It is tried by laying the paper out with it. */

/* Why the paper's wording may not be changed now, NULL where it may. */
static const char *
find_bar (FwCase *self,
          const char *document)
{
  if (fw_case_has_ended (self))
    return "the case is closed and changes no more";
  if (_fw_case_records_issued (_fw_case_get_judged (self)->records, document) != NULL)
    return "the paper has been issued and changes no more";
  return NULL;
}

typedef struct
{
  FwScene *scene;
  FwCaseJudged *judged;
  char *document;
  char *block;
  char *wording; /* NULL: the template's own again */
  char *hash;    /* of what the block says without it, once it was tried */
} Trial;

static void
trial_free (Trial *trial)
{
  _fw_scene_unref (trial->scene);
  _fw_case_judged_unref (trial->judged);
  g_free (trial->document);
  g_free (trial->block);
  g_free (trial->wording);
  g_free (trial->hash);
  g_free (trial);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trial, trial_free)

static Trial *
trial_new (FwCase *self,
           const char *document,
           const char *block,
           const char *wording,
           GError **error)
{
  const char *bar = find_bar (self, document);
  Trial *trial;

  if (bar != NULL)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, bar);
      return NULL;
    }
  trial = g_new0 (Trial, 1);
  trial->scene = _fw_case_dup_scene (self);
  trial->judged = _fw_case_judged_ref (_fw_case_get_judged (self));
  trial->document = g_strdup (document);
  trial->block = g_strdup (block);
  trial->wording = wording != NULL && *wording != '\0' ? g_strdup (wording) : NULL;
  return trial;
}

static Trial *
trial_new_accept (FwCase *self,
                  const char *document,
                  const char *block,
                  GError **error)
{
  g_autofree char *path = g_strdup_printf ("wording/%s/%s", document, block);
  const char *wording = fw_case_get (self, path);

  if (wording != NULL)
    return trial_new (self, document, block, wording, error);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "%s has no wording of its own for ‘%s’", document, block);
  return NULL;
}

/* Lays the paper out with the wording, on the caller's thread. */
static gboolean
try_wording (Trial *trial,
             GError **error)
{
  g_autofree char *path = g_strdup_printf ("wording/%s/%s", trial->document, trial->block);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name, value;

  if (trial->wording == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, trial->judged->answers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_replace (answers, name, value);
  g_hash_table_replace (answers, path, trial->wording);
  trial->hash = _fw_paper_block_hash (trial->scene, trial->judged, answers, trial->document, trial->block, error);
  return trial->hash != NULL;
}

static void
keep_wording (FwCase *self,
              Trial *trial)
{
  g_autofree char *text_path = g_strdup_printf ("wording/%s/%s", trial->document, trial->block);
  g_autofree char *hash_path = g_strdup_printf ("wording-of/%s/%s", trial->document, trial->block);

  _fw_case_draft (self, text_path, trial->wording);
  _fw_case_draft (self, hash_path, trial->hash);
}

static gboolean
try_and_keep (FwCase *self,
              Trial *owned,
              GError **error)
{
  g_autoptr (Trial) trial = owned;

  if (trial == NULL || !try_wording (trial, error))
    return FALSE;
  keep_wording (self, trial);
  return TRUE;
}

static void
try_in_thread_cb (GTask *task,
                  gpointer source,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (try_wording (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
tried_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  keep_wording (FW_CASE (source), g_task_get_task_data (G_TASK (result)));
  g_task_return_boolean (outer, TRUE);
}

/* Takes the trial, and the error where there is none. */
static void
try_in_background (FwCase *self,
                   Trial *trial,
                   GError *owned_error,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data,
                   gpointer tag)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = NULL;

  g_task_set_source_tag (outer, tag);
  if (trial == NULL)
    {
      g_task_return_error (outer, owned_error);
      g_object_unref (outer);
      return;
    }
  inner = g_task_new (self, cancellable, tried_cb, outer);
  g_task_set_source_tag (inner, tag);
  g_task_set_task_data (inner, trial, (GDestroyNotify) trial_free);
  fw_task_run_in_thread (inner, try_in_thread_cb);
}

/**
 * fw_case_edit_block:
 * @document: a paper of this case
 * @block: id of one of its blocks
 * @wording: (nullable): what it shall say, facts as live fields; %NULL: the template's own again
 *
 * Changes the wording of one block for this case. The paper is laid out with it to try it, and the caller waits.
 */
gboolean
fw_case_edit_block (FwCase *self,
                    const char *document,
                    const char *block,
                    const char *wording,
                    GError **error)
{
  return try_and_keep (self, trial_new (self, document, block, wording, error), error);
}

/**
 * fw_case_accept_block:
 *
 * Says that a changed wording was read again and still fits the facts as they are now.
 */
gboolean
fw_case_accept_block (FwCase *self,
                      const char *document,
                      const char *block,
                      GError **error)
{
  return try_and_keep (self, trial_new_accept (self, document, block, error), error);
}

/**
 * fw_case_edit_block_async:
 *
 * As fw_case_edit_block(), tried on a worker thread; given up, it changes nothing. Ends with fw_case_act_finish().
 */
void
fw_case_edit_block_async (FwCase *self,
                          const char *document,
                          const char *block,
                          const char *wording,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GError *error = NULL;
  Trial *trial = trial_new (self, document, block, wording, &error);

  try_in_background (self, trial, error, cancellable, callback, user_data, fw_case_edit_block_async);
}

/**
 * fw_case_accept_block_async:
 *
 * As fw_case_accept_block(), tried on a worker thread. Ends with fw_case_act_finish().
 */
void
fw_case_accept_block_async (FwCase *self,
                            const char *document,
                            const char *block,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GError *error = NULL;
  Trial *trial = trial_new_accept (self, document, block, &error);

  try_in_background (self, trial, error, cancellable, callback, user_data, fw_case_accept_block_async);
}

/**
 * fw_case_dup_label:
 * @path: a facts path as papers write it
 *
 * Returns: (transfer full) (nullable): what people call the fact, in the workplace's language; %NULL where the pack of the
 *   case has no word for it
 */
char *
fw_case_dup_label (FwCase *self,
                   const char *path)
{
  FwCaseJudged *judged = _fw_case_get_judged (self);
  const FwLabel *label = judged != NULL && judged->labels != NULL ? fw_labels_find (judged->labels, path) : NULL;
  g_autoptr (FwScene) scene = _fw_case_dup_scene (self);

  return label != NULL ? g_strdup (_fw_scene_pick (scene, label->zh, label->en)) : NULL;
}
