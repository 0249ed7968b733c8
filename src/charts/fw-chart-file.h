#pragma once

#include "charts/fw-chart.h"
#include "core/fw-date.h"

G_BEGIN_DECLS

/* How wide a chart is laid out for a file or for paper, in logical pixels of 0.75 points: 170 mm. */
#define FW_CHART_PAPER_WIDTH 642.0

/**
 * FwChartError:
 * @FW_CHART_ERROR_FORMAT: the ending names no format that a chart can be written in: choose another
 * @FW_CHART_ERROR_FAILED: the drawing did not come about
 */
typedef enum
{
  FW_CHART_ERROR_FORMAT,
  FW_CHART_ERROR_FAILED,
} FwChartError;

#define FW_CHART_ERROR (fw_chart_error_quark ())
GQuark fw_chart_error_quark (void);

typedef enum
{
  FW_CHART_PNG,
  FW_CHART_SVG,
  FW_CHART_PDF,
} FwChartFormat;

gboolean      fw_chart_format_from_name  (const char     *file_name,
                                          FwChartFormat  *format,
                                          GError        **error);
PangoContext *fw_chart_new_pango_context (void);
GBytes       *fw_chart_to_bytes          (const FwChart  *self,
                                          FwChartFormat   format,
                                          FwChartPalette  palette,
                                          const char     *title,
                                          FwDate          made,
                                          GError        **error);
char         *fw_chart_to_svg            (const FwChart  *self,
                                          FwChartPalette  palette,
                                          const char     *title);
void          fw_chart_paint_on_page     (const FwChart  *self,
                                          cairo_t        *cr,
                                          double          width_pt);

G_END_DECLS
