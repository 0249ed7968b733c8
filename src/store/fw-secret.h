#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwSecret:
 *
 * Bytes that must not be swapped, dumped or read past: they lie between guard pages, locked, and are
 * wiped when the last reference goes. Safe to share between threads once filled.
 */
typedef struct _FwSecret FwSecret;

FwSecret     *fw_secret_new       (gsize         size);
void          fw_secret_unref     (FwSecret     *self);
guint8       *fw_secret_get_bytes (FwSecret     *self);
gsize         fw_secret_get_size  (FwSecret     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwSecret, fw_secret_unref)

G_END_DECLS
