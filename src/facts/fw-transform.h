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

/**
 * FwTransformFunction:
 * @arguments: the arguments as texts, ended by %NULL
 *
 * A function that templates call by a name in urn:fairwell:functions:1.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with @error set stops the transformation
 */
typedef char *(*FwTransformFunction) (const char *const  *arguments,
                                      gpointer            user_data,
                                      GError            **error);

FwTransform *fw_transform_load         (const char           *path,
                                        const char *const    *folders,
                                        GError              **error);
void         fw_transform_free         (FwTransform          *self);
void         fw_transform_add_function (FwTransform          *self,
                                        const char           *name,
                                        FwTransformFunction   function,
                                        gpointer              user_data);
FwXml       *fw_transform_run          (FwTransform          *self,
                                        FwFacts              *facts,
                                        const char *const    *parameters,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTransform, fw_transform_free)

G_END_DECLS
