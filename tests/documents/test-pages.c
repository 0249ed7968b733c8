#include "documents/fw-document-types.h"
#include "documents/fw-field.h"
#include "documents/fw-pages.h"
#include "documents/fw-wording.h"

#include <string.h>

#define HEAD "<document xmlns='urn:fairwell:blocks:1' style='agreement'>"

typedef struct
{
  FwTypeface *typeface;
  FwBlocks *blocks;
  FwGalley *galley;
  GPtrArray *pages;
} Paper;

static void
number_items (FwBlocks *blocks)
{
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind == FW_BLOCK_ITEM)
        block->number = g_strdup ("一、");
    }
}

static Paper *
set_paper (const char *xml)
{
  Paper *self = g_new0 (Paper, 1);
  g_autoptr (GError) error = NULL;

  self->blocks = fw_blocks_read (xml, -1, &error);
  g_assert_no_error (error);
  number_items (self->blocks);
  self->typeface = fw_typeface_new ();
  self->galley = fw_galley_set (self->typeface, self->blocks, (FwSizes) { 12, 22 }, TRUE);
  self->pages = fw_pages_cut (self->galley, FW_TEXT_HEIGHT);
  return self;
}

static void
paper_free (Paper *self)
{
  g_ptr_array_unref (self->pages);
  fw_galley_free (self->galley);
  fw_typeface_unref (self->typeface);
  fw_blocks_free (self->blocks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

static void
add_paragraphs (GString *xml,
                guint n,
                guint first)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (xml, "<p id='p%u'>", first + i);
      for (guint s = 0; s <= (first + i) * 7 % 11; s++)
        g_string_append (xml, "双方在平等自愿、协商一致的基础上，就有关事项达成如下一致意见，并于2026年3月31日前办理完毕。");
      g_string_append (xml, "</p>");
    }
}

static const char *
block_on (Paper *self,
          guint page,
          int index)
{
  FwPage *on = g_ptr_array_index (self->pages, page);
  guint at = index >= 0 ? (guint) index : on->len - (guint) -index;

  return g_array_index (on, FwPlacedBox, at).box->block_id;
}

/* Nothing lies over the edge of a page or over something else. */
static void
assert_inside (Paper *self)
{
  for (guint p = 0; p < self->pages->len; p++)
    {
      FwPage *page = g_ptr_array_index (self->pages, p);
      double y = 0;

      g_assert_cmpuint (page->len, >, 0);
      for (guint i = 0; i < page->len; i++)
        {
          const FwPlacedBox *placed = &g_array_index (page, FwPlacedBox, i);

          /* White may be overlapped: the seal reaches over the cut line. */
          if (placed->box->space)
            continue;
          g_assert_cmpfloat (placed->y, >=, y - 0.01);
          y = placed->y + placed->box->height;
          g_assert_cmpfloat (y, <=, FW_TEXT_HEIGHT + 0.02);
        }
    }
}

static guint
lines_on (Paper *self,
          guint page,
          const char *block)
{
  FwPage *on = g_ptr_array_index (self->pages, page);
  guint n = 0;

  for (guint i = 0; i < on->len; i++)
    n += g_strcmp0 (g_array_index (on, FwPlacedBox, i).box->block_id, block) == 0;
  return n;
}

static void
test_forty_pages (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD);
  g_autoptr (Paper) paper = NULL;
  gint64 begin = g_get_monotonic_time ();

  add_paragraphs (xml, 330, 0);
  g_string_append (xml, "</document>");
  paper = set_paper (xml->str);
  g_assert_cmpuint (paper->pages->len, >=, 40);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
  assert_inside (paper);
  /* No single line of a paragraph stands alone on a page. */
  for (guint p = 0; p + 1 < paper->pages->len; p++)
    {
      const char *last = block_on (paper, p, -1);

      if (g_strcmp0 (last, block_on (paper, p + 1, 0)) != 0)
        continue;
      g_assert_cmpuint (lines_on (paper, p, last), >=, 2);
      g_assert_cmpuint (lines_on (paper, p + 1, last), >=, 2);
    }
}

/* A heading at every height of the page is never the last thing on it. */
static void
test_headings (void)
{
  for (guint before = 1; before < 34; before++)
    {
      g_autoptr (GString) xml = g_string_new (HEAD);
      g_autoptr (Paper) paper = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append_printf (xml, "<p id='a%u'>一行文字。</p>", i);
      g_string_append (xml, "<item id='heading'><strong>标题</strong></item>");
      add_paragraphs (xml, 6, 1);
      g_string_append (xml, "</document>");
      paper = set_paper (xml->str);
      assert_inside (paper);
      for (guint p = 0; p < paper->pages->len; p++)
        if (lines_on (paper, p, "heading") > 0)
          g_assert_cmpuint (lines_on (paper, p, "p1"), >=, 2);
    }
}

#define SIGN                                                                                                           \
  "<sign id='sign' kind='company'><row><cell>衡川智能装备（上海）有限公司</cell></row><row><cell>2026年3月31日</cell></row></sign>"
#define SLIP                                                                                                           \
  "<slip id='slip'><row><cell>回　执</cell></row><row><cell>签收人：<blank size='8'/></cell><cell>日期：<blank "        \
  "size='8'/></cell></row></slip>"

static void
test_signature_and_slip (void)
{
  for (guint before = 1; before < 60; before++)
    {
      g_autoptr (GString) xml = g_string_new (HEAD);
      g_autoptr (Paper) paper = NULL;
      guint last;

      for (guint i = 0; i < before; i++)
        g_string_append_printf (xml, "<p id='a%u'>一行文字。</p>", i);
      g_string_append (xml, SIGN SLIP "</document>");
      paper = set_paper (xml->str);
      assert_inside (paper);
      last = paper->pages->len - 1;
      g_assert_cmpstr (block_on (paper, last, -1), ==, "slip");
      /* The signature brings text along, and the slip is not alone on its page. */
      for (guint p = 0; p < paper->pages->len; p++)
        if (lines_on (paper, p, "sign") > 0)
          g_assert_true (g_str_has_prefix (block_on (paper, p, 0), "a"));
      g_assert_cmpuint (lines_on (paper, last, "sign"), ==, 1);
      g_assert_cmpuint (lines_on (paper, last, "slip"), ==, 1);
    }
}

/* What is painted twice looks bold on paper and is copied twice. */
static void
test_nothing_is_painted_twice (void)
{
  g_autoptr (Paper) paper = set_paper (HEAD "<p id='p'>正文。</p><sign id='people' kind='line'><row><cell>交接人：<blank size='8'/></cell>"
                                            "<cell>接收人：<blank size='8'/></cell></row></sign>" SIGN SLIP "</document>");
  guint n = 0;

  for (guint i = 0; i < paper->galley->boxes->len; i++)
    {
      const FwBox *box = g_ptr_array_index (paper->galley->boxes, i);

      for (guint a = 0; a < box->marks->len; a++)
        for (guint b = 0; b < a; b++)
          {
            const FwMark *mark = &g_array_index (box->marks, FwMark, a);
            const FwMark *other = &g_array_index (box->marks, FwMark, b);

            if (mark->kind != FW_MARK_LINE || other->kind != FW_MARK_LINE)
              continue;
            g_assert_false (G_APPROX_VALUE (mark->x, other->x, 0.01) && G_APPROX_VALUE (mark->y, other->y, 0.01));
            n++;
          }
    }
  g_assert_cmpuint (n, >, 3);
}

/* Wherever the page ends, the last words of the letter go with its annexes and the signature. */
static void
test_close_goes_with_the_signature (void)
{
  for (guint before = 20; before < 40; before++)
    {
      g_autoptr (GString) xml = g_string_new (HEAD);
      g_autoptr (Paper) paper = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append_printf (xml, "<p id='a%u'>一行文字。</p>", i);
      g_string_append (xml, "<p id='closing'>特此通知。</p><annexes id='annexes'><row><cell>离职结算单</cell></row>"
                            "<row><cell>工作交接清单</cell></row><row><cell>经济补偿计算表和逐月工资明细</cell></row>"
                            "<row><cell>两次考核结果及其送达记录</cell></row></annexes>" SIGN SLIP "</document>");
      paper = set_paper (xml->str);
      assert_inside (paper);
      for (guint p = 0; p < paper->pages->len; p++)
        {
          gboolean signs = lines_on (paper, p, "sign") > 0;

          g_assert_cmpuint (lines_on (paper, p, "closing"), ==, signs ? 1 : 0);
          g_assert_cmpuint (lines_on (paper, p, "annexes"), >=, signs ? 2 : 0);
          g_assert_cmpuint (lines_on (paper, p, "annexes"), <, signs ? 4 : 1);
        }
    }
}

/* A page that holds the signature has two lines of words that lead to it, whatever stands between them. */
static void
test_signature_brings_two_lines (void)
{
  for (guint before = 20; before < 40; before++)
    {
      g_autoptr (GString) xml = g_string_new (HEAD);
      g_autoptr (Paper) paper = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append_printf (xml, "<p id='a%u'>一行文字。</p>", i);
      g_string_append (xml, "<p id='closing'>特此通知。</p><annexes id='annexes'><row><cell>离职结算单</cell></row></annexes>" SIGN "</document>");
      paper = set_paper (xml->str);
      assert_inside (paper);
      for (guint p = 0; p < paper->pages->len; p++)
        if (lines_on (paper, p, "sign") > 0)
          {
            g_autofree char *last = g_strdup_printf ("a%u", before - 1);

            g_assert_cmpuint (lines_on (paper, p, "closing"), ==, 1);
            g_assert_cmpuint (lines_on (paper, p, last), ==, 1);
          }
    }
}

static guint
count_lines (Paper *self)
{
  guint n = 0;

  for (guint p = 0; p < self->pages->len; p++)
    {
      FwPage *page = g_ptr_array_index (self->pages, p);

      for (guint i = 0; i < page->len; i++)
        {
          const FwBox *box = g_array_index (page, FwPlacedBox, i).box;

          for (guint m = 0; m < box->marks->len; m++)
            n += g_array_index (box->marks, FwMark, m).kind == FW_MARK_LINE;
        }
    }
  return n;
}

/* Signatures and receipts that no page holds flow over as many as they take; nothing of them is cut off or lost. */
static void
test_what_is_higher_than_a_page (void)
{
  static const char *const kinds[] = { "<sign id='s' kind='line'>", "<sign id='s' kind='company'>", "<slip id='s'>", "<sign id='s' kind='parties'>" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gboolean parties = strstr (kinds[k], "parties") != NULL, slip = strstr (kinds[k], "slip") != NULL;
      g_autoptr (GString) xml = g_string_new (HEAD "<p id='a'>一行文字。</p><p id='b'>一行文字。</p>");
      g_autoptr (Paper) paper = NULL;

      g_string_append (xml, kinds[k]);
      g_string_append (xml, parties ? "<row>" : "");
      for (guint i = 0; i < 90; i++)
        g_string_append (xml, parties ? "<cell for='signature'>甲方代表：</cell>" : "<row><cell>签收人：<blank size='8'/></cell></row>");
      g_string_append_printf (xml, "%s</%s></document>", parties ? "</row>" : "", slip ? "slip" : "sign");
      paper = set_paper (xml->str);
      g_test_message ("%s: %u pages", kinds[k], paper->pages->len);
      g_assert_cmpuint (paper->pages->len, >=, 3);
      assert_inside (paper);
      /* The words over the cut line stand besides. */
      g_assert_cmpuint (count_lines (paper), ==, 92 + (slip ? 1 : 0));
      /* The pages before the last are filled. */
      for (guint p = 0; p + 1 < paper->pages->len; p++)
        {
          FwPage *page = g_ptr_array_index (paper->pages, p);
          const FwPlacedBox *last = &g_array_index (page, FwPlacedBox, page->len - 1);

          g_assert_cmpfloat (last->y + last->box->height, >, FW_TEXT_HEIGHT * 0.7);
        }
    }
}

static void
test_table_over_pages (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<p id='p'>见下表：</p><table id='t' columns='1c 5 2r' head='true' closed='true'>"
                                               "<row><cell>序号</cell><cell>事实</cell><cell>金额</cell></row>");
  g_autoptr (Paper) paper = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (xml, "<row><cell>%u</cell><cell>事实%.*s</cell><cell>%u.00</cell></row>", i, (int) (i % 7) * 9,
                            "很长很长很长很长很长很长很长很长很长很长很长很长很长很长", i * 100);
  g_string_append (xml, "</table>" SIGN "</document>");
  paper = set_paper (xml->str);
  g_assert_cmpuint (paper->pages->len, >=, 3);
  assert_inside (paper);
  for (guint p = 1; p < paper->pages->len; p++)
    {
      FwPage *page = g_ptr_array_index (paper->pages, p);
      const FwBox *first = g_array_index (page, FwPlacedBox, 0).box;

      /* Each further page begins with the head row again. */
      g_assert_true (g_ptr_array_find (paper->galley->furniture, first, NULL));
    }
}

/* One fact that fills more than a page is continued, not lost. */
static void
test_giant_row (void)
{
  static const char *const styles[] = { "letter", "agreement", "certificate", "form", "sheet" };

  for (guint n = 0; n < 2 * G_N_ELEMENTS (styles); n++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autoptr (Paper) paper = NULL;

      g_string_printf (xml, "<document xmlns='urn:fairwell:blocks:1' style='%s'><table id='t' columns='1 1'%s", styles[n / 2],
                       n % 2 == 0 ? ">" : " head='true'><row><cell>项目</cell><cell>内容</cell></row>");
      g_string_append (xml, "<row><cell>事实</cell><cell>");
      for (guint i = 0; i < 200; i++)
        g_string_append (xml, "公司于2026年3月31日收到材料并逐项核查。");
      g_string_append (xml, "</cell></row></table></document>");
      g_test_message ("%s", styles[n / 2]);
      paper = set_paper (xml->str);
      g_assert_cmpuint (paper->pages->len, >=, 2);
      assert_inside (paper);
    }
}

static const FwLine *
first_line (Paper *self,
            const char *block)
{
  for (guint i = 0; i < self->galley->boxes->len; i++)
    {
      const FwBox *box = g_ptr_array_index (self->galley->boxes, i);

      if (g_strcmp0 (box->block_id, block) == 0)
        return g_array_index (box->marks, FwMark, 0).line;
    }
  return NULL;
}

static void
test_indentation (void)
{
  g_autoptr (Paper) paper = set_paper (HEAD "<title id='t'>送达回证</title><address id='a'>张敏女士：</address><p id='p'>正文。</p>"
                                            "<item id='i'><strong>甲。</strong>条文。</item></document>");

  g_assert_cmpfloat_with_epsilon (first_line (paper, "p")->x_pt, 24, 0.001);
  g_assert_cmpfloat_with_epsilon (first_line (paper, "i")->x_pt, 24, 0.001);
  g_assert_cmpfloat_with_epsilon (first_line (paper, "a")->x_pt, 0, 0.001);
  /* A short title is spread. */
  g_assert_cmpstr (pango_layout_get_text (first_line (paper, "t")->layout), ==, "送　达　回　证");
}

/* Foreign words are not spaced out to the edge. */
static void
test_english_is_not_stretched (void)
{
  g_autoptr (Paper) paper = set_paper ("<document xmlns='urn:fairwell:blocks:1' style='agreement' english='true'><p id='p'>Like the passphrase, "
                                       "this sheet opens all employee records of the company, and whoever keeps it keeps them all.</p></document>");

  for (guint i = 0; i < paper->galley->boxes->len; i++)
    {
      const FwBox *box = g_ptr_array_index (paper->galley->boxes, i);

      g_assert_cmpfloat (g_array_index (box->marks, FwMark, 0).line->stretch, ==, 0);
    }
  g_assert_cmpuint (paper->galley->boxes->len, >=, 2);
}

static void
test_bad_blocks (void)
{
  const char *bad[] = {
    "",
    "<document",
    HEAD "</document>",
    "<document style='poster'><p id='a'>x</p></document>",
    HEAD "<p>x</p></document>",
    HEAD "<p id='a'>x</p><p id='a'>y</p></document>",
    HEAD "<p id='a'><p id='b'>x</p></p></document>",
    HEAD "<script id='a'>x</script></document>",
    HEAD "<p id='a'><field/></p></document>",
    HEAD "<row><cell/></row></document>",
    HEAD "<table id='t'><cell>x</cell></table></document>",
    HEAD "words outside<p id='a'>x</p></document>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (fw_blocks_read (bad[i], -1, &error));
      g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE);
    }
}

static void
test_folded_source (void)
{
  g_autoptr (FwBlocks) blocks = fw_blocks_read (HEAD "<p id='a'>\n    甲方\n    <strong>提出</strong>，\n  from A to\n  B</p></document>", -1, NULL);
  g_autofree char *text = fw_block_to_text (g_ptr_array_index (blocks->blocks, 0));

  g_assert_cmpstr (text, ==, "甲方提出，from A toB");
}

/* What somebody typed into a fact or a wording: no character of it breaks a line, leaps to a tab or turns the rest around. */
static void
test_stray_characters (void)
{
  g_autoptr (FwBlocks) blocks = fw_blocks_read (HEAD "<p id='a'>甲&#9;乙\xe2\x80\xae丙</p><p id='b'><field path='case/@handover-place'/></p></document>", -1, NULL);
  FwBlock *field = g_ptr_array_index (blocks->blocks, 1);
  g_autoptr (FwFacts) facts = fw_facts_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fw_block_to_text (g_ptr_array_index (blocks->blocks, 0));
  g_autofree char *place = NULL;

  g_assert_cmpstr (text, ==, "甲 乙丙");
  g_assert_true (fw_facts_set (facts, "case/@handover-place", "一号楼\n  二楼\t\xe2\x80\xa8三楼\xe2\x80\xae 四\xe2\x81\xa6楼", &error));
  g_assert_true (fw_field_resolve (g_ptr_array_index (field->runs, 0), facts, &error));
  g_assert_no_error (error);
  place = fw_block_to_text (field);
  g_assert_cmpstr (place, ==, "一号楼 二楼 三楼 四楼");
}

/* A signature that was drawn stays under words that were changed; an empty line at the end of the words is none. */
static void
test_replaced_rows (void)
{
  g_autoptr (FwBlocks) blocks = fw_blocks_read (HEAD "<sign id='s' kind='parties'><row><cell for='signature' ink='10 10;1,1 9,9'>甲方：</cell>"
                                                     "<cell>日期</cell></row></sign></document>", -1, NULL);
  FwBlock *sign = g_ptr_array_index (blocks->blocks, 0);
  FwBlock *cell;
  g_autoptr (GError) error = NULL;

  g_assert_true (fw_wording_replace (sign, "员工： | 日期\n\n", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sign->rows->len, ==, 1);
  cell = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (sign->rows, 0), 0);
  g_assert_cmpstr (cell->variant, ==, "signature");
  g_assert_cmpstr (cell->ink, ==, "10 10;1,1 9,9");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *format, *value, *text;
  } cases[] = {
    { "mask", "310101198804120017", "310101********0017" },
    { "mask", "台胞证零零一二三四五六七", "台胞证零零一**四五六七" },
    { "mask", "台胞证零零一", "******" },
    { "last4", "6225880000001234", "1234" },
    { "last4", "工资卡", "工资卡" },
    { "last4", "上海银行工资卡", "行工资卡" },
    { "clock", "9:30", "09时30分" },
    { "clock", "14:05:00", "14时05分" },
    { "clock", "25:00", NULL },
    { "clock", "上午:九点", NULL },
    { "clock", "9:3x", NULL },
    { "date", "2026-02-30", NULL },
    { "period", "2026-Q3", "2026年第三季度" },
    { "period", "年中", "年中" },
    { "working", "月工资 20,000.00 × 6 个月 = 120,000.00", "月工资20,000.00×6个月＝120,000.00" },
    { "working", "从 2021年8月16日 到 2026年3月31日，头尾都算：4年7个月16天", "从2021年8月16日到2026年3月31日，头尾都算：4年7个月16天" },
    { "working", "用 Excel 2019 算出 5 天", "用Excel 2019算出5天" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fw_field_format (cases[i].format, cases[i].value);

      g_test_message ("%s %s", cases[i].format, cases[i].value);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/forty", test_forty_pages);
  g_test_add_func ("/pages/headings", test_headings);
  g_test_add_func ("/pages/signature-and-slip", test_signature_and_slip);
  g_test_add_func ("/pages/close-goes-with-the-signature", test_close_goes_with_the_signature);
  g_test_add_func ("/pages/signature-brings-two-lines", test_signature_brings_two_lines);
  g_test_add_func ("/pages/what-is-higher-than-a-page", test_what_is_higher_than_a_page);
  g_test_add_func ("/pages/nothing-is-painted-twice", test_nothing_is_painted_twice);
  g_test_add_func ("/pages/table-over-pages", test_table_over_pages);
  g_test_add_func ("/pages/giant-row", test_giant_row);
  g_test_add_func ("/pages/indentation", test_indentation);
  g_test_add_func ("/pages/english-is-not-stretched", test_english_is_not_stretched);
  g_test_add_func ("/pages/bad-blocks", test_bad_blocks);
  g_test_add_func ("/pages/folded-source", test_folded_source);
  g_test_add_func ("/pages/stray-characters", test_stray_characters);
  g_test_add_func ("/pages/replaced-rows", test_replaced_rows);
  g_test_add_func ("/pages/formats", test_formats);
  return g_test_run ();
}
