#include "documents/fw-document.h"
#include "documents/fw-template-diff.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHEET(body)                                                                                                    \
  "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns='urn:fairwell:blocks:1'>" body \
  "</xsl:stylesheet>"
#define PAPER(blocks) "<xsl:template match='/facts'><document style='letter'>" blocks "</document></xsl:template>"

typedef struct
{
  char *folder;
  FwFacts *facts;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("fairwell-template-XXXXXX", NULL);
  self->facts = fw_facts_new ();
  fw_facts_set (self->facts, "employee/@name", "张敏", NULL);
  fw_facts_set (self->facts, "departure/@last-day", "2026-03-31", NULL);
  fw_facts_set (self->facts, "departure/@ground", "cn.37", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  const char *names[] = { "own.xsl", "common.xsl", "fields.xml", "wording.xml", "secret.txt", "resignation-receipt.xsl" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  fw_facts_unref (self->facts);
}

static void
write_file (Fixture *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static FwDocument *
make_own (Fixture *self,
          const char *sheet,
          GError **error)
{
  const char *folders[] = { self->folder, NULL };
  FwDocumentOptions options = { .id = "own", .folders = folders };

  write_file (self, "own.xsl", sheet);
  return fw_document_new (self->facts, &options, error);
}

static void
test_own_paper (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document =
    make_own (self, SHEET (PAPER ("<title id='t'>证明</title><p id='p'><field path='employee/@name' as='name'/>于<field "
                                  "path='departure/@last-day' as='date'/>离职。</p>")),
              &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((FwDocumentBlock *) g_ptr_array_index (fw_document_get_blocks (document), 1))->text, ==,
                   "张敏于2026年3月31日离职。");
  g_assert_cmpuint (fw_document_get_n_pages (document), ==, 1);
}

/* A template that reaches for more than the facts, never ends or says stop gives no paper and a reason. */
static void
test_hostile (Fixture *self,
              gconstpointer data)
{
  const char *sheets[] = {
    SHEET (PAPER ("<p id='p'><xsl:value-of select=\"document('secret.txt')\"/></p>")),
    SHEET ("<xsl:template match='/facts'><xsl:apply-templates select='.'/></xsl:template>"),
    SHEET ("<xsl:template name='again'><p id='p'/><xsl:call-template name='again'/></xsl:template><xsl:template match='/facts'>"
           "<xsl:call-template name='again'/></xsl:template>"),
    SHEET (PAPER ("<p id='p'><xsl:value-of select='no-such-function()'/></p>")),
    SHEET ("<xsl:include href='../secret.xsl'/>" PAPER ("<p id='p'>x</p>")),
    SHEET ("<xsl:include href='/etc/passwd'/>" PAPER ("<p id='p'>x</p>")),
    SHEET ("<xsl:import href='http://example.org/a.xsl'/>" PAPER ("<p id='p'>x</p>")),
    SHEET (PAPER ("<p id='p'>x</p>") "<xsl:output method='xml' doctype-system='x'/><xsl:bad/>"),
    SHEET (PAPER ("<p id='p'><field path='employee/@name' as='no-such-format'/></p>")),
    SHEET (PAPER ("<p id='p'><field path='employee/@['/></p>")),
    SHEET (PAPER ("<p id='p'>第<ref to='nowhere'/>条</p>")),
    SHEET (PAPER ("<script id='p'>x</script>")),
    SHEET (PAPER ("")),
    SHEET ("<xsl:template match='/facts'>just words</xsl:template>"),
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'secret.txt'>]>" SHEET (PAPER ("<p id='p'>&e;</p>")),
    "not xml at all",
    "",
  };

  write_file (self, "secret.txt", "<secret>do not tell</secret>");
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", sheets[i]);
      g_assert_null (make_own (self, sheets[i], &error));
      g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE);
      g_assert_nonnull (strstr (error->message, "own"));
      g_assert_null (strstr (error->message, "do not tell"));
    }
}

static void
test_not_for_these_facts (Fixture *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    make_own (self, SHEET (PAPER ("<p id='p'>前半段<xsl:message terminate='yes'>stop</xsl:message>后半段</p>")), &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "stop");
}

static void
test_numbering (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document = make_own (
    self,
    SHEET (PAPER ("<item id='a'>甲</item><xsl:if test='company'><item id='b'>乙</item></xsl:if><item id='c'>见第<ref to='d'/>条</item>"
                  "<item id='c1' level='2'>丙</item><item id='c2' level='2'>丁</item><item id='x' level='3'>戊</item>"
                  "<item id='y' level='4'>己</item><item id='d'>庚</item><item id='d1' level='2'>辛</item>")),
    &error);
  GPtrArray *blocks;

  g_assert_no_error (error);
  blocks = fw_document_get_blocks (document);
  /* The item that fell away leaves no hole: what is referred to is the third. */
  g_assert_cmpstr (((FwDocumentBlock *) g_ptr_array_index (blocks, 1))->text, ==, "见第三条");
}

static void
test_company_template_wins (Fixture *self,
                            gconstpointer data)
{
  g_auto (GStrv) shipped = fw_document_find_folders ("CN");
  guint n = g_strv_length (shipped);
  const char *folders[] = { self->folder, shipped[n - 1], NULL };
  FwDocumentOptions options = { .id = "resignation-receipt", .folders = folders };
  g_autofree char *path = g_build_filename (shipped[n - 1], "resignation-receipt.xsl", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  guint n_changed = 0;

  g_assert_null (fw_template_diff_files (folders, "resignation-receipt", &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  own = g_string_new (text);
  g_assert_cmpuint (g_string_replace (own, "祝您前程似锦", "祝您一切顺利", 0), ==, 1);
  write_file (self, "resignation-receipt.xsl", own->str);
  document = fw_document_new (self->facts, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_document_get_title (document), ==, "辞职受理确认函");

  lines = fw_template_diff_files (folders, "resignation-receipt", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const FwDiffLine *line = g_ptr_array_index (lines, i);

      n_changed += line->kind != FW_DIFF_SAME;
      if (line->kind == FW_DIFF_ADDED)
        g_assert_nonnull (strstr (line->line, "祝您一切顺利"));
      else if (line->kind == FW_DIFF_REMOVED)
        g_assert_nonnull (strstr (line->line, "祝您前程似锦"));
    }
  g_assert_cmpuint (n_changed, ==, 2);
}

static void
test_diff (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) lines = fw_template_diff ("a\nb\nc\nd", "a\nx\nc\nd\ne", NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const FwDiffLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (marks, "%c%s", " -+"[line->kind], line->line);
    }
  g_assert_cmpstr (marks->str, ==, " a-b+x c d+e");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/template/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("own-paper", test_own_paper);
  ADD ("hostile", test_hostile);
  ADD ("numbering", test_numbering);
  ADD ("not-for-these-facts", test_not_for_these_facts);
  ADD ("company-template-wins", test_company_template_wins);
  ADD ("diff", test_diff);
  return g_test_run ();
}
