#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A copy that leaves the program: written beside its place, put on record, and only then put there. No file without its event. */
GFile   *_fw_copy_write_beside (GFile         *file,
                                GBytes        *bytes,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean _fw_copy_put_in_place (GFile         *beside,
                                GFile         *file,
                                GError       **error);
void     _fw_copy_take_back    (GFile         *beside);

G_END_DECLS
