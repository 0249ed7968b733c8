#include "cli/fw-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _FwCliOutput
{
  char *path;
  char *beside; /* NULL once it is in its place */
  int file;
};

static gboolean
fail (const char *path,
      int number,
      GError **error)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), "%s cannot be written: %s", path, g_strerror (number));
  return FALSE;
}

/**
 * fw_cli_output_new:
 * @path: where the file shall be; what is there stays until fw_cli_output_finish()
 *
 * Returns: (transfer full) (nullable): an empty file beside @path, for its owner alone; gone again where it is not finished
 */
FwCliOutput *
fw_cli_output_new (const char *path,
                   GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  const gboolean folder = *path == '\0' || g_file_test (path, G_FILE_TEST_IS_DIR);
  int file = folder ? -1 : g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  FwCliOutput *self;

  if (file < 0)
    {
      fail (path, folder ? EISDIR : errno, error);
      return NULL;
    }
  self = g_new0 (FwCliOutput, 1);
  self->path = g_strdup (path);
  self->beside = g_steal_pointer (&beside);
  self->file = file;
  return self;
}

gboolean
fw_cli_output_write (FwCliOutput *self,
                     GBytes *bytes,
                     GError **error)
{
  gsize size = 0;
  const char *rest = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (self->file, rest, size);

      if (written < 0 && errno != EINTR)
        return fail (self->path, errno, error);
      rest += MAX (written, 0);
      size -= (gsize) MAX (written, 0);
    }
  return fsync (self->file) == 0 || fail (self->path, errno, error);
}

/**
 * fw_cli_output_finish:
 *
 * Puts what was written in its place.
 */
gboolean
fw_cli_output_finish (FwCliOutput *self,
                      GError **error)
{
  if (g_rename (self->beside, self->path) != 0)
    return fail (self->path, errno, error);
  g_clear_pointer (&self->beside, g_free);
  return TRUE;
}

/**
 * fw_cli_output_free:
 * @self: (nullable): an output
 */
void
fw_cli_output_free (FwCliOutput *self)
{
  if (self == NULL)
    return;
  close (self->file);
  if (self->beside != NULL)
    g_unlink (self->beside);
  g_free (self->beside);
  g_free (self->path);
  g_free (self);
}
