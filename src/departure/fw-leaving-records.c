#include "departure/fw-leaving-records-private.h"

#include <stdlib.h>
#include <string.h>

#include "departure/fw-jurisdiction.h"
#include "departure/fw-reason-list.h"
#include "departure/fw-survey.h"
#include "departure/fw-talk-records-private.h"
#include "departure/fw-workplace.h"
#include "store/fw-store.h"

#define PEOPLE_AT_ONCE 2000
#define SAME_DEPARTURE_DAYS 31 /* a case whose last day differs by more is about another departure */

/* A page of people with all that is on record of them, each list in the order of the people. */
typedef struct
{
  FwLeavingRecords *records;
  GHashTable *branches;    /* id: index + 1 */
  GHashTable *departments; /* id: index + 1 */
  GPtrArray *people;
  GPtrArray *employments;
  GPtrArray *appointments;
  GPtrArray *cases;
  GHashTable *reasons; /* id of a case: GPtrArray of records */
  guint employment, appointment, departure; /* where the next person's rows begin */
} Page;

static void
place_clear (gpointer data)
{
  FwInsightPlace *place = data;

  g_free (place->id);
  g_free (place->name);
  g_free (place->parent_id);
}

static FwLeavingRecords *
records_new (void)
{
  FwLeavingRecords *self = g_atomic_rc_box_new0 (FwLeavingRecords);

  self->branches = g_array_new (FALSE, FALSE, sizeof (FwInsightPlace));
  self->departments = g_array_new (FALSE, FALSE, sizeof (FwInsightPlace));
  g_array_set_clear_func (self->branches, place_clear);
  g_array_set_clear_func (self->departments, place_clear);
  self->stays = g_array_new (FALSE, FALSE, sizeof (FwStay));
  self->moves = g_array_new (FALSE, FALSE, sizeof (FwMove));
  self->reasons = g_array_new (FALSE, FALSE, sizeof (FwReasonOnRecord));
  self->talks = g_array_new (FALSE, FALSE, sizeof (FwTalkOnRecord));
  self->talk_events = g_array_new (FALSE, FALSE, sizeof (FwTalkEvent));
  self->talk_reasons = g_ptr_array_new ();
  self->talk_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, _fw_talk_name_free);
  self->texts = g_string_chunk_new (4096);
  return self;
}

static void
records_clear (gpointer data)
{
  FwLeavingRecords *self = data;

  g_array_unref (self->branches);
  g_array_unref (self->departments);
  g_array_unref (self->stays);
  g_array_unref (self->moves);
  g_array_unref (self->reasons);
  g_clear_pointer (&self->survey, g_ptr_array_unref);
  g_array_unref (self->talks);
  g_array_unref (self->talk_events);
  g_ptr_array_unref (self->talk_reasons);
  g_hash_table_unref (self->talk_names);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->reason_names, g_key_file_unref);
}

FwLeavingRecords *
fw_leaving_records_ref (FwLeavingRecords *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
fw_leaving_records_unref (FwLeavingRecords *self)
{
  g_atomic_rc_box_release_full (self, records_clear);
}

static gboolean
read_branches (FwLeavingRecords *self,
               FwStore *store,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fw_query_order (query, "name", FALSE);
  rows = fw_store_list (store, "branch", query, cancellable, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      FwRecord *row = g_ptr_array_index (rows, i);
      FwInsightPlace place = { g_strdup (fw_record_get_id (row)), g_strdup (fw_record_get (row, "name")), NULL, 0 };

      g_array_append_val (self->branches, place);
    }
  return rows != NULL;
}

/* The parts of a department follow it. A ring of parents cannot be reached from a root and is left out of the choice. */
static void
add_departments_below (FwLeavingRecords *self,
                       GPtrArray *rows,
                       const char *parent_id,
                       guint depth)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FwRecord *row = g_ptr_array_index (rows, i);
      FwInsightPlace place = { NULL, NULL, NULL, depth };

      if (g_strcmp0 (fw_record_get (row, "parent-id"), parent_id) != 0)
        continue;
      place.id = g_strdup (fw_record_get_id (row));
      place.name = g_strdup (fw_record_get (row, "name"));
      place.parent_id = g_strdup (parent_id);
      g_array_append_val (self->departments, place);
      add_departments_below (self, rows, fw_record_get_id (row), depth + 1);
    }
}

static gboolean
read_departments (FwLeavingRecords *self,
                  FwStore *store,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fw_query_order (query, "name", FALSE);
  rows = fw_store_list (store, "department", query, cancellable, error);
  if (rows != NULL)
    add_departments_below (self, rows, NULL, 0);
  return rows != NULL;
}

static GHashTable *
index_places (GArray *places)
{
  GHashTable *indexes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_insert (indexes, g_array_index (places, FwInsightPlace, i).id, GUINT_TO_POINTER (i + 1));
  return indexes;
}

static guint
find_place (GHashTable *indexes,
            const char *id)
{
  guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (indexes, id)) : 0;

  return found > 0 ? found - 1 : FW_NO_PLACE;
}

/* The rows of @kind that belong to the people of the page, in their order. */
static GPtrArray *
list_of_people (FwStore *store,
                const char *kind,
                const char *then_by,
                const char *above,
                const char *at_most,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  fw_query_where (query, "employee-id", FW_QUERY_ABOVE, above);
  fw_query_where (query, "employee-id", FW_QUERY_AT_MOST, at_most);
  fw_query_order (query, "employee-id", FALSE);
  fw_query_order (query, then_by, FALSE);
  return fw_store_list (store, kind, query, cancellable, error);
}

static GHashTable *
list_reasons (FwStore *store,
              GPtrArray *cases,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GHashTable) reasons =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (FwQuery) query = fw_query_new ();
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < cases->len; i++)
    g_ptr_array_add (ids, (gpointer) fw_record_get_id (g_ptr_array_index (cases, i)));
  g_ptr_array_add (ids, NULL);
  if (cases->len == 0)
    return g_steal_pointer (&reasons);
  fw_query_one_of (query, "case-id", (const char *const *) ids->pdata);
  fw_query_order (query, "case-id", FALSE);
  fw_query_order (query, "seq", FALSE);
  rows = fw_store_list (store, "case-reason", query, cancellable, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      FwRecord *row = g_ptr_array_index (rows, i);
      const char *case_id = fw_record_get (row, "case-id");
      GPtrArray *of_case = g_hash_table_lookup (reasons, case_id);

      if (of_case == NULL)
        {
          of_case = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (reasons, (gpointer) case_id, of_case);
        }
      g_ptr_array_add (of_case, g_object_ref (row));
    }
  return g_steal_pointer (&reasons);
}

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->people, g_ptr_array_unref);
  g_clear_pointer (&page->employments, g_ptr_array_unref);
  g_clear_pointer (&page->appointments, g_ptr_array_unref);
  g_clear_pointer (&page->reasons, g_hash_table_unref);
  g_clear_pointer (&page->cases, g_ptr_array_unref);
  page->employment = page->appointment = page->departure = 0;
}

static gboolean
page_read (Page *page,
           FwStore *store,
           const char *after,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();
  const char *last;

  page_clear (page);
  fw_query_where (query, "id", FW_QUERY_ABOVE, after);
  fw_query_order (query, "id", FALSE);
  fw_query_page (query, 0, PEOPLE_AT_ONCE);
  page->people = fw_store_list (store, "employee", query, cancellable, error);
  if (page->people == NULL || page->people->len == 0)
    return page->people != NULL;
  last = fw_record_get_id (g_ptr_array_index (page->people, page->people->len - 1));
  page->employments = list_of_people (store, "employment", "hired", after, last, cancellable, error);
  if (page->employments == NULL)
    return FALSE;
  page->appointments = list_of_people (store, "appointment", "from", after, last, cancellable, error);
  if (page->appointments == NULL)
    return FALSE;
  page->cases = list_of_people (store, "case", "last-day", after, last, cancellable, error);
  if (page->cases == NULL)
    return FALSE;
  page->reasons = list_reasons (store, page->cases, cancellable, error);
  return page->reasons != NULL;
}

/* The rows of the next person: from *next on, which is moved behind them. */
static guint
rows_of (GPtrArray *rows,
         const char *employee_id,
         guint *next)
{
  guint first;

  while (*next < rows->len && g_strcmp0 (fw_record_get (g_ptr_array_index (rows, *next), "employee-id"), employee_id) < 0)
    ++*next;
  first = *next;
  while (*next < rows->len && g_strcmp0 (fw_record_get (g_ptr_array_index (rows, *next), "employee-id"), employee_id) == 0)
    ++*next;
  return first;
}

static void
add_moves (Page *page,
           FwStay *stay,
           const char *employee_id)
{
  guint first = rows_of (page->appointments, employee_id, &page->appointment);

  stay->first_move = page->records->moves->len;
  for (guint i = first; i < page->appointment; i++)
    {
      FwRecord *row = g_ptr_array_index (page->appointments, i);
      FwMove move = { fw_record_get_date (row, "from"),
                      find_place (page->departments, fw_record_get (row, "department-id")) };

      if (move.department != FW_NO_PLACE)
        g_array_append_val (page->records->moves, move);
    }
  stay->n_moves = page->records->moves->len - stay->first_move;
}

/* The case of a departure on that day: the nearest one that was not given up. */
static FwRecord *
find_case (Page *page,
           guint first,
           guint end,
           FwDate left)
{
  FwRecord *found = NULL;
  int nearest = SAME_DEPARTURE_DAYS + 1;

  for (guint i = first; i < end; i++)
    {
      FwRecord *row = g_ptr_array_index (page->cases, i);
      FwDate last_day = fw_record_get_date (row, "last-day");

      if (!fw_date_is_known (last_day) || g_strcmp0 (fw_record_get (row, "state"), "withdrawn") == 0)
        continue;
      if (abs (fw_date_days_between (last_day, left)) < nearest)
        {
          nearest = abs (fw_date_days_between (last_day, left));
          found = row;
        }
    }
  return found;
}

/* The names of reasons begin with that of their group. */
static const char *
group_of_reason (FwLeavingRecords *self,
                 const char *reason)
{
  const char *dash = strchr (reason, '-');
  g_autofree char *group = dash != NULL ? g_strndup (reason, (gsize) (dash - reason)) : NULL;

  return g_string_chunk_insert_const (
    self->texts, group != NULL && g_key_file_has_group (self->reason_names, group) ? group : reason);
}

static void
add_departure (Page *page,
               FwStay *stay,
               FwRecord *departure)
{
  FwLeavingRecords *self = page->records;
  FwLeavingTerms terms = { fw_record_get (departure, "kind"), fw_record_get (departure, "proposer"),
                           fw_record_get (departure, "employer-offer"), fw_record_get (departure, "employee-renews") };
  GPtrArray *reasons = g_hash_table_lookup (page->reasons, fw_record_get_id (departure));
  const char *stated = fw_record_get (departure, "stated-reason");

  stay->kind = fw_leaving_kind_from_name (terms.kind);
  stay->group = fw_leaving_group_of (&terms);
  stay->stated_reason = stated != NULL ? g_string_chunk_insert_const (self->texts, stated) : NULL;
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      FwRecord *row = g_ptr_array_index (reasons, i);
      const char *weight = fw_record_get (row, "weight");
      const char *name = fw_record_get (row, "reason");
      FwReasonOnRecord reason = { g_string_chunk_insert_const (self->texts, name), group_of_reason (self, name),
                                  weight != NULL ? g_ascii_strtod (weight, NULL) : 0 };

      g_array_append_val (self->reasons, reason);
    }
  stay->n_reasons = self->reasons->len - stay->first_reason;
}

/* Answers whether it is one: none ends before it began. */
static gboolean
add_stay (Page *page,
          const FwStay *pattern,
          FwDate hired,
          FwDate left,
          guint first_case)
{
  FwLeavingRecords *self = page->records;
  FwStay stay = *pattern;
  FwRecord *departure;

  if (fw_date_is_known (left) && fw_date_compare (left, hired) < 0)
    return FALSE;
  stay.hired = hired;
  stay.left = left;
  stay.kind = FW_LEAVING_KIND_UNKNOWN;
  stay.group = FW_LEAVING_UNKNOWN;
  stay.first_reason = self->reasons->len;
  departure = fw_date_is_known (left) ? find_case (page, first_case, page->departure, left) : NULL;
  if (departure != NULL)
    add_departure (page, &stay, departure);
  g_array_append_val (self->stays, stay);
  if (fw_date_is_known (left) &&
      (!fw_date_is_known (self->first_leaving) || fw_date_compare (left, self->first_leaving) < 0))
    self->first_leaving = left;
  return TRUE;
}

/* Whether an employment that began on this day goes on from the one before it. */
static gboolean
goes_on (FwDate left,
         FwDate hired)
{
  return !fw_date_is_known (left) || fw_date_compare (hired, fw_date_add_days (left, 1)) <= 0;
}

/* The last employment may lack its end where the person's own record has it. */
static FwDate
end_of (FwRecord *person,
        FwDate hired,
        FwDate ended)
{
  FwDate left = fw_record_get_date (person, "left");

  if (fw_date_is_known (ended) || !fw_date_is_known (left) || fw_date_compare (left, hired) < 0)
    return ended;
  return left;
}

static void
add_person (Page *page,
            FwRecord *person)
{
  const char *id = fw_record_get_id (person);
  FwStay pattern = { .person = (guint32) fw_record_get_seq (person),
                     .branch = find_place (page->branches, fw_record_get (person, "branch-id")),
                     .department = find_place (page->departments, fw_record_get (person, "department-id")) };
  guint first = rows_of (page->employments, id, &page->employment);
  guint first_case = rows_of (page->cases, id, &page->departure);
  gboolean gone = g_strcmp0 (fw_record_get (person, "status"), "left") == 0;
  FwDate hired = FW_DATE_UNKNOWN, left = FW_DATE_UNKNOWN;
  gboolean dated = TRUE;

  add_moves (page, &pattern, id);
  for (guint i = first; i < page->employment; i++)
    {
      FwRecord *row = g_ptr_array_index (page->employments, i);
      FwDate begin = fw_record_get_date (row, "hired"), end = fw_record_get_date (row, "ended");

      if (fw_date_is_known (hired) && !goes_on (left, begin))
        {
          dated = add_stay (page, &pattern, hired, left, first_case) && dated;
          hired = FW_DATE_UNKNOWN;
        }
      if (!fw_date_is_known (hired))
        hired = begin;
      left = end;
    }
  left = end_of (person, hired, left);
  dated = fw_date_is_known (hired) && (!gone || fw_date_is_known (left)) &&
          add_stay (page, &pattern, hired, left, first_case) && dated;
  page->records->n_undated += !dated;
}

/**
 * fw_leaving_records_read:
 *
 * Reads the people page by page, so that a large company takes time but little memory. For a worker thread.
 *
 * Returns: (transfer full): what the store has of who came and left
 */
FwLeavingRecords *
fw_leaving_records_read (FwStore *store,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (FwLeavingRecords) self = records_new ();
  g_autoptr (GHashTable) branches = NULL;
  g_autoptr (GHashTable) departments = NULL;
  g_autofree char *after = g_strdup ("");
  Page page = { .records = self };
  gboolean ok;

  if ((self->reason_names = fw_reason_list_load_names (store, error)) == NULL ||
      !read_branches (self, store, cancellable, error) || !read_departments (self, store, cancellable, error))
    return NULL;
  page.branches = branches = index_places (self->branches);
  page.departments = departments = index_places (self->departments);
  while ((ok = page_read (&page, store, after, cancellable, error)) && page.people->len > 0)
    {
      for (guint i = 0; i < page.people->len; i++)
        add_person (&page, g_ptr_array_index (page.people, i));
      g_free (after);
      after = g_strdup (fw_record_get_id (g_ptr_array_index (page.people, page.people->len - 1)));
    }
  page_clear (&page);
  ok = ok && _fw_talk_records_read (self, store, branches, departments, cancellable, error);
  /* A sheet of the company's own that is no good takes none of the other figures with it. */
  self->survey = ok ? fw_survey_count (store, cancellable, NULL) : NULL;
  /* As the law stands for whoever comes now. */
  self->probation_months = fw_jurisdiction_longest_probation (store, FW_DATE_UNKNOWN);
  return ok ? g_steal_pointer (&self) : NULL;
}

guint
fw_leaving_records_get_n_branches (const FwLeavingRecords *self)
{
  return self->branches->len;
}

const FwInsightPlace *
fw_leaving_records_get_branch (const FwLeavingRecords *self,
                               guint index)
{
  g_return_val_if_fail (index < self->branches->len, NULL);
  return &g_array_index (self->branches, FwInsightPlace, index);
}

guint
fw_leaving_records_get_n_departments (const FwLeavingRecords *self)
{
  return self->departments->len;
}

/**
 * fw_leaving_records_get_department:
 *
 * Answers the department at @index; the parts of a department follow it.
 */
const FwInsightPlace *
fw_leaving_records_get_department (const FwLeavingRecords *self,
                                   guint index)
{
  g_return_val_if_fail (index < self->departments->len, NULL);
  return &g_array_index (self->departments, FwInsightPlace, index);
}

/**
 * fw_leaving_records_get_first_leaving:
 *
 * Answers the earliest last day on record; before it leavings were not kept. Unknown where none was.
 */
FwDate
fw_leaving_records_get_first_leaving (const FwLeavingRecords *self)
{
  return self->first_leaving;
}

/**
 * fw_leaving_records_get_n_undated:
 *
 * Answers how many people are in no figure with an employment, because when they came or left is not on record or cannot be.
 */
guint
fw_leaving_records_get_n_undated (const FwLeavingRecords *self)
{
  return self->n_undated;
}

/**
 * fw_leaving_records_get_survey:
 *
 * Returns: (nullable) (element-type FwSurveyCount): what came back of the survey after leaving; %NULL: its questions cannot be read
 */
GPtrArray *
fw_leaving_records_get_survey (const FwLeavingRecords *self)
{
  return self->survey;
}
