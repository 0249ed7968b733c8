#include "config.h"

#include "ui/gate/fw-passphrase.h"

#include <glib/gi18n.h>
#include <math.h>

#include "store/fw-store.h"

#define LEAST_CHARACTERS 8
#define LEAST_DIFFERENT_CHARACTERS 5

/* How many characters a guesser has to try for one of this kind. A common Chinese character is one of some 2500. */
static int
kind_size (gunichar character)
{
  if (g_unichar_isdigit (character))
    return 10;
  if (character < 128 && g_ascii_isalpha ((char) character))
    return 26;
  return character < 128 ? 33 : 2500;
}

/* Bits a guesser who knows nothing needs; a character that repeats or continues the one before adds only one. */
static double
estimate_bits (const char *passphrase)
{
  double bits = 0;
  gunichar before = 0;

  for (const char *p = passphrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean follows = character == before || character == before + 1 || character + 1 == before;

      bits += follows ? 1 : log2 (kind_size (character));
      before = character;
    }
  return bits;
}

static guint
count_different (const char *passphrase)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (const char *p = passphrase; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (seen, GUINT_TO_POINTER (g_utf8_get_char (p)));
  return g_hash_table_size (seen);
}

/**
 * fw_passphrase_level:
 * @passphrase: UTF-8
 *
 * How hard @passphrase is to guess offline by somebody who has the store: 0 nothing typed, 1 too short or too plain to
 * be taken, 2 fair, 3 strong enough, 4 very strong.
 *
 * Returns: 0 to 4
 */
int
fw_passphrase_level (const char *passphrase)
{
  double bits;

  g_return_val_if_fail (passphrase != NULL, 0);

  if (*passphrase == '\0')
    return 0;
  bits = estimate_bits (passphrase);
  /* Four Chinese characters are as hard to guess as eight Latin letters. */
  if (bits < 36 || (g_utf8_strlen (passphrase, -1) < LEAST_CHARACTERS && bits < 44)
      || count_different (passphrase) < LEAST_DIFFERENT_CHARACTERS)
    return 1;
  if (bits < 52)
    return 2;
  return bits < 75 ? 3 : 4;
}

/**
 * fw_passphrase_describe:
 *
 * Returns: (transfer full): the level in words, with the number of characters; empty where nothing is typed
 */
char *
fw_passphrase_describe (const char *passphrase)
{
  const int length = (int) g_utf8_strlen (passphrase, -1);
  const char *word;

  switch (fw_passphrase_level (passphrase))
    {
    case 0:
      return g_strdup ("");
    case 1:
      word = length < LEAST_CHARACTERS ? _("Too short") : _("Too easy to guess");
      break;
    case 2:
      word = _("Fair");
      break;
    case 3:
      word = _("Strong enough");
      break;
    default:
      word = _("Very strong");
      break;
    }
  /* TRANSLATORS: strength of a passphrase and its length: "Strong enough: 14 characters". */
  return g_strdup_printf (ngettext ("%s: %d character", "%s: %d characters", (gulong) length), word, length);
}

/**
 * fw_passphrase_name:
 * @label: what the store calls a passphrase
 *
 * Returns: what people call it: the one the store was made with has no name that somebody gave it
 */
const char *
fw_passphrase_name (const char *label)
{
  return g_str_equal (label, FW_STORE_FIRST_LABEL) ? _("First passphrase") : label;
}
