#include "store/fw-record-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "store/fw-store-error.h"
#include "store/fw-uuid.h"

/* Of a UUID. */
#define ID_LENGTH 36

struct _FwRecord
{
  GObject parent_instance;

  const FwRecordKind *kind;
  char id[ID_LENGTH + 1];
  char **values;         /* by field of the kind; NULL is unknown. Texts that were settled lie behind them, in the same piece of memory */
  guint8 *mentioned;     /* behind the values: set since the record was made; a put writes these and leaves the others */
  gsize size;            /* of that piece of memory */

  gboolean fresh;        /* its id was made with it and has been put nowhere */

  /* Where the store read it; 0 for a record that is not there yet. */
  gint64 seq;
  gint64 event;
};

G_DEFINE_FINAL_TYPE (FwRecord, fw_record, G_TYPE_OBJECT)

static gboolean
is_settled (FwRecord *self,
            const char *text)
{
  const char *memory = (const char *) self->values;

  return text >= memory && text < memory + self->size;
}

static void
take_value (FwRecord *self,
            guint n,
            char *value)
{
  if (!is_settled (self, self->values[n]))
    g_free (self->values[n]);
  self->values[n] = value;
}

/* Memory for the values and what was mentioned, and @texts bytes more. */
static void
take_memory (FwRecord *self,
             gsize texts)
{
  const guint n = self->kind->n_fields;

  self->size = n * (sizeof *self->values + sizeof *self->mentioned) + texts;
  self->values = g_malloc (self->size);
  self->mentioned = (guint8 *) (self->values + n);
}

static void
fw_record_finalize (GObject *object)
{
  FwRecord *self = FW_RECORD (object);

  for (guint i = 0; i < self->kind->n_fields; i++)
    take_value (self, i, NULL);
  g_free (self->values);
  G_OBJECT_CLASS (fw_record_parent_class)->finalize (object);
}

static void
fw_record_class_init (FwRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_record_finalize;
}

static void
fw_record_init (FwRecord *self)
{
}

/**
 * fw_record_new_with_id:
 * @kind: the name of a kind
 * @id: a UUID in lower case
 *
 * Makes a record that stands for the one of that id: a put changes the fields that were set and leaves
 * the others.
 *
 * Returns: (transfer full):
 */
FwRecord *
fw_record_new_with_id (const char *kind,
                       const char *id)
{
  const FwRecordKind *description = fw_record_kind_find (kind);
  FwRecord *self;

  g_return_val_if_fail (description != NULL, NULL);
  g_return_val_if_fail (fw_uuid_is_valid (id), NULL);
  self = g_object_new (FW_TYPE_RECORD, NULL);
  self->kind = description;
  memcpy (self->id, id, sizeof self->id);
  take_memory (self, 0);
  memset (self->values, 0, self->size);
  return self;
}

/**
 * fw_record_new:
 * @kind: the name of a kind
 *
 * Makes a new record with an id of its own, to which other records of the same command may already refer.
 *
 * Returns: (transfer full):
 */
FwRecord *
fw_record_new (const char *kind)
{
  g_autofree char *id = fw_uuid_new ();
  FwRecord *self = fw_record_new_with_id (kind, id);

  if (self != NULL)
    self->fresh = TRUE;
  return self;
}

/**
 * fw_record_copy:
 *
 * Returns: (transfer full): a copy that can be changed while this one stays
 */
FwRecord *
fw_record_copy (FwRecord *self)
{
  FwRecord *copy = fw_record_new_with_id (self->kind->name, self->id);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      copy->values[i] = g_strdup (self->values[i]);
      copy->mentioned[i] = self->mentioned[i];
    }
  copy->seq = self->seq;
  copy->event = self->event;
  return copy;
}

const FwRecordKind *
fw_record_get_kind (FwRecord *self)
{
  return self->kind;
}

const char *
fw_record_get_id (FwRecord *self)
{
  return self->id;
}

/**
 * fw_record_get_seq:
 *
 * Answers the row number, which is local to the store and leaves it nowhere; 0 where it is not stored yet.
 */
gint64
fw_record_get_seq (FwRecord *self)
{
  return self->seq;
}

/**
 * fw_record_get_event:
 *
 * Answers the number of the event that last changed it; 0 where it was not read from a store.
 */
gint64
fw_record_get_event (FwRecord *self)
{
  return self->event;
}

static int
field_index (FwRecord *self,
             const char *name)
{
  const FwField *field = fw_record_kind_find_field (self->kind, name);

  return field == NULL ? -1 : (int) (field - self->kind->fields);
}

/**
 * fw_record_get:
 *
 * Returns: (transfer none) (nullable): the value of a field as text, %NULL where it is unknown
 */
const char *
fw_record_get (FwRecord *self,
               const char *field)
{
  int index = field_index (self, field);

  g_return_val_if_fail (index >= 0, NULL);
  return self->values[index];
}

FwDate
fw_record_get_date (FwRecord *self,
                    const char *field)
{
  const char *value = fw_record_get (self, field);

  return value == NULL ? FW_DATE_UNKNOWN : fw_date_from_string (value);
}

/**
 * fw_record_get_number:
 *
 * Returns: (transfer full) (nullable): the exact value of a money, number or count field; %NULL where unknown
 */
FwNumber *
fw_record_get_number (FwRecord *self,
                      const char *field)
{
  return fw_number_parse (fw_record_get (self, field));
}

gint64
fw_record_get_count (FwRecord *self,
                     const char *field,
                     gint64 if_unknown)
{
  const char *value = fw_record_get (self, field);

  return value == NULL ? if_unknown : g_ascii_strtoll (value, NULL, 10);
}

/**
 * fw_record_is_true:
 *
 * Answers whether the field is known and "true". Unknown is neither true nor false.
 */
gboolean
fw_record_is_true (FwRecord *self,
                   const char *field)
{
  return g_strcmp0 (fw_record_get (self, field), "true") == 0;
}

gboolean
fw_record_is_false (FwRecord *self,
                    const char *field)
{
  return g_strcmp0 (fw_record_get (self, field), "false") == 0;
}

/**
 * fw_record_set:
 * @value: (nullable): the value as text, checked when the record is put; %NULL or an empty text makes
 *   it unknown
 */
void
fw_record_set (FwRecord *self,
               const char *field,
               const char *value)
{
  int index = field_index (self, field);

  g_return_if_fail (index >= 0);
  if (value != NULL && *value == '\0')
    value = NULL;
  _fw_record_set_nth (self, (guint) index, value);
}

void
fw_record_set_date (FwRecord *self,
                    const char *field,
                    FwDate value)
{
  g_autofree char *text = fw_date_is_known (value) ? fw_date_to_string (value) : NULL;

  fw_record_set (self, field, text);
}

void
fw_record_set_count (FwRecord *self,
                     const char *field,
                     gint64 value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  fw_record_set (self, field, text);
}

void
fw_record_set_truth (FwRecord *self,
                     const char *field,
                     gboolean value)
{
  fw_record_set (self, field, value ? "true" : "false");
}

/**
 * fw_record_is_mentioned:
 *
 * Answers whether the field was set since the record was made or read, be it to unknown.
 */
gboolean
fw_record_is_mentioned (FwRecord *self,
                        const char *field)
{
  int index = field_index (self, field);

  g_return_val_if_fail (index >= 0, FALSE);
  return self->mentioned[index];
}

/**
 * fw_record_equal:
 *
 * Answers whether both are of one kind, id and values.
 */
gboolean
fw_record_equal (FwRecord *self,
                 FwRecord *other)
{
  if (self->kind != other->kind || strcmp (self->id, other->id) != 0)
    return FALSE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (g_strcmp0 (self->values[i], other->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The same by the number of the field in the description, without looking for its name. */
void
_fw_record_set_nth (FwRecord *self,
                    guint n,
                    const char *value)
{
  if (g_strcmp0 (self->values[n], value) != 0)
    take_value (self, n, g_strdup (value));
  self->mentioned[n] = TRUE;
}

/* As _fw_record_set_nth(), but the value, (transfer full), becomes the record's own. */
void
_fw_record_take_nth (FwRecord *self,
                     guint n,
                     char *value)
{
  take_value (self, n, value);
  self->mentioned[n] = TRUE;
}

const char *
_fw_record_get_nth (FwRecord *self,
                    guint n)
{
  return self->values[n];
}

gboolean
_fw_record_is_nth_mentioned (FwRecord *self,
                             guint n)
{
  return self->mentioned[n];
}

/* Whether no store can have a record of its id yet; asked once, by the put that ends it. */
gboolean
_fw_record_take_fresh (FwRecord *self)
{
  gboolean fresh = self->fresh;

  self->fresh = FALSE;
  return fresh;
}

/*
 * Lays the values side by side in memory: another processor that reads them one after the other finds them sooner. Texts that were got
 * before are gone.
 */
void
_fw_record_settle (FwRecord *self)
{
  const guint n = self->kind->n_fields;
  FwRecord before = *self;
  gsize texts = 0;
  char *place;

  for (guint i = 0; i < n; i++)
    texts += before.values[i] != NULL ? strlen (before.values[i]) + 1 : 0;
  take_memory (self, texts);
  memcpy (self->values, before.values, n * (sizeof *self->values + sizeof *self->mentioned));
  place = (char *) (self->mentioned + n);
  for (guint i = 0; i < n; i++)
    if (before.values[i] != NULL)
      {
        self->values[i] = place;
        place = g_stpcpy (place, before.values[i]) + 1;
        take_value (&before, i, NULL);
      }
  g_free (before.values);
}

/* Says where the record is stored now; from here on nothing of it counts as changed. */
void
_fw_record_place (FwRecord *self,
                  gint64 seq,
                  gint64 event)
{
  self->seq = seq;
  self->event = event;
  memset (self->mentioned, 0, self->kind->n_fields * sizeof *self->mentioned);
}

/* Takes over what the store holds of the same record, values and place; @stored, which nobody needs any more, has its old ones. */
void
_fw_record_adopt (FwRecord *self,
                  FwRecord *stored)
{
  const FwRecord before = *self;

  self->values = stored->values;
  self->mentioned = stored->mentioned;
  self->size = stored->size;
  stored->values = before.values;
  stored->mentioned = before.mentioned;
  stored->size = before.size;
  _fw_record_place (self, stored->seq, stored->event);
}

static void
append_json_string (GString *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

/*
 * The state of a record as an event keeps it: the known fields in the order of the description, all as texts.
 * One state has one form, byte for byte, because hashes are taken of it.
 */
char *
_fw_record_to_json (FwRecord *self)
{
  g_autoptr (GString) json = g_string_new ("{");

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (self->values[i] == NULL)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      append_json_string (json, self->kind->fields[i].name);
      g_string_append_c (json, ':');
      append_json_string (json, self->values[i]);
    }
  g_string_append_c (json, '}');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* Reads what _fw_record_to_json() wrote. A field that the kind no longer has is passed over. */
FwRecord *
_fw_record_from_json (const FwRecordKind *kind,
                      const char *id,
                      const char *json,
                      GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (FwRecord) self = NULL;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, json, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)) || !fw_uuid_is_valid (id))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED, "the kept state of a %s is not readable",
                   kind->name);
      return NULL;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  self = fw_record_new_with_id (kind->name, id);
  for (guint i = 0; i < kind->n_fields; i++)
    fw_record_set (self, kind->fields[i].name,
                   json_object_get_string_member_with_default (object, kind->fields[i].name, NULL));
  return g_steal_pointer (&self);
}
