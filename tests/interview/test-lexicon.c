#include "fw-test-lexicon.h"

#include "facts/fw-xml.h"

/* Each malformed lexicon is refused with its file, line and reason. */
static void
test_malformed (void)
{
  static const struct
  {
    const char *text;
    int line;
    const char *reason;
  } wrong[] = {
    { "<lexicon xmlns=\"urn:fairwell:lexicon:1\">\n<class>", 2, "" },
    { "<!DOCTYPE lexicon [<!ENTITY a \"b\">]><lexicon xmlns=\"urn:fairwell:lexicon:1\"/>", 1, "DOCTYPE" },
    { "<words/>", 1, "lexicon" },
    { FW_TEST_LEXICON ("\n<class severity=\"high\"/>"), 2, "id" },
    { FW_TEST_LEXICON ("\n<class id=\"a\" severity=\"grave\"/>"), 2, "severity" },
    { FW_TEST_LEXICON ("\n<class id=\"a\" colour=\"red\"/>"), 2, "colour" },
    { FW_TEST_LEXICON ("\n<class id=\"a\" severity=\"high\"/>"), 2, "has no title in both languages" },
    { FW_TEST_LEXICON ("\n<class id=\"a\"><title zh=\"甲\" en=\"A\"/><prompt zh=\"乙\" en=\"\"/></class>"), 2, "has no prompt" },
    { FW_TEST_LEXICON ("\n" FW_TEST_CLASS ("a", "danger=\"true\" severity=\"high\"", "甲乙", "")), 2, "has to be critical" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n\n仲", "")), 3, "too short" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n去仲裁\n去仲裁", "")), 3, "stands twice in ‘a’" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n去仲裁@grave", "")), 2, "‘grave’ is no severity" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n申请~", "")), 2, "before, behind or between" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n~~", "")), 2, "before, behind or between" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "\n。，", "")), 2, "before, behind or between" },
    { FW_TEST_LEXICON (FW_TEST_CLASS ("a", "", "", "\nsue\n仲裁委")), 3, "English" },
    { FW_TEST_LEXICON ("\n<negations lang=\"en\">\n不会</negations>"), 3, "negation" },
    { FW_TEST_LEXICON ("<contraction short=\"won't\" full=\"WILL\"/>"), 1, "full" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *folder = fw_test_lexicon_write ("malformed", "a.xml", wrong[i].text);
      g_autofree char *place = g_strdup_printf ("a.xml:%d: ", wrong[i].line);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (folder, NULL, &error);

      g_assert_null (lexicon);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (g_strstr_len (error->message, -1, place));
      g_assert_nonnull (g_strstr_len (error->message, -1, wrong[i].reason));
    }
}

static void
test_bytes_that_are_no_text (void)
{
  g_autofree char *folder = fw_test_lexicon_write ("bytes", "a.xml", "<lexicon xmlns=\"urn:fairwell:lexicon:1\">\xff\xfe</lexicon>");
  g_autoptr (GError) error = NULL;

  g_assert_null (fw_test_lexicon_read (folder, NULL, &error));
  g_assert_error (error, FW_FACTS_ERROR, FW_FACTS_ERROR_MALFORMED);
}

/* A company's file is read behind the shipped ones: what it says of a class replaces, its phrases are added. */
static void
test_company_adds (void)
{
  g_autofree char *shipped = fw_test_lexicon_write ("shipped", "a.xml",
    FW_TEST_LEXICON (FW_TEST_CLASS ("rights", "severity=\"high\" speaker=\"employee\" cooldown=\"90\"", "去仲裁\n打官司@info", "sue")));
  g_autofree char *company = fw_test_lexicon_write ("company", "own.xml",
    FW_TEST_LEXICON ("<class id=\"rights\" severity=\"caution\"><title zh=\"权利\" en=\"Rights\"/><phrases lang=\"zh\">找老仲</phrases></class>"
                     FW_TEST_CLASS ("own", "severity=\"critical\" speaker=\"any\"", "动了奶酪", "")));
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (company, shipped, &error);
  g_autoptr (FwPhraseWatch) watch = NULL;
  g_autofree char *own = NULL, *old = NULL, *marked = NULL, *added = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (fw_lexicon_find_class (lexicon, "rights")->title.zh, ==, "权利");
  g_assert_cmpstr (fw_lexicon_find_class (lexicon, "rights")->prompt.zh, ==, "乙");
  g_assert_cmpuint (fw_lexicon_find_class (lexicon, "rights")->cooldown_seconds, ==, 90);
  watch = fw_phrase_watch_new (lexicon);
  own = fw_test_watch_line (watch, "谁动了奶酪", FW_SPEAKER_ANY);
  old = fw_test_watch_line (watch, "我要去仲裁", FW_SPEAKER_ANY);
  marked = fw_test_watch_line (watch, "那就打官司", FW_SPEAKER_ANY);
  added = fw_test_watch_line (watch, "我去找老仲", FW_SPEAKER_ANY);
  g_assert_cmpstr (own, ==, "[own critical 动了奶酪 1+4]");
  g_assert_cmpstr (old, ==, "[rights caution 去仲裁 2+3]");
  g_assert_cmpstr (marked, ==, "[rights info 打官司 2+3]");
  g_assert_cmpstr (added, ==, "[rights caution 找老仲 2+3]");
}

static void
test_company_replaces (void)
{
  g_autofree char *shipped = fw_test_lexicon_write ("shipped", "a.xml",
    FW_TEST_LEXICON (FW_TEST_CLASS ("rights", "severity=\"high\"", "去仲裁", "sue")));
  g_autofree char *company = fw_test_lexicon_write ("replacing", "own.xml",
    FW_TEST_LEXICON ("<class id=\"rights\" replace=\"true\"><phrases lang=\"zh\">找老仲</phrases></class>"));
  g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (company, shipped, NULL);
  g_autoptr (FwPhraseWatch) watch = fw_phrase_watch_new (lexicon);
  g_autofree char *old = fw_test_watch_line (watch, "我要去仲裁", FW_SPEAKER_ANY);
  g_autofree char *added = fw_test_watch_line (watch, "我去找老仲", FW_SPEAKER_ANY);

  g_assert_cmpstr (old, ==, "");
  g_assert_cmpstr (added, ==, "[rights high 找老仲 2+3]");
}

/* What is shipped: twenty classes, each with what an alert shows, in both languages. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_lexicon_new (&error);
  GPtrArray *classes;

  g_assert_no_error (error);
  classes = fw_lexicon_get_classes (lexicon);
  g_assert_cmpuint (classes->len, ==, 20);
  for (guint i = 0; i < classes->len; i++)
    {
      const FwPhraseClass *class = classes->pdata[i];

      g_test_message ("%s", class->id);
      g_assert_cmpstr (class->meaning.zh, !=, "");
      g_assert_cmpstr (class->meaning.en, !=, "");
      g_assert_cmpstr (class->say.zh, !=, "");
      g_assert_cmpstr (class->say.en, !=, "");
      g_assert_true (class->avoid->len > 0 || class->speaker == FW_SPEAKER_INTERVIEWER);
      g_assert_false (class->reviewed); /* until a named person has read it */
    }
  g_assert_true (fw_lexicon_find_class (lexicon, "self_harm")->danger);
  g_assert_true (fw_lexicon_find_class (lexicon, "violence_threat")->danger);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/malformed", test_malformed);
  g_test_add_func ("/lexicon/bytes-that-are-no-text", test_bytes_that_are_no_text);
  g_test_add_func ("/lexicon/company-adds", test_company_adds);
  g_test_add_func ("/lexicon/company-replaces", test_company_replaces);
  g_test_add_func ("/lexicon/shipped", test_shipped);
  return fw_test_run ();
}
