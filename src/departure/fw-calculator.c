#include "departure/fw-calculator.h"

#include <string.h>

#include "core/fw-task.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-workplace-private.h"
#include "rules/fw-packs.h"

/* The calculations of a pack, as its own description has them: a country adds one without a line of C. */

static void
option_free (FwCalculatorOption *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->kind);
  g_free (self);
}

static void
input_free (FwCalculatorInput *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->label);
  g_free (self->hint);
  g_free (self->unit);
  g_free (self->fallback);
  g_free (self->path);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_free (self);
}

static void
calculator_free (FwCalculator *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->hint);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

void
fw_calculators_free (FwCalculators *self)
{
  g_free (self->pack);
  g_free (self->place);
  g_ptr_array_unref (self->list);
  g_free (self);
}

/* One language of a pair {zh, en} in a description; NULL where it is not there. */
static char *
dup_text (JsonObject *object,
          const char *member,
          gboolean chinese)
{
  JsonObject *pair = json_object_has_member (object, member) ? json_object_get_object_member (object, member) : NULL;

  return pair != NULL ? g_strdup (json_object_get_string_member_with_default (pair, chinese ? "zh" : "en", NULL)) : NULL;
}

static char *
dup_member (JsonObject *object,
            const char *member)
{
  return g_strdup (json_object_get_string_member_with_default (object, member, NULL));
}

static GPtrArray *
read_options (JsonObject *input,
              gboolean chinese)
{
  JsonArray *array = json_object_has_member (input, "options") ? json_object_get_array_member (input, "options") : NULL;
  GPtrArray *options;

  if (array == NULL)
    return NULL;
  options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      FwCalculatorOption *option = g_new0 (FwCalculatorOption, 1);

      option->id = dup_member (entry, "id");
      option->title = dup_member (entry, chinese ? "zh" : "en");
      g_ptr_array_add (options, option);
    }
  return options;
}

static GPtrArray *
list_grounds (FwPack *pack,
              gboolean chinese)
{
  GPtrArray *grounds = fw_pack_get_grounds (pack);
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);

  for (guint i = 0; i < grounds->len; i++)
    {
      const FwGround *ground = g_ptr_array_index (grounds, i);
      FwCalculatorOption *option = g_new0 (FwCalculatorOption, 1);

      option->id = g_strdup (ground->id);
      option->title = g_strdup (chinese ? ground->title.zh : ground->title.en);
      option->kind = g_strdup (ground->kind);
      g_ptr_array_add (options, option);
    }
  return options;
}

static FwCalculatorInput *
read_input (FwPack *pack,
            JsonObject *object,
            gboolean chinese)
{
  FwCalculatorInput *input = g_new0 (FwCalculatorInput, 1);

  input->name = dup_member (object, "name");
  input->type = dup_member (object, "type");
  input->label = dup_text (object, "label", chinese);
  input->hint = dup_text (object, "hint", chinese);
  input->unit = dup_member (object, "unit");
  input->fallback = dup_member (object, "default");
  input->path = dup_member (object, "path");
  input->optional = json_object_get_boolean_member (object, "optional");
  input->seldom = g_strcmp0 (json_object_get_string_member_with_default (object, "use", NULL), "more") == 0;
  input->offered = json_object_has_member (object, "local");
  input->options = g_str_equal (input->type, "ground") ? list_grounds (pack, chinese) : read_options (object, chinese);
  return input;
}

static FwCalculator *
read_calculator (FwPack *pack,
                 const char *id,
                 gboolean chinese)
{
  FwText title = fw_pack_describe_calculation (pack, id), hint = fw_pack_hint_at_calculation (pack, id);
  g_autoptr (JsonNode) described = fw_pack_describe_inputs (pack, id, NULL);
  JsonArray *array = json_node_get_array (described);
  FwCalculator *calculator = g_new0 (FwCalculator, 1);

  calculator->id = g_strdup (id);
  calculator->title = g_strdup (chinese ? title.zh : title.en);
  calculator->hint = g_strdup (chinese ? hint.zh : hint.en);
  calculator->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) input_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      /* What only a case can know is not asked for here. */
      if (g_strcmp0 (json_object_get_string_member_with_default (object, "use", NULL), "case") != 0)
        g_ptr_array_add (calculator->inputs, read_input (pack, object, chinese));
    }
  return calculator;
}

static FwCalculators *
read_calculators (FwPack *pack,
                  const char *place,
                  gboolean chinese)
{
  FwCalculators *self = g_new0 (FwCalculators, 1);
  g_auto (GStrv) ids = fw_pack_list_calculations (pack);

  self->pack = g_strdup (fw_pack_get_id (pack));
  self->place = g_strdup (place);
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) calculator_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->list, read_calculator (pack, ids[i], chinese));
  return self;
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  FwScene *scene = task_data;
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) employers = NULL;
  g_autoptr (GError) error = NULL;
  FwCalculators *calculators = NULL;
  FwRecord *employer;
  FwPacks *packs;
  FwPack *pack;

  fw_query_page (query, 0, 1);
  employers = fw_store_list (scene->store, "employer", query, cancellable, &error);
  packs = employers != NULL ? _fw_engine_lock (scene->engine, &error) : NULL;
  if (packs == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  employer = employers->len > 0 ? employers->pdata[0] : NULL;
  pack = _fw_workplace_find_pack (packs, employer, &error);
  if (pack != NULL)
    calculators = read_calculators (pack, employer != NULL ? fw_record_get (employer, "place") : NULL, scene->chinese);
  _fw_engine_unlock (scene->engine);
  if (calculators != NULL)
    g_task_return_pointer (task, calculators, (GDestroyNotify) fw_calculators_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_calculators_read_async:
 *
 * Asks for all calculations of the law where the company is, on a worker thread.
 */
void
fw_calculators_read_async (FwWorkplace *workplace,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_calculators_read_async);
  g_task_set_task_data (task, _fw_workplace_dup_scene (workplace), (GDestroyNotify) _fw_scene_unref);
  fw_task_run_in_thread (task, read_cb);
}

/**
 * fw_calculators_read_finish:
 *
 * Returns: (transfer full) (nullable): the calculations
 */
FwCalculators *
fw_calculators_read_finish (GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
