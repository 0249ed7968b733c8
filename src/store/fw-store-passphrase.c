#include "store/fw-store-private.h"

#include "store/fw-folder.h"
#include "store/fw-recovery-code.h"

/* Puts the slots on disk, whole or not at all. */
gboolean
_fw_store_save_keys (FwStore *self,
                     GError **error)
{
  g_autofree char *path = _fw_store_file_path (self, FW_STORE_KEYS);
  g_autofree char *text = fw_keys_to_text (self->keys);

  return _fw_folder_write_file (path, text, error);
}

static FwKeyCost
current_cost (FwStore *self)
{
  return fw_keys_is_minimal (self->keys) ? FW_KEY_COST_MINIMAL : FW_KEY_COST_MODERATE;
}

/**
 * fw_store_dup_passphrase_labels:
 *
 * Returns: (transfer full): the names of the passphrases that open the store; the recovery sheet is not among them
 */
GStrv
fw_store_dup_passphrase_labels (FwStore *self)
{
  g_autoptr (GStrvBuilder) passphrases = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  g_mutex_lock (&self->keys_mutex);
  labels = fw_keys_dup_labels (self->keys);
  g_mutex_unlock (&self->keys_mutex);
  for (guint i = 0; labels[i] != NULL; i++)
    if (!g_str_equal (labels[i], FW_KEYS_RECOVERY_LABEL))
      g_strv_builder_add (passphrases, labels[i]);
  return g_strv_builder_end (passphrases);
}

/**
 * fw_store_has_recovery_sheet:
 *
 * Answers whether a recovery sheet opens the store. Where it lies only people know.
 */
gboolean
fw_store_has_recovery_sheet (FwStore *self)
{
  gboolean has;

  g_mutex_lock (&self->keys_mutex);
  has = fw_keys_has (self->keys, FW_KEYS_RECOVERY_LABEL);
  g_mutex_unlock (&self->keys_mutex);
  return has;
}

/* One change of the slots: what it is, and with what slot the person proved to be allowed to make it. */
typedef struct
{
  FwStore *store;
  const char *who;
  const char *what;
  char *proof_label;
  FwSecret *data_key;
  FwKeys *before; /* the slots as they were */
} Change;

static void
change_clear (Change *self)
{
  g_free (self->proof_label);
  g_clear_pointer (&self->data_key, fw_secret_unref);
  g_clear_pointer (&self->before, fw_keys_free);
  g_mutex_unlock (&self->store->keys_mutex);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* Takes the lock of the slots, which change_clear() gives back, and asks for the proof: an unlocked window that is left
 * alone must not hand out a key for good. */
static gboolean
change_begin (Change *self,
              const char *proof,
              GError **error)
{
  g_autofree char *text = NULL;

  g_mutex_lock (&self->store->keys_mutex);
  if (!_fw_store_check_writable (self->store, error))
    return FALSE;
  if (fw_keys_is_sample (self->store->keys))
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID,
                           "the sample opens for everybody; its passphrase stays as it is");
      return FALSE;
    }
  self->data_key = fw_keys_unlock (self->store->keys, proof, &self->proof_label, error);
  if (self->data_key == NULL)
    return FALSE;
  text = fw_keys_to_text (self->store->keys);
  self->before = fw_keys_parse (text, error);
  return self->before != NULL;
}

/* Saves the changed slots and records the act; where either fails the slots are as they were, on disk as well. */
static gboolean
change_finish (Change *self,
               gboolean changed,
               const char *label,
               GError **error)
{
  g_autoptr (FwCommand) command = fw_command_new (self->what, self->who, NULL);
  g_autoptr (FwEvent) event = NULL;
  gboolean saved = changed && _fw_store_save_keys (self->store, error);

  fw_command_set_detail (command, "passphrase", label);
  fw_command_set_detail (command, "opened-with", self->proof_label);
  fw_command_set_final (command);
  if (saved)
    event = fw_store_run (self->store, command, NULL, error);
  if (event != NULL)
    return TRUE;
  fw_keys_free (self->store->keys);
  self->store->keys = g_steal_pointer (&self->before);
  if (saved)
    _fw_store_save_keys (self->store, NULL);
  return FALSE;
}

/**
 * fw_store_change_passphrase:
 * @label: (nullable): which passphrase to change; %NULL: the one that @proof is
 * @proof: a passphrase of the store, or its recovery code; wrong: %FW_STORE_ERROR_PASSPHRASE
 *
 * Nothing is encrypted anew: the data key stays and is wrapped anew. Old backups still open with the
 * old passphrase.
 */
gboolean
fw_store_change_passphrase (FwStore *self,
                            const char *label,
                            const char *proof,
                            const char *new_passphrase,
                            const char *who,
                            GError **error)
{
  g_auto (Change) change = { .store = self, .who = who, .what = "store.change-passphrase" };

  if (!change_begin (&change, proof, error))
    return FALSE;
  label = label != NULL ? label : change.proof_label;
  if (!fw_keys_has (self->keys, label))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "there is no passphrase of the name “%s”", label);
      return FALSE;
    }
  return change_finish (&change,
                        fw_keys_replace (self->keys, label, new_passphrase, current_cost (self), change.data_key, error),
                        label, error);
}

/**
 * fw_store_add_passphrase:
 * @label: a name for it, not in use yet
 * @proof: as in fw_store_change_passphrase()
 *
 * Adds a further passphrase that opens the store.
 */
gboolean
fw_store_add_passphrase (FwStore *self,
                         const char *label,
                         const char *proof,
                         const char *passphrase,
                         const char *who,
                         GError **error)
{
  g_auto (Change) change = { .store = self, .who = who, .what = "store.add-passphrase" };

  return change_begin (&change, proof, error) &&
         change_finish (&change,
                        fw_keys_add (self->keys, label, passphrase, current_cost (self), change.data_key, error), label,
                        error);
}

/**
 * fw_store_remove_passphrase:
 * @label: a passphrase, or %FW_KEYS_RECOVERY_LABEL for the recovery sheet
 * @proof: as in fw_store_change_passphrase()
 *
 * Takes it away; the last passphrase stays.
 */
gboolean
fw_store_remove_passphrase (FwStore *self,
                            const char *label,
                            const char *proof,
                            const char *who,
                            GError **error)
{
  g_auto (Change) change = { .store = self, .who = who, .what = "store.remove-passphrase" };

  return change_begin (&change, proof, error) &&
         change_finish (&change, fw_keys_remove (self->keys, label, error), label, error);
}

/**
 * fw_store_make_recovery_sheet:
 * @proof: as in fw_store_change_passphrase()
 *
 * Makes a recovery code and a slot that it opens; a sheet from before opens the store no longer. The code is kept
 * nowhere: what is not printed now is lost.
 *
 * Returns: (transfer full) (nullable): the code
 */
char *
fw_store_make_recovery_sheet (FwStore *self,
                              const char *proof,
                              const char *who,
                              GError **error)
{
  g_auto (Change) change = { .store = self, .who = who, .what = "store.make-recovery-sheet" };
  g_autofree char *code = fw_recovery_code_new ();
  gboolean changed;

  if (!change_begin (&change, proof, error))
    return NULL;
  if (fw_keys_has (self->keys, FW_KEYS_RECOVERY_LABEL))
    changed = fw_keys_replace (self->keys, FW_KEYS_RECOVERY_LABEL, code, current_cost (self), change.data_key, error);
  else
    changed = fw_keys_add (self->keys, FW_KEYS_RECOVERY_LABEL, code, current_cost (self), change.data_key, error);
  return change_finish (&change, changed, FW_KEYS_RECOVERY_LABEL, error) ? g_steal_pointer (&code) : NULL;
}
