/* A rehearsal: somebody who answers, what is said about it at the end, and that nothing of it is ever written. And what a talk hears of a source. */
#include "departure/fw-rehearsal.h"

#include <string.h>

#include "fw-test-case.h"
#include "interview/fw-program-source.h"
#include "interview/fw-replayed-source.h"

#define TODAY "2026-03-10"

static FwTalk *
prepare (FwCase *its,
         const char *script)
{
  FwTalk *talk = NULL;

  fw_case_judge (its, NULL);
  talk = test_talk_load (its);
  g_assert_true (fw_talk_set_script (talk, script, NULL));
  test_talk_wait_saved (talk);
  return talk;
}

typedef struct
{
  FwTalk *prepared;
  FwTalk *talk;
} Waiting;

static void
rehearsed_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->talk = fw_talk_rehearse_finish (waiting->prepared, result, &error);
  g_assert_no_error (error);
}

/* Begun, and listened to. */
static FwTalk *
rehearse (FwTalk *prepared,
          const char *temperament,
          guint32 seed,
          FwRehearsal **rehearsal)
{
  Waiting waiting = { prepared, NULL };
  g_autoptr (GError) error = NULL;

  fw_talk_rehearse_async (prepared, temperament, NULL, rehearsed_cb, &waiting);
  while (waiting.talk == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fw_talk_is_rehearsal (waiting.talk));
  g_assert_false (fw_talk_is_rehearsal (prepared));
  fw_talk_begin (waiting.talk);
  *rehearsal = fw_rehearsal_new (waiting.talk, temperament, seed, &error);
  g_assert_no_error (error);
  g_assert_true (fw_talk_listen (waiting.talk, FW_TRANSCRIPT_SOURCE (*rehearsal), &error));
  g_assert_no_error (error);
  return waiting.talk;
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every byte of the store's files, but the map that readers share. */
static char *
dup_fingerprint (const char *folder)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, "-shm"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (names->pdata[i], G_FILE_TEST_IS_DIR))
        {
          g_autofree char *inner = dup_fingerprint (names->pdata[i]);

          g_checksum_update (sum, (const guchar *) inner, -1);
        }
      else if (g_file_get_contents (names->pdata[i], &content, &length, NULL))
        g_checksum_update (sum, (const guchar *) content, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* What was said, "E: …" the employee, "H: …" HR, "M: …" the manager. */
static char *
print_notes (FwTalk *talk)
{
  static const char speakers[] = "EHM";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (fw_talk_get_entries (talk)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (fw_talk_get_entries (talk), i);

      if (fw_talk_entry_get_sort (entry) == FW_TALK_NOTE)
        g_string_append_printf (text, "%c: %s\n", speakers[fw_talk_entry_get_speaker (entry)], fw_talk_entry_get_text (entry));
    }
  return g_string_free (text, FALSE);
}

/* Reads the script and takes no notice of the person. */
static void
read_through (FwTalk *talk,
              FwRehearsal *rehearsal)
{
  guint steps = 0;

  while (fw_talk_get_stage (talk) == FW_TALK_HELD && !fw_talk_is_at_end (talk) && steps++ < 200)
    {
      fw_rehearsal_advance (rehearsal, 20);
      fw_talk_next (talk);
    }
  g_assert_cmpuint (steps, <, 200);
  fw_talk_end (talk);
}

static void
leaves_no_trace (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "resignation-exit");
  g_autofree char *before = dup_fingerprint (company->folder);
  g_autofree char *after = NULL;
  g_autofree char *line = NULL;
  g_autoptr (FwRehearsal) rehearsal = NULL;
  g_autoptr (FwTalk) talk = rehearse (prepared, "open", 1, &rehearsal);

  fw_talk_set_place (talk, "三楼");
  fw_talk_set_manager (talk, FW_TALK_MANAGER_DECLINES, "出差");
  fw_talk_set_brought (talk, "合同", TRUE);
  fw_talk_type (talk, "我保证给您写推荐信");
  fw_talk_keep (talk, FW_TALK_AGREED);
  fw_talk_observe (talk, FW_TALK_UPSET);
  fw_talk_set_paused (talk, TRUE);
  fw_talk_set_paused (talk, FALSE);
  fw_talk_type (talk, "没有说完的半句");
  g_assert_true (fw_talk_is_saved (talk));
  read_through (talk, rehearsal);
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_READ_BACK);
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (talk)), >, 5);
  g_clear_object (&talk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  after = dup_fingerprint (company->folder);
  g_assert_cmpstr (before, ==, after);
  line = fw_store_dup_draft (company->store, "talk-line", fw_case_get_id (its), NULL);
  g_assert_null (line);
  g_assert_cmpstr (fw_talk_get_place (prepared), ==, "");
  g_assert_cmpint (fw_talk_get_stage (prepared), ==, FW_TALK_PREPARED);
}

static void
refused_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_talk_finish_finish (FW_TALK (source), result, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  *(gboolean *) data = TRUE;
}

/* Nor can it be put on record. */
static void
is_no_record (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "resignation-exit");
  g_autoptr (FwRehearsal) rehearsal = NULL;
  g_autoptr (FwTalk) talk = rehearse (prepared, "open", 1, &rehearsal);
  gboolean done = FALSE;

  fw_talk_end (talk);
  fw_talk_finish_async (talk, NULL, refused_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, NULL), ==, 0);
  g_assert_cmpint (fw_store_count (company->store, "task", NULL, NULL, NULL), ==, 0);
}

/* The same seed makes the same talk, each temperament ends it, and who is passed over does not grow calmer. */
static void
is_the_same_again (TestCompany *company,
                   gconstpointer today)
{
  static const char *const temperaments[] = { "open", "reserved", "sensitive", "assertive" };
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "dismissal-incompetence");
  guint said = 0;

  for (guint i = 0; i < G_N_ELEMENTS (temperaments); i++)
    {
      g_autoptr (FwRehearsal) first = NULL;
      g_autoptr (FwRehearsal) second = NULL;
      g_autoptr (FwTalk) one = rehearse (prepared, temperaments[i], 5, &first);
      g_autoptr (FwTalk) other = rehearse (prepared, temperaments[i], 5, &second);
      g_autofree char *notes = NULL;
      g_autofree char *same = NULL;
      const FwRehearsalReport *report = fw_rehearsal_get_report (first);

      read_through (one, first);
      read_through (other, second);
      notes = print_notes (one);
      same = print_notes (other);
      g_assert_cmpstr (notes, ==, same);
      g_assert_cmpstr (fw_rehearsal_get_manner (first)->id, ==, temperaments[i]);
      g_assert_nonnull (report->farewell);
      g_assert_cmpuint (report->mood_last, >=, report->mood_first);
      g_assert_cmpuint (report->upsets_paused, ==, 0);
      for (guint t = 0; t < report->turns->len; t++)
        g_assert_cmpint (((FwRehearsalTurn *) report->turns->pdata[t])->outcome, <=, FW_REHEARSAL_PASSED);
      said += report->turns->len;
    }
  g_assert_cmpuint (said, >=, 4);
}

static const FwRehearsalTurn *
wait_for_turn (FwRehearsal *rehearsal,
               guint number)
{
  const FwRehearsalReport *report = fw_rehearsal_get_report (rehearsal);

  for (guint i = 0; report->turns->len < number && i < 60; i++)
    fw_rehearsal_advance (rehearsal, 1);
  g_assert_cmpuint (report->turns->len, ==, number);
  return report->turns->pdata[number - 1];
}

static void
say (FwTalk *talk,
     const char *text)
{
  fw_talk_type (talk, text);
  g_assert_true (fw_talk_keep (talk, FW_TALK_NOTE));
}

/* One number is drawn for how long they think before they speak: what the seed says first. */
static void
thinks_once (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "resignation-exit");
  guint spoke = 0;

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (FwRehearsal) rehearsal = NULL;
      g_autoptr (FwTalk) talk = rehearse (prepared, "open", seed, &rehearsal);
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      guint expected = fw_rehearsal_get_manner (rehearsal)->wait + (guint) g_rand_int_range (chance, 0, 3), seconds = 0;

      while (fw_rehearsal_get_last (rehearsal) == NULL && seconds++ < 60)
        fw_rehearsal_advance (rehearsal, 1);
      if (fw_rehearsal_get_last (rehearsal) == NULL)
        continue;
      g_assert_cmpuint (seconds, ==, expected);
      spoke++;
    }
  g_assert_cmpuint (spoke, >=, 6);
}

/* What helps and what does not: an answer, words that need correcting, a break, a branch, and going on. */
static void
tells_what_went_well (TestCompany *company,
                      gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "resignation-exit");
  g_autoptr (FwRehearsal) rehearsal = NULL;
  g_autoptr (FwTalk) talk = rehearse (prepared, "open", 1, &rehearsal);
  const FwRehearsalReport *report = fw_rehearsal_get_report (rehearsal);
  const FwRehearsalTurn *turn = wait_for_turn (rehearsal, 1);
  const FwRehearsalSlip *slip;

  g_assert_cmpstr (turn->said, ==, "没什么，就是想换个环境。");
  g_assert_cmpstr (fw_rehearsal_get_last (rehearsal), ==, turn->said);
  say (talk, "想换的是哪一样，活儿还是人？");
  g_assert_cmpint (turn->outcome, ==, FW_REHEARSAL_ANSWERED);
  g_assert_cmpstr (turn->answer, ==, "想换的是哪一样，活儿还是人？");
  for (guint i = 0; i < 3; i++)
    fw_talk_next (talk); /* at once: none of these was said */
  turn = wait_for_turn (rehearsal, 2);
  fw_talk_type (talk, "你想多了");
  fw_talk_type (talk, "我记下来");
  say (talk, "我保证给你升职");
  g_assert_cmpuint (report->slips->len, ==, 1);
  slip = report->slips->pdata[0];
  g_assert_cmpstr (slip->text, ==, "我保证给你升职");
  g_assert_cmpstr (slip->of->id, ==, "interviewer_conduct");
  g_assert_cmpuint (report->taken_back, ==, 1);
  g_assert_cmpuint (report->mood_worst, >, report->mood_first);
  say (talk, "我更正一下，这个我做不了主。");
  g_assert_cmpstr (slip->after, ==, "我更正一下，这个我做不了主。");
  fw_rehearsal_advance (rehearsal, 10);
  fw_talk_set_paused (talk, TRUE);
  fw_rehearsal_advance (rehearsal, 60);
  fw_talk_set_paused (talk, FALSE);
  g_assert_cmpuint (report->breaks, ==, 1);
  g_assert_cmpint (turn->outcome, ==, FW_REHEARSAL_PAUSED);
  fw_talk_next (talk);
  turn = wait_for_turn (rehearsal, 3);
  fw_talk_next (talk);
  g_assert_cmpint (turn->outcome, ==, FW_REHEARSAL_PASSED);
  g_assert_true (fw_talk_take_branch (talk, 0));
  g_assert_cmpint (turn->outcome, ==, FW_REHEARSAL_PASSED);
  fw_talk_end (talk);
  g_assert_cmpuint (report->skipped->len, >=, 2);
  g_assert_cmpuint (report->said, >=, 1);
  g_assert_cmpuint (report->scenes_reached, <, report->scenes);
  g_assert_nonnull (report->farewell);
}

/* Who hears one careless word after the other gets up and goes, and the talk is over. */
static void
may_be_left (TestCompany *company,
             gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.39-1", "2026-04-10");
  g_autoptr (FwTalk) prepared = prepare (its, "dismissal-probation");
  g_autoptr (FwRehearsal) rehearsal = NULL;
  g_autoptr (FwTalk) talk = rehearse (prepared, "assertive", 3, &rehearsal);
  const FwRehearsalReport *report = fw_rehearsal_get_report (rehearsal);

  fw_talk_set_speaker (talk, FW_TALK_MANAGER);
  for (guint i = 0; i < 6 && fw_talk_get_stage (talk) == FW_TALK_HELD; i++)
    {
      say (talk, "不签字就一分钱都没有");
      fw_rehearsal_advance (rehearsal, 8);
    }
  g_assert_cmpint (fw_talk_get_stage (talk), ==, FW_TALK_READ_BACK);
  g_assert_cmpuint (report->mood_last, ==, 10);
  g_assert_cmpstr (report->farewell, ==, "（站起来，摔门走了）");
  g_assert_cmpuint (report->slips->len, >=, 2);
  g_assert_cmpuint (report->upsets, >=, 1);
}

static FwTalk *
hold (FwCase *its)
{
  FwTalk *talk = prepare (its, "resignation-exit");

  fw_talk_begin (talk);
  return talk;
}

static void
problem_cb (GString *problems,
            const char *message)
{
  g_string_append_printf (problems, "%s|", message);
}

static char *
write_file (TestCompany *company,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (company->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Two sources and the keyboard at once: none takes the other's line. */
static void
hears_a_program (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);
  g_autofree char *path = write_file (company, "engine.sh",
                                      "echo '{\"text\": \"我要\", \"speaker\": \"employee\", \"final\": false}'\n"
                                      "echo broken\n"
                                      "echo '{\"text\": \"我要去仲裁\", \"speaker\": \"employee\", \"seconds\": 5}'\n"
                                      "echo '{\"text\": \"公司这边\", \"speaker\": \"hr\", \"final\": false}'\n"
                                      "kill -9 $$\n");
  const char *arguments[] = { "sh", path, NULL };
  g_autoptr (FwProgramSource) source = fw_program_source_new (arguments);
  g_autofree char *replay = write_file (company, "talk.jsonl", "{\"text\": \"您好\", \"speaker\": \"manager\"}\n");
  g_autoptr (FwReplayedSource) other = fw_replayed_source_new (replay, 0);
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autofree char *notes = NULL;
  g_autoptr (GError) error = NULL;
  const FwTalkAlert *alert;

  g_signal_connect_swapped (talk, "source-problem", G_CALLBACK (problem_cb), problems);
  fw_talk_type (talk, "他今天带了");
  g_assert_true (fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (source), &error));
  g_assert_true (fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (other), &error));
  g_assert_no_error (error);
  while (strstr (problems->str, "died") == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE) || !fw_talk_is_saved (talk))
    ;
  g_assert_cmpstr (problems->str, ==,
                   "sh: line 2 was passed over: it is no JSON object|sh: died of signal 9; what was heard so far is kept|");
  g_assert_cmpstr (fw_talk_get_typed (talk), ==, "他今天带了");
  notes = print_notes (talk);
  g_assert_nonnull (strstr (notes, "E: 我要去仲裁\n"));
  g_assert_null (strstr (notes, "公司这边")); /* not final: nobody's words yet */
  g_assert_nonnull (strstr (notes, "M: 您好\n"));
  g_assert_cmpuint (fw_talk_get_raised (talk)->len, ==, 1);
  alert = fw_talk_get_raised (talk)->pdata[0];
  g_assert_cmpstr (alert->of->id, ==, "arbitration_litigation");
  g_assert_false (alert->own);
}

/* What was being said and not final when the talk ends is dropped, and nobody listens any more; a talk that is not held hears nothing. */
static void
stops_listening (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);
  g_autofree char *path = write_file (company, "long.jsonl", "{\"text\": \"还没说\", \"final\": false}\n{\"text\": \"还没说完\", \"seconds\": 5000}\n");
  g_autoptr (FwReplayedSource) source = fw_replayed_source_new (path, 1);
  g_autoptr (FwReplayedSource) missing = fw_replayed_source_new ("/nowhere/talk.jsonl", 1);
  g_autofree char *notes = NULL;
  g_autofree char *hearing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (missing), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_true (fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (source), &error));
  while ((hearing = fw_talk_dup_hearing (talk, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hearing, ==, "还没说");
  fw_talk_end (talk);
  notes = print_notes (talk);
  g_assert_cmpstr (notes, ==, "");
  g_assert_null (fw_talk_dup_hearing (talk, NULL));
  g_assert_false (fw_talk_listen (talk, FW_TRANSCRIPT_SOURCE (source), &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  test_talk_wait_saved (talk);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "leaves-no-trace", leaves_no_trace },
    { "is-no-record", is_no_record },
    { "is-the-same-again", is_the_same_again },
    { "thinks-once", thinks_once },
    { "tells-what-went-well", tells_what_went_well },
    { "may-be-left", may_be_left },
    { "hears-a-program", hears_a_program },
    { "stops-listening", stops_listening },
  };

  return test_company_run (argc, argv, "/departure/rehearsal", TODAY, cases, G_N_ELEMENTS (cases));
}
