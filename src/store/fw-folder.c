#include "store/fw-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-store-error.h"

static gboolean
fail (GError **error,
      const char *act,
      const char *path)
{
  int number = errno;
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "%s: cannot %s: %s", name, act,
               g_strerror (number));
  return FALSE;
}

/* Makes a folder that only its owner enters, whatever the umask says. Its parent must be there. */
gboolean
_fw_folder_make (const char *path,
                 GError **error)
{
  if (g_mkdir (path, 0700) != 0 && errno != EEXIST)
    return fail (error, "make the folder", path);
  if (g_chmod (path, 0700) != 0)
    return fail (error, "close the folder to others", path);
  return TRUE;
}

/* Answers whether nothing lies there: no such folder, or one without entries. */
gboolean
_fw_folder_is_empty (const char *path)
{
  g_autoptr (GDir) folder = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  folder = g_dir_open (path, 0, NULL);
  return folder != NULL && g_dir_read_name (folder) == NULL;
}

/* Makes sure that names made or moved in a folder outlast a loss of power. */
gboolean
_fw_folder_sync (const char *path,
                 GError **error)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return fail (error, "open", path);
  done = fsync (fd) == 0 || fail (error, "save", path);
  close (fd);
  return done;
}

/* Makes a new file of mode 0600, whatever the umask says; -1 where one is there or it cannot be made. */
int
_fw_folder_make_file (const char *path,
                      GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && fchmod (fd, 0600) == 0)
    return fd;
  fail (error, "make the file", path);
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Writes every byte or says why not. */
gboolean
_fw_write_all (int fd,
               const void *bytes,
               gsize size,
               GError **error)
{
  const char *rest = bytes;

  while (size > 0)
    {
      gssize written = write (fd, rest, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, "write", "file");
      rest += written;
      size -= (gsize) written;
    }
  return TRUE;
}

/* Replaces a file whole or not at all, mode 0600, on disk when it returns. */
gboolean
_fw_folder_write_file (const char *path,
                       const char *text,
                       GError **error)
{
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done;
  int fd;

  g_unlink (fresh);
  fd = _fw_folder_make_file (fresh, error);
  if (fd < 0)
    return FALSE;
  done = _fw_write_all (fd, text, strlen (text), error);
  if (done && fsync (fd) != 0)
    done = fail (error, "save", path);
  close (fd);
  if (done && g_rename (fresh, path) != 0)
    done = fail (error, "put in place", path);
  if (!done)
    g_unlink (fresh);
  return done && _fw_folder_sync (folder, error);
}

/* Removes a folder of the store's own making with the files in it. Links are removed, not followed. */
void
_fw_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}
