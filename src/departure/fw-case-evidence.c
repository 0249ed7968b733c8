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
        {
          g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE, "this file is there already as %s, since %s",
                       material, fw_record_get (evidence, "added"));
          return FALSE;
        }
    }
  return TRUE;
}

/* Takes the act's file in for the material that it names. */
gboolean
_fw_case_attach_file (FwCaseAct *act,
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
  if (fw_date_is_known (act->day) && fw_date_compare (act->day, act->scene->today) > 0)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "a paper that bears a day to come proves nothing yet");
      return FALSE;
    }
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
  FwCaseAct *act = _fw_case_act_new (self, _fw_case_attach_file, material, NULL, NULL);

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

/* The day on which a record came to be, or the end of the month it is about. */
FwDate
_fw_case_record_day (FwRecord *record)
{
  static const char *const fields[] = { "date", "acknowledged", "contract-signed", "warned-on", "published" };
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fw_record_kind_find_field (kind, fields[i]) != NULL && fw_record_get (record, fields[i]) != NULL)
      return fw_record_get_date (record, fields[i]);
  if (fw_record_kind_find_field (kind, "month") == NULL || fw_record_get (record, "month") == NULL)
    return FW_DATE_UNKNOWN;
  first = g_strconcat (fw_record_get (record, "month"), "-01", NULL);
  return fw_date_add_days (fw_date_add_months (fw_date_from_string (first), 1), -1);
}

/* What records of one kind say, as a table: the day of the newest of them is the day of the evidence. */
static char *
records_to_csv (GPtrArray *records,
                FwDate *newest)
{
  const FwRecordKind *kind = fw_record_get_kind (records->pdata[0]);
  g_autoptr (GString) csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < kind->n_fields; i++)
    _fw_csv_append (csv, kind->fields[i].name, i + 1 == kind->n_fields);
  for (guint k = 0; k < records->len; k++)
    {
      FwDate day = _fw_case_record_day (records->pdata[k]);

      if (fw_date_is_known (day) && (!fw_date_is_known (*newest) || fw_date_compare (day, *newest) > 0))
        *newest = day;
      for (guint i = 0; i < kind->n_fields; i++)
        _fw_csv_append (csv, fw_record_get (records->pdata[k], kind->fields[i].name), i + 1 == kind->n_fields);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/* Takes records in as evidence, frozen as they are now. */
static gboolean
take_in_records (FwCaseAct *act,
                 FwCaseJudged *now,
                 FwCommand *command,
                 const char *material,
                 GPtrArray *records,
                 GCancellable *cancellable,
                 GError **error)
{
  const char *kind = fw_record_get_kind (records->pdata[0])->name;
  FwDate newest = FW_DATE_UNKNOWN;
  g_autofree char *csv = records_to_csv (records, &newest);
  guint64 size = 0;
  g_autofree char *sha256 = _fw_case_take_in_text (act, csv, &size, cancellable, error);
  FwRecord *evidence;

  if (sha256 == NULL || !is_new (now, material, sha256, error))
    return FALSE;
  evidence = _fw_case_put_evidence (act, now, command, material, sha256, size);
  fw_record_set (evidence, "media-type", "text/csv");
  fw_record_set (evidence, "title", kind);
  fw_record_set (evidence, "note", records->len == 1 ? fw_record_get_id (records->pdata[0]) : NULL);
  /* The pay of a month that still runs is known today. */
  fw_record_set_date (evidence, "date",
                      fw_date_is_known (newest) && fw_date_compare (newest, act->scene->today) > 0 ? act->scene->today : newest);
  fw_command_set_detail (command, "from", kind);
  return TRUE;
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

  return _fw_case_is_open (now, error) && is_material (act, now, act->text[0], error) &&
         (records = picked_records (act, now, error)) != NULL &&
         take_in_records (act, now, command, act->text[0], records, cancellable, error) &&
         _fw_case_act_run (act, command, cancellable, error);
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

static GPtrArray *
dup_found (FwCaseItem *material)
{
  GListModel *found = fw_case_item_get_list (material, "found");
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (found, i);

      g_ptr_array_add (records, g_object_ref (fw_case_item_get_object (item, "record")));
    }
  return records;
}

/* One material that was asked for, or all those for which nothing is to be judged. */
static gboolean
is_meant (FwCaseAct *act,
          FwCaseItem *material)
{
  if (act->text[0] != NULL)
    return g_str_equal (fw_case_item_get_id (material), act->text[0]);
  return fw_case_item_get_text (material, "ask") == NULL;
}

/* Takes in what the person's records hold of one material, or of all that ask for no judgment. */
gboolean
_fw_case_take_found (FwCaseAct *act,
                     FwCaseJudged *now,
                     GCancellable *cancellable,
                     GError **error)
{
  GPtrArray *materials = now->lists[FW_CASE_LIST_MATERIALS];
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.attach", NULL);

  if (!_fw_case_is_open (now, error))
    return FALSE;
  for (guint i = 0; i < materials->len; i++)
    {
      FwCaseItem *material = materials->pdata[i];
      g_autoptr (GPtrArray) records = dup_found (material);

      if (records->len == 0 || !is_meant (act, material))
        continue;
      if (fw_case_item_get_text (material, "ask") != NULL)
        fw_command_set_detail (command, "judged", fw_case_item_get_text (material, "ask"));
      if (!take_in_records (act, now, command, fw_case_item_get_id (material), records, cancellable, error))
        return FALSE;
    }
  if (fw_command_get_n_changes (command) > 0)
    return _fw_case_act_run (act, command, cancellable, error);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "the person's records hold nothing of it");
  return FALSE;
}

/**
 * fw_case_attach_found:
 * @material: (nullable): a material of which the records hold something (its list "found"); where it has a question ("ask"),
 *   the caller says by this that a person answered it with yes. %NULL: every material that asks none
 *
 * Makes what was found in the person's records evidence, frozen as it is now, with one event.
 */
gboolean
fw_case_attach_found (FwCase *self,
                      const char *material,
                      GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, _fw_case_take_found, material, NULL, NULL), NULL, error);
}

void
fw_case_attach_found_async (FwCase *self,
                            const char *material,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, _fw_case_take_found, material, NULL, NULL), cancellable, callback, user_data,
                      fw_case_attach_found_async);
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
