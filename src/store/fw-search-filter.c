#include "store/fw-search-private.h"

#include <string.h>

FwRankBits
_fw_rank_bits_new (guint n_bits)
{
  FwRankBits bits = { g_new0 (guint64, n_bits / 64 + 1), n_bits / 64 + 1 };

  return bits;
}

void
_fw_rank_bits_clear (FwRankBits *bits)
{
  g_clear_pointer (&bits->words, g_free);
}

/* Keeps what both have. */
void
_fw_rank_bits_keep (FwRankBits *bits,
                    const FwRankBits *others)
{
  for (gsize i = 0; i < bits->n_words; i++)
    bits->words[i] &= others->words[i];
}

/* Adds what the others have. */
void
_fw_rank_bits_add (FwRankBits *bits,
                   const FwRankBits *others)
{
  for (gsize i = 0; i < bits->n_words; i++)
    bits->words[i] |= others->words[i];
}

guint
_fw_rank_bits_count (const FwRankBits *bits)
{
  guint count = 0;

  for (gsize i = 0; i < bits->n_words; i++)
    count += (guint) __builtin_popcountll (bits->words[i]);
  return count;
}

/* Adds the rows that @statement answers. */
gboolean
_fw_search_add_rows (FwConnection *connection,
                     sqlite3_stmt *statement,
                     FwPeopleOrder *order,
                     FwRankBits *bits,
                     GError **error)
{
  int step;

  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      guint32 rank;

      if (seq >= order->ranks->len)
        continue;
      rank = g_array_index (order->ranks, guint32, seq);
      bits->words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
    }
  if (step != SQLITE_DONE)
    _fw_connection_set_error (connection, error);
  return step == SQLITE_DONE;
}

/* Keeps of @bits those whom @sql answers when its marks are @values, in their order. */
static gboolean
keep_rows (FwConnection *connection,
           const char *sql,
           const char *const *values,
           FwPeopleOrder *order,
           FwRankBits *bits,
           GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (connection, sql, error);
  g_auto (FwRankBits) met = _fw_rank_bits_new (order->seqs->len);

  if (statement == NULL)
    return FALSE;
  for (int i = 0; values != NULL && values[i] != NULL; i++)
    _fw_bind_text (statement, i + 1, values[i]);
  if (!_fw_search_add_rows (connection, statement, order, &met, error))
    return FALSE;
  _fw_rank_bits_keep (bits, &met);
  return TRUE;
}

static gboolean
keep_department (FwConnection *connection,
                 const FwEmployeeFilter *filter,
                 FwPeopleOrder *order,
                 FwRankBits *bits,
                 GError **error)
{
  const char *values[] = { filter->department_id, NULL };

  return filter->department_id == NULL ||
         keep_rows (connection,
                    "WITH RECURSIVE below (id) AS ("
                    " SELECT ?1 UNION SELECT d.id FROM department AS d JOIN below ON d.parent_id = below.id) "
                    "SELECT seq FROM employee WHERE department_id IN (SELECT id FROM below)",
                    values, order, bits, error);
}

static gboolean
keep_status (FwConnection *connection,
             const FwEmployeeFilter *filter,
             FwPeopleOrder *order,
             FwRankBits *bits,
             GError **error)
{
  const char *values[] = { filter->status, NULL };

  return filter->status == NULL ||
         keep_rows (connection, "SELECT seq FROM employee WHERE status IN (SELECT value FROM json_each (?1))", values,
                    order, bits, error);
}

static gboolean
keep_contract (FwConnection *connection,
               const FwEmployeeFilter *filter,
               FwPeopleOrder *order,
               FwRankBits *bits,
               GError **error)
{
  g_autofree char *from = fw_date_is_known (filter->ends_from) ? fw_date_to_string (filter->ends_from) : g_strdup ("");
  g_autofree char *until =
    fw_date_is_known (filter->ends_until) ? fw_date_to_string (filter->ends_until) : g_strdup ("9999-12-31");
  const char *values[] = { from, until, NULL };

  if ((fw_date_is_known (filter->ends_from) || fw_date_is_known (filter->ends_until)) &&
      !keep_rows (connection,
                  "SELECT seq FROM employee_term WHERE contract_end BETWEEN ?1 AND ?2 AND \"left\" IS NULL", values,
                  order, bits, error))
    return FALSE;
  return !filter->open_ended ||
         keep_rows (connection,
                    "SELECT seq FROM employee_term WHERE contract = 'open-ended' AND \"left\" IS NULL", NULL, order,
                    bits, error);
}

/* The last day of hire with @months of service or more by @today; for nobody a day before all. */
static char *
hired_by (FwDate today,
          int months)
{
  return fw_date_to_string (fw_date_add_months (today, -months));
}

/*
 * Service of those who left ended that day: their days are moved to what they would be had they left today. SQLite's own
 * modifiers do it, as near as a filter of whole months needs.
 */
static gboolean
keep_tenure (FwConnection *connection,
             const FwEmployeeFilter *filter,
             FwPeopleOrder *order,
             FwRankBits *bits,
             GError **error)
{
  g_autofree char *latest = NULL;
  g_autofree char *after = NULL;
  g_autofree char *today = NULL;
  const char *values[4] = { NULL };

  if (!fw_date_is_known (filter->today) || (filter->tenure_from <= 0 && filter->tenure_below <= 0))
    return TRUE;
  today = fw_date_to_string (filter->today);
  latest = filter->tenure_from > 0 ? hired_by (filter->today, filter->tenure_from) : g_strdup (today);
  after = filter->tenure_below > 0 ? hired_by (filter->today, filter->tenure_below) : g_strdup ("0001-01-01");
  values[0] = latest;
  values[1] = after;
  values[2] = today;
  return keep_rows (
    connection,
    "SELECT seq FROM employee_term WHERE hired <= ?1 AND hired > ?2 AND \"left\" IS NULL "
    "UNION ALL SELECT seq FROM employee_term WHERE hired <= ?3 AND \"left\" IS NOT NULL "
    "AND date (hired, (julianday (?3) - julianday (\"left\")) || ' days') BETWEEN date (?2, '+1 day') AND ?1",
    values, order, bits, error);
}

/* Whether @filter leaves anybody out. */
gboolean
_fw_search_is_filter (const FwEmployeeFilter *filter)
{
  return filter != NULL &&
         (filter->department_id != NULL || filter->status != NULL || filter->open_ended ||
          fw_date_is_known (filter->ends_from) || fw_date_is_known (filter->ends_until) ||
          filter->tenure_from > 0 || filter->tenure_below > 0);
}

/* "active|leaving" as a list for SQL. */
static char *
status_list (const char *status)
{
  g_auto (GStrv) each = g_strsplit (status, "|", -1);
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; each[i] != NULL; i++)
    {
      /* Nothing of JSON may come in by a value: a status is letters. */
      g_autofree char *word = g_strcanon (g_strdup (each[i]), "abcdefghijklmnopqrstuvwxyz-", '-');

      g_string_append_printf (list, "%s\"%s\"", i > 0 ? "," : "", word);
    }
  g_string_append_c (list, ']');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Sets in @bits, empty so far, everybody whom @filter leaves. */
gboolean
_fw_search_add_filter (FwConnection *connection,
                       const FwEmployeeFilter *filter,
                       FwPeopleOrder *order,
                       FwRankBits *bits,
                       GError **error)
{
  FwEmployeeFilter listed = *filter;
  g_autofree char *status = filter->status != NULL ? status_list (filter->status) : NULL;

  listed.status = status;
  for (guint rank = 0; rank < order->seqs->len; rank++)
    bits->words[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
  return keep_department (connection, &listed, order, bits, error) &&
         keep_status (connection, &listed, order, bits, error) &&
         keep_contract (connection, &listed, order, bits, error) &&
         keep_tenure (connection, &listed, order, bits, error);
}
