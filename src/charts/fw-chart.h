#pragma once

#include <pango/pango.h>

#include "charts/fw-chart-palette.h"

G_BEGIN_DECLS

/**
 * FwChart:
 *
 * A chart after layout: shapes in logical pixels, each in a role, and marks that stand for something in the figures.
 * Painting, picking and exporting read the same shapes, so the screen, the PNG and the paper agree.
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

/**
 * FwChartPoint:
 *
 * A place in logical pixels.
 */
typedef struct
{
  double x, y;
} FwChartPoint;

/**
 * FwChartMark:
 * @place: which of the series, along time or down the rows
 * @series: which of several at the same place; 0 is the first or the whole
 *
 * What can be picked and stepped through. %FW_CHART_NO_PLACE stands for nothing.
 */
typedef struct
{
  int place;
  int series;
} FwChartMark;

#define FW_CHART_NO_PLACE (-1)
#define FW_CHART_NO_MARK ((FwChartMark){ FW_CHART_NO_PLACE, 0 })

typedef enum
{
  FW_CHART_TEXT_AXIS,
  FW_CHART_TEXT_VALUE,  /* bold */
  FW_CHART_TEXT_NAME,
  FW_CHART_TEXT_TITLE,
  FW_CHART_TEXT_SUBTITLE,
  FW_CHART_TEXT_CAPTION,
} FwChartTextStyle;

/* How a series is told apart without colour. */
typedef enum
{
  FW_CHART_DASH_SOLID,
  FW_CHART_DASH_LONG,
  FW_CHART_DASH_DOTS,
  FW_CHART_DASH_SHORT,
} FwChartDash;

/* Where a step of a key leads. */
typedef enum
{
  FW_CHART_STEP_BACK,
  FW_CHART_STEP_ON,
  FW_CHART_STEP_UP,
  FW_CHART_STEP_DOWN,
  FW_CHART_STEP_FIRST,
  FW_CHART_STEP_LAST,
  FW_CHART_STEP_FAR_BACK,
  FW_CHART_STEP_FAR_ON,
} FwChartStep;

FwChart    *fw_chart_new           (double              width,
                                    double              height,
                                    double              text_scale,
                                    PangoContext       *context);
void        fw_chart_free          (FwChart            *self);
void        fw_chart_set_language  (FwChart            *self,
                                    const char         *language);
double      fw_chart_get_width     (const FwChart      *self);
double      fw_chart_get_height    (const FwChart      *self);
void        fw_chart_set_height    (FwChart            *self,
                                    double              height);
double      fw_chart_scale         (const FwChart      *self,
                                    double              size);

/* Shapes */
void        fw_chart_add_area      (FwChart            *self,
                                    FwChartBox          box,
                                    FwChartRole         role);
void        fw_chart_add_hatched   (FwChart            *self,
                                    FwChartBox          box,
                                    FwChartRole         role);
void        fw_chart_add_hidden    (FwChart            *self,
                                    FwChartBox          box);
void        fw_chart_add_polygon   (FwChart            *self,
                                    const FwChartPoint *points,
                                    guint               n_points,
                                    FwChartRole         role,
                                    double              opacity);
void        fw_chart_add_path      (FwChart            *self,
                                    const FwChartPoint *points,
                                    guint               n_points,
                                    double              line_width,
                                    FwChartRole         role,
                                    FwChartDash         dash);
void        fw_chart_add_line      (FwChart            *self,
                                    double              x1,
                                    double              y1,
                                    double              x2,
                                    double              y2,
                                    double              line_width,
                                    FwChartRole         role);
void        fw_chart_add_dot       (FwChart            *self,
                                    double              x,
                                    double              y,
                                    double              radius,
                                    FwChartRole         role);
void        fw_chart_add_ring      (FwChart            *self,
                                    double              x,
                                    double              y,
                                    double              radius,
                                    FwChartRole         role);
void        fw_chart_paint         (const FwChart      *self,
                                    cairo_t            *cr,
                                    FwChartPalette      palette);

/* Texts */
FwChartBox  fw_chart_measure       (FwChart            *self,
                                    const char         *text,
                                    FwChartTextStyle    style);
gboolean    fw_chart_add_text      (FwChart            *self,
                                    const char         *text,
                                    FwChartTextStyle    style,
                                    FwChartRole         role,
                                    double              x,
                                    double              y,
                                    double              x_align);
double      fw_chart_add_paragraph (FwChart            *self,
                                    const char         *text,
                                    FwChartTextStyle    style,
                                    FwChartRole         role,
                                    double              x,
                                    double              y,
                                    double              width);
double      fw_chart_add_name      (FwChart            *self,
                                    const char         *text,
                                    double              x,
                                    double              y,
                                    double              width,
                                    double              x_align);
guint       fw_chart_get_n_texts   (const FwChart      *self);
FwChartBox  fw_chart_get_text_box  (const FwChart      *self,
                                    guint               index);
const char *fw_chart_get_text      (const FwChart      *self,
                                    guint               index);

/* Marks */
void        fw_chart_add_mark      (FwChart            *self,
                                    FwChartMark         mark,
                                    FwChartBox          box);
void        fw_chart_add_column    (FwChart            *self,
                                    FwChartMark         mark,
                                    FwChartBox          box);
gboolean    fw_chart_get_mark_box  (const FwChart      *self,
                                    FwChartMark         mark,
                                    FwChartBox         *box);
FwChartMark fw_chart_pick          (const FwChart      *self,
                                    double              x,
                                    double              y);
FwChartMark fw_chart_step          (const FwChart      *self,
                                    FwChartMark         mark,
                                    FwChartStep         step,
                                    int                 far);
void        fw_chart_paint_focus   (const FwChart      *self,
                                    cairo_t            *cr,
                                    FwChartPalette      palette,
                                    FwChartMark         mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwChart, fw_chart_free)

G_END_DECLS
