#include "departure/fw-calculator.h"

#include <string.h>

#include "core/fw-task.h"
#include "departure/fw-employee-facts-private.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-workplace-private.h"
#include "rules/fw-packs.h"

/* One calculation without a case: what was typed goes in, what people read comes out. Nothing is stored. */

/**
 * fw_reckoning_row_new:
 * @name: (nullable): of the input or output
 * @value: (nullable): as people read it
 */
FwReckoningRow *
fw_reckoning_row_new (const char *name,
                      const char *text,
                      const char *value)
{
  FwReckoningRow *self = g_new0 (FwReckoningRow, 1);

  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->value = g_strdup (value);
  return self;
}

void
fw_reckoning_row_free (FwReckoningRow *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->text);
  g_free (self->value);
  g_free (self->article);
  g_free (self->quotation);
  g_free (self);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fw_reckoning_row_free);
}

static FwReckoning *
reckoning_new (const char *title)
{
  FwReckoning *self = g_new0 (FwReckoning, 1);

  self->title = g_strdup (title);
  self->outputs = rows_new ();
  self->working = rows_new ();
  self->notes = rows_new ();
  self->readings = rows_new ();
  self->asked = rows_new ();
  self->wrong = rows_new ();
  self->offers = rows_new ();
  return self;
}

void
fw_reckoning_free (FwReckoning *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->outputs);
  g_ptr_array_unref (self->working);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->wrong);
  g_ptr_array_unref (self->offers);
  g_free (self);
}

typedef struct
{
  FwScene *scene;
  char *pack;
  char *calculation;
  char *place;
  GHashTable *inputs;
} Question;

static void
question_free (Question *self)
{
  _fw_scene_unref (self->scene);
  g_free (self->pack);
  g_free (self->calculation);
  g_free (self->place);
  g_hash_table_unref (self->inputs);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static Question *
question_new (FwWorkplace *workplace,
              const char *pack,
              const char *calculation,
              const char *place,
              GHashTable *inputs)
{
  Question *self = g_new0 (Question, 1);
  GHashTableIter iterator;
  gpointer name, text;

  self->scene = _fw_workplace_dup_scene (workplace);
  self->pack = g_strdup (pack);
  self->calculation = g_strdup (calculation);
  self->place = g_strdup (place);
  self->inputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iterator, inputs);
  while (g_hash_table_iter_next (&iterator, &name, &text))
    g_hash_table_insert (self->inputs, g_strdup (name), g_strdup (text));
  return self;
}

static const char *
text_of (Question *question,
         JsonObject *object,
         const char *member)
{
  JsonObject *pair = json_object_has_member (object, member) ? json_object_get_object_member (object, member) : NULL;

  return pair != NULL ? json_object_get_string_member_with_default (pair, question->scene->chinese ? "zh" : "en", NULL) : NULL;
}

/* Takes what no input can be out of the question, each with the reason. */
static void
sort_out (Question *question,
          FwPack *pack,
          FwReckoning *reckoning)
{
  GHashTableIter iterator;
  gpointer name, text;

  g_hash_table_iter_init (&iterator, question->inputs);
  while (g_hash_table_iter_next (&iterator, &name, &text))
    {
      g_autoptr (GError) error = NULL;

      if (fw_pack_accepts (pack, question->calculation, name, text, &error))
        continue;
      g_ptr_array_add (reckoning->wrong, fw_reckoning_row_new (name, error->message, text));
      g_hash_table_iter_remove (&iterator);
    }
}

/* A figure of the place: what the store has, else what the pack has found and nobody has checked. */
static const char *
find_figure (FwFacts *facts,
             FwPack *pack,
             const char *place,
             const char *kind,
             FwDate day,
             gboolean *confirmed)
{
  g_autofree char *path = g_strconcat ("local/@", kind, NULL);
  const char *kept = fw_facts_get (facts, path);
  const FwLocalFigure *found;

  if (kept != NULL)
    {
      *confirmed = *confirmed && g_strcmp0 (fw_facts_get (facts, "local/@confirmed"), "true") == 0;
      return kept;
    }
  found = fw_pack_find_local_figure (pack, place, kind, day);
  *confirmed = *confirmed && found == NULL;
  return found != NULL ? found->value : NULL;
}

/* The figures of the place, on the last day that was said, for the inputs that nobody filled in. */
static gboolean
offer_figures (Question *question,
               FwPack *pack,
               JsonArray *inputs,
               FwReckoning *reckoning,
               GError **error)
{
  const char *last_day = g_hash_table_lookup (question->inputs, "last-day");
  const char *said = g_hash_table_lookup (question->inputs, "place");
  const char *place = said != NULL ? said : question->place;
  FwDate day = last_day != NULL ? fw_date_from_string (last_day) : question->scene->today;
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (place == NULL)
    return TRUE;
  _fw_facts_put (facts, "@jurisdiction", question->pack);
  _fw_facts_put (facts, "@place", place);
  if (!_fw_local_facts_fill (question->scene->store, day, facts, error))
    return FALSE;
  reckoning->confirmed = TRUE;
  for (guint i = 0; i < json_array_get_length (inputs); i++)
    {
      JsonObject *input = json_array_get_object_element (inputs, i);
      const char *name = json_object_get_string_member (input, "name");
      const char *kind = json_object_get_string_member_with_default (input, "local", NULL);
      const char *value;

      if (kind == NULL || g_hash_table_contains (question->inputs, name))
        continue;
      value = find_figure (facts, pack, place, kind, day, &reckoning->confirmed);
      if (value == NULL)
        continue;
      g_hash_table_insert (question->inputs, g_strdup (name), g_strdup (value));
      g_ptr_array_add (reckoning->offers, fw_reckoning_row_new (name, text_of (question, input, "label"), value));
    }
  return TRUE;
}

static void
add_outputs (Question *question,
             JsonArray *outputs,
             JsonObject *found,
             FwReckoning *reckoning)
{
  JsonObject *shown = json_object_get_object_member (found, "shown");

  for (guint i = 0; i < json_array_get_length (outputs); i++)
    {
      JsonObject *output = json_array_get_object_element (outputs, i);
      const char *name = json_object_get_string_member (output, "name");
      gboolean main = json_object_get_boolean_member (output, "main");
      FwReckoningRow *row;

      /* Whether a cap holds may stay unknown though the amount does not: that is said, the rest is waited for. */
      if (!main && !json_object_has_member (shown, name) &&
          g_strcmp0 (json_object_get_string_member (output, "type"), "truth") != 0)
        continue;
      row = fw_reckoning_row_new (name, text_of (question, output, "label"), text_of (question, shown, name));
      row->type = g_strdup (json_object_get_string_member (output, "type"));
      g_ptr_array_add (reckoning->outputs, row);
      if (main)
        reckoning->answer = row;
    }
}

static void
add_working (Question *question,
             FwPack *pack,
             JsonObject *found,
             FwReckoning *reckoning)
{
  JsonArray *working = json_object_get_array_member (found, "working");

  for (guint i = 0; i < json_array_get_length (working); i++)
    {
      JsonObject *line = json_array_get_object_element (working, i);
      const char *article = json_object_get_string_member (line, "article");
      FwReckoningRow *row;

      /* A line that waits for what has not been said yet would only say so. */
      if (text_of (question, line, "shown") == NULL)
        continue;
      row = fw_reckoning_row_new (NULL, text_of (question, line, "step"), text_of (question, line, "shown"));
      row->article = g_strdup (text_of (question, line, "citation"));
      row->quotation = fw_pack_quote (pack, article, question->scene->chinese);
      g_ptr_array_add (reckoning->working, row);
    }
}

static void
add_notes (Question *question,
           JsonObject *found,
           FwReckoning *reckoning)
{
  JsonArray *notes = json_object_get_array_member (found, "notes");

  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      JsonObject *note = json_array_get_object_element (notes, i);
      FwReckoningRow *row = fw_reckoning_row_new (NULL, text_of (question, note, "message"), NULL);

      row->article = g_strdup (text_of (question, note, "citation"));
      g_ptr_array_add (reckoning->notes, row);
    }
}

static void
add_readings (Question *question,
              JsonObject *found,
              FwReckoning *reckoning)
{
  JsonArray *others = json_object_get_array_member (found, "alternatives");

  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonObject *other = json_array_get_object_element (others, i);
      g_autofree char *text = g_strdup_printf ("%s\t%s\t%s", text_of (question, other, "title"), text_of (question, other, "option"),
                                               text_of (question, other, "label"));

      g_ptr_array_add (reckoning->readings,
                       fw_reckoning_row_new (json_object_get_string_member (other, "setting"), text, text_of (question, other, "shown")));
    }
}

static void
add_asked (Question *question,
           JsonObject *found,
           FwReckoning *reckoning)
{
  JsonArray *unknown = json_object_get_array_member (found, "unknown");

  for (guint i = 0; i < json_array_get_length (unknown); i++)
    {
      JsonObject *one = json_array_get_object_element (unknown, i);
      const char *text = json_object_get_string_member_with_default (one, question->scene->chinese ? "zh" : "en", "");

      g_ptr_array_add (reckoning->asked, fw_reckoning_row_new (json_object_get_string_member (one, "name"), text, NULL));
    }
}

/* Under the packs' lock. */
static FwReckoning *
reckon_with (Question *question,
             FwPack *pack,
             GError **error)
{
  FwText title = fw_pack_describe_calculation (pack, question->calculation);
  g_autoptr (JsonNode) inputs = fw_pack_describe_inputs (pack, question->calculation, error);
  g_autoptr (JsonNode) outputs = inputs != NULL ? fw_pack_describe_outputs (pack, question->calculation, error) : NULL;
  g_autoptr (FwReckoning) reckoning = reckoning_new (question->scene->chinese ? title.zh : title.en);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *found;

  if (outputs == NULL)
    return NULL;
  sort_out (question, pack, reckoning);
  if (!offer_figures (question, pack, json_node_get_array (inputs), reckoning, error))
    return NULL;
  node = fw_pack_reckon (pack, question->calculation, question->inputs, NULL, question->scene->today, error);
  if (node == NULL)
    return NULL;
  found = json_node_get_object (node);
  add_outputs (question, json_node_get_array (outputs), found, reckoning);
  add_working (question, pack, found, reckoning);
  add_notes (question, found, reckoning);
  add_readings (question, found, reckoning);
  add_asked (question, found, reckoning);
  return g_steal_pointer (&reckoning);
}

static FwReckoning *
reckon (Question *question,
        GError **error)
{
  FwPacks *packs = _fw_engine_lock (question->scene->engine, error);
  FwReckoning *reckoning = NULL;
  FwPack *pack;

  if (packs == NULL)
    return NULL;
  pack = fw_packs_get (packs, question->pack, error);
  if (pack != NULL)
    reckoning = reckon_with (question, pack, error);
  _fw_engine_unlock (question->scene->engine);
  return reckoning;
}

static void
reckon_cb (GTask *task,
           gpointer source,
           gpointer task_data,
           GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  FwReckoning *reckoning = NULL;

  if (!g_task_return_error_if_cancelled (task))
    {
      reckoning = reckon (task_data, &error);
      if (reckoning != NULL)
        g_task_return_pointer (task, reckoning, (GDestroyNotify) fw_reckoning_free);
      else
        g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * fw_calculator_reckon:
 * @pack: which law
 * @place: (nullable): whose local figures to offer where no input says a place
 * @inputs: name → what was said, as FwCalculators describes it; what is not there is not known
 *
 * Returns: (transfer full) (nullable): what comes out; a value that cannot be taken is no error, it stands in the result
 */
FwReckoning *
fw_calculator_reckon (FwWorkplace *workplace,
                      const char *pack,
                      const char *calculation,
                      const char *place,
                      GHashTable *inputs,
                      GError **error)
{
  g_autoptr (Question) question = question_new (workplace, pack, calculation, place, inputs);

  return reckon (question, error);
}

/**
 * fw_calculator_reckon_async:
 *
 * As fw_calculator_reckon(), on a worker thread.
 */
void
fw_calculator_reckon_async (FwWorkplace *workplace,
                            const char *pack,
                            const char *calculation,
                            const char *place,
                            GHashTable *inputs,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_calculator_reckon_async);
  g_task_set_task_data (task, question_new (workplace, pack, calculation, place, inputs), (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, reckon_cb);
}

FwReckoning *
fw_calculator_reckon_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
