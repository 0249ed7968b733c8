#include "departure/fw-liability-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (FwLiability, fw_liability, fw_liability_ref, fw_liability_unref)

static void
row_clear (FwLiabilityRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_clear_pointer (&row->severance, fw_number_unref);
  g_clear_pointer (&row->with_notice, fw_number_unref);
  g_clear_pointer (&row->damages, fw_number_unref);
}

static void
row_free (gpointer data)
{
  row_clear (data);
  g_free (data);
}

static void
gap_free (gpointer data)
{
  FwLiabilityGap *gap = data;

  g_free (gap->id);
  g_free (gap->zh);
  g_free (gap->en);
  g_free (gap);
}

static void
row_init (FwLiabilityRow *row)
{
  row->severance = fw_number_new (0);
  row->with_notice = fw_number_new (0);
  row->damages = fw_number_new (0);
}

/* Sums of which there is nothing yet. */
FwLiability *
_fw_liability_new (FwDate on)
{
  FwLiability *self = g_new0 (FwLiability, 1);

  g_atomic_ref_count_init (&self->references);
  self->on = on;
  row_init (&self->total);
  for (guint i = 0; i < FW_N_LIABILITY_GROUPINGS; i++)
    self->rows[i] = g_ptr_array_new_with_free_func (row_free);
  self->gaps = g_ptr_array_new_with_free_func (gap_free);
  return self;
}

FwLiability *
fw_liability_ref (FwLiability *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_liability_unref (FwLiability *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->assumes_zh);
  g_free (self->assumes_en);
  row_clear (&self->total);
  for (guint i = 0; i < FW_N_LIABILITY_GROUPINGS; i++)
    g_ptr_array_unref (self->rows[i]);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}

/* Answers the index of a new row. */
guint
_fw_liability_add_row (FwLiability *self,
                       FwLiabilityGrouping grouping,
                       const char *id,
                       const char *name,
                       guint depth)
{
  FwLiabilityRow *row = g_new0 (FwLiabilityRow, 1);

  row->id = g_strdup (id);
  row->name = g_strdup (name);
  row->depth = depth;
  row_init (row);
  g_ptr_array_add (self->rows[grouping], row);
  return self->rows[grouping]->len - 1;
}

static void
add_to (FwNumber **sum,
        const FwNumber *amount)
{
  FwNumber *more = fw_number_add (*sum, amount);

  fw_number_unref (*sum);
  *sum = more;
}

static void
add_to_row (FwLiabilityRow *row,
            const FwLiabilityPerson *person)
{
  row->people++;
  if (person->gaps != NULL)
    return;
  row->known++;
  row->uncapped += person->uncapped ? 1 : 0;
  add_to (&row->severance, person->severance);
  add_to (&row->with_notice, person->with_notice);
  add_to (&row->damages, person->damages);
}

static void
count_gap (FwLiability *self,
           const FwLiabilityGap *gap)
{
  FwLiabilityGap *kept = NULL;

  for (guint i = 0; kept == NULL && i < self->gaps->len; i++)
    if (g_str_equal (((FwLiabilityGap *) self->gaps->pdata[i])->id, gap->id))
      kept = self->gaps->pdata[i];
  if (kept == NULL)
    {
      kept = g_new0 (FwLiabilityGap, 1);
      kept->id = g_strdup (gap->id);
      kept->zh = g_strdup (gap->zh);
      kept->en = g_strdup (gap->en);
      g_ptr_array_add (self->gaps, kept);
    }
  kept->people++;
}

/* A department's people are those of the departments around it too, which stand before it and less deep. */
static void
add_to_departments (FwLiability *self,
                    guint index,
                    const FwLiabilityPerson *person)
{
  GPtrArray *rows = self->rows[FW_LIABILITY_BY_DEPARTMENT];
  guint depth = ((FwLiabilityRow *) rows->pdata[index])->depth;

  add_to_row (rows->pdata[index], person);
  while (depth > 0 && index > 0)
    {
      FwLiabilityRow *above = rows->pdata[--index];

      if (above->depth >= depth)
        continue;
      depth = above->depth;
      add_to_row (above, person);
    }
}

void
_fw_liability_add_person (FwLiability *self,
                          const FwLiabilityPerson *person,
                          const FwLiabilityPlaces *places)
{
  add_to_row (&self->total, person);
  for (guint i = 0; i < FW_N_LIABILITY_GROUPINGS; i++)
    if (i == FW_LIABILITY_BY_DEPARTMENT)
      add_to_departments (self, places->rows[i], person);
    else
      add_to_row (self->rows[i]->pdata[places->rows[i]], person);
  for (guint i = 0; person->gaps != NULL && i < person->gaps->len; i++)
    count_gap (self, person->gaps->pdata[i]);
}

/* Rows of nobody say nothing. */
void
_fw_liability_finish (FwLiability *self)
{
  for (guint i = 0; i < FW_N_LIABILITY_GROUPINGS; i++)
    for (guint r = self->rows[i]->len; r > 0; r--)
      if (((FwLiabilityRow *) self->rows[i]->pdata[r - 1])->people == 0)
        g_ptr_array_remove_index (self->rows[i], r - 1);
}

FwDate
fw_liability_get_on (const FwLiability *self)
{
  return self->on;
}

guint
fw_liability_get_digits (const FwLiability *self)
{
  return self->digits;
}

/**
 * fw_liability_get_assumes:
 *
 * Returns: (transfer none) (nullable): what the amounts stand on, as the pack says it; %NULL where nobody was reckoned
 */
const char *
fw_liability_get_assumes (const FwLiability *self,
                          gboolean chinese)
{
  return chinese ? self->assumes_zh : self->assumes_en;
}

/**
 * fw_liability_is_reviewed:
 *
 * Returns: whether a lawyer has reviewed every pack by which it was reckoned
 */
gboolean
fw_liability_is_reviewed (const FwLiability *self)
{
  return !self->unreviewed;
}

const FwLiabilityRow *
fw_liability_get_total (const FwLiability *self)
{
  return &self->total;
}

/**
 * fw_liability_get_rows:
 *
 * Returns: (transfer none) (element-type FwLiabilityRow): those with people, by name; departments in their tree
 */
GPtrArray *
fw_liability_get_rows (const FwLiability *self,
                       FwLiabilityGrouping grouping)
{
  return self->rows[grouping];
}

/**
 * fw_liability_get_gaps:
 *
 * Returns: (transfer none) (element-type FwLiabilityGap): what is lacking for those whose amounts are unknown; one person may lack several
 */
GPtrArray *
fw_liability_get_gaps (const FwLiability *self)
{
  return self->gaps;
}

static const char *const grouping_names[] = { "employer", "branch", "department" };

const char *
fw_liability_grouping_get_name (FwLiabilityGrouping grouping)
{
  return grouping_names[grouping];
}

gboolean
fw_liability_grouping_from_name (const char *name,
                                 FwLiabilityGrouping *grouping)
{
  for (guint i = 0; i < G_N_ELEMENTS (grouping_names); i++)
    if (g_strcmp0 (name, grouping_names[i]) == 0)
      {
        *grouping = i;
        return TRUE;
      }
  return FALSE;
}
