#include "documents/fw-field.h"

#include "core/fw-numerals.h"
#include "documents/fw-document-types.h"
#include "facts/fw-xpath.h"

#include <stdlib.h>
#include <string.h>

static char *
format_text (const char *value)
{
  return g_strdup (value);
}

static char *
format_date (const char *value)
{
  FwDate date = fw_date_from_string (value);

  return fw_date_is_known (date) ? g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day) : NULL;
}

/* "2026-02", or a day in that month. */
static char *
format_month (const char *value)
{
  g_autofree char *day = strlen (value) == 7 ? g_strconcat (value, "-01", NULL) : g_strdup (value);
  FwDate date = fw_date_from_string (day);

  return fw_date_is_known (date) ? g_strdup_printf ("%d年%d月", date.year, date.month) : NULL;
}

/* What reviews are made for: a month, a quarter, a half or a whole year; other names stay as they are. */
static char *
format_period (const char *value)
{
  static const struct
  {
    const char *code;
    const char *words;
  } parts[] = { { "Q1", "第一季度" }, { "Q2", "第二季度" }, { "Q3", "第三季度" }, { "Q4", "第四季度" },
                { "H1", "上半年" },   { "H2", "下半年" } };
  g_autofree char *year = g_strndup (value, 4);
  char *month = format_month (value);

  if (month != NULL || strlen (value) < 4 || strspn (year, "0123456789") != 4)
    return month != NULL ? month : g_strdup (value);
  if (value[4] == '\0')
    return g_strdup_printf ("%s年度", year);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (value + 4 + (value[4] == '-' ? 1 : 0), parts[i].code))
      return g_strdup_printf ("%s年%s", year, parts[i].words);
  return g_strdup (value);
}

static char *
format_money (const char *value)
{
  g_autoptr (FwNumber) amount = fw_number_parse (value);

  return fw_numerals_grouped (amount, 2);
}

static char *
format_upper (const char *value)
{
  g_autoptr (FwNumber) amount = fw_number_parse (value);

  return fw_numerals_amount_words (amount);
}

static char *
format_number (const char *value)
{
  g_autoptr (FwNumber) number = fw_number_parse (value);

  return fw_number_to_short (number, 0, 4);
}

static char *
format_percent (const char *value)
{
  g_autoptr (FwNumber) number = fw_number_parse (value);
  g_autoptr (FwNumber) hundred = fw_number_new (100);
  g_autoptr (FwNumber) percent = fw_number_multiply (number, hundred);
  g_autofree char *text = fw_number_to_short (percent, 0, 2);

  return text != NULL ? g_strconcat (text, "%", NULL) : NULL;
}

/* How a person is addressed; somebody whose sex is not recorded by the bare name. */
static char *
format_title (const char *value)
{
  if (g_str_equal (value, "female"))
    return g_strdup ("女士");
  return g_strdup (g_str_equal (value, "male") ? "先生" : "");
}

/* An identity number with its middle hidden, for papers that others see. */
static char *
format_mask (const char *value)
{
  const glong length = g_utf8_strlen (value, -1);
  g_autofree char *hidden = g_strnfill ((gsize) (length < 11 ? length : length - 10), '*');
  g_autofree char *start = length < 11 ? NULL : g_utf8_substring (value, 0, 6);

  return start != NULL ? g_strconcat (start, hidden, g_utf8_offset_to_pointer (value, length - 4), NULL) : g_steal_pointer (&hidden);
}

static char *
format_last4 (const char *value)
{
  const glong length = g_utf8_strlen (value, -1);

  return g_strdup (g_utf8_offset_to_pointer (value, MAX (length - 4, 0)));
}

static char *
format_clock (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", -1);
  guint64 hour, minute;

  if (g_strv_length (parts) < 2 || !g_ascii_string_to_unsigned (parts[0], 10, 0, 24, &hour, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minute, NULL))
    return NULL;
  return g_strdup_printf ("%02u时%02u分", (guint) hour, (guint) minute);
}

/* The name of each law between title marks, once for all its articles that follow: 《…法》第四十六条、第四十七条. */
static char *
format_law (const char *value)
{
  g_autoptr (GRegex) name = g_regex_new ("(^|[、；，（])([^《》〔、；，（第][^《》〔、；，第]*)(?=第[〇零一二三四五六七八九十百千]+条)", 0, 0, NULL);
  g_autoptr (GRegex) again = g_regex_new ("《([^》]+)》([^《]*、)《\\1》", 0, 0, NULL);
  char *marked = g_regex_replace (name, value, -1, 0, "\\1《\\2》", 0, NULL);

  while (marked != NULL && g_regex_match (again, marked, 0, NULL))
    {
      g_autofree char *longer = marked;

      marked = g_regex_replace (again, longer, -1, 0, "《\\1》\\2", 0, NULL);
    }
  return marked;
}

/* A step of a calculation as a letter is set, where no space parts Chinese from figures and signs: 20,000.00×5个月＝100,000.00. */
static char *
format_working (const char *value)
{
  g_autoptr (GRegex) equals = g_regex_new (" *= *", 0, 0, NULL);
  g_autoptr (GRegex) space = g_regex_new ("(?<=[^\\x00-\\x7f]) +| +(?=[^\\x00-\\x7f])", 0, 0, NULL);
  g_autofree char *full = g_regex_replace_literal (equals, value, -1, 0, "＝", 0, NULL);

  return full != NULL ? g_regex_replace_literal (space, full, -1, 0, "", 0, NULL) : NULL;
}

static const struct
{
  const char *name;
  char *(*write) (const char *value);
} formats[] = {
  { "text", format_text },     { "name", format_text },       { "date", format_date },   { "month", format_month },
  { "period", format_period }, { "money", format_money },     { "upper", format_upper }, { "number", format_number },
  { "months", format_number }, { "percent", format_percent }, { "title", format_title }, { "mask", format_mask },
  { "last4", format_last4 },   { "clock", format_clock },     { "law", format_law },
  { "working", format_working },
};

/**
 * fw_field_knows:
 * @format: (nullable): the name of a way to write a fact; %NULL: as it stands
 *
 * Returns: whether there is such a way
 */
gboolean
fw_field_knows (const char *format)
{
  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (format, formats[i].name))
      return TRUE;
  return format == NULL;
}

/**
 * fw_field_format:
 * @format: (nullable): see docs/documents.md
 * @value: a fact as the facts document holds it
 *
 * Writes a fact as a paper carries it: "2026-03-31" as 2026年3月31日.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where @value is not what @format writes
 */
char *
fw_field_format (const char *format,
                 const char *value)
{
  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (format, formats[i].name))
      return formats[i].write (value);
  return format == NULL ? g_strdup (value) : NULL;
}

/**
 * fw_field_resolve:
 * @run: a field
 * @facts: what is known
 *
 * Gives the field its text. A fact that is not known makes it a gap, which is no error here.
 *
 * Returns: %FALSE with #FW_DOCUMENT_ERROR_TEMPLATE where path or format is wrong
 */
gboolean
fw_field_resolve (FwRun *run,
                  FwFacts *facts,
                  GError **error)
{
  g_autofree char *said = g_strdup (run->value);
  g_autofree char *value = NULL;
  g_autoptr (GError) problem = NULL;

  if (!fw_field_knows (run->format))
    {
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "“%s”: there is no format “%s”", run->path,
                   run->format);
      return FALSE;
    }
  if (said == NULL)
    {
      g_autoptr (FwXPath) path = fw_xpath_new (run->path, &problem);

      if (path == NULL || !fw_xpath_string (path, facts, &said, &problem))
        {
          g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "“%s”: %s", run->path, problem->message);
          return FALSE;
        }
    }
  value = said != NULL ? g_strstrip (fw_block_tidy (said)) : NULL;
  g_clear_pointer (&run->text, g_free);
  if (value != NULL && *value != '\0')
    run->text = fw_field_format (run->format, value);
  else if (g_strcmp0 (run->format, "title") == 0)
    run->text = g_strdup ("");
  run->gap = run->text == NULL;
  return TRUE;
}
