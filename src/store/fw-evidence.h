#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/* Called after each piece, in the thread that takes the file in. */
typedef void (*FwEvidenceProgress) (guint64  bytes,
                                    gpointer user_data);

guint64  fw_store_get_evidence_limit (FwStore         *self);
char    *fw_store_take_in_file    (FwStore            *self,
                                   GInputStream       *stream,
                                   FwEvidenceProgress  progress,
                                   gpointer            user_data,
                                   guint64            *size,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean fw_store_give_out_file   (FwStore            *self,
                                   const char         *sha256,
                                   GOutputStream      *stream,
                                   GCancellable       *cancellable,
                                   GError            **error);
GBytes  *fw_store_get_file        (FwStore            *self,
                                   const char         *sha256,
                                   GCancellable       *cancellable,
                                   GError            **error);
gint64   fw_store_get_file_size   (FwStore            *self,
                                   const char         *sha256,
                                   GError            **error);

G_END_DECLS
