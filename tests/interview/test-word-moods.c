/* Moods from words: what is said, what is negated, what only looks like it. */
#include "interview/fw-word-moods.h"

#include <glib/gstdio.h>

#include "fw-test-lexicon.h"

static FwWordMoods *
shipped (void)
{
  g_autoptr (GError) error = NULL;
  FwWordMoods *moods = fw_word_moods_new (&error);

  g_assert_no_error (error);
  return moods;
}

static void
test_reads (void)
{
  static const struct
  {
    const char *text;
    FwWordMood mood;
  } said[] = {
    { "听您这么说，我心里踏实一点了", FW_WORD_MOOD_PLEASANT },
    { "说开了就好", FW_WORD_MOOD_PLEASANT },
    { "这几天我睡不着，不知道怎么办", FW_WORD_MOOD_UPSET },
    { "干了八年，挺寒心的", FW_WORD_MOOD_UPSET },
    { "凭什么是我？", FW_WORD_MOOD_ANGRY },
    { "你们这不是卸磨杀驴吗", FW_WORD_MOOD_ANGRY },
    { "對不起，我有點想哭", FW_WORD_MOOD_TEARS },
    { "说着说着眼泪就下来了，太过分了", FW_WORD_MOOD_TEARS },
    { "I'm so disappointed in all of you", FW_WORD_MOOD_UPSET },
    { "This is outrageous.", FW_WORD_MOOD_ANGRY },
    { "Sorry, I'm crying", FW_WORD_MOOD_TEARS },
    { "Thank you for listening to me", FW_WORD_MOOD_PLEASANT },
    /* Negated, or nothing of the kind. */
    { "我不生气", FW_WORD_MOOD_NONE },
    { "谈不上难受，就是问一句", FW_WORD_MOOD_NONE },
    { "I am not angry", FW_WORD_MOOD_NONE },
    { "I'm not upset about the money", FW_WORD_MOOD_NONE },
    { "离职证明哪天给我？", FW_WORD_MOOD_NONE },
    { "真是哭笑不得", FW_WORD_MOOD_NONE },
    { "屏幕上有个滚动条", FW_WORD_MOOD_NONE },
    { "We shared the report on Friday", FW_WORD_MOOD_NONE },
    { "", FW_WORD_MOOD_NONE },
  };
  g_autoptr (FwWordMoods) moods = shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_test_message ("%s", said[i].text);
      g_assert_cmpstr (fw_word_mood_to_string (fw_word_moods_read (moods, said[i].text, NULL, NULL)), ==,
                       fw_word_mood_to_string (said[i].mood));
    }
}

/* One sentence takes back what is negated in it, not what is said in the next. */
static void
test_places (void)
{
  g_autoptr (FwWordMoods) moods = shipped ();
  guint offset = 0, length = 0;

  g_assert_cmpint (fw_word_moods_read (moods, "我不生气。就是有点委屈。", &offset, &length), ==, FW_WORD_MOOD_UPSET);
  g_assert_cmpuint (offset, ==, 9);
  g_assert_cmpuint (length, ==, 2);
  g_assert_cmpint (fw_word_moods_read (moods, "\xff\xfe 委屈", NULL, NULL), ==, FW_WORD_MOOD_UPSET);
  for (FwWordMood mood = FW_WORD_MOOD_PLEASANT; mood <= FW_WORD_MOOD_TEARS; mood++)
    {
      const FwPhraseClass *class = fw_word_moods_get_class (moods, mood);

      g_assert_cmpstr (class->id, ==, fw_word_mood_to_string (mood));
      g_assert_cmpstr (class->prompt.zh, !=, "");
    }
  g_assert_null (fw_word_moods_get_class (moods, FW_WORD_MOOD_NONE));
}

/* A company's own file adds words; a class that is no mood is refused with its place. */
static void
test_own_words (void)
{
  g_autofree char *folder = g_build_filename (fw_test_folder (), "own", NULL);
  g_autofree char *inside = g_build_filename (folder, "moods", NULL);
  g_autofree char *path = g_build_filename (inside, "own.xml", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (FwWordMoods) moods = NULL;
  g_autoptr (FwWordMoods) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, FW_TEST_LEXICON (FW_TEST_CLASS ("upset", "", "好惨啊", "gutted")), -1, NULL));
  moods = fw_word_moods_new_for_folders (folders, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fw_word_moods_read (moods, "我好惨啊", NULL, NULL), ==, FW_WORD_MOOD_UPSET);
  g_assert_cmpint (fw_word_moods_read (moods, "我很委屈", NULL, NULL), ==, FW_WORD_MOOD_NONE);
  g_assert_true (g_file_set_contents (path, FW_TEST_LEXICON ("\n" FW_TEST_CLASS ("lying", "", "说谎了", "")), -1, NULL));
  refused = fw_word_moods_new_for_folders (folders, &error);
  g_assert_null (refused);
  g_assert_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_LEXICON);
  g_assert_nonnull (g_strstr_len (error->message, -1, "own.xml:2: ‘lying’"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview/word-moods/reads", test_reads);
  g_test_add_func ("/interview/word-moods/places", test_places);
  g_test_add_func ("/interview/word-moods/own-words", test_own_words);
  return fw_test_run ();
}
