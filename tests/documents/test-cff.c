#include "documents/fw-cff.h"

#include <hb.h>
#include <pango/pango.h>

#include "documents/fw-typeface-private.h"

#define WORDS "解除劳动合同通知书 2026"

/* The outlines table of a small font. */
static GBytes *
make_cff (void)
{
  g_autoptr (FwTypeface) full = fw_typeface_new ();
  g_autoptr (FwTypeface) subset = fw_typeface_new_subset (full, WORDS);
  g_autoptr (PangoFont) font = pango_fontset_get_font (_fw_typeface_get_fontset (subset, FW_FACE_SONG), g_utf8_get_char (WORDS));
  hb_blob_t *table = hb_face_reference_table (hb_font_get_face (pango_font_get_hb_font (font)), HB_TAG ('C', 'F', 'F', ' '));
  guint size = 0;
  const char *data = hb_blob_get_data (table, &size);
  GBytes *cff = g_bytes_new (data, size);

  hb_blob_destroy (table);
  g_assert_cmpuint (size, >, 0);
  return cff;
}

/* Every second one longer, so that all the others and what lies behind them move. */
static GPtrArray *
lengthen (GPtrArray *charstrings)
{
  GPtrArray *longer = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < charstrings->len; i++)
    {
      GBytes *charstring = g_ptr_array_index (charstrings, i);
      gsize size;
      const guint8 *data = g_bytes_get_data (charstring, &size);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) size);
      if (i % 2 == 1)
        g_byte_array_append (bytes, data, (guint) size);
      g_ptr_array_add (longer, g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
    }
  return longer;
}

static void
assert_same (GPtrArray *first,
             GPtrArray *second)
{
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (g_bytes_equal (g_ptr_array_index (first, i), g_ptr_array_index (second, i)));
}

/* The font is another one, in which what moved is found again: it comes back as it was. */
static void
test_replace (void)
{
  g_autoptr (GBytes) cff = make_cff ();
  g_autoptr (GPtrArray) charstrings = fw_cff_read_charstrings (cff);
  g_autoptr (GPtrArray) longer = lengthen (charstrings);
  g_autoptr (GBytes) other = fw_cff_replace_charstrings (cff, longer);
  g_autoptr (GPtrArray) read = fw_cff_read_charstrings (other);
  g_autoptr (GBytes) back = fw_cff_replace_charstrings (other, charstrings);

  g_assert_cmpuint (charstrings->len, >, g_utf8_strlen (WORDS, -1));
  g_assert_cmpuint (g_bytes_get_size (other), >, g_bytes_get_size (cff));
  assert_same (read, longer);
  g_assert_true (g_bytes_equal (back, cff));
}

static void
test_refused (void)
{
  g_autoptr (GBytes) cff = make_cff ();
  g_autoptr (GPtrArray) charstrings = fw_cff_read_charstrings (cff);
  g_autoptr (GPtrArray) fewer = g_ptr_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (cff, &size);
  guint refused = 0;

  g_assert_null (fw_cff_replace_charstrings (cff, fewer));
  for (gsize length = 0; length < size; length += length < 1024 ? 1 : 97)
    {
      g_autofree guint8 *cut = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = g_bytes_new (cut, length);
      g_autoptr (GPtrArray) read = fw_cff_read_charstrings (bytes);
      g_autoptr (GBytes) replaced = fw_cff_replace_charstrings (bytes, charstrings);

      refused += read == NULL && replaced == NULL;
    }
  g_assert_cmpuint (refused, >, 100);
}

/* Whatever a byte is: an answer or none, and nothing read or written beside the font. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) cff = make_cff ();
  g_autoptr (GPtrArray) charstrings = fw_cff_read_charstrings (cff);
  g_autoptr (GPtrArray) shortest = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize size;
  const guint8 *data = g_bytes_get_data (cff, &size);

  for (guint i = 0; i < charstrings->len; i++)
    g_ptr_array_add (shortest, g_bytes_new_static ("\016", 1));
  for (gsize at = 0; at < size; at += at < 1024 || size - at < 1024 ? 1 : 97)
    for (guint value = 1; value < 256; value *= 2)
      {
        g_autofree guint8 *damaged = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GPtrArray) read = NULL;
        g_autoptr (GBytes) replaced = NULL;
        g_autoptr (GPtrArray) again = NULL;

        damaged[at] ^= (guint8) value;
        bytes = g_bytes_new (damaged, size);
        read = fw_cff_read_charstrings (bytes);
        replaced = fw_cff_replace_charstrings (bytes, shortest);
        again = replaced != NULL ? fw_cff_read_charstrings (replaced) : NULL;
        if (again != NULL)
          assert_same (again, shortest);
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/cff/replace", test_replace);
  g_test_add_func ("/documents/cff/refused", test_refused);
  g_test_add_func ("/documents/cff/damaged", test_damaged);
  return g_test_run ();
}
