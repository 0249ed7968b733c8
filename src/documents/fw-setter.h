#pragma once

#include "documents/fw-block-reader.h"
#include "documents/fw-box.h"

G_BEGIN_DECLS

/**
 * FwSizes:
 * @size_pt: of the body
 * @pitch_pt: from line to line
 */
typedef struct
{
  double size_pt;
  double pitch_pt;
} FwSizes;

/**
 * FwGalley:
 *
 * A paper set at one size, before it is cut into pages.
 */
typedef struct
{
  double measure_pt;    /* the width of its lines */
  GPtrArray *boxes;     /* FwBox, from top to bottom */
  GPtrArray *furniture; /* FwBox: head rows that pages may repeat */
} FwGalley;

FwGalley *fw_galley_set  (FwTypeface *typeface,
                          FwBlocks   *blocks,
                          FwSizes     sizes,
                          gboolean    draft);
void      fw_galley_free (FwGalley   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwGalley, fw_galley_free)

G_END_DECLS
