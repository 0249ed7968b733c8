/* Run when the program is built: writes, for fw-han.h, how each Han character is written in simplified Chinese and how it is read,
 * by ICU's own tables. */
#include <stdio.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "interview/fw-han.h"

#define LONGEST 32

static UTransliterator *
open_transliterator (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  UTransliterator *opened;

  u_strFromUTF8 (name, G_N_ELEMENTS (name), NULL, id, -1, &status);
  opened = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no transliterator %s: %s", id, u_errorName (status));
  return opened;
}

/* What becomes of one character; how many units that are. */
static int32_t
transliterate (UTransliterator *transliterator,
               gunichar character,
               UChar *text)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 1, limit = 1;

  text[0] = (UChar) character;
  utrans_transUChars (transliterator, text, &length, LONGEST, 0, &limit, &status);
  return U_SUCCESS (status) ? length : 0;
}

/* The reading in plain letters, ü as v: a syllable without its tone. NULL where there is none. */
static char *
read_syllable (UTransliterator *to_latin,
               gunichar character)
{
  UChar text[LONGEST];
  int32_t length = transliterate (to_latin, character, text);
  g_autoptr (GString) latin = g_string_new (NULL);
  g_autofree char *apart = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);

  for (int32_t i = 0; i < length; i++)
    g_string_append_unichar (latin, text[i]);
  apart = g_utf8_normalize (latin->str, -1, G_NORMALIZE_NFD);
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x308 && g_str_has_suffix (plain->str, "u"))
        plain->str[plain->len - 1] = 'v';
      else if (letter < 0x80 && g_ascii_isalpha (letter))
        g_string_append_c (plain, g_ascii_tolower ((char) letter));
      else if (letter < 0x300 || letter > 0x36f)
        return NULL;
    }
  return plain->len > 0 ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

int
main (void)
{
  UTransliterator *to_latin = open_transliterator ("Han-Latin");
  UTransliterator *to_simplified = open_transliterator ("Traditional-Simplified");
  g_autoptr (GHashTable) syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  printf ("#include \"interview/fw-han.h\"\n\nconst FwHan _fw_han_table[FW_HAN_LAST - FW_HAN_FIRST + 1] = {\n");
  for (gunichar c = FW_HAN_FIRST; c <= FW_HAN_LAST; c++)
    {
      UChar text[LONGEST];
      gunichar simplified = transliterate (to_simplified, c, text) == 1 ? text[0] : c;
      g_autofree char *syllable = read_syllable (to_latin, simplified);
      guint number = 0;

      if (syllable != NULL && (number = GPOINTER_TO_UINT (g_hash_table_lookup (syllables, syllable))) == 0)
        {
          number = g_hash_table_size (syllables) + 1;
          g_hash_table_insert (syllables, g_strdup (syllable), GUINT_TO_POINTER (number));
        }
      printf ("  { 0x%x, %u },\n", simplified, number);
    }
  printf ("};\n");
  utrans_close (to_latin);
  utrans_close (to_simplified);
  return 0;
}
