/* The functions in urn:fairwell:functions:1. docs/facts.md describes each; a date that is absent or no date makes a
 * date unknown (""), a number not a number and a comparison false: a rule names what it needs (needs) and is then warned. */
#include "facts/fw-calendar.h"
#include "facts/fw-facts-private.h"

#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#define MAX_ARGUMENTS 5

typedef struct
{
  char *texts[MAX_ARGUMENTS];
  FwFunctionScope *scope;
} FwArguments;

/* What a function answers; exactly one is looked at, by its kind. */
typedef struct
{
  FwDate date;
  double number;
  gboolean truth;
  char *text;
} FwAnswer;

typedef enum
{
  ANSWERS_DATE,
  ANSWERS_NUMBER,
  ANSWERS_TRUTH,
  ANSWERS_TEXT,
} FwAnswerKind;

typedef struct
{
  const char *name;
  int least;
  int most;
  FwAnswerKind kind;
  void (*answer) (const FwArguments *arguments, FwAnswer *answer);
  xmlXPathFunction entry;
} FwFunction;

static FwDate
date_at (const FwArguments *arguments,
         int index)
{
  return fw_date_from_string (arguments->texts[index]);
}

static gboolean
dates_at (const FwArguments *arguments,
          FwDate *a,
          FwDate *b)
{
  *a = date_at (arguments, 0);
  *b = date_at (arguments, 1);
  return fw_date_is_known (*a) && fw_date_is_known (*b);
}

static gboolean
whole_at (const FwArguments *arguments,
          int index,
          int *whole)
{
  double value = xmlXPathCastStringToNumber ((const xmlChar *) arguments->texts[index]);

  if (isnan (value) || fabs (value) > 200000)
    return FALSE;
  *whole = (int) floor (value);
  return TRUE;
}

static void
judged_on (const FwArguments *arguments,
           FwAnswer *answer)
{
  answer->date = arguments->scope->judged_on;
}

static void
as_of (const FwArguments *arguments,
       FwAnswer *answer)
{
  answer->date = arguments->scope->as_of;
}

static void
before (const FwArguments *arguments,
        FwAnswer *answer)
{
  FwDate a, b;

  answer->truth = dates_at (arguments, &a, &b) && fw_date_compare (a, b) < 0;
}

static void
on_or_before (const FwArguments *arguments,
              FwAnswer *answer)
{
  FwDate a, b;

  answer->truth = dates_at (arguments, &a, &b) && fw_date_compare (a, b) <= 0;
}

static void
after (const FwArguments *arguments,
       FwAnswer *answer)
{
  FwDate a, b;

  answer->truth = dates_at (arguments, &a, &b) && fw_date_compare (a, b) > 0;
}

static void
on_or_after (const FwArguments *arguments,
             FwAnswer *answer)
{
  FwDate a, b;

  answer->truth = dates_at (arguments, &a, &b) && fw_date_compare (a, b) >= 0;
}

/* within(date, from, until): both ends count, an absent end is open. */
static void
within (const FwArguments *arguments,
        FwAnswer *answer)
{
  FwDate date = date_at (arguments, 0), from = date_at (arguments, 1), until = date_at (arguments, 2);

  answer->truth = fw_date_is_known (date) && (!fw_date_is_known (from) || fw_date_compare (from, date) <= 0) &&
                  (!fw_date_is_known (until) || fw_date_compare (date, until) <= 0);
}

static void
known_date (const FwArguments *arguments,
            FwAnswer *answer)
{
  answer->truth = fw_date_is_known (date_at (arguments, 0));
}

static void
days_between (const FwArguments *arguments,
              FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->number = fw_date_days_between (a, b);
}

static void
working_days_between (const FwArguments *arguments,
                      FwAnswer *answer)
{
  FwDate a, b;
  int count = -1;

  if (dates_at (arguments, &a, &b))
    count = fw_calendar_working_days (arguments->scope->facts, a, b);
  answer->number = count >= 0 ? count : NAN;
}

static void
months_between (const FwArguments *arguments,
                FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->number = fw_date_span (a, b).months;
}

static void
years_between (const FwArguments *arguments,
               FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->number = floor (fw_date_span (a, b).months / 12.0);
}

/* service-months(hired, last day): both days count. */
static void
service_months (const FwArguments *arguments,
                FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->number = fw_date_span (a, fw_date_add_days (b, 1)).months;
}

static void
service_years (const FwArguments *arguments,
               FwAnswer *answer)
{
  service_months (arguments, answer);
  answer->number = floor (answer->number / 12);
}

/* service-half-years(hired, last day): years, a rest under six months as half a year, any other rest as a whole one. */
static void
service_half_years (const FwArguments *arguments,
                    FwAnswer *answer)
{
  FwDate a, b;
  FwSpan span;
  int rest;

  if (!dates_at (arguments, &a, &b))
    return;
  span = fw_date_span (a, fw_date_add_days (b, 1));
  rest = span.months % 12;
  answer->number = span.months / 12 + (rest >= 6 ? 1 : rest > 0 || span.days > 0 ? 0.5 : 0);
}

static void
add_days (const FwArguments *arguments,
          FwAnswer *answer)
{
  int count;

  if (whole_at (arguments, 1, &count))
    answer->date = fw_date_add_days (date_at (arguments, 0), count);
}

static void
add_working_days (const FwArguments *arguments,
                  FwAnswer *answer)
{
  int count;

  if (whole_at (arguments, 1, &count))
    answer->date = fw_calendar_add_working_days (arguments->scope->facts, date_at (arguments, 0), count);
}

static void
add_months (const FwArguments *arguments,
            FwAnswer *answer)
{
  int count;

  if (whole_at (arguments, 1, &count))
    answer->date = fw_date_add_months (date_at (arguments, 0), count);
}

static void
add_years (const FwArguments *arguments,
           FwAnswer *answer)
{
  int count;

  if (whole_at (arguments, 1, &count) && ABS (count) < 10000)
    answer->date = fw_date_add_years (date_at (arguments, 0), count);
}

static void
earlier (const FwArguments *arguments,
         FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->date = fw_date_compare (a, b) <= 0 ? a : b;
}

static void
later (const FwArguments *arguments,
       FwAnswer *answer)
{
  FwDate a, b;

  if (dates_at (arguments, &a, &b))
    answer->date = fw_date_compare (a, b) >= 0 ? a : b;
}

static void
month_end (const FwArguments *arguments,
           FwAnswer *answer)
{
  answer->date = fw_date_month_end (date_at (arguments, 0));
}

static void
month_of (const FwArguments *arguments,
          FwAnswer *answer)
{
  FwDate date = date_at (arguments, 0);

  if (fw_date_is_known (date))
    answer->text = g_strdup_printf ("%04d-%02d", date.year, date.month);
}

static void
weekday (const FwArguments *arguments,
         FwAnswer *answer)
{
  int day = fw_date_weekday (date_at (arguments, 0));

  answer->number = day > 0 ? day : NAN;
}

static void
is_working_day (const FwArguments *arguments,
                FwAnswer *answer)
{
  FwDate date = date_at (arguments, 0);

  answer->truth = fw_date_is_known (date) && fw_calendar_is_working_day (arguments->scope->facts, date);
}

/* in-last-months(month, day, n): is the YYYY-MM one of the n last complete months before day; the month of day itself counts where
 * day is its last day. */
static void
in_last_months (const FwArguments *arguments,
                FwAnswer *answer)
{
  g_autofree char *first = g_strconcat (arguments->texts[0], "-01", NULL);
  FwDate month = fw_date_from_string (first), day = date_at (arguments, 1);
  int count, distance;

  if (!fw_date_is_known (month) || !fw_date_is_known (day) || !whole_at (arguments, 2, &count))
    return;
  distance = (day.year - month.year) * 12 + day.month - month.month;
  if (fw_date_compare (fw_date_month_end (day), day) == 0)
    distance++;
  answer->truth = distance >= 1 && distance <= count;
}

static void
one_of (const FwArguments *arguments,
        FwAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit (arguments->texts[1], " ", -1);

  answer->truth = arguments->texts[0][0] != '\0' && g_strv_contains ((const char *const *) words, arguments->texts[0]);
}

static void
function_cb (xmlXPathParserContext *parser,
             int count);
static void
window_cb (xmlXPathParserContext *parser,
           int count);
static void
extreme_cb (xmlXPathParserContext *parser,
            int count);
static void
last_months_cb (xmlXPathParserContext *parser,
                int count);

/* Sorted by name. */
static const FwFunction functions[] = {
  { "add-days", 2, 2, ANSWERS_DATE, add_days, function_cb },
  { "add-months", 2, 2, ANSWERS_DATE, add_months, function_cb },
  { "add-working-days", 2, 2, ANSWERS_DATE, add_working_days, function_cb },
  { "add-years", 2, 2, ANSWERS_DATE, add_years, function_cb },
  { "after", 2, 2, ANSWERS_TRUTH, after, function_cb },
  { "age", 2, 2, ANSWERS_NUMBER, years_between, function_cb },
  { "as-of", 0, 0, ANSWERS_DATE, as_of, function_cb },
  { "before", 2, 2, ANSWERS_TRUTH, before, function_cb },
  { "count-between", 3, 3, ANSWERS_NUMBER, NULL, window_cb },
  { "days-between", 2, 2, ANSWERS_NUMBER, days_between, function_cb },
  { "earlier", 2, 2, ANSWERS_DATE, earlier, function_cb },
  { "earliest", 1, 1, ANSWERS_DATE, NULL, extreme_cb },
  { "in-last-months", 3, 3, ANSWERS_TRUTH, in_last_months, function_cb },
  { "is-date", 1, 1, ANSWERS_TRUTH, known_date, function_cb },
  { "is-working-day", 1, 1, ANSWERS_TRUTH, is_working_day, function_cb },
  { "judged-on", 0, 0, ANSWERS_DATE, judged_on, function_cb },
  { "last-months", 3, 3, ANSWERS_TEXT, NULL, last_months_cb },
  { "later", 2, 2, ANSWERS_DATE, later, function_cb },
  { "latest", 1, 1, ANSWERS_DATE, NULL, extreme_cb },
  { "month", 1, 1, ANSWERS_TEXT, month_of, function_cb },
  { "month-end", 1, 1, ANSWERS_DATE, month_end, function_cb },
  { "months-between", 2, 2, ANSWERS_NUMBER, months_between, function_cb },
  { "on-or-after", 2, 2, ANSWERS_TRUTH, on_or_after, function_cb },
  { "on-or-before", 2, 2, ANSWERS_TRUTH, on_or_before, function_cb },
  { "one-of", 2, 2, ANSWERS_TRUTH, one_of, function_cb },
  { "recorded-months", 3, 3, ANSWERS_TEXT, NULL, last_months_cb },
  { "service-half-years", 2, 2, ANSWERS_NUMBER, service_half_years, function_cb },
  { "service-months", 2, 2, ANSWERS_NUMBER, service_months, function_cb },
  { "service-years", 2, 2, ANSWERS_NUMBER, service_years, function_cb },
  { "sum-between", 4, 4, ANSWERS_NUMBER, NULL, window_cb },
  { "weekday", 1, 1, ANSWERS_NUMBER, weekday, function_cb },
  { "within", 3, 3, ANSWERS_TRUTH, within, function_cb },
  { "working-days-between", 2, 2, ANSWERS_NUMBER, working_days_between, function_cb },
  { "years-between", 2, 2, ANSWERS_NUMBER, years_between, function_cb },
};

static const FwFunction *
function_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return &functions[i];
  return NULL;
}

static void
push_date (xmlXPathParserContext *parser,
           FwDate date)
{
  g_autofree char *text = fw_date_to_string (date);

  valuePush (parser, xmlXPathNewCString (text != NULL ? text : ""));
}

static void
push_answer (xmlXPathParserContext *parser,
             FwAnswerKind kind,
             FwAnswer *answer)
{
  switch (kind)
    {
    case ANSWERS_DATE:
      push_date (parser, answer->date);
      break;
    case ANSWERS_NUMBER:
      valuePush (parser, xmlXPathNewFloat (answer->number));
      break;
    case ANSWERS_TRUTH:
      valuePush (parser, xmlXPathNewBoolean (answer->truth));
      break;
    case ANSWERS_TEXT:
    default:
      valuePush (parser, xmlXPathNewCString (answer->text != NULL ? answer->text : ""));
      break;
    }
}

/* Every function whose arguments are texts comes through here. */
static void
function_cb (xmlXPathParserContext *parser,
             int count)
{
  const FwFunction *function = function_named ((const char *) parser->context->function);
  FwArguments arguments = { { NULL }, parser->context->userData };
  FwAnswer answer = { FW_DATE_UNKNOWN, NAN, FALSE, NULL };

  if (function == NULL || count < function->least || count > function->most)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  for (int i = count - 1; i >= 0; i--)
    {
      xmlChar *text = xmlXPathPopString (parser);

      arguments.texts[i] = g_strstrip (g_strdup (text != NULL ? (const char *) text : ""));
      xmlFree (text);
    }
  if (parser->error == XPATH_EXPRESSION_OK)
    {
      function->answer (&arguments, &answer);
      push_answer (parser, function->kind, &answer);
    }
  for (int i = 0; i < count; i++)
    g_free (arguments.texts[i]);
  g_free (answer.text);
}

/* earliest(days), latest(days): of a set of attributes; those that are no dates are passed over. */
static void
extreme_cb (xmlXPathParserContext *parser,
            int count)
{
  gboolean latest = strcmp ((const char *) parser->context->function, "latest") == 0;
  xmlNodeSet *nodes;
  FwDate result = FW_DATE_UNKNOWN;

  if (count != 1)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  nodes = xmlXPathPopNodeSet (parser);
  if (parser->error != XPATH_EXPRESSION_OK)
    return;
  for (int i = 0; nodes != NULL && i < nodes->nodeNr; i++)
    {
      xmlChar *text = xmlXPathCastNodeToString (nodes->nodeTab[i]);
      FwDate date = fw_date_from_string ((const char *) text);

      if (fw_date_is_known (date) &&
          (!fw_date_is_known (result) || (fw_date_compare (date, result) > 0) == latest))
        result = date;
      xmlFree (text);
    }
  xmlXPathFreeNodeSet (nodes);
  push_date (parser, result);
}

static double
sum_in_window (xmlNodeSet *nodes,
               const char *attribute,
               FwDate from,
               FwDate until)
{
  double sum = 0;

  for (int i = 0; nodes != NULL && i < nodes->nodeNr; i++)
    {
      xmlNode *node = nodes->nodeTab[i];
      const char *value;
      FwDate date;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      date = fw_date_from_string (fw_xml_node_get (node, "date"));
      if (!fw_date_is_known (date) || fw_date_compare (date, from) < 0 || fw_date_compare (date, until) > 0)
        continue;
      value = attribute != NULL ? fw_xml_node_get (node, attribute) : NULL;
      sum += attribute == NULL ? 1 : xmlXPathCastStringToNumber ((const xmlChar *) value);
    }
  return sum;
}

/* count-between(elements, from, until) and sum-between(elements, 'attribute', from, until): those whose @date lies in the window,
 * both ends counted. For counts and minutes, never for money. */
static void
window_cb (xmlXPathParserContext *parser,
           int count)
{
  gboolean sums = strcmp ((const char *) parser->context->function, "sum-between") == 0;
  xmlChar *attribute = NULL, *from, *until;
  xmlNodeSet *nodes;

  if (count != (sums ? 4 : 3))
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  until = xmlXPathPopString (parser);
  from = xmlXPathPopString (parser);
  if (sums)
    attribute = xmlXPathPopString (parser);
  nodes = xmlXPathPopNodeSet (parser);
  if (parser->error == XPATH_EXPRESSION_OK)
    {
      FwDate first = fw_date_from_string ((const char *) from), last = fw_date_from_string ((const char *) until);
      gboolean known = fw_date_is_known (first) && fw_date_is_known (last);

      valuePush (parser, xmlXPathNewFloat (known ? sum_in_window (nodes, (const char *) attribute, first, last) : NAN));
    }
  xmlXPathFreeNodeSet (nodes);
  xmlFree (attribute);
  xmlFree (from);
  xmlFree (until);
}

xmlXPathFunction
_fw_function_find (const char *name)
{
  const FwFunction *function = function_named (name);

  return function != NULL ? function->entry : NULL;
}

/* A month as a number; 0 where it is none. */
static int
month_index (const char *month)
{
  g_autofree char *first = g_strconcat (month != NULL ? month : "", "-01", NULL);
  FwDate date = fw_date_from_string (first);

  return fw_date_is_known (date) ? date.year * 12 + date.month : 0;
}

/* The last month that is complete on @day. */
static int
complete_on (FwDate day)
{
  return day.year * 12 + day.month - (fw_date_compare (fw_date_month_end (day), day) == 0 ? 0 : 1);
}

/* The month in which the window ends: the last of @nodes that is complete before @day, @least at the earliest. */
static int
end_of_window (xmlNodeSet *nodes,
               int wanted,
               int least)
{
  int reached = least;

  for (int i = 0; nodes != NULL && i < nodes->nodeNr && reached < wanted; i++)
    {
      int month = month_index (fw_xml_node_get (nodes->nodeTab[i], "month"));

      if (month <= wanted)
        reached = MAX (reached, month);
    }
  return MIN (reached, wanted);
}

static xmlNodeSet *
nodes_in_months (xmlNodeSet *nodes,
                 int end,
                 double count)
{
  xmlNodeSet *found = xmlXPathNodeSetCreate (NULL);

  for (int i = 0; nodes != NULL && i < nodes->nodeNr; i++)
    {
      int month = month_index (fw_xml_node_get (nodes->nodeTab[i], "month"));

      if (month != 0 && month <= end && month > end - count)
        xmlXPathNodeSetAdd (found, nodes->nodeTab[i]);
    }
  return found;
}

static gboolean
are_elements (xmlNodeSet *nodes)
{
  for (int i = 0; nodes != NULL && i < nodes->nodeNr; i++)
    if (nodes->nodeTab[i]->type != XML_ELEMENT_NODE)
      return FALSE;
  return TRUE;
}

/* last-months(elements, day, n): those whose @month is one of the n last complete months before day. Where day is still to come on
 * the day of the facts, the n end with the last one that is there; all but the very last that are complete by then should be.
 * recorded-months(elements, day, n): the n end with the last one that is there, if that is one of the n before day; older ones never
 * stand in for them. */
static void
last_months_cb (xmlXPathParserContext *parser,
                int count)
{
  FwFunctionScope *scope = parser->context->userData;
  double n;
  xmlChar *day;
  xmlNodeSet *nodes;

  if (count != 3)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  n = xmlXPathPopNumber (parser);
  day = xmlXPathPopString (parser);
  nodes = xmlXPathPopNodeSet (parser);
  if (parser->error == XPATH_EXPRESSION_OK)
    {
      FwDate date = fw_date_from_string ((const char *) day);
      gboolean known = fw_date_is_known (date) && n >= 0 && are_elements (nodes);
      gboolean to_come = scope != NULL && fw_date_is_known (scope->as_of) && fw_date_compare (scope->as_of, date) < 0;
      gboolean recorded = g_str_equal (parser->context->function, "recorded-months");
      int wanted = known ? complete_on (date) : 0, least = to_come ? complete_on (scope->as_of) - 1 : wanted, end;

      if (recorded && known)
        least = wanted - (int) MIN (n, 10000);
      end = end_of_window (nodes, wanted, least);
      if (recorded && end == least)
        end = wanted;
      valuePush (parser, xmlXPathWrapNodeSet (known ? nodes_in_months (nodes, end, n) : xmlXPathNodeSetCreate (NULL)));
    }
  xmlXPathFreeNodeSet (nodes);
  xmlFree (day);
}

/**
 * _fw_function_names:
 *
 * Returns: (transfer none): the local names of all functions, ended by %NULL
 */
const char *const *
_fw_function_names (void)
{
  static const char *names[G_N_ELEMENTS (functions) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
        names[i] = functions[i].name;
      g_once_init_leave (&once, 1);
    }
  return names;
}
