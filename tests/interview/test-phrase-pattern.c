#include "fw-test-lexicon.h"

#include <string.h>

#define WITH_PHRASES(zh, en) FW_TEST_CLASS ("a", "severity=\"high\"", zh, en)
#define WORDS                                                                                       \
  "<words id=\"court\" lang=\"zh\">法院|法庭\n仲裁委</words><words id=\"court\" lang=\"en\">court\ntribunal</words>"

static FwPhraseWatch *
watch_of (const char *text)
{
  g_autofree char *folder = fw_test_lexicon_write ("pattern", "a.xml", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (folder, NULL, &error);

  g_assert_no_error (error);
  return fw_phrase_watch_new (lexicon);
}

/* Lines and what each raises, in pairs; NULL ends them. */
static void
assert_raised (FwPhraseWatch *watch,
               const char *const *expectations)
{
  for (guint i = 0; expectations[i] != NULL; i += 2)
    {
      g_autofree char *alerts = fw_test_watch_line (watch, expectations[i], FW_SPEAKER_ANY);

      g_test_message ("%s", expectations[i]);
      g_assert_cmpstr (alerts, ==, expectations[i + 1]);
    }
}

static void
test_alternatives (void)
{
  static const char *const expectations[] = {
    "我要告公司", "[a high (我|俺)(要|想|)告(你们|公司) 0+5]",
    "俺告你们", "[a high (我|俺)(要|想|)告(你们|公司) 0+4]",
    "我要告别公司", "",
    "他要告公司", "",
    "我打断他的狗腿", "[a high 打(断|折)(他|你)(的(狗|)|)腿 1+6]",
    "打折你腿", "[a high 打(断|折)(他|你)(的(狗|)|)腿 0+4]",
    "I will sue you", "[a high (will|shall) (sue|take) (you|them) 2+12]",
    "I shall take them", "[a high (will|shall) (sue|take) (you|them) 2+15]",
    "I will sue your", "",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (
    WITH_PHRASES ("(我|俺)(要|想|)告(你们|公司)\n打(断|折)(他|你)(的(狗|)|)腿", "(will|shall) (sue|take) (you|them)")));

  assert_raised (watch, expectations);
}

static void
test_lists_of_words (void)
{
  static const char *const expectations[] = {
    "我去法庭了", "[a high 去(区|){court} 1+3]",
    "去区仲裁委", "[a high 去(区|){court} 0+5]",
    "去区里", "",
    "see you in court", "[a high in {court} 8+8]",
    "in a tribunal", "",
    NULL,
  };
  /* A list may stand behind what names it. */
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (WITH_PHRASES ("去(区|){court}", "in {court}") WORDS));

  assert_raised (watch, expectations);
}

static void
test_gaps_near_and_far (void)
{
  static const char *const expectations[] = {
    "活着一二三四累", "[a high 活着~累 0+7]",
    "活着一二三四五累", "",
    "药一二三四五六七八九十一二吞", "[a high 药~~吞 0+14]",
    "药一二三四五六七八九十一二三吞", "",
    "吞了药", "",
    "give a b c d e f g h back", "[a high give~~back 0+25]",
    "give a b c d e f g h i back", "",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (WITH_PHRASES ("活着~累\n药~~吞", "give~~back")));

  assert_raised (watch, expectations);
}

/* Words of letters and digits are compared as a whole, also within Chinese; an open end lets the last one go on, wherever it stands. */
static void
test_whole_words_and_open_ends (void)
{
  static const char *const expectations[] = {
    "they bribed us all", "[a high (brib*|pay)~all 5+13]",
    "they pay it all", "[a high (brib*|pay)~all 5+10]",
    "they paid it all", "",
    "abribe us all", "",
    "he's a stalker's friend", "[a high stalk 7+9]",
    "STALKING", "[a high stalk 0+8]",
    "a beanstalk", "",
    "上了ＢＢＳ论坛", "[a high 上~bbs论坛 0+7]",
    "上abcd了bbs论坛", "",              /* each letter between counts */
    "上了bbs2论坛", "",
    "拨打12345了", "[a high 打12345 1+6]",
    "拨打123456", "",
    "没12333热线", "[a caution 12333热线 1+7 negated]",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (
    WITH_PHRASES ("上~bbs论坛\n打12345\n12333热线", "(brib*|pay)~all\nstalk*") "<negations lang=\"zh\">没</negations>"));

  assert_raised (watch, expectations);
}

/* “&”: anywhere in the sentence, in any order; the alert stands where the first part does. */
static void
test_any_order (void)
{
  static const char *const expectations[] = {
    "社保你们三年一直都没有给我交过", "[a high 社保&(没|没有)~交 0+2]",
    "没交的，是我头三年的，说的就是社保", "[a high 社保&(没|没有)~交 15+2]",
    "社保的事。工资没交", "",
    "社保交了", "",
    "the boxes are all at home now", "[a high home&boxes 21+4]",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (WITH_PHRASES ("社保&amp;(没|没有)~交", "home&amp;boxes")));

  assert_raised (watch, expectations);
}

/* What is weak is taken back by an unless anywhere in its sentence; what is not weak stays. */
static void
test_weak (void)
{
  static const char *const expectations[] = {
    "我在医院", "[a high 医院 2+2]",
    "我在医院实习过", "",
    "实习。我在医院", "[a high 医院 5+2]",
    "我在医院住院，不是实习", "[a high 住院 4+2]",
    "我在医院做项目", "[a high 医院 2+2]",
    "我在医院，他做了很久的项目", "",
    "他项目去法院", "[b high 法院 4+2]",  /* of another class */
    "in hospital", "[a high hospital 3+8]",
    "in hospital for an internship", "",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (
    "<class id=\"a\" severity=\"high\"><title zh=\"甲\" en=\"A\"/><prompt zh=\"乙\" en=\"B\"/><phrases lang=\"zh\">住院</phrases>"
    "<phrases lang=\"zh\" weak=\"true\">医院</phrases><phrases lang=\"en\" weak=\"true\">hospital</phrases>"
    "<unless lang=\"zh\">实习\n项目&amp;(他|她)</unless><unless lang=\"en\">internship</unless></class>"
    FW_TEST_CLASS ("b", "severity=\"high\"", "法院", "")));

  assert_raised (watch, expectations);
}

/* Only a phrase in one piece is heard by its sound; of one with many ways to be said each has to be of four syllables. */
static void
test_sound (void)
{
  static const char *const expectations[] = {
    "劳动中才", "[a high (劳动|人事)仲裁 0+4]", /* possible, and lowered */
    "去中才", "",
    "社保没脚", "",
    NULL,
  };
  g_autoptr (FwPhraseWatch) watch = watch_of (FW_TEST_LEXICON (WITH_PHRASES ("(劳动|人事)仲裁\n(去|找)仲裁\n社保&amp;没交", "")));
  g_autofree char *possible = fw_test_watch_line (watch, expectations[0], FW_SPEAKER_ANY);

  g_assert_cmpstr (possible, ==, "[a caution (劳动|人事)仲裁 0+4 possible]");
  assert_raised (watch, expectations + 2);
}

/* Each is refused with its file, line and reason. */
static void
test_malformed (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } wrong[] = {
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去(法院|法庭", "")), "a bracket that is not closed" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去(法~院|法庭)", "")), "a bracket that is not closed, or a gap within one" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去法院)", "")), "has a ‘)’ outside a bracket" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去法院|法庭", "")), "has a ‘|’ outside a bracket" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去((((( 法院)))))", "")), "brackets in brackets" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去{court}", "")), "there is no list of words ‘court’ in its language" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去{court", "") WORDS), "there is no list of words ‘court’" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去court}", "") WORDS), "a brace that was not opened" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n去(法院|)", "")), "too short" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n(法院|)~见", "")), "before, behind or between" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n法院&amp;", "")), "before, behind or between" },
    { FW_TEST_LEXICON (WITH_PHRASES ("\n(一|二|三|四|五|六|七|八)(一|二|三|四|五|六|七|八)(一|二|三|四|五|六|七|八)", "")), "more than 400 ways" },
    { FW_TEST_LEXICON ("<negations lang=\"zh\">\n不(会</negations>"), "a bracket that is not closed" },
    { FW_TEST_LEXICON ("<words id=\"a\" lang=\"zh\">\n法~院</words>"), "a list has words, no phrases" },
    { FW_TEST_LEXICON ("<words id=\"a\" lang=\"zh\">\n法院||法庭</words>"), "has an empty word" },
    { FW_TEST_LEXICON ("\n<words id=\"A\" lang=\"zh\">法院</words>"), "id" },
    { FW_TEST_LEXICON ("\n<class id=\"a\"><phrases lang=\"zh\" weak=\"perhaps\">法院</phrases></class>"), "weak" },
    { FW_TEST_LEXICON ("<class id=\"a\"><except lang=\"zh\">\n法院~项目</except></class>"), "an exception has no gap" },
    { FW_TEST_LEXICON ("<class id=\"a\"><unless lang=\"zh\">\n法</unless></class>"), "too short" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *folder = fw_test_lexicon_write ("malformed-pattern", "a.xml", wrong[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (folder, NULL, &error);

      g_assert_null (lexicon);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "a.xml:2: "));
      g_assert_nonnull (strstr (error->message, wrong[i].reason));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase-pattern/alternatives", test_alternatives);
  g_test_add_func ("/phrase-pattern/lists-of-words", test_lists_of_words);
  g_test_add_func ("/phrase-pattern/gaps", test_gaps_near_and_far);
  g_test_add_func ("/phrase-pattern/whole-words-and-open-ends", test_whole_words_and_open_ends);
  g_test_add_func ("/phrase-pattern/any-order", test_any_order);
  g_test_add_func ("/phrase-pattern/weak", test_weak);
  g_test_add_func ("/phrase-pattern/sound", test_sound);
  g_test_add_func ("/phrase-pattern/malformed", test_malformed);
  return fw_test_run ();
}
