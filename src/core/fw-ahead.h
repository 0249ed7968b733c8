#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * FwAhead:
 *
 * Items that another thread makes, one after another in their order, ahead of the thread that uses them: what can be
 * prepared without what has to happen in turn is ready when its turn comes.
 */
typedef struct _FwAhead FwAhead;

/* How long an item may be used: until so many behind it were taken. */
#define FW_AHEAD_KEPT 512

/* Makes the item of a number, from 0 on: each once, in order, by one thread. */
typedef gpointer (*FwAheadMake) (guint    index,
                                 gpointer user_data);

FwAhead  *fw_ahead_new  (guint           n_items,
                         FwAheadMake     make,
                         gpointer        user_data,
                         GDestroyNotify  free_item);
gpointer  fw_ahead_take (FwAhead        *self);
void      fw_ahead_free (FwAhead        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwAhead, fw_ahead_free)

G_END_DECLS
