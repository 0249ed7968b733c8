#include "departure/fw-insight.h"

#include "core/fw-task.h"
#include "departure/fw-talk-records-private.h"
#include "store/fw-store.h"

struct _FwInsight
{
  GObject parent_instance;

  FwLeavingRecords *records;
  FwInsightFilter filter;
  char *branch_id;
  char *department_id;
  FwDate from;
  FwDate until;
  GArray *spells; /* FwSpell */
  GArray *given;  /* FwReasonGiven, of those who left in the period; person is the number of the employment */
  FwTurnover *turnover;
  FwReasons *reasons; /* as they are shown */
  FwTenure tenure;
  FwHeadline headline;
  GArray *talked; /* guint: which of the records' talks are looked at */
  FwTalks *talks;
};

G_DEFINE_FINAL_TYPE (FwInsight, fw_insight, G_TYPE_OBJECT)

/* What is being reckoned. */
typedef struct
{
  FwInsight *self;
  const FwInsightFilter *filter;
  guint branch;
  gboolean *in_departments; /* NULL: no matter which */
} Reckoning;

static void
fw_insight_finalize (GObject *object)
{
  FwInsight *self = FW_INSIGHT (object);

  g_clear_pointer (&self->turnover, fw_turnover_free);
  g_clear_pointer (&self->talks, fw_talks_free);
  g_clear_pointer (&self->talked, g_array_unref);
  g_clear_pointer (&self->reasons, fw_reasons_free);
  g_clear_pointer (&self->spells, g_array_unref);
  g_clear_pointer (&self->given, g_array_unref);
  g_clear_pointer (&self->records, fw_leaving_records_unref);
  g_free (self->branch_id);
  g_free (self->department_id);
  G_OBJECT_CLASS (fw_insight_parent_class)->finalize (object);
}

static void
fw_insight_class_init (FwInsightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_insight_finalize;
}

static void
fw_insight_init (FwInsight *self)
{
  self->spells = g_array_new (FALSE, FALSE, sizeof (FwSpell));
  self->given = g_array_new (FALSE, FALSE, sizeof (FwReasonGiven));
  self->talked = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* A department and its parts: those that follow it and lie deeper. */
static gboolean *
mark_departments (const FwLeavingRecords *records,
                  const char *department_id)
{
  gboolean *marked = g_new0 (gboolean, records->departments->len + 1);
  gboolean below = FALSE;
  guint depth = 0;

  for (guint i = 0; i < records->departments->len; i++)
    {
      const FwInsightPlace *place = &g_array_index (records->departments, FwInsightPlace, i);

      if (g_str_equal (place->id, department_id))
        {
          below = TRUE;
          depth = place->depth;
        }
      else if (below && place->depth <= depth)
        below = FALSE;
      marked[i] = below;
    }
  return marked;
}

static gboolean
is_in (const Reckoning *reckoning,
       guint department)
{
  return reckoning->in_departments == NULL ||
         (department != FW_NO_PLACE && reckoning->in_departments[department]);
}

static void
add_spell (const Reckoning *reckoning,
           const FwStay *stay,
           FwDate entered,
           FwDate last)
{
  FwSpell spell = { stay->person, stay->hired, entered, last, .kind = stay->kind, .group = stay->group };

  spell.moved_in = fw_date_compare (entered, stay->hired) != 0;
  spell.moved_out = fw_date_is_known (last) &&
                    (!fw_date_is_known (stay->left) || fw_date_compare (last, stay->left) != 0);
  spell.counted = (reckoning->filter->kinds & (1u << stay->kind)) != 0 &&
                  (reckoning->filter->groups & (1u << stay->group)) != 0;
  g_array_append_val (reckoning->self->spells, spell);
}

/* Cuts an employment where the person moved into or out of the departments looked at. Before the first move on record the
 * person is taken to have been where that move led, without one where the person is now. */
static void
add_stay (const Reckoning *reckoning,
          const FwStay *stay)
{
  const FwMove *moves = &g_array_index (reckoning->self->records->moves, FwMove, stay->first_move);
  FwDate entered = stay->hired;
  gboolean in = is_in (reckoning, stay->n_moves > 0 ? moves[0].department : stay->department);

  for (guint i = 0; reckoning->in_departments != NULL && i < stay->n_moves; i++)
    {
      gboolean now_in = is_in (reckoning, moves[i].department);

      if (fw_date_is_known (stay->left) && fw_date_compare (moves[i].from, stay->left) >= 0)
        break;
      if (fw_date_compare (moves[i].from, stay->hired) <= 0)
        in = now_in;
      else if (now_in != in)
        {
          if (in)
            add_spell (reckoning, stay, entered, moves[i].from);
          entered = moves[i].from;
          in = now_in;
        }
    }
  if (in)
    add_spell (reckoning, stay, entered, stay->left);
}

static void
add_reasons (const Reckoning *reckoning,
             const FwStay *stay)
{
  FwInsight *self = reckoning->self;
  const FwReasonOnRecord *reasons = &g_array_index (self->records->reasons, FwReasonOnRecord, stay->first_reason);
  /* Who left twice left for two sets of reasons: it is the employment that counts. */
  FwReasonGiven given = { .person = (guint32) (stay - &g_array_index (self->records->stays, FwStay, 0)) };
  gboolean by_group = reckoning->filter->reasons == FW_INSIGHT_BY_REASON_GROUP;
  guint n = by_group || reckoning->filter->reasons == FW_INSIGHT_BY_REASON ? stay->n_reasons : 0;

  for (guint i = 0; i < n; i++)
    {
      given.reason = by_group ? reasons[i].group : reasons[i].reason;
      given.weight = reasons[i].weight;
      g_array_append_val (self->given, given);
    }
  if (n > 0)
    return;
  if (reckoning->filter->reasons == FW_INSIGHT_BY_STATED_REASON)
    given.reason = stay->stated_reason;
  else if (reckoning->filter->reasons == FW_INSIGHT_BY_KIND && stay->kind != FW_LEAVING_KIND_UNKNOWN)
    given.reason = fw_leaving_kind_get_name (stay->kind);
  g_array_append_val (self->given, given);
}

static void
add_people (const Reckoning *reckoning)
{
  FwInsight *self = reckoning->self;

  for (guint i = 0; i < self->records->stays->len; i++)
    {
      const FwStay *stay = &g_array_index (self->records->stays, FwStay, i);
      guint before = self->spells->len;

      if (reckoning->filter->branch_id != NULL && stay->branch != reckoning->branch)
        continue;
      add_stay (reckoning, stay);
      if (self->spells->len > before &&
          fw_spell_left_between (&g_array_index (self->spells, FwSpell, self->spells->len - 1), self->from, self->until))
        add_reasons (reckoning, stay);
    }
}

/* A talk belongs to the department in which the person is now, and to the kind of its case. */
static gboolean
is_looked_at (const Reckoning *reckoning,
              const FwTalkOnRecord *talk)
{
  const FwInsightFilter *filter = reckoning->filter;

  return (filter->branch_id == NULL || talk->branch == reckoning->branch) && is_in (reckoning, talk->department) &&
         (filter->kinds & (1u << talk->kind)) != 0 && (filter->groups & (1u << talk->group)) != 0 &&
         fw_date_compare (talk->on, reckoning->self->from) >= 0 && fw_date_compare (talk->on, reckoning->self->until) <= 0;
}

static void
reckon_talks (const Reckoning *reckoning)
{
  FwInsight *self = reckoning->self;
  const FwLeavingRecords *records = self->records;
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (FwTalkHeld));

  for (guint i = 0; i < records->talks->len; i++)
    {
      const FwTalkOnRecord *talk = &g_array_index (records->talks, FwTalkOnRecord, i);
      FwTalkHeld one = { talk->script, talk->seconds, &g_array_index (records->talk_events, FwTalkEvent, talk->first_event),
                         talk->n_events, (const char *const *) records->talk_reasons->pdata + talk->first_reason, talk->n_reasons };

      if (!is_looked_at (reckoning, talk))
        continue;
      g_array_append_val (held, one);
      g_array_append_val (self->talked, i);
    }
  self->talks = fw_talks_new ((FwTalkHeld *) (gpointer) held->data, held->len);
}

static guint
find_branch (const FwLeavingRecords *records,
             const char *branch_id)
{
  for (guint i = 0; i < records->branches->len; i++)
    if (g_strcmp0 (g_array_index (records->branches, FwInsightPlace, i).id, branch_id) == 0)
      return i;
  return FW_NO_PLACE;
}

/**
 * fw_insight_new:
 * @today: nobody who leaves later has left
 *
 * Returns: (transfer full): the figures of what @filter looks at
 */
FwInsight *
fw_insight_new (FwLeavingRecords *records,
                const FwInsightFilter *filter,
                FwDate today)
{
  FwInsight *self = g_object_new (FW_TYPE_INSIGHT, NULL);
  g_autofree gboolean *in_departments = NULL;
  g_autoptr (FwReasons) reasons = NULL;
  Reckoning reckoning = { self, filter, find_branch (records, filter->branch_id), NULL };

  self->records = fw_leaving_records_ref (records);
  self->filter = *filter;
  self->filter.branch_id = self->branch_id = g_strdup (filter->branch_id);
  self->filter.department_id = self->department_id = g_strdup (filter->department_id);
  self->until = filter->until;
  if (!fw_date_is_known (self->until) || fw_date_compare (self->until, today) > 0)
    self->until = today;
  self->from = filter->from;
  if (!fw_date_is_known (self->from))
    self->from = fw_date_is_known (records->first_leaving) ? records->first_leaving : self->until;
  if (fw_date_compare (self->from, self->until) > 0)
    self->from = self->until;
  self->from = fw_date_new (self->from.year, self->from.month, 1);
  if (filter->department_id != NULL)
    reckoning.in_departments = in_departments = mark_departments (records, filter->department_id);
  add_people (&reckoning);
  reckon_talks (&reckoning);
  self->turnover = fw_turnover_new ((FwSpell *) (gpointer) self->spells->data, self->spells->len, self->from,
                                    self->until, records->first_leaving);
  reasons = fw_reasons_new ((FwReasonGiven *) (gpointer) self->given->data, self->given->len);
  self->reasons = fw_reasons_fold (reasons);
  fw_tenure_reckon (&self->tenure, (FwSpell *) (gpointer) self->spells->data, self->spells->len, self->from, self->until);
  self->headline = fw_headline_reckon (self->turnover, (FwSpell *) (gpointer) self->spells->data, self->spells->len);
  return self;
}

/* What a worker thread needs, copied. */
typedef struct
{
  FwStore *store;
  FwLeavingRecords *records; /* NULL: to be read first */
  FwInsightFilter filter;
  char *branch_id;
  char *department_id;
  FwDate today;
} Order;

static void
order_free (Order *order)
{
  g_clear_object (&order->store);
  g_clear_pointer (&order->records, fw_leaving_records_unref);
  g_free (order->branch_id);
  g_free (order->department_id);
  g_free (order);
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;

  if (order->records == NULL)
    order->records = fw_leaving_records_read (order->store, cancellable, &error);
  if (order->records == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, fw_insight_new (order->records, &order->filter, order->today), g_object_unref);
}

/**
 * fw_insight_read_async:
 * @records: (nullable): what was read before, where the store has not changed since
 *
 * Reckons on a worker thread. A newer question cancels the older one by @cancellable.
 */
void
fw_insight_read_async (FwStore *store,
                       FwLeavingRecords *records,
                       const FwInsightFilter *filter,
                       FwDate today,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->store = g_object_ref (store);
  order->records = records != NULL ? fw_leaving_records_ref (records) : NULL;
  order->filter = *filter;
  order->filter.branch_id = order->branch_id = g_strdup (filter->branch_id);
  order->filter.department_id = order->department_id = g_strdup (filter->department_id);
  order->today = today;
  g_task_set_source_tag (task, fw_insight_read_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  fw_task_run_in_thread (task, read_in_thread);
}

/* Returns: (transfer full) (nullable): the figures */
FwInsight *
fw_insight_read_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

FwLeavingRecords *
fw_insight_get_records (FwInsight *self)
{
  return self->records;
}

const FwInsightFilter *
fw_insight_get_filter (FwInsight *self)
{
  return &self->filter;
}

FwDate
fw_insight_get_from (FwInsight *self)
{
  return self->from;
}

FwDate
fw_insight_get_until (FwInsight *self)
{
  return self->until;
}

const FwTurnover *
fw_insight_get_turnover (FwInsight *self)
{
  return self->turnover;
}

/* The reasons as they are shown: rare ones folded. */
const FwReasons *
fw_insight_get_reasons (FwInsight *self)
{
  return self->reasons;
}

const FwTenure *
fw_insight_get_tenure (FwInsight *self)
{
  return &self->tenure;
}

const FwTalks *
fw_insight_get_talks (FwInsight *self)
{
  return self->talks;
}

/**
 * fw_insight_list_talked:
 * @talks: (element-type guint): talks of fw_insight_get_talks()
 * @people: whom was talked with, each once, and not the talks
 *
 * Returns: (transfer full) (element-type guint32): their rows in the store
 */
GArray *
fw_insight_list_talked (FwInsight *self,
                        const GArray *talks,
                        gboolean people)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < talks->len; i++)
    {
      guint index = g_array_index (self->talked, guint, g_array_index (talks, guint, i));
      const FwTalkOnRecord *talk = &g_array_index (self->records->talks, FwTalkOnRecord, index);
      guint32 row = people ? talk->person : talk->talk;

      if (g_hash_table_add (seen, GUINT_TO_POINTER (row)))
        g_array_append_val (rows, row);
    }
  return rows;
}

/* Returns: (transfer none): what is said before the charts */
const FwHeadline *
fw_insight_get_headline (FwInsight *self)
{
  return &self->headline;
}

double
fw_insight_person_day_average (FwInsight *self,
                               FwDate from,
                               FwDate until)
{
  return fw_turnover_person_day_average ((FwSpell *) (gpointer) self->spells->data, self->spells->len, from, until);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return fw_date_compare (*(const FwDate *) a, *(const FwDate *) b);
}

static const FwSpell *
find_left (FwInsight *self,
           guint *index,
           FwDate from,
           FwDate until)
{
  while (*index < self->spells->len)
    {
      const FwSpell *spell = &g_array_index (self->spells, FwSpell, (*index)++);

      if (fw_spell_left_between (spell, from, until))
        return spell;
    }
  return NULL;
}

/**
 * fw_insight_count_on_one_day:
 * @day: (out): the day on which most people had to go
 *
 * Answers how many left by the employer's decision on that day, where it is a tenth or more of those who left in the
 * period: a decision for many at once, of which no interval of chance knows. 0 otherwise.
 */
guint
fw_insight_count_on_one_day (FwInsight *self,
                             FwDate *day)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FwDate));
  const FwSpell *spell;
  guint most = 0, run = 0, all = 0, i = 0;

  while ((spell = find_left (self, &i, self->from, self->until)) != NULL)
    {
      all++;
      if (spell->group == FW_LEAVING_INVOLUNTARY)
        g_array_append_val (days, spell->last);
    }
  g_array_sort (days, compare_days);
  for (guint d = 0; d < days->len; d++)
    {
      FwDate this_day = g_array_index (days, FwDate, d);

      run = d > 0 && fw_date_compare (g_array_index (days, FwDate, d - 1), this_day) == 0 ? run + 1 : 1;
      if (run > most)
        {
          most = run;
          *day = this_day;
        }
    }
  return most >= 5 && most * 10 >= all ? most : 0;
}

/**
 * fw_insight_list_left:
 * @group: an #FwLeavingGroup or %FW_TURNOVER_ALL
 *
 * Returns: (transfer full) (element-type guint32): the rows in the store of those who left from @from to @until
 */
GArray *
fw_insight_list_left (FwInsight *self,
                      FwDate from,
                      FwDate until,
                      int group)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint32));
  const FwSpell *spell;
  guint i = 0;

  while ((spell = find_left (self, &i, from, until)) != NULL)
    if (group == FW_TURNOVER_ALL || spell->group == (FwLeavingGroup) group)
      g_array_append_val (people, spell->person);
  return people;
}

/**
 * fw_insight_list_with_reason:
 * @row: of the reasons shown
 *
 * Returns: (transfer full) (element-type guint32): the rows in the store of those who named it
 */
GArray *
fw_insight_list_with_reason (FwInsight *self,
                             guint row)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->given->len; i++)
    {
      const FwReasonGiven *given = &g_array_index (self->given, FwReasonGiven, i);
      guint32 person = g_array_index (self->records->stays, FwStay, given->person).person;

      if (fw_reasons_row_holds (self->reasons, row, given->reason) &&
          (people->len == 0 || g_array_index (people, guint32, people->len - 1) != person))
        g_array_append_val (people, person);
    }
  return people;
}

/**
 * fw_insight_list_with_tenure:
 * @end_month: completed months that no longer count; 0 for no end
 *
 * Returns: (transfer full) (element-type guint32): the rows in the store of those who left after so many months
 */
GArray *
fw_insight_list_with_tenure (FwInsight *self,
                             guint first_month,
                             guint end_month)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint32));
  const FwSpell *spell;
  guint i = 0;

  while ((spell = find_left (self, &i, self->from, self->until)) != NULL)
    {
      guint months = fw_spell_completed_months (spell);

      if (months >= first_month && (end_month == 0 || months < end_month))
        g_array_append_val (people, spell->person);
    }
  return people;
}
