#include "departure/fw-talk-private.h"

#include "core/fw-task.h"
#include "departure/fw-mood-reading.h"

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
  HEARING,
  SOURCE_PROBLEM,
  UNSIGNED,
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

  g_clear_handle_id (&self->write_again_source, g_source_remove);
  g_strfreev (self->set_aside);
  g_free (self->save_error);
  g_ptr_array_unref (self->settling);
  g_clear_pointer (&self->ears, g_ptr_array_unref);
  g_clear_object (&self->program);
  g_clear_object (&self->typing);
  g_clear_object (&self->its);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->facts, fw_facts_unref);
  g_clear_pointer (&self->cool_down, fw_cool_down_free);
  g_clear_pointer (&self->word_moods, fw_word_moods_free);
  g_clear_pointer (&self->watch, fw_phrase_watch_free);
  g_clear_pointer (&self->scripts, fw_scripts_free);
  g_free (self->place);
  g_free (self->time);
  g_free (self->manager_note);
  g_free (self->day);
  g_free (self->began);
  g_free (self->ended);
  g_free (self->kept);
  g_free (self->purpose);
  g_free (self->refusal);
  g_free (self->witness);
  for (guint i = 0; i < FW_TALK_N_SPEAKERS; i++)
    g_free (self->ink[i]);
  g_free (self->action);
  g_free (self->temperament);
  g_hash_table_unref (self->brought);
  g_ptr_array_unref (self->left_open);
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
  signals[HEARING] = g_signal_new ("hearing", FW_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SOURCE_PROBLEM] =
    g_signal_new ("source-problem", FW_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNSIGNED] = g_signal_new ("unsigned", FW_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fw_talk_init (FwTalk *self)
{
  self->typing = fw_typed_source_new ();
  g_signal_connect_object (self->typing, "heard", G_CALLBACK (_fw_talk_typed), self, G_CONNECT_SWAPPED);
  self->ears = g_ptr_array_new_with_free_func (_fw_talk_ear_free);
  self->brought = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left_open = g_ptr_array_new_with_free_func (g_free);
  self->settling = g_ptr_array_new_with_free_func (g_object_unref);
  self->heard = g_hash_table_new (NULL, NULL);
  self->main = g_ptr_array_new ();
  self->alerts = g_ptr_array_new ();
  self->raised = g_ptr_array_new_with_free_func ((GDestroyNotify) alert_free);
  self->history = g_array_new (FALSE, FALSE, sizeof (FwTalkPlace));
  g_array_set_clear_func (self->history, (GDestroyNotify) _fw_talk_place_clear);
  g_queue_init (&self->todo);
  self->entries = g_list_store_new (FW_TYPE_TALK_ENTRY);
  self->place = g_strdup ("");
  self->time = g_strdup ("");
  self->manager_note = g_strdup ("");
  self->refusal = g_strdup ("");
  self->witness = g_strdup ("");
}

void
_fw_talk_changed (FwTalk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
_fw_talk_hearing_changed (FwTalk *self)
{
  g_signal_emit (self, signals[HEARING], 0);
}

/* The figures follow the case, whatever is said of it meanwhile. */
void
_fw_talk_read_facts (FwTalk *self)
{
  FwFacts *facts = fw_case_dup_judged_facts (self->its, NULL);

  if (facts == NULL)
    return;
  g_clear_pointer (&self->facts, fw_facts_unref);
  self->facts = facts;
  _fw_talk_say_recording (self);
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
  GPtrArray *left_open;
  FwWordMoods *word_moods;
  char *draft;
  char *line;
  GStrv set_aside;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->scripts, fw_scripts_free);
  g_clear_pointer (&loaded->watch, fw_phrase_watch_free);
  g_clear_pointer (&loaded->left_open, g_ptr_array_unref);
  g_clear_pointer (&loaded->word_moods, fw_word_moods_free);
  g_free (loaded->draft);
  g_free (loaded->line);
  g_strfreev (loaded->set_aside);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static GPtrArray *
list_left_open (FwStore *store,
                const char *case_id,
                GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", case_id);
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *points = NULL;

  fw_query_where (query, "sort", FW_QUERY_EQUALS, fw_talk_sort_to_string (FW_TALK_OPEN));
  entries = fw_store_list (store, "talk-entry", query, NULL, error);
  if (entries == NULL)
    return NULL;
  points = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < entries->len; i++)
    if (fw_record_get (entries->pdata[i], "text") != NULL)
      g_ptr_array_add (points, g_strdup (fw_record_get (entries->pdata[i], "text")));
  return points;
}

/* By whose law, and of which day. */
typedef struct
{
  char *jurisdiction;
  FwDate on;
} Law;

static void
law_free (Law *law)
{
  g_free (law->jurisdiction);
  g_free (law);
}

/* Where the company wants it and the law of the case lets it. Returns: whether it could be found out */
static gboolean
load_word_moods (Loaded *loaded,
                 FwStore *store,
                 const Law *law,
                 GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (fw_mood_reading_is_on (store, &problem) && law->jurisdiction != NULL &&
      fw_mood_reading_is_lawful (store, law->jurisdiction, law->on))
    loaded->word_moods = fw_word_moods_new (&problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

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
  gboolean rehearsal = g_task_get_source_tag (task) != fw_talk_load_async;
  GError *error = NULL;

  loaded->scripts = fw_scripts_new (&error);
  lexicon = loaded->scripts != NULL ? fw_lexicon_new (&error) : NULL;
  if (lexicon != NULL)
    loaded->watch = fw_phrase_watch_new (lexicon);
  if (error == NULL && !rehearsal)
    _fw_talk_read_drafts (store, fw_case_get_id (its), &loaded->draft, &loaded->line, &loaded->set_aside, &error);
  if (error == NULL && !rehearsal)
    loaded->left_open = list_left_open (store, fw_case_get_id (its), &error);
  if (error != NULL || (!rehearsal && !load_word_moods (loaded, store, data, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) loaded_free);
}

/**
 * fw_talk_load_async:
 * @its: a case that was judged
 *
 * Takes up the talk of a case where it was left, or begins to prepare one. A talk that was left before all of it was saved is the same object.
 */
void
fw_talk_load_async (FwCase *its,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (its, cancellable, callback, user_data);
  g_autoptr (FwFacts) facts = NULL;
  FwTalk *left = _fw_talk_take_up (its);
  Law *law;

  if (left != NULL)
    {
      g_task_return_pointer (task, left, g_object_unref);
      return;
    }
  facts = fw_case_dup_judged_facts (its, NULL);
  law = g_new0 (Law, 1);
  law->jurisdiction = g_strdup (facts != NULL ? fw_facts_get (facts, "@jurisdiction") : NULL);
  law->on = fw_workplace_get_today (fw_case_get_workplace (its));
  g_task_set_source_tag (task, fw_talk_load_async);
  g_task_set_task_data (task, law, (GDestroyNotify) law_free);
  fw_task_run_in_thread (task, load_thread);
}

static FwTalk *
new_from (FwCase *its,
          Loaded *loaded)
{
  FwTalk *self = g_object_new (FW_TYPE_TALK, NULL);

  self->its = g_object_ref (its);
  self->scripts = g_steal_pointer (&loaded->scripts);
  self->watch = g_steal_pointer (&loaded->watch);
  if (loaded->left_open != NULL)
    g_ptr_array_extend_and_steal (self->left_open, g_steal_pointer (&loaded->left_open));
  self->word_moods = g_steal_pointer (&loaded->word_moods);
  self->cool_down = fw_cool_down_new ();
  self->set_aside = g_steal_pointer (&loaded->set_aside);
  _fw_talk_restore (self, loaded->draft, loaded->line);
  g_signal_connect_object (its, "notify::judging", G_CALLBACK (_fw_talk_read_facts), self, G_CONNECT_SWAPPED);
  return self;
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
  g_autoptr (Loaded) loaded = NULL;
  FwTalk *self;

  if (g_task_get_source_tag (G_TASK (result)) == NULL) /* it was left before all of it was saved */
    {
      self = g_task_propagate_pointer (G_TASK (result), error);
      if (self != NULL)
        _fw_talk_move_to (self, its);
      return self;
    }
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  self = loaded != NULL ? new_from (its, loaded) : NULL;
  if (self != NULL)
    _fw_talk_read_facts (self);
  return self;
}

/**
 * fw_talk_rehearse_async:
 * @self: a talk that is prepared
 * @temperament: (nullable): whom one speaks to: "open", "reserved", "sensitive", "assertive"; %NULL: what is known of the person
 *
 * Makes a rehearsal of a talk: the same script for the same case, prepared as it is. Nothing of it is written, not even a draft.
 */
void
fw_talk_rehearse_async (FwTalk *self,
                        const char *temperament,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self->its, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_talk_rehearse_async);
  g_task_set_task_data (task, g_strdup (temperament != NULL ? temperament : ""), g_free);
  fw_task_run_in_thread (task, load_thread);
}

static void
prepare_as (FwTalk *self,
            FwTalk *prepared)
{
  GHashTableIter iter;
  gpointer thing;

  self->script = prepared->script != NULL ? _fw_talk_find_script (self, prepared->script->id) : NULL;
  _fw_talk_set_text (&self->place, prepared->place);
  _fw_talk_set_text (&self->time, prepared->time);
  _fw_talk_set_text (&self->manager_note, prepared->manager_note);
  self->manager = prepared->manager;
  g_hash_table_iter_init (&iter, prepared->brought);
  while (g_hash_table_iter_next (&iter, &thing, NULL))
    g_hash_table_add (self->brought, g_strdup (thing));
  _fw_talk_order_scenes (self);
}

/**
 * fw_talk_rehearse_finish:
 *
 * Returns: (transfer full) (nullable): the rehearsal, which is not begun yet
 */
FwTalk *
fw_talk_rehearse_finish (FwTalk *self,
                         GAsyncResult *result,
                         GError **error)
{
  const char *temperament = g_task_get_task_data (G_TASK (result));
  g_autoptr (Loaded) loaded = g_task_propagate_pointer (G_TASK (result), error);
  FwTalk *rehearsal = loaded != NULL ? new_from (self->its, loaded) : NULL;

  if (rehearsal == NULL)
    return NULL;
  rehearsal->rehearsal = TRUE;
  rehearsal->temperament = *temperament != '\0' ? g_strdup (temperament) : NULL;
  prepare_as (rehearsal, self);
  _fw_talk_read_facts (rehearsal);
  return rehearsal;
}

/**
 * fw_talk_is_rehearsal:
 *
 * Returns: whether nothing of it will be written
 */
gboolean
fw_talk_is_rehearsal (FwTalk *self)
{
  return self->rehearsal;
}

/**
 * fw_talk_list_manners:
 *
 * Returns: (transfer none) (element-type FwManner): whom the talk can be rehearsed with; valid as long as the talk
 */
GPtrArray *
fw_talk_list_manners (FwTalk *self)
{
  return fw_scripts_list_manners (self->scripts);
}

/**
 * fw_talk_dup_temperament:
 *
 * Returns: (transfer full) (nullable): what is known of the person's temperament
 */
char *
fw_talk_dup_temperament (FwTalk *self)
{
  return self->facts != NULL ? g_strdup (fw_facts_get (self->facts, "employee/@temperament")) : NULL;
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

gboolean
_fw_talk_is_chinese (FwTalk *self)
{
  g_autofree char *language = NULL;

  g_object_get (fw_case_get_workplace (self->its), "language", &language, NULL);
  return g_strcmp0 (language, "zh") == 0;
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
  gboolean chinese = _fw_talk_is_chinese (self);
  const char *text = chinese ? said->zh : said->en;
  char *filled = NULL;

  if (self->facts != NULL)
    filled = fw_scripts_fill (self->scripts, text, self->facts, chinese, NULL);
  return filled != NULL ? filled : g_strdup (text);
}
