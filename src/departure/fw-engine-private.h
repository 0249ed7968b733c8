#pragma once

#include "core/fw-number.h"
#include "rules/fw-packs.h"

G_BEGIN_DECLS

/*
 * The packs, compiled once for a workplace. They belong to one thread at a time: whoever asks holds the lock meanwhile.
 */
typedef struct _FwEngine FwEngine;

FwEngine *_fw_engine_new       (void);
FwEngine *_fw_engine_ref       (FwEngine  *self);
void      _fw_engine_unref     (FwEngine  *self);
guint     _fw_engine_begin_act (FwEngine  *self);
void      _fw_engine_end_act   (FwEngine  *self);
FwPacks  *_fw_engine_lock      (FwEngine  *self,
                                GError   **error);
void      _fw_engine_unlock    (FwEngine  *self);

/* While the lock is held: what was found before for the same facts. */
gpointer  _fw_engine_find   (FwEngine       *self,
                             const char     *key);
void      _fw_engine_keep   (FwEngine       *self,
                             const char     *key,
                             gpointer        value,
                             GDestroyNotify  free_value);

G_END_DECLS
