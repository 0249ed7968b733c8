#include <string.h>

#include "exchange/fw-import-plan-private.h"
#include "exchange/fw-import-record-private.h"

static FwImportRow *
nth_row (FwImportPlan *self,
         guint index)
{
  return &g_array_index (self->rows, FwImportRow, index);
}

static const FwImportRecordSpec *
nth_spec (FwImportPlan *self,
          guint index)
{
  return g_ptr_array_index (self->kind->records, index);
}

static guint
index_of_spec (FwImportPlan *self,
               const char *id)
{
  guint index = 0;

  g_ptr_array_find (self->kind->records, fw_import_kind_find_record (self->kind, id), &index);
  return index;
}

/* Names of people on this very list can only be looked up when all of its rows have been. */
static gboolean
is_late (FwImportPlan *self,
         const FwImportField *field)
{
  const FwImportReference *reference;

  if (field->type != FW_IMPORT_REFERENCE)
    return FALSE;
  reference = fw_import_catalog_find_reference (self->catalog, field->reference);
  if (reference->may_create)
    return FALSE;
  for (guint i = 0; i < self->kind->records->len; i++)
    if (strcmp (nth_spec (self, i)->kind, reference->kind) == 0 &&
        nth_spec (self, i)->must == FW_IMPORT_MAY_BE_NEW)
      return TRUE;
  return FALSE;
}

static void
take_reference (FwImportPlan *self,
                guint index,
                const FwImportField *field,
                const char *goal,
                const char *name,
                FwImportRecord *collected)
{
  const FwImportReference *reference = fw_import_catalog_find_reference (self->catalog, field->reference);
  g_auto (FwImportFault) fault = { NULL, NULL, NULL };
  FwImportRecord *record;

  if (!g_str_has_suffix (goal, "-id"))
    {
      fw_import_record_change (collected, goal, name);
      return;
    }
  record = _fw_import_refer (self, reference, name, &fault);
  if (record != NULL)
    fw_import_record_refer (collected, goal, record);
  else if (!field->lenient)
    _fw_import_plan_refuse (self, index, field, &fault);
}

static gboolean
is_number (FwImportType type)
{
  return type == FW_IMPORT_MONEY || type == FW_IMPORT_NUMBER || type == FW_IMPORT_COUNT || type == FW_IMPORT_SPAN;
}

/* Answers whether the row says anything of this record. */
static gboolean
collect_goals (FwImportPlan *self,
               guint index,
               const FwImportRecordSpec *spec,
               FwImportRecord *collected,
               gboolean late)
{
  FwImportRow *row = nth_row (self, index);
  gboolean any = FALSE;

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (row->values[i] == NULL || is_late (self, field) != late)
        continue;
      for (guint g = 0; g < field->goals->len; g++)
        {
          const FwImportGoal *goal = &g_array_index (field->goals, FwImportGoal, g);

          if (strcmp (goal->record, spec->id) != 0)
            continue;
          any = TRUE;
          if (field->type == FW_IMPORT_REFERENCE)
            take_reference (self, index, field, goal->field, row->values[i], collected);
          else if (is_number (field->type))
            fw_import_record_change_number (collected, goal->field, row->values[i]);
          else
            fw_import_record_change (collected, goal->field, row->values[i]);
        }
    }
  return any;
}

static char *
compose (FwImportPlan *self,
         const FwImportRow *row,
         const char *pattern)
{
  GString *text = g_string_new (pattern);

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);
      g_autofree char *place = g_strdup_printf ("{%s}", field->id);

      if (strstr (pattern, place) != NULL)
        g_string_replace (text, place, row->values[i] != NULL ? row->values[i] : "", 0);
    }
  return g_string_free (text, FALSE);
}

static char *
first_known (FwImportPlan *self,
             const FwImportRow *row,
             const char *sources)
{
  g_auto (GStrv) ids = g_strsplit (sources, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *value = _fw_import_plan_value_of (self, row, ids[i]);

      if (value != NULL)
        return g_strdup (value);
    }
  return NULL;
}

/*
 * Answers %FALSE where a record that this one belongs to is not there, so that it cannot be either.
 * @any: set where a fill says something of the record by itself
 */
static gboolean
collect_fills (FwImportPlan *self,
               guint index,
               const FwImportRecordSpec *spec,
               FwImportRecord *collected,
               gboolean *any)
{
  FwImportRow *row = nth_row (self, index);

  for (guint i = 0; i < spec->fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (spec->fills, FwImportFill, i);
      g_autofree char *text = NULL;
      FwImportRecord *record = NULL;

      if (fill->how == FW_IMPORT_FILL_LINK)
        record = row->meant[index_of_spec (self, fill->source)];
      else if (fill->how == FW_IMPORT_FILL_SOLE)
        record = _fw_import_find_sole (self, fill->source);
      else if (fill->how == FW_IMPORT_FILL_ESTIMATE)
        *any = _fw_import_collect_estimate (self, row, fill, collected) || *any;
      else if (fill->how == FW_IMPORT_FILL_CONSTANT)
        text = g_strdup (fill->source);
      else if (fill->how == FW_IMPORT_FILL_COMPOSE)
        text = compose (self, row, fill->source);
      else
        text = first_known (self, row, fill->source);
      if (fill->how == FW_IMPORT_FILL_LINK && record == NULL)
        return FALSE;
      fw_import_record_fill (collected, fill->field, text, record, fill->only_new);
    }
  return TRUE;
}

/*
 * Among several with the same key the newest is meant, unless it had ended before the row's began. A day that is only
 * for new records, an estimate, makes no further one.
 */
static FwImportRecord *
choose_newest (const FwImportRecordSpec *spec,
               GPtrArray *found,
               FwImportRecord *collected)
{
  FwImportRecord *newest = NULL;
  const char *began = spec->newest != NULL && !fw_import_record_is_only_new (collected, spec->newest)
                        ? fw_import_record_get (collected, spec->newest)
                        : NULL;
  const char *ended;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      FwImportRecord *record = g_ptr_array_index (found, i);

      if (newest == NULL ||
          (spec->newest != NULL && g_strcmp0 (fw_import_record_get (record, spec->newest),
                                              fw_import_record_get (newest, spec->newest)) > 0))
        newest = record;
    }
  ended = newest != NULL && spec->ended != NULL ? fw_import_record_get (newest, spec->ended) : NULL;
  return ended != NULL && began != NULL && strcmp (began, ended) > 0 ? NULL : newest;
}

static FwImportRecord *
find_meant (FwImportPlan *self,
            const FwImportRecordSpec *spec,
            FwImportRecord *collected)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; spec->key[i] != NULL; i++)
    {
      char *value = g_strdup (fw_import_record_get (collected, spec->key[i]));

      for (guint c = 0; value == NULL && c < collected->changes->len; c++)
        {
          const FwImportChange *change = fw_import_record_get_change (collected, c);

          if (change->record != NULL && strcmp (change->field, spec->key[i]) == 0)
            value = fw_import_registry_name (change->record);
        }
      g_ptr_array_add (values, value);
    }
  return choose_newest (spec,
                        fw_import_registry_find (self->registry, spec->kind, (const char *const *) spec->key,
                                                 (const char *const *) values->pdata),
                        collected);
}

/*
 * The column by which a person sees which record a row means: the first field of the key that the file
 * has.
 */
static const FwImportField *
key_field (FwImportPlan *self,
           const FwImportRecordSpec *spec)
{
  for (guint k = 0; spec->key[k] != NULL; k++)
    for (guint i = 0; i < self->kind->fields->len; i++)
      {
        const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

        for (guint g = 0; g < field->goals->len; g++)
          if (strcmp (g_array_index (field->goals, FwImportGoal, g).record, spec->id) == 0 &&
              strcmp (g_array_index (field->goals, FwImportGoal, g).field, spec->key[k]) == 0)
            return field;
      }
  return NULL;
}

static void
refuse_unknown (FwImportPlan *self,
                guint index,
                const FwImportRecordSpec *spec)
{
  gboolean person = strcmp (spec->kind, "employee") == 0;

  _fw_import_plan_refuse_for (self, index, key_field (self, spec),
                              person ? "unknown-employee" : "unknown-record", NULL, NULL);
}

static void
refuse_twice (FwImportPlan *self,
              guint index,
              const FwImportRecordSpec *spec,
              guint first)
{
  g_autofree char *a = g_strdup_printf ("%u", fw_table_get_row (self->table, first)->line);
  g_autofree char *b = g_strdup_printf ("%u", fw_table_get_row (self->table, index)->line);

  _fw_import_plan_refuse_for (self, index, key_field (self, spec), "twice", a, b);
}

static gboolean
is_required (FwImportPlan *self,
             const FwImportField *field)
{
  return field->required == FW_IMPORT_REQUIRED_NEW ||
         (field->required == FW_IMPORT_REQUIRED_CELL &&
          fw_import_mapping_get_column (self->mapping, field) >= 0);
}

/* A record that does not exist yet has to have what no such record can do without. */
static void
require (FwImportPlan *self,
         guint index,
         const FwImportRecordSpec *spec,
         FwImportRecord *collected)
{
  FwImportRow *row = nth_row (self, index);

  for (guint i = 0; i < self->kind->fields->len; i++)
    {
      const FwImportField *field = g_ptr_array_index (self->kind->fields, i);

      if (row->values[i] == NULL && is_required (self, field) && field->goals->len > 0 &&
          strcmp (g_array_index (field->goals, FwImportGoal, 0).record, spec->id) == 0 &&
          !_fw_import_is_estimated (spec, collected, g_array_index (field->goals, FwImportGoal, 0).field))
        _fw_import_plan_refuse_for (self, index, field, "required", NULL, NULL);
    }
}

static void
settle (FwImportPlan *self,
        guint index,
        guint place,
        FwImportRecord *collected)
{
  const FwImportRecordSpec *spec = nth_spec (self, place);
  FwImportRow *row = nth_row (self, index);
  FwImportRecord *meant = find_meant (self, spec, collected);

  if (meant == NULL && spec->must == FW_IMPORT_IF_EXISTS)
    return;
  if (meant == NULL && spec->must == FW_IMPORT_MUST_EXIST)
    {
      refuse_unknown (self, index, spec);
      return;
    }
  if (meant != NULL && spec->main && meant->row >= 0)
    {
      refuse_twice (self, index, spec, (guint) meant->row);
      return;
    }
  if (meant == NULL || meant->id == NULL)
    require (self, index, spec, collected);
  if (meant != NULL)
    _fw_import_clear_marks (spec, meant, collected);
  if (meant == NULL)
    {
      meant = collected;
      fw_import_registry_add (self->registry, meant);
    }
  if (spec->main)
    meant->row = (gint) index;
  row->collected[place] = fw_import_record_ref (collected);
  row->meant[place] = fw_import_record_ref (meant);
}

static void
resolve_row (FwImportPlan *self,
             guint index,
             guint place)
{
  const FwImportRecordSpec *spec = nth_spec (self, place);
  g_autoptr (FwImportRecord) collected = fw_import_record_new (spec->kind, NULL);
  gboolean any = collect_goals (self, index, spec, collected, FALSE);

  if (nth_row (self, index)->verdict == FW_IMPORT_ROW_BAD ||
      !collect_fills (self, index, spec, collected, &any))
    return;
  if (any || spec->main || spec->must != FW_IMPORT_MAY_BE_NEW)
    settle (self, index, place, collected);
}

/* The values by which the store can be asked for the records of all rows at once. */
static GPtrArray *
gather_first_keys (FwImportPlan *self,
                   const FwImportRecordSpec *spec)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const FwImportField *field = NULL;
  int link = -1;

  for (guint i = 0; i < spec->fills->len; i++)
    {
      const FwImportFill *fill = &g_array_index (spec->fills, FwImportFill, i);

      if (fill->how == FW_IMPORT_FILL_LINK && strcmp (fill->field, spec->key[0]) == 0)
        link = (int) index_of_spec (self, fill->source);
    }
  if (link < 0)
    field = key_field (self, spec);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FwImportRow *row = nth_row (self, i);
      const char *value = NULL;

      if (link >= 0)
        value = row->meant[link] != NULL ? row->meant[link]->id : NULL;
      else if (field != NULL)
        value = _fw_import_plan_value_of (self, row, field->id);
      if (value != NULL && !g_hash_table_contains (seen, value))
        {
          g_ptr_array_add (values, g_strdup (value));
          g_hash_table_add (seen, g_ptr_array_index (values, values->len - 1));
        }
    }
  return values;
}

static gboolean
load_spec (FwImportPlan *self,
           const FwImportRecordSpec *spec,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) values = NULL;

  /*
   * A key that begins with a name of another record is asked for whole: such kinds (acknowledgements)
   * stay small.
   */
  if (key_field (self, spec) != NULL && key_field (self, spec)->type == FW_IMPORT_REFERENCE &&
      g_str_has_suffix (spec->key[0], "-id"))
    return fw_import_registry_load (self->registry, spec->kind, NULL, NULL, cancellable, error);
  values = gather_first_keys (self, spec);
  return fw_import_registry_load (self->registry, spec->kind, spec->key[0], values, cancellable, error);
}

static void
resolve_late (FwImportPlan *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint place = 0; place < self->kind->records->len; place++)
      {
        FwImportRow *row = nth_row (self, i);

        if (row->verdict != FW_IMPORT_ROW_BAD && row->collected[place] != NULL)
          collect_goals (self, i, nth_spec (self, place), row->collected[place], TRUE);
      }
}

static gboolean
refers_to_bad (FwImportPlan *self,
               const FwImportRecord *record)
{
  for (guint i = 0; i < record->changes->len; i++)
    {
      const FwImportRecord *other = g_array_index (record->changes, FwImportChange, i).record;

      if (other != NULL && other->id == NULL && other->row >= 0 &&
          nth_row (self, (guint) other->row)->verdict == FW_IMPORT_ROW_BAD)
        return TRUE;
    }
  return FALSE;
}

/* Answers whether the row was good until now. */
static gboolean
spoil_row (FwImportPlan *self,
           guint index)
{
  FwImportRow *row = nth_row (self, index);

  for (guint place = 0; place < self->kind->records->len && row->verdict != FW_IMPORT_ROW_BAD; place++)
    if (row->collected[place] != NULL && refers_to_bad (self, row->collected[place]))
      {
        _fw_import_plan_refuse_for (self, index, NULL, "refers-to-bad", NULL, NULL);
        return TRUE;
      }
  return FALSE;
}

/* Who reports to somebody whose own row is bad cannot go in either, and so on: down the list and up again, so that no order of
 * the rows makes it long. */
static void
spread_badness (FwImportPlan *self)
{
  gboolean spread = TRUE;

  while (spread)
    {
      spread = FALSE;
      for (guint i = 0; i < self->rows->len; i++)
        spread = spoil_row (self, i) || spread;
      for (guint i = self->rows->len; i > 0; i--)
        spread = spoil_row (self, i - 1) || spread;
    }
}

/* Only now, with every row judged, do the good ones say what changes. */
static void
apply_row (FwImportPlan *self,
           FwImportRow *row)
{
  gboolean changed = FALSE;
  gboolean new = FALSE;

  for (guint place = 0; place < self->kind->records->len; place++)
    {
      FwImportRecord *meant = row->meant[place];

      if (meant == NULL)
        continue;
      if (meant != row->collected[place])
        fw_import_record_take_changes (meant, row->collected[place]);
      new = new || (nth_spec (self, place)->main && meant->id == NULL);
      changed = changed || meant->changes->len > 0;
    }
  for (guint i = 0; row->own != NULL && i < row->own->len; i += 2)
    {
      FwImportRecord *collected = g_ptr_array_index (row->own, i);
      FwImportRecord *meant = g_ptr_array_index (row->own, i + 1);

      if (meant != collected)
        fw_import_record_take_changes (meant, collected);
      changed = changed || meant->changes->len > 0;
    }
  row->verdict = new ? FW_IMPORT_ROW_NEW : changed ? FW_IMPORT_ROW_UPDATE : FW_IMPORT_ROW_UNCHANGED;
}

/* A record whose references are being looked at, and the next of them. */
typedef struct
{
  FwImportRecord *record;
  guint           next;
} Visit;

static void
visit (GArray *visits,
       FwImportRecord *record)
{
  const Visit fresh = { record, 0 };

  if (record->marked)
    return;
  record->marked = TRUE;
  g_array_append_val (visits, fresh);
}

/* What a record refers to comes before it, so that they can be written in this order. A list may be as deep as it is long: the
 * way is kept in @visits, which is empty before and behind, and not on the stack. */
static void
mark (FwImportPlan *self,
      GArray *visits,
      FwImportRecord *record)
{
  visit (visits, record);
  while (visits->len > 0)
    {
      Visit *last = &g_array_index (visits, Visit, visits->len - 1);

      record = last->record;
      if (last->next < record->changes->len)
        {
          FwImportRecord *other = g_array_index (record->changes, FwImportChange, last->next++).record;

          if (other != NULL)
            visit (visits, other);
          continue;
        }
      if (record->id == NULL || record->changes->len > 0)
        g_ptr_array_add (self->records, fw_import_record_ref (record));
      g_array_set_size (visits, visits->len - 1);
    }
}

static void
apply (FwImportPlan *self)
{
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit));

  for (guint i = 0; i < self->rows->len; i++)
    {
      FwImportRow *row = nth_row (self, i);

      if (row->verdict != FW_IMPORT_ROW_BAD)
        apply_row (self, row);
      for (guint place = 0; place < self->kind->records->len && row->verdict != FW_IMPORT_ROW_BAD; place++)
        if (row->meant[place] != NULL)
          mark (self, visits, row->meant[place]);
      for (guint own = 1; row->own != NULL && own < row->own->len && row->verdict != FW_IMPORT_ROW_BAD;
           own += 2)
        mark (self, visits, g_ptr_array_index (row->own, own));
    }
}

/*
 * _fw_import_plan_resolve:
 *
 * Finds out which records the rows mean, and what would become of them.
 */
gboolean
_fw_import_plan_resolve (FwImportPlan *self,
                         GCancellable *cancellable,
                         GError **error)
{
  if (!_fw_import_load_references (self, cancellable, error))
    return FALSE;
  for (guint place = 0; place < self->kind->records->len; place++)
    {
      if (!load_spec (self, nth_spec (self, place), cancellable, error))
        return FALSE;
      for (guint i = 0; i < self->rows->len; i++)
        {
          if (!_fw_import_plan_step (self, i, cancellable, error))
            return FALSE;
          if (nth_row (self, i)->verdict != FW_IMPORT_ROW_BAD && !nth_row (self, i)->empty)
            resolve_row (self, i, place);
        }
    }
  if (!_fw_import_resolve_custom (self, cancellable, error))
    return FALSE;
  resolve_late (self);
  spread_badness (self);
  apply (self);
  return TRUE;
}
