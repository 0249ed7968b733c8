#pragma once

#include "interview/fw-transcript-source.h"

G_BEGIN_DECLS

/**
 * FwTypedSource:
 *
 * What somebody types while the others talk: each change of the line is told, and once more when it is kept.
 */
#define FW_TYPE_TYPED_SOURCE (fw_typed_source_get_type ())
G_DECLARE_FINAL_TYPE (FwTypedSource, fw_typed_source, FW, TYPED_SOURCE, GObject)

FwTypedSource *fw_typed_source_new      (void);
const char    *fw_typed_source_get_text (FwTypedSource *self);
void           fw_typed_source_restore  (FwTypedSource *self,
                                         const char    *text);
void           fw_typed_source_type     (FwTypedSource *self,
                                         const char    *text,
                                         FwVoice        voice);
gboolean       fw_typed_source_keep     (FwTypedSource *self,
                                         FwVoice        voice);

G_END_DECLS
