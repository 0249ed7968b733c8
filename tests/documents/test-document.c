#include "paper-fixture.h"

#include <string.h>

static void
test_gaps (PaperFixture *self,
           gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) paper = NULL;
  g_autofree char *text = NULL;
  FwDocumentGap *gap;

  fw_facts_set (facts, "case/@handover-place", NULL, NULL);
  fw_facts_set (facts, "employee/@identity", NULL, NULL);
  paper = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_null (paper);
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GAP);
  assert_says (error->message, "case/@handover-place (交接地点)");
  assert_says (error->message, "employee/@identity (身份证件号码)");
  /* Nobody's data stands in a message. */
  g_assert_null (strstr (error->message, "陈志远"));

  paper = make_paper (facts, "dismissal-notice", FALSE, NULL, NULL);
  text = paper_text (paper);
  assert_says (text, "在〔交接地点〕与");
  g_assert_cmpuint (fw_document_get_gaps (paper)->len, ==, 2);
  gap = g_ptr_array_index (fw_document_get_gaps (paper), 1);
  g_assert_cmpstr (gap->path, ==, "case/@handover-place");
  g_assert_cmpstr (gap->block_id, ==, "handover");
  g_assert_cmpstr (gap->zh, ==, "交接地点");
  g_assert_cmpstr (gap->kind, ==, "text");
}

static void
test_unknown_document (PaperFixture *self,
                       gconstpointer data)
{
  const char *ids[] = { "no-such-paper", "../dismissal-notice", "", "common.xsl" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
      g_autoptr (GError) error = NULL;

      g_assert_null (make_paper (facts, ids[i], TRUE, NULL, &error));
      g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND);
    }
}

/* A notice is not made for a ground that it has no words for. */
static void
test_other_grounds (PaperFixture *self,
                    gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GError) error = NULL;

  fw_facts_set (facts, "departure/@ground", "cn.44-1", NULL);
  g_assert_null (make_paper (facts, "dismissal-notice", FALSE, NULL, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND);
  assert_says (error->message, "cn.44-1");
  g_clear_error (&error);
  g_assert_null (make_paper (facts, "mutual-agreement", FALSE, NULL, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND);
}

/* What the law forbids is not printed as final; the draft says what stands in the way. */
static void
test_bar (PaperFixture *self,
          gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) draft = NULL;
  g_autoptr (FwDocument) certificate = NULL;

  fw_facts_set (facts, "assessment/finding/@id", "cn.42-4", NULL);
  fw_facts_set (facts, "assessment/finding/@severity", "block", NULL);
  fw_facts_set (facts, "assessment/finding/@zh", "孕期、产期、哺乳期不能这样解除", NULL);
  fw_facts_set (facts, "assessment/finding/@en", "not during pregnancy", NULL);
  g_assert_null (make_paper (facts, "dismissal-notice", TRUE, NULL, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_BARRED);
  assert_says (error->message, "cn.42-4");
  g_clear_error (&error);
  draft = make_paper (facts, "dismissal-notice", FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((FwDocumentFinding *) g_ptr_array_index (fw_document_get_findings (draft), 0))->id, ==, "cn.42-4");
  /* The certificate is owed whatever the dismissal was. */
  certificate = make_paper (facts, "certificate-of-leaving", TRUE, NULL, &error);
  g_assert_no_error (error);
  /* A lawyer has set it aside: the judgment now only warns. */
  fw_facts_set (facts, "assessment/finding/@severity", "warn", NULL);
  g_clear_pointer (&draft, fw_document_unref);
  draft = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
test_glyph (PaperFixture *self,
            gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) draft = NULL;

  fw_facts_set (facts, "case/@handover-place", "三楼\xf4\x8f\xbf\xbd室", NULL);
  g_assert_null (make_paper (facts, "dismissal-notice", TRUE, NULL, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GLYPH);
  assert_says (error->message, "U+10FFFD");
  assert_says (error->message, "handover");
  draft = make_paper (facts, "dismissal-notice", FALSE, NULL, NULL);
  g_assert_cmpstr (((FwDocumentFinding *) g_ptr_array_index (fw_document_get_findings (draft), 0))->id, ==, "glyph");
}

static GPtrArray *
one_override (const char *block,
              const char *source,
              const char *hash)
{
  GPtrArray *overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_override_free);

  g_ptr_array_add (overrides, fw_override_new (block, source, hash));
  return overrides;
}

static void
test_override (PaperFixture *self,
               gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (FwDocument) plain = make_paper (facts, "dismissal-notice", TRUE, NULL, NULL);
  FwDocumentBlock *original = find_block (plain, "handover");
  g_autoptr (GPtrArray) overrides =
    one_override ("handover", "**交接。**请于{case/@handover-date|date}到{case/@handover-place}，见第{#wages}条。",
                  original->original_hash);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) changed = make_paper (facts, "dismissal-notice", TRUE, overrides, &error);
  g_autoptr (FwDocument) later = NULL;
  FwDocumentBlock *block;

  g_assert_no_error (error);
  assert_says (original->source, "{case/@handover-date|date}");
  g_assert_false (original->overridden);
  block = find_block (changed, "handover");
  g_assert_cmpstr (block->text, ==, "交接。请于2026年4月8日到三楼综合办公室，见第四条。");
  g_assert_true (block->overridden);
  g_assert_false (block->read_again);
  g_assert_cmpstr (block->original_text, ==, original->text);

  /* The facts in it stay live, and what was replaced is to be read again when it changes. */
  fw_facts_set (facts, "case/@handover-place", "一楼大厅", NULL);
  later = make_paper (facts, "dismissal-notice", TRUE, overrides, NULL);
  block = find_block (later, "handover");
  assert_says (block->text, "到一楼大厅");
  g_assert_true (block->read_again);
}

static void
test_override_of_rows (PaperFixture *self,
                       gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-39-2");
  g_autoptr (FwDocument) plain = make_paper (facts, "dismissal-notice", TRUE, NULL, NULL);
  g_autofree char *source = g_strconcat (find_block (plain, "facts")->source, "\n5 | {departure/@last-day|date} | 仍未到岗", NULL);
  g_autoptr (GPtrArray) overrides = one_override ("facts", source, NULL);
  g_autoptr (GPtrArray) uneven = one_override ("facts", "甲 | 乙", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) changed = make_paper (facts, "dismissal-notice", TRUE, overrides, &error);

  g_assert_no_error (error);
  assert_says (find_block (changed, "facts")->text, "5 | 2026年3月13日 | 仍未到岗");
  g_assert_null (make_paper (facts, "dismissal-notice", TRUE, uneven, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE);
}

static void
test_bad_override (PaperFixture *self,
                   gconstpointer data)
{
  const struct
  {
    const char *source;
    int code;
  } bad[] = { { "请于{case/@handover-date", FW_DOCUMENT_ERROR_OVERRIDE },
              { "请于case/@handover-date}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{|date}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{case/@handover-date|calendar}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{case/@@}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{document('/etc/passwd')}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{#no-such-item}", FW_DOCUMENT_ERROR_TEMPLATE },
              { "{case/@no-such-fact}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{nix}", FW_DOCUMENT_ERROR_OVERRIDE },
              { "{case/noncompete/@area}", FW_DOCUMENT_ERROR_GAP } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
      g_autoptr (GPtrArray) overrides = one_override ("handover", bad[i].source, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].source);
      g_assert_null (make_paper (facts, "dismissal-notice", TRUE, overrides, &error));
      g_assert_error (error, FW_DOCUMENT_ERROR, bad[i].code);
    }
}

static void
test_lost_override (PaperFixture *self,
                    gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GPtrArray) overrides = one_override ("gone", "改写过的文字", NULL);
  g_autoptr (FwDocument) document = make_paper (facts, "dismissal-notice", TRUE, overrides, NULL);
  FwDocumentFinding *finding = g_ptr_array_index (fw_document_get_findings (document), 0);

  g_assert_cmpstr (finding->id, ==, "override-lost");
  g_assert_cmpstr (finding->words, ==, "改写过的文字");
}

static void
test_wording (PaperFixture *self,
              gconstpointer data)
{
  const struct
  {
    const char *paper;
    const char *facts;
    const char *block;
    const char *source;
    const char *finding;
    gboolean stops;
  } cases[] = {
    { "dismissal-notice", "cn-40-2", "closing", "公司决定予以劝退。", "not-terms", TRUE },
    { "dismissal-notice", "cn-40-2", "standard", "您多次违反规定等行为。", "open-ground", TRUE },
    { "dismissal-notice", "cn-40-3", "effect", "因业务调整，岗位取消。", "weak-ground", FALSE },
    { "mutual-agreement", "cn-36-er", "settled", "乙方放弃一切权利，不得申请仲裁。", "waiver", TRUE },
    { "mutual-agreement", "cn-36-er", "preamble", "乙方因个人原因离职。", "own-reasons", TRUE },
    { "certificate-of-leaving", "cn-39-2", "ended", "因严重违反规章制度解除。", "certificate-only-facts", TRUE },
    { "dismissal-notice", "cn-39-2", "wages", "**工资。**办完手续后发放工资。", "conditional-pay", TRUE },
    { "dismissal-notice", "cn-40-2", "decision", "根据劳动合同法第四十条第三项，解除劳动合同。", "other-article", TRUE },
    { "expiry-notice", "cn-44-1", "ground", "根据劳动合同法第四十四条第二项，劳动合同终止。", "other-article", TRUE },
    { "dismissal-notice", "cn-40-2", "severance", "**经济补偿。**经济补偿为90,000.00元。", "other-amount", TRUE },
    { "expiry-notice", "cn-44-1", "closing", "公司决定辞退您。", "ending-is-no-dismissal", TRUE },
    { "mutual-agreement", "cn-36-er", "preamble", "甲方决定辞退乙方。", "agreement-is-no-dismissal", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FwFacts) facts = load_sample (cases[i].facts);
      g_autoptr (GPtrArray) overrides = one_override (cases[i].block, cases[i].source, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) draft = make_paper (facts, cases[i].paper, FALSE, overrides, &error);
      g_autoptr (FwDocument) final = NULL;
      FwDocumentFinding *finding;

      g_assert_no_error (error);
      g_assert_cmpuint (fw_document_get_findings (draft)->len, >=, 1);
      finding = g_ptr_array_index (fw_document_get_findings (draft), 0);
      g_assert_cmpstr (finding->id, ==, cases[i].finding);
      g_assert_cmpstr (finding->block_id, ==, cases[i].block);
      final = make_paper (facts, cases[i].paper, TRUE, overrides, &error);
      if (cases[i].stops)
        g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_WORDING);
      else
        g_assert_no_error (error);
    }
}

static void
test_pdf (PaperFixture *self,
          gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (FwDocument) document = make_paper (facts, "dismissal-notice", TRUE, NULL, NULL);
  g_autofree char *path = g_build_filename (self->folder, "notice.pdf", NULL);
  g_autofree char *text = NULL, *fonts = NULL, *info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) not_embedded = g_regex_new ("Noto.*\\bno +(yes|no) +(yes|no) +[0-9]", 0, 0, NULL);

  g_assert_true (fw_document_save_pdf (document, path, &error));
  g_assert_no_error (error);
  text = run_tool ("pdftotext", path, "-");
  assert_says (text, "解除劳动合同通知书");
  assert_says (text, "陈志远先生：");
  assert_says (text, "第1页");
  g_assert_null (strstr (text, "草稿"));
  fonts = run_tool ("pdffonts", path, NULL);
  assert_says (fonts, "NotoSerifCJK");
  g_assert_false (g_regex_match (not_embedded, fonts, 0, NULL));
  info = run_tool ("pdfinfo", "-isodates", path);
  assert_says (info, "Title:           解除劳动合同通知书");
  assert_says (info, "Author:          衡川智能装备（上海）有限公司");
  assert_says (info, "CreationDate:    2026-03-11T00:00:00");
  g_assert_false (fw_document_save_pdf (document, "/no/such/folder/a.pdf", &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT);
}

static void
test_draft_marks (PaperFixture *self,
                  gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .id = "dismissal-notice", .folders = (const char *const *) folders,
                                .audit_head = "8f3a7b1c2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8" };
  g_autoptr (FwDocument) document = fw_document_new (facts, &options, NULL);
  g_autofree char *path = g_build_filename (self->folder, "draft.pdf", NULL);
  g_autofree char *text = NULL;
  guint n_marks = 0, n_heads = 0;

  g_assert_true (fw_document_save_pdf (document, path, NULL));
  text = run_tool ("pdftotext", path, "-");
  for (const char *at = strstr (text, "8f3a7b1c"); at != NULL; at = strstr (at + 1, "8f3a7b1c"))
    n_heads++;
  for (const char *at = strstr (text, "盖章"); at != NULL; at = strstr (at + 1, "盖章"))
    n_marks++;
  g_assert_cmpuint (n_heads, ==, fw_document_get_n_pages (document));
  g_assert_cmpuint (n_marks, ==, 1);
  assert_says (text, "草");
}

static void
test_areas (PaperFixture *self,
            gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (FwDocument) document = make_paper (facts, "dismissal-notice", FALSE, NULL, NULL);
  g_autoptr (GArray) areas = fw_document_get_areas (document);
  double width, height, bottom = 0;
  guint page = 0;

  fw_document_get_page_size (document, &width, &height);
  g_assert_cmpuint (areas->len, >, 10);
  for (guint i = 0; i < areas->len; i++)
    {
      const FwDocumentArea *area = &g_array_index (areas, FwDocumentArea, i);

      g_assert_cmpuint (area->page, >=, page);
      if (area->page != page)
        bottom = 0;
      page = area->page;
      g_assert_cmpfloat (area->y, >=, bottom - 0.01);
      bottom = area->y + area->height;
      g_assert_cmpfloat (bottom, <, height);
      g_assert_cmpfloat (area->x + area->width, <, width);
      g_assert_cmpstr (fw_document_find_block_at (document, page, area->x + 20, area->y + area->height / 2), ==,
                       area->block_id);
    }
  g_assert_null (fw_document_find_block_at (document, 0, 2, 2));
}

static void
test_png_and_logo (PaperFixture *self,
                   gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  g_autofree char *logo_path = g_build_filename (self->folder, "logo.png", NULL);
  g_autofree char *page_path = g_build_filename (self->folder, "page.png", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GBytes) broken = g_bytes_new_static ("no picture", 10);
  FwDocumentOptions options = { .id = "dismissal-notice", .folders = (const char *const *) folders };
  g_autoptr (FwDocument) with = NULL;
  g_autoptr (FwDocument) without = NULL;

  cairo_surface_write_to_png (surface, logo_path);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (logo_path, &bytes, &size, NULL));
  logo = g_bytes_new (bytes, size);
  options.logo = logo;
  with = fw_document_new (facts, &options, NULL);
  g_assert_true (fw_document_save_png (with, 0, 40, page_path, NULL));
  /* A logo that cannot be read does not stop a letter. */
  options.logo = broken;
  without = fw_document_new (facts, &options, NULL);
  g_assert_true (fw_document_save_png (without, 0, 40, page_path, NULL));
  surface = cairo_image_surface_create_from_png (page_path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 331);
  cairo_surface_destroy (surface);
}

/* A name of forty characters, an address over lines, and a locale that writes numbers otherwise. */
static void
test_long_values (PaperFixture *self,
                  gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-36-er");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document = NULL;

  fw_facts_set (facts, "employee/@name", "阿卜杜热合曼·买买提吐尔逊·阿卜杜克热木·艾合买提江·穆罕默德伊敏", NULL);
  fw_facts_set (facts, "company/@name", "内蒙古自治区呼伦贝尔市示例能源化工装备制造与技术服务集团股份有限公司呼伦贝尔分公司", NULL);
  fw_facts_set (facts, "employee/@address",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW1号", NULL);
  document = make_paper (facts, "mutual-agreement", TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fw_document_get_n_pages (document), <=, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/document/" path, PaperFixture, NULL, paper_fixture_set_up, function, paper_fixture_tear_down)
  ADD ("gaps", test_gaps);
  ADD ("unknown-document", test_unknown_document);
  ADD ("other-grounds", test_other_grounds);
  ADD ("bar", test_bar);
  ADD ("glyph", test_glyph);
  ADD ("override", test_override);
  ADD ("override-of-rows", test_override_of_rows);
  ADD ("bad-override", test_bad_override);
  ADD ("lost-override", test_lost_override);
  ADD ("wording", test_wording);
  ADD ("pdf", test_pdf);
  ADD ("draft-marks", test_draft_marks);
  ADD ("areas", test_areas);
  ADD ("png-and-logo", test_png_and_logo);
  ADD ("long-values", test_long_values);
  return g_test_run ();
}
