#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Held by the one program that writes to a store; the system takes it back when that program ends,
 * however it ends.
 */
typedef struct _FwWriterLock FwWriterLock;

FwWriterLock *_fw_writer_lock_take (const char    *path,
                                    guint          wait_ms,
                                    GError       **error);
void          _fw_writer_lock_free (FwWriterLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWriterLock, _fw_writer_lock_free)

G_END_DECLS
