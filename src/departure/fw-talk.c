#include "departure/fw-talk-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (FwTalk, fw_talk, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SAVED,
  N_PROPS
};

enum
{
  CHANGED,
  ALERTS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
alert_free (FwTalkAlert *alert)
{
  g_free (alert->words);
  g_free (alert);
}

void
_fw_talk_place_clear (FwTalkPlace *place)
{
  g_clear_pointer (&place->scene, g_free);
}

static void
fw_talk_finalize (GObject *object)
{
  FwTalk *self = FW_TALK (object);

  g_clear_object (&self->its);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->facts, fw_facts_unref);
  g_clear_pointer (&self->cool_down, fw_cool_down_free);
  g_clear_pointer (&self->watch, fw_phrase_watch_free);
  g_clear_pointer (&self->scripts, fw_scripts_free);
  g_free (self->place);
  g_free (self->time);
  g_free (self->manager_note);
  g_free (self->day);
  g_free (self->began);
  g_free (self->action);
  g_free (self->typed);
  g_hash_table_unref (self->brought);
  g_hash_table_unref (self->heard);
  g_ptr_array_unref (self->main);
  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->raised);
  g_array_unref (self->history);
  g_queue_clear_full (&self->todo, g_free);
  _fw_talk_place_clear (&self->at);
  g_clear_object (&self->entries);
  G_OBJECT_CLASS (fw_talk_parent_class)->finalize (object);
}

static void
fw_talk_get_property (GObject *object,
                      guint id,
                      GValue *value,
                      GParamSpec *pspec)
{
  if (id == PROP_SAVED)
    g_value_set_boolean (value, fw_talk_is_saved (FW_TALK (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_talk_class_init (FwTalkClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = fw_talk_finalize;
  object_class->get_property = fw_talk_get_property;
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", FW_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ALERTS_CHANGED] =
    g_signal_new ("alerts-changed", FW_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fw_talk_init (FwTalk *self)
{
  self->brought = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->heard = g_hash_table_new (NULL, NULL);
  self->main = g_ptr_array_new ();
  self->alerts = g_ptr_array_new ();
  self->raised = g_ptr_array_new_with_free_func ((GDestroyNotify) alert_free);
  self->history = g_array_new (FALSE, FALSE, sizeof (FwTalkPlace));
  g_array_set_clear_func (self->history, (GDestroyNotify) _fw_talk_place_clear);
  g_queue_init (&self->todo);
  self->entries = g_list_store_new (FW_TYPE_TALK_ENTRY);
  self->typed = g_strdup ("");
  self->place = g_strdup ("");
  self->time = g_strdup ("");
  self->manager_note = g_strdup ("");
}

void
_fw_talk_changed (FwTalk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The figures follow the case, whatever is said of it meanwhile. */
static void
judged_cb (FwTalk *self)
{
  FwFacts *facts = fw_case_dup_judged_facts (self->its, NULL);

  if (facts == NULL)
    return;
  g_clear_pointer (&self->facts, fw_facts_unref);
  self->facts = facts;
  if (self->script == NULL)
    {
      GPtrArray *list = fw_talk_list_scripts (self);

      self->script = list->len > 0 ? list->pdata[0] : NULL;
      g_ptr_array_unref (list);
      _fw_talk_order_scenes (self);
    }
  _fw_talk_read_scene (self);
  _fw_talk_changed (self);
}

/* What takes time: scripts, phrases, and what was drafted before. */
typedef struct
{
  FwScripts *scripts;
  FwPhraseWatch *watch;
  char *draft;
  char *line;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->scripts, fw_scripts_free);
  g_clear_pointer (&loaded->watch, fw_phrase_watch_free);
  g_free (loaded->draft);
  g_free (loaded->line);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
load_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  FwCase *its = source;
  FwStore *store = fw_workplace_get_store (fw_case_get_workplace (its));
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  g_autoptr (FwLexicon) lexicon = NULL;
  GError *error = NULL;

  loaded->scripts = fw_scripts_new (&error);
  lexicon = loaded->scripts != NULL ? fw_lexicon_new (&error) : NULL;
  if (lexicon != NULL)
    {
      loaded->watch = fw_phrase_watch_new (lexicon);
      loaded->draft = fw_store_dup_draft (store, FW_TALK_DRAFT_OWNER, fw_case_get_id (its), &error);
    }
  if (error == NULL)
    loaded->line = fw_store_dup_draft (store, FW_TALK_LINE_OWNER, fw_case_get_id (its), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) loaded_free);
}

/**
 * fw_talk_load_async:
 * @its: a case that was judged
 *
 * Takes up the talk of a case where it was left, or begins to prepare one.
 */
void
fw_talk_load_async (FwCase *its,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (its, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_talk_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * fw_talk_load_finish:
 *
 * Returns: (transfer full) (nullable): the talk; from here on it belongs to this thread
 */
FwTalk *
fw_talk_load_finish (GAsyncResult *result,
                     GError **error)
{
  FwCase *its = g_task_get_source_object (G_TASK (result));
  g_autoptr (Loaded) loaded = g_task_propagate_pointer (G_TASK (result), error);
  FwTalk *self;

  if (loaded == NULL)
    return NULL;
  self = g_object_new (FW_TYPE_TALK, NULL);
  self->its = g_object_ref (its);
  self->scripts = g_steal_pointer (&loaded->scripts);
  self->watch = g_steal_pointer (&loaded->watch);
  self->cool_down = fw_cool_down_new ();
  _fw_talk_restore (self, loaded->draft, loaded->line);
  judged_cb (self);
  g_signal_connect_object (its, "notify::judging", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
  return self;
}

FwCase *
fw_talk_get_case (FwTalk *self)
{
  return self->its;
}

FwTalkStage
fw_talk_get_stage (FwTalk *self)
{
  return self->stage;
}

/**
 * fw_talk_is_saved:
 *
 * Returns: whether all that was typed is in the store
 */
gboolean
fw_talk_is_saved (FwTalk *self)
{
  return !self->saving && !self->talk_unsaved && !self->line_unsaved;
}

/* Preparation */

/* How well a script fits a case: its ground before its kind, its kind before any. 0: not at all. */
static guint
fit_of (const FwScript *script,
        FwCase *its)
{
  const char *ground = fw_case_get_ground (its);

  if (*script->grounds != NULL)
    return ground != NULL && g_strv_contains ((const char *const *) script->grounds, ground) ? 3 : 0;
  if (g_strv_contains ((const char *const *) script->kinds, fw_case_get_kind (its)))
    return 2;
  return g_strv_contains ((const char *const *) script->kinds, "any") ? 1 : 0;
}

/**
 * fw_talk_list_scripts:
 *
 * Returns: (transfer container) (element-type FwScript): the scripts for this case, the one that fits best first
 */
GPtrArray *
fw_talk_list_scripts (FwTalk *self)
{
  GPtrArray *all = fw_scripts_list (self->scripts), *list = g_ptr_array_new ();

  for (guint fit = 3; fit > 0; fit--)
    for (guint i = 0; i < all->len; i++)
      if (fit_of (all->pdata[i], self->its) == fit)
        g_ptr_array_add (list, all->pdata[i]);
  return list;
}

FwScript *
_fw_talk_find_script (FwTalk *self,
                      const char *id)
{
  return fw_scripts_get (self->scripts, id, NULL);
}

/**
 * fw_talk_get_script:
 *
 * Returns: (transfer none) (nullable): what the talk is led by
 */
FwScript *
fw_talk_get_script (FwTalk *self)
{
  return self->script;
}

gboolean
fw_talk_set_script (FwTalk *self,
                    const char *id,
                    GError **error)
{
  FwScript *script = fw_scripts_get (self->scripts, id, error);

  if (script == NULL)
    return FALSE;
  if (script == self->script)
    return TRUE;
  self->script = script;
  _fw_talk_order_scenes (self);
  _fw_talk_read_scene (self);
  _fw_talk_save (self);
  _fw_talk_changed (self);
  return TRUE;
}

void
_fw_talk_set_text (char **text,
                   const char *value)
{
  char *copy = g_strdup (value != NULL ? value : "");

  g_free (*text);
  *text = copy;
}

static void
replace_text (FwTalk *self,
              char **text,
              const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return;
  _fw_talk_set_text (text, value);
  _fw_talk_save (self);
}

const char *
fw_talk_get_place (FwTalk *self)
{
  return self->place;
}

void
fw_talk_set_place (FwTalk *self,
                   const char *place)
{
  replace_text (self, &self->place, place);
}

/**
 * fw_talk_get_time:
 *
 * Returns: when it is to be, as somebody wrote it
 */
const char *
fw_talk_get_time (FwTalk *self)
{
  return self->time;
}

void
fw_talk_set_time (FwTalk *self,
                  const char *time)
{
  replace_text (self, &self->time, time);
}

FwTalkManager
fw_talk_get_manager (FwTalk *self)
{
  return self->manager;
}

const char *
fw_talk_get_manager_note (FwTalk *self)
{
  return self->manager_note;
}

/**
 * fw_talk_set_manager:
 * @note: (nullable): why the manager does not come
 */
void
fw_talk_set_manager (FwTalk *self,
                     FwTalkManager manager,
                     const char *note)
{
  self->manager = manager;
  g_free (self->manager_note);
  self->manager_note = g_strdup (note != NULL ? note : "");
  _fw_talk_save (self);
  _fw_talk_changed (self);
}

gboolean
fw_talk_is_brought (FwTalk *self,
                    const char *thing)
{
  return g_hash_table_contains (self->brought, thing);
}

void
fw_talk_set_brought (FwTalk *self,
                     const char *thing,
                     gboolean brought)
{
  gboolean changed =
    brought ? g_hash_table_add (self->brought, g_strdup (thing)) : g_hash_table_remove (self->brought, thing);

  if (changed)
    _fw_talk_save (self);
}

/**
 * fw_talk_list_figures:
 * @of_scene: only those of the scene in which the talk is
 *
 * Returns: (transfer full) (element-type FwScriptFigure): this person's figures that are said, in the order in which they are needed
 */
GPtrArray *
fw_talk_list_figures (FwTalk *self,
                      gboolean of_scene)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new ();
  const FwScene *scene = fw_talk_get_scene (self);
  GPtrArray *figures = NULL;

  if (of_scene && scene != NULL)
    g_ptr_array_extend (prompts, scene->prompts, NULL, NULL);
  for (guint i = 0; !of_scene && self->script != NULL && i < self->main->len; i++)
    g_ptr_array_extend (prompts, ((FwScene *) self->main->pdata[i])->prompts, NULL, NULL);
  if (self->facts != NULL)
    figures = fw_scripts_list_figures (self->scripts, prompts, self->facts, NULL);
  return figures != NULL ? figures : g_ptr_array_new ();
}

static void
add_objections (FwTalk *self,
                const FwScene *scene,
                GPtrArray *list)
{
  GPtrArray *all = fw_scripts_list_objections (self->scripts);

  for (guint i = 0; i < scene->branches->len; i++)
    {
      const FwBranch *branch = scene->branches->pdata[i];

      for (guint t = 0; branch->targets[t] != NULL; t++)
        for (guint o = 0; g_str_has_prefix (branch->targets[t], "objection:") && o < all->len; o++)
          if (g_str_equal (((FwObjection *) all->pdata[o])->id, branch->targets[t] + strlen ("objection:")) &&
              !g_ptr_array_find (list, all->pdata[o], NULL))
            g_ptr_array_add (list, all->pdata[o]);
    }
}

/**
 * fw_talk_list_objections:
 *
 * Returns: (transfer container) (element-type FwObjection): what the person may say in this talk
 */
GPtrArray *
fw_talk_list_objections (FwTalk *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->main->len; i++)
    add_objections (self, self->main->pdata[i], list);
  return list;
}

/**
 * fw_talk_dup_text:
 *
 * Returns: (transfer full): a text in the workplace's language, with this person's figures
 */
char *
fw_talk_dup_text (FwTalk *self,
                  const FwSaid *said)
{
  g_autofree char *language = NULL;
  gboolean chinese;
  const char *text;
  char *filled = NULL;

  g_object_get (fw_case_get_workplace (self->its), "language", &language, NULL);
  chinese = g_strcmp0 (language, "zh") == 0;
  text = chinese ? said->zh : said->en;
  if (self->facts != NULL)
    filled = fw_scripts_fill (self->scripts, text, self->facts, chinese, NULL);
  return filled != NULL ? filled : g_strdup (text);
}
