#include "fw-test-lexicon.h"

#include <string.h>

typedef struct
{
  const char *line;
  const char *alerts;
} FwExpectation;

static void
assert_alerts (FwPhraseWatch *watch,
               const FwExpectation *expectations,
               guint n,
               FwSpeaker speaker)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *alerts = fw_test_watch_line (watch, expectations[i].line, speaker);

      g_test_message ("%s", expectations[i].line);
      g_assert_cmpstr (alerts, ==, expectations[i].alerts);
    }
}

/* Which classes a line alerts to and how gravely, in order: "class severity, class severity possible". */
static char *
name_classes (FwPhraseWatch *watch,
              const char *line,
              FwSpeaker speaker)
{
  g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, line, -1, speaker);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < alerts->len; i++)
    {
      const FwAlert *alert = &g_array_index (alerts, FwAlert, i);

      g_string_append_printf (told, "%s%s %s%s%s", i > 0 ? ", " : "", alert->phrase->of->id, fw_alert_severity_to_string (alert->severity),
                              alert->possible ? " possible" : "", alert->negated ? " negated" : "");
    }
  return g_string_free (told, FALSE);
}

static void
assert_classes (FwPhraseWatch *watch,
                const FwExpectation *expectations,
                guint n,
                FwSpeaker speaker)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *classes = name_classes (watch, expectations[i].line, speaker);

      g_test_message ("%s", expectations[i].line);
      g_assert_cmpstr (classes, ==, expectations[i].alerts);
    }
}

static void
test_employee (void)
{
  static const FwExpectation expectations[] = {
    { "我要申请仲裁，这样对我太不公平了。", "arbitration_litigation high, unfair_treatment caution" },
    { "我要申請勞動仲裁", "arbitration_litigation high" },
    { "我要申请中才", "arbitration_litigation caution possible" },
    { "申请一下劳动仲裁吧", "arbitration_litigation high" },
    { "我不会去仲裁的", "arbitration_litigation caution negated" },
    { "公司三个月没有发工资，我会去劳动局投诉，还要发到网上。",
      "wage_social_insurance high, media_exposure high, authority_complaint high" },
    { "我怀孕了，这个月要去产检。", "pregnancy_family high" },
    { "我真的活不下去了", "self_harm critical" },
    { "别录了，我不同意录音", "consent_withdrawal critical" },
    { "加班费的事我们今天得讲清楚", "overtime_leave caution" },
    { "I want to file for arbitration. This is not fair to me.",
      "arbitration_litigation high, unfair_treatment caution" },
    { "我要休息一下", "consent_withdrawal caution" },
    { "他们布公平，逼我慈职", "coercion_termination caution possible, unfair_treatment info possible" },
    { "我不想活了，我要申请仲裁", "self_harm critical, arbitration_litigation high" },
    { "我不会自杀的", "self_harm critical" }, /* no negation takes from what is critical */
  };
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();

  assert_classes (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_EMPLOYEE);
  assert_classes (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

static void
test_interviewer (void)
{
  static const FwExpectation expectations[] = {
    { "今天不签就别想走", "interviewer_conduct high" },
    { "这个圈子就这么大", "interviewer_conduct high" },
    { "我们希望你自己主动辞职，不然背调会很难看", "interviewer_conduct high" },
    { "加班费的事我们今天得讲清楚", "" },
    { "我要申请仲裁", "" },
    { "Sign it now or you get nothing.", "interviewer_conduct high" },
    { "您现在有没有想伤害自己？", "self_harm critical" }, /* danger is anybody's */
  };
  static const FwExpectation of_others[] = {
    { "这个圈子就这么大", "" },
  };
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();

  assert_classes (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_INTERVIEWER);
  assert_classes (watch, of_others, G_N_ELEMENTS (of_others), FW_SPEAKER_EMPLOYEE);
}

/* Danger puts a card over everything: what every talk and every office says must never raise it. */
static void
test_everyday_words (void)
{
  static const char *const lines[] = {
    "我给你办离职手续", "社保转移我们给你办", "江湖再见", "后会有期，来日方长", "路上小心，开车慢点", "您孩子上几年级了，在哪个学校", "我知道你家里不容易",
    "这件事我记下了，明天答复你", "有什么事来找我", "我想过跳槽，没敢", "大不了我跳槽", "我准备跳了，新公司给得多", "打断一下你手上的活", "往车间走左转",
    "我在上海待不下去了，想回老家", "这几年我拼命干，也算有交代", "那我就不客气了，茶我喝了", "你这话一针见血", "我一头扎进这个项目三年", "我在楼下等你一起吃饭",
    "刚才在停车场碰到王经理", "找几个人来帮忙搬箱子", "把这个项目拆成两块交接", "给绿萝浇点水", "作废你的工牌要填单子", "早上睡不醒", "这工作没什么奔头",
    "我负担不了那么多活", "我走了你们就省心了", "我死也不会签这个", "叫人来修一下空调", "让你好过一点，我尽量", "没有明天的排班表", "一脚油门就过去了",
    "Take care on the road home, it's icy.", "I can't go on in this role.", "Let's end it here for today.", "My laptop died this morning.",
    "I'll kill the process and restart it.", "I know you have a lot on at home.", "I'll wait for you downstairs for lunch.", "I'd jump at the chance to come back.",
    "The deadline nearly killed me.", "It would be better for everyone if I left the team.", "I'll bring a knife for the cake.", "He will be sorry to see you go.",
    "I'm not around any more after Friday.", "I don't want to wake up at five any more.", "There is no point in living so far from the office.",
    "I'll find you after lunch.", "I'm drowning in paperwork.", "You will regret missing the party.",
  };
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *alerts = fw_test_watch_line (watch, lines[i], FW_SPEAKER_ANY);

      g_test_message ("%s: %s", lines[i], alerts);
      g_assert_null (strstr (alerts, "self_harm"));
      g_assert_null (strstr (alerts, "violence_threat"));
    }
}

/* No class at all is alerted to by what is said in every talk, whoever says it. */
static void
test_everyday_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "interview", "everyday-lines.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();
  guint read = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *said = strchr (lines[i], '\t');
      FwSpeaker speaker = g_str_has_prefix (lines[i], "interviewer") ? FW_SPEAKER_INTERVIEWER : FW_SPEAKER_EMPLOYEE;
      g_autofree char *alerts = NULL;

      if (said == NULL)
        continue;
      alerts = fw_test_watch_line (watch, said + 1, speaker);
      if (*alerts != '\0')
        g_error ("‘%s’ is alerted to: %s", said + 1, alerts);
      read++;
    }
  g_assert_cmpuint (read, >, 300);
}

/* What only looks like a phrase. */
static void
test_false_friends (void)
{
  static const char *const lines[] = {
    "今天天气很好，我们先聊一聊你的工作情况。", "这个项目的重才能力很好", "The weather is fair today.", "let me go through the list",
    "系统崩溃了，我重启一下", "we need to strike a balance", "电脑又死机了", "我考了仲裁员资格证", "好久不见，想死你了", "他把项目搞砸了，大家一起补",
    "骚扰电话太多了", "打我电话就行", "I broke my laptop", "shoot you an email later", "We play on the tennis court.", "stress test the server",
    "issue the pursuit of ensuing results", "1996年我刚上小学", "120n的螺栓", "我要告诉您一个好消息", "工资没问题，谢谢", "先停车再上楼",
  };
  g_autoptr (FwPhraseWatch) watch = fw_test_watch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *alerts = fw_test_watch_line (watch, lines[i], FW_SPEAKER_ANY);

      g_test_message ("%s", lines[i]);
      g_assert_cmpstr (alerts, ==, "");
    }
}

/* A phrase as somebody might say it: in a sentence, its gaps filled. */
static char *
sentence_with (const FwPhrase *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase->example, "~", -1);
  g_autofree char *said = g_strjoinv (phrase->chinese ? "呀" : " really ", parts);

  return phrase->chinese ? g_strdup_printf ("记一下：%s，就这些", said) : g_strdup_printf ("Note: %s, so there", said);
}

static gboolean
raises (FwPhraseWatch *watch,
        const char *line,
        const FwPhraseClass *class)
{
  FwSpeaker speaker = class->speaker == FW_SPEAKER_INTERVIEWER ? FW_SPEAKER_INTERVIEWER : FW_SPEAKER_EMPLOYEE;
  g_autoptr (GArray) alerts = fw_phrase_watch_read (watch, line, -1, speaker);

  for (guint i = 0; i < alerts->len; i++)
    if (g_array_index (alerts, FwAlert, i).phrase->of == class)
      return TRUE;
  return FALSE;
}

static void
test_every_phrase_is_found (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_phrases_new ();
  GPtrArray *phrases = fw_lexicon_get_phrases (fw_phrase_watch_get_lexicon (watch));
  guint found = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const FwPhrase *phrase = phrases->pdata[i];
      g_autofree char *line = sentence_with (phrase);

      if (phrase->role > FW_PHRASE_WEAK)
        continue;
      if (!raises (watch, line, phrase->of))
        g_error ("%s is not found in ‘%s’", phrase->text, line);
      found++;
    }
  g_assert_cmpuint (found, >, 3000);
}

/* An exception that takes nothing back is not needed. */
static void
test_every_exception_is_one (void)
{
  g_autoptr (FwPhraseWatch) watch = fw_test_phrases_new ();
  GPtrArray *phrases = fw_lexicon_get_phrases (fw_phrase_watch_get_lexicon (watch));

  for (guint i = 0; i < phrases->len; i++)
    {
      const FwPhrase *phrase = phrases->pdata[i];
      g_autofree char *line = sentence_with (phrase);

      if (phrase->role == FW_PHRASE_EXCEPTION && raises (watch, line, phrase->of))
        g_error ("the exception %s is an alert of %s", phrase->text, phrase->of->id);
    }
}

static FwPhraseWatch *
own_watch (const char *text)
{
  g_autofree char *folder = fw_test_lexicon_write ("own", "a.xml", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwLexicon) lexicon = fw_test_lexicon_read (folder, NULL, &error);

  g_assert_no_error (error);
  return fw_phrase_watch_new (lexicon);
}

static void
test_writing (void)
{
  static const FwExpectation expectations[] = {
    { "Ｉ　ｗｉｌｌ　ＳＵＥ　ｙｏｕ", "[a high sue 7+3]" },
    { "去 仲 裁", "[a high 去仲裁 0+5]" },
    { "去，仲裁", "[a high 去仲裁 0+4]" },
    { "没去。仲裁很远", "" },                                /* two sentences */
    { "去\xe2\x80\x8b仲裁", "[a high 去仲裁 0+4]" },         /* an invisible space */
    { "職場PUA", "[a high 职场pua 0+5]" },
    { "self-harm and self harm", "[a high self harm 0+9]" },
    { "I won’t sign", "[a high will not sign 2+10]" },
    { "i wont sign", "[a high will not sign 2+9]" },
    { "they bribed him", "[a high brib 5+6]" },
    { "bribery", "[a high brib 0+7]" },
    { "suede", "" },
    { "🙂🙂去仲裁", "[a high 去仲裁 2+3]" },
    { "give me N+1", "[a high n+1 8+3]" },
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"high\"", "去仲裁\n职场pua\nn+1", "sue\nself harm\nwill not sign\nbrib*")
    "<contraction short=\"won't\" full=\"will not\"/><contraction short=\"wont\" full=\"will not\"/>"));

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

static void
test_gaps (void)
{
  static const FwExpectation expectations[] = {
    { "申请了仲裁", "[a high 申请~仲裁 0+5]" },
    { "申请一二三四仲裁", "[a high 申请~仲裁 0+8]" },
    { "申请一二三四五仲裁", "" },
    { "仲裁申请", "" },
    { "申请。仲裁", "" },
    { "申请了，仲裁", "" },
    { "申请、仲裁", "[a high 申请~仲裁 0+5]" },
    { "奖金说好了，没发", "[a high 奖金~~没发 0+8]" },
    { "奖金说好了，后来，没发", "" },
    { "奖，金没发", "" },
    { "申请申请仲裁", "[a high 申请~仲裁 2+4]" },
    { "post it all on weibo now", "[a high post~weibo 0+20]" },
    { "post a b c weibo", "[a high post~weibo 0+16]" },
    { "post a b c d weibo", "" },
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"high\"", "申请~仲裁\n一月~二月~三月\n奖金~~没发", "post~weibo")));
  g_autofree char *three = fw_test_watch_line (watch, "一月等到二月又等三月", FW_SPEAKER_ANY);
  g_autofree char *two = fw_test_watch_line (watch, "二月等到一月又等三月", FW_SPEAKER_ANY);

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
  g_assert_cmpstr (three, ==, "[a high 一月~二月~三月 0+10]");
  g_assert_cmpstr (two, ==, "");
}

static void
test_negation (void)
{
  static const FwExpectation expectations[] = {
    { "我不会去仲裁", "[a caution 去仲裁 3+3 negated]" },
    { "我不会随便去仲裁", "[a caution 去仲裁 5+3 negated]" },
    { "我不会为这个事去仲裁", "[a high 去仲裁 7+3]" },
    { "我不会。去仲裁", "[a high 去仲裁 4+3]" },
    { "不然去仲裁", "[a high 去仲裁 2+3]" },
    { "我没有不公平", "[b caution 不公平 3+3]" }, /* begins with a negation itself */
    { "I will not sue", "[a caution sue 11+3 negated]" },
    { "I will not ever really sue", "[a caution sue 23+3 negated]" },
    { "I will not say that I sue", "[a high sue 22+3]" },
    { "我不会死给你看", "[c critical 死给你看 3+4]" },
    { "我不会去中才", "[a info 去仲裁 3+3 possible negated]" },
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"high\"", "去仲裁", "sue") FW_TEST_CLASS ("b", "", "不公平", "")
    FW_TEST_CLASS ("c", "severity=\"critical\"", "死给你看", "")
    "<negations lang=\"zh\">不会\n没有</negations><negations lang=\"en\">not</negations>"));

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

static void
test_pieces_of_words (void)
{
  static const FwExpectation expectations[] = {
    { "他整了我", "[a high 整了 1+2]" },
    { "这次调整了岗位", "" },
    { "這次調整了崗位", "" },
    { "先调整，他又整了我", "[a high 整了 6+2]" },
    { "调，整了", "[a high 整了 2+2]" },
    { "😀我整了，调整了", "[a high 整了 2+2]" },
    { "调整了。他整了我", "[a high 整了 5+2]" },
    { "我要告他", "[a high 告~他 2+2]" },
    { "要报告给他", "" },
    { "我不告他我报告他", "[a high 告~他 2+6]" },
    { "我想撤回", "[a high 想撤 1+2]" },              /* what ends inside a word is one */
    { "我不签，他也不签", "[a high 不签~~不签 1+7]" }, /* small words stand for themselves, whatever the dictionary joins with them */
    { "报告我了，还要仲裁", "" },
    { "告我了，还要仲裁", "[a high 告我&仲裁 0+2]" },
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"high\"", "整了\n告~他\n想撤\n不签~~不签\n告我&amp;仲裁", "")));

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

static void
test_homophones (void)
{
  static const FwExpectation expectations[] = {
    { "去中才", "[a caution 去仲裁 0+3 possible]" },
    { "去眾纔", "[a caution 去仲裁 0+3 possible]" },
    { "取重财", "" },                                  /* three syllables and no character of it */
    { "老洞中才", "[a caution 劳动仲裁 0+4 possible]" },
    { "法停", "" },                                    /* two characters are never heard */
    { "告公司", "[a high 告公司 0+3]" },
    { "告公思", "" },                                  /* marked to be written so */
    { "死给泥看", "[b critical 死给你看 0+4 possible]" },
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"high\"", "去仲裁\n劳动仲裁\n法庭\n=告公司", "")
    FW_TEST_CLASS ("b", "severity=\"critical\"", "死给你看", "")));

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

static void
test_one_a_class_and_sentence (void)
{
  static const FwExpectation expectations[] = {
    { "去仲裁，去法院，去劳动仲裁", "[a high 去劳动仲裁 8+5]" },
    { "去仲裁。去法院。", "[a high 去仲裁 0+3][a high 去法院 4+3]" },
    { "去法院，去歇会儿再说吧", "[a high 去法院 0+3]" },  /* graver before longer */
    { "算了，去仲裁员大会", "" },
    { "去仲裁，员大会", "[a high 去仲裁 0+3]" },           /* an exception is written in one piece */
  };
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    "<class id=\"a\" severity=\"high\"><title zh=\"甲\" en=\"A\"/><prompt zh=\"乙\" en=\"B\"/><phrases lang=\"zh\">去仲裁\n去法院\n去劳动仲裁"
    "\n去歇会儿再说@caution</phrases><except lang=\"zh\">仲裁员</except></class>"));

  assert_alerts (watch, expectations, G_N_ELEMENTS (expectations), FW_SPEAKER_ANY);
}

/* Danger to life stands above everything, whatever else is in the line. */
static void
test_order (void)
{
  g_autoptr (FwPhraseWatch) watch = own_watch (FW_TEST_LEXICON (
    FW_TEST_CLASS ("a", "severity=\"critical\"", "别录了", "") FW_TEST_CLASS ("b", "severity=\"high\"", "去仲裁", "")
    FW_TEST_CLASS ("c", "severity=\"critical\" danger=\"true\"", "不想活", "")));
  g_autofree char *alerts = fw_test_watch_line (watch, "去仲裁，别录了，我不想活", FW_SPEAKER_ANY);

  g_assert_cmpstr (alerts, ==, "[c critical 不想活 9+3][a critical 别录了 4+3][b high 去仲裁 0+3]");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase-watch/employee", test_employee);
  g_test_add_func ("/phrase-watch/interviewer", test_interviewer);
  g_test_add_func ("/phrase-watch/everyday-words", test_everyday_words);
  g_test_add_func ("/phrase-watch/everyday-lines", test_everyday_lines);
  g_test_add_func ("/phrase-watch/false-friends", test_false_friends);
  g_test_add_func ("/phrase-watch/every-phrase-is-found", test_every_phrase_is_found);
  g_test_add_func ("/phrase-watch/every-exception-is-one", test_every_exception_is_one);
  g_test_add_func ("/phrase-watch/writing", test_writing);
  g_test_add_func ("/phrase-watch/gaps", test_gaps);
  g_test_add_func ("/phrase-watch/negation", test_negation);
  g_test_add_func ("/phrase-watch/pieces-of-words", test_pieces_of_words);
  g_test_add_func ("/phrase-watch/homophones", test_homophones);
  g_test_add_func ("/phrase-watch/one-a-class-and-sentence", test_one_a_class_and_sentence);
  g_test_add_func ("/phrase-watch/order", test_order);
  return fw_test_run ();
}
