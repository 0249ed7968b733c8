#include "store/fw-event-private.h"

#include <json-glib/json-glib.h>

#include "store/fw-chain.h"

struct _FwEvent
{
  GObject parent_instance;

  gint64 seq;
  char *id;
  char *time;
  char *who;
  char *what;
  char *why;
  char *hash;
  GStrv subjects;
  GHashTable *details;
  guint n_changes;
};

G_DEFINE_FINAL_TYPE (FwEvent, fw_event, G_TYPE_OBJECT)

static void
fw_event_finalize (GObject *object)
{
  FwEvent *self = FW_EVENT (object);

  g_free (self->id);
  g_free (self->time);
  g_free (self->who);
  g_free (self->what);
  g_free (self->why);
  g_free (self->hash);
  g_strfreev (self->subjects);
  g_hash_table_unref (self->details);
  G_OBJECT_CLASS (fw_event_parent_class)->finalize (object);
}

static void
fw_event_class_init (FwEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_event_finalize;
}

static void
fw_event_init (FwEvent *self)
{
  self->details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
add_detail_cb (JsonObject *object,
               const char *name,
               JsonNode *node,
               gpointer user_data)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_replace (user_data, g_strdup (name), g_strdup (json_node_get_string (node)));
}

static void
read_details (FwEvent *self,
              const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (text != NULL && json_parser_load_from_data (parser, text, -1, NULL) &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    json_object_foreach_member (json_node_get_object (json_parser_get_root (parser)), add_detail_cb,
                                self->details);
}

/* Makes an event of a row of FW_EVENT_COLUMNS; (transfer full). */
FwEvent *
_fw_event_read (sqlite3_stmt *statement)
{
  FwEvent *self = g_object_new (FW_TYPE_EVENT, NULL);
  const char *subjects = (const char *) sqlite3_column_text (statement, 9);

  self->seq = sqlite3_column_int64 (statement, 0);
  self->id = _fw_column_dup_text (statement, 1);
  self->time = _fw_column_dup_text (statement, 2);
  self->who = _fw_column_dup_text (statement, 3);
  self->what = _fw_column_dup_text (statement, 4);
  if (sqlite3_column_bytes (statement, 5) == FW_CHAIN_HASH_SIZE)
    self->hash = _fw_chain_to_hex (sqlite3_column_blob (statement, 5));
  self->why = _fw_column_dup_text (statement, 6);
  read_details (self, (const char *) sqlite3_column_text (statement, 7));
  self->n_changes = (guint) sqlite3_column_int64 (statement, 8);
  self->subjects = g_strsplit (subjects != NULL ? subjects : "", " ", -1);
  return self;
}

/**
 * fw_event_get_seq:
 *
 * Answers the number of the event, from 1, without gaps.
 */
gint64
fw_event_get_seq (FwEvent *self)
{
  return self->seq;
}

const char *
fw_event_get_id (FwEvent *self)
{
  return self->id;
}

/**
 * fw_event_get_time:
 *
 * Returns: (transfer none): UTC, as 2026-03-31T08:15:30.123Z
 */
const char *
fw_event_get_time (FwEvent *self)
{
  return self->time;
}

const char *
fw_event_get_who (FwEvent *self)
{
  return self->who;
}

const char *
fw_event_get_what (FwEvent *self)
{
  return self->what;
}

/**
 * fw_event_get_why:
 *
 * Returns: (transfer none) (nullable): the reason given, %NULL where none was or it has been erased
 */
const char *
fw_event_get_why (FwEvent *self)
{
  return self->why;
}

/**
 * fw_event_get_detail:
 *
 * Returns: (transfer none) (nullable): what fw_command_set_detail() kept under @name
 */
const char *
fw_event_get_detail (FwEvent *self,
                     const char *name)
{
  return g_hash_table_lookup (self->details, name);
}

/**
 * fw_event_get_details:
 *
 * Returns: (transfer container): the names of the details, in order
 */
GList *
fw_event_get_details (FwEvent *self)
{
  return g_list_sort (g_hash_table_get_keys (self->details), (GCompareFunc) g_strcmp0);
}

/**
 * fw_event_get_subjects:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the records it is about: of each record it
 *   changed the person and the case it belongs to, else the record
 */
const char *const *
fw_event_get_subjects (FwEvent *self)
{
  return (const char *const *) self->subjects;
}

/**
 * fw_event_get_hash:
 *
 * Returns: (transfer none): 64 hexadecimal digits; of the last event, the head of the chain
 */
const char *
fw_event_get_hash (FwEvent *self)
{
  return self->hash;
}

/**
 * fw_event_get_n_changes:
 *
 * Answers how many records it changed.
 */
guint
fw_event_get_n_changes (FwEvent *self)
{
  return self->n_changes;
}
