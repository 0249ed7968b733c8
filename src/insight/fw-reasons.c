#include "insight/fw-reasons.h"

struct _FwReasons
{
  GArray *rows;  /* FwReasonRow */
  GArray *given; /* FwReasonGiven, a person's together */
  guint n_leavers;
};

static FwReasons *
reasons_new_empty (GArray *given,
                   guint n_leavers)
{
  FwReasons *self = g_new0 (FwReasons, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (FwReasonRow));
  self->given = g_array_ref (given);
  self->n_leavers = n_leavers;
  return self;
}

void
fw_reasons_free (FwReasons *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->given);
  g_array_unref (self->rows);
  g_free (self);
}

static FwReasonRow *
find_row (FwReasons *self,
          const char *reason)
{
  FwReasonRow row = { .reason = reason, .n_folded = 1 };

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, FwReasonRow, i).reason == reason)
      return &g_array_index (self->rows, FwReasonRow, i);
  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, FwReasonRow, self->rows->len - 1);
}

/* Whether the same leaver gave the same reason before: two of one group, say. */
static gboolean
gives_before (const FwReasonGiven *given,
              guint index)
{
  for (guint i = 0; i < index; i++)
    if (given[i].reason == given[index].reason)
      return TRUE;
  return FALSE;
}

/* One leaver's reasons: weights where all have one, else equal parts. */
static void
add_leaver (FwReasons *self,
            const FwReasonGiven *given,
            guint n_given)
{
  gboolean weighed = TRUE;
  double all = 0;

  for (guint i = 0; i < n_given; i++)
    {
      weighed = weighed && given[i].weight > 0;
      all += given[i].weight;
    }
  for (guint i = 0; i < n_given; i++)
    {
      FwReasonRow *row = find_row (self, given[i].reason != NULL ? given[i].reason
                                                                 : g_intern_static_string (FW_REASONS_UNRECORDED));

      row->weight += weighed ? given[i].weight / all : 1.0 / n_given;
      row->people += !gives_before (given, i);
    }
}

static int
compare_given (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const FwReasonGiven *first = a, *second = b;

  return first->person < second->person ? -1 : first->person > second->person;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const FwReasonRow *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (first->reason, second->reason);
}

static void
add_up (FwReasons *self)
{
  double running = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FwReasonRow *row = &g_array_index (self->rows, FwReasonRow, i);

      row->share = row->weight / self->n_leavers;
      running += row->share;
      row->running = running;
    }
}

/**
 * fw_reasons_new:
 * @given: (array length=n_given): what the leavers gave, at least one for each of them
 *
 * Adds up the reasons, in order of their weight. Nothing is folded or hidden yet.
 *
 * Returns: (transfer full)
 */
FwReasons *
fw_reasons_new (const FwReasonGiven *given,
                guint n_given)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (FwReasonGiven), n_given);
  FwReasons *self = reasons_new_empty (sorted, 0);

  g_array_append_vals (sorted, given, n_given);
  g_array_sort_with_data (sorted, compare_given, NULL);
  for (guint i = 0, end; i < n_given; i = end)
    {
      const FwReasonGiven *first = &g_array_index (sorted, FwReasonGiven, i);

      for (end = i + 1; end < n_given && g_array_index (sorted, FwReasonGiven, end).person == first->person; end++)
        ;
      add_leaver (self, first, end - i);
      self->n_leavers++;
    }
  g_array_sort (self->rows, compare_rows);
  add_up (self);
  return self;
}

static gboolean
is_shown (const FwReasonRow *row,
          guint n_shown,
          guint most)
{
  return row->people >= FW_REASONS_LEAST_NAMED && n_shown < most;
}

static guint
count_worth_showing (const FwReasons *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FwReasonRow *row = &g_array_index (self->rows, FwReasonRow, i);

      n += fw_reasons_row_is_reason (row) && row->people >= FW_REASONS_LEAST_NAMED;
    }
  return n;
}

/* Whoever named two reasons of the row is one person. */
static guint
count_people_of_last (const FwReasons *self)
{
  guint people = 0, last = self->rows->len - 1;

  for (guint i = 0; i < self->given->len;)
    {
      guint32 person = g_array_index (self->given, FwReasonGiven, i).person;
      gboolean holds = FALSE;

      for (; i < self->given->len && g_array_index (self->given, FwReasonGiven, i).person == person; i++)
        holds = holds || fw_reasons_row_holds (self, last, g_array_index (self->given, FwReasonGiven, i).reason);
      people += holds;
    }
  return people;
}

/**
 * fw_reasons_fold:
 *
 * As it is shown: reasons that fewer than three people named, and those beyond the tenth where there are more than
 * twelve, become one row, which stands last whatever its size; those of whom no reason is on record stand before it.
 *
 * Returns: (transfer full)
 */
FwReasons *
fw_reasons_fold (const FwReasons *self)
{
  FwReasons *folded = reasons_new_empty (self->given, self->n_leavers);
  guint n_worth = count_worth_showing (self), most = n_worth > FW_REASONS_MOST_ROWS ? FW_REASONS_MOST_ROWS - 2 : n_worth;
  FwReasonRow rest = { .reason = g_intern_static_string (FW_REASONS_FOLDED) }, unrecorded = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FwReasonRow *row = &g_array_index (self->rows, FwReasonRow, i);

      if (!fw_reasons_row_is_reason (row))
        unrecorded = *row;
      else if (is_shown (row, folded->rows->len, most))
        g_array_append_val (folded->rows, *row);
      else
        {
          rest.weight += row->weight;
          rest.n_folded++;
        }
    }
  if (unrecorded.people > 0)
    g_array_append_val (folded->rows, unrecorded);
  if (rest.n_folded > 0)
    {
      g_array_append_val (folded->rows, rest);
      g_array_index (folded->rows, FwReasonRow, folded->rows->len - 1).people = count_people_of_last (folded);
    }
  add_up (folded);
  return folded;
}

guint
fw_reasons_get_n_leavers (const FwReasons *self)
{
  return self->n_leavers;
}

guint
fw_reasons_get_n_rows (const FwReasons *self)
{
  return self->rows->len;
}

const FwReasonRow *
fw_reasons_get_row (const FwReasons *self,
                    guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);
  return &g_array_index (self->rows, FwReasonRow, index);
}

/* How many leavers there are of whom no reason is on record. */
guint
fw_reasons_get_n_unrecorded (const FwReasons *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_array_index (self->rows, FwReasonRow, i).reason, FW_REASONS_UNRECORDED) == 0)
      return g_array_index (self->rows, FwReasonRow, i).people;
  return 0;
}

/* Whether it is one reason, not the rest of them or the lack of one. */
gboolean
fw_reasons_row_is_reason (const FwReasonRow *row)
{
  return g_strcmp0 (row->reason, FW_REASONS_UNRECORDED) != 0 && g_strcmp0 (row->reason, FW_REASONS_FOLDED) != 0;
}

/**
 * fw_reasons_row_holds:
 * @reason: (nullable): a reason given, %NULL for none on record
 *
 * Answers whether whoever gave @reason is counted in the row at @index.
 */
gboolean
fw_reasons_row_holds (const FwReasons *self,
                      guint index,
                      const char *reason)
{
  const FwReasonRow *row = fw_reasons_get_row (self, index);
  const char *name = reason != NULL ? reason : FW_REASONS_UNRECORDED;

  if (g_strcmp0 (row->reason, FW_REASONS_FOLDED) != 0)
    return g_strcmp0 (row->reason, name) == 0;
  for (guint i = 0; i < self->rows->len; i++)
    if (i != index && g_strcmp0 (g_array_index (self->rows, FwReasonRow, i).reason, name) == 0)
      return FALSE;
  return TRUE;
}
