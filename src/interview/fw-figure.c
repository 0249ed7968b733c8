/* A figure of a person, and how it is said: 2026-03-15 is 三月十五日, 68000.00 is 六万八千. */
#include "interview/fw-script-private.h"

#include <string.h>

#include "core/fw-numerals.h"

static const char *const ways[] = { "text", "date", "money", "number", "months", "days", "period", "tenure" };
static const char *const english_months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                              "October", "November", "December" };

/* An XPath of an attribute; %TRUE with NULL where the attribute is absent. */
static gboolean
read_path (FwXmlNode *node,
           const char *attribute,
           const char *file,
           FwXPath **path,
           GError **error)
{
  const char *text = fw_xml_node_get (node, attribute);

  *path = text != NULL ? fw_xpath_new (text, error) : NULL;
  if (text != NULL && *path == NULL)
    {
      g_prefix_error (error, "%s:%d: ", file, fw_xml_node_line (node));
      return FALSE;
    }
  return TRUE;
}

FwFigure *
_fw_figure_new (FwXmlNode *node,
                const char *file,
                GError **error)
{
  FwFigure *self = g_new0 (FwFigure, 1);

  self->id = g_strdup (fw_xml_node_get (node, "id"));
  self->file = g_strdup (file);
  self->line = fw_xml_node_line (node);
  self->prepared = fw_xml_node_get (node, "prepared") != NULL;
  _fw_said_set (&self->name, node, "zh", "en");
  _fw_said_set (&self->ask, node, "ask-zh", "ask-en");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i], fw_xml_node_get (node, "say")))
      self->say = (FwSay) i;
  if (read_path (node, "path", file, &self->path, error) && read_path (node, "otherwise", file, &self->otherwise, error) &&
      read_path (node, "unit", file, &self->unit, error))
    return self;
  _fw_figure_free (self);
  return NULL;
}

void
_fw_figure_free (FwFigure *self)
{
  g_free (self->id);
  g_free (self->file);
  _fw_said_clear (&self->name);
  _fw_said_clear (&self->ask);
  g_clear_pointer (&self->path, fw_xpath_free);
  g_clear_pointer (&self->otherwise, fw_xpath_free);
  g_clear_pointer (&self->unit, fw_xpath_free);
  g_free (self);
}

static char *
say_year (int year)
{
  GString *said = g_string_new (NULL);
  g_autofree char *digits = g_strdup_printf ("%d", year);

  for (const char *digit = digits; *digit != '\0'; digit++)
    {
      g_autofree char *word = *digit == '0' ? g_strdup ("〇") : fw_numerals_han ((guint) (*digit - '0'));

      g_string_append (said, word);
    }
  g_string_append (said, "年");
  return g_string_free (said, FALSE);
}

/* The year is said where it is another than that of the talk. */
static char *
say_date (FwDate date,
          FwDate talk,
          gboolean with_day,
          gboolean chinese)
{
  gboolean with_year = !fw_date_is_known (talk) || talk.year != date.year;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;

  if (!chinese)
    {
      year = with_year ? g_strdup_printf (" %d", date.year) : g_strdup ("");
      return with_day ? g_strdup_printf ("%d %s%s", date.day, english_months[date.month - 1], year)
                      : g_strdup_printf ("%s%s", english_months[date.month - 1], year);
    }
  year = with_year ? say_year (date.year) : g_strdup ("");
  month = fw_numerals_han (date.month);
  day = fw_numerals_han (date.day);
  return with_day ? g_strdup_printf ("%s%s月%s日", year, month, day) : g_strdup_printf ("%s%s月份", year, month);
}

static char *
say_period (const char *text,
            FwDate talk,
            gboolean chinese)
{
  g_autofree char *first = g_strconcat (text, "-01", NULL);
  FwDate date = strlen (text) == 7 ? fw_date_from_string (first) : FW_DATE_UNKNOWN;

  return fw_date_is_known (date) ? say_date (date, talk, FALSE, chinese) : g_strdup (text);
}

/* English groups the thousands and leaves out zeros behind the point. */
static char *
say_number (const char *text,
            gboolean chinese)
{
  g_autoptr (FwNumber) number = NULL;
  g_auto (GStrv) parts = NULL;
  char *said;

  if (chinese)
    return fw_numerals_spoken (text);
  number = fw_number_parse (text);
  if (number == NULL)
    return NULL;
  parts = g_strsplit (text, ".", 2);
  said = fw_numerals_grouped (number, parts[1] != NULL && strspn (parts[1], "0") != strlen (parts[1]) ? (guint) strlen (parts[1]) : 0);
  return said;
}

/* A number of things that are halved: 三个半月, half a month. */
static char *
say_halves (const char *text,
            const char *zh,
            const char *zh_unit,
            const char *en,
            gboolean chinese)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  gboolean half = parts[1] != NULL && g_str_has_prefix (parts[1], "5") && strspn (parts[1] + 1, "0") == strlen (parts[1] + 1);
  g_autofree char *whole = NULL;

  if (!half || !chinese)
    {
      whole = say_number (text, chinese);
      if (whole == NULL)
        return NULL;
      if (chinese)
        return g_strconcat (whole, zh, zh_unit, NULL);
      return g_strdup_printf ("%s %s%s", whole, en, g_str_equal (whole, "1") ? "" : "s");
    }
  if (g_str_equal (parts[0], "0"))
    return g_strconcat ("半", zh, zh_unit, NULL);
  whole = fw_numerals_spoken (parts[0]);
  if (whole == NULL)
    return NULL;
  return *zh != '\0' ? g_strconcat (whole, zh, "半", zh_unit, NULL) : g_strconcat (whole, zh_unit, "半", NULL);
}

static char *
say_tenure (FwDate hired,
            FwDate talk,
            gboolean chinese)
{
  FwSpan span;
  g_autofree char *years = NULL, *months = NULL, *y = NULL, *m = NULL;

  if (!fw_date_is_known (hired) || !fw_date_is_known (talk) || fw_date_compare (hired, talk) > 0)
    return NULL;
  span = fw_date_span (hired, talk);
  y = g_strdup_printf ("%d", span.months / 12);
  m = g_strdup_printf ("%d", span.months % 12);
  years = say_halves (y, "", "年", "year", chinese);
  months = say_halves (m, "个", "月", "month", chinese);
  if (span.months == 0)
    return g_strdup (chinese ? "不到一个月" : "less than a month");
  if (span.months < 12)
    return g_steal_pointer (&months);
  if (span.months % 12 == 0)
    return g_steal_pointer (&years);
  return g_strconcat (years, chinese ? "零" : " and ", months, NULL);
}

static char *
with_unit (const char *number,
           const char *unit,
           gboolean chinese)
{
  if (*unit == '\0')
    return g_strdup (number);
  if (g_str_equal (unit, "%"))
    return chinese ? g_strconcat ("百分之", number, NULL) : g_strconcat (number, "%", NULL);
  return g_strconcat (number, chinese ? "" : " ", unit, NULL);
}

static char *
say (FwFigure *self,
     const char *value,
     const char *unit,
     FwDate talk,
     gboolean chinese)
{
  FwDate date = fw_date_from_string (value);
  g_autofree char *number = NULL;

  switch (self->say)
    {
    case FW_SAY_DATE:
      return fw_date_is_known (date) ? say_date (date, talk, TRUE, chinese) : NULL;
    case FW_SAY_MONEY:
      return say_number (value, chinese);
    case FW_SAY_NUMBER:
      number = say_number (value, chinese);
      return number != NULL ? with_unit (number, unit, chinese) : NULL;
    case FW_SAY_MONTHS:
      return say_halves (value, "个", "月", "month", chinese);
    case FW_SAY_DAYS:
      return say_halves (value, "", "天", "day", chinese);
    case FW_SAY_PERIOD:
      return say_period (value, talk, chinese);
    case FW_SAY_TENURE:
      return say_tenure (date, talk, chinese);
    case FW_SAY_TEXT:
    default:
      return g_strdup (value);
    }
}

/* What the facts say of a figure, and in what it is counted; a value of NULL where they do not know it. */
static gboolean
read_value (FwFigure *self,
            FwFacts *facts,
            char **value,
            char **unit,
            GError **error)
{
  *value = *unit = NULL;
  if (!fw_xpath_string (self->path, facts, value, error))
    return FALSE;
  if (*value == NULL && self->otherwise != NULL && !fw_xpath_string (self->otherwise, facts, value, error))
    return FALSE;
  if (self->unit != NULL && !fw_xpath_string (self->unit, facts, unit, error))
    return FALSE;
  return TRUE;
}

/**
 * _fw_figure_say:
 * @said: (out) (nullable): the words; %NULL where the facts do not know it
 *
 * Returns: %FALSE where its expression fails
 */
gboolean
_fw_figure_say (FwFigure *self,
                FwFacts *facts,
                gboolean chinese,
                char **said,
                GError **error)
{
  g_autofree char *value = NULL, *unit = NULL;

  *said = NULL;
  if (!read_value (self, facts, &value, &unit, error))
    return FALSE;
  if (value != NULL)
    *said = say (self, value, unit != NULL ? unit : "", fw_facts_get_date (facts, "@as-of"), chinese);
  return TRUE;
}

/* A day or a month as people write it, 2026年3月15日 or 15 March 2026. */
static char *
write_date (const char *text,
            gboolean chinese)
{
  gboolean month = strlen (text) == 7;
  g_autofree char *first = month ? g_strconcat (text, "-01", NULL) : g_strdup (text);
  FwDate date = fw_date_from_string (first);

  if (!fw_date_is_known (date))
    return g_strdup (text);
  if (month)
    return chinese ? g_strdup_printf ("%d年%d月", date.year, date.month)
                   : g_strdup_printf ("%s %d", english_months[date.month - 1], date.year);
  return chinese ? g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day)
                 : g_strdup_printf ("%d %s %d", date.day, english_months[date.month - 1], date.year);
}

static char *
write_tenure (FwDate hired,
              FwDate talk,
              gboolean chinese)
{
  FwSpan span;

  if (!chinese || !fw_date_is_known (hired) || !fw_date_is_known (talk) || fw_date_compare (hired, talk) > 0)
    return say_tenure (hired, talk, chinese);
  span = fw_date_span (hired, talk);
  if (span.months == 0)
    return g_strdup ("不到 1 个月");
  if (span.months < 12)
    return g_strdup_printf ("%d 个月", span.months);
  return span.months % 12 == 0 ? g_strdup_printf ("%d 年", span.months / 12)
                               : g_strdup_printf ("%d 年 %d 个月", span.months / 12, span.months % 12);
}

static char *
write_value (FwFigure *self,
             const char *value,
             const char *unit,
             FwDate talk,
             gboolean chinese)
{
  g_autoptr (FwNumber) number = NULL;
  gboolean tight = g_str_equal (unit, "%") || *unit == '\0';

  switch (self->say)
    {
    case FW_SAY_DATE:
    case FW_SAY_PERIOD:
      return write_date (value, chinese);
    case FW_SAY_MONEY:
      number = fw_number_parse (value);
      return number != NULL ? fw_numerals_grouped (number, 2) : g_strdup (value);
    case FW_SAY_NUMBER:
      return g_strconcat (value, tight ? "" : " ", unit, NULL);
    case FW_SAY_MONTHS:
    case FW_SAY_DAYS:
      if (!chinese)
        return say (self, value, unit, talk, FALSE);
      return g_strconcat (value, self->say == FW_SAY_DAYS ? " 天" : " 个月", NULL);
    case FW_SAY_TENURE:
      return write_tenure (fw_date_from_string (value), talk, chinese);
    case FW_SAY_TEXT:
    default:
      return g_strdup (value);
    }
}

/**
 * _fw_figure_write:
 * @written: (out) (nullable): as it is read from a sheet; %NULL where the facts do not know it
 *
 * Returns: %FALSE where its expression fails
 */
gboolean
_fw_figure_write (FwFigure *self,
                  FwFacts *facts,
                  gboolean chinese,
                  char **written,
                  GError **error)
{
  g_autofree char *value = NULL, *unit = NULL;

  *written = NULL;
  if (!read_value (self, facts, &value, &unit, error))
    return FALSE;
  if (value != NULL)
    *written = write_value (self, value, unit != NULL ? unit : "", fw_facts_get_date (facts, "@as-of"), chinese);
  return TRUE;
}

/**
 * _fw_figure_kind:
 *
 * Returns: (transfer none): of what kind the value is that somebody fills in: text, date, money or number
 */
const char *
_fw_figure_kind (FwFigure *self)
{
  switch (self->say)
    {
    case FW_SAY_DATE:
    case FW_SAY_TENURE:
      return "date";
    case FW_SAY_MONEY:
      return "money";
    case FW_SAY_NUMBER:
    case FW_SAY_MONTHS:
    case FW_SAY_DAYS:
      return "number";
    case FW_SAY_TEXT:
    case FW_SAY_PERIOD:
    default:
      return "text";
    }
}
