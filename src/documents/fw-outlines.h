#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * FwOutlines:
 *
 * The outlines of fonts that are kept back while pages are drawn: who embeds such a font handles a number for each glyph, and the
 * outlines are put into the finished file.
 */
typedef struct _FwOutlines FwOutlines;

FwOutlines *fw_outlines_new      (void);
void        fw_outlines_free     (FwOutlines *self);
hb_blob_t  *fw_outlines_take     (FwOutlines *self,
                                  hb_blob_t  *font);
GBytes     *fw_outlines_put_back (FwOutlines *self,
                                  GBytes     *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwOutlines, fw_outlines_free)

G_END_DECLS
