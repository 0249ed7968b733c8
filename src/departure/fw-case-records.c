#include "departure/fw-case-records-private.h"

#include "departure/fw-paper-style-private.h"
#include "departure/fw-workplace.h"
#include "store/fw-audit.h"

/* Answers that the case row itself holds, so that lists and figures can ask for them; all others are rows of their own. */
static const struct
{
  const char *path;
  const char *field;
} case_fields[] = {
  { "departure/@kind", "kind" },
  { "departure/@ground", "ground" },
  { "departure/@proposer", "proposer" },
  { "departure/@stage", "stage" },
  { "departure/@notified", "notified" },
  { "departure/@notice-days-given", "notice-days-given" },
  { "departure/@notice-delivered", "notice-delivered" },
  { "departure/@last-day", "last-day" },
  { "departure/@decided", "decided" },
  { "departure/@stated-reason", "stated-reason" },
  { "departure/@employee-requests", "employee-requests" },
  { "departure/@employee-requests-open-ended", "employee-requests-open-ended" },
  { "departure/@employer-offer", "employer-offer" },
  { "departure/@employee-renews", "employee-renews" },
  { "departure/@layoff-count", "layoff-count" },
  { "company/union/@notified", "union-notified" },
  { "company/union/@replied", "union-replied" },
  { "company/union/@opinion", "union-opinion" },
  { "company/union/@opinion-text", "union-opinion-text" },
  { "company/union/@reply-by", "union-reply-by" },
  { "company/union/@answered", "union-answered" },
  { "case/@handover-date", "handover-date" },
  { "case/@handover-place", "handover-place" },
  { "case/@receiver", "receiver" },
  { "case/@signatory", "signatory" },
  { "case/@pay-date", "pay-date" },
  { "case/@pay-account", "pay-account" },
};

/* The field of the case row that holds an answer, NULL where a row of its own does. */
const char *
_fw_case_field_of_path (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (case_fields); i++)
    if (g_str_equal (case_fields[i].path, path))
      return case_fields[i].field;
  return NULL;
}

static GPtrArray *
list_of (FwStore *store,
         const char *kind,
         const char *field,
         const char *value,
         GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals (field, value);

  fw_query_order (query, "seq", FALSE);
  return fw_store_list (store, kind, query, NULL, error);
}

static gboolean
load_answers (FwCaseRecords *self,
              FwStore *store,
              GError **error)
{
  g_autoptr (GPtrArray) rows = list_of (store, "case-answer", "case-id", fw_record_get_id (self->row), error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      FwRecord *row = rows->pdata[i];
      const char *path = fw_record_get (row, "path");

      g_hash_table_replace (self->answer_rows, g_strdup (path), g_object_ref (row));
      if (fw_record_get (row, "value") != NULL)
        g_hash_table_replace (self->answers, g_strdup (path), g_strdup (fw_record_get (row, "value")));
    }
  for (guint i = 0; i < G_N_ELEMENTS (case_fields); i++)
    if (fw_record_get (self->row, case_fields[i].field) != NULL)
      g_hash_table_replace (self->answers, g_strdup (case_fields[i].path),
                            g_strdup (fw_record_get (self->row, case_fields[i].field)));
  return TRUE;
}

/* A changed wording is a record of its own; among the answers it stands under its paper and block, with the hash of
 * what it replaced beside it. */
static gboolean
load_wordings (FwCaseRecords *self,
               FwStore *store,
               GError **error)
{
  self->wordings = list_of (store, "template-override", "case-id", fw_record_get_id (self->row), error);
  for (guint i = 0; self->wordings != NULL && i < self->wordings->len; i++)
    {
      FwRecord *wording = self->wordings->pdata[i];
      const char *document = fw_record_get (wording, "document");
      const char *block = fw_record_get (wording, "block");

      g_hash_table_replace (self->answers, g_strdup_printf ("wording/%s/%s", document, block),
                            g_strdup (fw_record_get (wording, "text")));
      if (fw_record_get (wording, "base-sha256") != NULL)
        g_hash_table_replace (self->answers, g_strdup_printf ("wording-of/%s/%s", document, block),
                              g_strdup (fw_record_get (wording, "base-sha256")));
    }
  return self->wordings != NULL;
}

/* Evidence of the case itself, and what lies with the person and belongs to no case. */
static gboolean
load_evidence (FwCaseRecords *self,
               FwStore *store,
               const char *employee_id,
               GError **error)
{
  g_autoptr (GPtrArray) of_person = NULL;

  self->evidence = list_of (store, "evidence", "case-id", fw_record_get_id (self->row), error);
  if (self->evidence == NULL)
    return FALSE;
  of_person = list_of (store, "evidence", "employee-id", employee_id, error);
  for (guint i = 0; of_person != NULL && i < of_person->len; i++)
    if (fw_record_get (of_person->pdata[i], "case-id") == NULL)
      g_ptr_array_add (self->evidence, g_object_ref (of_person->pdata[i]));
  return of_person != NULL;
}

static gboolean
load_basis (FwCaseRecords *self,
            FwStore *store,
            GError **error)
{
  const char *id = fw_record_get_id (self->row);
  g_autoptr (GPtrArray) bases = list_of (store, "case-basis", "case-id", id, error);
  g_autoptr (GError) problem = NULL;

  if (bases == NULL)
    return FALSE;
  if (bases->len > 0)
    self->basis = g_object_ref (bases->pdata[bases->len - 1]);
  self->seen_basis = fw_store_dup_draft (store, id, "basis", &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The papers of the case; minutes are papers of their talk. */
static gboolean
load_issued (FwCaseRecords *self,
             FwStore *store,
             GError **error)
{
  self->issued = list_of (store, "document-issued", "case-id", fw_record_get_id (self->row), error);
  for (guint i = self->issued != NULL ? self->issued->len : 0; i > 0; i--)
    if (fw_record_get (self->issued->pdata[i - 1], "talk-id") != NULL)
      g_ptr_array_remove_index (self->issued, i - 1);
  return self->issued != NULL;
}

static gboolean
load_lists (FwCaseRecords *self,
            FwStore *store,
            GError **error)
{
  const char *id = fw_record_get_id (self->row);
  const char *employee_id = fw_record_get (self->row, "employee-id");
  g_autoptr (GPtrArray) packs = NULL;

  self->house = _fw_paper_style_answers (store, error);
  if (self->house == NULL || !_fw_case_group_load (self, store, error) || !load_answers (self, store, error) || !load_evidence (self, store, employee_id, error) ||
      (self->overrides = list_of (store, "case-override", "case-id", id, error)) == NULL ||
      !load_issued (self, store, error) ||
      (self->deliveries = list_of (store, "delivery", "case-id", id, error)) == NULL ||
      !load_wordings (self, store, error) ||
      (self->status_answers = list_of (store, "status-answer", "case-id", id, error)) == NULL ||
      (self->notes = list_of (store, "case-note", "case-id", id, error)) == NULL ||
      (self->reasons = list_of (store, "case-reason", "case-id", id, error)) == NULL ||
      (self->tasks = list_of (store, "task", "case-id", id, error)) == NULL ||
      (self->events = fw_store_list_events (store, id, 0, 0, NULL, error)) == NULL ||
      (self->protections = list_of (store, "protection", "employee-id", employee_id, error)) == NULL ||
      (packs = list_of (store, "pack-used", "case-id", id, error)) == NULL)
    return FALSE;
  if (!load_basis (self, store, error) || !_fw_case_group_load_shared (self, store, error))
    return FALSE;
  if (packs->len > 0)
    self->pack_used = g_object_ref (packs->pdata[packs->len - 1]);
  self->person = fw_store_get (store, "employee-overview", employee_id, error);
  return self->person != NULL;
}

/* Reads all of a case from the store. */
FwCaseRecords *
_fw_case_records_load (FwStore *store,
                       const char *case_id,
                       GError **error)
{
  g_autoptr (FwCaseRecords) self = g_new0 (FwCaseRecords, 1);

  g_atomic_ref_count_init (&self->references);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->answer_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->row = fw_store_get (store, "case", case_id, error);
  if (self->row == NULL || !load_lists (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
_fw_case_records_unref (FwCaseRecords *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->row);
  g_clear_object (&self->person);
  g_clear_object (&self->pack_used);
  g_clear_object (&self->basis);
  g_free (self->seen_basis);
  g_clear_object (&self->group);
  g_clear_pointer (&self->group_cases, g_ptr_array_unref);
  g_clear_pointer (&self->group_people, g_ptr_array_unref);
  g_clear_pointer (&self->group_reasons, g_ptr_array_unref);
  g_clear_pointer (&self->group_paths, g_strfreev);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->house, g_hash_table_unref);
  g_clear_pointer (&self->answer_rows, g_hash_table_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->overrides, g_ptr_array_unref);
  g_clear_pointer (&self->issued, g_ptr_array_unref);
  g_clear_pointer (&self->deliveries, g_ptr_array_unref);
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  g_clear_pointer (&self->status_answers, g_ptr_array_unref);
  g_clear_pointer (&self->protections, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/* The paper of that name as it was last issued and not withdrawn, NULL where it never was. Borrowed. */
FwRecord *
_fw_case_records_issued (FwCaseRecords *self,
                         const char *document)
{
  for (guint i = self->issued->len; i > 0; i--)
    {
      FwRecord *paper = self->issued->pdata[i - 1];

      if (g_strcmp0 (fw_record_get (paper, "document"), document) == 0 && fw_record_get (paper, "withdrawn") == NULL)
        return paper;
    }
  return NULL;
}

/* Answers the id of a case named by its id or by its number, "2026-0012". */
char *
_fw_case_find (FwStore *store,
               const char *id_or_number,
               GError **error)
{
  g_autoptr (GPtrArray) found = list_of (store, "case", "number", id_or_number, error);

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = list_of (store, "case", "id", id_or_number, error);
    }
  if (found != NULL && found->len == 0)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "there is no case ‘%s’", id_or_number);
  return found != NULL && found->len > 0 ? g_strdup (fw_record_get_id (found->pdata[0])) : NULL;
}

static void
lay_over (GHashTable *merged,
          GHashTable *answers)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &path, &value))
    if (value != NULL)
      g_hash_table_replace (merged, g_strdup (path), g_strdup (value));
    else
      g_hash_table_remove (merged, path);
}

/* What is said now: what holds for every case, the answers taken in, and those that are only a draft, each laid over the
 * one before. A NULL among the drafts makes its answer unknown again. */
GHashTable *
_fw_case_answers_merge (FwCaseRecords *records,
                        GHashTable *pending)
{
  GHashTable *merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  lay_over (merged, records->house);
  lay_over (merged, records->answers);
  lay_over (merged, pending);
  return merged;
}

static FwRecord *
answer_row (FwCaseRecords *records,
            const char *path)
{
  FwRecord *row = g_hash_table_lookup (records->answer_rows, path);

  if (row != NULL)
    return fw_record_copy (row);
  if (_fw_case_is_shared_path (records, path))
    {
      row = fw_record_new ("case-group-answer");
      fw_record_set (row, "case-group-id", fw_record_get_id (records->group));
      fw_record_set (row, "path", path);
      return row;
    }
  row = fw_record_new ("case-answer");
  fw_record_set (row, "case-id", fw_record_get_id (records->row));
  fw_record_set (row, "path", path);
  return row;
}

/* An answer that an act itself gives, for a fact that is no field of the case row. */
void
_fw_case_put_answer (FwCaseRecords *records,
                     FwCommand *command,
                     const char *path,
                     FwDate day,
                     const char *who,
                     FwDate today)
{
  g_autoptr (FwRecord) row = answer_row (records, path);
  g_autofree char *value = fw_date_to_string (day);

  fw_record_set (row, "value", value);
  fw_record_set (row, "by", who);
  fw_record_set_date (row, "on", today);
  fw_command_put (command, row);
  if (_fw_case_is_shared_path (records, path))
    _fw_case_tell_group (records, command);
}

static FwRecord *
find_wording (FwCaseRecords *records,
              const char *document,
              const char *block)
{
  for (guint i = 0; i < records->wordings->len; i++)
    if (g_strcmp0 (fw_record_get (records->wordings->pdata[i], "document"), document) == 0 &&
        g_strcmp0 (fw_record_get (records->wordings->pdata[i], "block"), block) == 0)
      return records->wordings->pdata[i];
  return NULL;
}

/* A changed wording, or the end of one. Its hash stands under a path of its own; a change of the hash alone says that the
 * wording was read again. */
static void
put_wording (FwCaseRecords *records,
             GHashTable *pending,
             const char *path,
             FwCommand *command)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  g_autofree char *text_path = g_strdup_printf ("wording/%s/%s", parts[1], parts[2]);
  g_autofree char *hash_path = g_strdup_printf ("wording-of/%s/%s", parts[1], parts[2]);
  g_autoptr (GHashTable) now = _fw_case_answers_merge (records, pending);
  FwRecord *old = find_wording (records, parts[1], parts[2]);
  const char *text = g_hash_table_lookup (now, text_path);
  g_autoptr (FwRecord) wording = NULL;

  if (text == NULL)
    {
      if (old != NULL)
        fw_command_remove (command, "template-override", fw_record_get_id (old));
      return;
    }
  wording = old != NULL ? fw_record_copy (old) : fw_record_new ("template-override");
  fw_record_set (wording, "case-id", fw_record_get_id (records->row));
  fw_record_set (wording, "document", parts[1]);
  fw_record_set (wording, "block", parts[2]);
  fw_record_set (wording, "text", text);
  fw_record_set (wording, "base-sha256", g_hash_table_lookup (now, hash_path));
  fw_command_put (command, wording);
}

static gboolean
is_wording (const char *path,
            GHashTable *pending)
{
  g_autofree char *text_path = NULL;

  if (g_str_has_prefix (path, "wording/"))
    return TRUE;
  if (!g_str_has_prefix (path, "wording-of/"))
    return FALSE;
  /* With its text it is put once, by the text. */
  text_path = g_strconcat ("wording/", path + strlen ("wording-of/"), NULL);
  return !g_hash_table_contains (pending, text_path);
}

/* What was submitted or approved is a draft again once it says something else. */
static void
reopen (FwRecord *row)
{
  const char *state = fw_record_get (row, "state");

  if (g_strcmp0 (state, "submitted") == 0 || g_strcmp0 (state, "approved") == 0)
    fw_record_set (row, "state", "draft");
}

/* Puts the drafted answers into a command: those of the case row into one changed row, the others row by row. */
void
_fw_case_answers_put (FwCaseRecords *records,
                      GHashTable *pending,
                      const char *who,
                      FwDate today,
                      FwCommand *command)
{
  g_autoptr (FwRecord) row = fw_record_copy (records->row);
  gboolean changed = FALSE;
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, pending);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const gboolean shared = _fw_case_is_shared_path (records, path);
      const char *field = shared ? NULL : _fw_case_field_of_path (path);
      g_autoptr (FwRecord) answer = NULL;

      if (g_strcmp0 (g_hash_table_lookup (records->answers, path), value) == 0)
        continue;
      changed = TRUE;
      if (field != NULL)
        fw_record_set (row, field, value);
      else if (is_wording (path, pending))
        put_wording (records, pending, path, command);
      else if (!g_str_has_prefix (path, "wording-of/"))
        {
          answer = answer_row (records, path);
          fw_record_set (answer, "value", value);
          fw_record_set (answer, "by", who);
          fw_record_set_date (answer, "on", today);
          fw_command_put (command, answer);
          if (shared)
            _fw_case_tell_group (records, command);
        }
    }
  if (changed)
    reopen (row);
  if (!fw_record_equal (row, records->row))
    fw_command_put (command, row);
}

/* Whether something of the kind is on file, or was issued under that name. */
gboolean
_fw_case_has_evidence (FwCaseRecords *records,
                       const char *kind)
{
  for (guint i = 0; i < records->evidence->len; i++)
    if (g_strcmp0 (fw_record_get (records->evidence->pdata[i], "kind"), kind) == 0)
      return TRUE;
  return _fw_case_records_issued (records, kind) != NULL;
}

const char *const _fw_protection_details[] = { "from", "until", "grade", "infant-born", "exit-medical", NULL };

/* The protection of that kind on the person's own record, NULL where there is none. Borrowed. */
FwRecord *
_fw_case_records_protection (FwCaseRecords *self,
                             const char *kind)
{
  for (guint i = 0; i < self->protections->len; i++)
    if (g_strcmp0 (fw_record_get (self->protections->pdata[i], "kind"), kind) == 0)
      return self->protections->pdata[i];
  return NULL;
}
