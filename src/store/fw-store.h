#pragma once

#include <gio/gio.h>

#include "store/fw-command.h"
#include "store/fw-event.h"
#include "store/fw-keys.h"
#include "store/fw-query.h"
#include "store/fw-record.h"
#include "store/fw-store-error.h"

G_BEGIN_DECLS

/**
 * FwStore:
 *
 * One opened store. Every call is synchronous and may come from any thread; the window calls the _async
 * variants, which do the same on a worker thread. Readers never wait for a writer; writers wait for one
 * another.
 *
 * Signal "changed" (event): a command was taken in; emitted in the main context in which the store was
 * opened.
 */
#define FW_TYPE_STORE (fw_store_get_type ())
G_DECLARE_FINAL_TYPE (FwStore, fw_store, FW, STORE, GObject)

typedef enum
{
  FW_STORE_READ,
  FW_STORE_WRITE,
} FwStoreMode;

/**
 * FwStoreOptions:
 * @cost: what guessing the passphrase shall cost
 * @sample: whether it is the sample, which opens without asking
 * @time_zone: (nullable): where "today" is; %NULL is "UTC"
 * @who: (nullable): who makes it, for the first event; %NULL is "local"
 */
typedef struct
{
  FwKeyCost cost;
  gboolean sample;
  const char *time_zone;
  const char *who;
} FwStoreOptions;

/* The published passphrase of every sample store. It protects nothing and is not meant to. */
#define FW_STORE_SAMPLE_PASSPHRASE "fairwell sample"

/* The passphrase a store is made with. */
#define FW_STORE_FIRST_LABEL "owner"

#define FW_STORE_WRITER_WAIT_MS 5000
#define FW_STORE_DEFAULT_TIME_ZONE "UTC"
#define FW_STORE_DEFAULT_EVIDENCE_LIMIT_MIB 500
#define FW_STORE_SETTING_TIME_ZONE "time-zone"
#define FW_STORE_SETTING_EVIDENCE_LIMIT "evidence-limit-mib"

/* Opening */
FwStore    *fw_store_create              (const char            *path,
                                          const char            *passphrase,
                                          const FwStoreOptions  *options,
                                          GError               **error);
void        fw_store_create_async        (const char            *path,
                                          const char            *passphrase,
                                          const FwStoreOptions  *options,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
FwStore    *fw_store_create_finish       (GAsyncResult          *result,
                                          GError               **error);
FwStore    *fw_store_open                (const char            *path,
                                          const char            *passphrase,
                                          FwStoreMode            mode,
                                          GError               **error);
void        fw_store_open_async          (const char            *path,
                                          const char            *passphrase,
                                          FwStoreMode            mode,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
FwStore    *fw_store_open_finish         (GAsyncResult          *result,
                                          GError               **error);
void        fw_store_close               (FwStore               *self);
gboolean    fw_store_delete              (const char            *path,
                                          GError               **error);
gboolean    fw_store_exists              (const char            *path);
gboolean    fw_store_opens_without_asking (const char           *path);
GStrv       fw_store_peek_labels         (const char            *path);

/* About it */
const char *fw_store_get_path            (FwStore               *self);
const char *fw_store_get_id              (FwStore               *self);
FwStoreMode fw_store_get_mode            (FwStore               *self);
gboolean    fw_store_is_sample           (FwStore               *self);
gboolean    fw_store_has_minimal_keys    (FwStore               *self);
char       *fw_store_dup_setting         (FwStore               *self,
                                          const char            *name,
                                          const char            *if_unset);
GTimeZone  *fw_store_dup_time_zone       (FwStore               *self);

/* Passphrases */
GStrv       fw_store_dup_passphrase_labels (FwStore             *self);
gboolean    fw_store_has_recovery_sheet  (FwStore               *self);
gboolean    fw_store_change_passphrase   (FwStore               *self,
                                          const char            *label,
                                          const char            *proof,
                                          const char            *new_passphrase,
                                          const char            *who,
                                          GError               **error);
gboolean    fw_store_add_passphrase      (FwStore               *self,
                                          const char            *label,
                                          const char            *proof,
                                          const char            *passphrase,
                                          const char            *who,
                                          GError               **error);
gboolean    fw_store_remove_passphrase   (FwStore               *self,
                                          const char            *label,
                                          const char            *proof,
                                          const char            *who,
                                          GError               **error);
char       *fw_store_make_recovery_sheet (FwStore               *self,
                                          const char            *proof,
                                          const char            *who,
                                          GError               **error);

/* Reading */
FwRecord   *fw_store_get                 (FwStore               *self,
                                          const char            *kind,
                                          const char            *id,
                                          GError               **error);
FwRecord   *fw_store_find                (FwStore               *self,
                                          const char            *kind,
                                          const char            *field,
                                          const char            *value,
                                          GError               **error);
GPtrArray  *fw_store_list                (FwStore               *self,
                                          const char            *kind,
                                          FwQuery               *query,
                                          GCancellable          *cancellable,
                                          GError               **error);
void        fw_store_list_async          (FwStore               *self,
                                          const char            *kind,
                                          FwQuery               *query,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
GPtrArray  *fw_store_list_finish         (FwStore               *self,
                                          GAsyncResult          *result,
                                          GError               **error);
gint64      fw_store_count               (FwStore               *self,
                                          const char            *kind,
                                          FwQuery               *query,
                                          GCancellable          *cancellable,
                                          GError               **error);
gint64      fw_store_get_last_number     (FwStore               *self,
                                          const char            *kind,
                                          const char            *field,
                                          const char            *prefix,
                                          GError               **error);

/* The one door in */
FwEvent    *fw_store_run                 (FwStore               *self,
                                          FwCommand             *command,
                                          GCancellable          *cancellable,
                                          GError               **error);
void        fw_store_run_async           (FwStore               *self,
                                          FwCommand             *command,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
FwEvent    *fw_store_run_finish          (FwStore               *self,
                                          GAsyncResult          *result,
                                          GError               **error);
FwEvent    *fw_store_undo                (FwStore               *self,
                                          const char            *event_id,
                                          const char            *who,
                                          const char            *why,
                                          GError               **error);
GPtrArray  *fw_store_list_against_undo   (FwStore               *self,
                                          const char            *event_id,
                                          guint                  most,
                                          GCancellable          *cancellable,
                                          GError               **error);

/* Drafts: half-written pages, without an event */
gboolean    fw_store_set_draft           (FwStore               *self,
                                          const char            *owner,
                                          const char            *key,
                                          const char            *text,
                                          GError               **error);
GStrv       fw_store_list_drafts         (FwStore               *self,
                                          const char            *owner,
                                          GError               **error);
char       *fw_store_dup_draft           (FwStore               *self,
                                          const char            *owner,
                                          const char            *key,
                                          GError               **error);

G_END_DECLS
