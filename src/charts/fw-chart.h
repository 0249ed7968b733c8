#pragma once

#include <pango/pango.h>

#include "charts/fw-chart-palette.h"

G_BEGIN_DECLS

/**
 * FwChart:
 *
 * A chart after layout: shapes in logical pixels, each in a role, some of them marks that stand for a row of
 * the figures. Painting, picking and exporting read the same shapes, so the screen, the PNG and the paper agree.
 */
typedef struct _FwChart FwChart;

/**
 * FwChartBox:
 *
 * A rectangle in logical pixels.
 */
typedef struct
{
  double x, y, width, height;
} FwChartBox;

typedef enum
{
  FW_CHART_TEXT_AXIS,
  FW_CHART_TEXT_VALUE,
} FwChartTextStyle;

#define FW_CHART_NO_MARK (-1)

FwChart    *fw_chart_new          (double            width,
                                   double            height,
                                   double            text_scale,
                                   PangoContext     *context);
void        fw_chart_free         (FwChart          *self);
void        fw_chart_add_area     (FwChart          *self,
                                   FwChartBox        box,
                                   FwChartRole       role,
                                   int               mark);
void        fw_chart_add_line     (FwChart          *self,
                                   double            x1,
                                   double            y1,
                                   double            x2,
                                   double            y2,
                                   double            line_width,
                                   FwChartRole       role);
void        fw_chart_add_dot      (FwChart          *self,
                                   double            x,
                                   double            y,
                                   double            radius,
                                   FwChartRole       role);
FwChartBox  fw_chart_measure      (FwChart          *self,
                                   const char       *text,
                                   FwChartTextStyle  style);
gboolean    fw_chart_add_text     (FwChart          *self,
                                   const char       *text,
                                   FwChartTextStyle  style,
                                   FwChartRole       role,
                                   double            x,
                                   double            y,
                                   double            x_align);
guint       fw_chart_get_n_texts  (const FwChart    *self);
FwChartBox  fw_chart_get_text_box (const FwChart    *self,
                                   guint             index);
void        fw_chart_paint        (const FwChart    *self,
                                   cairo_t          *cr,
                                   FwChartPalette    palette);
int         fw_chart_pick         (const FwChart    *self,
                                   double            x,
                                   double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwChart, fw_chart_free)

G_END_DECLS
