#include "exchange/fw-encoding.h"

#include <string.h>

#include "exchange/fw-exchange-error.h"

/*
 * What stands for bytes that mean nothing: a reader of the text sees at once that something was lost
 * there.
 */
#define REPLACEMENT "\xEF\xBF\xBD"

static const char *const names[] = { "auto", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" };

/**
 * fw_encoding_get_name:
 *
 * Returns: (transfer none): as people call it, and as fw_encoding_from_name() takes it
 */
const char *
fw_encoding_get_name (FwEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), NULL);
  return names[encoding];
}

/**
 * fw_encoding_from_name:
 * @name: without regard to case; GBK, GB2312 and CP936 are parts of GB18030 and mean it
 *
 * Answers whether the name is known, and then which encoding it means.
 */
gboolean
fw_encoding_from_name (const char *name,
                       FwEncoding *encoding)
{
  const char *const parts[] = { "GBK", "GB2312", "CP936" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *encoding = (FwEncoding) i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_ascii_strcasecmp (name, parts[i]) == 0)
      {
        *encoding = FW_ENCODING_GB18030;
        return TRUE;
      }
  return FALSE;
}

static gboolean
starts_with (const char *bytes,
             gsize length,
             const char *mark,
             gsize mark_length)
{
  return length >= mark_length && memcmp (bytes, mark, mark_length) == 0;
}

/*
 * How many bytes the GB18030 character at @bytes has by its form (1, 2 or 4), 0 where no character
 * begins so.
 */
static guint
gb18030_character_length (const guchar *bytes,
                          gsize length)
{
  if (bytes[0] < 0x80)
    return 1;
  if (bytes[0] == 0x80 || bytes[0] == 0xff || length < 2)
    return 0;
  if (bytes[1] >= 0x40 && bytes[1] != 0x7f && bytes[1] != 0xff)
    return 2;
  if (length >= 4 && g_ascii_isdigit (bytes[1]) && bytes[2] > 0x80 && bytes[2] < 0xff &&
      g_ascii_isdigit (bytes[3]))
    return 4;
  return 0;
}

static gboolean
is_gb18030 (const char *bytes,
            gsize length)
{
  for (gsize i = 0; i < length;)
    {
      guint step = gb18030_character_length ((const guchar *) bytes + i, length - i);

      if (step == 0)
        return FALSE;
      i += step;
    }
  return TRUE;
}

/* Both encodings keep line ends as they are in ASCII, so lines can be judged one by one. */
static FwEncoding
guess_by_lines (const char *bytes,
                gsize length)
{
  guint bad_utf8 = 0;
  guint bad_gb18030 = 0;
  const char *end = bytes + length;

  for (const char *line = bytes; line < end;)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *stop = newline != NULL ? newline : end;

      bad_utf8 += !g_utf8_validate_len (line, (gsize) (stop - line), NULL);
      bad_gb18030 += !is_gb18030 (line, (gsize) (stop - line));
      line = stop + 1;
    }
  return bad_gb18030 < bad_utf8 ? FW_ENCODING_GB18030 : FW_ENCODING_UTF_8;
}

/**
 * fw_encoding_guess:
 *
 * Answers the encoding that the bytes are most likely in: what a byte order mark says, UTF-8 where
 * everything is valid UTF-8, else whichever of UTF-8 and GB18030 leaves fewer lines that cannot be read.
 * Never %FW_ENCODING_AUTO.
 */
FwEncoding
fw_encoding_guess (const char *bytes,
                   gsize length)
{
  if (starts_with (bytes, length, "\xEF\xBB\xBF", 3))
    return FW_ENCODING_UTF_8;
  if (starts_with (bytes, length, "\xFF\xFE", 2))
    return FW_ENCODING_UTF_16_LE;
  if (starts_with (bytes, length, "\xFE\xFF", 2))
    return FW_ENCODING_UTF_16_BE;
  if (g_utf8_validate_len (bytes, length, NULL))
    return FW_ENCODING_UTF_8;
  return guess_by_lines (bytes, length);
}

static void
decode_utf8 (const char *bytes,
             gsize length,
             GString *text)
{
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *stop;

      g_utf8_validate_len (bytes, (gsize) (end - bytes), &stop);
      g_string_append_len (text, bytes, stop - bytes);
      if (stop < end)
        g_string_append (text, REPLACEMENT);
      bytes = stop + 1;
    }
}

static guint
unit_at (const guchar *bytes,
         gsize offset,
         gboolean big_endian)
{
  return big_endian ? (guint) (bytes[offset] << 8 | bytes[offset + 1])
                    : (guint) (bytes[offset + 1] << 8 | bytes[offset]);
}

static void
decode_utf16 (const char *bytes,
              gsize length,
              gboolean big_endian,
              GString *text)
{
  const guchar *units = (const guchar *) bytes;
  gsize i = 0;

  for (; i + 1 < length; i += 2)
    {
      guint unit = unit_at (units, i, big_endian);
      guint next = i + 3 < length ? unit_at (units, i + 2, big_endian) : 0;

      if ((unit & 0xfc00) == 0xd800 && (next & 0xfc00) == 0xdc00)
        {
          g_string_append_unichar (text, 0x10000 + ((unit & 0x3ff) << 10 | (next & 0x3ff)));
          i += 2;
        }
      else if ((unit & 0xf800) == 0xd800)
        g_string_append (text, REPLACEMENT);
      else
        g_string_append_unichar (text, unit);
    }
  if (i < length)
    g_string_append (text, REPLACEMENT);
}

/* One character at a time, after the whole was refused: good characters around a bad byte are kept. */
static void
decode_gb18030_slowly (GIConv converter,
                       const char *bytes,
                       gsize length,
                       GString *text)
{
  for (gsize i = 0; i < length;)
    {
      guint step = gb18030_character_length ((const guchar *) bytes + i, length - i);
      g_autofree char *character = NULL;

      if (step == 1)
        g_string_append_c (text, bytes[i]);
      else
        {
          if (step > 0)
            character = g_convert_with_iconv (bytes + i, step, converter, NULL, NULL, NULL);
          g_string_append (text, character != NULL ? character : REPLACEMENT);
        }
      i += MAX (step, 1);
    }
}

static gboolean
decode_gb18030 (const char *bytes,
                gsize length,
                GString *text,
                GError **error)
{
  g_autofree char *whole = NULL;
  gsize whole_length;
  GIConv converter = g_iconv_open ("UTF-8", "GB18030");

  if (converter == (GIConv) -1)
    {
      g_set_error (error, FW_EXCHANGE_ERROR, FW_EXCHANGE_ERROR_ENCODING,
                   "this system cannot convert GB18030; save the file as UTF-8");
      return FALSE;
    }
  whole = g_convert_with_iconv (bytes, (gssize) length, converter, NULL, &whole_length, NULL);
  if (whole != NULL)
    g_string_append_len (text, whole, (gssize) whole_length);
  else
    {
      g_iconv (converter, NULL, NULL, NULL, NULL);
      decode_gb18030_slowly (converter, bytes, length, text);
    }
  g_iconv_close (converter);
  return TRUE;
}

static gsize
mark_length (FwEncoding encoding,
             const char *bytes,
             gsize length)
{
  switch (encoding)
    {
    case FW_ENCODING_UTF_8:
      return starts_with (bytes, length, "\xEF\xBB\xBF", 3) ? 3 : 0;
    case FW_ENCODING_UTF_16_LE:
      return starts_with (bytes, length, "\xFF\xFE", 2) ? 2 : 0;
    case FW_ENCODING_UTF_16_BE:
      return starts_with (bytes, length, "\xFE\xFF", 2) ? 2 : 0;
    case FW_ENCODING_GB18030:
      return starts_with (bytes, length, "\x84\x31\x95\x33", 4) ? 4 : 0;
    case FW_ENCODING_AUTO:
    default:
      return 0;
    }
}

/**
 * fw_encoding_decode:
 * @encoding: %FW_ENCODING_AUTO takes what fw_encoding_guess() says
 * @decoded_length: (out): of the text without its end
 *
 * Turns bytes into UTF-8 without a byte order mark. Bytes that mean nothing become U+FFFD, so that a reader
 * can name the line; lines keep their numbers.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, which may hold NUL where the bytes do; %NULL with
 *   %FW_EXCHANGE_ERROR_ENCODING where the system lacks a converter
 */
char *
fw_encoding_decode (FwEncoding encoding,
                    const char *bytes,
                    gsize length,
                    gsize *decoded_length,
                    GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (length + 16);
  gsize mark;

  if (encoding == FW_ENCODING_AUTO)
    encoding = fw_encoding_guess (bytes, length);
  mark = mark_length (encoding, bytes, length);
  bytes += mark;
  length -= mark;
  if (encoding == FW_ENCODING_UTF_8)
    decode_utf8 (bytes, length, text);
  else if (encoding == FW_ENCODING_GB18030)
    {
      if (!decode_gb18030 (bytes, length, text, error))
        return NULL;
    }
  else
    decode_utf16 (bytes, length, encoding == FW_ENCODING_UTF_16_BE, text);
  *decoded_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
