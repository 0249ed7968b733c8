#include "departure/fw-import-job.h"

#include "core/fw-task.h"
#include "departure/fw-local-figures-private.h"

/* How many values one question to the store may hold. */
#define VALUES_A_QUESTION 500

struct _FwImportJob
{
  GObject parent_instance;

  FwStore      *store;
  char         *who;
  GMainContext *context;
  GMutex        lock;
  double        fraction;
  /*
   * The store's records that a trial has met, as they were read: a later run is refused where one has
   * changed.
   */
  GHashTable   *originals;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FwImportJob, fw_import_job, G_TYPE_OBJECT)

static void
fw_import_job_finalize (GObject *object)
{
  FwImportJob *self = FW_IMPORT_JOB (object);

  g_clear_object (&self->store);
  g_free (self->who);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->originals);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (fw_import_job_parent_class)->finalize (object);
}

static void
fw_import_job_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  FwImportJob *self = FW_IMPORT_JOB (object);

  if (property_id == PROP_FRACTION)
    {
      g_mutex_lock (&self->lock);
      g_value_set_double (value, self->fraction);
      g_mutex_unlock (&self->lock);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
fw_import_job_class_init (FwImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fw_import_job_finalize;
  object_class->get_property = fw_import_job_get_property;
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_import_job_init (FwImportJob *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * fw_import_job_new:
 * @who: the account that imports, for the audit
 *
 * Returns: (transfer full)
 */
FwImportJob *
fw_import_job_new (FwStore *store,
                   const char *who)
{
  FwImportJob *self = g_object_new (FW_TYPE_IMPORT_JOB, NULL);

  self->store = g_object_ref (store);
  self->who = g_strdup (who);
  return self;
}

static FwImportRecord *
as_import_record (FwRecord *record)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  FwImportRecord *copy = fw_import_record_new (kind->name, fw_record_get_id (record));

  for (guint i = 0; i < kind->n_fields; i++)
    fw_import_record_set_existing (copy, kind->fields[i].name, fw_record_get (record, kind->fields[i].name));
  return copy;
}

/* A local figure is never overwritten: what a list brings takes the place of what was there. */
static gboolean
is_figure (const char *kind)
{
  return g_str_equal (kind, "local-figure");
}

static gboolean
ask (FwImportJob *self,
     const char *kind,
     FwQuery *query,
     GPtrArray *found,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GPtrArray) records = fw_store_list (self->store, kind, query, cancellable, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);

      if (is_figure (kind) && _fw_local_figure_is_void (record))
        continue;
      g_hash_table_replace (self->originals, g_strdup (fw_record_get_id (record)), g_object_ref (record));
      g_ptr_array_add (found, as_import_record (record));
    }
  return TRUE;
}

static GPtrArray *
list_cb (gpointer data,
         const char *kind,
         const char *field,
         GPtrArray *values,
         GCancellable *cancellable,
         GError **error)
{
  FwImportJob *self = data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_import_record_unref);

  if (field == NULL)
    return ask (self, kind, NULL, found, cancellable, error) ? g_steal_pointer (&found) : NULL;
  for (guint from = 0; from < values->len; from += VALUES_A_QUESTION)
    {
      g_autoptr (FwQuery) query = fw_query_new ();
      g_autoptr (GPtrArray) part = g_ptr_array_new ();

      for (guint i = from; i < MIN (from + VALUES_A_QUESTION, values->len); i++)
        g_ptr_array_add (part, g_ptr_array_index (values, i));
      g_ptr_array_add (part, NULL);
      fw_query_one_of (query, field, (const char *const *) part->pdata);
      if (!ask (self, kind, query, found, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&found);
}

static gboolean
notify_cb (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint done,
             guint total,
             gpointer data)
{
  FwImportJob *self = data;

  g_mutex_lock (&self->lock);
  self->fraction = total > 0 ? CLAMP ((double) done / total, 0.0, 1.0) : 0.0;
  g_mutex_unlock (&self->lock);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT_IDLE, notify_cb, g_object_ref (self),
                              g_object_unref);
}

/**
 * fw_import_job_try:
 *
 * Finds out what importing @table would do; fw_import_plan_new() says what can go wrong. The store is only
 * read.
 *
 * Returns: (transfer full) (nullable): the plan
 */
FwImportPlan *
fw_import_job_try (FwImportJob *self,
                   FwImportCatalog *catalog,
                   const FwImportKind *kind,
                   FwTable *table,
                   FwImportMapping *mapping,
                   const FwImportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  FwImportTarget target = { list_cb, self };

  g_hash_table_remove_all (self->originals);
  return fw_import_plan_new (catalog, kind, table, mapping, options, &target, progress_cb, self, cancellable,
                             error);
}

typedef struct
{
  FwImportCatalog    *catalog;
  const FwImportKind *kind;
  FwTable            *table;
  FwImportMapping    *mapping;
  FwImportOptions     options;
  char              **empty_words;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->catalog);
  g_object_unref (trial->table);
  g_object_unref (trial->mapping);
  g_strfreev (trial->empty_words);
  g_free (trial);
}

static void
try_in_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Trial *trial = data;
  GError *error = NULL;
  FwImportPlan *plan = fw_import_job_try (source, trial->catalog, trial->kind, trial->table, trial->mapping,
                                          &trial->options, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_import_job_try_async:
 *
 * As fw_import_job_try(), on a worker thread. Until it answers @table and @mapping are not to be touched,
 * and the job does nothing else.
 */
void
fw_import_job_try_async (FwImportJob *self,
                         FwImportCatalog *catalog,
                         const FwImportKind *kind,
                         FwTable *table,
                         FwImportMapping *mapping,
                         const FwImportOptions *options,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Trial *trial = g_new0 (Trial, 1);

  *trial = (Trial){ g_object_ref (catalog), kind, g_object_ref (table), g_object_ref (mapping), *options, NULL };
  trial->empty_words = g_strdupv ((char **) options->empty_words);
  trial->options.empty_words = (const char *const *) trial->empty_words;
  g_task_set_source_tag (task, fw_import_job_try_async);
  g_task_set_task_data (task, trial, trial_free);
  fw_task_run_in_thread (task, try_in_thread);
}

/**
 * fw_import_job_try_finish:
 *
 * Returns: (transfer full) (nullable): the plan
 */
FwImportPlan *
fw_import_job_try_finish (FwImportJob *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The plan's records on their way into a command; its own thread makes them when the command runs. */
typedef struct
{
  FwImportJob *job;
  GPtrArray   *records;   /* (element-type FwImportRecord): in the order in which they are written */
  GHashTable  *begun;     /* FwImportRecord → FwRecord: named by another before their turn */
  GHashTable  *ids;       /* FwImportRecord → char*, of what is new */
} Making;

static void
making_clear (Making *making)
{
  g_ptr_array_unref (making->records);
  g_hash_table_unref (making->begun);
  g_hash_table_unref (making->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

/*
 * One that exists is changed from the state in which the trial read it, so that the store notices what
 * came between.
 */
static FwRecord *
begin_record (Making *making,
              FwImportRecord *record)
{
  const char *id = fw_import_record_get_id (record);
  FwRecord *original = id != NULL ? g_hash_table_lookup (making->job->originals, id) : NULL;
  FwRecord *begun;

  if (original != NULL)
    return is_figure (fw_import_record_get_kind (record)) ? _fw_local_figure_copy (original) : fw_record_copy (original);
  begun = fw_record_new (fw_import_record_get_kind (record));
  g_hash_table_insert (making->ids, record, g_strdup (fw_record_get_id (begun)));
  return begun;
}

static FwRecord *
take_record (Making *making,
             FwImportRecord *record)
{
  gpointer begun = NULL;

  if (g_hash_table_steal_extended (making->begun, record, NULL, &begun))
    return begun;
  return begin_record (making, record);
}

/* The id that a record has or will have. */
static const char *
id_of (Making *making,
       FwImportRecord *record)
{
  const char *id = fw_import_record_get_id (record);

  if (id != NULL)
    return id;
  if (!g_hash_table_contains (making->ids, record))
    g_hash_table_insert (making->begun, record, begin_record (making, record));
  return g_hash_table_lookup (making->ids, record);
}

static void
set_fields (FwRecord *target,
            FwImportRecord *record,
            Making *making)
{
  for (guint i = 0; i < fw_import_record_get_n_changes (record); i++)
    {
      const FwImportChange *change = fw_import_record_get_change (record, i);

      fw_record_set (target, change->field, change->record != NULL ? id_of (making, change->record) : change->text);
    }
}

static FwRecord *
make_record_cb (guint index,
                gpointer data)
{
  Making *making = data;
  FwImportRecord *record = g_ptr_array_index (making->records, index);
  FwRecord *target = take_record (making, record);

  set_fields (target, record, making);
  return target;
}

static char *
say_count (FwImportPlan *plan,
           FwImportVerdict verdict)
{
  return g_strdup_printf ("%u", fw_import_plan_count (plan, verdict));
}

/* The id of the record that the row means, NULL where it is a new one. */
static const char *
meant_of (FwImportJob *self,
          FwImportRecord *record)
{
  const char *id = fw_import_record_get_id (record);

  return id != NULL && g_hash_table_contains (self->originals, id) ? id : NULL;
}

static FwCommand *
begin_command (FwImportJob *self,
               FwImportPlan *plan,
               const char *source)
{
  g_autofree char *what = g_strdup_printf ("import.%s", fw_import_plan_get_kind (plan)->id);
  g_autofree char *new = say_count (plan, FW_IMPORT_ROW_NEW);
  g_autofree char *updated = say_count (plan, FW_IMPORT_ROW_UPDATE);
  g_autofree char *bad = say_count (plan, FW_IMPORT_ROW_BAD);
  FwCommand *command = fw_command_new (what, self->who, NULL);

  fw_command_set_detail (command, "file", source);
  fw_command_set_detail (command, "new", new);
  fw_command_set_detail (command, "updated", updated);
  fw_command_set_detail (command, "bad", bad);
  return command;
}

/* Local figures are put behind the rest, by what takes care of their order in time. */
static gboolean
put_records (Making *making,
             FwImportPlan *plan,
             FwCommand *command,
             GError **error)
{
  GPtrArray *records = fw_import_plan_get_records (plan);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new (); /* for each figure the one that it replaces */

  for (guint i = 0; i < records->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (records, i);

      if (!is_figure (fw_import_record_get_kind (record)))
        {
          g_ptr_array_add (making->records, record);
          continue;
        }
      g_ptr_array_add (figures, take_record (making, record));
      set_fields (g_ptr_array_index (figures, figures->len - 1), record, making);
      g_ptr_array_add (wrong, (char *) meant_of (making->job, record));
    }
  fw_command_put_many (command, making->records->len, make_record_cb, making);
  return figures->len == 0 || _fw_local_figures_put (making->job->store, command, figures, wrong, error);
}

/**
 * fw_import_job_run:
 * @plan: of this job's last trial
 * @source: (nullable): the name of the file, for the audit
 *
 * Carries out what the plan says, as one step that its event can undo, or not at all.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with the store's error, %FW_STORE_ERROR_CONFLICT
 *   where something has changed since the trial
 */
FwEvent *
fw_import_job_run (FwImportJob *self,
                   FwImportPlan *plan,
                   const char *source,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (FwCommand) command = begin_command (self, plan, source);
  g_auto (Making) making = { self, g_ptr_array_new (), g_hash_table_new_full (NULL, NULL, NULL, g_object_unref),
                             g_hash_table_new_full (NULL, NULL, NULL, g_free) };

  if (!put_records (&making, plan, command, error))
    return NULL;
  fw_command_set_progress (command, progress_cb, self);
  return fw_store_run (self->store, command, cancellable, error);
}

typedef struct
{
  FwImportPlan *plan;
  char         *source;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->plan);
  g_free (run->source);
  g_free (run);
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;
  FwEvent *event = fw_import_job_run (source, run->plan, run->source, cancellable, &error);

  if (event != NULL)
    g_task_return_pointer (task, event, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_import_job_run_async:
 *
 * As fw_import_job_run(), on a worker thread. Cancelled it leaves nothing behind.
 */
void
fw_import_job_run_async (FwImportJob *self,
                         FwImportPlan *plan,
                         const char *source,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  *run = (Run){ g_object_ref (plan), g_strdup (source) };
  g_task_set_source_tag (task, fw_import_job_run_async);
  g_task_set_task_data (task, run, run_free);
  fw_task_run_in_thread (task, run_in_thread);
}

/**
 * fw_import_job_run_finish:
 *
 * Returns: (transfer full) (nullable): the event
 */
FwEvent *
fw_import_job_run_finish (FwImportJob *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
