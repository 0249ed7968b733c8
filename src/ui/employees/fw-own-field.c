#include "config.h"

#include "ui/employees/fw-own-field.h"

#include "ui/employees/fw-field-reader.h"
#include "ui/employees/fw-record-words.h"

/* What only one company keeps of its people: the fields are records too, so nothing about them is known beforehand. */

#define FIELD_KIND "custom-field"
#define VALUE_KIND "custom-value"

static FwFieldType
type_of (FwRecord *field)
{
  static const struct
  {
    const char *word;
    FwFieldType type;
  } types[] = {
    { "date", FW_FIELD_DATE },     { "month", FW_FIELD_MONTH }, { "money", FW_FIELD_MONEY },
    { "number", FW_FIELD_NUMBER }, { "count", FW_FIELD_COUNT }, { "truth", FW_FIELD_TRUTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (fw_record_get (field, "type"), types[i].word) == 0)
      return types[i].type;
  return FW_FIELD_TEXT;
}

void
fw_own_field_free (gpointer self)
{
  FwOwnField *own = self;

  g_object_unref (own->field);
  g_clear_object (&own->value);
  g_free (own->label);
  g_free (own);
}

static FwOwnField *
own_field_new (FwRecord *field, FwRecord *value, gboolean chinese)
{
  FwOwnField *self = g_new0 (FwOwnField, 1);
  const char *label = fw_record_get (field, chinese ? "label-zh" : "label-en");

  self->field = g_object_ref (field);
  self->value = value != NULL ? g_object_ref (value) : NULL;
  self->shape = (FwField) { .name = fw_record_get (self->field, "name"), .type = type_of (field) };
  self->label = g_strdup (label != NULL ? label : self->shape.name);
  return self;
}

static FwRecord *
find_value (GPtrArray *values, FwRecord *field)
{
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (fw_record_get (g_ptr_array_index (values, i), "custom-field-id"), fw_record_get_id (field)) == 0)
      return g_ptr_array_index (values, i);
  return NULL;
}

/**
 * fw_own_fields_read:
 * @kind: whose own fields: "employee"
 * @record_id: the record of that kind
 * @into: (element-type FwOwnField): they are added to it in the company's order, also those that are not known of it
 */
gboolean
fw_own_fields_read (FwStore *store, const char *kind, const char *record_id, gboolean chinese, GPtrArray *into,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (FwQuery) of_kind = fw_query_new_equals ("record-kind", kind);
  g_autoptr (FwQuery) of_record = fw_query_new_equals ("record-id", record_id);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) values = NULL;

  fw_query_order (of_kind, "position", FALSE);
  fields = fw_store_list (store, FIELD_KIND, of_kind, cancellable, error);
  values = fields != NULL ? fw_store_list (store, VALUE_KIND, of_record, cancellable, error) : NULL;
  for (guint i = 0; values != NULL && i < fields->len; i++)
    {
      FwRecord *field = g_ptr_array_index (fields, i);

      g_ptr_array_add (into, own_field_new (field, find_value (values, field), chinese));
    }
  return values != NULL;
}

/**
 * fw_own_field_describe:
 *
 * Returns: (transfer full) (nullable): the value as people read it; %NULL where it is not known
 */
char *
fw_own_field_describe (const FwOwnField *self)
{
  /* What a list brought is kept as it stood there, whatever the field says it is now. */
  const FwField plain = { .name = "value", .type = self->shape.type == FW_FIELD_TRUTH ? FW_FIELD_TRUTH : FW_FIELD_TEXT };

  return self->value != NULL ? fw_record_words_value (&plain, fw_record_get (self->value, "value")) : NULL;
}

/**
 * fw_own_field_dup_choices:
 *
 * Returns: (transfer full) (nullable): the values it can have, where they are few
 */
char **
fw_own_field_dup_choices (const FwOwnField *self)
{
  return fw_field_dup_choices (NULL, fw_record_kind_find (VALUE_KIND), &self->shape);
}

/**
 * fw_own_field_read:
 * @text: (nullable): as it was typed
 * @problem: (out) (nullable): why it cannot be taken and how to write it
 *
 * Returns: (transfer full) (nullable): what the store keeps; %NULL for nothing
 */
char *
fw_own_field_read (const FwOwnField *self, const char *text, FwDate today, char **problem)
{
  return fw_field_read (NULL, fw_record_kind_find (VALUE_KIND), &self->shape, text, today, problem);
}

/**
 * fw_own_field_change:
 * @record_id: the record that has the field
 * @value: (nullable): as the store keeps it; %NULL: it is not known any more
 *
 * Adds to @command what makes the value so.
 *
 * Returns: whether there is anything to change
 */
gboolean
fw_own_field_change (const FwOwnField *self, const char *record_id, const char *value, FwCommand *command)
{
  const char *so_far = self->value != NULL ? fw_record_get (self->value, "value") : NULL;
  g_autoptr (FwRecord) changed = NULL;

  if (g_strcmp0 (value, so_far) == 0)
    return FALSE;
  fw_command_add_subject (command, record_id);
  if (value == NULL)
    {
      fw_command_remove (command, VALUE_KIND, fw_record_get_id (self->value));
      return TRUE;
    }
  changed = self->value != NULL ? fw_record_copy (self->value) : fw_record_new (VALUE_KIND);
  fw_record_set (changed, "custom-field-id", fw_record_get_id (self->field));
  fw_record_set (changed, "record-id", record_id);
  fw_record_set (changed, "value", value);
  fw_command_put (command, changed);
  return TRUE;
}
