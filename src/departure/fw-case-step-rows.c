#include "departure/fw-case-rows-private.h"

#include "facts/fw-xpath.h"

/* What is to be done in which order and by when, as the pack has it for the ground, and how far that has come. */

static gboolean
read_day (FwXPath *select,
          FwFacts *facts,
          char **day,
          GError **error)
{
  g_autofree char *text = NULL;

  if (select == NULL)
    return TRUE;
  if (!fw_xpath_string (select, facts, &text, error))
    return FALSE;
  if (fw_date_is_known (fw_date_from_string (text)))
    *day = g_steal_pointer (&text);
  return TRUE;
}

/* A paper that has arrived, a material that is there: the facts tell. A step of which they tell nothing is followed by the person. */
static gboolean
follow (FwCaseItem *item,
        const FwStepMark *mark,
        FwScene *scene,
        FwFacts *facts,
        GError **error)
{
  g_autofree char *done_on = NULL;
  g_autofree char *by = NULL;
  g_autofree char *today = fw_date_to_string (scene->today);
  gboolean done = FALSE;

  if ((mark->done != NULL && !fw_xpath_truth (mark->done, facts, &done, error)) || !read_day (mark->by, facts, &by, error) ||
      (done && !read_day (mark->done, facts, &done_on, error)))
    return FALSE;
  _fw_case_item_set_text (item, "at", mark->at);
  _fw_case_item_set_text (item, "by", by);
  _fw_case_item_set_text (item, "done-on", done_on);
  _fw_case_item_set_truth (item, "done", done);
  _fw_case_item_set_truth (item, "seen", mark->done != NULL);
  _fw_case_item_set_truth (item, "late", !done && by != NULL && strcmp (by, today) < 0);
  return TRUE;
}

/* The steps of the chosen ground, none while none is chosen. */
GPtrArray *
_fw_case_step_rows (FwScene *scene,
                    FwCaseJudged *judged,
                    FwPack *pack,
                    GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = g_hash_table_lookup (judged->answers, "departure/@ground");
  const FwGround *ground = id != NULL ? fw_pack_find_ground (pack, id) : NULL;
  gboolean found = FALSE;

  for (guint i = 0; ground != NULL && i < ground->steps->len; i++)
    {
      const FwText *text = ground->steps->pdata[i];
      const FwStepMark *mark = ground->marks->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      FwCaseItem *item = _fw_case_item_new (FW_TYPE_STEP_ITEM, number);

      g_ptr_array_add (rows, item);
      _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, text->zh, text->en));
      if (!follow (item, mark, scene, judged->facts, error))
        return NULL;
      if (!found && mark->done != NULL && !fw_case_item_get_truth (item, "done"))
        {
          _fw_case_item_set_truth (item, "next", TRUE);
          found = TRUE;
        }
    }
  return g_steal_pointer (&rows);
}

/**
 * fw_case_get_steps:
 *
 * Returns: (transfer none) (element-type FwStepItem): what is to be done for the chosen ground, in its order, and by when
 */
GListModel *
fw_case_get_steps (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_STEPS]);
}

/**
 * fw_case_get_group:
 * @number: (out) (optional): the number of the group
 * @n_cases: (out) (optional): how many are decided upon together, withdrawn ones left out
 *
 * Returns: (nullable): the id of the group that the case is part of; %NULL: it is a decision of its own
 */
const char *
fw_case_get_group (FwCase *self,
                   const char **number,
                   guint *n_cases)
{
  FwCaseRecords *records = self->judged != NULL ? self->judged->records : NULL;

  if (records == NULL || records->group == NULL)
    return NULL;
  if (number != NULL)
    *number = fw_record_get (records->group, "number");
  if (n_cases != NULL)
    *n_cases = records->group_cases->len;
  return fw_record_get_id (records->group);
}
