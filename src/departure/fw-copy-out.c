#include "departure/fw-copy-out-private.h"

/*
 * Writes a file beside the place where a person wants it. What is there stays as it is.
 *
 * Returns: (transfer full) (nullable): what was written, to be put in its place or taken back
 */
GFile *
_fw_copy_write_beside (GFile *file,
                       GBytes *bytes,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%s.part", unique);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) beside = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (folder == NULL || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "a folder is no place for a file");
      return NULL;
    }
  beside = g_file_get_child (folder, name);
  if (g_file_replace_contents (beside, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error))
    return g_steal_pointer (&beside);
  _fw_copy_take_back (beside);
  return NULL;
}

/* What was there is replaced; where that fails, nothing stays beside it. */
gboolean
_fw_copy_put_in_place (GFile *beside,
                       GFile *file,
                       GError **error)
{
  if (g_file_move (beside, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error))
    return TRUE;
  _fw_copy_take_back (beside);
  return FALSE;
}

void
_fw_copy_take_back (GFile *beside)
{
  g_file_delete (beside, NULL, NULL);
}
