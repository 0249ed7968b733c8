#include "departure/fw-case-group-private.h"

#include "departure/fw-case-papers-private.h"
#include "departure/fw-case-rows-private.h"
#include "store/fw-store-error.h"

/* What is done to each case of a group in turn, on a worker thread. A case to which it cannot be done is counted and left as it is. */

void
_fw_group_work_free (FwGroupWork *self)
{
  _fw_scene_unref (self->scene);
  g_ptr_array_unref (self->cases);
  g_clear_object (&self->folder);
  g_strfreev (self->only);
  g_strfreev (self->reasons);
  g_strfreev (self->documents);
  g_strfreev (self->paths);
  g_free (self->material);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self->asked_of);
  g_free (self->asked_on);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->after, _fw_case_judged_unref);
  g_free (self);
}

/* The case as it stands, with what earlier sessions drafted. */
static FwCaseJudged *
judge (FwGroupWork *self,
       const char *case_id,
       GCancellable *cancellable,
       GError **error)
{
  FwCaseKept *kept = _fw_case_kept_load (self->scene->store, case_id, error);
  FwCaseJudged *judged = NULL;

  if (kept != NULL)
    judged = _fw_case_judge_now (self->scene, case_id, kept->pending, cancellable, error);
  g_clear_pointer (&kept, _fw_case_kept_free);
  return judged;
}

/* Plays an act of a case; what was drafted of it is taken in first. Takes what is kept of it. */
static gboolean
play_kept (FwGroupWork *self,
           FwCaseKept *kept,
           FwCaseActFunc func,
           const char *text,
           GFile *file,
           GHashTable *amounts,
           GCancellable *cancellable,
           GError **error)
{
  FwCaseAct *act;
  gboolean done;

  act = _fw_case_act_new_for (self->scene, kept->id, kept->pending, func, text, NULL, NULL);
  g_set_object (&act->file, file);
  act->amounts = amounts != NULL ? g_hash_table_ref (amounts) : NULL;
  done = _fw_case_act_play (act, cancellable, error);
  g_clear_pointer (&self->after, _fw_case_judged_unref);
  self->after = g_steal_pointer (&act->after);
  _fw_case_act_free (act);
  _fw_case_kept_free (kept);
  return done;
}

static gboolean
play (FwGroupWork *self,
      const char *case_id,
      FwCaseActFunc func,
      const char *text,
      GFile *file,
      GCancellable *cancellable,
      GError **error)
{
  FwCaseKept *kept = _fw_case_kept_load (self->scene->store, case_id, error);

  return kept != NULL && play_kept (self, kept, func, text, file, NULL, cancellable, error);
}

/* What nobody has said of a line of the status check: no, by whom it was asked and when. */
static void
answer_no (FwGroupWork *self,
           FwCaseItem *row,
           GHashTable *pending)
{
  const char *kind = fw_case_item_get_id (row);

  if (fw_case_item_get_choice (row, "answer") != FW_STATUS_UNKNOWN)
    return;
  g_hash_table_replace (pending, g_strdup_printf ("status/%s/@answer", kind), g_strdup ("no"));
  g_hash_table_replace (pending, g_strdup_printf ("status/%s/@asked-of", kind), g_strdup (self->asked_of));
  g_hash_table_replace (pending, g_strdup_printf ("status/%s/@on", kind), g_strdup (self->asked_on));
}

/* Whoever is not meant, whose check was taken already, or whose case has ended, is passed over. */
gboolean
_fw_group_step_status (FwGroupWork *self,
                       const char *case_id,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (FwCaseKept) kept = NULL;
  g_autoptr (FwCaseJudged) now = NULL;

  if (!g_strv_contains ((const char *const *) self->only, case_id))
    return TRUE;
  kept = _fw_case_kept_load (self->scene->store, case_id, error);
  now = kept != NULL ? _fw_case_judge_now (self->scene, case_id, kept->pending, cancellable, error) : NULL;
  if (now == NULL || _fw_case_has_evidence (now->records, "status-check"))
    return now != NULL;
  for (guint i = 0; i < now->lists[FW_CASE_LIST_STATUS_ROWS]->len; i++)
    answer_no (self, now->lists[FW_CASE_LIST_STATUS_ROWS]->pdata[i], kept->pending);
  return play_kept (self, g_steal_pointer (&kept), _fw_case_take_status, NULL, NULL, NULL, cancellable, error);
}

/* Why this person is chosen though others stay; whoever is not meant is passed over. */
gboolean
_fw_group_step_reason (FwGroupWork *self,
                       const char *case_id,
                       GCancellable *cancellable,
                       GError **error)
{
  FwCaseKept *kept;

  for (guint i = 0; self->only[i] != NULL; i++)
    {
      if (!g_str_equal (self->only[i], case_id))
        continue;
      kept = _fw_case_kept_load (self->scene->store, case_id, error);
      if (kept == NULL)
        return FALSE;
      g_hash_table_replace (kept->pending, g_strdup (FW_GROUP_REASON), *self->reasons[i] != '\0' ? g_strdup (self->reasons[i]) : NULL);
      return play_kept (self, kept, NULL, NULL, NULL, NULL, cancellable, error);
    }
  return TRUE;
}

/* What payroll knows of a case: amounts of lines by "line/" and their ids, answers by their paths. */
gboolean
_fw_group_step_settle (FwGroupWork *self,
                       const char *case_id,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GHashTable) amounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  FwCaseKept *kept;

  if (!g_strv_contains ((const char *const *) self->only, case_id))
    return TRUE;
  kept = _fw_case_kept_load (self->scene->store, case_id, error);
  for (guint i = 0; kept != NULL && self->only[i] != NULL; i++)
    {
      char *value = *self->reasons[i] != '\0' ? g_strdup (self->reasons[i]) : NULL;

      if (!g_str_equal (self->only[i], case_id))
        g_free (value);
      else if (g_str_has_prefix (self->paths[i], FW_GROUP_LINE))
        g_hash_table_replace (amounts, g_strdup (self->paths[i] + strlen (FW_GROUP_LINE)), value);
      else
        g_hash_table_replace (kept->pending, g_strdup (self->paths[i]), value);
    }
  return kept != NULL && play_kept (self, kept, g_hash_table_size (amounts) > 0 ? _fw_case_put_amounts : NULL, NULL, NULL, amounts,
                                    cancellable, error);
}

gboolean
_fw_group_step_settle_none (FwGroupWork *self,
                            const char *case_id,
                            GCancellable *cancellable,
                            GError **error)
{
  return play (self, case_id, _fw_case_put_settled_none, NULL, NULL, cancellable, error);
}

/* Of a material that was named it was judged for those who were named; without one, what asks for no judgment is taken for all. */
gboolean
_fw_group_step_found (FwGroupWork *self,
                      const char *case_id,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->only != NULL && !g_strv_contains ((const char *const *) self->only, case_id))
    return TRUE;
  if (play (self, case_id, _fw_case_take_found, self->material, NULL, cancellable, &problem) ||
      g_error_matches (problem, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Whether it is one file that cannot be taken in, and not the store that fails. */
static gboolean
is_of_file (const GError *error)
{
  return error->domain == G_IO_ERROR ? error->code != G_IO_ERROR_CANCELLED
                                     : error->domain == FW_WORKPLACE_ERROR ||
                                         g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID);
}

/* The files that somebody gave this case; one that cannot be taken in does not keep the others out. */
gboolean
_fw_group_step_attach (FwGroupWork *self,
                       const char *case_id,
                       GCancellable *cancellable,
                       GError **error)
{
  for (guint i = 0; self->only[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (!g_str_equal (self->only[i], case_id))
        continue;
      if (play (self, case_id, _fw_case_attach_file, self->material, self->files->pdata[i], cancellable, &problem))
        {
          self->n_papers++;
          continue;
        }
      if (!is_of_file (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      self->n_refused++;
      g_ptr_array_add (self->left, g_object_ref (self->files->pdata[i]));
    }
  return TRUE;
}

/* The papers of a case that stand in one of two states, by id; what is one for all comes from the first case alone. */
static GStrv
list_papers (FwGroupWork *self,
             FwCaseJudged *judged,
             const char *case_id,
             FwPaperState state)
{
  GPtrArray *rows = judged->lists[FW_CASE_LIST_DOCUMENTS];
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean first = g_strcmp0 (case_id, self->cases->pdata[0]) == 0;

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_choice (rows->pdata[i], "state") == (int) state && (first || !fw_case_item_get_truth (rows->pdata[i], "shared")))
      g_strv_builder_add (ids, fw_case_item_get_id (rows->pdata[i]));
  return g_strv_builder_end (ids);
}

static gboolean
is_wanted (FwGroupWork *self,
           const char *document)
{
  return g_strv_contains ((const char *const *) self->documents, document);
}

static gboolean
has_issued (FwGroupWork *self,
            FwCaseJudged *judged)
{
  GPtrArray *rows = judged->lists[FW_CASE_LIST_DOCUMENTS];

  for (guint i = 0; i < rows->len; i++)
    if (is_wanted (self, fw_case_item_get_id (rows->pdata[i])) && fw_case_item_get_choice (rows->pdata[i], "state") == FW_PAPER_ISSUED)
      return TRUE;
  return FALSE;
}

/* The first bar that no lawyer has set aside and that is not a missing material: those are counted. */
static const char *
first_bar (FwCaseJudged *judged)
{
  GPtrArray *findings = judged->lists[FW_CASE_LIST_FINDINGS];

  for (guint i = 0; i < findings->len; i++)
    if (fw_case_item_get_choice (findings->pdata[i], "verdict") == FW_VERDICT_BLOCKED)
      return fw_case_item_get_text (findings->pdata[i], "title");
  return NULL;
}

gboolean
_fw_group_step_issue (FwGroupWork *self,
                      const char *case_id,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwCaseJudged) now = judge (self, case_id, cancellable, error);
  g_auto (GStrv) ready = now != NULL ? list_papers (self, now, case_id, FW_PAPER_READY) : NULL;
  guint issued = 0;

  if (now == NULL)
    return FALSE;
  for (guint i = 0; first_bar (now) == NULL && ready[i] != NULL; i++)
    {
      if (!is_wanted (self, ready[i]))
        continue;
      if (!play (self, case_id, _fw_case_issue_paper, ready[i], NULL, cancellable, error))
        return FALSE;
      issued++;
    }
  self->n_papers += issued;
  if (self->after == NULL)
    self->after = _fw_case_judged_ref (now);
  return issued > 0 || has_issued (self, now) ||
         _fw_case_refuse (error, "no paper of case %s is ready", fw_record_get (now->records->row, "number"));
}

/* "2026-0012-解除劳动合同通知书.pdf": a number and what it is, no name of a person. */
static GFile *
make_file (FwGroupWork *self,
           FwCaseJudged *judged,
           const char *document)
{
  FwCaseItem *row = _fw_case_find_row (judged, FW_CASE_LIST_DOCUMENTS, document);
  g_autofree char *title = g_strdup (fw_case_item_get_text (row, "title"));
  g_autofree char *name = NULL;

  name = g_strdup_printf ("%s-%s.pdf", fw_record_get (judged->records->row, "number"), g_strdelimit (title, "/\\", '-'));
  return g_file_get_child (self->folder, name);
}

/* Does something with each issued paper of a case; what is one for all comes of the first. */
static gboolean
for_issued (FwGroupWork *self,
            const char *case_id,
            gboolean (*func) (FwGroupWork *self, FwCaseJudged *now, const char *document, GCancellable *cancellable, GError **error),
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FwCaseJudged) now = judge (self, case_id, cancellable, error);
  g_auto (GStrv) issued = now != NULL ? list_papers (self, now, case_id, FW_PAPER_ISSUED) : NULL;

  for (guint i = 0; now != NULL && issued[i] != NULL; i++)
    {
      if (!func (self, now, issued[i], cancellable, error))
        return FALSE;
      self->n_papers++;
    }
  if (now != NULL && self->after == NULL)
    self->after = _fw_case_judged_ref (now);
  return now != NULL;
}

static gboolean
save_paper (FwGroupWork *self,
            FwCaseJudged *now,
            const char *document,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = make_file (self, now, document);

  return play (self, fw_record_get_id (now->records->row), _fw_case_save_paper, document, file, cancellable, error);
}

gboolean
_fw_group_step_save (FwGroupWork *self,
                     const char *case_id,
                     GCancellable *cancellable,
                     GError **error)
{
  guint before = self->n_papers;

  if (!for_issued (self, case_id, save_paper, cancellable, error))
    return FALSE;
  return self->n_papers > before ||
         _fw_case_refuse (error, "no paper of case %s is issued", fw_record_get (self->after->records->row, "number"));
}

static gboolean
lay_out_paper (FwGroupWork *self,
               FwCaseJudged *now,
               const char *document,
               GCancellable *cancellable,
               GError **error)
{
  FwDocument *paper = _fw_paper_lay_out_issued (self->scene, now, _fw_case_records_issued (now->records, document), error);

  if (paper != NULL)
    g_ptr_array_add (self->papers, paper);
  return paper != NULL;
}

gboolean
_fw_group_step_lay_out (FwGroupWork *self,
                        const char *case_id,
                        GCancellable *cancellable,
                        GError **error)
{
  return for_issued (self, case_id, lay_out_paper, cancellable, error);
}

static const char *
chosen_total (FwCaseJudged *judged)
{
  GPtrArray *grounds = judged->lists[FW_CASE_LIST_GROUNDS];

  for (guint i = 0; i < grounds->len; i++)
    if (fw_case_item_get_truth (grounds->pdata[i], "chosen"))
      return fw_case_item_get_text (grounds->pdata[i], "total");
  return NULL;
}

/* What the pack says of somebody who is to be kept before others; what is said to it does not take it away. */
static const FwFinding *
find_kept_first (FwCaseJudged *judged)
{
  GPtrArray *findings = judged->assessment != NULL ? fw_assessment_get_findings (judged->assessment) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const FwFinding *finding = findings->pdata[i];

      if (finding->attributes != NULL && g_strcmp0 (g_hash_table_lookup (finding->attributes, "keep-first"), "true") == 0)
        return finding;
    }
  return NULL;
}

/* Those of the person's own papers that could be issued now. */
static void
set_ready (FwCaseItem *item,
           GPtrArray *rows)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (fw_case_item_get_choice (rows->pdata[i], "state") == FW_PAPER_READY && !fw_case_item_get_truth (rows->pdata[i], "shared"))
      {
        g_ptr_array_add (ids, (gpointer) fw_case_item_get_id (rows->pdata[i]));
        g_ptr_array_add (titles, (gpointer) fw_case_item_get_text (rows->pdata[i], "title"));
      }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  _fw_case_item_set_texts (item, "ready-ids", (const char *const *) ids->pdata);
  _fw_case_item_set_texts (item, "ready-titles", (const char *const *) titles->pdata);
}

static guint
count_of (GPtrArray *rows,
          int state)
{
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += fw_case_item_get_choice (rows->pdata[i], "state") == state;
  return count;
}

static FwCaseItem *
member_row (FwScene *scene,
            FwCaseJudged *judged)
{
  static const char *const of_person[][2] = { { "employee-name", "name" }, { "employee-number", "number" },
                                              { "department", "department" }, { "position", "position" } };
  FwRecord *row = judged->records->row;
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_GROUP_MEMBER, fw_record_get_id (row));
  const FwFinding *keep = find_kept_first (judged);

  _fw_case_item_set_text (item, "number", fw_record_get (row, "number"));
  _fw_case_item_set_text (item, "employee", fw_record_get (row, "employee-id"));
  for (guint i = 0; i < G_N_ELEMENTS (of_person); i++)
    _fw_case_item_set_text (item, of_person[i][0], fw_record_get (judged->records->person, of_person[i][1]));
  _fw_case_item_set_text (item, "last-day", g_hash_table_lookup (judged->answers, "departure/@last-day"));
  _fw_case_item_set_text (item, "chosen-because", g_hash_table_lookup (judged->answers, FW_GROUP_REASON));
  _fw_case_item_set_text (item, "amount", chosen_total (judged));
  _fw_case_item_set_text (item, "reason", first_bar (judged));
  _fw_case_item_set_choice (item, "state", _fw_case_state_parse (fw_record_get (row, "state")));
  _fw_case_item_set_choice (item, "verdict", judged->verdicts[FW_CASE_STEP_SUMMARY]);
  _fw_case_item_set_count (item, "missing", count_of (judged->lists[FW_CASE_LIST_MATERIALS], FW_MATERIAL_MISSING));
  _fw_case_item_set_count (item, "ready", count_of (judged->lists[FW_CASE_LIST_DOCUMENTS], FW_PAPER_READY));
  _fw_case_item_set_count (item, "issued", count_of (judged->lists[FW_CASE_LIST_DOCUMENTS], FW_PAPER_ISSUED));
  _fw_case_item_set_truth (item, "judged", TRUE);
  _fw_case_item_set_truth (item, "checked", _fw_case_has_evidence (judged->records, "status-check"));
  _fw_case_item_set_truth (item, "keep-first", keep != NULL);
  _fw_case_item_set_text (item, "keep-why", keep != NULL ? _fw_scene_pick (scene, keep->message.zh, keep->message.en) : NULL);
  /* For somebody who is barred nothing is issued with the others: what may be issued all the same is on the page of that case. */
  if (first_bar (judged) == NULL)
    set_ready (item, judged->lists[FW_CASE_LIST_DOCUMENTS]);
  return item;
}

/* One refusal does not keep the others waiting; anything else ends the work. */
static gboolean
do_step (FwGroupWork *self,
         const char *case_id,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->step (self, case_id, cancellable, &problem))
    return TRUE;
  if (!g_error_matches (problem, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->n_refused++;
  return TRUE;
}

/* Goes through all cases; given up between two of them, what was done stays done. */
gboolean
_fw_group_work_run (FwGroupWork *self,
                    GCancellable *cancellable,
                    GError **error)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const char *id = self->cases->pdata[i];
      g_autoptr (FwCaseItem) member = NULL;

      g_clear_pointer (&self->after, _fw_case_judged_unref);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || (self->step != NULL && !do_step (self, id, cancellable, error)))
        return FALSE;
      if (self->after == NULL && (self->after = judge (self, id, cancellable, error)) == NULL)
        return FALSE;
      member = member_row (self->scene, self->after);
      self->done = i + 1;
      self->told (self, member, _fw_group_gaps_new (self->after));
    }
  return TRUE;
}

/* Says one thing of every case with one event; what is issued or has ended is left as it is and counted. */
gboolean
_fw_group_set (FwScene *scene,
               GPtrArray *cases,
               const char *path,
               const char *value,
               guint *n_refused,
               GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new ("case.answer", scene->who, NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (FwEvent) event = NULL;

  g_hash_table_insert (said, g_strdup (path), g_strdup (value));
  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (FwCaseRecords) records = _fw_case_records_load (scene->store, cases->pdata[i], error);

      if (records == NULL)
        return FALSE;
      if (_fw_case_state_parse (fw_record_get (records->row, "state")) >= FW_CASE_STATE_ISSUED)
        {
          (*n_refused)++;
          continue;
        }
      fw_command_add_subject (command, cases->pdata[i]);
      _fw_case_answers_put (records, said, scene->who, scene->today, command);
      if (_fw_case_is_shared_path (records, path))
        break;
    }
  if (fw_command_get_n_changes (command) == 0)
    return TRUE;
  event = fw_store_run (scene->store, command, NULL, error);
  return event != NULL;
}
