#include "departure/fw-case-private.h"

#include "core/fw-task.h"
#include "departure/fw-engine-private.h"

/* What the departure would cost on another last day. */

#define LONGEST_RANGE 800 /* days */

void
fw_what_if_free (FwWhatIf *point)
{
  g_free (point->months);
  g_free (point->pay_in_lieu);
  g_free (point->severance);
  g_free (point->total);
  g_free (point->damages);
  g_free (point);
}

static double
drawn (const FwNumber *amount)
{
  return amount != NULL ? fw_number_to_double (amount) : -1;
}

static FwWhatIf *
point_of (FwDate day,
          FwAssessment *assessment)
{
  FwWhatIf *point = g_new0 (FwWhatIf, 1);
  const FwAmount *severance = fw_assessment_get_severance (assessment);
  const FwAmount *damages = fw_assessment_get_damages (assessment);
  const FwNotice *notice = fw_assessment_get_notice (assessment);
  const FwNumber *total = fw_assessment_get_total (assessment);

  point->last_day = day;
  point->severance_drawn = -1;
  if (severance != NULL)
    {
      point->months = fw_number_to_short (severance->months, 0, 2);
      point->severance = fw_number_to_fixed (severance->amount, 2);
      point->severance_drawn = drawn (severance->amount);
    }
  if (damages != NULL)
    point->damages = fw_number_to_fixed (damages->amount, 2);
  if (notice != NULL)
    {
      point->earliest_last_day = notice->earliest_last_day;
      point->pay_in_lieu = fw_number_to_fixed (notice->pay_in_lieu, 2);
    }
  point->total = fw_number_to_fixed (total, 2);
  point->total_drawn = drawn (total);
  return point;
}

/* Under the packs' lock. */
static GPtrArray *
reckon (FwPacks *packs,
        FwFacts *facts,
        FwDate from,
        FwDate to,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_what_if_free);
  FwPack *pack = fw_packs_get_for_facts (packs, facts, error);

  if (pack == NULL)
    return NULL;
  for (FwDate day = from; fw_date_compare (day, to) <= 0; day = fw_date_add_days (day, 1))
    {
      g_autofree char *text = fw_date_to_string (day);
      g_autoptr (FwAssessment) assessment = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !fw_facts_set (facts, "departure/@last-day", text, error) ||
          (assessment = fw_pack_assess (pack, facts, NULL, error)) == NULL)
        return NULL;
      g_ptr_array_add (points, point_of (day, assessment));
    }
  return g_steal_pointer (&points);
}

/* The same facts on another ground, as if the case were about that. */
static gboolean
change_ground (FwPacks *packs,
               FwFacts *facts,
               const char *ground_id,
               GError **error)
{
  FwPack *pack = fw_packs_get_for_facts (packs, facts, error);
  const FwGround *ground = pack != NULL ? fw_pack_find_ground (pack, ground_id) : NULL;

  if (ground != NULL)
    return fw_facts_set (facts, "departure/@kind", ground->kind, error) &&
           fw_facts_set (facts, "departure/@ground", ground->id, error);
  if (pack != NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the pack has no ground ‘%s’", ground_id);
  return FALSE;
}

static GPtrArray *
what_if (FwScene *scene,
         FwCaseJudged *judged,
         const char *ground,
         FwDate from,
         FwDate to,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (judged->facts);
  int days = fw_date_is_known (from) && fw_date_is_known (to) ? fw_date_days_between (from, to) : -1;
  GPtrArray *points = NULL;
  FwPacks *packs;

  if (days < 0 || days > LONGEST_RANGE || (judged->assessment == NULL && ground == NULL))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT,
                   "a ground must be chosen, and the days must be in order and at most %d", LONGEST_RANGE);
      return NULL;
    }
  packs = _fw_engine_lock (scene->engine, error);
  if (packs == NULL)
    return NULL;
  if (ground == NULL || change_ground (packs, facts, ground, error))
    points = reckon (packs, facts, from, to, cancellable, error);
  _fw_engine_unlock (scene->engine);
  return points;
}

/**
 * fw_case_what_if:
 * @from: the first last day to try
 * @to: the last one, at most 800 days later
 *
 * Returns: (transfer full) (nullable) (element-type FwWhatIf): a point for each day, the case judged as if it were the last
 */
GPtrArray *
fw_case_what_if (FwCase *self,
                 FwDate from,
                 FwDate to,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (FwScene) scene = _fw_case_dup_scene (self);

  return what_if (scene, _fw_case_get_judged (self), NULL, from, to, cancellable, error);
}

typedef struct
{
  FwScene *scene;
  FwCaseJudged *judged;
  char *ground; /* NULL: that of the case */
  FwDate from;
  FwDate to;
} Question;

static void
question_free (Question *question)
{
  _fw_scene_unref (question->scene);
  _fw_case_judged_unref (question->judged);
  g_free (question->ground);
  g_free (question);
}

static void
what_if_cb (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *points = what_if (question->scene, question->judged, question->ground, question->from, question->to,
                               cancellable, &error);

  if (points != NULL)
    g_task_return_pointer (task, points, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask (FwCase *self,
     const char *ground,
     FwDate from,
     FwDate to,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->ground = g_strdup (ground);
  question->scene = _fw_case_dup_scene (self);
  question->judged = _fw_case_judged_ref (_fw_case_get_judged (self));
  question->from = from;
  question->to = to;
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, what_if_cb);
}

/**
 * fw_case_what_if_async:
 *
 * As fw_case_what_if(), on a worker thread.
 */
void
fw_case_what_if_async (FwCase *self,
                       FwDate from,
                       FwDate to,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ask (self, NULL, from, to, cancellable, callback, user_data);
}

/**
 * fw_case_what_if_ground_async:
 * @ground: a ground of the pack
 * @last_day: a last day
 *
 * Asks what the departure would cost on another ground and last day, on a worker thread; ends with
 * fw_case_what_if_finish(), with one point.
 */
void
fw_case_what_if_ground_async (FwCase *self,
                              const char *ground,
                              FwDate last_day,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  ask (self, ground, last_day, last_day, cancellable, callback, user_data);
}

GPtrArray *
fw_case_what_if_finish (FwCase *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
