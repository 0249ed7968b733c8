/* What goes wrong around a talk: a disk that fails, a draft that cannot be read. Nothing that was written is lost, and what happened is said. */
#include "../store/fw-test-store.h"
#include "departure/fw-held-talk.h"
#include "fw-test-case.h"

#include <string.h>

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

static void
settled_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(int *) data = fw_talks_settle_finish (FW_WORKPLACE (source), result, &error) ? 1 : 2;
  if (*(int *) data == 2)
    g_assert_nonnull (strstr (error->message, "the disk fails"));
}

static gboolean
settle (TestCompany *company)
{
  int done = 0;

  fw_talks_settle_async (company->workplace, settled_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  return done == 1;
}

/* A talk is left while its last words cannot be saved: they are tried again, and who comes back finds them. */
static void
outlives_being_left (TestCompany *company,
                     gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company), again = NULL;
  FwTalk *talk = test_talk_load (its), *left = talk;
  TestPlace place = place_of (company);
  g_autofree char *draft = NULL, *id = g_strdup (fw_case_get_id (its));
  g_autoptr (GError) error = NULL;

  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  g_assert_true (settle (company));
  test_tamper (&place, "CREATE TRIGGER no_draft BEFORE INSERT ON draft BEGIN SELECT RAISE (ABORT, 'the disk fails'); END");
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be saved*");
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be saved*");
  fw_talk_type (talk, "他要求看第三季度的");
  while (!fw_talks_fail_to_save (company->workplace))
    g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (talk), (gpointer *) &left);
  g_object_unref (talk);
  g_clear_object (&its);
  g_assert_false (settle (company));
  g_test_assert_expected_messages ();
  g_assert_false (fw_talks_are_saved (company->workplace));
  again = fw_case_load (company->workplace, id, &error);
  g_assert_no_error (error);
  fw_case_judge (again, NULL);
  talk = test_talk_load (again);
  g_assert_cmpstr (fw_talk_get_typed (talk), ==, "他要求看第三季度的");
  g_assert_true (fw_talk_get_case (talk) == again);
  g_object_unref (talk);
  test_tamper (&place, "DROP TRIGGER no_draft");
  /* Nobody asks for it any more: it is tried again by itself. */
  while (!fw_talks_are_saved (company->workplace))
    g_main_context_iteration (NULL, TRUE);
  draft = fw_store_dup_draft (company->store, "talk-line", id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft, ==, "他要求看第三季度的");
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
saved_aside_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = fw_talk_save_set_aside_finish (FW_TALK (source), result, &error);
  g_assert_no_error (error);
}

static void
dropped_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = fw_talk_drop_set_aside_finish (FW_TALK (source), result, &error);
  g_assert_no_error (error);
}

/* A talk with two notes, as a crash leaves it; its draft. */
static char *
leave_talk (TestCompany *company,
            FwCase *its)
{
  g_autoptr (FwTalk) talk = test_talk_load (its);
  char *draft;

  fw_talk_begin (talk);
  fw_talk_type (talk, "他问年终奖");
  fw_talk_keep (talk, FW_TALK_NOTE);
  fw_talk_type (talk, "盐城那个单子");
  fw_talk_keep (talk, FW_TALK_OPEN);
  test_talk_wait_saved (talk);
  draft = fw_store_dup_draft (company->store, "talk", fw_case_get_id (its), NULL);
  g_assert_nonnull (strstr (draft, "他问年终奖"));
  return draft;
}

static FwTalk *
load_damaged (TestCompany *company,
              FwCase *its,
              const char *draft)
{
  g_assert_true (fw_store_set_draft (company->store, "talk", fw_case_get_id (its), draft, NULL));
  return test_talk_load (its);
}

/* A draft that cannot be read stays as it was, whatever is written in its place, until somebody has it in a file and takes it away. */
static void
keeps_what_cannot_be_read (TestCompany *company,
                           gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autofree char *draft = leave_talk (company, its), *written = NULL;
  g_autoptr (GFile) file = test_company_file (company, "draft.txt", "");
  g_autoptr (FwTalk) talk = NULL, again = NULL, last = NULL;
  gboolean done = FALSE;

  draft[strlen (draft) - 9] = '\0';
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*draft of its talk cannot be read*");
  talk = load_damaged (company, its, draft);
  g_test_assert_expected_messages ();
  g_assert_true (fw_talk_has_set_aside (talk));
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_PREPARED);
  fw_talk_set_place (talk, "三楼");
  test_talk_wait_saved (talk);
  again = test_talk_load (its);
  g_assert_cmpstr (fw_talk_get_place (again), ==, "三楼");
  g_assert_true (fw_talk_has_set_aside (again));
  fw_talk_save_set_aside_async (again, file, "读不出来的草稿", saved_aside_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_load_contents (file, NULL, &written, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (written, draft));
  g_assert_cmpuint (strlen (written), ==, strlen (draft) + 1);
  done = FALSE;
  fw_talk_drop_set_aside_async (again, dropped_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (fw_talk_has_set_aside (again));
  last = test_talk_load (its);
  g_assert_false (fw_talk_has_set_aside (last));
  g_assert_cmpstr (fw_talk_get_place (last), ==, "三楼");
}

/* Nor is an entry lost that only a newer program knows: the rest is taken up. */
static void
keeps_what_it_does_not_know (TestCompany *company,
                             gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autofree char *draft = leave_talk (company, its);
  g_autoptr (GString) newer = g_string_new (draft);
  g_autoptr (FwTalk) talk = NULL, whole = NULL;
  guint before;

  whole = test_talk_load (its);
  g_assert_false (fw_talk_has_set_aside (whole));
  before = g_list_model_get_n_items (fw_talk_get_entries (whole));
  g_assert_cmpuint (g_string_replace (newer, "'sort': <uint32 2>", "'sort': <uint32 99>", 1), ==, 1);
  talk = load_damaged (company, its, newer->str);
  g_assert_true (fw_talk_has_set_aside (talk));
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_HELD);
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (talk)), ==, before - 1);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "leaves-no-paper-unnoted", leaves_no_paper_unnoted },
    { "tells-what-cannot-be-read", tells_what_cannot_be_read },
    { "outlives-being-left", outlives_being_left },
    { "keeps-what-cannot-be-read", keeps_what_cannot_be_read },
    { "keeps-what-it-does-not-know", keeps_what_it_does_not_know },
  };

  return test_company_run (argc, argv, "/departure/talk-mishaps", TODAY, cases, G_N_ELEMENTS (cases));
}
