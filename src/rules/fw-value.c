#include "rules/fw-value.h"

#include <string.h>

/* A third of a month and the like: enough digits to recognise, few enough to read. */
#define MAX_MONTH_DIGITS 4
#define MAX_RATE_DIGITS 6

FwValue
fw_value_new_number (FwNumber *number)
{
  FwValue value = { 0 };

  value.kind = number != NULL ? FW_VALUE_NUMBER : FW_VALUE_UNKNOWN;
  value.number = number;
  return value;
}

FwValue
fw_value_new_whole (gint64 number)
{
  return fw_value_new_number (fw_number_new (number));
}

FwValue
fw_value_new_date (FwDate date)
{
  FwValue value = { 0 };

  value.kind = fw_date_is_known (date) ? FW_VALUE_DATE : FW_VALUE_UNKNOWN;
  value.date = date;
  return value;
}

FwValue
fw_value_new_truth (gboolean truth)
{
  FwValue value = { 0 };

  value.kind = FW_VALUE_TRUTH;
  value.truth = truth;
  return value;
}

FwValue
fw_value_new_text (const char *text)
{
  FwValue value = { 0 };

  value.kind = text != NULL ? FW_VALUE_TEXT : FW_VALUE_UNKNOWN;
  value.text = text != NULL ? g_ref_string_new (text) : NULL;
  return value;
}

/**
 * fw_value_new_list:
 * @list: (transfer full) (element-type FwNumber): the numbers, in order
 */
FwValue
fw_value_new_list (GPtrArray *list)
{
  FwValue value = { 0 };

  value.kind = FW_VALUE_LIST;
  value.list = list;
  return value;
}

/* A copy that shares what it points to; to be cleared. */
FwValue
fw_value_copy (const FwValue *self)
{
  FwValue value = *self;

  if (value.number != NULL)
    fw_number_ref (value.number);
  if (value.text != NULL)
    g_ref_string_acquire (value.text);
  if (value.list != NULL)
    g_ptr_array_ref (value.list);
  return value;
}

void
fw_value_clear (FwValue *self)
{
  g_clear_pointer (&self->number, fw_number_unref);
  g_clear_pointer (&self->text, g_ref_string_release);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->kind = FW_VALUE_UNKNOWN;
}

gboolean
fw_value_is_known (const FwValue *self)
{
  return self->kind != FW_VALUE_UNKNOWN;
}

/**
 * fw_value_compare:
 * @order: (out): as strcmp() answers
 *
 * Returns: %TRUE where the two can be compared: two numbers or two days
 */
gboolean
fw_value_compare (const FwValue *a,
                  const FwValue *b,
                  int *order)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == FW_VALUE_NUMBER)
    *order = fw_number_compare (a->number, b->number);
  else if (a->kind == FW_VALUE_DATE)
    *order = fw_date_compare (a->date, b->date);
  else
    return FALSE;
  return TRUE;
}

/* Whether both are known and the same, amounts by their number and services by their days. */
gboolean
fw_value_equal (const FwValue *a,
                const FwValue *b)
{
  int order;

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == FW_VALUE_TRUTH)
    return a->truth == b->truth;
  if (a->kind == FW_VALUE_TEXT)
    return strcmp (a->text, b->text) == 0;
  return fw_value_compare (a, b, &order) && order == 0;
}

/**
 * fw_value_from_literal:
 * @text: a decimal, a day, true, false or a 'quoted text'
 *
 * Answers the value, or unknown where @text is none of these.
 */
FwValue
fw_value_from_literal (const char *text)
{
  gsize length = strlen (text);
  FwDate date = fw_date_from_string (text);

  if (length >= 2 && text[0] == '\'' && text[length - 1] == '\'')
    {
      g_autofree char *inner = g_strndup (text + 1, length - 2);

      return fw_value_new_text (inner);
    }
  if (fw_date_is_known (date))
    return fw_value_new_date (date);
  if (strcmp (text, "true") == 0 || strcmp (text, "false") == 0)
    return fw_value_new_truth (text[0] == 't');
  return fw_value_new_number (fw_number_parse (text));
}

static gboolean
is_whole (const FwNumber *number)
{
  g_autoptr (FwNumber) floor = fw_number_floor (number);

  return fw_number_compare (floor, number) == 0;
}

static gboolean
parse_number (const char *text,
              FwValueType type,
              FwValue *value)
{
  g_autoptr (FwNumber) number = fw_number_parse (text);

  if (number == NULL || (type != FW_AS_PLAIN_NUMBER && text[0] == '-') ||
      ((type == FW_AS_COUNT || type == FW_AS_DAYS) && !is_whole (number)))
    return FALSE;
  *value = fw_value_new_number (g_steal_pointer (&number));
  return TRUE;
}

static gboolean
parse_list (const char *text,
            FwValue *value)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_number_unref);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      FwNumber *number = fw_number_parse (g_strstrip (parts[i]));

      if (number == NULL || parts[i][0] == '-')
        {
          g_clear_pointer (&number, fw_number_unref);
          return FALSE;
        }
      g_ptr_array_add (list, number);
    }
  *value = fw_value_new_list (g_steal_pointer (&list));
  return value->list->len > 0;
}

/**
 * fw_value_parse:
 * @value: (out): what @text says
 *
 * Returns: %TRUE where @text is a value of @type as facts and the command line write it
 */
gboolean
fw_value_parse (const char *text,
                FwValueType type,
                FwValue *value)
{
  switch (type)
    {
    case FW_AS_DATE:
      *value = fw_value_new_date (fw_date_from_string (text));
      return fw_value_is_known (value);
    case FW_AS_TRUTH:
      *value = fw_value_new_truth (strcmp (text, "true") == 0);
      return value->truth || strcmp (text, "false") == 0;
    case FW_AS_TEXT:
    case FW_AS_GROUND:
      *value = fw_value_new_text (text);
      return TRUE;
    case FW_AS_MONEY_LIST:
      return parse_list (text, value);
    case FW_AS_MONEY:
    case FW_AS_MONTHS:
    case FW_AS_PLAIN_NUMBER:
    case FW_AS_COUNT:
    case FW_AS_DAYS:
    case FW_AS_RATE:
      return parse_number (text, type, value);
    case FW_AS_SERVICE:
    case FW_AS_NOTHING:
    default:
      return FALSE;
    }
}

static char *
number_to_plain (const FwNumber *number,
                 FwValueType type,
                 guint digits)
{
  switch (type)
    {
    case FW_AS_MONEY:
    case FW_AS_MONEY_LIST:
      return fw_number_to_fixed (number, digits);
    case FW_AS_MONTHS:
      return fw_number_to_short (number, 0, MAX_MONTH_DIGITS);
    case FW_AS_RATE:
      return fw_number_to_short (number, 2, MAX_RATE_DIGITS);
    case FW_AS_COUNT:
    case FW_AS_DAYS:
    case FW_AS_PLAIN_NUMBER:
    case FW_AS_NOTHING:
    case FW_AS_DATE:
    case FW_AS_TRUTH:
    case FW_AS_TEXT:
    case FW_AS_GROUND:
    case FW_AS_SERVICE:
    default:
      return fw_number_to_short (number, 0, MAX_RATE_DIGITS);
    }
}

/**
 * fw_value_to_plain:
 * @digits: after the point of the currency
 *
 * Returns: (transfer full) (nullable): the value as JSON and files write it; %NULL where it is unknown
 */
char *
fw_value_to_plain (const FwValue *self,
                   FwValueType type,
                   guint digits)
{
  switch (self->kind)
    {
    case FW_VALUE_NUMBER:
      return number_to_plain (self->number, type, digits);
    case FW_VALUE_DATE:
      return fw_date_to_string (self->date);
    case FW_VALUE_TRUTH:
      return g_strdup (self->truth ? "true" : "false");
    case FW_VALUE_TEXT:
      return g_strdup (self->text);
    case FW_VALUE_SERVICE:
      return g_strdup_printf ("P%dY%dM%dD", self->service.months / 12, self->service.months % 12, self->service.days);
    case FW_VALUE_LIST:
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint i = 0; i < self->list->len; i++)
          {
            g_autofree char *one = number_to_plain (g_ptr_array_index (self->list, i), FW_AS_MONEY, digits);

            g_string_append_printf (text, "%s%s", i > 0 ? "," : "", one);
          }
        return g_string_free (g_steal_pointer (&text), FALSE);
      }
    case FW_VALUE_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * fw_display_date:
 *
 * Returns: (transfer full): 2026年3月31日 or 31 March 2026; "" for an unknown day
 */
char *
fw_display_date (FwDate date,
                 FwLanguage language)
{
  static const char *months[] = { "January", "February", "March", "April", "May", "June", "July",
                                  "August", "September", "October", "November", "December" };

  if (!fw_date_is_known (date))
    return g_strdup ("");
  if (language == FW_LANGUAGE_ZH)
    return g_strdup_printf ("%d年%d月%d日", date.year, date.month, date.day);
  return g_strdup_printf ("%d %s %d", date.day, months[date.month - 1], date.year);
}

/**
 * fw_display_decimal:
 * @plain: a decimal in the C locale
 *
 * Returns: (transfer full): the same with commas between thousands
 */
char *
fw_display_decimal (const char *plain)
{
  g_autoptr (GString) text = g_string_new (plain);
  char *point = strchr (text->str, '.');
  gssize at = point != NULL ? point - text->str : (gssize) text->len;
  gssize start = text->str[0] == '-' ? 1 : 0;

  for (at -= 3; at > start; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
display_service (const FwService *service,
                 FwLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const int counts[] = { service->months / 12, service->months % 12, service->days };
  const char *zh[] = { "年", "个月", "天" };
  const char *en[] = { "year", "month", "day" };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] != 0 || (i == 2 && text->len == 0))
      {
        if (language == FW_LANGUAGE_ZH)
          g_string_append_printf (text, "%d%s", counts[i], zh[i]);
        else
          g_string_append_printf (text, "%s%d %s%s", text->len > 0 ? " " : "", counts[i], en[i], counts[i] == 1 ? "" : "s");
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fw_value_to_display:
 *
 * Returns: (transfer full): the value as a sentence shows it; a mark where it is unknown
 */
char *
fw_value_to_display (const FwValue *self,
                     FwValueType type,
                     guint digits,
                     FwLanguage language)
{
  g_autofree char *plain = NULL;

  if (self->kind == FW_VALUE_UNKNOWN)
    return g_strdup (language == FW_LANGUAGE_ZH ? "（待补充）" : "(not known)");
  if (self->kind == FW_VALUE_DATE)
    return fw_display_date (self->date, language);
  if (self->kind == FW_VALUE_SERVICE)
    return display_service (&self->service, language);
  if (self->kind == FW_VALUE_TRUTH && language == FW_LANGUAGE_ZH)
    return g_strdup (self->truth ? "是" : "否");
  if (self->kind == FW_VALUE_TRUTH)
    return g_strdup (self->truth ? "yes" : "no");
  if (self->kind == FW_VALUE_NUMBER && type == FW_AS_MONTHS)
    return fw_number_to_short (self->number, 0, MAX_MONTH_DIGITS);
  if (self->kind == FW_VALUE_NUMBER && type == FW_AS_RATE)
    {
      g_autoptr (FwNumber) hundred = fw_number_new (100);
      g_autoptr (FwNumber) percent = fw_number_multiply (self->number, hundred);
      g_autofree char *text = fw_number_to_short (percent, 0, MAX_MONTH_DIGITS);

      return g_strconcat (text, "%", NULL);
    }
  plain = fw_value_to_plain (self, type, digits);
  if (self->kind == FW_VALUE_NUMBER && type == FW_AS_MONEY)
    return fw_display_decimal (plain);
  return g_steal_pointer (&plain);
}

/**
 * fw_value_to_json:
 *
 * Returns: (transfer full): money, months, rates and other decimals as text, counts and days as numbers, null where unknown
 */
JsonNode *
fw_value_to_json (const FwValue *self,
                  FwValueType type,
                  guint digits)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *plain = NULL;

  if (self->kind == FW_VALUE_UNKNOWN)
    {
      json_node_free (node);
      return json_node_new (JSON_NODE_NULL);
    }
  if (self->kind == FW_VALUE_TRUTH)
    json_node_set_boolean (node, self->truth);
  else if (self->kind == FW_VALUE_NUMBER && (type == FW_AS_COUNT || type == FW_AS_DAYS) && is_whole (self->number))
    json_node_set_int (node, fw_number_to_int (self->number));
  else
    {
      plain = fw_value_to_plain (self, type, digits);
      json_node_set_string (node, plain);
    }
  return node;
}

/**
 * fw_value_type_named:
 * @name: (nullable): a type's name in a pack
 */
FwValueType
fw_value_type_named (const char *name)
{
  static const char *names[] = { "", "date", "money", "months", "number", "count", "days",
                                 "rate", "truth", "text", "ground", "money-list", "service" };

  for (guint i = 1; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return (FwValueType) i;
  return FW_AS_NOTHING;
}
