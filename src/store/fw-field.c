#include "store/fw-record.h"
#include "store/fw-store-error.h"
#include "store/fw-uuid.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Longer texts are files, and belong with the evidence. */
#define MAX_TEXT_BYTES (1024 * 1024)
/* More digits than any amount, rate or score has. */
#define MAX_MONEY_DIGITS 6
#define MAX_NUMBER_DIGITS 9

static char *
check_number (const char *value,
              guint min_digits,
              guint max_digits)
{
  g_autoptr (FwNumber) number = fw_number_parse (value);
  g_autofree char *text = fw_number_to_short (number, min_digits, max_digits);
  g_autoptr (FwNumber) kept = fw_number_parse (text);

  /* What does not fit is refused, never rounded. */
  if (number == NULL || kept == NULL || fw_number_compare (number, kept) != 0)
    return NULL;
  return g_steal_pointer (&text);
}

static char *
check_count (const char *value)
{
  gint64 count;

  if (!g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &count, NULL))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static char *
check_date (const char *value)
{
  FwDate date = fw_date_from_string (value);

  return fw_date_is_known (date) ? fw_date_to_string (date) : NULL;
}

static char *
check_month (const char *value)
{
  g_autofree char *first_day = g_strconcat (value, "-01", NULL);

  return strlen (value) == 7 && fw_date_is_known (fw_date_from_string (first_day)) ? g_strdup (value) : NULL;
}

static char *
check_hash (const char *value)
{
  gsize length = strspn (value, "0123456789abcdef");

  return length == 64 && value[length] == '\0' ? g_strdup (value) : NULL;
}

static char *
check_json (const char *value)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  return json_parser_load_from_data (parser, value, -1, NULL) ? g_strdup (value) : NULL;
}

/* Whether @value is one of the words of "active|leaving|left". */
static gboolean
is_choice (const char *choices,
           const char *value)
{
  const gsize length = strlen (value);

  if (length == 0 || strchr (value, '|') != NULL)
    return FALSE;
  for (const char *word = choices; word != NULL; word = strchr (word, '|'))
    {
      word += *word == '|';
      if (strncmp (word, value, length) == 0 && (word[length] == '|' || word[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static char *
check_text (const FwField *field,
            const char *value)
{
  if (strlen (value) > MAX_TEXT_BYTES || (field->choices != NULL && !is_choice (field->choices, value)))
    return NULL;
  return g_strdup (value);
}

static char *
check_typed (const FwField *field,
             const char *value)
{
  switch (field->type)
    {
    case FW_FIELD_DATE:
      return check_date (value);
    case FW_FIELD_MONTH:
      return check_month (value);
    case FW_FIELD_MONEY:
      return check_number (value, 2, MAX_MONEY_DIGITS);
    case FW_FIELD_NUMBER:
      return check_number (value, 0, MAX_NUMBER_DIGITS);
    case FW_FIELD_COUNT:
      return check_count (value);
    case FW_FIELD_TRUTH:
      return g_str_equal (value, "true") || g_str_equal (value, "false") ? g_strdup (value) : NULL;
    case FW_FIELD_JSON:
      return check_json (value);
    case FW_FIELD_REFERENCE:
      return fw_uuid_is_valid (value) ? g_strdup (value) : NULL;
    case FW_FIELD_HASH:
      return check_hash (value);
    case FW_FIELD_TEXT:
    default:
      return check_text (field, value);
    }
}

static const char *
expectation (const FwField *field)
{
  static const char *const expectations[] = {
    [FW_FIELD_TEXT] = "a text of at most 1 MiB",
    [FW_FIELD_DATE] = "a date as 2026-03-31",
    [FW_FIELD_MONTH] = "a month as 2026-03",
    [FW_FIELD_MONEY] = "an amount as 18500.00",
    [FW_FIELD_NUMBER] = "a number as 3.5",
    [FW_FIELD_COUNT] = "a whole number",
    [FW_FIELD_TRUTH] = "true or false",
    [FW_FIELD_JSON] = "JSON",
    [FW_FIELD_REFERENCE] = "the id of a record",
    [FW_FIELD_HASH] = "a SHA-256 in hexadecimal digits",
  };

  return field->choices != NULL ? field->choices : expectations[field->type];
}

/**
 * fw_field_check_value:
 * @value: a text somebody gave for the field, not empty
 *
 * Brings a value into the one form that is kept: "18500" becomes "18500.00". Never rounds, never guesses. The
 * message names the field and what it expects, not the value, which may be somebody's data.
 *
 * Returns: (transfer full) (nullable): the value as kept; %NULL with %FW_STORE_ERROR_INVALID
 */
char *
fw_field_check_value (const FwField *field,
                      const char *value,
                      GError **error)
{
  char *kept = g_utf8_validate (value, -1, NULL) ? check_typed (field, value) : NULL;

  if (kept == NULL)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s: expected %s", field->name,
                 expectation (field));
  return kept;
}
