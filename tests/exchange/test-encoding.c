#include <string.h>

#include "exchange/fw-encoding.h"

static void
assert_decodes (FwEncoding encoding,
                const char *bytes,
                gsize length,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  gsize decoded_length;
  g_autofree char *text = fw_encoding_decode (encoding, bytes, length, &decoded_length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (decoded_length, ==, strlen (expected));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_guess (void)
{
  const char *gbk = "\xd0\xd5\xc3\xfb,\xb9\xa4\xba\xc5\n";

  g_assert_cmpint (fw_encoding_guess ("", 0), ==, FW_ENCODING_UTF_8);
  g_assert_cmpint (fw_encoding_guess ("a,b", 3), ==, FW_ENCODING_UTF_8);
  g_assert_cmpint (fw_encoding_guess ("姓名", strlen ("姓名")), ==, FW_ENCODING_UTF_8);
  g_assert_cmpint (fw_encoding_guess (gbk, strlen (gbk)), ==, FW_ENCODING_GB18030);
  g_assert_cmpint (fw_encoding_guess ("\xff\xfeY\0", 4), ==, FW_ENCODING_UTF_16_LE);
  g_assert_cmpint (fw_encoding_guess ("\xfe\xff\0Y", 4), ==, FW_ENCODING_UTF_16_BE);
}

/* One spoilt line must not turn the whole file into the other encoding. */
static void
test_guess_spoilt (void)
{
  const char *gbk = "\xd0\xd5\xc3\xfb\n\xd5\xc5\xc3\xf4\n\xff\n\xc0\xee\xcd\xfe\n";
  const char *utf8 = "姓名\n张敏\n\xff\n李威\n";

  g_assert_cmpint (fw_encoding_guess (gbk, strlen (gbk)), ==, FW_ENCODING_GB18030);
  g_assert_cmpint (fw_encoding_guess (utf8, strlen (utf8)), ==, FW_ENCODING_UTF_8);
}

static void
test_decode (void)
{
  assert_decodes (FW_ENCODING_AUTO, "\xef\xbb\xbf姓名", 9, "姓名");
  assert_decodes (FW_ENCODING_AUTO, "\xd0\xd5\xc3\xfb", 4, "姓名");
  assert_decodes (FW_ENCODING_AUTO, "\xff\xfe\xd3\x59\x0d\x54", 6, "姓名");
  assert_decodes (FW_ENCODING_AUTO, "\xfe\xff\x59\xd3\x54\x0d", 6, "姓名");
  assert_decodes (FW_ENCODING_GB18030, "\xfe\x9f\x82\x30\xb7\x31", 6, "䶮㛃");
  assert_decodes (FW_ENCODING_UTF_16_LE, "\x40\xd8\x00\xdc", 4, "𠀀");
  assert_decodes (FW_ENCODING_AUTO, "", 0, "");
}

static void
test_decode_spoilt (void)
{
  assert_decodes (FW_ENCODING_UTF_8, "a\xff" "b", 3, "a\xef\xbf\xbd" "b");
  assert_decodes (FW_ENCODING_GB18030, "\xd0\xd5\xff,\xc3\xfb\n", 7, "姓\xef\xbf\xbd,名\n");
  assert_decodes (FW_ENCODING_GB18030, "\xd0", 1, "\xef\xbf\xbd");
  assert_decodes (FW_ENCODING_UTF_16_LE, "\x00\xd8" "a\0", 4, "\xef\xbf\xbd" "a");
  assert_decodes (FW_ENCODING_UTF_16_LE, "a\0b", 3, "a\xef\xbf\xbd");
}

static void
test_names (void)
{
  FwEncoding encoding;

  g_assert_true (fw_encoding_from_name ("gbk", &encoding));
  g_assert_cmpint (encoding, ==, FW_ENCODING_GB18030);
  g_assert_true (fw_encoding_from_name ("utf-8", &encoding));
  g_assert_cmpint (encoding, ==, FW_ENCODING_UTF_8);
  g_assert_false (fw_encoding_from_name ("latin1", &encoding));
  g_assert_cmpstr (fw_encoding_get_name (FW_ENCODING_GB18030), ==, "GB18030");
}

/* Whatever the bytes, a decoded text is valid UTF-8 and keeps the lines that the bytes have. */
static void
test_random_bytes (void)
{
  const FwEncoding encodings[] = { FW_ENCODING_AUTO, FW_ENCODING_UTF_8, FW_ENCODING_UTF_16_LE, FW_ENCODING_UTF_16_BE,
                                   FW_ENCODING_GB18030 };

  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      gsize decoded_length;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (1, 256);
      for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
        {
          g_autofree char *text = fw_encoding_decode (encodings[i], bytes, length, &decoded_length, NULL);

          g_assert_nonnull (text);
          g_assert_true (g_utf8_validate_len (text, decoded_length, NULL) || strlen (text) < decoded_length);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/guess-spoilt", test_guess_spoilt);
  g_test_add_func ("/encoding/decode", test_decode);
  g_test_add_func ("/encoding/decode-spoilt", test_decode_spoilt);
  g_test_add_func ("/encoding/names", test_names);
  g_test_add_func ("/encoding/random-bytes", test_random_bytes);
  return g_test_run ();
}
