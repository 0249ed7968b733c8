#include "store/fw-pinyin.h"

static void
test_readings (void)
{
  static const char *const cases[][2] = {
    { "张敏", "zhang min" },
    { "曾国藩", "zeng guo fan" },
    { "单雄信", "shan xiong xin" },
    { "查良镛", "zha liang yong" },
    { "仇英", "qiu ying" },
    { "解缙", "xie jin" },
    { "尉迟恭", "yu chi gong" },
    { "万俟卨", "mo qi xie" },
    { "区小明", "ou xiao ming" },
    { "翟志刚", "zhai zhi gang" },
    { "长孙无忌", "zhang sun wu ji" },
    { "令狐冲", "ling hu chong" },
    { "澹台灭明", "tan tai mie ming" },
    { "王单", "wang dan" },
    { "单单", "shan dan" },
    { "李长乐", "li chang le" },
    { "朱重八", "zhu zhong ba" },
    { "重八", "chong ba" },
    { "吕布", "lv bu" },
    { "李略", "li lve" },
    { "朴树", "piao shu; pu shu" },
    { "乐嘉", "yue jia; le jia" },
    { "缪荃", "miao quan; mou quan" },
    { "Anna Müller", "anna muller" },
    { "O'Brien", "obrien" },
    { "阿卜杜拉·买买提", "a bo du la mai mai ti" },
    { "？！", NULL },
  };
  g_autoptr (FwPinyin) pinyin = _fw_pinyin_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reading = _fw_pinyin_read (pinyin, cases[i][0]);

      g_assert_cmpstr (reading, ==, cases[i][1]);
    }
}

static void
test_words (void)
{
  g_autofree char *words = _fw_pinyin_get_words ("wang hai yang");
  g_autofree char *initials = _fw_pinyin_get_initials ("wang hai yang");
  g_autofree char *umlaut = _fw_pinyin_get_words ("lv bu");
  g_autofree char *nothing = _fw_pinyin_get_words (NULL);

  g_assert_cmpstr (words, ==, "wanghaiyang haiyang yang ");
  g_assert_cmpstr (initials, ==, "why hy y ");
  g_assert_cmpstr (umlaut, ==, "lvbu bu lubu bu ");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/pinyin/readings", test_readings);
  g_test_add_func ("/store/pinyin/words", test_words);
  return g_test_run ();
}
