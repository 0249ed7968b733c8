#include "store/fw-secret.h"

#include <sodium.h>

struct _FwSecret
{
  gatomicrefcount references;
  gsize size;
  guint8 *bytes;
};

/**
 * fw_secret_new:
 *
 * Returns: (transfer full): @size bytes of guarded memory, not yet filled. Ends the program where the
 *   system has no memory to lock, as any allocation does
 */
FwSecret *
fw_secret_new (gsize size)
{
  FwSecret *self = g_new0 (FwSecret, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be initialised");
  self->bytes = sodium_malloc (size);
  if (self->bytes == NULL)
    g_error ("no guarded memory left");
  self->size = size;
  g_atomic_ref_count_init (&self->references);
  return self;
}

void
fw_secret_unref (FwSecret *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  sodium_free (self->bytes);
  g_free (self);
}

/**
 * fw_secret_get_bytes:
 *
 * Returns: (transfer none): the bytes. Whoever copies them out of here wipes the copy
 */
guint8 *
fw_secret_get_bytes (FwSecret *self)
{
  return self->bytes;
}

gsize
fw_secret_get_size (FwSecret *self)
{
  return self->size;
}
