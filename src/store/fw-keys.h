#pragma once

#include <glib.h>

#include "store/fw-secret.h"

G_BEGIN_DECLS

/**
 * FwKeyCost:
 * @FW_KEY_COST_MODERATE: Argon2id over a second and 256 MiB for each guess
 * @FW_KEY_COST_MINIMAL: next to nothing; for tests and the sample, and the store says so
 */
typedef enum
{
  FW_KEY_COST_MODERATE,
  FW_KEY_COST_MINIMAL,
} FwKeyCost;

/**
 * FwKeys:
 *
 * The key slots of a store: the data key, wrapped once for every passphrase and for the recovery sheet.
 */
typedef struct _FwKeys FwKeys;

#define FW_KEYS_DATA_KEY_SIZE 32

/* The slot that a recovery code opens, and no passphrase does. */
#define FW_KEYS_RECOVERY_LABEL "recovery"

FwKeys     *fw_keys_new          (gboolean      sample);
FwKeys     *fw_keys_parse        (const char   *text,
                                  GError      **error);
FwKeys     *fw_keys_load         (const char   *path,
                                  GError      **error);
void        fw_keys_free         (FwKeys       *self);
char       *fw_keys_to_text      (FwKeys       *self);
const char *fw_keys_get_store_id (FwKeys       *self);
gboolean    fw_keys_is_sample    (FwKeys       *self);
gboolean    fw_keys_is_minimal   (FwKeys       *self);
GStrv       fw_keys_dup_labels   (FwKeys       *self);
gboolean    fw_keys_has          (FwKeys       *self,
                                  const char   *label);
FwSecret   *fw_keys_new_data_key (void);
gboolean    fw_keys_add          (FwKeys       *self,
                                  const char   *label,
                                  const char   *passphrase,
                                  FwKeyCost     cost,
                                  FwSecret     *data_key,
                                  GError      **error);
gboolean    fw_keys_replace      (FwKeys       *self,
                                  const char   *label,
                                  const char   *passphrase,
                                  FwKeyCost     cost,
                                  FwSecret     *data_key,
                                  GError      **error);
gboolean    fw_keys_remove       (FwKeys       *self,
                                  const char   *label,
                                  GError      **error);
FwSecret   *fw_keys_unlock       (FwKeys       *self,
                                  const char   *passphrase,
                                  char        **label,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwKeys, fw_keys_free)

G_END_DECLS
