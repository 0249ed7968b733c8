#include "departure/fw-case-act-private.h"

#include "departure/fw-engine-private.h"

/* What proves a case: files, what the records already say, the status check. */

/* Asks the pack whether it knows such a material at all. */
static gboolean
is_material (FwCaseAct *act,
             FwCaseJudged *now,
             const char *material,
             GError **error)
{
  FwPacks *packs = _fw_engine_lock (act->scene->engine, error);
  FwPack *pack = packs != NULL ? fw_packs_get (packs, now->pack, error) : NULL;
  gboolean known = pack != NULL && fw_pack_find_material (pack, material) != NULL;

  if (pack != NULL && !known)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the pack %s knows no material ‘%s’", now->pack, material);
  if (packs != NULL)
    _fw_engine_unlock (act->scene->engine);
  return known;
}

static gboolean
is_new (FwCaseJudged *now,
        const char *material,
        const char *sha256,
        GError **error)
{
  for (guint i = 0; i < now->records->evidence->len; i++)
    {
      FwRecord *evidence = now->records->evidence->pdata[i];

      if (g_strcmp0 (fw_record_get (evidence, "kind"), material) == 0 && g_strcmp0 (fw_record_get (evidence, "sha256"), sha256) == 0)
        return _fw_case_refuse (error, "this file is there already as %s, since %s", material, fw_record_get (evidence, "added"));
    }
  return TRUE;
}

static gboolean
attach (FwCaseAct *act,
        FwCaseJudged *now,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.attach", NULL);
  g_autofree char *name = g_file_get_basename (act->file);
  g_autofree char *display = g_filename_display_name (name);
  g_autofree char *sha256 = NULL;
  guint64 size = 0;
  FwRecord *evidence;

  if (!_fw_case_is_open (now, error) || !is_material (act, now, act->text[0], error))
    return FALSE;
  sha256 = _fw_case_take_in_file (act, act->file, &size, cancellable, error);
  if (sha256 == NULL || !is_new (now, act->text[0], sha256, error))
    return FALSE;
  evidence = _fw_case_put_evidence (act, now, command, act->text[0], sha256, size);
  fw_command_set_detail (command, "material", act->text[0]);
  fw_record_set (evidence, "file-name", display);
  fw_record_set (evidence, "title", display);
  fw_record_set_date (evidence, "date", act->day);
  return _fw_case_act_run (act, command, cancellable, error);
}

static FwCaseAct *
attach_act (FwCase *self,
            const char *material,
            GFile *file,
            FwDate on)
{
  FwCaseAct *act = _fw_case_act_new (self, attach, material, NULL, NULL);

  act->file = g_object_ref (file);
  act->day = on;
  return act;
}

/**
 * fw_case_attach_dated:
 * @material: id of a material of the pack
 * @file: any file; taken in by pieces, at most as large as the store's setting allows
 * @on: the day the paper bears; may be unknown
 *
 * Takes a file in as evidence of the case.
 */
gboolean
fw_case_attach_dated (FwCase *self,
                      const char *material,
                      GFile *file,
                      FwDate on,
                      GCancellable *cancellable,
                      GError **error)
{
  return _fw_case_act (self, attach_act (self, material, file, on), cancellable, error);
}

/**
 * fw_case_attach:
 *
 * As fw_case_attach_dated(), the day unknown.
 */
gboolean
fw_case_attach (FwCase *self,
                const char *material,
                GFile *file,
                GCancellable *cancellable,
                GError **error)
{
  return fw_case_attach_dated (self, material, file, FW_DATE_UNKNOWN, cancellable, error);
}

void
fw_case_attach_async (FwCase *self,
                      const char *material,
                      GFile *file,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, attach_act (self, material, file, FW_DATE_UNKNOWN), cancellable, callback, user_data,
                      fw_case_attach_async);
}

void
fw_case_attach_dated_async (FwCase *self,
                            const char *material,
                            GFile *file,
                            FwDate on,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  _fw_case_act_async (self, attach_act (self, material, file, on), cancellable, callback, user_data,
                      fw_case_attach_dated_async);
}

/* What a record says, as a table: the day of the newest of them is the day of the evidence. */
static char *
records_to_csv (GPtrArray *records,
                FwDate *newest)
{
  const FwRecordKind *kind = fw_record_get_kind (records->pdata[0]);
  gboolean dated = fw_record_kind_find_field (kind, "date") != NULL;
  g_autoptr (GString) csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < kind->n_fields; i++)
    _fw_csv_append (csv, kind->fields[i].name, i + 1 == kind->n_fields);
  for (guint k = 0; k < records->len; k++)
    {
      FwDate date = dated ? fw_record_get_date (records->pdata[k], "date") : FW_DATE_UNKNOWN;

      if (fw_date_is_known (date) && (!fw_date_is_known (*newest) || fw_date_compare (date, *newest) > 0))
        *newest = date;
      for (guint i = 0; i < kind->n_fields; i++)
        _fw_csv_append (csv, fw_record_get (records->pdata[k], kind->fields[i].name), i + 1 == kind->n_fields);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/* The record that was picked; without an id all of its kind that this person has. Another person's records are none. */
static GPtrArray *
picked_records (FwCaseAct *act,
                FwCaseJudged *now,
                GError **error)
{
  const FwRecordKind *kind = fw_record_kind_find (act->text[1]);
  g_autoptr (FwQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (kind == NULL || fw_record_kind_find_field (kind, "employee-id") == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "a person has no records of the kind ‘%s’", act->text[1]);
      return NULL;
    }
  query = fw_query_new_equals ("employee-id", fw_record_get (now->records->row, "employee-id"));
  if (act->text[2] != NULL)
    fw_query_where (query, "id", FW_QUERY_EQUALS, act->text[2]);
  fw_query_order (query, "seq", FALSE);
  records = fw_store_list (act->scene->store, act->text[1], query, NULL, error);
  if (records != NULL && records->len > 0)
    return g_steal_pointer (&records);
  if (records != NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the person has no such %s on record", act->text[1]);
  return NULL;
}

static gboolean
attach_record (FwCaseAct *act,
               FwCaseJudged *now,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.attach", NULL);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *sha256 = NULL;
  FwDate newest = FW_DATE_UNKNOWN;
  guint64 size = 0;
  FwRecord *evidence;

  if (!_fw_case_is_open (now, error) || !is_material (act, now, act->text[0], error) ||
      (records = picked_records (act, now, error)) == NULL)
    return FALSE;
  csv = records_to_csv (records, &newest);
  sha256 = _fw_case_take_in_text (act, csv, &size, cancellable, error);
  if (sha256 == NULL || !is_new (now, act->text[0], sha256, error))
    return FALSE;
  evidence = _fw_case_put_evidence (act, now, command, act->text[0], sha256, size);
  fw_record_set (evidence, "media-type", "text/csv");
  fw_record_set (evidence, "title", act->text[1]);
  fw_record_set (evidence, "note", act->text[2]);
  fw_record_set_date (evidence, "date", newest);
  fw_command_set_detail (command, "material", act->text[0]);
  fw_command_set_detail (command, "from", act->text[1]);
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_attach_record:
 * @record_kind: a kind of record that people have, for example "review"
 * @record_id: (nullable): one of them; %NULL: all of this person
 *
 * Makes what the records say evidence: as a table, frozen as it is now.
 */
gboolean
fw_case_attach_record (FwCase *self,
                       const char *material,
                       const char *record_kind,
                       const char *record_id,
                       GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, attach_record, material, record_kind, record_id), NULL, error);
}

void
fw_case_attach_record_async (FwCase *self,
                             const char *material,
                             const char *record_kind,
                             const char *record_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, attach_record, material, record_kind, record_id), cancellable, callback,
                      user_data, fw_case_attach_record_async);
}

static gboolean
detach (FwCaseAct *act,
        FwCaseJudged *now,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.detach", NULL);

  if (!_fw_case_is_open (now, error))
    return FALSE;
  if (now->records->issued->len > 0)
    return _fw_case_refuse (error, "a paper has been issued on this evidence: it stays");
  for (guint i = 0; i < now->records->evidence->len; i++)
    {
      FwRecord *evidence = now->records->evidence->pdata[i];

      if (g_strcmp0 (fw_record_get_id (evidence), act->text[0]) != 0 || fw_record_get (evidence, "case-id") == NULL)
        continue;
      fw_command_remove (command, "evidence", act->text[0]);
      return _fw_case_act_run (act, command, cancellable, error);
    }
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the case has no evidence ‘%s’", act->text[0]);
  return FALSE;
}

/**
 * fw_case_detach:
 *
 * Takes a piece of evidence out of the case again; refused once a paper rests on it.
 */
gboolean
fw_case_detach (FwCase *self,
                const char *evidence_id,
                GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, detach, evidence_id, NULL, NULL), NULL, error);
}

void
fw_case_detach_async (FwCase *self,
                      const char *evidence_id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, detach, evidence_id, NULL, NULL), cancellable, callback, user_data,
                      fw_case_detach_async);
}
