/* A talk of a case: where it stands, what is typed and watched, what a crash leaves, and the record it becomes. */
#include <signal.h>
#include <sys/resource.h>

#include "departure/fw-talk.h"
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

static void
walks (TestCompany *company,
       gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (talk, FALSE);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) branches = NULL;
  gboolean manager, unknown;
  guint steps = 0;

  g_assert_cmpstr (fw_talk_get_script (talk)->id, ==, "dismissal-incompetence");
  g_assert_cmpuint (figures->len, >, 3);
  g_assert_cmpstr (((FwScriptFigure *) figures->pdata[0])->path, ==, "case/talk/@call");
  fw_talk_begin (talk);
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_HELD);
  first = fw_talk_dup_prompt (talk, &manager, &unknown);
  g_assert_nonnull (first);
  g_assert_true (fw_talk_next (talk));
  second = fw_talk_dup_prompt (talk, &manager, &unknown);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (fw_talk_back (talk));
  again = fw_talk_dup_prompt (talk, &manager, &unknown);
  g_assert_cmpstr (first, ==, again);
  g_assert_false (fw_talk_back (talk));
  branches = fw_talk_dup_branches (talk);
  if (*branches != NULL)
    {
      guint number = fw_talk_get_scene_number (talk);

      g_assert_true (fw_talk_take_branch (talk, 0));
      g_assert_cmpuint (fw_talk_get_scene_number (talk), >=, number);
    }
  g_assert_false (fw_talk_take_branch (talk, 99));
  while (fw_talk_next (talk) && steps < 200)
    steps++;
  g_assert_true (fw_talk_is_at_end (talk));
  g_assert_cmpuint (steps, <, 200);
  test_talk_wait_saved (talk);
}

static void
watches (TestCompany *company,
         gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);
  const FwTalkAlert *alert;

  fw_talk_begin (talk);
  fw_talk_type (talk, "你们这样我只好找");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 0);
  fw_talk_type (talk, "你们这样我只好去打官司了");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 1);
  alert = fw_talk_get_alerts (talk)->pdata[0];
  g_assert_cmpstr (alert->of->id, ==, "arbitration_litigation");
  g_assert_false (alert->own);
  fw_talk_type (talk, "你们这样我只好去打官司了，活着也没意思，不想活了");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 2);
  alert = fw_talk_get_alerts (talk)->pdata[0];
  g_assert_true (alert->of->danger);
  fw_talk_acknowledge (talk);
  fw_talk_take_in (talk);
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 0);
  g_assert_true (fw_talk_keep (talk, FW_TALK_NOTE));
  g_assert_cmpstr (fw_talk_get_typed (talk), ==, "");
  fw_talk_set_speaker (talk, FW_TALK_HR);
  fw_talk_type (talk, "不签字就一分钱都没有");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 1);
  g_assert_true (((FwTalkAlert *) fw_talk_get_alerts (talk)->pdata[0])->own);
  test_talk_wait_saved (talk);
}

/* The disk is full for a moment: what was typed is tried again, the line too, and is there afterwards. */
static void
outlives_a_full_disk (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  FwTalk *talk = test_talk_load (its);
  g_autoptr (FwTalk) found = NULL;
  struct rlimit before, none;
  gint64 end;

  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = (struct rlimit) { .rlim_cur = 1, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be saved*");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  fw_talk_type (talk, "他要求看第三季度的");
  end = g_get_monotonic_time () + G_USEC_PER_SEC;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (fw_talk_is_saved (talk));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_test_assert_expected_messages ();
  test_talk_wait_saved (talk);
  found = test_talk_load (its);
  g_assert_cmpstr (fw_talk_get_typed (found), ==, "他要求看第三季度的");
  g_object_unref (talk);
}

/* The talk is not closed in any way: what is in the store is what a crash leaves. */
static void
survives_a_crash (TestCompany *company,
                  gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  FwTalk *talk = test_talk_load (its);
  g_autoptr (FwTalk) found = NULL;
  g_autoptr (FwTalkEntry) entry = NULL;
  gint64 events = fw_store_count (company->store, "talk", NULL, NULL, NULL);
  guint kept;

  fw_talk_set_place (talk, "三楼听松会议室");
  fw_talk_set_manager (talk, FW_TALK_MANAGER_DECLINES, "出差");
  fw_talk_begin (talk);
  fw_talk_next (talk);
  fw_talk_type (talk, "那我只好去打官司了");
  fw_talk_keep (talk, FW_TALK_NOTE);
  fw_talk_type (talk, "盐城那个单子是公司让我停的");
  fw_talk_keep (talk, FW_TALK_OPEN);
  fw_talk_observe (talk, FW_TALK_UPSET);
  fw_talk_type (talk, "他要求看第三季度的");
  test_talk_wait_saved (talk);
  kept = g_list_model_get_n_items (fw_talk_get_entries (talk));
  found = test_talk_load (its);
  g_assert_cmpint (fw_talk_get_stage (found), ==, FW_TALK_HELD);
  g_assert_cmpuint (fw_talk_get_alerts (found)->len, ==, 1);
  g_assert_cmpuint (fw_talk_get_raised (found)->len, ==, 1);
  g_assert_cmpstr (((FwTalkAlert *) fw_talk_get_alerts (found)->pdata[0])->of->id, ==, "arbitration_litigation");
  g_assert_cmpstr (fw_talk_get_typed (found), ==, "他要求看第三季度的");
  g_assert_cmpstr (fw_talk_get_place (found), ==, "三楼听松会议室");
  g_assert_cmpint (fw_talk_get_manager (found), ==, FW_TALK_MANAGER_DECLINES);
  g_assert_cmpstr (fw_talk_get_manager_note (found), ==, "出差");
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (found)), ==, kept);
  g_assert_cmpint (fw_talk_get_mood (found, NULL), ==, FW_TALK_UPSET);
  entry = g_list_model_get_item (fw_talk_get_entries (found), kept - 2);
  g_assert_cmpint (fw_talk_entry_get_sort (entry), ==, FW_TALK_OPEN);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, NULL), ==, events);
  g_object_unref (talk);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = fw_talk_find_held_finish (result, &error);
  g_assert_no_error (error);
}

static char *
find_held (TestCompany *company)
{
  char *const unknown = (char *) "";
  char *found = unknown;

  fw_talk_find_held_async (company->workplace, NULL, found_cb, &found);
  while (found == unknown)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

/* A talk that is prepared, or read back, waits; one that was held goes on. */
static void
is_found (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);
  g_autofree char *found = NULL;

  fw_talk_set_place (talk, "三楼");
  test_talk_wait_saved (talk);
  g_assert_null (find_held (company));
  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  found = find_held (company);
  g_assert_cmpstr (found, ==, fw_case_get_id (its));
  fw_talk_end (talk);
  test_talk_wait_saved (talk);
  g_assert_null (find_held (company));
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

static void
becomes_a_record (TestCompany *company,
                  gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);
  g_autoptr (FwTalkEntry) promise = NULL;
  g_autoptr (FwRecord) task = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  guint last;
  gboolean done = FALSE;

  fw_talk_begin (talk);
  fw_talk_type (talk, "年终奖周四前书面答复");
  fw_talk_keep (talk, FW_TALK_AGREED);
  fw_talk_end (talk);
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_READ_BACK);
  last = g_list_model_get_n_items (fw_talk_get_entries (talk)) - 1;
  promise = g_list_model_get_item (fw_talk_get_entries (talk), last);
  fw_talk_set_promise (talk, promise, TRUE, fw_date_new (2026, 3, 12));
  fw_talk_finish_async (talk, NULL, finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
  task = fw_store_find (company->store, "task", "kind", "promise", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_record_get (task, "due"), ==, "2026-03-12");
  left = fw_store_dup_draft (company->store, "talk", fw_case_get_id (its), &error);
  g_assert_null (left);
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_PREPARED);
}

static void
hold (FwTalk *talk)
{
  gboolean done = FALSE;

  fw_talk_begin (talk);
  fw_talk_type (talk, "你们这样我只好去打官司了");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 1);
  g_assert_cmpuint (((FwTalkAlert *) fw_talk_get_alerts (talk)->pdata[0])->count, ==, 1);
  fw_talk_keep (talk, FW_TALK_NOTE);
  fw_talk_end (talk);
  fw_talk_finish_async (talk, NULL, finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* What one talk alerted to is no reason to be silent in the next, whose seconds are counted anew. */
static void
is_watched_anew (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);

  hold (talk);
  hold (talk);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, NULL), ==, 2);
}

/* The program was left for half an hour in the middle of a talk: what is said afterwards is said at the time that it is. */
static void
goes_on_by_the_clock (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = open_case (company);
  g_autoptr (FwTalk) talk = test_talk_load (its);
  g_autoptr (FwTalk) again = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) earlier = g_date_time_add_minutes (now, -30);
  g_autofree char *began = g_date_time_format (earlier, "'began': <'%H:%M'>");
  g_autofree char *draft = NULL;
  g_autoptr (GString) older = NULL;
  g_autofree char *as_is = NULL;
  g_autoptr (GError) error = NULL;

  if (g_date_time_get_day_of_month (earlier) != g_date_time_get_day_of_month (now))
    {
      g_test_skip ("half an hour ago was yesterday");
      return;
    }
  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  as_is = g_strdup_printf ("'began': <'%s'>", fw_talk_get_began (talk));
  draft = fw_store_dup_draft (company->store, "talk", fw_case_get_id (its), &error);
  older = g_string_new (draft);
  g_assert_cmpuint (g_string_replace (older, as_is, began, 0), ==, 1);
  g_assert_true (fw_store_set_draft (company->store, "talk", fw_case_get_id (its), older->str, &error));
  again = test_talk_load (its);
  fw_talk_begin (again);
  g_assert_cmpuint (fw_talk_get_seconds (again), >=, 30 * 60);
  g_assert_cmpuint (fw_talk_get_seconds (again), <, 33 * 60);
  /* Where there was no gap nothing leaps. */
  fw_talk_end (again);
  fw_talk_go_on (again);
  g_assert_cmpuint (fw_talk_get_seconds (again), <, 33 * 60);
  test_talk_wait_saved (again);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "walks", walks },
    { "watches", watches },
    { "outlives-a-full-disk", outlives_a_full_disk },
    { "survives-a-crash", survives_a_crash },
    { "is-found", is_found },
    { "becomes-a-record", becomes_a_record },
    { "is-watched-anew", is_watched_anew },
    { "goes-on-by-the-clock", goes_on_by_the_clock },
  };

  return test_company_run (argc, argv, "/departure/talk", TODAY, cases, G_N_ELEMENTS (cases));
}
