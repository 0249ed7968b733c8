#include "store/fw-step.h"

#include <string.h>

#include "store/fw-command-private.h"
#include "store/fw-record-private.h"
#include "store/fw-store-error.h"

/* Readings of the name where nobody gave any: they follow the name until somebody writes their own. */
static void
fill_readings (FwPinyin *pinyin,
               FwRecord *stored,
               FwRecord *employee)
{
  const char *known = fw_record_get (employee, "pinyin");
  gboolean renamed =
    stored != NULL && g_strcmp0 (fw_record_get (stored, "name"), fw_record_get (employee, "name")) != 0;
  gboolean own = known != NULL && (stored == NULL || g_strcmp0 (fw_record_get (stored, "pinyin"), known) != 0);
  g_autofree char *readings = NULL;

  if (own || (known != NULL && !renamed))
    return;
  readings = _fw_pinyin_read (pinyin, fw_record_get (employee, "name"));
  fw_record_set (employee, "pinyin", readings);
}

/* Each value that was set on @given, checked, into @merged, which may be the same record. */
static gboolean
take_values (FwRecord *merged,
             FwRecord *given,
             GError **error)
{
  const FwRecordKind *kind = fw_record_get_kind (given);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *value = _fw_record_get_nth (given, i);
      char *kept = NULL;

      if (!_fw_record_is_nth_mentioned (given, i))
        continue;
      if (value != NULL && (kept = fw_field_check_value (&kind->fields[i], value, error)) == NULL)
        return FALSE;
      _fw_record_take_nth (merged, i, kept);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FW_FIELD_REQUIRED) && _fw_record_get_nth (merged, i) == NULL)
      {
        g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "%s is missing", kind->fields[i].name);
        return FALSE;
      }
  return TRUE;
}

/* What the values are set on: nobody else sees a record that was made for the step alone. */
static FwRecord *
begin_merge (FwStep *self,
             FwRecord *stored)
{
  if (stored != NULL)
    return fw_record_copy (stored);
  return self->shared ? fw_record_new_with_id (fw_record_get_kind (self->given)->name, fw_record_get_id (self->given))
                      : g_object_ref (self->given);
}

/*
 * Works out what is stored: @stored (nullable) with what was set on the given record, each value checked, and all that is derived
 * from it.
 */
void
_fw_step_merge (FwStep *self,
                FwRecord *stored,
                FwPinyin *pinyin)
{
  const gboolean employee = strcmp (fw_record_get_kind (self->given)->name, "employee") == 0;

  self->merged = begin_merge (self, stored);
  if (!take_values (self->merged, self->given, &self->error))
    return;
  if (employee)
    fill_readings (pinyin, stored, self->merged);
  if (stored != NULL && fw_record_equal (stored, self->merged))
    return;
  self->after = _fw_record_to_json (self->merged);
  if (employee)
    self->words = _fw_person_words_new (self->merged);
  if (!self->shared)
    _fw_record_settle (self->merged);
}

/* A step of a command, worked out as far as nothing has to be read for it; (transfer full). */
FwStep *
_fw_step_new (FwCommand *command,
              guint index,
              FwPinyin *pinyin)
{
  FwStep *self = g_new0 (FwStep, 1);

  self->given = _fw_command_make_record (command, index);
  if (self->given == NULL)
    {
      const FwCommandStep *step = _fw_command_get_step (command, index);

      self->given = step->record != NULL ? g_object_ref (step->record) : NULL;
      self->shared = TRUE;
      self->removed_kind = step->removed_kind;
      self->removed_id = step->removed_id;
    }
  self->fresh =
    self->given != NULL && !fw_record_get_kind (self->given)->read_only && _fw_record_take_fresh (self->given);
  if (self->fresh)
    _fw_step_merge (self, NULL, pinyin);
  return self;
}

void
_fw_step_free (FwStep *self)
{
  g_clear_object (&self->given);
  g_clear_object (&self->merged);
  g_free (self->words);
  g_clear_error (&self->error);
  g_free (self->after);
  g_free (self);
}
