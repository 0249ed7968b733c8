#include "documents/fw-document.h"

static FwDocument *
lay_out (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .id = "@name@", .folders = (const char *const *) folders };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "documents", "cn-40-2.xml", NULL);
  g_autoptr (FwFacts) facts = fw_facts_load_file (path, NULL, &error);
  FwDocument *document = NULL;

  g_assert_no_error (error);
  document = fw_document_new (facts, &options, &error);
  g_assert_no_error (error);
  return document;
}

/* Fails until the paper says something beside its title, its addressee and who signs it. */
static void
test_says_something (void)
{
  g_autoptr (FwDocument) document = lay_out ();
  GPtrArray *blocks = fw_document_get_blocks (document);
  guint paragraphs = 0;

  for (guint i = 0; i < blocks->len; i++)
    if (((FwDocumentBlock *) g_ptr_array_index (blocks, i))->kind == FW_BLOCK_PARAGRAPH)
      paragraphs++;
  g_assert_cmpuint (paragraphs, >, 0);
}

static void
test_is_a_page (void)
{
  g_autoptr (FwDocument) document = lay_out ();

  g_assert_cmpuint (fw_document_get_n_pages (document), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/@name@/says-something", test_says_something);
  g_test_add_func ("/@name@/is-a-page", test_is_a_page);
  return g_test_run ();
}
