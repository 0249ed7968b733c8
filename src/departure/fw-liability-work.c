/*
 * Reckons what everybody's departure on one day would cost. Threads take the people page by page, each with packs of its own;
 * the pages are put together in the order in which the people came into the store. In memory are the pages at work and the sums.
 */
#include "departure/fw-liability-work-private.h"

#include "departure/fw-paper-style-private.h"

#define PEOPLE_AT_ONCE 500
#define MOST_THREADS 16

/* Wages further back are in no average of twelve months, whichever month it ends with. */
#define WAGE_MONTHS 14

static void
place_free (gpointer data)
{
  FwLiabilityPlace *place = data;

  g_object_unref (place->record);
  g_free (place);
}

static void
person_free (gpointer data)
{
  FwLiabilityReckoned *person = data;

  g_object_unref (person->open.employee);
  g_clear_pointer (&person->open.severance, fw_number_unref);
  g_clear_pointer (&person->open.with_notice, fw_number_unref);
  g_clear_pointer (&person->open.damages, fw_number_unref);
  g_clear_pointer (&person->open.gaps, g_ptr_array_unref);
  g_free (person);
}

static void
page_free (gpointer data)
{
  FwLiabilityPage *page = data;

  g_clear_pointer (&page->employees, g_ptr_array_unref);
  g_clear_pointer (&page->employments, g_ptr_array_unref);
  g_clear_pointer (&page->wages, g_ptr_array_unref);
  g_clear_pointer (&page->people, g_ptr_array_unref);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLiabilityPage, page_free)

/* The people of the page are known; what was read of them is no longer needed. */
static void
page_let_go (FwLiabilityPage *page)
{
  g_clear_pointer (&page->employees, g_ptr_array_unref);
  g_clear_pointer (&page->employments, g_ptr_array_unref);
  g_clear_pointer (&page->wages, g_ptr_array_unref);
}

/* Reading */

/* The rows of @kind that belong to people of the page, in their order. */
static GPtrArray *
list_of_page (FwLiabilityWork *work,
              FwQuery *query,
              const char *kind,
              const char *then_by,
              const char *after,
              GPtrArray *employees,
              GError **error)
{
  FwRecord *last = g_ptr_array_index (employees, employees->len - 1);

  fw_query_where (query, "employee-id", FW_QUERY_ABOVE, after);
  fw_query_where (query, "employee-id", FW_QUERY_AT_MOST, fw_record_get_id (last));
  fw_query_order (query, "employee-id", FALSE);
  fw_query_order (query, then_by, FALSE);
  return fw_store_list (work->store, kind, query, work->cancellable, error);
}

/* The next people, with all that is on record of them and counts; NULL without an error where there are no more. */
static FwLiabilityPage *
take_page (FwLiabilityWork *work,
           GError **error)
{
  g_autoptr (FwLiabilityPage) page = g_new0 (FwLiabilityPage, 1);
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (FwQuery) terms = fw_query_new ();
  g_autoptr (FwQuery) wages = fw_query_new ();
  g_autofree char *after = NULL;

  g_mutex_lock (&work->lock);
  after = g_strdup (work->after);
  fw_query_where (query, "id", FW_QUERY_ABOVE, after);
  fw_query_order (query, "id", FALSE);
  fw_query_page (query, 0, PEOPLE_AT_ONCE);
  if (!work->all_taken)
    page->employees = fw_store_list (work->store, "employee", query, work->cancellable, error);
  work->all_taken = page->employees == NULL || page->employees->len < PEOPLE_AT_ONCE;
  if (page->employees != NULL && page->employees->len > 0)
    {
      page->number = work->n_taken++;
      g_free (work->after);
      work->after = g_strdup (fw_record_get_id (page->employees->pdata[page->employees->len - 1]));
    }
  g_mutex_unlock (&work->lock);
  if (page->employees == NULL || page->employees->len == 0)
    return NULL;
  fw_query_where (wages, "month", FW_QUERY_AT_LEAST, work->first_month);
  fw_query_where (wages, "month", FW_QUERY_AT_MOST, work->last_month);
  page->employments = list_of_page (work, terms, "employment", "hired", after, page->employees, error);
  page->wages = page->employments != NULL ? list_of_page (work, wages, "wage", "month", after, page->employees, error) : NULL;
  return page->wages != NULL ? g_steal_pointer (&page) : NULL;
}

/* One page */

static gboolean
reckon_page (FwLiabilityWork *work,
             FwPacks *packs,
             GHashTable *known,
             FwLiabilityPage *page,
             GError **error)
{
  page->people = g_ptr_array_new_with_free_func (person_free);
  for (guint i = 0; i < page->employees->len; i++)
    if (g_cancellable_set_error_if_cancelled (work->cancellable, error) ||
        !_fw_liability_reckon_person (work, packs, known, page, page->employees->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Putting together */

static void
merge_page (FwLiabilityWork *work,
            FwLiabilityPage *page)
{
  for (guint i = 0; i < page->people->len; i++)
    {
      const FwLiabilityReckoned *person = page->people->pdata[i];

      _fw_liability_add_person (work->result, &person->open, &person->places);
      if (work->person_func != NULL)
        work->person_func (&person->open, work->user_data);
    }
}

/* Takes the page, and with it those that waited for it. */
static void
give_page (FwLiabilityWork *work,
           FwLiabilityPage *page)
{
  g_mutex_lock (&work->lock);
  work->n_seen += page->employees->len;
  page_let_go (page);
  g_hash_table_insert (work->waiting, GUINT_TO_POINTER (page->number), page);
  while ((page = g_hash_table_lookup (work->waiting, GUINT_TO_POINTER (work->n_merged))) != NULL)
    {
      merge_page (work, page);
      g_hash_table_remove (work->waiting, GUINT_TO_POINTER (work->n_merged++));
    }
  if (work->progress_func != NULL)
    work->progress_func (MIN (work->n_seen, work->all), work->all, work->user_data);
  g_mutex_unlock (&work->lock);
}

/* The first error is the one that is told; it ends the others. */
static void
give_up (FwLiabilityWork *work,
         GError *error)
{
  g_mutex_lock (&work->lock);
  if (work->error == NULL)
    work->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&work->lock);
  g_cancellable_cancel (work->cancellable);
}

static gpointer
work_cb (gpointer data)
{
  FwLiabilityWork *work = data;
  GError *error = NULL;
  g_autoptr (FwPacks) packs = fw_packs_new (&error);
  g_autoptr (GHashTable) known = _fw_liability_terms_new ();

  while (error == NULL)
    {
      g_autoptr (FwLiabilityPage) page = take_page (work, &error);

      if (page == NULL)
        break;
      if (reckon_page (work, packs, known, page, &error))
        give_page (work, g_steal_pointer (&page));
    }
  if (error != NULL)
    give_up (work, error);
  return NULL;
}

/* Setting up */

static void
add_place (FwLiabilityWork *work,
           FwLiabilityGrouping grouping,
           FwRecord *record,
           guint depth)
{
  FwLiabilityPlace *place = g_new0 (FwLiabilityPlace, 1);

  place->record = g_object_ref (record);
  place->row = _fw_liability_add_row (work->result, grouping, fw_record_get_id (record), fw_record_get (record, "name"), depth);
  g_hash_table_insert (work->places[grouping], (gpointer) fw_record_get_id (record), place);
}

/* The parts of a department follow it; who is in a ring of parents counts as in none. */
static void
add_departments_below (FwLiabilityWork *work,
                       GPtrArray *rows,
                       const char *parent,
                       guint depth)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (fw_record_get (rows->pdata[i], "parent-id"), parent) == 0)
      {
        add_place (work, FW_LIABILITY_BY_DEPARTMENT, rows->pdata[i], depth);
        add_departments_below (work, rows, fw_record_get_id (rows->pdata[i]), depth + 1);
      }
}

static gboolean
read_places (FwLiabilityWork *work,
             GError **error)
{
  for (guint grouping = 0; grouping < FW_N_LIABILITY_GROUPINGS; grouping++)
    {
      g_autoptr (FwQuery) query = fw_query_new ();
      g_autoptr (GPtrArray) rows = NULL;

      fw_query_order (query, "name", FALSE);
      rows = fw_store_list (work->store, fw_liability_grouping_get_name (grouping), query, work->cancellable, error);
      if (rows == NULL)
        return FALSE;
      work->places[grouping] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, place_free);
      if (grouping == FW_LIABILITY_BY_DEPARTMENT)
        add_departments_below (work, rows, NULL, 0);
      for (guint i = 0; grouping != FW_LIABILITY_BY_DEPARTMENT && i < rows->len; i++)
        add_place (work, grouping, rows->pdata[i], 0);
      if (grouping == FW_LIABILITY_BY_EMPLOYER && rows->len == 1)
        work->only_employer = g_object_ref (rows->pdata[0]);
      work->nowhere[grouping] = _fw_liability_add_row (work->result, grouping, NULL, NULL, 0);
    }
  return TRUE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer own)
{
  g_cancellable_cancel (own);
}

static char *
month_of (FwDate day)
{
  return g_strdup_printf ("%04d-%02d", day.year, day.month);
}

static gboolean
work_prepare (FwLiabilityWork *work,
              GError **error)
{
  gint64 all = fw_store_count (work->store, "employee", NULL, work->cancellable, error);

  if (all < 0)
    return FALSE;
  work->all = (guint) all;
  work->day = fw_date_to_string (work->on);
  work->first_month = month_of (fw_date_add_months (work->on, -WAGE_MONTHS));
  work->last_month = month_of (work->on);
  work->after = g_strdup ("");
  work->waiting = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  work->house = _fw_paper_style_answers (work->store, error);
  return work->house != NULL && read_places (work, error);
}

static void
work_clear (FwLiabilityWork *work)
{
  for (guint i = 0; i < FW_N_LIABILITY_GROUPINGS; i++)
    g_clear_pointer (&work->places[i], g_hash_table_unref);
  g_clear_object (&work->only_employer);
  g_clear_pointer (&work->house, g_hash_table_unref);
  g_clear_pointer (&work->waiting, g_hash_table_unref);
  g_clear_pointer (&work->result, fw_liability_unref);
  g_clear_object (&work->cancellable);
  g_free (work->day);
  g_free (work->first_month);
  g_free (work->last_month);
  g_free (work->after);
  g_mutex_clear (&work->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwLiabilityWork, work_clear)

static void
run_threads (FwLiabilityWork *work,
             guint n_threads)
{
  GThread *threads[MOST_THREADS];

  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("liability", work_cb, work);
  work_cb (work);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
}

/**
 * fw_liability_reckon:
 * @on: everybody's last day
 * @n_threads: how many reckon at a time; 0: as many as there are processors
 * @person_func: (nullable): is given each person's amounts
 * @progress_func: (nullable): is told how many have been looked at, under the same lock
 * @user_data: of both
 *
 * Reckons N, N+1 and 2N of everybody who is employed on the day, from their records and the figures of their places. Who is
 * lacking a figure is in no sum: it is counted what is lacking. For a worker thread.
 *
 * Returns: (transfer full) (nullable): the sums; %NULL with %G_IO_ERROR_CANCELLED or what the store or a pack said
 */
FwLiability *
fw_liability_reckon (FwStore *store,
                     FwDate on,
                     guint n_threads,
                     FwLiabilityPersonFunc person_func,
                     FwLiabilityProgressFunc progress_func,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (FwLiabilityWork) work = { .store = store, .on = on, .person_func = person_func, .progress_func = progress_func, .user_data = user_data };
  gulong handler;

  g_mutex_init (&work.lock);
  work.cancellable = g_cancellable_new ();
  work.result = _fw_liability_new (on);
  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), work.cancellable, NULL) : 0;
  if (work_prepare (&work, &work.error))
    run_threads (&work, CLAMP (n_threads > 0 ? n_threads : g_get_num_processors (), 1, MOST_THREADS));
  g_cancellable_disconnect (cancellable, handler);
  if (work.error != NULL)
    {
      g_propagate_error (error, work.error);
      return NULL;
    }
  _fw_liability_finish (work.result);
  return g_steal_pointer (&work.result);
}
