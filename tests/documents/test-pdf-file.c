#include "paper-fixture.h"

#include "documents/fw-pdf-file.h"

#include <string.h>

static GBytes *
make_pdf (void)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (FwDocument) paper = make_paper (facts, "union-letter", TRUE, NULL, NULL);
  GBytes *pdf = fw_document_to_pdf (paper, NULL);

  g_assert_nonnull (pdf);
  return pdf;
}

/* The first object whose dictionary says so. */
static guint
find_object (FwPdfFile *file,
             const char *words)
{
  for (guint i = 0; i < fw_pdf_file_get_n (file); i++)
    if (fw_pdf_file_says (file, i, words))
      return i;
  g_error ("no object says %s", words);
}

static void
test_unchanged (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (FwPdfFile) file = fw_pdf_file_read (pdf);
  g_autoptr (GBytes) written = NULL;

  g_assert_nonnull (file);
  written = fw_pdf_file_write (file);
  g_assert_true (g_bytes_equal (written, pdf));
}

/* A longer stream, and a file that a reader still finds its way in. */
static void
test_replace (PaperFixture *self,
              gconstpointer data)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (FwPdfFile) file = fw_pdf_file_read (pdf);
  g_autofree char *path = g_build_filename (self->folder, "replaced.pdf", NULL);
  g_autofree char *before_path = g_build_filename (self->folder, "before.pdf", NULL);
  guint object = find_object (file, "/Subtype /CIDFontType0C");
  g_autoptr (GBytes) font = fw_pdf_file_dup_stream (file, object);
  g_autoptr (GBytes) written = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (fw_pdf_file_replace_stream (file, object, font));
  written = fw_pdf_file_write (file);
  g_assert_cmpuint (g_bytes_get_size (written), >, g_bytes_get_size (pdf));
  g_file_set_contents (path, g_bytes_get_data (written, NULL), (gssize) g_bytes_get_size (written), NULL);
  g_file_set_contents (before_path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL);
  before = run_tool ("pdffonts", before_path, NULL);
  after = run_tool ("pdffonts", path, NULL);
  g_assert_cmpstr (after, ==, before);
  assert_says (after, "CID Type 0C");
}

static void
test_rename (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (FwPdfFile) file = fw_pdf_file_read (pdf);
  guint object = find_object (file, "/FontFile3 ");
  g_autofree char *tag = fw_pdf_file_dup_behind (file, object, "/FontName /", strlen ("ABCDEF+"));
  g_autofree char *old = g_strconcat ("/", tag, NULL);

  g_assert_cmpuint (tag[6], ==, '+');
  fw_pdf_file_rename (file, old, "/FEDCBA+");
  for (guint i = 0; i < fw_pdf_file_get_n (file); i++)
    g_assert_false (fw_pdf_file_says (file, i, old));
  g_assert_true (fw_pdf_file_says (file, object, "/FontName /FEDCBA+"));
  g_assert_null (fw_pdf_file_dup_behind (file, object, "/FontName /", 100000));
}

static void
test_refused (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GBytes) words = g_bytes_new_static ("startxref\n3\n%%EOF\n", 18);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (FwPdfFile) file = fw_pdf_file_read (pdf);
  gsize size = g_bytes_get_size (pdf);

  g_assert_null (fw_pdf_file_read (words));
  g_assert_null (fw_pdf_file_read (nothing));
  for (gsize cut = 1; cut < size; cut += cut < 1024 ? 7 : size / 16)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, size - cut);
      g_autoptr (GBytes) rest = g_bytes_new_from_bytes (pdf, cut, size - cut);
      g_autoptr (FwPdfFile) broken = fw_pdf_file_read (part);

      g_assert_true (broken == NULL || cut == 1);
      g_clear_pointer (&broken, fw_pdf_file_free);
      broken = fw_pdf_file_read (rest);
    }
  g_assert_null (fw_pdf_file_dup_stream (file, find_object (file, "/Type /Catalog")));
  g_assert_false (fw_pdf_file_replace_stream (file, find_object (file, "/Type /Catalog"), nothing));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/pdf-file/unchanged", test_unchanged);
  g_test_add ("/documents/pdf-file/replace", PaperFixture, NULL, paper_fixture_set_up, test_replace, paper_fixture_tear_down);
  g_test_add_func ("/documents/pdf-file/rename", test_rename);
  g_test_add_func ("/documents/pdf-file/refused", test_refused);
  return g_test_run ();
}
