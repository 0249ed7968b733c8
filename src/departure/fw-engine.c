#include "departure/fw-engine-private.h"

struct _FwEngine
{
  gatomicrefcount references;
  GMutex lock;
  FwPacks *packs; /* made when first asked for */
};

FwEngine *
_fw_engine_new (void)
{
  FwEngine *self = g_new0 (FwEngine, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  return self;
}

FwEngine *
_fw_engine_ref (FwEngine *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
_fw_engine_unref (FwEngine *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->packs, fw_packs_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Answers the packs, held for the calling thread until _fw_engine_unlock(); NULL, and nothing held, where the data folders
 * have none that can be read. */
FwPacks *
_fw_engine_lock (FwEngine *self,
                 GError **error)
{
  g_mutex_lock (&self->lock);
  if (self->packs == NULL)
    self->packs = fw_packs_new (error);
  if (self->packs == NULL)
    g_mutex_unlock (&self->lock);
  return self->packs;
}

void
_fw_engine_unlock (FwEngine *self)
{
  g_mutex_unlock (&self->lock);
}
