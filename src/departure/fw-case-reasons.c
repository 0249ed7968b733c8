/* Why somebody leaves: up to three reasons, the heaviest first, with the person's own words. */
#include "departure/fw-case-act-private.h"
#include "departure/fw-case-rows-private.h"
#include "departure/fw-reason-list.h"

/* What is first weighs three, then two, then one: together they are one person. */
static const char *const weights[FW_REASONS_MOST_OF_ONE] = { "3", "2", "1" };

static int
compare_weights_cb (gconstpointer a,
                    gconstpointer b)
{
  FwRecord *one = *(FwRecord *const *) a, *other = *(FwRecord *const *) b;
  const char *first = fw_record_get (one, "weight"), *second = fw_record_get (other, "weight");
  double left = first != NULL ? g_ascii_strtod (first, NULL) : 0, right = second != NULL ? g_ascii_strtod (second, NULL) : 0;

  if (left != right)
    return left > right ? -1 : 1;
  return fw_record_get_seq (one) < fw_record_get_seq (other) ? -1 : 1;
}

static FwCaseItem *
reason_row (FwScene *scene,
            const FwReasonList *list,
            FwRecord *record)
{
  const char *id = fw_record_get (record, "reason");
  const FwLeavingReason *reason = fw_reason_list_find (list, id);
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_REASON_ITEM, id);

  _fw_case_item_set_text (item, "name", reason != NULL ? _fw_scene_pick (scene, reason->zh, reason->en) : id);
  _fw_case_item_set_text (item, "words", fw_record_get (record, "text"));
  _fw_case_item_set_text (item, "weight", fw_record_get (record, "weight"));
  return item;
}

/* The reasons on record, the heaviest first, as they are called now. */
GPtrArray *
_fw_case_reason_rows (FwScene *scene,
                      FwCaseJudged *judged,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (FwReasonList) list = judged->records->reasons->len > 0 ? fw_reason_list_read (scene->store, error) : NULL;

  if (judged->records->reasons->len > 0 && list == NULL)
    return NULL;
  g_ptr_array_extend (records, judged->records->reasons, NULL, NULL);
  g_ptr_array_sort (records, compare_weights_cb);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, reason_row (scene, list, records->pdata[i]));
  return g_steal_pointer (&rows);
}

static FwRecord *
find_record (GPtrArray *records,
             const char *reason)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (fw_record_get (records->pdata[i], "reason"), reason) == 0)
      return records->pdata[i];
  return NULL;
}

/* Where the reason is chosen: 0 for the main one; -1: it is not. */
static int
rank_of (FwCaseAct *act,
         const char *reason)
{
  for (int i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    if (g_strcmp0 (act->text[2 * i], reason) == 0)
      return i;
  return -1;
}

static gboolean
check_reasons (FwCaseAct *act,
               GPtrArray *records,
               GError **error)
{
  g_autoptr (FwReasonList) list = fw_reason_list_read (act->scene->store, error);

  if (list == NULL)
    return FALSE;
  for (int i = 0; i < FW_REASONS_MOST_OF_ONE && act->text[2 * i] != NULL; i++)
    {
      const char *id = act->text[2 * i];
      const FwLeavingReason *reason = fw_reason_list_find (list, id);

      if (rank_of (act, id) != i)
        return _fw_case_refuse (error, "‘%s’ is named twice", id);
      if (find_record (records, id) == NULL && (reason == NULL || reason->hidden))
        {
          g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "there is no reason ‘%s’", id);
          return FALSE;
        }
    }
  return TRUE;
}

/* Writes what is another than before; one reason is one record, however often its place changes. */
static void
put_reason (FwCaseAct *act,
            GPtrArray *records,
            int rank,
            FwCommand *command)
{
  const char *reason = act->text[2 * rank], *words = act->text[2 * rank + 1];
  FwRecord *old = find_record (records, reason);
  g_autoptr (FwRecord) record = old != NULL ? fw_record_copy (old) : fw_record_new ("case-reason");

  if (old != NULL && g_strcmp0 (fw_record_get (old, "weight"), weights[rank]) == 0 &&
      g_strcmp0 (fw_record_get (old, "text"), words) == 0)
    return;
  fw_record_set (record, "case-id", act->case_id);
  fw_record_set (record, "reason", reason);
  fw_record_set (record, "weight", weights[rank]);
  fw_record_set (record, "text", words);
  fw_command_put (command, record);
}

static gboolean
set_reasons (FwCaseAct *act,
             FwCaseJudged *now,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, "case.reasons", NULL);
  GPtrArray *records = now->records->reasons;

  if (_fw_case_state_of (now) == FW_CASE_STATE_WITHDRAWN)
    return _fw_case_refuse (error, "case %s was withdrawn: nobody leaves", fw_record_get (now->records->row, "number"));
  if (!check_reasons (act, records, error))
    return FALSE;
  for (int i = 0; i < FW_REASONS_MOST_OF_ONE && act->text[2 * i] != NULL; i++)
    put_reason (act, records, i, command);
  for (guint i = 0; i < records->len; i++)
    if (rank_of (act, fw_record_get (records->pdata[i], "reason")) < 0)
      fw_command_remove (command, "case-reason", fw_record_get_id (records->pdata[i]));
  return fw_command_get_n_changes (command) == 0 || _fw_case_act_run (act, command, cancellable, error);
}

static char *
clean_words (const char *words)
{
  g_autofree char *clean = g_strstrip (g_strdup (words != NULL ? words : ""));

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static FwCaseAct *
reasons_act (FwCase *self,
             const FwReasonChoice *choices,
             guint n_choices)
{
  FwCaseAct *act = _fw_case_act_new (self, set_reasons, NULL, NULL, NULL);

  for (guint i = 0; i < MIN (n_choices, FW_REASONS_MOST_OF_ONE); i++)
    {
      act->text[2 * i] = g_strdup (choices[i].reason);
      act->text[2 * i + 1] = clean_words (choices[i].words);
    }
  return act;
}

/**
 * fw_case_set_reasons:
 * @choices: (array length=n_choices): the main reason first, then what there was also; at most %FW_REASONS_MOST_OF_ONE
 *
 * Puts on record why the person leaves, in the place of what was there; one event, nothing where nothing is another. Also of a case that is
 * closed: what is learnt later counts.
 */
gboolean
fw_case_set_reasons (FwCase *self,
                     const FwReasonChoice *choices,
                     guint n_choices,
                     GError **error)
{
  return _fw_case_act (self, reasons_act (self, choices, n_choices), NULL, error);
}

void
fw_case_set_reasons_async (FwCase *self,
                           const FwReasonChoice *choices,
                           guint n_choices,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  _fw_case_act_async (self, reasons_act (self, choices, n_choices), cancellable, callback, user_data, fw_case_set_reasons_async);
}
