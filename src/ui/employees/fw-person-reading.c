#include "config.h"

#include "ui/employees/fw-person-reading.h"

#include <string.h>

#include "core/fw-task.h"
#include "ui/employees/fw-record-words.h"
#include "ui/fw-language.h"

#define AVERAGE_MONTHS 12

/* These have a place of their own on the page, or none. */
static const char *const elsewhere[] = { "employee", "employment", "protection", "case", "task", "status-answer" };

typedef struct
{
  char *employee_id;
  FwDate today;
  gboolean chinese;
} Question;

static void
question_free (Question *question)
{
  g_free (question->employee_id);
  g_free (question);
}

void
fw_person_reading_free (FwPersonReading *reading)
{
  g_clear_object (&reading->overview);
  g_clear_object (&reading->person);
  g_clear_object (&reading->employment);
  g_ptr_array_unref (reading->protections);
  g_ptr_array_unref (reading->records);
  g_hash_table_unref (reading->names);
  g_ptr_array_unref (reading->own);
  g_clear_pointer (&reading->basis, fw_entry_basis_unref);
  g_free (reading->average_pay);
  g_free (reading);
}

static FwPersonReading *
reading_new (void)
{
  FwPersonReading *reading = g_new0 (FwPersonReading, 1);

  reading->protections = g_ptr_array_new_with_free_func (g_object_unref);
  reading->records = g_ptr_array_new_with_free_func (g_object_unref);
  reading->own = g_ptr_array_new_with_free_func (fw_own_field_free);
  reading->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return reading;
}

/**
 * fw_person_record_day:
 *
 * Returns: (nullable): the day, month or period a record is about, as text that sorts; %NULL where it is about none
 */
const char *
fw_person_record_day (FwRecord *record)
{
  static const char *const days[] = { "date", "month", "period", "from", "acknowledged", "issued", "opened", "added",
                                      "acquired" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (fw_record_kind_find_field (fw_record_get_kind (record), days[i]) != NULL && fw_record_get (record, days[i]))
      return fw_record_get (record, days[i]);
  return NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  FwRecord *left = *(FwRecord *const *) a;
  FwRecord *right = *(FwRecord *const *) b;
  int days = g_strcmp0 (fw_person_record_day (right), fw_person_record_day (left));

  return days != 0 ? days : strcmp (fw_record_get_kind (left)->name, fw_record_get_kind (right)->name);
}

static gboolean
belongs_here (const FwRecordKind *kind)
{
  if (kind->read_only || fw_record_words_kind (kind->name) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (g_str_equal (kind->name, elsewhere[i]))
      return FALSE;
  return fw_record_kind_find_field (kind, "employee-id") != NULL;
}

static gboolean
read_kind (FwStore *store, const char *kind, const char *employee_id, GPtrArray *into, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);
  g_autoptr (GPtrArray) records = fw_store_list (store, kind, query, cancellable, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (into, g_object_ref (g_ptr_array_index (records, i)));
  return TRUE;
}

/* The name of what a reference points at, for those that have one: a project, a rule, a department. */
static void
read_name (FwStore *store, GHashTable *names, const FwField *field, const char *id)
{
  g_autoptr (FwRecord) record = NULL;
  char *name;

  if (id == NULL || field->refers_to == NULL || g_hash_table_contains (names, id))
    return;
  record = fw_store_get (store, field->refers_to, id, NULL);
  name = record != NULL ? fw_record_words_name (record) : NULL;
  if (name != NULL)
    g_hash_table_insert (names, g_strdup (id), name);
}

static void
read_names (FwStore *store, FwPersonReading *reading)
{
  for (guint i = 0; i < reading->records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (reading->records, i);
      const FwRecordKind *kind = fw_record_get_kind (record);

      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].type == FW_FIELD_REFERENCE && !g_str_equal (kind->fields[f].name, "employee-id"))
          read_name (store, reading->names, &kind->fields[f], fw_record_get (record, kind->fields[f].name));
    }
}

static FwRecord *
read_employment (FwStore *store, const char *employee_id, GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("employee-id", employee_id);
  g_autoptr (GPtrArray) records = NULL;

  fw_query_order (query, "hired", TRUE);
  fw_query_page (query, 0, 1);
  records = fw_store_list (store, "employment", query, NULL, error);
  return records != NULL && records->len > 0 ? g_object_ref (g_ptr_array_index (records, 0)) : NULL;
}

static FwRecord *
find_wage (GPtrArray *records, const char *month)
{
  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (fw_record_get_kind (record)->name, "wage")
          && g_strcmp0 (fw_record_get (record, "month"), month) == 0)
        return record;
    }
  return NULL;
}

/**
 * fw_person_average_pay:
 * @wages: (element-type FwRecord): records, those of kind wage among them
 * @hired: the first day; months before it are not asked for
 * @today: the twelve months are those before this day's month
 * @months_missing: (out): how many of the months have no pay on record
 *
 * The average gross pay of a month, for information; what a case reckons with is the pack's own average.
 *
 * Returns: (transfer full) (nullable): with two digits; %NULL where a month is missing or none is to be counted
 */
char *
fw_person_average_pay (GPtrArray *wages, FwDate hired, FwDate today, int *months_missing)
{
  g_autoptr (FwNumber) sum = fw_number_new (0);
  int counted = 0;

  *months_missing = 0;
  for (int back = 1; back <= AVERAGE_MONTHS; back++)
    {
      FwDate day = fw_date_add_months (fw_date_new (today.year, today.month, 1), -back);
      g_autofree char *month = g_strdup_printf ("%04d-%02d", day.year, day.month);
      FwRecord *wage = find_wage (wages, month);
      g_autoptr (FwNumber) gross = wage != NULL ? fw_record_get_number (wage, "gross") : NULL;

      if (fw_date_is_known (hired) && fw_date_compare (fw_date_month_end (day), hired) < 0)
        break;
      if (gross == NULL)
        {
          (*months_missing)++;
          continue;
        }
      else
        {
          FwNumber *next = fw_number_add (sum, gross);

          fw_number_unref (sum);
          sum = next;
        }
      counted++;
    }
  if (*months_missing > 0 || counted == 0)
    return NULL;
  else
    {
      g_autoptr (FwNumber) months = fw_number_new (counted);
      g_autoptr (FwNumber) average = fw_number_divide (sum, months);

      return fw_number_to_fixed (average, 2);
    }
}

/**
 * fw_person_reading_find_kind:
 *
 * Returns: (transfer container) (element-type FwRecord): what was read of one kind
 */
GPtrArray *
fw_person_reading_find_kind (const FwPersonReading *reading, const char *kind)
{
  GPtrArray *all[] = { reading->records, reading->protections };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint n = 0; n < G_N_ELEMENTS (all); n++)
    for (guint i = 0; i < all[n]->len; i++)
      if (g_str_equal (fw_record_get_kind (g_ptr_array_index (all[n], i))->name, kind))
        g_ptr_array_add (found, g_object_ref (g_ptr_array_index (all[n], i)));
  return found;
}

static gboolean
read_person (FwStore *store, const Question *question, FwPersonReading *reading, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  const FwRecordKind *kind;
  FwDate hired;

  reading->overview = fw_store_get (store, "employee-overview", question->employee_id, error);
  if (reading->overview == NULL)
    return FALSE;
  reading->person = fw_store_get (store, "employee", question->employee_id, error);
  if (reading->person == NULL)
    return FALSE;
  reading->employment = read_employment (store, question->employee_id, error);
  if (!read_kind (store, "protection", question->employee_id, reading->protections, cancellable, error))
    return FALSE;
  for (guint n = 0; (kind = fw_record_kinds_get_nth (n)) != NULL; n++)
    if (belongs_here (kind)
        && !read_kind (store, kind->name, question->employee_id, reading->records, cancellable, error))
      return FALSE;
  g_ptr_array_sort (reading->records, compare_newest_first);
  read_names (store, reading);
  if (!fw_own_fields_read (store, "employee", question->employee_id, question->chinese, reading->own, cancellable, error))
    return FALSE;
  g_ptr_array_add (written, reading->person);
  reading->basis = fw_entry_basis_read (store, written, cancellable, error);
  if (reading->basis == NULL)
    return FALSE;
  hired = fw_record_get_date (reading->overview, "hired");
  reading->average_pay = fw_person_average_pay (reading->records, hired, question->today, &reading->months_missing);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (FwPersonReading) reading = reading_new ();
  GError *error = NULL;

  if (read_person (fw_workplace_get_store (source), data, reading, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) fw_person_reading_free);
  else
    g_task_return_error (task, error);
}

/**
 * fw_person_read_async:
 *
 * Reads all that the store knows of one person, on another thread.
 */
void
fw_person_read_async (FwWorkplace *workplace, const char *employee_id, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workplace, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->employee_id = g_strdup (employee_id);
  question->today = fw_workplace_get_today (workplace);
  question->chinese = g_str_equal (fw_language_get (), "zh");
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  fw_task_run_in_thread (task, read_in_thread);
}

/**
 * fw_person_read_finish:
 *
 * Returns: (transfer full) (nullable): what was read
 */
FwPersonReading *
fw_person_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
