/* For locks of an open file description. */
#define _GNU_SOURCE

#include "store/fw-writer-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fw-store-error.h"

#define RETRY_MS 50

struct _FwWriterLock
{
  int fd;
};

void
_fw_writer_lock_free (FwWriterLock *self)
{
  /* The note goes first: whoever looks after the lock is gone must not read an old name. */
  if (ftruncate (self->fd, 0) != 0)
    g_debug ("the note in the lock file stays: %s", g_strerror (errno));
  close (self->fd);
  g_free (self);
}

/*
 * An open file description's own lock: unlike a process's, it also holds between two stores of one
 * program.
 */
static gboolean
try_lock (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &whole) == 0;
}

static void
write_note (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *note =
    g_strdup_printf ("%s, process %d, since %s\n", g_get_prgname () != NULL ? g_get_prgname () : "a program",
                     (int) getpid (), since);

  /* Only a courtesy to whoever waits: the lock itself does not depend on it. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, note, strlen (note), 0) < 0 || fchmod (fd, 0600) != 0)
    g_debug ("no note in the lock file: %s", g_strerror (errno));
}

static FwWriterLock *
fail_busy (int fd,
           GError **error)
{
  char note[200] = "";
  gssize length = pread (fd, note, sizeof note - 1, 0);

  note[MAX (length, 0)] = '\0';
  g_strdelimit (note, "\n\r\t", ' ');
  g_strstrip (note);
  g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_BUSY,
               "the store is being written to by %s; close it there first",
               *note != '\0' && g_utf8_validate (note, -1, NULL) ? note : "another program");
  close (fd);
  return NULL;
}

/*
 * Takes the lock file at @path, waiting @wait_ms for it; then %FW_STORE_ERROR_BUSY says which program
 * has held it and since when.
 */
FwWriterLock *
_fw_writer_lock_take (const char *path,
                      guint wait_ms,
                      GError **error)
{
  FwWriterLock *self;
  gint64 deadline = g_get_monotonic_time () + (gint64) wait_ms * 1000;
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_FAILED, "the lock of the store cannot be opened: %s",
                   g_strerror (errno));
      return NULL;
    }
  while (!try_lock (fd))
    {
      if (g_get_monotonic_time () >= deadline)
        return fail_busy (fd, error);
      g_usleep (RETRY_MS * 1000);
    }
  write_note (fd);
  self = g_new0 (FwWriterLock, 1);
  self->fd = fd;
  return self;
}
