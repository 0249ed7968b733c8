#include "paper-fixture.h"

#include "documents/fw-outlines.h"
#include "documents/fw-typeface-private.h"

/* What was not drawn with the fonts whose outlines are kept here is not touched, and said not to be. */
static void
test_other_fonts (void)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (FwDocument) paper = make_paper (facts, "union-letter", TRUE, NULL, NULL);
  g_autoptr (GBytes) pdf = fw_document_to_pdf (paper, NULL);
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF", 6);
  g_autoptr (FwTypeface) full = fw_typeface_new ();
  g_autoptr (FwTypeface) subset = fw_typeface_new_subset (full, "工会");

  g_assert_null (fw_outlines_put_back (_fw_typeface_get_outlines (subset), pdf));
  g_assert_null (fw_outlines_put_back (_fw_typeface_get_outlines (subset), words));
}

/* Where nothing is kept back there is nothing to be put. */
static void
test_nothing_kept (void)
{
  g_autoptr (FwOutlines) outlines = fw_outlines_new ();
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF", 6);
  g_autoptr (GBytes) same = fw_outlines_put_back (outlines, words);

  g_assert_true (same == words);
}

/* A font of another kind, or none, stays as it is. */
static void
test_other_kind (void)
{
  g_autoptr (FwOutlines) outlines = fw_outlines_new ();
  hb_blob_t *font = hb_blob_create ("no font", 7, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_blob_t *taken = fw_outlines_take (outlines, font);

  g_assert_true (taken == font);
  hb_blob_destroy (taken);
  hb_blob_destroy (font);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/outlines/other-fonts", test_other_fonts);
  g_test_add_func ("/documents/outlines/nothing-kept", test_nothing_kept);
  g_test_add_func ("/documents/outlines/other-kind", test_other_kind);
  return g_test_run ();
}
