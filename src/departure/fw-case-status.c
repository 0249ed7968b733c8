#include "departure/fw-case-act-private.h"

/* The status check, from a form to a piece of evidence. */

static gboolean
is_on_record (FwCaseJudged *now,
              const char *kind)
{
  return _fw_case_records_protection (now->records, kind) != NULL;
}

/* A form with an open row proves nothing: every row is answered, and it is said who was asked. What the person's own
 * records say needs no asking. */
static gboolean
is_complete (FwCaseJudged *now,
             GError **error)
{
  GPtrArray *rows = now->lists[FW_CASE_LIST_STATUS_ROWS];
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *kind = fw_case_item_get_id (rows->pdata[i]);
      const char *missing = NULL;

      if (fw_case_item_get_choice (rows->pdata[i], "answer") == FW_STATUS_UNKNOWN)
        missing = "not answered";
      else if (fw_case_item_get_text (rows->pdata[i], "asked-of") == NULL && !is_on_record (now, kind))
        missing = "nobody is named who was asked";
      if (missing != NULL)
        g_string_append_printf (open, "%s%s: %s", open->len > 0 ? "\n" : "", kind, missing);
    }
  return open->len == 0 || _fw_case_refuse (error, "%s", open->str);
}

static char *
form_to_csv (FwCaseAct *act,
             FwCaseJudged *now)
{
  static const char *const columns[] = { "title", "question", "answer", "asked-of", "on",          "from",
                                         "until", "grade",    "infant-born", "exit-medical" };
  static const char *const answers[] = { "unknown", "yes", "no" };
  GPtrArray *rows = now->lists[FW_CASE_LIST_STATUS_ROWS];
  g_autoptr (GString) csv = g_string_new ("\xef\xbb\xbfkind,");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    _fw_csv_append (csv, columns[i], i + 1 == G_N_ELEMENTS (columns));
  for (guint k = 0; k < rows->len; k++)
    {
      _fw_csv_append (csv, fw_case_item_get_id (rows->pdata[k]), FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        _fw_csv_append (csv,
                        g_str_equal (columns[i], "answer") ? answers[fw_case_item_get_choice (rows->pdata[k], "answer")] :
                                                             fw_case_item_get_text (rows->pdata[k], columns[i]),
                        i + 1 == G_N_ELEMENTS (columns));
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static FwRecord *
old_answer (FwCaseJudged *now,
            const char *kind)
{
  for (guint i = 0; i < now->records->status_answers->len; i++)
    if (g_strcmp0 (fw_record_get (now->records->status_answers->pdata[i], "kind"), kind) == 0)
      return now->records->status_answers->pdata[i];
  return NULL;
}

static void
put_answer (FwCaseAct *act,
            FwCaseJudged *now,
            FwCaseItem *row,
            FwRecord *evidence,
            FwCommand *command)
{
  const char *kind = fw_case_item_get_id (row);
  FwRecord *old = old_answer (now, kind);
  g_autoptr (FwRecord) answer = old != NULL ? fw_record_copy (old) : fw_record_new ("status-answer");
  gboolean yes = fw_case_item_get_choice (row, "answer") == FW_STATUS_YES;

  fw_record_set (answer, "case-id", act->case_id);
  fw_record_set (answer, "employee-id", fw_record_get (now->records->row, "employee-id"));
  fw_record_set (answer, "kind", kind);
  fw_record_set (answer, "answer", yes ? "yes" : "no");
  fw_record_set (answer, "asked-of", fw_case_item_get_text (row, "asked-of"));
  fw_record_set (answer, "asked-by", act->scene->who);
  fw_record_set (answer, "asked-on", fw_case_item_get_text (row, "on"));
  fw_record_set (answer, "until", fw_case_item_get_text (row, "until"));
  fw_record_set (answer, "evidence-id", fw_record_get_id (evidence));
  fw_command_put (command, answer);
}

/* A protection that the form found is known of the person from now on, not of this case alone. */
static void
put_protection (FwCaseJudged *now,
                FwCaseItem *row,
                FwRecord *evidence,
                FwCommand *command)
{
  FwRecord *protection;

  if (fw_case_item_get_choice (row, "answer") != FW_STATUS_YES || is_on_record (now, fw_case_item_get_id (row)))
    return;
  protection = fw_command_add (command, "protection");
  fw_record_set (protection, "employee-id", fw_record_get (now->records->row, "employee-id"));
  fw_record_set (protection, "kind", fw_case_item_get_id (row));
  for (guint i = 0; _fw_protection_details[i] != NULL; i++)
    fw_record_set (protection, _fw_protection_details[i], fw_case_item_get_text (row, _fw_protection_details[i]));
  fw_record_set (protection, "evidence-id", fw_record_get_id (evidence));
}

gboolean
_fw_case_take_status (FwCaseAct *act,
                      FwCaseJudged *now,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.status-check", NULL);
  GPtrArray *rows = now->lists[FW_CASE_LIST_STATUS_ROWS];
  g_autofree char *csv = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *name = g_strdup_printf ("status-check-%s.csv", fw_record_get (now->records->row, "number"));
  guint64 size = 0;
  FwRecord *evidence;

  if (!_fw_case_is_open (now, error) || !is_complete (now, error))
    return FALSE;
  csv = form_to_csv (act, now);
  sha256 = _fw_case_take_in_text (act, csv, &size, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  evidence = _fw_case_put_evidence (act, now, command, "status-check", sha256, size);
  fw_record_set (evidence, "media-type", "text/csv");
  fw_record_set (evidence, "file-name", name);
  fw_record_set (evidence, "title", name);
  fw_record_set_date (evidence, "date", act->scene->today);
  for (guint i = 0; i < rows->len; i++)
    {
      put_answer (act, now, rows->pdata[i], evidence, command);
      put_protection (now, rows->pdata[i], evidence, command);
    }
  return _fw_case_act_run (act, command, cancellable, error);
}

/**
 * fw_case_can_take_status_check:
 *
 * Judges what is drafted and waits for it.
 *
 * Returns: whether the form could be taken as it stands, with what is only drafted; %FALSE with the open rows, one a line
 */
gboolean
fw_case_can_take_status_check (FwCase *self,
                               GError **error)
{
  return fw_case_judge (self, error) && is_complete (_fw_case_get_judged (self), error);
}

/**
 * fw_case_take_status_check:
 *
 * Makes the status check evidence as it stands: the form as a table, its answers, and each protection it found in the
 * person's record. Refused while a row is not answered, or without the name of who was asked.
 */
gboolean
fw_case_take_status_check (FwCase *self,
                           GError **error)
{
  return _fw_case_act (self, _fw_case_act_new (self, _fw_case_take_status, NULL, NULL, NULL), NULL, error);
}

void
fw_case_take_status_check_async (FwCase *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  _fw_case_act_async (self, _fw_case_act_new (self, _fw_case_take_status, NULL, NULL, NULL), cancellable, callback, user_data,
                      fw_case_take_status_check_async);
}
