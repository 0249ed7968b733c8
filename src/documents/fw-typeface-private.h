#pragma once

#include "documents/fw-outlines.h"
#include "documents/fw-typeface.h"

G_BEGIN_DECLS

PangoFontset *_fw_typeface_get_fontset (FwTypeface *self,
                                        FwFace      face);
GHashTable   *_fw_typeface_get_paragraphs (FwTypeface *self);
GHashTable   *_fw_typeface_get_widths (FwTypeface *self);
void          _fw_typeface_note_lack (FwTypeface *self);
void          _fw_typeface_keep_file   (FwTypeface *self,
                                        int         file);
FwOutlines   *_fw_typeface_get_outlines (FwTypeface *self);

G_END_DECLS
