#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

/**
 * FwKeyAct:
 * @FW_KEY_ACT_CHANGE: another passphrase in the place of one
 * @FW_KEY_ACT_ADD: a further passphrase
 * @FW_KEY_ACT_REMOVE: one passphrase, or the recovery sheet, less
 * @FW_KEY_ACT_SHEET: a recovery sheet; the one before it is void
 */
typedef enum
{
  FW_KEY_ACT_CHANGE,
  FW_KEY_ACT_ADD,
  FW_KEY_ACT_REMOVE,
  FW_KEY_ACT_SHEET,
} FwKeyAct;

/**
 * FwKeyChange:
 * @label: (nullable): which passphrase, or its new name
 * @proof: a passphrase of the store, or the code of its recovery sheet
 * @passphrase: (nullable): the new one
 * @who: who is working
 */
typedef struct
{
  FwKeyAct act;
  const char *label;
  const char *proof;
  const char *passphrase;
  const char *who;
} FwKeyChange;

void     fw_key_change_async  (FwStore              *store,
                               const FwKeyChange    *change,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean fw_key_change_finish (GAsyncResult         *result,
                               char                **code,
                               GError              **error);

G_END_DECLS
