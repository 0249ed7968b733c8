#include "store/fw-recovery-code.h"

#include <sodium.h>
#include <string.h>

/*
 * The code of a recovery sheet: 120 random bits, five to a character. Letters that look like digits, and U, are left
 * out, so that nobody has to tell O from 0 on paper.
 */
#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define PAYLOAD_SIZE (FW_RECOVERY_CODE_GROUP_SIZE - 1)
#define CODE_SIZE (FW_RECOVERY_CODE_GROUPS * FW_RECOVERY_CODE_GROUP_SIZE)

G_STATIC_ASSERT (sizeof ALPHABET == 32 + 1);

/* Twice @symbol in the field of 32 elements (x^5 + x^2 + 1). */
static guint8
twice (guint8 symbol)
{
  return (guint8) ((symbol << 1 ^ (symbol & 16 ? 0x25 : 0)) & 31);
}

/*
 * The check of a group: each symbol weighs differently, so that one mistyped and two swapped are always found; the
 * group's place counts too, so that two swapped groups are.
 */
static guint8
find_check (const guint8 *symbols,
            guint group)
{
  guint8 sum = (guint8) (group + 1);

  for (guint i = 0; i < PAYLOAD_SIZE; i++)
    sum = twice (sum) ^ symbols[i];
  return twice (sum);
}

/**
 * fw_recovery_code_new:
 *
 * Returns: (transfer full): a random code, in groups: "7K3MQ-2F0TB-…". Whoever has it opens the store
 */
char *
fw_recovery_code_new (void)
{
  GString *code = g_string_sized_new (CODE_SIZE + FW_RECOVERY_CODE_GROUPS);
  guint8 symbols[PAYLOAD_SIZE];

  for (guint group = 0; group < FW_RECOVERY_CODE_GROUPS; group++)
    {
      randombytes_buf (symbols, sizeof symbols);
      if (group > 0)
        g_string_append_c (code, '-');
      for (guint i = 0; i < PAYLOAD_SIZE; i++)
        {
          symbols[i] &= 31;
          g_string_append_c (code, ALPHABET[symbols[i]]);
        }
      g_string_append_c (code, ALPHABET[find_check (symbols, group)]);
    }
  sodium_memzero (symbols, sizeof symbols);
  return g_string_free (code, FALSE);
}

/* The value of a character as people type it; -1 where it is none of the alphabet. */
static int
find_value (char character)
{
  const char *found;

  switch (g_ascii_toupper (character))
    {
    case 'O':
      return 0;
    case 'I':
    case 'L':
      return 1;
    default:
      found = strchr (ALPHABET, g_ascii_toupper (character));
      return found != NULL && character != '\0' ? (int) (found - ALPHABET) : -1;
    }
}

/* What people put between the groups. */
static gboolean
is_between (char character)
{
  return g_ascii_isspace (character) || strchr ("-_.,:/", character) != NULL;
}

/* Reads up to a whole code into @values; answers how many were read, or -1 - the place of one that is no symbol. */
static int
read_values (const char *text,
             guint8 *values)
{
  int n = 0;

  for (; *text != '\0'; text++)
    {
      int value = find_value (*text);

      if (is_between (*text))
        continue;
      if (value < 0 || n == CODE_SIZE)
        return -1 - MIN (n, CODE_SIZE - 1);
      values[n++] = (guint8) value;
    }
  return n;
}

static char *
write_code (const guint8 *values)
{
  GString *code = g_string_sized_new (CODE_SIZE + FW_RECOVERY_CODE_GROUPS);

  for (guint i = 0; i < CODE_SIZE; i++)
    {
      if (i > 0 && i % FW_RECOVERY_CODE_GROUP_SIZE == 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, ALPHABET[values[i]]);
    }
  return g_string_free (code, FALSE);
}

/**
 * fw_recovery_code_read:
 * @typed: UTF-8 as somebody typed it: small or large letters, full-width ones, O for 0, with or without hyphens
 * @wrong_group: (out) (optional): the first group, from 1, that was mistyped; 0 where all that is there is right and
 *   the rest is still to come
 *
 * Returns: (transfer full) (nullable): the code as it stands on the sheet; %NULL where @typed is none
 */
char *
fw_recovery_code_read (const char *typed,
                       guint *wrong_group)
{
  char *plain = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE);
  guint8 values[CODE_SIZE];
  int n = plain != NULL ? read_values (plain, values) : -1;
  guint wrong = n < 0 ? (guint) (-1 - n) / FW_RECOVERY_CODE_GROUP_SIZE + 1 : 0;
  guint n_whole = wrong > 0 ? wrong - 1 : (guint) n / FW_RECOVERY_CODE_GROUP_SIZE;

  for (guint group = n_whole; group-- > 0;)
    {
      const guint8 *symbols = values + group * FW_RECOVERY_CODE_GROUP_SIZE;

      if (find_check (symbols, group) != symbols[PAYLOAD_SIZE])
        wrong = group + 1;
    }
  if (plain != NULL)
    sodium_memzero (plain, strlen (plain));
  g_free (plain);
  if (wrong_group != NULL)
    *wrong_group = wrong;
  return wrong == 0 && n == CODE_SIZE ? write_code (values) : NULL;
}
