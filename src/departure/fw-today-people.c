#include "departure/fw-today-private.h"

#include "core/fw-number.h"

/* What wants a look among all people: contracts, probations and protections about to end, targets not met. */

#define CONTRACT_DAYS   60
#define PROBATION_DAYS  30
#define PROTECTION_DAYS 30
#define MOST_PEOPLE     500 /* of each sort: a page of what is to do, no list of the company */

static GHashTable *
people_with_cases (FwToday *today)
{
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < today->cases->len; i++)
    g_hash_table_add (people, ((FwTodayCase *) g_ptr_array_index (today->cases, i))->employee);
  return people;
}

/* Everybody who is there and of whom a day lies before the end of so many days. */
static gboolean
read_endings (FwScene *scene,
              FwToday *today,
              const char *field,
              int from_days,
              int to_days,
              FwTodaySort sort,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *from = fw_date_to_string (fw_date_add_days (today->day, from_days));
  g_autofree char *to = fw_date_to_string (fw_date_add_days (today->day, to_days));
  g_autoptr (GHashTable) leaving = people_with_cases (today);
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) people = NULL;

  fw_query_where (query, "status", FW_QUERY_DIFFERS, "left");
  fw_query_where (query, field, FW_QUERY_AT_LEAST, from);
  fw_query_where (query, field, FW_QUERY_AT_MOST, to);
  fw_query_order (query, field, FALSE);
  fw_query_page (query, 0, MOST_PEOPLE);
  people = fw_store_list (scene->store, "employee-overview", query, cancellable, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      FwRecord *person = g_ptr_array_index (people, i);

      /* Whose departure is open has it in the case. */
      if (!g_hash_table_contains (leaving, fw_record_get_id (person)))
        _fw_today_name (_fw_today_add (today->due, sort, fw_record_get_date (person, field)), person);
    }
  return people != NULL;
}

static gboolean
read_protections (FwScene *scene,
                  FwToday *today,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *from = fw_date_to_string (today->day);
  g_autofree char *to = fw_date_to_string (fw_date_add_days (today->day, PROTECTION_DAYS));
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) protections = NULL;

  fw_query_where (query, "until", FW_QUERY_AT_LEAST, from);
  fw_query_where (query, "until", FW_QUERY_AT_MOST, to);
  fw_query_page (query, 0, MOST_PEOPLE);
  protections = fw_store_list (scene->store, "protection", query, cancellable, error);
  for (guint i = 0; protections != NULL && i < protections->len; i++)
    {
      FwRecord *protection = g_ptr_array_index (protections, i);
      g_autoptr (FwRecord) person =
        fw_store_get (scene->store, "employee-overview", fw_record_get (protection, "employee-id"), error);
      FwTodayItem *item;

      if (person == NULL)
        return FALSE;
      if (g_strcmp0 (fw_record_get (person, "status"), "left") == 0)
        continue;
      item = _fw_today_add (today->due, FW_TODAY_PROTECTION_END, fw_record_get_date (protection, "until"));
      item->text = g_strdup (fw_record_get (protection, "kind"));
      _fw_today_name (item, person);
    }
  return protections != NULL;
}

/* Percent of the target, rounded down; -1 where it cannot be said. */
static gint64
percent_of (FwRecord *review)
{
  g_autoptr (FwNumber) target = fw_record_get_number (review, "target");
  g_autoptr (FwNumber) actual = fw_record_get_number (review, "actual");
  g_autoptr (FwNumber) hundred = fw_number_new (100);
  g_autoptr (FwNumber) hundredfold = fw_number_multiply (actual, hundred);
  g_autoptr (FwNumber) percent = NULL;
  g_autoptr (FwNumber) whole = NULL;

  if (target == NULL || actual == NULL || fw_number_sign (target) <= 0)
    return -1;
  percent = fw_number_divide (hundredfold, target);
  whole = fw_number_floor (percent);
  return fw_number_to_int (whole);
}

static char *
month_before (FwDate day,
              int months)
{
  FwDate month = fw_date_add_months (fw_date_new (day.year, day.month, 1), -months);

  return g_strdup_printf ("%04d-%02d", month.year, month.month);
}

static GPtrArray *
list_reviews (FwScene *scene,
              const char *month,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("period", month);

  return fw_store_list (scene->store, "review", query, cancellable, error);
}

static char *
review_key (FwRecord *review)
{
  return g_strdup_printf ("%s %s", fw_record_get (review, "employee-id"), fw_record_get (review, "measure"));
}

/* Who was below four fifths in a month, by person and measure. */
static GHashTable *
find_low (GPtrArray *reviews)
{
  GHashTable *low = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reviews->len; i++)
    {
      gint64 percent = percent_of (g_ptr_array_index (reviews, i));

      if (percent >= 0 && percent < 80)
        g_hash_table_add (low, review_key (g_ptr_array_index (reviews, i)));
    }
  return low;
}

static gboolean
warn_of (FwScene *scene,
         FwToday *today,
         FwRecord *review,
         GError **error)
{
  g_autoptr (FwRecord) person =
    fw_store_get (scene->store, "employee-overview", fw_record_get (review, "employee-id"), error);
  FwTodayItem *item;

  if (person == NULL)
    return FALSE;
  if (g_strcmp0 (fw_record_get (person, "status"), "left") == 0)
    return TRUE;
  item = _fw_today_add (today->warnings, FW_TODAY_BELOW_TARGET, FW_DATE_UNKNOWN);
  item->text = g_strdup (fw_record_get (review, "measure"));
  item->count = percent_of (review);
  _fw_today_name (item, person);
  return TRUE;
}

/*
 * The last two months that reviews are known of: those of last month come in only in the first days of this one, and until then the
 * two before count.
 */
static gboolean
read_targets (FwScene *scene,
              FwToday *today,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GHashTable) low = NULL;

  for (int back = 1; back <= 2 && (last == NULL || last->len == 0); back++)
    {
      g_autofree char *month = month_before (today->day, back);
      g_autofree char *earlier = month_before (today->day, back + 1);

      g_clear_pointer (&last, g_ptr_array_unref);
      g_clear_pointer (&before, g_ptr_array_unref);
      last = list_reviews (scene, month, cancellable, error);
      before = last != NULL ? list_reviews (scene, earlier, cancellable, error) : NULL;
      if (before == NULL)
        return FALSE;
    }
  low = find_low (before);
  for (guint i = 0; i < last->len; i++)
    {
      FwRecord *review = g_ptr_array_index (last, i);
      g_autofree char *key = review_key (review);
      gint64 percent = percent_of (review);

      if (percent >= 0 && percent < 80 && g_hash_table_contains (low, key) && !warn_of (scene, today, review, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_for_anybody (FwScene *scene,
                  FwToday *today,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) first = NULL;

  fw_query_page (query, 0, 1);
  first = fw_store_list (scene->store, "employee", query, cancellable, error);
  today->nobody = first != NULL && first->len == 0;
  return first != NULL;
}

/* Adds to the book what all people bring, and to the warnings who falls short. */
gboolean
_fw_today_read_people (FwScene *scene,
                       FwToday *today,
                       GCancellable *cancellable,
                       GError **error)
{
  return look_for_anybody (scene, today, cancellable, error) &&
         read_endings (scene, today, "contract-end", -366, CONTRACT_DAYS, FW_TODAY_CONTRACT_END, cancellable, error) &&
         read_endings (scene, today, "probation-end", 0, PROBATION_DAYS, FW_TODAY_PROBATION_END, cancellable, error) &&
         read_protections (scene, today, cancellable, error) && read_targets (scene, today, cancellable, error);
}
