#include "departure/fw-case-group-private.h"

/* What each case of a group still lacks and is supplied or said for many of them in one view. */

void
_fw_group_gaps_free (gpointer data)
{
  FwGroupGaps *self = data;

  g_object_unref (self->materials);
  g_object_unref (self->amounts);
  g_hash_table_unref (self->answers);
  g_free (self);
}

static void
add_amount (GListStore *amounts,
            const char *id,
            const char *title,
            const char *kind,
            const char *value)
{
  g_autoptr (FwCaseItem) item = _fw_case_item_new (FW_TYPE_GROUP_AMOUNT, id);

  _fw_case_item_set_text (item, "title", title);
  _fw_case_item_set_text (item, "kind", kind);
  _fw_case_item_set_text (item, "value", value);
  g_list_store_append (amounts, item);
}

/* Of a line that could be reckoned if more were known: what of it can be said. Of one that only people know: its amount. What is paid for leaving
 * follows from the records: where it cannot be reckoned they lack something, and payroll has no figure for it. */
static void
add_asked (GListStore *amounts,
           FwCaseItem *line)
{
  GListModel *blanks = fw_case_item_get_list (line, "blanks");
  g_autofree char *id = g_strconcat (FW_GROUP_LINE, fw_case_item_get_id (line), NULL);

  if (g_strcmp0 (fw_case_item_get_text (line, "group"), "sum") == 0 || fw_case_item_get_truth (line, "own") ||
      fw_case_item_get_truth (line, "out"))
    return;
  for (guint i = 0; blanks != NULL && i < g_list_model_get_n_items (blanks); i++)
    {
      g_autoptr (FwCaseItem) blank = g_list_model_get_item (blanks, i);

      add_amount (amounts, fw_case_item_get_id (blank), fw_case_item_get_text (blank, "label"), fw_case_item_get_text (blank, "kind"),
                  fw_case_item_get_text (blank, "value"));
    }
  if ((blanks == NULL || g_list_model_get_n_items (blanks) == 0) && fw_case_item_get_text (line, "reckoned") == NULL &&
      (fw_case_item_get_truth (line, "asked") || g_strcmp0 (fw_case_item_get_text (line, "group"), "severance") != 0))
    add_amount (amounts, id, fw_case_item_get_text (line, "title"), "money", fw_case_item_get_text (line, "amount"));
}

/* Of a case that was judged. What is one for all is filed in the case that leads. */
FwGroupGaps *
_fw_group_gaps_new (FwCaseJudged *judged)
{
  FwGroupGaps *self = g_new0 (FwGroupGaps, 1);
  GPtrArray *materials = judged->lists[FW_CASE_LIST_MATERIALS], *lines = judged->lists[FW_CASE_LIST_SETTLEMENT];
  g_autoptr (GListStore) missing = g_list_store_new (FW_TYPE_MATERIAL_ITEM);
  g_autoptr (GListStore) amounts = g_list_store_new (FW_TYPE_GROUP_AMOUNT);

  for (guint i = 0; i < materials->len; i++)
    if (fw_case_item_get_choice (materials->pdata[i], "state") == FW_MATERIAL_MISSING && !fw_case_item_get_truth (materials->pdata[i], "shared"))
      g_list_store_append (missing, materials->pdata[i]);
  for (guint i = 0; i < lines->len; i++)
    add_asked (amounts, lines->pdata[i]);
  self->materials = G_LIST_MODEL (g_steal_pointer (&missing));
  self->amounts = G_LIST_MODEL (g_steal_pointer (&amounts));
  self->answers = g_hash_table_ref (judged->answers);
  return self;
}

/**
 * fw_case_group_get_materials:
 *
 * Returns: (nullable) (transfer none) (element-type FwMaterialItem): what the case of this person still lacks of its own, with what the records
 *   hold of it; %NULL while it was not judged
 */
GListModel *
fw_case_group_get_materials (FwCaseGroup *self,
                             const char *case_id)
{
  FwGroupGaps *gaps = _fw_group_get_gaps (self, case_id);

  return gaps != NULL ? gaps->materials : NULL;
}

/**
 * fw_case_group_get_amounts:
 *
 * Returns: (nullable) (transfer none) (element-type FwGroupAmount): what the settlement of this person asks of people, said or not, in its order;
 *   what was said of a line that could be reckoned then is among it no more (fw_case_group_get_answer()). %NULL while it was not judged
 */
GListModel *
fw_case_group_get_amounts (FwCaseGroup *self,
                           const char *case_id)
{
  FwGroupGaps *gaps = _fw_group_get_gaps (self, case_id);

  return gaps != NULL ? gaps->amounts : NULL;
}

/**
 * fw_case_group_get_answer:
 *
 * Returns: (nullable): what this case says of a facts path
 */
const char *
fw_case_group_get_answer (FwCaseGroup *self,
                          const char *case_id,
                          const char *path)
{
  FwGroupGaps *gaps = _fw_group_get_gaps (self, case_id);

  return gaps != NULL ? g_hash_table_lookup (gaps->answers, path) : NULL;
}

/**
 * fw_case_group_confirm_found_async:
 * @material: a material of which the records hold something
 * @cases: (array zero-terminated=1): ids of the cases for which a person has looked at it, and answered its question with yes
 *
 * Takes in for each of these cases what the records hold of one material (fw_case_attach_found()), each with an event of its own, in which the
 * question stands. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_confirm_found_async (FwCaseGroup *self,
                                   const char *material,
                                   const char *const *cases,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  FwGroupWork *work = _fw_group_work_new (self, _fw_group_step_found);

  work->only = g_strdupv ((GStrv) cases);
  work->material = g_strdup (material);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/**
 * fw_case_group_attach_async:
 * @cases: (array zero-terminated=1): ids of cases; one that gets several files stands there as often
 * @files: (element-type GFile): the file for each of them
 *
 * Takes files in as evidence, each for its case, with an event each. Ends with fw_case_group_act_finish(), which answers as papers how many were
 * taken in; those that could not be are no error, but counted as refused and named by fw_case_group_dup_left().
 */
void
fw_case_group_attach_async (FwCaseGroup *self,
                            const char *material,
                            const char *const *cases,
                            GPtrArray *files,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  FwGroupWork *work;

  g_return_if_fail (g_strv_length ((GStrv) cases) == files->len);

  work = _fw_group_work_new (self, _fw_group_step_attach);
  work->only = g_strdupv ((GStrv) cases);
  work->material = g_strdup (material);
  work->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (work->files, g_object_ref (files->pdata[i]));
  work->left = g_ptr_array_new_with_free_func (g_object_unref);
  _fw_group_work_async (self, work, cancellable, callback, user_data);
}

/**
 * fw_case_group_dup_left:
 * @result: of fw_case_group_attach_async()
 *
 * Returns: (transfer full) (element-type GFile): the files that could not be taken in: they are empty, cannot be read, are too large or were there already
 */
GPtrArray *
fw_case_group_dup_left (FwCaseGroup *self,
                        GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_ptr_array_ref (_fw_group_work_of (result)->left);
}

/**
 * fw_case_group_settle_async:
 * @cases: (array zero-terminated=1): ids of cases, each as often as something is said of it
 * @asked: (array zero-terminated=1): for each of them, what is said (the id of a FwGroupAmount)
 * @values: (array zero-terminated=1): the amount or answer; "": unknown again
 *
 * Says what payroll knows of many cases. All of a case is said or nothing of it, which counts as refused. Ends with fw_case_group_act_finish().
 */
void
fw_case_group_settle_async (FwCaseGroup *self,
                            const char *const *cases,
                            const char *const *asked,
                            const char *const *values,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  _fw_group_say_async (self, _fw_group_step_settle, cases, asked, values, cancellable, callback, user_data);
}
