#pragma once

#include <cairo.h>

#include "documents/fw-document-types.h"
#include "documents/fw-pages.h"

G_BEGIN_DECLS

/**
 * FwSheet:
 *
 * What stands on every page beside the text. Texts may be %NULL.
 */
typedef struct
{
  char *number;    /* left in the foot, and in the letterhead */
  char *company;   /* of the letterhead; NULL: none */
  char *audit_head; /* small, under the page number */
  char *watermark; /* across every page */
  cairo_surface_t *logo;
  double measure_pt; /* the width of the text */
  guint n_pages;
  gboolean english; /* the page number in English */
  gboolean joined; /* several sheets that are sealed over their fanned edges */
} FwSheet;

void fw_paint_page   (cairo_t       *cr,
                      FwTypeface    *typeface,
                      const FwSheet *sheet,
                      FwPage        *page,
                      guint          index,
                      FwPaintFlags   flags);
void fw_sheet_clear  (FwSheet       *self);

G_END_DECLS
