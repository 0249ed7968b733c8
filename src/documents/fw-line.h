#pragma once

#include "documents/fw-break.h"

G_BEGIN_DECLS

typedef struct
{
  double from; /* points from the begin of the line */
  double until;
} FwExtent;

/**
 * FwLine:
 *
 * One line as it prints: a layout of its own, already stretched.
 */
typedef struct
{
  PangoLayout *layout;
  double x_pt;      /* where it begins, from the left edge of the measure */
  double width_pt;
  double stretch;   /* what was added behind each free character, in parts of its size */
  guint start;      /* bytes of the paragraph */
  guint end;
  FwBarrier barrier; /* how much it took to end it here */
  GArray *gaps;     /* FwExtent: where a fact is missing; NULL where none is */
} FwLine;

/**
 * FwLineStyle:
 * @measure_pt: the width to fill
 * @indent_pt: what the first line leaves free
 * @justify: whether lines but the last are stretched to the right edge
 * @align: where lines that are not stretched stand
 */
typedef struct
{
  double measure_pt;
  double indent_pt;
  gboolean justify;
  PangoAlignment align;
} FwLineStyle;

GPtrArray *fw_lines_set   (FwTypeface        *typeface,
                           const FwStyledText      *text,
                           const FwLineStyle *style);
double     fw_styled_text_width (FwTypeface        *typeface,
                           const FwStyledText      *text);

G_END_DECLS
