#include "core/fw-ahead.h"

/* How many items are ready at most, and how many are kept with those that were taken: who holds on to parts of an item for a while
 * has let go of them before it is freed, so that the thread that made them frees them, too. */
#define ITEMS_AHEAD 1024
#define PLACES (2 * ITEMS_AHEAD)
G_STATIC_ASSERT (PLACES >= ITEMS_AHEAD + FW_AHEAD_KEPT);
/* After how many items one thread tells the other: each telling costs more than making an item. */
#define ITEMS_A_TELLING 64
/* So few items are not worth a thread. */
#define FEW_ITEMS 256

struct _FwAhead
{
  guint n_items;
  FwAheadMake make;
  gpointer user_data;
  GDestroyNotify free_item;
  GThread *thread;        /* NULL where items are made when they are taken */
  gpointer *items;        /* a ring of PLACES */
  guint taking;           /* the next item to be taken; known to the thread that takes alone */
  guint known;            /* items that it knows to be made */

  GMutex lock;
  GCond told;
  guint made;             /* guarded by lock, as are the next two */
  guint taken;            /* items whose place may be used again */
  gboolean stop;
};

static gpointer *
place_of (FwAhead *self,
          guint index)
{
  return &self->items[index % PLACES];
}

static void
free_place (FwAhead *self,
            gpointer *place)
{
  if (*place != NULL && self->free_item != NULL)
    self->free_item (*place);
  *place = NULL;
}

/* Tells how many are made and answers up to which item there is room; 0 where nobody wants more. */
static guint
tell_made (FwAhead *self,
           guint made)
{
  guint room;

  g_mutex_lock (&self->lock);
  self->made = made;
  g_cond_signal (&self->told);
  while (!self->stop && self->taken + ITEMS_AHEAD <= made)
    g_cond_wait (&self->told, &self->lock);
  room = self->stop ? 0 : self->taken + ITEMS_AHEAD;
  g_mutex_unlock (&self->lock);
  return room;
}

/* An item is freed when its place is needed: by the thread that made it, while the other goes on. */
static gpointer
make_thread (gpointer data)
{
  FwAhead *self = data;
  guint room = ITEMS_AHEAD;

  for (guint i = 0; i < self->n_items && room > 0; i++)
    {
      gpointer *place = place_of (self, i);

      free_place (self, place);
      *place = self->make (i, self->user_data);
      if ((i + 1) % ITEMS_A_TELLING == 0 || i + 1 == room || i + 1 == self->n_items)
        room = tell_made (self, i + 1);
    }
  return NULL;
}

/**
 * fw_ahead_new:
 * @make: called on a thread of its own, which may use no data that the one that takes changes meanwhile. Few items,
 *   and those of a machine with one processor, are made when they are taken
 * @free_item: (nullable): frees an item; called on either thread
 *
 * Returns: (transfer full): items of which the first is being made
 */
FwAhead *
fw_ahead_new (guint n_items,
              FwAheadMake make,
              gpointer user_data,
              GDestroyNotify free_item)
{
  FwAhead *self = g_new0 (FwAhead, 1);

  self->n_items = n_items;
  self->make = make;
  self->user_data = user_data;
  self->free_item = free_item;
  self->items = g_new0 (gpointer, PLACES);
  g_mutex_init (&self->lock);
  g_cond_init (&self->told);
  if (n_items >= FEW_ITEMS && g_get_num_processors () > 1)
    self->thread = g_thread_new ("ahead", make_thread, self);
  return self;
}

static void
wait_for (FwAhead *self,
          guint index)
{
  if (index < self->known && index % ITEMS_A_TELLING != 0)
    return;
  g_mutex_lock (&self->lock);
  /* Items that may still be in use keep their places: there are so many more than items ahead. */
  self->taken = index;
  g_cond_signal (&self->told);
  while (self->made <= index)
    g_cond_wait (&self->told, &self->lock);
  self->known = self->made;
  g_mutex_unlock (&self->lock);
}

/**
 * fw_ahead_take:
 *
 * Returns: (transfer none) (nullable): the next item, to be used until %FW_AHEAD_KEPT after it were taken; %NULL also behind the last
 */
gpointer
fw_ahead_take (FwAhead *self)
{
  const guint index = self->taking;

  if (index >= self->n_items)
    return NULL;
  self->taking++;
  if (self->thread != NULL)
    wait_for (self, index);
  else
    {
      if (index >= FW_AHEAD_KEPT)
        free_place (self, place_of (self, index - FW_AHEAD_KEPT));
      *place_of (self, index) = self->make (index, self->user_data);
    }
  return *place_of (self, index);
}

/**
 * fw_ahead_free:
 *
 * Ends the making, whether all items were taken or not, and frees those that are left.
 */
void
fw_ahead_free (FwAhead *self)
{
  if (self->thread != NULL)
    {
      g_mutex_lock (&self->lock);
      self->stop = TRUE;
      g_cond_signal (&self->told);
      g_mutex_unlock (&self->lock);
      g_thread_join (self->thread);
    }
  for (guint i = 0; i < PLACES; i++)
    free_place (self, &self->items[i]);
  g_free (self->items);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->told);
  g_free (self);
}
