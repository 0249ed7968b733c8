#include "departure/fw-case-private.h"

#include "departure/fw-employee-facts-private.h"
#include "departure/fw-engine-private.h"

/* What a new case is made from, found before anything is written. */
typedef struct
{
  FwScene *scene;
  char *employee_id;
  char *kind;
  char *ground;
  char *case_id; /* of the case that came of it */
} Opening;

static void
opening_free (Opening *opening)
{
  _fw_scene_unref (opening->scene);
  g_free (opening->employee_id);
  g_free (opening->kind);
  g_free (opening->ground);
  g_free (opening->case_id);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
opening_new (FwWorkplace *workplace,
             const char *employee_id,
             const char *kind,
             const char *ground)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->scene = _fw_workplace_dup_scene (workplace);
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

/* "2026-0012": counted on from the last case of the year, withdrawn ones too. */
static char *
next_number (Opening *opening,
             GError **error)
{
  g_autofree char *from = g_strdup_printf ("%04d-", opening->scene->today.year);
  g_autofree char *until = g_strdup_printf ("%04d-", opening->scene->today.year + 1);
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) last = NULL;
  guint64 before = 0;

  fw_query_where (query, "number", FW_QUERY_AT_LEAST, from);
  fw_query_where (query, "number", FW_QUERY_BELOW, until);
  fw_query_order (query, "seq", TRUE);
  fw_query_page (query, 0, 1);
  last = fw_store_list (opening->scene->store, "case", query, NULL, error);
  if (last == NULL)
    return NULL;
  if (last->len > 0)
    before = g_ascii_strtoull (strchr (fw_record_get (last->pdata[0], "number"), '-') + 1, NULL, 10);
  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT, from, before + 1);
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
open_now (Opening *opening,
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
  g_autoptr (Opening) opening = opening_new (workplace, employee_id, kind, ground);

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

  g_task_set_source_tag (outer, fw_case_open_async);
  g_task_set_source_tag (inner, fw_case_open_async);
  g_task_set_task_data (inner, opening_new (workplace, employee_id, kind, ground), (GDestroyNotify) opening_free);
  g_task_run_in_thread (inner, open_cb);
}
