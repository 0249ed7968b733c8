#include "departure/fw-case-items-private.h"

static gboolean
same_ids (GListStore *store,
          GPtrArray *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (FwCaseItem) old = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_strcmp0 (fw_case_item_get_id (old), fw_case_item_get_id (g_ptr_array_index (items, i))) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Makes the list say what the new items say: in place where the ids are the same in the same order (rows keep their
 * focus), else by replacing them all. */
void
_fw_case_items_follow (GListStore *store,
                       GPtrArray *items)
{
  if (!same_ids (store, items))
    {
      g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (FwCaseItem) old = g_list_model_get_item (G_LIST_MODEL (store), i);

      _fw_case_item_become (old, g_ptr_array_index (items, i));
    }
}
