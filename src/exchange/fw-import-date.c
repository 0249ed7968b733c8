#include <string.h>

#include "exchange/fw-import-value.h"

/* Day numbers from 1930 to 2099: what a spreadsheet makes of a day in anybody's working life. */
#define FIRST_SERIAL 10959
#define LAST_SERIAL  73050

/*
 * Up to three numbers of a date as written and how many digits each has; what stands behind the last is
 * @rest.
 */
typedef struct
{
  int         numbers[3];
  guint       digits[3];
  guint       count;
  const char *rest;
} Pieces;

static const char *
skip_separator (const char *at)
{
  const char *const separators[] = { "-", "/", ".", "年", "月", "—", "–" };

  while (*at == ' ')
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (at, separators[i]))
      {
        at += strlen (separators[i]);
        while (*at == ' ')
          at++;
        return at;
      }
  return NULL;
}

static Pieces
take_pieces (const char *text)
{
  Pieces pieces = { .rest = text };
  const char *at = text;

  while (at != NULL && pieces.count < 3 && g_ascii_isdigit (*at))
    {
      guint digits = (guint) strspn (at, "0123456789");

      if (digits > 8)
        return (Pieces){ .rest = text };
      pieces.digits[pieces.count] = digits;
      pieces.numbers[pieces.count++] = atoi (at);
      pieces.rest = at + digits;
      at = skip_separator (pieces.rest);
      if (at != NULL && *at == '\0')
        pieces.rest = at;
    }
  return pieces;
}

/* What may follow a day: nothing, 日 or 号, a time of day that a program added. */
static gboolean
is_ending (const char *rest)
{
  const char *const words[] = { "日", "号", "日起" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (rest, words[i]) == 0)
      return TRUE;
  if (*rest == ' ' || *rest == 'T')
    return rest[1] != '\0' && strspn (rest + 1, "0123456789:.ZAPM +") == strlen (rest + 1);
  return *rest == '\0';
}

static char *
make_day (int year,
          int month,
          int day,
          FwImportFault *fault)
{
  g_autofree char *month_text = g_strdup_printf ("%d", month);
  g_autofree char *day_text = g_strdup_printf ("%d", day);
  FwDate date = fw_date_new (year, month, day);

  if (month < 1 || month > 12)
    fw_import_fault_set (fault, "no-such-month", month_text, NULL);
  else if (!fw_date_is_known (date))
    fw_import_fault_set (fault, "no-such-day", month_text, day_text);
  return fw_date_to_string (date);
}

/**
 * fw_import_is_serial:
 * @text: without blanks around it
 *
 * Answers whether this can be a spreadsheet's number for a day of 1930 to 2099, with or without a part of a
 * day.
 */
gboolean
fw_import_is_serial (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  int number;

  if (digits != 5 || (text[digits] != '\0' && text[digits] != '.') ||
      (text[digits] == '.' && strspn (text + digits + 1, "0123456789") != strlen (text + digits + 1)))
    return FALSE;
  number = atoi (text);
  return number >= FIRST_SERIAL && number <= LAST_SERIAL;
}

static FwDate
from_serial (const char *text)
{
  return fw_date_add_days (fw_date_new (1899, 12, 30), atoi (text));
}

static char *
read_year_last (const Pieces *pieces,
                FwImportDateOrder order,
                FwImportFault *fault)
{
  if (order == FW_IMPORT_YEAR_FIRST)
    {
      fw_import_fault_set (fault, "date-order", NULL, NULL);
      return NULL;
    }
  return order == FW_IMPORT_MONTH_FIRST
           ? make_day (pieces->numbers[2], pieces->numbers[0], pieces->numbers[1], fault)
           : make_day (pieces->numbers[2], pieces->numbers[1], pieces->numbers[0], fault);
}

/**
 * fw_import_read_date:
 * @text: narrow and without blanks around it
 *
 * Reads a day as companies write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, a spreadsheet's
 * number where @forms says that the column has them, and 1/31/2026 only where @forms says what comes first.
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD; %NULL with @fault set
 */
char *
fw_import_read_date (const char *text,
                     const FwImportForms *forms,
                     FwImportFault *fault)
{
  Pieces pieces = take_pieces (text);

  if (fw_import_is_serial (text))
    {
      if (forms->serials)
        return fw_date_to_string (from_serial (text));
      fw_import_fault_set (fault, "date-serial", NULL, NULL);
    }
  else if (pieces.count == 1 && pieces.digits[0] == 8 && is_ending (pieces.rest))
    return make_day (pieces.numbers[0] / 10000, pieces.numbers[0] / 100 % 100, pieces.numbers[0] % 100, fault);
  else if (pieces.count == 3 && pieces.digits[0] == 4 && pieces.digits[2] <= 2 && is_ending (pieces.rest))
    return make_day (pieces.numbers[0], pieces.numbers[1], pieces.numbers[2], fault);
  else if (pieces.count == 3 && pieces.digits[2] == 4 && pieces.digits[0] <= 2 && is_ending (pieces.rest))
    return read_year_last (&pieces, forms->order, fault);
  else if (pieces.count == 2 && pieces.digits[0] == 4 && (pieces.numbers[1] < 1 || pieces.numbers[1] > 12))
    return make_day (pieces.numbers[0], pieces.numbers[1], 1, fault);
  else if (pieces.count == 2 && pieces.digits[0] == 4)
    fw_import_fault_set (fault, "date-without-day", NULL, NULL);
  else
    fw_import_fault_set (fault, "date-form", NULL, NULL);
  return NULL;
}

static char *
make_month (int year,
            int month,
            FwImportFault *fault)
{
  g_autofree char *day = make_day (year, month, 1, fault);

  return day != NULL ? g_strndup (day, strlen ("YYYY-MM")) : NULL;
}

static gboolean
ends_month (const char *rest)
{
  return *rest == '\0' || strcmp (rest, "份") == 0 || strcmp (rest, "月份") == 0;
}

/**
 * fw_import_read_month:
 * @text: narrow and without blanks around it
 *
 * Reads 2026-03, 2026/3, 2026.3, 2026年3月, 2026年3月份, 202603, or any form of a day in that month.
 *
 * Returns: (transfer full) (nullable): YYYY-MM; %NULL with @fault set
 */
char *
fw_import_read_month (const char *text,
                      const FwImportForms *forms,
                      FwImportFault *fault)
{
  Pieces pieces = take_pieces (text);
  g_autofree char *day = NULL;

  if (pieces.count == 1 && pieces.digits[0] == 6 && *pieces.rest == '\0')
    return make_month (pieces.numbers[0] / 100, pieces.numbers[0] % 100, fault);
  if (pieces.count == 2 && pieces.digits[0] == 4 && pieces.digits[1] <= 2 && ends_month (pieces.rest))
    return make_month (pieces.numbers[0], pieces.numbers[1], fault);
  day = fw_import_read_date (text, forms, fault);
  if (day != NULL)
    return g_strndup (day, strlen ("YYYY-MM"));
  if (g_strcmp0 (fault->reason, "date-form") == 0)
    fw_import_fault_set (fault, "month-form", NULL, NULL);
  return NULL;
}

/* The part of a year behind its number: "Q1" for 第一季度, "" for a whole year, NULL where it is none. */
static const char *
find_part (const char *rest)
{
  static const struct
  {
    const char *words;
    const char *part;
  } parts[] = {
    { "|年|年度|全年|年全年|", "" },
    { "|Q1|-Q1|年Q1|一季度|年一季度|第一季度|年第一季度|1季度|年1季度|年第1季度|", "-Q1" },
    { "|Q2|-Q2|年Q2|二季度|年二季度|第二季度|年第二季度|2季度|年2季度|年第2季度|", "-Q2" },
    { "|Q3|-Q3|年Q3|三季度|年三季度|第三季度|年第三季度|3季度|年3季度|年第3季度|", "-Q3" },
    { "|Q4|-Q4|年Q4|四季度|年四季度|第四季度|年第四季度|4季度|年4季度|年第4季度|", "-Q4" },
    { "|H1|-H1|年H1|上半年|年上半年|", "-H1" },
    { "|H2|-H2|年H2|下半年|年下半年|", "-H2" },
  };
  g_autofree char *folded = g_ascii_strup (rest, -1);
  g_autofree char *bounded = g_strdup_printf ("|%s|", g_strdelimit (g_strstrip (folded), "|", '!'));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (parts[i].words, bounded) != NULL)
      return parts[i].part;
  return NULL;
}

/**
 * fw_import_read_period:
 * @text: narrow and without blanks around it
 *
 * Reads the period of a review: a month as fw_import_read_month() does, a quarter (2026Q1, 2026年第一季度), half
 * a year (2026年上半年) or a year.
 *
 * Returns: (transfer full) (nullable): YYYY-MM, YYYY-Q1, YYYY-H1 or YYYY; %NULL with @fault set
 */
char *
fw_import_read_period (const char *text,
                       const FwImportForms *forms,
                       FwImportFault *fault)
{
  const char *part = strspn (text, "0123456789") == 4 ? find_part (text + 4) : NULL;
  char *month;

  if (part != NULL && g_str_has_prefix (text, "0"))
    part = NULL;
  if (part != NULL || (strlen (text) == 4 && strspn (text, "0123456789") == 4 && text[0] != '0'))
    return g_strdup_printf ("%.4s%s", text, part != NULL ? part : "");
  month = fw_import_read_month (text, forms, fault);
  if (month == NULL && g_strcmp0 (fault->reason, "month-form") == 0)
    fw_import_fault_set (fault, "period-form", NULL, NULL);
  return month;
}
