#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * FwInk:
 *
 * A signature as it was drawn: strokes of points within a frame. As text it is the frame and its strokes in whole units,
 * "300 100;12,40 13,42;80,20 90,31", which says nothing of the place of the sheet and is the same whenever it is written.
 */
typedef struct _FwInk FwInk;

FwInk   *fw_ink_new         (guint         width,
                             guint         height);
FwInk   *fw_ink_from_string (const char   *text);
void     fw_ink_free        (FwInk        *self);
void     fw_ink_begin       (FwInk        *self,
                             double        x,
                             double        y);
void     fw_ink_go_on       (FwInk        *self,
                             double        x,
                             double        y);
gboolean fw_ink_is_empty    (FwInk        *self);
char    *fw_ink_to_string   (FwInk        *self);
char    *fw_ink_to_svg      (FwInk        *self);
void     fw_ink_draw        (FwInk        *self,
                             cairo_t      *cr,
                             double        x,
                             double        y,
                             double        width,
                             double        height,
                             double        pen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwInk, fw_ink_free)

G_END_DECLS
