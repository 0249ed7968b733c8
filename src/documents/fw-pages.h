#pragma once

#include "documents/fw-setter.h"

G_BEGIN_DECLS

/* A box where it stands: @y from the top of the text area. */
typedef struct
{
  FwBox *box; /* belongs to the galley */
  double y;
} FwPlacedBox;

/**
 * FwPage:
 *
 * What stands on one page, an array of #FwPlacedBox.
 */
typedef GArray FwPage;

GPtrArray *fw_pages_cut (FwGalley *galley,
                         double    height_pt);

G_END_DECLS
