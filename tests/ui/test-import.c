#include <adwaita.h>
#include <glib/gstdio.h>

#include "store/fw-store.h"
#include "ui/data/fw-import-columns.h"
#include "ui/data/fw-import-reading.h"
#include "ui/fw-problem.h"

#define STAFF_LIST "员工姓名,人员编号,班组长,手机\r\n王秋实,E0401,胡师傅,13800006654\r\n李明,E0402,,13900001111\r\n"
#define WAGES      "工号,月份,应发工资\r\nE0401,2026-02,18500\r\n"

typedef struct
{
  char *folder;
  FwStore *store;
  FwImportReading *reading;
  GError *error;
  gboolean done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  g_autofree char *store = NULL;

  fixture->folder = g_dir_make_tmp ("fairwell-ui-XXXXXX", &error);
  store = g_build_filename (fixture->folder, "store", NULL);
  fixture->store = fw_store_create (store, "test", &options, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->reading, fw_import_reading_free);
  g_clear_error (&fixture->error);
  fw_store_close (fixture->store);
  g_object_unref (fixture->store);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->reading = fw_import_read_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
read_text (Fixture *fixture, const char *text, const char *encoding)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  g_clear_pointer (&fixture->reading, fw_import_reading_free);
  fixture->done = FALSE;
  fw_import_read_async (fixture->store, file, &(FwTableOptions) { FW_ENCODING_AUTO, 0 }, NULL, read_cb, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
field_id (FwImportReading *reading, guint column)
{
  const FwImportField *field = g_ptr_array_index (reading->fields, column);

  return field != NULL ? field->id : NULL;
}

/* What the file is, how it is stored and what its columns are is found out, not asked. */
static void
test_guess (Fixture *fixture, gconstpointer data)
{
  read_text (fixture, STAFF_LIST, "GB18030");
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fw_table_get_encoding (fixture->reading->table), ==, FW_ENCODING_GB18030);
  g_assert_cmpstr (fixture->reading->kind->id, ==, "employees");
  g_assert_cmpuint (fw_table_get_n_rows (fixture->reading->table), ==, 2);
  g_assert_nonnull (field_id (fixture->reading, 0));
  g_assert_nonnull (field_id (fixture->reading, 1));
  g_assert_null (field_id (fixture->reading, 2));

  read_text (fixture, WAGES, "UTF-8");
  g_assert_cmpstr (fixture->reading->kind->id, ==, "wages");
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *problem = NULL;

  read_text (fixture, "", "UTF-8");
  g_assert_null (fixture->reading);
  g_assert_nonnull (fixture->error);
  problem = fw_problem_describe (fixture->error);
  g_assert_cmpstr (problem, !=, "");
}

static GtkDropDown *
nth_drop (GtkWidget *widget, guint *skip)
{
  if (GTK_IS_DROP_DOWN (widget) && (*skip)-- == 0)
    return GTK_DROP_DOWN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = nth_drop (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkDropDown *
find_drop (GtkWidget *columns, guint column)
{
  guint skip = column;
  GtkDropDown *drop = nth_drop (columns, &skip);

  g_assert_nonnull (drop);
  return drop;
}

static void
count_cb (gpointer widget, int *count)
{
  (*count)++;
}

/* A field has one column: chosen for another, it leaves the first. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) columns = g_object_ref_sink (g_object_new (FW_TYPE_IMPORT_COLUMNS, NULL));
  g_autofree char *name = NULL;
  guint name_position;
  int changes = 0;

  read_text (fixture, STAFF_LIST, "UTF-8");
  name = g_strdup (field_id (fixture->reading, 0));
  g_signal_connect (columns, "changed", G_CALLBACK (count_cb), &changes);
  fw_import_columns_show (FW_IMPORT_COLUMNS (columns), fixture->reading);
  g_assert_cmpint (changes, ==, 0);
  name_position = gtk_drop_down_get_selected (find_drop (columns, 0));
  gtk_drop_down_set_selected (find_drop (columns, 2), name_position);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpstr (field_id (fixture->reading, 2), ==, name);
  g_assert_null (field_id (fixture->reading, 0));
  g_assert_cmpuint (gtk_drop_down_get_selected (find_drop (columns, 0)), ==, 0);

  /* A column without a home becomes a field of the company's own, in what is tried and imported too. */
  gtk_drop_down_set_selected (find_drop (columns, 0), 1);
  g_assert_null (field_id (fixture->reading, 0));
  {
    g_autoptr (FwImportMapping) mapping = fw_import_reading_dup_mapping (fixture->reading);

    g_assert_true (fw_import_mapping_is_custom (mapping, 0));
    g_assert_false (fw_import_mapping_is_custom (mapping, 3));
  }
  gtk_drop_down_set_selected (find_drop (columns, 0), 0);
  g_assert_false (g_array_index (fixture->reading->own, gboolean, 0));
  fw_import_columns_show (FW_IMPORT_COLUMNS (columns), NULL);
}

/* Next month's file of the same make is understood as this one was; one with other headings is not touched by it. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  read_text (fixture, STAFF_LIST, "UTF-8");
  g_ptr_array_index (fixture->reading->fields, 2) = g_ptr_array_index (fixture->reading->fields, 0);
  g_ptr_array_index (fixture->reading->fields, 0) = NULL;
  g_array_index (fixture->reading->own, gboolean, 0) = TRUE;
  fixture->reading->order = FW_IMPORT_MONTH_FIRST;
  fw_import_reading_remember (fixture->reading, fixture->store);
  do
    read_text (fixture, STAFF_LIST, "GB18030");
  while (field_id (fixture->reading, 2) == NULL && g_get_monotonic_time () < end);
  g_assert_nonnull (field_id (fixture->reading, 2));
  g_assert_null (field_id (fixture->reading, 0));
  g_assert_true (g_array_index (fixture->reading->own, gboolean, 0));
  read_text (fixture, "姓名,工号\r\n王秋实,E0401\r\n", "UTF-8");
  g_assert_nonnull (field_id (fixture->reading, 0));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/import/guess", Fixture, NULL, set_up, test_guess, tear_down);
  g_test_add ("/ui/import/bad-file", Fixture, NULL, set_up, test_bad_file, tear_down);
  g_test_add ("/ui/import/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/ui/import/remembered", Fixture, NULL, set_up, test_remembered, tear_down);
  return g_test_run ();
}
