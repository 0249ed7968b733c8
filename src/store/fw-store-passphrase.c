#include "store/fw-store-private.h"

#include "store/fw-folder.h"

/* Puts the slots on disk, whole or not at all. */
gboolean
_fw_store_save_keys (FwStore *self,
                     GError **error)
{
  g_autofree char *path = _fw_store_file_path (self, FW_STORE_KEYS);
  g_autofree char *text = fw_keys_to_text (self->keys);

  return _fw_folder_write_file (path, text, error);
}

/* Saves changed keys and records the act; what cannot be saved is taken back by reading the file again. */
static gboolean
adopt_keys (FwStore *self,
            const char *what,
            const char *label,
            const char *who,
            GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new (what, who, NULL);
  g_autoptr (FwEvent) event = NULL;

  if (!_fw_store_save_keys (self, error))
    return FALSE;
  fw_command_set_detail (command, "passphrase", label);
  fw_command_set_final (command);
  event = fw_store_run (self, command, NULL, error);
  return event != NULL;
}

static void
reload_keys (FwStore *self)
{
  g_autofree char *path = _fw_store_file_path (self, FW_STORE_KEYS);
  FwKeys *keys = fw_keys_load (path, NULL);

  if (keys == NULL)
    return;
  fw_keys_free (self->keys);
  self->keys = keys;
}

static FwKeyCost
current_cost (FwStore *self)
{
  return fw_keys_is_minimal (self->keys) ? FW_KEY_COST_MINIMAL : FW_KEY_COST_MODERATE;
}

/**
 * fw_store_dup_passphrase_labels:
 *
 * Returns: (transfer full): the names of the passphrases that open the store
 */
GStrv
fw_store_dup_passphrase_labels (FwStore *self)
{
  GStrv labels;

  g_mutex_lock (&self->keys_mutex);
  labels = fw_keys_dup_labels (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  return labels;
}

/* Runs one change of the slots under the lock; where it or its saving fails the slots are as they were. */
static gboolean
finish_keys (FwStore *self,
             gboolean changed,
             const char *what,
             const char *label,
             const char *who,
             GError **error)
{
  gboolean done = changed && adopt_keys (self, what, label, who, error);

  if (changed && !done)
    reload_keys (self);
  g_mutex_unlock (&self->keys_mutex);
  return done;
}

static gboolean
lock_keys (FwStore *self,
           GError **error)
{
  g_mutex_lock (&self->keys_mutex);
  if (_fw_store_check_writable (self, error))
    return TRUE;
  g_mutex_unlock (&self->keys_mutex);
  return FALSE;
}

/**
 * fw_store_change_passphrase:
 * @old_passphrase: which one to change; wrong: %FW_STORE_ERROR_PASSPHRASE
 *
 * Nothing is encrypted anew: the data key stays and is wrapped anew. Old backups still open with the
 * old passphrase.
 */
gboolean
fw_store_change_passphrase (FwStore *self,
                            const char *old_passphrase,
                            const char *new_passphrase,
                            const char *who,
                            GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (FwSecret) data_key = NULL;
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  data_key = fw_keys_unlock (self->keys, old_passphrase, &label, error);
  changed = data_key != NULL &&
            fw_keys_replace (self->keys, label, new_passphrase, current_cost (self), data_key, error);
  return finish_keys (self, changed, "store.change-passphrase", label, who, error);
}

/**
 * fw_store_add_passphrase:
 * @label: a name for it, not in use yet
 *
 * Adds a further passphrase that opens the store.
 */
gboolean
fw_store_add_passphrase (FwStore *self,
                         const char *label,
                         const char *passphrase,
                         const char *who,
                         GError **error)
{
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  changed = fw_keys_add (self->keys, label, passphrase, current_cost (self), self->data_key, error);
  return finish_keys (self, changed, "store.add-passphrase", label, who, error);
}

/**
 * fw_store_remove_passphrase:
 *
 * Takes a passphrase away; the last one stays.
 */
gboolean
fw_store_remove_passphrase (FwStore *self,
                            const char *label,
                            const char *who,
                            GError **error)
{
  gboolean changed;

  if (!lock_keys (self, error))
    return FALSE;
  changed = fw_keys_remove (self->keys, label, error);
  return finish_keys (self, changed, "store.remove-passphrase", label, who, error);
}
