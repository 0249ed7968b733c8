/* A program that writes a talk along: only with consent, which is on record; whatever it does, the talk goes on. */
#include "departure/fw-hearing-law.h"
#include "departure/fw-talk.h"
#include "fw-test-case.h"

#define TODAY "2026-03-10"

static const char *const everybody[] = { "陈志远", "王磊", NULL };

static FwTalk *
hold (FwCase *its)
{
  g_autoptr (GError) error = NULL;
  FwTalk *talk;

  fw_case_judge (its, &error);
  g_assert_no_error (error);
  talk = test_talk_load (its);
  fw_talk_begin (talk);
  return talk;
}

static gboolean
start (TestCompany *company,
       FwTalk *talk,
       const char *script,
       const char *const *agreed,
       GError **error)
{
  /* Each has a file of its own: one that was started a moment ago may not have read its yet. */
  static guint started = 0;
  g_autofree char *name = g_strdup_printf ("engine-%u.sh", ++started);
  g_autofree char *path = g_build_filename (company->folder, name, NULL);
  const char *arguments[] = { "sh", path, NULL };

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  return fw_talk_start_program (talk, arguments, agreed, error);
}

/* "E: words" for each note; what is to be looked for. */
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

static void
wait_for_end (FwTalk *talk)
{
  while (fw_talk_get_program (talk, NULL, NULL) == FW_TALK_PROGRAM_LISTENS)
    g_main_context_iteration (NULL, TRUE);
}

static void
needs_consent (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);
  const char *const nobody[] = { NULL };
  const char *const nowhere[] = { "/nowhere/engine", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  FwProgramEnd end = FW_PROGRAM_ENDED;

  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_NONE);
  g_assert_false (start (company, talk, "sleep 600\n", nobody, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  fw_talk_set_paused (talk, TRUE);
  g_assert_false (start (company, talk, "sleep 600\n", everybody, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  fw_talk_set_paused (talk, FALSE);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_NONE);
  /* What could not be started is no consent to anything. */
  g_assert_false (fw_talk_start_program (talk, nowhere, everybody, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (fw_talk_get_program (talk, &end, NULL), ==, FW_TALK_PROGRAM_FAILED);
  g_assert_cmpint (end, ==, FW_PROGRAM_RUNS);
  notes = print_notes (talk);
  g_assert_cmpstr (notes, ==, "");
  test_talk_wait_saved (talk);
}

/* Who agreed stands among the notes with its second; so does the end. What is not final stands nowhere. */
static void
is_on_record (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);
  g_autoptr (FwTalk) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *hearing = NULL;
  g_autofree char *drafted = NULL;
  FwTalkSpeaker speaker = FW_TALK_HR;

  g_assert_true (start (company, talk,
                        "printf '%s\\n' '{\"text\": \"我先说\\n两句\", \"speaker\": \"employee\", \"seconds\": 90000}'\n"
                        "echo '{\"text\": \"还没\", \"speaker\": \"manager\", \"final\": false}'\n"
                        "echo '{\"text\": \"还没说完\", \"speaker\": \"manager\", \"final\": false}'\nsleep 600\n",
                        everybody, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_LISTENS);
  g_assert_false (start (company, talk, "sleep 600\n", everybody, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_clear_error (&error);
  while (g_strcmp0 (hearing, "还没说完") != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (hearing);
      hearing = fw_talk_dup_hearing (talk, &speaker);
    }
  g_assert_cmpint (speaker, ==, FW_TALK_MANAGER);
  test_talk_wait_saved (talk);
  drafted = fw_store_dup_draft (company->store, "talk", fw_case_get_id (its), &error);
  g_assert_nonnull (strstr (drafted, "consent"));
  g_assert_nonnull (strstr (drafted, "我先说 两句"));
  g_assert_null (strstr (drafted, "还没"));
  fw_talk_stop_program (talk);
  fw_talk_stop_program (talk);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_STOPPED);
  g_assert_null (fw_talk_dup_hearing (talk, NULL));
  notes = print_notes (talk);
  g_assert_cmpstr (notes, ==,
                   "H: 已说明：这台电脑上的程序“sh”把谈话转成文字，谁说停，马上就停。在场的人都同意：陈志远、王磊。\n"
                   "E: 我先说 两句\n"
                   "H: 转写到此为止，后面由人手记。\n");
  test_talk_wait_saved (talk);
  /* After a crash nothing listens by itself, and it is asked anew. */
  again = test_talk_load (its);
  g_assert_cmpint (fw_talk_get_program (again, NULL, NULL), ==, FW_TALK_PROGRAM_NONE);
}

/* Who agreed is corrected by nobody, nor is it made a point or somebody else's word. */
static void
check_fixed (FwTalk *talk)
{
  guint fixed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fw_talk_get_entries (talk)); i++)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (fw_talk_get_entries (talk), i);
      g_autofree char *before = g_strdup (fw_talk_entry_get_text (entry));

      if (!fw_talk_entry_is_fixed (entry))
        continue;
      fixed++;
      fw_talk_correct (talk, entry, "");
      fw_talk_set_sort (talk, entry, FW_TALK_AGREED);
      fw_talk_set_promise (talk, entry, TRUE, FW_DATE_UNKNOWN);
      fw_talk_set_spoken_by (talk, entry, FW_TALK_EMPLOYEE);
      g_assert_cmpstr (fw_talk_entry_get_text (entry), ==, before);
      g_assert_cmpint (fw_talk_entry_get_sort (entry), ==, FW_TALK_NOTE);
      g_assert_cmpint (fw_talk_entry_get_speaker (entry), ==, FW_TALK_HR);
    }
  g_assert_cmpuint (fixed, ==, 3);
}

/* A break, and the end of the talk, are not listened to. */
static void
ends_with_the_talk (TestCompany *company,
                    gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);
  g_autoptr (GError) error = NULL;

  g_assert_true (start (company, talk, "sleep 600\n", everybody, &error));
  fw_talk_set_paused (talk, TRUE);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_STOPPED);
  fw_talk_set_paused (talk, FALSE);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_STOPPED);
  g_assert_true (start (company, talk, "sleep 600\n", everybody, &error));
  fw_talk_end (talk);
  check_fixed (talk);
  g_assert_cmpint (fw_talk_get_program (talk, NULL, NULL), ==, FW_TALK_PROGRAM_NONE);
  g_assert_false (start (company, talk, "sleep 600\n", everybody, &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  test_talk_wait_saved (talk);
}

/* It crashes, floods, writes rubbish or falls silent: what is being typed stays, and what it told is little. */
static void
does_not_disturb (TestCompany *company,
                  gconstpointer today)
{
  static const struct
  {
    const char *script;
    FwProgramEnd end;
  } programs[] = {
    { "exec yes '{\"text\": \"我要去仲裁\"}'\n", FW_PROGRAM_FLOODED },
    { "exec yes '{\"text\": \"我要去\", \"final\": false}'\n", FW_PROGRAM_FLOODED },
    { "exec cat /dev/urandom\n", FW_PROGRAM_GARBLED },
    { "kill -11 $$\n", FW_PROGRAM_DIED },
    { "exit 7\n", FW_PROGRAM_FAILED },
    { "true\n", FW_PROGRAM_ENDED },
    { "exec >&-\nsleep 600\n", FW_PROGRAM_CLOSED },
  };
  g_autoptr (FwCase) its = test_company_open (company, "resignation", "cn.37", "2026-04-10");
  g_autoptr (FwTalk) talk = hold (its);

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      guint before = g_list_model_get_n_items (fw_talk_get_entries (talk));
      FwProgramEnd end;
      g_autoptr (GError) error = NULL;

      fw_talk_type (talk, "他今天带了");
      g_assert_true (start (company, talk, programs[i].script, everybody, &error));
      wait_for_end (talk);
      g_assert_cmpint (fw_talk_get_program (talk, &end, NULL), ==, FW_TALK_PROGRAM_FAILED);
      if (programs[i].end != FW_PROGRAM_GARBLED)
        g_assert_cmpint (end, ==, programs[i].end);
      g_assert_cmpstr (fw_talk_get_typed (talk), ==, "他今天带了");
      g_assert_null (fw_talk_dup_hearing (talk, NULL));
      /* The consent, the end, and what may be told at once. */
      g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (talk)), <=, before + 2 + 41);
      fw_talk_type (talk, "他今天带了一份材料");
      g_assert_true (fw_talk_keep (talk, FW_TALK_NOTE));
    }
  test_talk_wait_saved (talk);
}

static void
turn_to_recordings (FwTalk *talk)
{
  gboolean there = FALSE;

  for (guint step = 0; step < 20 && !there; step++)
    {
      g_auto (GStrv) branches = fw_talk_dup_branches (talk);

      for (guint b = 0; branches[b] != NULL && !there; b++)
        there = strstr (branches[b], "录音") != NULL && fw_talk_take_branch (talk, b);
      if (!there)
        g_assert_true (fw_talk_next (talk));
    }
  g_assert_true (there);
  g_assert_true (fw_talk_next (talk));
}

static void
check_prompt (FwTalk *talk,
              const char *words)
{
  gboolean manager, unknown;
  g_autofree char *prompt = fw_talk_dup_prompt (talk, &manager, &unknown);

  g_assert_nonnull (strstr (prompt, words));
}

/* Nobody reads out that nothing is recorded while something listens. */
static void
keeps_prompts_true (TestCompany *company,
                    gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.39-2", "2026-04-10");
  g_autoptr (FwTalk) talk = NULL;
  g_autoptr (GError) error = NULL;

  fw_case_judge (its, &error);
  talk = test_talk_load (its);
  g_assert_true (fw_talk_set_script (talk, "breach-hearing", &error));
  fw_talk_begin (talk);
  turn_to_recordings (talk);
  check_prompt (talk, "公司这边没有在录");
  g_assert_true (start (company, talk, "sleep 600\n", everybody, &error));
  check_prompt (talk, "公司这边现在经您同意在录");
  fw_talk_stop_program (talk);
  check_prompt (talk, "公司这边没有在录");
  test_talk_wait_saved (talk);
}

typedef struct
{
  gboolean done;
  gboolean lawful;
  char *advice;
} Law;

static void
law_cb (GObject *source,
        GAsyncResult *result,
        gpointer data)
{
  Law *law = data;

  law->lawful = fw_hearing_law_read_finish (FW_WORKPLACE (source), result, &law->advice);
  law->done = TRUE;
}

static Law
ask_law (TestCompany *company,
         const char *jurisdiction)
{
  Law law = { FALSE };

  fw_hearing_law_read_async (company->workplace, jurisdiction, NULL, law_cb, &law);
  while (!law.done)
    g_main_context_iteration (NULL, TRUE);
  return law;
}

/* What has to be said before comes from the pack of the jurisdiction; of a country without one nothing is made up. */
static void
follows_the_law (TestCompany *company,
                 gconstpointer today)
{
  Law of_company = ask_law (company, NULL), of_case = ask_law (company, "CN"), unknown = ask_law (company, "ZZ");
  Law forbidden = ask_law (company, "YY");

  g_assert_true (of_company.lawful && of_case.lawful && unknown.lawful);
  g_assert_false (forbidden.lawful);
  g_assert_nonnull (strstr (of_company.advice, "个人信息保护法"));
  g_assert_cmpstr (of_case.advice, ==, of_company.advice);
  g_assert_null (unknown.advice);
  g_free (of_company.advice);
  g_free (of_case.advice);
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "needs-consent", needs_consent },       { "is-on-record", is_on_record },       { "ends-with-the-talk", ends_with_the_talk },
    { "does-not-disturb", does_not_disturb }, { "keeps-prompts-true", keeps_prompts_true },
    { "follows-the-law", follows_the_law },
  };
  g_autofree char *home = g_dir_make_tmp ("fairwell-hears-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "fairwell", "packs", "yy", NULL);
  g_autofree char *file = g_build_filename (folder, "pack.xml", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file,
                                      "<pack xmlns='urn:fairwell:pack:1' id='YY' version='1' currency='XXX'><title zh='某国' "
                                      "en='Somewhere'/><review by='' on=''/><feature id='talk-transcript' value='prohibited'/></pack>",
                                      -1, NULL));
  result = test_company_run (argc, argv, "/departure/talk-program", TODAY, cases, G_N_ELEMENTS (cases));
  test_remove_tree (home);
  return result;
}
