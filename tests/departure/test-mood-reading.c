/* Moods from words in a talk: off unless the company wants it, never where the law forbids it, never on record. */
#include "departure/fw-mood-reading.h"
#include "departure/fw-talk.h"
#include "fw-test-case.h"

#define TODAY "2026-03-10"

/* A country whose law forbids it. */
#define FORBIDS                                                                                                                \
  "<pack xmlns='urn:fairwell:pack:1' id='YY' version='1' currency='XXX'><title zh='某国' en='Somewhere'/><review by='' on=''/>" \
  "<feature id='emotion-recognition' value='prohibited' from='2025-01-01'/></pack>"

static void
say (FwTalk *talk,
     FwTalkSpeaker speaker,
     const char *text)
{
  fw_talk_set_speaker (talk, speaker);
  fw_talk_type (talk, text);
  fw_talk_keep (talk, FW_TALK_NOTE);
}

static FwTalk *
hold_talk (FwCase *its)
{
  FwTalk *talk = test_talk_load (its);

  fw_talk_begin (talk);
  say (talk, FW_TALK_EMPLOYEE, "凭什么是我？");
  say (talk, FW_TALK_HR, "我听到您很生气。");
  say (talk, FW_TALK_EMPLOYEE, "我不生气，我就是有点委屈。");
  return talk;
}

static void
follows_the_choice (TestCompany *company,
                    gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (FwTalk) unread = NULL;
  g_autoptr (FwTalk) read = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GArray) moods = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  g_assert_false (fw_mood_reading_is_on (company->store, &error));
  unread = hold_talk (its);
  g_assert_false (fw_talk_reads_words (unread));
  g_assert_null (fw_talk_list_word_moods (unread));
  test_talk_wait_saved (unread);
  event = fw_mood_reading_set (company->workplace, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (fw_mood_reading_is_on (company->store, &error));
  read = test_talk_load (its);
  g_assert_true (fw_talk_reads_words (read));
  moods = fw_talk_list_word_moods (read);
  /* The employee's own sentences alone; what was negated is none. */
  g_assert_cmpuint (moods->len, ==, 2);
  g_assert_cmpint (g_array_index (moods, FwTalkWordMood, 0).mood, ==, FW_WORD_MOOD_ANGRY);
  g_assert_cmpint (g_array_index (moods, FwTalkWordMood, 1).mood, ==, FW_WORD_MOOD_UPSET);
  fw_talk_set_speaker (read, FW_TALK_EMPLOYEE);
  fw_talk_type (read, "我想哭");
  g_assert_cmpint (fw_talk_get_word_mood (read), ==, FW_WORD_MOOD_TEARS);
  /* It only suggests: nothing of it is a mood of the talk. */
  g_assert_cmpint (fw_talk_get_mood (read, NULL), ==, FW_TALK_N_MOODS);
  test_talk_wait_saved (read);
}

static void
yields_to_the_law (TestCompany *company,
                   gconstpointer today)
{
  FwDate day = fw_date_from_string (today);
  g_autoptr (GPtrArray) employers = NULL;
  g_autoptr (FwCommand) command = NULL;
  g_autoptr (FwRecord) employer = NULL;
  g_autoptr (FwEvent) moved = NULL;
  g_autoptr (FwEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_mood_reading_is_lawful (company->store, "CN", day));
  g_assert_true (fw_mood_reading_is_lawful (company->store, NULL, day));
  g_assert_false (fw_mood_reading_is_lawful (company->store, "YY", day));
  g_assert_true (fw_mood_reading_is_lawful (company->store, "YY", fw_date_new (2024, 12, 31)));
  g_assert_false (fw_mood_reading_is_lawful (company->store, "ZZ", day));
  employers = fw_store_list (company->store, "employer", NULL, NULL, &error);
  g_assert_no_error (error);
  employer = fw_record_copy (employers->pdata[0]);
  fw_record_set (employer, "jurisdiction", "YY");
  command = fw_command_new ("test.put", "tester", NULL);
  fw_command_put (command, employer);
  moved = fw_store_run (company->store, command, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (fw_mood_reading_is_lawful (company->store, NULL, day));
  event = fw_mood_reading_set (company->workplace, TRUE, &error);
  g_assert_null (event);
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "follows-the-choice", follows_the_choice },
    { "yields-to-the-law", yields_to_the_law },
  };
  g_autofree char *home = g_dir_make_tmp ("fairwell-moods-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "fairwell", "packs", "yy", NULL);
  g_autofree char *file = g_build_filename (folder, "pack.xml", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, FORBIDS, -1, NULL));
  result = test_company_run (argc, argv, "/departure/mood-reading", TODAY, cases, G_N_ELEMENTS (cases));
  test_remove_tree (home);
  return result;
}
