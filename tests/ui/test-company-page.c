#include <adwaita.h>
#include <glib/gstdio.h>

#include "fw-test-widgets.h"
#include "store/fw-store.h"
#include "ui/preferences/fw-company-page.h"

static FwStore *
new_store (const char *path)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  FwStore *store = fw_store_create (path, "test", &options, &error);

  g_assert_no_error (error);
  return store;
}

/* The page of @store, once what there is has come. */
static GtkWidget *
open_page (FwStore *store)
{
  g_autoptr (FwWorkplace) workplace = fw_workplace_new (store, fw_date_new (2026, 3, 9), "tester", "zh");
  GtkWidget *page = g_object_ref_sink (g_object_new (FW_TYPE_COMPANY_PAGE, NULL));

  fw_company_page_set_workplace (FW_COMPANY_PAGE (page), workplace);
  while (test_find_widget (page, ADW_TYPE_PREFERENCES_GROUP) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return page;
}

/* Where no company is on record yet, the page says how one comes there; it is never blank. */
static void
test_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fairwell-company-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "store", NULL);
  g_autoptr (FwStore) store = new_store (path);
  g_autoptr (GtkWidget) none = open_page (store);
  g_autoptr (FwCommand) command = fw_command_new ("employer.add", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GtkWidget) some = NULL;
  FwRecord *employer;

  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (test_find_widget (none, ADW_TYPE_PREFERENCES_GROUP))), ==,
                   "No company on record yet");
  g_assert_null (test_find_widget (none, ADW_TYPE_ENTRY_ROW));
  employer = fw_command_add (command, "employer");
  fw_record_set (employer, "name", "衡川");
  fw_record_set (employer, "jurisdiction", "CN");
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
  some = open_page (store);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (test_find_widget (some, ADW_TYPE_PREFERENCES_GROUP))), ==,
                   "衡川");
  g_assert_nonnull (test_find_widget (some, ADW_TYPE_ENTRY_ROW));
  fw_store_close (store);
  fw_store_delete (path, NULL);
  g_rmdir (folder);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/company-page/none", test_none);
  return g_test_run ();
}
