#include "departure/fw-case-group-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-papers-private.h"

struct _FwCaseGroup
{
  GObject parent_instance;

  FwWorkplace *workplace;
  FwRecord *row;          /* case-group */
  GPtrArray *cases;       /* ids, in the order of opening, withdrawn ones left out */
  GListStore *members;
  GHashTable *gaps;       /* id of a case → FwGroupGaps */
  guint left_out;

  /* The background */
  GQueue sayings;         /* GTask: what is said of all and waits for its turn, the one under way first; each holds the group */
  guint running;
  guint done;
  GCancellable *judging;  /* of a judging that an act or a newer one gives up */
  guint refresh_source;
};

enum
{
  PROP_0,
  PROP_WORKING,
  PROP_DONE,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FwCaseGroup, fw_case_group, G_TYPE_OBJECT)

static void
fw_case_group_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  FwCaseGroup *self = FW_CASE_GROUP (object);

  switch (property_id)
    {
    case PROP_WORKING:
      g_value_set_boolean (value, self->running > 0);
      break;
    case PROP_DONE:
      g_value_set_uint (value, self->done);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->cases->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
fw_case_group_dispose (GObject *object)
{
  FwCaseGroup *self = FW_CASE_GROUP (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
  G_OBJECT_CLASS (fw_case_group_parent_class)->dispose (object);
}

static void
fw_case_group_finalize (GObject *object)
{
  FwCaseGroup *self = FW_CASE_GROUP (object);

  g_clear_object (&self->workplace);
  g_clear_object (&self->row);
  g_clear_object (&self->members);
  g_hash_table_unref (self->gaps);
  g_ptr_array_unref (self->cases);
  G_OBJECT_CLASS (fw_case_group_parent_class)->finalize (object);
}

static void
fw_case_group_class_init (FwCaseGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fw_case_group_get_property;
  object_class->dispose = fw_case_group_dispose;
  object_class->finalize = fw_case_group_finalize;
  properties[PROP_WORKING] = g_param_spec_boolean ("working", NULL, NULL, FALSE, flags);
  properties[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_case_group_init (FwCaseGroup *self)
{
  self->cases = g_ptr_array_new_with_free_func (g_free);
  self->members = g_list_store_new (FW_TYPE_GROUP_MEMBER);
  self->gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, _fw_group_gaps_free);
}

static void
notify_progress (FwCaseGroup *self)
{
  for (guint i = PROP_WORKING; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* Work */

/* A member as it is after its turn, on its way to the thread of the window. */
typedef struct
{
  FwCaseGroup *group;
  FwCaseItem *member;
  FwGroupGaps *gaps;
  guint done;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->group);
  g_object_unref (news->member);
  g_clear_pointer (&news->gaps, _fw_group_gaps_free);
  g_free (news);
}

static gboolean
take_news_cb (gpointer data)
{
  News *news = data;
  FwCaseGroup *self = news->group;
  guint n_members = g_list_model_get_n_items (G_LIST_MODEL (self->members));

  self->done = news->done;
  g_hash_table_replace (self->gaps, g_strdup (fw_case_item_get_id (news->member)), g_steal_pointer (&news->gaps));
  for (guint i = 0; i < n_members; i++)
    {
      g_autoptr (FwCaseItem) old = g_list_model_get_item (G_LIST_MODEL (self->members), i);

      if (!g_str_equal (fw_case_item_get_id (old), fw_case_item_get_id (news->member)))
        continue;
      if (!_fw_case_item_equal (old, news->member))
        g_list_store_splice (self->members, i, 1, (gpointer *) &news->member, 1);
      notify_progress (self);
      return G_SOURCE_REMOVE;
    }
  g_list_store_append (self->members, news->member);
  notify_progress (self);
  return G_SOURCE_REMOVE;
}

static void
tell (FwGroupWork *work,
      FwCaseItem *member,
      FwGroupGaps *gaps)
{
  GTask *task = work->teller;
  News *news = g_new0 (News, 1);

  news->group = g_object_ref (g_task_get_source_object (task));
  news->member = g_object_ref (member);
  news->gaps = gaps;
  news->done = work->done;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, take_news_cb, news, news_free);
}

static void
work_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (_fw_group_work_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
worked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  FwCaseGroup *self = FW_CASE_GROUP (source);
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->running--;
  g_task_set_task_data (outer, g_object_ref (result), g_object_unref);
  notify_progress (self);
  if (done)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, g_steal_pointer (&error));
}

static GPtrArray *
copy_ids (GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (ids->pdata[i]));
  return copy;
}

/* Something to be done to all cases; to be filled further. */
FwGroupWork *
_fw_group_work_new (FwCaseGroup *self,
                    FwGroupStep step)
{
  FwGroupWork *work = g_new0 (FwGroupWork, 1);

  work->scene = _fw_workplace_dup_scene (self->workplace);
  work->cases = copy_ids (self->cases);
  work->step = step;
  return work;
}

/* Takes the work. A judging that is under way is given up: what comes now judges each case anyway. */
void
_fw_group_work_async (FwCaseGroup *self,
                      FwGroupWork *work,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (self, cancellable, worked_cb, outer);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
  work->told = tell;
  work->teller = inner;
  g_task_set_source_tag (outer, _fw_group_work_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_source_tag (inner, _fw_group_work_async);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, work, (GDestroyNotify) _fw_group_work_free);
  self->running++;
  self->done = 0;
  notify_progress (self);
  fw_task_run_in_thread (inner, work_cb);
}

/**
 * fw_case_group_refresh:
 *
 * Judges every case anew, on a worker thread; the members follow one after another.
 */
void
fw_case_group_refresh (FwCaseGroup *self)
{
  g_autoptr (GCancellable) judging = g_cancellable_new ();

  g_return_if_fail (FW_IS_CASE_GROUP (self));

  _fw_group_work_async (self, _fw_group_work_new (self, NULL), judging, NULL, NULL);
  g_set_object (&self->judging, judging);
}

static gboolean
refresh_cb (gpointer data)
{
  FwCaseGroup *self = data;

  self->refresh_source = 0;
  fw_case_group_refresh (self);
  return G_SOURCE_REMOVE;
}

/* While something is done to the cases they change by it, and are told one by one. */
static void
store_changed_cb (FwCaseGroup *self)
{
  if (self->running > (self->judging != NULL ? 1 : 0))
    return;
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->refresh_source = g_timeout_add (300, refresh_cb, self);
}

/**
 * fw_case_group_take_found_async:
 *
 * Takes in for each case what the person's records hold of its materials and what asks for no judgment. Ends with fw_case_group_act_finish();
 * given up, the cases that had their turn keep it.
 */
void
fw_case_group_take_found_async (FwCaseGroup *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  _fw_group_work_async (self, _fw_group_work_new (self, _fw_group_step_found), cancellable, callback, user_data);
}

/**
 * fw_case_group_issue_async:
 * @documents: (array zero-terminated=1): the papers, by id
 *
 * Issues these papers for each case against whose paper nothing stands; those that are one for all with the first. A case
 * of which none can be issued is counted as refused. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_issue_async (FwCaseGroup *self,
                           const char *const *documents,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  FwGroupWork *work = _fw_group_work_new (self, _fw_group_step_issue);

  work->documents = g_strdupv ((GStrv) documents);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/**
 * fw_case_group_answer_status_async:
 * @cases: (array zero-terminated=1): the ids of those who were asked, one by one, and to whom nothing more applies than is on record
 * @asked_of: who was asked, in words
 * @asked_on: when, as "2026-04-10"
 *
 * Answers each line of their status checks that is still open with no, and takes the checks in as evidence. Whoever is not among them,
 * and a check that was taken already, stay as they are. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_answer_status_async (FwCaseGroup *self,
                                   const char *const *cases,
                                   const char *asked_of,
                                   const char *asked_on,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  FwGroupWork *work = _fw_group_work_new (self, _fw_group_step_status);

  work->only = g_strdupv ((GStrv) cases);
  work->asked_of = g_strdup (asked_of);
  work->asked_on = g_strdup (asked_on);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/* Says @values of @cases, one of each; @paths: (nullable): what is said, where the step does not know it. */
void
_fw_group_say_async (FwCaseGroup *self,
                     FwGroupStep step,
                     const char *const *cases,
                     const char *const *paths,
                     const char *const *values,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  FwGroupWork *work;

  g_return_if_fail (g_strv_length ((GStrv) cases) == g_strv_length ((GStrv) values));
  g_return_if_fail (paths == NULL || g_strv_length ((GStrv) cases) == g_strv_length ((GStrv) paths));

  work = _fw_group_work_new (self, step);
  work->only = g_strdupv ((GStrv) cases);
  work->paths = g_strdupv ((GStrv) paths);
  work->reasons = g_strdupv ((GStrv) values);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/**
 * fw_case_group_say_reasons_async:
 * @cases: (array zero-terminated=1): ids of cases
 * @reasons: (array zero-terminated=1): of each of them, why this person is chosen though others stay; "": unknown again
 *
 * Says it in each of these cases; it stands on the list of people. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_say_reasons_async (FwCaseGroup *self,
                                 const char *const *cases,
                                 const char *const *reasons,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  _fw_group_say_async (self, _fw_group_step_reason, cases, NULL, reasons, cancellable, callback, user_data);
}

/**
 * fw_case_group_settle_none_async:
 *
 * Says for each case, of every line of its settlement that many a case has none of and of which nobody has said anything, that there is
 * none of it (fw_case_settle_none()). Ends with fw_case_group_act_finish().
 */
void
fw_case_group_settle_none_async (FwCaseGroup *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  _fw_group_work_async (self, _fw_group_work_new (self, _fw_group_step_settle_none), cancellable, callback, user_data);
}

/**
 * fw_case_group_save_async:
 * @folder: where to; each paper is a file named by the number of its case and what it is
 *
 * Writes every issued paper of every case as PDF. That it left the program is an event of the case. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_save_async (FwCaseGroup *self,
                          GFile *folder,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  FwGroupWork *work = _fw_group_work_new (self, _fw_group_step_save);

  work->folder = g_object_ref (folder);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/**
 * fw_case_group_lay_out_async:
 *
 * Lays every issued paper of every case out for the printer. Ends with fw_case_group_lay_out_finish().
 */
void
fw_case_group_lay_out_async (FwCaseGroup *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  FwGroupWork *work = _fw_group_work_new (self, _fw_group_step_lay_out);

  work->papers = g_ptr_array_new_with_free_func (_fw_paper_free);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/* What was done, as it stands at the end. Borrowed. */
FwGroupWork *
_fw_group_work_of (GAsyncResult *result)
{
  GTask *inner = g_task_get_task_data (G_TASK (result));

  return inner != NULL ? g_task_get_task_data (inner) : NULL;
}

/**
 * fw_case_group_act_finish:
 * @n_papers: (out) (optional): how many papers were issued or written
 * @n_refused: (out) (optional): to how many cases it could not be done
 *
 * Returns: whether all cases had their turn
 */
gboolean
fw_case_group_act_finish (FwCaseGroup *self,
                          GAsyncResult *result,
                          guint *n_papers,
                          guint *n_refused,
                          GError **error)
{
  FwGroupWork *work;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  work = _fw_group_work_of (result);
  if (n_papers != NULL)
    *n_papers = work->n_papers;
  if (n_refused != NULL)
    *n_refused = work->n_refused;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * fw_case_group_lay_out_finish:
 *
 * Returns: (transfer full) (nullable) (element-type FwDocument): the papers in the order of the cases
 */
GPtrArray *
fw_case_group_lay_out_finish (FwCaseGroup *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&_fw_group_work_of (result)->papers) : NULL;
}

/* What it is */

/* Makes the object of a group that was read. Takes nothing. */
FwCaseGroup *
_fw_group_new (FwWorkplace *workplace,
               FwRecord *row,
               GPtrArray *cases,
               guint left_out)
{
  FwCaseGroup *self = g_object_new (FW_TYPE_CASE_GROUP, NULL);

  self->workplace = g_object_ref (workplace);
  self->row = g_object_ref (row);
  self->left_out = left_out;
  g_ptr_array_unref (self->cases);
  self->cases = copy_ids (cases);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* What a case still lacks; %NULL while it was not judged. Borrowed until it is judged anew. */
FwGroupGaps *
_fw_group_get_gaps (FwCaseGroup *self,
                    const char *case_id)
{
  return g_hash_table_lookup (self->gaps, case_id);
}

FwWorkplace *
_fw_group_get_workplace (FwCaseGroup *self)
{
  return self->workplace;
}

/* What is said of all and waits for its turn; used on the thread of the window alone. */
GQueue *
_fw_group_get_sayings (FwCaseGroup *self)
{
  return &self->sayings;
}

GPtrArray *
_fw_group_copy_cases (FwCaseGroup *self)
{
  return copy_ids (self->cases);
}

const char *
fw_case_group_get_id (FwCaseGroup *self)
{
  return fw_record_get_id (self->row);
}

/**
 * fw_case_group_get_number:
 *
 * Returns: its number, "2026-G001"
 */
const char *
fw_case_group_get_number (FwCaseGroup *self)
{
  return fw_record_get (self->row, "number");
}

/**
 * fw_case_group_get_kind:
 *
 * Returns: the kind of its departures, as departure/@kind
 */
const char *
fw_case_group_get_kind (FwCaseGroup *self)
{
  return fw_record_get (self->row, "kind");
}

/**
 * fw_case_group_get_left_out:
 *
 * Returns: how many of those who were asked for could not be among them when it was opened just now
 */
guint
fw_case_group_get_left_out (FwCaseGroup *self)
{
  return self->left_out;
}

/**
 * fw_case_group_get_progress:
 * @done: (out) (optional): how many cases had their turn
 * @total: (out) (optional): of how many
 *
 * Returns: whether something goes on in the background
 */
gboolean
fw_case_group_get_progress (FwCaseGroup *self,
                            guint *done,
                            guint *total)
{
  if (done != NULL)
    *done = self->done;
  if (total != NULL)
    *total = self->cases->len;
  return self->running > 0;
}

/**
 * fw_case_group_get_members:
 *
 * Returns: (transfer none) (element-type FwGroupMember): those who were judged so far, in the order of opening
 */
GListModel *
fw_case_group_get_members (FwCaseGroup *self)
{
  return G_LIST_MODEL (self->members);
}

/**
 * fw_case_group_get_lead:
 *
 * Returns: (nullable): the id of the first case: what is the same for all may be said there; %NULL where all are withdrawn
 */
const char *
fw_case_group_get_lead (FwCaseGroup *self)
{
  return self->cases->len > 0 ? self->cases->pdata[0] : NULL;
}
