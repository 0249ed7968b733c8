#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwStoreError:
 * @FW_STORE_ERROR_PASSPHRASE: ask for the passphrase again
 * @FW_STORE_ERROR_BUSY: another program is writing; the message says which
 * @FW_STORE_ERROR_NEWER: made by a newer program, which is needed to open it
 * @FW_STORE_ERROR_DAMAGED: restore a backup
 * @FW_STORE_ERROR_NOT_FOUND: there is no such store, record, event or file
 * @FW_STORE_ERROR_INVALID: correct what was given; nothing was changed
 * @FW_STORE_ERROR_CONFLICT: something newer or already there stands in the way; read again
 * @FW_STORE_ERROR_FAILED: the system failed (disk, memory); nothing was changed
 */
typedef enum
{
  FW_STORE_ERROR_PASSPHRASE,
  FW_STORE_ERROR_BUSY,
  FW_STORE_ERROR_NEWER,
  FW_STORE_ERROR_DAMAGED,
  FW_STORE_ERROR_NOT_FOUND,
  FW_STORE_ERROR_INVALID,
  FW_STORE_ERROR_CONFLICT,
  FW_STORE_ERROR_FAILED,
} FwStoreError;

#define FW_STORE_ERROR (fw_store_error_quark ())

GQuark fw_store_error_quark (void);

G_END_DECLS
