#pragma once

#include "documents/fw-block.h"
#include "facts/fw-facts.h"

G_BEGIN_DECLS

char     *fw_field_format  (const char  *format,
                            const char  *value);
gboolean  fw_field_knows   (const char  *format);
gboolean  fw_field_resolve (FwRun       *run,
                            FwFacts     *facts,
                            GError     **error);

G_END_DECLS
