/* Cairo cuts the faces down to each file and compresses what is left, which was four fifths of the time of a letter. Of a batch all
 * files say nearly the same with the same outlines: Cairo gets fonts in which each outline is a square with a number, and the outlines
 * are put where the numbers stand. The file has the fonts that it would have had, with the glyphs of its own text and no others. */
#include "documents/fw-outlines.h"

#include "documents/fw-cff.h"
#include "documents/fw-pdf-file.h"

/* Type 2 charstrings (Adobe Technical Note 5177). */
#define NUMBER_16 28
#define NUMBER_FIXED 255
#define NOUGHT 139
#define HSTEM 1
#define VSTEM 3
#define VMOVETO 4
#define HLINETO 6
#define ENDCHAR 14
#define HSTEMHM 18
#define HINTMASK 19
#define CNTRMASK 20
#define RMOVETO 21
#define HMOVETO 22
#define VSTEMHM 23

#define TABLE HB_TAG ('C', 'F', 'F', ' ')
#define TAG_LETTERS 6
#define MOST_OUTLINES (G_MAXUINT16 + 1)

struct _FwOutlines
{
  GPtrArray *outlines; /* GBytes, by number */
};

/* What stands in place of an outline, behind its width: the number as a hint, which does nothing while fonts are set without hints,
 * and a square, since what has no ink at all would not be drawn. */
typedef struct
{
  guint8 number[5];
  guint8 square[14];
} Stub;

/**
 * fw_outlines_new:
 *
 * Returns: (transfer full): nothing kept yet
 */
FwOutlines *
fw_outlines_new (void)
{
  FwOutlines *self = g_new0 (FwOutlines, 1);

  self->outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * fw_outlines_free:
 * @self: (nullable): what is kept; no longer needed when the last file is made
 */
void
fw_outlines_free (FwOutlines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->outlines);
  g_free (self);
}

static gsize
measure_number (guint8 first)
{
  if (first == NUMBER_16)
    return 3;
  if (first == NUMBER_FIXED)
    return 5;
  return first >= 247 ? 2 : 1;
}

/* How many bytes at its beginning say how wide a glyph is: there is one number more there than the first operator takes. None where it is as
 * wide as most are; -1 where the outline begins in a way that is not known. */
static gssize
measure_width (const guint8 *data,
               gsize size)
{
  gsize at = 0;
  guint numbers = 0;

  while (at < size && (data[at] >= 32 || data[at] == NUMBER_16))
    {
      at += measure_number (data[at]);
      numbers++;
    }
  if (at >= size)
    return -1;
  switch (data[at])
    {
    case VMOVETO:
    case HMOVETO:
      numbers -= 1;
      break;
    case HSTEM:
    case VSTEM:
    case HSTEMHM:
    case VSTEMHM:
    case HINTMASK:
    case CNTRMASK:
    case RMOVETO:
    case ENDCHAR:
      numbers %= 2;
      break;
    default:
      return -1;
    }
  return numbers == 0 ? 0 : numbers == 1 ? (gssize) measure_number (data[0]) : -1;
}

static GBytes *
make_stub (GBytes *outline,
           guint number,
           guint em)
{
  guint8 high = (guint8) (em >> 8), low = (guint8) em;
  guint8 minus_high = (guint8) (-(gint) em >> 8), minus_low = (guint8) -(gint) em;
  const Stub stub = {
    { NUMBER_16, (guint8) (number >> 8), (guint8) number, NOUGHT, HSTEM },
    { NOUGHT, NOUGHT, RMOVETO, NUMBER_16, high, low, NUMBER_16, high, low, NUMBER_16, minus_high, minus_low, HLINETO, ENDCHAR },
  };
  gsize size;
  const guint8 *data = g_bytes_get_data (outline, &size);
  gssize width = measure_width (data, size);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  G_STATIC_ASSERT (sizeof stub == 19);
  if (width < 0)
    return NULL;
  g_byte_array_append (bytes, data, (guint) width);
  g_byte_array_append (bytes, (const guint8 *) &stub, sizeof stub);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The outline that a stub stands for; NULL where it is none. */
static GBytes *
find_outline (FwOutlines *self,
              GBytes *charstring)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (charstring, &size);
  const Stub *stub = (const Stub *) (data + size - MIN (size, sizeof *stub));
  guint number;

  if (size < sizeof *stub || stub->number[0] != NUMBER_16 || stub->number[3] != NOUGHT || stub->number[4] != HSTEM
      || stub->square[2] != RMOVETO || stub->square[12] != HLINETO)
    return NULL;
  number = (guint) stub->number[1] << 8 | stub->number[2];
  return number < self->outlines->len ? g_ptr_array_index (self->outlines, number) : NULL;
}

static void
unref_bytes_cb (gpointer data)
{
  g_bytes_unref (data);
}

static hb_blob_t *
blob_of (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return hb_blob_create (data, (guint) size, HB_MEMORY_MODE_READONLY, g_bytes_ref (bytes), unref_bytes_cb);
}

static void
destroy_blob_cb (gpointer data)
{
  hb_blob_destroy (data);
}

static GBytes *
bytes_of (hb_blob_t *blob)
{
  guint size = 0;
  const char *data = hb_blob_get_data (blob, &size);

  return g_bytes_new_with_free_func (data, size, destroy_blob_cb, blob);
}

/* The font with another table of outlines. */
static hb_blob_t *
rebuild (hb_face_t *face,
         GBytes *cff)
{
  hb_face_t *builder = hb_face_builder_create ();
  hb_tag_t tags[64];
  guint n_tags = G_N_ELEMENTS (tags);
  hb_blob_t *font;

  hb_face_get_table_tags (face, 0, &n_tags, tags);
  for (guint i = 0; i < n_tags; i++)
    {
      hb_blob_t *table = tags[i] == TABLE ? blob_of (cff) : hb_face_reference_table (face, tags[i]);

      hb_face_builder_add_table (builder, tags[i], table);
      hb_blob_destroy (table);
    }
  font = hb_face_reference_blob (builder);
  hb_face_destroy (builder);
  return font;
}

static GBytes *
exchange (FwOutlines *self,
          GBytes *cff,
          guint em)
{
  g_autoptr (GPtrArray) outlines = fw_cff_read_charstrings (cff);
  g_autoptr (GPtrArray) stubs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *exchanged;

  if (outlines == NULL || self->outlines->len + outlines->len > MOST_OUTLINES)
    return NULL;
  for (guint i = 0; i < outlines->len; i++)
    {
      GBytes *stub = make_stub (g_ptr_array_index (outlines, i), self->outlines->len + i, em);

      if (stub == NULL)
        return NULL;
      g_ptr_array_add (stubs, stub);
    }
  exchanged = fw_cff_replace_charstrings (cff, stubs);
  if (exchanged != NULL)
    g_ptr_array_extend_and_steal (self->outlines, g_steal_pointer (&outlines));
  return exchanged;
}

/**
 * fw_outlines_take:
 * @font: one of OpenType, without subroutines
 *
 * Keeps the outlines of a font back.
 *
 * Returns: (transfer full): a font with the same characters and widths and a square for each glyph; @font itself where its outlines are of
 *   another kind
 */
hb_blob_t *
fw_outlines_take (FwOutlines *self,
                  hb_blob_t *font)
{
  hb_face_t *face = hb_face_create (font, 0);
  g_autoptr (GBytes) cff = bytes_of (hb_face_reference_table (face, TABLE));
  g_autoptr (GBytes) stubs = g_bytes_get_size (cff) > 0 ? exchange (self, cff, hb_face_get_upem (face)) : NULL;
  hb_blob_t *taken = stubs != NULL ? rebuild (face, stubs) : hb_blob_reference (font);

  hb_face_destroy (face);
  return taken;
}

/* The outlines for a font program; NULL where some of it is unknown. */
static GBytes *
fill (FwOutlines *self,
      GBytes *cff)
{
  g_autoptr (GPtrArray) stubs = fw_cff_read_charstrings (cff);
  g_autoptr (GPtrArray) outlines = g_ptr_array_new ();

  for (guint i = 0; stubs != NULL && i < stubs->len; i++)
    {
      GBytes *outline = find_outline (self, g_ptr_array_index (stubs, i));

      if (outline == NULL)
        return NULL;
      g_ptr_array_add (outlines, outline);
    }
  return stubs != NULL ? fw_cff_replace_charstrings (cff, outlines) : NULL;
}

/* Six letters before the name of a font tell subsets of it apart. Cairo makes them of the numbers of its glyphs, which are others in each
 * batch; made of the font itself they are the same whatever it was drawn with. */
static void
name_font (FwPdfFile *file,
           guint object,
           GBytes *font)
{
  g_autofree char *reference = g_strdup_printf ("/FontFile3 %u 0 R", fw_pdf_file_get_number (file, object));
  guint hash = g_bytes_hash (font);
  char letters[TAG_LETTERS + 1] = "";

  for (guint i = 0; i < TAG_LETTERS; i++, hash /= 26)
    letters[i] = (char) ('A' + hash % 26);
  for (guint i = 0; i < fw_pdf_file_get_n (file); i++)
    {
      g_autofree char *tag = NULL;
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (!fw_pdf_file_says (file, i, reference))
        continue;
      tag = fw_pdf_file_dup_behind (file, i, "/FontName /", TAG_LETTERS + 1);
      if (tag == NULL || tag[TAG_LETTERS] != '+')
        continue;
      old = g_strconcat ("/", tag, NULL);
      new = g_strconcat ("/", letters, "+", NULL);
      fw_pdf_file_rename (file, old, new);
    }
}

static gboolean
fill_object (FwOutlines *self,
             FwPdfFile *file,
             guint object)
{
  g_autoptr (GBytes) stubs = NULL;
  g_autoptr (GBytes) font = NULL;

  /* A font that Cairo could not read it draws anew, which would print squares. */
  if (fw_pdf_file_says (file, object, "/FontFile ") || fw_pdf_file_says (file, object, "/Subtype /Type3"))
    return FALSE;
  if (!fw_pdf_file_says (file, object, "/Subtype /CIDFontType0C") && !fw_pdf_file_says (file, object, "/Subtype /Type1C"))
    return TRUE;
  stubs = fw_pdf_file_dup_stream (file, object);
  font = stubs != NULL ? fill (self, stubs) : NULL;
  if (font == NULL || !fw_pdf_file_replace_stream (file, object, font))
    return FALSE;
  name_font (file, object, font);
  return TRUE;
}

/**
 * fw_outlines_put_back:
 * @pdf: drawn with fonts whose outlines are kept here
 *
 * Returns: (transfer full) (nullable): the file with the outlines of the glyphs it has; %NULL where it is not as Cairo should write it, and has
 *   to be drawn with whole fonts
 */
GBytes *
fw_outlines_put_back (FwOutlines *self,
                      GBytes *pdf)
{
  g_autoptr (FwPdfFile) file = NULL;

  if (self->outlines->len == 0)
    return g_bytes_ref (pdf);
  file = fw_pdf_file_read (pdf);
  for (guint i = 0; file != NULL && i < fw_pdf_file_get_n (file); i++)
    if (!fill_object (self, file, i))
      return NULL;
  return file != NULL ? fw_pdf_file_write (file) : NULL;
}
