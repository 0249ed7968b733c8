#pragma once

#include <sodium.h>

#include "store/fw-backup.h"
#include "store/fw-store-private.h"

G_BEGIN_DECLS

/*
 * A backup is one file: the encrypted database, the key slots as in keys.json, and a trailer that says
 * how long both are and sums up everything before it. The database comes first, so that it is copied
 * and checked in its place.
 */
#define FW_BACKUP_MAGIC "FAIRWELL-BACKUP1"
#define FW_BACKUP_BUFFER_BYTES (256 * 1024)
#define FW_BACKUP_MAX_KEYS_BYTES (1024 * 1024)

typedef struct
{
  char magic[16];
  guint64 database_size;
  guint64 keys_size;
  guint8 sum[crypto_generichash_BYTES];
} FwTrailer;

G_STATIC_ASSERT (sizeof (FwTrailer) == 64);

/* How far a long work has come, told in steps of a hundredth, and whether it is still wanted. */
typedef struct
{
  FwBackupProgress tell;
  gpointer user_data;
  GCancellable *cancellable;
  guint64 total; /* bytes, about */
  guint64 done;
  int told; /* hundredths */
} FwProgress;

/* What every row of every table is, in one number. */
typedef struct
{
  guint8 sum[crypto_generichash_BYTES];
} FwDigest;

void     _fw_progress_add      (FwProgress    *self,
                                guint64        bytes);
gboolean _fw_digest_database   (FwConnection  *connection,
                                FwProgress    *progress,
                                FwDigest      *digest,
                                GError       **error);
gboolean _fw_backup_fail       (GError       **error,
                                const char    *act);
gboolean _fw_backup_sum_up     (int            fd,
                                guint64        size,
                                guint8        *sum,
                                GError       **error);
guint64  _fw_backup_file_size  (const char    *folder);

G_END_DECLS
