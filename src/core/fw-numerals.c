#include "core/fw-numerals.h"

#include <string.h>

/* The capital numerals of bills and contracts, which a pen cannot change into one another. */
static const char *const capital_digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const capital_places[] = { "", "拾", "佰", "仟" };
static const char *const plain_digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const plain_places[] = { "", "十", "百", "千" };
static const char *const section_names[] = { "", "万", "亿", "万亿" };

/* Sixteen digits before the point; a larger sum has no customary wording. */
#define MAX_WHOLE_DIGITS 16

/* Writes four digits at most, "0409" as 肆佰零玖. A zero inside is read once, zeros at the end are not read. */
static void
append_section (GString *words,
                guint section,
                const char *const *digits,
                const char *const *places)
{
  gboolean zero_waits = FALSE, written = FALSE;
  static const guint powers[] = { 1, 10, 100, 1000 };

  for (int place = 3; place >= 0; place--)
    {
      guint digit = section / powers[place] % 10;

      if (digit == 0)
        {
          zero_waits = written;
          continue;
        }
      if (zero_waits)
        g_string_append (words, digits[0]);
      g_string_append (words, digits[digit]);
      g_string_append (words, places[place]);
      zero_waits = FALSE;
      written = TRUE;
    }
}

/* The sections of four digits from the left, each with its name; a gap between two of them is read as one zero. */
static void
append_whole (GString *words,
              const char *whole,
              const char *const *digits,
              const char *const *places)
{
  gsize length = strlen (whole);
  guint section = 0;
  gboolean gap = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gsize behind = length - 1 - i;

      section = section * 10 + (guint) (whole[i] - '0');
      if (behind % 4 != 0)
        continue;
      if (section == 0)
        gap = words->len > 0;
      else
        {
          if (words->len > 0 && (gap || section < 1000))
            g_string_append (words, digits[0]);
          append_section (words, section, digits, places);
          g_string_append (words, section_names[behind / 4]);
          gap = FALSE;
        }
      section = 0;
    }
}

/* 角 and 分 behind the whole: a zero is read where the place before the first written one is zero. */
static void
append_fraction (GString *words,
                 const char *whole,
                 guint tenths,
                 guint hundredths)
{
  gboolean whole_is_zero = g_str_equal (whole, "0");
  gboolean whole_ends_in_zero = whole[strlen (whole) - 1] == '0';

  if (tenths == 0 && hundredths == 0)
    {
      g_string_append (words, "整");
      return;
    }
  if (!whole_is_zero && (tenths == 0 || whole_ends_in_zero))
    g_string_append (words, capital_digits[0]);
  if (tenths != 0)
    g_string_append_printf (words, "%s角", capital_digits[tenths]);
  if (hundredths != 0)
    g_string_append_printf (words, "%s分", capital_digits[hundredths]);
  else
    g_string_append (words, "整");
}

/**
 * fw_numerals_amount_words:
 * @amount: (nullable): a sum of money
 *
 * Writes @amount, rounded half-up to two digits, in Chinese capital numerals as bills and contracts carry it:
 * 107000.53 is 壹拾万柒仟元零伍角叁分, 70000 is 柒万元整. The name of the currency is not part of it.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where the amount is unknown or longer than sixteen digits
 */
char *
fw_numerals_amount_words (const FwNumber *amount)
{
  g_autofree char *fixed = fw_number_to_fixed (amount, 2);
  g_autoptr (GString) words = NULL;
  const char *whole = fixed;
  char *point;

  if (fixed == NULL)
    return NULL;
  words = g_string_new (NULL);
  if (*whole == '-')
    whole++;
  point = strchr (whole, '.');
  *point = '\0';
  if (strlen (whole) > MAX_WHOLE_DIGITS)
    return NULL;

  append_whole (words, whole, capital_digits, capital_places);
  if (words->len > 0)
    g_string_append (words, "元");
  else if (g_str_equal (point + 1, "00"))
    return g_strdup ("零元整");
  append_fraction (words, whole, (guint) (point[1] - '0'), (guint) (point[2] - '0'));
  if (*fixed == '-')
    g_string_prepend (words, "负");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * fw_numerals_grouped:
 * @amount: (nullable): a number
 * @digits: how many digits stand after the point
 *
 * Returns: (transfer full) (nullable): the value half-up with a comma every three digits: "70,000.00"
 */
char *
fw_numerals_grouped (const FwNumber *amount,
                     guint digits)
{
  g_autofree char *fixed = fw_number_to_fixed (amount, digits);
  g_autoptr (GString) grouped = NULL;
  gsize whole;

  if (fixed == NULL)
    return NULL;
  grouped = g_string_new (fixed);
  whole = strcspn (fixed, ".");
  for (gsize at = whole; at > 3 + (*fixed == '-' ? 1u : 0u);)
    {
      at -= 3;
      g_string_insert_c (grouped, (gssize) at, ',');
    }
  return g_string_free (g_steal_pointer (&grouped), FALSE);
}

/**
 * fw_numerals_han:
 * @number: below 10000
 *
 * Writes a number as articles and headings carry it: 39 is 三十九, 10 is 十, 101 is 一百零一.
 *
 * Returns: (transfer full) (nullable): the numeral; %NULL from 10000 on
 */
char *
fw_numerals_han (guint number)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (number >= 10000)
    return NULL;
  if (number == 0)
    return g_strdup (plain_digits[0]);
  append_section (words, number, plain_digits, plain_places);
  /* Ten to nineteen are read without their leading one. */
  if (number >= 10 && number < 20)
    g_string_erase (words, 0, (gssize) strlen (plain_digits[1]));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Of two, speech says 两 before hundreds and thousands, and where it stands alone before 万, 亿 or what is counted. */
static void
say_two (GString *words,
         gboolean counts)
{
  g_string_replace (words, "二千", "两千", 0);
  g_string_replace (words, "二百", "两百", 0);
  if ((counts && g_str_equal (words->str, "二")) || g_str_has_prefix (words->str, "二万") || g_str_has_prefix (words->str, "二亿"))
    g_string_replace (words, "二", "两", 1);
}

/**
 * fw_numerals_spoken:
 * @decimal: digits, perhaps with a point and a sign before
 *
 * Writes a number as it is said: 68000.00 is 六万八千, 3.5 is 三点五, 2 is 两.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where @decimal is no such number or has more than sixteen digits
 */
char *
fw_numerals_spoken (const char *decimal)
{
  const char *digits = decimal + (*decimal == '-' ? 1 : 0);
  gsize whole = strspn (digits, "0123456789");
  gsize end = strlen (digits);
  g_autofree char *integer = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (whole == 0 || whole > MAX_WHOLE_DIGITS ||
      (digits[whole] != '\0' && (digits[whole] != '.' || strspn (digits + whole + 1, "0123456789") != end - whole - 1)))
    return NULL;
  while (whole > 1 && *digits == '0')
    digits++, whole--, end--;
  while (end > whole && (digits[end - 1] == '0' || digits[end - 1] == '.'))
    end--;
  integer = g_strndup (digits, whole);
  append_whole (words, integer, plain_digits, plain_places);
  if (words->len == 0)
    g_string_append (words, plain_digits[0]);
  if (g_str_has_prefix (words->str, "一十"))
    g_string_erase (words, 0, (gssize) strlen (plain_digits[1]));
  say_two (words, end == whole);
  if (end > whole)
    g_string_append (words, "点");
  for (gsize i = whole + 1; i < end; i++)
    g_string_append (words, plain_digits[digits[i] - '0']);
  return *decimal == '-' ? g_strconcat ("负", words->str, NULL) : g_string_free (g_steal_pointer (&words), FALSE);
}
