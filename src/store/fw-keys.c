#include "store/fw-keys.h"

#include <json-glib/json-glib.h>
#include <sodium.h>
#include <string.h>

#include "store/fw-recovery-code.h"
#include "store/fw-store-error.h"
#include "store/fw-uuid.h"

#define FORMAT "fairwell-keys"
#define VERSION 1
#define WRAPPED_SIZE (FW_KEYS_DATA_KEY_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)

/* A slot's own figures are believed only up to here: a forged file must not be able to take all memory. */
#define MAX_OPERATIONS 32
#define MAX_MEMORY_KIB (1024 * 1024)

typedef struct
{
  char *label;
  FwKeyCost cost;
  guint64 operations;
  guint64 memory_kib;
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_aead_xchacha20poly1305_ietf_NPUBBYTES];
  guint8 wrapped[WRAPPED_SIZE];
} Slot;

struct _FwKeys
{
  char *store_id;
  gboolean sample;
  GPtrArray *slots;
};

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_free (slot->label);
  g_free (slot);
}

static FwKeys *
keys_alloc (void)
{
  FwKeys *self = g_new0 (FwKeys, 1);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  return self;
}

/**
 * fw_keys_new:
 * @sample: whether the store is the sample, whose passphrase is published
 *
 * Returns: (transfer full): the keys of a new store, still without a slot
 */
FwKeys *
fw_keys_new (gboolean sample)
{
  FwKeys *self = keys_alloc ();

  self->store_id = fw_uuid_new ();
  self->sample = sample;
  return self;
}

void
fw_keys_free (FwKeys *self)
{
  g_free (self->store_id);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

const char *
fw_keys_get_store_id (FwKeys *self)
{
  return self->store_id;
}

gboolean
fw_keys_is_sample (FwKeys *self)
{
  return self->sample;
}

/**
 * fw_keys_is_minimal:
 *
 * Answers whether some slot costs next to nothing to guess, which is fit for tests only.
 */
gboolean
fw_keys_is_minimal (FwKeys *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (((Slot *) g_ptr_array_index (self->slots, i))->cost == FW_KEY_COST_MINIMAL)
      return TRUE;
  return FALSE;
}

/**
 * fw_keys_dup_labels:
 *
 * Returns: (transfer full): the names of the slots, as fw_keys_add() was given them
 */
GStrv
fw_keys_dup_labels (FwKeys *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < self->slots->len; i++)
    g_strv_builder_add (labels, ((Slot *) g_ptr_array_index (self->slots, i))->label);
  return g_strv_builder_end (labels);
}

/**
 * fw_keys_new_data_key:
 *
 * Returns: (transfer full): a random data key
 */
FwSecret *
fw_keys_new_data_key (void)
{
  FwSecret *key = fw_secret_new (FW_KEYS_DATA_KEY_SIZE);

  randombytes_buf (fw_secret_get_bytes (key), FW_KEYS_DATA_KEY_SIZE);
  return key;
}

static FwSecret *
derive (const Slot *slot,
        const char *passphrase,
        GError **error)
{
  /* The same passphrase typed through another input method must be the same bytes. */
  char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  const char *text = normal != NULL ? normal : passphrase;
  g_autoptr (FwSecret) key = fw_secret_new (crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  int failed =
    crypto_pwhash (fw_secret_get_bytes (key), fw_secret_get_size (key), text, strlen (text), slot->salt,
                   slot->operations, (size_t) slot->memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);

  if (normal != NULL)
    sodium_memzero (normal, strlen (normal));
  g_free (normal);
  if (failed != 0)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED,
                   "not enough free memory to check a passphrase: %" G_GUINT64_FORMAT " MiB are needed",
                   slot->memory_kib / 1024);
      return NULL;
    }
  return g_steal_pointer (&key);
}

/* What the wrapping is bound to: a slot moved to another store or with other figures does not open. */
static char *
slot_context (FwKeys *self,
              const Slot *slot)
{
  return g_strdup_printf (FORMAT " %d %s %s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, VERSION,
                          self->store_id, slot->label, slot->operations, slot->memory_kib);
}

static Slot *
make_slot (FwKeys *self,
           const char *label,
           const char *passphrase,
           FwKeyCost cost,
           FwSecret *data_key,
           GError **error)
{
  g_autofree Slot *slot = g_new0 (Slot, 1);
  g_autofree char *name = g_strdup (label);
  g_autoptr (FwSecret) key = NULL;
  g_autofree char *context = NULL;

  if (passphrase == NULL || *passphrase == '\0')
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "the passphrase is empty");
      return NULL;
    }
  slot->label = name;
  slot->cost = cost;
  slot->operations =
    cost == FW_KEY_COST_MINIMAL ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE;
  slot->memory_kib =
    (cost == FW_KEY_COST_MINIMAL ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_MODERATE) / 1024;
  randombytes_buf (slot->salt, sizeof slot->salt);
  randombytes_buf (slot->nonce, sizeof slot->nonce);
  key = derive (slot, passphrase, error);
  if (key == NULL)
    return NULL;
  context = slot_context (self, slot);
  crypto_aead_xchacha20poly1305_ietf_encrypt (slot->wrapped, NULL, fw_secret_get_bytes (data_key),
                                              FW_KEYS_DATA_KEY_SIZE, (const guint8 *) context,
                                              strlen (context), NULL, slot->nonce, fw_secret_get_bytes (key));
  slot->label = g_steal_pointer (&name);
  return g_steal_pointer (&slot);
}

static int
find_slot (FwKeys *self,
           const char *label)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_str_equal (((Slot *) g_ptr_array_index (self->slots, i))->label, label))
      return (int) i;
  return -1;
}

/**
 * fw_keys_has:
 *
 * Answers whether there is a slot of this name.
 */
gboolean
fw_keys_has (FwKeys *self,
             const char *label)
{
  return find_slot (self, label) >= 0;
}

/* A code that lay in a passphrase's slot, or the other way round, would never be tried there. */
static gboolean
check_fits (const char *label,
            const char *passphrase,
            GError **error)
{
  g_autofree char *code = passphrase != NULL ? fw_recovery_code_read (passphrase, NULL) : NULL;

  if (g_str_equal (label, FW_KEYS_RECOVERY_LABEL) == (code != NULL))
    return TRUE;
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                       code != NULL ? "this is the code of a recovery sheet; choose another passphrase"
                                    : "“" FW_KEYS_RECOVERY_LABEL "” is kept for the recovery sheet; "
                                      "give the passphrase another name");
  return FALSE;
}

/**
 * fw_keys_add:
 * @label: a name for the slot, not in use yet; %FW_KEYS_RECOVERY_LABEL takes a recovery code, any other a passphrase
 * @data_key: what the slot is to open
 *
 * Wraps the data key for a further passphrase. Slow on purpose where @cost is moderate.
 */
gboolean
fw_keys_add (FwKeys *self,
             const char *label,
             const char *passphrase,
             FwKeyCost cost,
             FwSecret *data_key,
             GError **error)
{
  Slot *slot;

  if (find_slot (self, label) >= 0)
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                           "there is a passphrase of this name already");
      return FALSE;
    }
  slot = check_fits (label, passphrase, error) ? make_slot (self, label, passphrase, cost, data_key, error) : NULL;
  if (slot == NULL)
    return FALSE;
  g_ptr_array_add (self->slots, slot);
  return TRUE;
}

/**
 * fw_keys_replace:
 * @label: a slot that is there
 *
 * Wraps the data key for another passphrase in the place of a slot.
 */
gboolean
fw_keys_replace (FwKeys *self,
                 const char *label,
                 const char *passphrase,
                 FwKeyCost cost,
                 FwSecret *data_key,
                 GError **error)
{
  int index = find_slot (self, label);
  Slot *slot;

  g_return_val_if_fail (index >= 0, FALSE);
  slot = check_fits (label, passphrase, error) ? make_slot (self, label, passphrase, cost, data_key, error) : NULL;
  if (slot == NULL)
    return FALSE;
  slot_free (g_ptr_array_index (self->slots, index));
  g_ptr_array_index (self->slots, index) = slot;
  return TRUE;
}

/**
 * fw_keys_remove:
 *
 * Takes a slot away. The last passphrase stays: a recovery sheet in a safe is no way to work.
 */
gboolean
fw_keys_remove (FwKeys *self,
                const char *label,
                GError **error)
{
  int index = find_slot (self, label);
  guint n_passphrases = self->slots->len - (fw_keys_has (self, FW_KEYS_RECOVERY_LABEL) ? 1 : 0);

  if (index >= 0 && (n_passphrases > 1 || g_str_equal (label, FW_KEYS_RECOVERY_LABEL)))
    {
      g_ptr_array_remove_index (self->slots, (guint) index);
      return TRUE;
    }
  if (index < 0)
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no passphrase of the name “%s”", label);
  else
    g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "the last passphrase cannot be removed");
  return FALSE;
}

static FwSecret *
unwrap (FwKeys *self,
        const Slot *slot,
        const char *passphrase,
        GError **error)
{
  g_autoptr (FwSecret) key = derive (slot, passphrase, error);
  g_autoptr (FwSecret) data_key = fw_secret_new (FW_KEYS_DATA_KEY_SIZE);
  g_autofree char *context = slot_context (self, slot);

  if (key == NULL || crypto_aead_xchacha20poly1305_ietf_decrypt (fw_secret_get_bytes (data_key), NULL, NULL,
                                                                 slot->wrapped, sizeof slot->wrapped,
                                                                 (const guint8 *) context, strlen (context),
                                                                 slot->nonce, fw_secret_get_bytes (key)) != 0)
    return NULL;
  return g_steal_pointer (&data_key);
}

/**
 * fw_keys_unlock:
 * @passphrase: a passphrase, or the code of the recovery sheet however it was typed
 * @label: (out) (optional) (transfer full): the slot that opened
 *
 * Tries every slot of its sort: each costs a second, and a sheet's code shows by its checks what it is.
 *
 * Returns: (transfer full) (nullable): the data key; %NULL with %FW_STORE_ERROR_PASSPHRASE where none opens
 */
FwSecret *
fw_keys_unlock (FwKeys *self,
                const char *passphrase,
                char **label,
                GError **error)
{
  g_autofree char *code = fw_recovery_code_read (passphrase, NULL);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);
      g_autoptr (GError) failure = NULL;
      FwSecret *data_key;

      if (g_str_equal (slot->label, FW_KEYS_RECOVERY_LABEL) != (code != NULL))
        continue;
      data_key = unwrap (self, slot, code != NULL ? code : passphrase, &failure);
      if (data_key != NULL && label != NULL)
        *label = g_strdup (slot->label);
      if (data_key != NULL)
        return data_key;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE,
                       code != NULL ? "this recovery sheet does not open the store: there is a newer one, or it is "
                                      "another store's"
                                    : "the passphrase is wrong");
  return NULL;
}

static char *
to_hex (const guint8 *bytes,
        gsize size)
{
  char *hex = g_malloc (size * 2 + 1);

  return sodium_bin2hex (hex, size * 2 + 1, bytes, size);
}

/* A sum over everything that matters, so that a damaged file is told from a wrong passphrase. */
static char *
checksum (FwKeys *self)
{
  guint8 sum[crypto_generichash_BYTES];
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, sizeof sum);
  crypto_generichash_update (&state, (const guint8 *) self->store_id, strlen (self->store_id));
  crypto_generichash_update (&state, (const guint8 *) (self->sample ? "s" : "-"), 1);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = g_ptr_array_index (self->slots, i);
      g_autofree char *context = slot_context (self, slot);

      crypto_generichash_update (&state, (const guint8 *) context, strlen (context) + 1);
      crypto_generichash_update (&state, slot->salt, sizeof slot->salt);
      crypto_generichash_update (&state, slot->nonce, sizeof slot->nonce);
      crypto_generichash_update (&state, slot->wrapped, sizeof slot->wrapped);
    }
  crypto_generichash_final (&state, sum, sizeof sum);
  return to_hex (sum, sizeof sum);
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_bytes (JsonBuilder *builder,
           const char *name,
           const guint8 *bytes,
           gsize size)
{
  g_autofree char *hex = to_hex (bytes, size);

  add_text (builder, name, hex);
}

static void
add_slot (JsonBuilder *builder,
          const Slot *slot)
{
  json_builder_begin_object (builder);
  add_text (builder, "label", slot->label);
  add_text (builder, "kdf", "argon2id13");
  add_text (builder, "cost", slot->cost == FW_KEY_COST_MINIMAL ? "minimal" : "moderate");
  json_builder_set_member_name (builder, "operations");
  json_builder_add_int_value (builder, (gint64) slot->operations);
  json_builder_set_member_name (builder, "memory-kib");
  json_builder_add_int_value (builder, (gint64) slot->memory_kib);
  add_bytes (builder, "salt", slot->salt, sizeof slot->salt);
  add_bytes (builder, "nonce", slot->nonce, sizeof slot->nonce);
  add_bytes (builder, "wrapped-key", slot->wrapped, sizeof slot->wrapped);
  json_builder_end_object (builder);
}

/**
 * fw_keys_to_text:
 *
 * Returns: (transfer full): the keys as the file keeps them, JSON. Worthless without a passphrase
 */
char *
fw_keys_to_text (FwKeys *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *sum = checksum (self);

  json_builder_begin_object (builder);
  add_text (builder, "format", FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  add_text (builder, "store", self->store_id);
  json_builder_set_member_name (builder, "sample");
  json_builder_add_boolean_value (builder, self->sample);
  json_builder_set_member_name (builder, "slots");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->slots->len; i++)
    add_slot (builder, g_ptr_array_index (self->slots, i));
  json_builder_end_array (builder);
  add_text (builder, "checksum", sum);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                          : NULL;
}

static gint64
get_int (JsonObject *object,
         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
}

static gboolean
get_bytes (JsonObject *object,
           const char *name,
           guint8 *bytes,
           gsize size)
{
  const char *hex = get_text (object, name);
  size_t length = 0;

  return hex != NULL && strlen (hex) == size * 2 &&
         sodium_hex2bin (bytes, size, hex, size * 2, NULL, &length, NULL) == 0 && length == size;
}

static Slot *
read_slot (JsonNode *node)
{
  g_autofree Slot *slot = g_new0 (Slot, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 operations, memory_kib;

  if (object == NULL || get_text (object, "label") == NULL ||
      g_strcmp0 (get_text (object, "kdf"), "argon2id13") != 0)
    return NULL;
  operations = get_int (object, "operations");
  memory_kib = get_int (object, "memory-kib");
  if (operations < (gint64) crypto_pwhash_OPSLIMIT_MIN || operations > MAX_OPERATIONS ||
      memory_kib < (gint64) (crypto_pwhash_MEMLIMIT_MIN / 1024) || memory_kib > MAX_MEMORY_KIB ||
      !get_bytes (object, "salt", slot->salt, sizeof slot->salt) ||
      !get_bytes (object, "nonce", slot->nonce, sizeof slot->nonce) ||
      !get_bytes (object, "wrapped-key", slot->wrapped, sizeof slot->wrapped))
    return NULL;
  slot->operations = (guint64) operations;
  slot->memory_kib = (guint64) memory_kib;
  slot->cost =
    g_strcmp0 (get_text (object, "cost"), "minimal") == 0 ? FW_KEY_COST_MINIMAL : FW_KEY_COST_MODERATE;
  slot->label = g_strdup (get_text (object, "label"));
  return g_steal_pointer (&slot);
}

static gboolean
read_keys (FwKeys *self,
           JsonObject *object)
{
  JsonNode *slots = json_object_get_member (object, "slots");
  JsonArray *array = slots != NULL && JSON_NODE_HOLDS_ARRAY (slots) ? json_node_get_array (slots) : NULL;
  g_autofree char *sum = NULL;

  if (g_strcmp0 (get_text (object, "format"), FORMAT) != 0 ||
      !fw_uuid_is_valid (get_text (object, "store")) || array == NULL || json_array_get_length (array) == 0)
    return FALSE;
  self->store_id = g_strdup (get_text (object, "store"));
  self->sample = json_object_get_boolean_member_with_default (object, "sample", FALSE);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      Slot *slot = read_slot (json_array_get_element (array, i));

      if (slot == NULL)
        return FALSE;
      g_ptr_array_add (self->slots, slot);
    }
  sum = checksum (self);
  return g_strcmp0 (get_text (object, "checksum"), sum) == 0;
}

/**
 * fw_keys_parse:
 * @text: what fw_keys_to_text() wrote
 *
 * Returns: (transfer full) (nullable): the keys; %NULL with %FW_STORE_ERROR_DAMAGED or %FW_STORE_ERROR_NEWER
 */
FwKeys *
fw_keys_parse (const char *text,
               GError **error)
{
  g_autoptr (FwKeys) self = keys_alloc ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be initialised");
  if (!json_parser_load_from_data (parser, text, -1, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                   "keys.json is not readable; restore it from a backup");
      return NULL;
    }
  if (get_int (json_node_get_object (root), "version") > VERSION)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NEWER, "keys.json was written by a newer program");
      return NULL;
    }
  if (!read_keys (self, json_node_get_object (root)))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_DAMAGED,
                   "keys.json is damaged; restore it from a backup");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * fw_keys_load:
 * @path: the file
 *
 * Returns: (transfer full) (nullable): as fw_keys_parse(); %FW_STORE_ERROR_NOT_FOUND where there is no file
 */
FwKeys *
fw_keys_load (const char *path,
              GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;

  if (g_file_get_contents (path, &text, NULL, &failure))
    return fw_keys_parse (text, error);
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND,
                 "keys.json is missing; without it nothing opens the store: restore it from a backup");
  else
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "keys.json cannot be read: %s",
                 failure->message);
  return NULL;
}
