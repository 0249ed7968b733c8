#include "departure/fw-law-readings.h"

#include "core/fw-task.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-local-figures.h"
#include "departure/fw-paper-style-private.h"
#include "departure/fw-workplace-private.h"

#include <string.h>

/* Where the law is read in two ways: what the company has chosen, and where. A choice is a setting of the store under the path
 * of the answer that a case would give, "answer:setting/pre2008-partial@Shanghai"; a case may say otherwise. */

#define PREFIX "answer:"

static void
option_free (gpointer data)
{
  FwLawOption *option = data;

  g_free (option->id);
  g_free (option->text);
  g_free (option);
}

static void
reading_free (gpointer data)
{
  FwLawReading *reading = data;

  g_free (reading->id);
  g_free (reading->title);
  g_free (reading->warning);
  g_free (reading->article);
  g_ptr_array_unref (reading->options);
  g_hash_table_unref (reading->values);
  g_hash_table_unref (reading->defaults);
  g_free (reading);
}

/**
 * fw_law_readings_free:
 * @self: (nullable): what was read
 */
void
fw_law_readings_free (FwLawReadings *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->cities);
  g_ptr_array_unref (self->readings);
  g_free (self);
}

static char *
make_path (const char *id,
           const char *place)
{
  return place != NULL && *place != '\0' ? g_strdup_printf ("setting/%s@%s", id, place) : g_strdup_printf ("setting/%s", id);
}

/* What the pack has at a place where nobody chose. */
static const char *
default_at (const FwSetting *setting,
            const char *place)
{
  for (guint i = 0; i < setting->places->len; i++)
    {
      const FwOption *at = setting->places->pdata[i];
      g_auto (GStrv) words = g_strsplit (at->text.zh, " ", -1);

      if (g_strv_contains ((const char *const *) words, place))
        return at->id;
    }
  return setting->default_value;
}

static void
set_values (FwLawReading *reading,
            const FwSetting *setting,
            const char *place,
            GHashTable *answers)
{
  g_autofree char *path = make_path (setting->id, place);
  g_autofree char *plain = make_path (setting->id, NULL);
  const char *value = g_hash_table_lookup (answers, path);

  if (value == NULL)
    value = g_hash_table_lookup (answers, plain);
  g_hash_table_insert (reading->defaults, g_strdup (place), g_strdup (default_at (setting, place)));
  g_hash_table_insert (reading->values, g_strdup (place), g_strdup (value != NULL ? value : default_at (setting, place)));
}

static void
add_reading (FwLawReadings *self,
             FwScene *scene,
             const FwSetting *setting,
             GHashTable *answers)
{
  FwLawReading *reading = g_new0 (FwLawReading, 1);

  reading->id = g_strdup (setting->id);
  reading->title = g_strdup (scene->chinese ? setting->title.zh : setting->title.en);
  reading->warning = g_strdup (scene->chinese ? setting->warning.zh : setting->warning.en);
  reading->article = g_strdup (scene->chinese ? setting->citation.zh : setting->citation.en);
  reading->by_city = g_strcmp0 (setting->scope, "city") == 0;
  reading->is_number = g_strcmp0 (setting->type, "number") == 0;
  reading->options = g_ptr_array_new_with_free_func (option_free);
  reading->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < setting->options->len; i++)
    {
      const FwOption *option = setting->options->pdata[i];
      FwLawOption *copy = g_new0 (FwLawOption, 1);

      copy->id = g_strdup (option->id);
      copy->text = g_strdup (scene->chinese ? option->text.zh : option->text.en);
      g_ptr_array_add (reading->options, copy);
    }
  if (!reading->by_city)
    set_values (reading, setting, "", answers);
  for (guint i = 0; reading->by_city && self->cities[i] != NULL; i++)
    set_values (reading, setting, self->cities[i], answers);
  g_ptr_array_add (self->readings, reading);
}

static FwLawReadings *
read_readings (FwScene *scene,
               GError **error)
{
  g_autoptr (FwLawReadings) self = g_new0 (FwLawReadings, 1);
  g_autofree char *jurisdiction = NULL;
  g_autoptr (GHashTable) answers = _fw_paper_style_answers (scene->store, error);
  FwPacks *packs;
  FwPack *pack;

  self->readings = g_ptr_array_new_with_free_func (reading_free);
  self->cities = fw_local_figures_dup_cities (scene->store, &jurisdiction);
  if (answers == NULL)
    return NULL;
  if (jurisdiction == NULL)
    return g_steal_pointer (&self);
  packs = _fw_engine_lock (scene->engine, error);
  if (packs == NULL)
    return NULL;
  pack = fw_packs_get (packs, jurisdiction, error);
  for (guint i = 0; pack != NULL && i < fw_pack_get_settings (pack)->len; i++)
    {
      const FwSetting *setting = g_ptr_array_index (fw_pack_get_settings (pack), i);

      if (setting->paper == NULL)
        add_reading (self, scene, setting, answers);
    }
  _fw_engine_unlock (scene->engine);
  return pack != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * fw_law_readings_read:
 *
 * Returns: (transfer full) (nullable): how the company reads the law, in the workplace's language
 */
FwLawReadings *
fw_law_readings_read (FwWorkplace *workplace,
                      GError **error)
{
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (workplace);

  return read_readings (scene, error);
}

static void
read_in_thread_cb (GTask *task,
                   gpointer source,
                   gpointer scene,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  FwLawReadings *readings = read_readings (scene, &error);

  if (readings != NULL)
    g_task_return_pointer (task, readings, (GDestroyNotify) fw_law_readings_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_law_readings_read_async:
 *
 * As fw_law_readings_read(), on a worker thread.
 */
void
fw_law_readings_read_async (FwWorkplace *workplace,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, NULL, callback, user_data);

  g_task_set_source_tag (task, fw_law_readings_read_async);
  g_task_set_task_data (task, _fw_workplace_dup_scene (workplace), (GDestroyNotify) _fw_scene_unref);
  fw_task_run_in_thread (task, read_in_thread_cb);
}

FwLawReadings *
fw_law_readings_read_finish (FwWorkplace *workplace,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Choosing */

typedef struct
{
  FwScene *scene;
  char *id;
  char *place;
  char *value;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  _fw_scene_unref (choice->scene);
  g_free (choice->id);
  g_free (choice->place);
  g_free (choice->value);
  g_free (choice);
}

static Choice *
choice_new (FwWorkplace *workplace,
            const char *id,
            const char *place,
            const char *value)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->scene = _fw_workplace_dup_scene (workplace);
  choice->id = g_strdup (id);
  choice->place = g_strdup (place != NULL ? place : "");
  choice->value = g_strdup (value);
  return choice;
}

static gboolean
is_choice (const FwLawReading *reading,
           const char *value)
{
  for (guint i = 0; i < reading->options->len; i++)
    if (g_str_equal (((FwLawOption *) reading->options->pdata[i])->id, value))
      return TRUE;
  return reading->is_number && *value != '\0' && strlen (value) <= 4 && strspn (value, "0123456789") == strlen (value);
}

static const FwLawReading *
find_reading (FwLawReadings *readings,
              const char *id)
{
  for (guint i = 0; i < readings->readings->len; i++)
    if (g_str_equal (((FwLawReading *) readings->readings->pdata[i])->id, id))
      return readings->readings->pdata[i];
  return NULL;
}

static gboolean
check_choice (Choice *choice,
              GError **error)
{
  g_autoptr (FwLawReadings) readings = read_readings (choice->scene, error);
  const FwLawReading *reading = readings != NULL ? find_reading (readings, choice->id) : NULL;

  if (readings == NULL)
    return FALSE;
  if (reading == NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the pack has no setting ‘%s’", choice->id);
  else if (!g_hash_table_contains (reading->values, choice->place))
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is chosen for %s", choice->id,
                 reading->by_city ? "a city of the company" : "the whole company");
  else if (choice->value != NULL && !is_choice (reading, choice->value))
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ cannot be ‘%s’", choice->id, choice->value);
  else
    return TRUE;
  return FALSE;
}

static FwEvent *
choose (Choice *choice,
        GError **error)
{
  g_autofree char *path = make_path (choice->id, choice->place);
  g_autofree char *name = g_strconcat (PREFIX, path, NULL);
  g_autoptr (FwQuery) query = fw_query_new_equals ("name", name);
  g_autoptr (GPtrArray) rows = check_choice (choice, error) ? fw_store_list (choice->scene->store, "setting", query, NULL, error) : NULL;
  g_autoptr (FwCommand) command = fw_command_new ("reading.choose", choice->scene->who, NULL);
  g_autoptr (FwRecord) record = NULL;

  if (rows == NULL)
    return NULL;
  record = rows->len > 0 ? fw_record_copy (rows->pdata[0]) : fw_record_new ("setting");
  fw_record_set (record, "name", name);
  fw_record_set (record, "value", choice->value);
  fw_command_put (command, record);
  fw_command_set_detail (command, "reading", choice->id);
  fw_command_set_detail (command, "place", choice->place);
  fw_command_set_detail (command, "value", choice->value);
  return fw_store_run (choice->scene->store, command, NULL, error);
}

/**
 * fw_law_readings_choose:
 * @id: of a setting of the pack
 * @place: (nullable): a city of the company where it is chosen by city; %NULL: the whole company
 * @value: (nullable): an option, or a number; %NULL: as the pack has it
 *
 * Says how the company reads the law. Open cases are judged by it at once; those with a paper out keep theirs.
 *
 * Returns: (transfer full) (nullable): the event that undoes it
 */
FwEvent *
fw_law_readings_choose (FwWorkplace *workplace,
                        const char *id,
                        const char *place,
                        const char *value,
                        GError **error)
{
  Choice *choice = choice_new (workplace, id, place, value);
  FwEvent *event = choose (choice, error);

  choice_free (choice);
  return event;
}

static void
choose_in_thread_cb (GTask *task,
                     gpointer source,
                     gpointer choice,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  FwEvent *event = choose (choice, &error);

  if (event != NULL)
    g_task_return_pointer (task, event, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_law_readings_choose_async:
 *
 * As fw_law_readings_choose(), on a worker thread.
 */
void
fw_law_readings_choose_async (FwWorkplace *workplace,
                              const char *id,
                              const char *place,
                              const char *value,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, NULL, callback, user_data);

  g_task_set_source_tag (task, fw_law_readings_choose_async);
  g_task_set_task_data (task, choice_new (workplace, id, place, value), choice_free);
  fw_task_run_in_thread (task, choose_in_thread_cb);
}

FwEvent *
fw_law_readings_choose_finish (FwWorkplace *workplace,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workplace), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
