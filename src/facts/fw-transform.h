#pragma once

#include "facts/fw-facts.h"

G_BEGIN_DECLS

/**
 * FwTransform:
 *
 * A compiled XSLT 1.0 stylesheet, run on facts. It reads and writes no file, knows no network and no document(), and
 * includes only sheets of its own folder by plain name. Any error while it runs is a failure, and nothing comes out.
 * Belongs to one thread.
 */
typedef struct _FwTransform FwTransform;

FwTransform *fw_transform_load (const char          *path,
                                const char *const   *folders,
                                GError             **error);
void         fw_transform_free (FwTransform         *self);
FwXml       *fw_transform_run  (FwTransform         *self,
                                FwFacts             *facts,
                                const char *const   *parameters,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTransform, fw_transform_free)

G_END_DECLS
