#include "store/fw-store-private.h"

/* For those who hold writer_mutex already. */
gboolean
_fw_store_write_draft (FwStore *self,
                       const char *owner,
                       const char *key,
                       const char *text,
                       GError **error)
{
  gboolean keep = text != NULL && *text != '\0';
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    self->writer,
    keep ? "INSERT INTO draft VALUES (?, ?, ?, strftime ('%Y-%m-%dT%H:%M:%fZ', 'now')) "
           "ON CONFLICT DO UPDATE SET text = excluded.text, saved = excluded.saved"
         : "DELETE FROM draft WHERE owner = ? AND key = ?",
    error);

  if (statement == NULL)
    return FALSE;
  _fw_bind_text (statement, 1, owner);
  _fw_bind_text (statement, 2, key);
  if (keep)
    _fw_bind_text (statement, 3, text);
  return _fw_connection_run (self->writer, statement, error);
}

/**
 * fw_store_set_draft:
 * @owner: whose it is: an account, or a case
 * @key: which page or note
 * @text: (nullable): what stands there now; %NULL or empty forgets the draft
 *
 * Saves what is half-written. It carries no event and is no record; a command takes it in when it is done: fw_command_take_draft().
 */
gboolean
fw_store_set_draft (FwStore *self,
                    const char *owner,
                    const char *key,
                    const char *text,
                    GError **error)
{
  gboolean done;

  g_mutex_lock (&self->writer_mutex);
  done = _fw_store_check_writable (self, error) && _fw_store_write_draft (self, owner, key, text, error);
  g_mutex_unlock (&self->writer_mutex);
  return done;
}

/**
 * fw_store_dup_draft:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL without an error where there is none
 */
char *
fw_store_dup_draft (FwStore *self,
                    const char *owner,
                    const char *key,
                    GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, NULL, error);
  g_autoptr (FwStatement) statement =
    reader != NULL ? _fw_connection_prepare (reader->connection,
                                             "SELECT text FROM draft WHERE owner = ? AND key = ?", error)
                   : NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, owner);
  _fw_bind_text (statement, 2, key);
  return _fw_connection_step_row (reader->connection, statement, &row, error) && row ? _fw_column_dup_text (statement, 0)
                                                                                     : NULL;
}

/**
 * fw_store_list_drafts:
 *
 * Returns: (transfer full) (nullable): the keys of all drafts of one owner, the one saved last first; %NULL on error
 */
GStrv
fw_store_list_drafts (FwStore *self,
                      const char *owner,
                      GError **error)
{
  g_autoptr (FwReader) reader = _fw_store_borrow_reader (self, NULL, error);
  g_autoptr (FwStatement) statement =
    reader != NULL ? _fw_connection_prepare (reader->connection,
                                             "SELECT key FROM draft WHERE owner = ? ORDER BY saved DESC, key", error)
                   : NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean read, row;

  if (statement == NULL)
    return NULL;
  _fw_bind_text (statement, 1, owner);
  while ((read = _fw_connection_step_row (reader->connection, statement, &row, error)) && row)
    {
      g_autofree char *key = _fw_column_dup_text (statement, 0);

      g_strv_builder_add (keys, key);
    }
  return read ? g_strv_builder_end (keys) : NULL;
}
