#pragma once

#include "documents/fw-block.h"

G_BEGIN_DECLS

/**
 * FwOverride:
 * @block_id: the block whose wording a case replaces
 * @source: the new wording, facts in braces, as fw_block_to_source() writes it
 * @original_hash: (nullable): hash of what the block said when it was replaced; another one means that it must be
 *   read again
 */
typedef struct
{
  char *block_id;
  char *source;
  char *original_hash;
} FwOverride;

FwOverride *fw_override_new    (const char   *block_id,
                                const char   *source,
                                const char   *original_hash);
void        fw_override_free   (FwOverride   *self);
gboolean    fw_wording_replace (FwBlock      *block,
                                const char   *source,
                                GError      **error);
char       *fw_wording_hash    (const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwOverride, fw_override_free)

G_END_DECLS
