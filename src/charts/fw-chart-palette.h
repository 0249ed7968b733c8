#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * FwChartRole:
 * @FW_CHART_ROLE_GRID: gridlines, nothing that must be read
 * @FW_CHART_ROLE_EMPHASIS: the mark that is the point; what people chose themselves
 * @FW_CHART_ROLE_SECOND: what the employer decided, what is late; hatched in bars
 * @FW_CHART_ROLE_OTHER: retired and other
 * @FW_CHART_ROLE_MUTE: bars that are not the point
 * @FW_CHART_ROLE_WARN: due lines and what lies below them
 *
 * What a mark means. A chart asks for a role, never for a colour; the palette decides.
 */
typedef enum
{
  FW_CHART_ROLE_GROUND,
  FW_CHART_ROLE_INK,
  FW_CHART_ROLE_SECOND_INK,
  FW_CHART_ROLE_AXIS,
  FW_CHART_ROLE_GRID,
  FW_CHART_ROLE_FILL,
  FW_CHART_ROLE_EMPHASIS,
  FW_CHART_ROLE_SECOND,
  FW_CHART_ROLE_OTHER,
  FW_CHART_ROLE_MUTE,
  FW_CHART_ROLE_WARN,
  FW_CHART_N_ROLES
} FwChartRole;

typedef enum
{
  FW_CHART_PALETTE_LIGHT,
  FW_CHART_PALETTE_DARK,
  FW_CHART_PALETTE_HIGH_CONTRAST,
  FW_CHART_PALETTE_HIGH_CONTRAST_DARK,
  FW_CHART_PALETTE_PRINT,
  FW_CHART_N_PALETTES
} FwChartPalette;

guint32 fw_chart_palette_get      (FwChartPalette  palette,
                                   FwChartRole     role);
void    fw_chart_palette_set      (FwChartPalette  palette,
                                   FwChartRole     role,
                                   double          opacity,
                                   cairo_t        *cr);
double  fw_chart_palette_contrast (guint32         a,
                                   guint32         b);

G_END_DECLS
