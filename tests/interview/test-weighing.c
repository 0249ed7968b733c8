/* What nobody says outright: the words of a sentence on the scales of a lexicon with weights of words. */
#include "fw-test-lexicon.h"

#include <string.h>

#define CLASSES                                                                                                                                  \
  FW_TEST_LEXICON (FW_TEST_CLASS ("leak", "severity=\"high\" speaker=\"employee\"", "带走", "take it")                                           \
                     FW_TEST_CLASS ("harm", "severity=\"critical\" danger=\"true\"", "结束", "over")                                             \
                       FW_TEST_CLASS ("grave", "severity=\"critical\"", "没签", "not signed")                                                     \
                         FW_TEST_CLASS ("more", "severity=\"high\" speaker=\"employee\"", "还有", "and more")                                       \
                         FW_TEST_CLASS ("own", "severity=\"high\" speaker=\"interviewer\"", "你完了", "you are done"))
#define HEAD "# what is noted\n@classes\t-\tleak\tharm\tgrave\town\tgone\tmore\n@any\t0.7\n@own\t0.8\n@least\t0.1\n@part\t0.5\n@danger\t0.3\n@doubt\t0.05\n@employee\t0:300\n@interviewer\t0:300\n"
#define ZH                                                                                                                                       \
  HEAD "图纸\t1:250\n脑子里\t1:250\n江边\t2:900\n交接\t0:900\n奶奶\t0:900\n合同\t0:900\n饭碗\t4:900\n消失\t5:900\n桥上\t2:350\n配方\t1:600\t3:500\n菜谱\t1:600\t3:300\n散会\t1:600\t2:700\t3:590\t6:580\n"
#define EN HEAD "recipes\t1:500\nin my head\t1:500\nthe river\t2:900\nlunch\t0:900\n"

static FwPhraseWatch *
watch_new (const char *name,
           const char *zh,
           const char *own)
{
  g_autofree char *shipped = fw_test_lexicon_write (name, "weights-zh.tsv", zh);
  g_autofree char *same = fw_test_lexicon_write (name, "weights-en.tsv", EN);
  g_autofree char *classes = fw_test_lexicon_write (name, "classes.xml", CLASSES);
  g_autofree char *company_name = g_strconcat (name, "-company", NULL);
  g_autofree char *company = fw_test_lexicon_write (company_name, "own.xml", own);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (company, shipped, &error);

  g_assert_no_error (error);
  return fw_phrase_watch_new (lexicon);
}

static void
assert_alerts (FwPhraseWatch *watch,
               const char *line,
               FwSpeaker speaker,
               const char *expected)
{
  g_autofree char *alerts = fw_test_watch_line (watch, line, speaker);

  g_test_message ("%s", line);
  g_assert_cmpstr (alerts, ==, expected);
}

/* Each alone says too little; together they do. One step below the class, and only possible: nobody said it. */
static void
test_together (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("together", ZH, FW_TEST_LEXICON (""));

  assert_alerts (watch, "这些图纸都在我脑子里。", FW_SPEAKER_EMPLOYEE, "[leak caution  0+10 possible]");
  assert_alerts (watch, "這些圖紙，都在我腦子裡", FW_SPEAKER_ANY, "[leak caution  0+11 possible]");
  assert_alerts (watch, "The RECIPES are in my head!", FW_SPEAKER_EMPLOYEE, "[leak caution  0+26 possible]");
  assert_alerts (watch, "我昨晚一直在江边坐着", FW_SPEAKER_EMPLOYEE, "[harm high  0+10 possible]");
  assert_alerts (watch, "I sat by the river again", FW_SPEAKER_EMPLOYEE, "[harm high  0+24 possible]");
  assert_alerts (watch, "图纸在合同边上", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "今天下雨", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "图纸在脑子里", FW_SPEAKER_EMPLOYEE, ""); /* too little was said */
  assert_alerts (watch, "", FW_SPEAKER_EMPLOYEE, "");
}

/* A class beside the one that is most spoken for needs a part of its share; what is to life and limb is heard through whatever else is said. */
static void
test_shares (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("shares", ZH, FW_TEST_LEXICON (""));

  assert_alerts (watch, "这些配方都抄在小本子上", FW_SPEAKER_EMPLOYEE, "[grave high  0+11 possible][leak caution  0+11 possible]");
  assert_alerts (watch, "这些菜谱都抄在小本子上", FW_SPEAKER_EMPLOYEE, "[leak caution  0+11 possible]");
  assert_alerts (watch, "这些图纸都抄在小本子上", FW_SPEAKER_EMPLOYEE, ""); /* none of it is said as likely */
  assert_alerts (watch, "等到今天下午散会再说吧", FW_SPEAKER_EMPLOYEE, "[harm high  0+11 possible][grave high  0+11 possible][leak caution  0+11 possible]"); /* no fourth */
  assert_alerts (watch, "昨天晚上我一直坐在桥上", FW_SPEAKER_EMPLOYEE, "[harm high  0+11 possible]");
}

static void
test_speaker (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("speaker", ZH, FW_TEST_LEXICON (""));

  assert_alerts (watch, "这些图纸都在我脑子里", FW_SPEAKER_INTERVIEWER, "");
  assert_alerts (watch, "想想你手里的饭碗吧，真的", FW_SPEAKER_INTERVIEWER, "[own caution  0+12 possible]");
  assert_alerts (watch, "想想你手里的饭碗吧，真的", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "他昨天晚上就已经消失了", FW_SPEAKER_EMPLOYEE, ""); /* a class that the lexicon does not have */
}

/* What a phrase found in words that speak of nothing is taken back, but nothing that is critical, no danger, and no phrase of a company. */
static void
test_doubt (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("doubt", ZH, FW_TEST_LEXICON ("<class id=\"leak\"><phrases lang=\"zh\">搬走</phrases></class>"));

  assert_alerts (watch, "这个我带走", FW_SPEAKER_EMPLOYEE, "[leak high 带走 3+2]");
  assert_alerts (watch, "交接完这个我带走", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "交接完这个我搬走", FW_SPEAKER_EMPLOYEE, "[leak high 搬走 6+2]");
  assert_alerts (watch, "奶奶说这个我带走，那个结束了", FW_SPEAKER_EMPLOYEE, "[harm critical 结束 11+2][leak high 带走 6+2]"); /* two agree */
  assert_alerts (watch, "After lunch I take it", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "奶奶说合同结束了", FW_SPEAKER_EMPLOYEE, "[harm critical 结束 5+2]");
  assert_alerts (watch, "奶奶说合同没签", FW_SPEAKER_EMPLOYEE, "[grave critical 没签 5+2]");
}

/* Short sentences are weighed together; behind a long one others begin anew. */
static void
test_stretches (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("stretches", ZH, FW_TEST_LEXICON (""));
  g_autofree char *long_line = g_strconcat ("图纸都画好了。", "这是一二三四五六七八九十这是一二三四五六七八九十", "这是一二三四五六七八九十这是一二三四五六七八九十",
                                            "这是一二三四五六七八九十。", "在我脑子里。", NULL);

  assert_alerts (watch, "图纸不在。都在我脑子里。", FW_SPEAKER_EMPLOYEE, "[leak caution  0+11 possible]");
  assert_alerts (watch, long_line, FW_SPEAKER_EMPLOYEE, "");
}

static guint
count_in_draft (FwPhraseWatch *watch,
                const char *text)
{
  g_autoptr (GArray) alerts = fw_phrase_watch_read_draft (watch, text, -1, FW_SPEAKER_EMPLOYEE);

  return alerts->len;
}

/* Of half a sentence the words together may tell anything; a phrase is a phrase at once. */
static void
test_draft (void)
{
  g_autoptr (FwPhraseWatch) watch = watch_new ("draft", ZH, FW_TEST_LEXICON (""));

  g_assert_cmpuint (count_in_draft (watch, "这些图纸都在我脑子里"), ==, 0);
  g_assert_cmpuint (count_in_draft (watch, "这些图纸都在我脑子里。"), ==, 1);
  g_assert_cmpuint (count_in_draft (watch, "这个我带走"), ==, 1);
}

/* A company that begins a class anew has said all that is listened for. */
static void
test_begun_anew (void)
{
  g_autoptr (FwPhraseWatch) watch =
    watch_new ("anew", ZH, FW_TEST_LEXICON ("<class id=\"leak\" replace=\"true\"><phrases lang=\"zh\">搬走</phrases></class>"));

  assert_alerts (watch, "这些图纸都在我脑子里", FW_SPEAKER_EMPLOYEE, "");
  assert_alerts (watch, "交接完这个我搬走", FW_SPEAKER_EMPLOYEE, "[leak high 搬走 6+2]");
}

static void
test_malformed (void)
{
  const struct
  {
    const char *text;
    const char *told;
  } cases[] = {
    { HEAD "图纸\t9:4\n", "weights-zh.tsv:11: ‘9:4’ is no weight of a class" },
    { HEAD "图纸\tmuch\n", "weights-zh.tsv:11: ‘much’ is no weight of a class" },
    { HEAD "\t1:4\n", "weights-zh.tsv:11: no word before the weights" },
    { HEAD "@often\t1\n", "weights-zh.tsv:11: ‘@often’ is nothing that is known here" },
    { HEAD "@least\t2\n", "weights-zh.tsv:11: ‘2’ is no share between 0 and 1" },
    { HEAD "@doubt\n", "weights-zh.tsv:11: ‘’ is no share between 0 and 1" },
    { "@classes\t-\tleak\n", "@classes, @employee and @interviewer have to be there" },
    { "\xff", "is not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = fw_test_lexicon_write ("malformed", "weights-zh.tsv", cases[i].text);
      g_autofree char *classes = fw_test_lexicon_write ("malformed", "classes.xml", CLASSES);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (folder, NULL, &error);

      g_assert_null (lexicon);
      g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON);
      g_assert_nonnull (strstr (error->message, cases[i].told));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weighing/together", test_together);
  g_test_add_func ("/weighing/shares", test_shares);
  g_test_add_func ("/weighing/speaker", test_speaker);
  g_test_add_func ("/weighing/doubt", test_doubt);
  g_test_add_func ("/weighing/stretches", test_stretches);
  g_test_add_func ("/weighing/draft", test_draft);
  g_test_add_func ("/weighing/begun-anew", test_begun_anew);
  g_test_add_func ("/weighing/malformed", test_malformed);
  return fw_test_run ();
}
