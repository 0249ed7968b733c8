/* A PDF as Cairo writes it up to version 1.4: objects, one table of where they lie, a trailer. */
#define _GNU_SOURCE

#include "documents/fw-pdf-file.h"

#include <gio/gio.h>
#include <string.h>

#define TABLE_LINE 20 /* "0000000015 00000 n \n" */
#define STREAM ">>\nstream\n"
#define FILTER "/Filter /FlateDecode\n"
#define MOST_BYTES (64 * 1024 * 1024)

typedef struct
{
  guint number;
  gsize from;
  gsize until;
  GBytes *bytes; /* what stands there instead; NULL: as it was read */
} Object;

struct _FwPdfFile
{
  char *data; /* ends in a nought, so that no number runs on behind it */
  gsize size;
  GArray *objects; /* Object, in the order in which they lie */
  gsize trailer;
};

static void
object_clear (gpointer data)
{
  g_clear_pointer (&((Object *) data)->bytes, g_bytes_unref);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gsize first = ((const Object *) a)->from, second = ((const Object *) b)->from;

  return (first > second) - (first < second);
}

/* Where words stand in the file; NULL where they do not. */
static const char *
find (FwPdfFile *self,
      gsize from,
      gsize until,
      const char *words)
{
  return from < until ? memmem (self->data + from, until - from, words, strlen (words)) : NULL;
}

/* The number behind some words; FALSE where they do not stand there. */
static gboolean
read_number (FwPdfFile *self,
             gsize from,
             gsize until,
             const char *words,
             guint64 *number)
{
  const char *at = find (self, from, until, words);

  if (at != NULL)
    *number = g_ascii_strtoull (at + strlen (words), NULL, 10);
  return at != NULL;
}

/* The table says where each object begins; each ends where the next one does. */
static gboolean
read_table (FwPdfFile *self,
            gsize table)
{
  const char *lines = find (self, table, self->size, "0000000000 65535 f \n");
  guint64 n = 0;
  gsize from;

  if (lines == NULL || !read_number (self, table, (gsize) (lines - self->data), "xref\n0 ", &n))
    return FALSE;
  from = (gsize) (lines - self->data);
  if ((self->size - from) / TABLE_LINE < n)
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      const char *line = lines + (gsize) i * TABLE_LINE;
      Object object = { .number = i, .from = g_ascii_strtoull (line, NULL, 10) };

      if (line[17] != 'n' || object.from >= table)
        return FALSE;
      g_array_append_val (self->objects, object);
    }
  g_array_sort (self->objects, compare_places);
  for (guint i = 0; i < self->objects->len; i++)
    g_array_index (self->objects, Object, i).until =
      i + 1 < self->objects->len ? g_array_index (self->objects, Object, i + 1).from : table;
  self->trailer = from + (gsize) n * TABLE_LINE;
  return self->objects->len > 0 && find (self, self->trailer, self->size, "startxref\n") != NULL;
}

/**
 * fw_pdf_file_read:
 * @pdf: a file as Cairo writes it where it is held to version 1.4
 *
 * Returns: (transfer full) (nullable): its objects; %NULL where it is written otherwise
 */
FwPdfFile *
fw_pdf_file_read (GBytes *pdf)
{
  g_autoptr (FwPdfFile) self = g_new0 (FwPdfFile, 1);
  guint64 table = 0;
  gsize tail;

  self->size = g_bytes_get_size (pdf);
  self->data = g_malloc0 (self->size + 1);
  if (self->size > 0)
    memcpy (self->data, g_bytes_get_data (pdf, NULL), self->size);
  self->objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_array_set_clear_func (self->objects, object_clear);
  tail = self->size > 64 ? self->size - 64 : 0;
  if (find (self, tail, self->size, "%%EOF") == NULL || !read_number (self, tail, self->size, "startxref\n", &table))
    return NULL;
  return table < self->size && read_table (self, table) ? g_steal_pointer (&self) : NULL;
}

/**
 * fw_pdf_file_free:
 * @self: (nullable): a file
 */
void
fw_pdf_file_free (FwPdfFile *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->objects);
  g_free (self->data);
  g_free (self);
}

/**
 * fw_pdf_file_get_n:
 *
 * Returns: how many objects there are, in the order in which they lie
 */
guint
fw_pdf_file_get_n (FwPdfFile *self)
{
  return self->objects->len;
}

static Object *
get_object (FwPdfFile *self,
            guint object)
{
  return &g_array_index (self->objects, Object, object);
}

/* Where the stream of an object begins, or the object ends. */
static gsize
find_stream (FwPdfFile *self,
             const Object *object)
{
  const char *stream = find (self, object->from, object->until, STREAM);

  return stream != NULL ? (gsize) (stream - self->data) + strlen (STREAM) : object->until;
}

/**
 * fw_pdf_file_says:
 *
 * Returns: whether @words stand in an object, before its stream if it has one
 */
gboolean
fw_pdf_file_says (FwPdfFile *self,
                  guint object,
                  const char *words)
{
  const Object *place = get_object (self, object);

  return find (self, place->from, find_stream (self, place), words) != NULL;
}

/**
 * fw_pdf_file_get_number:
 *
 * Returns: by which other objects know an object
 */
guint
fw_pdf_file_get_number (FwPdfFile *self,
                        guint object)
{
  return get_object (self, object)->number;
}

/**
 * fw_pdf_file_dup_behind:
 * @size: in bytes
 *
 * Returns: (transfer full) (nullable): so much of what stands behind @words in an object, before its stream if it has one; %NULL where they do
 *   not stand there
 */
char *
fw_pdf_file_dup_behind (FwPdfFile *self,
                        guint object,
                        const char *words,
                        gsize size)
{
  const Object *place = get_object (self, object);
  gsize until = find_stream (self, place);
  const char *at = find (self, place->from, until, words);

  if (at == NULL || (gsize) (self->data + until - at) < strlen (words) + size)
    return NULL;
  return g_strndup (at + strlen (words), size);
}

/**
 * fw_pdf_file_rename:
 * @old: what stands in the file
 * @new: as long
 *
 * Writes other words wherever some stand outside streams.
 */
void
fw_pdf_file_rename (FwPdfFile *self,
                    const char *old,
                    const char *new)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *place = get_object (self, i);
      gsize until = find_stream (self, place);
      const char *at = self->data + place->from;

      while ((at = find (self, (gsize) (at - self->data), until, old)) != NULL)
        {
          memcpy (self->data + (at - self->data), new, strlen (old));
          at += strlen (old);
        }
    }
}

/* How long a stream is stands in an object of its own; NULL where it does not. */
static Object *
find_length (FwPdfFile *self,
             const Object *object)
{
  guint64 number = 0;

  if (!read_number (self, object->from, find_stream (self, object), "/Length ", &number))
    return NULL;
  for (guint i = 0; i < self->objects->len; i++)
    if (get_object (self, i)->number == number)
      return get_object (self, i);
  return NULL;
}

static GBytes *
inflate (const char *data,
         gsize size)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED && bytes->len < MOST_BYTES)
    {
      guint8 piece[16384];
      gsize read, written;

      result = g_converter_convert (G_CONVERTER (inflater), data, size, piece, sizeof piece, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      g_byte_array_append (bytes, piece, (guint) written);
      data += read;
      size -= read;
    }
  return result == G_CONVERTER_FINISHED ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * fw_pdf_file_dup_stream:
 *
 * Returns: (transfer full) (nullable): the stream of an object, no longer compressed; %NULL where it has none that Cairo would write
 */
GBytes *
fw_pdf_file_dup_stream (FwPdfFile *self,
                        guint object)
{
  const Object *place = get_object (self, object);
  const Object *length = find_length (self, place);
  gsize from = find_stream (self, place);
  guint64 size = 0;

  if (length == NULL || !fw_pdf_file_says (self, object, FILTER)
      || !read_number (self, length->from, length->until, " 0 obj\n", &size) || size > place->until - from)
    return NULL;
  return inflate (self->data + from, size);
}

static void
set_bytes (Object *object,
           GString *text)
{
  g_clear_pointer (&object->bytes, g_bytes_unref);
  object->bytes = g_string_free_to_bytes (text);
}

/**
 * fw_pdf_file_replace_stream:
 * @stream: as it is to stand in the file: it is not compressed
 *
 * Puts another stream in the place of one that fw_pdf_file_dup_stream() gave. What is asked of the file afterwards is still answered as it
 * was read.
 *
 * Returns: %FALSE where there was none
 */
gboolean
fw_pdf_file_replace_stream (FwPdfFile *self,
                            guint object,
                            GBytes *stream)
{
  Object *place = get_object (self, object);
  Object *length = find_length (self, place);
  gsize from = find_stream (self, place), size;
  const char *data = g_bytes_get_data (stream, &size);
  const char *filter = find (self, place->from, from, FILTER);
  GString *text;

  if (length == NULL || filter == NULL)
    return FALSE;
  text = g_string_sized_new (size + 256);
  g_string_append_len (text, self->data + place->from, filter - self->data - (gssize) place->from);
  filter += strlen (FILTER);
  g_string_append_len (text, filter, self->data + from - filter);
  g_string_append_len (text, data, (gssize) size);
  g_string_append (text, "\nendstream\nendobj\n");
  set_bytes (place, text);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%u 0 obj\n   %zu\nendobj\n", length->number, size);
  set_bytes (length, text);
  return TRUE;
}

static void
append_table (FwPdfFile *self,
              GString *text,
              const gsize *places)
{
  gsize table = text->len;
  const char *trailer = self->data + self->trailer;
  const char *start = find (self, self->trailer, self->size, "startxref\n");

  g_string_append_printf (text, "xref\n0 %u\n%010u 65535 f \n", self->objects->len + 1, 0);
  for (guint i = 1; i <= self->objects->len; i++)
    g_string_append_printf (text, "%010zu 00000 n \n", places[i]);
  g_string_append_len (text, trailer, start - trailer);
  g_string_append_printf (text, "startxref\n%zu\n%%%%EOF\n", table);
}

/**
 * fw_pdf_file_write:
 *
 * Returns: (transfer full): the file with what was put into it
 */
GBytes *
fw_pdf_file_write (FwPdfFile *self)
{
  GString *text = g_string_sized_new (self->size * 2);
  g_autofree gsize *places = g_new (gsize, self->objects->len + 1);

  g_string_append_len (text, self->data, (gssize) get_object (self, 0)->from);
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = get_object (self, i);
      gsize size = object->until - object->from;
      const char *data = object->bytes != NULL ? g_bytes_get_data (object->bytes, &size) : self->data + object->from;

      places[object->number] = text->len;
      g_string_append_len (text, data, (gssize) size);
    }
  append_table (self, text, places);
  return g_string_free_to_bytes (text);
}
