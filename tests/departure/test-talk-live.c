/* Somebody sits at the table: keys that are held down, what is pasted, a computer that sleeps, a talk of many hours. */
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "departure/fw-held-talk.h"
#include "departure/fw-talk.h"
#include "fw-test-case.h"

#define TODAY "2026-03-10"

/* How long this computer has slept: the time since it was started counts it, the one that GLib calls monotonic does not. */
static gint64 slept_seconds;

int
clock_gettime (clockid_t of,
               struct timespec *when)
{
  int result = (int) syscall (SYS_clock_gettime, of, when);

  if (result == 0 && of == CLOCK_BOOTTIME)
    when->tv_sec += slept_seconds;
  return result;
}

static FwTalk *
sit_down (TestCompany *company,
          FwCase **its)
{
  g_autoptr (GError) error = NULL;

  *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  fw_case_judge (*its, &error);
  g_assert_no_error (error);
  return test_talk_load (*its);
}

static guint
count (FwTalk *talk,
       FwTalkSort sort)
{
  GListModel *entries = fw_talk_get_entries (talk);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (entries, i);

      n += fw_talk_entry_get_sort (entry) == sort;
    }
  return n;
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
finish (FwTalk *talk)
{
  gboolean done = FALSE;

  fw_talk_end (talk);
  fw_talk_finish_async (talk, NULL, finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The computer sleeps for half an hour in the middle: the clock of the talk goes on, and so does that of a break. */
static void
counts_sleep (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);

  fw_talk_begin (talk);
  fw_talk_set_paused (talk, TRUE);
  slept_seconds = 1800;
  g_assert_cmpuint (fw_talk_get_seconds (talk), >=, 1800);
  g_assert_cmpuint (fw_talk_get_break_seconds (talk), >=, 1800);
  fw_talk_set_paused (talk, FALSE);
  g_assert_cmpuint (count (talk, FW_TALK_BREAK), ==, 1);
  test_talk_wait_saved (talk);
  slept_seconds = 0;
}

/* The script is at its end, and then something happens: it is gone through as anywhere else. */
static void
goes_on_behind_the_end (TestCompany *company,
                        gconstpointer today)
{
  static const char *const scripts[] = { "lawyer-or-records", "dismissal-incompetence", "refuse-to-sign" };
  guint gone_on = 0;
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      guint steps = 0;
      const FwScene *last;

      if (!fw_talk_set_script (talk, scripts[i], NULL))
        continue;
      fw_talk_begin (talk);
      while (fw_talk_next (talk) && steps++ < 200)
        ;
      g_assert_true (fw_talk_is_at_end (talk));
      last = fw_talk_get_scene (talk);
      for (guint branch = 0; fw_talk_get_scene (talk) == last && branch < 9; branch++)
        fw_talk_take_branch (talk, branch);
      if (fw_talk_get_scene (talk) == last)
        continue;
      g_assert_false (fw_talk_is_at_end (talk));
      g_assert_true (fw_talk_next (talk));
      gone_on++;
    }
  g_assert_cmpuint (gone_on, >=, 1);
  test_talk_wait_saved (talk);
}

/* A key that is held down a moment too long says one thing once. */
static void
takes_no_notice_of_repeats (TestCompany *company,
                            gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);

  fw_talk_begin (talk);
  for (guint i = 0; i < 20; i++)
    fw_talk_observe (talk, FW_TALK_ANGRY);
  g_assert_cmpuint (count (talk, FW_TALK_MOOD), ==, 1);
  fw_talk_observe (talk, FW_TALK_CALM);
  fw_talk_observe (talk, FW_TALK_ANGRY);
  g_assert_cmpuint (count (talk, FW_TALK_MOOD), ==, 3);
  slept_seconds += 10;
  fw_talk_observe (talk, FW_TALK_ANGRY); /* still */
  g_assert_cmpuint (count (talk, FW_TALK_MOOD), ==, 4);
  for (guint i = 0; i < 20; i++)
    fw_talk_set_paused (talk, i % 2 == 0);
  g_assert_cmpuint (count (talk, FW_TALK_BREAK), ==, 0);
  fw_talk_set_paused (talk, TRUE);
  slept_seconds += 60;
  fw_talk_set_paused (talk, FALSE);
  g_assert_cmpuint (count (talk, FW_TALK_BREAK), ==, 1);
  slept_seconds = 0;
  test_talk_wait_saved (talk);
}

/* What is pasted may hold what no paper can, and be as long as a book: it is on record all the same. */
static void
takes_what_is_pasted (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);
  g_autoptr (GString) book = g_string_new (NULL);
  g_autoptr (FwTalkEntry) entry = NULL;
  guint before, length = 0, n;

  fw_talk_begin (talk);
  fw_talk_type (talk, "第一行\n第二行\001\013完");
  fw_talk_keep (talk, FW_TALK_NOTE);
  n = g_list_model_get_n_items (fw_talk_get_entries (talk));
  entry = g_list_model_get_item (fw_talk_get_entries (talk), n - 1);
  g_assert_cmpstr (fw_talk_entry_get_text (entry), ==, "第一行 第二行  完");
  before = count (talk, FW_TALK_NOTE);
  for (guint i = 0; i < 40000; i++)
    g_string_append (book, "他说这件事不是这样的");
  fw_talk_type (talk, book->str);
  fw_talk_keep (talk, FW_TALK_NOTE);
  g_assert_cmpuint (count (talk, FW_TALK_NOTE), >, before + 1);
  for (guint i = n; i < g_list_model_get_n_items (fw_talk_get_entries (talk)); i++)
    {
      g_autoptr (FwTalkEntry) part = g_list_model_get_item (fw_talk_get_entries (talk), i);

      length += (guint) strlen (fw_talk_entry_get_text (part));
    }
  g_assert_cmpuint (length, ==, book->len);
  test_talk_wait_saved (talk);
}

/* What was pasted into a talk of usual length becomes a record with its minutes. */
static void
records_what_was_pasted (TestCompany *company,
                         gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);

  fw_talk_begin (talk);
  fw_talk_set_place (talk, "三楼\001");
  fw_talk_type (talk, "他说\001不是这样的");
  fw_talk_keep (talk, FW_TALK_AGREED);
  finish (talk);
  g_assert_cmpint (fw_store_count (company->store, "document-issued", NULL, NULL, NULL), ==, 1);
}

/* A program writes along for hours: the ten thousandth note is kept while somebody types. */
static void
keeps_pace (TestCompany *company,
            gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = sit_down (company, &its);
  g_autoptr (FwTalk) found = NULL;
  gint64 began, made, took = 0;
  guint n;

  fw_talk_begin (talk);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("他说这件事不是这样的，第 %u 遍", i);

      began = g_get_monotonic_time ();
      fw_talk_type (talk, text);
      fw_talk_keep (talk, FW_TALK_NOTE);
      took = MAX (took, g_get_monotonic_time () - began);
    }
  test_talk_wait_saved (talk);
  began = g_get_monotonic_time ();
  fw_talk_observe (talk, FW_TALK_UPSET);
  made = g_get_monotonic_time () - began;
  g_test_message ("note among ten thousand: %.1f ms at most, with the draft made %.1f ms", (double) took / 1000, (double) made / 1000);
  g_assert_cmpint (made, <, G_USEC_PER_SEC / 4);
  test_talk_wait_saved (talk);
  n = g_list_model_get_n_items (fw_talk_get_entries (talk));
  began = g_get_monotonic_time ();
  found = test_talk_load (its);
  g_test_message ("read again in %.1f ms", (double) (g_get_monotonic_time () - began) / 1000);
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (found)), ==, n);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "counts-sleep", counts_sleep },
    { "goes-on-behind-the-end", goes_on_behind_the_end },
    { "takes-no-notice-of-repeats", takes_no_notice_of_repeats },
    { "takes-what-is-pasted", takes_what_is_pasted },
    { "records-what-was-pasted", records_what_was_pasted },
    { "keeps-pace", keeps_pace },
  };

  return test_company_run (argc, argv, "/departure/talk-live", TODAY, cases, G_N_ELEMENTS (cases));
}
