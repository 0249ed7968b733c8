#include "departure/fw-engine-private.h"

struct _FwEngine
{
  gatomicrefcount references;
  GMutex acting;
  guint n_acts; /* begun so far; under @acting */
  GMutex lock;
  FwPacks *packs;   /* made when first asked for */
  GHashTable *kept; /* what judging the same facts again would find again */
};

#define MOST_KEPT 64

typedef struct
{
  gpointer value;
  GDestroyNotify free_value;
} Kept;

static void
kept_free (Kept *kept)
{
  kept->free_value (kept->value);
  g_free (kept);
}

FwEngine *
_fw_engine_new (void)
{
  FwEngine *self = g_new0 (FwEngine, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->acting);
  g_mutex_init (&self->lock);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kept_free);
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
  g_hash_table_unref (self->kept);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->acting);
  g_free (self);
}

/* One act at a time, from what it is decided on to what it writes: a second one decides on what the first has left. Answers
 * the act's number, which is greater than those of all before it. */
guint
_fw_engine_begin_act (FwEngine *self)
{
  g_mutex_lock (&self->acting);
  return ++self->n_acts;
}

void
_fw_engine_end_act (FwEngine *self)
{
  g_mutex_unlock (&self->acting);
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

/* Answers what was kept under a key, NULL where nothing was. Borrowed until the lock is let go. */
gpointer
_fw_engine_find (FwEngine *self,
                 const char *key)
{
  Kept *kept = g_hash_table_lookup (self->kept, key);

  return kept != NULL ? kept->value : NULL;
}

/* Keeps a value; when there are too many, all older ones go. */
void
_fw_engine_keep (FwEngine *self,
                 const char *key,
                 gpointer value,
                 GDestroyNotify free_value)
{
  Kept *kept = g_new0 (Kept, 1);

  if (g_hash_table_size (self->kept) >= MOST_KEPT)
    g_hash_table_remove_all (self->kept);
  kept->value = value;
  kept->free_value = free_value;
  g_hash_table_replace (self->kept, g_strdup (key), kept);
}
