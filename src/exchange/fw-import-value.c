#include "exchange/fw-import-value.h"

#include <stdlib.h>
#include <string.h>

#include "core/fw-identity.h"
#include "core/fw-number.h"

/*
 * More digits than any wage, score or count has; a longer number is an account or a telephone in the
 * wrong column.
 */
#define MAX_INTEGER_DIGITS  12
#define MONEY_DIGITS        2
#define MAX_FRACTION_DIGITS 6

void
fw_import_fault_clear (FwImportFault *fault)
{
  fault->reason = NULL;
  g_clear_pointer (&fault->a, g_free);
  g_clear_pointer (&fault->b, g_free);
}

/**
 * fw_import_fault_set:
 * @reason: (transfer none): an id that lives as long as the program
 *
 * Says what is wrong, in place of what was said before.
 */
void
fw_import_fault_set (FwImportFault *fault,
                     const char *reason,
                     const char *a,
                     const char *b)
{
  fw_import_fault_clear (fault);
  fault->reason = reason;
  fault->a = g_strdup (a);
  fault->b = g_strdup (b);
}

static gboolean
is_blank (gunichar character)
{
  return g_unichar_isspace (character) || character == 0xa0 || character == 0x3000 || character == 0x200b ||
         character == 0xfeff;
}

/**
 * fw_import_value_clean:
 *
 * Takes off what spreadsheets put around a text: blanks of every kind, the apostrophe that keeps a number
 * text, and the formula ="00123" that does the same. The text itself is not touched, for it may be a name.
 *
 * Returns: (transfer full)
 */
char *
fw_import_value_clean (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_find_prev_char (start, end))))
    end = g_utf8_find_prev_char (start, end);
  if (end - start >= 3 && g_str_has_prefix (start, "=\"") && end[-1] == '"')
    return g_strndup (start + 2, (gsize) (end - start - 3));
  if (end - start > 1 && *start == '\'')
    start++;
  return g_strndup (start, (gsize) (end - start));
}

/**
 * fw_import_value_narrow:
 *
 * Returns: (transfer full): the text with full-width letters, digits and signs in their ASCII form
 */
char *
fw_import_value_narrow (const char *text)
{
  GString *narrow = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0xff01 && character <= 0xff5e)
        character -= 0xfee0;
      else if (is_blank (character))
        character = ' ';
      else if (character == 0xffe5)
        character = 0xa5;
      else if (character == 0x2212)
        character = '-';
      g_string_append_unichar (narrow, character);
    }
  return g_string_free (narrow, FALSE);
}

static char *
without_blanks (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (kept, *text);
  return g_string_free (kept, FALSE);
}

/* Takes off a currency sign in front, and the field's own unit words in front and behind. Works in place. */
static char *
strip_units (char *text,
             char **units)
{
  if (*text != '\0' && g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL)
    text = g_utf8_next_char (text);
  for (guint i = 0; units != NULL && units[i] != NULL; i++)
    {
      gsize length = strlen (units[i]);

      if (g_str_has_suffix (text, units[i]))
        text[strlen (text) - length] = '\0';
      if (g_str_has_prefix (text, units[i]))
        text += length;
    }
  return text;
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/*
 * Undoes the grouping of thousands. A comma anywhere else may be a decimal comma or a slip, and then nobody
 * can tell what was meant. Answers %NULL for what is no plain number.
 */
static char *
ungroup (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, ".", 3);
  g_auto (GStrv) groups = g_strsplit (halves[0] != NULL ? halves[0] : "", ",", -1);
  guint n_groups = g_strv_length (groups);
  g_autofree char *integer = g_strjoinv ("", groups);

  for (guint i = 0; n_groups > 1 && i < n_groups; i++)
    if (i > 0 ? strlen (groups[i]) != 3 : strlen (groups[i]) > 3 || groups[i][0] == '\0')
      return NULL;
  if (!is_digits (integer))
    return NULL;
  if (halves[1] == NULL)
    return g_steal_pointer (&integer);
  return halves[2] == NULL && is_digits (halves[1]) ? g_strdup_printf ("%s.%s", integer, halves[1]) : NULL;
}

/* The exact number with at most @digits behind the point; @fault says what is wrong with any other. */
static FwNumber *
read_number (const char *text,
             const FwImportField *field,
             guint digits,
             gboolean negative_too,
             FwImportFault *fault)
{
  g_autofree char *copy = without_blanks (text);
  char *bare = strip_units (copy, field->units);
  gboolean negative = *bare == '-' || (*bare == '(' && g_str_has_suffix (bare, ")"));
  g_autofree char *plain = NULL;
  g_autoptr (FwNumber) number = NULL;
  char *point;

  if (negative && !negative_too)
    {
      fw_import_fault_set (fault, "negative", NULL, NULL);
      return NULL;
    }
  if (strstr (bare, "E+") != NULL || strstr (bare, "e+") != NULL)
    {
      fw_import_fault_set (fault, "digits-lost", NULL, NULL);
      return NULL;
    }
  plain = ungroup (*bare == '-' ? bare + 1 : bare);
  point = plain != NULL ? strchr (plain, '.') : NULL;
  if (point != NULL)
    {
      for (gsize end = strlen (point); end > 1 && point[end - 1] == '0'; end--)
        point[end - 1] = '\0';
      if (strlen (point + 1) > digits)
        {
          g_autofree char *limit = g_strdup_printf ("%u", digits);

          fw_import_fault_set (fault, "too-many-digits", limit, NULL);
          return NULL;
        }
      if (point[1] == '\0')
        *point = '\0';
    }
  if (plain != NULL && strcspn (plain, ".") <= MAX_INTEGER_DIGITS)
    number = fw_number_parse (plain);
  if (number == NULL)
    fw_import_fault_set (fault, "number-form", NULL, NULL);
  else if (negative)
    {
      g_autoptr (FwNumber) zero = fw_number_new (0);

      return fw_number_subtract (zero, number);
    }
  return g_steal_pointer (&number);
}

static char *
read_money (const char *text,
            const FwImportField *field,
            FwImportFault *fault)
{
  g_autoptr (FwNumber) number = read_number (text, field, MONEY_DIGITS, FALSE, fault);

  return number != NULL ? fw_number_to_fixed (number, MONEY_DIGITS) : NULL;
}

static char *
read_plain_number (const char *text,
                   const FwImportField *field,
                   FwImportFault *fault)
{
  g_autoptr (FwNumber) number = read_number (text, field, MAX_FRACTION_DIGITS, TRUE, fault);

  return number != NULL ? fw_number_to_short (number, 0, MAX_FRACTION_DIGITS) : NULL;
}

static char *
read_count (const char *text,
            const FwImportField *field,
            FwImportFault *fault)
{
  g_autoptr (FwNumber) number = read_number (text, field, 0, FALSE, fault);

  if (number == NULL && g_strcmp0 (fault->reason, "too-many-digits") == 0)
    fw_import_fault_set (fault, "count-form", NULL, NULL);
  return number != NULL ? fw_number_to_fixed (number, 0) : NULL;
}

/* A name may hold any letter, but what no keyboard makes has come from a broken program. */
static char *
read_text (const char *text,
           FwImportFault *fault)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && strchr ("\t\r\n", *at) == NULL)
      {
        fw_import_fault_set (fault, "control-character", NULL, NULL);
        return NULL;
      }
  return g_strdup (text);
}

static const FwImportChoice *
find_choice (GPtrArray *choices,
             const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->len; i++)
    {
      const FwImportChoice *choice = g_ptr_array_index (choices, i);

      if (g_strv_contains ((const char *const *) choice->words, folded))
        return choice;
    }
  return NULL;
}

static char *
read_choice (FwImportCatalog *catalog,
             const FwImportField *field,
             const char *text,
             FwImportFault *fault)
{
  GPtrArray *choices = fw_import_catalog_get_choices (catalog, field->choices);
  const FwImportChoice *found = find_choice (choices, text);
  g_autoptr (GString) possible = g_string_new (NULL);

  if (found != NULL)
    return g_strdup (found->value);
  if (field->open)
    return read_text (text, fault);
  for (guint i = 0; i < choices->len; i++)
    {
      const FwImportChoice *choice = g_ptr_array_index (choices, i);

      g_string_append_printf (possible, "%s%s", i > 0 ? " · " : "",
                              choice->words[choice->words[1] != NULL ? 1 : 0]);
    }
  fw_import_fault_set (fault, "choice", possible->str, NULL);
  return NULL;
}

static void
set_identity_fault (FwImportFault *fault,
                    FwIdentityFault faults,
                    const char *text)
{
  g_autofree char *length = g_strdup_printf ("%ld", g_utf8_strlen (text, -1));
  g_autofree char *birth =
    strlen (text) >= 14 ? g_strdup_printf ("%.4s-%.2s-%.2s", text + 6, text + 10, text + 12) : NULL;

  if (faults & FW_IDENTITY_LENGTH)
    fw_import_fault_set (fault, "identity-length", length, NULL);
  else if (faults & FW_IDENTITY_CHARACTER)
    fw_import_fault_set (fault, "identity-character", NULL, NULL);
  else if ((faults & FW_IDENTITY_CHECK_DIGIT) && g_str_has_suffix (text, "000"))
    fw_import_fault_set (fault, "digits-lost", NULL, NULL);
  else if ((faults & FW_IDENTITY_BIRTH) && (faults & FW_IDENTITY_CHECK_DIGIT))
    fw_import_fault_set (fault, "identity-birth-and-check", birth, NULL);
  else if (faults & FW_IDENTITY_BIRTH)
    fw_import_fault_set (fault, "identity-birth", birth, NULL);
  else if (faults & FW_IDENTITY_CHECK_DIGIT)
    fw_import_fault_set (fault, "identity-check", NULL, NULL);
  else
    fw_import_fault_set (fault, "identity-area", NULL, NULL);
}

/*
 * A number that begins with a letter is another country's passport or a residence permit: no algorithm
 * for it.
 */
static gboolean
is_other_document (const char *text)
{
  gsize length = strlen (text);

  if (!g_ascii_isalpha (text[0]) || length < 5 || length > 20)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return TRUE;
}

static char *
read_identity (const FwImportField *field,
               const FwImportForms *forms,
               const char *text,
               FwImportFault *fault)
{
  g_autofree char *bare = without_blanks (text);
  g_autofree char *number = g_ascii_strup (bare, -1);
  FwIdentityFault faults;

  if (strstr (number, "E+") != NULL)
    {
      fw_import_fault_set (fault, "digits-lost", NULL, NULL);
      return NULL;
    }
  if (is_other_document (number))
    return g_steal_pointer (&number);
  faults = fw_identity_check (field->algorithm, number, forms->today, NULL);
  if (faults == FW_IDENTITY_SOUND)
    return g_steal_pointer (&number);
  set_identity_fault (fault, faults, number);
  return NULL;
}

/* "个月" behind a number, "年" behind another: how long, in whole months. */
static char *
read_years_and_months (const char *text,
                       FwImportFault *fault)
{
  g_autoptr (GRegex) form = g_regex_new ("^(?:(\\d{1,2}) ?年)?(?:零)? ?(?:(\\d{1,3}) ?个?月)?(?: ?\\d{1,2} ?[天日])?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *years = NULL;
  g_autofree char *months = NULL;

  if (!g_regex_match (form, text, 0, &match))
    {
      fw_import_fault_set (fault, "span-form", NULL, NULL);
      return NULL;
    }
  years = g_match_info_fetch (match, 1);
  months = g_match_info_fetch (match, 2);
  return g_strdup_printf ("%d", atoi (years != NULL ? years : "") * 12 + atoi (months != NULL ? months : ""));
}

/* "3.5" are years; "3年2个月" says itself what it is. Kept as whole months. */
static char *
read_span (const char *text,
           FwImportFault *fault)
{
  g_autofree char *bare = without_blanks (text);
  g_autofree char *number = g_str_has_suffix (bare, "年") ? g_strndup (bare, strlen (bare) - strlen ("年")) : g_strdup (bare);
  g_autoptr (FwNumber) years = fw_number_parse (number);
  g_autoptr (FwNumber) twelve = fw_number_new (12);
  g_autoptr (FwNumber) months = fw_number_multiply (years, twelve);
  g_autoptr (FwNumber) whole = fw_number_half_up (months, 0);

  if (whole == NULL)
    return read_years_and_months (bare, fault);
  if (fw_number_sign (whole) >= 0 && fw_number_to_int (whole) < 12 * 100)
    return fw_number_to_fixed (whole, 0);
  fw_import_fault_set (fault, fw_number_sign (whole) < 0 ? "negative" : "span-form", NULL, NULL);
  return NULL;
}

static char *
read_phone (const char *text,
            FwImportFault *fault)
{
  g_autofree char *number = without_blanks (text);
  guint digits = 0;

  if (g_str_has_suffix (number, ".0"))
    number[strlen (number) - 2] = '\0';
  for (const char *at = number; *at != '\0'; at++)
    digits += g_ascii_isdigit (*at) || *at == '*';
  if (strstr (number, "E+") != NULL)
    fw_import_fault_set (fault, "digits-lost", NULL, NULL);
  else if (digits < 5 || strspn (number, "0123456789*+-()/,;#x") != strlen (number))
    fw_import_fault_set (fault, "phone-form", NULL, NULL);
  else
    return g_steal_pointer (&number);
  return NULL;
}

/**
 * fw_import_value_read:
 * @text: a cell as it stands in the file
 * @fault: (out caller-allocates): zeroed by the caller; what is wrong with the value, if anything is
 *
 * Turns a cell into the text that the store keeps: days as YYYY-MM-DD, money with two digits after the
 * point, choices as their value. A reference stays the name by which it refers.
 *
 * Returns: (transfer full) (nullable): the value; %NULL without a fault where the cell is empty, with one
 *   where it is bad
 */
char *
fw_import_value_read (FwImportCatalog *catalog,
                      const FwImportField *field,
                      const FwImportForms *forms,
                      const char *text,
                      FwImportFault *fault)
{
  g_autofree char *clean = fw_import_value_clean (text);
  g_autofree char *narrow = NULL;

  if (field->type == FW_IMPORT_CHOICE && clean[0] != '\0' &&
      find_choice (fw_import_catalog_get_choices (catalog, field->choices), clean) != NULL)
    return read_choice (catalog, field, clean, fault);
  if (fw_import_catalog_is_empty_word (catalog, clean))
    return NULL;
  if (field->type == FW_IMPORT_TEXT || field->type == FW_IMPORT_REFERENCE)
    return read_text (clean, fault);
  narrow = fw_import_value_narrow (clean);
  switch (field->type)
    {
    case FW_IMPORT_DATE:
      return fw_import_read_date (narrow, forms, fault);
    case FW_IMPORT_MONTH:
      return fw_import_read_month (narrow, forms, fault);
    case FW_IMPORT_PERIOD:
      return fw_import_read_period (narrow, forms, fault);
    case FW_IMPORT_MONEY:
      return read_money (narrow, field, fault);
    case FW_IMPORT_NUMBER:
      return read_plain_number (narrow, field, fault);
    case FW_IMPORT_COUNT:
      return read_count (narrow, field, fault);
    case FW_IMPORT_SPAN:
      return read_span (narrow, fault);
    case FW_IMPORT_CHOICE:
      return read_choice (catalog, field, narrow, fault);
    case FW_IMPORT_IDENTITY:
      return read_identity (field, forms, narrow, fault);
    case FW_IMPORT_PHONE:
      return read_phone (narrow, fault);
    case FW_IMPORT_TEXT:
    case FW_IMPORT_REFERENCE:
    default:
      return read_text (clean, fault);
    }
}
