#include "documents/fw-line.h"

#include <math.h>
#include <string.h>

static FwStyledText *
make_text (const char *string,
           double size)
{
  FwStyledText *text = fw_styled_text_new (size);

  fw_styled_text_append (text, string, FW_FACE_SONG, FW_SPAN_PLAIN);
  return text;
}

static GPtrArray *
set_text (FwTypeface *typeface,
          FwStyledText *text,
          double measure,
          double indent)
{
  FwLineStyle style = { .measure_pt = measure, .indent_pt = indent, .justify = TRUE };

  return fw_lines_set (typeface, text, &style);
}

static gunichar
last_character (const FwStyledText *text,
                const FwLine *line)
{
  return g_utf8_get_char (g_utf8_prev_char (text->string->str + line->end));
}

/* A text that has every hard place in it, set at many widths. */
static const char hard_text[] =
  "您（身份证件号码：310101198804120017）于2021年8月16日入职，双方的劳动合同自2024年8月16日起至2027年8月15日止；"
  "根据《中华人民共和国劳动合同法》第四十条第二项的规定，经济补偿为20,000.00元×5＝100,000.00元"
  "（大写：人民币壹拾万元整），比例为12.5%，共3.5个月。“您的意见”：已收到……编号为〔2026〕人离字第0012-2号，见《员工手册》。"
  "——完——请于14时05分前到达，（一）（二）、“甲”、‘乙’。";

static void
test_forbidden_marks (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text (hard_text, 12);

  for (guint characters = 14; characters <= 44; characters++)
    {
      g_autoptr (GPtrArray) lines = set_text (typeface, text, characters * 12, 24);

      g_assert_cmpuint (lines->len, >, 1);
      for (guint i = 0; i < lines->len; i++)
        {
          const FwLine *line = g_ptr_array_index (lines, i);

          g_assert_cmpfloat (line->x_pt + line->width_pt, <=, characters * 12 + 0.5);
          if (i > 0)
            g_assert_false (fw_break_is_closing (g_utf8_get_char (text->string->str + line->start)));
          if (i + 1 < lines->len)
            g_assert_false (fw_break_is_opening (last_character (text, line)));
        }
    }
}

static void
assert_whole (const FwStyledText *text,
              GPtrArray *lines,
              const char *phrase)
{
  const char *at = strstr (text->string->str, phrase);
  guint start = (guint) (at - text->string->str), end = start + (guint) strlen (phrase);

  for (guint i = 1; i < lines->len; i++)
    {
      const FwLine *line = g_ptr_array_index (lines, i);

      if (line->start > start && line->start < end)
        g_error ("“%s” is broken", phrase);
    }
}

static void
test_what_stays_whole (void)
{
  const char *phrases[] = { "310101198804120017", "20,000.00元", "100,000.00元", "12.5%", "3.5个月", "2021年", "16日",
                            "第四十条", "第二项", "《员工手册》", "……", "——", "14时05分", "第0012-2号", "〔2026〕" };
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text (hard_text, 12);

  for (guint characters = 20; characters <= 44; characters++)
    {
      g_autoptr (GPtrArray) lines = set_text (typeface, text, characters * 12, 24);

      for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
        assert_whole (text, lines, phrases[i]);
    }
}

/* What a table says between dots is never parted within a word. */
static void
test_parts_stay_whole (void)
{
  static const char *const phrases[] = { "82 分", "60 分合格", "团队平均 96%", "本人已签字" };
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text ("二级焊工证书培训　2025年11月12日 · 82 分 · 60 分合格 · 团队平均 96% · 本人已签字", 12);

  for (guint width = 84; width <= 480; width += 4)
    {
      g_autoptr (GPtrArray) lines = set_text (typeface, text, width, 0);

      for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
        assert_whole (text, lines, phrases[i]);
    }
}

/* A box to tick is never torn from its words, nor a count to fill in from its unit. */
static void
test_boxes_stay_with_their_words (void)
{
  static const char *const phrases[] = { "□公司提出", "□员工提出", "□没有谈到离职", "□其他", "共＿＿页" };
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text ("由谁提出（只在谈到时填写）：□公司提出　□员工提出　□没有谈到离职　□其他：＿＿＿＿，记录共＿＿页。", 12);

  for (guint width = 132; width <= 480; width += 4)
    {
      g_autoptr (GPtrArray) lines = set_text (typeface, text, width, 0);

      for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
        assert_whole (text, lines, phrases[i]);
    }
}

/* Dates, lengths of service, amounts, numbers of papers and judgments: on the lines of a letter none of them is ever broken. */
static void
test_figures_stay_whole (void)
{
  static const char *const figures[] = { "2021年11月16日", "2025年第三季度", "4年7个月16天", "4个月零26天", "人民币20,000.00元", "14时05分",
                                         "人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "〔2026〕人离字第0014号", "（2026）沪0115刑初123号",
                                         "京高法发〔2024〕534号", "20,000.00元×5", "20,000.00×6个月", "6225880000001234" };
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();

  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    for (guint before = 1; before <= 36; before++)
      {
        g_autoptr (GString) string = g_string_new (NULL);
        g_autoptr (FwStyledText) text = NULL;
        g_autoptr (GPtrArray) lines = NULL;

        for (guint i = 0; i < before; i++)
          g_string_append (string, "我");
        g_string_append_printf (string, "。%s，双方没有其他约定，也没有争议，此前所签的文件仍旧有效，请予知悉。", figures[f]);
        text = make_text (string->str, 12);
        lines = set_text (typeface, text, 432, 24);
        assert_whole (text, lines, figures[f]);
      }
}

/* In a cell that is narrower than a date it gives way behind its year or month, and a name in parts at its dot. */
static void
test_where_figures_give_way (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) date = make_text ("2021年11月16日", 12);
  g_autoptr (FwStyledText) name = make_text ("阿卜杜热西提·买买提依明·阿布都克里木", 12);
  g_autoptr (GPtrArray) cell = set_text (typeface, date, 60, 0);

  assert_whole (date, cell, "2021年");
  assert_whole (date, cell, "16日");
  g_assert_cmpuint (cell->len, ==, 2);
  for (guint width = 100; width <= 240; width += 4)
    {
      g_autoptr (GPtrArray) lines = set_text (typeface, name, width, 0);

      assert_whole (name, lines, "买买提依明");
      assert_whole (name, lines, "阿布都克里木");
    }
}

/* Quotation marks are as wide as those they stand with: a square each in Chinese, narrow in English. */
static void
test_quotation_marks (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) english = make_text ("noted: “May”; now: “April”.", 12);
  g_autoptr (FwStyledText) plain = make_text ("noted: May; now: April.", 12);
  g_autoptr (FwStyledText) chinese = make_text ("记“五月”改", 12);

  g_assert_cmpfloat (fw_styled_text_width (typeface, english) - fw_styled_text_width (typeface, plain), <, 4 * 7);
  g_assert_cmpfloat_with_epsilon (fw_styled_text_width (typeface, chinese), 6 * 12, 0.01);
}

static void
test_indent_and_edge (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text (hard_text, 14);
  g_autoptr (GPtrArray) lines = set_text (typeface, text, 31 * 14, 28);

  for (guint i = 0; i < lines->len; i++)
    {
      const FwLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpfloat_with_epsilon (line->x_pt, i == 0 ? 28 : 0, 0.001);
      g_assert_cmpfloat (line->stretch, <=, 0.0951);
      if (i + 1 < lines->len && line->stretch < 0.094)
        g_assert_cmpfloat_with_epsilon (line->x_pt + line->width_pt, 31 * 14, 0.6);
    }
}

static double
width_of_word (const FwStyledText *text,
               const FwLine *line,
               const char *word)
{
  const char *at = strstr (text->string->str + line->start, word);
  PangoLayoutLine *set = pango_layout_get_line_readonly (line->layout, 0);
  int from, until, start = (int) (at - text->string->str) - (int) line->start;

  pango_layout_line_index_to_x (set, start, FALSE, &from);
  pango_layout_line_index_to_x (set, start + (int) strlen (word) - 1, FALSE, &until);
  return (double) (until - from) / PANGO_SCALE;
}

static void
test_amounts_are_not_stretched (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = make_text ("经济补偿金额一共为100,000.00元并于期限内付清全部款项不附条件再见", 12);
  g_autoptr (GPtrArray) loose = set_text (typeface, text, 300, 0);
  g_autoptr (GPtrArray) tight = set_text (typeface, text, 304, 0);
  const FwLine *a = g_ptr_array_index (loose, 0);
  const FwLine *b = g_ptr_array_index (tight, 0);

  g_assert_cmpuint (a->end, ==, b->end);
  g_assert_cmpfloat (fabs (b->stretch - a->stretch), >, 0.005);
  g_assert_cmpfloat_with_epsilon (width_of_word (text, a, "100,000.00"), width_of_word (text, b, "100,000.00"), 0.01);
}

static void
test_names_and_narrow_cells (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();

  for (guint before = 1; before < 20; before++)
    {
      g_autoptr (FwStyledText) text = fw_styled_text_new (12);
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (GPtrArray) lines = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append (string, "字");
      fw_styled_text_append (text, string->str, FW_FACE_SONG, FW_SPAN_PLAIN);
      fw_styled_text_append (text, "欧阳志远", FW_FACE_SONG, FW_SPAN_WHOLE);
      fw_styled_text_append (text, "是接收人", FW_FACE_SONG, FW_SPAN_PLAIN);
      lines = set_text (typeface, text, 120, 0);
      assert_whole (text, lines, "欧阳志远");
      g_clear_pointer (&lines, g_ptr_array_unref);
      /* Narrower than what must hold together: it is broken, not lost and not endless. */
      lines = set_text (typeface, text, 20, 0);
      g_assert_cmpuint (((FwLine *) g_ptr_array_index (lines, lines->len - 1))->end, ==, text->string->len);
    }
}

/* What is copied from a paper is what was written: no letters are joined into one glyph, in a hash least of all. */
static void
test_letters_stay_apart (void)
{
  const char *const words = "abff4dc39ffi";
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = fw_styled_text_new (9);
  g_autoptr (GPtrArray) lines = NULL;
  guint glyphs = 0;

  fw_styled_text_append (text, words, FW_FACE_SONG, FW_SPAN_PLAIN);
  lines = set_text (typeface, text, 200, 0);
  g_assert_cmpuint (lines->len, ==, 1);
  for (GSList *runs = pango_layout_get_line_readonly (((FwLine *) lines->pdata[0])->layout, 0)->runs; runs != NULL; runs = runs->next)
    {
      const PangoGlyphString *run = ((PangoGlyphItem *) runs->data)->glyphs;

      for (int i = 0; i < run->num_glyphs; i++)
        if (run->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
          glyphs++;
    }
  g_assert_cmpuint (glyphs, ==, strlen (words));
}

static void
test_empty (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();
  g_autoptr (FwStyledText) text = fw_styled_text_new (12);
  g_autoptr (GPtrArray) lines = set_text (typeface, text, 100, 0);

  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_missing_glyph (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();

  g_assert_cmpuint (fw_typeface_find_missing (typeface, FW_FACE_SONG, "张敏，2026年。"), ==, 0);
  g_assert_cmpuint (fw_typeface_find_missing (typeface, FW_FACE_SONG, NULL), ==, 0);
  g_assert_cmpuint (fw_typeface_find_missing (typeface, FW_FACE_SONG, "张\xf4\x8f\xbf\xbd敏"), ==, 0x10FFFD);
}

/* A variation selector chooses between shapes of the character before it: no font has it, and none needs to. */
static void
test_variation_selector (void)
{
  g_autoptr (FwTypeface) typeface = fw_typeface_new ();

  g_assert_cmpuint (fw_typeface_find_missing (typeface, FW_FACE_SONG, "葛\xf3\xa0\x84\x80城 ☎\xef\xb8\x8e"), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/forbidden-marks", test_forbidden_marks);
  g_test_add_func ("/line/what-stays-whole", test_what_stays_whole);
  g_test_add_func ("/line/parts-stay-whole", test_parts_stay_whole);
  g_test_add_func ("/line/boxes-stay-with-their-words", test_boxes_stay_with_their_words);
  g_test_add_func ("/line/figures-stay-whole", test_figures_stay_whole);
  g_test_add_func ("/line/quotation-marks", test_quotation_marks);
  g_test_add_func ("/line/where-figures-give-way", test_where_figures_give_way);
  g_test_add_func ("/line/indent-and-edge", test_indent_and_edge);
  g_test_add_func ("/line/amounts-are-not-stretched", test_amounts_are_not_stretched);
  g_test_add_func ("/line/names-and-narrow-cells", test_names_and_narrow_cells);
  g_test_add_func ("/line/letters-stay-apart", test_letters_stay_apart);
  g_test_add_func ("/line/empty", test_empty);
  g_test_add_func ("/line/missing-glyph", test_missing_glyph);
  g_test_add_func ("/line/variation-selector", test_variation_selector);
  return g_test_run ();
}
