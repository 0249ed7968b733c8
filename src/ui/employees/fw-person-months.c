#include "config.h"

#include "ui/employees/fw-person-months.h"

#include <string.h>

/* What a person's records say of each of some months. Doubles, for they are only drawn. */

/* The place of a month among those asked for; -1 for another, and for what is no month. */
static int
index_of (const char *month, FwDate first, guint n_months)
{
  g_autofree char *day = month != NULL && strlen (month) == strlen ("YYYY-MM") ? g_strconcat (month, "-01", NULL) : NULL;
  FwDate date = day != NULL ? fw_date_from_string (day) : FW_DATE_UNKNOWN;
  int index = (date.year - first.year) * 12 + date.month - first.month;

  return fw_date_is_known (date) && index >= 0 && index < (int) n_months ? index : -1;
}

static gboolean
is_of_kind (FwRecord *record, const char *kind)
{
  return g_str_equal (fw_record_get_kind (record)->name, kind);
}

/* A month of which there is nothing on record, at either end, is no part of the picture. */
static GArray *
cut_off (GArray *months, int earliest, int latest)
{
  if (earliest > latest)
    {
      g_array_unref (months);
      return NULL;
    }
  g_array_set_size (months, (guint) latest + 1);
  if (earliest > 0)
    g_array_remove_range (months, 0, (guint) earliest);
  return months;
}

/**
 * fw_person_months_pay:
 * @records: (element-type FwRecord): those of kind wage among them
 * @first: the first day of the first month
 *
 * Returns: (transfer full) (element-type FwPayMonth) (nullable): gross pay month by month, from the first that is on record
 *   to the last; %NULL where none is
 */
GArray *
fw_person_months_pay (GPtrArray *records, FwDate first, guint n_months)
{
  GArray *months = g_array_new (FALSE, TRUE, sizeof (FwPayMonth));
  int earliest = (int) n_months;
  int latest = -1;

  g_array_set_size (months, n_months);
  for (guint i = 0; i < n_months; i++)
    g_array_index (months, FwPayMonth, i) = (FwPayMonth) { .month = fw_date_add_months (first, (int) i), .gross = -1 };
  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);
      g_autoptr (FwNumber) gross = is_of_kind (record, "wage") ? fw_record_get_number (record, "gross") : NULL;
      int index = gross != NULL ? index_of (fw_record_get (record, "month"), first, n_months) : -1;

      if (index < 0)
        continue;
      g_array_index (months, FwPayMonth, index).gross = fw_number_to_double (gross);
      g_array_index (months, FwPayMonth, index).unusual = fw_record_is_false (record, "normal");
      earliest = MIN (earliest, index);
      latest = MAX (latest, index);
    }
  return cut_off (months, earliest, latest);
}

static gboolean
has_target (FwRecord *review)
{
  g_autoptr (FwNumber) target = is_of_kind (review, "review") ? fw_record_get_number (review, "target") : NULL;

  return target != NULL && fw_number_sign (target) > 0;
}

/* The measure of the newest month that has a target: who changed their work is judged by what they do now. */
static const char *
find_measure (GPtrArray *records, FwDate first, guint n_months)
{
  const char *measure = NULL;
  int newest = -1;

  for (guint i = 0; i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);
      int index = has_target (record) ? index_of (fw_record_get (record, "period"), first, n_months) : -1;

      if (index > newest)
        {
          newest = index;
          measure = fw_record_get (record, "measure");
        }
    }
  return measure;
}

/**
 * fw_person_months_targets:
 * @records: (element-type FwRecord): those of kind review among them
 * @measure: (out) (transfer full) (nullable): what is measured
 *
 * Returns: (transfer full) (element-type FwTargetMonth) (nullable): targets and results month by month, of one measure;
 *   %NULL where no month has a target
 */
GArray *
fw_person_months_targets (GPtrArray *records, FwDate first, guint n_months, char **measure)
{
  GArray *months = g_array_new (FALSE, TRUE, sizeof (FwTargetMonth));
  int earliest = (int) n_months;
  int latest = -1;

  *measure = g_strdup (find_measure (records, first, n_months));
  g_array_set_size (months, n_months);
  for (guint i = 0; i < n_months; i++)
    g_array_index (months, FwTargetMonth, i) = (FwTargetMonth) { .month = fw_date_add_months (first, (int) i), .actual = -1 };
  for (guint i = 0; *measure != NULL && i < records->len; i++)
    {
      FwRecord *record = g_ptr_array_index (records, i);
      int index = has_target (record) ? index_of (fw_record_get (record, "period"), first, n_months) : -1;
      g_autoptr (FwNumber) target = NULL;
      g_autoptr (FwNumber) actual = NULL;

      if (index < 0 || g_strcmp0 (fw_record_get (record, "measure"), *measure) != 0)
        continue;
      target = fw_record_get_number (record, "target");
      actual = fw_record_get_number (record, "actual");
      g_array_index (months, FwTargetMonth, index).target = fw_number_to_double (target);
      g_array_index (months, FwTargetMonth, index).actual = actual != NULL ? fw_number_to_double (actual) : -1;
      earliest = MIN (earliest, index);
      latest = MAX (latest, index);
    }
  return cut_off (months, earliest, latest);
}
