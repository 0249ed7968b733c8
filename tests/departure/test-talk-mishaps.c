/* What goes wrong around a talk: a disk that fails, a draft that cannot be read. Nothing that was written is lost, and what happened is said. */
#include "../store/fw-test-store.h"
#include "departure/fw-held-talk.h"
#include "fw-test-case.h"

#define TODAY "2026-03-10"

static FwCase *
open_case (TestCompany *company)
{
  FwCase *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  return its;
}

/* From here on test_tamper() has the key. */
static TestPlace
place_of (TestCompany *company)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_store_change_passphrase (company->store, NULL, TEST_CASE_PASSPHRASE, TEST_PASSPHRASE, "tester", &error));
  g_assert_no_error (error);
  return (TestPlace) { company->folder, company->path };
}

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = fw_talk_finish_finish (FW_TALK (source), result, &error);
  g_assert_no_error (error);
}

/* A talk on record, with minutes. */
static FwHeldTalk *
hold (TestCompany *company,
      FwCase *its)
{
  g_autoptr (FwTalk) talk = test_talk_load (its);
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  fw_talk_begin (talk);
  fw_talk_type (talk, "他问年终奖");
  fw_talk_keep (talk, FW_TALK_NOTE);
  fw_talk_end (talk);
  fw_talk_finish_async (talk, NULL, finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  talks = fw_held_talks_list (company->store, "case-id", fw_case_get_id (its), &error);
  g_assert_no_error (error);
  return fw_held_talk_copy (talks->pdata[0]);
}

static guint
count_files (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* No minutes leave the store without their event; what was there before stays. */
static void
leaves_no_paper_unnoted (TestCompany *company,
                         gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwHeldTalk) talk = hold (company, its);
  g_autoptr (GFile) there = test_company_file (company, "there.pdf", "what was there");
  g_autoptr (GFile) folder = g_file_get_parent (there);
  g_autoptr (GFile) fresh = g_file_get_child (folder, "fresh.pdf");
  TestPlace place = place_of (company);
  g_autofree char *kept = NULL, *written = NULL;
  g_autoptr (GError) error = NULL, refused = NULL;
  guint before = count_files (there);
  gsize size;

  test_tamper (&place, "CREATE TRIGGER no_event BEFORE INSERT ON event BEGIN SELECT RAISE (ABORT, 'the disk fails'); END");
  g_assert_false (fw_held_talk_save_pdf (company->workplace, talk, fresh, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_query_exists (fresh, NULL));
  g_assert_false (fw_held_talk_save_pdf (company->workplace, talk, there, NULL));
  g_assert_true (g_file_load_contents (there, NULL, &kept, NULL, NULL, NULL));
  g_assert_cmpstr (kept, ==, "what was there");
  g_assert_cmpuint (count_files (there), ==, before);
  test_tamper (&place, "DROP TRIGGER no_event");
  g_assert_false (fw_held_talk_save_pdf (company->workplace, talk, folder, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_true (fw_held_talk_save_pdf (company->workplace, talk, there, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (there, NULL, &written, &size, NULL, NULL));
  g_assert_cmpmem (written, 5, "%PDF-", 5);
  g_assert_cmpuint (count_files (there), ==, before);
}

/* What cannot be read is not taken for minutes that were never made. */
static void
tells_what_cannot_be_read (TestCompany *company,
                           gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwHeldTalk) talk = hold (company, its);
  TestPlace place = place_of (company);
  g_autoptr (GError) none = NULL, error = NULL, unlisted = NULL;

  g_assert_null (fw_held_talk_lay_out (company->store, "no such talk", NULL, &none));
  g_assert_error (none, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND);
  test_tamper (&place, "ALTER TABLE document_issued RENAME COLUMN talk_id TO damaged");
  g_assert_null (fw_held_talk_lay_out (company->store, talk->id, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND));
  g_assert_null (fw_held_talks_list (company->store, "case-id", talk->case_id, &unlisted));
  g_assert_nonnull (unlisted);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "leaves-no-paper-unnoted", leaves_no_paper_unnoted },
    { "tells-what-cannot-be-read", tells_what_cannot_be_read },
  };

  return test_company_run (argc, argv, "/departure/talk-mishaps", TODAY, cases, G_N_ELEMENTS (cases));
}
