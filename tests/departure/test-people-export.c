#include "departure/fw-people-export.h"

#include <glib/gstdio.h>

#include "store/fw-audit.h"
#include "store/fw-search.h"

typedef struct
{
  char *folder;
  FwStore *store;
  FwWorkplace *workplace;
  GFile *file;
  GArray *seqs;
  gint64 written;
  GError *error;
  gboolean done;
} Fixture;

/* Names as people and attackers have them. */
static const char *const names[] = { "王海洋", "=HYPERLINK(\"x\")", "李,明", "O\"Brien", "@sum", "+1-2" };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (FwCommand) command = fw_command_new ("import", "test", NULL);
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *store = NULL;

  fixture->folder = g_dir_make_tmp ("fairwell-export-XXXXXX", &error);
  store = g_build_filename (fixture->folder, "store", NULL);
  path = g_build_filename (fixture->folder, "people.csv", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->store = fw_store_create (store, "test", &options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FwRecord *record = fw_command_add (command, "employee");
      g_autofree char *number = g_strdup_printf ("E%u", i);

      fw_record_set (record, "number", number);
      fw_record_set (record, "name", names[i]);
      fw_record_set (record, "phone", i == 0 ? "+86 13900139000" : NULL);
    }
  event = fw_store_run (fixture->store, command, NULL, &error);
  g_assert_no_error (error);
  fixture->workplace = fw_workplace_new (fixture->store, fw_date_new (2026, 3, 9), "HR", "zh");
  fixture->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 seq = 1; seq <= G_N_ELEMENTS (names); seq++)
    g_array_append_val (fixture->seqs, seq);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      g_remove (inside);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->workplace);
  fw_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->file);
  g_array_unref (fixture->seqs);
  g_clear_error (&fixture->error);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static char *
describe (FwRecord *person, guint column, gpointer data)
{
  const char *fields[] = { "name", "number", "phone" };

  return g_strdup (fw_record_get (person, fields[column]));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->written = fw_people_export_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
export (Fixture *fixture, GCancellable *cancellable)
{
  static const char *const headings[] = { "姓名", "工号", "电话", NULL };
  static const char *const columns[] = { "name", "number", "phone", NULL };

  fixture->done = FALSE;
  fw_people_export_async (fixture->workplace, fixture->file, fixture->seqs, headings, columns, describe, NULL, NULL,
                          cancellable, exported_cb, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_events (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = fw_store_list_events (fixture->store, NULL, 0, 0, NULL, NULL);

  return events->len;
}

/* As a spreadsheet reads it, formulas made harmless; the event says how many and which columns, and nobody's name. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  export (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->written, ==, G_N_ELEMENTS (names));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf" "姓名,工号,电话\r\n王海洋,E0,+86 13900139000\r\n\"'=HYPERLINK(\"\"x\"\")\",E1,\r\n"
                   "\"李,明\",E2,\r\n\"O\"\"Brien\",E3,\r\n'@sum,E4,\r\n+1-2,E5,\r\n");
}

static void
test_event (Fixture *fixture, gconstpointer data)
{
  const guint before = count_events (fixture);
  g_autoptr (GPtrArray) events = NULL;
  FwEvent *event;

  export (fixture, NULL);
  events = fw_store_list_events (fixture->store, NULL, 0, 0, NULL, NULL);
  g_assert_cmpuint (events->len, ==, before + 1);
  event = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (fw_event_get_what (event), ==, "employee.export");
  g_assert_cmpstr (fw_event_get_who (event), ==, "HR");
  g_assert_cmpstr (fw_event_get_detail (event, "people"), ==, "6");
  g_assert_cmpstr (fw_event_get_detail (event, "columns"), ==, "name number phone");
}

/* What stood there stays, and nothing is recorded, where it cannot be written or is called off. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const guint before = count_events (fixture);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *missing = g_build_filename (fixture->folder, "nowhere", "people.csv", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_replace_contents (fixture->file, "before", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  g_cancellable_cancel (cancelled);
  export (fixture, cancelled);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture->written, ==, -1);
  g_clear_error (&fixture->error);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");

  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (missing);
  export (fixture, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_events (fixture), ==, before);
}

/* Nobody is a file with headings; somebody who is gone meanwhile is left out. */
static void
test_few (Fixture *fixture, gconstpointer data)
{
  const guint32 gone = 4711;
  g_autofree char *text = NULL;

  g_array_set_size (fixture->seqs, 0);
  export (fixture, NULL);
  g_assert_cmpint (fixture->written, ==, 0);
  g_array_append_val (fixture->seqs, gone);
  export (fixture, NULL);
  g_assert_cmpint (fixture->written, ==, 0);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "\xef\xbb\xbf" "姓名,工号,电话\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/departure/people-export/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/departure/people-export/event", Fixture, NULL, set_up, test_event, tear_down);
  g_test_add ("/departure/people-export/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/departure/people-export/few", Fixture, NULL, set_up, test_few, tear_down);
  return g_test_run ();
}
