#include "departure/fw-case-register-private.h"

#include "core/fw-task.h"
#include "departure/fw-case-items-private.h"

/* Rows of one page: what fits a high screen twice. */
#define PAGE_ROWS 40

struct _FwCaseRegister
{
  GObject parent_instance;

  FwWorkplace *workplace;
  GListStore *rows;
  char *search;              /* nullable */
  FwCaseShow show;
  gint64 next;               /* where the next page begins, 0: nowhere */
  gint64 open_count;
  GCancellable *cancellable; /* of the reading under way, NULL: none */
  guint reload_source;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_HAS_MORE,
  PROP_OPEN_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
fw_case_register_get_item_type (GListModel *model)
{
  return FW_TYPE_CASE_ROW;
}

static guint
fw_case_register_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FW_CASE_REGISTER (model)->rows));
}

static gpointer
fw_case_register_get_item (GListModel *model,
                       guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (FW_CASE_REGISTER (model)->rows), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fw_case_register_get_item_type;
  iface->get_n_items = fw_case_register_get_n_items;
  iface->get_item = fw_case_register_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FwCaseRegister, fw_case_register, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* One reading, on a worker thread: its question with texts of its own, and what came of it. */
typedef struct
{
  FwScene *scene;
  char *search;
  FwCaseQuestion question;
  GPtrArray *rows;
  gint64 next;
  gint64 open_count;
} FwCaseReading;

static void
reading_free (gpointer data)
{
  FwCaseReading *reading = data;

  _fw_scene_unref (reading->scene);
  g_free (reading->search);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_free (reading);
}

static gint64
count_open (FwStore *store,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  fw_query_where (query, "state", FW_QUERY_DIFFERS, "closed");
  fw_query_where (query, "state", FW_QUERY_DIFFERS, "withdrawn");
  return fw_store_count (store, "case", query, cancellable, error);
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  FwCaseReading *reading = task_data;
  g_autoptr (GError) error = NULL;

  reading->rows = _fw_scene_read_cases (reading->scene, &reading->question, &reading->next, cancellable, &error);
  if (reading->rows != NULL)
    reading->open_count = count_open (reading->scene->store, cancellable, &error);
  if (reading->rows != NULL && reading->open_count >= 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Rows that say the same stay, and keep their focus; the rest from the first other case on is replaced. */
static void
replace_rows (GListStore *rows,
              GPtrArray *newer)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (rows)), i;

  for (i = 0; i < MIN (count, newer->len); i++)
    {
      g_autoptr (FwCaseItem) old = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (g_strcmp0 (fw_case_item_get_id (old), fw_case_item_get_id (newer->pdata[i])) != 0)
        break;
      if (!_fw_case_item_equal (old, newer->pdata[i]))
        g_list_store_splice (rows, i, 1, &newer->pdata[i], 1);
    }
  if (i < count || i < newer->len)
    g_list_store_splice (rows, i, count - i, newer->pdata + i, newer->len - i);
}

/* A first page replaces what was shown; a further one is added to it. */
static void
show_rows (FwCaseRegister *self,
           const FwCaseReading *reading)
{
  if (reading->question.before == 0)
    replace_rows (self->rows, reading->rows);
  else
    g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0, reading->rows->pdata,
                         reading->rows->len);
  self->next = reading->next;
  self->open_count = reading->open_count;
}

static void
read_done_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  FwCaseRegister *self = FW_CASE_REGISTER (source);
  FwCaseReading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* A newer question has taken its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  g_object_freeze_notify (G_OBJECT (self));
  if (done)
    show_rows (self, reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("cases: %s", error->message);
  for (guint i = PROP_LOADING; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
read_page (FwCaseRegister *self,
           gint64 before,
           guint limit)
{
  g_autoptr (GTask) task = NULL;
  FwCaseReading *reading = g_new0 (FwCaseReading, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading->scene = _fw_workplace_dup_scene (self->workplace);
  reading->search = g_strdup (self->search);
  reading->question = (FwCaseQuestion){ .search = reading->search, .show = self->show, .before = before, .limit = limit };
  task = g_task_new (self, self->cancellable, read_done_cb, NULL);
  g_task_set_source_tag (task, read_page);
  g_task_set_task_data (task, reading, reading_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  fw_task_run_in_thread (task, read_cb);
}

static gboolean
reload_cb (gpointer user_data)
{
  FwCaseRegister *self = user_data;

  self->reload_source = 0;
  fw_case_register_reload (self);
  return G_SOURCE_REMOVE;
}

/* Several commands in one go make one reading. */
static void
follow (FwCaseRegister *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_idle_add (reload_cb, self);
}

static void
fw_case_register_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  FwCaseRegister *self = FW_CASE_REGISTER (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->next > 0);
      break;
    case PROP_OPEN_COUNT:
      g_value_set_int64 (value, self->open_count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fw_case_register_dispose (GObject *object)
{
  FwCaseRegister *self = FW_CASE_REGISTER (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  G_OBJECT_CLASS (fw_case_register_parent_class)->dispose (object);
}

static void
fw_case_register_finalize (GObject *object)
{
  FwCaseRegister *self = FW_CASE_REGISTER (object);

  g_clear_object (&self->rows);
  g_free (self->search);
  G_OBJECT_CLASS (fw_case_register_parent_class)->finalize (object);
}

static void
fw_case_register_class_init (FwCaseRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fw_case_register_get_property;
  object_class->dispose = fw_case_register_dispose;
  object_class->finalize = fw_case_register_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, read);
  properties[PROP_OPEN_COUNT] = g_param_spec_int64 ("open-count", NULL, NULL, 0, G_MAXINT64, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_case_register_init (FwCaseRegister *self)
{
  self->rows = g_list_store_new (FW_TYPE_CASE_ROW);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
}

/**
 * fw_case_register_new:
 *
 * Returns: (transfer full): the cases of @workplace, empty until they are asked for
 */
FwCaseRegister *
fw_case_register_new (FwWorkplace *workplace)
{
  FwCaseRegister *self = g_object_new (FW_TYPE_CASE_REGISTER, NULL);

  self->workplace = g_object_ref (workplace);
  g_signal_connect_object (fw_workplace_get_store (workplace), "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workplace, "notify::language", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fw_case_register_ask:
 * @search: (nullable): a person as one types it, or the beginning of a case's number
 * @show: which of them
 *
 * Asks for other cases. The newest question wins.
 */
void
fw_case_register_ask (FwCaseRegister *self,
                  const char *search,
                  FwCaseShow show)
{
  g_return_if_fail (FW_IS_CASE_REGISTER (self));

  g_free (self->search);
  self->search = g_strstrip (g_strdup (search != NULL ? search : ""));
  self->show = show;
  read_page (self, 0, PAGE_ROWS);
}

/**
 * fw_case_register_load_more:
 *
 * Reads the next page, where there is one.
 */
void
fw_case_register_load_more (FwCaseRegister *self)
{
  g_return_if_fail (FW_IS_CASE_REGISTER (self));

  if (self->next > 0 && self->cancellable == NULL)
    read_page (self, self->next, PAGE_ROWS);
}

/**
 * fw_case_register_reload:
 *
 * Reads again what is shown, as many pages as there were.
 */
void
fw_case_register_reload (FwCaseRegister *self)
{
  g_return_if_fail (FW_IS_CASE_REGISTER (self));

  g_clear_handle_id (&self->reload_source, g_source_remove);
  read_page (self, 0, MAX (PAGE_ROWS, g_list_model_get_n_items (G_LIST_MODEL (self->rows))));
}
