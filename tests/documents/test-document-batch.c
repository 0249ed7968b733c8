#include "paper-fixture.h"

#include "documents/fw-document-batch.h"

#include <string.h>

#define LETTERS 3

static const char *const names[LETTERS] = { "王海洋", "尉迟恭", "古丽娜尔·买买提" };

static FwDocumentBatch *
make_letters_to (const char *id,
                 gboolean is_final,
                 const char *const *people,
                 guint letters)
{
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .id = id, .is_final = is_final };
  g_autoptr (GError) error = NULL;
  FwDocumentBatch *batch = fw_document_batch_new ((const char *const *) folders, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < letters; i++)
    {
      g_autoptr (FwFacts) facts = load_sample ("cn-40-2");

      fw_facts_set (facts, "employee/@name", people[i], NULL);
      fw_document_batch_add (batch, facts, &options, &error);
      g_assert_no_error (error);
    }
  return batch;
}

static FwDocumentBatch *
make_letters (const char *id)
{
  return make_letters_to (id, TRUE, names, LETTERS);
}

static GBytes *
read_file (const char *path)
{
  char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* What a reader shows of a PDF. */
static GBytes *
show_pdf (const char *path)
{
  const char *arguments[] = { "pdftoppm", "-r", "90", "-gray", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  GBytes *pages = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (program, NULL, NULL, &pages, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

/* The characters of a PDF; where it has spaces is the reader's guess. */
static char *
read_pdf (const char *path)
{
  const char *arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autofree char *text = NULL;
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (words, g_utf8_get_char (at));
  return g_string_free (words, FALSE);
}

static gsize
size_of (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);

  return g_bytes_get_size (bytes);
}

/* Each says and shows what it does when it is made alone, whatever was made before it, though its fonts have only the characters of the
 * batch; a character that they lacked would show in the size, since all fonts would have been taken. */
static void
test_each (PaperFixture *self,
           gconstpointer data)
{
  static const struct
  {
    const char *id;
    gboolean is_final;
  } papers[] = { { "dismissal-notice", TRUE }, { "certificate-of-leaving", TRUE }, { "handover-list", TRUE }, { "final-settlement", TRUE },
                 { "dismissal-notice", FALSE } };

  for (guint n = 0; n < G_N_ELEMENTS (papers); n++)
    {
      g_autoptr (FwDocumentBatch) batch = make_letters_to (papers[n].id, papers[n].is_final, names, LETTERS);
      g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
      g_autoptr (FwDocument) alone = NULL;
      g_autofree char *alone_path = g_build_filename (self->folder, "alone.pdf", NULL);
      g_autofree char *path = g_build_filename (self->folder, "each.pdf", NULL);
      g_autofree char *other = g_build_filename (self->folder, "other.pdf", NULL);
      const char *const paths[LETTERS] = { other, path, other };
      g_autofree char *alone_text = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GBytes) alone_pages = NULL;
      g_autoptr (GBytes) pages = NULL;

      fw_facts_set (facts, "employee/@name", "尉迟恭", NULL);
      alone = make_paper (facts, papers[n].id, papers[n].is_final, NULL, NULL);
      g_assert_true (fw_document_save_pdf (alone, alone_path, NULL));
      g_assert_true (fw_document_batch_save_each (batch, paths, NULL));
      alone_text = read_pdf (alone_path);
      text = read_pdf (path);
      assert_says (text, "尉迟恭");
      g_assert_cmpstr (text, ==, alone_text);
      g_assert_cmpuint (size_of (path), <, size_of (alone_path));
      alone_pages = show_pdf (alone_path);
      pages = show_pdf (path);
      g_assert_true (g_bytes_equal (pages, alone_pages));
    }
}

/* Nothing in a letter tells who else was written to. */
static void
test_apart (PaperFixture *self,
            gconstpointer data)
{
  g_autoptr (FwDocumentBatch) batch = make_letters ("dismissal-notice");
  g_autoptr (FwDocumentBatch) one = make_letters_to ("dismissal-notice", TRUE, names + 1, 1);
  g_autofree char *path = g_build_filename (self->folder, "each.pdf", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.pdf", NULL);
  g_autofree char *one_path = g_build_filename (self->folder, "one.pdf", NULL);
  const char *const paths[LETTERS] = { other, path, other };
  const char *const one_paths[] = { one_path };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) one_bytes = NULL;

  g_assert_true (fw_document_batch_save_each (batch, paths, NULL));
  g_assert_true (fw_document_batch_save_each (one, one_paths, NULL));
  bytes = read_file (path);
  one_bytes = read_file (one_path);
  g_assert_true (g_bytes_equal (bytes, one_bytes));
}

static void
test_all (PaperFixture *self,
          gconstpointer data)
{
  g_autoptr (FwDocumentBatch) batch = make_letters ("certificate-of-leaving");
  g_autofree char *path = g_build_filename (self->folder, "all.pdf", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpuint (fw_document_batch_get_n (batch), ==, LETTERS);
  g_assert_true (fw_document_batch_save_all (batch, path, NULL));
  text = read_pdf (path);
  assert_says (text, "王海洋");
  assert_says (text, "尉迟恭");
  assert_says (text, "古丽娜尔·买买提");
  assert_says (text, "第1页共1页");
}

/* What cannot be made is refused when it is added, and the others stay; what cannot be written leaves no files. */
static void
test_refused (PaperFixture *self,
              gconstpointer data)
{
  g_autoptr (FwDocumentBatch) batch = make_letters ("dismissal-notice");
  FwDocumentOptions options = { .id = "dismissal-notice", .is_final = TRUE };
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autofree char *first = g_build_filename (self->folder, "first.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "such", "folder.pdf", NULL);
  const char *const paths[LETTERS] = { first, nowhere, first };
  g_autoptr (GError) error = NULL;

  fw_facts_set (facts, "case/@handover-place", NULL, NULL);
  g_assert_false (fw_document_batch_add (batch, facts, &options, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GAP);
  g_assert_cmpuint (fw_document_batch_get_n (batch), ==, LETTERS);
  g_clear_error (&error);
  g_assert_false (fw_document_batch_save_each (batch, paths, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

/* What was there before and could not be written over is not one of the files that are removed again. */
static void
test_others_stay (PaperFixture *self,
                  gconstpointer data)
{
  g_autoptr (FwDocumentBatch) batch = make_letters ("dismissal-notice");
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "such", "folder.pdf", NULL);
  g_autofree char *there = g_build_filename (self->folder, "there.pdf", NULL);
  const char *const paths[LETTERS] = { nowhere, there, there };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (there, "somebody's", -1, NULL));
  g_assert_false (fw_document_batch_save_each (batch, paths, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT);
  g_assert_true (g_file_get_contents (there, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "somebody's");
}

static void
test_empty (PaperFixture *self,
            gconstpointer data)
{
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  g_autoptr (FwDocumentBatch) batch = fw_document_batch_new ((const char *const *) folders, NULL);
  g_autofree char *path = g_build_filename (self->folder, "none.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fw_document_batch_save_all (batch, path, &error));
  g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/documents/batch/each", PaperFixture, NULL, paper_fixture_set_up, test_each, paper_fixture_tear_down);
  g_test_add ("/documents/batch/apart", PaperFixture, NULL, paper_fixture_set_up, test_apart, paper_fixture_tear_down);
  g_test_add ("/documents/batch/all", PaperFixture, NULL, paper_fixture_set_up, test_all, paper_fixture_tear_down);
  g_test_add ("/documents/batch/refused", PaperFixture, NULL, paper_fixture_set_up, test_refused, paper_fixture_tear_down);
  g_test_add ("/documents/batch/others-stay", PaperFixture, NULL, paper_fixture_set_up, test_others_stay, paper_fixture_tear_down);
  g_test_add ("/documents/batch/empty", PaperFixture, NULL, paper_fixture_set_up, test_empty, paper_fixture_tear_down);
  return g_test_run ();
}
