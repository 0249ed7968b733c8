#include "departure/fw-case-act-private.h"

#include "exchange/fw-csv.h"

/* Refuses an act: the message lists the reasons, one a line. */
gboolean
_fw_case_refuse (GError **error,
                 const char *format,
                 ...)
{
  g_autofree char *reasons = NULL;
  va_list arguments;

  va_start (arguments, format);
  reasons = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, reasons);
  return FALSE;
}

FwCaseState
_fw_case_state_of (FwCaseJudged *now)
{
  return _fw_case_state_parse (fw_record_get (now->records->row, "state"));
}

gboolean
_fw_case_is_open (FwCaseJudged *now,
                  GError **error)
{
  FwCaseState state = _fw_case_state_of (now);

  if (state != FW_CASE_STATE_CLOSED && state != FW_CASE_STATE_WITHDRAWN)
    return TRUE;
  return _fw_case_refuse (error, "case %s is %s and changes no more", fw_record_get (now->records->row, "number"),
                          _fw_case_state_text (state));
}

/* What leads on waits while the case is paused. */
gboolean
_fw_case_goes_on (FwCaseJudged *now,
                  GError **error)
{
  FwRecord *row = now->records->row;

  if (!_fw_case_is_open (now, error))
    return FALSE;
  return fw_record_get (row, "paused") == NULL ||
         _fw_case_refuse (error, "case %s is paused until %s: take it up again first", fw_record_get (row, "number"),
                          fw_record_get (row, "look-again"));
}

gboolean
_fw_case_has_reason (const char *reason,
                     gsize at_least)
{
  g_autofree char *text = g_strdup (reason != NULL ? reason : "");

  return (gsize) g_utf8_strlen (g_strstrip (text), -1) >= at_least;
}

/* Keeps what was said about an act beside the case. */
void
_fw_case_put_note (FwCaseAct *act,
                   FwCommand *command,
                   const char *text)
{
  FwRecord *note;

  if (text == NULL || *text == '\0')
    return;
  note = fw_command_add (command, "case-note");
  fw_record_set (note, "case-id", act->case_id);
  fw_record_set (note, "by", act->scene->who);
  fw_record_set (note, "text", text);
  fw_record_set_date (note, "on", act->scene->today);
}

/* A row of a judging's list by its id, NULL where there is none. Borrowed. */
FwCaseItem *
_fw_case_find_row (FwCaseJudged *now,
                   FwCaseList list,
                   const char *id)
{
  for (guint i = 0; i < now->lists[list]->len; i++)
    if (g_strcmp0 (fw_case_item_get_id (now->lists[list]->pdata[i]), id) == 0)
      return now->lists[list]->pdata[i];
  return NULL;
}

/* Puts the case row in another state; what else changes in it is set by the caller. Borrowed. */
FwRecord *
_fw_case_put_row (FwCaseJudged *now,
                  FwCommand *command,
                  FwCaseState state)
{
  g_autoptr (FwRecord) row = fw_record_copy (now->records->row);

  fw_record_set (row, "state", _fw_case_state_text (state));
  fw_command_put (command, row);
  return row;
}

/* The person's status follows the case: active, leaving, left. */
gboolean
_fw_case_put_status (FwCaseAct *act,
                     FwCaseJudged *now,
                     FwCommand *command,
                     const char *status,
                     GError **error)
{
  g_autoptr (FwRecord) old =
    fw_store_get (act->scene->store, "employee", fw_record_get (now->records->row, "employee-id"), error);
  g_autoptr (FwRecord) employee = old != NULL ? fw_record_copy (old) : NULL;

  if (employee == NULL)
    return FALSE;
  if (g_strcmp0 (fw_record_get (employee, "status"), status) == 0)
    return TRUE;
  fw_record_set (employee, "status", status);
  fw_record_set (employee, "left", g_str_equal (status, "left") ? fw_record_get (now->records->row, "last-day") : NULL);
  fw_command_put (command, employee);
  return TRUE;
}

/* Notes by which law the case was judged, where that is another than noted last. */
void
_fw_case_put_pack (FwCaseAct *act,
                   FwCaseJudged *now,
                   FwCommand *command)
{
  FwRecord *used = now->records->pack_used;
  FwRecord *record;

  if (used != NULL && g_strcmp0 (fw_record_get (used, "sha256"), now->pack_hash) == 0)
    return;
  record = fw_command_add (command, "pack-used");
  fw_record_set (record, "case-id", act->case_id);
  fw_record_set (record, "pack", now->pack);
  fw_record_set (record, "version", now->pack_version);
  fw_record_set (record, "sha256", now->pack_hash);
  fw_record_set_truth (record, "changed", now->pack_changed);
  fw_record_set_date (record, "made", act->scene->today);
}

/* What the pack says one holds for all, in a case that is decided with others, is put where all find it. */
void
_fw_case_share (FwCaseJudged *now,
                FwCaseList list,
                const char *id,
                FwCommand *command,
                FwRecord *record)
{
  FwCaseItem *row = now->records->group != NULL ? _fw_case_find_row (now, list, id) : NULL;

  if (row == NULL || !fw_case_item_get_truth (row, "shared"))
    return;
  fw_record_set (record, "case-group-id", fw_record_get_id (now->records->group));
  _fw_case_tell_group (now->records, command);
}

/* A new piece of evidence of this case, whose bytes are in the store; borrowed, to be filled further. */
FwRecord *
_fw_case_put_evidence (FwCaseAct *act,
                       FwCaseJudged *now,
                       FwCommand *command,
                       const char *kind,
                       const char *sha256,
                       guint64 size)
{
  FwRecord *evidence = fw_command_add (command, "evidence");

  fw_record_set (evidence, "case-id", act->case_id);
  fw_record_set (evidence, "employee-id", fw_record_get (now->records->row, "employee-id"));
  fw_record_set (evidence, "kind", kind);
  fw_record_set (evidence, "sha256", sha256);
  fw_record_set_count (evidence, "size", (gint64) size);
  fw_record_set_date (evidence, "added", act->scene->today);
  _fw_case_share (now, FW_CASE_LIST_MATERIALS, kind, command, evidence);
  return evidence;
}

/* Keeps a text that the program wrote; answers its hash. */
char *
_fw_case_take_in_text (FwCaseAct *act,
                       const char *text,
                       guint64 *size,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (text), -1, g_free);

  return fw_store_take_in_file (act->scene->store, stream, NULL, NULL, size, cancellable, error);
}

/* Keeps a file as it is, piece by piece; answers its hash. */
char *
_fw_case_take_in_file (FwCaseAct *act,
                       GFile *file,
                       guint64 *size,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &problem);
  g_autoptr (GFileInfo) info = NULL;

  if (stream == NULL)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, problem->message);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, cancellable, NULL);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) == 0)
    {
      g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the file is empty and proves nothing");
      return NULL;
    }
  return fw_store_take_in_file (act->scene->store, G_INPUT_STREAM (stream), NULL, NULL, size, cancellable, error);
}

/* One field of a line of CSV, and what stands behind it. */
void
_fw_csv_append (GString *csv,
                const char *value,
                gboolean last)
{
  fw_csv_append_cell (csv, value, ',');
  g_string_append (csv, last ? "\r\n" : ",");
}
