#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwVerification:
 * @sound: whether everything agrees
 * @n_events: events recomputed
 * @n_records: records held against the events
 * @n_files: files whose bytes were hashed again
 * @head: (nullable): hash of the last event, in hexadecimal digits
 * @bad_event: number of the first event that does not hold, 0 where none
 * @reason: (nullable): what is wrong, in English, without personal data
 * @head_event: number of the event whose hash the given head is, 0 where none was given or none has it
 */
typedef struct
{
  gboolean sound;
  gint64 n_events;
  gint64 n_records;
  gint64 n_files;
  char *head;
  gint64 bad_event;
  char *reason;
  gint64 head_event;
} FwVerification;

void            fw_verification_free      (FwVerification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwVerification, fw_verification_free)

char           *fw_store_dup_head         (FwStore        *self,
                                           GError        **error);
GPtrArray      *fw_store_list_events      (FwStore        *self,
                                           const char     *subject,
                                           gint64          after,
                                           guint           limit,
                                           GCancellable   *cancellable,
                                           GError        **error);
FwEvent        *fw_store_find_last_event  (FwStore        *self,
                                           const char     *what,
                                           GError        **error);
FwVerification *fw_store_verify           (FwStore        *self,
                                           const char     *head,
                                           GCancellable   *cancellable,
                                           GError        **error);
void            fw_store_verify_async     (FwStore        *self,
                                           const char     *head,
                                           GCancellable   *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer        user_data);
FwVerification *fw_store_verify_finish    (FwStore        *self,
                                           GAsyncResult   *result,
                                           GError        **error);

G_END_DECLS
