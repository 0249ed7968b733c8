#include "departure/fw-case-items-private.h"

static FwCaseItem *
material (const char *id,
          FwMaterialState state)
{
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_MATERIAL_ITEM, id);

  _fw_case_item_set_text (item, "title", "劳动合同");
  _fw_case_item_set_choice (item, "state", state);
  return item;
}

static void
test_properties (void)
{
  g_autoptr (FwCaseItem) item = material ("contract", FW_MATERIAL_PRESENT);
  const char *const actions[] = { "pause", NULL };
  g_autoptr (FwCaseItem) finding = _fw_case_item_new (FW_TYPE_FINDING_ITEM, "x.1");
  g_auto (GStrv) read = NULL;
  g_autofree char *id = NULL;
  int state = -1;

  g_object_get (item, "id", &id, "state", &state, NULL);
  g_assert_cmpstr (id, ==, "contract");
  g_assert_cmpint (state, ==, FW_MATERIAL_PRESENT);
  g_assert_null (fw_case_item_get_text (item, "date"));
  g_assert_false (fw_case_item_get_truth (item, "required"));
  _fw_case_item_set_texts (finding, "actions", actions);
  g_object_get (finding, "actions", &read, NULL);
  g_assert_cmpstrv (read, actions);
}

static void
notify_cb (GObject *object,
           GParamSpec *pspec,
           gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
changed_cb (GListModel *model,
            guint position,
            guint removed,
            guint added,
            gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Rows keep their identity through a judging that changes only what they say. */
static void
test_follow (void)
{
  g_autoptr (GListStore) store = g_list_store_new (FW_TYPE_CASE_ITEM);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FwCaseItem) kept = NULL;
  g_autoptr (GString) notified = g_string_new (NULL);
  guint changes = 0;

  g_signal_connect (store, "items-changed", G_CALLBACK (changed_cb), &changes);
  g_ptr_array_add (first, material ("a", FW_MATERIAL_MISSING));
  g_ptr_array_add (first, material ("b", FW_MATERIAL_MISSING));
  _fw_case_items_follow (store, first);
  g_assert_cmpuint (changes, ==, 1);
  kept = g_list_model_get_item (G_LIST_MODEL (store), 1);
  g_signal_connect (kept, "notify", G_CALLBACK (notify_cb), notified);

  g_ptr_array_add (second, material ("a", FW_MATERIAL_MISSING));
  g_ptr_array_add (second, material ("b", FW_MATERIAL_PRESENT));
  _fw_case_items_follow (store, second);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (notified->str, ==, "state ");
  g_assert_cmpint (fw_case_item_get_choice (kept, "state"), ==, FW_MATERIAL_PRESENT);

  g_ptr_array_remove_index (second, 0);
  _fw_case_items_follow (store, second);
  g_assert_cmpuint (changes, ==, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-items/properties", test_properties);
  g_test_add_func ("/case-items/follow", test_follow);
  return g_test_run ();
}
