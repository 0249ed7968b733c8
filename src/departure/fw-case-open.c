#include "departure/fw-case-private.h"

#include "core/fw-task.h"
#include "departure/fw-employee-facts-private.h"
#include "departure/fw-engine-private.h"

/* What a new case is made from, found before anything is written. */
typedef struct
{
  FwScene *scene;
  char *employee_id;
  char *kind;
  char *ground;
  char *case_id;  /* of the case that came of it */
  char *group_id; /* nullable: of the decision that it is part of */
} Opening;

static void
opening_free (Opening *opening)
{
  _fw_scene_unref (opening->scene);
  g_free (opening->employee_id);
  g_free (opening->kind);
  g_free (opening->ground);
  g_free (opening->case_id);
  g_free (opening->group_id);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
opening_new (FwScene *scene,
             const char *employee_id,
             const char *kind,
             const char *ground)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->scene = _fw_scene_ref (scene);
  opening->employee_id = g_strdup (employee_id);
  opening->kind = g_strdup (kind);
  opening->ground = g_strdup (ground);
  return opening;
}

static gboolean
is_employed (Opening *opening,
             GError **error)
{
  g_autoptr (FwRecord) employee = fw_store_get (opening->scene->store, "employee", opening->employee_id, error);

  if (employee == NULL || g_strcmp0 (fw_record_get (employee, "status"), "left") != 0)
    return employee != NULL;
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "this person has left already");
  return FALSE;
}

/* One case a person at a time: a second would contradict the first. */
static gboolean
is_free (Opening *opening,
         GError **error)
{
  static const char *const over[] = { "closed", "withdrawn", NULL };
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", opening->employee_id);
  g_autoptr (GPtrArray) cases = fw_store_list (opening->scene->store, "case", query, NULL, error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    if (!g_strv_contains (over, fw_record_get (cases->pdata[i], "state")))
      {
        g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "case %s of this person is still open",
                     fw_record_get (cases->pdata[i], "number"));
        return FALSE;
      }
  return cases != NULL;
}

/* Counted on from the greatest number that stands behind @prefix; -1 with an error. */
static gint64
count_on (FwScene *scene,
          const char *kind,
          const char *prefix,
          GError **error)
{
  const gint64 last = fw_store_get_last_number (scene->store, kind, "number", prefix, error);

  return last >= 0 ? last + 1 : -1;
}

/* "2026-0012": counted on through the year, from withdrawn ones too. */
static char *
next_number (Opening *opening,
             GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%04d-", opening->scene->today.year);
  const gint64 number = count_on (opening->scene, "case", prefix, error);

  return number > 0 ? g_strdup_printf ("%s%04" G_GINT64_FORMAT, prefix, number) : NULL;
}

/* The figures of a pack come into the store once, unconfirmed; those that are there already stay as they are. */
static gboolean
put_figures (FwStore *store,
             FwPack *pack,
             FwCommand *command,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("jurisdiction", fw_pack_get_id (pack));
  gint64 there = fw_store_count (store, "local-figure", query, NULL, error);
  GPtrArray *figures = fw_pack_get_local_figures (pack);

  for (guint i = 0; there == 0 && i < figures->len; i++)
    {
      const FwLocalFigure *figure = figures->pdata[i];
      g_auto (GStrv) places = g_strsplit (figure->places, " ", -1);

      for (guint k = 0; places[k] != NULL; k++)
        {
          FwRecord *record;

          if (*places[k] == '\0')
            continue;
          record = fw_command_add (command, "local-figure");
          fw_record_set (record, "jurisdiction", fw_pack_get_id (pack));
          fw_record_set (record, "place", places[k]);
          fw_record_set (record, "year", figure->year != NULL ? figure->year : "0");
          fw_record_set (record, "name", figure->kind);
          fw_record_set (record, "amount", figure->value);
          fw_record_set_date (record, "from", figure->from);
          fw_record_set_date (record, "until", figure->until);
          fw_record_set (record, "source", figure->source);
          fw_record_set (record, "confidence", figure->confidence);
          fw_record_set_truth (record, "confirmed", FALSE);
        }
    }
  return there >= 0;
}

static gboolean
check_ground (Opening *opening,
              FwPack *pack,
              GError **error)
{
  const FwGround *ground = opening->ground != NULL ? fw_pack_find_ground (pack, opening->ground) : NULL;

  if (opening->ground == NULL || (ground != NULL && g_strcmp0 (ground->kind, opening->kind) == 0))
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the pack %s has no ground ‘%s’ of the kind ‘%s’",
               fw_pack_get_id (pack), opening->ground, opening->kind);
  return FALSE;
}

static void
put_case (Opening *opening,
          FwPack *pack,
          const char *number,
          FwCommand *command)
{
  FwRecord *row = fw_command_add (command, "case");
  FwRecord *used = fw_command_add (command, "pack-used");

  opening->case_id = g_strdup (fw_record_get_id (row));
  fw_record_set (row, "number", number);
  fw_record_set (row, "employee-id", opening->employee_id);
  fw_record_set (row, "kind", opening->kind);
  fw_record_set (row, "ground", opening->ground);
  fw_record_set (row, "case-group-id", opening->group_id);
  fw_record_set (row, "state", "draft");
  fw_record_set (row, "opened-by", opening->scene->who);
  fw_record_set_date (row, "opened", opening->scene->today);
  fw_record_set (used, "case-id", opening->case_id);
  fw_record_set (used, "pack", fw_pack_get_id (pack));
  fw_record_set (used, "version", fw_pack_get_version (pack));
  fw_record_set (used, "sha256", fw_pack_get_hash (pack));
  fw_record_set_truth (used, "changed", fw_pack_is_changed (pack));
  fw_record_set_date (used, "made", opening->scene->today);
  fw_command_add_subject (command, opening->case_id);
}

/* Under the packs' lock. */
static gboolean
write_case (Opening *opening,
            FwPacks *packs,
            FwFacts *facts,
            GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("case.open", opening->scene->who, NULL);
  FwPack *pack = fw_packs_get_for_facts (packs, facts, error);
  g_autoptr (FwEvent) event = NULL;
  g_autofree char *number = NULL;

  if (pack == NULL || !check_ground (opening, pack, error) ||
      !put_figures (opening->scene->store, pack, command, error) || (number = next_number (opening, error)) == NULL)
    return FALSE;
  put_case (opening, pack, number, command);
  event = fw_store_run (opening->scene->store, command, NULL, error);
  return event != NULL;
}

static gboolean
find_and_write (Opening *opening,
                GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();
  FwPacks *packs;
  gboolean done;

  if (!is_employed (opening, error) || !is_free (opening, error) ||
      !_fw_employee_facts_fill (opening->scene->store, opening->employee_id, opening->scene->today, facts, error))
    return FALSE;
  packs = _fw_engine_lock (opening->scene->engine, error);
  if (packs == NULL)
    return FALSE;
  done = write_case (opening, packs, facts, error);
  _fw_engine_unlock (opening->scene->engine);
  return done;
}

static gboolean
open_now (Opening *opening,
          GError **error)
{
  gboolean done;

  _fw_engine_begin_act (opening->scene->engine);
  done = find_and_write (opening, error);
  _fw_engine_end_act (opening->scene->engine);
  return done;
}

/* Several people at once */

/* "2026-G003": the groups of a year are counted on their own. */
static char *
next_group_number (FwScene *scene,
                   GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%04d-G", scene->today.year);
  const gint64 number = count_on (scene, "case-group", prefix, error);

  return number > 0 ? g_strdup_printf ("%s%03" G_GINT64_FORMAT, prefix, number) : NULL;
}

/* Who can leave with the others: employed by the same employer, without an open case of their own. */
static GPtrArray *
find_openings (FwScene *scene,
               GPtrArray *people,
               guint *left_out,
               GError **error)
{
  g_autoptr (GPtrArray) openings = g_ptr_array_new_with_free_func ((GDestroyNotify) opening_free);

  *left_out = 0;
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (Opening) opening = opening_new (scene, fw_record_get_id (people->pdata[i]), NULL, NULL);
      g_autoptr (GError) why = NULL;
      gboolean same = g_strcmp0 (fw_record_get (people->pdata[i], "employer-id"), fw_record_get (people->pdata[0], "employer-id")) == 0;

      if (same && is_employed (opening, &why) && is_free (opening, &why))
        g_ptr_array_add (openings, g_steal_pointer (&opening));
      else if (why == NULL || g_error_matches (why, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED))
        (*left_out)++;
      else
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return NULL;
        }
    }
  if (openings->len > 1)
    return g_steal_pointer (&openings);
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED,
                       "fewer than two of them can be decided upon together: the others have left, have an open case or another employer");
  return NULL;
}

/* What the pack says of such a decision is kept with it: a newer pack shares no answers anew. */
static char *
put_group (FwScene *scene,
           const FwCollective *collective,
           FwCommand *command,
           GError **error)
{
  g_autofree char *number = next_group_number (scene, error);
  FwRecord *group = number != NULL ? fw_command_add (command, "case-group") : NULL;

  if (group == NULL)
    return NULL;
  fw_record_set (group, "number", number);
  fw_record_set (group, "kind", collective->kind);
  fw_record_set (group, "answers", collective->answers);
  fw_record_set (group, "count", collective->count);
  fw_record_set (group, "people", collective->people);
  fw_record_set (group, "opened-by", scene->who);
  fw_record_set_date (group, "opened", scene->today);
  return g_strdup (fw_record_get_id (group));
}

/* Numbers of one command follow one another: none of them is in the store yet. */
static void
put_cases (GPtrArray *openings,
           FwPack *pack,
           const char *group_id,
           const char *kind,
           const char *first,
           FwCommand *command)
{
  guint64 number = g_ascii_strtoull (strchr (first, '-') + 1, NULL, 10);

  for (guint i = 0; i < openings->len; i++)
    {
      Opening *opening = openings->pdata[i];
      g_autofree char *text = g_strdup_printf ("%04d-%04" G_GUINT64_FORMAT, opening->scene->today.year, number + i);

      opening->kind = g_strdup (kind);
      opening->group_id = g_strdup (group_id);
      put_case (opening, pack, text, command);
    }
}

/* Under the packs' lock. */
static char *
write_together (GPtrArray *openings,
                FwPacks *packs,
                FwFacts *facts,
                GError **error)
{
  Opening *first = openings->pdata[0];
  g_autoptr (FwCommand) command = fw_command_new ("case.open-together", first->scene->who, NULL);
  FwPack *pack = fw_packs_get_for_facts (packs, facts, error);
  GPtrArray *kinds = pack != NULL ? fw_pack_get_collectives (pack) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *group_id = NULL;
  g_autoptr (FwEvent) event = NULL;

  if (kinds == NULL)
    return NULL;
  if (kinds->len == 0)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, "the pack %s knows no departure of several people as one decision",
                   fw_pack_get_id (pack));
      return NULL;
    }
  if (!put_figures (first->scene->store, pack, command, error) || (number = next_number (first, error)) == NULL ||
      (group_id = put_group (first->scene, kinds->pdata[0], command, error)) == NULL)
    return NULL;
  put_cases (openings, pack, group_id, ((const FwCollective *) kinds->pdata[0])->kind, number, command);
  event = fw_store_run (first->scene->store, command, NULL, error);
  return event != NULL ? g_steal_pointer (&group_id) : NULL;
}

static char *
find_and_write_together (FwScene *scene,
                         GPtrArray *people,
                         guint *left_out,
                         GError **error)
{
  g_autoptr (GPtrArray) openings = find_openings (scene, people, left_out, error);
  g_autoptr (FwFacts) facts = fw_facts_new ();
  FwPacks *packs;
  char *group_id;

  if (openings == NULL ||
      !_fw_employee_facts_fill (scene->store, ((Opening *) openings->pdata[0])->employee_id, scene->today, facts, error))
    return NULL;
  packs = _fw_engine_lock (scene->engine, error);
  if (packs == NULL)
    return NULL;
  group_id = write_together (openings, packs, facts, error);
  _fw_engine_unlock (scene->engine);
  return group_id;
}

/*
 * Opens a case for each of @people (employee or employee-overview records) as one decision, with one event; on any thread.
 * Who cannot be among them is left out and counted. Answers the id of the group, NULL where fewer than two are left.
 */
char *
_fw_case_open_together (FwScene *scene,
                        GPtrArray *people,
                        guint *left_out,
                        GError **error)
{
  char *group_id;

  _fw_engine_begin_act (scene->engine);
  group_id = find_and_write_together (scene, people, left_out, error);
  _fw_engine_end_act (scene->engine);
  return group_id;
}

/**
 * fw_case_open:
 * @employee_id: whose departure it is
 * @kind: resignation, mutual, dismissal, redundancy, expiry, retirement or other
 * @ground: (nullable): a ground of the pack, where it is known already
 *
 * Opens a case and gives it the next number of its year. The pack's local figures come into the store with the first
 * case of a jurisdiction, unconfirmed.
 *
 * Returns: (transfer full) (nullable): the case; %NULL where one of this person is open, the ground is not of that kind,
 *   or no pack knows the employer's jurisdiction
 */
FwCase *
fw_case_open (FwWorkplace *workplace,
              const char *employee_id,
              const char *kind,
              const char *ground,
              GError **error)
{
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (workplace);
  g_autoptr (Opening) opening = opening_new (scene, employee_id, kind, ground);

  return open_now (opening, error) ? fw_case_load (workplace, opening->case_id, error) : NULL;
}

static void
open_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;
  FwCaseKept *kept = open_now (opening, &error) ? _fw_case_kept_load (opening->scene->store, opening->case_id, &error) : NULL;

  if (kept != NULL)
    g_task_return_pointer (task, kept, (GDestroyNotify) _fw_case_kept_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fw_case_open_async:
 *
 * As fw_case_open(), on a worker thread; ends with fw_case_new_finish().
 */
void
fw_case_open_async (FwWorkplace *workplace,
                    const char *employee_id,
                    const char *kind,
                    const char *ground,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *outer = g_task_new (workplace, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (workplace, cancellable, _fw_case_found_cb, outer);
  g_autoptr (FwScene) scene = _fw_workplace_dup_scene (workplace);

  g_task_set_source_tag (outer, fw_case_open_async);
  g_task_set_source_tag (inner, fw_case_open_async);
  g_task_set_task_data (inner, opening_new (scene, employee_id, kind, ground), (GDestroyNotify) opening_free);
  fw_task_run_in_thread (inner, open_cb);
}
