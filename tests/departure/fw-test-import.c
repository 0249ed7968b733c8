#include "fw-test-import.h"

#include <string.h>

#include "core/fw-paths.h"
#include "fw-test-case.h"

void
test_import_set_up (TestImport *fixture,
                    gconstpointer unused)
{
  FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL, .who = "tester" };
  g_autoptr (GError) error = NULL;
  g_autofree char *kinds = fw_paths_find_data ("import/kinds.xml");
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("fairwell-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "store", NULL);
  fixture->store = fw_store_create (path, TEST_CASE_PASSPHRASE, &options, &error);
  g_assert_no_error (error);
  fixture->catalog = fw_import_catalog_read (kinds, &error);
  g_assert_no_error (error);
}

void
test_import_tear_down (TestImport *fixture,
                       gconstpointer unused)
{
  fw_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->catalog);
  test_remove_tree (fixture->folder);
  g_free (fixture->folder);
}

/* What importing the list would do, its columns guessed from the headings. A length of -1 is a text. */
FwImportPlan *
test_import_try (TestImport *fixture,
                 FwImportJob *job,
                 const char *kind,
                 const char *data,
                 gssize length,
                 FwImportDateOrder order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);
  g_autoptr (FwTable) table = fw_table_new_from_bytes (bytes, NULL, NULL, &error);
  const FwImportKind *found = fw_import_catalog_find_kind (fixture->catalog, kind);
  g_autoptr (FwImportMapping) mapping = NULL;
  FwImportOptions options = { .today = fw_date_new (2026, 10, 15), .order = order };
  FwImportPlan *plan;

  g_assert_no_error (error);
  mapping = fw_import_mapping_new_guess (found, table);
  plan = fw_import_job_try (job, fixture->catalog, found, table, mapping, &options, NULL, &error);
  g_assert_no_error (error);
  return plan;
}
